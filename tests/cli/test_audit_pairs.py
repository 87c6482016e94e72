#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables from which a reader works out a figure, each beside a near twin: `foi audit CASE`.

What differs between the two must not hide it, or must."""

import sys

from cli import run_tests
from test_audit_case import RULE, SHARE, check, make_case, make_table, said

HIDDEN = [("refs", "A", "n", 3, "primary")]
SAFE = ("0", None, "0 or more")
FROM_RATE = ("3", "3", "from the percentage or rate beside it")
WORDS = {"name": "share", "title": "Share", "type": "string"}


def check_rate(folder, rows, wanted, share=SHARE):
    table = make_table("refs", ["n", "of", share], rows, **{"foi:rule": RULE})
    return check(make_case(folder, [table], HIDDEN), 1 if wanted[1] else 0, A_n=wanted)


RATES = [["A", "[c]", 48, "6.3"], ["B", 20, 50, "40.0"], ["C", 30, 60, "50.0"],
         ["D", 11, 33, "33.3"]]


def test_rate_of_nothing(folder):
    """A row of 0 out of 0 says nothing of the other rows."""
    return (check_rate(folder, RATES, FROM_RATE)
            + check_rate(folder, RATES + [["E", 0, 0, "0.0"]], FROM_RATE))


def test_rate_with_a_slip(folder):
    """One figure that is cut off, or wrong, hides no rate; that most are wrong does."""
    cut_off = RATES[:3] + [["D", 20, 30, "66.6"]]
    wrong = RATES + [["E", 4, 16, "25.0"], ["F", 30, 40, "57.0"]]
    none = [["A", "[c]", 48, "6.3"], ["B", 20, 50, "41.0"], ["C", 30, 60, "53.0"],
            ["D", 11, 33, "39.3"]]
    return (check_rate(folder, cut_off, FROM_RATE) + check_rate(folder, wrong, FROM_RATE)
            + check_rate(folder, none, SAFE))


def test_rate_of_slips_alone(folder):
    """The one figure that is not as it was reckoned is still within a digit of it."""
    rows = [["A", "[c]", 45, "6.6"]] + RATES[1:]
    return check_rate(folder, rows, FROM_RATE)


def test_rate_in_words(folder):
    """Percentages that were kept as text are percentages where every cell is one."""
    rows = [[*row[:3], row[3] + "%"] for row in RATES]
    whole = rows[:2] + [["C", 30, 60, "50 %"], ["D", 11, 33, ""]]
    mixed = rows[:3] + [["D", 11, 33, "a third"]]
    return (check_rate(folder, rows, FROM_RATE, WORDS) + check_rate(folder, whole, FROM_RATE, WORDS)
            + check_rate(folder, mixed, SAFE, WORDS))


if __name__ == "__main__":
    run_tests(sys.modules[__name__])
