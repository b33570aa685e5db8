//! What is drawn of each network beside meter and loss, side by side.

use super::Look;
use crate::state::{Settings, Shown};

/// One picture of a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The gradient of every layer, over time.
    Gradients,
    /// What is left of differences forwards, and of the gradient backwards.
    Signal,
    /// What it says of every point.
    Boundary,
    /// What one layer is fed, under its activation.
    Inputs,
}

impl Side {
    const ALL: [Side; 4] = [Side::Gradients, Side::Signal, Side::Boundary, Side::Inputs];

    /// Its name in the control `show`, and the ids of its plots of A and of B.
    fn ids(self) -> (&'static str, [&'static str; 2]) {
        match self {
            Side::Gradients => ("gradients", ["gradients_a", "gradients_b"]),
            Side::Signal => ("signal", ["signal_a", "signal_b"]),
            Side::Boundary => ("boundary", ["boundary_a", "boundary_b"]),
            Side::Inputs => ("inputs", ["inputs_a", "inputs_b"]),
        }
    }

    /// The id of the plot of the network that looks so.
    pub fn plot(self, look: &Look) -> &'static str {
        self.ids().1[usize::from(look.letter == "B")]
    }
}

/// Which pictures there are of which networks: A, then B.
#[derive(Clone, Debug)]
pub struct Sides(Vec<(Side, [bool; 2])>);

impl Sides {
    /// Those that are asked for by name; where no plot is, the one that the control `show` says, of both.
    pub fn of(settings: &Settings, shown: &Shown) -> Sides {
        let chosen = settings.choice("show");
        let of = |side: Side| {
            let (name, plots) = side.ids();
            (side, plots.map(|plot| shown.wants(plot, name == chosen)))
        };
        let all = Side::ALL.into_iter().map(of);
        Sides(all.filter(|(_, of)| of.contains(&true)).collect())
    }

    /// Whether there is such a picture.
    pub fn has(&self, side: Side) -> bool {
        self.0.iter().any(|(other, _)| *other == side)
    }

    /// Each with the index of its network.
    pub fn each(&self) -> impl Iterator<Item = (Side, usize)> {
        let of = |&(side, of): &(Side, [bool; 2])| {
            let arms = (0..2).filter(move |arm| of[*arm]);
            arms.map(move |arm| (side, arm))
        };
        self.0.iter().flat_map(of)
    }
}
