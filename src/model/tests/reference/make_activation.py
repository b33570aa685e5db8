#!/usr/bin/env python3
"""The oracle for src/model/activation: every function with its first two derivatives in mpmath 1.3.

    make_activation.py                 writes activation.csv and activation_logarithm.csv beside this file
    make_activation.py score COMMAND   scores `COMMAND SPEC --order N` (numbers in and out, one a line)
                                       on a denser grid; COMMAND is e.g. "activation-lab values"

Formulas are the textbook ones of the table of activations, evaluated with enough digits that their
cancellation does not matter; they share nothing with the Rust code. Conventions at kinks: PyTorch's
for f', 0 for f''.
"""
import math
import subprocess
import sys
from collections import namedtuple
from pathlib import Path

import mpmath
from mpmath import mp, mpf, erfc, exp, log, log10, pi, sin, cos, sqrt, tanh

Orders = namedtuple("Orders", "f first second")
ZERO = lambda x: mpf(0)


def sigmoid(x):
    return 1 / (1 + exp(-x))


def sigmoid_1(x):
    return exp(-abs(x)) / (1 + exp(-abs(x))) ** 2


def sigmoid_2(x):
    return -sigmoid_1(x) * tanh(x / 2)


def sech_squared(x):
    return 4 * exp(-2 * abs(x)) / (1 + exp(-2 * abs(x))) ** 2


def piecewise(*pieces):
    """(condition, orders) pairs; the first that holds, else zero."""
    def order(n):
        def evaluate(x):
            for holds, orders in pieces:
                if holds(x):
                    return mpf(orders[n](x))
            return mpf(0)
        return evaluate
    return Orders(order(0), order(1), order(2))


LINE = Orders(lambda x: x, lambda x: mpf(1), ZERO)
ONE = Orders(lambda x: mpf(1), ZERO, ZERO)


def gated(s):
    """x s(x) for s given with its first two derivatives."""
    return Orders(
        lambda x: x * s[0](x),
        lambda x: s[0](x) + x * s[1](x),
        lambda x: 2 * s[1](x) + x * s[2](x),
    )


def scaled_sigmoid(u, u1, u2):
    """sigma(u(x)) with its first two derivatives."""
    return Orders(
        lambda x: sigmoid(u(x)),
        lambda x: u1(x) * sigmoid_1(u(x)),
        lambda x: u2(x) * sigmoid_1(u(x)) + u1(x) ** 2 * sigmoid_2(u(x)),
    )


def swish(beta):
    return gated(scaled_sigmoid(lambda x: beta * x, lambda x: beta, ZERO))


def gelu():
    phi = lambda x: exp(-x * x / 2) / sqrt(2 * pi)
    # mpmath's erfc cannot take huge arguments; from 1e6 on the normal distribution is 0 or 1 to 10^11 digits
    big_phi = lambda x: erfc(-x / sqrt(mpf(2))) / 2 if abs(x) < 1e6 else mpf(x > 0)
    return gated(Orders(big_phi, phi, lambda x: -x * phi(x)))


def gelu_tanh():
    k = mpf("0.044715")
    return gated(scaled_sigmoid(
        lambda x: 2 * sqrt(2 / pi) * (x + k * x ** 3),
        lambda x: 2 * sqrt(2 / pi) * (1 + 3 * k * x ** 2),
        lambda x: 2 * sqrt(2 / pi) * 6 * k * x,
    ))


def mish():
    s = lambda x: log(1 + exp(x)) if x > -5 else mpmath.log1p(exp(x))
    # tanh(s) with s' = sigma, s'' = sigma'
    return gated(Orders(
        lambda x: tanh(s(x)),
        lambda x: sech_squared(s(x)) * sigmoid(x),
        lambda x: sech_squared(s(x)) * (sigmoid_1(x) - 2 * tanh(s(x)) * sigmoid(x) ** 2),
    ))


def exponential_unit(alpha, scale):
    return piecewise(
        (lambda x: x > 0, Orders(lambda x: scale * x, lambda x: scale, ZERO)),
        (lambda x: True, Orders(
            lambda x: scale * alpha * mpmath.expm1(x),
            lambda x: scale * alpha * exp(x),
            lambda x: scale * alpha * exp(x) if x < 0 else mpf(0),
        )),
    )


def celu(alpha):
    return piecewise(
        (lambda x: x >= 0, LINE),
        (lambda x: True, Orders(
            lambda x: alpha * mpmath.expm1(x / alpha),
            lambda x: exp(x / alpha),
            lambda x: exp(x / alpha) / alpha,
        )),
    )


def leaky(alpha):
    return piecewise(
        (lambda x: x > 0, LINE),
        (lambda x: True, Orders(lambda x: alpha * x, lambda x: alpha, ZERO)),
    )


