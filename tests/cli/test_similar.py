#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""`foi similar`: what the cases of a folder have for a question, and which requests are related."""

import datetime
import json
import shutil
import sys

import clock
import register
from cli import EXAMPLE, ROOT, equal, expect, foi, refusal, run_tests

# Questions as the public asks them, with an answer; what is said of the other ones is unlike.
ANSWERED = {
    "POT": ("How many potholes were reported on the council's roads in 2023?",
            "There were 1,204 reports of potholes."),
    "CAM": ("How many bus lane cameras does the council operate, and where are they?",
            "The council has 14 cameras in bus lanes."),
    "SEN": ("How many children are waiting for an education, health and care plan?",
            "On 1 May 2024, 212 children were waiting."),
    "AGY": ("What did the council spend on agency social workers last year?",
            "The council paid £1.2 million for agency staff in social work."),
    "PEST": ("How many complaints about rats did environmental health receive?",
             "Environmental health received 377 complaints about rats."),
}
# Another's words for the same, and which of the answers is meant by them.
ASKED = [
    ("Please tell me the number of pothole reports you received for each year since 2019.", "POT"),
    ("Where is each camera that is used for enforcing bus lanes?", "CAM"),
    ("Number of pupils awaiting an Education Health and Care Plan (EHCP)", "SEN"),
    ("Total expenditure on social worker agencies", "AGY"),
    ("How often did people complain to you of a rat?", "PEST"),
]
UNLIKE = ["What is the name of the chief executive?",
          "How many people have you employed in total?", "Please?", "2023", ""]


def case(reference, received, question, answer=None, name="A. Nother", **more):
    made = register.make_case(reference, received, "granted" if answer else None, "in-time",
                              requester={"name": name, **more.pop("requester", {})}, **more)
    made["title"] = more.get("subject", "")
    made["foi:case"]["questions"][0].update(text=question, answer=answer or "")
    return made


def fill(folder):
    for number, (reference, (question, answer)) in enumerate(ANSWERED.items()):
        register.write(folder, case(reference, datetime.date(2024, 3, 4 + number), question,
                                    answer))


def similar(folder, question):
    """The references of the answers to a question, the best first."""
    path = register.write(folder, case("NEW", datetime.date(2024, 9, 2), question))
    found = foi("similar", path, "--format", "json")
    complaints = expect(found, 0, err="")
    return complaints, [one["reference"] for one in found.json()["questions"][0]["similar"]]


def test_found(folder):
    """An answer is found by other words for the same question"""
    fill(folder)
    complaints = []
    for question, reference in ASKED:
        said, found = similar(folder, question)
        complaints += said + equal(question, found[:1], [reference])
    return complaints


def test_not_found(folder):
    """What is only asked in like manner is not shown"""
    fill(folder)
    complaints = []
    for question in UNLIKE:
        said, found = similar(folder, question)
        complaints += said + equal(question, found, [])
    return complaints


def test_only_answers(folder):
    """Drafts, withdrawn answers and the case itself are not shown; after the review it is again"""
    question = ANSWERED["POT"][0]
    draft = case("DRAFT", datetime.date(2024, 3, 4), question)
    draft["foi:case"]["questions"][0]["answer"] = "We think 3."
    register.write(folder, draft)
    gone = case("GONE", datetime.date(2024, 3, 4), question, "There were 7.")
    gone["foi:case"]["events"].append({"type": "withdrawn", "date": "2024-03-20"})
    register.write(folder, gone)
    register.write(folder, case("UNDER", datetime.date(2024, 3, 4), question, "9.",
                                review="open"))
    register.write(folder, case("CLOSED", datetime.date(2024, 3, 4), question, "11.",
                                review="upheld"))
    (folder / "broken.foi.json").write_text("{", encoding="utf-8")
    complaints, found = similar(folder, question)
    return complaints + equal("what is shown", found, ["CLOSED"])


