# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills the program while somebody types, and looks what comes back."""

import time

import desk
from desk import key, type_text, wait

# What may be lost at most is two seconds of typing.
MOMENT = 2.5
CALLS = "MASH calls answered, "


def recover(window):
    window.kill_and_start()
    window.find(contains="closed unexpectedly")
    window.do(window.find(role="push button", contains="Recover"))
    window.find(contains="This is your unsaved work as it was")
    key("alt+3")
    window.find(role="table cell", name=CALLS + "2017/18: 37,626", seconds=desk.TIMEOUT)


def test_answer():
    """an answer that was being typed comes back"""
    window = desk.Desk()
    window.find(contains="Calls to the MASH helpline")
    key("alt+3")
    window.wait_page("How many calls did")
    key("ctrl+End")
    type_text(" Thirteen of them")
    time.sleep(MOMENT)
    recover(window)
    window.wait_letter("Thirteen of them")


def test_cell():
    """what is in a cell's entry, and what was left in another and is no number, come back"""
    window = desk.Desk()
    window.find(contains="Calls to the MASH helpline")
    key("alt+3")
    first = window.find(role="table cell", name=CALLS + "2019/20: 10,066")
    window.click(first)
    type_text("c. 40")
    key("Tab")
    window.find(contains="1 entry is not in the file")
    type_text("26")
    time.sleep(MOMENT)
    recover(window)
    wait("both texts in their cells",
         lambda: window.has(role="table cell", contains="2019/20: “c. 40”")
         and window.has(role="table cell", contains="2019/20: “26”"))
    window.find(contains="2 entries are not in the file")


desk.run([test_answer, test_cell])
