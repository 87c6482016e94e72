#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables of the same schools that have nothing to do with each other: `foi audit` says so of nearly
all, for a reader takes little for what it is by chance."""

import random
import sys

from cli import foi, run_tests
from test_audit_beside import money, number, whole
from test_audit_case import RULE, make_case, make_table

SCHOOLS = ["Oakfield Primary School", "Brookside Primary School", "Castle Hill Academy",
           "Denton High School", "St Mary's C of E School", "Elm Park", "Ferry Lane", "Grove"]
HEADINGS = [["2021/22", "2022/23", "2023/24"], ["Boys", "Girls"], ["Number"],
            ["Suspensions", "Exclusions", "Referrals"], ["Autumn", "Spring", "Summer"]]
TITLES = ["Pupils", "Exclusions", "Spending", "Visits by year"]
N_CASES = 300
MOST = 6


def draw(chance, size):
    return int(chance.expovariate(1 / 8)) if size == 0 else chance.randint(0, size)


def make_refs(chance, names):
    """Counts of which the small ones are withheld, and what these are."""
    headings, size = chance.choice(HEADINGS), chance.choice([0, 9, 40])
    rows, hidden = [], []
    for name in names:
        figures = [draw(chance, size) for _ in headings]
        rows.append([name] + ["[c]" if 1 <= n <= 5 else n for n in figures])
        hidden += [("refs", name, f"n{i}", n, "primary") for i, n in enumerate(figures)
                   if 1 <= n <= 5]
    columns = [whole(heading, f"n{i}") for i, heading in enumerate(headings)]
    return make_table("refs", columns, rows, title="Suspensions", **{"foi:rule": RULE}), hidden


def make_other(chance, names, place):
    """Counts, money or rates of the same schools, in another order."""
    headings, size = chance.choice(HEADINGS), chance.choice([0, 9, 40, 900])
    make, write = chance.choice([
        (whole, lambda n: n), (money, lambda n: f"{n * chance.choice([1, 10, 100])}.00"),
        (number, lambda n: f"{n + chance.random():.1f}")])
    columns = [dict(make(heading), name=f"k{i}") for i, heading in enumerate(headings)]
    rows = [[name] + [write(draw(chance, size)) for _ in headings]
            for name in chance.sample(names, len(names))]
    return make_table(f"more{place}", columns, rows, title=chance.choice(TITLES))


def test_alarms(folder):
    """Of 300 cases no more than 2 in a hundred."""
    found = []
    for seed in range(N_CASES):
        chance = random.Random(seed)
        names = chance.sample(SCHOOLS, chance.randint(3, len(SCHOOLS)))
        refs, hidden = make_refs(chance, names)
        others = [make_other(chance, names, i) for i in range(chance.randint(1, 3))]
        file = make_case(folder, [refs, *others], hidden,
                         "".join("{{table:%s}}\n\n" % other["name"] for other in others))
        cells = foi("audit", file, "--format", "json").json()["cells"]
        found += [f"{seed}: {c['how']}" for c in cells if not c["safe"]][:1]
    return found if len(found) > MOST else []


if __name__ == "__main__":
    run_tests(sys.modules[__name__])
