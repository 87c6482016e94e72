#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands that change one case at the same time: what is said to be done is in the file."""

import contextlib
import datetime
import fcntl
import json
import os
import struct
import subprocess
import sys
import time

import register
from cli import COMMAND, equal, expect, foi, refusal, run_tests

F_OFD_SETLK = 37

RECEIVED = datetime.date(2024, 10, 30)
ROUNDS = 10
PAIR = ("acknowledged", "complaint")
MANY = 8


def start(*words):
    return subprocess.Popen([COMMAND, *map(str, words)], stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE)


def finish(running):
    """How each ended and what it complained of, by what it was to note."""
    ends = {}
    for name, command in running.items():
        said = command.communicate(timeout=60)[1].decode("utf-8")
        ends[name] = (command.returncode, said)
    return ends


def check(ends, noted, folder):
    """Complaints unless each waited for the others, and all that was to be noted is there."""
    yield from equal("the events", sorted(noted), sorted(ends))
    yield from equal("how they ended", ends, {name: (0, "") for name in ends})
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


@contextlib.contextmanager
def locked(path):
    """The case is being saved by somebody else, as long as this lasts."""
    with open(path, "r+b") as held:
        fcntl.fcntl(held, F_OFD_SETLK, struct.pack("hhqqi4x", fcntl.F_WRLCK, os.SEEK_SET, 1 << 40,
                                                   1, 0))
        yield


def replace(path, change):
    """As any program of ours saves: another file takes its place."""
    case = json.loads(path.read_text(encoding="utf-8"))
    change(case["foi:case"])
    copy = path.with_suffix(".new")
    copy.write_text(json.dumps(case), encoding="utf-8")
    copy.replace(path)


def test_waits(folder):
    """Who comes second reads what the first saved, and adds to that; a look waits for nobody"""
    note = folder / "note.txt"
    note.write_text("Not a figure in it.", encoding="utf-8")
    for name, words in {
            "event": ("event", "--type", "complaint", "--date", "2025-01-06"),
            "approve": ("approve", "--by", "A. Head", "--date", "2025-01-06"),
            "ask": ("ask", "--question", "1", "--service", "Housing", "--date", "2025-01-06", "-o",
                    folder / "ask.eml"),
            "review": ("review", "--asked", "2025-01-06"),
            "attach": ("attach", note)}.items():
        place = folder / name
        place.mkdir()
        path = register.write(place, register.make_case("A1", RECEIVED, "granted", "in-time"))
        before = read(path)
        with locked(path):
            if name != "attach":
                look = foi(words[0], path, *words[1:], "--dry-run", "--format", "json")
                yield from expect(look, 0, err="")
            waiting = start(words[0], path, *words[1:], *(("--force",) if name == "ask" else ()))
            time.sleep(0.3)
            yield from equal(f"{name} waits", waiting.poll(), None)
            replace(path, lambda case: case.update(officer="Somebody else"))
        said = waiting.communicate(timeout=60)[1]
        yield from equal(name, (waiting.returncode in (0, 1), said), (True, b""))
        yield from equal(f"{name}: what the first saved", read(path).get("officer"),
                         "Somebody else")
        yield from equal(f"{name}: what the second did",
                         {**read(path), "officer": "", "_rev": ""}
                         == {**before, "officer": "", "_rev": ""}, False)


def test_refused(folder):
    """Who waits in vain is refused before anything is done, and told to try again"""
    path = register.write(folder, register.make_case("A1", RECEIVED, "granted", "in-time"))
    before = path.read_bytes()
    note = folder / "note.txt"
    note.write_text("Not a figure in it.", encoding="utf-8")
    with locked(path):
        yield from refusal(foi("attach", path, note), path, "try again")
    yield from equal("the case", path.read_bytes(), before)
    yield from equal("what lies there", sorted(p.name for p in folder.iterdir()),
                     ["A1.foi.json", "note.txt"])


def test_attached(folder):
    """Files that are attached at the same time are all there, and each is named in the case"""
    path = register.write(folder, register.make_case("A1", RECEIVED, "granted", "in-time"))
    running = {}
    for number in range(MANY):
        place = folder / f"from{number}"
        place.mkdir()
        # Half of them are one file.
        (place / "note.txt").write_text(f"Note {number // 2}", encoding="utf-8")
        running[f"note {number}"] = start("attach", path, place / "note.txt", "--name",
                                          f"note {number}")
    ends = finish(running)
    yield from equal("how they ended", ends, {name: (0, "") for name in ends})
    attached = read(path)["attachments"]
    yield from equal("names", sorted(entry["name"] for entry in attached),
                     sorted(f"note {number}.txt" for number in range(MANY)))
    for entry in attached:
        number = int(entry["name"][5])
        file = folder / "A1.files" / entry.get("file", entry["name"])
        yield from equal(entry["name"], file.read_text(encoding="utf-8"), f"Note {number // 2}")


def test_edited_meanwhile(folder):
    """What a text editor wrote meanwhile, which knows nothing of us, is not lost"""
    path = register.write(folder, register.make_case("A1", RECEIVED, "granted", "in-time"))
    with locked(path):
        waiting = start("event", path, "--type", "complaint", "--date", "2025-01-06")
        time.sleep(0.2)
        case = json.loads(path.read_text(encoding="utf-8"))
        path.write_text(json.dumps({**case, "title": "Edited"}), encoding="utf-8")
    said = waiting.communicate(timeout=60)[1]
    yield from equal("how it ended", (waiting.returncode, said), (0, b""))
    yield from equal("what was written", json.loads(path.read_text(encoding="utf-8"))["title"],
                     "Edited")


if __name__ == "__main__":
    run_tests(sys.modules[__name__])
