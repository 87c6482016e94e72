# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes folders of cases of which it is known beforehand how the register and the returns see them."""

import datetime
import json
import random

# How a question ends: what it holds, and what it makes of a request that has only this question.
ENDS = {
    "granted": {"outcome": "disclosed"},
    "part": {"outcome": "part", "grounds": [("40(2)", "personal-data")]},
    "exemption": {"outcome": "refused", "grounds": [("43(2)", "prejudice")]},
    "vexatious": {"outcome": "refused", "grounds": [("14(1)", "vexatious")]},
    "repeated": {"outcome": "refused", "grounds": [("14(2)", "repeated")]},
    "cost": {"outcome": "refused", "grounds": [("12(1)", "cost")]},
    "elsewhere": {"outcome": "refused", "grounds": [("21", "elsewhere")]},
    "neither": {"outcome": "neither-confirmed-nor-denied",
                "grounds": [("40(2)", "personal-data")]},
    "not-held": {"outcome": "not-held"},
    "advice": {"outcome": "transferred"},
}
# When it was answered: calendar days from receipt, clear of the twentieth working day whatever
# holidays lie between, and the events before that.
TIMES = {
    "in-time": (12, []),
    "extended": (40, [("extended", 14)]),
    "late": (75, []),
}
OPEN = {
    "draft": [],
    "clarification": [("clarification-asked", 5)],
    "fee": [("fees-notice", 5)],
    "withdrawn": [("request-withdrawn", 8)],
}
SERVICES = ("Housing", "Children’s Services", "Highways", "Finance")


def day(start, days):
    return (start + datetime.timedelta(days)).isoformat()


def make_question(end, number, act):
    question = {"id": f"q{number}", "number": str(number), "label": "", "text": "How many?",
                "outcome": ENDS[end]["outcome"] if end else "open", "answer": ""}
    grounds = ENDS[end].get("grounds", []) if end else []
    if grounds:
        question["grounds"] = [{"act": act, "section": section, "kind": kind}
                               for section, kind in grounds]
    return question


def make_case(reference, received, end=None, time=None, waits="draft", regime="foia", review=None,
              subject="", asked=(), owner=None, text="How many?", requester=None):
    """A case that ended so, or is still open."""
    events = []
    issued = None
    if end:
        answered, before = TIMES[time]
        issued = day(received, answered)
    else:
        before = OPEN[waits]
    for kind, after in before:
        events.append({"type": kind, "date": day(received, after)})
    if issued:
        events.append({"type": "issued", "date": issued})
    letters = [{"id": "response", "type": "response"}]
    if review:
        events.append({"type": "review-asked", "date": day(received, 90)})
        if review != "open":
            events.append({"type": "review-answered", "date": day(received, 100)})
            letters.append({"id": "review", "type": "review",
                            "particulars": {"decision": review}})
    question = make_question(end, 1, regime)
    if asked:
        question["asked"] = list(asked)
    if owner:
        question["owner"] = owner
    return {
        "foi:notice": "Internal working file. Do not release.",
        "name": reference.lower(), "id": reference, "title": subject,
        "foi:case": {
            "format": "uk-foi-case", "version": 1, "_rev": "0", "regime": regime,
            "request": {"text": text, "received": received.isoformat(),
                        **({"requester": requester} if requester else {})},
            "questions": [question], "events": events, "letters": letters, "issued": [],
        },
    }


def write(folder, case, name=None):
    path = folder / f"{name or case['id']}.foi.json"
    path.write_text(json.dumps(case, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def make_many(folder, count, seed=3):
    """So many cases; what became of each, by its reference."""
    chance = random.Random(seed)
    known = {}
    for number in range(count):
        reference = f"FOI{number:04}"
        received = datetime.date(2024, 1, 1) + datetime.timedelta(chance.randrange(366))
        regime = chance.choice(["foia"] * 5 + ["eir"] + ["foisa"] * 2)
        fate = {"received": received, "regime": regime, "end": None, "time": None, "waits": None,
                "review": None, "asked": None}
        if number % 4:
            fate["asked"] = received + datetime.timedelta(number % 18)
        if chance.random() < 0.8:
            fate["end"] = chance.choice(list(ENDS))
            fate["time"] = chance.choice(list(TIMES) if regime == "foia" else ["in-time", "late"])
            fate["review"] = chance.choice([None] * 6 + ["open", "upheld", "upheld-in-part",
                                                          "overturned"])
        else:
            fate["waits"] = chance.choice(list(OPEN))
        known[reference] = fate
        asked = [] if not fate["asked"] else [
            {"service": SERVICES[number % len(SERVICES)], "asked": day(fate["asked"], days)}
            for days in (3, 0)]
        write(folder, make_case(reference, received, fate["end"], fate["time"],
                                fate["waits"] or "draft", regime, fate["review"], asked=asked))
    return known
