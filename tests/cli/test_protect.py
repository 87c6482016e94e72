#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Small counts are withheld with what would give them away: `foi protect`."""

import json
import random
import sys

from cli import equal, expect, foi, refusal, run_tests
from test_audit import Count
from test_audit_case import make_case, make_table


def make_grid(chance, rows, columns, share, most=60):
    """A two-way table with margins, in which a share of the counts is small."""
    names = [f"c{number}" for number in range(columns)]
    data = []
    for row in range(rows):
        values = [chance.randint(1, 5) if chance.random() < share else chance.randint(6, most)
                  for _ in names]
        data.append([f"R{row}", *values, sum(values)])
    data.append(["Total", *(sum(row[i + 1] for row in data) for i in range(columns + 1))])
    return make_table("refs", [*names, "all"], data,
                      [{"field": "all", "of": names},
                       {"row": {"area": "Total"},
                        "of": [{"area": f"R{row}"} for row in range(rows)]}])


def protect(file, status, *options):
    outcome = foi("protect", file, "--table", "refs", "--format", "json", *options)
    complaints = expect(outcome, status, err="")
    return complaints, outcome.json() if outcome.status < 2 else None


def test_unsafe_then_safe(folder):
    """What is unsafe without further gaps is safe once it is protected, and stays in the file."""
    table = make_grid(random.Random(7), 6, 5, 0.1)
    file = make_case(folder, [table])
    complaints, done = protect(file, 0, "--threshold", "5", "--reason", "Few people live there")
    complaints += equal("written", done["written"], True)
    complaints += equal("safe", done["audit"]["safe"], True)
    small = {(row[0], table["data"][0][place]) for row in table["data"][1:]
             for place, value in enumerate(row) if place and 1 <= value <= 5}
    complaints += equal("primary", {(c["row"], c["column"]) for c in done["primary"]}, small)
    complaints += expect(foi("audit", file), 0, err="")
    case = json.loads(file.read_text())
    after = case["resources"][0]
    complaints += equal("rule", after["foi:rule"], {"threshold": 5, "zero": "keep",
                                                     "method": "suppress",
                                                     "reason": "Few people live there"})
    hidden = {(w["row"]["area"], w["field"]): (w["value"], w["by"])
              for w in case["foi:case"]["withheld"]}
    for before_row, row in zip(table["data"][1:], after["data"][1:], strict=True):
        for name, before, value in zip(table["data"][0], before_row, row, strict=True):
            key = (row[0], name)
            wanted = "[c]" if key in hidden else before
            complaints += equal(f"{key}", value, wanted)
            if key in hidden:
                complaints += equal(f"{key} withheld", hidden[key],
                                    (before, "primary" if key in small else "secondary"))
    return complaints


def test_no_second_gap(folder):
    """With the small counts alone withheld the same table can be worked out."""
    table = make_grid(random.Random(7), 6, 5, 0.1)
    hidden = []
    for row in table["data"][1:-1]:
        for place in range(1, 6):
            if row[place] <= 5:
                hidden.append(("refs", row[0], f"c{place - 1}", row[place], "primary"))
                row[place] = "[c]"
    table["foi:rule"] = {"threshold": 5}
    return expect(foi("audit", make_case(folder, [table], hidden)), 1,
                  out="A reader can work out that this is")


def as_problem(table, done, threshold):
    """The protected table for counting out."""
    head, *rows = table["data"]
    gone = {(c["row"], c["column"]) for c in done["primary"] + done["secondary"]}
    cells = [{"cell": f"{row[0]}|{name}", "value": value, "suppressed": (row[0], name) in gone}
             for row in rows for name, value in zip(head[1:], row[1:], strict=True)]
    equations = [{"total": f"{row[0]}|all", "parts": [f"{row[0]}|{n}" for n in head[1:-1]]}
                 for row in rows]
    equations += [{"total": f"Total|{n}", "parts": [f"{row[0]}|{n}" for row in rows[:-1]]}
                  for n in head[1:]]
    return {"threshold": threshold, "cells": cells, "equations": equations}


