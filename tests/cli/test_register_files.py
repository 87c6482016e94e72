#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The register as a file: a table that Python's csv reads, and a calendar that libical reads."""

import csv
import datetime
import io
import json
import random
import sys

import gi

gi.require_version("ICalGLib", "3.0")
from gi.repository import ICalGLib as ical  # noqa: E402

import register  # noqa: E402
from cli import equal, expect, foi, refusal, run_tests  # noqa: E402

TODAY = "2024-11-25"
RECEIVED = datetime.date(2024, 10, 30)
# What a case may be about: words of strangers.
PIECES = ["a", " ", ",", ";", ":", "\\", "\n", '"', "\\n", "ä́", "📆", "مكالمات", "=1+1", "BEGIN:VEVENT",
          "\r\n", "\t", "x" * 80, "é" * 40]


def make_folder(folder):
    """Two open cases of which one waits, one that was answered, one in review, one unreadable."""
    asked = [{"service": "Housing", "asked": "2024-11-04", "wanted_by": "2024-11-18",
              "chased": ["2024-11-19"]}]
    register.write(folder, register.make_case("A1", RECEIVED, subject='=HYPERLINK("x"), "calls"',
                                              asked=asked, owner="Jo Bell",
                                              requester={"name": "Sam Reed"}))
    register.write(folder, register.make_case("A2", RECEIVED, waits="fee", subject="Homes"))
    answered = register.make_case("A3", RECEIVED, "granted", "in-time")
    answered["foi:case"]["issued"] = [{"letter": "response", "date": "2024-11-11"}]
    register.write(folder, answered)
    register.write(folder, register.make_case("A4", RECEIVED, "part", "late", review="open",
                                              subject="£, é; \\n"))
    (folder / "A5.foi.json").write_text("{")


def read_csv(raw, mark):
    """The rows of a file; it begins with a byte order mark where it should."""
    text = raw.decode("utf-8-sig" if mark else "utf-8")
    assert raw.startswith(b"\xef\xbb\xbf") == mark
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_table(folder):
    """A case is a row of the table, with what the register says of it"""
    make_folder(folder)
    outcome = foi("list", folder, "--date", TODAY, "--to", "csv", "-o", folder / "all.csv",
                  "--format", "json")
    yield from expect(outcome, 1, None, "A5.foi.json")
    yield from equal("cases", outcome.json()["cases"], 5)
    rows = {row["File"].split(".")[0]: row for row in read_csv((folder / "all.csv").read_bytes(),
                                                               mark=True)}
    yield from equal("files", list(rows), ["A1", "A2", "A3", "A4", "A5"])
    for name, key, wanted in (
            ("A1", "Reference", "A1"), ("A1", "Subject", '\'=HYPERLINK("x"), "calls"'),
            ("A1", "Requester", "Person"), ("A1", "Law", "foia"), ("A1", "State", "Draft"),
            ("A1", "Received", "2024-10-30"), ("A1", "Due", "2024-11-27"),
            ("A1", "Working days left", "2"), ("A1", "Answered", ""),
            ("A1", "Waiting for", "Housing"), ("A1", "Waiting since", "2024-11-04"),
            ("A1", "Wanted by", "2024-11-18"), ("A1", "Chased", "2024-11-19"),
            ("A1", "Owner", "Jo Bell"), ("A2", "State", "Waiting for a fee"),
            ("A2", "Working days left", ""), ("A3", "Answered", "2024-11-11"),
            ("A3", "Working days left", ""), ("A4", "Subject", "£, é; \\n"),
            ("A1", "What is due", "Answer"), ("A1", "Review asked for", ""),
            ("A2", "What is due", ""), ("A4", "What is due", "Internal review"),
            ("A4", "Review asked for", "2025-01-28"), ("A4", "Review answered", ""),
            ("A5", "State", "Cannot be read"), ("A5", "Reference", "")):
        yield from equal(f"{name}: {key}", rows[name][key], wanted)
    yield from equal("A5 says why", "line 1" in rows["A5"]["Cannot be read"], True)
    yield from equal("nobody is named", "Reed" in (folder / "all.csv").read_text(), False)
    listed = foi("list", folder, "--date", TODAY, "--format", "json").json()["cases"]
    for case in listed:
        row = rows[case["file"].split(".")[0]]
        for key, title in (("received", "Received"), ("due", "Due"), ("answered", "Answered"),
                           ("owner", "Owner"), ("to_fix", "To fix"),
                           ("working_days_left", "Working days left")):
            told = "" if case[key] is None else str(case[key])
            yield from equal(f"{case['file']}: {title}", row[title], told)


