//! Angles in radians to twice the digits of an `f64`, for the sine and cosine of a product however large.

use super::double_double::DoubleDouble;

/// An angle, up to whole turns.
#[derive(Clone, Copy, Debug)]
pub(super) struct Angle(DoubleDouble);

/// Below this the product itself is precise enough, and quicker.
const LARGE: f64 = 1e6;
const EIGHTH_TURN: DoubleDouble =
    DoubleDouble::new(std::f64::consts::FRAC_PI_4, 3.061616997868383e-17);
const TURN: DoubleDouble = DoubleDouble::new(std::f64::consts::TAU, 2.4492935982947064e-16);

impl Angle {
    /// `rate · x`, with no rounding of the product.
    pub(super) fn of_product(rate: f64, x: f64) -> Angle {
        if (rate * x).abs() < LARGE {
            Angle(DoubleDouble::product(rate, x))
        } else {
            let turns = fraction_of_turn(rate.abs(), x.abs()) * TURN;
            Angle(if (rate < 0.0) == (x < 0.0) {
                turns
            } else {
                -turns
            })
        }
    }

    /// Twice the angle.
    pub(super) fn doubled(self) -> Angle {
        Angle(DoubleDouble::new(2.0 * self.0.hi, 2.0 * self.0.lo))
    }

    /// The angle + π/4.
    pub(super) fn plus_eighth_turn(self) -> Angle {
        Angle(self.0 + EIGHTH_TURN)
    }

    /// Its sine.
    pub(super) fn sin(self) -> f64 {
        let DoubleDouble { hi, lo } = self.0;
        if lo == 0.0 {
            return libm::sin(hi); // keeps the sign of -0
        }
        // lo is so small that its own sine is lo and its cosine 1.
        libm::sin(hi) + lo * libm::cos(hi)
    }

    /// Its cosine.
    pub(super) fn cos(self) -> f64 {
        let DoubleDouble { hi, lo } = self.0;
        libm::cos(hi) - lo * libm::sin(hi)
    }
}

/// a·b/2π less the nearest whole number, for a·b ≥ 2²⁰ that may exceed the range of `f64`.
///
/// Payne and Hanek's idea: of 1/2π only those bits matter whose product with a·b is neither a whole number of turns nor too small to see.
fn fraction_of_turn(a: f64, b: f64) -> DoubleDouble {
    let (a_digits, a_exponent) = integer_and_exponent(a);
    let (b_digits, b_exponent) = integer_and_exponent(b);
    let digits = u128::from(a_digits) * u128::from(b_digits);
    // a·b = digits · 2^exponent, so the bits of 1/2π above 2^-exponent only add whole turns.
    let first_bit = (a_exponent + b_exponent + LEADING_ZEROS).max(0) as usize;
    let window: [u64; WINDOW] =
        std::array::from_fn(|k| bits_from(first_bit + 64 * (WINDOW - 1 - k)));
    let mut fraction = multiply(window, digits);
    let beyond_half = fraction[WINDOW - 1] >> 63 == 1;
    if beyond_half {
        fraction = fraction.map(|limb| !limb);
    }
    let sum = fraction.iter().fold(DoubleDouble::from(0.0), |sum, limb| {
        let high = DoubleDouble::from((limb >> 32) as u32 as f64);
        let low = DoubleDouble::from(*limb as u32 as f64);
        let shift = DoubleDouble::from(TWO_TO_MINUS_32);
        ((sum + low) * shift + high) * shift
    });
    if beyond_half { -sum } else { sum }
}

const TWO_TO_MINUS_32: f64 = 1.0 / 4_294_967_296.0;

/// A normal positive number as a 53-bit integer times a power of two.
fn integer_and_exponent(value: f64) -> (u64, i32) {
    let bits = value.to_bits();
    let digits = bits & ((1 << 52) - 1) | (1 << 52);
    (digits, (bits >> 52) as i32 - 1075)
}

/// 64 bits of the table, from any bit on.
fn bits_from(bit: usize) -> u64 {
    let limb = |index: usize| INVERSE_TURN.get(index).copied().unwrap_or(0);
    let (index, shift) = (bit / 64, bit % 64);
    match shift {
        0 => limb(index),
        _ => limb(index) << shift | limb(index + 1) >> (64 - shift),
    }
}

/// The product modulo 2³²⁰; limbs in ascending order.
fn multiply(window: [u64; WINDOW], digits: u128) -> [u64; WINDOW] {
    let mut product = [0; WINDOW];
    for (offset, factor) in [digits as u64, (digits >> 64) as u64]
        .into_iter()
        .enumerate()
    {
        let mut carry = 0;
        for (limb, place) in window.iter().zip(offset..WINDOW) {
            let sum = u128::from(*limb) * u128::from(factor) + u128::from(product[place]) + carry;
            product[place] = sum as u64;
            carry = sum >> 64;
        }
    }
    product
}

/// 320 bits: 106 for the product, 106 for the result, the rest for results close to a whole turn.
const WINDOW: usize = 5;
/// Zero bits ahead of the binary point in the table.
const LEADING_ZEROS: i32 = 128;
/// The bits of 1/2π, enough for parameters up to 10¹⁰⁰ and every x.
const INVERSE_TURN: [u64; 28] = [
    0,
    0,
    0x28be_60db_9391_054a,
    0x7f09_d5f4_7d4d_3770,
    0x36d8_a566_4f10_e410,
    0x7f94_58ea_f7ae_f158,
    0x6dc9_1b8e_9093_74b8,
    0x0192_4bba_8274_6487,
    0x3f87_7ac7_2c4a_69cf,
    0xba20_8d7d_4bae_d121,
    0x3a67_1c09_ad17_df90,
    0x4e64_758e_60d4_ce7d,
    0x2721_17e2_ef7e_4a0e,
    0xc7fe_25ff_f781_6603,
    0xfbcb_c462_d682_9b47,
    0xdb4d_9fb3_c9f2_c26d,
    0xd3d1_8fd9_a797_fa8b,
    0x5d49_eeb1_faf9_7c5e,
    0xcf41_ce7d_e294_a4ba,
    0x9afe_d7ec_47e3_5742,
    0x1580_cc11_bf1e_daea,
    0xfc33_ef08_26bd_0d87,
    0x6a78_e458_57b9_86c2,
    0x1966_6157_c528_1a10,
    0x237f_f620_135c_c9cc,
    0x4181_8555_b29c_ea32,
    0x5838_9ef0_231a_d1f1,
    0x0670_d9f3_773a_024a,
];
