//! What `curves` opens with, and what it says of the first curve.

use crate::shown;
use activation_lab::figure::{Figure, Mark, Settings, View, find, link};
use activation_lab::model::activation::Activation;

fn figure() -> &'static Figure {
    find("curves").expect("curves")
}

fn view(link: &str) -> View {
    let mut settings = Settings::defaults(figure().controls);
    assert_eq!(link::apply(&mut settings, link), Vec::<String>::new());
    figure().view(&settings)
}

fn curves(view: &View) -> usize {
    let curve =
        |mark: &&Mark| matches!(mark, Mark::Line { name, .. } if !name.starts_with("tangent"));
    view.plots[0].marks.iter().filter(curve).count()
}

#[test]
fn it_opens_with_one_curve_and_the_others_join_in_one_press() {
    let mut settings = Settings::defaults(figure().controls);
    assert_eq!(curves(&figure().view(&settings)), 1);
    let action = &figure().actions[0];
    assert_eq!((action.label)(&settings), "Let the other curves join");
    (action.act)(&mut settings);
    let all = "sigmoid,tanh,relu,leaky_relu,gelu";
    assert_eq!(settings.text("activation").as_deref(), Some(all));
    assert_eq!(curves(&figure().view(&settings)), 5);
    assert_eq!((action.label)(&settings), "Only the first curve");
    (action.act)(&mut settings);
    assert_eq!(settings.text("activation").as_deref(), Some("sigmoid"));
    // Another first curve stays the first, with its parameters; one of the five comes once.
    for (first, then) in [
        (
            "elu(alpha=2)",
            "elu(alpha=2),sigmoid,tanh,relu,leaky_relu,gelu",
        ),
        (
            "leaky_relu(alpha=0.01)",
            "leaky_relu(alpha=0.01),sigmoid,tanh,relu,gelu",
        ),
    ] {
        settings.set("activation", first).expect(first);
        (action.act)(&mut settings);
        assert_eq!(settings.text("activation").as_deref(), Some(then));
        (action.act)(&mut settings);
        assert_eq!(settings.text("activation").as_deref(), Some(first));
    }
}

/// A small slope is not 0, and a curve that turns round, or leaks, is not saturated; the number below which a slope is small stands in the sentence.
#[test]
fn a_small_slope_is_said_as_what_it_is() {
    let little = "A little comes back, with its sign turned";
    for (name, x, parts) in [
        (
            "gelu",
            "-1",
            &["is −0.0833: small", "1.13, but not 0", little][..],
        ),
        ("silu", "-1.5", &["small", "but not 0", little]),
        ("mish", "-1.5", &["small", "but not 0", little]),
        (
            "leaky_relu",
            "-2",
            &["is 0.01: small", "but not 0. A little comes back."],
        ),
        (
            "sigmoid",
            "4",
            &[
                "is 0.0177, less than a tenth of its steepest, 0.25",
                "saturated",
            ],
        ),
        (
            "softsign",
            "3",
            &[
                "is 0.0625, less than a tenth of its steepest, 1",
                "saturated",
            ],
        ),
        (
            "exponential",
            "-3",
            &["is 0.0498, less than 0.1", "saturated"],
        ),
        ("relu", "-1", &["is exactly 0: no gradient"]),
        // e⁻¹²⁰⁰ and 1199 times as much, far below the range of f64: not 0.
        (
            "celu(alpha=0.01)",
            "-12",
            &["is 7.02 × 10⁻⁵²², less than a tenth", "saturated"],
        ),
        (
            "silu(beta=100)",
            "-12",
            &["is −8.42 × 10⁻⁵¹⁹", "saturated", "with its sign turned"],
        ),
        ("gelu", "-1.5", &["is multiplied by, with its sign turned"]),
        (
            "prelu(alpha=-1)",
            "0",
            &[
                "has a corner",
                "−1 on the left and 1 on the right",
                "sign turned",
            ],
        ),
    ] {
        let said = view(&format!("activation={name}&x={x}")).summary;
        for part in parts {
            assert!(said.contains(part), "{name}: {said}");
        }
        let says_nothing = said.contains("exactly 0") || said.contains("no gradient");
        let activation: Activation = name.parse().expect(name);
        let (sign, _) = activation.derivative_logarithm(x.parse().expect(x));
        assert_eq!(says_nothing, sign == 0.0, "{name}: {said}");
        assert_eq!(
            said.contains("saturated"),
            parts.contains(&"saturated"),
            "{name}: {said}"
        );
    }
}

/// A single point has no share of the inputs; a stretch has that of the normal distribution.
#[test]
fn one_point_is_no_share_of_the_inputs() {
    for (activation, share) in [
        ("tanh_shrink", "0 %"),
        ("gaussian", "0 %"),
        ("sine", "0 %"),
        ("squared_relu", "50 %"),
        // Within σ/2 of 0 lie 38.3 % of a normal distribution.
        ("soft_shrink", "38 %"),
    ] {
        let said = shown::view("curves", &[("inputs", "true"), ("activation", activation)]).summary;
        let told = format!("where its slope is exactly 0 it is {share}.");
        assert!(said.contains(&told), "{activation}: {said}");
    }
}

/// A share of nothing is 0, without a sign.
#[test]
fn a_share_has_no_sign() {
    for sigma in ["0.1", "1"] {
        for activation in ["sigmoid", "identity", "relu", "step"] {
            let pairs = [
                ("inputs", "true"),
                ("activation", activation),
                ("sigma", sigma),
            ];
            let view = shown::view("curves", &pairs);
            for id in ["flat_share", "dead_share"] {
                let share = view.measures.iter().find(|m| m.id == id).expect(id);
                let text = share.value.spelled();
                assert!(!text.starts_with('-'), "{activation}, {id}: {text}");
            }
        }
    }
}
