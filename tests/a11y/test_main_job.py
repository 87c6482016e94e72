#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job in the real window: figures edited, the letter following, undo, save, issue, close."""

import difflib
import json
import os
import re
import subprocess
import tempfile

from desk import Atspi, Desk, get_text, key, run, type_text, wait

CHART = "MASH calls answered, by reporting year"


def lines_that_differ(before, after):
    return [line for line in difflib.ndiff(before.splitlines(), after.splitlines())
            if line[:1] in "+-"]


def open_question_3():
    desk = Desk()
    desk.find(contains="Calls to the MASH helpline")
    desk.wait_letter("20,049")
    key("alt+3")
    desk.find(contains="2019/20: 10,066")
    return desk


def edit_calls(desk, text):
    desk.click(desk.find(role="table cell", contains="2019/20: 10,066"))
    type_text(text)
    key("Return")


def read_chart(desk):
    """The chart of the table: its name, or the value that the keyboard is at, and its description."""
    chart = desk.find(role="image", contains="MASH calls answered")
    chart.clear_cache()
    return chart.get_name(), chart.get_description()


def wait_chart(desk, text):
    wait("the chart to say “%s”" % text, lambda: text in read_chart(desk)[1])


def read_values(desk, n_values):
    """What the chart says of each value, one after the other, as keys move over them."""
    desk.click(desk.find(role="image", contains="MASH calls answered"))
    key("Home")
    wait("the chart's first value", lambda: "2016/17" in read_chart(desk)[0])
    values = [read_chart(desk)[0]]
    while len(values) < n_values:
        key("Right")
        wait("the chart's next value", lambda: read_chart(desk)[0] != values[-1])
        values.append(read_chart(desk)[0])
    return values


def test_edit_followed_by_letter():
    """a figure edited in the table is in letter and chart at once, and undo takes it back"""
    desk = open_question_3()
    assert read_chart(desk)[0] == CHART, read_chart(desk)
    wait_chart(desk, "9 values, from 8,649 to 37,626")
    values = read_values(desk, 9)
    assert values[3] == "MASH calls answered, 2019/20: 10,066 · 27 of 52 weeks · 373 a week"
    edit_calls(desk, "40500")
    desk.wait_letter("40,500")
    wait_chart(desk, "9 values, from 8,649 to 40,500")
    edited = read_values(desk, 9)
    assert edited[3] == "MASH calls answered, 2019/20: 40,500 · 27 of 52 weeks · 1,500 a week"
    assert edited[:3] + edited[4:] == values[:3] + values[4:], edited
    key("ctrl+z")
    desk.wait_letter("40,500", there=False)
    desk.wait_letter("10,066")
    wait_chart(desk, "9 values, from 8,649 to 37,626")
    assert read_values(desk, 9) == values
    key("ctrl+shift+z")
    desk.wait_letter("40,500")
    wait_chart(desk, "9 values, from 8,649 to 40,500")
    said = desk.close()
    assert "WARNING" not in said and "CRITICAL" not in said, said


def test_save_changes_one_row():
    """saving an edited figure changes its row and the revision token, and nothing else"""
    desk = open_question_3()
    with open(desk.path, encoding="utf-8") as file:
        before = file.read()
    edit_calls(desk, "10067")
    desk.wait_letter("10,067")
    key("ctrl+s")

    def saved():
        with open(desk.path, encoding="utf-8") as file:
            return file.read() != before
    wait("the file to be saved", saved)
    with open(desk.path, encoding="utf-8") as file:
        differing = lines_that_differ(before, file.read())
    desk.close()
    assert len(differing) == 4, differing
    assert all('"_rev"' in line or '"2019/20"' in line for line in differing), differing


def test_refused_text_is_kept():
    """what is no number stays as typed, marked and with the reason; the file's value stays"""
    desk = open_question_3()
    edit_calls(desk, "1.234")
    desk.find(contains="1.234")
    desk.wait_letter("10,066")
    key("Escape")
    desk.find(role="table cell", contains="2019/20: 10,066")
    desk.close()


def test_stale_figure():
    """a figure quoted in the answer that has changed is pointed out, and brought up to date"""
    desk = open_question_3()
    desk.click(desk.find(role="text", name="Answer"))
    key("ctrl+Home")
    type_text("In 2019/20 we took 10,066 calls. ")
    desk.wait_letter("we took 10,066 calls")
    edit_calls(desk, "10067")
    desk.find(contains="This answer says 10,066. The table shows 10,067 now.")
    desk.do(desk.find(role="push button", contains="Bring Up to Date"))
    desk.wait_letter("we took 10,067 calls")
    desk.wait_gone(contains="This answer says")
    desk.close()


def test_paste_makes_table():
    """cells pasted on a question become a table of it, with one undo"""
    desk = open_question_3()
    subprocess.run(["xclip", "-selection", "clipboard", "-i"], check=True, text=True,
                   input="Year\tCalls\n2020/21\t4,321\n2021/22\t15\n")
    key("alt+1")
    desk.find(role="text", name="Answer")
    key("ctrl+v")
    desk.find(role="table cell", contains="2020/21: 4,321")
    desk.wait_letter("4,321")
    key("ctrl+z")
    desk.wait_letter("4,321", there=False)
    desk.close()


