//! Decimals are read to the nearest double: the standard library, which reads by other means, is the oracle.

use model::number::ascii;
use proptest::prelude::*;

#[track_caller]
fn check(text: &str) {
    let expected: f64 = text.parse().unwrap();
    let found = ascii(text).map(f64::to_bits);
    assert_eq!(
        found,
        Some(expected.to_bits()),
        "{text}, which is {expected:e}"
    );
}

/// Between each double and the next, and a last digit more or less than that.
fn between(size: f64) {
    // Every double has at most 1074 decimals, and what lies halfway to the next one more.
    let whole = |x: f64| format!("{x:.1075}");
    let [low, high] = [size, size.next_up()].map(whole);
    let digits = |text: &str| -> Vec<u8> { text.bytes().filter(|b| *b != b'.').collect() };
    let (low, high) = (digits(&low), digits(&high));
    let width = low.len().max(high.len());
    let point = width - 1075;
    let padded = |mut digits: Vec<u8>| {
        let mut zeros = vec![b'0'; width - digits.len()];
        zeros.append(&mut digits);
        zeros
    };
    let (low, high) = (padded(low), padded(high));
    // Their sum, halved from the front.
    let mut rest = 0;
    let mut halfway = String::new();
    let sum: Vec<u32> = low
        .iter()
        .zip(&high)
        .map(|(a, b)| u32::from(a - b'0') + u32::from(b - b'0'))
        .collect();
    for (index, digit) in sum.iter().enumerate() {
        let here = 10 * rest + digit;
        // A digit may be 10 or more: it is carried to the one before.
        if here / 2 > 9 {
            let mut at = halfway.len();
            let mut bytes = halfway.into_bytes();
            loop {
                at -= 1;
                if bytes[at] == b'.' {
                    continue;
                }
                if bytes[at] < b'9' {
                    bytes[at] += 1;
                    break;
                }
                bytes[at] = b'0';
            }
            halfway = String::from_utf8(bytes).unwrap();
        }
        if index == point {
            halfway.push('.');
        }
        halfway.push(char::from(b'0' + (here / 2 % 10) as u8));
        rest = here % 2;
    }
    for end in ["", "0000", "0001"] {
        check(&format!("{halfway}{end}"));
    }
    let (all_but_last, last) = halfway.split_at(halfway.len() - 1);
    if let Ok(digit @ 1..) = last.parse::<u8>() {
        check(&format!("{all_but_last}{}9", digit - 1));
    }
}

#[test]
fn the_ends_of_the_range_are_read_as_they_are() {
    for text in [
        "0",
        "-0",
        "0.0e5",
        "000.100",
        "1e22",
        "1e23",
        "9007199254740993",
        "9007199254740992.999",
        "123456789012345e22",
        "123456789012345e-22",
        "1234567890123456e22",
        "1.7976931348623157e308",
        "1.7976931348623158e308",
        "1.7976931348623159e308",
        "1e309",
        "-1e400",
        "2.2250738585072014e-308",
        "2.2250738585072011e-308",
        "4.9e-324",
        "5e-324",
        "2.4703282292062327e-324",
        "2.4703282292062328e-324",
        "2e-324",
        "1e-400",
        "-1e-999999999999",
        "1e999999999999",
        "0e999999999999",
        "0.000001",
        ".5",
        "5.",
        "6.62607015e-34",
    ] {
        check(text);
    }
    check(&format!("{}e-600", "7".repeat(700)));
    check(&format!("0.{}1", "0".repeat(350)));
    for size in [
        5e-324,
        1e-310,
        f64::MIN_POSITIVE,
        0.1,
        1.0,
        1.5,
        9e15,
        1e300,
        f64::MAX,
    ] {
        check(&format!("{size:.1075}"));
        if size < f64::MAX {
            between(size);
        }
    }
}

#[test]
fn what_is_no_number_is_none() {
    for text in [
        "", "-", ".", "e5", "1e", "1e5.5", "+1", "--1", "1 2", "0x1", "inf", "NaN", "１",
    ] {
        assert_eq!(ascii(text), None, "{text:?}");
    }
}

proptest! {
    #[test]
    fn any_double_reads_back_from_any_of_its_spellings(bits in any::<u64>(), digits in 0..40_usize) {
        let x = f64::from_bits(bits);
        prop_assume!(x.is_finite());
        for text in [format!("{x}"), format!("{x:e}"), format!("{x:.digits$e}")] {
            check(&text);
        }
    }

    #[test]
    fn any_decimal_is_read_to_the_nearest(digits in "[0-9]{1,40}", fraction in "[0-9]{0,40}", power in -380..380_i32) {
        check(&format!("{digits}.{fraction}e{power}"));
        check(&format!("{digits}e{}", power % 30));
    }

    #[test]
    fn halfway_goes_to_the_even_one(bits in 0..f64::MAX.to_bits()) {
        between(f64::from_bits(bits));
    }
}
