# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Estimates what a question costs, by keys alone."""

import json
import os

import desk
from desk import ROOT, get_text, key, type_text, wait

# Its question 2 is refused because finding out would cost too much, and nothing is estimated.
ASKED = "How many people were thought"
CORRECTED = os.path.join(ROOT, "data/examples/FOI651119421-corrected.foi.json")


def open_question(source=desk.EXAMPLE):
    window = desk.Desk(source)
    window.find(contains="Calls to the MASH helpline")
    key("alt+2")
    window.wait_page(ASKED)
    return window


def go_back_to(window, name):
    """Goes there by Shift+Tab."""
    for _ in range(40):
        if window.is_focused(name):
            return
        key("shift+Tab")
    raise desk.Failed("no way to " + name)


def fill_row(window, number, *texts):
    """Types into the cells after the first."""
    for title, text in zip(("What is searched", "How many", "Unit of work", "Minutes each"), texts):
        key("Tab")
        window.wait_focus("%s, row %d" % (title, number))
        type_text(text)


def begin(window):
    go_back_to(window, "Add Row")
    key("Return")
    window.wait_focus("Work, row 1: Find out if held")
    fill_row(window, 1, "Case files", "1,350", "files", "10")


def get_cell(window, name):
    return get_text(window.find(role="text", name=name))


def test_typing():
    """an estimate is typed from nothing, and the letter and the words follow"""
    window = open_question()
    begin(window)
    window.find(role="label", contains="225 hours at £25 an hour: £5,625 in all.")
    window.find(role="label", contains="That is more than the limit of £450 (18 hours).")
    window.wait_letter("would take 225 hours and cost £5,625")
    window.wait_letter("Case files")
    # Eighteen hours exactly is within.
    key("shift+Tab", "shift+Tab")
    window.wait_focus("How many, row 1")
    type_text("108")
    window.find(role="label", contains="That is exactly the limit of £450 (18 hours)")
    key("ctrl+z")
    window.find(role="label", contains="That is more than the limit of £450")


def test_rows():
    """rows are added, moved and deleted by the keys of the other tables, and come back"""
    window = open_question()
    begin(window)
    key("ctrl+plus")
    window.wait_focus("Work, row 2")
    fill_row(window, 2, "Store", "12", "boxes", "30")
    window.find(role="label", contains="231 hours at £25")
    key("alt+Up")
    window.wait_focus("Minutes each, row 1")
    wait("the row to be first", lambda: get_cell(window, "What is searched, row 1") == "Store")
    key("Down")
    window.wait_focus("Minutes each, row 2")
    key("Up", "ctrl+minus")
    window.wait_focus("Minutes each, row 1")
    window.find(role="label", contains="225 hours at £25")
    key("ctrl+z")
    window.find(role="label", contains="231 hours at £25")
    key("ctrl+minus", "ctrl+minus")
    window.find(role="label", contains="List what would have to be searched")


def test_no_number():
    """what is no number stays in its cell, and is told with its place"""
    window = open_question()
    begin(window)
    type_text("x")
    key("Tab")
    window.find(role="label", contains="Row 1, Minutes each: ")
    window.find(role="label", contains="225 hours at £25")
    key("shift+Tab")
    window.wait_focus("Minutes each, row 1")
    type_text("20")
    window.wait_gone(role="label", contains="Row 1, Minutes each: ")
    window.find(role="label", contains="450 hours at £25")


def test_no_number_stays():
    """what is no number goes with its row, whatever is done to rows, and undone"""
    window = open_question()
    begin(window)
    type_text("x")
    key("ctrl+plus")
    window.wait_focus("Work, row 2")
    assert get_cell(window, "Minutes each, row 1") == "10x"
    window.find(role="label", contains="Row 1, Minutes each: ")
    fill_row(window, 2, "Store", "12", "boxes", "30")
    key("alt+Up")
    window.wait_focus("Minutes each, row 1")
    window.find(role="label", contains="Row 2, Minutes each: ")
    assert get_cell(window, "Minutes each, row 2") == "10x"
    assert get_cell(window, "Minutes each, row 1") == "30"
    key("ctrl+z")
    window.find(role="label", contains="Row 1, Minutes each: ")
    assert get_cell(window, "Minutes each, row 1") == "10x"
    key("Up", "ctrl+minus")
    window.wait_gone(role="label", contains=", Minutes each: ")
    assert get_cell(window, "Minutes each, row 1") == "30"
    key("ctrl+z")
    window.find(role="label", contains="Row 1, Minutes each: ")
    assert get_cell(window, "Minutes each, row 1") == "10x"
    # Another cell of the row is edited, and another question is seen meanwhile.
    key("shift+Tab")
    type_text("boxes")
    key("alt+1")
    key("alt+2")
    window.wait_page(ASKED)
    window.find(role="label", contains="Row 1, Minutes each: ")
    assert get_cell(window, "Minutes each, row 1") == "10x"


def test_not_counted():
    """time that may not be counted is kept, and does not count"""
    window = open_question()
    begin(window)
    go_back_to(window, "Not Counted")
    key("Return")
    window.find(role="menu item", name="Redaction")
    key("Down", "Return")
    window.wait_focus("Minutes, row 1")
    type_text("600")
    window.find(role="label", name="10 hours, not counted")
    window.find(role="label", contains="£5,625 in all. 10 hours more are not counted.")
    assert "Redaction" not in window.letter_text()


def test_advice():
    """what could be done within the limit goes into the letter"""
    window = open_question()
    begin(window)
    key("alt+w")
    window.wait_focus("What could be done within the limit")
    type_text("We could read the files of one month.")
    window.wait_letter("We could read the files of one month.")


def test_pool():
    """other requests are added up within the time that the law gives, and in words where not"""
    window = open_question(CORRECTED)
    window.find(role="label", contains="Counted in: Question 4, Question 5.")
    # The card ends above the answer: the way back leads past the advice and what is similar.
    go_back_to(window, "Add Other Request")
    key("Return")
    window.wait_focus("Other request, row 1")
    type_text("FOI 77")
    key("Tab")
    type_text("1 October 2024")
    key("Tab")
    type_text("600")
    window.find(role="label", contains="Request FOI 77.")
    window.wait_letter("request FOI 77 of 1 October 2024")
    key("shift+Tab")
    window.wait_focus("Received on, row 1")
    type_text("6 August 2024")
    key("Tab")
    window.find(role="label", contains="From Request FOI 77 to this one it is 61 working days")
    window.wait_letter("FOI 77", there=False)
    key("alt+m")
    window.wait_focus("What makes them similar")
    key("ctrl+a", "Delete")
    window.find(role="label", contains="Question 4 is not added: say first what makes it similar.")
    key("ctrl+s")
    wait("the case to be saved", lambda: estimate_in_file(window).get("similarity") is None)
    assert estimate_in_file(window)["requests"] == [
        {"reference": "FOI 77", "received": "2024-08-06", "minutes": "600"}]


def estimate_in_file(window):
    with open(window.path, encoding="utf-8") as file:
        return json.load(file)["foi:case"]["questions"][1]["estimate"]


desk.run([test_typing, test_rows, test_no_number, test_no_number_stays,
          test_not_counted, test_advice, test_pool])
