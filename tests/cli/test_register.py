#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder of cases: `foi list` and `foi stats`, against what is known of it beforehand."""

import csv
import datetime
import json
import os
import shutil
import sys

import register
from cli import EXAMPLE, equal, expect, foi, refusal, run_tests

FIRST, LAST = datetime.date(2024, 4, 1), datetime.date(2024, 6, 30)
PERIOD = ("--from", FIRST.isoformat(), "--to", LAST.isoformat(), "--date", "2025-03-01")
FULLY = ("exemption", "vexatious", "repeated", "cost", "neither")


def count(folder, *words):
    """The numbers of a return by scheme and head, and the cases of each."""
    found = foi("stats", folder, *(words or PERIOD), "--format", "json")
    classes = found.json()["classes"]
    return found, {(one["scheme"], one["id"]): set(one["cases"]) for one in classes}


def pick(known, test):
    return {reference for reference, fate in known.items()
            if FIRST <= fate["received"] <= LAST and test(fate)}


def expected(known):
    """The heads by what was made, not by what was read."""
    heads = {}

    def head(name, test, *schemes):
        for scheme in schemes or ("section-45", "cabinet-office"):
            heads[scheme, name] = pick(known, test)

    head("received", lambda f: True)
    head("not-yet-processed", lambda f: not f["end"] and f["waits"] != "withdrawn", "section-45")
    head("withdrawn", lambda f: f["waits"] == "withdrawn", "section-45")
    head("on-hold-withdrawn", lambda f: f["waits"] == "withdrawn", "cabinet-office")
    head("not-yet-processed-stopped", lambda f: f["waits"] in ("fee", "clarification"),
         "section-45")
    head("processed", lambda f: f["end"], "section-45")
    for time in ("in-time", "extended", "late"):
        head(f"processed-{time}", lambda f, time=time: f["time"] == time, "section-45")
        head(time, lambda f, time=time: f["time"] == time and f["end"] != "elsewhere",
             "cabinet-office")
    head("granted", lambda f: f["end"] == "granted")
    head("part", lambda f: f["end"] == "part")
    head("advice", lambda f: f["end"] == "advice")
    head("refused", lambda f: f["end"] in FULLY + ("elsewhere", "not-held"), "section-45")
    head("refused-not-held", lambda f: f["end"] == "not-held", "section-45")
    head("not-held", lambda f: f["end"] == "not-held", "cabinet-office")
    head("elsewhere", lambda f: f["end"] == "elsewhere", "cabinet-office")
    head("environmental", lambda f: f["regime"] == "eir", "cabinet-office")
    head("withheld", lambda f: f["end"] in FULLY, "cabinet-office")
    for reason in ("vexatious", "repeated", "cost"):
        head(f"withheld-{reason}", lambda f, reason=reason: f["end"] == reason, "cabinet-office")
    head("withheld-exemption", lambda f: f["end"] in ("exemption", "neither"), "cabinet-office")
    head("on-hold", lambda f: f["waits"] in ("fee", "clarification", "withdrawn"),
         "cabinet-office")
    head("not-yet-provided", lambda f: f["waits"] == "draft", "cabinet-office")
    return heads


def test_returns(folder):
    """Each head of the returns counts the cases that were made for it, of 300"""
    known = register.make_many(folder, 300)
    outcome, found = count(folder)
    yield from expect(outcome, 0, err="")
    for key, cases in expected(known).items():
        yield from equal(" ".join(key), sorted(found[key]), sorted(cases))
        if not cases and key[1] != "not-yet-processed-extended":
            yield f"{key}: nothing was made for it"


def test_elsewhere(folder):
    """What is only published elsewhere is refused in part where anything was given besides"""
    # How its questions ended, and where it counts in the Code's return and in the Cabinet Office's.
    facts = (("elsewhere", "refused", "elsewhere-full"),
             ("elsewhere not-held", "refused", "elsewhere-full"),
             ("elsewhere advice", "refused", "elsewhere-full"),
             ("elsewhere granted", "part", "elsewhere-part"),
             ("granted elsewhere not-held", "part", "elsewhere-part"),
             ("rest-elsewhere", "part", "elsewhere-part"),
             ("elsewhere exemption", "refused", "withheld"),
             ("elsewhere part", "part", "part"), ("elsewhere granted exemption", "part", "part"),
             ("granted", "granted", "granted"), ("not-held", "refused", "not-held"))
    ends = {**register.ENDS, "rest-elsewhere": {"outcome": "part", "grounds": [("21", "elsewhere")]}}
    for number, (words, _, _) in enumerate(facts):
        case = register.make_case(f"E{number:02}", FIRST, "granted", "in-time")
        case["foi:case"]["questions"] = [
            {"id": f"q{place}", "number": str(place), "text": "?", "outcome": ends[end]["outcome"],
             "grounds": [{"act": "foia", "section": section, "kind": kind}
                         for section, kind in ends[end].get("grounds", [])]}
            for place, end in enumerate(words.split(), start=1)]
        register.write(folder, case)
    _, found = count(folder)
    for number, (words, code, cabinet) in enumerate(facts):
        name = f"E{number:02}"
        for scheme, heads, wanted in (
                ("section-45", ("granted", "refused", "part", "advice"), code),
                ("cabinet-office", ("granted", "part", "withheld", "not-held", "elsewhere-part",
                                    "elsewhere-full"), cabinet)):
            yield from equal(f"{words}: {scheme}", [head for head in heads
                                                    if name in found[scheme, head]], [wanted])
        yield from equal(f"{words}: apart", name in found["cabinet-office", "elsewhere"],
                         name not in found["cabinet-office", "total"])


