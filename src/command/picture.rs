//! Pictures: how they are to look, and the three formats that they come in.

mod fonts;
mod image;
mod pdf;
mod png;

use super::format::Format;
use super::usage::within;
use super::{help, words};
use activation_lab::chart::{Document, Theme};
use activation_lab::figure::{Framing, Origin, Scene, View};
use activation_lab::language::marked;
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
    let (least, most) = (0.1, 16.0);
    scale
        .filter(|scale| (least..=most).contains(scale))
        .ok_or_else(|| words::no_number_from(text, least, most))
}

#[derive(Args)]
#[command(next_help_heading = help::LOOK.read())]
pub struct Look {
    #[arg(help = help::LOOK_WIDTH.read(), long, value_name = "PIXELS", value_parser = within(200..=4000))]
    width: Option<u16>,
    #[arg(help = help::LOOK_HEIGHT.read(), long, value_name = "PIXELS", value_parser = within(1..=10_000))]
    height: Option<u16>,
    #[arg(help = help::LOOK_THEME.read(), long, value_parser = theme())]
    theme: Option<Theme>,
    #[arg(help = help::LOOK_FONT.read(), long, value_name = "FAMILY")]
    font: Option<String>,
    #[arg(help = help::LOOK_TRANSPARENT.read(), long)]
    transparent: bool,
    #[arg(help = help::LOOK_SCALE.read(), long, value_name = "NUMBER", value_parser = scale)]
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
            return Err(words::for_pictures(name, format.id()));
        }
        if self.scale.is_some() && format != Format::Png {
            return Err(words::for_format("scale", Format::Png.id(), format.id()));
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
            return Err(words::too_low(height, &marked(least.to_string())).into());
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
