#: head
#
# Two networks learn the same points from the same seed, batch by batch, and a shallow one beside them (A in fewer layers).
# Hidden layers: z = W a + b, a = f(z); one output. Logistic loss for two classes, mean square for the sine.
# Run it with python3; it needs NumPy. Training amplifies rounding: two programs agree to fewer digits with each step.
# nudge(x) is x; or, where the comparison asks what rounding does, x moved by one unit in its last place.

#: settings
#: figure

import math
import re
from decimal import MAX_EMAX, MIN_EMIN, Decimal, getcontext

import numpy as np

np.seterr(all="ignore")

DATA, WIDTH = SETTINGS["data"], SETTINGS["width"]  # the points, X with targets T, are drawn at the end


#: part arms


def start(arm, nudge):
    """Weights and biases of all layers; each has streams of its own, so that a deeper network begins with the same layers."""
    weights, biases = Random(SETTINGS["seed"], 1), Random(SETTINGS["seed"], 3)
    sizes = [len(X)] + [WIDTH] * arm.depth + [1]
    layers = []
    for index, (inputs, outputs) in enumerate(zip(sizes, sizes[1:])):
        w = drawn(arm.init, outputs, inputs, weights.branch()) * (arm.gain if index < arm.depth else 1.0)
        stream, b = biases.branch(), np.zeros(outputs)
        if arm.init == "pytorch":
            b = 1 / math.sqrt(inputs) * (2 * stream.uniform(outputs) - 1)
        elif arm.bias_std > 0:
            b = arm.bias_std * stream.normal(outputs)
        layers.append((nudge(w), b))
    return layers


def forward(arm, layers, x, nudge=lambda a: a):
    """For each layer: what came in, z as f is given it, what the norm divided by, a."""
    passed, a = [], x
    for index, (w, b) in enumerate(layers):
        before, z, scale = a, w @ a + b[:, None], 1.0
        hidden = index < arm.depth
        if hidden and arm.norm:
            scale = np.sqrt(z.var(axis=0) + 1e-5)
            z = (z - z.mean(axis=0)) / scale
        a = nudge(arm.f.value(z)) if hidden else z
        if hidden and arm.residual and before.shape == a.shape:
            a = a + before
        passed.append((before, z, scale, a))
    return passed


def backward(arm, layers, passed, targets):
    """dL/dz (of the sums, before any norm) and the gradients of W and b, layer by layer."""
    back, gradients = loss_slope(passed[-1][3], targets, DATA), []
    for index in range(arm.depth, -1, -1):
        (w, _), (before, z, scale, a) = layers[index], passed[index]
        hidden, dz = index < arm.depth, back
        if hidden:
            dz = arm.f.slope(z) * back
            if arm.norm:
                dz = (dz - dz.mean(axis=0) - z * (dz * z).mean(axis=0)) / scale
        gradients.append((dz, dz @ before.T, dz.sum(axis=1)))
        around = back if hidden and arm.residual and before.shape == a.shape else 0.0
        back = w.T @ dz + around
    return gradients[::-1]


def length(*parts):
    size = max(abs(part).max() for part in parts)
    if size == 0 or not np.isfinite(size):
        return size
    return size * math.sqrt(sum(((part / size) ** 2).sum() for part in parts))


class Optimiser:
    """SGD, momentum 0.9 or Adam, on one list of arrays."""

    def __init__(self):
        self.first, self.second, self.steps = None, None, 0

    def step(self, gradients):
        rate, rule = SETTINGS["rate"], SETTINGS["optimiser"]
        self.first = self.first or [np.zeros_like(g) for g in gradients]
        self.second = self.second or [np.zeros_like(g) for g in gradients]
        self.steps += 1
        if rule == "sgd":
            return [rate * g for g in gradients]
        if rule == "momentum":
            self.first = [0.9 * v + g for v, g in zip(self.first, gradients)]
            return [rate * v for v in self.first]
        self.first = [0.9 * m + (1 - 0.9) * g for m, g in zip(self.first, gradients)]
        self.second = [0.999 * v + (1 - 0.999) * g * g for v, g in zip(self.second, gradients)]
        gained = 1 - 0.9**self.steps, 1 - 0.999**self.steps
        return [rate * (m / gained[0]) / (np.sqrt(v / gained[1]) + SETTINGS["epsilon"]) for m, v in zip(self.first, self.second)]


