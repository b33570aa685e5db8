#: head
#
# One neuron: z = w1 x1 + ... + wn xn + b and a = f(z), with the gradients of a by PyTorch's autograd.
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


def measures(nudge, careful=False):
    count = int(SETTINGS["inputs"])
    x = tensor([float(SETTINGS[f"x{number}"]) for number in range(1, count + 1)])
    w = tensor([float(SETTINGS[f"w{number}"]) for number in range(1, count + 1)])
    b = tensor(float(SETTINGS["b"]))
    [f] = chosen(SETTINGS["activation"], SETTINGS["alpha"])
    products = moved(w * x, nudge)
    z = products[0]
    for number in range(1, count):
        z = z + products[number]
    z = moved(z + b, nudge)
    a = apply(f, z, careful)
    da_dw, da_dx, da_db = torch.autograd.grad(a, [w, x, b])
    yield "z", z.item()
    yield "a", a.item()
    yield "slope", da_db.item()
    for number in range(count):
        yield f"product_{number + 1}", products[number].item()
        yield f"da_dw_{number + 1}", da_dw[number].item()
        yield f"da_dx_{number + 1}", da_dx[number].item()


TORCH = {
#: torch activations
}


#: activations


#: part chosen


#: part torch


#: part compare


result = compare(measures, tolerance=1e-12, again=2, careful=lambda nudge: measures(nudge, careful=True))
