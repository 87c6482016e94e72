#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader is told: nothing goes by the name of its class, nothing to press is unnamed."""

from desk import Desk, copy, key, run, wait

# What GTK makes by itself inside its own widgets and gives no name that could be set.
OF_GTK = {"GtkStackPage", "GtkPaned", "GtkPanedHandle", "GtkScrollbar", "GtkRange",
          "GtkBuiltinIcon", "GtkListItemWidget", "GtkToggleButton"}

PLACES = ["Request", "alt+1", "alt+3", "alt+6"]
PRESSED = {"push button", "toggle button", "check box", "combo box", "entry", "menu button"}


def describe(node):
    path = []
    while node is not None and len(path) < 5:
        path.append("%s “%s”" % (node.get_role_name(), node.get_name()))
        node = node.get_parent()
    return " in ".join(path)


def paste_request(desk):
    """The window of a new case, with questions and with words in none."""
    key("ctrl+n")
    desk.find(name="The request as received")
    copy("Dear FOI Officer\n\nI have read of it.\n\n1. How many are there?\n2. What do they cost?\n\n"
         "Yours faithfully\nR. Quester\n")
    key("ctrl+v")
    desk.find(contains="Short name of question 2")
    desk.find(role="push button", contains="I have read of it.")


def look_everywhere(fault):
    desk = Desk()
    desk.find(contains="Calls to the MASH helpline")
    desk.wait_letter("20,049")
    faults = []
    for place in PLACES:
        if "+" in place:
            key(place)
        wait("a moment", lambda: True)
        faults += [describe(node) for node in desk.nodes() if fault(node)]
    paste_request(desk)
    faults += [describe(node) for node in desk.nodes() if fault(node)]
    desk.close()
    assert not faults, "\n".join(sorted(set(faults))[:12])


def test_no_class_names():
    """no name is the name of a class"""
    look_everywhere(lambda node: (node.get_name() or "").startswith(("Gtk", "Foi"))
                    and node.get_name() not in OF_GTK)


def test_everything_to_press_is_named():
    """everything that can be pressed or typed into has a name"""
    look_everywhere(lambda node: node.get_role_name() in PRESSED and not node.get_name())


if __name__ == "__main__":
    run([test_no_class_names, test_everything_to_press_is_named])