def train(arm, later, nudge):
    """A run up to the step that is shown, or until a number is infinite; at the branch it becomes what `later` says, and keeps its weights."""
    layers = start(arm, nudge)
    begun, kept, changes, diverged = layers, layers, [], False
    optimiser, order = Optimiser(), batches(len(T), SETTINGS["batch"], SETTINGS["seed"])
    for step in range(SETTINGS["step"] + 1):
        if later and step == SETTINGS["branch"]:
            arm, changes = later, []  # only steps of its own are counted
        if step == SETTINGS["step"] or diverged:
            break
        if has_losses(step):
            kept = layers
        chosen_points = next(order)
        inputs, targets = X[:, chosen_points], T[chosen_points]
        passed = forward(arm, layers, inputs, nudge)
        gradients = [(dw, db) for _, dw, db in backward(arm, layers, passed, targets)]
        if arm.equal:  # every hidden layer's gradient as long as the output layer's
            wanted = length(*gradients[-1])
            for index, parts in enumerate(gradients[:-1]):
                own = length(*parts)
                if own > 0 and np.isfinite(own) and np.isfinite(wanted):
                    gradients[index] = tuple(part / own * wanted for part in parts)
        moves = optimiser.step([part for parts in gradients for part in parts])
        new = [(w - moves[2 * index], b - moves[2 * index + 1]) for index, (w, b) in enumerate(layers)]
        new[: arm.held] = layers[: arm.held]
        changes.append([np.divide(length(w - old), length(old)) for (w, _), (old, _) in zip(new, layers)])
        layers = new
        numbers = [loss(passed[-1][3], targets, DATA)] + [part for parts in new for part in parts]
        diverged = not all(np.isfinite(part).all() for part in numbers)
    return arm, layers, begun, kept if diverged else layers, changes


def of_run(name, arm, later, nudge):
    arm, layers, begun, judged, changes = train(arm, later, nudge)
    for which, x, t in [("loss", X, T), ("test_loss", TEST_X, TEST_T)]:
        yield f"{name}_{which}", loss(forward(arm, judged, x)[-1][3], t, DATA)
    paces = [median_change(changes, index) for index in range(arm.depth + 1)]
    yield f"{name}_frozen_layers", sum(pace < 1e-5 for pace in paces) if changes else 0
    passed = forward(arm, layers, X, nudge)
    gradients = backward(arm, layers, passed, T)
    for index, pace in enumerate(paces):
        (w, _), (w_begun, _) = layers[index], begun[index]
        dz, a = gradients[index][0], passed[index][3]
        yield f"{name}_relative_change_{index + 1}", pace
        yield f"{name}_drift_{index + 1}", np.divide(length(w - w_begun), length(w_begun))
        yield f"{name}_difference_{index + 1}", math.sqrt(nudge(a).var(axis=1).mean())
        yield f"{name}_gradient_{index + 1}", len(T) * np.sqrt((dz**2).mean())


def measures(nudge):
    depth, shallow = SETTINGS["depth"], SETTINGS["shallow"]
    share = T.mean()
    surprise = lambda p: -p * math.log(p) if p > 0 else 0.0
    yield "step", SETTINGS["step"]
    yield "guess_loss", T.var() if DATA == "sine" else surprise(share) + surprise(1 - share)
    a, b = Arm("", depth), Arm("b_", depth)
    yield from of_run("a", a, None, nudge)
    yield from of_run("b", a if SETTINGS["branch"] else b, b if SETTINGS["branch"] else None, nudge)
    if 0 < shallow < depth:
        control = Arm("", shallow, held=0)
        yield from of_run("shallow", control, None, nudge)


#: part random


#: part orthogonal


#: part training


#: activations


#: part chosen


#: part compare


(X, T), (TEST_X, TEST_T) = points(DATA, 250, SETTINGS["noise"], 0.2, SETTINGS["seed"])
result = compare(measures, tolerance=1e-9, again=2)