def hard_sigmoid(slope):
    edge = 1 / (2 * slope)
    return piecewise(
        (lambda x: x >= edge, ONE),
        (lambda x: x > -edge, Orders(lambda x: slope * x + mpf(1) / 2, lambda x: slope, ZERO)),
    )


def hard_shrink(bound):
    return piecewise((lambda x: abs(x) > bound, LINE))


def soft_shrink(bound):
    return piecewise(
        (lambda x: x > bound, Orders(lambda x: x - bound, *LINE[1:])),
        (lambda x: x < -bound, Orders(lambda x: x + bound, *LINE[1:])),
    )


def squareplus(b):
    return Orders(
        lambda x: b / (2 * (sqrt(x * x + b) + abs(x))) if x < 0 else (x + sqrt(x * x + b)) / 2,
        lambda x: (sqrt(x * x + b) + x) / (2 * sqrt(x * x + b)) if x > 0
        else b / (2 * (sqrt(x * x + b) - x) * sqrt(x * x + b)),
        lambda x: b / (2 * sqrt(x * x + b) ** 3),
    )


def sine(w):
    return Orders(lambda x: sin(w * x), lambda x: w * cos(w * x), lambda x: -w * w * sin(w * x))


def snake(a):
    return Orders(
        lambda x: x + sin(a * x) ** 2 / a,
        lambda x: 1 + sin(2 * a * x),
        lambda x: 2 * a * cos(2 * a * x),
    )


softplus = Orders(
    lambda x: mpmath.log1p(exp(x)) if x < 0 else x + mpmath.log1p(exp(-x)), sigmoid, sigmoid_1
)

CATALOGUE = {
    "identity": lambda: LINE,
    "step": lambda: piecewise((lambda x: x >= 0, ONE)),
    "sigmoid": lambda: Orders(sigmoid, sigmoid_1, sigmoid_2),
    "tanh": lambda: Orders(tanh, sech_squared, lambda x: -2 * tanh(x) * sech_squared(x)),
    "hard_sigmoid": lambda slope=None: hard_sigmoid(mpf(1) / 6 if slope is None else slope),
    "hard_tanh": lambda: piecewise(
        (lambda x: x >= 1, ONE),
        (lambda x: x > -1, LINE),
        (lambda x: True, Orders(lambda x: mpf(-1), ZERO, ZERO)),
    ),
    "softsign": lambda: Orders(
        lambda x: x / (1 + abs(x)),
        lambda x: 1 / (1 + abs(x)) ** 2,
        lambda x: -2 * mpmath.sign(x) / (1 + abs(x)) ** 3,
    ),
    "arctan": lambda: Orders(
        mpmath.atan, lambda x: 1 / (1 + x * x), lambda x: -2 * x / (1 + x * x) ** 2
    ),
    "relu": lambda: piecewise((lambda x: x > 0, LINE)),
    "relu6": lambda: piecewise(
        (lambda x: x >= 6, Orders(lambda x: mpf(6), ZERO, ZERO)), (lambda x: x > 0, LINE)
    ),
    "leaky_relu": lambda alpha=mpf(0.01): leaky(alpha),
    "prelu": lambda alpha=mpf(0.25): leaky(alpha),
    "elu": lambda alpha=mpf(1): exponential_unit(alpha, mpf(1)),
    "celu": lambda alpha=mpf(1): celu(alpha),
    "selu": lambda: exponential_unit(mpf(1.6732632423543772), mpf(1.0507009873554805)),
    "softplus": lambda: softplus,
    "squareplus": lambda b=mpf(4): squareplus(b),
    "silu": lambda beta=mpf(1): swish(beta),
    "hard_silu": lambda: piecewise(
        (lambda x: x >= 3, LINE),
        (lambda x: x > -3, Orders(
            lambda x: x * (x + 3) / 6, lambda x: (2 * x + 3) / 6, lambda x: mpf(1) / 3
        )),
    ),
    "gelu": gelu,
    "gelu_tanh": gelu_tanh,
    "quick_gelu": lambda: swish(mpf("1.702")),
    "mish": mish,
    "log_sigmoid": lambda: Orders(
        lambda x: -softplus.f(-x), lambda x: sigmoid(-x), lambda x: -sigmoid_1(x)
    ),
    "tanh_shrink": lambda: Orders(
        lambda x: x - tanh(x), lambda x: tanh(x) ** 2, lambda x: 2 * tanh(x) * sech_squared(x)
    ),
    "soft_shrink": lambda **p: soft_shrink(p.get("lambda", mpf(0.5))),
    "hard_shrink": lambda **p: hard_shrink(p.get("lambda", mpf(0.5))),
    "threshold_relu": lambda theta=mpf(1): piecewise((lambda x: x > theta, LINE)),
    "squared_relu": lambda: piecewise(
        (lambda x: x > 0, Orders(lambda x: x * x, lambda x: 2 * x, lambda x: mpf(2)))
    ),
    "sine": lambda omega=mpf(1): sine(omega),
    "snake": lambda a=mpf(1): snake(a),
    "gaussian": lambda: Orders(
        lambda x: exp(-x * x),
        lambda x: -2 * x * exp(-x * x),
        lambda x: (4 * x * x - 2) * exp(-x * x),
    ),
    "exponential": lambda: Orders(exp, exp, exp),
}

