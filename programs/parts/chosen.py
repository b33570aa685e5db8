# Activations by the names that stand in SETTINGS. Each has value, slope and curvature (f, f', f'') and its largest slope (steepest);
# `tail` is its slope where that leaves the range of floats, as a Decimal, which has no such range; `dead` are the intervals where it is exactly 0.
getcontext().prec, getcontext().Emax, getcontext().Emin = 40, MAX_EMAX, MIN_EMIN
PI = Decimal("3.14159265358979323846264338327950288419716939937510582")


def power(t):
    """e^t, never 0: a number of 10^15 digits stands for all that are longer."""
    return max(min(Decimal(t), Decimal(10**16)), -Decimal(10**16)).exp()


def largest(kind, low, high, *parameters):
    """The slope where the curvature passes through 0, by bisection."""
    for _ in range(100):
        middle = 0.5 * (low + high)
        if kind.curvature(middle, *parameters) > 0:
            low = middle
        else:
            high = middle
    return float(kind.slope(low, *parameters))


class Chosen:
    """An activation with its parameters, from `sigmoid` or `elu(alpha=0.5)`."""

    def __init__(self, text, alpha=0.01):
        name, _, inside = text.rstrip(")").partition("(")
        pairs = [pair.split("=") for pair in inside.split(",") if pair]
        self.name, self.kind = name, globals()[name]
        self.parameters = {key.strip(): float(number) for key, number in pairs}
        if name == "leaky_relu" and not pairs:
            self.parameters = {"alpha": alpha}  # the slider's

    def __getattr__(self, part):
        function = getattr(self.kind, part, None)
        if function is None:
            return lambda: []  # no kinks, nowhere dead, no period
        return lambda *x: function(*x, **self.parameters)

    def value(self, x):
        return np.where(np.isnan(x), np.nan, self.kind.value(x, **self.parameters))

    def slope(self, x):
        return np.where(np.isnan(x), np.nan, self.kind.slope(x, **self.parameters))

    def is_flat(self, z):
        """Whether f'(z) is exactly 0, and not only too small for a float."""
        exact = not hasattr(self.kind, "tail") or (z == 0) | np.isinf(z)
        for low, high in self.dead():
            exact = exact | ((low < z) & (z < high))
        return (self.slope(z) == 0) & exact

    def exact_slope(self, z):
        """f'(z) as a Decimal, which is 0 only where f' is."""
        slope, z = float(self.slope(z)), float(z)
        lost = slope == 0 or abs(slope) < 2.3e-308 or np.isinf(slope)
        if lost and np.isfinite(z) and hasattr(self.kind, "tail"):
            return self.kind.tail(z, **self.parameters)
        return Decimal(slope)


def chosen(texts, alpha=0.01):
    """All activations of a list: `tanh,elu(alpha=0.5)`; commas in parentheses separate parameters."""
    return [Chosen(text, alpha) for text in re.findall(r"\w+(?:\([^)]*\))?", texts)]
