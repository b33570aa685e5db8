//! What of a figure is shown: which plots, which controls, which of its other parts, and what the reader may not change.
//!
//! `plots=meter&controls=depth,rate&parts=title,sentence`: lists of names, which stand in a link beside the state.
//! Locking is no security; it keeps a hand from what a lesson needs to stay.

mod error;
mod list;
mod part;

pub use error::ShownError;
pub use part::Part;

use list::{listed, spare, spelled};

/// The keys of a link that are about this; no control has such a name.
pub const SHOWN_KEYS: [&str; 5] = ["plots", "controls", "parts", "lock", "hide"];

/// What a figure has that can be named.
#[derive(Clone, Debug)]
pub struct Known {
    /// Every plot that it may show in some state.
    pub plots: &'static [&'static str],
    /// Those of them of which it draws one at a time.
    pub one_of: &'static [&'static str],
    /// Its controls and its buttons.
    pub controls: Vec<&'static str>,
}

/// What is shown of a figure; the default is all of it, with nothing locked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    plots: Option<Vec<&'static str>>,
    controls: Option<Vec<&'static str>>,
    parts: Option<Vec<Part>>,
    lock: Option<Vec<&'static str>>,
    hide: Option<Vec<&'static str>>,
}

impl Shown {
    /// Reads one of [`SHOWN_KEYS`]. Names that there are not are refused, and the others apply; where none is left, nothing changes.
    pub fn set(&mut self, key: &str, text: &str, known: &Known) -> Result<(), ShownError> {
        let parts = Part::ALL.map(Part::id);
        let names: &[&'static str] = match key {
            "plots" => known.plots,
            "parts" => &parts,
            _ => &known.controls,
        };
        let (mut list, refused) = listed(key, text, names);
        let spare = match (&mut list, key) {
            (Some(plots), "plots") => spare(plots, known.one_of),
            _ => Vec::new(),
        };
        // A figure without a picture is none.
        let is_empty = list.as_ref().is_some_and(Vec::is_empty);
        if is_empty && (key == "plots" || !refused.is_empty()) {
            return Err(ShownError::new(key, refused, names));
        }
        match key {
            "plots" => self.plots = list,
            "controls" => self.controls = list,
            "parts" => {
                let has = |part: &Part| list.as_ref().is_none_or(|l| l.contains(&part.id()));
                let chosen = Part::ALL.into_iter().filter(has).collect();
                self.parts = list.is_some().then_some(chosen);
            }
            "lock" => self.lock = list.or(Some(known.controls.clone())),
            _ => self.hide = list.or(Some(known.controls.clone())),
        }
        if !refused.is_empty() {
            return Err(ShownError::new(key, refused, names));
        }
        match spare.is_empty() {
            true => Ok(()),
            false => Err(ShownError::one_at_a_time(spare, known.one_of)),
        }
    }

    /// Says no more of one of [`SHOWN_KEYS`].
    pub fn forget(&mut self, key: &str) {
        match key {
            "plots" => self.plots = None,
            "controls" => self.controls = None,
            "parts" => self.parts = None,
            "lock" => self.lock = None,
            "hide" => self.hide = None,
            _ => {}
        }
    }

    /// Whether a plot is asked for; where no plot is named, whether it is one of those that the figure shows `otherwise`.
    pub fn wants(&self, plot: &str, otherwise: bool) -> bool {
        match &self.plots {
            Some(plots) => plots.contains(&plot),
            None => otherwise,
        }
    }

