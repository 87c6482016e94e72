#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A morning with the cases of a folder, by keyboard, as a screen reader tells it."""

import datetime
import os
import pathlib
import re
import sys
import tempfile

from desk import ROOT, Atspi, Desk, key, run, type_text, wait

sys.path.insert(0, os.path.join(ROOT, "tests/cli"))

import register  # noqa: E402, pylint: disable=wrong-import-position

# Long ago, so that whatever day it is all of them are late, and the bank holidays are known.
DAYS = {"FOI-LATE": datetime.date(2024, 10, 1), "FOI-WAITS": datetime.date(2024, 11, 20),
        "FOI-NEW": datetime.date(2024, 12, 2), "FOI-DONE": datetime.date(2024, 9, 2)}
CLASS = re.compile(r"(Gtk|Foi)[A-Z][A-Za-z]*$")


def write(folder, name, *more, **facts):
    register.write(folder, register.make_case(name, DAYS[name], *more, **facts))


def make_folder():
    """Cases of which one is late, one waits for Housing, and one is done."""
    # Where there is a bin for them.
    home = pathlib.Path(os.environ["XDG_DATA_HOME"])
    home.mkdir(parents=True, exist_ok=True)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="foi-cases-", dir=home))
    write(folder, "FOI-LATE", subject="Potholes")
    write(folder, "FOI-WAITS", subject="Empty homes", text="How many homes in Quarry Lane?",
          asked=[{"service": "Housing", "asked": "2024-11-21", "wanted_by": "2024-12-05"}])
    write(folder, "FOI-DONE", "granted", "in-time", subject="Trees")
    return folder


def open_register(folder):
    """The program without a case, for somebody who chose that folder before."""
    config = tempfile.mkdtemp(prefix="foi-config-")
    settings = os.path.join(config, "glib-2.0/settings")
    os.makedirs(settings)
    with open(os.path.join(settings, "keyfile"), "w", encoding="utf-8") as file:
        file.write("[io/github/foidesk/FoiDesk]\nregister-folder='%s'\n" % folder)
    os.environ["XDG_CONFIG_HOME"] = config
    os.environ["GSETTINGS_BACKEND"] = "keyfile"
    return Desk(source=None)


def write_copy(folder):
    """The case that waits, as another machine has it."""
    text = (folder / "FOI-WAITS.foi.json").read_text(encoding="utf-8")
    (folder / "FOI-WAITS-LAPTOP.foi.json").write_text(
        text.replace("How many homes in Quarry Lane?", "?"), encoding="utf-8")


def rows(desk):
    return [node.get_name() for node in desk.nodes() if node.get_role_name() == "table row"
            and "FOI-" in (node.get_name() or "")]


def wait_rows(desk, *wanted):
    wait("the rows %s" % (wanted,),
         lambda: [row.split(",")[0] for row in rows(desk)] == list(wanted))


def test_morning():
    """what is due today comes first; who is waited for is found; a case opens by Enter"""
    folder = make_folder()
    desk = open_register(folder)
    wait_rows(desk, "FOI-LATE", "FOI-WAITS")
    assert "late" in rows(desk)[0] and "Potholes" in rows(desk)[0], rows(desk)
    key("alt+4")
    wait_rows(desk, "FOI-WAITS")
    desk.find(role="label", contains="Housing, since")
    key("alt+9")
    wait_rows(desk, "FOI-LATE", "FOI-WAITS", "FOI-DONE")
    # Somebody else writes to a case, and brings a new one.
    write(folder, "FOI-NEW", subject="Noise")
    wait_rows(desk, "FOI-LATE", "FOI-WAITS", "FOI-NEW", "FOI-DONE")
    write(folder, "FOI-LATE", "part", "in-time", subject="Potholes")
    wait_rows(desk, "FOI-WAITS", "FOI-NEW", "FOI-DONE", "FOI-LATE")
    key("ctrl+f")
    type_text("quarry")
    wait_rows(desk, "FOI-WAITS")
    desk.find(role="label", contains="homes in Quarry Lane?")
    key("Return", "Return")
    desk.find(name="Day of receipt")
    key("ctrl+shift+o")
    wait_rows(desk, "FOI-WAITS")
    desk.close()


