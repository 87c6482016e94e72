#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Protecting and auditing tables of the largest sizes that letters have, in seconds of CPU.

A two-way table of 100 by 20 with margins and a hierarchy of 2,000 cells in three levels, 5 % of
them small, suppressed and rounded; and smaller and larger ones with a table of all their shares
beside them, of which it has to be said that no choice of cells is safe. What that takes is said as
a multiple of what the largest takes alone as well. Then lists of 1,800 rows of which nine in ten are
withheld, with and without totals, for `foi audit` and `foi check`. Exits with 1 where a bound is broken, or where
what was protected is not safe.
"""

import os
import pathlib
import random
import resource
import subprocess
import sys
import tempfile

ROOT = os.environ["FOI_SOURCE_ROOT"]
FOI = os.environ["FOI_COMMAND"]
sys.path.insert(0, os.path.join(ROOT, "tests/cli"))

from test_audit_case import make_case, make_table  # noqa: E402, pylint: disable=C0413
from test_protect import make_grid  # noqa: E402, pylint: disable=C0413


def make_hierarchy(chance):
    """Wards in districts in regions."""
    rows, totals, everything = [], [], 0
    for region in range(10):
        of_region = 0
        for district in range(10):
            wards = [[f"w{region}.{district}.{ward}",
                      chance.randint(1, 5) if chance.random() < 0.05 else chance.randint(6, 200)]
                     for ward in range(20)]
            name = f"d{region}.{district}"
            rows += wards + [[name, sum(count for _, count in wards)]]
            of_region += rows[-1][1]
            totals.append({"row": {"area": name}, "of": [{"area": ward} for ward, _ in wards]})
        rows.append([f"r{region}", of_region])
        totals.append({"row": {"area": f"r{region}"},
                       "of": [{"area": f"d{region}.{district}"} for district in range(10)]})
        everything += of_region
    rows.append(["Total", everything])
    totals.append({"row": {"area": "Total"}, "of": [{"area": f"r{r}"} for r in range(10)]})
    return make_table("refs", ["n"], rows, totals)


def make_shares(grid):
    """What each count of a grid is of its row, in percent."""
    names = grid["data"][0][1:-1]
    return make_table("shares", [{"name": name, "title": name, "type": "number",
                                  "foi:decimals": 1, "foi:unit": "%", "foi:role": "measure"}
                                 for name in names],
                      [[row[0], *(f"{100 * value / row[-1]:.1f}" for value in row[1:-1])]
                       for row in grid["data"][1:]])


def measure(*arguments):
    """The exit status and the CPU seconds of the command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([FOI, *arguments], stdout=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return done.returncode, (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


SUPPRESS = ("--threshold", "5")
ROUND = ("--threshold", "4", "--round", "5", "--controlled")


def make_long(chance, columns, most, has_totals):
    """A list of 1,800 rows of random counts, and what of it is withheld."""
    names = [f"n{number}" for number in range(columns)]
    rows = [[f"R{row}", *(chance.randint(0, most) for _ in names)] for row in range(1800)]
    total = ["Total", *(sum(row[place + 1] for row in rows) for place in range(columns))]
    withheld = []
    for row in rows:
        for place, name in enumerate(names):
            if chance.random() < 0.9:
                value, row[place + 1] = row[place + 1], "[c]"
                withheld.append(("refs", row[0], name, value,
                                 "primary" if 1 <= value <= 5 else "secondary"))
    return make_table("refs", names, [*rows, total] if has_totals else rows,
                      **{"foi:rule": {"threshold": 5}}), withheld


def look_at_long_lists():
    """Whether `foi audit` and `foi check` of them end in time."""
    broken = False
    for name, columns, most, has_totals, limit in (
            ("random counts", 1, 60, False, 10), ("random counts of 8 columns", 8, 60, False, 20),
            ("random counts and their total", 1, 60, True, 20),
            ("small counts and their total", 1, 5, True, 20),
            ("small counts of 3 columns and totals", 3, 9, True, 60)):
        table, withheld = make_long(random.Random(1), columns, most, has_totals)
        with tempfile.TemporaryDirectory() as folder:
            file = make_case(pathlib.Path(folder), [table], withheld)
            audited, first = measure("audit", file)
            checked, second = measure("check", file)
        good = audited < 2 and checked < 2 and max(first, second) <= limit
        broken = broken or not good
        print(f"1,800 rows, {len(withheld)} withheld, {name}: audit {first:.2f} s, check "
              f"{second:.2f} s, each at most {limit} s{'' if good else '  BROKEN'}", flush=True)
    return broken


# So many times what the table takes alone its shares may make of it.
MOST_TIMES = 8


def main():
    broken = False
    alone = None
    grid, hierarchy = make_grid(random.Random(1), 100, 20, 0.05, 200), make_hierarchy(
        random.Random(5))
    smaller = make_grid(random.Random(3), 33, 6, 0.1, 400)
    middle = make_grid(random.Random(1), 60, 10, 0.05, 200)
    for name, tables, how, limit, status in (
            ("100 by 20", [grid], SUPPRESS, 10, 0),
            ("hierarchy of 2,000", [hierarchy], SUPPRESS, 60, 0),
            ("100 by 20, rounded", [grid], ROUND, 10, 0),
            ("hierarchy of 2,000, rounded", [hierarchy], ROUND, 60, 0),
            ("33 by 6, shares beside it", [smaller, make_shares(smaller)], SUPPRESS, 10, 1),
            ("60 by 10, shares beside it", [middle, make_shares(middle)], SUPPRESS, 10, 1),
            ("100 by 20, shares beside it", [grid, make_shares(grid)], SUPPRESS, 12, 1)):
        with tempfile.TemporaryDirectory() as folder:
            file = make_case(pathlib.Path(folder), tables)
            protected, first = measure("protect", file, "--table", "refs", *how)
            audited, second = measure("audit", file)
        alone = alone or first
        good = (protected == status and audited == 0 and first + second <= limit
                and (status == 0 or first <= MOST_TIMES * alone))
        broken = broken or not good
        print(f"{name}: protect {first:.2f} s, audit {second:.2f} s, together at most {limit} s, "
              f"{first / alone:.1f} times the first{'' if good else '  BROKEN'}", flush=True)
    broken = look_at_long_lists() or broken
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
