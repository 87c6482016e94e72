#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The register of 5,000 cases, against the time it takes to read their files once."""

import os
import subprocess
import sys
import tempfile
import time

import measuring
from measuring import ROOT, bound

CASES = 5000
CORRECTED = os.path.join(ROOT, "data/examples/FOI651119421-corrected.foi.json")


def make_folder(folder):
    """Cases as they are: answered ones of several questions, each with words of its own."""
    with open(CORRECTED, encoding="utf-8") as file:
        text = file.read()
    paths = []
    for number in range(CASES):
        path = os.path.join(folder, "FOI%05d.foi.json" % number)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text.replace("FOI651119421", "FOI%05d" % number))
        paths.append(path)
    return paths


def read_once(paths):
    """As `cat` does: wall seconds. The files are in memory: both read them from there."""
    start = time.monotonic()
    subprocess.run(["cat", *paths], stdout=subprocess.DEVNULL, check=True)
    return time.monotonic() - start


def run(folder):
    """What the program took, and the peak of its memory in MB."""
    process = subprocess.Popen([sys.argv[1], folder, str(CASES), "FOI04711"],
                               stdout=subprocess.PIPE, text=True)
    out = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit("bench: %s exited with %d" % (sys.argv[1], status))
    first, everything, turn, search, found = out.split()
    if found != "1":
        sys.exit("bench: the search found %s cases, not 1" % found)
    return float(first), float(everything), float(turn), float(search), usage.ru_maxrss / 1024


with tempfile.TemporaryDirectory() as work:
    files = make_folder(work)
    size = sum(os.path.getsize(path) for path in files) / 1e6
    read_once(files)
    # By turns, so that what else the machine does is in both.
    turns = [(read_once(files), run(work)) for _ in range(3)]
once = min(read for read, _ in turns)
results = [result for _, result in turns]
print("%d cases, %.0f MB: read once in %.3f s" % (CASES, size, once))
bound("  first rows", min(result[0] for result in results), "s", 0.5)
bound("  times reading once, all rows", min(result[1] for result in results) / once, "times", 15)
bound("  longest turn of the main loop", min(result[2] for result in results) * 1000, "ms", 16)
bound("  search", min(result[3] for result in results), "s", 0.5)
bound("  memory", min(result[4] for result in results), "MB", 150)
measuring.finish()