def test_time_with_services(folder):
    """Each working day of a request is a service's or ours, and is counted once"""
    # Received on Monday 3 June 2024; no bank holiday until Friday 12 July (Northern Ireland).
    start = datetime.date(2024, 6, 3)
    asks = {
        "none": [],
        # Asked on the Tuesday, answered on the Monday after: four days, the first is no day.
        "one": [{"service": "Housing", "asked": "2024-06-04", "wanted_by": "2024-06-07",
                 "answered": "2024-06-10"}],
        # Both at once, for three days together and one more of one of them.
        "two": [{"service": "housing", "asked": "2024-06-04", "wanted_by": "2024-06-10",
                 "answered": "2024-06-07"},
                {"service": "Roads", "asked": "2024-06-05", "answered": "2024-06-10",
                 "chased": ["2024-06-07"]}],
    }
    for name, asked in asks.items():
        case = register.make_case(name, start, "granted", "in-time", asked=asked)
        register.write(folder, case)
    open_case = register.make_case("open", start, asked=[
        {"service": "Roads", "asked": "2024-06-04", "wanted_by": "2024-06-14"}])
    register.write(folder, open_case)
    outcome = foi("stats", folder, *PERIOD, "--format", "json")
    said = outcome.json()
    # Answered on Saturday 15 June: nine working days each.
    yield from equal("time", said["time"], {"requests": 3, "working_days": 27, "with_services": 8,
                                            "with_us": 19, "cases": ["none", "one", "two"]})
    yield from equal("services", said["services"], [
        {"service": "Housing", "asked": 2, "answered": 2, "late": 1, "chased": 0,
         "working_days": 7, "cases": ["one", "two"]},
        {"service": "Roads", "asked": 2, "answered": 1, "late": 1, "chased": 1,
         "working_days": 3, "cases": ["open", "two"]}])
    month, = said["months"]
    yield from equal("the month", {key: month[key] for key in month if key.endswith("cases")},
                     {"cases": ["none", "one", "open", "two"],
                      "on_time_cases": ["none", "one", "two"], "late_cases": [],
                      "not_answered_cases": ["open"], "others_cases": []})
    text = foi("stats", folder, *PERIOD).out
    for line in ("27  Working days from receipt to answer, of 3 requests", "8    With services", "19    With us",
                 "2    Housing: 2 answered, 1 late; 7 working days in all"):
        if line not in text:
            yield f"the text lacks {line!r}"


def test_reviews(folder):
    """Reviews count in the period in which they were asked for, by what they came to"""
    known = register.make_many(folder, 300)
    _, found = count(folder)

    def reviewed(*decisions):
        return sorted(reference for reference, fate in known.items() if fate["review"] in decisions
                      and FIRST <= fate["received"] + datetime.timedelta(90) <= LAST)

    for name, decisions in (("reviews", ("open", "upheld", "upheld-in-part", "overturned")),
                            ("reviews-open", ("open",)), ("reviews-upheld", ("upheld",)),
                            ("reviews-part", ("upheld-in-part",)),
                            ("reviews-overturned", ("overturned",)),
                            ("reviews-done", ("upheld", "upheld-in-part", "overturned"))):
        yield from equal(name, sorted(found["cabinet-office", name]), reviewed(*decisions))
        if not reviewed(*decisions):
            yield f"{name}: nothing was made for it"


def test_scotland(folder):
    """The Scottish return counts only what came under Scottish law"""
    known = register.make_many(folder, 300)
    _, found = count(folder)
    scottish = {name: fate for name, fate in known.items() if fate["regime"] == "foisa"}
    for head, end in (("full", "granted"), ("some", "part"), ("not-held", "not-held"),
                      ("neither", "neither"), ("cost", "cost"), ("elsewhere", "elsewhere")):
        yield from equal(head, sorted(found["scotland", head]),
                         sorted(pick(scottish, lambda f, end=end: f["end"] == end)))
    for head, waits in (("failure", ("draft",)), ("withdrawn", ("withdrawn",)),
                        ("on-hold", ("fee", "clarification"))):
        yield from equal(head, sorted(found["scotland", head]),
                         sorted(pick(scottish, lambda f, waits=waits: f["waits"] in waits)))


