def side_by_side(streams, count):
    """`count` normal numbers of each of many streams, a row for each: Random.next and Random.normal for all of them at once."""
    a, b, c, d = np.array([stream.state for stream in streams], dtype=np.uint64).T
    turn = lambda x, bits: x << np.uint64(bits) | x >> np.uint64(64 - bits)
    numbers = np.empty((count, len(streams)))
    for start in range(0, count, 4096):  # a part after the other, so that little is kept
        part = numbers[start : start + 4096]
        drawn = np.empty((2 * len(part), len(streams)), dtype=np.uint64)
        for row in drawn:
            row[:] = turn(a + d, 23) + a
            c, d = c ^ a, d ^ b
            a, b, c, d = a ^ d, b ^ c, c ^ b << np.uint64(17), turn(d, 45)
        u = (drawn >> np.uint64(11)) * 2.0**-53
        part[:] = np.sqrt(-2 * np.log(1 - u[0::2])) * np.cos(2 * np.pi * u[1::2])
    return numbers.T


def network():
    """Weights, biases, inputs, and the errors that arrive: everything that is drawn, each with streams of its own."""
    depth, width, seed = SETTINGS["depth"], SETTINGS["width"], SETTINGS["seed"]
    samples = min(SETTINGS["batch"], max(2**25 // (width * width * depth), 8))  # of very large networks fewer
    streams = lambda random, count: [random.branch() for _ in range(count)]
    weights = side_by_side(streams(Random(seed, 1), depth), width * width).reshape(depth, width, width)
    biases = side_by_side(streams(Random(seed, 3), depth), width)
    data = Random(seed, 0)
    inputs, errors = [side_by_side(streams(data.branch(), samples), width).T for _ in range(2)]
    return weights, biases, inputs, errors / np.sqrt((errors**2).sum(axis=0))


def lengths(columns):
    size = abs(columns).max(axis=0)
    size[size == 0] = 1.0  # squares neither overflow nor vanish
    return size * np.sqrt(((columns / size) ** 2).sum(axis=0))


def log10_median(numbers):
    """Of the middle one, or the geometric mean of both middles."""
    numbers = np.sort(numbers)
    low, high = np.log10(numbers[(len(numbers) - 1) // 2]), np.log10(numbers[len(numbers) // 2])
    return np.nan if np.isnan(numbers).any() else low if low == high else 0.5 * (low + high)


def decades(x):
    return "exact_zero" if x == -np.inf else x


def factor(share):
    """Of each layer, where so many decades are lost in all."""
    return np.power(10.0, share / (SETTINGS["depth"] - 1)) if SETTINGS["depth"] > 1 else np.nan
