#: head
#
# One neuron: z = w1 x1 + ... + wn xn + b, a = f(z), and how a answers to each number that goes in, by the chain rule over z:
# da/dw = f'(z) x, da/db = f'(z), da/dx = f'(z) w.
# Run it with python3; it needs NumPy.
# nudge(x) is x; or, where the comparison asks what rounding does, x moved by one unit in its last place.

#: settings
#: figure

import math
import re
from decimal import MAX_EMAX, MIN_EMIN, Decimal, getcontext

import numpy as np

np.seterr(all="ignore")


def measures(nudge):
    count = int(SETTINGS["inputs"])
    x = [SETTINGS[f"x{number}"] for number in range(1, count + 1)]
    w = [SETTINGS[f"w{number}"] for number in range(1, count + 1)]
    products = [nudge(weight * given) for weight, given in zip(w, x)]
    z = products[0]
    for product in products[1:]:
        z = z + product
    z = nudge(z + SETTINGS["b"])
    [f] = chosen(SETTINGS["activation"], SETTINGS["alpha"])
    slope = f.exact_slope(z)  # a Decimal: no underflow
    yield "z", z
    yield "a", float(f.value(z))
    yield "slope", slope
    for number in range(count):
        yield f"product_{number + 1}", products[number]
        yield f"da_dw_{number + 1}", slope * Decimal(x[number])
        yield f"da_dx_{number + 1}", slope * Decimal(w[number])


#: activations


#: part chosen


#: part compare


result = compare(measures, tolerance=1e-12)
