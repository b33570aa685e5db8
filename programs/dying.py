#: head
#
# Two inputs, one hidden layer, one output whose sign is the class; logistic loss, plain gradient descent, batch by batch.
# A unit is dead when f'(z) is exactly 0 on every point, and on for a point when z > 0.
# Run it with python3; it needs NumPy. Training amplifies rounding: two programs agree to fewer digits with each step.
# nudge(x) is x; or, where the comparison asks what rounding does, x moved by one unit in its last place.

#: settings
#: figure

import math
import re
from decimal import MAX_EMAX, MIN_EMIN, Decimal, getcontext

import numpy as np

np.seterr(all="ignore")

ALPHA = SETTINGS["alpha"]
CURE = {"none": "relu", "leak": f"leaky_relu(alpha={ALPHA!r})", "gelu": "gelu"}[SETTINGS["cure"]]


#: part cures


def each(units, part, z):
    """f or f' of each unit on its row of z."""
    if len({unit.name for unit in units}) == 1:
        return getattr(units[0], part)(z)
    return np.array([getattr(unit, part)(row) for unit, row in zip(units, z)])


def train(nudge):
    """The weights after the last step before which nothing was infinite, and how many steps that were."""
    (x, t), _ = points(SETTINGS["data"], 100, 0.1, 0.0, SETTINGS["seed"])
    width, rate, random = SETTINGS["width"], SETTINGS["rate"], Random(SETTINGS["seed"], 1)
    w = nudge(drawn("he_normal", width, 2, random.branch()))
    b = np.full(width, SETTINGS["bias"])
    v = nudge(drawn("he_normal", 1, width, random.branch())[0])
    c = 0.0
    order = batches(100, SETTINGS["batch"], SETTINGS["seed"])
    for step in range(SETTINGS["step"]):
        units, chosen_points = activations(step), next(order)
        inputs, targets = x[:, chosen_points], t[chosen_points]
        z = w @ inputs + b[:, None]
        a = nudge(each(units, "value", z))
        y = v @ a + c
        dy = nudge(loss_slope(y, targets, SETTINGS["data"]))
        dz = each(units, "slope", z) * v[:, None] * dy
        new = w - rate * dz @ inputs.T, b - rate * dz.sum(axis=1), v - rate * a @ dy, c - rate * dy.sum()
        if not all(np.isfinite(part).all() for part in (*new, loss(y, targets, SETTINGS["data"]))):
            return x, t, w, b, v, c, step
        w, b, v, c = new
    return x, t, w, b, v, c, SETTINGS["step"]


def measures(nudge):
    x, t, w, b, v, c, step = train(nudge)
    units = activations(step)
    z = w @ x + b[:, None]
    flat = each(units, "is_flat", z)
    yield "step", step
    yield "loss", loss(v @ each(units, "value", z) + c, t, SETTINGS["data"])
    yield "dead_units", int(flat.all(axis=1).sum())
    yield "largest_z", z[SETTINGS["unit"] - 1].max()
    for unit in range(SETTINGS["width"]):
        yield f"points_on_{unit + 1}", int((z[unit] > 0).sum())


#: part random


#: part training


#: activations


#: part chosen


#: part compare


result = compare(measures, tolerance=1e-9, again=2)
