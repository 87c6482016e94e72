#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""`foi approve`: who agreed to which answers, and what changed since."""

import json
import sys

from cli import EXAMPLE, equal, expect, foi, refusal, run_tests


def copy(folder, **authority):
    """The example, of an authority with these rules."""
    case = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    case["foi:case"]["authority"].update(authority)
    path = folder / "a.foi.json"
    path.write_text(json.dumps(case, ensure_ascii=False), encoding="utf-8")
    return path


def states(path):
    questions = foi("show", path, "--format", "json").json()["questions"]
    return [one["approval"] and one["approval"]["state"] for one in questions]


def unapproved(path):
    findings = foi("check", path, "--format", "json").json()["files"][0]["findings"]
    return [one["path"] for one in findings if one["id"] == "answer-not-approved"]


def change(path, number, answer):
    case = json.loads(path.read_text(encoding="utf-8"))
    case["foi:case"]["questions"][number]["answer"] = answer
    path.write_text(json.dumps(case, ensure_ascii=False), encoding="utf-8")


def test_whole_letter(folder):
    """The whole letter is approved; an answer that changes is known, and is approved again"""
    path = copy(folder, needs_approval=True)
    yield from equal("before", states(path), [None] * 6)
    yield from equal("not approved", len(unapproved(path)), 6)
    outcome = foi("approve", path, "--by", "D. Head", "--date", "2024-11-20")
    yield from expect(outcome, 0, out="6 questions are approved.\n", err="")
    yield from equal("approved", states(path), ["approved"] * 6)
    yield from equal("not approved", unapproved(path), [])
    change(path, 2, "Another answer.")
    yield from equal("changed", states(path), ["approved"] * 2 + ["changed"] + ["approved"] * 3)
    yield from equal("not approved", unapproved(path), ["$.foi:case.questions[2].approved"])
    yield from expect(foi("show", path), 0, out="Changed since approved by D. Head")
    outcome = foi("approve", path, "--by", "E. Head", "--question", "3", "--format", "json")
    yield from equal("said", outcome.json(), {"questions": [{"id": "q3", "state": "approved"}],
                                              "written": True})
    yield from equal("approved", states(path), ["approved"] * 6)
    yield from expect(foi("approve", path, "--withdraw", "--question", "q1"), 0, err="")
    yield from equal("taken back", states(path), [None] + ["approved"] * 5)


def test_not_wanted(folder):
    """Where the authority does not want it, nothing is found"""
    path = copy(folder)
    yield from equal("not approved", unapproved(path), [])


def test_refusals(folder):
    """What cannot be approved changes nothing"""
    path = copy(folder)
    before = path.read_bytes()
    yield from refusal(foi("approve", path), "approve", "--by is missing")
    yield from refusal(foi("approve", path, "--by", "A", "--question", "9"), path,
                       "There is no “9”")
    yield from refusal(foi("approve", path, "--by", "A", "--date", "2024-02-30"), "approve",
                       "not a day")
    yield from refusal(foi("approve", "--by", "A"), "approve", "name one case")
    yield from expect(foi("approve", path, "--by", "A", "--dry-run"), 0)
    yield from equal("the case", path.read_bytes(), before)


if __name__ == "__main__":
    run_tests(sys.modules[__name__])
