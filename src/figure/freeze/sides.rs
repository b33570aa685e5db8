//! What is drawn of each network beside meter and loss, side by side.

use super::controls::SHOW;
use super::{Look, labels};
use crate::state::{Choice, Settings, Shown, choices};

choices! {
    /// One picture of a network.
    pub enum Side {
        /// The gradient of every layer, over time.
        Gradients = "gradients", labels::SHOW_GRADIENTS;
        /// What is left of differences forwards, and of the gradient backwards.
        Signal = "signal", labels::SHOW_SIGNAL;
        /// What it says of every point.
        Boundary = "boundary", labels::SHOW_BOUNDARY;
        /// What one layer is fed, under its activation.
        Inputs = "inputs", labels::SHOW_INPUTS;
    }
}

impl Side {
    /// The ids of its plots of A and of B.
    fn plots(self) -> [&'static str; 2] {
        match self {
            Side::Gradients => ["gradients_a", "gradients_b"],
            Side::Signal => ["signal_a", "signal_b"],
            Side::Boundary => ["boundary_a", "boundary_b"],
            Side::Inputs => ["inputs_a", "inputs_b"],
        }
    }

    /// The id of the plot of the network that looks so.
    pub fn plot(self, look: &Look) -> &'static str {
        self.plots()[usize::from(look.letter == "B")]
    }
}

/// Which pictures there are of which networks: A, then B.
#[derive(Clone, Debug)]
pub struct Sides(Vec<(Side, [bool; 2])>);

impl Sides {
    /// Those that are asked for by name; where no plot is, the one that the control `show` says, of both.
    pub fn of(settings: &Settings, shown: &Shown) -> Sides {
        let chosen = settings.get(SHOW);
        let of = |&side: &Side| {
            let wants = |plot| shown.wants(plot, side == chosen);
            (side, side.plots().map(wants))
        };
        let all = Side::ALL.iter().map(of);
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
