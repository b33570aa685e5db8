#!/usr/bin/env python3
"""The two polynomials of GELU in src/model/activation/gelu.rs (needs mpmath 1.3).

MILLS: (1 + t) R(t), with R(t) = (1 - Phi(t)) / phi(t), interpolated at Chebyshev nodes of
y = (t - 5) / (t + 5) over 0 <= t <= 40.
NEAR_ZERO: f'(-t) = Phi(-t) - t phi(t), over d = t - T0, as Taylor coefficients at its zero T0.
The largest relative error of each is printed after it.
"""
from mpmath import mp, mpf, chebyt, cos, erfc, exp, findroot, fsum, linspace, npdf, ncdf, nstr, pi, sqrt, taylor

mp.dps = 60
CENTRE, TOP, DEGREE = mpf(5), mpf(40), 23


def scaled_ratio(y):
    t = CENTRE * (1 + y) / (1 - y)
    return (1 + t) * sqrt(pi / 2) * erfc(t / sqrt(2)) * exp(t * t / 2)


low, high = mpf(-1), (TOP - CENTRE) / (TOP + CENTRE)
middle, half = (high + low) / 2, (high - low) / 2
nodes = DEGREE + 1
angles = [pi * (2 * j + 1) / (2 * nodes) for j in range(nodes)]
samples = [scaled_ratio(middle + half * cos(angle)) for angle in angles]
chebyshev = [2 * fsum(s * cos(k * a) for s, a in zip(samples, angles)) / nodes for k in range(nodes)]
chebyshev[0] /= 2

monomial = [mpf(0)] * nodes
for k, c in enumerate(chebyshev):
    # T_k((y - middle) / half) expanded in y
    for power, term in enumerate(taylor(lambda y: chebyt(k, (y - middle) / half), 0, k)):
        monomial[power] += c * term

for c in monomial:
    print(f"    {float(c)!r},")
worst = max(
    abs(fsum(mpf(float(c)) * y**k for k, c in enumerate(monomial)) / scaled_ratio(y) - 1)
    for y in linspace(low, high, 2000)
)
print("# worst relative error", nstr(worst, 3), "sum of |c|", nstr(fsum(abs(c) for c in monomial), 5))


def left_slope(t):
    return ncdf(-t) - t * npdf(t)


REACH, TERMS = mpf("0.2"), 17
zero = findroot(left_slope, mpf("0.75"))
print("T0", repr(float(zero)), repr(float(zero - mpf(float(zero)))))
over_distance = taylor(left_slope, zero, TERMS)[1:]
for c in over_distance:
    print(f"    {float(c)!r},")
worst = max(
    abs(d * fsum(mpf(float(c)) * d**k for k, c in enumerate(over_distance)) / left_slope(zero + d) - 1)
    for d in linspace(-REACH, REACH, 2000)
    if d != 0
)
print("# worst relative error", nstr(worst, 3))
