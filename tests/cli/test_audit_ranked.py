#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the order of a table's rows tells of what is withheld: `foi audit`, `foi protect`."""

import json
import sys

from cli import equal, expect, foi, run_tests
from test_audit_case import make_case, make_table, said

NAMES = ("Oakfield", "Ashwood", "Millbrook", "Elmtree", "Thornhill", "Brookside", "Westgate",
         "Kingsway", "Castle", "Rivermead")
RANK = {"name": "rank", "title": "Rank", "type": "integer", "foi:role": "measure"}


def make(folder, figures, *, ranks=None, names=NAMES, threshold=5, ahead=None):
    """A table of schools; negative figures are withheld, and small ones for that."""
    hidden, rows = [], []
    for place, figure in enumerate(figures):
        if figure < 0:
            hidden.append(("refs", names[place], "n", -figure,
                           "primary" if -figure <= threshold else "secondary"))
        rows.append([names[place], *([ranks[place]] if ranks else []),
                     *([ahead[place]] if ahead else []), "[c]" if figure < 0 else figure])
    columns = [*([RANK] if ranks else []), *(["pupils"] if ahead else []), "n"]
    return make_case(folder, [make_table("refs", columns, rows,
                                         **{"foi:rule": {"threshold": threshold}})], hidden)


def ends(file, **wanted):
    complaints, cells, _safe = said(file, None)
    for name, (lower, upper) in wanted.items():
        cell = cells[f"{name}/n"]
        complaints += equal(name, [cell["lower"], cell["upper"]],
                            [None if end is None else str(end) for end in (lower, upper)])
    return complaints, cells


def test_rank_column(folder):
    """Between the second and the fourth stands what is between their figures; a tie is the same."""
    file = make(folder, [20, 9, -7, 6, 2], ranks=[1, 2, 3, 4, 5], threshold=1)
    complaints, _cells = ends(file, Millbrook=(7, 8))
    file = make(folder, [20, 8, -7, 6, 2], ranks=[1, 2, 3, 4, 5], threshold=1)
    found, cells = ends(file, Millbrook=(7, 7))
    complaints += found
    if "in the order" not in cells["Millbrook/n"]["how"]:
        complaints.append(cells["Millbrook/n"]["how"])
    # Whatever order the rows stand in, and in which direction they are ranked.
    file = make(folder, [2, 20, 6, -7, 8], ranks=[5, 1, 4, 3, 2], threshold=1)
    complaints += ends(file, Elmtree=(7, 7))[0]
    file = make(folder, [2, 6, -7, 9], ranks=[1, 2, 3, 4], threshold=1)
    complaints += ends(file, Millbrook=(7, 8))[0]
    # Two of one rank have the same figure, of which one is shown.
    file = make(folder, [20, 9, -4, 4, 2], ranks=[1, 2, 3, 3, 5])
    complaints += ends(file, Millbrook=(4, 4))[0]
    complaints += expect(foi("audit", file), 1, out="from where it stands in the order")
    return complaints


def test_rank_counts_nothing(folder):
    """A rank of 3 is no small figure, and a ranking of something else tells nothing."""
    file = make(folder, [20, 9, 8, 7, 6], ranks=[1, 2, 3, 4, 5])
    outcome = foi("protect", file, "--table", "refs", "--threshold", "5", "--dry-run", "--format",
                  "json")
    complaints = equal("withheld", outcome.json()["primary"], [])
    file = make(folder, [20, 9, -3, 30, 2], ranks=[1, 2, 3, 4, 5])
    complaints += ends(file, Millbrook=(0, None))[0]
    return complaints


def test_words(folder):
    """Ranks as people write them"""
    ranks = ["1st", "2nd", "=3rd", "=3rd", "5th"]
    file = make(folder, [20, 9, -4, 4, 2], ranks=ranks)
    case = json.loads(file.read_text())
    field = case["resources"][0]["schema"]["fields"][1]
    field.update(type="string", title="League table")
    field["foi:role"] = "category"
    file.write_text(json.dumps(case))
    return ends(file, Millbrook=(4, 4))[0]


def test_in_order(folder):
    """Seven schools by size are in that order by no chance.

    Three are, and so are those that stand by name, or by what is shown of all."""
    figures = [40, 31, 22, 17, -12, 11, 10, 8]
    complaints = ends(make(folder, figures, threshold=5), Thornhill=(11, 17))[0]
    complaints += ends(make(folder, figures, names=sorted(NAMES)),
                       **{sorted(NAMES)[4]: (0, None)})[0]
    complaints += ends(make(folder, figures, ahead=[90, 80, 70, 60, 50, 40, 30, 20]),
                       Thornhill=(0, None))[0]
    complaints += ends(make(folder, [40, 31, -12, 8]), Millbrook=(0, None))[0]
    complaints += ends(make(folder, [40, 31, 22, 17, -12, 13, 10, 8]), Thornhill=(0, None))[0]
    complaints += ends(make(folder, [40, 40, 40, 40, -12, 11, 11, 11]), Thornhill=(0, None))[0]
    return complaints


def test_protect(folder):
    """Where the ranks tell too much no choice of cells is safe; without them one is."""
    complaints = []
    for ranks, status in (([1, 2, 3, 4, 5], 1), (None, 0), ([1, 2, 3, 4, 4], 0)):
        figures = [20, 9, 8, 3, 3] if ranks == [1, 2, 3, 4, 4] else [20, 9, 8, 4, 3]
        file = make(folder, figures, ranks=ranks)
        outcome = foi("protect", file, "--table", "refs", "--threshold", "5")
        complaints += expect(outcome, status, err="" if status == 0 else None)
        if status == 0:
            complaints += expect(foi("audit", file), 0, err="")
    return complaints


if __name__ == "__main__":
    run_tests(sys.modules[__name__])
