"""Numbers far outside the range of doubles, in seventeen digits.

python3 tests/reference/make_scaled.py > tests/reference/scaled.csv (mpmath 1.3)

Each row: significand (a double from 1 to 2, in hexadecimal), power of two, the number rounded to 17 digits.
"""

import random

from mpmath import mp, mpf, nstr, log10, floor

mp.prec = 4000
random.seed(20261125)


def row(significand, exponent):
    number = mpf(significand) * mpf(2) ** exponent
    power = int(floor(log10(number)))
    digits = int(mp.nint(number / mpf(10) ** (power - 16)))
    if digits == 10**17:
        digits, power = 10**16, power + 1
    print(f"{float(significand).hex()},{exponent},{digits},{power}")


print("significand,exponent,digits,power")
for exponent in [-1023, -1074, 1024, 3000, -3322, 10**5, -(10**5), 10**9, -(10**9), 2**52, -(2**52)]:
    row(1.0, exponent)
    row(2 - 2.0**-52, exponent)
for _ in range(200):
    size = random.choice([4, 5, 7, 10, 15])
    row(1 + random.random(), random.choice([-1, 1]) * random.randrange(1100, 10**size // 4 + 1200))
# Just below and above powers of ten, where a digit carries over.
for power in [-400, 400, -648, 5000, -123456]:
    exponent = int(floor(mp.log(mpf(10) ** power, 2)))
    exact = mpf(10) ** power / mpf(2) ** exponent
    for step in (-1, 0, 1):
        row(float(exact) + step * 2.0**-52, exponent)
