#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Printing on a real queue: the pages on paper are the pages of the PDF."""

import os
import subprocess

from cups import PrintServer
from desk import Desk, key, run, wait

server = PrintServer()


def get_text(path):
    return subprocess.run(["pdftotext", "-layout", path, "-"], stdout=subprocess.PIPE, check=True,
                          text=True).stdout


def count_pages(path):
    info = subprocess.run(["pdfinfo", path], stdout=subprocess.PIPE, check=True, text=True).stdout
    return int(next(line for line in info.splitlines() if line.startswith("Pages:")).split()[1])


def print_letter(desk):
    if os.path.exists(server.output):
        os.unlink(server.output)
    key("ctrl+p")
    desk.find(contains="PdfPrinter")
    button = [node for node in desk.nodes() if node.get_role_name() == "push button"
              and "Print" in node.get_name() and "draft" not in node.get_name()][-1]
    desk.do(button)
    wait("the job: " + server.get_log(), server.has_printed, 30)


def words(text):
    """Line breaks are the same, spaces between columns may differ by a point."""
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def test_paper_is_pdf():
    """what comes out of the printer says, line by line and page by page, what the PDF says"""
    # GTK's own print dialog warns where there is no colour manager: not fatal here.
    desk = Desk(debug="")
    desk.find(contains="Calls to the MASH helpline")
    desk.wait_letter("20,049")
    print_letter(desk)
    pdf = os.path.join(desk.folder, "letter.pdf")
    subprocess.run([os.environ["FOI_COMMAND"], "export", desk.path, "--to", "pdf", "-o", pdf],
                   check=True)
    printed, exported = words(get_text(server.output)), words(get_text(pdf))
    pages = count_pages(server.output), count_pages(pdf)
    # Again, without closing: the dialog remembers, and a second job goes through.
    print_letter(desk)
    again = words(get_text(server.output))
    said = desk.close()
    assert pages[0] == pages[1], pages
    assert printed == exported, (printed[:5], exported[:5])
    assert again == printed
    assert "CRITICAL" not in said, said


if __name__ == "__main__":
    try:
        run([test_paper_is_pdf])
    finally:
        server.close()