def test_nothing_withheld(folder):
    """Neither who asked nor what was withheld is told of another case"""
    made = json.loads((ROOT / "data/examples/FOI651119421-corrected.foi.json")
                      .read_text(encoding="utf-8"))
    inner = made["foi:case"]
    inner["request"]["requester"] = {"name": "Zebedee Quill", "email": "zq@example.org",
                                     "organisation": "The Daily Quibble"}
    inner["events"].append({"type": "issued", "date": "2025-01-20"})
    inner["internal"] = {"notes": [{"question": "q1", "text": "Marmaduke said no"}]}
    for question in inner["questions"]:
        question["owner"] = "Ophelia Owner"
        question["asked"] = [{"service": "Sorcery", "contact": "merlin@example.org",
                              "asked": "2024-12-02"}]
        question["answer"] += ("\n\nThank you, Zebedee Quill (zq@example.org). Quill asked for "
                               "the Daily Quibble.")
    register.write(folder, made, "OLD")
    path = folder / "NEW.foi.json"
    shutil.copy(EXAMPLE, path)
    complaints = []
    for form in ("json", "text"):
        found = foi("similar", path, "--format", form)
        complaints += expect(found, 0, err="")
        if "Thank you" not in found.out:
            complaints.append(f"{form}: the old answer is not shown: {found.out}")
        for secret in ("Zebedee", "Quill", "Quibble", "zq@", "Marmaduke", "Ophelia", "Sorcery", "merlin"):
            if secret in found.out:
                complaints.append(f"{form}: {secret} is told")
    return complaints


def test_as_read(folder):
    """An earlier answer is shown with the figures and titles that its marks stood for"""
    question = ANSWERED["POT"][0]
    old = case("OLD", datetime.date(2024, 3, 4), question,
               "Oak had {{value:holes/Oak|2023/24/n}}, Elm {{value:holes/Elm|2023/24/n}}.\n\n"
               "{{table:holes}}\n\n{{table:none}} {{odd")
    old["foi:case"]["questions"][0]["tables"] = ["holes"]
    old["resources"] = [{
        "name": "holes", "title": "Holes by road", "schema": {
            "fields": [{"name": "road", "type": "string"}, {"name": "year", "type": "string"},
                       {"name": "n", "type": "integer"}],
            "primaryKey": ["road", "year"], "missingValues": ["[c]"]},
        "data": [["road", "year", "n"], ["Oak", "2023/24", 1204], ["Elm", "2023/24", "[c]"]]}]
    register.write(folder, old)
    path = register.write(folder, case("NEW", datetime.date(2024, 9, 2), question))
    found = foi("similar", path, "--format", "json").json()["questions"][0]["similar"][0]
    said = "Oak had 1,204, Elm [c].\n\nTable: Holes by road\n\n{{table:none}} {{odd"
    return (equal("said", found["said"], said)
            + equal("to be used again", "{{table:holes}}" in found["answer"], True)
            + expect(foi("similar", path), 0, "Table: Holes by road"))


def related(folder, received, question, regime="foia", name="A. Nother"):
    path = register.write(folder, case("NEW", received, question, name=name, regime=regime))
    found = foi("similar", path, "--format", "json")
    return [(one["reference"], one["relation"]) for one in found.json()["related"]]


def test_repeated(folder):
    """The same from the same requester is a repeated request once it was answered"""
    fill(folder)
    question = ANSWERED["POT"][0]
    late, early = datetime.date(2024, 11, 4), datetime.date(2024, 3, 12)
    return (equal("later", related(folder, late, question), [("POT", "repeated")])
            + equal("before it was answered", related(folder, early, question),
                    [("POT", "pooled")])
            + equal("by somebody else, much later", related(folder, late, question, name="C"), [])
            + equal("of something else", related(folder, late, "Who is the mayor?"), [])
            + equal("in Scotland", related(folder, late, question, "foisa"),
                    [("POT", "repeated")])
            + equal("of the environment", related(folder, late, question, "eir"), []))


def last_day(first):
    """The last of sixty working days, the first included."""
    days = clock.holidays(ROOT / "resources/calendar/bank-holidays.json", "foia")
    day, number = first, 1
    while number < 60:
        day += clock.DAY
        number += clock.is_working_day(day, days)
    return day


