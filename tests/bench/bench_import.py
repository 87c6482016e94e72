#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Importing large files, against LibreOffice and Gnumeric on the same files in the same run.

Prints what each took; exits with 1 where a bound is broken.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import zipfile

import measuring
from measuring import EXAMPLE, FOI, bound, measure

CSV_ROWS = 1_000_000
XLSX_ROWS = 100_000
# What opening a case of a million rows may take.
OPEN_CASE_MB = 600


def values(number):
    return ("R%07d" % number, "Region %d" % (number % 12),
            "2024-%02d-%02d" % (1 + number % 12, 1 + number % 28), random.randrange(9999),
            "%d.%02d" % (random.randrange(99999), number % 100),
            "%d.%d" % (number % 100, number % 10))


HEADINGS = ("Reference", "Region", "Received", "Calls", "Cost (£)", "Share (%)")


def make_csv(path):
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(",".join(HEADINGS) + "\r\n")
        for number in range(CSV_ROWS):
            file.write(",".join(map(str, values(number))) + "\r\n")


def make_xlsx(folder, path):
    """A workbook such as a spreadsheet writes: LibreOffice makes it of a CSV file."""
    source = os.path.join(folder, "small.csv")
    with open(source, "w", encoding="utf-8", newline="") as file:
        file.write(",".join(HEADINGS) + "\r\n")
        for number in range(XLSX_ROWS):
            file.write(",".join(map(str, values(number))) + "\r\n")
    subprocess.run(office(folder) + ["--convert-to", "xlsx", "--outdir", folder, source],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.rename(os.path.join(folder, "small.xlsx"), path)
    assert zipfile.is_zipfile(path)


def office(folder):
    command = measuring.find_office()
    if command is None:
        sys.exit("bench: LibreOffice is not there to compare with: ./dev bench installs it")
    return [command, "-env:UserInstallation=file://" + os.path.join(folder, "profile"),
            "--headless"]


def compare(folder, path, what, memory_limit):
    """Our import into a case; their reading and writing as CSV, without the least of work."""
    case = os.path.join(folder, "case.foi.json")
    shutil.copyfile(EXAMPLE, case)
    os.chmod(case, 0o644)
    ours = measure([FOI, "import", path, "--into", case, "--name", "large"])
    out = os.path.join(folder, "out")
    os.makedirs(out, exist_ok=True)
    # soffice is a script that starts the program: what its children took is measured with it.
    theirs = measure(office(folder) + ["--convert-to", "csv", "--outdir", out, path])
    if shutil.which("ssconvert") is None:
        sys.exit("bench: ssconvert is not there to compare with: ./dev bench installs it")
    gnumeric = measure(["ssconvert", path, os.path.join(out, "gnumeric.csv")])
    print(what)
    for name, (cpu, wall, memory) in (("foi", ours), ("LibreOffice", theirs),
                                      ("Gnumeric", gnumeric)):
        print("  %-12s CPU %6.2f s, wall %6.2f s, %6.0f MB" % (name, cpu, wall, memory))
    bound("  times the CPU of LibreOffice", ours[0] / theirs[0], "times", 1)
    bound("  times the CPU of Gnumeric", ours[0] / gnumeric[0], "times", 1)
    bound("  times the memory of LibreOffice", ours[2] / theirs[2], "times", 1)
    bound("  times the memory of Gnumeric", ours[2] / gnumeric[2], "times", 1)
    bound("  foi import, memory", ours[2], "MB", memory_limit)


with tempfile.TemporaryDirectory() as work:
    random.seed(1)
    large = os.path.join(work, "large.csv")
    make_csv(large)
    compare(work, large, "1,000,000 rows of CSV x 6, %.0f MB" % (os.path.getsize(large) / 1e6),
            OPEN_CASE_MB)
    os.unlink(large)
    book = os.path.join(work, "large.xlsx")
    make_xlsx(work, book)
    compare(work, book, "100,000 rows of XLSX x 6, %.1f MB" % (os.path.getsize(book) / 1e6),
            OPEN_CASE_MB)
measuring.finish()
