#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""`foi event`: what happened is noted in the case, and what makes no sense is refused."""

import datetime
import json
import sys

import register
from cli import equal, expect, foi, refusal, run_tests

RECEIVED = datetime.date(2024, 10, 30)
TODAY = ("--date", "2025-03-10", "--format", "json")


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))["foi:case"]


def note(path, kind, day, *more):
    return foi("event", path, "--type", kind, "--date", day, *more)


def row_of(folder):
    row, = foi("list", folder, *TODAY).json()["cases"]
    return row


def test_clock(folder):
    """What moves the clock is noted, with what the clock makes of it"""
    path = register.write(folder, register.make_case("A1", RECEIVED))
    yield from expect(note(path, "fees-notice", "2024-11-06", "--dry-run"), 0,
                      "Lapsed: no fee came. ", "")
    said = note(path, "fees-notice", "2024-11-06", "--note", "£12.50", "--format", "json")
    yield from expect(said, 0, err="")
    yield from equal("it waits", said.json(), {"type": "fees-notice", "state": "lapsed",
                                               "due": None, "certain": True, "written": True})
    # The worked example of the fee: due on 13 December.
    said = note(path, "fee-received", "2024-11-20", "--format", "json")
    yield from equal("due", said.json()["due"], "2024-12-13")
    yield from expect(note(path, "extended", "2024-11-21", "--until", "2024-12-20", "--question",
                           "1"), 0, err="")
    yield from equal("the events", read(path)["events"], [
        {"type": "fees-notice", "date": "2024-11-06", "note": "£12.50"},
        {"type": "fee-received", "date": "2024-11-20"},
        {"type": "extended", "date": "2024-11-21", "until": "2024-12-20", "question": "q1"}])


def test_complaint(folder):
    """A complaint to the regulator is seen in the register until it is closed"""
    path = register.write(folder, register.make_case("A1", RECEIVED, "granted", "in-time"))
    before = row_of(folder)
    yield from equal("before", (before["state"], before["complained"]), ("issued", None))
    yield from expect(note(path, "complaint", "2025-01-06"), 0, "With the regulator. Answered ",
                      "")
    row = row_of(folder)
    yield from equal("it runs", (row["state"], row["complained"], row["due"]),
                     ("complaint", "2025-01-06", before["due"]))
    # What is noted again while it runs is the same complaint.
    yield from expect(note(path, "complaint", "2025-01-08"), 0, err="")
    yield from equal("since", row_of(folder)["complained"], "2025-01-06")
    listed = foi("list", folder, "--date", "2025-03-10").out
    for words in ("  With the regulator · ", " · the regulator was complained to on Mon 6 Jan 2025"):
        yield from equal(words, words in listed, True)
    for kind, wanted in (("waiting", 1), ("issued", 1), ("open", 0), ("overdue", 0), ("all", 1)):
        found = foi("list", folder, *TODAY, "--filter", kind).json()["cases"]
        yield from equal(kind, len(found), wanted)
    csv = folder / "out.csv"
    yield from expect(foi("list", folder, "--date", "2025-03-10", "--to", "csv", "-o", csv), 0)
    yield from equal("the table", ",The regulator,2025-01-06," in csv.read_text(encoding="utf-8"),
                     True)
    yield from expect(note(path, "complaint-closed", "2025-03-03", "--note", "Not upheld"), 0,
                      err="")
    row = row_of(folder)
    yield from equal("after", (row["state"], row["complained"]), ("issued", None))
    yield from equal("kept", read(path)["events"][-1],
                     {"type": "complaint-closed", "date": "2025-03-03", "note": "Not upheld"})
    found = foi("list", folder, *TODAY, "--filter", "waiting").json()["cases"]
    yield from equal("nobody is waited for", found, [])
    # Who complains again is another matter.
    yield from expect(note(path, "complaint", "2025-03-05"), 0, err="")
    yield from equal("again", row_of(folder)["complained"], "2025-03-05")


