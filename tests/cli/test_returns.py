#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `foi stats` counts beyond the heads of the returns, and how all of it agrees."""

import collections
import csv
import datetime
import io
import statistics
import sys

import clock
import register
from cli import ROOT, equal, expect, foi, refusal, run_tests

HOLIDAYS = ROOT / "resources/calendar/bank-holidays.json"
FIRST, LAST = datetime.date(2024, 4, 1), datetime.date(2024, 6, 30)
PERIOD = ("--from", FIRST.isoformat(), "--to", LAST.isoformat(), "--date", "2025-03-01")
BANDS = (("days-1", 0, 1), ("days-3", 2, 3), ("days-5", 4, 5), ("days-10", 6, 10),
         ("days-more", 11, 999))
REVIEW_BANDS = ("10", "20", "40", "60", "80", "100", "more")
EXTENSION_BANDS = ("5", "10", "15", "20", "30", "40", "60", "80", "100", "more")

# A return, its total, and what adds up to it: as in the statistics that are published.
RELATIONS = (
    ("section-45", "received", "not-yet-processed", "processed", "withdrawn"),
    ("section-45", "processed", "processed-in-time", "processed-extended", "processed-late",
     "processed-uncertain"),
    ("section-45", "processed", "granted", "refused", "part", "advice"),
    ("cabinet-office", "received", "on-hold", "elsewhere", "total"),
    ("cabinet-office", "elsewhere", "elsewhere-part", "elsewhere-full"),
    ("cabinet-office", "elsewhere", "elsewhere-in-time", "elsewhere-late"),
    ("cabinet-office", "total", "processed", "open"),
    ("cabinet-office", "processed", "in-time", "extended", "late", "uncertain"),
    ("cabinet-office", "extended", *("extended-days-" + band for band in EXTENSION_BANDS)),
    ("cabinet-office", "total", "advice", "not-held", "resolvable"),
    ("cabinet-office", "resolvable", "granted", "part", "withheld", "not-yet-provided"),
    ("cabinet-office", "reviews", "reviews-done", "reviews-open", "reviews-withdrawn"),
    ("cabinet-office", "reviews-done", "reviews-upheld", "reviews-part", "reviews-overturned"),
    ("cabinet-office", "reviews-done", *("reviews-days-" + band for band in REVIEW_BANDS)),
    ("scotland", "received", "on-hold", "withdrawn", "in-time", "extended", "late", "uncertain",
     "failure", "open"),
    ("scotland", "answered", "in-time", "extended", "late", "uncertain"),
    ("scotland", "answered", "full", "some", "none", "elsewhere", "not-held", "neither", "advice"),
    ("scotland", "reviews-done", "reviews-upheld", "reviews-part", "reviews-overturned"),
    ("scotland", "reviews-done", "reviews-in-time", "reviews-late"),
    ("reviews", "asked", "open", "done", "withdrawn"),
    ("reviews", "done", "in-time", "late", "uncertain"),
    ("reviews", "done", "upheld", "part", "overturned", "unknown"),
    ("reviews", "done", *("days-" + band for band in REVIEW_BANDS)),
    ("allocation", "allocated", *(band for band, _, _ in BANDS)),
    ("months", "received", "on_time", "late", "not_answered", "others"),
)
# The same, in two returns.
AGREEMENTS = (
    (("section-45", "received"), ("cabinet-office", "received")),
    (("section-45", "received"), ("allocation", "all")),
    (("section-45", "reviews"), ("reviews", "asked")),
    (("section-45", "withdrawn"), ("cabinet-office", "on-hold-withdrawn")),
    (("cabinet-office", "reviews-upheld"), ("reviews", "upheld")),
    (("section-45", "received"), ("months", "received")),
)


