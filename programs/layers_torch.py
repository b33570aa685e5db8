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


#: part random_network


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
