//! What a lesson speaks of by name: scenes by links all of which can be read, and measures in whatever state they are.

use super::{Each, Figure, Meaning, Scene, find, link, text};

impl Scene {
    /// The scene of an address such as `figure=decay&v=2&depth=20`, all of which has to be read; or what of it cannot be.
    ///
    /// ```
    /// use activation_lab::figure::Scene;
    ///
    /// let scene = Scene::linked("figure=decay&v=2&depth=20")?;
    /// assert_eq!((scene.figure.id, scene.settings.changed().len()), ("decay", 1));
    /// assert!(Scene::linked("figure=decay&v=2&dpth=20").is_err());
    /// # Ok::<(), String>(())
    /// ```
    pub fn linked(address: &str) -> Result<Scene, String> {
        let figure = link::figure(address).ok_or_else(|| text::no_figure(address))?;
        let figure = find(&figure).map_err(|error| error.to_string())?;
        if link::value(address, "v").is_none() {
            return Err(text::no_version(address, figure.id));
        }
        let mut scene = Scene::new(figure);
        let notes = scene.apply(address);
        match notes.is_empty() {
            true => Ok(scene),
            false => Err(text::in_link(address, &notes.join("; "))),
        }
    }
}

impl Figure {
    /// What a measure of this name is, in words, in any state that has it; or which measures there are.
    ///
    /// ```
    /// use activation_lab::figure::find;
    ///
    /// let curves = find("curves")?;
    /// assert_eq!(curves.measured("slope_1").as_deref(), Ok("f′(x)"));
    /// assert_eq!(curves.measured("slope_2").as_deref(), Ok("f′(x) (curve 2)"));
    /// assert!(curves.measured("slope").is_err_and(|known| known.contains("slope_SERIES")));
    /// assert!(curves.measured("slope_0").is_err()); // they are counted from 1
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn measured(&self, name: &str) -> Result<String, String> {
        let found = self.measures.iter().find_map(|row| {
            let number = numbered(row, name)?;
            Some(text::measure(&row.meaning.read(), row.each, number))
        });
        found.ok_or_else(|| self.no_measure(name, None))
    }

    /// That it has no measure of this name; perhaps the last one of its kind in a state is known.
    pub fn no_measure(&self, name: &str, last: Option<&str>) -> String {
        let patterns = self.measures.iter().map(Meaning::pattern);
        let known = patterns.collect::<Vec<_>>().join(", ");
        text::no_measure(self.id, name, last, &known)
    }
}

/// The number in a name that is of this row, if there is one in it; none where it is of another row.
fn numbered(row: &Meaning, name: &str) -> Option<Option<u32>> {
    match row.each {
        Each::Whole => (row.id == name).then_some(None),
        _ => {
            let number = name.strip_prefix(row.id)?.strip_prefix('_')?;
            let number: u32 = number.parse().ok().filter(|n| *n > 0)?;
            Some(Some(number))
        }
    }
}
