#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A row or a column that has some of the others of its table together: `foi audit`.

Each is made of the true figures, and tells a withheld 3; and once more of others, and tells nothing."""

import sys

from cli import equal, foi, run_tests
from test_audit_beside import whole
from test_audit_case import RULE, make_case, make_table

OUTCOMES = {"Upheld": 14, "Partly upheld": 3, "Not upheld": 31, "Withdrawn": 9}
GROUPS = {"White": 40, "Asian": 14, "Black": 9, "Mixed": 3, "Not stated": 17}
AGES = {"10 to 13": 3, "14 to 17": 14, "18 to 24": 31, "25 and over": 50}
YEARS = {"2020/21": 31, "2021/22": 27, "2022/23": 19, "2023/24": 3}
SCHOOL = {f"Year {7 + i}": n for i, n in enumerate((9, 3, 8, 14, 11))}
# What is called so, of which list, and which it has together.
UNIONS = (
    (OUTCOMES, {"Upheld or partly upheld": ("Upheld", "Partly upheld")}),
    (OUTCOMES, {"Partly upheld/withdrawn": ("Partly upheld", "Withdrawn")}),
    (OUTCOMES, {"Partly upheld, not upheld and withdrawn": ("Partly upheld", "Not upheld",
                                                           "Withdrawn")}),
    (GROUPS, {"All ethnic minorities": ("Asian", "Black", "Mixed")}),
    (GROUPS, {"BAME (with not stated)": ("Asian", "Black", "Mixed", "Not stated")}),
    (AGES, {"Under 18": ("10 to 13", "14 to 17")}),
    (AGES, {"Under 25": ("10 to 13", "14 to 17", "18 to 24"), "18 and over": ("18 to 24",
                                                                             "25 and over")}),
    (YEARS, {"Last two years": ("2022/23", "2023/24")}),
    (YEARS, {"Last 3 years": ("2021/22", "2022/23", "2023/24")}),
    (dict(reversed(YEARS.items())), {"Latest two years": ("2022/23", "2023/24")}),
    (SCHOOL, {"Key stage 3": ("Year 7", "Year 8", "Year 9"), "Key stage 4": ("Year 10", "Year 11")}),
    (SCHOOL, {"Year 7 to Year 9": ("Year 7", "Year 8", "Year 9")}),
)
WARDS = {"Abbey": 1, "Brook": 4, "Castle": 7}


def list_figures(parts, unions, more):
    """The list with what is together, each of these @more than its parts come to."""
    figures = dict(parts)
    for i, (name, of) in enumerate(unions.items()):
        figures[name] = sum(parts[part] for part in of) + (more and more + 3 * i)
    return figures


def find(folder, table, place, name):
    """What is worked out of the one that is withheld."""
    area, field = place
    file = make_case(folder, [table], [("refs", area, field, 3, "primary")])
    cells = [c for c in foi("audit", file, "--format", "json").json()["cells"]
             if (c["row"], c["column"]) == place]
    return cells[0]["lower"] if cells and cells[0]["lower"] == cells[0]["upper"] else ""


def in_rows(folder, figures, total=None):
    rows = [[name, "[c]" if n == 3 else n] for name, n in figures.items()]
    hidden = next(name for name, n in figures.items() if n == 3)
    table = make_table("refs", [whole("Cases", "n")],
                       rows + ([[total[0], total[1]]] if total else []), title="Cases",
                       **{"foi:rule": RULE})
    return find(folder, table, (hidden, "n"), hidden)


def in_columns(folder, parts, unions, more, total=None):
    """Each ward has other figures; only that of the first is withheld."""
    names, rows = None, []
    for ward, step in WARDS.items():
        figures = list_figures({name: n + (step - 1) * (5 + i)
                                for i, (name, n) in enumerate(parts.items())}, unions, more)
        if total:
            figures[total] = sum(n for name, n in figures.items() if name in parts)
        names = list(figures)
        rows.append([ward] + ["[c]" if n == 3 else n for n in figures.values()])
    hidden = next(i for i, n in enumerate(parts.values()) if n == 3)
    columns = [whole(name, f"n{i}") for i, name in enumerate(names)]
    table = make_table("refs", columns, rows, title="Cases", **{"foi:rule": RULE})
    return find(folder, table, ("Abbey", f"n{hidden}"), hidden)


def test_rows(folder):
    """A row that is called so and comes to it; one that is something else tells nothing."""
    complaints = []
    for parts, unions in UNIONS:
        complaints += equal(f"{unions}", in_rows(folder, list_figures(parts, unions, 0)), "3")
        complaints += equal(f"not {unions}", in_rows(folder, list_figures(parts, unions, 4)), "")
    return complaints


def test_columns(folder):
    """The same in columns."""
    complaints = []
    for parts, unions in UNIONS:
        complaints += equal(f"{unions}", in_columns(folder, parts, unions, 0), "3")
        complaints += equal(f"not {unions}", in_columns(folder, parts, unions, 4), "")
    return complaints


def test_totals_beside(folder):
    """A total leaves them out: it is what all others come to, though none tells of the small one."""
    groups = {"White": 3, "Asian": 14, "Black": 9, "Mixed": 22}
    unions = {"All ethnic minorities": ("Asian", "Black", "Mixed")}
    figures = list_figures(groups, unions, 0)
    complaints = []
    for name in ("Total", "All pupils"):
        complaints += equal(name, in_rows(folder, figures, (name, 48)), "3")
        complaints += equal(f"{name} of more", in_rows(folder, figures, (name, 57)), "")
    complaints += equal("column", in_columns(folder, groups, unions, 0, "Total"), "3")
    outcomes = {"Upheld": 14, "Partly upheld": 22, "Not upheld": 3}
    unions = {"Upheld or partly upheld": ("Upheld", "Partly upheld")}
    complaints += equal("at the top", in_rows(folder, {
        "All complaints": 39, **list_figures(outcomes, unions, 0)}), "3")
    return complaints + equal("outcomes", in_columns(folder, outcomes, unions, 0, "Total"), "3")


def test_several_keys(folder):
    """Along one of two keys each of the other has its own."""
    fields = [whole("Cases", "n")]
    rows = [[area, sex, n] for area, figures in (("Abbey", (14, 3, 31, 17)),
                                                 ("Brook", (9, 8, 11, 17)))
            for sex, n in zip(("Upheld", "Partly upheld", "Withdrawn", "Upheld or partly upheld"),
                              figures)]
    complaints = []
    for more, wanted in ((0, "3"), (6, "")):
        table = make_table("refs", [{"name": "out", "title": "Outcome", "type": "string",
                                     "foi:role": "category"}, *fields],
                           [[a, s, "[c]" if n == 3 else n + more * (s.startswith("Upheld or"))]
                            for a, s, n in rows], title="Cases", **{"foi:rule": RULE})
        table["schema"]["primaryKey"] = ["area", "out"]
        del table["schema"]["fields"][0]["constraints"]
        file = make_case(folder, [table])
        text = file.read_text().replace('"withheld": []', '"withheld": [{"table": "refs", "row": '
                                        '{"area": "Abbey", "out": "Partly upheld"}, "field": "n", '
                                        '"value": 3, "by": "primary"}]')
        file.write_text(text)
        cell = foi("audit", file, "--format", "json").json()["cells"][0]
        complaints += equal(f"{more}", cell["lower"] if cell["lower"] == cell["upper"] else "",
                            wanted)
    return complaints


if __name__ == "__main__":
    run_tests(sys.modules[__name__])
