//! The products against the sums they stand for.

use super::*;

/// Numbers between -1 and 1 whose sums depend on their order.
fn numbers(count: usize, seed: u64) -> Vec<f64> {
    let mut random = crate::random::Random::new(seed, crate::random::Purpose::Init);
    (0..count).map(|_| random.normal()).collect()
}

/// For every shape of tile and rest, the sums written down plainly, in the order that the head of the module promises, to the bit.
#[test]
fn tiles_are_the_plain_sums() {
    for (units, inputs, samples) in (0..9 * 9 * 12).map(|n| (1 + n % 9, 1 + n / 9 % 9, 1 + n / 81))
    {
        let (weights, biases) = (numbers(units * inputs, 1), numbers(units, 2));
        let (x, g) = (numbers(inputs * samples, 3), numbers(units * samples, 4));
        let mut z = vec![7.0; units * samples];
        affine(&weights, &biases, &x, &mut z, samples);
        let mut y = vec![7.0; inputs * samples];
        transposed(&weights, &g, &mut y, samples);
        let (mut dw, mut db) = (vec![7.0; units * inputs], vec![7.0; units]);
        shares(&g, &x, &mut dw, &mut db, samples);
        for s in 0..samples {
            for o in 0..units {
                let terms = (0..inputs).map(|i| weights[o * inputs + i] * x[i * samples + s]);
                assert_eq!(
                    z[o * samples + s],
                    terms.fold(biases[o], |sum, term| sum + term)
                );
            }
            for i in 0..inputs {
                let terms = (0..units).map(|o| weights[o * inputs + i] * g[o * samples + s]);
                assert_eq!(y[i * samples + s], terms.fold(0.0, |sum, term| sum + term));
            }
        }
        for o in 0..units {
            let row = |rows: &[f64], r: usize| rows[r * samples..(r + 1) * samples].to_vec();
            assert_eq!(db[o], in_lanes(&row(&g, o)));
            for i in 0..inputs {
                let pairs = row(&g, o).into_iter().zip(row(&x, i));
                let terms: Vec<f64> = pairs.map(|(g, x)| g * x).collect();
                assert_eq!(dw[o * inputs + i], in_lanes(&terms));
            }
        }
    }
}

/// Four sums over every fourth term, and one over those that are left.
fn in_lanes(terms: &[f64]) -> f64 {
    let whole = terms.len() / 4 * 4;
    let lane = |lane: usize| {
        (lane..whole)
            .step_by(4)
            .fold(0.0, |sum, at| sum + terms[at])
    };
    let rest = terms[whole..].iter().fold(0.0, |sum, term| sum + term);
    (lane(0) + lane(1)) + (lane(2) + lane(3)) + rest
}