def test_complaint_beside(folder):
    """What is still to be sent is told before a complaint, and the complaint beside it"""
    for name, more, state, service in (
            ("silence", {}, "draft", None), ("review", {"review": "open"}, "under-review", None),
            ("asked", {"asked": [{"service": "Housing", "asked": "2024-11-04"}]}, "draft",
             "Housing"),
            ("done", {"review": "upheld"}, "complaint", None)):
        end = () if name in ("silence", "asked") else ("granted", "in-time")
        path = register.write(folder, register.make_case(name, RECEIVED, *end, **more))
        yield from expect(note(path, "complaint", "2025-02-24"), 0)
        row = row_of(folder)
        yield from equal(name, (row["state"], row["complained"],
                                (row["waiting_on"] or {}).get("service")),
                         (state, "2025-02-24", service))
        path.unlink()


def count_reviews(folder):
    classes = foi("stats", folder, "--from", "2025-01-01", "--to", "2025-01-31", *TODAY).json()
    return {(one["scheme"], one["id"]): one["count"] for one in classes["classes"]
            if one["scheme"] in ("reviews", "cabinet-office")}


def test_review_withdrawn(folder):
    """A review that the requester took back is due no more, and neither open nor late anywhere"""
    path = register.write(folder, register.make_case("A1", RECEIVED, "granted", "in-time"))
    yield from expect(foi("review", path, "--asked", "2025-01-06"), 0)
    row = row_of(folder)
    yield from equal("under review", (row["state"], row["to_do"]), ("under-review", ["overdue"]))
    before = read(path)
    yield from expect(note(path, "review-withdrawn", "2025-01-13"), 0, "Issued. Answered ", "")
    row = row_of(folder)
    yield from equal("withdrawn", [row[key] for key in ("state", "to_do", "review_asked",
                                                        "review_due", "review_withdrawn")],
                     ["issued", [], "2025-01-06", None, "2025-01-13"])
    yield from equal("its line", "Internal review" in foi("list", folder).out, False)
    for kind, wanted in (("open", 0), ("overdue", 0), ("issued", 1)):
        found = foi("list", folder, *TODAY, "--filter", kind).json()["cases"]
        yield from equal(kind, len(found), wanted)
    counts = count_reviews(folder)
    for head, wanted in ((("reviews", "asked"), 1), (("reviews", "withdrawn"), 1),
                         (("reviews", "open"), 0), (("reviews", "overdue"), 0),
                         (("cabinet-office", "reviews"), 1),
                         (("cabinet-office", "reviews-withdrawn"), 1),
                         (("cabinet-office", "reviews-open"), 0)):
        yield from equal(str(head), counts[head], wanted)
    yield from refusal(note(path, "review-withdrawn", "2025-01-05"), str(path), "no review was")
    for kind in ("review-answered", "review-withdrawn"):
        yield from refusal(note(path, kind, "2025-01-20"), str(path), "withdrew the review before")
    # A file that has an answer after that all the same is read by its first end.
    case = json.loads(path.read_text(encoding="utf-8"))
    plain = path.read_bytes()
    case["foi:case"]["events"].append({"type": "review-answered", "date": "2025-01-20"})
    register.write(folder, case)
    row = row_of(folder)
    yield from equal("the first end", [row[key] for key in ("state", "review_answered",
                                                            "review_withdrawn")],
                     ["issued", None, "2025-01-13"])
    yield from equal("counted", [count_reviews(folder)["reviews", head]
                                 for head in ("withdrawn", "open", "done")], [1, 0, 0])
    path.write_bytes(plain)
    # Another one can begin; noted in another order, it is the same.
    yield from expect(foi("review", path, "--asked", "2025-02-24"), 0)
    yield from equal("again", row_of(folder)["state"], "under-review")
    case = json.loads(path.read_text(encoding="utf-8"))
    case["foi:case"]["events"] = [{"type": "review-withdrawn", "date": "2025-01-13"},
                                  *before["events"]]
    register.write(folder, case)
    yield from equal("in another order", row_of(folder)["state"], "issued")


