#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a reader of a case's letters can work out, and how it is said: `foi audit CASE`."""

import json
import sys

from cli import equal, expect, foi, refusal, run_tests


def make_table(name, columns, rows, totals=(), **more):
    """A table by area; a column is a name (of counts) or a whole field."""
    fields = [{"name": "area", "title": "Area", "type": "string", "foi:role": "category",
               "constraints": {"required": True, "unique": True}}]
    for column in columns:
        fields.append(column if isinstance(column, dict) else
                      {"name": column, "title": column.title(), "type": "integer",
                       "foi:role": "measure"})
    return {"name": name, "type": "table", "title": more.pop("title", name),
            "mediatype": "application/json",
            "schema": {"fields": fields, "primaryKey": ["area"],
                       "missingValues": ["", "[c]", "[x]", "[z]", "[low]"]},
            "data": [[field["name"] for field in fields]] + rows, "foi:totals": list(totals), **more}


def make_case(folder, tables, withheld=(), answer="", issued=()):
    """Writes a case; withheld values are (table, area, field, value, by)."""
    file = folder / "X1.foi.json"
    file.write_text(json.dumps({
        "foi:notice": "Internal working file. Do not release.", "name": "x1", "id": "X1",
        "title": "Referrals", "created": "2024-11-27T00:00:00Z",
        "foi:case": {
            "format": "uk-foi-case", "version": 1, "_rev": "0000000000000000", "regime": "foia",
            "request": {"text": "How many?", "received": "2024-10-30"},
            "questions": [{"id": "q1", "number": "1", "text": "How many?", "held": "yes",
                           "outcome": "part", "answer": answer + "\n\n{{table:refs}}\n"}],
            "events": [], "letters": [{"id": "response", "type": "response",
                                       "date": "2024-11-27"}],
            "issued": list(issued),
            "withheld": [{"table": t, "row": {"area": a}, "field": f, "value": v, "by": by}
                         for t, a, f, v, by in withheld]},
        "resources": tables}))
    return file


TOTALS = ({"field": "all", "of": ["boys", "girls"]},
          {"row": {"area": "Total"}, "of": [{"area": "North"}, {"area": "South"}]})
RULE = {"threshold": 5}


def said(file, status, *options):
    """What is said of each cell: area/field → (lower, upper, safe, how)."""
    outcome = foi("audit", file, "--format", "json", *options)
    complaints = expect(outcome, outcome.status if status is None else status, err="")
    cells = {f"{c['row']}/{c['column']}": c for c in outcome.json()["cells"]}
    return complaints, cells, outcome.json()["safe"]


def check(file, status, **wanted):
    complaints, cells, _safe = said(file, status)
    for name, (lower, upper, how) in wanted.items():
        cell = cells[name.replace("_", "/")]
        complaints += equal(name, [cell["lower"], cell["upper"]], [lower, upper])
        if how not in cell["how"]:
            complaints.append(f"{name}: {cell['how']!r} is without {how!r}")
    return complaints


def square(*, south_boys=7, south_girls="[c]", north_girls=18, north_boys=29):
    return make_table("refs", ["boys", "girls", "all"],
                      [["North", north_boys, north_girls, 47], ["South", south_boys, south_girls, 8],
                       ["Total", 36, 19, 55]], TOTALS, **{"foi:rule": RULE})


GIRL = ("refs", "South", "girls", 1, "primary")


def test_contradicted(folder):
    """A figure below 0 leaves its own total not proven, by name, and the rest is audited"""
    costs = make_table("costs", ["n"], [["North", 20], ["South", "[c]"], ["Total", 15]],
                       TOTALS[1:], **{"title": "Costs", "foi:rule": RULE})
    file = make_case(folder, [square(), costs],
                     [GIRL, ("costs", "South", "n", -5, "primary")],
                     answer="{{table:costs}}")
    outcome = foi("audit", file)
    yield from expect(outcome, 1, err="")
    for words in ("refs/South/girls: ", "costs/South/n: Not proven: the total in ", "Total"):
        if words not in outcome.out:
            yield f"{words} is not in {outcome.out!r}"
    cells = {c["table"]: c for c in foi("audit", file, "--format", "json").json()["cells"]}
    yield from equal("safe", [cells["costs"]["safe"], cells["costs"]["exact"]], [False, False])
    yield from equal("the other", cells["refs"]["lower"], "1")


