#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules of a user's own: a law that nobody has written yet, and files that are no rules."""

import json
import sys

from cli import CASES, EXAMPLE, ROOT, equal, expect, foi, refusal, run_tests

LEDGER = ROOT / "tests/data/rules/ledger.json"
FOIA = ROOT / "resources/rules/foia.json"


def keep(folder, name, rules):
    """A home in which a user keeps these rules."""
    kept = folder / name / "foi-desk/rules"
    kept.mkdir(parents=True)
    for file, content in rules.items():
        (kept / file).write_text(content if isinstance(content, str) else json.dumps(content))
    return {"XDG_DATA_HOME": str(folder / name)}


def test_new_law(folder):
    """A law in the folder of rules goes from the new case to its letter"""
    home = keep(folder, "new", {"ledger.json": LEDGER.read_text()})
    case = folder / "ledger.foi.json"
    due = foi("deadline", "--received", "2024-10-30", "--regime", "ledger", "--format", "json",
              **home).json()
    yield from equal("due", due["due"], "2024-11-08")
    yield from expect(foi("new", "--reference", "L1", "--subject", "Harbours", "--received",
                          "2024-10-30", "--regime", "ledger", "-o", case, **home), 0)
    yield from equal("due", foi("show", case, "--format", "json", **home).json()["due"],
                     "2024-11-08")
    yield from expect(foi("export", case, "--to", "text", "-o", "-", **home), 0,
                      "Open Ledgers Order 1999")
    # The laws of the program are there, too; without the folder the new one is not.
    yield from equal("due", foi("deadline", "--received", "2024-10-30", "--format", "json",
                                **home).json()["due"], "2024-11-27")
    yield from refusal(foi("deadline", "--received", "2024-10-30", "--regime", "ledger"),
                       "deadline", "ledger")


def test_other_numbers(folder):
    """A law of the program is replaced by the one of that name, and what inherits it follows"""
    rules = json.loads(FOIA.read_text())
    for limit in rules["time_limits"]:
        if limit["id"] == "response":
            limit["n"] = 10
    for limit in rules["limits"]:
        limit["pounds"] = 1000
    text = json.dumps(rules).replace("Drawing this information together", "Drawing it together")
    home = keep(folder, "other", {"foia.json": text})
    yield from equal("due", foi("deadline", "--received", "2024-10-30", "--format", "json",
                                **home).json()["due"], "2024-11-13")
    corrected = ROOT / "data/examples/FOI651119421-corrected.foi.json"
    letter = foi("export", corrected, "--to", "text", "-o", "-", **home)
    yield from expect(letter, 0, "Drawing it together would cost more than the limit of £1,000,")
    yield from equal("due", foi("deadline", "--received", "2024-10-30", "--regime", "eir",
                                "--format", "json", **home).json()["due"], "2024-11-27")


def test_refused(folder):
    """Rules that break the schema are refused before anything is done, with their place"""
    ledger = json.loads(LEDGER.read_text())
    bad = json.loads(LEDGER.read_text())
    bad["limits"][0]["pounds"] = "90"
    extra = {**ledger, "colour": "red"}
    for name, content, place, reason in (
            ("type", json.dumps(bad, indent=2), "ledger.json:61:17: $.limits[0].pounds", ""),
            ("extra", extra, "ledger.json:1:", "colour"),
            ("syntax", "{", "ledger.json:1:2: $: ", ""),
            ("twice", None, "ledger.json", "“ledger”")):
        files = {"ledger.json": content}
        if content is None:
            files = {"a.json": ledger, "ledger.json": ledger}
        home = keep(folder, name, files)
        for words in (("show", EXAMPLE), ("check", CASES / "y_story.foi.json"),
                      ("deadline", "--received", "2024-10-30"),
                      ("export", EXAMPLE, "--to", "text", "-o", "-")):
            outcome = foi(*words, **home)
            yield from refusal(outcome, "rules", reason)
            yield from expect(outcome, 2, "", place)
    # What says nothing of a case works still.
    yield from expect(foi("--version", **keep(folder, "still", {"x.json": "{"})), 0, "foi ")


def test_nothing_kept(folder):
    """An empty folder of rules, and none, are no fault"""
    (folder / "data/foi-desk/rules").mkdir(parents=True)
    for home in ("data", "none"):
        yield from expect(foi("show", EXAMPLE, XDG_DATA_HOME=str(folder / home)), 0, "FOI651119421")


run_tests(sys.modules[__name__])
