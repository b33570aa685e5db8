//! Which lines `theory` prints: every one is true by itself.

use super::Theory;
use super::words::{self, Far, Gradients};
use activation_lab::language::marked;
use activation_lab::model::activation::Kind;
use activation_lab::model::propagation::{
    Correlated, Destination, FixedPoint, Phase, Stability, depth_scale,
};

/// Differences beyond this are not rounding.
const EXACT: f64 = 1e-14;

impl Theory {
    /// The lines for a terminal.
    pub(super) fn text(&self) -> String {
        let (sigma_w, sigma_b) = (said(self.sigma_w), said(self.sigma_b));
        let mut lines = vec![
            format!(
                "{}, sigma_w = {sigma_w}, sigma_b = {sigma_b}",
                self.activation
            ),
            self.way(),
            format!("chi_1 = {}", said(self.chi)),
            format!("xi_1 = {}", layers(self.chi)),
            self.phase(),
            self.correlations(),
        ];
        if let (_, Some(chi)) = self.correlation() {
            lines.push(format!("chi_c = {}", said(chi)));
            lines.push(format!("xi_c = {}", layers(chi)));
        }
        lines.extend(self.fixed_points());
        lines.extend(self.notes().iter().map(|note| words::note(note)));
        lines.join("\n") + "\n"
    }

    /// Where the variance goes.
    fn way(&self) -> String {
        let start = said(self.start);
        match self.destination {
            Destination::Diverges => words::grows(&start),
            Destination::Fixed(point) if point.stability == Stability::Neutral => {
                words::stays(&start)
            }
            Destination::Fixed(point) if (point.q - self.start).abs() <= EXACT * self.start => {
                words::is_fixed(&start)
            }
            Destination::Fixed(point) => words::drawn(&start, &said(point.q)),
        }
    }

    fn phase(&self) -> String {
        let phase = Phase::of(self.chi);
        let gradients = match phase {
            Phase::Ordered => Gradients::Vanish,
            Phase::Chaotic => Gradients::Explode,
            Phase::Critical if self.is_on_a_line() => Gradients::KeepTheirSize,
            Phase::Critical => Gradients::ChangeSlowly,
        };
        match self.jumps() {
            true => words::no_phase(gradients),
            false => words::phase(phase, gradients),
        }
    }

    /// Where the correlation goes.
    fn correlations(&self) -> String {
        let c0 = said(self.correlation);
        match (self.correlated, self.correlation().0) {
            (Ok(Correlated::Every), Some(_)) => words::c_stays(&c0),
            (Ok(Correlated::Every), None) => words::becomes_linear(match self.destination {
                Destination::Fixed(_) => Far::AtZero,
                Destination::Diverges => Far::Growing,
            }),
            (Ok(Correlated::Fixed { slope, .. }), Some(c))
                if c == self.correlation && slope > 1.0 =>
            {
                words::c_is_unstable(&c0)
            }
            (Ok(Correlated::Fixed { .. }), Some(c)) if c == self.correlation => {
                words::c_is_fixed(&c0)
            }
            (Ok(Correlated::Fixed { .. }), Some(c)) => words::c_drawn(&c0, &said(c)),
            (Err(why), _) => words::no_c(why),
            (Ok(Correlated::Fixed { .. }), None) => words::C_NONE.read(),
        }
    }

    fn fixed_points(&self) -> Vec<String> {
        if self.points.is_empty() {
            return vec![words::NO_FIXED_POINTS.read()];
        } else if self.is_on_a_line() {
            return vec![words::all_fixed(&said(self.chi))];
        }
        let mut lines = vec![words::FIXED_POINTS.read()];
        lines.extend(self.points.iter().map(|point| {
            let FixedPoint { q, chi, slope, .. } = point;
            let [q, chi, slope] = [*q, *chi, *slope].map(said);
            let line = words::fixed_point(&q, point.stability, &chi, &slope);
            format!("  {line}")
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
            let places = self.activation.jumps();
            let places: Vec<String> = places.iter().copied().map(said).collect();
            notes.push(words::jumps(&places, self.activation.kind() == Kind::Step));
        }
        if Phase::of(self.chi) == Phase::Critical && (self.chi - 1.0).abs() > EXACT {
            notes.push(words::NEARLY_ONE.read());
        }
        let far = match self.q_star() {
            Some(q) if q > 0.0 => return notes,
            Some(_) => Far::AtZero,
            None => Far::Growing,
        };
        if matches!(self.correlated, Ok(Correlated::Fixed { .. })) {
            notes.push(words::relative(far));
        }
        notes
    }
}

/// A number in full precision, with the mark of the language.
pub(super) fn said(number: f64) -> String {
    marked(number.to_string())
}

/// ξ of a factor.
fn layers(chi: f64) -> String {
    match depth_scale(chi) {
        f64::INFINITY => words::INFINITE.read(),
        scale => words::layers(&said(scale)),
    }
}

/// What a factor makes of gradients, as the JSON has it in all languages.
pub(super) fn gradients(phase: Phase) -> &'static str {
    match phase {
        Phase::Ordered => "vanish",
        Phase::Chaotic => "explode",
        Phase::Critical => "neither",
    }
}

/// What becomes of a variance beside a fixed point, in the same way.
pub(super) fn stability(stability: Stability) -> &'static str {
    match stability {
        Stability::Stable => "stable",
        Stability::Unstable => "unstable",
        Stability::OneSided => "stable from one side",
        Stability::Neutral => "neutral: every q is a fixed point",
    }
}