def test_scottish_laws(folder):
    """Each of the Scottish laws has all heads to itself, and what was answered stands in one of them"""
    unreasonable = {"outcome": "refused", "grounds": [("10(4)(b)", "manifestly-unreasonable")]}
    ends = {**register.ENDS, "unreasonable": unreasonable}
    outcomes = {"full", "some", "none", "elsewhere", "not-held", "neither", "advice"}
    reasons = {"cost", "vexatious", "repeated", "unreasonable"}
    fates = {"on-hold", "withdrawn", "in-time", "late", "failure", "open", "fees-notice",
             "fees-paid"}
    # How the questions ended, or what is waited for; what came before; and the heads of it.
    facts = (("granted", [], {"in-time", "full"}), ("part", [], {"in-time", "some"}),
             ("elsewhere granted", [], {"in-time", "some"}),
             ("exemption", [], {"in-time", "none"}), ("cost", [], {"in-time", "none", "cost"}),
             ("vexatious", [], {"in-time", "none", "vexatious"}),
             ("repeated", [], {"in-time", "none", "repeated"}),
             ("unreasonable", [], {"in-time", "none", "unreasonable"}),
             ("unreasonable granted", [], {"in-time", "some"}),
             ("elsewhere", [], {"in-time", "elsewhere"}), ("neither", [], {"in-time", "neither"}),
             ("not-held", [], {"in-time", "not-held"}), ("advice", [], {"in-time", "advice"}),
             ("granted", [("fees-notice", 5), ("fee-received", 8)],
              {"in-time", "full", "fees-notice", "fees-paid"}),
             ("", [("fees-notice", 5)], {"on-hold", "fees-notice"}),
             ("", [("clarification-asked", 5)], {"on-hold"}),
             ("", [("request-withdrawn", 5)], {"withdrawn"}), ("", [], {"failure"}))
    received = datetime.date(2024, 4, 8)
    for regime in ("foisa", "eisr"):
        for number, (words, before, _) in enumerate(facts):
            case = register.make_case(f"{regime}{number:02}", received, regime=regime)
            case["foi:case"]["questions"] = [
                {"id": f"q{place}", "number": str(place), "text": "?", "outcome": ends[end]["outcome"],
                 "grounds": [{"act": regime, "section": section, "kind": kind}
                             for section, kind in ends[end].get("grounds", [])]}
                for place, end in enumerate(words.split(), start=1)]
            case["foi:case"]["events"] = [
                {"type": kind, "date": register.day(received, days)}
                for kind, days in before + ([("issued", 14)] if words else [])]
            register.write(folder, case)
    _, found = count(folder)
    for regime, prefix, none in (("foisa", "", {"unreasonable"}), ("eisr", "eir-", set())):
        heads = {head: found.get(("scotland", prefix + head), set())
                 for head in outcomes | reasons | fates}
        for number, (words, _, wanted) in enumerate(facts):
            name = f"{regime}{number:02}"
            yield from equal(f"{regime}: {words}",
                             {head for head, names in heads.items() if name in names},
                             wanted - none)
        answered = found["scotland", prefix + "answered"]
        yield from equal(f"{regime}: what was answered",
                         sorted(sum((list(heads[head]) for head in outcomes), [])),
                         sorted(answered))
        yield from equal(f"{regime}: all", len(found["scotland", prefix + "received"]), len(facts))
    yield from equal("a head that the Act has not", ("scotland", "unreasonable") in found, False)


def test_withdrawn(folder):
    """A request that the requester took back is due no more, and no failure of anybody"""
    received = datetime.date(2024, 4, 3)
    asked = [{"service": "Housing", "asked": "2024-04-04", "wanted_by": "2024-04-10"}]
    register.write(folder, register.make_case("W1", received, waits="withdrawn", asked=asked))
    register.write(folder, register.make_case("W2", received, "granted", "in-time"))
    case, _ = foi("list", folder, "--date", "2024-11-25", "--format", "json").json()["cases"]
    yield from equal("the list", [case[key] for key in ("state", "due", "working_days_left",
                                                        "to_do", "waiting_on")],
                     ["withdrawn", None, None, [], None])
    for words, wanted in (("today", 0), ("overdue", 0), ("open", 0), ("waiting", 0), ("issued", 1),
                          ("all", 2)):
        found = foi("list", folder, "--date", "2024-11-25", "--filter", words, "--format", "json")
        yield from equal(words, len(found.json()["cases"]), wanted)
    shown = foi("list", folder, "--date", "2024-11-25").out.splitlines()
    yield from equal("its line", shown[1].strip(), "Withdrawn · Withdrawn by the requester on "
                     "Thu 11 Apr")
    yield from refusal(foi("list", folder, "--to", "ics", "-o", folder / "x.ics"), "list",
                       "no calendar")
    yield from equal("show", foi("show", folder / "W1.foi.json", "--format", "json").json()["state"],
                     "withdrawn")
    said = foi("stats", folder, *PERIOD, "--format", "json").json()
    month = said["months"][0]
    yield from equal("the month", [month[key] for key in ("received", "on_time", "not_answered",
                                                          "others", "share_on_time")],
                     [2, 1, 0, 1, "100.0"])
    # A letter that is withdrawn is another matter: the answer is due all the same.
    letter = register.make_case("W1", received)
    letter["foi:case"]["events"] = [{"type": "withdrawn", "date": "2024-04-11"}]
    register.write(folder, letter)
    case, _ = foi("list", folder, "--date", "2024-11-25", "--format", "json").json()["cases"]
    yield from equal("a letter", (case["state"], case["to_do"]), ("draft", ["overdue"]))
    yield from expect(foi("show", folder / "W1.foi.json"), 0, "no letter was issued before")


