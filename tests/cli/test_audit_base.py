#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Percentages and means of withheld figures, each beside a near twin: `foi audit`.

How many were upheld no table says, but 33.3% of them are a whole number."""

import sys

from cli import equal, foi, run_tests
from test_audit_beside import number, whole
from test_audit_case import RULE, make_case, make_table

TEAMS = ("Adult care", "Housing", "Planning", "Waste")
CASES = (3, 14, 9, 22)
UPHELD = (1, 4, 4, 4)
DAYS = (43, 176, 184, 180)


def audit(folder, columns, figures, apart=False):
    """What can be worked out of the 3 cases of adult care; the others are shown."""
    counts = ["[c]", *CASES[1:]]
    own = [[team, count] for team, count in zip(TEAMS, counts)]
    beside = [[team, *row] for team, row in zip(TEAMS, figures)]
    if apart:
        tables = [make_table("refs", [whole("Cases", "n")], own, **{"foi:rule": RULE}),
                  make_table("more", columns, beside)]
    else:
        tables = [make_table("refs", [whole("Cases", "n"), *columns],
                             [left + right[1:] for left, right in zip(own, beside)],
                             **{"foi:rule": RULE})]
    file = make_case(folder, tables, [("refs", "Adult care", "n", 3, "primary")],
                     "{{table:more}}\n" if apart else "")
    outcome = foi("audit", file)
    return outcome.out.splitlines()[0].partition("/n: ")[2] if outcome.status else ""


def column(title, decimals, name):
    return dict(number(title, decimals), name=name) if decimals else whole(title, name)


def shares(parts, decimals, times=100):
    return [[f"{times * part / count:.{decimals}f}" if decimals else round(times * part / count)]
            for part, count in zip(parts, CASES)]


def other(rows, decimals):
    """The same, but for one that is no whole number of its count."""
    return [*rows[:2], ["45.1" if decimals == 1 else "20.51"], rows[3]]


def test_percentages(folder):
    """In the table or in another, under any heading that says per cent."""
    complaints = []
    for apart in (False, True):
        for title in ("Upheld (%)", "Upheld, per cent", "Percentage upheld"):
            what = [column(title, 1, "p")]
            rows = shares(UPHELD, 1)
            complaints += equal(title, audit(folder, what, rows, apart), "3 or more")
            complaints += equal(f"{title}, of something else",
                                audit(folder, what, other(rows, 1), apart), "")
    return complaints


def test_means(folder):
    """Of days that nobody added up."""
    what = [column("Average days to answer", 2, "m")]
    rows = shares(DAYS, 2, 1)
    return (equal("days", audit(folder, what, rows), "3 or more")
            + equal("of something else", audit(folder, what, other(rows, 2)), ""))


def test_all_or_none(folder):
    """What all were, or none, may be all or none of any number."""
    complaints = []
    for first in ("100.0", "0.0"):
        rows = [[first], *shares(UPHELD, 1)[1:]]
        complaints += equal(first, audit(folder, [column("Upheld (%)", 1, "p")], rows), "")
    return complaints


def test_index(folder):
    """What one year is of another, which is 100."""
    base = CASES[1]
    what = [column("Index (Housing = 100)", 1, "i")]
    rows = [[f"{100 * count / base:.1f}"] for count in CASES]
    complaints = equal("index", audit(folder, what, rows), "A reader can work out that this is 3: "
                       "from the percentage or rate beside it")
    rows[0], rows[3] = ["141.9"], ["33.8"]
    return complaints + equal("of something else", audit(folder, what, rows), "")


if __name__ == "__main__":
    run_tests(sys.modules[__name__])