VARIANTS = [
    "leaky_relu(alpha=0.1)", "elu(alpha=0.5)", "celu(alpha=0.01)", "celu(alpha=2)", "celu(alpha=0.3)",
    "silu(beta=0.5)", "silu(beta=3)", "silu(beta=0.7)", "sine(omega=30)", "sine(omega=0.3)",
    "snake(a=5)", "snake(a=0.1)", "squareplus(b=0.1)", "squareplus(b=100)", "hard_sigmoid(slope=0.2)",
    "soft_shrink(lambda=1)", "hard_shrink(lambda=1)", "threshold_relu(theta=-1)",
]
SPECS = list(CATALOGUE) + VARIANTS


def parse(spec):
    """The exact function of `name` or `name(parameter=value)`; a parameter is the double nearest its decimal."""
    name, _, rest = spec.partition("(")
    parameters = {}
    if rest:
        key, value = rest.rstrip(")").split("=")
        parameters[key] = mpf(float(value))
    return name, parameters


def exact(spec, order, x, relative_step=0):
    """f, f' or f'' at the double x (times 1 + relative_step) to at least 60 digits."""
    name, parameters = parse(spec)
    # the steps of condition() take 25 digits; x - tanh x is about x^3/3 and takes two thirds of its digits
    mp.dps = 85
    if name == "tanh_shrink" and 0 < abs(x) < 1:
        mp.dps += int(-3 * math.log10(abs(x)))
    return CATALOGUE[name](**parameters)[order](mpf(x) * (1 + relative_step))


def condition(spec, order, x, value):
    """|x f'(x) / f(x)| of the order evaluated, by a difference far below the digits of a double."""
    if value == 0 or x == 0:
        return mpf(0)
    step = mpf(10) ** -25
    return abs((exact(spec, order, x, step) - value) / (step * value))


def nearest(value):
    """The double nearest to value, rounded once (float() of an mpf rounds subnormals twice)."""
    if value == 0:
        return 0.0
    _, exponent = mpmath.frexp(value)
    quantum = max(int(exponent) - 53, -1074)
    if quantum > 971:
        return math.copysign(math.inf, value)
    scaled = mpmath.nint(mpmath.ldexp(value, -quantum))
    if abs(scaled) >= mpf(2) ** 53 and quantum == 971:
        return math.copysign(math.inf, value)
    return math.ldexp(int(scaled), quantum)


def error(computed, value):
    """(absolute error, error in units in the last place of value)."""
    if math.isinf(computed):
        return (mpf(0), mpf(0)) if nearest(value) == computed else (mpf("inf"), mpf("inf"))
    off = abs(mpf(computed) - value)
    exponent = int(mpmath.frexp(value)[1]) if value else -1074
    return off, off / mpf(2) ** max(exponent - 53, -1074)


KINKS = [0.0, 0.5, 1.0, 2.5, 3.0, 6.0]
ZEROS = [0.75, 0.7524, 1.2785, 1.1924, 2.2564, 1.4142135623730951, 2.3994, 1.4, 1.5, 0.70710678118654757,
         2.356194490192345, 0.7853981633974483, 1.5707963267948966, 3.141592653589793, 4.71238898038469, 1.702]


def steps(x, count=1):
    """x and its neighbours."""
    points = [x]
    for _ in range(count):
        points = [math.nextafter(points[0], -math.inf), *points, math.nextafter(points[-1], math.inf)]
    return points


def table_points():
    """What the committed table holds: both tails, the neighbourhood of kinks and zeros, the ends of f64."""
    ends = [5e-324, 2.5e-323, 1e-310, 2.3e-308, 1e-200, 1e-155, 1e-108, 1e-30, 1e-9, 1e-4,
            1e3, 1e9, 1e16, 1e100, 1e154, 1e161, 1e300, sys.float_info.max]
    middle = [0.01, 0.1, 0.3, 0.6, 0.9, 1.1, 1.3, 1.7, 2.1, 2.7, 3.7, 5.3, 8.1, 13.7, 21.3, 21.6, 27.1,
              37.2, 38.1, 38.4, 55.0, 101.3, 333.3, 700.1, 708.9, 739.9, 744.3]
    near = [zero * (1 + off) for zero in ZEROS[:11] for off in (-0.02, 0.013)]
    positive = ends + middle + near + KINKS[1:]
    return sorted({0.0, *positive, *(-x for x in positive)})


