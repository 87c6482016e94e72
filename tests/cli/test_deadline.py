#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""`foi deadline` and `foi calendar`: due dates, against a clock written from the law's words."""

import csv
import datetime
import json
import sys

import clock
from cli import ROOT, equal, expect, foi, refusal, run_tests

HOLIDAYS = ROOT / "resources/calendar/bank-holidays.json"
FIRST, LAST = datetime.date(2013, 1, 1), datetime.date(2027, 12, 31)
VECTORS = ROOT / "tests/core/deadline-vectors.csv"


def deadline(*arguments, **more):
    return foi("deadline", *arguments, "--format", "json", **more).json()


# ---- one request ----

def test_vectors(_folder):
    """The domain's worked dates"""
    with open(VECTORS, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            regime = "foia" if row["calendar"] == "UK" else "foisa"
            found = deadline("--received", row["received"], "--regime", regime, "--days",
                             row["n_working_days"])
            yield from equal(row["received"], (found["due"], found["certain"]), (row["due"], True))


def test_example(_folder):
    """The fee's worked example, with each day that is not counted and why"""
    found = deadline("--received", "2024-10-30", "--fees-notice", "2024-11-06", "--fee-received",
                     "2024-11-20")
    yield from equal("due", found["due"], "2024-12-13")
    yield from equal("fee due", found["fee_due"], "2025-02-05")
    reasons = {day["date"]: (day["reason"], day["nation"]) for day in found["skipped"]}
    yield from equal("2 December", reasons["2024-12-02"], ("St Andrew’s Day", "Scotland"))
    yield from equal("a Saturday", reasons["2024-11-02"], ("weekend", None))
    yield from equal("the notice", reasons["2024-11-06"], ("paused by the fees notice", None))
    yield from equal("the fee", reasons["2024-11-20"], ("paused by the fees notice", None))
    yield from equal("how many", len(found["skipped"]), 44 - 20)
    text = foi("deadline", "--received", "2024-10-30").out
    yield from equal("as text", "Due: Wednesday 27 November 2024\n" in text, True)


def test_events(_folder):
    """Clarification, an unpaid notice, an extension, a closed school, an uncertain date"""
    yield from equal("clarified", deadline("--received", "2024-10-30", "--clarified",
                                           "2024-11-13")["due"], "2024-12-12")
    yield from equal("unpaid", deadline("--received", "2024-10-30", "--fees-notice",
                                        "2024-11-06")["due"], None)
    found = deadline("--received", "2024-10-30", "--regime", "eir", "--extended-by", "20")
    yield from equal("extended", (found["due"], found["notice_due"]), ("2024-12-30", "2024-11-27"))
    yield from equal("school", deadline("--received", "2024-07-19", "--school-closed",
                                        "2024-07-22..2024-09-03")["due"], "2024-10-01")
    yield from equal("uncertain", deadline("--received", "2028-12-15")["certain"], False)
    yield from equal("uncertain, as text",
                     "not certain" in foi("deadline", "--received", "2028-12-15").out, True)


def test_late_fees(_folder):
    """A fee after its last day, and a fees notice after the answer was due, are said"""
    # FOIA, section 9(2): three months that begin with the notice's day. EIR, regulation 8: sixty
    # working days after it; 14 July, 4 and 25 August are bank holidays.
    for regime, last, after in (("foia", "2025-09-04", "2025-09-05"),
                                ("foisa", "2025-09-04", "2025-09-05"),
                                ("eir", "2025-09-02", "2025-09-03")):
        notice = ("--received", "2025-06-02", "--regime", regime, "--fees-notice", "2025-06-05")
        paid = foi("deadline", *notice, "--fee-received", last, "--format", "json")
        yield from expect(paid, 0, err="")
        found = paid.json()
        yield from equal(f"{regime}: paid on the last day",
                         (found["fee_due"], found["lapsed"], found["fees_notice_late"],
                          found["due"] is not None), (last, False, False, True))
        late = foi("deadline", *notice, "--fee-received", after, "--format", "json")
        yield from expect(late, 1, err="")
        found = late.json()
        yield from equal(f"{regime}: paid a day later",
                         (found["fee_due"], found["lapsed"], found["due"]), (last, True, None))
        yield from expect(foi("deadline", *notice, "--fee-received", after), 1,
                          out="the request has lapsed", err="")
        yield from expect(foi("deadline", *notice), 0, out="waits for the fee", err="")
    # Due on 27 November, a Wednesday: a notice of that day still stops a day.
    in_time = deadline("--received", "2024-10-30", "--fees-notice", "2024-11-27")
    yield from equal("on the last day", (in_time["due"], in_time["fees_notice_late"]),
                     (None, False))
    notice = ("--received", "2024-10-30", "--fees-notice", "2024-11-28")
    for more in ((), ("--fee-received", "2024-12-05")):
        late = foi("deadline", *notice, *more, "--format", "json")
        yield from expect(late, 1, err="")
        found = late.json()
        yield from equal("after it", (found["due"], found["fees_notice_late"], found["lapsed"],
                                      "fee_due" in found), ("2024-11-27", True, False, False))
        yield from expect(foi("deadline", *notice, *more), 1, out="it stops nothing", err="")
    yield from equal("no notice", "lapsed" in deadline("--received", "2024-10-30"), False)


def test_numbers(_folder):
    """Numbers are digits, within bounds; anything else is refused, and named"""
    for option in ("--days", "--extended-by"):
        for text in ("-1", "261", "1x", "", " ", "0x10", "010", "1.5", "+5", "99999999999999999999"):
            yield from refusal(foi("deadline", "--received", "2024-10-30", f"{option}={text}"),
                               "deadline", f"{option}: “{text}”")
    yield from refusal(foi("deadline", "--received", "2024-10-30", "--days", "0"), "deadline",
                       "--days: “0” is not a whole number from 1 to 260")
    yield from expect(foi("deadline", "--received", "2024-10-30", "--extended-by", "0"), 0, err="")
    for text in ("0", "-5", "20", "abc", "", "0x7E0", "2024.0", "99999999999"):
        yield from refusal(foi("calendar", "list", f"--year={text}"), "calendar",
                           f"--year: “{text}”")
    yield from refusal(foi("calendar", "list", "--dry-run"), "calendar", "--dry-run")
    for option, value in (("--year", "2024"), ("--calendar", "uk")):
        yield from refusal(foi("calendar", "import", HOLIDAYS, option, value), "calendar", option)


def test_refusals(_folder):
    """What cannot be is refused in one line"""
    yield from refusal(foi("deadline"), "deadline", "--received is missing")
    yield from refusal(foi("deadline", "--received", "2024-02-30"), "deadline", "2024-02-30")
    yield from refusal(foi("deadline", "--received", "2024-10-30", "--regime", "x"), "deadline",
                       "regime “x”")
    yield from refusal(foi("deadline", "--received", "2024-10-30", "--fee-received", "2024-11-06"),
                       "deadline", "--fees-notice")
    yield from refusal(foi("deadline", "--received", "2024-10-30", "--clarified", "2024-10-29"),
                       "deadline", "before --received")
    yield from refusal(foi("deadline", "--received", "2024-10-30", "--fees-notice", "2024-10-29"),
                       "deadline", "before the day")
    for days in ("2024-07-22", "2024-09-03..2024-07-22", "a..b"):
        yield from refusal(foi("deadline", "--received", "2024-07-19", "--school-closed", days),
                           "deadline", days)
    yield from refusal(foi("deadline", "--received", "2024-07-19", "--regime", "eir",
                           "--school-closed", "2024-07-22..2024-09-03"), "deadline", "schools")
    yield from refusal(foi("deadline", "--received", "2024-10-30", "--extended-by", "-1"),
                       "deadline", "-1")
    # The EIR give 20 working days more and not one beyond (regulation 7), FOISA none at all; how
    # long the public interest is weighed under FOIA no number says.
    for regime, more, reason in (("eir", 21, "at most 20"), ("foisa", 1, "no more time")):
        yield from refusal(foi("deadline", "--received", "2024-10-30", "--regime", regime,
                               "--extended-by", more), "deadline", reason)
    yield from expect(foi("deadline", "--received", "2024-10-30", "--extended-by", "30"), 0)
    yield from refusal(foi("deadline", "--received", "2024-10-30", "more"), "deadline", "more")


# ---- many ----

def test_every_day(_folder):
    """Every day of receipt from 2013 to 2027 in every regime, as the law's words have it"""
    days = [FIRST + clock.DAY * number for number in range((LAST - FIRST).days + 1)]
    lines = "".join(f"{day}\n" for day in days)
    for regime in clock.NATIONS:
        closed = clock.holidays(HOLIDAYS, regime)
        found = foi("deadline", "--regime", regime, "--from-stdin", stdin=lines.encode())
        yield from expect(found, 0, err="")
        wanted = [f"{day} {clock.due(day, closed)}" for day in days]
        wrong = [pair for pair in zip(found.out.splitlines(), wanted) if pair[0] != pair[1]]
        yield from equal(f"{regime}: lines", len(found.out.splitlines()), len(wanted))
        yield from equal(f"{regime}: other dates", wrong[:5], [])


def test_fees_every_day(_folder):
    """A fees notice and its fee around every kind of day, as the law's words have it"""
    closed = clock.holidays(HOLIDAYS, "foia")
    for start in range(0, 5400, 181):
        received = FIRST + clock.DAY * start
        for after, length in ((0, 0), (1, 3), (7, 14), (20, 1)):
            notice = received + clock.DAY * after
            paid = notice + clock.DAY * length
            if notice > clock.due(received, closed):
                continue
            found = deadline("--received", received, "--fees-notice", notice, "--fee-received",
                             paid)
            yield from equal(f"{received}, {notice} to {paid}", found["due"],
                             str(clock.due_with_fee(received, closed, notice, paid)))


def test_lines(_folder):
    """A line for a line, "-" where a date is uncertain, nothing for what is no day"""
    found = foi("deadline", "--from-stdin", stdin=b"2024-10-30\n2028-12-15\n2024-12-25")
    yield from expect(found, 0, out="2024-10-30 2024-11-27\n2028-12-15 -\n2024-12-25 2025-01-27\n",
                      err="")
    yield from expect(foi("deadline", "--from-stdin", stdin=b""), 0, out="", err="")
    for bad in (b"30/10/2024\n", b"\xff\xfe\n", b"9" * 999):
        bad = b"2024-10-30\n" + bad
        yield from refusal(foi("deadline", "--from-stdin", stdin=bad), "standard input, line 2",
                           "day that exists")
    yield from refusal(foi("deadline", "--from-stdin", "--received", "2024-10-30"), "deadline",
                       "--from-stdin")


def test_review(_folder):
    """A review has the days of its law; where only guidance has any, the most as well"""
    closed = {regime: clock.holidays(HOLIDAYS, regime) for regime in ("foia", "foisa", "eir")}
    asked = datetime.date(2024, 12, 9)
    for regime, days, most in (("foia", 20, 40), ("eir", 40, None), ("foisa", 20, None)):
        said = foi("deadline", "--received", asked.isoformat(), "--review", "--regime", regime,
                   "--format", "json").json()
        yield from equal(regime, (said["due"], said["latest"], said["working_days"]),
                         (clock.due(asked, closed[regime], days).isoformat(),
                          most and clock.due(asked, closed[regime], most).isoformat(), days))
    yield from refusal(foi("deadline", "--received", "2024-12-09", "--review", "--clarified",
                           "2024-12-10"), "deadline", "--review")


# ---- bank holidays ----

def gov_uk(folder, change):
    """A file as gov.uk's, from 2024 on, after a change."""
    with open(HOLIDAYS, encoding="utf-8") as file:
        lists = json.load(file)
    for division in lists.values():
        division["events"] = [event for event in division["events"] if event["date"] >= "2024"]
    change(lists)
    path = folder / "newer.json"
    path.write_text(json.dumps(lists), encoding="utf-8")
    return path


def test_import(folder):
    """A newer list adds, moves and takes away, keeps the old years, and changes clocks"""
    def change(lists):
        scotland = lists["scotland"]["events"]
        scotland.append({"title": "State funeral", "date": "2024-11-11", "notes": ""})
        scotland[:] = [event for event in scotland if event["date"] != "2026-06-15"]
        for event in scotland:
            if event["date"] == "2027-08-02":
                event["date"] = "2027-08-09"

    home = folder / "data"
    path = gov_uk(folder, change)
    before = foi("deadline", "--received", "2024-10-30", XDG_DATA_HOME=str(home)).out
    tried = foi("calendar", "import", path, "--dry-run", "--format", "json",
                XDG_DATA_HOME=str(home))
    yield from equal("a dry run writes nothing", home.exists(), False)
    done = foi("calendar", "import", path, "--format", "json", XDG_DATA_HOME=str(home))
    yield from expect(done, 0, err="")
    yield from equal("as in the dry run", done.json(), tried.json())
    yield from equal("added", [day["date"] for day in done.json()["added"]], ["2024-11-11"])
    yield from equal("removed", [day["date"] for day in done.json()["removed"]], ["2026-06-15"])
    yield from equal("moved", [(day["before"], day["date"]) for day in done.json()["moved"]],
                     [("2027-08-02", "2027-08-09")])
    after = foi("deadline", "--received", "2024-10-30", XDG_DATA_HOME=str(home)).out
    yield from equal("before", "27 November 2024" in before, True)
    yield from equal("after", "28 November 2024" in after and "State funeral" in after, True)
    old = foi("deadline", "--received", "2013-05-03", XDG_DATA_HOME=str(home))
    yield from expect(old, 0, out="Due: Tuesday 4 June 2013")
    again = foi("calendar", "import", path, XDG_DATA_HOME=str(home))
    yield from expect(again, 0, out="Nothing changes", err="")


def test_local(folder):
    """What an office added itself stays, whatever is imported"""
    home = folder / "data"
    (home / "foi-desk").mkdir(parents=True)
    local = {"england-and-wales": {"division": "england-and-wales", "events": [
        {"title": "Proclaimed today", "date": "2024-11-20", "notes": "Not in the file yet"}]}}
    (home / "foi-desk/local-bank-holidays.json").write_text(json.dumps(local), encoding="utf-8")
    foi("calendar", "import", gov_uk(folder, lambda lists: None), XDG_DATA_HOME=str(home))
    yield from expect(foi("calendar", "list", "--year", "2024", XDG_DATA_HOME=str(home)), 0,
                      out="2024-11-20  Proclaimed today (England and Wales)\n")


def test_list(_folder):
    """Which days are bank holidays, and where"""
    listed = foi("calendar", "list", "--format", "json").json()
    yield from equal("years", (listed["from"], listed["to"]), (2012, 2028))
    days = {day["date"]: day["nation"] for day in listed["holidays"]}
    yield from equal("all nations", days["2024-12-25"], None)
    yield from equal("some", days["2024-04-01"], "England and Wales, Northern Ireland")
    union = clock.holidays(HOLIDAYS, "foia")
    yield from equal("days", sorted(days), sorted(str(day) for day in union))
    yield from refusal(foi("calendar", "list", "--year", "2029"), "calendar", "2012 to 2028")
    yield from refusal(foi("calendar", "list", "--calendar", "moon"), "calendar", "moon")
    yield from refusal(foi("calendar"), "calendar", "list")


def test_bad_files(folder):
    """A file that is none of bank holidays is refused with its place, and changes nothing"""
    home = folder / "data"
    for content, reason in ((b"{", "1:2"), (b"[]", "not one JSON object"),
                            (b'{"x":{"events":[{"title":"T","date":"2024-02-30"}]}}', "date"),
                            (b'{"x":{"events":[{"date":"2024-02-03"}]}}', "title"),
                            (b'{"x":{}}', "not a file of bank holidays"), (b"{}", "no holidays")):
        path = folder / "bad.json"
        path.write_bytes(content)
        yield from refusal(foi("calendar", "import", path, XDG_DATA_HOME=str(home)), "calendar",
                           reason)
        yield from equal("written", home.exists(), False)
    yield from refusal(foi("calendar", "import", folder / "none.json", XDG_DATA_HOME=str(home)),
                       "calendar", "none.json")


run_tests(sys.modules[__name__])
