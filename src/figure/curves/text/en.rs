//! The words of `curves` in English.

use super::super::super::style::Styled;
use super::super::sample::Order;
use super::super::verdict::{Convention, Corner, Passing, Verdict};
use crate::model::activation::Activation;
use crate::model::scaled::Scaled;
use crate::view::number;

/// What a curve does at x.
pub fn sentence(verdict: &Verdict, curve: &Styled, x: f64) -> String {
    if let Some(corner) = &verdict.corner {
        return self::corner(verdict, corner, &curve.name, x);
    }
    let slope = number::scaled(verdict.slope, 3);
    let (flat, turned) = (flat(&curve.activation), turned(verdict.slope));
    let words = match verdict.passing {
        Passing::Nothing => "exactly 0: no gradient comes back through it".to_owned(),
        Passing::Saturated => format!(
            "{slope}, {flat}, and from here on it only gets flatter: it is saturated, and little comes back{turned}"
        ),
        Passing::Small => {
            format!("{slope}: small, {flat}, but not 0. A little comes back{turned}")
        }
        Passing::Through => {
            format!("{slope}: that is what a gradient coming back is multiplied by{turned}")
        }
    };
    let x = number::plain(x, 3);
    format!("At x = {x}, the slope of {} is {words}.", curve.name)
}

/// The number below which a slope counts as flat.
pub fn flat(activation: &Activation) -> String {
    let steepest = activation.largest_slope();
    if steepest.is_finite() {
        return format!(
            "less than a tenth of its steepest, {}",
            number::plain(steepest, 3)
        );
    }
    format!("less than {}", number::plain(activation.flat_slope(), 3))
}

/// What a negative slope does besides.
fn turned(slope: Scaled) -> &'static str {
    if slope.sign() < 0.0 {
        ", with its sign turned"
    } else {
        ""
    }
}

/// A place without a slope: what the two sides have, and what is taken.
fn corner(verdict: &Verdict, corner: &Corner, name: &str, x: f64) -> String {
    let number = |x: f64| number::plain(x, 3);
    let what = match corner.jump {
        Some((below, above)) => format!("jumps from {} to {}", number(below), number(above)),
        None => "has a corner".to_owned(),
    };
    let comes = match verdict.passing {
        Passing::Nothing => "no gradient comes back through it".to_owned(),
        _ => format!(
            "that is what a gradient coming back is multiplied by{}",
            turned(verdict.slope)
        ),
    };
    let (left, right) = corner.slopes;
    format!(
        "At x = {}, {name} {what}: its slope is {} on the left and {} on the right, and none at x itself. Taken is {}{}: {comes}.",
        number(x),
        number(left),
        number(right),
        number::scaled(verdict.slope, 3),
        convention(corner.convention),
    )
}

/// Who else takes the slope that is taken at a corner, after its number.
pub fn convention(convention: Convention) -> String {
    match convention {
        Convention::Ours => String::new(),
        Convention::JaxTakes(other) => {
            format!(" as in PyTorch (JAX takes {})", number::plain(other, 3))
        }
        Convention::Shared => " as in PyTorch".to_owned(),
    }
}

pub fn landing(sigma: f64, flat: &str, dead: &str) -> String {
    format!(
        "Of inputs drawn from N(0, {}²), the share that lands where it is nearly flat is {flat}, and where its slope is exactly 0 it is {dead}.",
        number::plain(sigma, 3),
    )
}

pub fn waves(names: &[&str]) -> String {
    match names {
        [name] => format!(
            "{name} waves faster than this picture can show: drawn is the band that it fills."
        ),
        names => format!(
            "{} wave faster than this picture can show: drawn are the bands that they fill.",
            names.join(", ")
        ),
    }
}

pub fn sides(left: &str, right: &str) -> String {
    format!(" by convention ({left} on the left, {right} on the right)")
}

pub fn title(order: Order) -> String {
    match order {
        Order::Value => "f: what the neuron passes on",
        Order::Slope => "f′: what comes back through it",
        Order::Curvature => "f″: how fast the slope changes",
    }
    .to_owned()
}

pub fn tangent(name: &str) -> String {
    format!("tangent of {name}")
}

pub fn band(name: &str) -> String {
    format!("where {name} waves")
}

pub fn inputs(sigma: &str) -> String {
    format!("inputs, N(0, {sigma}²), not to scale")
}

pub fn formula_of_slope(name: &str) -> String {
    format!("{name}, slope")
}

pub fn properties() -> [String; 11] {
    [
        "activation",
        "range",
        "monotone",
        "zero-centred",
        "smoothness",
        "slope at a corner",
        "saturates",
        "can die",
        "largest slope",
        "year",
        "paper",
    ]
    .map(str::to_owned)
}

pub fn join(alone: bool) -> String {
    match alone {
        true => "Let the other curves join",
        false => "Only the first curve",
    }
    .to_owned()
}
