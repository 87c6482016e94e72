#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What rows that sum up others in one figure tell: averages, the highest, the median: `foi audit`."""

import sys

from cli import equal, foi, run_tests
from test_audit_case import RULE, make_case, make_table

SCHOOLS = ("Abbey", "Brook", "Castle", "Denton", "Easton", "Fulford", "Grange")


def audit(folder, rows, *, columns=("n",), more=(), first=None):
    """What is said of the figures that are withheld, which are the negative ones; or nothing.

    More tables stand beside."""
    hidden, shown = [], []
    for name, *figures in rows:
        for column, figure in zip(columns, figures):
            if figure != "" and figure < 0:
                hidden.append(("refs", name, column, -figure,
                               "primary" if -figure <= 5 else "secondary"))
        shown.append([name, *("[c]" if figure != "" and figure < 0 else figure
                              for figure in figures)])
    table = make_table("refs", [first] if first else columns, shown, **{"foi:rule": RULE})
    outcome = foi("audit", make_case(folder, [table, *more], hidden))
    if outcome.status == 0:
        return ""
    said_of = [line.partition("refs/")[2] for line in outcome.out.splitlines()
               if "shown as it is" not in line]
    return said_of[0].partition(": ")[2].removeprefix("A reader can ") if said_of else ""


def schools(*figures):
    return [list(row) for row in zip(SCHOOLS, figures)]


def said(name, value, figure=3):
    return f"work out that this is {figure}: “{name}” is {value}, and the other figures are shown"


def test_average(folder):
    """By any name that says so, of as many as have a figure; another figure tells nothing."""
    complaints = []
    for name in ("Average", "Mean", "Borough average", "Average per school", "MEAN (all schools)"):
        rows = schools(-3, 14, 9, 22)
        complaints += equal(name, audit(folder, [*rows, [name, 12]]), said(name, 12))
        complaints += equal(f"{name} above", audit(folder, [[name, 12], *rows]), said(name, 12))
        complaints += equal(f"{name}, of something else", audit(folder, [*rows, [name, 14]]), "")
    complaints += equal("no name", audit(folder, [*rows, ["Northmoor", 12]]), "")
    return complaints


def test_average_that_was_rounded(folder):
    """Half of the last digit either way; where one of a row was rounded, all may have been."""
    rows = schools(-2, 14, 9, 22)
    complaints = equal("1 to 5", audit(folder, [*rows, ["Average", 12]]), "")
    rows = schools(-3, 14, 9, 20)
    complaints += equal("3 to 7", audit(folder, [*rows, ["Average", 12]]), "between 3 and 7")
    two = [[name, figure, other] for (name, figure), other
           in zip(schools(-3, 14, 9, 22), (10, 11, 12, 14))]
    complaints += equal("one rounded", audit(folder, [*two, ["Average", 12, 12]],
                                             columns=("n", "m")), "")
    two[3][2] = 15
    complaints += equal("none", audit(folder, [*two, ["Average", 12, 12]], columns=("n", "m")),
                        said("Average", 12))
    return complaints


def test_no_part_of_a_total(folder):
    """Above it, below it, and beside other such rows."""
    complaints = []
    total = "work out that this is 3: the total 48 less the other 3 figures (48 − 14 − 9 − 22 = 3)"
    for end in ([["Average", 20], ["Total", 48]], [["Total", 48], ["Average", 12]],
                [["Average", 12], ["Total", 48]], [["Highest", 22], ["Average", 12], ["Total", 48]]):
        complaints += equal(str(end), audit(folder, [*schools(-3, 14, 9, 22), *end])[:20],
                            total[:20])
    rows = [*schools(-3, 14, 9, 22), ["Average", 12], ["Total", 60]]
    return complaints + equal("a sum with it is none", audit(folder, rows), said("Average", 12))


def test_blank(folder):
    """What has no figure is not counted."""
    rows = [*schools(-3, 14, 9, 22), ["Easton", ""]]
    return equal("of four", audit(folder, [*rows, ["Average", 12]]), said("Average", 12))


def test_highest(folder):
    """Only one of those that are withheld can be the highest, where no other one is."""
    complaints = equal("one", audit(folder, [*schools(-22, 14, 9, -3), ["Highest", 22]]), "")
    lowest = schools(-3, 14, 9, 22)
    for name in ("Lowest", "Minimum", "Smallest figure"):
        complaints += equal(name, audit(folder, [*lowest, [name, 3]]), said(name, 3))
    complaints += equal("hidden too", audit(folder, [*lowest, ["Lowest", -3], ["Highest", 22]]), "")
    complaints += equal("of something else", audit(folder, [*lowest, ["Lowest", 4]]), "")
    # Two of them may be, and none is less.
    return complaints + equal("two", audit(folder, [*schools(-3, 14, -4, 22), ["Lowest", 3]]),
                              "3 or more")


def test_median(folder):
    """Of an odd number: what is withheld lies where too few others do."""
    complaints = equal("one", audit(folder, [*schools(-3, 0, 22, 0, 9), ["Median", 3]]),
                       said("Median", 3))
    complaints += equal("both below", audit(folder, [*schools(-3, -1, 9, 22, 12), ["Median", 9]]),
                        "")
    return complaints + equal("even", audit(folder, [*schools(-3, 14, 9, 22), ["Median", 12]]), "")


def test_range(folder):
    """From the lowest to the highest."""
    rows = schools(-3, 14, 9, 22)
    complaints = equal("range", audit(folder, [*rows, ["Range", 19]]), said("Range", 19))
    return complaints + equal("of something else", audit(folder, [*rows, ["Range", 18]]), "")


def test_in_another_table(folder):
    """In one row, by what names it or by the heading, with decimals of its own."""
    number = {"name": "n", "title": "Figure", "type": "number", "foi:decimals": 1,
              "foi:role": "measure"}
    named = {"name": "n", "title": "Lowest", "type": "integer", "foi:role": "measure"}
    complaints = []
    for text, field, name, value, wanted in (
            ("average", "n", "Average suspensions", 12, "Average suspensions"),
            ("of something else", "n", "Average suspensions", 14, ""),
            ("not of these", "n", "Average exclusions", 12, ""),
            ("decimals", number, "Average suspensions", "12.0", "Average suspensions"),
            ("by the heading", named, "Suspensions", 3, "Lowest")):
        facts = make_table("facts", [field], [[name, value]], title="Key facts")
        column = {"name": "n", "title": "Suspensions", "type": "integer", "foi:role": "measure"}
        found = audit(folder, schools(-3, 14, 9, 22), columns=("n",), more=[facts], first=column)
        wanted = f"work out that this is 3: “{wanted}” is " if wanted else ""
        complaints += equal(text, found[:len(wanted) or None], wanted)
    return complaints


if __name__ == "__main__":
    run_tests(sys.modules[__name__])
