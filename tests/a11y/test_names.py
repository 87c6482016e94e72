#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader is told: nothing goes by the name of its class, nothing to press is unnamed."""

import functools
import json
import os
import re

from desk import EXAMPLE, ROOT, Desk, Failed, copy, get_text, key, run, type_text, wait

# What GTK makes by itself inside its own widgets, and nobody can press or type into.
OF_GTK = {"GtkStackPage", "GtkPaned", "GtkPanedHandle", "GtkScrollbar", "GtkRange",
          "GtkBuiltinIcon", "GtkListItemWidget", "GtkPopoverMenu", "GtkPopover",
          "GtkPopoverContent"}

PRESSED = {"push button", "toggle button", "check box", "radio button", "combo box", "entry",
           "menu button", "menu item", "check menu item", "radio menu item", "spin button", "text",
           "link", "page tab"}

MNEMONIC = re.compile(r"(^|\w| )_\w")

CLASS = re.compile(r"(Gtk|Foi)[A-Z][A-Za-z]*$")

SAMPLE = os.path.join(ROOT, "tests/data/workbooks/calls.xlsx")

with open(EXAMPLE, encoding="utf-8") as file:
    QUESTIONS = json.load(file)["foi:case"]["questions"]


def describe(place, node):
    path = []
    while node is not None and len(path) < 5:
        path.append("%s “%s”" % (node.get_role_name(), node.get_name()))
        node = node.get_parent()
    return "%s: %s" % (place, " in ".join(path))


def paste_request(desk):
    """The window of a new case, with questions and with words in none."""
    desk.find(name="The request as received")
    copy("Dear FOI Officer\n\nI have read of it.\n\n1. How many are there?\n2. What do they cost?\n\n"
         "Yours faithfully\nR. Quester\n")
    key("ctrl+v")
    desk.find(contains="Short name of question 2")
    desk.find(role="push button", contains="I have read of it.")


def is_class_name(role, name):
    return CLASS.match(name) and name not in OF_GTK


def is_unnamed(role, name):
    return role in PRESSED and (not name or CLASS.match(name))


def is_odd(role, name):
    """Read twice, or with the line that marks a letter on the screen."""
    words = name.split(" ")
    half = len(words) // 2
    twice = len(words) % 2 == 0 and words[:half] == words[half:]
    return role in PRESSED and (MNEMONIC.search(name) or twice)


