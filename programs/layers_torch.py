#: head
#
# A random network before its first step: W ~ N(0, g^2/width), b ~ N(0, sigma_b^2), z = W a + b, a = f(z); inputs are N(0, 1).
# Of every sample's output some error of length 1 arrives, in a random direction; what it says of each z is PyTorch's, by autograd.
# Run it with a python3 that has PyTorch and NumPy.
# nudge(x) is x; or, where the comparison asks what rounding does, x moved by one unit in its last place.

#: settings
#: figure

import math
import re
from decimal import MAX_EMAX, MIN_EMIN, Decimal, getcontext

import numpy as np
import torch
import torch.nn.functional as F

np.seterr(all="ignore")


def side_by_side(streams, count):
    """`count` normal numbers of each of many streams, a row for each: Random.next and Random.normal for all of them at once."""
    a, b, c, d = np.array([stream.state for stream in streams], dtype=np.uint64).T
    turn = lambda x, bits: x << np.uint64(bits) | x >> np.uint64(64 - bits)
    numbers = np.empty((count, len(streams)))
    for start in range(0, count, 4096):  # a part after the other, so that little is kept
        part = numbers[start : start + 4096]
        drawn = np.empty((2 * len(part), len(streams)), dtype=np.uint64)
        for row in drawn:
            row[:] = turn(a + d, 23) + a
            c, d = c ^ a, d ^ b
            a, b, c, d = a ^ d, b ^ c, c ^ b << np.uint64(17), turn(d, 45)
        u = (drawn >> np.uint64(11)) * 2.0**-53
        part[:] = np.sqrt(-2 * np.log(1 - u[0::2])) * np.cos(2 * np.pi * u[1::2])
    return numbers.T


def network():
    """Weights, biases, inputs, and the errors that arrive: everything that is drawn, each with streams of its own."""
    depth, width, seed = SETTINGS["depth"], SETTINGS["width"], SETTINGS["seed"]
    samples = min(SETTINGS["batch"], max(2**25 // (width * width * depth), 8))  # of very large networks fewer
    streams = lambda random, count: [random.branch() for _ in range(count)]
    weights = side_by_side(streams(Random(seed, 1), depth), width * width).reshape(depth, width, width)
    biases = side_by_side(streams(Random(seed, 3), depth), width)
    data = Random(seed, 0)
    inputs, errors = [side_by_side(streams(data.branch(), samples), width).T for _ in range(2)]
    return weights, biases, inputs, errors / np.sqrt((errors**2).sum(axis=0))


def lengths(columns):
    size = abs(columns).max(axis=0)
    size[size == 0] = 1.0  # squares neither overflow nor vanish
    return size * np.sqrt(((columns / size) ** 2).sum(axis=0))


def log10_median(numbers):
    """Of the middle one, or the geometric mean of both middles."""
    numbers = np.sort(numbers)
    low, high = np.log10(numbers[(len(numbers) - 1) // 2]), np.log10(numbers[len(numbers) // 2])
    return np.nan if np.isnan(numbers).any() else low if low == high else 0.5 * (low + high)


def measured(f, nudge, careful):
    """Of each layer: log10 of the gradient's length, the spread of what f is fed, the share of flat slopes."""
    weights, biases, inputs, errors = DRAWN
    width, residual = SETTINGS["width"], SETTINGS["residual"]
    norm = SETTINGS["layer_norm"] and width > 1
    steepest = f.steepest()
    limit = 0.1 * (steepest if np.isfinite(steepest) else 1.0)
    weights = moved(torch.as_tensor(SETTINGS["gain"] / math.sqrt(width) * weights), nudge)
    biases = torch.as_tensor(SETTINGS["bias_std"] * biases)
    a, sums, fed, slopes = tensor(inputs), [], [], []
    for w, b in zip(weights, biases):
        sums.append(moved(w @ a + b[:, None], nudge))
        z = sums[-1]
        if norm:
            z = moved(normalised(z, careful), nudge)
        alone = z.detach().requires_grad_()
        slopes.append(torch.autograd.grad(apply(f, alone, careful).sum(), alone)[0].numpy())
        fed.append(z.detach().numpy())
        a = moved(apply(f, z, careful) + (a if residual else 0.0), nudge)
    gradients = torch.autograd.grad((torch.as_tensor(errors) * a).sum(), sums)
    for z, slope, gradient in zip(fed, slopes, gradients):
        flat = (slope == 0) | (abs(slope) < limit)
        yield log10_median(lengths(gradient.numpy())), z.std(), flat.mean()


def decades(x):
    return "exact_zero" if x == -np.inf else x


def factor(share):
    """Of each layer, where so many decades are lost in all."""
    return np.power(10.0, share / (SETTINGS["depth"] - 1)) if SETTINGS["depth"] > 1 else np.nan


def measures(nudge, careful=False):
    [f] = chosen(SETTINGS["activation"], SETTINGS["alpha"])
    layers = list(measured(f, nudge, careful))
    share = layers[0][0] - layers[-1][0]
    yield "log10_share", decades(share)
    yield "factor_per_layer", factor(share)
    yield "flat_share", np.mean([flat for _, _, flat in layers])
    for number, (length, spread, _) in enumerate(layers, 1):
        yield f"log10_norm_{number}", decades(length)
        yield f"fed_std_{number}", spread


#: part random


TORCH = {
#: torch activations
}


#: activations


#: part chosen


#: part torch


#: part compare


DRAWN = network()
result = compare(measures, tolerance=1e-12, again=2, careful=lambda nudge: measures(nudge, careful=True))
