#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole case by keyboard: from an e-mail's paste to three answered questions in a saved file."""

import json
import os
import subprocess

from desk import Desk, copy, forget_cases, get_text, key, run, type_text, wait

MAIL = """\
From: Harriet Okonkwo <harriet.okonkwo@example.org>
Date: Wed, 30 Oct 2024 09:14:27 +0000
To: Information Governance <foi@northwick.example.gov.uk>
Cc: Democratic Services <democracy@northwick.example.gov.uk>
Subject: Freedom of Information request - pothole claims

Dear Freedom of Information Officer,

I am writing under the Freedom of Information Act 2000 about claims made
against the council because of potholes. For each financial year from
2021/22 to 2023/24, please provide:

1. The number of claims received for damage to vehicles.
2. The number of those claims that were settled, and the total paid.
3. Copies of correspondence with the council's insurers about the depth at
   which a pothole is repaired.

A councillor told me that the insurers changed in 2022.

I would prefer the figures in a spreadsheet, and look forward to your reply
within 20 working days.

Yours faithfully,

Ms Harriet Okonkwo
12 Mill Lane
Northwick
NW9 9ZZ
"""

# As a spreadsheet puts it on the clipboard.
CELLS = ("Financial year\tClaims settled\tPaid\n"
         "2021/22\t22\t£9,975.25\n2022/23\t27\t£11,020.00\n2023/24\t35\t£15,880.75\n")

RECOGNISED = {
    "Subject": "pothole claims",
    "Requester’s name": "Harriet Okonkwo",
    "Greeting": "Ms Okonkwo",
    "E-mail address": "harriet.okonkwo@example.org",
    "Address": "12 Mill Lane\nNorthwick\nNW9 9ZZ",
    "Day of receipt": "",
    "Reference": "",
}

QUESTIONS = [
    "The number of claims received for damage to vehicles.",
    "The number of those claims that were settled, and the total paid.",
    "Copies of correspondence with the council's insurers about the depth at which a pothole is "
    "repaired.",
]

# What the letter says, one after the other; the table between the two.
BEFORE = [
    "Harriet Okonkwo", "12 Mill Lane", "Dear Ms Okonkwo", "FOI-2024-0381",
    "claims for damage by potholes", "31 October 2024",
    "Question 1", QUESTIONS[0], "We received 118 claims in the three years.",
    "Question 2", QUESTIONS[1],
]
AFTER = [
    "Question 3", QUESTIONS[2], "exempt under section 43(2)", "It would help the next claimant.",
    "These letters are exempt.",
]
LETTER = [*BEFORE, "2021/22, Claims settled: 22, Paid (£): 9,975.25", *AFTER]
EXPORTED = [*BEFORE, "Financial year", "2021/22", "22", "9,975.25", "2023/24", "15,880.75", *AFTER]


# What the checks say then: no balance was written, no tables are sent as files, it is late today.
LEFT = {"qualified-without-public-interest", "preference-unaddressed", "due-date-passed",
        "rule-not-verified"}


def find_entry(desk, label):
    return desk.find(role="text", contains=label)


def wait_text(desk, label, text):
    wait("“%s” in %s" % (text, label), lambda: get_text(find_entry(desk, label)) == text)


def find_in_order(text, pieces):
    """Fails at the first of pieces that does not stand after the one before."""
    place = 0
    words = " ".join(text.split())
    for piece in pieces:
        found = words.find(piece, place)
        assert found >= 0, "“%s” is not where it belongs in: %s" % (piece, words)
        place = found + len(piece)


def paste_mail(desk):
    desk.wait_focus("New Case")
    key("Return")  # the start window offers a new case first
    desk.find(name="The request as received")
    copy(MAIL)
    key("ctrl+v")
    for label, text in RECOGNISED.items():
        wait_text(desk, label, text)


def check_proposal(desk):
    for number, asked in enumerate(QUESTIONS, 1):
        entry = find_entry(desk, "Short name of question %d" % number)
        assert get_text(entry), "question %d has no name" % number
        assert not get_text(entry).startswith(("The number", "Copies")), get_text(entry)
        desk.find(role="label", name=asked)
    assert not desk.has(contains="Short name of question 4")
    desk.find(role="push button", contains="A councillor told me that the insurers changed")
    desk.find(role="push button", name="Use Wednesday 30 October 2024")


def make_case(desk):
    """Corrects what was recognised, and gives the day of receipt, which is never assumed."""
    key("alt+r")
    type_text("FOI-2024-0381")
    key("alt+u", "ctrl+a")
    type_text("claims for damage by potholes")
    key("alt+d")
    type_text("31 October 2024")
    key("ctrl+s")
    desk.find(contains="FOI-2024-0381 · claims for damage by potholes")
    desk.wait_letter("Dear Ms Okonkwo")