def test_groups():
    """what there is to do is told under its heading, which folds; the state groups the others"""
    desk = open_register(make_folder())
    wait_rows(desk, "FOI-LATE", "FOI-WAITS")
    desk.find(role="table row", name="Overdue, 2 cases")
    key("Home", "Left")
    wait_rows(desk)
    heading = desk.find(role="table row", name="Overdue, 2 cases")
    assert not heading.get_state_set().contains(Atspi.StateType.EXPANDED)
    key("Right")
    wait_rows(desk, "FOI-LATE", "FOI-WAITS")
    heading = desk.find(role="table row", name="Overdue, 2 cases")
    assert heading.get_state_set().contains(Atspi.StateType.EXPANDED)
    # Tab does not go through thousands of rows, and leaves both ways.
    key("Tab")
    desk.wait_focus("Count Days")
    key("shift+Tab", "shift+Tab")
    wait("the focus before the list", lambda: any(
        node.get_role_name() in ("radio button", "toggle button", "push button")
        and node.get_state_set().contains(Atspi.StateType.FOCUSED) for node in desk.nodes()))
    key("Tab")
    key("alt+9", "ctrl+g")
    desk.find(role="table row", name="Draft, 2 cases")
    desk.find(role="table row", name="Issued, 1 case")
    wait_rows(desk, "FOI-LATE", "FOI-WAITS", "FOI-DONE")
    key("ctrl+g")
    desk.wait_gone(role="table row", contains="Draft, 2")
    wait_rows(desk, "FOI-LATE", "FOI-WAITS", "FOI-DONE")
    desk.close()


def test_copies():
    """a copy that a shared folder made is told of, compared, and goes to the bin"""
    folder = make_folder()
    write_copy(folder)
    desk = open_register(folder)
    wait_rows(desk, "FOI-LATE", "FOI-WAITS", "FOI-WAITS")
    desk.find(role="table row", contains="a copy of “FOI-WAITS.foi.json”")
    desk.do(desk.find(role="push button", name="Compare…"))
    desk.find(contains="They differ in 1 place")
    desk.find(role="table row", contains="Request · Text: How many homes in Quarry Lane? / ?")
    desk.do(desk.find(role="push button", name="Keep “FOI-WAITS.foi.json”…"))
    desk.do(desk.find(role="push button", name="Keep It"))
    desk.wait_gone(contains="They differ in")
    wait_rows(desk, "FOI-LATE", "FOI-WAITS")
    wait("the copy to go", lambda: not (folder / "FOI-WAITS-LAPTOP.foi.json").exists())
    assert (folder / "FOI-WAITS.foi.json").exists()
    desk.close()


def save(desk, entry, dialog, path):
    """Saves by the menu of the list."""
    desk.click(desk.find(name="What Can Be Done with the List"))
    desk.do(desk.find(role="menu item", contains=entry))
    desk.find(name=dialog)
    key("ctrl+a")
    type_text(str(path))
    key("Return")
    desk.wait_gone(name=dialog)
    wait(path.name, path.exists)
    desk.find(role="label", contains="“%s” was made" % path.name)
    return path.read_text(encoding="utf-8-sig")


def test_files():
    """the cases that are listed become a table, and their due dates a calendar"""
    desk = open_register(make_folder())
    wait_rows(desk, "FOI-LATE", "FOI-WAITS")
    out = pathlib.Path(tempfile.mkdtemp(prefix="foi-out-"))
    table = save(desk, "CSV", "Save the Listed Cases as CSV", out / "list.csv")
    lines = table.splitlines()
    assert len(lines) == 3 and "Potholes" in lines[1] and "Empty homes" in lines[2], table
    calendar = save(desk, "Calendar", "Save the Due Dates for a Calendar", out / "due.ics")
    assert calendar.count("BEGIN:VEVENT") == 2 and "VALUE=DATE:20241029" in calendar, calendar
    key("alt+8")
    wait_rows(desk, "FOI-DONE")
    table = save(desk, "CSV", "Save the Listed Cases as CSV", out / "done.csv")
    assert len(table.splitlines()) == 2 and "Trees" in table, table
    desk.close()


def test_names():
    """nothing of the register goes by the name of its class"""
    desk = open_register(make_folder())
    wait_rows(desk, "FOI-LATE", "FOI-WAITS")
    key("alt+9")
    wait_rows(desk, "FOI-LATE", "FOI-WAITS", "FOI-DONE")
    names = {(node.get_role_name(), node.get_name()) for node in desk.nodes()
             if CLASS.match(node.get_name() or "")}
    told = {name for name in names if name[1] not in (
        "GtkStackPage", "GtkScrollbar", "GtkRange", "GtkBuiltinIcon", "GtkListItemWidget")}
    assert not told, told
    unnamed = [node.get_role_name() for node in desk.nodes()
               if node.get_role_name() in ("push button", "toggle button", "text", "entry")
               and not node.get_name()]
    assert not unnamed, unnamed
    desk.close()


if __name__ == "__main__":
    run([test_morning, test_groups, test_copies, test_names, test_files])
