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


def too_small(name, value):
    """Whether a number lies where floats have no digits, or its logarithm says so."""
    if isinstance(value, str):
        return False
    if "log10" in name or "decades" in name:
        return value < -300
    return 0 < abs(value) < Decimal("1e-300")


def compare(measures, tolerance, again=3, careful=None):
    """Prints each measure, and says whether all agree; returns how many there are, how many agree within the tolerance, how many do not for a reason that is said, and how many do not.

    `careful` are the same measures by formulas that keep their digits.
    """
    def run(seed, of=measures):
        return {name: known(value) for name, value in of(nudges(seed))}

    own, moved = run(0), [run(seed) for seed in range(1, again + 1)]
    exact = run(0, careful) if careful else {}
    compared = [name for name in FIGURE if name in own or not careful]
    sways = {name: max(difference(name, own[name], run[name]) for run in moved) for name in compared if name in own}
    lost = sum(sway > 1e-3 for sway in sways.values()) > len(compared) / 4  # then chance decides what is left
    tally = {"fine": 0, "rounding": 0, "formula": 0, "range": 0, "wrong": 0}
    print(f"{'measure':24}{'the figure':>26}{'this program':>26}  difference")
    for name in compared:
        value, mine = given(FIGURE[name]), own.get(name)
        apart, verdict, note = np.inf, "wrong", ""
        if mine is None or value == "pending":
            note = "not computed here" if mine is None else "the figure has not known it yet"
        else:
            apart = difference(name, mine, value)
            if apart <= tolerance:
                verdict = "fine"
            elif lost or apart <= 1000 * sways[name]:
                verdict, note = "rounding", f"rounding: one unit in the last place moves it by {sways[name]:.0e}"
            elif {str(value), str(mine)} == {"overflow", "undefined"}:
                verdict, note = "rounding", "beyond the range the order of a sum decides between an infinity and nothing"
            elif careful and (too_small(name, value) or exact[name] in (0, "exact_zero")):
                verdict, note = "range", "below 1e-300 a product of floats has no digits, or is 0"
            elif careful and difference(name, exact[name], value) <= max(tolerance, 1000 * sways[name]):
                verdict, note = "formula", f"a formula of PyTorch's loses digits here; one that keeps them gives {shown(exact[name])}"
            else:
                note = "DIFFERS"
        tally[verdict] += 1
        print(f"{name:24}{shown(value):>26}{shown(mine):>26}  {apart:.1e}   {note}".rstrip())
    if len(compared) < len(FIGURE):
        kinds = dict.fromkeys(re.sub(r"_\d+$", "", name) for name in FIGURE if name not in own)
        print("No gradients, so in the program for NumPy alone:", ", ".join(kinds))
    said = {
        "rounding": "as nearly as rounding lets them",
        "range": "differ below 1e-300, where floats end",
        "formula": "differ where a formula of PyTorch's loses digits",
    }
    excused = [f"{tally[why]} {words}" for why, words in said.items() if tally[why]]
    if tally["wrong"]:
        print(f"{tally['wrong']} of {len(compared)} measures do not agree.")
    elif excused:
        reasons = " or differ for a reason that stands beside them" if tally["range"] + tally["formula"] else ""
        print(f"All {len(compared)} measures agree{reasons}: {tally['fine']} within {tolerance:.0e}, {', '.join(excused)}.")
    else:
        print(f"All {len(compared)} measures agree within {tolerance:.0e}.")
    return len(compared), tally["fine"], sum(tally[why] for why in said), tally["wrong"]
