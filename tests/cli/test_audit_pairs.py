#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables from which a reader works out a figure, each beside a near twin: `foi audit CASE`.

What differs between the two must not hide it, or must."""

import json
import sys

from cli import equal, expect, foi, run_tests
from test_audit_case import RULE, SHARE, check, make_case, make_table, said

HIDDEN = [("refs", "A", "n", 3, "primary")]
SAFE = ("0", None, "0 or more")
FROM_RATE = ("3", "3", "from the percentage or rate beside it")
WORDS = {"name": "share", "title": "Share", "type": "string"}


def check_rate(folder, rows, wanted, share=SHARE):
    table = make_table("refs", ["n", "of", share], rows, **{"foi:rule": RULE})
    return check(make_case(folder, [table], HIDDEN), 1 if wanted[1] else 0, A_n=wanted)


RATES = [["A", "[c]", 48, "6.3"], ["B", 20, 50, "40.0"], ["C", 30, 60, "50.0"],
         ["D", 11, 33, "33.3"]]


def test_rate_of_nothing(folder):
    """A row of 0 out of 0 says nothing of the other rows."""
    return (check_rate(folder, RATES, FROM_RATE)
            + check_rate(folder, RATES + [["E", 0, 0, "0.0"]], FROM_RATE))


def test_rate_with_a_slip(folder):
    """One figure that is cut off, or wrong, hides no rate; that most are wrong does."""
    cut_off = RATES[:3] + [["D", 20, 30, "66.6"]]
    wrong = RATES + [["E", 4, 16, "25.0"], ["F", 30, 40, "57.0"]]
    none = [["A", "[c]", 48, "6.3"], ["B", 20, 50, "41.0"], ["C", 30, 60, "53.0"],
            ["D", 11, 33, "39.3"]]
    return (check_rate(folder, cut_off, FROM_RATE) + check_rate(folder, wrong, FROM_RATE)
            + check_rate(folder, none, SAFE))


def test_rate_of_slips_alone(folder):
    """The one figure that is not as it was reckoned is still within a digit of it."""
    rows = [["A", "[c]", 45, "6.6"]] + RATES[1:]
    return check_rate(folder, rows, FROM_RATE)


def test_rate_in_words(folder):
    """Percentages that were kept as text are percentages where every cell is one."""
    rows = [[*row[:3], row[3] + "%"] for row in RATES]
    whole = rows[:2] + [["C", 30, 60, "50 %"], ["D", 11, 33, ""]]
    mixed = rows[:3] + [["D", 11, 33, "a third"]]
    return (check_rate(folder, rows, FROM_RATE, WORDS) + check_rate(folder, whole, FROM_RATE, WORDS)
            + check_rate(folder, mixed, SAFE, WORDS))


COLUMN_TOTAL = {"field": "all", "of": ["x", "y"]}
LEFT_OUT = {"name": "y", "title": "Y", "type": "integer", "foi:role": "measure",
            "foi:left-out": True}


def make_left_out(name, shown, **more):
    """20 + 3 = 23, 30 + 7 = 37, 9 + 2 = 11; the middle column is left out of the letter."""
    rows = [["A", 20, 3, 23, shown], ["B", 30, 7, 37, 55], ["C", 9, 2, 11, 66]]
    return make_table(name, ["x", LEFT_OUT, "all", "w"], rows, [COLUMN_TOTAL],
                      **{"foi:rule": RULE}, **more)


def test_left_out_alone(folder):
    """A column that is left out follows from its total, whether or not anything is suppressed."""
    wanted = {"A_y": ("3", "3", "the total 23 less the other figure (23 − 20 = 3)"),
              "C_y": ("2", "2", "")}
    complaints = check(make_case(folder, [make_left_out("refs", 44)]), 1, **wanted)
    complaints += check(make_case(folder, [make_left_out("refs", "[c]")],
                                  [("refs", "A", "w", 44, "secondary")]), 1, **wanted)
    table = make_left_out("refs", 44)
    for row in table["data"][1:]:
        row[3] += 50
    table["foi:totals"] = []
    return complaints + said(make_case(folder, [table]), 0)[0]


def test_same_as_left_out(folder):
    """What another table leaves out, and its total shows, is a figure of this one; or of a third."""
    same = {"foi:same": [[{"table": "refs", "row": {"area": "A"}, "field": "n"},
                          {"table": "more", "row": {"area": "A"}, "field": "y"}]]}
    table = make_table("refs", ["n"], [["A", "[c]"], ["B", 18]], **{"foi:rule": RULE}, **same)
    complaints = []
    for shown in (44, "[c]"):
        other = make_left_out("more", shown)
        del other["foi:rule"]
        hidden = HIDDEN + [("more", "A", "w", 44, "secondary")] * (shown == "[c]")
        complaints += check(make_case(folder, [table, other], hidden), 1, A_n=("3", "3", ""))
    third = make_table("third", ["n"], [["A", 3], ["B", 18]], **{
        "foi:same": [[{"table": "third", "row": {"area": "A"}, "field": "n"},
                      {"table": "more", "row": {"area": "A"}, "field": "y"}]]})
    other["foi:totals"] = []
    for row in other["data"][1:]:
        row[3] += 50
    complaints += check(make_case(folder, [table, other, third], hidden), 1, A_n=("3", "3", ""))
    return complaints + check(make_case(folder, [table, other], hidden), 0, A_n=SAFE)


def make_marks(total, threshold=5):
    """Two marks beside 20, as a table that came to us has them."""
    return make_table("refs", ["n"], [["A", "[c]"], ["B", "[c]"], ["C", 20], ["Total", total]],
                      [{"row": {"area": "Total"}, "of": [{"area": a} for a in "ABC"]}],
                      **{"foi:rule": {"threshold": threshold}} if threshold else {})


def test_unknown_numbers(folder):
    """What came to us as a mark has to be able to be any small number, known here or not."""
    known = [("refs", "A", "n", 1, "primary"), ("refs", "B", "n", 1, "primary")]
    complaints = []
    for hidden in ((), known):
        complaints += check(make_case(folder, [make_marks(22)], hidden), 1,
                            A_n=("0", "2", "between 0 and 2"), B_n=("0", "2", "between 0 and 2"))
    complaints += check(make_case(folder, [make_marks(26)]), 0, A_n=("0", "6", "between 0 and 6"))
    # 4 and 5, or 5 and 4; the same if one of them was marked for another reason: 0 to 9.
    complaints += check(make_case(folder, [make_marks(29)]), 1, A_n=("4", "5", ""))
    # Not all of them can be small; a reader sees that, and no more.
    complaints += check(make_case(folder, [make_marks(60)]), 0, A_n=("0", "40", ""))
    return complaints + check(make_case(folder, [make_marks(22, 0)]), 0, A_n=("0", "2", ""))


FOR_35 = ("3", "3", "the total 35 less the other 2 figures (35 − 20 − 12 = 3)")
SOUTH = [("refs", "South", "n", 3, "primary")]
AREAS = [["North", 20], ["South", "[c]"], ["East", 12]]


def test_total_with_a_blank(folder):
    """A blank among the figures does not hide that a sentence gives their sum."""
    complaints = []
    for more in ([], [["West", ""]], [["West", "[z]"]]):
        table = make_table("refs", ["n"], AREAS + more, **{"foi:rule": RULE})
        table["schema"]["fields"][1]["title"] = "Calls"
        complaints += check(make_case(folder, [table], SOUTH, "In all there were 35 calls."), 1,
                            South_n=("3", "3", "question 1 says the total"))
    table["data"][-1][1] = "[x]"
    return complaints + check(make_case(folder, [table], SOUTH, "In all there were 35 calls."), 0,
                              South_n=SAFE)


def check_row(folder, rows, wanted, columns=("n",), hidden=(), **more):
    table = make_table("refs", list(columns), rows, **{"foi:rule": RULE}, **more)
    return check(make_case(folder, [table], SOUTH + list(hidden)), 1 if wanted[1] else 0,
                 South_n=wanted)


def test_row_called_total(folder):
    """A row that is called a total and adds up is one, whether or not it is declared."""
    total = {"row": {"area": "Total"}, "of": [{"area": a} for a in ("North", "South", "East")]}
    rows = AREAS + [["Total", 35]]
    complaints = check_row(folder, rows, FOR_35, **{"totals": [total]})
    for rows in (rows, AREAS + [["All areas in total", 35]], [["Total", 35]] + AREAS,
                 AREAS + [["Total", 35], ["West", 4], ["East again", 6], ["Total of these", 10]],
                 AREAS + [["Total of three", 35], ["West", 4], ["Grand total", 39]]):
        complaints += check_row(folder, rows, FOR_35)
    return complaints + check_row(folder, AREAS + [["Total", 47]], SAFE)


def test_row_that_is_a_sum(folder):
    """A row of another name is a total where it is the sum of all others, or of those above it."""
    complaints = check_row(folder, AREAS + [["West", 8], ["England", 43]],
                           ("3", "3", "(43 − 20 − 12 − 8 = 3)"))
    both = [["North", 20, 7], ["South", "[c]", 9], ["East", 12, 11]]
    complaints += check_row(folder, both + [["England", 35, 27]], FOR_35, ["n", "k"])
    complaints += check_row(folder, both + [["England", 44, 29]], SAFE, ["n", "k"])
    return complaints + check_row(folder, AREAS + [["West", 36], ["Wales", 7]], SAFE)


def test_column_that_is_a_sum(folder):
    """A column that is called a total is that of those before it, whatever else is in the table."""
    rows = [["A", 20, "[c]", 23], ["B", 10, 7, 17], ["C", 9, 12, 21]]
    mean = {"name": "w", "title": "W", "type": "number", "foi:decimals": 1, "foi:role": "measure"}
    hidden = [("refs", "A", "y", 3, "primary")]
    complaints = []
    for columns, more in ((["x", "y", "all"], []), (["x", "y", "all", "w"], [4]),
                          (["x", "y", "all", mean], ["4.5"])):
        table = make_table("refs", columns, [row + more for row in rows], **{"foi:rule": RULE})
        complaints += check(make_case(folder, [table], hidden), 1, A_y=("3", "3", "(23 − 20 = 3)"))
    # Whether all of them are in the letter, or not.
    table = make_left_out("refs", 44)
    table["foi:totals"] = []
    complaints += check(make_case(folder, [table]), 1, A_y=("3", "3", "(23 − 20 = 3)"))
    # Called something else it needs more figures, for it could be so by chance.
    table = make_table("refs", ["x", "y", "z", "w"], [row + [44] for row in rows[:2]],
                       **{"foi:rule": RULE})
    return complaints + check(make_case(folder, [table], hidden), 0, A_y=SAFE)


def test_total_of_unknown(folder):
    """What came to us as a mark is in a total all the same, where that could be."""
    rows = AREAS + [["Total", 35]]
    table = make_table("refs", ["n"], rows, **{"foi:rule": RULE})
    complaints = check(make_case(folder, [table]), 1, South_n=FOR_35)
    rows[3][1] = 30
    return complaints + check(make_case(folder, [table]), 0, South_n=SAFE)


def test_total_of_one_key(folder):
    """Of two keys "All" of one is the total of the rows that have the other."""
    rows = [["North", "boys", 20], ["South", "boys", "[c]"], ["North", "girls", 12],
            ["South", "girls", 7], ["North", "All", 32], ["South", "All", 10]]
    complaints = []
    for number, status in ((10, 1), (27, 0)):
        rows[5][2] = number
        table = make_table("refs", [{"name": "sex", "title": "Sex", "type": "string",
                                     "foi:role": "category"}, "n"], rows, **{"foi:rule": RULE})
        table["schema"]["primaryKey"] = ["area", "sex"]
        del table["schema"]["fields"][0]["constraints"]
        file = make_case(folder, [table])
        case = json.loads(file.read_text())
        case["foi:case"]["withheld"] = [{"table": "refs", "row": {"area": "South", "sex": "boys"},
                                         "field": "n", "value": 3, "by": "primary"}]
        file.write_text(json.dumps(case))
        complaints += said(file, status)[0]
    return complaints


def test_protect_below_a_total(folder):
    """Whoever protects a table with an undeclared total gets a second gap."""
    complaints = []
    for totals in ([], [{"row": {"area": "Total"},
                         "of": [{"area": a} for a in ("North", "South", "East")]}]):
        table = make_table("refs", ["n"], [["North", 20], ["South", 3], ["East", 12],
                                           ["Total", 35]], totals)
        file = make_case(folder, [table])
        complaints += expect(foi("protect", file, "--table", "refs", "--threshold", "5"), 0)
        complaints += expect(foi("audit", file), 0)
        shown = [row[1] for row in json.loads(file.read_text())["resources"][0]["data"][1:]]
        complaints += equal("gaps", sum(value == "[c]" for value in shown), 2)
    return complaints

POSTS = {"name": "posts", "title": "Posts (FTE)", "type": "number", "foi:decimals": 1,
         "foi:role": "measure"}


def make_posts(rows, column=POSTS, **more):
    total = {"row": {"area": "Total"}, "of": [{"area": row[0]} for row in rows[:-1]]}
    return make_table("refs", [column], rows, [total], **{"foi:rule": RULE, **more})


def test_threshold_of_posts(folder):
    """A rule means as many posts in a column with decimals as it means people without: 0.4 is as
    small as 5.0 is."""
    hidden = [("refs", "A", "posts", "1.0", "primary"), ("refs", "B", "posts", "1.5", "primary")]
    rows = [["A", "[c]"], ["B", "[c]"], ["C", "20.0"], ["Total", "22.5"]]
    complaints = check(make_case(folder, [make_posts(rows)], hidden), 1,
                       A_posts=("0.0", "2.5", "between 0.0 and 2.5"), B_posts=("0.0", "2.5", ""))
    # The same of people: 1 and 1 of 22.
    people = dict(POSTS, type="integer")
    del people["foi:decimals"]
    whole = [["A", "[c]"], ["B", "[c]"], ["C", 20], ["Total", 22]]
    complaints += check(make_case(folder, [make_posts(whole, people)],
                                  [(t, a, f, 1, by) for t, a, f, _v, by in hidden]), 1,
                        A_posts=("0", "2", ""))
    # What came to us as "fewer than 6" and could be anything below.
    rows[3][1] = "25.1"
    complaints += check(make_case(folder, [make_posts(rows)]), 0, A_posts=("0.0", "5.1", ""))
    rows[3][1] = "24.9"
    complaints += check(make_case(folder, [make_posts(rows)]), 1, A_posts=("0.0", "4.9", ""))
    # What is withheld with others beside a large number is safe, and so is a large one.
    hidden = [("refs", "A", "posts", "0.4", "primary"), ("refs", "B", "posts", "9.6", "secondary")]
    rows[3][1] = "30.0"
    return complaints + check(make_case(folder, [make_posts(rows)], hidden), 0,
                              A_posts=("0.0", "10.0", ""))


def test_part_of_one_post(folder):
    """Who is the only one behind 0.6 of a post knows it, as one person among people does."""
    complaints = []
    for own, status in (("0.6", 1), ("1.0", 1), ("1.1", 0)):
        rest = f"{5.1 - float(own):.1f}"
        rows = [["A", "[c]"], ["B", "[c]"], ["Total", "5.1"]]
        hidden = [("refs", "A", "posts", own, "primary"),
                  ("refs", "B", "posts", rest, "primary")]
        complaints += check(make_case(folder, [make_posts(rows)], hidden), status, B_posts=(
            (rest, rest, "one of these figures is himself") if status else ("0.0", "5.1", "")))
    return complaints


def test_bounds_of_posts(folder):
    """What came as "<5" is anything between 0 and 5 where there are decimals, 1 to 4 else."""
    complaints = []
    for total, lower, status in (("9.5", "4.6", 1), ("5.0", "0.1", 0)):
        table = make_posts([["A", "[c]"], ["B", "[c]"], ["Total", total]], **{
            "foi:rule": {"threshold": 4},
            "foi:notes": [{"row": {"area": a}, "field": "posts", "bounds": {"from": 1, "to": 4}}
                          for a in "AB"]})
        complaints += check(make_case(folder, [table]), status, A_posts=(lower, "4.9", ""))
    return complaints


def protect_posts(folder, rows, column, *options):
    file = make_case(folder, [make_table("refs", [column], rows)])
    outcome = foi("protect", file, "--table", "refs", "--threshold", "5", "--format", "json",
                  *options)
    complaints = expect(outcome, 0)
    cells = outcome.json()
    return (complaints + expect(foi("audit", file), 0),
            "".join(c["row"] for c in cells["primary"]), json.loads(file.read_text()))


def test_protect_posts(folder):
    """What is above 0 and not above 5 is withheld; of means nothing is for being small."""
    rows = [["A", "20.5"], ["B", "0.4"], ["C", "2.0"], ["D", "5.0"], ["E", "5.1"], ["F", "0.0"]]
    complaints, marked, case = protect_posts(folder, rows, POSTS)
    complaints += equal("posts", marked, "BCD")
    complaints += equal("shown", [row[1] for row in case["resources"][0]["data"][1:]],
                        ["20.5", "[c]", "[c]", "[c]", "5.1", "0.0"])
    for options, wanted in ((["--dry-run"], "BCD"), (["--zero"], "BCDF")):
        more, marked, _case = protect_posts(folder, rows, POSTS, *options)
        complaints += more + equal(f"{options}", marked, wanted)
    more, marked, _case = protect_posts(folder, rows, dict(POSTS, title="Average days"))
    return complaints + more + equal("means", marked, "")


def test_protect_means(folder):
    """A column that is one other by another counts nothing, whatever it is called."""
    rate = dict(POSTS, title="Days", name="days")
    rows = [["A", 20, 90, "4.5"], ["B", 30, 45, "1.5"], ["C", 40, 90, "2.3"], ["D", 50, 60, "1.2"]]
    complaints = []
    for rows, wanted in ((rows, []), ([row[:3] + [f"{i + 1}.4"] for i, row in enumerate(rows)],
                                      ["A", "B", "C", "D"])):
        file = make_case(folder, [make_table("refs", ["n", "of", rate], rows)])
        outcome = foi("protect", file, "--table", "refs", "--threshold", "5", "--format", "json")
        complaints += expect(outcome, 0)
        complaints += equal("primary", [c["row"] for c in outcome.json()["primary"]], wanted)
    return complaints

def issue(*tables, text=""):
    """A letter of before, with tables and a sentence."""
    spans = [{"text": text}] if text else []
    return [{"letter": "response", "date": "2024-11-01", "tables": list(tables),
             "tree": {"format": "uk-foi-letter", "version": 1, "tables": list(tables),
                      "blocks": [{"kind": "paragraph", "id": "p", "spans": spans}]}}]


def check_issued(folder, now, before, hidden, wanted, text="", columns=("n",)):
    rule = {"foi:rule": {"threshold": 9}}
    name, (lower, upper, how) = wanted
    table = make_table("refs", list(columns), now, **rule)
    earlier = [make_table("refs", list(columns), before)] if before else []
    return check(make_case(folder, [table], hidden, issued=issue(*earlier, text=text)),
                 0 if (lower, upper) == ("0", None) else 1, **{name: (lower, upper, how)})


BEFORE = [["North", 3], ["West", 4], ["South", 20]]
PARTS = "an earlier letter showed what it is made of: 3 and 4"


def test_combined_since(folder):
    """Who has the letter of before adds up the rows that are one now, whatever that is called."""
    complaints = []
    for name, before, known in (
            ("North and West", BEFORE, True), ("North & West", BEFORE, True),
            ("Elsewhere", BEFORE, True), ("North", BEFORE, True),
            ("North and West", [["North", "[c]"], ["West", 4], ["South", 20], ["Total", 27]], True),
            ("North and West", [["North", "[c]"], ["West", 4], ["South", 20]], False),
            ("North and West", [["North", 3], ["West", 6], ["South", 20]], False),
            ("Elsewhere", [["North", 3], ["West", 6], ["South", 20]], False),
            ("Elsewhere", [["Elsewhere", "[c]"], ["South", 20]], False)):
        lower = "4" if before[0][1] == "[c]" and before[0][0] == "North" else "0"
        wanted = ("7", "7", PARTS if before is BEFORE else "") if known else (lower, None, "")
        complaints += [f"{name} {before}: {words}" for words in check_issued(
            folder, [[name, "[c]"], ["South", 20]], before, [("refs", name, "n", 7, "primary")],
            (f"{name}_n", wanted))]
    return complaints


def test_names_written_otherwise_before(folder):
    """A letter of before may have other names of the same rows, single or together now."""
    school = "Oakfield Primary School"
    complaints = []
    for name, known in (("Oakfield P.S.", True), ("OAKFIELD PRIMARY", True), ("Oakfield", True),
                        ("Denton Primary School", False)):
        complaints += check_issued(
            folder, [[school, "[c]"], ["South", 20]], [[name, 3], ["West", 50]],
            [("refs", school, "n", 3, "primary")],
            (f"{school}_n", ("3", "3", "an earlier letter showed it") if known else
             ("0", None, "")))
    for now, known in (("Oakfield and Brookside", True), ("Oakfield & Brookside", True),
                       ("OAKFIELD P.S., BROOKSIDE P.S.", True), ("Denton and Brookside", False)):
        complaints += check_issued(
            folder, [[now, "[c]"], ["South", 20]],
            [[school, 3], ["Brookside Primary School", 4], ["Nursery", 9], ["West", 50]],
            [("refs", now, "n", 7, "primary")],
            (f"{now}_n", ("7", "7", PARTS) if known else ("0", None, "")))
    return complaints


def test_years_combined_since(folder):
    """Years that are one run now, and two runs at once."""
    before = [[f"20{y}/{y + 1}", n] for y, n in zip(range(15, 20), (2, 1, 4, 30, 41))]
    complaints = check_issued(folder, [["2015/16 to 2017/18", "[c]"], *before[3:]], before,
                              [("refs", "2015/16 to 2017/18", "n", 7, "primary")],
                              ("2015/16 to 2017/18_n", ("7", "7", "made of: 2, 1 and 4")))
    runs = [["2015/16 and 2016/17", "[c]"], ["2017/18", 4], ["2018/19 and 2019/20", 71]]
    return complaints + check_issued(folder, runs, before,
                                     [("refs", "2015/16 and 2016/17", "n", 3, "primary")],
                                     ("2015/16 and 2016/17_n", ("3", "3", "made of: 2 and 1")))


def test_columns_combined_since(folder):
    """Columns that are one now were two; and a table of before had another name."""
    table = make_table("refs", ["pupils", "staff"], [["A", "[c]", 20], ["B", 40, 12]],
                       **{"foi:rule": {"threshold": 9}})
    before = make_table("refs", ["boys", "girls", "staff"], [["A", 3, 4, 20], ["B", 21, 19, 12]])
    hidden = [("refs", "A", "pupils", 7, "primary")]
    complaints = check(make_case(folder, [table], hidden, issued=issue(before)), 1,
                       A_pupils=("7", "7", PARTS))
    before["data"][1][1] = "[c]"
    complaints += check(make_case(folder, [table], hidden, issued=issue(before)), 1,
                        A_pupils=("4", None, ""))
    other = make_table("numbers", ["pupils"], [["A", 7], ["B", 40]])
    complaints += check(make_case(folder, [table], hidden, issued=issue(other)), 1,
                        A_pupils=("7", "7", "an earlier letter showed it"))
    other["data"][1][1] = 8
    return complaints + check(make_case(folder, [table], hidden, issued=issue(other)), 0,
                              A_pupils=("0", None, ""))


def test_earlier_sentence(folder):
    """What a letter of before said is known, whether or not the answer still says so."""
    hidden = [("refs", "Avon", "referrals", 3, "primary")]
    rows = [["Avon", "[c]"], ["Bath", 18]]
    complaints = []
    for text, known in (("There were 3 referrals in Avon.", "an earlier letter showed it"),
                        ("There were 21 referrals.", "from what an earlier letter showed"),
                        ("There were 21 schools.", ""), ("There were 4 referrals in Avon.", "")):
        complaints += check_issued(
            folder, rows, [], hidden,
            ("Avon_referrals", ("3", "3", known) if known else ("0", None, "")), text,
            ["referrals"])
    return complaints


def test_same_letter_again(folder):
    """A letter that showed no more than this one tells nothing, and a corrected figure misleads."""
    hidden = [("refs", "North", "n", 3, "primary")]
    complaints = []
    for before in ([["North", "[c]"], ["South", 20]], [["North", "[c]"], ["South", 21]],
                   [["North", 5], ["South", 20]]):
        complaints += check_issued(folder, [["North", "[c]"], ["South", 20]], before, hidden,
                                   ("North_n", ("0", None, "")))
    return complaints

def total_of(*areas):
    return {"row": {"area": "Total"}, "of": [{"area": a} for a in areas]}


def test_total_that_is_wrong(folder):
    """A declared total that does not hold protects nothing: who believes it comes near."""
    complaints = []
    for shown, wanted in ((35, FOR_35), (36, ("0", None, "Not proven: the total in Total, N is 36, "
                                              "and its parts come to 35"))):
        table = make_table("refs", ["n"], AREAS + [["Total", shown]],
                           [total_of("North", "South", "East")], **{"foi:rule": RULE})
        complaints += check(make_case(folder, [table], SOUTH), 1, South_n=wanted)
    rows = [["A", 20, "[c]", 24], ["B", 30, 7, 37]]
    table = make_table("refs", ["x", "y", "all"], rows, [COLUMN_TOTAL], **{"foi:rule": RULE})
    return complaints + check(make_case(folder, [table], [("refs", "A", "y", 3, "primary")]), 1,
                              A_y=("0", None, "the total in A, All is 24, and its parts come to 23"))


def test_total_that_is_a_mean(folder):
    """A total row has no sum of means; and one that is left blank says nothing."""
    days = {"name": "days", "title": "Average days", "type": "number", "foi:decimals": 1,
            "foi:role": "measure"}
    hidden = [("refs", "South", "n", 3, "primary"), ("refs", "North", "n", 20, "secondary"),
              ("refs", "South", "days", "4.5", "secondary")]
    complaints = []
    for title in ("Average days", "Days"):
        table = make_table("refs", ["n", dict(days, title=title)],
                           [["North", "[c]", "9.5"], ["South", "[c]", "[c]"], ["East", 12, "7.1"],
                            ["Total", 35, "8.4"]],
                           [total_of("North", "South", "East")], **{"foi:rule": RULE})
        complaints += check(make_case(folder, [table], hidden), 0, South_days=("0.0", None, ""))
    # What would be withheld with others is not asked about, but nothing protects a wrong total.
    for shown, status in (("21.1", 0), ("21.2", 1)):
        table["data"][4][2] = shown
        complaints += check(make_case(folder, [table], hidden), status)
    table["data"][4][2] = ""
    return complaints + check(make_case(folder, [table], hidden), 0)


def test_not_the_same(folder):
    """Figures that are said to be the same in two tables, and are not."""
    table = make_table("refs", ["n"], [["A", "[c]"], ["B", 18]], **{"foi:rule": RULE, "foi:same": [
        [{"table": t, "row": {"area": "A"}, "field": "n"} for t in ("refs", "more")]]})
    complaints = []
    for shown, wanted in ((3, ("3", "3", "")), (4, ("0", None, "said to be the same figure"))):
        more = make_table("more", ["n"], [["A", shown], ["C", 30], ["D", 12]])
        complaints += check(make_case(folder, [table, more], [("refs", "A", "n", 3, "primary")]),
                            1, A_n=wanted)
    return complaints


def make_contradicted(everything):
    """A and B come to 3 by the total below them, and A is @everything less 9 by the one beside."""
    return make_table("refs", ["n", "k", "all"],
                      [["A", "[c]", 9, everything], ["B", "[c]", 20, ""], ["C", 18, 7, 25],
                       ["Total", 21, 36, ""]],
                      [total_of("A", "B", "C"), {"field": "all", "of": ["n", "k"]}],
                      **{"foi:rule": RULE})


def test_beside_a_contradiction(folder):
    """What contradicts the rest is named, and hides nothing of the rest: not in its own table."""
    complaints = check(make_case(folder, [make_contradicted(11)]), 1, A_n=("2", "2", ""),
                       B_n=("1", "1", ""))
    wrong = "the total in A, All cannot be what its parts come to"
    # 8 less 9 is below 0, and 15 less 9 is more than 3.
    for everything in (8, 15):
        complaints += check(make_case(folder, [make_contradicted(everything)]), 1,
                            A_n=("0", "3", f"Not proven: {wrong}"), B_n=("0", "3", ""))
    return complaints


def test_contradiction_everywhere(folder):
    """Checks, packs and protecting name it as well, and go on with all other tables."""
    other = make_table("more", ["n"], [["North", 20], ["South", "[c]"], ["Total", 22]],
                       [{"row": {"area": "Total"}, "of": [{"area": "North"}, {"area": "South"}]}],
                       **{"foi:rule": RULE})
    wrong = "the total in A, All cannot be what its parts come to"
    hidden = [("more", "South", "n", 2, "primary")]
    file = make_case(folder, [make_contradicted(8), other], hidden, "{{table:more}}")
    complaints = []
    for outcome in (foi("check", file), foi("export", file, "--to", "pack", "--for", "send", "-o",
                                            folder / "out")):
        said_all = outcome.out + outcome.err
        for words in (wrong, "South, N is 2: the total 22 less 20"):
            if words not in said_all:
                complaints.append(f"{words!r} is not in {said_all}")
    if (folder / "out").exists():
        complaints.append("a pack was written")
    outcome = foi("protect", file, "--table", "refs", "--threshold", "5", "--format", "json")
    complaints += expect(outcome, 1)
    if wrong not in outcome.json()["advice"] or outcome.json()["written"]:
        complaints.append(f"advice: {outcome.json()['advice']}")
    complaints += expect(foi("protect", file, "--table", "more", "--threshold", "5"), 0)
    complaints += equal("the other", json.loads(file.read_text())["resources"][1]["data"][1:],
                        [["North", "[c]"], ["South", "[c]"], ["Total", 22]])
    return complaints

CHANGE = {"name": "change", "title": "Change on last year, %", "type": "number",
          "foi:unit": "%", "foi:decimals": 1, "foi:role": "measure"}


def test_change_in_per_cent(folder):
    """By how many per cent a figure is more than the one of the year before, or of the column
    before, tells the one of the other."""
    years = [["2020", 48, ""], ["2021", 60, "25.0"], ["2022", 45, "-25.0"], ["2023", "[c]", "-93.3"],
             ["2024", 8, "166.7"]]
    words = {"name": "change", "title": "Change", "type": "string"}
    hidden = [("refs", "2023", "n", 3, "primary")]
    complaints = []
    for column, rows, known in (
            (CHANGE, years, True),
            (CHANGE, [*years[::-1]], True),
            (words, [[y, n, c and c.replace("-", "−") + "%" or "n/a"] for y, n, c in years], True),
            (CHANGE, [[y, n, c and f"{float(c) + 7:.1f}"] for y, n, c in years], False)):
        table = make_table("refs", ["n", column], rows, **{"foi:rule": RULE})
        complaints += [f"{rows}: {words}" for words in check(
            make_case(folder, [table], hidden), 1 if known else 0,
            **{"2023_n": FROM_RATE if known else SAFE})]
    two = [["A", 40, "[c]", "-92.5"], ["B", 20, 25, "25.0"], ["C", 50, 50, "0.0"],
           ["D", 30, 33, "10.0"]]
    hidden = [("refs", "A", "now", 3, "primary")]
    for rows, known in ((two, True), ([[*row[:3], f"{float(row[3]) / 3 + 5:.1f}"] for row in two],
                                      False)):
        table = make_table("refs", ["before", "now", CHANGE], rows, **{"foi:rule": RULE})
        complaints += check(make_case(folder, [table], hidden), 1 if known else 0,
                            A_now=FROM_RATE if known else SAFE)
    return complaints

def test_seen_beside_a_total(folder):
    """A total row has no change, and shares may be of a total that nothing calls one."""
    rows = [["2021", 40, ""], ["2022", 52, 12], ["2023", "[c]", -49], ["2024", 30, 27]]
    hidden = [("refs", "2023", "n", 3, "primary"), ("refs", "Total", "n", 125, "secondary")]
    complaints = []
    for more in ([], [["Total", "[c]", ""]], [["Total", "[c]", "[z]"]]):
        table = make_table("refs", ["n", "change"], rows + more, **{"foi:rule": RULE})
        complaints += check(make_case(folder, [table], hidden[:1 + len(more)]), 1,
                            **{"2023_n": ("3", "3", "")})
    parts = [["North", 20, "36.4"], ["South", "[c]", "5.5"], ["East", 32, "58.2"],
             ["England", "[c]", "100.0"]]
    for last, status in ((parts[3], 1), (["England", "[c]", "93.7"], 0)):
        table = make_table("refs", ["n", SHARE], parts[:3] + [last], **{"foi:rule": RULE})
        complaints += check(make_case(folder, [table],
                                      SOUTH + [("refs", "England", "n", 55, "secondary")]), status,
                            South_n=("3", "3", "") if status else ("0", None, ""))
    return complaints


def test_rate_of_posts(folder):
    """A rate of posts with a decimal is one of people all the same."""
    rows = [["A", "[c]", 48, "6.3"], ["B", "20.5", 50, "41.0"], ["C", "30.3", 60, "50.5"],
            ["D", "11.0", 33, "33.3"]]
    complaints = []
    for more, wanted in (([], FROM_RATE), ([["E", "8.0", 32, "61.0"], ["F", "5.5", 20, "12.5"]],
                                           None)):
        table = make_table("refs", [POSTS, "of", SHARE], rows + more, **{"foi:rule": RULE})
        file = make_case(folder, [table], [("refs", "A", "posts", "3.0", "primary")])
        complaints += check(file, 1, A_posts=("3.0", "3.0", "")) if wanted else check(
            file, 0, A_posts=("0.0", None, ""))
    return complaints


if __name__ == "__main__":
    run_tests(sys.modules[__name__])
