class identity:
    """x."""
    value = lambda x: x + 0.0
    slope = lambda x: np.ones_like(x)
    curvature = lambda x: np.zeros_like(x)
    steepest = lambda: 1.0


class step:
    """1 if x >= 0, else 0. Nothing comes back through it."""
    value = lambda x: np.where(x >= 0, 1.0, 0.0)
    slope = lambda x: np.zeros_like(x)
    curvature = lambda x: np.zeros_like(x)
    steepest = lambda: 0.0
    kinks = lambda: [0.0]
    dead = lambda: [(-np.inf, np.inf)]


class sigmoid:
    """1/(1 + e^-x), through e = e^-|x|: s(1 - s) would be 0 from 37 on."""
    value = lambda x: np.where(x < 0, np.exp(-abs(x)), 1.0) / (1 + np.exp(-abs(x)))
    slope = lambda x: np.exp(-abs(x)) / (1 + np.exp(-abs(x))) ** 2
    curvature = lambda x: -sigmoid.slope(x) * np.tanh(x / 2)
    tail = lambda x: power(-abs(x))
    steepest = lambda: 0.25


class tanh:
    """tanh x; its slope through e = e^-2|x|: 1 - tanh^2 would be 0 from 19 on."""
    value = lambda x: np.tanh(x)
    slope = lambda x: 4 * np.exp(-2 * abs(x)) / (1 + np.exp(-2 * abs(x))) ** 2
    curvature = lambda x: -2 * np.tanh(x) * tanh.slope(x)
    tail = lambda x: 4 * power(-2 * abs(x))
    steepest = lambda: 1.0


class hard_sigmoid:
    """A ramp of this slope from 0 to 1, 1/2 at 0."""
    edge = lambda slope: 3.0 if slope == 1 / 6 else 0.5 / slope
    ramp = lambda x, slope: (x + 3) / 6 if slope == 1 / 6 else slope * x + 0.5

    def value(x, slope=1 / 6):
        edge = hard_sigmoid.edge(slope)
        ramp = np.clip(hard_sigmoid.ramp(x, slope), 0, 1)
        return np.where(x <= -edge, 0.0, np.where(x >= edge, 1.0, ramp))

    slope = lambda x, slope=1 / 6: np.where(abs(x) < hard_sigmoid.edge(slope), slope, 0.0)
    curvature = lambda x, slope=1 / 6: np.zeros_like(x)
    steepest = lambda slope=1 / 6: slope
    kinks = lambda slope=1 / 6: [-hard_sigmoid.edge(slope), hard_sigmoid.edge(slope)]
    dead = lambda slope=1 / 6: [(-np.inf, -hard_sigmoid.edge(slope)), (hard_sigmoid.edge(slope), np.inf)]


class hard_tanh:
    """x between -1 and 1, and those beyond; at the corners the slope is taken to be 0."""
    value = lambda x: np.clip(x, -1.0, 1.0)
    slope = lambda x: np.where(abs(x) < 1, 1.0, 0.0)
    curvature = lambda x: np.zeros_like(x)
    steepest = lambda: 1.0
    kinks = lambda: [-1.0, 1.0]
    dead = lambda: [(-np.inf, -1.0), (1.0, np.inf)]


class softsign:
    """x/(1 + |x|)."""
    value = lambda x: np.where(np.isinf(x), np.sign(x), x / (1 + abs(x)))
    slope = lambda x: (1 / (1 + abs(x))) ** 2
    curvature = lambda x: -2 * np.sign(x) * (1 / (1 + abs(x))) ** 3
    tail = lambda x: 1 / (1 + abs(Decimal(x))) ** 2
    steepest = lambda: 1.0


class arctan:
    """The angle whose tangent is x."""
    value = lambda x: np.arctan(x)
    slope = lambda x: 1 / (1 + x * x)
    curvature = lambda x: -2 * x / (1 + x * x) ** 2
    tail = lambda x: 1 / (1 + Decimal(x) ** 2)
    steepest = lambda: 1.0


class relu:
    """max(0, x); at 0 the slope is taken to be 0."""
    value = lambda x: np.where(x > 0, x, 0.0)
    slope = lambda x: np.where(x > 0, 1.0, 0.0)
    curvature = lambda x: np.zeros_like(x)
    steepest = lambda: 1.0
    kinks = lambda: [0.0]
    dead = lambda: [(-np.inf, 0.0)]