def test_total(folder):
    """A single gap beside a total is worked out, and the subtraction is shown."""
    return check(make_case(folder, [square()], [GIRL]), 1,
                 South_girls=("1", "1", "this is 1: the total 8 less the other figure (8 − 7 = 1)"))


def test_several_parts(folder):
    """With several parts all of them are subtracted."""
    table = make_table("refs", ["n"], [["A", 29], ["B", 18], ["C", "[c]"], ["D", 5], ["Total", 55]],
                       [{"row": {"area": "Total"}, "of": [{"area": a} for a in "ABCD"]}],
                       **{"foi:rule": RULE})
    return check(make_case(folder, [table], [("refs", "C", "n", 3, "primary")]), 1,
                 C_n=("3", "3", "the total 55 less the other 3 figures (55 − 29 − 18 − 5 = 3)"))


def test_square_of_one(folder):
    """Four gaps around a count of 1: whoever is the one works the others out."""
    file = make_case(folder, [square(south_boys="[c]", north_girls="[c]", north_boys="[c]")],
                     [GIRL, ("refs", "South", "boys", 7, "secondary"),
                      ("refs", "North", "girls", 18, "secondary"),
                      ("refs", "North", "boys", 29, "secondary")])
    complaints, cells, _safe = said(file, 0)
    complaints += equal("girls", [cells["South/girls"]["lower"], cells["South/girls"]["upper"]],
                        ["0", "8"])
    return complaints + equal("how", cells["South/girls"]["how"], "between 0 and 8")


def test_same_elsewhere(folder):
    """A figure that another table shows is seen there."""
    table = make_table("refs", ["n"], [["A", "[c]"], ["B", 18]], **{
        "foi:rule": RULE, "foi:same": [[{"table": "refs", "row": {"area": "A"}, "field": "n"},
                                        {"table": "more", "row": {"area": "A"}, "field": "k"}]]})
    other = make_table("more", ["k"], [["A", 2], ["C", 9]])
    return check(make_case(folder, [table, other], [("refs", "A", "n", 2, "primary")]), 1,
                 A_n=("2", "2", "another table shows the same figure"))


SHARE = {"name": "share", "title": "Share", "type": "number", "foi:unit": "%", "foi:decimals": 1,
         "foi:role": "measure"}


def test_percentage(folder):
    """A percentage of a suppressed count gives it away, where it is one in every row."""
    rows = [["A", "[c]", 40, "7.5"], ["B", 18, 90, "20.0"], ["C", 10, 30, "33.3"]]
    table = make_table("refs", ["n", "of", SHARE], rows, **{"foi:rule": RULE})
    hidden = [("refs", "A", "n", 3, "primary")]
    complaints = check(make_case(folder, [table], hidden), 1,
                       A_n=("3", "3", "from the percentage or rate beside it"))
    rows[2][3] = "34.3"
    return complaints + check(make_case(folder, [table], hidden), 0, A_n=("0", None, "0 or more"))


