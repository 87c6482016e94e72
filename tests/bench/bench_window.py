#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window against its bounds: the first frame against a bare GTK window's in the same run, the
time from an edit to the repainted page against the length of a frame, a million rows against none.
"""

import os
import statistics
import subprocess
import sys
import tempfile

PROGRAM = sys.argv[1]
ROOT = os.environ["FOI_SOURCE_ROOT"]
EXAMPLE = os.path.join(ROOT, "data/examples/FOI651119421.foi.json")
FRAME = 1000 / 60

broken = []


def run(*arguments):
    # A measured window is killed with what it would have saved: none of it is offered to the next.
    with tempfile.TemporaryDirectory() as state:
        result = subprocess.run([PROGRAM, *arguments], stdout=subprocess.PIPE, timeout=120, text=True,
                                stderr=subprocess.PIPE, env=dict(os.environ, XDG_STATE_HOME=state))
    if result.returncode != 0:
        sys.exit("bench: %s: %s" % (" ".join(arguments), result.stderr))
    return [float(word) for word in result.stdout.split()]


def bound(name, value, unit, limit):
    good = value <= limit
    print("%-58s %9.2f %-6s at most %g  %s" % (name, value, unit, limit, "" if good else "BROKEN"),
          flush=True)
    if not good:
        broken.append(name)


def make_case(folder, rows):
    path = os.path.join(folder, "rows-%d.foi.json" % rows)
    subprocess.run(["/usr/bin/python3", os.path.join(ROOT, "tests/bench/make-case.py"),
                    "--questions", "3", "--tables", "1", "--rows", str(rows), "--columns", "6",
                    "-o", path], check=True)
    return path


with tempfile.TemporaryDirectory() as work:
    run("bare")
    run("first", EXAMPLE)
    # By turns: what else the machine does, and how fast it runs, meets both.
    frames = [(run("bare")[0], run("first", EXAMPLE)[0]) for _ in range(9)]
    bare, first = (statistics.median(times) for times in zip(*frames))
    print("first drawn frame: a bare GTK window %.0f ms, the example %.0f ms" % (bare, first))
    bound("  times a bare window's", first / bare, "times", 2)

    median, worst = run("edit", EXAMPLE)
    print("from an edited cell to the repainted page: median %.1f ms, worst %.1f ms" % (median,
                                                                                       worst))
    bound("  median, in frames", median / FRAME, "frames", 0.5)
    bound("  worst, in frames", worst / FRAME, "frames", 1)

    few = run("hold", make_case(work, 10))[0]
    many = run("hold", make_case(work, 1000000))[0]
    print("the window holds %.0f MB with 10 rows, %.0f MB with 1,000,000" % (few, many))
    bound("  more with 1,000,000 rows", many - few, "MB", 250)
if broken:
    sys.exit("bench: broken: " + "; ".join(name.strip() for name in broken))