def dense_points():
    """A denser grid for scoring."""
    points = set(table_points())
    tiny = [k * 5e-324 for k in (1, 2, 3, 4, 5, 6, 7, 9, 11, 12, 13, 20, 33)]
    positive = tiny + [10.0 ** k * m for k in range(-320, 309, 9) for m in (1, 2.7)]
    positive += [i * 0.0237 for i in range(1, 180)] + [4.3 + i * 0.317 for i in range(130)]
    positive += [45 + i * 11.9 for i in range(60)] + [690 + i * 0.93 for i in range(62)]
    positive += [36.9 + i * 0.041 for i in range(45)] + [20.9 + i * 0.031 for i in range(30)]
    positive += [26.3 + i * 0.027 for i in range(40)] + [370 + i * 0.53 for i in range(12)]
    positive += [434 + i * 0.41 for i in range(14)]
    for kink in KINKS[1:]:
        positive += steps(kink, 2) + [kink * (1 + s * 10.0 ** -k) for k in (2, 4, 8, 12) for s in (1, -1)]
    for zero in ZEROS:
        positive += steps(zero) + [zero * (1 + s * 10.0 ** -k) for k in (1.2, 1.6, 2, 3, 5, 9, 13) for s in (1, -1)]
    positive += [1.01 * 10 ** k for k in (5, 6.3, 7.1, 8.2, 12.6, 15.9, 17.1, 20.2, 22.4)]
    points.update(x for p in positive for x in (p, -p) if math.isfinite(x))
    return sorted(points)


def write_table():
    with Path(__file__).with_name("activation.csv").open("w") as out:
        out.write("activation,x,value,derivative,second_derivative,ill_conditioned_orders\n")
        for spec in SPECS:
            for x in table_points():
                values = [exact(spec, order, x) for order in range(3)]
                ill = [str(n) for n, value in enumerate(values) if condition(spec, n, x, value) >= 100]
                doubles = ",".join(repr(nearest(value)) for value in values)
                out.write(f"{spec},{x!r},{doubles},{''.join(ill)}\n")


def logarithm_points():
    """Where derivatives underflow, and a few where they do not."""
    sizes = [0.3, 2.2, 30.0, 38.5, 57.0, 745.0, 1e3, 1e5, 1e7, 1e12, 1e103, 1e160, 1e200, 1e300]
    tiny = [1e-160, 1e-200, 1e-300, 5e-324]
    return [x for size in sizes + tiny for x in (-size, size)]


def write_logarithms():
    """Sign and ln|f'|; rows whose logarithm is itself out of range are left out."""
    with Path(__file__).with_name("activation_logarithm.csv").open("w") as out:
        out.write("activation,x,sign,ln\n")
        for spec in SPECS:
            for x in logarithm_points():
                value = exact(spec, 1, x)
                ln = log(abs(value)) if value else mpf("-inf")
                if value == 0 or abs(ln) < mpf(10) ** 300:
                    out.write(f"{spec},{x!r},{int(mpmath.sign(value))},{float(ln)!r}\n")


def score(command):
    points = dense_points()
    text = "\n".join(repr(x) for x in points)
    failures = 0
    for spec in SPECS:
        for order in range(3):
            run = [*command, spec, "--order", str(order)]
            lines = subprocess.run(run, input=text, capture_output=True, text=True, check=True).stdout.split()
            worst, worst_absolute, bad = (mpf(0), None), (mpf(0), None), []
            for x, line in zip(points, lines, strict=True):
                computed, value = float(line), exact(spec, order, x)
                if math.isnan(computed):
                    bad.append((x, "nan", 0))
                    continue
                absolute, ulps = error(computed, value)
                absolute /= mpf(2) ** -52 * max(1, abs(value))
                lost = computed == 0 and abs(value) > mpf(2) ** -1075
                worst_absolute = max(worst_absolute, (absolute, x), key=lambda w: w[0])
                well = ulps <= worst[0] or condition(spec, order, x, value) < 100
                if well:
                    worst = max(worst, (ulps, x), key=lambda w: w[0])
                if lost or absolute > 4 or (well and ulps > 8):
                    bad.append((x, "zero" if lost else mpmath.nstr(ulps, 4), mpmath.nstr(absolute, 4)))
            failures += len(bad)
            print(f"{spec:26s} {order} ulp {mpmath.nstr(worst[0], 3):>7s} at {worst[1]!r:24} "
                  f"eps {mpmath.nstr(worst_absolute[0], 3):>7s} bad {len(bad)} {bad[:4]}", flush=True)
    print(len(points), "points,", failures, "failures")
    return failures


if __name__ == "__main__":
    if sys.argv[1:2] == ["score"]:
        sys.exit(score(sys.argv[2].split()) > 0)
    write_table()
    write_logarithms()
