use activation_lab::model::spread::{Plan, Spread};
#[test]
fn known() {
    for (name, gain) in [("gelu", 2f64.sqrt()), ("relu", 2f64.sqrt())] {
        let mut s = Spread::new(Plan {
            gain,
            seed: 3,
            ..Plan::new(name.parse().unwrap())
        });
        s.finish();
        for l in 0..20 {
            let z = s.layer(l).z();
            let a = s.layer(l).a();
            let q = z.iter().map(|x| x * x).sum::<f64>() / z.len() as f64;
            let p = a.iter().map(|x| x * x).sum::<f64>() / a.len() as f64;
            eprintln!(
                "{name} {l}: q={q:.4} a={p:.4} grad={:.4e}",
                10f64.powf(s.layer(l).log10_norm())
            );
        }
    }
}
