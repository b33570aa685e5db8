//! The number formats of the lens against NumPy, and every middle between two of their numbers.

use model::chain::Precision;

/// By bits, so that signed zeros differ and NaN is itself.
#[track_caller]
fn is(precision: Precision, x: f64, expected: f64) {
    let ours = precision.round(x);
    assert_eq!(
        ours.to_bits(),
        expected.to_bits(),
        "{precision:?}: {x:e} became {ours:e}, should be {expected:e}"
    );
}

fn check(row: &str) -> Result<(), String> {
    let cells: Vec<&str> = row.split(',').collect();
    let precision = Precision::ALL.into_iter().find(|p| p.id() == cells[0]);
    let bits = |cell: &str| u64::from_str_radix(cell, 16).expect(row);
    let x = f64::from_bits(bits(cells[1]));
    let ours = precision.expect(row).round(x);
    (ours.to_bits() == bits(cells[2]))
        .then_some(())
        .ok_or_else(|| format!("{x:e} became {ours:e}: {row}"))
}

#[test]
fn rounds_as_numpy_does() {
    let rows = include_str!("../reference/precision.csv").lines().skip(1);
    let wrong: Vec<String> = rows.filter_map(|row| check(row).err()).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_wrong_row_is_caught() {
    assert_eq!(check("f16,3ff0000000000000,3ff0000000000000"), Ok(()));
    assert!(check("f16,3ff0000000000000,3ff0000000000001").is_err());
}

/// A format of 16 bits as its definition reads (IEEE 754-2019, 3.4): the value of a pattern without its sign; ∞ is what would come after the largest number.
fn value(bits: u32, fraction: u32, bias: i32) -> f64 {
    let exponent = (bits >> fraction) as i32;
    let share = f64::from(bits & ((1 << fraction) - 1)) / f64::from(1u32 << fraction);
    match exponent {
        0 => share * 2f64.powi(1 - bias),
        _ => (1.0 + share) * 2f64.powi(exponent - bias),
    }
}

/// All 2 · 31744 numbers of f16, and all 2 · 32640 of bf16: each stays; the middle to the next goes to the even pattern, and 1 ulp of f64 beside it to the nearer one.
#[test]
fn every_middle_goes_to_the_even_side() {
    for (precision, fraction, bias) in [(Precision::F16, 10, 15), (Precision::Bf16, 7, 127)] {
        let infinite = (2 * bias as u32 + 1) << fraction;
        let of = |bits: u32| match bits {
            _ if bits == infinite => f64::INFINITY,
            _ => value(bits, fraction, bias),
        };
        for bits in 0..infinite {
            let middle = 0.5 * (value(bits, fraction, bias) + value(bits + 1, fraction, bias));
            let (low, high) = (of(bits), of(bits + 1));
            let even = if bits % 2 == 0 { low } else { high };
            for sign in [1.0, -1.0] {
                is(precision, sign * low, sign * low);
                is(precision, sign * middle, sign * even);
                is(precision, sign * middle.next_down(), sign * low);
                is(precision, sign * middle.next_up(), sign * high);
            }
        }
    }
}

#[test]
fn what_is_no_number_stays_none() {
    for precision in Precision::ALL {
        assert!(precision.round(f64::NAN).is_nan());
    }
}
