#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables that tell a figure of another one, each beside a near twin that does not: `foi audit`.

A reader lays them side by side however they are turned. Each is made of the true figures, and
tells that 3 boys of Abbey are withheld; and once more of figures that are not so, and tells
nothing."""

import sys

from cli import equal, foi, run_tests
from test_audit_case import RULE, make_case, make_table
from test_audit_pairs import issue

AREAS = ("Abbey", "Brook", "Castle")
TRUE = {"Abbey": (3, 20), "Brook": (14, 18), "Castle": (9, 30)}
FALSE = {"Abbey": (7, 26), "Brook": (24, 11), "Castle": (19, 37)}
# Of the true figures.
ALL = {"Abbey": 23, "Brook": 32, "Castle": 39}
BOYS, GIRLS = 0, 1
HIDDEN = [("refs", "Abbey", "boys", 3, "primary"), ("refs", "Abbey", "girls", 20, "secondary"),
          ("refs", "Brook", "boys", 14, "secondary"), ("refs", "Brook", "girls", 18, "secondary")]
TOTALS = [{"row": {"area": "Total"}, "of": [{"area": area} for area in AREAS]},
          {"field": "all", "of": ["boys", "girls"]}]


def number(title, decimals=1, **more):
    return {"name": "n", "title": title, "type": "number", "foi:decimals": decimals,
            "foi:role": "measure", **more}


def whole(title, name="n"):
    return {"name": name, "title": title, "type": "integer", "foi:role": "measure"}


def words(title):
    return {"name": "n", "title": title, "type": "string"}


def money(title):
    return number(title, 2, **{"foi:currency": "GBP"})


def make_refs(columns=("boys", "girls", "all"), has_total=True, hidden=HIDDEN):
    """The counts as the letter shows them."""
    gaps = {(area, field) for _t, area, field, _v, _by in hidden}
    rows = {area: (*TRUE[area], ALL[area]) for area in AREAS}
    if has_total:
        rows["Total"] = (26, 68, 94)
    place = {"boys": 0, "girls": 1, "all": 2}
    return make_table("refs", list(columns), [
        [area] + ["[c]" if (area, name) in gaps else row[place[name]] for name in columns]
        for area, row in rows.items()],
        TOTALS[0 if has_total else 1:2 if len(columns) == 3 else 1], **{"foi:rule": RULE})


def long(columns, rows):
    """With a row for each area and sex."""
    table = make_table("more", [{"name": "sex", "title": "Sex", "type": "string",
                                 "foi:role": "category"}, *columns], rows)
    table["schema"]["primaryKey"] = ["area", "sex"]
    del table["schema"]["fields"][0]["constraints"]
    return table


def audit(folder, refs, tables, hidden, issued=()):
    """The boys of Abbey if they can be worked out, else nothing; and whether all is safe."""
    fields = {field["name"] for field in refs["schema"]["fields"]}
    file = make_case(folder, [refs, *tables], [h for h in hidden if h[2] in fields],
                     "".join("{{table:%s}}\n\n" % table["name"] for table in tables),
                     issue(*issued) if issued else ())
    outcome = foi("audit", file, "--format", "json")
    cells = [c for c in outcome.json()["cells"]
             if (c["row"], c["column"]) == ("Abbey", "boys") and c["lower"] == c["upper"]]
    return ("".join(c["lower"] for c in cells), outcome.json()["safe"], outcome.status)


FOUND = ("3", False, 1)
NOTHING = ("", True, 0)


def both(folder, make, refs=None, hidden=HIDDEN, issued=False, sources=(TRUE, FALSE)):
    """What is said where @make gives tables of the true figures, and where of others."""
    complaints = []
    for source, wanted in zip(sources, (FOUND, NOTHING)):
        tables = make(source)
        found = audit(folder, refs or make_refs(), () if issued else tables, hidden,
                      tables if issued else ())
        complaints += equal(f"{[table['data'] for table in tables]}", found, wanted)
    return complaints


def rate(part, whole_of, decimals=1, times=100):
    text = f"{times * part / whole_of:.{decimals}f}"
    return text if decimals > 0 else int(text)


def rates(source, below, decimals=1, times=100):
    """Of the boys of each area; @below is a number, or has one for each area."""
    return [[area, rate(source[area][BOYS], below[area] if isinstance(below, dict) else below,
                        decimals, times)] for area in AREAS]


def test_percentages_of_a_row(folder):
    """Of all in a row, to any number of decimals, in any order, however headed, or in words."""
    complaints = []
    for column in (number("Boys (%)", 2), number("Share of boys", 1), number("Boys", 1),
                   number("X", 2), whole("Boys (%)"), whole("Boys as percentage")):
        complaints += both(folder, lambda s, c=column: [make_table(
            "more", [c], rates(s, ALL, c.get("foi:decimals", 0))[::-1])])
    return complaints + both(folder, lambda s: [make_table(
        "more", [words("Boys")], [[area, f"{n}%"] for area, n in rates(s, ALL, 0)])])


def test_percentages_of_a_total(folder):
    """Of all boys, or of all there are, whether or not the letter shows how many that is."""
    complaints = []
    for below, decimals in ((26, 0), (26, 1), (94, 1), (94, 2)):
        complaints += both(folder, lambda s, b=below, d=decimals: [make_table(
            "more", [number("Boys (%)", d) if d else whole("Boys (%)")], rates(s, b, d))])
    few = [h for h in HIDDEN if h[1] == "Abbey"]
    refs = make_refs(("boys", "girls"), False, few)
    for below in (26, ALL):
        complaints += both(folder, lambda s, b=below: [make_table(
            "more", [number("Boys (%)")], rates(s, b))], refs, few[:1])
    return complaints


def test_one_percentage(folder):
    """One alone is one of what its heading says."""
    complaints = []
    for column in (number("Boys (%)"), whole("Boys (%)")):
        complaints += both(folder, lambda s, c=column: [make_table(
            "more", [c], rates(s, ALL, c.get("foi:decimals", 0))[:1])])
    return complaints


def test_rates_and_means(folder):
    """Per 1,000, what is left of a hundred, by how much more, and what each costs."""
    before = {"Abbey": 12, "Brook": 10, "Castle": 15}
    cost = {"Abbey": 3000, "Brook": 7000, "Castle": 1800}
    costs = make_table("costs", [money("Cost")], [[a, f"{cost[a]}.00"] for a in AREAS])
    last = make_table("last", [whole("Boys")], [[a, before[a]] for a in AREAS])
    return (both(folder, lambda s: [make_table(
                "more", [number("Rate per 1,000")], rates(s, ALL, 1, 1000))])
            + both(folder, lambda s: [make_table("more", [number("Not boys (%)")], [
                [area, f"{100 - float(n):.1f}"] for area, n in rates(s, ALL)])],
                make_refs(("boys", "all")))
            + both(folder, lambda s: [last, make_table("more", [number("Change, %")], [
                [area, f"{float(n) - 100:.1f}"] for area, n in rates(s, before)])])
            + both(folder, lambda s: [costs, make_table("more", [money("Cost per boy")], [
                [area, f"{cost[area] / s[area][BOYS]:.2f}"] for area in AREAS])]))


def test_percentages_turned_round(folder):
    """The areas as columns, or a row for each area and sex."""
    return (both(folder, lambda s: [make_table("more", [
                dict(number(area), name=area.lower()) for area in AREAS], [
                ["Boys (%)"] + [n for _area, n in rates(s, ALL)],
                ["Girls (%)"] + [rate(s[area][GIRLS], ALL[area]) for area in AREAS]])])
            + both(folder, lambda s: [long([number("Share (%)")], [
                [area, sex, rate(s[area][i], ALL[area])] for area in AREAS
                for i, sex in enumerate(("Boys", "Girls"))])]))


def test_percentages_in_the_same_table(folder):
    """Whole percentages and costs beside the counts."""
    cost = {"Abbey": 3000, "Brook": 7000, "Castle": 1800}
    complaints = []
    for source, wanted in ((TRUE, FOUND), (FALSE, NOTHING)):
        for columns, figures in (
                ([whole("Of all", "all"), whole("Share (%)")],
                 [[ALL[area], rate(source[area][BOYS], ALL[area], 0)] for area in AREAS]),
                ([dict(money("Cost"), name="cost"), money("Cost of each")],
                 [[f"{cost[a]}.00", f"{cost[a] / source[a][BOYS]:.2f}"] for a in AREAS])):
            table = make_table("refs", ["boys", *columns], [
                [area, "[c]" if area == "Abbey" else TRUE[area][BOYS], *row]
                for area, row in zip(AREAS, figures)], **{"foi:rule": RULE})
            complaints += equal(f"{table['data']}", audit(folder, table, [], HIDDEN[:1]), wanted)
    return complaints


def test_counts_turned_round(folder):
    """The figures themselves once more, with areas as columns, or a row for each area and sex; and
    what they come to, of a table that has no total."""
    few = HIDDEN[:1]
    return (both(folder, lambda s: [make_table(
                "more", [whole(area, area.lower()) for area in AREAS],
                [["Boys"] + [s[area][BOYS] for area in AREAS]])])
            + both(folder, lambda s: [long([whole("Number")], [
                [area, sex, s[area][i]] for area in AREAS
                for i, sex in enumerate(("Boys", "Girls"))])])
            + both(folder, lambda s: [make_table("more", ["boys", "girls"], [
                ["All of them", sum(s[area][0] for area in AREAS),
                 sum(s[area][1] for area in AREAS)]])],
                make_refs(("boys", "girls"), False, few), few))


def test_three_tables(folder):
    """Two tables that come to a third, or differ by it."""
    lads = make_table("lads", ["n"], [["Abbey", 14], ["Brook", 5], ["Castle", 12]])
    complaints = []
    for sign, title in ((1, "Total"), (-1, "Change")):
        complaints += both(folder, lambda s, g=sign, t=title: [lads, make_table(
            "more", [whole(t)], [[row[0], g * s[row[0]][BOYS] + row[1]]
                                 for row in lads["data"][1:]])])
    return complaints


def test_left_out_percentages(folder):
    """Of a column that no letter shows."""
    complaints = []
    for source, wanted in ((TRUE, FOUND), (FALSE, NOTHING)):
        table = make_table("refs", [dict(whole("Boys", "boys"), **{"foi:left-out": True}), "all"], [
            [area, TRUE[area][BOYS], ALL[area]] for area in AREAS], **{"foi:rule": RULE})
        shares = make_table("more", [number("Boys (%)")], rates(source, ALL))
        complaints += equal("left out", audit(folder, table, [shares], []), wanted)
    return complaints


def test_percentages_issued_before(folder):
    """In an earlier letter."""
    return both(folder, lambda s: [make_table("more", [number("Boys (%)")], rates(s, ALL))],
                issued=True)


if __name__ == "__main__":
    run_tests(sys.modules[__name__])
