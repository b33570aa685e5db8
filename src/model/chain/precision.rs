//! Number formats narrower than `f64`, and rounding to them.

/// A floating-point format narrower than `f64`; rounding is to nearest, ties to even, subnormals kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// IEEE 754 binary16.
    F16,
    /// bfloat16: the exponent range of f32, eight significant bits.
    Bf16,
    /// IEEE 754 binary32.
    F32,
}

impl Precision {
    /// From the widest exponent loss to the least: the order in which they fail on small numbers.
    pub const ALL: [Precision; 3] = [Precision::F16, Precision::Bf16, Precision::F32];

    /// The nearest number of the format; of two that are equally near, the one whose last bit is 0.
    /// From half a step beyond its largest number on that is ∞, as in IEEE 754; zeros keep their sign.
    ///
    /// The product of two f16, bf16 or f32 numbers is exact in f64, so rounding it once here is the correctly rounded product.
    pub fn round(self, x: f64) -> f64 {
        if x == 0.0 || !x.is_finite() {
            return x;
        }
        let (digits, lowest, highest) = self.shape();
        // Below the smallest normal number the steps get no smaller.
        let last = libm::ilogb(x).max(lowest) - (digits - 1);
        // A power of two moves the point and rounds nothing: x has at most 53 bits, and here few of them stand before the point.
        let steps = libm::scalbn(x, -last).round_ties_even();
        let rounded = libm::scalbn(steps, last);
        if libm::ilogb(rounded) > highest && rounded != 0.0 {
            return f64::INFINITY.copysign(x);
        }
        rounded
    }

    /// Significant bits, and the exponents of the smallest normal number and of the largest (IEEE 754-2019, table 3.5).
    fn shape(self) -> (i32, i32, i32) {
        match self {
            Precision::F16 => (11, -14, 15),
            Precision::Bf16 => (8, -126, 127),
            Precision::F32 => (24, -126, 127),
        }
    }

    /// `f16`, `bf16` or `f32`.
    pub fn id(self) -> &'static str {
        match self {
            Precision::F16 => "f16",
            Precision::Bf16 => "bf16",
            Precision::F32 => "f32",
        }
    }
}
