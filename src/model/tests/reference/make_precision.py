"""Makes precision.csv with NumPy, whose conversions from f64 to f16 and f32 round once, to nearest even.

Columns: format, the number and what it becomes, both as the 64 bits of an f64 in hexadecimal.
Run: python3 make_precision.py > precision.csv
"""
import random
import struct

import numpy as np

random.seed(1)
FORMATS = {"f16": (np.float16, 11, -14, 15), "f32": (np.float32, 24, -126, 127)}


def bits(x):
    return struct.pack(">d", float(x)).hex()


print("format,number,rounded")
np.seterr(all="ignore")
for name, (kind, digits, lowest, highest) in FORMATS.items():
    numbers = [1.000488519668579, 0.0, -0.0, np.inf, -np.inf, 5e-324, -5e-324, 1.7976931348623157e308]
    # Any size, from far below the smallest number of the format to above the largest.
    for _ in range(200):
        exponent = random.uniform(lowest - digits - 3, highest + 2)
        numbers.append(random.choice([-1, 1]) * 2.0**exponent)
    # Next to the middle between two of its numbers.
    for _ in range(200):
        exponent = random.randint(lowest - digits + 1, highest)
        last = 2.0 ** (max(exponent, lowest) - digits + 1)
        middle = np.float64(kind(random.uniform(1, 2) * 2.0**exponent)) + last / 2
        sign = random.choice([-1, 1])
        numbers += [sign * np.nextafter(middle, 0), sign * middle, sign * np.nextafter(middle, np.inf)]
    for x in numbers:
        print(name, bits(x), bits(kind(np.float64(x))), sep=",")
