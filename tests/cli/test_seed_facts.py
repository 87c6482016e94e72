#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks for every fact of the letter that the example was made after in the example's own letter.

The facts (figures, dates, names, addresses, links, section numbers) stand in
tests/data/seed-facts.json in the order of the letter; each must stand in the text that
`foi export` writes, in that order and under its question.
"""

import json
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(os.environ.get("FOI_SOURCE_ROOT", pathlib.Path(__file__).parents[2]))
sys.path.insert(0, str(ROOT / "tests/data"))

import tap  # noqa: E402, pylint: disable=wrong-import-position

EXAMPLE = ROOT / "data/examples/FOI651119421.foi.json"
HEADING = r"(?m)^\W*Question (\d+)\W*$"


def export():
    outcome = subprocess.run(
        [os.environ["FOI_COMMAND"], "export", str(EXAMPLE), "--to", "text", "-o", "-"],
        stdout=subprocess.PIPE, check=True, timeout=60)
    return outcome.stdout.decode("utf-8")


def split(text):
    """The letter's parts under the names of the facts' sections, lines unwrapped."""
    pieces = re.split(HEADING, text)
    parts = {f"q{number}": piece for number, piece in zip(pieces[1::2], pieces[2::2])}
    parts["letterhead"], dear, parts["opening"] = pieces[0].partition("FOI651119421")
    parts["letterhead"] += dear
    last = f"q{(len(pieces) - 1) // 2}"
    answer, table, rest = parts.get(last, "").rpartition("1,415,349")
    parts[last], parts["closing"] = answer + table, rest
    return {name: " ".join(part.split()) for name, part in parts.items()}


def forms(fact):
    return [fact] if isinstance(fact, str) else fact


def find(fact, text, start):
    """Where one of the forms of a fact ends in TEXT, from START on; -1 if nowhere."""
    pattern = "|".join(rf"(?<!\w){re.escape(form)}(?!\w)" if form != "£" else form
                       for form in forms(fact))
    found = re.compile(pattern, re.IGNORECASE).search(text, start)
    return found.end() if found else -1


def missing(facts, text):
    """The first fact that is not where it should be: those after it have no place to be sought."""
    place = 0
    for fact in facts:
        end = find(fact, text, place)
        if end < 0:
            return [f"{fact!r} is not after …{text[max(0, place - 40):place]!r}"]
        place = end
    return []


def invented(facts, ours, text):
    """Figures that neither the letter nor its numbering of ours has."""
    known = re.findall(r"\d+", " ".join(form for fact in facts + ours for form in forms(fact)))
    return [f"{figure} is not of the letter" for figure in re.findall(r"\d+", text)
            if figure.lstrip("0") not in {number.lstrip("0") for number in known}]


def rules(text, facts):
    parts = split(text)
    for name, section in facts["sections"].items():
        part = parts.get(name, "")
        yield f"{name}: every fact is there, in its order", missing(section, part)
        if name[0] == "q":
            yield f"{name}: no figure but the letter's", (
                invented(section, facts["ours"].get(name, []), part))
        shown = forms(section[-1])[-1]
        yield f"{name}: the check sees that {shown!r} lacks", (
            [] if missing(section, re.sub(re.escape(shown), "", part, flags=re.I))
            else ["it does not"])
        yield f"{name}: the check sees another order", (
            [] if missing(section[::-1], part) else ["it does not"])


if __name__ == "__main__":
    with open(ROOT / "tests/data/seed-facts.json", encoding="utf-8") as file:
        tap.report(rules(export(), json.load(file)))
