#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""`foi review`: a second stage in the same case, with its own clock, reviewer, points and letter."""

import datetime
import json
import sys

import register
from cli import equal, expect, foi, refusal, run_tests

RECEIVED = datetime.date(2024, 10, 30)
ASKED = "2024-12-09"


def write(folder, name, regime="foia", questions=2):
    case = register.make_case(name, RECEIVED, "granted", "in-time", regime=regime)
    first = case["foi:case"]["questions"][0]
    case["foi:case"]["questions"] = [
        {**first, "id": f"q{number}", "number": str(number), "outcome": "disclosed",
         "held": "yes", "answer": "Three.", "owner": "Ann Lee"}
        for number in range(1, questions + 1)]
    return register.write(folder, case)


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))["foi:case"]


def letter(path):
    return foi("export", path, "--to", "text", "--letter", "review", "--date", "2025-01-08", "-o",
               "-").out


def test_start(folder):
    """A review begins with its clock by the law's days, and with the draft of its letter"""
    # 20 working days, 40 at most by guidance; 40 under the EIR and 20 in Scotland by law. Bank
    # holidays until then: 25, 26 December and 1 January; in Scotland 2 January as well.
    for regime, due, latest in (("foia", "2025-01-10", "2025-02-07"), ("eir", "2025-02-07", None),
                                ("foisa", "2025-01-10", None), ("eisr", "2025-01-10", None)):
        path = write(folder, regime, regime)
        said = foi("review", path, "--asked", ASKED, "--reviewer", "Eve Ray", "--complaint",
                   "You took too long.", "--format", "json")
        yield from expect(said, 0, err="")
        yield from equal(regime, {key: said.json()[key] for key in ("letter", "due", "latest")},
                         {"letter": "review", "due": due, "latest": latest})
        yield from equal("points", said.json()["points"],
                         [{"question": name, "decision": None, "complete": False}
                          for name in ("q1", "q2")])
        row, = foi("list", folder, "--search", regime, "--date", "2025-01-08", "--format",
                   "json").json()["cases"]
        yield from equal("listed", (row["state"], row["due"]), ("under-review", due))
        path.unlink()


def test_points(folder):
    """Each point is decided afresh; what it comes to as a whole follows from them"""
    for decisions, whole in ((("upheld", "upheld"), "upheld"),
                             (("overturned", "overturned"), "overturned"),
                             (("upheld", "overturned"), "upheld-in-part"),
                             (("upheld-in-part", "upheld"), "upheld-in-part"),
                             (("upheld", None), None)):
        path = write(folder, "case")
        foi("review", path, "--asked", ASKED, "--reviewer", "Eve Ray")
        for number, decision in enumerate(decisions, 1):
            if decision:
                yield from expect(foi("review", path, "--question", str(number), "--decide",
                                      decision, "--finding", f"Reason {number}."), 0, err="")
        said = foi("review", path, "--question", "1", "--finding", "Another reason.", "--format",
                   "json").json()
        yield from equal(str(decisions), said["decision"], whole)
        text = letter(path)
        for words in ("Another reason.", "Question 1.", "carried out by Eve Ray"):
            yield from equal(words, words in text, True)
        # One of the point, and one of the whole.
        yield from equal("missing decisions", text.count("[missing: decision]"), 0 if whole else 2)
        yield from equal("missing findings", text.count("[missing: finding]"), 0 if whole else 1)
        yield from equal("reasons", "Reason 2." in text, decisions[1] is not None)


def test_one_question(folder):
    """A review can be about some of the questions"""
    path = write(folder, "case", questions=3)
    said = foi("review", path, "--asked", ASKED, "--question", "2", "--format", "json").json()
    yield from equal("points", [point["question"] for point in said["points"]], ["q2"])
    yield from refusal(foi("review", path, "--question", "1", "--decide", "upheld"), str(path),
                       "no point")
    before = path.read_bytes()
    yield from expect(foi("review", path, "--question", "2", "--decide", "upheld", "--dry-run"), 0)
    yield from equal("a trial changes nothing", path.read_bytes(), before)


def test_statistics(folder):
    """`foi stats` counts the review, in time, by what its points came to"""
    path = write(folder, "case")
    foi("review", path, "--asked", ASKED, "--reviewer", "Eve Ray")
    foi("review", path, "--decide", "overturned", "--finding", "It can be given.")
    case = json.loads(path.read_text(encoding="utf-8"))
    case["foi:case"]["events"].append({"type": "review-answered", "date": "2025-01-10"})
    register.write(folder, case)
    said = foi("stats", folder, "--from", "2024-10-01", "--to", "2024-12-31", "--format",
               "json").json()
    counts = {one["id"]: one["count"] for one in said["classes"] if one["scheme"] == "reviews"}
    yield from equal("counts", [counts[key] for key in
                                ("asked", "done", "open", "in-time", "overturned", "days-20")],
                     [1, 1, 0, 1, 1, 1])


def test_same_person(folder):
    """`foi check` finds that who answered reviews the answer"""
    for reviewer, found in (("Ann Lee", True), ("ann  lee", True), ("Eve Ray", False)):
        path = write(folder, "case")
        foi("review", path, "--asked", ASKED, "--reviewer", reviewer)
        findings = foi("check", path, "--date", "2025-01-08", "--format",
                       "json").json()["files"][0]["findings"]
        yield from equal(reviewer, "review-by-same-person" in [one["id"] for one in findings], found)


def test_refusals(folder):
    """What makes no sense is refused, and the file stays as it was"""
    path = write(folder, "case")
    before = path.read_bytes()
    for words, place, reason in (
            ((), "review", "--asked"),
            (("--asked", "yesterday"), "review", "yesterday"),
            (("--asked", (datetime.date.today() + datetime.timedelta(3)).isoformat()), "review",
             "is yet to come"),
            (("--asked", "2024-10-01"), str(path), "before the request came"),
            (("--asked", ASKED, "--decide", "upheld"), "--asked", "begun first"),
            (("--asked", ASKED, "--question", "9"), str(path), "9"),
            (("--decide", "upheld"), str(path), "no internal review")):
        yield from refusal(foi("review", path, *words), place, reason)
        yield from equal(str(words), path.read_bytes(), before)
    foi("review", path, "--asked", ASKED)
    before = path.read_bytes()
    yield from refusal(foi("review", path, "--asked", ASKED), str(path), "open already")
    yield from refusal(foi("review", path, "--decide", "maybe"), str(path), "maybe")
    yield from equal("unchanged", path.read_bytes(), before)


run_tests(sys.modules[__name__])