class Visit:
    """Goes everywhere once, and keeps what was to be heard there."""

    def __init__(self):
        self.heard = []
        self.desk = Desk()
        self.desk.find(contains="Calls to the MASH helpline")
        self.desk.wait_letter("20,049")
        self.go_through_pages()
        self.go_through_windows()
        self.go_through_import()
        self.go_through_popovers()
        self.go_through_ends()
        self.desk.close()

    def look(self, place):
        nodes = list(self.desk.nodes())
        assert len(nodes) > 100, (place, len(nodes))
        for node in nodes:
            role, name = node.get_role_name(), node.get_name() or ""
            # Where it is takes many calls to find out: only what may be refused is asked for that.
            if is_class_name(role, name) or is_unnamed(role, name) or is_odd(role, name):
                self.heard.append((place, role, name, describe(place, node)))

    def press(self, name):
        self.desk.click(self.desk.find(role="push button", contains=name))

    def go_through_pages(self):
        self.desk.find(name="Day of receipt")
        self.look("request")
        for number in (1, 2, 3, 6):
            key("alt+%d" % number)
            self.desk.wait_page(QUESTIONS[number - 1]["text"][:40])
            self.look("question %d" % number)
        self.desk.click(self.desk.find(name="Closing paragraphs"))
        self.desk.find(name="Date of the letter")
        self.look("closing paragraphs")
        self.desk.click(self.desk.find(name="Attachments"))
        self.desk.find(contains="Nothing goes with the letter yet")
        self.look("attachments")

    def go_through_popovers(self):
        key("alt+1")
        self.desk.wait_page(QUESTIONS[0]["text"][:40])
        key("shift+F8")
        self.desk.find(role="push button", contains="Go There")
        self.look("checks")
        key("Escape")
        self.desk.wait_gone(role="push button", contains="Go There")
        for name in ("Main Menu", "Insert", "Add Ground…", "section 21 ·"):
            before = len(list(self.desk.nodes()))
            self.press(name)
            wait("what “%s” shows" % name, lambda: len(list(self.desk.nodes())) > before)
            self.look(name)
            key("Escape")
            wait("what “%s” shows to go" % name, lambda: len(list(self.desk.nodes())) <= before)
        key("alt+3")
        self.desk.wait_page(QUESTIONS[2]["text"][:40])
        self.desk.click(self.desk.find(role="table cell", contains="2019/20: 10,066"))
        key("alt+Return")
        self.desk.find(role="check box", name="Leave out of the letter")
        self.look("column")
        key("Escape")
        self.desk.wait_gone(role="check box", name="Leave out of the letter")
        key("ctrl+shift+m")
        self.desk.find(contains="No figure has to be left out for being small.")
        key("alt+d", "alt+b", "alt+n")
        self.desk.find(contains="1 column is left out of the letter.")
        self.look("small numbers")
        key("Escape")
        self.desk.wait_gone(contains="1 column is left out of the letter.")

    def go_through_windows(self):
        self.in_window("Preferences", "ctrl+comma", self.go_through_preferences)
        self.in_window("New Case", "ctrl+n", self.paste)
        self.in_window("Issue", "Issue", lambda: None)

    def go_through_import(self):
        self.in_window("What a Workbook Hides", "ctrl+h", lambda: None)
        key("alt+1")
        self.desk.wait_page(QUESTIONS[0]["text"][:40])
        key("ctrl+shift+t")
        self.desk.find(contains="Import into the Answer")
        type_text(SAMPLE)
        key("Return")
        self.desk.find(contains="This file holds 2 things")
        for page in ("Columns", "Changes", "What a Glance Does Not Show", "Preview"):
            self.desk.click(self.desk.find(role="page tab", name=page))
            self.look("import, " + page)
        key("Escape")
        self.desk.wait_gone(contains="This file holds 2 things")

    def go_through_ends(self):
        """What is only there after the letter was issued, and before changes are lost."""
        self.desk.do(self.desk.find(role="push button", contains="Issue"))
        self.desk.find(name="Date of the letter")
        self.desk.accept_findings()
        if not get_text(self.desk.find(name="Your name")):
            key("Tab", "Tab")
            type_text("A Officer")
        key("Return")
        self.desk.find(contains="The letter is issued, dated")
        self.look("issued")
        key("Escape")
        self.desk.wait_gone(contains="The letter is issued, dated")
        self.press("Main Menu")
        self.desk.do(self.desk.find(role="menu item", contains="Withdraw"))
        self.desk.find(contains="Why it is withdrawn")
        self.look("withdraw")
        key("Escape")
        self.desk.wait_gone(contains="Why it is withdrawn")
        key("alt+1")
        self.desk.wait_page(QUESTIONS[0]["text"][:40])
        type_text("x")
        self.desk.find(contains="Unsaved changes")
        key("ctrl+w")
        self.desk.find(role="push button", contains="Cancel")
        self.look("close")
        key("Escape")

    def paste(self):
        paste_request(self.desk)
        self.look("new case, pasted")
        key("Escape")
        self.press("Discard")

    def in_window(self, title, way, then):
        def is_there():
            application = self.desk.application
            windows = [application.get_child_at_index(index)
                       for index in range(application.get_child_count())]
            # A window that goes at this moment is none.
            return any(window.get_name().startswith(title) for window in windows if window)
        if way.startswith("ctrl"):
            key(way)
        else:
            self.desk.do(self.desk.find(role="push button", contains=way))
        wait("the window “%s”" % title, is_there)
        self.look(title)
        then()
        if is_there():
            key("Escape")
        wait("the window “%s” to go" % title, lambda: not is_there())

    def go_through_preferences(self):
        for page in ("Letters", "Wording", "Program"):
            self.desk.click(self.desk.find(role="page tab", name=page))
            self.look("preferences, " + page)


@functools.cache
def listen():
    """What is heard, found out once."""
    return Visit().heard


def refuse(fault):
    faults = {what for place, role, name, what in listen() if fault(role, name)}
    if faults:
        raise Failed("\n".join(sorted(faults)[:20]))


def test_no_class_names():
    """no name is the name of a class"""
    refuse(is_class_name)


def test_everything_to_press_is_named():
    """everything that can be pressed or typed into has a name"""
    refuse(is_unnamed)


def test_names_are_read_once_and_plain():
    """no name is read twice, or with the line that marks a letter on the screen"""
    refuse(is_odd)


if __name__ == "__main__":
    run([test_no_class_names, test_everything_to_press_is_named,
         test_names_are_read_once_and_plain])
