#: head
#
# A chain of neurons, one per layer: z = w a + b and a = f(z); the loss is what comes out. The gradients are PyTorch's, by autograd.
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


def chain(f, nudge, careful):
    """Of each layer: w, z and a as tensors, and what autograd says of the last a by each of them."""
    depth = SETTINGS["depth"]
    w, b = [[tensor(float(SETTINGS[name])) for _ in range(depth)] for name in ("weight", "bias")]
    a, z, passed = tensor(float(SETTINGS["input"])), [], []
    for index in range(depth):
        z.append(moved(w[index] * a + b[index], nudge))
        a = moved(apply(f, z[-1], careful), nudge)
        passed.append(a)
    back, gradient, share = [torch.autograd.grad(a, of, retain_graph=True) for of in (passed, z, w)]
    slopes = [torch.autograd.grad(a, z, retain_graph=True)[0] for a, z in zip(passed, z)]
    return z, passed, slopes, back, gradient, share


def decades(x):
    return "exact_zero" if x == 0 else np.log10(abs(x))


def measures(nudge, careful=False):
    activations = chosen(SETTINGS["activation"], SETTINGS["alpha"])
    for index, f in enumerate(activations, 1):
        z, a, slopes, back, gradient, share = chain(f, nudge, careful)
        first = gradient[0].item()
        yield f"first_gradient_{index}", first
        yield f"factor_per_layer_{index}", abs(first) ** (1 / SETTINGS["depth"]) if first else "exact_zero"
        if index > 1:
            continue
        for number in range(1, SETTINGS["depth"] + 1):
            of_layer = lambda tensors: tensors[number - 1].item()
            yield f"gradient_{number}", of_layer(gradient)
            yield f"log10_gradient_{number}", decades(of_layer(gradient))
            yield f"gradient_a_{number}", of_layer(back)
            yield f"gradient_w_{number}", of_layer(share)
            yield f"slope_{number}", of_layer(slopes)
            yield f"z_{number}", of_layer(z)
            yield f"a_{number}", of_layer(a)


TORCH = {
#: torch activations
}


#: activations


#: part chosen


#: part torch


#: part compare


result = compare(measures, tolerance=1e-12, again=2, careful=lambda nudge: measures(nudge, careful=True))