def test_review_of_silence(folder):
    """A complaint that no answer came takes nothing off what is overdue, until an answer is issued"""
    received = datetime.date(2024, 4, 3)      # due 1 May 2024; the review, asked 2 July, 31 July
    asked = {"type": "review-asked", "date": "2024-07-02"}
    answered = {"type": "review-answered", "date": "2024-07-20"}
    issued = {"type": "issued", "date": "2024-07-05"}
    extended = {"type": "extended", "date": "2024-04-10", "until": "2024-08-30"}
    stopped = {"type": "clarification-asked", "date": "2024-04-10"}
    # What happened, and on 10 July: the state, what is due and when, the review's day, what is to
    # be done; whether it is issued, overdue, open; and the month's part of it.
    for name, events, end, wanted in (
            ("silence", [], None, ("draft", "2024-05-01", None, ["overdue"], "oo", "not_answered")),
            ("asked", [asked], None,
             ("under-review", "2024-05-01", "2024-07-31", ["overdue"], "oo", "not_answered")),
            ("decided", [asked, answered], None,
             ("closed", "2024-05-01", "2024-07-31", ["overdue"], "oo", "not_answered")),
            ("answered", [asked, issued], "granted",
             ("under-review", "2024-07-31", "2024-07-31", [], "io", "late")),
            ("both", [issued, asked, answered], "granted",
             ("closed", "2024-07-31", "2024-07-31", [], "i", "late")),
            ("early", [{**asked, "date": "2024-04-10"}, extended], None,
             ("under-review", "2024-05-01", "2024-05-09", ["overdue"], "oo", "not_answered")),
            ("stopped", [stopped, asked], None,
             ("under-review", "2024-07-31", "2024-07-31", [], "o", "others"))):
        case = register.make_case(name, received, end, "late" if end else None)
        case["foi:case"]["events"] = events
        path = register.write(folder, case)
        date = ("--date", "2024-07-10", "--format", "json")

        def listed(*filters):
            return foi("list", folder, *filters, *date).json()["cases"]

        row, = listed()
        kinds = "".join(kind[0] for kind in ("issued", "overdue", "open")
                        if listed("--filter", kind))
        month, = foi("stats", folder, *PERIOD[:4], *date).json()["months"]
        part = [key for key in ("on_time", "late", "not_answered", "others") if month[key]]
        yield from equal(name, (row["state"], row["due"], row["review_due"], row["to_do"], kinds,
                                *part), wanted)
        path.unlink()


def test_answered_in_part(folder):
    """Register and statistics agree of what was answered in part, another way, or in two letters"""
    received = datetime.date(2024, 4, 3)      # due 1 May 2024

    def event(kind, day, **more):
        return {"type": kind, "date": f"2024-{day}", **more}

    whole, ack = event("issued", "04-10"), [{"letter": "ack", "date": "2024-04-04"}]
    first, second = event("issued", "04-10", question="q1"), event("issued", "05-20", question="q2")
    put_off = event("extended", "04-20", until="2024-05-29")
    both, one = ("disclosed", "refused"), ("disclosed", "open")
    # What became of the questions, what happened, the letters; and on 1 June the state, the day of
    # the answer, what is to be done, the kinds, the part of the month and of the quarter.
    for name, outcomes, events, issued, wanted in (
            ("whole", both, [whole], [], ("issued", "2024-04-10", [], "i", "on_time", "in-time")),
            ("open", one, [whole], [], ("part-issued", None, ["overdue"], "oo", "not_answered")),
            ("open-letter", one, [whole], [{"letter": "response", "date": "2024-04-10"}],
             ("part-issued", None, ["overdue"], "oo", "not_answered")),
            ("acknowledged", both, [whole], ack,
             ("issued", "2024-04-10", [], "i", "on_time", "in-time")),
            ("only-acknowledged", both, [], ack, ("draft", None, ["overdue"], "oo", "not_answered")),
            ("parts", both, [first, second], [], ("issued", "2024-05-20", [], "i", "late", "late")),
            ("a-part", both, [first], [], ("part-issued", None, ["overdue"], "oo", "not_answered")),
            ("late-after-extension", both, [put_off, whole, event("issued", "05-31")], [],
             ("issued", "2024-05-31", [], "i", "late", "late")),
            ("within-extension", both, [put_off, whole, event("issued", "05-28")], [],
             ("issued", "2024-05-28", [], "i", "on_time", "extended")),
            ("put-off", ("disclosed", "extended"), [put_off, whole], [],
             ("extended", None, ["overdue"], "oo", "not_answered"))):
        case = register.make_case(name, received)
        question, = case["foi:case"]["questions"]
        case["foi:case"]["questions"] = [
            {**question, "id": f"q{number}", "number": str(number), "outcome": outcome}
            for number, outcome in enumerate(outcomes, start=1)]
        case["foi:case"]["letters"].append({"id": "ack", "type": "acknowledgement"})
        case["foi:case"].update(events=events, issued=issued)
        path = register.write(folder, case)
        date = ("--date", "2024-06-01", "--format", "json")
        row, = foi("list", folder, *date).json()["cases"]
        kinds = "".join(kind[0] for kind in ("issued", "overdue", "open")
                        if foi("list", folder, "--filter", kind, *date).json()["cases"])
        said = foi("stats", folder, *PERIOD[:4], *date).json()
        month, = said["months"]
        parts = [key for key in ("on_time", "late", "not_answered", "others") if month[key]]
        parts += [one["id"].split("-", 1)[1] for one in said["classes"] if one["count"]
                  and one["scheme"] == "section-45" and one["id"].startswith("processed-")]
        yield from equal(name, (row["state"], row["answered"], row["to_do"], kinds, *parts), wanted)
        path.unlink()