def test_review_withdrawn_unanswered(folder):
    """Who asked for a review because no answer came, and withdrew it, is still owed the answer"""
    path = register.write(folder, register.make_case("A1", RECEIVED))
    for kind, day in (("review-asked", "2024-12-09"), ("review-withdrawn", "2024-12-16")):
        yield from expect(note(path, kind, day), 0)
    row = row_of(folder)
    yield from equal("owed", (row["state"], row["due"], row["to_do"]),
                     ("draft", "2024-11-27", ["overdue"]))
    listed = foi("list", folder, "--date", "2025-03-10").out
    yield from equal("once", listed.count("was due Wed 27 Nov 2024"), 1)


def test_second_review(folder):
    """A review that is asked for after one was answered by a letter is open"""
    path = register.write(folder, register.make_case("A1", RECEIVED, "granted", "in-time"))
    case = json.loads(path.read_text(encoding="utf-8"))
    case["foi:case"]["letters"].append({"id": "review", "type": "review"})
    case["foi:case"]["issued"] = [{"letter": "review", "date": "2025-01-20"}]
    case["foi:case"]["events"] += [{"type": "review-asked", "date": "2025-01-06"}]
    register.write(folder, case)
    yield from equal("answered by its letter", row_of(folder)["state"], "closed")
    case["foi:case"]["events"] += [{"type": "review-answered", "date": "2025-01-20"},
                                   {"type": "review-asked", "date": "2025-03-03"}]
    register.write(folder, case)
    yield from equal("the second", row_of(folder)["state"], "under-review")


def test_refusals(folder):
    """What makes no sense, or is noted elsewhere, is refused with the place and the reason"""
    path = register.write(folder, register.make_case("A1", RECEIVED, "granted", "in-time"))
    before = path.read_bytes()
    for kind, day, more, place, reason in (
            ("complaint-closed", "2025-01-06", (), path, "no complaint to the regulator was open"),
            ("complaint", "2024-10-29", (), path, "before the day of receipt"),
            ("fee-received", "2024-11-06", (), path, "there is no fees notice before it"),
            ("request-withdrawn", "2024-12-06", (), path, "the request was answered before"),
            ("complaint", "2025-02-30", (), "event", "2025-02-30"),
            ("asked-service", "2024-11-06", (), "--type", "is not one of"),
            ("posted", "2024-11-06", (), "--type", "is not one of"),
            ("complaint", "2025-01-06", ("--until", "2025-02-06"), "--until", "only an extension"),
            ("complaint", "2025-01-06", ("--question", "9"), path, "9")):
        yield from refusal(note(path, kind, day, *more), str(place), reason)
        yield from equal(f"{kind} {day}", path.read_bytes(), before)
    yield from refusal(foi("event", path), "event", "--type")
    ahead = (datetime.date.today() + datetime.timedelta(3)).isoformat()
    yield from refusal(note(path, "complaint", ahead), "event", "is yet to come")
    yield from equal("a day to come", path.read_bytes(), before)
    yield from expect(note(path, "extended", "2024-11-06", "--until", ahead, "--dry-run"), 0)
    yield from refusal(foi("event", "--type", "complaint"), "event", "name one case")
    yield from expect(note(path, "complaint", "2025-01-06", "--dry-run"), 0)
    yield from equal("a trial changes nothing", path.read_bytes(), before)
    yield from expect(note(path, "complaint", "2025-01-06"), 0)
    yield from expect(note(path, "complaint-closed", "2025-02-06"), 0)
    before = path.read_bytes()
    yield from refusal(note(path, "complaint-closed", "2025-03-06"), str(path), "no complaint")
    yield from equal("unchanged", path.read_bytes(), before)


run_tests(sys.modules[__name__])