def wait_answered(desk, number, summary):
    desk.find(contains="Question %d, " % number)
    wait("question %d to be “%s”" % (number, summary),
         lambda: any((node.get_name() or "").startswith("Question %d, " % number)
                     and node.get_name().endswith(", " + summary) for node in desk.nodes()))


def answer_three(desk):
    """One with text, one with a table, one refused with its ground; every time Ctrl+Enter."""
    key("alt+1")
    desk.wait_page(QUESTIONS[0])
    type_text("We received 118 claims in the three years.")
    desk.find(contains="Ctrl+Enter marks it as held and disclosed")
    desk.wait_letter("We received 118 claims")
    key("ctrl+Return")
    wait_answered(desk, 1, "Disclosed")

    desk.wait_page(QUESTIONS[1])
    copy(CELLS)
    key("ctrl+v")
    desk.find(role="table cell", contains="2022/23: 27")
    desk.find(role="push button", name="Mark as Disclosed")
    key("ctrl+Return")
    wait_answered(desk, 2, "Disclosed")

    desk.wait_page(QUESTIONS[2])
    type_text("These letters are exempt.")
    desk.find(contains="Ctrl+Enter marks it as held and refused")
    key("ctrl+Return")
    desk.find(role="push button", contains="Add Ground")
    key("Return")
    desk.find(role="entry", name="Find a Ground")
    type_text("43(2)")
    key("Return")
    wait_answered(desk, 3, "Refused · 43(2), 1 to do")  # whether it would harm, or would be likely to
    desk.wait_letter("[missing: harm]")
    key("Return")
    desk.find(role="text", name="Applies to")
    key("Tab")
    type_text("It would help the next claimant.")
    desk.find(role="combo box", contains="Releasing it")
    key("Tab", "space", "Down", "Return")
    desk.wait_letter("releasing it would harm commercial interests")
    desk.wait_letter("[missing: harm]", there=False)
    wait_answered(desk, 3, "Refused · 43(2)")
    key("Escape")


def check_findings(path):
    """What is left to mend is what this officer left: nothing of the three answers' own form."""
    done = subprocess.run([os.environ["FOI_COMMAND"], "check", "--format", "json", path],
                          check=False, text=True, stdout=subprocess.PIPE)
    found = {finding["id"] for finding in json.loads(done.stdout)["files"][0]["findings"]}
    assert found == LEFT, found


def foi(*arguments):
    return subprocess.run([os.environ["FOI_COMMAND"], *arguments], check=True, text=True,
                          stdout=subprocess.PIPE).stdout


def save(desk):
    """Gives the case a file, in the dialog that a first save opens."""
    path = os.path.join(desk.folder, "FOI-2024-0381.foi.json")
    key("ctrl+s")
    wait_text(desk, "Name:", os.path.basename(path))
    key("ctrl+a")
    type_text(path)
    key("Return")
    wait("the case to be saved", lambda: os.path.exists(path))
    desk.find(role="label", contains="Saved ")
    return path


def check_case(case):
    request = case["request"]
    assert request["received"] == "2024-10-31", request
    assert request["text"] == MAIL, request["text"]
    assert request["requester"]["email"] == "harriet.okonkwo@example.org", request
    answers = [(question["text"], question["held"], question["outcome"])
               for question in case["questions"]]
    assert answers == list(zip(QUESTIONS, ["yes"] * 3, ["disclosed", "disclosed", "refused"]))
    ground = case["questions"][2]["grounds"][0]
    assert (ground["act"], ground["section"], ground["harm"]) == ("foia", "43(2)", "would"), ground
    assert case["period"] == {"from": "2021/22", "to": "2023/24", "basis": "financial-year"}


def test_mail_to_answers():
    """an e-mail becomes a case with three answered questions, by keyboard alone"""
    forget_cases()
    desk = Desk(source=None)
    paste_mail(desk)
    check_proposal(desk)
    make_case(desk)
    answer_three(desk)
    find_in_order(desk.letter_text(), LETTER)
    path = save(desk)
    with open(path, encoding="utf-8") as file:
        check_case(json.load(file)["foi:case"])
    assert json.loads(foi("show", "--format", "json", path))["read_only"] is False
    check_findings(path)
    find_in_order(foi("export", "--to", "text", "-o", "-", path), EXPORTED)
    said = desk.close()
    assert "WARNING" not in said and "CRITICAL" not in said, said


if __name__ == "__main__":
    run([test_mail_to_answers])
