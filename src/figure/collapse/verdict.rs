//! What can be said of the layers, as a value: decided from what they do, before there is any prose.

use super::{Scene, State};
use crate::model::activation::Activation;

/// What an activation does to a straight line that it does not leave straight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deformation {
    /// It bends it: f is smooth.
    Bends,
    /// It folds it: f is made of straight pieces.
    Folds,
    /// It does both: f has a corner, and bends elsewhere.
    FoldsAndBends,
    /// It tears it: f jumps.
    Tears,
}

impl Deformation {
    /// By the shape of f.
    pub fn of(f: &Activation) -> Deformation {
        match (f.jumps().is_empty(), f.kinks().is_empty()) {
            (false, _) => Deformation::Tears,
            (true, true) => Deformation::Bends,
            (true, false) if f.is_piecewise_linear() => Deformation::Folds,
            (true, false) => Deformation::FoldsAndBends,
        }
    }
}

/// Whether f is one straight line: made of straight pieces that meet in no corner, and do not jump.
pub fn is_straight(f: &Activation) -> bool {
    f.is_piecewise_linear() && f.kinks().is_empty() && f.jumps().is_empty()
}

/// What is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saying {
    /// The numbers leave their range.
    Broken,
    /// No layer is looked at.
    Before,
    /// There is only one.
    Single,
    /// Nothing stands between the layers: they are one.
    Same,
    /// No single layer does it, in the plane and perhaps on the line.
    Plane(Deformation),
    /// All of the plane has fallen onto one point, the outputs of the line have not.
    PlaneToPoint,
    /// All of the plane has fallen onto one point, and all outputs of the line are one.
    AllToPoint,
    /// All outputs of the line are one; up to the layer that is looked at the plane is straight.
    LineToPoint,
    /// The activation acts, and is itself a straight line: whatever the network, nothing bends.
    Linear,
    /// No single layer does it on the line; up to the layer that is looked at the plane is straight.
    Line(Deformation),
    /// The activation acts, but here only where it is straight.
    Straight(Deformation),
}

impl Saying {
    /// Of what is in sight.
    pub fn of(scene: &Scene) -> Saying {
        let (line, plane) = (&scene.line, &scene.plane);
        let deformation = Deformation::of(&scene.style.activation);
        match (line.state, plane.state) {
            (State::Broken, _) | (_, State::Broken) => Saying::Broken,
            _ if plane.count == 0 => Saying::Before,
            _ if line.depth() == 1 => Saying::Single,
            (State::Same, _) => Saying::Same,
            (_, State::Bent) => Saying::Plane(deformation),
            (State::Constant, State::Constant) => Saying::AllToPoint,
            (_, State::Constant) => Saying::PlaneToPoint,
            (State::Constant, _) => Saying::LineToPoint,
            (State::Bent, _) => Saying::Line(deformation),
            (State::Linear, _) => Saying::Linear,
            _ => Saying::Straight(deformation),
        }
    }
}