class relu6:
    """min(max(0, x), 6); at the corners the slope is taken to be 0."""
    value = lambda x: np.clip(x, 0.0, 6.0)
    slope = lambda x: np.where((x > 0) & (x < 6), 1.0, 0.0)
    curvature = lambda x: np.zeros_like(x)
    steepest = lambda: 1.0
    kinks = lambda: [0.0, 6.0]
    dead = lambda: [(-np.inf, 0.0), (6.0, np.inf)]


class leaky_relu:
    """x if x > 0, else alpha x; at 0 the slope is taken to be alpha."""
    value = lambda x, alpha=0.01: np.where(x > 0, x, alpha * x)
    slope = lambda x, alpha=0.01: np.where(x > 0, 1.0, alpha)
    curvature = lambda x, alpha=0.01: np.zeros_like(x)
    steepest = lambda alpha=0.01: max(abs(alpha), 1.0)
    kinks = lambda alpha=0.01: [0.0]
    dead = lambda alpha=0.01: [(-np.inf, 0.0)] if alpha == 0 else []


class prelu:
    """Leaky ReLU with an alpha that is learned (here it stays as it is)."""
    value = lambda x, alpha=0.25: np.where(x > 0, x, alpha * x)
    slope = lambda x, alpha=0.25: np.where(x > 0, 1.0, alpha)
    curvature = lambda x, alpha=0.25: np.zeros_like(x)
    steepest = lambda alpha=0.25: max(abs(alpha), 1.0)
    kinks = lambda alpha=0.25: [0.0]
    dead = lambda alpha=0.25: [(-np.inf, 0.0)] if alpha == 0 else []


class elu:
    """x if x > 0, else alpha (e^x - 1); at 0 the slope is taken to be alpha."""
    value = lambda x, alpha=1.0: np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0)))
    slope = lambda x, alpha=1.0: np.where(x > 0, 1.0, alpha * np.exp(np.minimum(x, 0)))
    curvature = lambda x, alpha=1.0: np.where(x < 0, alpha * np.exp(np.minimum(x, 0)), 0.0)
    tail = lambda x, alpha=1.0: Decimal(alpha) * power(x)
    steepest = lambda alpha=1.0: max(alpha, 1.0)
    kinks = lambda alpha=1.0: [0.0]
    dead = lambda alpha=1.0: [(-np.inf, 0.0)] if alpha == 0 else []


class celu:
    """x if x > 0, else alpha (e^(x/alpha) - 1)."""
    value = lambda x, alpha=1.0: np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0) / alpha))
    slope = lambda x, alpha=1.0: np.exp(np.minimum(x, 0) / alpha)
    curvature = lambda x, alpha=1.0: np.where(x < 0, np.exp(np.minimum(x, 0) / alpha) / alpha, 0.0)
    tail = lambda x, alpha=1.0: power(Decimal(x) / Decimal(alpha))
    steepest = lambda alpha=1.0: 1.0
    kinks = lambda alpha=1.0: [0.0]


class selu:
    """ELU times lambda; at 0 the slope is taken to be lambda alpha."""
    ALPHA, LAMBDA = 1.6732632423543772, 1.0507009873554805

    def value(x, alpha=ALPHA, **scale):
        size = scale.get("lambda", selu.LAMBDA)
        return np.where(x > 0, size * x, size * alpha * np.expm1(np.minimum(x, 0)))

    def slope(x, alpha=ALPHA, **scale):
        size = scale.get("lambda", selu.LAMBDA)
        return np.where(x > 0, size, size * alpha * np.exp(np.minimum(x, 0)))

    curvature = lambda x, alpha=ALPHA, **scale: np.where(x < 0, selu.slope(x, alpha, **scale), 0.0)
    tail = lambda x, alpha=ALPHA, **scale: Decimal(scale.get("lambda", selu.LAMBDA)) * Decimal(alpha) * power(x)
    steepest = lambda alpha=ALPHA, **scale: scale.get("lambda", selu.LAMBDA) * max(alpha, 1.0)
    kinks = lambda **parameters: [0.0]
    dead = lambda alpha=ALPHA, **scale: [(-np.inf, 0.0)] if alpha == 0 else []


