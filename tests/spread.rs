use activation_lab::model::spread::{Plan, Spread};
#[test]
fn known() {
    for (name, gain) in [("sigmoid",1.0),("tanh",1.0),("relu",1.0),("relu",2f64.sqrt()),("gelu",2f64.sqrt())] {
        let mut d: Vec<f64> = (1..=12).map(|seed| {
            let mut s = Spread::new(Plan{gain, seed, ..Plan::new(name.parse().unwrap())});
            let t = std::time::Instant::now();
            s.finish();
            if seed==1 {eprintln!("{:?}", t.elapsed());}
            s.layer(0).log10_norm()-s.layer(19).log10_norm()
        }).collect();
        d.sort_by(f64::total_cmp);
        let m = 0.5*(d[5]+d[6]);
        eprintln!("{name} {gain}: {:e} {}", 10f64.powf(m), 10f64.powf(m/19.0));
    }
}
