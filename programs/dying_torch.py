#: head
#
# Two inputs, one hidden layer, one output whose sign is the class; logistic loss, plain gradient descent, batch by batch; PyTorch's autograd and its SGD.
# A unit is dead when f'(z) is exactly 0 on every point, and on for a point when z > 0.
# Run it with a python3 that has PyTorch and NumPy. Training amplifies rounding: two programs agree to fewer digits with each step.
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

ALPHA = SETTINGS["alpha"]
CURE = {"none": "relu", "leak": f"leaky_relu(alpha={ALPHA!r})", "gelu": "gelu"}[SETTINGS["cure"]]


#: part cures


def each(units, z, careful):
    """f of each unit on its row of z."""
    if len({unit.name for unit in units}) == 1:
        return apply(units[0], z, careful)
    return torch.stack([apply(unit, row, careful) for unit, row in zip(units, z)])


def train(nudge, careful):
    """The network after the last step before which nothing was infinite, and how many steps that were."""
    (x, t), _ = points(SETTINGS["data"], 100, 0.1, 0.0, SETTINGS["seed"])
    x, t = torch.as_tensor(x), torch.as_tensor(t)
    width, random = SETTINGS["width"], Random(SETTINGS["seed"], 1)
    w = tensor(nudge(drawn("he_normal", width, 2, random.branch())))
    b = tensor([float(SETTINGS["bias"])] * width)
    v = tensor(nudge(drawn("he_normal", 1, width, random.branch())[0]))
    c = tensor(0.0)
    network = [w, b, v, c]
    optimiser = torch.optim.SGD(network, lr=SETTINGS["rate"])
    order = batches(100, SETTINGS["batch"], SETTINGS["seed"])
    for step in range(SETTINGS["step"]):
        chosen_points, before = next(order), [part.detach().clone() for part in network]
        a = moved(each(activations(step), w @ x[:, chosen_points] + b[:, None], careful), nudge)
        loss = F.binary_cross_entropy_with_logits(v @ a + c, t[chosen_points])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        if not all(torch.isfinite(part).all() for part in (loss, *network)):
            return x, t, *before, step
    return x, t, *network, SETTINGS["step"]


def measures(nudge, careful=False):
    x, t, w, b, v, c, step = train(nudge, careful)
    units = activations(step)
    z = (w @ x + b[:, None]).detach().requires_grad_()
    a = each(units, z, careful)
    slopes = torch.autograd.grad(a.sum(), z)[0]
    yield "step", step
    yield "loss", F.binary_cross_entropy_with_logits(v @ a + c, t).item()
    yield "dead_units", int((slopes == 0).all(dim=1).sum())
    yield "largest_z", z[SETTINGS["unit"] - 1].max().item()
    for unit in range(SETTINGS["width"]):
        yield f"points_on_{unit + 1}", int((z[unit] > 0).sum())


#: part random


#: part training


TORCH = {
#: torch activations
}


#: activations


#: part chosen


#: part torch


#: part compare


result = compare(measures, tolerance=1e-9, again=2, careful=lambda nudge: measures(nudge, careful=True))
