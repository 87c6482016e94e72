#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the import assistant takes of the main loop, against what opening the case's window takes in
the same run: the longest turn of each, in processor time of the main thread.
"""

import os
import random
import subprocess
import sys
import tempfile

PROGRAM = sys.argv[1]
ROOT = os.environ["FOI_SOURCE_ROOT"]
EXAMPLE = os.path.join(ROOT, "data/examples/FOI651119421.foi.json")

broken = []


def write_sheet(path, rows):
    random.seed(1)
    with open(path, "w", encoding="utf-8") as file:
        file.write("Name,Opened,Calls,Cost,Note\n")
        for i in range(rows):
            file.write("Team %d,%02d/%02d/2024,\"%d,%03d\",£%d.%02d,%s\n" % (
                i, random.randint(1, 28), random.randint(1, 12), random.randint(1, 99),
                random.randint(0, 999), random.randint(1, 999), random.randint(0, 99),
                random.choice(["a", "-", "", "n/a", "some longer text"])))


def run(sheet):
    with tempfile.TemporaryDirectory() as state:
        result = subprocess.run([PROGRAM, EXAMPLE, sheet], stdout=subprocess.PIPE, timeout=180,
                                stderr=subprocess.PIPE, text=True,
                                env=dict(os.environ, XDG_STATE_HOME=state, GSK_RENDERER="cairo"))
    if result.returncode != 0:
        sys.exit("bench: %s: %s" % (sheet, result.stderr))
    return [float(word) for word in result.stdout.split()]


def bound(name, value, limit):
    good = value <= limit
    print("%-58s %9.2f times  at most %g  %s" % (name, value, limit, "" if good else "BROKEN"),
          flush=True)
    if not good:
        broken.append(name)


with tempfile.TemporaryDirectory() as work:
    for rows in 200, 100000:
        path = os.path.join(work, "rows-%d.csv" % rows)
        write_sheet(path, rows)
        opened, shown, imported = run(path)
        print("%d rows, longest turns: the case's window %.0f ms, what was read %.0f ms, importing "
              "it %.0f ms" % (rows, opened, shown, imported))
        bound("  what was read, in turns of opening a case", shown / opened, 0.25)
        bound("  importing, in turns of opening a case", imported / opened, 0.35)
if broken:
    sys.exit("bench: broken: " + "; ".join(name.strip() for name in broken))
