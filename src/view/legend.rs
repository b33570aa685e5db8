//! Which entries of a legend name something that is drawn.

use super::{Ink, Key, Look, Mark, Plot, Shape};

/// The entries whose look some mark of these plots has.
pub fn drawn(legend: Vec<Key>, plots: &[Plot]) -> Vec<Key> {
    let is_drawn = |key: &Key| {
        let mut marks = plots.iter().flat_map(|plot| &plot.marks);
        marks.any(|mark| looks_like(mark, &key.look))
    };
    legend.into_iter().filter(is_drawn).collect()
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
