#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""One case from the list of what is waited for to the list of what is issued."""

import json
import os
import subprocess

from desk import key, run, type_text, wait

import test_register as morning

COMMAND = os.environ["FOI_COMMAND"]
WAITS = "FOI-WAITS.foi.json"
AUTHORITY = {
    "name": "Northwick Borough Council", "team": "Information Governance",
    "address": ["Town Hall", "Northwick", "NW9 1AA"], "email": "foi@northwick.example.gov.uk",
    "web": "www.northwick.example.gov.uk", "type": "local",
    "signatory": {"name": "Ravi Shah", "role": "Information Officer"},
    "review": {"who": "the Monitoring Officer", "email": "review@northwick.example.gov.uk"},
}
ANSWER = "There were 14 empty homes in Quarry Lane on 1 November 2024."


def read(folder):
    return json.loads((folder / WAITS).read_text(encoding="utf-8"))["foi:case"]


def make_folder():
    """The case that waits is the council's, and lacks its answer alone."""
    folder = morning.make_folder()
    path = folder / WAITS
    case = json.loads(path.read_text(encoding="utf-8"))
    inner = case["foi:case"]
    inner["authority"] = AUTHORITY
    inner["request"]["requester"] = {"name": "Ada Field", "email": "ada@example.org"}
    question = inner["questions"][0]
    question.update(text="How many homes in Quarry Lane stood empty?", held="yes",
                    outcome="disclosed", answer="")
    path.write_text(json.dumps(case), encoding="utf-8")
    return folder


def open_waiting(folder):
    """The case that waits, from the list that is filtered to it."""
    desk = morning.open_register(folder)
    morning.wait_rows(desk, "FOI-LATE", "FOI-WAITS")
    key("alt+4")
    morning.wait_rows(desk, "FOI-WAITS")
    key("Home", "Return")
    desk.find(name="Day of receipt")
    key("alt+1")
    desk.wait_page("How many homes in Quarry Lane stood empty?")
    return desk


def chase(desk, folder):
    desk.do(desk.find(role="push button", contains="Chase…"))
    desk.find(contains="Chase Housing")
    desk.find(contains="Subject: ")
    desk.do(desk.find(role="push button", name="Note Only"))
    desk.find(role="label", contains=", chased ")
    key("ctrl+s")
    wait("the reminder in the file",
         lambda: "chased" in json.dumps(read(folder)["questions"][0]["asked"]))


def take_answer(desk, folder):
    desk.do(desk.find(role="push button", contains="Answered…"))
    desk.find(contains="Day on which Housing answered")
    key("Return")
    desk.find(role="push button", contains="Not Answered")
    key("alt+1")
    desk.wait_page("How many homes in Quarry Lane stood empty?")
    type_text(ANSWER)
    desk.wait_letter(ANSWER)
    key("ctrl+s")
    wait("the answer in the file", lambda: read(folder)["questions"][0]["answer"] == ANSWER)
    assert read(folder)["questions"][0]["asked"][0].get("answered"), read(folder)


def approve(desk):
    key("F10")
    desk.do(desk.find(role="menu item", contains="Approve…"))
    desk.find(contains="Approved by")
    type_text("Grace Hill")
    desk.do(desk.find(role="push button", name="Approve"))
    desk.wait_gone(contains="Approved by (a name")


def issue(desk, folder):
    desk.do(desk.find(role="push button", contains="Issue…"))
    desk.find(contains="Issuing fixes the letter as it is")
    if desk.has(contains="to be put right, or accepted"):
        desk.accept_findings()
    desk.do(desk.find(role="push button", name="Issue"))
    desk.find(contains="The letter is issued")
    desk.do(desk.find(role="push button", name="Done"))
    desk.wait_gone(contains="The letter is issued")
    wait("the letter in the file", lambda: read(folder)["issued"])


def test_one_case():
    """a case that waits is chased, answered, approved and issued, and moves in the list"""
    folder = make_folder()
    desk = open_waiting(folder)
    chase(desk, folder)
    take_answer(desk, folder)
    approve(desk)
    issue(desk, folder)
    approvals = json.dumps(read(folder))
    assert "Grace Hill" in approvals, approvals
    morning.wait_rows(desk)  # nobody is waited for any more
    key("ctrl+shift+o")
    desk.wait_active("FOI Desk")
    key("alt+8")
    wait("both issued cases", lambda: len(morning.rows(desk)) == 2)
    assert any(row.startswith("FOI-WAITS") for row in morning.rows(desk)), morning.rows(desk)
    desk.close()


def test_other_program():
    """another program writes to a case in the list, and its row follows"""
    folder = make_folder()
    desk = morning.open_register(folder)
    morning.wait_rows(desk, "FOI-LATE", "FOI-WAITS")
    key("alt+4")
    morning.wait_rows(desk, "FOI-WAITS")
    subprocess.run([COMMAND, "ask", folder / WAITS, "--answered", "--date", "2024-12-02",
                    "--question", "q1", "--service", "Housing"], check=True, timeout=60,
                   stdout=subprocess.DEVNULL)
    morning.wait_rows(desk)
    desk.close()


if __name__ == "__main__":
    run([test_one_case, test_other_program])
