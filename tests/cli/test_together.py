#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands that change one case at the same time: what is said to be done is in the file."""

import datetime
import json
import subprocess
import sys

import register
from cli import COMMAND, equal, run_tests

RECEIVED = datetime.date(2024, 10, 30)
ROUNDS = 10
PAIR = ("acknowledged", "complaint")
MANY = 8


def start(*words):
    return subprocess.Popen([COMMAND, *map(str, words)], stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE)


def finish(running):
    """How each ended, by what it was to note; a failure says what to do."""
    ends = {}
    for name, command in running.items():
        said = command.communicate(timeout=60)[1].decode("utf-8")
        ends[name] = (command.returncode, said)
    return ends


def check(ends, noted, folder):
    """Complaints where a change is lost in silence, or refused without a word."""
    yield from equal("the events", sorted(noted),
                     sorted(name for name, (status, _) in ends.items() if status == 0))
    if all(status != 0 for status, _ in ends.values()):
        yield f"nobody's change was saved: {ends}"
    for name, (status, said) in ends.items():
        if status == 0:
            yield from equal(name, said, "")
        elif status != 2 or "run the command again" not in said:
            yield f"{name}: exit {status}, {said!r}"
    yield from equal("what lies there", sorted(path.name for path in folder.iterdir()),
                     ["A1.foi.json"])


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))["foi:case"]


def test_pairs(folder):
    """Of two events noted at once none is lost in silence"""
    for turn in range(ROUNDS):
        place = folder / str(turn)
        place.mkdir()
        path = register.write(place, register.make_case("A1", RECEIVED, "granted", "in-time"))
        ends = finish({kind: start("event", path, "--type", kind, "--date", "2025-01-06")
                       for kind in PAIR})
        noted = [event["type"] for event in read(path)["events"] if event["type"] in PAIR]
        yield from check(ends, noted, place)


def test_many(folder):
    """Many at once on one case, by a link to it as well"""
    for turn in range(3):
        place = folder / str(turn)
        place.mkdir()
        path = register.write(place, register.make_case("A1", RECEIVED, "granted", "in-time"))
        link = folder / f"link{turn}.foi.json"
        link.symlink_to(path)
        ends = finish({f"n{number}": start("event", link if number % 2 else path, "--type",
                                           "acknowledged", "--date", "2025-01-06", "--note",
                                           f"n{number}")
                       for number in range(MANY)})
        noted = [event["note"] for event in read(path)["events"]
                 if event.get("note", "").startswith("n")]
        yield from check(ends, noted, place)
        yield from equal("a link", link.is_symlink(), True)


if __name__ == "__main__":
    run_tests(sys.modules[__name__])
