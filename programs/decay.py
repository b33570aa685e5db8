#: head
#
# A chain of neurons, one per layer: z = w a + b and a = f(z), where a is what the layer before passes on.
# The loss is what comes out, so dL/da of the last layer is 1. Backward: dL/dz = f'(z) dL/da, and dL/da of the layer before is w dL/dz.
# Run it with python3; it needs NumPy.
# nudge(x) is x; or, where the comparison asks what rounding does, x moved by one unit in its last place.

#: settings
#: figure

import math
import re
from decimal import MAX_EMAX, MIN_EMIN, Decimal, getcontext

import numpy as np

np.seterr(all="ignore")


def times(x, y):
    """A product in which an exact 0 wins, even beside an infinity: a dead unit passes nothing on."""
    return Decimal(0) if x == 0 or y == 0 else x * y


def log10(x):
    """Of the size; minus infinity for an exact 0."""
    return float(abs(x).log10()) if x else -np.inf


def decades(x, zero=2):
    return {1: "underflow", 2: "exact_zero"}[zero] if x == -np.inf else x


def chain(f, nudge):
    """Forward, then backward; for each layer, the last one first: (number, a of the layer before, z, a, f'(z), dL/dz, dL/da)."""
    a, forward = SETTINGS["input"], []
    for number in range(1, SETTINGS["depth"] + 1):
        before, z = a, nudge(SETTINGS["weight"] * a + SETTINGS["bias"])
        a = nudge(float(f.value(z)))
        forward.append((number, before, z, a, f.exact_slope(z)))
    back, layers = Decimal(1), []
    for *layer, slope in reversed(forward):
        gradient = times(slope, back)
        layers.append((*layer, slope, gradient, back))
        back = times(gradient, Decimal(SETTINGS["weight"]))
    return layers


def zeros(f, layers):
    """Of each layer, the last one first: 2 where the gradient is exactly 0, 1 where it is 0 only because z left the range of floats, else 0."""
    forward, reached, found = {number: (before, z) for number, before, z, *_ in layers}, 0, []

    def fell_short(number):
        """Whether z is 0 and nothing that it is made of is."""
        if SETTINGS["weight"] == 0:
            return False
        while number in forward and forward[number][1] == 0:
            before, z = forward[number][0], forward.get(number - 1, (0, 0))[1]
            if before != 0:
                return SETTINGS["weight"] * before == 0
            if z != 0:  # what f made of it is 0, and only by the range where f is not flat
                return not any(low <= z <= high for low, high in f.dead())
            number -= 1
        return False

    for number, before, z, _, slope, *_ in layers:
        if number < len(layers) and SETTINGS["weight"] == 0:
            reached = 2
        if slope == 0:
            flat = any(z in ends if np.isinf(z) else ends[0] < z < ends[1] for ends in f.dead())
            by_range = (np.isinf(z) or fell_short(number)) and not flat
            reached = max(reached, 1 if by_range else 2)
        found.append(reached)
    return found


def rounded(x, digits, lowest, highest):
    """x in a format of that many digits, whose numbers have exponents from lowest to highest: to nearest, ties to even."""
    if x == 0 or not math.isfinite(x):
        return x
    last = max(math.frexp(x)[1] - 1, lowest) - (digits - 1)
    near = math.ldexp(round(math.ldexp(x, -last)), last)
    return math.copysign(np.inf, x) if abs(near) >= 2.0 ** (highest + 1) else near


def lens(layers, *form):
    """The same product in a narrower format: the first layers, from the output, at which it is 0 although it is not, and infinite."""
    weight, product = rounded(SETTINGS["weight"], *form), 1.0
    for number, _, _, _, slope, gradient, _ in layers:
        if number < len(layers):
            product = rounded(product * weight, *form)
        product = rounded(product * rounded(float(slope), *form), *form)
        if product == 0 and gradient != 0:
            return number, 0
        if not math.isfinite(product):
            return 0, number
    return 0, 0


def measures(nudge):
    activations = chosen(SETTINGS["activation"], SETTINGS["alpha"])
    for index, f in enumerate(activations, 1):
        first = chain(f, nudge)[-1][5]
        mean = log10(first) / SETTINGS["depth"]
        yield f"first_gradient_{index}", first
        yield f"factor_per_layer_{index}", decades(mean) if mean == -np.inf else np.power(10.0, mean)
    layers = chain(activations[0], nudge)
    yield "zero_layers", max([number for number, *_, gradient, _ in layers if gradient == 0], default=0)
    for name, *form in [("f16", 11, -14, 15), ("bf16", 8, -126, 127), ("f32", 24, -126, 127)]:
        yield f"{name}_zero_layers", lens(layers, *form)[0]
        yield f"{name}_infinite_layers", lens(layers, *form)[1]
    weight, steepest = np.log10(abs(SETTINGS["weight"])), np.log10(activations[0].steepest())
    slopes, whose = 0.0, zeros(activations[0], layers)
    yield "range_zero_layers", whose.count(1)
    for behind, (number, before, z, a, slope, gradient, back) in enumerate(layers):
        slopes += log10(slope)
        yield f"gradient_{number}", gradient
        yield f"log10_gradient_{number}", decades(log10(gradient), whose[behind])
        yield f"gradient_a_{number}", back
        yield f"gradient_w_{number}", times(gradient, Decimal(before))
        yield f"slope_{number}", slope
        yield f"z_{number}", z
        yield f"a_{number}", a
        yield f"weight_decades_{number}", decades(behind * weight if behind else 0.0)
        yield f"slope_decades_{number}", decades(slopes, whose[behind])
        yield f"bound_decades_{number}", decades(steepest + behind * (weight + steepest) if behind else steepest)


#: activations


#: part chosen


#: part compare


result = compare(measures, tolerance=1e-12)