def test_complied(folder):
    """Only what was complied with can be repeated; of what was refused costs are added up"""
    cars = "How many staff of the council have a company car, and what do these cost?"
    trees = "Which trees in Quarry Lane were felled by contractors, and when?"
    received, asked = datetime.date(2024, 3, 4), datetime.date(2024, 3, 25)
    # What became of the questions of the earlier request, of which the first is asked again.
    for ends, wanted in (
            (["granted"], "repeated"), (["part"], "repeated"), (["not-held"], "repeated"),
            (["cost"], "pooled"), (["exemption"], "pooled"), (["vexatious"], "pooled"),
            (["elsewhere"], "pooled"), (["neither"], "pooled"), (["advice"], "pooled"),
            (["granted", "cost"], "repeated"), (["cost", "granted"], "pooled")):
        old = case("OLD", received, cars, "Three.")
        old["foi:case"]["questions"] = [
            {**register.make_question(end, number, "foia"), "text": text}
            for number, (end, text) in enumerate(zip(ends, (cars, trees)), start=1)]
        register.write(folder, old)
        yield from equal(f"after {ends}", related(folder, asked, cars), [("OLD", wanted)])
    # In parts: the words above them are those of what was given as well.
    for outcomes, wanted in ((("refused", "refused"), "pooled"), (("refused", "disclosed"),
                                                                 "repeated")):
        old = case("OLD", received, cars, "Three.")
        old["foi:case"]["questions"][0]["parts"] = [
            {"id": f"q1{letter}", "number": f"1{letter}", "text": "", "outcome": outcome}
            for letter, outcome in zip("ab", outcomes)]
        register.write(folder, old)
        yield from equal(f"after parts {outcomes}", related(folder, asked, cars),
                         [("OLD", wanted)])


def test_related_copies(folder):
    """A case of which there are copies is pointed out once, for the most that is to be said"""
    question = "How many staff of the council have a company car, and what do these cost?"
    received, asked = datetime.date(2024, 3, 4), datetime.date(2024, 3, 25)
    register.write(folder, case("OLD", received, question, "Three."))
    register.write(folder, case("OLD", received, question), name="OLD-DESKTOP-AB12CD")
    register.write(folder, case("OLD", received, question, "Three."), name="a")
    register.write(folder, case("OLDER", received, question, "Three."))
    return equal("copies", sorted(related(folder, asked, question)),
                 [("OLD", "repeated"), ("OLDER", "repeated")])


def test_pooled(folder):
    """Costs are added up of what came within sixty working days, both days included"""
    first = datetime.date(2024, 3, 4)
    question = "How many staff of the council have a company car, and what do these cost?"
    alike = "What do company cars cost the council, with fuel, insurance and repairs?"
    register.write(folder, case("CARS", first, question))
    end = last_day(first)
    return (equal("on the sixtieth day", related(folder, end, alike), [("CARS", "pooled")])
            + equal("a working day later", related(folder, end + 3 * clock.DAY, alike), [])
            + equal("by others", related(folder, end, alike, name="C. D."), [])
            + equal("by others, word for word",
                    related(folder, end, "Please: " + question, name="C. D."),
                    [("CARS", "campaign")])
            + equal("under another law", related(folder, end, alike, "eir"), []))


def test_folder(folder):
    """The other cases may lie elsewhere, and one question may be asked for"""
    fill(folder)
    there = folder / "there"
    there.mkdir()
    path = register.write(there, case("NEW", datetime.date(2024, 9, 2), ANSWERED["CAM"][0]))
    complaints = expect(foi("similar", path), 0, out="No answer in this folder is like it.")
    complaints += expect(foi("similar", path, "--folder", folder), 0, out="CAM, question 1")
    complaints += expect(foi("similar", path, "--folder", folder, "--question", "1"), 0,
                         out="→ The council has 14 cameras in bus lanes.")
    complaints += refusal(foi("similar", path, "--question", "7"), path,
                          "there is no question “7”")
    complaints += refusal(foi("similar", path, "--folder", folder / "no"), folder / "no",
                          "No such file")
    complaints += refusal(foi("similar", "-", stdin=path.read_bytes()), "similar", "--folder")
    complaints += refusal(foi("similar"), "similar", "name one case")
    return complaints


if __name__ == "__main__":
    sys.exit(run_tests(sys.modules[__name__]))