def test_copies(folder):
    """A copy that a shared folder made is a row that says so, and no further case"""
    register.write(folder, register.make_case("C1", RECEIVED, subject="Homes"))
    for name in ("C1-LAPTOP", "C1 (Ann's conflicted copy 2024-11-20)"):
        register.write(folder, register.make_case("C1", RECEIVED, subject="Homes"), name=name)
    register.write(folder, register.make_case("C1-B", RECEIVED))
    wanted = {"C1.foi.json": "", "C1-B.foi.json": "", "C1-LAPTOP.foi.json": "C1.foi.json",
              "C1 (Ann's conflicted copy 2024-11-20).foi.json": "C1.foi.json"}
    outcome = foi("list", folder, "--date", TODAY, "--to", "csv", "-o", folder / "all.csv",
                  "--format", "json")
    yield from equal("cases", outcome.json()["cases"], 2)
    rows = read_csv((folder / "all.csv").read_bytes(), mark=True)
    yield from equal("the table", {row["File"]: row["Copy of"] for row in rows}, wanted)
    listed = foi("list", folder, "--date", TODAY, "--format", "json").json()["cases"]
    yield from equal("the list", {case["file"]: case["copy_of"] or "" for case in listed}, wanted)
    text = foi("list", folder, "--date", TODAY).out
    yield from equal("its words", text.count("“C1-LAPTOP.foi.json” is a copy of “C1.foi.json”"), 1)
    raw = foi("list", folder, "--date", TODAY, "--to", "ics", "-o", "-").raw
    yield from equal("the calendar", sorted(event.get_summary() for event in read_calendar(raw)),
                     ["Answer due: C1 · Homes", "Answer due: C1-B"])


def test_twins(folder):
    """Two files that only have one reference are both counted, and named wherever cases are"""
    register.write(folder, register.make_case("C1", RECEIVED, subject="Homes"))
    register.write(folder, register.make_case("C1", RECEIVED, subject="Roads"), name="Roads")
    register.write(folder, register.make_case("C1", RECEIVED, subject="Homes"), name="C1-LAPTOP")
    register.write(folder, register.make_case("C2", RECEIVED))
    nameless = register.make_case("", RECEIVED)
    for name in ("N1", "N2"):
        register.write(folder, nameless, name=name)
    listed = foi("list", folder, "--date", TODAY, "--format", "json").json()["cases"]
    yield from equal("the list", {case["file"].split(".")[0]: case["same_reference"]
                                  for case in listed},
                     {"C1": "Roads.foi.json", "Roads": "C1.foi.json", "C1-LAPTOP": None, "C2": None,
                      "N1": None, "N2": None})
    text = foi("list", folder, "--date", TODAY).out
    yield from equal("its words", text.count("has the same reference as"), 2)
    counted = foi("stats", folder, "--from", "2024-10-01", "--to", "2024-12-31", "--format", "json")
    said = counted.json()
    yield from equal("counted", (said["classes"][0]["count"], said["copies"],
                                 said["same_reference"]), (5, 1, ["C1.foi.json", "Roads.foi.json"]))
    yield from equal("told", counted.err.count("another file has the reference “C1”"), 2)
    (folder / "Roads.foi.json").unlink()
    counted = foi("stats", folder, "--from", "2024-10-01", "--to", "2024-12-31", "--format", "json")
    yield from equal("none", (counted.json()["same_reference"], "another file" in counted.err),
                     ([], False))