def test_counting(folder):
    """Every pattern that is called safe is safe by counting out all tables that fit."""
    complaints, n_safe = [], 0
    for seed in range(60):
        chance = random.Random(seed)
        table = make_grid(chance, chance.randint(2, 4), chance.randint(2, 4), 0.15, 12)
        threshold = chance.choice([2, 3])
        outcome = foi("protect", make_case(folder, [table]), "--table", "refs", "--threshold",
                      threshold, "--format", "json", "--dry-run")
        done = outcome.json()
        if not done["audit"]["safe"]:
            complaints += expect(outcome, 1)
            if "Combine categories or years" not in done["advice"]:
                complaints.append(f"{seed}: nothing else is offered")
            continue
        n_safe += 1
        if len(done["primary"]) + len(done["secondary"]) <= 9:
            complaints += equal(f"{seed}: safe by counting",
                                Count(as_problem(table, done, threshold)).is_safe(threshold), True)
    if n_safe < 30:
        complaints.append(f"only {n_safe} were safe: this tests little")
    return complaints


def test_hierarchy(folder):
    """Subtotals of subtotals count; the pattern is the same every time."""
    rows = [["a1", 3], ["a2", 9], ["a3", 14], ["A", 26], ["b1", 8], ["b2", 12], ["b3", 30],
            ["B", 50], ["All", 76]]
    totals = [{"row": {"area": big}, "of": [{"area": part} for part in parts]}
              for big, parts in (("A", ["a1", "a2", "a3"]), ("B", ["b1", "b2", "b3"]),
                                 ("All", ["A", "B"]))]
    file = make_case(folder, [make_table("refs", ["n"], rows, totals)])
    before = file.read_bytes()
    complaints, done = protect(file, 0, "--threshold", "5", "--dry-run")
    complaints += equal("secondary", [c["row"] for c in done["secondary"]], ["a2"])
    complaints += equal("again", protect(file, 0, "--threshold", "5", "--dry-run")[1], done)
    return complaints + equal("a dry run's file", file.read_bytes(), before)


def test_no_way(folder):
    """Where nothing helps nothing is written, and another way is offered."""
    file = make_case(folder, [make_table("refs", ["n"], [["a", 1], ["b", 0], ["All", 1]],
                                         [{"row": {"area": "All"},
                                           "of": [{"area": "a"}, {"area": "b"}]}])],
                     answer="There was 1 n in All.")
    before = file.read_bytes()
    complaints, done = protect(file, 1, "--threshold", "5")
    complaints += equal("written", done["written"], False)
    for words in ("Combine categories or years",
                  "or round all figures", "Take the figure out of the sentence in question 1",
                  ": “There was 1 n in All.”"):
        if words not in done["advice"]:
            complaints.append(f"{words} is not in {done['advice']!r}")
    outcome = foi("protect", file, "--table", "refs", "--threshold", "5")
    complaints += expect(outcome, 1, out="Nothing is changed, for it would not be safe.\n", err="")
    complaints += equal("withheld", "is withheld" in outcome.out, False)
    complaints += equal("the file", file.read_bytes(), before)
    # Without the sentence there is a way.
    file = make_case(folder, [make_table("refs", ["n"], [["a", 3], ["b", 20], ["All", 23]],
                                         [{"row": {"area": "All"},
                                           "of": [{"area": "a"}, {"area": "b"}]}])],
                     answer="Much was counted. In a there were 3 n.")
    advice = protect(file, 1, "--threshold", "5")[1]["advice"]
    complaints += equal("the sentence", ["sentence in question 1" in advice,
                                         ": “In a there were 3 n.”" in advice], [True, True])
    text = file.read_text().replace("In a there were 3 n.", "")
    file.write_text(text)
    return complaints + protect(file, 0, "--threshold", "5")[0]


