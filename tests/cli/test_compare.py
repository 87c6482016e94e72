#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""In what two files of one case differ, in the words of those who look for it."""

import copy
import json
import sys

from cli import EXAMPLE, equal, expect, foi, refusal, run_tests


def change(folder, how):
    """What `foi compare` says of the example and of what @how made of it."""
    with open(EXAMPLE, encoding="utf-8") as file:
        case = json.load(file)
    changed = copy.deepcopy(case)
    how(changed)
    path = folder / "other.foi.json"
    path.write_text(json.dumps(changed, ensure_ascii=False), encoding="utf-8")
    outcome = foi("compare", EXAMPLE, path, "--format", "json")
    back = foi("compare", path, EXAMPLE, "--format", "json")
    found = [(d["words"], d["first"], d["second"]) for d in outcome.json()["differences"]]
    mirrored = [(d["words"], d["second"], d["first"]) for d in back.json()["differences"]]
    assert sorted(map(str, found)) == sorted(map(str, mirrored)), (found, mirrored)
    assert outcome.status == (1 if found else 0), outcome.status
    return found


def question(case, number):
    return next(q for q in case["foi:case"]["questions"] if q["number"] == str(number))


def table(case, place=0):
    return case["resources"][place]


def test_same(folder):
    """A case does not differ from itself, however its file was written and by whom"""
    def rewrite(case):
        case["foi:case"]["_rev"] = "0123456789abcdef"
        case["created"] = "2001-01-01T00:00:00Z"

    yield from equal("nothing", change(folder, rewrite), [])
    yield from expect(foi("compare", EXAMPLE, EXAMPLE), 0, "say the same", "")


def test_texts(folder):
    """Texts differ where officers look for them"""
    for words, how, second in (
            ("Reference", lambda c: c.update(id="FOI1"), "FOI1"),
            ("Title", lambda c: c.update(title="Calls"), "Calls"),
            ("Request · Text", lambda c: c["foi:case"]["request"].update(text="?"), "?"),
            ("Request · Received",
             lambda c: c["foi:case"]["request"].update(received="2024-10-29"),
             "29 October 2024"),
            ("Question 3 · Text", lambda c: question(c, 3).update(text="Why?"), "Why?"),
            ("Question 3 · Answer", lambda c: question(c, 3).update(answer="So."), "So."),
            ("Question 2 · Owner", lambda c: question(c, 2).update(owner="Jo"), "Jo"),
            ("Question 2 · Held", lambda c: question(c, 2).update(held="no"), "No"),
            ("Question 2 · Outcome", lambda c: question(c, 2).update(outcome="not-held"),
             "Not held"),
            ("Question 2 · Approval", lambda c: question(c, 2).update(
                approved={"by": "Ann", "date": "2024-11-26"}), "Ann · 26 November 2024")):
        found = change(folder, how)
        yield from equal(words, [(told, value) for told, _, value in found], [(words, second)])


def test_lists(folder):
    """What came, went and moved is told once, whatever stands around it"""
    def drop(case):
        del case["foi:case"]["questions"][1]

    def swap(case):
        questions = case["foi:case"]["questions"]
        questions[0], questions[1] = questions[1], questions[0]

    def happen(case):
        case["foi:case"].setdefault("events", []).insert(
            0, {"type": "acknowledged", "date": "2024-10-31"})

    found = change(folder, drop)
    yield from equal("a question", [(words, second) for words, _, second in found],
                     [("Question 2", None)])
    (words, first, second), = change(folder, swap)
    yield from equal("order", (words, first.split(", ")[:2], second.split(", ")[:2]),
                     ("Questions · Order", ["Question 1", "Question 2"],
                      ["Question 2", "Question 1"]))
    (words, first, second), = change(folder, happen)
    yield from equal("an event", (words, first), ("What happened · Acknowledged", None))
    yield from equal("its day", "31 October 2024" in second, True)


def test_figures(folder):
    """A figure differs by its row and its column, whatever rows stand before it"""
    with open(EXAMPLE, encoding="utf-8") as file:
        resource = table(json.load(file))
    fields = resource["schema"]["fields"]
    title = resource["title"]
    key = [field["name"] for field in fields].index(resource["schema"]["primaryKey"][0]
                                                   if isinstance(resource["schema"]["primaryKey"],
                                                                 list)
                                                   else resource["schema"]["primaryKey"])
    column = next(i for i, field in enumerate(fields)
                  if field["type"] == "integer" and i != key)
    name = fields[column].get("title", fields[column]["name"])
    row = 2
    value = resource["data"][row][column]

    def figure(case):
        table(case)["data"][row][column] = 987654

    def leave(case):
        del table(case)["data"][1]

    def both(case):
        figure(case)
        leave(case)

    def drop(case):
        gone = case["resources"].pop()
        for each in case["foi:case"]["questions"]:
            each["tables"] = [one for one in each.get("tables", []) if one != gone["name"]]

    where = f"Table “{title}” · {resource['data'][row][key]} · {name}"
    yield from equal("a figure", change(folder, figure),
                     [(where, f"{value:,}" if isinstance(value, int) else value, "987,654")])
    (words, first, second), = change(folder, leave)
    yield from equal("a row", (words, second),
                     (f"Table “{title}” · {resource['data'][1][key]}", None))
    yield from equal("what was in it", str(resource["data"][1][key]) in first, True)
    yield from equal("both", [words for words, _, _ in change(folder, both)],
                     [words, where])
    gone = [told for told in change(folder, drop) if told[0].startswith("Table “")]
    yield from equal("a table", [(second, "row" in first) for _, first, second in gone],
                     [(None, True)])


def test_refusals(folder):
    """What is no case is not compared"""
    broken = folder / "broken.foi.json"
    broken.write_text("[]")
    yield from refusal(foi("compare", EXAMPLE), "compare", "two cases")
    yield from expect(foi("compare", EXAMPLE, broken), 2, "", "broken.foi.json")
    yield from expect(foi("compare", folder / "none", EXAMPLE), 2, "", "none")


run_tests(sys.modules[__name__])
