#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers by keyboard alone: a refusal in all its steps, and a whole case in few keystrokes."""

import datetime
import json
import os
import tempfile

from desk import ROOT, Atspi, Desk, Failed, copy, forget_cases, get_text, key, run, type_text, wait

# What an officer may press from the e-mail's paste to the issued letter, answers aside.
MOST_KEYS = 60

# Yesterday, or the last working day before: the answer is in time whenever this runs.
TODAY = datetime.date.today()
SENT = TODAY - datetime.timedelta(days={0: 3, 6: 2}.get(TODAY.weekday(), 1))

MAIL = """\
From: Harriet Okonkwo <harriet.okonkwo@example.org>
Date: %s 09:14:27 +0000
To: Information Governance <foi@northwick.example.gov.uk>
Subject: Freedom of Information request - street lamps

Dear Freedom of Information Officer,

Under the Freedom of Information Act 2000, please tell me:

1. How many street lamps does the council keep?
2. How many lamps were vandalised?
3. What did the council spend on electricity for street lamps?

Yours faithfully,

Harriet Okonkwo
""" % SENT.strftime("%a, %d %b %Y")

PROFILE = {
    "format": "uk-foi-authority", "version": 1, "name": "Northwick Borough Council",
    "team": "Information Governance", "address": ["Town Hall", "Northwick", "NW9 1AA"],
    "email": "foi@northwick.example.gov.uk", "web": "www.northwick.example.gov.uk",
    "type": "local", "signatory": {"name": "Ravi Shah", "role": "Information Officer"},
    "review": {"who": "the Monitoring Officer", "email": "review@northwick.example.gov.uk"},
}


class Hand:
    """A person at the keyboard, whose keystrokes are counted."""

    def __init__(self):
        self.n_keys = 0

    def press(self, *names):
        """Keys and shortcuts, each of them one."""
        self.n_keys += len(names)
        key(*names)

    def spell(self, text):
        """Text that is no answer: each letter is a key."""
        self.n_keys += len(text)
        type_text(text)


def keep_profile():
    """An authority's profile is written once, long before; new cases begin with it."""
    folder = os.path.join(os.environ["XDG_CONFIG_HOME"], "foi-desk")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "authority.foi.json"), "w", encoding="utf-8") as file:
        json.dump(PROFILE, file)


def choose(desk, name, words):
    """Goes down the choice that has the focus until it says those words."""
    desk.wait_focus(name)
    for _ in range(5):
        key("space", "Down", "Return")
        if wait_any_focus(desk, "%s: %s" % (name, words)):
            return
    desk.wait_focus("%s: %s" % (name, words))


def go_back_to(desk, name):
    for _ in range(20):
        if desk.is_focused(name):
            return
        key("shift+Tab")
    desk.wait_focus(name)


def go_on_to(desk, name):
    """By Tab, past fields that are not asked for by the law."""
    for _ in range(3):
        key("Tab")
        if wait_any_focus(desk, name):
            return
    desk.wait_focus(name)


def wait_any_focus(desk, name):
    try:
        wait("the focus on " + name, lambda: desk.is_focused(name), 1)
    except Failed:
        return False
    return True


