//! Which figure in which state, and what of it: a name, a link, and options.

use super::{help, words};
use activation_lab::figure::{Scene, find, link};
use clap::Args;
use std::error::Error;

/// What says it on the command line.
#[derive(Args)]
pub struct Options {
    #[arg(help = help::SCENE_SCENE.read(), long, value_name = "NAME")]
    scene: Option<String>,
    #[arg(help = help::SCENE_LINK.read(), long)]
    link: Option<String>,
    #[arg(help = help::SCENE_SET.read(), long, value_name = "CONTROL=VALUE", allow_hyphen_values = true)]
    set: Vec<String>,
    #[arg(help = help::SCENE_PLOTS.read(), long, value_name = "NAMES")]
    plots: Option<String>,
    #[arg(help = help::SCENE_PARTS.read(), long, value_name = "NAMES")]
    parts: Option<String>,
    #[arg(help = help::SCENE_CONTROLS.read(), long, value_name = "NAMES")]
    controls: Option<String>,
    #[arg(help = help::SCENE_LOCK.read(), long, value_name = "NAMES")]
    lock: Option<String>,
    #[arg(help = help::SCENE_HIDE.read(), long, value_name = "NAMES")]
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
                return Err(words::other_figure(name, linked).into());
            }
            (Some(name), _) | (None, Some(name)) => name,
            (None, None) => {
                return Err(words::NO_FIGURE.read().into());
            }
        };
        let mut scene = Scene::new(find(name)?);
        if let Some(name) = &self.scene {
            scene.enter(name)?;
        }
        if let Some(state) = state {
            let notes = scene.apply(state);
            if !notes.is_empty() {
                return Err(words::in_link(&notes.join("; ")).into());
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
            .ok_or_else(|| words::not_a_pair(pair))?;
        scene.settings.set(id, text)?;
    }
    Ok(())
}

/// What stands after the `#` of an address, or all of a text that is no address.
fn state(link: &str) -> Result<&str, Box<dyn Error>> {
    match link.trim().split_once('#') {
        Some((_, state)) => Ok(state),
        None if link.contains("://") => Err(words::no_hash(link).into()),
        None => Ok(link.trim()),
    }
}
