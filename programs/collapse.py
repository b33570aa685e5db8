#: head
#
# Layers z = W a + b with f_t(z) = (1 - t) z + t f(z) between them, on a line (8 hidden units) and on the plane, beside one single layer:
# the product of all of them where nothing bends, else the one that misses least.
# Run it with python3; it needs NumPy.
# nudge(x) is x; or, where the comparison asks what rounding does, x moved by one unit in its last place.

#: settings
#: figure

import math
import re
from decimal import MAX_EMAX, MIN_EMIN, Decimal, getcontext

import numpy as np

np.seterr(all="ignore")


def line(depth, streams, nudge):
    """Layers from one number through 8 units each to one number."""
    layers = []
    for index in range(depth):
        random = streams[2 * index]
        inputs, outputs = 8 if index else 1, 8 if index + 1 < depth else 1
        if index == 0:
            weights, spread = random.normal(outputs).reshape(outputs, 1), 1.0
        elif outputs == 1:
            weights, spread = math.sqrt(1 / inputs) * random.normal(inputs).reshape(1, inputs), 0.3
        else:
            weights, spread = 1.5 * orthogonal(8, 8, random), 0.3
        layers.append((nudge(weights), nudge(spread * random.normal(outputs))))
    return layers


def plane(depth, streams, nudge):
    """Layers from the plane to the plane, each of which turns it, stretches it two ways by 0.75 to 1.35, and shifts it."""
    layers = []
    for index in range(depth):
        random = streams[2 * index + 1]
        weights = orthogonal(2, 2, random)
        weights = weights * (0.75 + (1.35 - 0.75) * random.uniform(2))
        layers.append((nudge(weights), nudge(0.3 * random.normal(2))))
    return layers


def compared(layers, count, x, f, nudge):
    """The first `count` layers on the columns of x, and the single layer: its W and b, the largest difference, and the miss as a share of the spread."""
    t, last = SETTINGS["t"], len(layers) - 1
    a = x
    for index, (weights, biases) in enumerate(layers[:count]):
        a = nudge(weights @ a + biases[:, None])
        if index < last and t > 0:
            a = nudge(f.value(a) if t == 1 else a + t * (f.value(a) - a))
    if not np.isfinite(a).all():
        return np.array([[np.nan]]), np.array([np.nan]), np.nan, np.nan
    straight = min(count, last) == 0 or t == 0 or f.name == "identity"
    if straight:
        single, height = np.eye(len(x)), np.zeros(len(x))
        for weights, biases in layers[:count]:
            single, height = weights @ single, weights @ height + biases
    else:
        centred = x - x.mean(axis=1, keepdims=True)
        single = np.linalg.lstsq(centred.T, (a - a.mean(axis=1, keepdims=True)).T, rcond=None)[0].T
        height = a.mean(axis=1) - single @ x.mean(axis=1)

    def root_mean_square(columns):
        size = abs(columns).max()
        return size * np.sqrt(((columns / size) ** 2).sum() / columns.shape[1]) if size > 0 else 0.0

    spread = root_mean_square(a - a.mean(axis=1, keepdims=True))
    if spread <= 1e-12 * abs(a).max():
        spread = 0.0
        if not straight:  # all outputs are one
            single, height = np.zeros_like(single), a[:, 0]
    gap = nudge(a) - (single @ x + height[:, None])
    return single, height, abs(gap).max(), root_mean_square(gap) / spread if spread > 0 else 0.0


def measures(nudge):
    random = Random(SETTINGS["seed"], 1)
    depth, [f] = SETTINGS["depth"], chosen(SETTINGS["activation"], SETTINGS["alpha"])
    streams = [random.branch() for _ in range(2 * depth)]
    x = np.linspace(-3, 3, 241)[None, :]
    single, height, largest, share = compared(line(depth, streams, nudge), depth, x, f, nudge)
    yield "line_w", single[0, 0]
    yield "line_b", height[0]
    yield "line_difference", largest
    yield "line_miss", share
    at = np.linspace(-2, 2, 13)
    crossings = np.array([np.tile(at, 13), np.repeat(at, 13)])
    _, _, largest, share = compared(plane(depth, streams, nudge), SETTINGS["after"], crossings, f, nudge)
    yield "plane_difference", largest
    yield "plane_miss", share


#: part random


#: part orthogonal


#: activations


#: part chosen


#: part compare


result = compare(measures, tolerance=1e-12)
