//! What is known of an activation, in English.

use crate::language::marked;
use crate::model::activation::{
    Activation, Centre, Course, Death, Plateau, Range, Smoothness, short,
};

/// Where nothing is known.
const NOTHING: &str = "—";

pub fn facts(activation: &Activation) -> [String; 10] {
    let facts = activation.facts();
    let (year, authors) = match facts.paper {
        Some(paper) => (paper.year.to_string(), paper.authors.to_owned()),
        None => (NOTHING.to_owned(), NOTHING.to_owned()),
    };
    [
        range(facts.range),
        course(facts.course),
        centre(facts.centre).to_owned(),
        smoothness(facts.smoothness).to_owned(),
        convention(activation),
        plateaus(facts.plateaus),
        death(&facts.death),
        figure(facts.largest_slope),
        year,
        authors,
    ]
}

pub fn convention(activation: &Activation) -> String {
    let kinks = activation.kinks();
    if kinks.is_empty() {
        return "none needed".to_owned();
    }
    let taken = |x: &f64| {
        let slope = activation.derivative(*x);
        format!("f′({}) = {}", figure(*x), figure(slope))
    };
    let taken: Vec<String> = kinks.iter().map(taken).collect();
    let elsewhere = activation.slope_in_jax();
    let elsewhere = elsewhere.map(|slope| format!(" (JAX: {})", figure(slope)));
    taken.join(", ") + &elsewhere.unwrap_or_default()
}

fn range(range: Range) -> String {
    match range {
        Range::ZeroAndOne => "{0, 1}".to_owned(),
        Range::ZeroAndAbove(edge) => format!("{{0}} and ({}, ∞)", figure(edge)),
        Range::ZeroAndOutside(edge) => {
            let edge = figure(edge);
            format!("(−∞, −{edge}), {{0}} and ({edge}, ∞)")
        }
        Range::Between {
            ends: [low, high],
            attained: [has_low, has_high],
        } => {
            let open = if has_low { '[' } else { '(' };
            let close = if has_high { ']' } else { ')' };
            format!("{open}{}, {}{close}", figure(low), figure(high))
        }
    }
}

fn course(course: Course) -> String {
    match course {
        Course::Rises => "yes".to_owned(),
        Course::Falls { x, f } => format!(
            "no: falls to {} at x = {}, then rises",
            figure(f),
            figure(x)
        ),
        Course::JumpsDown(to) => {
            let to = figure(to);
            format!("no: jumps down to {to} at x = {to}, then rises")
        }
        Course::Waves => "no: periodic".to_owned(),
        Course::RisesThenFalls => "no: rises to 1 at x = 0, then falls".to_owned(),
    }
}

fn centre(centre: Centre) -> &'static str {
    match centre {
        Centre::Odd => "yes: f(−x) = −f(x)",
        Centre::KeepsMean => "nearly: its parameters are chosen so that mean 0 stays mean 0",
        Centre::BothSigns => "partly: both signs occur",
        Centre::MostlyPositive => "no: mostly positive",
        Centre::NeverPositive => "no: never positive",
        Centre::NeverNegative => "no: never negative",
    }
}

fn smoothness(smoothness: Smoothness) -> &'static str {
    match smoothness {
        Smoothness::Jumps => "discontinuous (f jumps)",
        Smoothness::Corners => "C⁰ (continuous, f′ jumps)",
        Smoothness::Once => "C¹ (f′ continuous, f″ jumps)",
        Smoothness::Smooth => "C∞ (smooth)",
    }
}

fn plateaus([left, right]: [Option<Plateau>; 2]) -> String {
    let side = |plateau: Option<Plateau>, end: &str| {
        let Plateau { value, is_reached } = plateau?;
        let verb = if is_reached { "at" } else { "towards" };
        Some(format!("{verb} {} as x → {end}", figure(value)))
    };
    let sides = [side(left, "−∞"), side(right, "+∞")];
    let sides: Vec<String> = sides.into_iter().flatten().collect();
    match sides.is_empty() {
        true => "no".to_owned(),
        false => sides.join(", "),
    }
}

fn death(death: &Death) -> String {
    match death {
        Death::Never => "no: f′ is never 0 on an interval".to_owned(),
        Death::Everywhere => {
            "yes: f′ is 0 everywhere, so nothing can be learned through it".to_owned()
        }
        Death::Zones(zones) => {
            let zones: Vec<String> = zones.iter().map(zone).collect();
            format!("yes: f′ is exactly 0 for {}", zones.join(" and "))
        }
    }
}

fn zone(&(low, high): &(f64, f64)) -> String {
    if low == f64::NEG_INFINITY {
        format!("x < {}", figure(high))
    } else if high == f64::INFINITY {
        format!("x > {}", figure(low))
    } else {
        format!("{} < x < {}", figure(low), figure(high))
    }
}

/// A number as the table shows it, with a true minus sign.
fn figure(value: f64) -> String {
    if value.is_infinite() {
        return if value > 0.0 { "∞" } else { "−∞" }.to_owned();
    }
    marked(short(value + 0.0).replace('-', "−"))
}
