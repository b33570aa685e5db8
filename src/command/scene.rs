//! Which figure in which state, and what of it: a name, a link, and options.

use activation_lab::figure::{Scene, find, link};
use clap::Args;
use std::error::Error;

/// What says it on the command line.
#[derive(Args)]
pub struct Options {
    /// A scene of the figure, which `list` names
    #[arg(long, value_name = "NAME")]
    scene: Option<String>,
    /// The state of a link from the page, with or without the address before its #
    #[arg(long)]
    link: Option<String>,
    /// Sets a control; may be repeated, and goes before a link
    #[arg(long, value_name = "CONTROL=VALUE", allow_hyphen_values = true)]
    set: Vec<String>,
    /// Which plots, separated by commas
    #[arg(long, value_name = "NAMES")]
    plots: Option<String>,
    /// Which parts beside the plots, such as title,legend
    #[arg(long, value_name = "NAMES")]
    parts: Option<String>,
    /// Which controls the link in the file has
    #[arg(long, value_name = "NAMES")]
    controls: Option<String>,
    /// Which controls it shows fixed
    #[arg(long, value_name = "NAMES")]
    lock: Option<String>,
    /// Which controls it hides
    #[arg(long, value_name = "NAMES")]
    hide: Option<String>,
}

impl Options {
    /// The scene: that of the name, then the link, then each `CONTROL=VALUE`, then what is to be shown.
    ///
    /// A page goes on without what it cannot read of a link and says so; here it is an error, because nobody may look at the picture.
    pub fn read(&self, name: Option<&str>) -> Result<Scene, Box<dyn Error>> {
        let state = self.link.as_deref().map(state).transpose()?;
        let linked = state.and_then(link::figure);
        let name = match (name, linked.as_deref()) {
            (Some(name), Some(linked)) if name != linked => {
                return Err(
                    format!("the figure is '{name}', but the link is of '{linked}'").into(),
                );
            }
            (Some(name), _) | (None, Some(name)) => name,
            (None, None) => {
                return Err("no figure is named; `activation-lab list` has them".into());
            }
        };
        let mut scene = Scene::new(find(name)?);
        if let Some(name) = &self.scene {
            scene.enter(name)?;
        }
        if let Some(state) = state {
            let notes = scene.apply(state);
            if !notes.is_empty() {
                return Err(format!("in the link: {}", notes.join("; ")).into());
            }
        }
        set(&mut scene, &self.set)?;
        let shown = [
            ("plots", &self.plots),
            ("parts", &self.parts),
            ("controls", &self.controls),
            ("lock", &self.lock),
            ("hide", &self.hide),
        ];
        for (key, text) in shown {
            if let Some(text) = text {
                scene.set(key, text)?;
            }
        }
        Ok(scene)
    }
}

/// Sets each `CONTROL=VALUE`.
pub fn set(scene: &mut Scene, pairs: &[String]) -> Result<(), Box<dyn Error>> {
    for pair in pairs {
        let (id, text) = pair
            .split_once('=')
            .ok_or_else(|| format!("'{pair}' is not of the form CONTROL=VALUE"))?;
        scene.settings.set(id, text)?;
    }
    Ok(())
}

/// What stands after the `#` of an address, or all of a text that is no address.
fn state(link: &str) -> Result<&str, Box<dyn Error>> {
    match link.trim().split_once('#') {
        Some((_, state)) => Ok(state),
        None if link.contains("://") => {
            Err(format!("'{link}' has no # with a figure's state after it").into())
        }
        None => Ok(link.trim()),
    }
}
