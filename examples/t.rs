//! x
use activation_lab::model::propagation::*;
use activation_lab::model::activation::*;
use std::time::Instant;
fn main() {
    if let Ok(text) = std::fs::read_to_string("/tmp/propagation.csv") {
        let mut worst: Vec<(f64, String)> = vec![];
        for row in text.lines().skip(1) {
            let (name, rest) = row[1..].split_once('"').unwrap();
            if name == "step" { continue; }
            let c: Vec<f64> = rest[1..].split(',').map(|x| x.parse().unwrap()).collect();
            let p = Propagation::new(name.parse().unwrap(), 1.0, 0.0).unwrap();
            let m = p.moments(c[0]);
            let rel = |a: f64, b: f64| if a == b { 0.0 } else { (a - b).abs() / b.abs() };
            let e = [rel(m.square, c[1]), rel(m.slope_square, c[2]), rel(m.growth , c[3])];
            for (k, e) in e.iter().enumerate() { worst.push((*e, format!("{k} {name} q={} ours {:?}: {row}", c[0], m))); }
        }
        worst.sort_by(|a, b| b.0.total_cmp(&a.0));
        for k in 0..3 { println!("--- {k}"); for (e, w) in worst.iter().filter(|w| w.1.starts_with(&k.to_string())).take(9) { println!("{e:.2e} {w}"); } }
    }
    for kind in Kind::ALL {
        for p in kind.parameters() {
          for v in [1e-100, 1e-10, 1e-4, 1e4, 1e10, 1e100, -1e100, -1e-3, 0.0, -30.0] {
            let Ok(a) = Activation::new(*kind).with(p.id, v) else { continue };
            for (w, b) in [(1e-100, 0.0), (1e-3, 1e-3), (1.0, 0.0), (1.5, 0.1), (1e3, 0.0), (1e100, 1e100)] {
                let s = Instant::now();
                let f = Propagation::new(a, w, b).unwrap();
                let pts = f.fixed_points();
                let d = f.from_start(1.0).unwrap();
                let g = critical_gain(a, b).unwrap();
                let l = critical_line(a, (0.0, 100.0), 40).unwrap();
                let t = s.elapsed().as_secs_f64() * 1e3;
                let bad = pts.iter().any(|p| !p.q.is_finite() || p.slope.is_nan() || p.chi.is_nan()) || g.iter().any(|g| !g.is_finite()) || l.iter().flatten().any(|p| !p.sigma_w.is_finite() || p.sigma_b.is_nan());
                if bad || t > 20.0 { println!("{} {}={} w={w} b={b}: {t:.1} ms {pts:?} {g:?} {d:?}", kind.id(), p.id, v); }
            }
          }
        }
    }
    for kind in Kind::ALL {
        let a = Activation::new(*kind);
        for (w, b) in [(1e-100, 0.0), (1e-3, 1e-3), (1.0, 0.0), (1.5, 0.1), (1e3, 0.0), (1e100, 1e100), (1.0,1e-9), (2f64.sqrt(), 0.0), (1e-9, 0.0), (0.0, 3.0)] {
            let f = Propagation::new(a, w, b).unwrap();
            let s = Instant::now();
            let pts = f.fixed_points();
            let t = s.elapsed().as_secs_f64() * 1e3;
            let show: Vec<String> = pts.iter().map(|p| format!("{:.6e} {:?} V'={:.3e} chi={:.3e}", p.q, p.stability, p.slope, p.chi)).collect();
            println!("{} w={w} b={b}: {t:.1} ms {show:?}", kind.id());
        }
    }
}
