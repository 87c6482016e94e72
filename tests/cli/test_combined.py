#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows and columns that became one: what they were stays in the case, and nobody is promised that it
cannot be worked out while another table or an answer tells it: `foi protect --combine`."""

import json
import sys

from cli import equal, expect, foi, run_tests
from test_audit_beside import number, whole
from test_audit_case import make_case, make_table, said

AREAS = ["Abbey", "Brook", "Castle", "Denton"]
TRUE = [3, 14, 9, 27]
FALSE = [13, 24, 19, 7]
COMBINE = ("--combine", "Abbey,Brook")


def make_refs(columns=None):
    columns = columns or {"n": TRUE}
    rows = [list(row) for row in zip(AREAS, *columns.values())]
    rows.append(["Total", *[sum(figures) for figures in columns.values()]])
    return make_table("refs", [whole(name.title() if len(columns) > 1 else "Suspensions", name)
                               for name in columns], rows,
                      [{"row": {"area": "Total"}, "of": [{"area": area} for area in AREAS]}],
                      title="Suspensions by school")


def same(figures, name="n"):
    return make_table("more", [whole("Suspensions", name)], [
        ["Elsewhere", 50], *[list(row) for row in zip(AREAS, figures)][::-1]], title="More")


def shares(figures):
    return make_table("more", [number("Suspensions (%)")], [
        [area, f"{100 * n / sum(TRUE):.1f}"] for area, n in zip(AREAS, figures)],
        title="Percentages")


def people(figures):
    table = make_table("more", [], [[area] for area, n in zip(AREAS, figures) for _i in range(n)],
                       title="Pupils who were suspended")
    table["data"] = [["area"]] + table["data"][1:]
    del table["schema"]["primaryKey"], table["schema"]["fields"][0]["constraints"]
    return table


def protect(file, *options):
    return foi("protect", file, "--table", "refs", "--threshold", "5", *options)


def list_combined(file):
    entries = json.loads(file.read_text())["foi:case"].get("internal", {}).get("combined", [])
    return [(e["row"]["area"], e["field"], e.get("was_row", {}).get("area"), e.get("was_field"),
             e["value"]) for e in entries]


def test_other_table_tells(folder):
    """Combining is neither proposed nor done while another table has the figure, which is named."""
    complaints = []
    for make in (same, people):
        for figures, status in ((TRUE, 1), (FALSE, 0)):
            for options in (COMBINE, ("--combine", "Abbey,Brook,Castle")):
                file = make_case(folder, [make_refs(), make(figures)], answer="{{table:more}}")
                before = file.read_bytes()
                outcome = protect(file, *options)
                complaints += expect(outcome, status)
                if status == 0:
                    continue
                complaints += equal("unchanged", file.read_bytes(), before)
                # Where both can be protected that is what to do, else the other is left out.
                if "Abbey/n: " not in outcome.out or not any(
                        words in outcome.out for words in (
                            "Protect “More” together with this table", "Leave that table")):
                    complaints.append(outcome.out)
        outcome = protect(make_case(folder, [make_refs(), make(TRUE)], answer="{{table:more}}"))
        complaints += expect(outcome, 1)
        if "Combine" in outcome.out or "ombine categories" in outcome.out:
            complaints.append(f"promised: {outcome.out}")
    return complaints


def test_what_it_was(folder):
    """Each row's figures stay in the case, once more rows become one with them as well."""
    file = make_case(folder, [make_refs()])
    complaints = expect(protect(file, *COMBINE), 0)
    complaints += equal("rows", list_combined(file), [
        ("Abbey and Brook", "n", "Abbey", None, 3), ("Abbey and Brook", "n", "Brook", None, 14)])
    complaints += expect(protect(file, "--combine", "Abbey and Brook,Castle=South"), 0)
    return complaints + equal("more rows", list_combined(file), [
        ("South", "n", "Abbey", None, 3), ("South", "n", "Brook", None, 14),
        ("South", "n", "Castle", None, 9)])


