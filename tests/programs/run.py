"""Runs programs in one Python, and prints a line for each: how many measures there are, how many agree within the tolerance, how many do not for a reason that is said, and how many do not; then its last line.

A program whose measures do not all agree has those printed after it.
"""

import contextlib
import io
import runpy
import sys
import traceback

for path in sys.argv[1:]:
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            tally = runpy.run_path(path)["result"]
    except Exception:
        print("0 0 0 1 it failed:", traceback.format_exc().strip().replace("\n", " | "))
        continue
    lines = printed.getvalue().rstrip().split("\n")
    wrong = [" ".join(line.split()) for line in lines if line.endswith(("DIFFERS", "not computed here", "known it yet"))]
    print(*tally, " | ".join([lines[-1], *wrong[:5]]))
