#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""`foi dispose`: what is removed of old cases, and what stays."""

import json
import os
import sys

from cli import ROOT, equal, expect, foi, refusal, run_tests

SECRETS = ("Zebedee", "Quill", "zq@example.org", "7 Privet Lane", "my late sister", "Marmaduke",
           "8765", "hush-hush", "Accepted because", "officer phoned")
NEVER = "--date", "2031-01-01"


def make(folder, name="OLD", **changes):
    """A case that was answered in 2025, with all that may be in one."""
    made = json.loads((ROOT / "data/examples/FOI651119421-corrected.foi.json")
                      .read_text(encoding="utf-8"))
    inner = made["foi:case"]
    made["id"] = name
    made["title"] = "CSE data asked for by Zebedee Quill"
    inner["request"].update(
        text="Dear council, my late sister … Zebedee Quill, 7 Privet Lane",
        requester={"name": "Zebedee Quill", "salutation": "Mr Quill", "email": "zq@example.org",
                   "organisation": "The Daily Quibble", "address": ["7 Privet Lane", "Anytown"]})
    inner["questions"][2]["answer"] += "\n\nThank you, Zebedee Quill."
    inner["events"] += [{"type": "acknowledged", "date": "2024-12-02", "note": "officer phoned"},
                        {"type": "issued", "date": "2025-01-20"}]
    inner["letters"] = [{"id": "response", "type": "response",
                         "addressee": ["Zebedee Quill", "7 Privet Lane"]}]
    table = made["resources"][0]
    key, field = table["data"][1][0], table["data"][0][1]
    table["data"][1][1] = "[c]"
    inner["withheld"] = [{"table": table["name"], "row": {table["data"][0][0]: key},
                          "field": field, "value": 8765, "by": "primary"}]
    inner["internal"] = {
        "notes": [{"question": "q1", "text": "Marmaduke said no"}],
        "fields": [{"table": table["name"], "field": {"name": "secret", "title": "hush-hush",
                                                      "type": "integer"},
                    "data": [[table["data"][0][0], "secret"], [key, 8765]]}]}
    inner["accepted"] = [{"finding": "x", "path": "$", "reason": "Accepted because of 8765"}]
    inner.update(changes)
    path = folder / f"{name}.foi.json"
    path.write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")
    return path


def attach(folder, outside):
    files = folder / "OLD.files"
    (files / "deeper").mkdir(parents=True)
    (files / "letter.pdf").write_bytes(b"%PDF")
    (files / "deeper/scan.png").write_bytes(b"png")
    (files / "link").symlink_to(outside)
    return files


def dispose(folder, age="3", *words, **environment):
    return foi("dispose", folder, "--older-than", age, "--format", "json", *(words or NEVER),
               **environment)


def leaks(folder):
    return [f"{path.name}: {secret} is still there" for path in folder.glob("*.foi.json")
            for secret in SECRETS if secret in path.read_text(encoding="utf-8")]


def test_removed(folder):
    """Who asked, what was withheld and what is internal goes; figures and statistics stay"""
    path = make(folder)
    files = attach(folder, folder / "outside")
    (folder / "outside").write_text("not ours", encoding="utf-8")
    period = ("--from", "2024-01-01", "--to", "2026-01-01", "--format", "json")
    table = json.loads(path.read_text(encoding="utf-8"))["resources"][0]["name"]

    def look():
        case = foi("list", folder, "--format", "json", *NEVER).json()["cases"][0]
        csv = foi("export", path, "--to", "csv", "--table", table, "-o", "-")
        return [{key: case[key] for key in ("requester", "state", "received", "answered")},
                foi("stats", folder, *period).json()["classes"], csv.status, csv.out]

    complaints = [] if leaks(folder) else ["there was nothing to remove"]
    before = look()
    found = dispose(folder)
    complaints += expect(found, 0, err="")
    told = found.json()["cases"][0]
    complaints += equal("what is told", (told["reference"], told["closed"], told["done"]),
                        ("OLD", "2025-01-20", True))
    complaints += equal("what was removed", told["removed"],
                        {"requester": True, "withheld": 1, "internal": 3, "attachments": 3,
                         "journals": 0, "leftovers": 0})
    complaints += leaks(folder) + equal("figures and statistics", look(), before)
    complaints += equal("the files", files.exists(), False)
    complaints += equal("what a link led to", (folder / "outside").exists(), True)
    kept = json.loads(path.read_text(encoding="utf-8"))["foi:case"]
    complaints += equal("the record", kept["disposed"],
                        {"date": "2031-01-01", "requester": "organisation"})
    complaints += expect(foi("check", path), 1)
    return complaints + equal("a second time", dispose(folder).json()["cases"], [])