def test_review_due_in_calendar(folder):
    """A request nobody answered and the review of that are two days of the calendar and two words"""
    case = register.make_case("A1", datetime.date(2024, 4, 3), review="open")
    register.write(folder, case)
    date = ("--date", "2024-07-10")
    raw = foi("list", folder, *date, "--to", "ics", "-o", "-").out.splitlines()
    yield from equal("days", [line for line in raw if line.startswith(("DTSTART", "SUMMARY"))],
                     ["DTSTART;VALUE=DATE:20240501", "SUMMARY:Answer due: A1",
                      "DTSTART;VALUE=DATE:20240731", "SUMMARY:Review due: A1"])
    yield from equal("names", len({line for line in raw if line.startswith("UID")}), 2)
    row = foi("list", folder, *date, "--to", "csv", "-o", "-").out.splitlines()
    found, = csv.DictReader(row)
    yield from equal("table", [found[key] for key in ("Due", "What is due", "Review due")],
                     ["2024-05-01", "Answer", "2024-07-31"])
    yield from expect(foi("list", folder, *date), 0,
                      "Under review · 48 working days late, was due Wed 1 May · "
                      "Internal review: Due in 14 working days, Wed 31 Jul", "")


def test_list(folder):
    """A row says what the case says: state, days, who is waited for"""
    asked = [{"service": "Housing", "asked": "2024-11-04", "wanted_by": "2024-11-18",
              "chased": ["2024-11-19", "2024-11-21"]},
             {"service": "Finance", "asked": "2024-11-01", "answered": "2024-11-12"}]
    received = datetime.date(2024, 10, 30)
    register.write(folder, register.make_case(
        "A1", received, subject="Calls", asked=asked, owner="Jo Bell",
        requester={"name": "Sam Reed", "email": "request-1@WhatDoTheyKnow.com"}))
    register.write(folder, register.make_case("A2", received, waits="fee",
                                              requester={"name": "Sam Reed"}))
    register.write(folder, register.make_case("A3", received, "granted", "in-time",
                                              requester={"organisation": "The Post"}))
    register.write(folder, register.make_case("A4", received, "part", "late", review="open"))
    (folder / "A5.foi.json").write_text("{\n  oops")
    (folder / "authority.foi.json").write_text("{}")
    (folder / "letter.pdf").write_text("")
    outcome = foi("list", folder, "--date", "2024-11-25", "--format", "json")
    yield from expect(outcome, 1, err="")
    cases = {case["file"].split(".")[0]: case for case in outcome.json()["cases"]}
    yield from equal("files", list(cases), ["A1", "A2", "A3", "A4", "A5"])
    for name, key, wanted in (
            ("A1", "subject", "Calls"), ("A1", "state", "draft"), ("A1", "due", "2024-11-27"),
            ("A1", "working_days_left", 2), ("A1", "owner", "Jo Bell"),
            ("A1", "requester", "platform"), ("A2", "requester", "person"),
            ("A3", "requester", "organisation"), ("A4", "requester", "unknown"),
            ("A1", "waiting_on", {"service": "Housing", "question": "1", "since": "2024-11-04",
                                  "wanted_by": "2024-11-18", "chased": "2024-11-21"}),
            ("A2", "state", "fee"), ("A2", "waiting_on", None), ("A3", "state", "issued"),
            ("A3", "working_days_left", None), ("A4", "state", "under-review"),
            ("A5", "state", "unreadable"), ("A5", "reference", None), ("A5", "to_fix", None)):
        yield from equal(f"{name}: {key}", cases[name][key], wanted)
    yield from equal("A5 says where", "line 2, column 3" in cases["A5"]["error"], True)
    text = foi("list", folder, "--date", "2024-11-25")
    yield from expect(text, 1, "waiting for Housing since Mon 4 Nov 2024", "")
    yield from expect(text, 1, "A5.foi.json  line 2, column 3: ")


def test_no_files(folder):
    """What is called like a case and is no file is a line that says so; a link to a case is none"""
    register.write(folder, register.make_case("A1", datetime.date(2024, 10, 30)))
    os.mkfifo(folder / "pipe.foi.json")
    (folder / "folder.foi.json").mkdir()
    (folder / "dangling.foi.json").symlink_to(folder / "nowhere")
    (folder / "link.foi.json").symlink_to(folder / "A1.foi.json")
    outcome = foi("list", folder, "--format", "json")
    yield from expect(outcome, 1, err="")
    errors = {case["file"].split(".")[0]: case["error"] or "" for case in outcome.json()["cases"]}
    yield from equal("listed", sorted(errors), ["A1", "dangling", "folder", "pipe"])
    for name, words in (("A1", ""), ("pipe", "pipe or a device"), ("folder", "folder"),
                        ("dangling", "No such file")):
        yield from equal(name, (words in errors[name], bool(errors[name])), (True, bool(words)))


