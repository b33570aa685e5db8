//! What the entries of a legend name: which are drawn, and which mark belongs to which.

use super::{Dash, Ink, Key, Look, Mark, Plot, Shape};

/// The entries whose look some mark of these plots has.
pub fn drawn(legend: Vec<Key>, plots: &[Plot]) -> Vec<Key> {
    let is_drawn = |key: &Key| {
        let mut marks = plots.iter().flat_map(|plot| &plot.marks);
        marks.any(|mark| looks_like(mark, &key.look))
    };
    legend.into_iter().filter(is_drawn).collect()
}

/// The entry that names a mark: the one with its very look, or else the first with its colour.
pub fn key_of(mark: &Mark, legend: &[Key]) -> Option<usize> {
    let position = |is: &dyn Fn(&Look) -> bool| legend.iter().position(|key| is(&key.look));
    let ink = ink_of(mark);
    let exact = position(&|look| match look {
        Look::Stroke { ink: of_key, dash } => {
            dash_of(mark).is_some_and(|own| (ink, own) == (Some(*of_key), *dash))
        }
        look => looks_like(mark, look),
    });
    exact.or_else(|| position(&|look| ink.is_some() && ink_in(look) == ink))
}

/// The marks that an entry of the legend names in these plots.
///
/// An entry that names no mark by its colour names all strokes of its pattern: "solid: training, dotted: test".
pub fn named_by<'a>(
    legend: &'a [Key],
    index: usize,
    plots: &[Plot],
) -> impl Fn(&Mark) -> bool + 'a {
    let mut marks = plots.iter().flat_map(|plot| &plot.marks);
    let has_own = marks.any(|mark| key_of(mark, legend) == Some(index));
    let pattern = match legend.get(index).map(|key| key.look) {
        Some(Look::Stroke {
            ink: Ink::Text,
            dash,
        }) if !has_own => Some(dash),
        _ => None,
    };
    move |mark| match pattern {
        Some(dash) => dash_of(mark) == Some(dash),
        None => key_of(mark, legend) == Some(index),
    }
}

fn dash_of(mark: &Mark) -> Option<Dash> {
    match mark {
        Mark::Line { dash, .. } | Mark::Rule { dash, .. } | Mark::Edge { dash, .. } => Some(*dash),
        _ => None,
    }
}

fn ink_in(look: &Look) -> Option<Ink> {
    match look {
        Look::Stroke { ink, .. } | Look::Fill { ink } | Look::Point { ink, .. } => Some(*ink),
        Look::Ramp(_) => None,
    }
}

fn looks_like(mark: &Mark, look: &Look) -> bool {
    match (look, mark) {
        (Look::Ramp(of_key), Mark::Heat { ramp, .. }) => ramp == of_key,
        (
            Look::Point { ink, shape, .. },
            Mark::Points {
                ink: i, shape: s, ..
            },
        ) => (i, s) == (ink, shape),
        (Look::Point { shape, .. }, Mark::Zeros { .. }) => *shape == Shape::Cross,
        // Text's colour says that a pattern means the same for all curves.
        (Look::Stroke { ink, dash }, mark) if *ink != Ink::Text => {
            let is_line = !matches!(mark, Mark::Rule { .. } | Mark::Dot { .. });
            let same = dash_of(mark).is_none_or(|own| own == *dash);
            is_line && same && ink_of(mark) == Some(*ink)
        }
        (Look::Stroke { ink, .. } | Look::Fill { ink }, mark) => ink_of(mark) == Some(*ink),
        _ => false,
    }
}

fn ink_of(mark: &Mark) -> Option<Ink> {
    match mark {
        Mark::Line { ink, .. }
        | Mark::Bars { ink, .. }
        | Mark::Zeros { ink, .. }
        | Mark::Band { ink, .. }
        | Mark::Rule { ink, .. }
        | Mark::Area { ink, .. }
        | Mark::Dot { ink, .. }
        | Mark::Points { ink, .. }
        | Mark::Edge { ink, .. }
        | Mark::Node { ink, .. }
        | Mark::Text { ink, .. } => Some(*ink),
        Mark::Heat { .. } => None,
    }
}
