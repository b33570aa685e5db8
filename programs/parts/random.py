class Random:
    """A stream of random numbers: xoshiro256++ (Blackman & Vigna 2021), its state from the seed through SplitMix64.

    Each purpose (0 the points, 1 the weights, 2 the order of the batches, 3 the biases) begins 2^192 numbers farther on.
    """

    MASK = 2**64 - 1
    JUMP = 0x39ABDC4529B1661CA9582618E03FC9AAD5A61266F0C9392C180EC6D33CFD0ABA
    LONG_JUMP = 0x39109BB02ACBE63577710069854EE241C5004E441C522FB376E15D3EFEFDCBBF

    def __init__(self, seed, purpose):
        self.state = []
        for _ in range(4):
            seed = seed + 0x9E3779B97F4A7C15 & self.MASK
            z = (seed ^ seed >> 30) * 0xBF58476D1CE4E5B9 & self.MASK
            z = (z ^ z >> 27) * 0x94D049BB133111EB & self.MASK
            self.state.append(z ^ z >> 31)
        for _ in range(purpose):
            self.skip(self.LONG_JUMP)

    def next(self):
        """A whole number below 2^64."""
        a, b, c, d = self.state
        turn = lambda x, bits: (x << bits | x >> 64 - bits) & self.MASK
        result = turn(a + d & self.MASK, 23) + a & self.MASK
        c, d = c ^ a, d ^ b
        self.state = [a ^ d, b ^ c, c ^ (b << 17 & self.MASK), turn(d, 45)]
        return result

    def skip(self, polynomial):
        """Many numbers at once: the sum of the states that the polynomial's bits pick."""
        total = [0, 0, 0, 0]
        for bit in range(256):
            if polynomial >> bit & 1:
                total = [one ^ other for one, other in zip(total, self.state)]
            self.next()
        self.state = total

    def branch(self):
        """The stream as it stands, for a part of the work; this one goes on 2^128 numbers later."""
        part = object.__new__(Random)
        part.state = list(self.state)
        self.skip(self.JUMP)
        return part

    def uniform(self, count):
        """Numbers in [0, 1)."""
        return np.array([(self.next() >> 11) * 2.0**-53 for _ in range(count)])

    def normal(self, count):
        """N(0, 1), by Box and Muller: each from two uniform numbers."""
        u = self.uniform(2 * count)
        return np.sqrt(-2 * np.log(1 - u[0::2])) * np.cos(2 * np.pi * u[1::2])

    def below(self, end):
        """A whole number below `end`, every one equally likely (Lemire 2019)."""
        while True:
            product = self.next() * end
            if product & self.MASK >= 2**64 % end:
                return product >> 64

    def shuffle(self, items):
        for last in range(len(items) - 1, 0, -1):
            other = self.below(last + 1)
            items[last], items[other] = items[other], items[last]
