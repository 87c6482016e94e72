#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Totals that nothing calls one, among their parts, each beside a near twin: `foi audit`.

An area stands above its schools, persons below boys and girls, and details after what they are of."""

import json
import sys

from cli import equal, foi, run_tests
from test_audit_case import RULE, make_case, make_table

BOYS = {"Abbey": 3, "Brook": 14, "Castle": 9, "Denton": 22}
GIRLS = {"Abbey": 20, "Brook": 18, "Castle": 30, "Denton": 17}


def audit(folder, rows, keys=("area",), columns=("n",)):
    """How 3 pupils can be worked out, where they are the only ones that are withheld; or nothing."""
    shown = [list(row) for row in rows]
    at = next(row for row in shown if 3 in row)
    place = at.index(3)
    at[place] = "[c]"
    address = dict(zip(keys, at))
    fields = [{"name": key, "title": key.capitalize(), "type": "string", "foi:role": "category"}
              for key in keys[1:]]
    table = make_table("refs", [*fields, *columns], shown, **{"foi:rule": RULE})
    table["schema"]["primaryKey"] = list(keys)
    table["schema"]["fields"][0].pop("constraints", None)
    file = make_case(folder, [table])
    case = json.loads(file.read_text(encoding="utf-8"))
    case["foi:case"]["withheld"] = [{"table": "refs", "row": address, "value": 3, "by": "primary",
                                     "field": columns[place - len(keys)]}]
    file.write_text(json.dumps(case), encoding="utf-8")
    outcome = foi("audit", file)
    return outcome.out.splitlines()[0].partition("this is ")[2] if outcome.status else ""


def both(folder, text, rows, wanted, **more):
    """And nothing once one of the other figures is another one."""
    wrong = [list(row) for row in rows]
    next(row for row in wrong if row[0] == "Denton")[-1] += 1
    return (equal(text, audit(folder, rows, **more), wanted)
            + equal(f"{text}, one figure is another", audit(folder, wrong, **more), ""))


def test_areas(folder):
    """Above their schools, below them, with a total of all that has no such name, and with one."""
    schools = [[name, count] for name, count in BOYS.items()]
    above = [["North", 17], *schools[:2], ["South", 31], *schools[2:]]
    below = [*schools[:2], ["North", 17], *schools[2:], ["South", 31]]
    wanted = "3: the total 17 less the other figure (17 − 14 = 3)"
    complaints = []
    for text, rows in (("above", above), ("below", below)):
        complaints += both(folder, text, rows, wanted)
        complaints += both(folder, text + ", a total below", [*rows, ["Northmoor", 48]], wanted)
        complaints += both(folder, text + ", a total above", [["Northmoor", 48], *rows], wanted)
    return complaints + both(folder, "all", [*above, ["All", 48]], wanted)


def test_persons(folder):
    """In each school, in any order, and of boys and girls of all schools."""
    rows, back, blank = [], [], []
    for school, boys in BOYS.items():
        three = [[school, "Boys", boys], [school, "Girls", GIRLS[school]],
                 [school, "Pupils", boys + GIRLS[school]]]
        rows += three
        back += three[::-1]
        blank += [*three[:2], [school, "", three[2][2]]]
    keys = {"keys": ("area", "sex")}
    wanted = "3: the total 23 less the other figure (23 − 20 = 3)"
    complaints = []
    for text, some in (("below", rows), ("above", back), ("blank", blank)):
        complaints += both(folder, text, some, wanted, **keys)
    all_of = [row for row in rows if row[1] != "Pupils"] + [["Northmoor", "Boys", 48],
                                                           ["Northmoor", "Girls", 85]]
    return complaints + both(folder, "town", all_of,
                             "3: the total 48 less the other 3 figures (48 − 14 − 9 − 22 = 3)",
                             **keys)


def test_moved_in(folder):
    """What is moved in is of the row above it, be it the only one of its kind."""
    complaints = []
    for before in ("  ", "\N{NO-BREAK SPACE}", "- ", "\N{BULLET} ", "of which ", "Of whom: "):
        rows = [["Received", 17], [before + "upheld", 3], [before + "rejected", 14], ["Open", 66]]
        wanted = "3: the total 17 less the other figure (17 − 14 = 3)"
        complaints += equal(before, audit(folder, rows), wanted)
        rows[0][1] = 18
        complaints += equal(f"{before}, no total", audit(folder, rows), "")
    return complaints


def test_details(folder):
    """What has details under its name is a part like those that have none."""
    rows = [["Complaints", 40], ["Upheld", 26], ["Not upheld", 11], ["Withdrawn", 3],
            ["Upheld: apology", 15], ["Upheld: payment", 11]]
    complaints = equal("details", audit(folder, rows),
                       "3: the total 40 less the other 2 figures (40 − 26 − 11 = 3)")
    rows[0][1] = 41
    return complaints + equal("no total", audit(folder, rows), "")


def test_breakdowns(folder):
    """The same people by sex and by what they are, with a total of all and without one."""
    both_of = [["Boys", 26], ["Girls", 22], ["White", 34], ["Black", 3], ["Asian", 11]]
    even = "3: the figures beside it come out even, so it is 26 + 22 − 34 − 11"
    total = "3: the total 48 less the other 2 figures (48 − 34 − 11 = 3)"
    prefixed = [["Sex: boys", 26], ["Sex: girls", 22], *([f"Ethnicity: {name}", count]
                                                         for name, count in both_of[2:])]
    complaints = []
    for text, rows, wanted in (
            ("by sex", both_of, even),
            ("by need", [["SEND", 26], ["No SEND", 22], *both_of[2:]], even),
            ("below a total", [["All pupils", 48], *both_of], total),
            ("above a total", [*both_of, ["Total", 48]], total),
            ("with headings", [["All pupils", 48], *prefixed], total)):
        complaints += equal(text, audit(folder, rows), wanted)
        wrong = [[name, count + (count == 34)] for name, count in rows]
        complaints += equal(f"{text}, not so", audit(folder, wrong), "")
    other = [["North", 26], ["South", 22], *both_of[2:]]
    return complaints + equal("no pair, and no total", audit(folder, other), "")


def test_what_is_no_block(folder):
    """Some rows that happen to add up tell nothing, nor do a few small ones."""
    rows = [["Abbey", 5], ["Brook", 3], ["Castle", 2], ["Denton", 61], ["Easton", 40]]
    return equal("small figures", audit(folder, rows), "")


if __name__ == "__main__":
    run_tests(sys.modules[__name__])