def test_table_that_comes_later(folder):
    """A table, an answer or a list that comes into the case afterwards is audited against it."""
    complaints = []
    for make in (same, shares, people):
        for figures, status in ((TRUE, 1), (FALSE, 0)):
            file = make_case(folder, [make_refs()])
            complaints += expect(protect(file, *COMBINE), 0)
            case = json.loads(file.read_text())
            case["resources"].append(make(figures))
            file.write_text(json.dumps(case))
            more, cells, safe = said(file, status)
            complaints += more + equal(f"safe {make.__name__}", safe, not status)
            complaints += equal("said", "Abbey/n" in cells and not cells["Abbey/n"]["safe"],
                                bool(status))
    for words, status in (("There were 3 suspensions at Abbey.", 1),
                          ("There were 9 suspensions at Castle.", 0)):
        file = make_case(folder, [make_refs()], answer=words)
        complaints += expect(protect(file, *COMBINE), status)
    return complaints


def test_said_to_be_the_same(folder):
    """What was said to be the same figure elsewhere is so still once its row became one"""
    complaints = []
    for stated, status in ((True, 1), (False, 0)):
        refs = make_refs()
        if stated:
            refs["foi:same"] = [[{"table": "refs", "row": {"area": "Abbey"}, "field": "n"},
                                 {"table": "more", "row": {"area": "Site 7"}, "field": "k"}]]
        more = make_table("more", [whole("Places", "k")], [["Site 7", 3], ["Site 9", 412]],
                          title="Budget")
        file = make_case(folder, [refs, more], answer="{{table:more}}")
        complaints += expect(protect(file, *COMBINE), status)
    return complaints


def test_columns(folder):
    """Columns that became one, and then rows of them."""
    refs = make_refs({"boys": TRUE, "girls": [20, 18, 30, 41]})
    boys = {"Abbey": 3, "Brook": 14, "Castle": 9, "Denton": 27}
    complaints = []
    for figures, status in ((TRUE, 1), (FALSE, 0)):
        more = same(figures, "boys")
        more["schema"]["fields"][1]["title"] = "Boys"
        file = make_case(folder, [refs, more], answer="{{table:more}}")
        complaints += expect(protect(file, "--combine-columns", "boys,girls=Pupils"), status)
    entries = [entry for entry in list_combined(file) if entry[3] == "boys"]
    complaints += equal("boys", {e[0]: e[4] for e in entries if e[0] != "Total"}, boys)
    complaints += expect(protect(file, *COMBINE), 0)
    entries = [entry for entry in list_combined(file) if entry[3] == "boys"]
    complaints += equal("then rows", {e[2] or e[0]: (e[0], e[4]) for e in entries
                                      if e[0] != "Total"},
                        {area: ("Abbey and Brook" if area in ("Abbey", "Brook") else area, n)
                         for area, n in boys.items()})
    case = json.loads(file.read_text())
    case["resources"][1]["data"][1:] = [list(row) for row in zip(AREAS, TRUE)]
    file.write_text(json.dumps(case))
    more, cells, _safe = said(file, 1)
    return complaints + more + equal("boys of Abbey", cells["Abbey/boys"]["lower"], "3")


def test_without_a_rule(folder):
    """Of a table without a rule nobody said that its small numbers name anybody."""
    file = make_case(folder, [make_refs(), same(TRUE)], answer="{{table:more}}")
    complaints = expect(foi("protect", file, "--table", "refs", "--threshold", "5", *COMBINE), 1)
    file = make_case(folder, [make_refs()])
    complaints += expect(protect(file, *COMBINE), 0)
    case = json.loads(file.read_text())
    del case["resources"][0]["foi:rule"]
    case["resources"].append(same(TRUE))
    file.write_text(json.dumps(case))
    return complaints + said(file, 0)[0]


if __name__ == "__main__":
    run_tests(sys.modules[__name__])