def test_filters(folder):
    """A filter lists the cases that it is for, and no others"""
    monday = datetime.date(2024, 11, 25)
    received = {"late": 40, "today": 28, "week": 24, "later": 10}
    for name, ago in received.items():
        register.write(folder, register.make_case(name, monday - datetime.timedelta(ago)))
    fresh = monday - datetime.timedelta(10)

    def ask(name, **more):
        register.write(folder, register.make_case(
            name, fresh, asked=[{"service": "Housing", "asked": "2024-11-15", **more}],
            owner="Jo Bell" if name == "asked" else None))

    ask("asked", wanted_by="2024-11-29")
    ask("chase", wanted_by="2024-11-22")
    ask("chased", wanted_by="2024-11-22", chased=["2024-11-25"])
    ask("back", wanted_by="2024-11-22", answered="2024-11-22")
    ask("back-long", wanted_by="2024-11-22", answered="2024-11-18")
    register.write(folder, register.make_case("fee", fresh, waits="fee"))
    register.write(folder, register.make_case("done", monday - datetime.timedelta(40), "granted",
                                              "in-time"))
    (folder / "broken.foi.json").write_text("[]")
    everything = {"late", "today", "week", "later", "asked", "chase", "chased", "back",
                  "back-long", "fee", "done", "broken"}
    for kind, wanted in (("overdue", {"late"}), ("week", {"today", "week"}),
                         ("waiting", {"asked", "chase", "chased", "fee"}), ("mine", {"asked"}),
                         ("issued", {"done"}), ("open", everything - {"done", "broken"}),
                         ("today", {"late", "today", "week", "chase", "back", "broken"}),
                         ("all", everything)):
        found = foi("list", folder, "--filter", kind, "--owner", "jo bell", "--date",
                    monday.isoformat(), "--format", "json").json()["cases"]
        yield from equal(kind, {case["file"].split(".")[0] for case in found}, wanted)
    yield from refusal(foi("list", folder, "--filter", "nice"), "list", "nice")
    yield from refusal(foi("list", folder, "--filter", "mine"), "list", "--owner")


# A fees notice of Wednesday 6 November 2024 lapses when 5 February 2025 is over (FOIA, section 9(2)),
# one under the EIR after sixty working days (regulation 8(5)): the events after it, the day on which
# one looks, the state, and under which filters it is.
LAPSES = (
    ("foia", [], "2025-02-05", "fee", {"open", "waiting", "all"}),
    ("foia", [], "2025-02-06", "lapsed", {"all"}),
    ("foia", [], "2027-02-06", "lapsed", {"all"}),
    ("foia", [("fee-received", "2025-02-05")], "2025-02-06", "draft", {"open", "all"}),
    ("foia", [("fee-received", "2025-02-06")], "2025-02-07", "lapsed", {"all"}),
    ("eir", [], "2025-02-05", "fee", {"open", "waiting", "all"}),
    ("eir", [], "2025-02-06", "lapsed", {"all"}),
)


def test_lapse(folder):
    """A request whose fee never came is waited for no longer, and counted with what lapsed"""
    for number, (regime, events, today, state, filters) in enumerate(LAPSES):
        where = folder / str(number)
        where.mkdir()
        case = register.make_case("A", datetime.date(2024, 10, 30), regime=regime)
        case["foi:case"]["events"] = [{"type": "fees-notice", "date": "2024-11-06"}] + [
            {"type": kind, "date": day} for kind, day in events]
        register.write(where, case)
        seen = {kind for kind in ("open", "waiting", "all", "overdue", "week")
                if foi("list", where, "--filter", kind, "--date", today, "--format",
                       "json").json()["cases"]}
        row, = foi("list", where, "--date", today, "--format", "json").json()["cases"]
        yield from equal(f"{number}: state", row["state"], state)
        yield from equal(f"{number}: filters", seen - {"overdue", "week"}, filters)
        if state == "lapsed":
            yield from equal(f"{number}: days", row["working_days_left"], None)
            _, found = count(where, "--from", "2024-10-01", "--to", "2024-12-31", "--date", today)
            yield from equal(f"{number}: on hold or lapsed", found["cabinet-office", "on-hold"], {"A"})


def test_errands(folder):
    """What a case asks for is told, the most pressing first"""
    friday = "2024-11-22"
    # The days of receipt whose twentieth working day is the one on the right.
    for name, received, wanted in (
            ("overdue", datetime.date(2024, 10, 24), ["overdue"]),           # Thu 21 Nov
            ("today", datetime.date(2024, 10, 25), ["due-today"]),           # Fri 22 Nov
            ("monday", datetime.date(2024, 10, 28), ["due-soon"]),           # Mon 25 Nov
            ("tuesday", datetime.date(2024, 10, 29), ["due-soon"]),          # Tue 26 Nov
            ("wednesday", datetime.date(2024, 10, 30), [])):                 # Wed 27 Nov
        register.write(folder, register.make_case(name, received))
        row, = foi("list", folder, "--date", friday, "--search", name, "--format",
                   "json").json()["cases"]
        yield from equal(name, row["to_do"], wanted)
    asked = [{"service": "Housing", "asked": "2024-11-04", "wanted_by": "2024-11-18"},
             {"service": "Finance", "asked": "2024-11-04", "answered": "2024-11-19"}]
    register.write(folder, register.make_case("both", datetime.date(2024, 10, 24), asked=asked))
    for day, told in (("2024-11-22", ["overdue", "came-back", "chase"]),
                      ("2024-11-21", ["due-today", "came-back", "chase"]),
                      ("2024-11-18", ["due-this-week"]), ("2024-11-17", []),
                      ("2024-12-20", ["overdue", "chase"])):
        row, = foi("list", folder, "--date", day, "--search", "both", "--format",
                   "json").json()["cases"]
        yield from equal(day, row["to_do"], told)
    (folder / "broken.foi.json").write_text("[]")
    rows = foi("list", folder, "--filter", "today", "--date", "2024-11-19", "--format",
               "json").json()["cases"]
    yield from equal("broken", [row["to_do"] for row in rows if row["error"]], [["unreadable"]])