def test_issue():
    """a letter issued by keyboard is frozen with its tables and hash, and the file says so"""
    desk = open_question_3()
    desk.do(desk.find(role="push button", contains="Issue"))
    desk.find(name="Date of the letter")
    desk.accept_findings()
    if not get_text(desk.find(name="Your name")):
        key("Tab", "Tab")
        type_text("A Officer")
    key("Return")
    desk.find(contains="The letter is issued, dated 27 November 2024")

    def issued():
        with open(desk.path, encoding="utf-8") as file:
            case = json.load(file)["foi:case"]
        return case if case["issued"] else None
    case = wait("the issued letter in the file", issued)
    desk.close()
    record = case["issued"][0]
    assert record["date"] == "2024-11-27", record["date"]
    reasons = [accepted["reason"] for accepted in case["accepted"]]
    assert reasons == ["Agreed with the service"] * 6, reasons
    assert [table["name"] for table in record["tables"]] == ["mash-calls", "cse-budget"]
    assert re.fullmatch("[0-9a-f]{64}", record["files"][0]["sha256"])


def test_mark_by_keyboard():
    """a sign beside the letter is reached and followed by keyboard, and says what was found"""
    desk = open_question_3()
    mark = desk.find(role="push button", name="To consider")
    assert "Question 1 leaves 2015 to 2017 unanswered" in (mark.get_description() or ""), \
        mark.get_description()
    key("F6", "Tab")
    wait("the first sign to have the focus",
         lambda: mark.get_state_set().contains(Atspi.StateType.FOCUSED))
    key("Return")
    desk.find(role="label", contains="How many people were thought to be at risk")
    desk.close()


def test_close_with_changes():
    """closing with changes asks, and cancelling keeps the window and the change"""
    desk = open_question_3()
    edit_calls(desk, "10067")
    desk.wait_letter("10,067")
    key("ctrl+w")
    desk.find(role="push button", contains="Cancel")
    key("Escape")
    desk.wait_letter("10,067")
    assert desk.process.poll() is None
    desk.close()


def test_column_by_keyboard():
    """the form of a column is gone through by keyboard: it is left out of the letter, and undone"""
    desk = open_question_3()
    desk.click(desk.find(role="table cell", contains="2019/20: 10,066"))
    key("alt+Return")
    desk.find(role="check box", name="Leave out of the letter")
    key("Tab", "Tab", "Tab", "Tab", "space")
    desk.wait_letter("20,049", there=False)
    key("Escape")
    desk.wait_gone(role="check box", name="Leave out of the letter")
    key("ctrl+z")
    desk.wait_letter("20,049")
    desk.close()


def test_keys_after_file_dialog():
    """keys work after a file dialog that was asked for in the menu and left, without a click"""
    desk = open_question_3()
    key("F10")
    desk.find(name="Export")
    key("Down", "Down", "Down", "Down", "Down", "Down", "Return")
    desk.find(contains="Letter as PDF")
    key("Down", "Return")
    desk.find(name="Save Letter as PDF")
    key("Escape")
    desk.wait_gone(name="Save Letter as PDF")
    key("alt+6")
    desk.find(contains="6. How much of its budget")
    desk.close()


def install_reader(folder):
    """A web browser that only writes down what it is asked to show."""
    asked = os.path.join(folder, "asked")
    applications = os.path.join(os.environ["XDG_DATA_HOME"], "applications")
    os.makedirs(applications, exist_ok=True)
    os.makedirs(os.environ["XDG_CONFIG_HOME"], exist_ok=True)
    with open(os.path.join(applications, "reader.desktop"), "w", encoding="utf-8") as file:
        file.write("[Desktop Entry]\nType=Application\nName=Reader\nMimeType=text/html;\n"
                   "Exec=sh -c 'echo %%u >\"%s\"'\n" % asked)
    with open(os.path.join(os.environ["XDG_CONFIG_HOME"], "mimeapps.list"), "w",
              encoding="utf-8") as file:
        file.write("[Default Applications]\ntext/html=reader.desktop\n")
    return asked


def test_help():
    """F1 shows the help, which is a page in the web browser"""
    with tempfile.TemporaryDirectory() as folder:
        asked = install_reader(folder)
        desk = open_question_3()
        key("F1")
        wait("the help", lambda: os.path.exists(asked) and os.path.getsize(asked))
        with open(asked, encoding="utf-8") as file:
            uri = file.read().strip()
        desk.close()
    assert uri.endswith("/help/en_GB/index.html"), uri


if __name__ == "__main__":
    run([test_edit_followed_by_letter, test_save_changes_one_row, test_refused_text_is_kept,
         test_stale_figure, test_paste_makes_table, test_issue, test_mark_by_keyboard,
         test_close_with_changes, test_column_by_keyboard, test_keys_after_file_dialog, test_help])
