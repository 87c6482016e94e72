#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists of texts to insert, with a mouse and by keyboard: what is looked at is not taken yet."""

import json
import os
import pathlib

from desk import Atspi, Desk, get_text, key, run, wait, xdotool

ALPHA, BETA = "Alpha stands first in the list.", "Beta is what was wanted."


def save_paragraphs():
    folder = pathlib.Path(os.environ["XDG_DATA_HOME"]) / "foi-desk"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "paragraphs.json").write_text(json.dumps(
        {"format": "uk-foi-paragraphs", "version": 1, "paragraphs": [
            {"title": "Alpha", "text": ALPHA},
            {"title": "Beta", "text": BETA}]}),
        encoding="utf-8")


def answers(desk):
    return [get_text(node) for node in desk.nodes()
            if node.get_role_name() == "text" and node.get_name() == "Answer"]


def test_click():
    """one click shows a saved paragraph, and two insert it"""
    save_paragraphs()
    desk = Desk()
    desk.find(name="Day of receipt")
    key("alt+1")
    desk.find(role="text", name="Answer")
    key("ctrl+shift+p")
    desk.wait_active("Saved Paragraphs")
    for title, text in (("Beta", BETA), ("Alpha", ALPHA)):
        desk.click(desk.find(role="label", name=title))
        desk.find(role="label", name=text)
    assert not any(ALPHA in text or BETA in text for text in answers(desk)), answers(desk)
    desk.click(desk.find(role="label", name="Beta"))
    desk.find(role="label", name=BETA)
    xdotool("click", "--repeat", "2", "--delay", "60", "1")
    wait("the paragraph in the answer", lambda: any(BETA in text for text in answers(desk)))
    assert not any(ALPHA in text for text in answers(desk)), answers(desk)
    desk.close()


def focused_role(desk):
    return [node.get_role_name() for node in desk.nodes()
            if node.get_state_set().contains(Atspi.StateType.FOCUSED)]


def test_tab():
    """Tab leaves the list at once, and what was chosen in it stays so"""
    save_paragraphs()
    desk = Desk()
    desk.find(name="Day of receipt")
    key("alt+1")
    desk.find(role="text", name="Answer")
    key("ctrl+shift+p")
    desk.wait_active("Saved Paragraphs")
    desk.find(role="label", name=ALPHA)
    key("Tab")
    wait("the focus in the list", lambda: focused_role(desk) == ["list item"])
    key("Down")
    desk.find(role="label", name=BETA)
    key("Up")
    desk.find(role="label", name=ALPHA)
    key("Tab")
    wait("the focus beyond the list", lambda: focused_role(desk) not in ([], ["list item"]))
    desk.find(role="label", name=ALPHA)
    key("shift+Tab")
    wait("the focus in the list again", lambda: focused_role(desk) == ["list item"])
    desk.find(role="label", name=ALPHA)
    key("Return")
    wait("the paragraph in the answer", lambda: any(ALPHA in text for text in answers(desk)))
    assert not any(BETA in text for text in answers(desk)), answers(desk)
    desk.close()


if __name__ == "__main__":
    run([test_click, test_tab])
