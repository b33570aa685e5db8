#: head
#
# A random network before its first step: W ~ N(0, g^2/width), b ~ N(0, sigma_b^2), z = W a + b, a = f(z); inputs are N(0, 1).
# Of every sample's output some error of length 1 arrives, in a random direction; backward: dL/dz = f'(z) dL/da, dL/da of the layer before is W^T dL/dz.
# Beside it what mean-field theory expects of endlessly many units.
# Run it with python3; it needs NumPy.
# nudge(x) is x; or, where the comparison asks what rounding does, x moved by one unit in its last place.

#: settings
#: figure

import math
import re
from decimal import MAX_EMAX, MIN_EMIN, Decimal, getcontext

import numpy as np

np.seterr(all="ignore")


#: part random_network


def measured(f, drawn, nudge):
    """Of each layer: log10 of the gradient's length, the spread of what f is fed, the shares of flat slopes and of dead units."""
    weights, biases, a, errors = drawn
    width, residual = SETTINGS["width"], SETTINGS["residual"]
    norm = SETTINGS["layer_norm"] and width > 1
    steepest = f.steepest()
    limit = 0.1 * (steepest if np.isfinite(steepest) else 1.0)
    weights = nudge(SETTINGS["gain"] / math.sqrt(width) * weights)
    forward = []
    for w, b in zip(weights, SETTINGS["bias_std"] * biases):
        z, scale = nudge(w @ a + b[:, None]), 1.0
        if norm:
            scale = np.sqrt(z.var(axis=0) + 1e-5)
            z = (z - z.mean(axis=0)) / scale
        a = nudge(f.value(z) + (a if residual else 0.0))
        forward.append((w, z, scale))
    layers, back, exponent = [], errors, 0
    silent = np.zeros(errors.shape[1], dtype=bool)  # samples of which exactly nothing comes back
    for w, z, scale in reversed(forward):
        slopes = nudge(f.slope(z) + 0.0)
        zero = f.is_flat(z)
        gradient = slopes * back
        if norm:
            gradient = (gradient - gradient.mean(axis=0) - z * (gradient * z).mean(axis=0)) / scale
        silent |= zero.all(axis=0)
        length = log10_median(lengths(gradient))
        if length == -np.inf and silent.sum() <= (len(silent) - 1) // 2:
            length = np.nan  # not 0, and too small for a float
        flat = (slopes == 0) | (abs(slopes) < limit)
        layers.append((length + exponent * math.log10(2), z.std(), flat.mean(), zero.all(axis=1).mean()))
        if residual or SETTINGS["gain"] == 0:
            silent[:] = not residual
        back = w.T @ gradient + (back if residual else 0.0)
        largest = abs(back).max()
        if 0 < largest < np.inf:  # a common power of two is carried apart, so that nothing underflows
            power_of_two = math.frexp(largest)[1] - 1
            back, exponent = np.ldexp(back, -power_of_two), exponent + power_of_two
    return layers[::-1]


NODES, WEIGHTS = np.polynomial.legendre.leggauss(24)


def moments(f, q):
    """E[f], E[f^2], E[f'^2] over N(0, q): in closed form for waves and powers, else by Gauss and Legendre's rule on panels that end at corners and narrow towards 0."""
    if hasattr(f.kind, "moments"):
        return f.moments(q)
    deviation = max(math.sqrt(q), 1e-150)  # at 0 the limit from above
    near = 40 * 2.0 ** -np.arange(60)
    edges = np.unique(np.concatenate([np.linspace(-40, 40, 41), near, -near, np.clip(np.array(f.kinks()) / deviation, -40, 40)]))
    centre, half = 0.5 * (edges[1:] + edges[:-1]), 0.5 * (edges[1:] - edges[:-1])
    x = (centre[:, None] + half[:, None] * NODES).ravel()
    mass = (half[:, None] * WEIGHTS).ravel() * np.exp(-0.5 * x * x) / math.sqrt(2 * math.pi)
    value, slope = f.value(deviation * x), f.slope(deviation * x)
    return (mass * value).sum(), (mass * value**2).sum(), (mass * slope**2).sum()


def expected(f, nudge):
    """log10 of the gradient's length in each layer, in theory: s = g^2 E[a^2] + sigma_b^2 is the variance of z."""
    carried, norm = float(SETTINGS["residual"]), SETTINGS["layer_norm"] and SETTINGS["width"] > 1
    square, mean, passed = 1.0, 0.0, []
    for _ in range(SETTINGS["depth"]):
        variance = nudge(SETTINGS["gain"] ** 2 * square + SETTINGS["bias_std"] ** 2)
        divisor = variance + 1e-5 if norm else 1.0
        of_f, of_square, of_slope = moments(f, variance / divisor)
        square = of_square + carried * (square + 2 * mean * of_f)
        mean = of_f + carried * mean
        passed.append(of_slope / divisor)
    arriving, lengths = 0.0, []
    for factor in reversed(passed):
        lengths.append(0.5 * (arriving + np.log10(factor)))
        arriving += np.log10(carried + SETTINGS["gain"] ** 2 * factor)
    return lengths[::-1]


def measures(nudge):
    [f] = chosen(SETTINGS["activation"], SETTINGS["alpha"])
    layers, theory = measured(f, DRAWN, nudge), expected(f, nudge)
    share, expected_share = layers[0][0] - layers[-1][0], theory[0] - theory[-1]
    yield "log10_share", decades(share)
    yield "expected_log10_share", decades(expected_share)
    yield "factor_per_layer", factor(share)
    yield "expected_factor_per_layer", factor(expected_share)
    yield "flat_share", np.mean([flat for _, _, flat, _ in layers])
    yield "dead_share", np.mean([dead for _, _, _, dead in layers])
    for number, (length, spread, _, _) in enumerate(layers, 1):
        yield f"log10_norm_{number}", decades(length)
        yield f"fed_std_{number}", spread


#: part random


#: activations


#: part chosen


#: part compare


DRAWN = network()
result = compare(measures, tolerance=1e-12)
