# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Imports a workbook with a hidden sheet, by keyboard alone."""

import json
import os
import tempfile

import desk
from desk import ROOT, key, type_text, wait
from gi.repository import Atspi

SAMPLE = os.path.join(ROOT, "tests/data/workbooks/calls.xlsx")
ASKED = "How many people were thought to be at risk"
HIDDEN = "This file holds 2 things that a glance does not show. They stay behind."


def choose_file(window, title):
    """Names the sample in the file dialog, as a person who types paths."""
    window.find(contains=title)
    type_text(SAMPLE)
    key("Return")
    window.wait_gone(role="file chooser")


def open_assistant(source=desk.EXAMPLE):
    window = desk.Desk(source)
    window.find(contains=ASKED)
    key("alt+1")
    window.wait_page(ASKED)
    key("ctrl+shift+t")
    choose_file(window, "Import into the Answer")
    window.find(contains=HIDDEN)
    return window


def press(window, name):
    """Goes to a button with Tab, and presses it."""
    for _ in range(40):
        key("Tab")
        if any(node.get_name() == name
               and node.get_state_set().contains(Atspi.StateType.FOCUSED)
               for node in window.nodes()):
            key("space")
            return
    raise desk.Failed("Tab does not come to " + name)


def test_hidden_sheet():
    """a hidden sheet is named, the table comes in, and one undo takes it away"""
    window = open_assistant()
    key("alt+w")
    window.find(role="label", name="Hidden sheet")
    window.find(role="label", name="Staff")
    window.find(role="label", name="Calls!6:6")
    assert not any("Hidden Person" in (node.get_name() or "") for node in window.nodes()), \
        "what the hidden sheet holds is said"
    key("alt+i")
    window.find(role="table cell", contains="South")
    assert not any("Secret team" in (node.get_name() or "") for node in window.nodes()), \
        "a hidden row came in"
    key("ctrl+z")
    window.wait_gone(role="table cell", contains="South")


def test_types_by_keyboard():
    """what a column is can be changed, and what is not read is said"""
    window = open_assistant()
    press(window, "Columns")
    press(window, "Type of Calls: Text")
    window.find(contains="Whole number")
    key("Down", "Return")
    window.find(role="label", contains="2 are not read")
    window.find(contains="What “-” means")


def test_cancel():
    """Escape leaves the case as it was"""
    window = open_assistant()
    key("Escape")
    window.wait_gone(contains=HIDDEN)
    window.wait_page(ASKED)
    window.find(contains="No changes")


def test_answer_of_service():
    """what is imported into a question is the answer of the service that is waited for"""
    with open(desk.EXAMPLE, encoding="utf-8") as file:
        case = json.load(file)
    case["foi:case"]["questions"][0]["asked"] = [
        {"service": "Social Care", "asked": "2024-11-04", "wanted_by": "2024-11-14"}]
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "asked.foi.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump(case, file)
        window = open_assistant(path)
        key("alt+i")
        window.find(role="table cell", contains="South")
        key("alt+1")
        window.find(contains="It is noted that Social Care answered today")
        window.find(role="push button", contains="Not Answered")
        key("ctrl+z")
        window.find(role="push button", contains="Answered… Social Care")


def test_without_case():
    """the start window's tool says what a workbook hides"""
    window = desk.Desk(source=None)
    window.find(role="push button", contains="See What a Workbook Hides")
    key("ctrl+h")
    window.find(contains="Choose a Workbook")
    key("Return")
    choose_file(window, "Choose a Workbook")
    window.find(contains="holds 2 things that a glance does not show")
    window.find(role="label", name="Staff")


desk.run([test_hidden_sheet, test_types_by_keyboard, test_cancel, test_answer_of_service,
          test_without_case])