def test_small_and_open(folder):
    """What the table's rule takes for small and shows is named; the authority's rule is a hint."""
    complaints = []
    for shown, rule, small in ((3, {"threshold": 5}, 2), (3, None, 0), (6, {"threshold": 5}, 1),
                               (0, {"threshold": 5}, 1), (0, {"threshold": 5, "zero": "suppress"}, 2),
                               ("[c]", {"threshold": 5}, 1), (3, {"threshold": 2}, 0)):
        table = make_table("refs", ["n"], [["a", shown], ["b", 5], ["c", 30]],
                           **({"foi:rule": rule} if rule else {}))
        file = make_case(folder, [table])
        outcome = foi("audit", file, "--format", "json")
        complaints += expect(outcome, int(small > 0), err="")
        complaints += equal(f"{shown}, {rule}", [t["small"] for t in outcome.json()["shown"]],
                            [small] * (small > 0))
        complaints += equal(f"safe {shown}, {rule}", outcome.json()["safe"], small == 0)
        complaints += equal(f"cells {shown}, {rule}",
                            [(c["lower"], c["upper"]) for c in outcome.json()["cells"]
                             if not c["safe"]],
                            [(str(n),) * 2 for n in (shown, 5)][-small:] if small else [])
        said = foi("audit", file).out
        complaints += equal(f"in words {shown}, {rule}", said.count("is small by the rule"), small)
        # What is done by the rule leaves nothing open.
        if small and shown != "[c]":
            zero = ["--zero"] if "zero" in rule else []
            complaints += protect(file, 0, "--threshold", "5", *zero)[0]
            complaints += expect(foi("audit", file), 0, err="")
    table = make_table("refs", ["n"], [["a", 3], ["c", 30]])
    file = make_case(folder, [table])
    case = json.loads(file.read_text())
    case["foi:case"]["authority"] = {"small_numbers": {"threshold": 5}}
    file.write_text(json.dumps(case))
    return complaints + expect(foi("audit", file), 0, err="",
                               out="1 figure that is small by the authority’s rule is not withheld")


def test_no_counts(folder):
    """What counts nothing is not small: a quarter, a percentage, money; a posts' decimal is."""
    def column(name, kind="integer", role="measure", **more):
        return {"name": name, "title": name.title(), "type": kind, "foi:role": role, **more}

    columns = ["n", column("quarter", role="category"), column("week", role="period"),
               column("share", **{"foi:unit": "%"}),
               column("charge", "number", **{"foi:decimals": 2, "foi:unit": "GBP"}),
               column("staff", "number", **{"foi:decimals": 1})]
    rows = [["a", 3, 1, 2, 4, "5.00", "0.5"], ["b", 30, 2, 3, 40, "3.00", "21.0"],
            ["c", 31, 3, 4, 50, "70.00", "32.0"]]
    file = make_case(folder, [make_table("refs", columns, rows)])
    complaints, done = protect(file, 0, "--threshold", "5")
    complaints += equal("withheld", [f"{c['row']}/{c['column']}" for c in done["primary"]],
                        ["a/n", "a/staff"])
    complaints += expect(foi("audit", file), 0, err="")
    # Only whole numbers are rounded, so that a small one with decimals would stand open.
    before = file.read_text()
    complaints += expect(foi("protect", file, "--table", "refs", "--threshold", "5", "--round",
                             "5"), 1, out="a, Staff has decimals")
    complaints += equal("unchanged", file.read_text(), before)
    return complaints + protect(file, 0, "--threshold", "5", "--round", "5", "--drop", "staff")[0]


def test_shares_beside(folder):
    """A table of all the shares beside it leaves no choice of cells, and is named for that; without
    it there is one"""
    table = make_grid(random.Random(2), 6, 4, 0.15)
    names = table["data"][0][1:-1]
    shares = make_table("shares", [{"name": name, "title": name, "type": "number",
                                    "foi:decimals": 1, "foi:unit": "%", "foi:role": "measure"}
                                   for name in names],
                        [[row[0], *(f"{100 * value / row[-1]:.1f}" for value in row[1:-1])]
                         for row in table["data"][1:]], title="Shares of each area")
    complaints, done = protect(make_case(folder, [table, shares]), 1, "--threshold", "5")
    complaints += equal("written", done["written"], False)
    complaints += equal("named first", done["advice"].split("”")[0], "“Shares of each area")
    return complaints + protect(make_case(folder, [table]), 0, "--threshold", "5")[0]