def count(folder):
    """What was said; the cases of each number by return and head; the number of each."""
    said = foi("stats", folder, *PERIOD, "--format", "json").json()
    cases, numbers = {}, collections.Counter()
    for one in said["classes"] + said["allocation"]["classes"]:
        cases[one["scheme"], one["id"]] = one["cases"]
        numbers[one["scheme"], one["id"]] = one["count"]
    cases["allocation", "all"] = (cases["allocation", "allocated"]
                                  + cases["allocation", "not-allocated"])
    numbers["allocation", "all"] = len(cases["allocation", "all"])
    for month in said["months"]:
        for key in ("received", "on_time", "late", "not_answered", "others"):
            numbers["months", key] += month[key]
        cases.setdefault(("months", "received"), []).extend(month["cases"])
    return said, cases, numbers


def in_period(known):
    return {name: fate for name, fate in known.items() if FIRST <= fate["received"] <= LAST}


def test_relations(folder):
    """The totals agree with each other as those of the published statistics do"""
    register.make_many(folder, 300, seed=8)
    _, cases, numbers = count(folder)
    for scheme, whole, *parts in RELATIONS:
        what = f"{scheme}: {whole}"
        yield from equal(what, sum(numbers[scheme, part] for part in parts),
                         numbers[scheme, whole])
        yield from equal(f"{what}: anything", numbers[scheme, whole] > 0, True)
        if scheme != "months":
            yield from equal(f"{what}, by its cases",
                             sorted(sum((cases[scheme, part] for part in parts), [])),
                             sorted(cases[scheme, whole]))
    for one, other in AGREEMENTS:
        yield from equal(f"{one} and {other}", sorted(cases[one]), sorted(cases[other]))
    for key, found in cases.items():
        yield from equal(f"{key}: each case once", len(set(found)), len(found))
        yield from equal(f"{key}: as many as its cases", numbers[key], len(found))


def test_months(folder):
    """Each month has the requests that came in it, by whether they were answered on time"""
    known = in_period(register.make_many(folder, 300))
    said, _, _ = count(folder)
    yield from equal("months", [month["month"] for month in said["months"]],
                     ["2024-04", "2024-05", "2024-06"])
    for month in said["months"]:
        fates = {name: fate for name, fate in known.items()
                 if fate["received"].isoformat().startswith(month["month"])}
        on_time = sum(fate["time"] in ("in-time", "extended") for fate in fates.values())
        late = sum(fate["time"] == "late" for fate in fates.values())
        failed = sum(fate["waits"] == "draft" for fate in fates.values())
        share = f"{on_time * 100 / (on_time + late + failed):.1f}"
        for key, wanted in (("cases", sorted(fates)), ("received", len(fates)),
                            ("on_time", on_time), ("late", late), ("not_answered", failed),
                            ("others", len(fates) - on_time - late - failed),
                            ("share_on_time", share)):
            found = sorted(month[key]) if key == "cases" else month[key]
            yield from equal(f"{month['month']}: {key}", found, wanted)


# What of a request was given, and where it stands in the Cabinet Office's return when that was in
# time, within a permitted extension and late: where only what is published elsewhere was not given,
# apart from the others, and the first two together.
PARTS = {
    "part of one": ({"outcome": "part", "grounds": [("40(2)", "personal-data")]}, None, False),
    "one of two": ({"outcome": "disclosed", "grounds": []},
                   {"outcome": "refused", "grounds": [("43(2)", "prejudice")]}, False),
    "part of one, and one": ({"outcome": "part", "grounds": [("40(2)", "personal-data")]},
                             {"outcome": "disclosed", "grounds": []}, False),
    "but for what is published": ({"outcome": "part", "grounds": [("21", "elsewhere")]}, None, True),
}