def test_undated(folder):
    """A case without a day of receipt is seen today, and named with the statistics"""
    register.write(folder, register.make_case("C1", RECEIVED))
    for name, more in (("U1", ()), ("U2", ("granted", "in-time"))):
        case = register.make_case(name, RECEIVED, *more)
        del case["foi:case"]["request"]["received"]
        register.write(folder, case)
    listed = foi("list", folder, "--date", TODAY, "--filter", "today", "--format",
                 "json").json()["cases"]
    yield from equal("today", {case["reference"]: case["to_do"] for case in listed},
                     {"C1": ["due-this-week"], "U1": ["no-receipt"]})
    counted = foi("stats", folder, "--from", "2024-10-01", "--to", "2024-12-31", "--format", "json")
    yield from equal("named", (counted.json()["undated"], counted.json()["classes"][0]["cases"]),
                     (["U1.foi.json", "U2.foi.json"], ["C1"]))
    yield from equal("told", counted.err.count("no day of receipt: this is counted in no"), 2)
    rows = read_csv(foi("stats", folder, "--from", "2024-10-01", "--to", "2024-12-31", "--csv",
                        "-").raw, mark=False)
    yield from equal("the table", [row["Cases"] for row in rows if row["Code"] == "undated"],
                     ["U1 U2"])


# A folder's files: the name, the reference of the case (none: it cannot be read), and what it is a
# copy of.
COPIES = [
    {"FOI-2": ("FOI-2", ""), "FOI-2-DESKTOP-7K2P9QX": ("FOI-2", "FOI-2"),
     "FOI-2-laptop-ann": ("FOI-2", "FOI-2"), "FOI-2.foi-DESKTOP-AB12CD": ("FOI-2", "FOI-2"),
     "FOI-2 - Copy": ("FOI-2", "FOI-2"), "FOI-2.foi (conflicted copy)": ("FOI-2", "FOI-2"),
     "FOI-2-1": ("FOI-2-1", ""), "FOI": ("FOI", "")},
    # A copy of a copy is one of the original, and with others of its name none.
    {"FOI-2": ("FOI-2", ""), "FOI-2-PC": ("FOI-2", "FOI-2"), "FOI-2-PC-A": ("FOI-2", "FOI-2"),
     "FOI-2-PC-B": ("FOI-2-PC-B", "")},
    # What cannot be read is known by its name alone.
    {"FOI-2": (None, ""), "FOI-2-DESKTOP-7K2P9QX": ("FOI-2", "FOI-2"),
     "FOI-2-7": ("FOI-2-7", ""), "FOI-2.foi-PC": (None, "FOI-2")},
    {"FOI": (None, ""), "FOI-2": ("FOI/2", ""), "FOI-2-PC": ("FOI/2", "FOI-2")},
    # Somebody else's work is not hidden because the other file has gone.
    {"FOI-2.foi-DESKTOP-AB12CD": ("FOI-2", "")},
]


def test_copies_of_every_name(folder):
    """Whatever a computer is called and wherever its name is put, the copy is known"""
    def dup_name(stem):
        return f"{stem}.json" if ".foi" in stem else f"{stem}.foi.json"

    for number, files in enumerate(COPIES):
        place = folder / str(number)
        place.mkdir()
        for stem, (reference, _) in files.items():
            text = json.dumps(register.make_case(reference, RECEIVED)) if reference else "{"
            (place / dup_name(stem)).write_text(text, encoding="utf-8")
        listed = foi("list", place, "--date", TODAY, "--format", "json").json()["cases"]
        yield from equal(number, {case["file"]: case["copy_of"] for case in listed},
                         {dup_name(stem): original and f"{original}.foi.json" or None
                          for stem, (_, original) in files.items()})
        said = foi("stats", place, "--from", "2020-01-01", "--to", TODAY, "--format", "json").json()
        received, = {one["count"] for one in said["classes"]
                     if (one["scheme"], one["id"]) == ("section-45", "received")}
        yield from equal(f"{number}: received", received,
                         len({reference for reference, _ in files.values() if reference}))