def values(file):
    return json.loads(file.read_text())["resources"][0]["data"]


def test_round_and_show(folder):
    """Rounded figures are multiples whose totals add up; shown again the file says what it said."""
    table = make_grid(random.Random(3), 6, 5, 0.2)
    file = make_case(folder, [table])
    complaints, done = protect(file, 0, "--threshold", "4", "--round", "5", "--controlled",
                               "--reason", "Few live there")
    complaints += equal("safe", [done["safe"], done["written"]], [True, True])
    rows = values(file)[1:]
    case = json.loads(file.read_text())
    for row, before in zip(rows, table["data"][1:], strict=True):
        complaints += equal(f"{row[0]} adds up", sum(row[1:-1]), row[-1])
        complaints += equal(f"{row[0]} multiples", [v % 5 for v in row[1:]], [0] * (len(row) - 1))
        complaints += equal(f"{row[0]} near", [abs(a - b) < 5 for a, b in
                                               zip(row[1:], before[1:], strict=True)],
                            [True] * (len(row) - 1))
    for column in range(1, len(rows[0])):
        complaints += equal(f"column {column}", sum(r[column] for r in rows[:-1]),
                            rows[-1][column])
    complaints += equal("rule", case["resources"][0]["foi:rule"],
                        {"threshold": 4, "zero": "keep", "round": 5, "method": "controlled",
                         "reason": "Few live there"})
    complaints += equal("true values", {w["by"] for w in case["foi:case"]["withheld"]}, {"rounded"})
    complaints += equal("cells", len(case["foi:case"]["withheld"]), len(done["rounded"]))
    complaints += expect(foi("audit", file), 0, err="")
    complaints += protect(file, 0, "--show")[0]
    case = json.loads(file.read_text())
    complaints += equal("shown again", values(file), table["data"])
    complaints += equal("nothing is left", [case["foi:case"].get("withheld"),
                                            case["resources"][0].get("foi:rule")], [None, None])
    return complaints


def test_whose_threshold(folder):
    """Without a threshold it is the authority's; a practice has one; in words everybody knows it."""
    table = make_table("refs", ["n"], [["A", 4], ["B", 7], ["C", 30]])
    file = make_case(folder, [table])
    case = json.loads(file.read_text())
    case["foi:case"]["authority"] = {"name": "X", "type": "local",
                                     "small_numbers": {"threshold": 3, "zero": "keep", "round": 0}}
    complaints = []
    for options, small in (((), []), (("--practice", "fewer-than-5"), ["A"]),
                           (("--practice", "1-to-7"), ["A", "B"]), (("--threshold", "4"), ["A"])):
        file.write_text(json.dumps(case))
        complaints += equal(f"{options}", [c["row"] for c in protect(file, 0, *options)[1]
                                           ["primary"]], small)
    file.write_text(json.dumps(case))
    complaints += protect(file, 0, "--threshold", "4", "--fewer")[0]
    complaints += equal("marks", json.loads(file.read_text())["resources"][0]["foi:rule"]["marks"],
                        "fewer than 5")
    cells = foi("audit", file, "--attacker", "none", "--format", "json").json()["cells"]
    complaints += equal("known to all", [[c["lower"], c["upper"]] for c in cells], [["1", "4"]])
    out = folder / "refs.csv"
    complaints += expect(foi("export", file, "--to", "csv", "--table", "refs", "-o", out), 0)
    return complaints + equal("csv", out.read_bytes().decode("utf-8-sig"),
                              "Area,N\r\nA,fewer than 5\r\nB,7\r\nC,30\r\n")


