#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""`foi approve`: who agreed to which answers, and what changed since."""

import datetime
import email
import email.policy
import json
import sys

from cli import EXAMPLE, equal, expect, foi, refusal, run_tests
from test_export import pdf_text


def copy(folder, **authority):
    """The example, of an authority with these rules."""
    case = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    case["foi:case"]["authority"].update(authority)
    path = folder / "a.foi.json"
    path.write_text(json.dumps(case, ensure_ascii=False), encoding="utf-8")
    return path


def states(path):
    questions = foi("show", path, "--format", "json").json()["questions"]
    return [one["approval"] and one["approval"]["state"] for one in questions]


def unapproved(path):
    findings = foi("check", path, "--format", "json").json()["files"][0]["findings"]
    return [one["path"] for one in findings if one["id"] == "answer-not-approved"]


def change(path, number, answer):
    case = json.loads(path.read_text(encoding="utf-8"))
    case["foi:case"]["questions"][number]["answer"] = answer
    path.write_text(json.dumps(case, ensure_ascii=False), encoding="utf-8")


def test_whole_letter(folder):
    """The whole letter is approved; an answer that changes is known, and is approved again"""
    path = copy(folder, needs_approval=True)
    yield from equal("before", states(path), [None] * 6)
    yield from equal("not approved", len(unapproved(path)), 6)
    outcome = foi("approve", path, "--by", "D. Head", "--date", "2024-11-20")
    yield from expect(outcome, 0, out="6 questions are approved.\n", err="")
    yield from equal("approved", states(path), ["approved"] * 6)
    yield from equal("not approved", unapproved(path), [])
    change(path, 2, "Another answer.")
    yield from equal("changed", states(path), ["approved"] * 2 + ["changed"] + ["approved"] * 3)
    yield from equal("not approved", unapproved(path), ["$.foi:case.questions[2].approved"])
    yield from expect(foi("show", path), 0, out="Changed since approved by D. Head")
    outcome = foi("approve", path, "--by", "E. Head", "--question", "3", "--format", "json")
    yield from equal("said", outcome.json(), {"questions": [{"id": "q3", "state": "approved"}],
                                              "written": True})
    yield from equal("approved", states(path), ["approved"] * 6)
    yield from expect(foi("approve", path, "--withdraw", "--question", "q1"), 0, err="")
    yield from equal("taken back", states(path), [None] + ["approved"] * 5)


def test_send(folder):
    """Whoever is to agree gets the draft, what leaves the building and what was found"""
    path = copy(folder)
    before = path.read_bytes()
    outcome = foi("approve", path, "--send", "D. Head <head@council.example>", "--date",
                  "2024-11-20", "-o", "-")
    yield from expect(outcome, 0, err="")
    mail = email.message_from_bytes(outcome.raw, policy=email.policy.default)
    yield from equal("To", mail["To"], "head@council.example")
    yield from equal("X-Unsent", mail["X-Unsent"], "1")
    yield from equal("defects", [part.defects for part in mail.walk() if part.defects], [])
    pdf, = mail.iter_attachments()
    yield from equal("type", pdf.get_content_type(), "application/pdf")
    document = folder / "a.pdf"
    document.write_bytes(pdf.get_content())
    text = " ".join(pdf_text(document).split())
    for words in ("What leaves the building", "For approval: Question 3", "Not approved",
                  "as a CSV file", "20,049", "For approval: the rest of the letter", "The checks found nothing."):
        if words not in text:
            yield f"the document lacks {words!r}"
    messages = {one["message"] for one in foi("check", path, "--date", "2024-11-20", "--format",
                                              "json").json()["files"][0]["findings"]}
    for message in messages:
        if "".join(message.split()) not in "".join(text.split()):
            yield f"the document lacks the finding {message!r}"
    yield from equal("the case", path.read_bytes(), before)


def test_requester_gets_no_draft(folder):
    """A draft with what was found goes to no requester, however their address is written"""
    path = copy(folder)
    case = json.loads(path.read_text(encoding="utf-8"))
    case["foi:case"]["request"]["requester"]["email"] = "zora.quill@post.example"
    path.write_text(json.dumps(case), encoding="utf-8")
    output = folder / "a.eml"
    for to in ("zora.quill@post.example", "Z <Zora.Quill@POST.example>",
               "head@council.example; zora.quill@post.example", "zora.quill+a@post.example"):
        yield from refusal(foi("approve", path, "--send", to, "-o", output), path,
                           "how the requester is reached")
        yield from equal(to, output.exists(), False)
    for to in ("zora.quill@council.example", "head@post.example", "quill@post.example"):
        yield from expect(foi("approve", path, "--send", to, "-o", output, "--force"), 0, err="")
        yield from equal(to, output.exists(), True)


def test_not_wanted(folder):
    """Where the authority does not want it, only what changed since is found, to consider"""
    path = copy(folder)
    yield from equal("not approved", unapproved(path), [])
    yield from expect(foi("approve", path, "--by", "D. Head"), 0)
    yield from equal("not approved", unapproved(path), [])
    change(path, 0, "Another answer.")
    found = foi("check", path, "--format", "json").json()["files"][0]["findings"]
    yield from equal("found", [(one["path"], one["severity"]) for one in found
                               if one["id"] == "answer-not-approved"],
                     [("$.foi:case.questions[0].approved", "warning")])


def test_refusals(folder):
    """What cannot be approved changes nothing"""
    path = copy(folder)
    before = path.read_bytes()
    yield from refusal(foi("approve", path), "approve", "--by is missing")
    yield from refusal(foi("approve", path, "--by", "A", "--question", "9"), path,
                       "There is no “9”")
    yield from refusal(foi("approve", path, "--by", "A", "--date", "2024-02-30"), "approve",
                       "not a day")
    ahead = (datetime.date.today() + datetime.timedelta(3)).isoformat()
    yield from refusal(foi("approve", path, "--by", "A", "--date", ahead), "approve",
                       "is yet to come")
    yield from refusal(foi("approve", "--by", "A"), "approve", "name one case")
    yield from refusal(foi("approve", path, "--send", "D. Head", "-o", "-"), "--send",
                       "no e-mail address")
    yield from refusal(foi("approve", path, "--send", "d@h.example"), "-o", "with --send")
    yield from refusal(foi("approve", path, "--by", "A", "--send", "d@h.example", "-o", "-"),
                       "--send", "neither --by nor --withdraw")
    yield from expect(foi("approve", path, "--by", "A", "--dry-run"), 0)
    yield from equal("the case", path.read_bytes(), before)


if __name__ == "__main__":
    run_tests(sys.modules[__name__])
