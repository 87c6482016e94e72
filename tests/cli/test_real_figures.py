#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of a real regulator, with totals by sector and by region: unsafe with the small ones
withheld alone, safe once they are protected."""

import csv
import sys

from cli import ROOT, equal, expect, foi, run_tests
from test_audit_case import make_case, make_table

FIGURES = ROOT / "tests/data/osic_foisa_statistics_2020.csv"
COLUMNS = ("FOISA requests", "FOISA refused - cost", "FOISA - none held", "EIR requests")
# So few that a sector of two has at most 5 together: then each of them is known to have less.
RARE = ("FOISA - vexatious",)
THRESHOLD = 5


def make_figures(columns=COLUMNS):
    """Authorities by name, then their sectors, their regions, and all."""
    with FIGURES.open(encoding="utf-8-sig", newline="") as file:
        head, *lines = csv.reader(file)
    places = [[name.strip() for name in head].index(name) for name in columns]
    rows, groups, seen = [], {}, set()
    for line in lines:
        name = line[0].strip()
        if not name or name in seen:
            continue
        seen.add(name)
        rows.append([name, *(int(line[place]) if line[place].strip() else "" for place in places)])
        for kind, place in (("Region", 1), ("Sector", 2)):
            groups.setdefault(f"{kind}: {line[place].strip() or 'none'}", []).append(rows[-1])
    groups["All"] = list(rows)
    totals = []
    for name, members in groups.items():
        rows.append([name, *(sum(row[i] or 0 for row in members)
                             for i in range(1, len(columns) + 1))])
        totals.append({"row": {"area": name}, "of": [{"area": row[0]} for row in members]})
    names = [f"c{number}" for number in range(len(columns))]
    return make_table("refs", names, rows, totals), len(groups)


def test_small_ones_alone(folder):
    """With the small counts alone withheld, some follow from the totals."""
    table, n_groups = make_figures()
    hidden = []
    for row in table["data"][1:-n_groups]:
        for place in range(1, len(row)):
            if row[place] != "" and 1 <= row[place] <= THRESHOLD:
                hidden.append(("refs", row[0], f"c{place - 1}", row[place], "primary"))
                row[place] = "[c]"
    table["foi:rule"] = {"threshold": THRESHOLD}
    outcome = foi("audit", make_case(folder, [table], hidden))
    complaints = expect(outcome, 1, out="work out that this is", err="")
    if len(hidden) < 100:
        complaints.append(f"only {len(hidden)} are small")
    return complaints


def test_protected(folder):
    """Protected at 5 nothing can be worked out any more, in as many tables as were protected."""
    table, _n_groups = make_figures()
    file = make_case(folder, [table])
    outcome = foi("protect", file, "--table", "refs", "--threshold", THRESHOLD, "--format", "json")
    complaints = expect(outcome, 0, err="")
    complaints += equal("written", outcome.json()["written"], True)
    return complaints + expect(foi("audit", file), 0, err="")


def test_no_pattern(folder):
    """Where a search says that no pattern is safe, withholding the whole column is not either."""
    table, _n_groups = make_figures(RARE)
    outcome = foi("protect", make_case(folder, [table]), "--table", "refs", "--threshold",
                  THRESHOLD, "--format", "json")
    complaints = expect(outcome, 1, err="")
    done = outcome.json()
    complaints += equal("written", done["written"], False)
    if "Combine categories or years" not in done["advice"]:
        complaints.append("nothing else is offered")
    hidden = []
    for row in table["data"][1:]:
        if row[1] != "":
            small = 1 <= row[1] <= THRESHOLD
            hidden.append(("refs", row[0], "c0", row[1], "primary" if small else "secondary"))
            row[1] = "[c]"
    table["foi:rule"] = {"threshold": THRESHOLD}
    everything = foi("audit", make_case(folder, [table], hidden), "--format", "json")
    return complaints + equal("unsafe", [c["row"] for c in done["audit"]["cells"] if not c["safe"]],
                              [c["row"] for c in everything.json()["cells"] if not c["safe"]])


if __name__ == "__main__":
    run_tests(sys.modules[__name__])