def test_together(folder):
    """Two tables that tell of each other are protected by one command, or neither is"""
    file = make_case(folder, [
        make_table("refs", ["n"], [["A", 3], ["B", 14], ["C", 9], ["D", 22]]),
        make_table("why", ["a", "b", "c"],
                   [["A", 3, 0, 0], ["B", 6, 8, 0], ["C", 3, 0, 6], ["D", 9, 9, 4]])])
    before = file.read_bytes()
    complaints, done = protect(file, 1, "--threshold", "5")
    complaints += equal("proposed", (done["also"], done["together"], done["proposal"]),
                        ([], ["why"], ""))
    complaints += equal("nothing written", file.read_bytes(), before)
    complaints += expect(foi("protect", file, "--table", "why", "--threshold", "5"), 1,
                         out="(try: --table why --table refs)\n")
    complaints += refusal(foi("protect", file, "--table", "refs", "--table", "none",
                              "--threshold", "5"), file, "no table “none”")
    both, done = protect(file, 0, "--table", "why", "--threshold", "5")
    complaints += both + equal("done", (done["also"], done["together"], done["written"]),
                               (["why"], [], True))
    case = json.loads(file.read_text())
    complaints += equal("rules", [table["foi:rule"]["threshold"] for table in case["resources"]],
                        [5, 5])
    complaints += equal("of both", {entry["table"] for entry in case["foi:case"]["withheld"]},
                        {"refs", "why"})
    complaints += expect(foi("audit", file), 0, err="")
    complaints += protect(file, 0, "--table", "why", "--show")[0]
    case = json.loads(file.read_text())
    return (complaints + equal("shown again", [table["data"] for table in case["resources"]],
                               [table["data"] for table in json.loads(before)["resources"]])
            + equal("no rules", [table.get("foi:rule") for table in case["resources"]],
                    [None, None]))


def test_combine(folder):
    """Rows and columns become one before what is still small is withheld."""
    table = make_table("refs", ["n", "k", "all"],
                       [["A", 1, 20, 21], ["B", 5, 30, 35], ["C", 3, 40, 43], ["All", 9, 90, 99]],
                       [{"field": "all", "of": ["n", "k"]},
                        {"row": {"area": "All"}, "of": [{"area": a} for a in "ABC"]}])
    file = make_case(folder, [table])
    complaints, done = protect(file, 0, "--threshold", "3", "--combine", "A,C=The rest")
    complaints += equal("rows", values(file)[1:], [["The rest", 4, 60, 64], ["B", 5, 30, 35],
                                                   ["All", 9, 90, 99]])
    complaints += equal("nothing small", done["primary"], [])
    file = make_case(folder, [table])
    complaints += protect(file, 0, "--threshold", "5", "--combine-columns", "n,k=Both")[0]
    complaints += equal("columns", values(file)[:3], [["area", "both", "all"], ["A", 21, 21],
                                                      ["B", 35, 35]])
    file = make_case(folder, [table])
    complaints += protect(file, 0, "--combine", "A,B")[0]
    complaints += equal("without a rule", values(file)[1], ["A and B", 6, 50, 56])
    file = make_case(folder, [make_table("refs", ["n"], [["A", 1], ["B", 2], ["C", 3], ["D", 40]])])
    complaints += protect(file, 0, "--threshold", "3")[0]
    complaints += protect(file, 0, "--combine", "A,B")[0]
    complaints += equal("with its rule kept", values(file)[1:],
                        [["A and B", "[c]"], ["C", "[c]"], ["D", 40]])
    complaints += equal("rule", json.loads(file.read_text())["resources"][0]["foi:rule"]
                        ["threshold"], 3)
    file = make_case(folder, [table])
    complaints += protect(file, 0, "--threshold", "5", "--drop", "n", "--drop", "all")[0]
    case = json.loads(file.read_text())
    complaints += equal("left out", [f["field"]["name"] for f in
                                     case["foi:case"]["internal"]["fields"]], ["n", "all"])
    return complaints + equal("columns shown", values(file)[0], ["area", "k"])


