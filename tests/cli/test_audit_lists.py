#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists with a row for each person that give a withheld figure away, each beside an honest twin:
`foi audit`.

Each is made of the true figures, and tells that 3 boys of Abbey were suspended; and once more of
figures that are not so, and tells nothing."""

import sys

from cli import equal, foi, run_tests
from test_audit_beside import whole
from test_audit_case import RULE, make_case, make_table

AREAS = ["Abbey", "Brook", "Castle", "Denton"]
TRUE = {"boy": [3, 8, 9, 6], "girl": [6, 7, 11, 0]}
FALSE = {"boy": [5, 6, 7, 12], "girl": [9, 10, 6, 4]}
HIDDEN = [("refs", "Abbey", "boys", 3, "primary")]
REASONS = ("Assault", "Bullying", "Damage", "Drugs")


def text(name, kind="string", **more):
    return {"name": name, "title": name.title(), "type": kind, **more}


def make_refs(title="Suspensions by school", columns=("boys", "girls")):
    """The counts as the letter shows them."""
    rows = [[area] + [{"boys": "[c]" if area == "Abbey" else boys, "girls": girls}[column]
                      for column in columns]
            for area, boys, girls in zip(AREAS, TRUE["boy"], TRUE["girl"])]
    return make_table("refs", [whole(column.title(), column) for column in columns], rows,
                      title=title, **{"foi:rule": RULE})


def people(source, areas=AREAS):
    """A row for each: school, sex, and how many of them went before."""
    return [(area, sex, i) for sex in source for area, n in zip(AREAS, source[sex])
            if area in areas for i in range(n)]


def make_list(columns, rows, title="Pupils"):
    """A table of which no column names the rows."""
    table = make_table("more", columns, [list(row) for row in rows], title=title)
    table["schema"]["fields"] = table["schema"]["fields"][1:]
    table["data"][0] = table["data"][0][1:]
    del table["schema"]["primaryKey"]
    return table


def audit(folder, refs, table):
    """Of the boys of Abbey what is worked out, and how that is said."""
    file = make_case(folder, [refs, table], HIDDEN, "{{table:more}}")
    cells = foi("audit", file, "--format", "json").json()["cells"]
    cell = [c for c in cells if c["table"] == "refs" and c["row"] == "Abbey"][0]
    return cell["lower"], cell["upper"], cell["how"]


def both(folder, make, words="there are 3 rows for it, in “", refs=None):
    """What is said where @make gives a list of the true figures, and where of others."""
    complaints = []
    for source, wanted in ((TRUE, ("3", "3")), (FALSE, ("0", None))):
        table = make(source)
        lower, upper, how = audit(folder, refs or make_refs(), table)
        complaints += equal(f"{table['title']}: {table['data'][:4]}", (lower, upper), wanted)
        if source is TRUE and words not in how:
            complaints.append(f"{how!r} is without {words!r}")
    return complaints


def test_rows_of_people(folder):
    """By school and sex, whatever else is said of each; in any order, by other names of both."""
    school, sex = text("school"), text("sex")
    complaints = both(folder, lambda s: make_list([school, sex], [
        person[:2] for person in people(s)]))
    complaints += both(folder, lambda s: make_list([text("case"), school, sex, text("reason")], [
        (f"C{n:03}", area.upper(), sex + "s", REASONS[i % 4])
        for n, (area, sex, i) in enumerate(sorted(people(s), reverse=True))]))
    complaints += both(folder, lambda s: make_list([sex, whole("Age", "age"), school], [
        (sex.title(), 11 + i % 5, area + " School") for area, sex, i in people(s)]))
    # With no more than those of whom there are few.
    complaints += both(folder, lambda s: make_list([school, sex], [
        person[:2] for person in people(s, ["Abbey"])]))
    refs = make_refs(columns=("boys",))
    refs["schema"]["fields"][1]["title"] = "Number"
    return complaints + both(folder, lambda s: make_list([school], [
        person[:1] for person in people({"boy": s["boy"]})]), refs=refs)


def test_rows_of_some_people(folder):
    """Two boys of Abbey, and no others: they are two at least, where that is who is listed."""
    rows = [("Abbey", "boy"), ("Abbey", "boy"), ("Brook", "boy"), ("Castle", "girl")]
    columns = [text("school"), text("sex")]
    complaints = []
    for title, lower in (("Pupils who were suspended", "2"), ("Prefects", "0")):
        found = audit(folder, make_refs(), make_list(columns, rows, title))
        complaints += equal(title, found[:2], (lower, None))
    return complaints


def test_rows_by_day(folder):
    """The day of each, where the figures are by year, by school year or by month."""
    complaints = []
    for labels, day in ((["2020", "2021", "2022", "2023"], "{}-05-{:02}"),
                        (["2019/20", "2020/21", "2021/22", "2022/23"], "{}-01-{:02}"),
                        (["2019/20", "2020/21", "2021/22", "2022/23"], "{}-08-{:02}"),
                        (["May 2020", "May 2021", "May 2022", "May 2023"], "{}-05-{:02}")):
        years = ["2020", "2021", "2022", "2023"]
        rows = [[label, "[c]" if i == 0 else TRUE["boy"][i]] for i, label in enumerate(labels)]
        refs = make_table("refs", [whole("Number", "boys")], rows, **{"foi:rule": RULE})
        hidden = [("refs", labels[0], "boys", 3, "primary")]
        for source, wanted in ((TRUE, "3"), (FALSE, "0")):
            table = make_list([text("date", "date")], [
                [day.format(year, 1 + i)] for year, n in zip(years, source["boy"])
                for i in range(n)])
            file = make_case(folder, [refs, table], hidden, "{{table:more}}")
            cell = foi("audit", file, "--format", "json").json()["cells"][0]
            complaints += equal(f"{labels} {table['data'][1]}", cell["lower"], wanted)
    return complaints


def test_rows_whose_label_is_withheld(folder):
    """A mark in the list may be any of them: one more, or not, unless all others are counted."""
    columns = [text("school"), text("sex")]
    complaints = []
    for areas, places, wanted in ((AREAS, (0,), ("3", "3")), (AREAS, (0, 1), ("3", "3")),
                                  (AREAS[:2], (0,), ("2", "3"))):
        rows = [list(person[:2]) for person in people(TRUE, areas)]
        for place in places:
            rows[2][place] = "[c]"
        found = audit(folder, make_refs(), make_list(columns, rows))
        complaints += equal(f"{areas} {places}", found[:2], wanted)
    return complaints


def test_rows_that_are_no_people(folder):
    """Tables that have as many rows by chance, or a row for each kind of thing."""
    school, sex = text("school"), text("sex")
    by_kind = [(area, kind, n) for area in AREAS for kind, n in zip(REASONS, (20, 31, 12, 9))]
    complaints = []
    for columns, rows, title in (
            ([school, text("policy")], [("Abbey", word) for word in REASONS[:3]], "Policies"),
            ([school, text("head"), sex], [(area, f"Dr {area}", "girl") for area in AREAS],
             "Heads"),
            ([school, text("kind"), whole("Number", "n")],
             [row for row in by_kind if row[0] == "Abbey"][:3], "Suspensions by reason"),
            ([school, text("kind"), whole("Number", "n")], by_kind, "Suspensions by reason")):
        found = audit(folder, make_refs(), make_list(columns, rows, title))
        complaints += equal(title, found[:2], ("0", None))
    return complaints


if __name__ == "__main__":
    run_tests(sys.modules[__name__])
