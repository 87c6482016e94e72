#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists of texts to insert, with a mouse: what is looked at is not taken yet."""

import json
import os
import pathlib

from desk import Desk, get_text, key, run, wait, xdotool

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


if __name__ == "__main__":
    run([test_click])
