"""Makes random.csv: xoshiro256++ written again from its authors' description, in Python integers, and normals in 60-digit arithmetic.

Source: Blackman & Vigna, "Scrambled linear pseudorandom number generators", 2021; SplitMix64 for the seed, long_jump per purpose, jump per branch.
Columns: seed, purpose (0 data, 1 init, 2 batches), branch, kind, then five numbers in the order drawn.
Run: python3 make_random.py > random.csv
"""
from mpmath import mp, mpf, cos, ln, pi, sqrt

mp.dps = 60
MASK = 2**64 - 1
JUMP = [0x180EC6D33CFD0ABA, 0xD5A61266F0C9392C, 0xA9582618E03FC9AA, 0x39ABDC4529B1661C]
LONG_JUMP = [0x76E15D3EFEFDCBBF, 0xC5004E441C522FB3, 0x77710069854EE241, 0x39109BB02ACBE635]


def rotate(x, k):
    return ((x << k) | (x >> (64 - k))) & MASK


class Xoshiro:
    def __init__(self, seed):
        self.s = []
        for _ in range(4):
            seed = (seed + 0x9E3779B97F4A7C15) & MASK
            z = seed
            z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
            z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
            self.s.append(z ^ (z >> 31))

    def next(self):
        s = self.s
        result = (rotate((s[0] + s[3]) & MASK, 23) + s[0]) & MASK
        t = (s[1] << 17) & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotate(s[3], 45)
        return result

    def skip(self, polynomial):
        total = [0, 0, 0, 0]
        for word in polynomial:
            for bit in range(64):
                if word >> bit & 1:
                    total = [a ^ b for a, b in zip(total, self.s)]
                self.next()
        self.s = total

    def uniform(self):
        return mpf(self.next() >> 11) / mpf(2) ** 53

    def normal(self):
        u, v = self.uniform(), self.uniform()
        return sqrt(-2 * ln(1 - u)) * cos(2 * pi * v)


print("seed,purpose,branch,kind,n1,n2,n3,n4,n5")
for seed in [0, 1, 7, 2**64 - 1]:
    for purpose in range(3):
        for branch in range(2):
            for kind in ["uniform", "normal"]:
                stream = Xoshiro(seed)
                for _ in range(purpose):
                    stream.skip(LONG_JUMP)
                for _ in range(branch):
                    stream.skip(JUMP)
                numbers = [mp.nstr(getattr(stream, kind)(), 20) for _ in range(5)]
                print(",".join([str(seed), str(purpose), str(branch), kind, *numbers]))
