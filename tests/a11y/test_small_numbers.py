# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes care of a table's small numbers, by keys alone."""

import os

import desk
from desk import ROOT, get_text, key, type_text, wait
from gi.repository import Atspi

# Referrals by area: 3 calls in the north, and every margin is a total.
CASE = os.path.join(ROOT, "tests/data/cases/y_small_numbers.foi.json")
SAFE = "Nobody reading the letter can work out a figure that is left out."


def focused(window, name):
    return any((node.get_name() or "").startswith(name)
               and node.get_state_set().contains(Atspi.StateType.FOCUSED)
               for node in window.nodes())


def wait_focus(window, name):
    wait("the focus on " + name, lambda: focused(window, name))


def go_to(window, name):
    for _ in range(30):
        if focused(window, name):
            return
        key("Tab")
    raise desk.Failed("no way to " + name)


def open_table():
    window = desk.Desk(CASE)
    window.find(contains="How many referrals")
    key("alt+1")
    window.wait_page("1. How many referrals")
    key("ctrl+Tab")
    wait_focus(window, "Title of the table")
    key("Return")
    wait_focus(window, "Area, row 1: North")
    return window


def open_panel():
    window = open_table()
    key("ctrl+shift+m")
    window.find(contains=SAFE)
    return window


def cell(window, name):
    return window.find(role="table cell", name=name)


def test_protect():
    """what is left out is seen with its reason before it is done, and undo takes it back"""
    window = open_panel()
    window.find(contains="1 small figure is withheld. 3 more are withheld, so that nobody can work")
    window.find(contains="North; Calls: [c], 3, small; Home visits: [c], 24, to hide another")
    wait_focus(window, "Which figures are small")
    key("alt+w")
    wait_focus(window, "Why somebody could be identified")
    type_text("Few people live there")
    key("alt+a")
    north = cell(window, "Calls, North: withheld")
    assert "3, because it is small" in north.get_description(), north.get_description()
    west = cell(window, "Calls, West: withheld")
    assert "would give another figure away" in west.get_description(), west.get_description()
    window.find(contains="4 figures are left out of the letter")
    window.wait_letter("[c]")
    assert "24" not in window.letter_text().split("North")[1].split("South")[0]
    wait_focus(window, "Area, row 1: North")
    key("ctrl+z")
    cell(window, "Calls, North: 3")
    window.wait_letter("[c]", there=False)


def test_again():
    """what was left out is shown again by a button, and a closed panel changes nothing"""
    window = open_panel()
    key("alt+a")
    cell(window, "Calls, North: withheld")
    key("ctrl+shift+m")
    window.find(contains=SAFE)
    key("Escape")
    window.wait_gone(contains=SAFE)
    cell(window, "Calls, North: withheld")
    key("ctrl+shift+m")
    window.find(contains=SAFE)
    key("alt+h")
    cell(window, "Calls, North: 3")


def test_finding():
    """a figure that can be worked out is found, and the finding leads to the panel"""
    window = open_table()
    key("Right", "ctrl+shift+w")
    cell(window, "Calls, North: withheld")
    window.find(role="push button", contains="to fix")
    key("shift+F8")
    window.find(contains="Someone reading the letter could work out that North, Calls is 3: "
                         "the total 27 less 24")
    go_to(window, "Small Numbers…")
    key("Return")
    window.find(contains=SAFE)


desk.run([test_protect, test_again, test_finding])