def make_source(folder):
    """A case with one question that nobody has answered."""
    with open(os.path.join(ROOT, "tests/data/letters/foia.foi.json"), encoding="utf-8") as file:
        case = json.load(file)
    case["foi:case"]["questions"] = [
        {"id": "q1", "number": "1", "text": "Which alarms guard the bridges?", "answer": ""}]
    case["foi:case"]["letters"] = [{"id": "response", "type": "response"}]
    case["foi:case"]["events"] = []
    path = os.path.join(folder, "alarms.foi.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(case, file)
    return path


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


# What is typed, field by field, once the limb is chosen.
REFUSAL = [
    ("Applies to", "where the alarms are"),
    ("Why it applies", "A plan of the alarms would show which doors have none."),
    ("Releasing it", None),
    ("For releasing it", "People want to know that the bridges are safe."),
    ("Against releasing it", "Whoever knows the plan can cut the cables."),
    ("Which weighs more", "Safe bridges matter more."),
]
STILL = "There are 14 alarms, and each was tested in May."


def test_refusal_step_by_step():
    """a question is answered from Held to its printed paragraphs by keyboard alone"""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(source=make_source(folder))
    desk.find(contains="Which alarms guard the bridges?")
    key("alt+1")
    desk.wait_page("Which alarms guard the bridges?")
    go_back_to(desk, "Outcome")
    key("shift+Tab")
    choose(desk, "Held", "Yes")
    key("Tab")
    choose(desk, "Outcome", "Disclosed in part")
    key("Tab", "Tab")
    desk.wait_focus("Add Ground")
    key("Return")
    desk.wait_focus("Find a Ground")
    type_text("crime")
    key("Return")
    desk.wait_focus("section 31")
    key("Return")
    choose(desk, "Limb", "31(1)(a)")
    for name, text in REFUSAL:
        go_on_to(desk, name)
        if text is None:
            choose(desk, name, "Would harm")
        else:
            type_text(text)
    more = REFUSAL[-1][1]
    desk.wait_letter(more)
    key("ctrl+s")  # where one types, a popover is like the window
    wait("the file to have it", lambda: more in read(desk.path))
    key("ctrl+z")
    desk.wait_letter(more, False)
    key("ctrl+shift+z")
    desk.wait_letter(more)
    key("Escape")
    key("alt+1")
    desk.wait_page("Which alarms guard the bridges?")
    type_text(STILL)
    desk.wait_letter(STILL)
    letter = " ".join(desk.letter_text().split())
    for words in ("We hold this information and can give you part of it.", "section 31(1)(a)",
                  "where the alarms are", "which doors have none",
                  "People want to know that the bridges are safe.", "can cut the cables",
                  "Safe bridges matter more.", STILL):
        assert words in letter, "no “%s” in: %s" % (words, letter)
    assert "would harm" in letter and "missing:" not in letter.split("Question 1")[1], letter
    desk.close()


def begin_case(desk, hand):
    desk.wait_focus("New Case")
    hand.press("Return")  # the start window offers a new case first
    desk.find(name="The request as received")
    copy(MAIL)
    hand.press("ctrl+v")
    desk.find(role="push button", contains="Use ")
    hand.press("alt+d", "Return")  # takes the day that is proposed
    desk.wait_focus("Reference")
    hand.spell("FOI 381")
    hand.press("ctrl+s")
    desk.find(contains="FOI 381 · street lamps")


def answer(desk, hand, asked, text):
    desk.wait_page(asked)
    type_text(text)
    desk.find(role="push button", contains="Mark as ")
    hand.press("ctrl+Return")


SOURCE = [
    ("Where it is", "Street lamps in figures 2025"),
    ("Publisher", "Northwick Borough Council"),
    ("Link", "https://www.northwick.example.gov.uk/lamps/figures-2025.ods"),
    ("Table", "3"),
    ("Page", "12"),
]


def find_elsewhere(desk, hand):
    """Section 21, with the exact place."""
    desk.wait_focus("Add Ground")
    hand.press("Return")
    desk.wait_focus("Find a Ground")
    hand.spell("21")
    hand.press("Return")
    desk.wait_focus("section 21")
    hand.press("Return")
    desk.wait_focus("Applies to")
    hand.press("Tab")
    desk.wait_focus("Why it applies")
    for name, text in SOURCE:
        hand.press("Tab")
        desk.wait_focus(name)
        type_text(text)
    hand.press("Escape")
    desk.wait_focus("section 21")


def issue(desk, hand):
    hand.press("alt+i")
    desk.wait_focus("Date of the letter")
    if not get_text(desk.find(name="Your name")):
        hand.press("alt+n")
        hand.spell("R Shah")
    wait("the checks to be done",
         lambda: desk.find(role="push button", name="Issue").get_state_set().contains(
             Atspi.StateType.SENSITIVE))
    hand.press("Return")
    desk.find(contains="The letter is issued, dated ")


def save(desk, hand):
    path = os.path.join(desk.folder, "saved.foi.json")
    hand.press("alt+d")
    desk.wait_gone(contains="The letter is issued, dated ")
    hand.press("ctrl+s")
    desk.find(role="text", name="Name:")
    key("ctrl+a")  # where the test may write; an officer presses Return alone
    type_text(path)
    hand.press("Return")
    wait("the case to be saved", lambda: os.path.exists(path))
    with open(path, encoding="utf-8") as file:
        return json.load(file)["foi:case"]


def test_paste_to_issued():
    """three questions go from an e-mail's paste to an issued letter in at most 60 keystrokes"""
    keep_profile()
    forget_cases()
    desk, hand = Desk(source=None), Hand()
    begin_case(desk, hand)
    hand.press("alt+1")
    answer(desk, hand, "How many street lamps does the council keep?",
           "The council keeps 12,406 street lamps.")
    answer(desk, hand, "How many lamps were vandalised?",
           "We do not hold this information. The police record what is damaged.")
    answer(desk, hand, "What did the council spend on electricity",
           "This is exempt, because it is published already.")
    find_elsewhere(desk, hand)
    desk.wait_letter("Street lamps in figures 2025")
    issue(desk, hand)
    case = save(desk, hand)
    outcomes = [(question["held"], question["outcome"]) for question in case["questions"]]
    assert outcomes == [("yes", "disclosed"), ("no", "not-held"), ("yes", "refused")], outcomes
    assert case["questions"][2]["grounds"][0]["source"]["page"] == "12", case["questions"][2]
    assert len(case["issued"]) == 1 and not case.get("accepted"), case
    print("# from paste to issued: %d keystrokes" % hand.n_keys, flush=True)
    assert hand.n_keys <= MOST_KEYS, "%d keystrokes" % hand.n_keys


if __name__ == "__main__":
    run([test_paste_to_issued, test_refusal_step_by_step])
