#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Columns that come out even, each beside a near twin that does not: `foi audit`.

What was there and what came is what went and what is there; what is there at the end of a year is
there at the beginning of the next."""

import sys

from cli import equal, foi, run_tests
from test_audit_case import RULE, make_case, make_table

YEARS = ("2020/21", "2021/22", "2022/23", "2023/24")
# Open before, new, closed, open after; 3 of the second year are withheld.
STOCK = [[12, 31, 28, 15], [15, 3, 8, 10], [10, 26, 17, 19], [19, 22, 24, 17]]
HIDDEN = 1


def field(name, title):
    return {"name": name, "title": title, "type": "integer", "foi:role": "measure"}


def audit(folder, titles, rows, column, years=YEARS):
    """How the figure of the second year in a column can be worked out, or nothing."""
    names = [f"c{place}" for place in range(len(titles))]
    shown = [[year, *row] for year, row in zip(years, rows)]
    row = [year for year in years].index("2021/22")
    value, shown[row][column + 1] = shown[row][column + 1], "[c]"
    table = make_table("refs", [field(*both) for both in zip(names, titles)], shown,
                       **{"foi:rule": RULE})
    table["schema"]["fields"][0].update(title="Year")
    file = make_case(folder, [table], [("refs", "2021/22", names[column], value, "primary")])
    outcome = foi("audit", file)
    return outcome.out.splitlines()[0].partition("this is ")[2] if outcome.status else ""


EVEN = "3: the figures beside it come out even, so it is "


def test_in_each_row(folder):
    """Two columns are what two others are, however they are headed and wherever they stand."""
    complaints = []
    for titles in (("Open at 1 April", "Opened", "Closed", "Open at 31 March"),
                   ("A", "B", "C", "D")):
        complaints += equal(titles, audit(folder, titles, STOCK, HIDDEN), EVEN + "8 + 10 − 15")
    turned = [row[::-1] for row in STOCK]
    return complaints + equal("turned", audit(folder, "ABCD", turned, 2), EVEN + "10 + 8 − 15")


def test_from_row_to_row(folder):
    """What is there changes by what came and went, in the row before or in this one."""
    staff = [[120, 14, 11], [117, 3, 6], [124, 16, 9], [121, 8, 11]]
    before = [[120, 14, 11], [123, 3, 6], [120, 16, 9], [127, 8, 11]]
    titles = ("Staff at 31 March", "Joined", "Left")
    complaints = equal("in this row", audit(folder, titles, staff, 1), EVEN + "117 + 6 − 120")
    complaints += equal("in the row before", audit(folder, titles, before, 1),
                        EVEN + "120 + 6 − 123")
    complaints += equal("upwards", audit(folder, titles, staff[::-1], 1, YEARS[::-1]),
                        EVEN + "117 + 6 − 120")
    few = [[44, 24], [68, 3], [71, 11], [82, 7]]
    return complaints + equal("one column", audit(folder, ("Held at the start", "New"), few, 1),
                              "3: the figures beside it come out even, so it is 71 − 68")


def test_from_end_to_beginning(folder):
    """What a row ends with is what the next begins with."""
    ends = [[12, 15, 81], [15, 3, 37], [3, 19, 64], [19, 17, 22]]
    # Its twin is small as well, and shown.
    return equal("chain", audit(folder, ("Places at start", "Places at end", "Visits"), ends, 1),
                 EVEN + "3")


def test_what_is_no_balance(folder):
    """What comes out even in some rows, or in few small ones, tells nothing."""
    wrong = [row[:] for row in STOCK]
    wrong[3][3] += 1
    complaints = equal("one row is not so", audit(folder, "ABCD", wrong, HIDDEN), "")
    small = [[1, 3, 2, 2], [2, 3, 3, 2], [1, 2, 2, 1]]
    return complaints + equal("small figures", audit(folder, "ABCD", small, HIDDEN, YEARS[:3]), "")


def rows_of(folder, labels, figures):
    """How the 3 of one row can be worked out, where the others are shown; or nothing."""
    table = make_table("refs", ["n"], [[label, "[c]" if figure == 3 else figure]
                                       for label, figure in zip(labels, figures)],
                       **{"foi:rule": RULE})
    file = make_case(folder, [table], [("refs", labels[figures.index(3)], "n", 3, "primary")])
    outcome = foi("audit", file)
    return outcome.out.splitlines()[0].partition("this is ")[2] if outcome.status else ""


def test_rows(folder):
    """What is there, came, went and is there; posts and those that are filled; and stages."""
    complaints = []
    for labels, figures, wanted in (
            (("Open at 1 April", "Opened in the year", "Closed in the year", "Open at 31 March"),
             [12, 31, 40, 3], "3: the figures beside it come out even, so it is 12 + 31 − 40"),
            (("Posts", "Filled posts", "Vacant posts"), [43, 40, 3],
             "3: the total 43 less the other figure (43 − 40 = 3)"),
            (("Applied", "Rejected at sifting", "Interviewed", "Rejected later", "Appointed"),
             [43, 10, 33, 30, 3], "3: the total 33 less the other figure (33 − 30 = 3)"),
            (("Applied", "Interviewed", "Rejected at sifting", "Appointed", "Rejected later"),
             [43, 33, 10, 3, 30], "3: the total 33 less the other figure (33 − 30 = 3)")):
        complaints += equal(labels, rows_of(folder, labels, figures), wanted)
        complaints += equal(f"{labels}, not so",
                            rows_of(folder, labels, [figures[0] + 1, *figures[1:]]), "")
    return complaints


if __name__ == "__main__":
    run_tests(sys.modules[__name__])