class softplus:
    """ln(1 + e^x)."""
    value = lambda x: np.maximum(x, 0) + np.log1p(np.exp(-abs(x)))
    slope = lambda x: np.where(x < 0, np.exp(-abs(x)), 1.0) / (1 + np.exp(-abs(x)))
    curvature = lambda x: np.exp(-abs(x)) / (1 + np.exp(-abs(x))) ** 2
    tail = lambda x: power(x)
    steepest = lambda: 1.0


class squareplus:
    """(x + sqrt(x^2 + b))/2; to the left of 0 as (b/2)/(sqrt(x^2 + b) - x)."""
    def value(x, b=4.0):
        r = np.hypot(x, np.sqrt(b))
        return np.where(x < 0, 0.5 * b / (r + abs(x)), 0.5 * x + 0.5 * r)

    def slope(x, b=4.0):
        r = np.hypot(x, np.sqrt(b))
        missing = 0.5 * b / (r + abs(x)) / r
        return np.where(x < 0, missing, 1 - missing)

    curvature = lambda x, b=4.0: 0.5 * b / np.hypot(x, np.sqrt(b)) ** 3
    tail = lambda x, b=4.0: Decimal(b) / 4 / Decimal(x) ** 2
    steepest = lambda b=4.0: 1.0


class silu:
    """x s(beta x) with s the logistic function; with t = beta x its slope is s(t) + t s'(t)."""
    def value(x, beta=1.0):
        e = np.exp(-abs(beta * x))
        share = np.where(beta * x < 0, e, 1.0) / (1 + e)
        return np.where(share == 0, -0.0, x * share)

    def slope(x, beta=1.0):
        t = np.clip(beta * x, -1e4, 1e4)
        e = np.exp(-abs(t))
        return np.where(t < 0, e * (1 + e + t), 1 + e + t * e) / (1 + e) ** 2

    def curvature(x, beta=1.0):
        t = np.minimum(abs(beta * x), 1e4)
        e = np.exp(-t)
        return beta * e * (2 * (1 + e) - t * (1 - e)) / (1 + e) ** 3

    tail = lambda x, beta=1.0: power(Decimal(beta) * Decimal(x)) * (1 + Decimal(beta) * Decimal(x))
    steepest = lambda beta=1.0: largest(silu, 0.5 / beta, 4 / beta, beta) if beta > 0 else 0.5


class hard_silu:
    """x times a ramp from 0 at -3 to 1 at 3; the slope is taken to be 0 at -3 and 1 at 3."""
    value = lambda x: np.where(x <= -3, -0.0, np.where(x >= 3, x, x * (x + 3) / 6))
    slope = lambda x: np.where(x <= -3, 0.0, np.where(x >= 3, 1.0, (2 * x + 3) / 6))
    curvature = lambda x: np.where(abs(x) < 3, 1 / 3, 0.0)
    steepest = lambda: 1.5
    kinks = lambda: [-3.0, 3.0]
    dead = lambda: [(-np.inf, -3.0)]


class gelu:
    """x P(x), with P the normal distribution function and p its density; the slope is P + x p."""
    P = np.vectorize(lambda x: 0.5 * math.erfc(-x / math.sqrt(2)), otypes=[float])
    p = lambda x: np.exp(-0.5 * x * x) / math.sqrt(2 * math.pi)

    value = lambda x: np.where(x < -40, -0.0, x * gelu.P(x))
    slope = lambda x: gelu.P(x) + np.clip(x, -1e3, 1e3) * gelu.p(x)
    curvature = lambda x: gelu.p(x) * (2 - np.clip(x, -1e3, 1e3) ** 2)

    def tail(x):
        t = Decimal(abs(x))
        ratio = (1 - (1 - (3 - (15 - 105 / t**2) / t**2) / t**2) / t**2) / t  # (1 - P(t))/p(t), t above 37
        return -power(-t * t / 2) * (t - ratio) / (2 * PI).sqrt()

    steepest = lambda: float(gelu.slope(np.sqrt(2.0)))


