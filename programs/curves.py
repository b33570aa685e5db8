#: head
#
# f, f' and f'' of each chosen activation at x; and of inputs drawn from N(0, sigma^2) the share that lands where the first one is nearly flat
# (|f'| below a tenth of its largest value, and not 0), and where f' is exactly 0.
# Run it with python3; it needs NumPy.
# nudge(x) is x; or, where the comparison asks what rounding does, x moved by one unit in its last place.

#: settings
#: figure

import math
import re
from decimal import MAX_EMAX, MIN_EMIN, Decimal, getcontext

import numpy as np

np.seterr(all="ignore")


def mass(low, high, sigma):
    """The share of N(0, sigma^2) between two places; in the tails as a difference of tails, which keeps its digits."""
    if low < 0 and high > 0:
        return 1.0 - mass(-np.inf, low, sigma) - mass(high, np.inf, sigma)
    near, far = sorted([abs(low), abs(high)])
    tail = lambda x: 0.5 * math.erfc(x / (sigma * math.sqrt(2)))
    return tail(near) - tail(far)


def flat_parts(f, low, high, nudge):
    """Where f is nearly flat between two places: looked for in small steps, the ends found by bisection."""
    steepest = f.steepest()
    limit = 0.1 * (steepest if np.isfinite(steepest) else 1.0)

    def is_flat(x):
        flat = abs(f.slope(x)) < limit
        for a, b in f.dead():
            flat = flat & ~((a < x) & (x < b))
        return flat

    near = high * 2.0 ** -np.arange(0, 20, 1 / 64)  # in smaller steps near 0
    places = np.unique(np.concatenate([np.linspace(low, high, 20001), near, near * (low / high)]))
    flat = is_flat(places)
    ends = []
    for index in np.flatnonzero(flat[1:] != flat[:-1]):
        left, right = places[index], places[index + 1]
        for _ in range(100):
            middle = 0.5 * (left + right)
            left, right = (middle, right) if is_flat(middle) == flat[index] else (left, middle)
        ends.append(nudge(right))
    ends = [low] * bool(flat[0]) + ends + [high] * bool(flat[-1])
    return list(zip(ends[::2], ends[1::2]))


def measures(nudge):
    activations, x = chosen(SETTINGS["activation"], SETTINGS["alpha"]), nudge(SETTINGS["x"])
    for index, f in enumerate(activations, 1):
        yield f"value_{index}", float(f.value(x))
        yield f"slope_{index}", f.exact_slope(x)
        yield f"curvature_{index}", float(f.curvature(x))
    first, sigma = activations[0], SETTINGS["sigma"]
    reach, period = 9 * sigma, first.period()  # beyond nine sigma lies less than 1e-18 of the inputs: not counted
    if period and 2 * reach > 64 * period:  # so many waves: the share of one of them
        yield "flat_share", sum(b - a for a, b in flat_parts(first, 0.0, period, nudge)) / period
    else:
        yield "flat_share", sum(mass(a, b, sigma) for a, b in flat_parts(first, -reach, reach, nudge))
    yield "dead_share", sum(mass(a, b, sigma) for a, b in first.dead())


#: activations


#: part chosen


#: part compare


result = compare(measures, tolerance=1e-12)