def test_removed_in_passing(folder):
    """A surname alone, an organisation in a sentence and a telephone number go as well"""
    path = make(folder)
    made = json.loads(path.read_text(encoding="utf-8"))
    question = made["foi:case"]["questions"][0]
    made["title"] = "Request by Quill, The Daily Quibble"
    question["text"] = "I, QUILL of The Daily Quibble, 07700 900123, ask how many; x@post.example"
    question["answer"] = "Quill asked. The Daily Quibble asked. Our help line is 0303 123 1113."
    asked = {"service": "Roads", "asked": "2025-01-02", "answered": "2025-01-03"}
    question["asked"] = [{**asked, "text": "Dear colleague"}]
    path.write_text(json.dumps(made), encoding="utf-8")
    complaints = expect(dispose(folder), 0, err="")
    left = json.loads(path.read_text(encoding="utf-8"))
    question = left["foi:case"]["questions"][0]
    return complaints + equal("asked", question["asked"], [asked]) + equal("subject", left["title"],
                              "Request by [name removed], [organisation removed]") + equal(
        "question", question["text"], "I, [name removed] of [organisation removed], "
        "[contact details removed], ask how many; [contact details removed]") + equal(
        "answer", question["answer"], "[name removed] asked. [organisation removed] asked. "
        "Our help line is 0303 123 1113.")


def test_journal(folder):
    """Unsaved work that was kept of a case goes as well"""
    path = make(folder)
    state = folder / "state"
    journals = state / "foi-desk/recovery"
    journals.mkdir(parents=True)
    other = folder / "OTHER.foi.json"
    for name, place in (("own", path), ("other", other)):
        head = {"format": "foi-recovery", "version": 1, "place": place.as_uri()}
        (journals / f"{name}.recovery").write_text(json.dumps(head) + "\n{}", encoding="utf-8")
    found = dispose(folder, XDG_STATE_HOME=str(state))
    return (expect(found, 0) + leaks(folder)
            + equal("what is kept", os.listdir(journals), ["other.recovery"])
            + equal("what was removed", found.json()["cases"][0]["removed"]["journals"], 1))


def test_leftovers(folder):
    """Copies that saves left when they were cut off go; what others made of the case is named"""
    path = make(folder)
    text = path.read_text(encoding="utf-8")
    make(folder, "OLD-2", events=[])
    ours = ("OLD.foi.json.foi-saving-A1B2C3", "OLD.foi.json.foi-saving-ABCDEF")
    named = (".OLD.foi.json.swp", "OLD.foi.json.A1B2C3", "OLD.foi.json.backup",
             "OLD.foi.json.bak", "OLD.foi.json~", "OLD.pdf")
    others = ("OLD-2.foi.json.bak", "OLD-2.pdf", "OLDER.pdf", "YOLD.pdf",
              "OLD-2.foi.json.foi-saving-A1B2C3")
    for name in ours + named + others:
        (folder / name).write_text(text, encoding="utf-8")
    look = foi("dispose", folder, "--older-than", "3", "--dry-run", *NEVER)
    complaints = expect(look, 0, out="2 copies that saves left when they were cut off")
    complaints += expect(look, 0, out="OLD.foi.json.bak: left: look at it yourself")
    complaints += equal("a look", [name for name in ours if not (folder / name).exists()], [])
    told = dispose(folder).json()["cases"][0]
    complaints += equal("removed", told["removed"]["leftovers"], 2)
    complaints += equal("named", told["left"], sorted(named))
    complaints += equal("ours", [name for name in ours if (folder / name).exists()], [])
    complaints += equal("not ours", [name for name in named + others
                                     if not (folder / name).exists()], [])
    complaints += leaks_but(folder, "OLD-2.foi.json")
    # What was left since is a reason to look again.
    (folder / ours[0]).write_text(text, encoding="utf-8")
    told = dispose(folder).json()["cases"][0]
    return complaints + equal("again", told["removed"]["leftovers"], 1) + equal(
        "it", (folder / ours[0]).exists(), False)


def leaks_but(folder, name):
    return [one for one in leaks(folder) if not one.startswith(f"{name}:")]


def test_look_only(folder):
    """A look changes nothing, and says what would be removed"""
    path = make(folder)
    files = attach(folder, folder)
    before = path.read_bytes()
    found = foi("dispose", folder, "--older-than", "3", "--dry-run", *NEVER)
    complaints = expect(found, 0, out="OLD.foi.json: OLD, closed 20 January 2025: who asked, "
                                      "1 withheld figure, 3 internal notes, 3 files")
    complaints += expect(found, 0, out="Nothing was removed")
    complaints += equal("the file", path.read_bytes() == before, True)
    complaints += equal("the files", sorted(os.listdir(files)), ["deeper", "letter.pdf", "link"])
    json_look = dispose(folder, "3", "--dry-run", *NEVER).json()
    return complaints + equal("done", json_look["cases"][0]["done"], False)


