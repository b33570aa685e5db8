# The figure's numbers beside this program's.
# Two programs round in different places, and some computations make more of that: differences that cancel, deep chains, training.
# So this program computes everything a few times more with the numbers on the way moved by one unit in their last place, up or down by chance,
# and sees how far each measure moves. What is nearer to the figure's than 1000 times that agrees as nearly as rounding lets it.


def nudges(seed):
    """A function that moves numbers by a unit in their last place; seed 0: one that leaves them alone."""
    if seed == 0:
        return lambda x: x
    chance = np.random.default_rng(seed)
    return lambda x: x * (1 + 2.0**-52 * chance.integers(-1, 2, np.shape(x)))


def digits(name, value):
    """How many a number has before the point, about."""
    return value if "log10" in name or "decades" in name else value.adjusted() if isinstance(value, Decimal) and value else 0


def difference(name, one, other):
    """By what share of their size two values differ; logarithms and reasons are no sizes."""
    if isinstance(one, str) or isinstance(other, str):
        return 0.0 if one == other else np.inf
    if min(abs(digits(name, one)), abs(digits(name, other))) > 10**15 and (one > 0) == (other > 0):
        return 0.0  # numbers of so many digits are a bound, here as in the figure
    gap, size = abs(Decimal(one) - Decimal(other)), max(abs(Decimal(one)), abs(Decimal(other)))
    if "log10" in name or "decades" in name:
        size = max(size, 1)
    elif not isinstance(one, Decimal):
        size = max(size, Decimal("1e-307"))  # below it floats lose digits
    return float(gap / size) if gap else 0.0


def known(value):
    """A number, or why there is none, in the figure's words."""
    if isinstance(value, str) or value is None:
        return value
    if isinstance(value, (int, np.integer)):
        return int(value)
    if not isinstance(value, Decimal):
        value = float(value)
    if value != value:
        return "undefined"
    return "overflow" if abs(value) == np.inf else value


def given(value):
    """A number of FIGURE: text where it is outside the range of floats, or where there is none."""
    if isinstance(value, str) and value[0] in "-0123456789":
        return Decimal(value)
    return value


def shown(value):
    """Seventeen digits; outside the range of floats with an exponent of its own."""
    if isinstance(value, (str, int, type(None))):
        return str(value)
    within = value == 0 or 1e-300 < abs(value) < 1e300
    return f"{float(value):.17g}" if within else f"{value:.16e}"


def compare(measures, tolerance, again=3):
    """Prints each measure, and says whether all agree; returns how many there are, how many agree within the tolerance, as rounding lets them, and not."""
    def run(seed):
        return {name: known(value) for name, value in measures(nudges(seed))}

    own, moved = run(0), [run(seed) for seed in range(1, again + 1)]
    sways = {name: max(difference(name, own[name], run[name]) for run in moved) for name in own if name in FIGURE}
    lost = sum(sway > 1e-3 for sway in sways.values()) > len(FIGURE) / 4  # then chance decides what is left
    tally = [0, 0, 0]
    print(f"{'measure':24}{'the figure':>26}{'this program':>26}  difference")
    for name, value in FIGURE.items():
        value, mine = given(value), own.get(name)
        if value == "pending" or mine is None:
            apart, note = np.inf, "   not known yet" if mine is not None else "   not computed here"
        else:
            apart = difference(name, mine, value)
            note = ""
            if apart > tolerance and (lost or apart <= 1000 * sways[name]):
                note = f"   rounding: one unit in the last place moves it by {sways[name]:.0e}"
        tally[0 if apart <= tolerance else 1 if note.startswith("   rounding") else 2] += 1
        if apart > tolerance and not note:
            note = "   DIFFERS"
        print(f"{name:24}{shown(value):>26}{shown(mine):>26}  {apart:.1e}{note}")
    fine, rounding, wrong = tally
    if wrong:
        print(f"{wrong} of {len(FIGURE)} measures do not agree.")
    elif rounding:
        print(f"All {len(FIGURE)} measures agree: {fine} within {tolerance:.0e}, {rounding} as nearly as rounding lets them.")
    else:
        print(f"All {len(FIGURE)} measures agree within {tolerance:.0e}.")
    return len(FIGURE), *tally
