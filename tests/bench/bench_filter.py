#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Another choice of 5,000 cases in the register, against what GTK takes for another choice of
rows in a plain column view with one label in each cell."""

import datetime
import os
import subprocess
import sys
import tempfile

import measuring
from measuring import EXAMPLE, ROOT, bound

CASES = 5000
COLUMNS = 11


def make_folder(folder):
    """Every other one came today; the others are overdue."""
    with open(EXAMPLE, encoding="utf-8") as file:
        text = file.read()
    today = datetime.date.today().isoformat()
    for number in range(CASES):
        case = text.replace("FOI651119421", "FOI%05d" % number)
        if number % 2:
            case = case.replace('"received": "2024-10-30"', '"received": "%s"' % today)
        with open(os.path.join(folder, "FOI%05d.foi.json" % number), "w",
                  encoding="utf-8") as file:
            file.write(case)


def run(*arguments):
    """Milliseconds until it is painted, and until it was made."""
    done = subprocess.run([os.path.join(ROOT, "tests/with-display"), sys.argv[1], *arguments],
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                          env=os.environ | {"GSK_RENDERER": "cairo"})
    if done.returncode != 0:
        sys.exit("bench: %s exited with %d" % (sys.argv[1], done.returncode))
    return [float(number) for number in done.stdout.split()]


with tempfile.TemporaryDirectory() as work:
    make_folder(work)
    plain = run("plain", str(CASES), str(COLUMNS))
    results = {which: run(which, work, str(CASES))
               for which in ("overdue", "today", "returns")}
print("a plain column view of %d rows: %.1f ms, of which %.1f ms until its rows are there"
      % (CASES, *plain))
for which, (painted, made) in results.items():
    bound("  %s: times a plain column view" % which, painted / plain[0], "times", 0.33)
    bound("  %s: until all rows are chosen" % which, made / plain[0], "times", 0.12)
measuring.finish()