def test_links(folder):
    """What lies elsewhere is left alone, though a link in the folder leads there; and is named"""
    ours, theirs = folder / "ours", folder / "theirs"
    ours.mkdir()
    theirs.mkdir()
    outside = make(theirs, "OUT")
    (theirs / "files").mkdir()
    (theirs / "files/scan.png").write_bytes(b"png")
    make(ours)
    (ours / "OLD.files").symlink_to(theirs / "files")
    (ours / "l.foi.json").symlink_to(outside)
    before = outside.read_bytes()
    for words in ((*NEVER, "--dry-run"), NEVER):
        found = dispose(ours, "3", *words)
        complaints = expect(found, 1, err="l.foi.json: this is a link")
        complaints += equal("what is told", [(case["file"], case["removed"]["attachments"])
                                             for case in found.json()["cases"]],
                            [("OLD.foi.json", 0)])
        complaints += equal("what lies elsewhere", outside.read_bytes() == before, True)
        if complaints:
            return complaints
    return ([one for one in leaks(ours) if not one.startswith("l.foi.json")]
            + equal("the link", (ours / "l.foi.json").is_symlink(), True)
            + equal("what the other led to", (theirs / "files/scan.png").exists(), True))


def test_not_due(folder):
    """What is open, under review, or not so old stays as it is"""
    answered = {"type": "issued", "date": "2025-01-20"}
    make(folder, "DRAFT", events=[])
    make(folder, "REVIEW", events=[answered, {"type": "review-asked", "date": "2025-02-20"}])
    make(folder, "YOUNG", events=[answered, {"type": "complaint", "date": "2028-01-01"}])
    make(folder, "GONE", events=[answered, {"type": "withdrawn", "date": "2025-01-22"}])
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    found = foi("dispose", folder, "--older-than", "3y", *NEVER)
    return (expect(found, 0, out="No case of this folder is old enough.")
            + equal("the files", {path.name: path.read_bytes() for path in folder.iterdir()},
                    before))


def test_complaint(folder):
    """While a complaint to the regulator runs all is kept; its age counts from the end"""
    events = [{"type": "issued", "date": "2025-01-20"}, {"type": "complaint", "date": "2025-02-03"}]
    path = make(folder, events=events)
    before = path.read_bytes()
    found = foi("dispose", folder, "--older-than", "3y", *NEVER)
    complaints = expect(found, 0, out="OLD.foi.json: OLD is kept: the regulator was complained to on "
                                      "3 February 2025.")
    said = dispose(folder).json()
    complaints += equal("the program", (said["cases"], said["kept"]), ([], [
        {"file": "OLD.foi.json", "reference": "OLD", "closed": "2025-02-03",
         "complained": "2025-02-03"}]))
    complaints += equal("the file", path.read_bytes() == before, True)
    # What is not old enough is not told of.
    complaints += equal("young", dispose(folder, "3y", "--date", "2028-02-03").json()["kept"], [])
    make(folder, events=[*events, {"type": "complaint-closed", "date": "2026-06-10"}])
    for day, due in (("2029-06-10", 0), ("2029-06-11", 1)):
        said = dispose(folder, "3y", "--dry-run", "--date", day).json()
        complaints += equal(day, (len(said["cases"]), said["kept"]), (due, []))
    complaints += expect(dispose(folder), 0)
    return complaints + leaks(folder)


def test_ages(folder):
    """Years, months and days; the day itself is not old enough"""
    make(folder)
    complaints = []
    for age, day, due in (("3", "2028-01-20", False), ("3", "2028-01-21", True),
                          ("3y", "2028-01-21", True), ("36m", "2028-01-21", True),
                          ("36m", "2028-01-20", False), ("10d", "2025-01-30", False),
                          ("10d", "2025-01-31", True), ("100", "2031-01-01", False)):
        found = dispose(folder, age, "--dry-run", "--date", day).json()["cases"]
        complaints += equal(f"{age} on {day}", bool(found), due)
    for age in ("", "0", "-3", "three", "3w", "3 y", "1e3", "99999", "3yd"):
        complaints += refusal(foi("dispose", folder, "--older-than", age, *NEVER), "dispose",
                              "is written like 3 (years)")
    complaints += refusal(foi("dispose", folder), "dispose", "--older-than")
    complaints += refusal(foi("dispose", "--older-than", "3"), "dispose", "name one folder")
    return complaints + leaks_kept(folder)


def leaks_kept(folder):
    return [] if leaks(folder) else ["something was removed"]


def test_unreadable(folder):
    """A file that cannot be read is said, and the others are done"""
    make(folder)
    broken = folder / "BROKEN.foi.json"
    broken.write_text("{", encoding="utf-8")
    found = dispose(folder)
    complaints = expect(found, 1, err="BROKEN.foi.json")
    return complaints + leaks(folder) + equal("the file", broken.read_text(encoding="utf-8"), "{")


if __name__ == "__main__":
    sys.exit(run_tests(sys.modules[__name__]))
