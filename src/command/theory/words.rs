//! What `theory` says: every line is true by itself.

use super::Theory;
use activation_lab::model::activation::Kind;
use activation_lab::model::propagation::{
    Correlated, Destination, FixedPoint, Phase, Stability, depth_scale,
};

/// Differences beyond this are not rounding.
const EXACT: f64 = 1e-14;

impl Theory {
    /// The lines for a terminal.
    pub(super) fn text(&self) -> String {
        let (activation, sigma_w, sigma_b) = (self.activation, self.sigma_w, self.sigma_b);
        let mut lines = vec![
            format!("{activation}, sigma_w = {sigma_w}, sigma_b = {sigma_b}"),
            self.way(),
            format!("chi_1 = {}", self.chi),
            format!("xi_1 = {}", layers(self.chi)),
            self.phase(),
            self.correlations(),
        ];
        if let (_, Some(chi)) = self.correlation() {
            lines.push(format!("chi_c = {chi}"));
            lines.push(format!("xi_c = {}", layers(chi)));
        }
        lines.extend(self.fixed_points());
        lines.extend(self.notes().iter().map(|note| format!("note: {note}")));
        lines.join("\n") + "\n"
    }

    /// Where the variance goes.
    fn way(&self) -> String {
        let start = self.start;
        match self.destination {
            Destination::Diverges => format!("from q0 = {start}: q grows beyond all bounds"),
            Destination::Fixed(point) if point.stability == Stability::Neutral => {
                format!("every q is a fixed point; from q0 = {start} it stays there")
            }
            Destination::Fixed(point) if (point.q - start).abs() <= EXACT * start => {
                format!("q0 = {start} is the fixed point q* itself")
            }
            Destination::Fixed(point) => format!("from q0 = {start}: drawn to q* = {}", point.q),
        }
    }

    fn phase(&self) -> String {
        let phase = Phase::of(self.chi);
        let gradients = match phase {
            Phase::Ordered => "gradients vanish",
            Phase::Chaotic => "gradients explode",
            Phase::Critical if self.is_on_a_line() => "gradients keep their size",
            Phase::Critical => "gradients change, if at all, more slowly than exponentially",
        };
        if self.jumps() {
            return format!("phase: not told by chi_1, as f jumps ({gradients})");
        }
        format!("phase: {} ({gradients})", phase.id())
    }

    /// Where the correlation goes.
    fn correlations(&self) -> String {
        let c0 = self.correlation;
        match (self.correlated, self.correlation().0) {
            (Ok(Correlated::Every), Some(_)) => {
                format!("every c is a fixed point; from c0 = {c0} it stays there")
            }
            (Ok(Correlated::Every), None) => {
                let place = match self.destination {
                    Destination::Fixed(_) => "at q* = 0",
                    Destination::Diverges => "as q grows",
                };
                format!(
                    "c*: none; {place} the layer becomes linear, and every c stays where the layers before have brought it"
                )
            }
            (Ok(Correlated::Fixed { slope, .. }), Some(c)) if c == c0 && slope > 1.0 => {
                format!("c0 = {c0} is an unstable fixed point: every other c moves away from it")
            }
            (Ok(Correlated::Fixed { .. }), Some(c)) if c == c0 => {
                format!("c0 = {c0} is the fixed point c* itself")
            }
            (Ok(Correlated::Fixed { .. }), Some(c)) => {
                format!("from c0 = {c0}: drawn to c* = {c}")
            }
            (Err(why), _) => format!("c*: none; {why}"),
            (Ok(Correlated::Fixed { .. }), None) => "c*: none".to_owned(),
        }
    }

    fn fixed_points(&self) -> Vec<String> {
        if self.points.is_empty() {
            return vec!["fixed points: none".to_owned()];
        } else if self.is_on_a_line() {
            let chi = self.chi;
            return vec![format!("fixed points: every q from 0 up, chi = {chi}")];
        }
        let mut lines = vec!["fixed points:".to_owned()];
        lines.extend(self.points.iter().map(|point| {
            let FixedPoint { q, chi, slope, .. } = point;
            let word = stability(point.stability);
            format!("  q = {q}: {word}, chi = {chi}, slope = {slope}")
        }));
        lines
    }

    /// What must be known with the numbers of the JSON: the lines that are more than a number, and the notes.
    pub(super) fn remarks(&self) -> Vec<String> {
        let mut remarks = Vec::new();
        if self.is_on_a_line() {
            remarks.push(self.way());
        }
        if !matches!(self.correlated, Ok(Correlated::Fixed { .. })) {
            remarks.push(self.correlations());
        }
        remarks.extend(self.notes());
        remarks
    }

    /// What the other lines leave open.
    fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        if self.jumps() {
            notes.push(self.jump());
        }
        if Phase::of(self.chi) == Phase::Critical && (self.chi - 1.0).abs() > EXACT {
            notes.push("chi_1 is within 1e-9 of 1, which counts as 1".to_owned());
        }
        let limit = match self.q_star() {
            Some(q) if q > 0.0 => return notes,
            Some(_) => "goes to 0",
            None => "grows",
        };
        if matches!(self.correlated, Ok(Correlated::Fixed { .. })) {
            notes.push(format!(
                "c_star and chi_c are of the correlation as q {limit}, relative to what the signal has become"
            ));
        }
        notes
    }

    /// Of a function that jumps.
    fn jump(&self) -> String {
        let places = self.activation.jumps();
        let places: Vec<String> = places.iter().map(f64::to_string).collect();
        let places = places.join(" and ");
        let elsewhere = if self.activation.kind() == Kind::Step {
            "0 everywhere else"
        } else {
            "taken everywhere else"
        };
        format!(
            "f jumps at x = {places}: f' does not exist there and is {elsewhere}, so chi_1 counts no gradient through the jump; the slope of the correlation map at c = 1 is infinite"
        )
    }
}

/// ξ of a factor.
fn layers(chi: f64) -> String {
    let scale = depth_scale(chi);
    if scale == f64::INFINITY {
        return "infinite".to_owned();
    }
    format!("{scale} layers")
}

/// What a factor makes of gradients, in a word.
pub(super) fn gradients(phase: Phase) -> &'static str {
    match phase {
        Phase::Ordered => "vanish",
        Phase::Chaotic => "explode",
        Phase::Critical => "neither",
    }
}

/// What becomes of a variance beside a fixed point.
pub(super) fn stability(stability: Stability) -> &'static str {
    match stability {
        Stability::Stable => "stable",
        Stability::Unstable => "unstable",
        Stability::OneSided => "stable from one side",
        Stability::Neutral => "neutral: every q is a fixed point",
    }
}
