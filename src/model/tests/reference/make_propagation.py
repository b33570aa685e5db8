#!/usr/bin/env python3
"""The oracle for src/model/propagation: integrals against the normal density in mpmath, 40 digits.

    make_propagation.py moments > propagation.csv        E[f^2], E[f'^2] of every activation
    make_propagation.py points  > propagation_points.csv fixed points, with V' and chi

The functions are those of make_activation.py. The integrals go over pieces that end at kinks, double
in length away from 0 in z and are at most half as long as the bell is wide; mpmath refines each until
two orders of its rule agree. Waves are left out where they would turn thousands of times.
Fixed points are looked for between all neighbours of a grid of eight values of q a decade, from 0.001 to 10000.
"""
import sys
from multiprocessing import Pool

from mpmath import mp, mpf, exp, pi, sqrt, quad, findroot

from make_activation import CATALOGUE, VARIANTS, parse

DIGITS = 40
KINKS = {
    "hard_sigmoid": lambda p: [1 / (2 * p.get("slope", mpf(1) / 6))],
    "hard_tanh": lambda p: [mpf(1)],
    "relu6": lambda p: [mpf(6)],
    "hard_silu": lambda p: [mpf(3)],
    "soft_shrink": lambda p: [p.get("lambda", mpf(0.5))],
    "hard_shrink": lambda p: [p.get("lambda", mpf(0.5))],
    "threshold_relu": lambda p: [abs(p.get("theta", mpf(1)))],
}
QS = ["1e-12", "1e-6", "0.001", "0.02", "0.1", "0.5", "1", "2", "5", "30", "1000", "1e6", "1e8"]
WAVES = {"sine", "snake"}
POINTS = [
    ("tanh", "1.5", "0.05"), ("tanh", "0.9", "0.1"), ("tanh", "3", "0"), ("tanh", "1.001", "0"),
    ("sigmoid", "1", "0"), ("sigmoid", "4", "0.5"), ("gelu", "1.5", "0"), ("gelu", "1.5", "0.1"),
    ("gelu", "1.45", "0.05"), ("gelu", "1.9", "0"), ("silu", "1.7", "0"), ("silu", "1.8", "0.1"),
    ("mish", "1.5", "0"), ("selu", "1", "0"), ("elu", "1.2", "0.1"), ("softplus", "0.8", "0"),
    ("softplus", "1.3", "0.2"), ("arctan", "2", "0.1"), ("softsign", "2", "0.1"),
    ("hard_tanh", "1.2", "0.3"), ("relu6", "1.5", "0.2"), ("hard_silu", "1.6", "0"),
    ("tanh_shrink", "1.5", "0"), ("tanh_shrink", "1.2", "0.5"), ("soft_shrink", "1.5", "0.4"),
    ("hard_shrink", "1.2", "0.1"), ("hard_shrink", "0.9", "0.3"), ("threshold_relu", "1.6", "0.2"),
    ("threshold_relu(theta=-1)", "1.2", "0"), ("squared_relu", "0.5", "0.3"),
    ("gaussian", "1.5", "0.1"), ("exponential", "0.3", "0.1"), ("log_sigmoid", "1.2", "0"),
    ("squareplus", "1.1", "0"), ("sine", "2", "0"), ("snake", "0.8", "0.1"),
    ("celu(alpha=2)", "1.1", "0.1"), ("step", "2", "0.5"), ("hard_sigmoid", "3", "0"),
]


def edges(name, parameters, std):
    """Ascending x >= 0 at which pieces of the integral end."""
    kinks = [kink / std for kink in KINKS.get(name, lambda p: [])(parameters)]
    end = mpf(16) + (2 * std if name == "exponential" else 0)
    # behind a dead zone the mass lies just beyond its end
    silent = name in ("soft_shrink", "hard_shrink") or (name == "threshold_relu" and parameters.get("theta", 1) > 0)
    start = kinks[0] if silent and kinks[0] > 2 else mpf(0)
    end = sqrt(start ** 2 + end ** 2)
    cuts, x = [start], start
    while x < end:
        step = max(min(mpf(0.25) / std, mpf(0.5)), x / 2) if start == 0 else 1 / start
        following = min([x + min(step, mpf(0.5))] + [kink for kink in kinks if kink > x])
        cuts.append(following)
        x = following
    return cuts


def expectations(spec, q):
    """E[f^2], E[f'^2] and dE[f^2]/dq = E[f^2 (x^2 - 1)]/(2q), which holds for jumps too."""
    mp.dps = DIGITS
    name, parameters = parse(spec)
    function = CATALOGUE[name](**parameters)
    std = sqrt(mpf(q))
    cuts = edges(name, parameters, std)
    density = lambda x: exp(-x * x / 2) / sqrt(2 * pi)

    def expect(g):
        both = lambda x: (g(x) + g(-x)) * density(x)
        return quad(both, cuts, method="gauss-legendre", maxdegree=5)

    return (
        expect(lambda x: function.f(std * x) ** 2),
        expect(lambda x: function.first(std * x) ** 2),
        expect(lambda x: function.f(std * x) ** 2 * (x * x - 1)) / (2 * mpf(q)),
    )


def moments(job):
    spec, q = job
    square, slope_square, growth = expectations(spec, mpf(float(q)))
    show = lambda x: mp.nstr(x, 20)
    return f'"{spec}",{float(q)!r},{show(square)},{show(slope_square)},{show(growth)}'


def points(job):
    spec, sigma_w, sigma_b = job
    mp.dps = DIGITS
    w, b = mpf(float(sigma_w)) ** 2, mpf(float(sigma_b)) ** 2
    rest = lambda q: w * expectations(spec, q)[0] + b - q
    rows = []
    grid = [mpf(10) ** (mpf(k) / 8) for k in range(-24, 33)]
    values = [rest(q) for q in grid]
    for low, high, left, right in zip(grid, grid[1:], values, values[1:]):
        if (left > 0) != (right > 0):
            q = findroot(rest, (low, high), solver="anderson", tol=mpf(10) ** -50, verify=False)
            _, slope_square, growth = expectations(spec, q)
            numbers = [q, w * growth, w * slope_square]
            rows.append(f'"{spec}",{sigma_w},{sigma_b},' + ",".join(mp.nstr(x, 20) for x in numbers))
    return "\n".join(rows)


if __name__ == "__main__":
    with Pool(2) as pool:
        if sys.argv[1] == "moments":
            specs = list(CATALOGUE) + VARIANTS
            jobs = [
                (spec, q) for spec in specs for q in QS
                if not (parse(spec)[0] in WAVES and float(q) > 6)
                and not (spec.startswith("exponential") and float(q) > 300)
            ]
            print("activation,q,square,slope_square,growth")
            print("\n".join(pool.map(moments, jobs, chunksize=4)))
        else:
            print("activation,sigma_w,sigma_b,q,slope,chi")
            print("\n".join(row for row in pool.map(points, POINTS, chunksize=1) if row))