def test_approval(folder):
    """A case is to be approved when all of it is answered, until all of it is approved as it is"""
    received = datetime.date(2024, 10, 30)

    def question(number, outcome="disclosed", **more):
        return {"id": f"q{number}", "number": str(number), "text": "?", "outcome": outcome, **more}

    def write(name, *questions, events=()):
        case = register.make_case(name, received)
        case["foi:case"]["questions"] = list(questions)
        case["foi:case"]["events"] = list(events)
        register.write(folder, case)

    write("open", question(1), question(2, "open"))
    write("none")
    write("ready", question(1), question(2, "refused"))
    write("half", question(1), question(2))
    write("done", question(1), question(2))
    write("changed", question(1), question(2))
    write("part", question(1, parts=[question("1a"), question("1b", "open")]))
    write("parts", question(1, parts=[question("1a"), question("1b")]))
    for name, number in (("half", "1"), ("done", "1"), ("changed", "1"), ("changed", "2"),
                         ("part", "1"), ("parts", "1")):
        yield from expect(foi("approve", folder / f"{name}.foi.json", "--question", number, "--by",
                              "Ann Lee", "--date", "2024-11-20"), 0)
    yield from expect(foi("approve", folder / "done.foi.json", "--question", "2", "--by", "Bo Day",
                          "--date", "2024-11-21"), 0)
    path = folder / "changed.foi.json"
    case = json.loads(path.read_text(encoding="utf-8"))
    case["foi:case"]["questions"][1]["answer"] = "Fifteen, not fourteen."
    path.write_text(json.dumps(case), encoding="utf-8")
    # What was approved before it was sent stays so, whatever the case says since.
    write("gone", question(1), events=[{"type": "issued", "date": "2024-11-25"}])
    path = folder / "gone.foi.json"
    yield from expect(foi("approve", path, "--by", "Ann Lee", "--date", "2024-11-20"), 0)
    case = json.loads(path.read_text(encoding="utf-8"))
    case["foi:case"]["questions"][0]["answer"] = "Fifteen, not fourteen."
    path.write_text(json.dumps(case), encoding="utf-8")
    write("letter", question(1), question(2), events=[{"type": "approved", "date": "2024-11-22"}])
    write("one", question(1), question(2),
          events=[{"type": "approved", "date": "2024-11-22", "question": "q1"}])
    register.write(folder, register.make_case("sent", received, "granted", "in-time"))
    cases = {case["reference"]: case for case in
             foi("list", folder, "--format", "json").json()["cases"]}
    for name, questions, answered, approved, changed, by, on in (
            ("open", 2, 1, 0, 0, None, None), ("none", 0, 0, 0, 0, None, None),
            ("ready", 2, 2, 0, 0, None, None), ("half", 2, 2, 1, 0, "Ann Lee", "2024-11-20"),
            ("done", 2, 2, 2, 0, "Bo Day", "2024-11-21"),
            ("changed", 2, 2, 1, 1, "Ann Lee", "2024-11-20"),
            ("gone", 1, 1, 1, 0, "Ann Lee", "2024-11-20"),
            ("part", 2, 1, 2, 0, "Ann Lee", "2024-11-20"),
            ("parts", 2, 2, 2, 0, "Ann Lee", "2024-11-20"),
            ("letter", 2, 2, 2, 0, None, "2024-11-22"), ("one", 2, 2, 0, 0, None, None)):
        yield from equal(name, cases[name]["approval"],
                         {"questions": questions, "answered": answered, "approved": approved,
                          "changed": changed, "by": by, "on": on})
    listed = foi("list", folder, "--filter", "to-approve", "--format", "json").json()["cases"]
    yield from equal("to approve", {case["reference"] for case in listed},
                     {"ready", "half", "changed", "one"})