    /// The first of some plots that is asked for by name.
    pub fn named<'a>(&self, plots: &[&'a str]) -> Option<&'a str> {
        let asked = self.plots.as_ref()?;
        plots.iter().find(|plot| asked.contains(plot)).copied()
    }

    /// Whether plots are asked for by name.
    pub fn names_plots(&self) -> bool {
        self.plots.is_some()
    }

    /// Whether a control, or a button, is there for the reader.
    pub fn has_control(&self, id: &str) -> bool {
        let hidden = |hide: &Vec<&str>| hide.contains(&id);
        let named = |controls: &Vec<&str>| controls.contains(&id);
        self.controls.as_ref().is_none_or(named) && !self.hide.as_ref().is_some_and(hidden)
    }

    /// Whether it says which controls there are, whatever the page around the figure would like.
    pub fn chooses_controls(&self) -> bool {
        self.controls.is_some() || self.hide.is_some()
    }

    /// Whether a control stands fast.
    pub fn is_locked(&self, id: &str) -> bool {
        self.lock.as_ref().is_some_and(|lock| lock.contains(&id))
    }

    /// Whether it says which controls stand fast.
    pub fn chooses_locks(&self) -> bool {
        self.lock.is_some()
    }

    /// Whether a part is there. Where plots or controls are named and no parts, those of [`Part::BESIDE`] are.
    pub fn has(&self, part: Part) -> bool {
        match &self.parts {
            Some(parts) => parts.contains(&part),
            None if self.is_narrow() => Part::BESIDE.contains(&part),
            None => part != Part::More,
        }
    }

    /// Whether some of the figure is left out by name.
    pub fn is_narrow(&self) -> bool {
        self.plots.is_some() || self.controls.is_some() || self.parts.is_some()
    }

    /// All of the figure; what stands fast goes on doing so.
    pub fn whole(&self) -> Shown {
        Shown {
            lock: self.lock.clone(),
            hide: self.hide.clone(),
            ..Shown::default()
        }
    }

    /// What differs from showing all, in the spelling of links.
    pub fn changed(&self) -> Vec<(&'static str, String)> {
        let parts = self.parts.as_ref();
        let parts = parts.map(|parts| parts.iter().map(|part| part.id()).collect());
        let lists = [
            self.plots.clone(),
            self.controls.clone(),
            parts,
            self.lock.clone(),
            self.hide.clone(),
        ];
        let spelled = |(key, list): (&'static str, Option<Vec<&str>>)| Some((key, spelled(&list?)));
        SHOWN_KEYS
            .into_iter()
            .zip(lists)
            .filter_map(spelled)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Known {
        Known {
            plots: &["meter", "loss", "boundary_a", "boundary_b", "z", "a"],
            one_of: &["z", "a"],
            controls: vec!["depth", "rate", "with_relu"],
        }
    }

    fn read(pairs: &[(&str, &str)]) -> (Shown, Vec<String>) {
        let mut shown = Shown::default();
        let set = |(key, text): &(&str, &str)| shown.set(key, text, &known()).err();
        let notes = pairs.iter().filter_map(set).map(|error| error.to_string());
        let notes = notes.collect();
        (shown, notes)
    }

    fn link(shown: &Shown) -> String {
        let pairs = shown.changed();
        let parts: Vec<String> = pairs
            .iter()
            .map(|(key, text)| format!("{key}={text}"))
            .collect();
        parts.join("&")
    }

    #[test]
    fn lists_read_back_as_they_are_spelled() {
        let (shown, notes) = read(&[
            ("plots", "boundary, meter"),
            ("controls", "rate,depth"),
            ("parts", "sentence,title"),
            ("lock", "depth"),
        ]);
        assert_eq!(notes, Vec::<String>::new());
        let spelled = "plots=meter,boundary&controls=depth,rate&parts=title,sentence&lock=depth";
        assert_eq!(link(&shown), spelled);
        let pairs: Vec<(&str, &str)> = spelled
            .split('&')
            .filter_map(|part| part.split_once('='))
            .collect();
        assert_eq!(read(&pairs).0, shown);
        assert!(shown.wants("boundary_b", false) && !shown.wants("loss", true));
        assert_eq!(
            link(&read(&[("plots", "boundary_b")]).0),
            "plots=boundary_b"
        );
        assert_eq!(link(&read(&[("plots", "meter"), ("plots", "all")]).0), "");
    }

    #[test]
    fn a_bad_name_is_told_and_never_empties_a_figure() {
        let (shown, notes) = read(&[("plots", "meter,lss,<b>")]);
        assert_eq!(link(&shown), "plots=meter");
        assert!(notes.len() == 1 && notes[0].contains("'lss'"), "{notes:?}");
        assert!(notes[0].contains("boundary_a"), "{notes:?}");
        for text in ["", "none", "lss", ",", "b", "boundary_"] {
            let (shown, notes) = read(&[("plots", text)]);
            assert_eq!((link(&shown), notes.len()), (String::new(), 1), "{text}");
        }
        assert_eq!(read(&[("controls", "dpth")]).1.len(), 1);
        assert_eq!(read(&[("controls", "dpth")]).0, Shown::default());
        for text in ["", "none"] {
            assert_eq!(link(&read(&[("controls", text)]).0), "controls=none");
        }
    }

    #[test]
    fn of_plots_that_share_a_place_the_first_is_shown_and_the_others_told() {
        let (shown, notes) = read(&[("plots", "a,loss,z")]);
        assert_eq!(link(&shown), "plots=loss,z");
        assert!(
            notes.len() == 1 && notes[0].starts_with("'a' is left out"),
            "{notes:?}"
        );
        assert_eq!(read(&[("plots", "a,loss")]).1, Vec::<String>::new());
    }

    #[test]
    fn what_is_named_brings_a_title_a_legend_and_a_sentence_and_no_more() {
        let (shown, _) = read(&[("plots", "meter"), ("controls", "depth")]);
        let there: Vec<&str> = Part::ALL
            .into_iter()
            .filter(|part| shown.has(*part))
            .map(Part::id)
            .collect();
        assert_eq!(there, ["title", "sentence", "legend"]);
        assert!(shown.has_control("depth") && !shown.has_control("with_relu"));
        let (hidden, _) = read(&[("hide", "rate"), ("lock", "all")]);
        assert!(hidden.has(Part::Share) && !hidden.has(Part::More));
        assert!(!hidden.has_control("rate") && hidden.is_locked("with_relu"));
        assert_eq!(shown.whole(), Shown::default());
    }
}
