//! The formulas of `collapse`, with the present numbers in them.

use super::words::{in_a_sentence, matrix, percent, slope_and_height, vector};
use super::{Net, Scene, State};
use crate::model::collapse::Affine;
use crate::view::number;
use crate::view::*;

pub fn formulas(scene: &Scene) -> Vec<Formula> {
    vec![
        mixture(scene),
        weights(&scene.plane),
        biases(&scene.plane),
        at_x(scene),
    ]
}

/// `f_t` with t plugged in.
fn mixture(scene: &Scene) -> Formula {
    let bend = scene.line.deep.bend;
    let (t, rest) = (number::plain(bend.t, 3), number::plain(1.0 - bend.t, 3));
    let call = |name: &str| {
        format!("{name}<mo stretchy=\"false\">(</mo><mi>z</mi><mo stretchy=\"false\">)</mo>")
    };
    let (mathml, text) = match bend.t {
        _ if bend.is_identity() => ("<mi>z</mi>".to_owned(), "z".to_owned()),
        1.0 => (call("<mi>f</mi>"), "f(z)".to_owned()),
        _ => (
            format!(
                "<mn>{rest}</mn><mo>·</mo><mi>z</mi><mo>+</mo><mn>{t}</mn><mo>·</mo>{}",
                call("<mi>f</mi>")
            ),
            format!("{rest}·z + {t}·f(z)"),
        ),
    };
    let label = if bend.is_identity() {
        "Between two layers: nothing".to_owned()
    } else {
        format!(
            "Between two layers, f = {}",
            in_a_sentence(&scene.style.name)
        )
    };
    Formula {
        label,
        mathml: format!(
            "<math>{}<mo>=</mo>{mathml}</math>",
            call("<msub><mi>f</mi><mi>t</mi></msub>")
        ),
        text: format!("f_t(z) = {text}"),
    }
}

/// The product of the plane's matrices, or that there is none.
fn weights(net: &Net) -> Formula {
    let (value, grid) = (matrix(&net.single), grid(&net.single));
    if !matches!(net.state, State::Same) {
        let miss = percent(&net.miss);
        return Formula {
            label: format!("No single W does this: the best one is off by {miss} of the spread"),
            mathml: format!("<math>{}<mo>≈</mo>{grid}</math>", bold("W")),
            text: format!("W ≈ {value}"),
        };
    }
    let factors: Vec<usize> = (1..=net.count).rev().collect();
    let product: String = factors.iter().map(|n| indexed("W", *n)).collect();
    let spelled: Vec<String> = factors.iter().map(|n| format!("W_{n}")).collect();
    if net.count == 0 {
        return Formula {
            label: "Before the first layer nothing has happened".to_owned(),
            mathml: format!("<math>{}<mo>=</mo>{grid}</math>", bold("W")),
            text: format!("W = {value}"),
        };
    }
    Formula {
        label: "All the matrices, multiplied".to_owned(),
        mathml: format!(
            "<math>{}<mo>=</mo>{product}<mo>=</mo>{grid}</math>",
            bold("W")
        ),
        text: format!("W = {} = {value}", spelled.join("·")),
    }
}

/// The shift of the plane: each layer's, sent through the layers behind it.
fn biases(net: &Net) -> Formula {
    let (value, column) = (vector(&net.single.biases), column(&net.single.biases));
    if !matches!(net.state, State::Same) || net.count == 0 {
        let sign = if net.count == 0 { "=" } else { "≈" };
        return Formula {
            label: "Its shift".to_owned(),
            mathml: format!("<math>{}<mo>{sign}</mo>{column}</math>", bold("b")),
            text: format!("b {sign} {value}"),
        };
    }
    let last = net.count;
    let mut terms = vec![(indexed("b", last), format!("b_{last}"))];
    if last > 1 {
        let before = last - 1;
        terms.push((
            format!("{}{}", indexed("W", last), indexed("b", before)),
            format!("W_{last}·b_{before}"),
        ));
    }
    if last > 3 {
        terms.push(("<mo>⋯</mo>".to_owned(), "…".to_owned()));
    }
    if last > 2 {
        let factors: Vec<usize> = if last > 3 { vec![last, 2] } else { vec![3, 2] };
        let dots = if last > 3 { "<mo>⋯</mo>" } else { "" };
        terms.push((
            format!(
                "{}{dots}{}{}",
                indexed("W", factors[0]),
                indexed("W", factors[1]),
                indexed("b", 1)
            ),
            format!(
                "W_{}{}W_2·b_1",
                factors[0],
                if last > 3 { "⋯" } else { "·" }
            ),
        ));
    }
    let (mathml, text): (Vec<String>, Vec<String>) = terms.into_iter().unzip();
    Formula {
        label: "All the biases, each sent through the layers behind it".to_owned(),
        mathml: format!(
            "<math>{}<mo>=</mo>{}<mo>=</mo>{column}</math>",
            bold("b"),
            mathml.join("<mo>+</mo>")
        ),
        text: format!("b = {} = {value}", text.join(" + ")),
    }
}

/// Both networks of the line at x, to be compared.
fn at_x(scene: &Scene) -> Formula {
    let net = &scene.line;
    let [w, b] = slope_and_height(&net.single);
    let worked = number::worked_plain(&[w, scene.x, b], w * scene.x + b, 4, |x| x[0] * x[1] + x[2]);
    let (sign, single) = (worked.sign, &worked.result);
    let deep = net.deep.run(&[scene.x]).first().copied();
    let deep = number::plain(deep.unwrap_or(f64::NAN), 4);
    let [w, x, b] = [0, 1, 2].map(|index| worked.numbers[index].as_str());
    Formula {
        label: format!(
            "The single layer of the line at x; {} say {deep}",
            super::plots::layers(net.depth())
        ),
        mathml: format!(
            "<math><mi>w</mi><mi>x</mi><mo>+</mo><mi>b</mi><mo>=</mo><mn>{w}</mn><mo>·</mo><mn>{x}</mn><mo>+</mo><mo stretchy=\"false\">(</mo><mn>{b}</mn><mo stretchy=\"false\">)</mo><mo>{sign}</mo><mn>{single}</mn></math>"
        ),
        text: format!("w·x + b = {w}·{x} + ({b}) {sign} {single}"),
    }
}

fn bold(name: &str) -> String {
    format!("<mi mathvariant=\"bold\">{name}</mi>")
}

fn indexed(name: &str, index: usize) -> String {
    format!("<msub><mi>{name}</mi><mn>{index}</mn></msub>")
}

/// W between parentheses.
fn grid(map: &Affine) -> String {
    let cells = |row: &[f64]| {
        let cell = |w: &f64| format!("<mtd><mn>{}</mn></mtd>", number::plain(*w, 3));
        row.iter().map(cell).collect::<String>()
    };
    fenced(map.rows().map(cells))
}

/// A column between parentheses.
fn column(values: &[f64]) -> String {
    fenced(
        values
            .iter()
            .map(|v| format!("<mtd><mn>{}</mn></mtd>", number::plain(*v, 3))),
    )
}

fn fenced(rows: impl Iterator<Item = String>) -> String {
    let rows: String = rows.map(|row| format!("<mtr>{row}</mtr>")).collect();
    format!("<mrow><mo>(</mo><mtable>{rows}</mtable><mo>)</mo></mrow>")
}