def test_undeclared_column_total(folder):
    """A column that is what the others come to gives them away, though nobody declared it"""
    rows = [["Abbey", 3, 12, 15], ["Castle", 14, 22, 36], ["Dell", 41, 2, 43],
            ["East", 17, 33, 50]]
    for totals in ([], [["All", 75, 69, 144]]):
        file = make_case(folder, [make_table("refs", ["boys", "girls", "both"], rows + totals)])
        complaints = protect(file, 0, "--threshold", "5")[0]
        shown = values(file)[1:5]
        complaints += [f"one gap in {row}" for row in shown if row[1:].count("[c]") == 1]
        complaints += equal("gaps", sum(row.count("[c]") for row in shown) >= 4, True)
        yield from complaints
    # Once it adds up in one row only, it is no total.
    file = make_case(folder, [make_table("refs", ["boys", "girls", "cats"],
                                         [["A", 3, 12, 15], ["B", 14, 22, 30], ["C", 9, 9, 9]])])
    yield from protect(file, 0, "--threshold", "5")[0]
    yield from equal("no total", values(file)[1:], [["A", "[c]", 12, 15], ["B", 14, 22, 30],
                                                    ["C", 9, 9, 9]])


def test_leave_out_of_others(folder):
    """A column that tells in each of several tables is left out of each, by the table's name."""
    share = {"name": "p", "title": "Share", "type": "number", "foi:decimals": 1, "foi:unit": "%",
             "foi:role": "measure"}
    tables = [make_table(name, ["n", share], [[area, n, f"{100 * n / 48:.1f}"]
                                              for area, n in rows], title=name)
              for name, rows in (("refs", (("A", 3), ("B", 14), ("C", 9), ("D", 22))),
                                 ("sex", (("E", 3), ("F", 14), ("G", 9), ("H", 22))))]
    file = make_case(folder, tables)
    both = ("--table", "sex", "--threshold", "5")
    complaints = protect(file, 1, *both, "--drop", "p")[0]
    complaints += refusal(foi("protect", file, "--table", "refs", *both, "--drop", "sex/q"), file,
                          "no column “q” in the table “sex”")
    complaints += protect(file, 0, *both, "--drop", "p", "--drop", "sex/p")[0]
    case = json.loads(file.read_text())
    return complaints + equal("left out", [(f["table"], f["field"]["name"]) for f in
                                           case["foi:case"]["internal"]["fields"]],
                              [("refs", "p"), ("sex", "p")])


def test_usage(folder):
    """Bad usage says what is wrong, and changes nothing."""
    file = make_case(folder, [make_grid(random.Random(1), 2, 2, 0)])
    refs = ("protect", file, "--table", "refs")
    return (refusal(foi("protect", file, "--threshold", "5"), "protect", "--table is missing")
            + refusal(foi(*refs, "--controlled"), "--controlled", "to which base")
            + refusal(foi(*refs, "--practice", "mine"), "--practice", "fewer-than-5")
            + refusal(foi(*refs, "--practice", "1-to-7", "--threshold", "5"), "--practice",
                      "already")
            + refusal(foi(*refs, "--round", "1"), "--round", "from 2 to 1000")
            + [complaint for text in ("0x10", "010", "+5", "5 ", "", "-5", "1001", "0")
               for option in ("--threshold", "--round")
               for complaint in refusal(foi(*refs, option, text), option, "to 1000")]
            + refusal(foi(*refs, "--threshold", "5", "--combine", "R0,R9"), file, "no row “R9”")
            + refusal(foi(*refs, "--threshold", "5", "--drop", "c9"), file, "no column “c9”")
            + refusal(foi(*refs, "--threshold", "5", "--drop", "area"), file, "known by")
            + refusal(foi(*refs, "--threshold", "5", "--combine", "R0,Total"), file, "is a total")
            + refusal(foi("protect", file, "--table", "refs"), "--threshold", "from 1 to 1000")
            + refusal(foi("protect", file, "--table", "none", "--threshold", "5"), file, "none")
            + refusal(foi("protect", "--table", "refs", "--threshold", "5"), "protect", "one case"))


if __name__ == "__main__":
    run_tests(sys.modules[__name__])
