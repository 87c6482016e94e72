#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that stand in and with a table and give a withheld figure away, each beside a near twin with
another number: `foi audit`."""

import json
import sys

from cli import equal, foi, run_tests
from test_audit_beside import whole
from test_audit_case import RULE, make_case, make_table

ABBEY = {"area": "Abbey"}


def found(folder, table, row, field, answer=""):
    """What is worked out of the 3 that are withheld there."""
    file = make_case(folder, [table], [], answer)
    case = json.loads(file.read_text())
    case["foi:case"]["withheld"] = [{"table": "refs", "row": row, "field": field, "value": 3,
                                     "by": "primary"}]
    file.write_text(json.dumps(case))
    cells = foi("audit", file, "--format", "json").json()["cells"]
    key = str(list(row.values())[0])
    return ["".join(c["lower"] for c in cells if c["row"] == key and c["lower"] == c["upper"])]


def both(folder, make, row=ABBEY, field="n", answer="", wanted=("3", "")):
    """With the number that is withheld, and with another."""
    return [line for number, what in zip((3, 7), wanted) for line in equal(
        f"{make(number)['data']} {number}",
        found(folder, make(number), row(number) if callable(row) else row, field, answer), [what])]


def by_area(rows, *columns, **more):
    return make_table("refs", [whole("Suspensions"), *columns], rows, title="By area",
                      **{"foi:rule": RULE}, **more)


def by_year(note):
    """Rows named by numbers, and a note."""
    table = by_area([[2021, "[c]"], [2022, 14], [2023, 9]], **{"foi:notes": [{"id": "a", **note}]})
    table["schema"]["fields"][0] = {"name": "year", "title": "Year", "type": "year",
                                    "foi:role": "period"}
    table["schema"]["primaryKey"] = ["year"]
    table["data"][0][0] = "year"
    return table


def test_notes(folder):
    """On a cell or a row that a number names, and on a column with one gap."""
    return [line for where in ({"row": {"year": 2021}, "field": "n"}, {"row": {"year": 2021}},
                               {"field": "n"}, {})
            for line in both(folder, lambda n, w=where: by_year(
                {**w, "text": f"In {n} cases pupils came back." if w else
                 f"In 2021 there were {n} suspensions."}), {"year": 2021})]


def test_note_on_several(folder):
    """A note on a column with two gaps is about neither."""
    table = by_year({"field": "n", "text": "In 3 cases pupils came back."})
    table["data"][2][1] = "[c]"
    return equal("two", found(folder, table, {"year": 2021}, "n"), [""])


KINDS = ({}, {"foi:role": "category"}, {"foi:role": "note"})


def test_remarks(folder):
    """In text of any kind, in the row itself or in another one."""
    complaints = []
    for kind in KINDS:
        info = {"name": "info", "title": "Information", "type": "string", **kind}
        for own, other in (("incl. %d suspended", ""), ("", "and %d at Abbey"),
                           ("", "%d more than Abbey")):
            complaints += both(folder, lambda n, a=own, b=other, i=info: by_area([
                ["Abbey", "[c]", a.replace("%d", str(n))],
                ["Brook", 14, b.replace("%d", str(14 - n if "more" in b else n))],
                ["Castle", 9, ""]], i))
    return complaints


def test_no_remarks(folder):
    """Numbers of something else, and codes."""
    info = {"name": "info", "title": "Information", "type": "string", "foi:role": "category"}
    return [line for words in ("CV3", "Key stage 3", "33%", "3")
            for line in equal(words, found(folder, by_area([
                ["Abbey", "[c]", words], ["Brook", 14, "CV7"], ["Castle", 9, "CV9"]], info),
                ABBEY, "n"), [""])]


def test_names_with_numbers(folder):
    """What is added to a name in brackets or behind a dash, in a row or a heading."""
    complaints = []
    for name in ("Abbey (%d)", "Abbey (n=%d)", "Abbey, n=%d", "Abbey - %d", "Abbey: %d",
                 "Abbey (incl. %d suspended)"):
        complaints += both(folder, lambda n, a=name: by_area([
            [a % n, "[c]"], ["Brook", 14], ["Castle", 9]]), lambda n, a=name: {"area": a % n})
        complaints += both(folder, lambda n, a=name: make_table("refs", [
            whole(a % n), whole("Brook", "b")], [["Suspensions", "[c]", 14], ["Exclusions", 9, 12]],
            title="By area", **{"foi:rule": RULE}), {"area": "Suspensions"})
    return complaints


def test_numbered_names(folder):
    """Numbers by which things are called, ages and school years."""
    numbered = by_area([["Abbey (3)", "[c]"], ["Brook (4)", 14], ["Castle (5)", 9]])
    aged = make_table("refs", [whole("Aged 3"), whole("Aged 4", "b")],
                      [["Suspensions", "[c]", 14], ["Exclusions", 9, 12]], title="By age",
                      **{"foi:rule": RULE})
    # The columns come to 23, which is no number of "2022/23".
    years = make_table("refs", [whole("2022/23")], [["Abbey", "[c]"], ["Brook", 12], ["Castle", 8]],
                       title="Suspensions", **{"foi:rule": RULE})
    return (equal("numbered", found(folder, numbered, {"area": "Abbey (3)"}, "n"), [""])
            + equal("aged", found(folder, aged, {"area": "Suspensions"}, "n"), [""])
            + equal("years", found(folder, years, ABBEY, "n"), [""]))


def test_names_in_names(folder):
    """A sentence about Abbey ward is none about Abbey, nor one about School 12 about School 1."""
    complaints = []
    for names, sentence, wanted in (
            (("Abbey", "Abbey ward"), "In Abbey there were 3 suspensions.", "3"),
            (("Abbey", "Abbey ward"), "In Abbey ward there were 3 suspensions.", ""),
            (("Abbey ward", "Abbey"), "In Abbey ward there were 3 suspensions.", "3"),
            (("Abbey ward", "Brook ward"), "Abbey had 3 suspensions.", "3"),
            (("School 1", "School 13"), "School 13 had suspensions.", ""),
            (("School 1", "School 13"), "School 1 had 3 suspensions.", "3")):
        table = by_area([[names[0], "[c]"], [names[1], 14], ["Castle", 9]])
        complaints += equal(f"{names} {sentence}",
                            found(folder, table, {"area": names[0]}, "n", sentence), [wanted])
    return complaints


if __name__ == "__main__":
    run_tests(sys.modules[__name__])
