#!/usr/bin/env python3
"""Coefficients of the Mills ratio polynomial in src/model/activation/gelu.rs (needs mpmath 1.3).

(1 + t) R(t), with R(t) = (1 - Phi(t)) / phi(t), interpolated at Chebyshev nodes of y = (t - 5) / (t + 5)
over 0 <= t <= 40; the largest relative error is printed last.
"""
from mpmath import mp, mpf, chebyt, cos, erfc, exp, fsum, linspace, nstr, pi, sqrt, taylor

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