def test_quoted(folder):
    """A figure or a sum in a sentence of the answer or in a title is known to the reader."""
    table = make_table("refs", ["n"], [["Avon", "[c]"], ["Devon", 18]], **{"foi:rule": RULE})
    table["schema"]["fields"][1]["title"] = "Number of referrals"
    hidden = [("refs", "Avon", "n", 3, "primary")]
    complaints = []
    for answer, how in (("There were 21 referrals in all.", "the total 21 less the other figure"),
                        ("There were 21 referrals in all.",
                         "question 1 says the total: “There were 21 referrals in all.”"),
                        ("Twenty-one. There were 3 referrals in Avon.",
                         "the text of the answer says so"),
                        ("Twenty-one. There were 3 referrals in Avon.",
                         "in question 1: “There were 3 referrals in Avon.”"),
                        ("There were ２１ referrals in all.", "the total 21 less the other"),
                        ("There were three referrals in Avon.", "the text of the answer says so"),
                        ("In Avon three of the referrals were late.",
                         "the text of the answer says so")):
        complaints += check(make_case(folder, [table], hidden, answer), 1,
                            Avon_n=("3", "3", how))
    for answer in ("There were 210 referrals.", "There were 3 schools in Avon.", "On 21/2 we asked.",
                   "There were 3 referrals in Kent.", "There were three referrals in Kent.",
                   "There were twenty-three referrals in Avon.", "Three schools are in Avon."):
        complaints += check(make_case(folder, [table], hidden, answer), 0,
                            Avon_n=("0", None, "0 or more"))
    table["title"] = "Referrals (N=21)"
    complaints += check(make_case(folder, [table], hidden), 1,
                        Avon_n=("3", "3", "the title of the table says the total"))
    return complaints + check(make_case(folder, [table], hidden), 1, Avon_n=("3", "3", "21"))


def test_earlier_letter(folder):
    """What an earlier letter of the case showed is known."""
    table = make_table("refs", ["n"], [["A", "[c]"], ["B", 18]], **{"foi:rule": RULE})
    before = make_table("refs", ["n"], [["A", 3], ["B", 18]])
    issued = [{"letter": "response", "date": "2024-11-01", "tables": [before]}]
    return check(make_case(folder, [table], [("refs", "A", "n", 3, "primary")], issued=issued), 1,
                 A_n=("3", "3", "an earlier letter showed it"))


def make_rounded(figures, total, zero):
    """Rounded to fives; figures are (shown, true)."""
    figures = {**dict(zip("ABCD", figures)), "Total": total}
    table = make_table("refs", ["n"], [[name, shown] for name, (shown, _true) in figures.items()],
                       [{"row": {"area": "Total"}, "of": [{"area": a} for a in figures
                                                          if a != "Total"]}],
                       **{"foi:rule": {"threshold": 5, "round": 5, "method": "round",
                                       "zero": zero}})
    return table, [("refs", name, "n", true, "rounded") for name, (shown, true) in figures.items()
                   if shown != true]


def test_zeros_that_are_rounded(folder):
    """A 0 is none, 1 or 2. Where others say that it is not none it is what a mark would say; where
    they say that it is 2, it is no secret any more."""
    complaints = []
    for figures, total, wanted, zero in (
            ([(0, 2)] * 4, (10, 8), {"A_n": ("2", "2", ""), "D_n": ("2", "2", "")}, "keep"),
            ([(0, 2)] * 3, (5, 6), {"A_n": ("0", "2", "between 0 and 2")}, "keep"),
            ([(0, 2)] * 2, (5, 4), {"A_n": ("1", "2", "between 1 and 2")}, "keep"),
            ([(0, 2), (5, 7)], (9, 9), {"A_n": ("2", "2", "this is 2")}, "keep"),
            ([(0, 1), (5, 6)], (7, 7), {"A_n": ("0", "2", "between 0 and 2")}, "keep"),
            ([(0, 0), (0, 0)], (0, 0), {}, "keep"),
            ([(0, 0), (5, 6)], (5, 6), {}, "keep"),
            ([(0, 2), (0, 2)], (5, 4), {"A_n": ("1", "2", "")}, "suppress")):
        table, hidden = make_rounded(figures, total, zero)
        cells = said(make_case(folder, [table], hidden), None)[1]
        asked = {name: cells[name.replace("_", "/")] for name in wanted}
        complaints += equal(f"{figures} {total}", {name: (c["lower"], c["upper"], c["safe"])
                                                   for name, c in asked.items()},
                            {name: (low, high, low != high and zero == "keep")
                             for name, (low, high, _how) in wanted.items()})
        complaints += [f"{c['how']!r} is without {wanted[name][2]!r}" for name, c in asked.items()
                       if wanted[name][2] not in c["how"]]
        if not wanted:
            complaints += equal(f"{figures}", [n for n, c in cells.items() if not c["safe"]], [])
    return complaints


