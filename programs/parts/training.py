def points(kind, size, noise, test_share, seed):
    """Points in a figure, shuffled: (x, targets) to learn and to test, x with a column for each point. Places, noise and order have a stream each."""
    random = Random(seed, 0)
    places, shifts = random.branch(), random.branch()
    shift = shifts.normal(2 * size).reshape(size, 2).T
    first = size // 2
    index = np.arange(size)
    target = (index >= first) * 1.0

    def along(ends):
        """How far along its class each point stands, from 0; the last one at 1 if both ends belong to it."""
        count = np.where(index < first, first, size - first)
        return np.where(index < first, index, index - first) / np.maximum(count - ends, 1)

    if kind == "moons":
        t = math.pi * along(ends=1)
        x = np.array([np.cos(t), np.sin(t)])
        x = np.where(target == 0, x, np.array([[1.0], [0.5]]) - x)
    elif kind == "circles":
        t = 2 * math.pi * along(ends=0)
        x = np.where(target == 0, 1.0, 0.5) * np.array([np.cos(t), np.sin(t)])
    elif kind == "spiral":
        t = along(ends=0)
        x = np.where(target == 0, 1.0, -1.0) * 2.5 * t * np.array([np.sin(3.5 * math.pi * t), np.cos(3.5 * math.pi * t)])
    elif kind == "xor":
        x = 0.15 + 2.5 * places.uniform(2 * size).reshape(size, 2).T
        x = x * np.array([[1, -1, -1, 1], [1, 1, -1, -1]])[:, index % 4]
        target = (index % 2) * 1.0
    else:  # the sine, a regression
        x = 3 * (2 * (index / (size - 1)) - 1)[None, :]
        target = np.sin(2 * x[0]) + noise * shift[0]
    if kind != "sine":
        x = x + noise * shift
    order = list(range(size))
    random.shuffle(order)
    kept = math.floor(test_share * size + 0.5)
    return (x[:, order[kept:]], target[order[kept:]]), (x[:, order[:kept]], target[order[:kept]])


def batches(count, size, seed):
    """The points of one step after the other: shuffled, used up, and shuffled again."""
    random, order = Random(seed, 2), list(range(count))
    while True:
        if size >= count:
            yield slice(None)
            continue
        random.shuffle(order)
        for start in range(0, count, size):
            yield order[start : start + size]


def drawn(init, rows, columns, random):
    """The weights of a layer at the start: a row for each unit."""
    count = rows * columns
    if init == "zeros":
        return np.zeros((rows, columns))
    if init == "constant":
        return np.full((rows, columns), 0.1)
    if init == "orthogonal":
        return orthogonal(rows, columns, random)
    if init == "pytorch":
        limit = math.sqrt(3) * math.sqrt(1 / (3 * columns))
        return (limit * (2 * random.uniform(count) - 1)).reshape(rows, columns)
    spread = {"xavier_normal": math.sqrt(2 / (rows + columns)), "he_normal": math.sqrt(2 / columns)}[init]
    return (spread * random.normal(count)).reshape(rows, columns)


def loss(outputs, targets, kind):
    """Mean square for a regression; else the logistic loss ln(1 + e^y) - t y, in a form that keeps its digits."""
    if kind == "sine":
        return ((outputs - targets) ** 2).mean()
    towards = np.where(outputs > 0, (1 - targets) * outputs, -targets * outputs)
    return (towards + np.log1p(np.exp(-abs(outputs)))).mean()


def loss_slope(outputs, targets, kind):
    """The derivative of the loss by each output, the mean over the points included."""
    if kind == "sine":
        return 2 * (outputs - targets) / outputs.size
    e = np.exp(-abs(outputs))
    sigmoid, mirrored = np.where(outputs > 0, 1, e) / (1 + e), np.where(outputs > 0, e, 1) / (1 + e)
    return ((1 - targets) * sigmoid - targets * mirrored) / outputs.size
