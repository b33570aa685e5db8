//! Numbers that no double holds, in digits, against 4000-bit arithmetic (tests/reference/make_scaled.py).

use activation_lab::figure::{Cell, Name, Table};
use activation_lab::model::number;
use activation_lab::model::scaled::{Product, Scaled};

fn product(a: Scaled, b: Scaled) -> Scaled {
    let mut product = Product::from(a);
    product.multiply(b);
    product.scaled()
}

/// Exact, because powers of two do not round.
fn power_of_two(exponent: i64) -> Scaled {
    let mut factor = Scaled::new(if exponent < 0 { 0.5 } else { 2.0 });
    let (mut result, mut left) = (Scaled::ONE, exponent.unsigned_abs());
    while left > 0 {
        if left & 1 == 1 {
            result = product(result, factor);
        }
        factor = product(factor, factor);
        left >>= 1;
    }
    result
}

/// `0x1.8000000000000p+0`.
fn significand(hexadecimal: &str) -> f64 {
    let digits = &hexadecimal["0x1.".len().."0x1.".len() + 13];
    let bits = u64::from_str_radix(digits, 16).expect(hexadecimal);
    f64::from_bits(1023 << 52 | bits)
}

#[test]
fn seventeen_digits_are_those_of_exact_arithmetic() {
    let rows = include_str!("../reference/scaled.csv").lines().skip(1);
    let mut seen = 0;
    for row in rows {
        let cells: Vec<&str> = row.split(',').collect();
        let whole = |index: usize| cells[index].parse::<i64>().expect(row);
        for sign in [1.0, -1.0] {
            let unit = Scaled::new(sign * significand(cells[0]));
            let text = product(unit, power_of_two(whole(1))).to_string();
            let (mantissa, power) = text.split_once('e').expect(&text);
            let mut digits = mantissa.trim_start_matches('-').replace('.', "");
            digits.extend(std::iter::repeat_n('0', 17 - digits.len()));
            assert_eq!((digits.as_str(), power), (cells[2], cells[3]), "{row}");
            assert_eq!(text.starts_with('-'), sign < 0.0);
            // Our own output, as every other.
            assert!(number::decimal(&text).is_ok(), "{text}");
        }
        seen += 1;
    }
    assert!(seen > 230);
}

#[test]
fn json_has_numbers_as_far_as_doubles_go_and_texts_beyond() {
    let tiny = product(Scaled::new(3.0), power_of_two(-4000));
    let cells = vec![
        Cell::Scaled(Scaled::new(0.125)),
        Cell::Scaled(Scaled::new(2.5e-308)),
        Cell::Scaled(Scaled::new(0.0)),
        Cell::Scaled(Scaled::new(5e-324)),
        Cell::Scaled(tiny),
        Cell::Number(f64::NAN),
        Cell::Number(f64::NEG_INFINITY),
        Cell::Number(5e-324),
    ];
    let table = Table {
        columns: vec![Name::default(); cells.len()],
        rows: vec![cells],
    };
    // 3·2⁻⁴⁰⁰⁰ = 2.2758…·10⁻¹²⁰⁴ (mpmath: 2.2758236110402136e-1204).
    assert_eq!(
        serde_json::to_string(&table.rows[0]).expect("JSON"),
        r#"[0.125,2.5e-308,0.0,"4.9406564584124654e-324","2.2758236110402136e-1204","NaN","-inf",5e-324]"#
    );
    let line =
        "0.125,2.5e-308,0.0,4.9406564584124654e-324,2.2758236110402136e-1204,NaN,-inf,5e-324\n";
    assert!(table.csv().ends_with(line), "{}", table.csv());
}