def test_exact_among_rounded(folder):
    """A small figure that stands as it is where all others are rounded can be seen."""
    table = make_table("refs", ["n"], [["A", 3], ["B", 20], ["C", 7]],
                       **{"foi:rule": {"threshold": 4, "round": 5, "method": "round"}})
    file = make_case(folder, [table], [("refs", "B", "n", 18, "rounded")])
    return check(file, 1, A_n=("3", "3", "it is shown as it is, and the other figures are rounded"))


def test_undeclared(folder):
    """Totals, changes and differences that nobody declared are seen by whoever reads the table."""
    seen = (
        ("a row", ["n"], [["A", "[c]"], ["B", 12], ["C", 40], ["All", 55]], "A_n", 3),
        ("a row by its place", ["n"], [["England", 55], ["A", "[c]"], ["B", 12], ["C", 40]],
         "A_n", 3),
        ("a row with averages beside it", ["n", "average"],
         [["A", "[c]", 4], ["B", 12, 6], ["C", 40, 5], ["Total", 55, 7]], "A_n", 3),
        ("subtotals", ["n"], [["A", "[c]"], ["B", 12], ["Total of the north", 15], ["C", 40],
                              ["D", 70], ["Total of the south", 110], ["Total", 125]], "A_n", 3),
        ("columns among others", ["boys", "girls", "all", "staff"],
         [["A", "[c]", 9, 12, 40], ["B", 12, 22, 34, 37], ["C", 40, 8, 48, 22]], "A_boys", 3),
        ("changes", ["n", "change"], [["2020", 40, 0], ["2021", 52, 12], ["2022", "[c]", -49],
                                      ["2023", 30, 27]], "2022_n", 3),
        ("changes upwards", ["n", "change"], [["2023", 30, 27], ["2022", "[c]", -49],
                                              ["2021", 52, 12], ["2020", 40, 0]], "2022_n", 3),
    )
    complaints = []
    for what, columns, rows, name, value in seen:
        row, field = name.split("_")
        table = make_table("refs", columns, rows, **{"foi:rule": RULE})
        file = make_case(folder, [table], [("refs", row, field, value, "primary")])
        complaints += [f"{what}: {words}" for words in
                       check(file, 1, **{name: (str(value), str(value), "")})]
    # Two small figures come to a third by chance: that is no total.
    table = make_table("refs", ["n"], [["A", "[c]"], ["B", 2], ["C", 5], ["D", 9]],
                       **{"foi:rule": RULE})
    more, cells, _safe = said(make_case(folder, [table], [("refs", "A", "n", 3, "primary")]), 1)
    return complaints + more + equal("by chance", {name: (c["lower"], c["upper"], c["safe"])
                                                   for name, c in cells.items()},
                                     {"A/n": ("0", None, True), "B/n": ("2", "2", False),
                                      "C/n": ("5", "5", False)})


def test_across(folder):
    """What another table shows of the same rows, or comes to, is known though nothing says so."""
    hidden = [("refs", "A", "n", 3, "primary")]
    table = make_table("refs", ["n"], [["A", "[c]"], ["B", 12], ["C", 40]], **{"foi:rule": RULE})
    again = make_table("again", ["recorded"], [["C", 40], ["B", 12], ["A", 3]])
    years = make_table("years", ["n"], [["2022", 25], ["2023", 30]])
    other = make_table("other", ["n"], [["2022", 25], ["2023", 31]])
    complaints = check(make_case(folder, [table, again], hidden), 1,
                       A_n=("3", "3", "another table shows the same figure"))
    complaints += check(make_case(folder, [table, years], hidden), 1,
                        A_n=("3", "3", "another table comes to the same total"))
    complaints += check(make_case(folder, [table, other], hidden), 0, A_n=("0", None, "0 or more"))
    parts = make_table("refs", ["boys", "girls"], [["A", "[c]", 9], ["B", 12, 22], ["C", 40, 8]],
                       **{"foi:rule": RULE})
    sums = make_table("sums", ["pupils"], [["A", 12], ["B", 34], ["C", 48]])
    return complaints + check(make_case(folder, [parts, sums],
                                        [("refs", "A", "boys", 3, "primary")]), 1,
                              A_boys=("3", "3", "the total 12 less the other figure"))