def test_part(folder):
    """An answer in part is partly withheld and in time, extended or late, and once each"""
    known = {}
    for about, (first, second, elsewhere) in PARTS.items():
        for time in register.TIMES:
            name = f"P{len(known)}"
            case = register.make_case(name, datetime.date(2024, 5, 8), "part", time)
            case["foi:case"]["questions"] = [
                {"id": f"q{i}", "number": str(i), "label": "", "text": "How many?", "answer": "",
                 "outcome": ends["outcome"], **({"grounds": [
                     {"act": "foia", "section": section, "kind": kind}
                     for section, kind in ends["grounds"]]} if ends["grounds"] else {})}
                for i, ends in enumerate((first, second), 1) if ends]
            register.write(folder, case)
            late = "elsewhere-late" if time == "late" else "elsewhere-in-time"
            known[name] = (f"{about}, {time}", {
                "received", *(("elsewhere", "elsewhere-part", late) if elsewhere else
                              ("total", "processed", "resolvable", "part", time))})
    _, cases, _ = count(folder)
    for name, (about, wanted) in known.items():
        heads = {head for (scheme, head), names in cases.items()
                 if scheme == "cabinet-office" and name in names
                 and not head.startswith(("ground", "extended-days-"))}
        yield from equal(about, sorted(heads), sorted(wanted))


def test_share(folder):
    """A month of which nothing can be said yet has no share; who does not answer is not on time"""
    day = datetime.date
    register.write(folder, register.make_case("new", day(2024, 6, 28)))
    register.write(folder, register.make_case("old", day(2024, 4, 2)))
    register.write(folder, register.make_case("good", day(2024, 4, 2), "granted", "in-time"))
    said = foi("stats", folder, *PERIOD[:4], "--date", "2024-07-02", "--format", "json").json()
    yield from equal("shares", [(month["month"], month["received"], month["share_on_time"])
                                for month in said["months"]],
                     [("2024-04", 2, "50.0"), ("2024-05", 0, None), ("2024-06", 1, None)])


def test_allocation(folder):
    """The time to allocate is counted in the working days of each law, and by bands"""
    known = in_period(register.make_many(folder, 300))
    said, cases, _ = count(folder)
    days = {}
    for name, fate in known.items():
        if fate["asked"]:
            closed = clock.holidays(HOLIDAYS, fate["regime"])
            days[name] = sum(
                clock.is_working_day(fate["received"] + datetime.timedelta(after), closed)
                for after in range(1, (fate["asked"] - fate["received"]).days + 1))
    yield from equal("requests", said["allocation"]["requests"], len(days))
    yield from equal("days", said["allocation"]["working_days"], sum(days.values()))
    yield from equal("median", said["allocation"]["median"],
                     f"{statistics.median(days.values()):.1f}")
    for band, least, most in BANDS:
        wanted = sorted(name for name, n in days.items() if least <= n <= most)
        yield from equal(band, sorted(cases["allocation", band]), wanted)
        yield from equal(f"{band}: anything", len(wanted) > 0, True)
    yield from equal("no service", sorted(cases["allocation", "not-allocated"]),
                     sorted(set(known) - set(days)))


def test_review_times(folder):
    """A review is in time by the days that its law gives, or the Code's where it gives none"""
    asked = datetime.date(2024, 4, 8)
    for name, regime, answered, wanted in (
            # Monday 6 May and Monday 27 May were bank holidays; in Scotland 6 May, not 27 May.
            ("a", "foia", "2024-05-07", "in-time"), ("b", "foia", "2024-05-08", "late"),
            ("c", "foisa", "2024-05-07", "in-time"), ("d", "foisa", "2024-05-08", "late"),
            ("e", "eir", "2024-06-05", "in-time"), ("f", "eir", "2024-06-06", "late"),
            ("g", "foia", None, "overdue")):
        case = register.make_case(name, datetime.date(2024, 1, 8), "granted", "in-time",
                                  regime=regime)
        case["foi:case"]["events"].append({"type": "review-asked", "date": asked.isoformat()})
        if answered:
            case["foi:case"]["events"].append({"type": "review-answered", "date": answered})
        register.write(folder, case)
        said = foi("stats", folder, *PERIOD, "--format", "json").json()
        heads = {one["id"] for one in said["classes"]
                 if one["scheme"] == "reviews" and name in one["cases"]}
        yield from equal(f"{regime}, answered {answered}",
                         heads & {"in-time", "late", "overdue", "uncertain"}, {wanted})