def test_search(folder):
    """Words are found in every text of a case, whatever their case, and their place is told"""
    received = datetime.date(2024, 10, 30)
    case = register.make_case("B1", received, subject="Potholes", text="Dear Siân, how many holes?",
                              requester={"name": "Zoë Ångström", "email": "zoe@example.org"})
    case["foi:case"]["questions"][0]["answer"] = "We filled 1,204 holes in Quarry Lane.\n"
    case["resources"] = [{
        "name": "holes", "title": "Holes by road",
        "schema": {"fields": [{"name": "road", "type": "string", "title": "Road"}]},
        "data": [["road"], ["Mill Street"]]}]
    register.write(folder, case)
    register.write(folder, register.make_case("B2", received, subject="Trees"))
    for words, place in (("potholes", "title"), ("b1", "id"), ("QUARRY lane", "questions/q1/answer"),
                         ("siân", "request/text"), ("SIÂN", "request/text"),
                         ("ångström", "request/requester/name"), ("mill st", "tables/holes"),
                         ("by road", "tables/holes"), ("lane quarry", "questions/q1/answer")):
        found = foi("list", folder, "--search", words, "--format", "json").json()["cases"]
        yield from equal(words, [(case["reference"], case["found"]["place"]) for case in found],
                         [("B1", place)])
    for words in ("bridges", "quarry bridges"):
        yield from equal(words, foi("list", folder, "--search", words,
                                    "--format", "json").json()["cases"], [])
    yield from expect(foi("list", folder, "--search", "quarry"), 0,
                      "questions/q1/answer: …filled 1,204 holes in Quarry Lane.\n", "")
    yield from expect(foi("list", folder, "--search", "bridges"), 0, "No case of this folder")


def test_search_tables(folder):
    """Figures are found as typed and as shown, and notes on cells; what is withheld is not"""
    received = datetime.date(2024, 10, 30)
    case = register.make_case("T1", received, subject="Calls")
    case["foi:case"]["questions"][0]["answer"] = "In all 61,308 calls, or 1,2 and 3."
    case["foi:case"]["withheld"] = [{"table": "calls", "row": {"year": "2018"}, "field": "calls",
                                     "value": 7654321, "by": "primary"}]
    case["resources"] = [{
        "name": "calls", "title": "Calls by year", "description": "Taken from the switchboard.",
        "schema": {"fields": [
            {"name": "year", "type": "string", "title": "Year"},
            {"name": "calls", "type": "integer", "title": "Calls"},
            {"name": "cost", "type": "number", "title": "Cost", "foi:decimals": 2,
             "foi:unit": "GBP"},
            {"name": "day", "type": "date", "title": "Last day"}],
            "primaryKey": ["year"], "missingValues": ["[c]"]},
        "foi:notes": [{"id": "n1", "row": {"year": "2017"}, "field": "calls",
                       "text": "The line was cut in Ashdale."}],
        "foi:chart": {"kind": "bar", "title": "Ever more callers"},
        "data": [["year", "calls", "cost", "day"], ["2016", 20049, "1274552.50", "2016-11-27"],
                 ["2017", 312, "99.00", "2017-11-27"], ["2018", "[c]", "0.00", "2018-11-27"]]}]
    register.write(folder, case)
    register.write(folder, register.make_case("T2", received, subject="Trees"))
    rows, note = "tables/calls", "tables/calls/foi:notes/n1"
    for words, place in (("20049", rows), ("20,049", rows), ("2004", rows), ("20,04", rows),
                         ("£1,274,552.50", rows), ("1274552.5", rows), ("£1274552", rows),
                         ("2016 · 20,049", rows), ("27 november 2016", rows), ("312", rows),
                         ("61308", "questions/q1/answer"), ("61,308 CALLS", "questions/q1/answer"),
                         ("1,2 and 3", "questions/q1/answer"), ("in all 61308", "questions/q1/answer"),
                         ("ashdale", note), ("switchboard", "tables/calls/description"),
                         ("more callers", "tables/calls/foi:chart/title"),
                         ("by year", rows)):
        found = foi("list", folder, "--search", words, "--format", "json").json()["cases"]
        yield from equal(words, [(case["reference"], case["found"]["place"]) for case in found],
                         [("T1", place)])
    for words in ("7654321", "7,654,321", "200,49", "20.049", "0049,3", "bar", "61308x"):
        yield from equal(words, foi("list", folder, "--search", words,
                                    "--format", "json").json()["cases"], [])
    yield from expect(foi("list", folder, "--search", "20049"), 0,
                      "tables/calls: 2016 · 20,049 · £1,274,552.50 · 27 November 2016\n", "")


def test_to_fix(folder):
    """A row counts what `foi check` finds to be fixed"""
    shutil.copy(EXAMPLE, folder / "example.foi.json")
    checked = foi("check", EXAMPLE, "--format", "json").json()["files"][0]["findings"]
    wanted = sum(finding["severity"] == "error" for finding in checked)
    row = foi("list", folder, "--format", "json").json()["cases"][0]
    yield from equal("to fix", row["to_fix"], wanted)
    yield from equal("something is to be fixed", wanted > 0, True)


def test_refusals(folder):
    """What cannot be done is refused, with its reason"""
    yield from refusal(foi("list"), "list", "name one folder")
    yield from refusal(foi("list", folder / "none"), str(folder / "none"), "")
    yield from refusal(foi("stats", folder), "stats", "--from")
    yield from refusal(foi("stats", folder, "--from", "2024-02-01", "--to", "2024-01-01"),
                       "stats", "ends before it begins")
    yield from refusal(foi("stats", folder, "--from", "yesterday", "--to", "2024-01-01"),
                       "stats", "yesterday")
    yield from expect(foi("list", folder), 0, "There is no case")
    yield from expect(foi("stats", folder, "--from", "2024-01-01", "--to", "2024-02-01"), 0,
                      "No request")


run_tests(sys.modules[__name__])