def test_copies_by_hand(folder):
    """A copy by hand is one where it is the same request; another one with its reference is not"""
    names = ("Copy of C1", "Copy (2) of C1", "C1 - Copy", "C1 - Copy (2)", "C1 (1)", "C1 2",
             "C1_backup", "C1~", "C1.bak", "C1[Conflict]", "C1 (conflicted copy 2024-11-20)",
             "C1-DESKTOP-AB12", "C1.sync-conflict-20241120-101010-ABCDEFG", "C1 2024-11-27 10.42")
    same = register.make_case("C1", RECEIVED, subject="Homes")
    register.write(folder, same)
    for name in names:
        register.write(folder, same, name=name)
    others = {"C1 3": register.make_case("C1", RECEIVED, subject="Roads"),
              "C1 4": register.make_case("C1", RECEIVED + datetime.timedelta(1), subject="Homes"),
              "C1 5": register.make_case("C2", RECEIVED, subject="Homes")}
    for name, case in others.items():
        register.write(folder, case, name=name)
    listed = foi("list", folder, "--date", TODAY, "--format", "json").json()["cases"]
    yield from equal("the list", {case["file"]: case["copy_of"] for case in listed},
                     {"C1.foi.json": None, **{f"{name}.foi.json": "C1.foi.json" for name in names},
                      **{f"{name}.foi.json": None for name in others}})
    said = foi("stats", folder, "--from", "2020-01-01", "--to", TODAY, "--format", "json").json()
    yield from equal("received", {one["count"] for one in said["classes"]
                                  if (one["scheme"], one["id"]) == ("section-45", "received")},
                     {1 + len(others)})
    yield from equal("copies", said["copies"], len(names))
    yield from equal("twins", said["same_reference"],
                     ["C1 3.foi.json", "C1 4.foi.json", "C1.foi.json"])


def test_copies_without_reference(folder):
    """Of two cases without one, only what they are about says whether they are the same"""
    one = register.make_case("", RECEIVED, subject="Bins")
    other = register.make_case("", RECEIVED + datetime.timedelta(8), subject="Trees")
    for name, case in (("Smith", one), ("Smith (2)", other), ("Smith-2", other),
                       ("Smith (3)", one)):
        register.write(folder, case, name=name)
    listed = foi("list", folder, "--date", TODAY, "--format", "json").json()["cases"]
    yield from equal("copies", sorted(case["file"] for case in listed if case["copy_of"]),
                     ["Smith (3).foi.json"])


def test_unseen(folder):
    """What turns words around or is not seen is in no line, and stays in the file"""
    names = ("C1", "C2", "C3")
    for name, hidden in zip(names, ("\u202e{}\u202c", "\u2067{}", "{}\u200b")):
        case = register.make_case(hidden.format(name), RECEIVED, subject=hidden.format("Homes"),
                                  owner=hidden.format("Jo"), asked=[
                                      {"service": hidden.format("Housing"), "asked": "2024-11-01"}])
        case["name"] = name.lower()
        path = register.write(folder, case, name=name)
        text = path.read_text(encoding="utf-8")
        outcome = foi("list", folder, "--date", TODAY)
        yield from equal(f"{name} is as it was", path.read_text(encoding="utf-8"), text)
    table = foi("list", folder, "--date", TODAY, "--to", "csv", "-o", "-").raw.decode("utf-8-sig")
    calendar = foi("list", folder, "--date", TODAY, "--to", "ics", "-o", "-").raw.decode("utf-8")
    for what, said in (("the list", outcome.out), ("the table", table), ("the calendar", calendar)):
        yield from equal(what, [hex(ord(sign)) for sign in said
                                if sign in "\u202e\u202c\u2067\u200b"], [])
        for name in names:
            yield from equal(f"{what}: {name}", name in said, True)


def test_links(folder):
    """A link to a case of the folder is no further one, by whatever name; to another case it is"""
    register.write(folder, register.make_case("C1", RECEIVED, subject="Homes"))
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    other = register.write(elsewhere, register.make_case("C2", RECEIVED, subject="Roads"))
    (folder / "A.foi.json").symlink_to("C1.foi.json")
    (folder / "Z.foi.json").symlink_to(folder / "A.foi.json")
    (folder / "O1.foi.json").symlink_to(other)
    (folder / "O2.foi.json").symlink_to(other)
    (folder / "N.foi.json").symlink_to("nowhere")
    outcome = foi("list", folder, "--date", TODAY, "--format", "json")
    yield from equal("the list", sorted(case["file"] for case in outcome.json()["cases"]),
                     ["C1.foi.json", "N.foi.json", "O1.foi.json"])
    said = foi("stats", folder, "--from", "2020-01-01", "--to", TODAY, "--format", "json").json()
    yield from equal("received", {one["count"] for one in said["classes"]
                                  if (one["scheme"], one["id"]) == ("section-45", "received")}, {2})