class gelu_tanh:
    """x s(v) with s the logistic function and v = 2 sqrt(2/pi) (x + 0.044715 x^3)."""
    A = 2 * math.sqrt(2 / math.pi)

    def parts(x):
        x = np.clip(x, -40, 40)
        v = gelu_tanh.A * (x + 0.044715 * x**3)
        rise = gelu_tanh.A * (1 + 3 * 0.044715 * x * x)
        return x, v, rise, np.exp(-abs(v))

    def value(x):
        _, v, _, e = gelu_tanh.parts(x)
        share = np.where(v < 0, e, 1.0) / (1 + e)
        return np.where(share == 0, -0.0, x * share)

    def slope(x):
        x, v, rise, e = gelu_tanh.parts(x)
        return np.where(v < 0, e * (1 + e + x * rise), 1 + e + x * rise * e) / (1 + e) ** 2

    def curvature(x):
        x, _, rise, e = gelu_tanh.parts(x)
        twice = gelu_tanh.A * (2 + 12 * 0.044715 * x * x)
        return e * (twice * (1 + e) - abs(x) * rise**2 * (1 - e)) / (1 + e) ** 3

    def tail(x):
        x, a, cube = Decimal(x), 2 * (2 / PI).sqrt(), Decimal("0.044715")
        return power(a * (x + cube * x**3)) * (1 + x * a * (1 + 3 * cube * x * x))

    steepest = lambda: largest(gelu_tanh, 0.5, 4.0)


class quick_gelu:
    """x s(1.702 x) with s the logistic function."""
    def value(x):
        e = np.exp(-abs(1.702 * x))
        share = np.where(x < 0, e, 1.0) / (1 + e)
        return np.where(share == 0, -0.0, x * share)

    def slope(x):
        t = np.clip(1.702 * x, -1e4, 1e4)
        e = np.exp(-abs(t))
        return np.where(t < 0, e * (1 + e + t), 1 + e + t * e) / (1 + e) ** 2

    def curvature(x):
        t = np.minimum(abs(1.702 * x), 1e4)
        e = np.exp(-t)
        return 1.702 * e * (2 * (1 + e) - t * (1 - e)) / (1 + e) ** 3

    tail = lambda x: power(Decimal("1.702") * Decimal(x)) * (1 + Decimal("1.702") * Decimal(x))
    steepest = lambda: largest(quick_gelu, 0.5 / 1.702, 4 / 1.702)


class mish:
    """x tanh(softplus x); u = tanh(softplus x), q = 1 - u^2, s the logistic function."""
    def parts(x):
        e = np.exp(-abs(x))
        below, above = 2 + e * (e + 2), 1 + 2 * e * (1 + e)
        u = np.where(x < 0, e * (e + 2) / below, (1 + 2 * e) / above)
        q = np.where(x < 0, 2 * (1 + e) / below, 2 * e * (1 + e) / above) ** 2
        s, mirrored = np.where(x < 0, e, 1.0) / (1 + e), np.where(x < 0, 1.0, e) / (1 + e)
        return np.clip(x, -1e4, 1e4), u, q, s, mirrored

    value = lambda x: np.where(x < -1e4, -0.0, x * mish.parts(x)[1])

    def slope(x):
        x, u, q, s, _ = mish.parts(x)
        return u + x * q * s

    def curvature(x):
        x, u, q, s, mirrored = mish.parts(x)
        return q * s * (2 + x * (mirrored - 2 * u * s))

    tail = lambda x: power(x) * (1 + Decimal(x))
    steepest = lambda: largest(mish, 0.5, 4.0)


class log_sigmoid:
    """-ln(1 + e^-x)."""
    value = lambda x: np.minimum(x, 0) - np.log1p(np.exp(-abs(x)))
    slope = lambda x: np.where(x > 0, np.exp(-abs(x)), 1.0) / (1 + np.exp(-abs(x)))
    curvature = lambda x: -np.exp(-abs(x)) / (1 + np.exp(-abs(x))) ** 2
    tail = lambda x: power(-x)
    steepest = lambda: 1.0


class tanh_shrink:
    """x - tanh x; near 0, where that cancels, by Lambert's continued fraction of tanh."""
    def value(x):
        square, fraction = x * x, 0.0
        for level in range(11, 0, -1):
            fraction = square / (2 * level + 1 + fraction)
        return np.where(abs(x) > 1, x - np.tanh(x), x * fraction / (1 + fraction))

    slope = lambda x: np.tanh(x) ** 2
    curvature = lambda x: 8 * np.tanh(x) * np.exp(-2 * abs(x)) / (1 + np.exp(-2 * abs(x))) ** 2
    tail = lambda x: Decimal(x) ** 2
    steepest = lambda: 1.0


