# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits a table with a real keyboard, pointer and clipboard."""

import os
import subprocess
import time

import desk
from desk import key, type_text, wait, xdotool
from gi.repository import Atspi

CALLS = "MASH calls answered, "


def open_table():
    window = desk.Desk()
    window.find(contains="Calls to the MASH helpline")
    key("alt+3")
    window.find(role="table cell", name=CALLS + "2019/20: 10,066")
    # High enough for all rows: the pointer needs to see them.
    xdotool("windowsize", "--sync", xdotool("getactivewindow").strip(), 1280, 1100)
    last = window.find(role="table cell", name=CALLS + "2024/25: 8,649").get_component_iface()
    chart = window.find(role="image", contains="MASH calls").get_component_iface()
    wait("all rows to be shown",
         lambda: last.get_extents(Atspi.CoordType.WINDOW).y
         < chart.get_extents(Atspi.CoordType.WINDOW).y - 60)
    return window


def cell(window, name):
    return window.find(role="table cell", name=name)


def click_cell(window, name):
    node = cell(window, name)
    window.click(node)
    wait("the focus on " + name, lambda: node.get_state_set().contains(Atspi.StateType.FOCUSED))


def clipboard():
    """The text on the clipboard; none while nobody offers any."""
    return subprocess.run(["xclip", "-selection", "clipboard", "-o"], check=False, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=10).stdout


def copy_outside(text):
    # xclip stays, to serve the clipboard: it must not hold our pipes.
    subprocess.run(["xclip", "-selection", "clipboard", "-i"], input=text, check=True, text=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=10)


def test_typing():
    """typing replaces, Enter goes down, Tab right, Ctrl+Z takes back"""
    window = open_table()
    click_cell(window, CALLS + "2019/20: 10,066")
    type_text("12345")
    key("Return")
    cell(window, CALLS + "2019/20: 12,345")
    type_text("6")
    key("Tab")
    cell(window, CALLS + "2020/21: 6")
    type_text("50")
    key("Return")
    cell(window, "Weeks of the year with figures, 2020/21: 50 of 52 weeks")
    key("ctrl+z", "ctrl+z", "ctrl+z")
    cell(window, CALLS + "2019/20: 10,066")
    cell(window, CALLS + "2020/21: 17,346")


def test_refusal():
    """what is no value stays, marked and explained; Escape restores"""
    window = open_table()
    click_cell(window, CALLS + "2019/20: 10,066")
    type_text("some")
    key("Return", "Tab")
    bad = cell(window, CALLS + "2019/20: “some”, not understood")
    assert bad.get_description(), "no reason is given"
    key("shift+Tab", "Escape")
    cell(window, CALLS + "2019/20: 10,066")


def test_clipboard():
    """blocks are copied and pasted as spreadsheets do"""
    window = open_table()
    click_cell(window, CALLS + "2019/20: 10,066")
    key("shift+Down", "shift+Right", "ctrl+c")
    wait("the block on the clipboard", lambda: clipboard() == "10066\t27\n17346\t52")
    copy_outside("1,000\t51\r\n2,000\t50\r\n")
    click_cell(window, CALLS + "2021/22: 16,927")
    key("ctrl+v")
    cell(window, CALLS + "2021/22: 1,000")
    cell(window, CALLS + "2022/23: 2,000")
    cell(window, "Weeks of the year with figures, 2022/23: 50 of 52 weeks")
    key("ctrl+z")
    cell(window, CALLS + "2021/22: 16,927")


def test_pasted_table():
    """cells of a spreadsheet pasted on a question become a table, in one step, there and back"""
    window = open_table()
    copy_outside("Year\tVisits\n2021/22\t1,204\n2022/23\t17\n2023/24\t18\n")
    key("alt+6")
    window.find(contains="Budget set aside")
    key("ctrl+v")
    cell(window, "Visits, 2021/22: 1,204")
    window.find(name="Type of Visits")
    key("ctrl+z")
    window.wait_gone(name="Type of Visits")
    answer = window.find(role="text", name="Answer")
    wait("the focus on the answer again",
         lambda: answer.get_state_set().contains(Atspi.StateType.FOCUSED))


def test_pointer():
    """a drag selects, Delete clears, a double click edits"""
    window = open_table()
    click_cell(window, CALLS + "2019/20: 10,066")
    target = cell(window, CALLS + "2021/22: 16,927").get_component_iface()
    rect = target.get_extents(Atspi.CoordType.WINDOW)
    active = xdotool("getactivewindow").strip()
    time.sleep(0.8)  # or it is a double click
    xdotool("mousedown", 1)
    for step in (3, 2, 1, 0):
        xdotool("mousemove", "--window", active, rect.x + 10, rect.y + 10 - 12 * step)
    xdotool("mouseup", 1)
    key("Delete")
    for year in ("2019/20", "2020/21", "2021/22"):
        cell(window, CALLS + year + ": blank")
    key("ctrl+z")
    node = cell(window, CALLS + "2021/22: 16,927")
    window.click(node)
    time.sleep(0.8)
    xdotool("click", "--repeat", 2, "--delay", 60, 1)
    type_text("0")
    key("Return")
    cell(window, CALLS + "2021/22: 169,270")


def test_column_form():
    """the form of a column is reached and filled in by keys alone, and Tab stays in it"""
    window = open_table()
    click_cell(window, CALLS + "2019/20: 10,066")
    key("alt+Return")

    def focused():
        for node in window.nodes():
            if node.get_state_set().contains(Atspi.StateType.FOCUSED):
                node.clear_cache()
                return node.get_name()
        return ""
    wait("the focus on the heading", lambda: focused() == "Heading")
    key("Tab")
    wait("the focus on the type", lambda: focused() == "Type: Whole number")
    key("shift+Tab")
    wait("the focus on the heading again", lambda: focused() == "Heading")
    key("ctrl+a")
    type_text("Calls")
    key("Return", "Escape")
    cell(window, "Calls, 2019/20: 10,066")
    key("ctrl+z")
    cell(window, CALLS + "2019/20: 10,066")


def test_bounds():
    """a count that came as <5 is withheld, and what is known of it is said"""
    window = open_table()
    click_cell(window, CALLS + "2019/20: 10,066")
    type_text("<5")
    key("Return", "Up")
    node = cell(window, CALLS + "2019/20: withheld")
    wait("the bounds", lambda: "between 1 and 4" in node.get_description())
    window.find(contains="withheld · 27 of 52 weeks · between 1 and 4")
    key("ctrl+z")
    cell(window, CALLS + "2019/20: 10,066")


if __name__ == "__main__":
    os.environ.setdefault("G_DEBUG", "fatal-criticals")
    desk.run([test_typing, test_refusal, test_clipboard, test_pasted_table, test_pointer,
              test_column_form, test_bounds])