def test_table_of_some(folder):
    """Only what was asked for is in the table, and a stream has no byte order mark"""
    make_folder(folder)
    for words, wanted in ((("--filter", "waiting"), ["A1", "A2"]), (("--search", "homes"), ["A2"]),
                          (("--filter", "overdue"), [])):
        outcome = foi("list", folder, "--date", TODAY, *words, "--to", "csv", "-o", "-")
        yield from equal(words, [row["Reference"] for row in read_csv(outcome.raw, mark=False)],
                         wanted)


def read_calendar(raw):
    """The events of a calendar; every line of it as RFC 5545 wants it."""
    lines = raw.split(b"\r\n")
    assert lines.pop() == b"" and not any(b"\n" in line or b"\r" in line for line in lines)
    assert max(map(len, lines)) <= 75, max(map(len, lines))
    for line in lines:
        line.decode("utf-8")
    calendar = ical.Component.new_from_string(raw.decode("utf-8"))
    assert calendar.count_errors() == 0 and ical.restriction_check(calendar)
    events = []
    event = calendar.get_first_component(ical.ComponentKind.VEVENT_COMPONENT)
    while event:
        events.append(event)
        event = calendar.get_next_component(ical.ComponentKind.VEVENT_COMPONENT)
    assert calendar.count_components(ical.ComponentKind.ANY_COMPONENT) == len(events)
    for event in events:
        assert event.get_dtstamp().is_utc() and not event.get_dtstamp().is_date()
        assert event.get_first_property(ical.PropertyKind.TRANSP_PROPERTY).get_transp() \
            == ical.PropertyTransp.TRANSPARENT
    assert len({event.get_uid() for event in events}) == len(events)
    return events


def get_day(time):
    """The day of a time that has no hours."""
    assert time.is_date()
    return datetime.date(*time.get_date()).isoformat()


def test_calendar(folder):
    """What is due is a whole day of a calendar, and nothing else is in it"""
    make_folder(folder)
    # Its answer is due in a year that no calendar can say.
    register.write(folder, register.make_case("Z9", datetime.date(9999, 12, 20)))
    outcome = foi("list", folder, "--date", TODAY, "--to", "ics", "-o", folder / "due.ics",
                  "--format", "json")
    yield from expect(outcome, 1, None, "A5.foi.json")
    yield from equal("events", outcome.json()["events"], 2)
    answer, review = read_calendar((folder / "due.ics").read_bytes())
    yield from equal("the day", get_day(answer.get_dtstart()), "2024-11-27")
    yield from equal("the end", get_day(answer.get_dtend()), "2024-11-28")
    yield from equal("what", answer.get_summary(), 'Answer due: A1 · =HYPERLINK("x"), "calls"')
    yield from equal("more", answer.get_description().split("\n"),
                     ["Draft", "Received on 30 October 2024", "Owner: Jo Bell",
                      "Waiting for Housing"])
    yield from equal("certain", answer.get_status(), ical.PropertyStatus.CONFIRMED)
    yield from equal("the review", review.get_summary(), "Review due: A4 · £, é; \\n")
    listed = {case["reference"]: case for case in
              foi("list", folder, "--date", TODAY, "--format", "json").json()["cases"]}
    yield from equal("its day", get_day(review.get_dtstart()), listed["A4"]["due"])


