#: head
#
# Two networks learn the same points from the same seed, batch by batch, and a shallow one beside them (A in fewer layers).
# Hidden layers: z = W a + b, a = f(z); one output. Logistic loss for two classes, mean square for the sine. PyTorch's autograd and its optimisers.
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
        layers.append((tensor(nudge(w)), tensor(b)))
    return layers


def forward(arm, layers, x, nudge, careful):
    """Of each layer the sums W a + b and what it passes on."""
    sums, passed, a = [], [], x
    for index, (w, b) in enumerate(layers):
        before = a
        sums.append(w @ a + b[:, None])
        a = sums[-1]
        if index < arm.depth:
            if arm.norm:
                a = moved(normalised(a, careful), nudge)
            a = moved(apply(arm.f, a, careful), nudge)
            if arm.residual and before.shape == a.shape:
                a = a + before
        passed.append(a)
    return sums, passed


def loss_of(outputs, targets):
    if DATA == "sine":
        return F.mse_loss(outputs[0], targets)
    return F.binary_cross_entropy_with_logits(outputs[0], targets)


def length(*parts):
    """The root of the sum of squares; in units of the largest, whose square may be out of range."""
    numbers = torch.cat([part.detach().reshape(-1) for part in parts]).numpy()
    size = abs(numbers).max()
    return size * math.sqrt(((numbers / size) ** 2).sum()) if 0 < size < np.inf else size


def copied(layers):
    return [(w.detach().clone(), b.detach().clone()) for w, b in layers]


class CarefulAdam:
    """Adam whose (1 - beta) g g is multiplied from the left: g g alone, as PyTorch has it, leaves the range of floats sooner."""

    def __init__(self, parameters):
        self.parameters, self.steps = parameters, 0
        self.first, self.second = [[torch.zeros_like(part) for part in parameters] for _ in range(2)]

    def zero_grad(self):
        for part in self.parameters:
            part.grad = None

    @torch.no_grad()
    def step(self):
        self.steps += 1
        for part, m, v in zip(self.parameters, self.first, self.second):
            m.copy_(0.9 * m + (1 - 0.9) * part.grad)
            v.copy_(0.999 * v + (1 - 0.999) * part.grad * part.grad)
            root = torch.sqrt(v / (1 - 0.999**self.steps)) + SETTINGS["epsilon"]
            part -= SETTINGS["rate"] * (m / (1 - 0.9**self.steps)) / root


def train(arm, later, nudge, careful):
    """A run up to the step that is shown, or until a number is infinite; at the branch it becomes what `later` says, and keeps its weights."""
    layers = start(arm, nudge)
    parameters = [part for layer in layers for part in layer]
    begun, kept, changes, diverged = copied(layers), copied(layers), [], False
    rate, epsilon = SETTINGS["rate"], SETTINGS["epsilon"]
    optimiser = {
        "sgd": lambda: torch.optim.SGD(parameters, lr=rate),
        "momentum": lambda: torch.optim.SGD(parameters, lr=rate, momentum=0.9),
        "adam": lambda: CarefulAdam(parameters) if careful else torch.optim.Adam(parameters, lr=rate, eps=epsilon),
    }[SETTINGS["optimiser"]]()
    order = batches(len(T), SETTINGS["batch"], SETTINGS["seed"])
    for step in range(SETTINGS["step"] + 1):
        if later and step == SETTINGS["branch"]:
            arm, changes = later, []  # only steps of its own are counted
        if step == SETTINGS["step"] or diverged:
            break
        before, chosen_points = copied(layers), next(order)
        if has_losses(step):
            kept = before
        _, passed = forward(arm, layers, X[:, chosen_points], nudge, careful)
        loss = loss_of(passed[-1], T[chosen_points])
        optimiser.zero_grad()
        loss.backward()
        if arm.equal:  # every hidden layer's gradient as long as the output layer's
            wanted = length(*(part.grad for part in layers[-1]))
            for layer in layers[:-1]:
                own = length(*(part.grad for part in layer))
                for part in layer:
                    if own > 0 and np.isfinite(own) and np.isfinite(wanted):
                        part.grad = part.grad / own * wanted
        optimiser.step()
        with torch.no_grad():
            for layer, old in zip(layers[: arm.held], before):  # the optimiser has seen their gradients too
                for part, was in zip(layer, old):
                    part.copy_(was)
        changes.append([np.divide(length(w - old), length(old)) for (w, _), (old, _) in zip(layers, before)])
        diverged = not all(torch.isfinite(part).all() for part in (loss, *parameters))
    return arm, layers, begun, kept if diverged else layers, changes


def of_run(name, arm, later, nudge, careful):
    arm, layers, begun, judged, changes = train(arm, later, nudge, careful)
    for which, x, t in [("loss", X, T), ("test_loss", TEST_X, TEST_T)]:
        yield f"{name}_{which}", loss_of(forward(arm, judged, x, lambda x: x, careful)[1][-1], t).item()
    paces = [median_change(changes, index) for index in range(arm.depth + 1)]
    yield f"{name}_frozen_layers", sum(pace < 1e-5 for pace in paces) if changes else 0
    sums, passed = forward(arm, layers, X, nudge, careful)
    gradients = torch.autograd.grad(loss_of(passed[-1], T), sums)
    for index, pace in enumerate(paces):
        (w, _), (w_begun, _) = layers[index], begun[index]
        a = nudge(passed[index].detach().numpy())
        yield f"{name}_relative_change_{index + 1}", pace
        yield f"{name}_drift_{index + 1}", np.divide(length(w - w_begun), length(w_begun))
        yield f"{name}_difference_{index + 1}", math.sqrt(a.var(axis=1).mean())
        yield f"{name}_gradient_{index + 1}", len(T) * np.sqrt((gradients[index].numpy() ** 2).mean())


def measures(nudge, careful=False):
    depth, shallow = SETTINGS["depth"], SETTINGS["shallow"]
    share = T.mean().item()
    surprise = lambda p: -p * math.log(p) if p > 0 else 0.0
    yield "step", SETTINGS["step"]
    yield "guess_loss", T.numpy().var() if DATA == "sine" else surprise(share) + surprise(1 - share)
    a, b = Arm("", depth), Arm("b_", depth)
    yield from of_run("a", a, None, nudge, careful)
    yield from of_run("b", a if SETTINGS["branch"] else b, b if SETTINGS["branch"] else None, nudge, careful)
    if 0 < shallow < depth:
        control = Arm("", shallow, held=0)
        yield from of_run("shallow", control, None, nudge, careful)


#: part random


#: part orthogonal


#: part training


TORCH = {
#: torch activations
}


#: activations


#: part chosen


#: part torch


#: part compare


(X, T), (TEST_X, TEST_T) = [
    [torch.as_tensor(part) for part in half] for half in points(DATA, 250, SETTINGS["noise"], 0.2, SETTINGS["seed"])
]
result = compare(measures, tolerance=1e-9, again=2, careful=lambda nudge: measures(nudge, careful=True))