def test_copies(folder):
    """What a shared folder made two files of is one request, and that is said"""
    day = datetime.date(2024, 4, 8)
    register.write(folder, register.make_case("C1", day))
    before, _, numbers = count(folder)
    for name in ("C1-LAPTOP", "C1 (conflicted copy)", "C1-LAPTOP (2)"):
        register.write(folder, register.make_case("C1", day), name=name)
    outcome = foi("stats", folder, *PERIOD, "--format", "json")
    yield from expect(outcome, 0, None, "C1-LAPTOP.foi.json")
    said = outcome.json()
    yield from equal("copies", (before.pop("copies"), said.pop("copies")), (0, 3))
    yield from equal("the same numbers", said, before)
    yield from equal("one request", numbers["section-45", "received"], 1)
    table = list(csv.DictReader(io.StringIO(foi("stats", folder, *PERIOD, "--csv", "-").out)))
    yield from equal("named once", {row["Cases"] for row in table}, {"", "C1"})
    # It was received although it cannot be read: one of the copies stands for it.
    (folder / "C1.foi.json").write_text("{")
    outcome = foi("stats", folder, *PERIOD, "--format", "json")
    yield from expect(outcome, 1, None, "C1.foi.json")
    said = outcome.json()
    yield from equal("the others", (said["copies"], said["unreadable"]), (2, 1))
    yield from equal("the same numbers", said["classes"], before["classes"])
    # What only is called like a copy is a request.
    register.write(folder, register.make_case("C1-B", day))
    yield from equal("another", count(folder)[2]["section-45", "received"], 2)


def test_csv(folder):
    """The table has each number of every return with its cases, and no formula"""
    register.make_many(folder, 60)
    bad = register.make_case("=1+1", FIRST, "granted", "in-time",
                             asked=[{"service": "=HYPERLINK(1)", "asked": "2024-04-02"}])
    register.write(folder, bad, "bad")
    said, cases, numbers = count(folder)
    found = foi("stats", folder, *PERIOD, "--csv", "-")
    yield from expect(found, 0, err="")
    rows = list(csv.DictReader(io.StringIO(found.out, newline="")))
    yield from equal("columns", list(rows[0]),
                     ["From", "To", "Return", "Code", "Part of", "Counted", "Number", "Cases"])
    yield from equal("period", {(row["From"], row["To"]) for row in rows},
                     {("2024-04-01", "2024-06-30")})
    parts = {"section-45": "Quarterly return", "cabinet-office": "Cabinet Office",
             "scotland": "Scotland", "reviews": "Internal reviews", "allocation": "Time taken"}
    table = {(row["Return"], row["Code"]): row for row in rows}
    for (scheme, head), names in cases.items():
        if scheme not in parts or head.startswith("ground ") or head == "all":
            continue
        row = table[parts[scheme], head]
        yield from equal(f"{scheme} {head}", (row["Number"], len(row["Cases"].split())),
                         (str(numbers[scheme, head]), len(names)))
    yield from equal("shares", [row["Number"] for row in rows if row["Code"] == "share"],
                     [month["share_on_time"] for month in said["months"]])
    # Sorted in whatever way, a row still says of which month it is, and of which number a part.
    of = {(row["Part of"], row["Code"]): row["Number"] for row in rows}
    for month in said["months"]:
        for code, key in (("on-time", "on_time"), ("late", "late"), ("share", "share_on_time")):
            yield from equal(f"{month['month']} {code}", of[month["month"], code], str(month[key]))
    for whole, code in (("", "processed"), ("processed", "processed-late"),
                        ("extended", "extended-days-5"), ("withheld", "withheld-cost")):
        yield from equal(code, (whole, code) in of, True)
    for row in rows:
        for field in row.values():
            if field[:1] in ("=", "+", "@", "-"):
                yield f"a formula: {field}"
    path = folder / "returns.csv"
    yield from expect(foi("stats", folder, *PERIOD, "--csv", path), 0, "", "")
    yield from equal("in a file", path.read_bytes().decode("utf-8-sig"), found.raw.decode("utf-8"))
    yield from refusal(foi("stats", folder, *PERIOD, "--csv", path), str(path), "")


run_tests(sys.modules[__name__])