def test_calendar_again(folder):
    """A calendar that takes the file again knows its events by what is due, not by when"""
    def uids():
        raw = foi("list", folder, "--date", TODAY, "--to", "ics", "-o", "-").raw
        return {event.get_summary(): event.get_uid() for event in read_calendar(raw)}

    for name in ("B1", "B2"):
        register.write(folder, register.make_case(name, RECEIVED))
    before = uids()
    register.write(folder, register.make_case("B1", RECEIVED + datetime.timedelta(7)))
    yield from equal("moved, the same", uids(), before)
    register.write(folder, register.make_case("B1", RECEIVED), name="B1-LAPTOP")
    raw = foi("list", folder, "--date", TODAY, "--to", "ics", "-o", "-").raw
    yield from equal("a copy is no event of its own", uids(), before)
    yield from equal("nor twice", len(read_calendar(raw)), 2)
    yield from equal("but is told of", ["B1-LAPTOP.foi.json" in event.get_description()
                                        for event in read_calendar(raw)], [True, False])
    register.write(folder, register.make_case("B1", RECEIVED), name="another")
    raw = foi("list", folder, "--date", TODAY, "--to", "ics", "-o", "-").raw
    yield from equal("another case of that name has its own", len(read_calendar(raw)), 3)
    register.write(folder, register.make_case("B2", RECEIVED, "part", "late", review="open"))
    yield from equal("a review is another event", before["Answer due: B2"] in uids().values(),
                     False)


def test_calendar_words(folder):
    """Whatever a case is about comes back out of the calendar"""
    chance = random.Random(5545)
    wanted = []
    for number in range(80):
        subject = "".join(chance.choices(PIECES, k=chance.randrange(0, 12)))
        reference = f"C{number:02}"
        about = subject.replace("\r", "").strip()
        wanted.append(f"Answer due: {reference} · {about}" if about
                      else f"Answer due: {reference}")
        register.write(folder, register.make_case(reference, RECEIVED, subject=subject))
    raw = foi("list", folder, "--date", TODAY, "--to", "ics", "-o", "-").raw
    yield from equal("summaries", [event.get_summary() for event in read_calendar(raw)], wanted)


def test_uncertain(folder):
    """A day past the known bank holidays is said to be one that may move"""
    register.write(folder, register.make_case("D1", datetime.date(2099, 12, 20)))
    event, = read_calendar(foi("list", folder, "--date", TODAY, "--to", "ics", "-o", "-").raw)
    yield from equal("status", event.get_status(), ical.PropertyStatus.TENTATIVE)
    yield from equal("words", "may be later" in event.get_description(), True)
    # A date in a table has no room for that.
    register.write(folder, register.make_case("D2", RECEIVED))
    register.write(folder, register.make_case("D3", datetime.date(2028, 11, 1), review="open"))
    rows = read_csv(foi("list", folder, "--date", TODAY, "--to", "csv", "-o", "-").raw, mark=False)
    for row, wanted in zip(rows, (("", "", "", ""), ("2024-11-27", "", "Answer", "2"),
                                  ("2028-11-29", "", "Answer", None))):
        told = [row[key] for key in ("Due", "Review due", "What is due", "Working days left")]
        if row["Reference"] == "D1":
            yield from equal("it is said", told.pop(2), "Answer; the day is not certain, for the "
                             "bank holidays of 2099 are not known")
            wanted = wanted[:3]
        yield from equal(row["Reference"], [one for one, is_so in zip(told, wanted)
                                            if is_so is not None],
                         [one for one in wanted if one is not None])


def test_refusals(folder):
    """What cannot be made is refused, and nothing is written over"""
    register.write(folder, register.make_case("E1", RECEIVED, "granted", "in-time"))
    there = folder / "there.csv"
    there.write_text("mine")
    yield from refusal(foi("list", folder, "--to", "ods", "-o", folder / "x"), "list", "csv, ics")
    yield from refusal(foi("list", folder, "--to", "csv"), "list", "-o")
    yield from refusal(foi("list", folder, "-o", folder / "x"), "list", "--to")
    yield from refusal(foi("list", folder, "--to", "ics", "-o", folder / "x"), "list", "no calendar")
    yield from refusal(foi("list", folder, "--to", "csv", "-o", there), str(there), "--force")
    yield from equal("what was there", there.read_text(), "mine")
    yield from equal("nothing else is there", sorted(path.name for path in folder.iterdir()),
                     ["E1.foi.json", "there.csv"])
    yield from expect(foi("list", folder, "--to", "csv", "-o", there, "--force"), 0, "", "")
    yield from equal("now", there.read_text(encoding="utf-8-sig").startswith("File,"), True)


run_tests(sys.modules[__name__])
