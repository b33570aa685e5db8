use activation_lab::model::spread::{Plan, Spread, forecast};
#[test]
fn known() {
    for (name, gain) in [
        ("sigmoid", 1.0),
        ("tanh", 1.0),
        ("relu", 1.0),
        ("relu", 2f64.sqrt()),
        ("gelu", 2f64.sqrt()),
    ] {
        let mut r: Vec<f64> = (1..=12)
            .map(|seed| {
                let mut s = Spread::new(Plan {
                    gain,
                    seed,
                    ..Plan::new(name.parse().unwrap())
                });
                s.finish();
                s.layer(0).log10_norm() - s.layer(19).log10_norm()
            })
            .collect();
        r.sort_by(f64::total_cmp);
        let m = 0.5 * (r[5] + r[6]);
        let f = forecast::forecast(&Plan {
            gain,
            ..Plan::new(name.parse().unwrap())
        });
        let e = f[0].log10_norm - f[19].log10_norm;
        eprintln!(
            "{name} {gain:.3} ratio {:.3e} factor {:.4} expected {:.3e} {:.4} spread {:?}",
            10f64.powf(m),
            10f64.powf(m / 19.0),
            10f64.powf(e),
            10f64.powf(e / 19.0),
            (r[0], r[11])
        );
    }
}
