//! What mean-field theory expects of random networks: closed forms, and wide networks that are measured.

use activation_lab::model::spread::forecast::{critical_gains, forecast, log10_final_factor, mean};
use activation_lab::model::spread::{Plan, Spread};

fn plan(activation: &str) -> Plan {
    Plan::new(activation.parse().expect(activation))
}

fn finished(plan: Plan) -> Spread {
    let mut spread = Spread::new(plan);
    spread.finish();
    spread
}

/// Plain, residual, normalised, both.
const STRUCTURES: [(bool, bool); 4] = [(false, false), (true, false), (false, true), (true, true)];

/// E[ReLU] = √(q/2π), and odd functions have mean 0. A rule of 2048 nodes leaves 1e-6 of std at most where the kink lies at 0.
#[test]
fn means_have_their_closed_form() {
    let [relu, tanh] = ["relu", "tanh"].map(|name| name.parse().expect(name));
    for q in [1e-6, 0.3, 4.0, 1e6] {
        let exact = (q / std::f64::consts::TAU).sqrt();
        assert!(
            (mean(&relu, q) / exact - 1.0).abs() < 1e-5,
            "{q}: {}",
            mean(&relu, q)
        );
        assert!(mean(&tanh, q).abs() < 1e-12);
    }
}

/// ReLU by hand: plain χ = g²/2; with layer norm g²·(1/2)/(g²/2) = 1 whatever g is; in a residual network ∂L/∂a grows by 1 + g²/2, and so does ∂L/∂z, as its E[f′²] is the same everywhere.
#[test]
fn the_theory_has_its_closed_forms() {
    let per_layer = |plan: Plan| {
        let layers = forecast(&plan);
        (layers[0].log10_norm - layers[19].log10_norm) / 19.0
    };
    for gain in [0.5, 1.0, 2.0] {
        let own = Plan {
            gain,
            ..plan("relu")
        };
        let exact = 0.5 * f64::log10(gain * gain / 2.0);
        assert!((per_layer(own) - exact).abs() < 1e-12);
        assert!((log10_final_factor(&own) - exact).abs() < 1e-12);
        let normed = Plan {
            layer_norm: true,
            ..own
        };
        assert!(log10_final_factor(&normed).abs() < 1e-12);
        let short = Plan {
            residual: true,
            ..own
        };
        let exact = 0.5 * f64::log10(1.0 + gain * gain / 2.0);
        assert!((per_layer(short) - exact).abs() < 1e-12);
    }
    let gains = |name: &str, bias_std| {
        critical_gains(&Plan {
            bias_std,
            ..plan(name)
        })
    };
    for (name, bias_std, exact) in [
        ("tanh", 0.0, 1.0),
        ("relu", 0.0, std::f64::consts::SQRT_2),
        ("relu", 1.0, std::f64::consts::SQRT_2),
        ("identity", 0.7, 1.0),
    ] {
        let found = gains(name, bias_std);
        assert!(
            found.len() == 1 && (found[0] - exact).abs() < 1e-9,
            "{name}: {found:?}"
        );
    }
    assert!(gains("step", 0.0).is_empty());
    let short = Plan {
        residual: true,
        ..plan("tanh")
    };
    assert!(critical_gains(&short).is_empty());
}

/// In wide networks the measured norm falls onto the theory's line, whatever the structure.
///
/// Of width N, log₁₀ of a norm wanders by about √(5/N)/(2·ln 10) = 0.02 decades per layer; over 9 layers that is 0.07, and in a residual network less. Four times that.
#[test]
fn wide_networks_follow_the_theory() {
    for name in ["sigmoid", "tanh", "relu", "gelu"] {
        for (residual, layer_norm) in STRUCTURES {
            let plan = Plan {
                width: 320,
                depth: 10,
                bias_std: 0.2,
                gain: 1.3,
                batch: 24,
                residual,
                layer_norm,
                ..plan(name)
            };
            let (spread, expected) = (finished(plan), forecast(&plan));
            for (measured, expected) in spread.layers().iter().zip(&expected) {
                let off = measured.log10_norm() - expected.log10_norm;
                assert!(off.abs() < 0.28, "{name} {residual} {layer_norm}: {off}");
                let off = measured.z_moments().std / expected.q.sqrt() - 1.0;
                assert!(off.abs() < 0.3, "{name} {residual} {layer_norm}: z {off}");
            }
        }
    }
}