class soft_shrink:
    """x moved towards 0 by lambda, 0 where |x| <= lambda."""
    def value(x, **half):
        half = half.get("lambda", 0.5)
        return np.where(x > half, x - half, np.where(x < -half, x + half, 0.0))

    slope = lambda x, **half: np.where(abs(x) > half.get("lambda", 0.5), 1.0, 0.0)
    curvature = lambda x, **half: np.zeros_like(x)
    steepest = lambda **half: 1.0
    kinks = lambda **half: [-half.get("lambda", 0.5), half.get("lambda", 0.5)]
    dead = lambda **half: [(-half.get("lambda", 0.5), half.get("lambda", 0.5))]


class hard_shrink:
    """x, but 0 where |x| <= lambda."""
    value = lambda x, **half: np.where(abs(x) > half.get("lambda", 0.5), x, 0.0)
    slope = lambda x, **half: np.where(abs(x) > half.get("lambda", 0.5), 1.0, 0.0)
    curvature = lambda x, **half: np.zeros_like(x)
    steepest = lambda **half: 1.0
    kinks = lambda **half: [-half.get("lambda", 0.5), half.get("lambda", 0.5)]
    dead = lambda **half: [(-half.get("lambda", 0.5), half.get("lambda", 0.5))]


class threshold_relu:
    """x if x > theta, else 0."""
    value = lambda x, theta=1.0: np.where(x > theta, x, 0.0)
    slope = lambda x, theta=1.0: np.where(x > theta, 1.0, 0.0)
    curvature = lambda x, theta=1.0: np.zeros_like(x)
    steepest = lambda theta=1.0: 1.0
    kinks = lambda theta=1.0: [theta]
    dead = lambda theta=1.0: [(-np.inf, theta)]


class squared_relu:
    """max(0, x)^2."""
    value = lambda x: np.where(x > 0, x * x, 0.0)
    slope = lambda x: np.where(x > 0, 2 * x, 0.0)
    curvature = lambda x: np.where(x > 0, 2.0, 0.0)
    tail = lambda x: max(2 * Decimal(x), Decimal(0))
    steepest = lambda: np.inf
    dead = lambda: [(-np.inf, 0.0)]
    moments = lambda q: (q / 2, 1.5 * q * q, 2 * q)


class sine:
    """sin(omega x)."""
    value = lambda x, omega=1.0: np.sin(omega * x)
    slope = lambda x, omega=1.0: omega * np.cos(omega * x)
    curvature = lambda x, omega=1.0: -omega * omega * np.sin(omega * x)
    steepest = lambda omega=1.0: omega
    period = lambda omega=1.0: 2 * math.pi / omega

    def moments(q, omega=1.0):
        less = np.expm1(-2 * omega**2 * q)  # E[cos kz] = e^(-k^2 q/2)
        return 0.0, -0.5 * less, omega**2 * (1 + 0.5 * less)


class snake:
    """x + sin(a x)^2/a."""
    value = lambda x, a=1.0: np.where(np.isinf(x), x, x + np.sin(a * x) ** 2 / a)
    slope = lambda x, a=1.0: np.where(np.sin(2 * a * x) > -0.5, 1 + np.sin(2 * a * x), 2 * np.sin(a * x + math.pi / 4) ** 2)
    curvature = lambda x, a=1.0: 2 * a * np.cos(2 * a * x)
    steepest = lambda a=1.0: 2.0
    period = lambda a=1.0: math.pi / a

    def moments(q, a=1.0):
        twice, eight = np.expm1(-2 * a**2 * q), np.expm1(-8 * a**2 * q)  # E[cos kz] = e^(-k^2 q/2)
        return -twice / (2 * a), q + (eight - 4 * twice) / (8 * a**2), 1 - 0.5 * eight


class gaussian:
    """e^(-x^2)."""
    value = lambda x: np.exp(-x * x)
    slope = lambda x: -2 * np.clip(x, -1e3, 1e3) * np.exp(-x * x)
    curvature = lambda x: (4 * np.clip(x, -1e3, 1e3) ** 2 - 2) * np.exp(-x * x)
    tail = lambda x: -2 * Decimal(x) * power(-Decimal(x) ** 2)
    steepest = lambda: math.sqrt(2) * math.exp(-0.5)


class exponential:
    """e^x."""
    value = lambda x: np.exp(x)
    slope = lambda x: np.exp(x)
    curvature = lambda x: np.exp(x)
    tail = lambda x: power(x)
    steepest = lambda: np.inf
    moments = lambda q: (np.exp(q / 2), np.exp(2 * q), np.exp(2 * q))