def test_said_elsewhere(folder):
    """A total in a heading, or in the answer to another question that says what it counts."""
    hidden = [("refs", "A", "n", 3, "primary")]
    rows = [["A", "[c]"], ["B", 12], ["C", 40]]
    headed = make_table("refs", [{"name": "n", "title": "Referrals (55 in all)", "type": "integer",
                                  "foi:role": "measure"}], rows, **{"foi:rule": RULE})
    complaints = check(make_case(folder, [headed], hidden), 1,
                       A_n=("3", "3", "a heading of the table says the total"))
    table = make_table("refs", [{"name": "n", "title": "Referrals", "type": "integer",
                                 "foi:role": "measure"}], rows, **{"foi:rule": RULE})
    for words, status, found in (("There were 55 referrals in all.", 1, ("3", "3", "question 2")),
                                 ("There were 55 schools.", 0, ("0", None, "0 or more"))):
        file = make_case(folder, [table], hidden)
        case = json.loads(file.read_text())
        case["foi:case"]["questions"].append({"id": "q2", "number": "2", "text": "And?",
                                              "held": "yes", "outcome": "disclosed",
                                              "answer": words})
        file.write_text(json.dumps(case))
        complaints += check(file, status, A_n=found)
    return complaints


def test_came_suppressed(folder):
    """Counts that came to us as fewer than 5 are bounded by what that means."""
    table = make_table("refs", ["n"], [["A", "[c]"], ["B", "[c]"], ["Total", 7]],
                       [{"row": {"area": "Total"}, "of": [{"area": "A"}, {"area": "B"}]}], **{
                           "foi:rule": RULE,
                           "foi:notes": [{"row": {"area": a}, "field": "n",
                                          "bounds": {"from": 1, "to": 4}} for a in "AB"]})
    return check(make_case(folder, [table]), 1, A_n=("3", "4", "between 3 and 4"))


def test_readers(folder):
    """Who knows the rule, or is one of the figures, works out more than others."""
    table = make_table("refs", ["n"], [["A", "[c]"], ["B", "[c]"], ["Total", 6]],
                       [{"row": {"area": "Total"}, "of": [{"area": "A"}, {"area": "B"}]}],
                       **{"foi:rule": RULE})
    file = make_case(folder, [table], [("refs", "A", "n", 1, "primary"),
                                       ("refs", "B", "n", 5, "primary")])
    complaints = []
    for reader, status, bounds in (("none", 0, ["0", "6"]), ("threshold", 0, ["1", "5"]),
                                   ("contributor", 1, ["5", "5"])):
        more, cells, safe = said(file, status, "--attacker", reader)
        complaints += more + equal(f"{reader}: B", [cells["B/n"]["lower"], cells["B/n"]["upper"]],
                                   bounds)
        complaints += equal(f"{reader}: safe", safe, status == 0)
    outcome = foi("audit", file)
    complaints += expect(outcome, 1, out="refs/B/n: Somebody who knows that one of these figures "
                                         "is himself can work out that this is 5\n")
    for word in ("attacker", "interval", "contributor"):
        if word in outcome.out:
            complaints.append(f"the text says {word!r}")
    return complaints


def test_usage(folder):
    """Bad usage says what is wrong."""
    file = make_case(folder, [square()], [GIRL])
    return (refusal(foi("audit"), "audit", "no case is named")
            + refusal(foi("audit", file, file), "audit", "one name too many")
            + refusal(foi("audit", file, "--attacker", "me"), "--attacker", "not one of")
            + refusal(foi("audit", folder / "none"), folder / "none", ""))


if __name__ == "__main__":
    run_tests(sys.modules[__name__])
