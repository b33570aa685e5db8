//! Pictures: how they are to look, and the three formats that they come in.

mod fonts;
mod image;
mod pdf;
mod png;

use super::format::Format;
use activation_lab::chart::{Document, Theme};
use activation_lab::figure::{Framing, Origin, Scene, View};
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use fonts::Fonts;
use resvg::usvg::{Options, Tree};
use std::borrow::Cow;
use std::error::Error;
use std::sync::Arc;

/// Width of a picture where none is asked for, in CSS pixels.
const WIDTH: u16 = 960;

/// The parser of themes, which lists them in errors and completions.
fn theme() -> impl TypedValueParser<Value = Theme> {
    PossibleValuesParser::new(Theme::names()).try_map(|name| name.parse::<Theme>())
}

fn scale(text: &str) -> Result<f32, String> {
    let scale: Option<f32> = text.parse().ok();
    scale
        .filter(|scale| (0.1..=16.0).contains(scale))
        .ok_or_else(|| format!("'{text}' is not a number from 0.1 to 16"))
}

#[derive(Args)]
#[command(next_help_heading = "Options of pictures")]
pub struct Look {
    /// Width in CSS pixels, 96 to the inch [default: 960]
    #[arg(long, value_name = "PIXELS", value_parser = clap::value_parser!(u16).range(200..=4000))]
    width: Option<u16>,
    /// Height in CSS pixels; without it the plots are as high as they need
    #[arg(long, value_name = "PIXELS", value_parser = clap::value_parser!(u16).range(1..=10_000))]
    height: Option<u16>,
    /// Colours and sizes [default: light]
    #[arg(long, value_parser = theme())]
    theme: Option<Theme>,
    /// The family of a font of this machine; without it a PNG and a PDF are written in a built-in one, and an SVG in that of whoever looks at it
    #[arg(long, value_name = "FAMILY")]
    font: Option<String>,
    /// Leaves out the ground
    #[arg(long)]
    transparent: bool,
    /// Pixels of a PNG for each CSS pixel [default: 1]
    #[arg(long, value_name = "NUMBER", value_parser = scale)]
    scale: Option<f32>,
}

impl Look {
    /// Refuses what would have no effect.
    pub fn check(&self, format: Format) -> Result<(), String> {
        let given = [
            ("width", self.width.is_some()),
            ("height", self.height.is_some()),
            ("theme", self.theme.is_some()),
            ("font", self.font.is_some()),
            ("transparent", self.transparent),
        ];
        if let (false, Some((name, _))) = (format.is_picture(), given.iter().find(|row| row.1)) {
            return Err(format!("--{name} is for pictures, not for {}", format.id()));
        }
        if self.scale.is_some() && format != Format::Png {
            return Err(format!("--scale is for png, not for {}", format.id()));
        }
        Ok(())
    }
}

/// The bytes of the picture.
pub fn draw(
    look: &Look,
    format: Format,
    scene: &Scene,
    view: &View,
) -> Result<Vec<u8>, Box<dyn Error>> {
    let fonts = match format {
        Format::Svg => None,
        _ => Some(Fonts::new(look.font.as_deref())?),
    };
    let family = fonts.as_ref().map_or(look.font.as_deref(), Fonts::family);
    let origin = &Origin::new(scene);
    let lines = origin.lines("");
    let pictured = scene.pictured(view);
    let width = f64::from(look.width.unwrap_or(WIDTH));
    let theme = look.theme.unwrap_or(Theme::Light);
    let document = Document {
        name: &pictured.name,
        height: look.height.map(f64::from),
        font: family,
        transparent: look.transparent,
        origin: &lines,
        ..Document::new(pictured.title(), scene.figure.layout, width, theme)
    };
    let mut view = Cow::Borrowed(&pictured.view);
    if let Some(height) = look.height {
        let is_low = |view: &View| f64::from(height) < document.least_height(view);
        if is_low(&view) {
            // A row of discs says nothing that the plots under it do not.
            let plots = &mut view.to_mut().plots;
            if plots.len() > 1 {
                plots.retain(|plot| plot.framing != Framing::Strip);
            }
        }
        if is_low(&view) {
            let least = document.least_height(&view);
            return Err(format!("--height {height}: at this width the plots need {least}").into());
        }
    }
    let svg = document.svg(&view);
    let Some(fonts) = &fonts else {
        return Ok(svg.into_bytes());
    };
    let mut options = Options {
        fontdb: Arc::clone(fonts.database()),
        ..Options::default()
    };
    if format == Format::Pdf {
        options.image_href_resolver = image::smooth();
    }
    let tree = Tree::from_str(&svg, &options)?;
    match format {
        Format::Pdf => pdf::bytes(&tree, document.name, origin),
        _ => png::bytes(&tree, look.scale.unwrap_or(1.0), document.name, origin),
    }
}
