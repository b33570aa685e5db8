#!/usr/bin/env python3
"""The oracle for src/model/propagation/correlation: two inputs through one random layer.

    make_correlation.py map    > correlation.csv        E[f f] and its derivative by the covariance
    make_correlation.py points > correlation_points.csv the stable fixed point c* of the map, and its slope there

With u1, u2 jointly normal, both of variance q and with correlation c, Mehler's formula makes
E[f(u1) f(u2)] the power series of sum a_n^2 c^n, a_n being the coefficients of f in the normalised
Hermite polynomials; its derivative counts jumps. That shares nothing with the two-dimensional
integrals of the Rust code. The functions are those of make_activation.py, in mpmath; the sums over
nodes are taken with the 64 bits of numpy's long double, which leaves 17 digits of E[f^2].
The series of a function with kinks is too slow close to c = 1: hence nothing above 0.99 here.
"""
import sys
from multiprocessing import Pool

import numpy as np
from mpmath import mp, mpf, exp, pi, sqrt, linspace
from mpmath.calculus.quadrature import GaussLegendre

from make_activation import CATALOGUE, parse
from make_propagation import KINKS

DIGITS = 25
TERMS = 4000
SPECS = list(CATALOGUE) + [
    "leaky_relu(alpha=-1)", "prelu(alpha=1)", "elu(alpha=0.5)", "celu(alpha=2)", "silu(beta=3)",
    "squareplus(b=0.1)", "hard_sigmoid(slope=0.2)", "soft_shrink(lambda=1)", "threshold_relu(theta=-1)",
    "sine(omega=3)", "snake(a=0.3)",
]
QS = ["0.1", "1", "8"]
CS = [-1.0, -0.9, -0.4, 0.0, 0.3, 0.75, 0.93, 0.99]
POINTS = [
    ("tanh", "1.5", "0.05"), ("tanh", "1.2", "0.3"), ("tanh", "3", "0"), ("tanh", "3", "1"), ("tanh", "0.9", "0.1"),
    ("sigmoid", "1", "0"), ("sigmoid", "12", "0.5"), ("arctan", "2", "0.1"), ("softsign", "2", "0.1"),
    ("hard_tanh", "1.6", "0.3"), ("hard_tanh", "3", "0.2"), ("relu6", "1.5", "0.2"), ("relu6", "2.5", "0"),
    ("elu", "1.2", "0.1"), ("selu", "1", "0"), ("softplus", "0.8", "0"),
    ("tanh_shrink", "1.2", "0.5"), ("hard_shrink", "0.9", "0.3"), ("threshold_relu", "1.2", "0.6"),
    ("squared_relu", "0.5", "0.3"), ("gaussian", "1.5", "0.1"), ("gaussian", "4", "0"), ("exponential", "0.3", "0.1"),
    ("sine", "2", "0.5"), ("sine(omega=30)", "1", "0.1"), ("snake", "0.8", "0.1"), ("step", "2", "0.5"), ("step", "1", "0"),
    ("hard_sigmoid", "6", "0"), ("celu(alpha=2)", "1.1", "0.1"), ("log_sigmoid", "0.7", "0.5"),
]


def nodes(name, parameters, std):
    """(x, weight of the normal distribution) over pieces that end at kinks."""
    end = 13 + (2 * std if name == "exponential" else 0)
    width = min(mpf(1) / 10, mpf(1) / 2 / std)
    positive = KINKS.get(name, lambda p: [])(parameters)
    kinks = {mpf(0), *positive, *(-kink for kink in positive)}
    cuts = sorted({kink / std for kink in kinks} | set(linspace(-end, end, int(2 * end / width) + 2)))
    points = GaussLegendre(mp).calc_nodes(4, mp.prec + 20)
    for low, high in zip(cuts, cuts[1:]):
        for node, weight in points:
            x = (low + high) / 2 + (high - low) / 2 * node
            yield x, weight * (high - low) / 2 * exp(-x * x / 2) / sqrt(2 * pi)


def long_double(x):
    """The long double nearest to x, from two doubles."""
    high = float(x)
    return np.longdouble(high) + np.longdouble(float(x - high))


def coefficients(spec, q):
    """a_n^2 for n below TERMS."""
    mp.dps = DIGITS
    name, parameters = parse(spec)
    function = CATALOGUE[name](**parameters)
    std = sqrt(mpf(q))
    pairs = list(nodes(name, parameters, std))
    x = np.array([long_double(x) for x, _ in pairs])
    mass = np.array([long_double(weight * function.f(std * x)) for x, weight in pairs])
    below, here = np.zeros_like(x), np.ones_like(x)
    squares = []
    for n in range(TERMS):
        squares.append(np.sum(mass * here) ** 2)
        below, here = here, (x * here - np.sqrt(np.longdouble(n)) * below) / np.sqrt(np.longdouble(n + 1))
    return np.array(squares)


def series(squares, c):
    """E[f f] and its derivative by c."""
    value = slope = np.longdouble(0)
    for square in squares[::-1]:
        slope = slope * c + value
        value = value * c + square
    return value, slope


def show(*numbers):
    return ",".join(np.format_float_scientific(x, 17) for x in numbers)


def map_rows(job):
    spec, q = job
    squares = coefficients(spec, float(q))
    rows = []
    for c in CS:
        value, slope = series(squares, np.longdouble(c))
        # at -1 a function with kinks leaves a remainder behind the last term
        if abs(c) < 1 or np.sum(squares[-100:]) < 1e-30 * np.sum(squares):
            rows.append(f'"{spec}",{float(q)!r},{c!r},{show(value, slope / np.longdouble(float(q)))}')
    return "\n".join(rows)


def points(job):
    from make_propagation import expectations
    spec, sigma_w, sigma_b = job
    w, b = mpf(float(sigma_w)) ** 2, mpf(float(sigma_b)) ** 2
    rest = lambda q: w * expectations(spec, q)[0] + b - q
    # the start that the command takes goes up or down to the next fixed point
    q = mpf(1)
    for _ in range(30):
        q += rest(q)
    for _ in range(6):
        square, slope_square, growth = expectations(spec, q)
        q -= (w * square + b - q) / (w * growth - 1)
    assert abs(rest(q)) < mpf(10) ** -24 * q, (spec, q, rest(q))
    chi = w * expectations(spec, q)[1]
    q, w, b = (long_double(number) for number in (q, w, b))
    if chi <= 1 and parse(spec)[0] not in ("step", "hard_shrink", "threshold_relu"):
        return f'"{spec}",{sigma_w},{sigma_b},{show(q, np.longdouble(1), long_double(chi))}'
    squares = coefficients(spec, mpf(float(q)) + mpf(float(q - np.longdouble(float(q)))))
    # convex, and above 0 to the left of the root: Newton's method from 0 never passes it
    c = np.longdouble(0)
    for _ in range(200):
        value, slope = series(squares, c)
        step = ((w * value + b) / q - c) / (1 - w * slope / q)
        c += step
        if abs(step) < 1e-18:
            break
    assert c < 0.99, (spec, c)
    return f'"{spec}",{sigma_w},{sigma_b},{show(q, c, w * series(squares, c)[1] / q)}'


if __name__ == "__main__":
    with Pool(2) as pool:
        if sys.argv[1] == "map":
            print("activation,q,c,product,slope")
            print("\n".join(pool.map(map_rows, [(spec, q) for spec in SPECS for q in QS], chunksize=1)))
        else:
            print("activation,sigma_w,sigma_b,q,c,chi")
            for row in pool.imap(points, POINTS, chunksize=1):
                print(row, flush=True)
