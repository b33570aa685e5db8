#!/usr/bin/env python3
"""The table of src/model/activation/exponential.rs (needs mpmath 1.3).

Each row is 2^(i/32) as the nearest double, and what is missing from it, relative to it.
"""
from mpmath import mp, mpf

mp.dps = 40
for i in range(32):
    exact = mpf(2) ** (mpf(i) / 32)
    nearest = float(exact)
    print(f"    [{nearest!r}, {float((exact - nearest) / nearest)!r}],")
