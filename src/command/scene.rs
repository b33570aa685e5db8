//! Which figure in which state: a name, a link, and settings.

use activation_lab::figure::{Figure, Settings, find, link};
use std::error::Error;

/// The figure of that name, or of the link; the link's state, and then each `CONTROL=VALUE`.
///
/// A page goes on without what it cannot read of a link and says so; here it is an error, because nobody may look at the picture.
pub fn read(
    name: Option<&str>,
    address: Option<&str>,
    set: &[String],
) -> Result<(&'static Figure, Settings), Box<dyn Error>> {
    let state = address.map(state).transpose()?;
    let linked = state.and_then(link::figure);
    let name = match (name, linked.as_deref()) {
        (Some(name), Some(linked)) if name != linked => {
            return Err(format!("the figure is '{name}', but the link is of '{linked}'").into());
        }
        (Some(name), _) | (None, Some(name)) => name,
        (None, None) => return Err("no figure is named; `activation-lab list` has them".into()),
    };
    let figure = find(name)?;
    let mut settings = Settings::defaults(figure.controls);
    if let Some(state) = state {
        let notes = link::apply(&mut settings, state);
        if !notes.is_empty() {
            return Err(format!("in the link: {}", notes.join("; ")).into());
        }
    }
    for pair in set {
        let (id, text) = pair
            .split_once('=')
            .ok_or_else(|| format!("'{pair}' is not of the form CONTROL=VALUE"))?;
        settings.set(id, text)?;
    }
    Ok((figure, settings))
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
