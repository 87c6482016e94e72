#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What turns words around in a case does nothing to the letter's own sentences."""

import json
import sys

from cli import ROOT, equal, expect, foi, run_tests

OVERRIDE, ISOLATE, END = "\u202e", "\u2067", "\u202c"


def make(folder):
    """Every text that stands in sentences of the letter turns around what comes after it."""
    made = json.loads((ROOT / "data/examples/FOI651119421.foi.json").read_text(encoding="utf-8"))
    inner = made["foi:case"]
    made["id"] = f"FOI{OVERRIDE}651"
    made["title"] = f"Figures{ISOLATE} of {OVERRIDE}offences"
    inner["request"]["requester"] = {"name": f"A{OVERRIDE} Citizen", "organisation": ISOLATE + "Press",
                                     "salutation": f"Mx {OVERRIDE}Citizen",
                                     "address": [f"1 {OVERRIDE}Lane"]}
    inner["questions"][0]["text"] = f"How {OVERRIDE}many were there?"
    for table in made["resources"]:
        table["title"] = f"Of {OVERRIDE}{table.get('title', table['name'])}"
    path = folder / "X.foi.json"
    path.write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")
    return path


def test_text(folder):
    """A subject, a reference, a name or a title is set without it; what is quoted ends it"""
    found = foi("export", make(folder), "--to", "text", "--force", "-o", "-")
    complaints = expect(found, 0)
    for words in ("FOI651", "Figures of offences", "A Citizen", "Mx Citizen", "1 Lane", "Press",
                  ": Of "):
        complaints += equal(words, words in found.out, True)
    turned = [line for line in found.out.splitlines() if OVERRIDE in line or ISOLATE in line]
    complaints += equal("turned lines", len(turned), 1)
    return complaints + equal("the question", [line.endswith("many were there?" + END)
                                               for line in turned], [True])


if __name__ == "__main__":
    sys.exit(run_tests(sys.modules[__name__]))
