#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command against its bounds, and against LibreOffice in the same run.

Prints what each took and where; exits with 1 where a bound is broken.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time

FOI = os.environ["FOI_COMMAND"]
ROOT = os.environ["FOI_SOURCE_ROOT"]
EXAMPLE = os.path.join(ROOT, "data/examples/FOI651119421.foi.json")

broken = []


def measure(arguments, **more):
    """CPU seconds, wall seconds and the peak of memory in MB of one command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                               **more)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.stderr.close()
    del before
    # With 1 the checks found something, as they do in a case that was made by a program.
    if os.waitstatus_to_exitcode(status) > 1:
        sys.exit("bench: %s exited with %d" % (arguments[0], os.waitstatus_to_exitcode(status)))
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024


def bound(name, value, unit, limit, at_least=False):
    good = value >= limit if at_least else value <= limit
    print("%-58s %9.2f %-6s %s %g  %s" % (name, value, unit, "at least" if at_least else "at most",
                                         limit, "" if good else "BROKEN"), flush=True)
    if not good:
        broken.append(name)


def best(times, arguments, **more):
    return min((measure(arguments, **more) for _ in range(times)), key=lambda result: result[0])


def count_many_days(folder):
    path = os.path.join(folder, "days")
    with open(path, "w", encoding="ascii") as file:
        for number in range(100_000):
            file.write("20%02d-%02d-%02d\n" % (13 + number % 14, 1 + number % 12, 1 + number % 28))

    def run(command):
        with open(path, encoding="ascii") as days:
            return measure(command, stdin=days)

    cpu, wall, _ = min((run([FOI, "deadline", "--from-stdin"]) for _ in range(3)),
                       key=lambda result: result[0])
    print("100,000 due dates: %.3f s; cat of the days takes %.3f s" % (wall, run(["cat"])[1]))
    bound("  CPU", cpu, "s", 1)


def check_large_cases(folder):
    for rows, cpu_limit, memory_limit in ((100_000, 0.5, 80), (1_000_000, 6, 600)):
        path = os.path.join(folder, "large-%d.foi.json" % rows)
        subprocess.run(["/usr/bin/python3", os.path.join(ROOT, "tests/bench/make-case.py"),
                        "--questions", "1", "--tables", "1", "--rows", str(rows), "--columns", "6",
                        "-o", path], check=True)
        cpu, wall, memory = best(3, [FOI, "check", path])
        cat = best(3, ["cat", path])
        print("%s rows x 6, %.0f MB; cat of it takes %.3f s" % (rows, os.path.getsize(path) / 1e6,
                                                                cat[1]))
        bound("  foi check, CPU", cpu, "s", cpu_limit)
        bound("  foi check, memory", memory, "MB", memory_limit)
        os.unlink(path)


def find_office():
    return shutil.which("soffice") or shutil.which("libreoffice")


def compare_letter(folder):
    pdf = os.path.join(folder, "letter.pdf")
    command = [FOI, "export", EXAMPLE, "--to", "pdf", "--force", "-o", pdf]
    measure(command)
    html = os.path.join(folder, "letter.html")
    subprocess.run([FOI, "export", EXAMPLE, "--to", "html", "-o", html], check=True,
                   stderr=subprocess.DEVNULL)
    office = find_office()
    if office is None:
        sys.exit("bench: LibreOffice is not there to compare with: ./dev bench installs it")
    profile = "-env:UserInstallation=file://" + os.path.join(folder, "profile")
    convert = [office, profile, "--headless", "--convert-to"]
    subprocess.run(convert + ["odt:writer8", "--outdir", folder, html], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    odt = os.path.join(folder, "letter.odt")
    theirs_command = convert + ["pdf", "--outdir", os.path.join(folder, "theirs"), odt]
    # By turns: what else the machine does, and how fast it runs, meets both.
    ours, theirs = [], []
    for _ in range(4):
        theirs.append(measure(theirs_command)[1])
        ours.extend(measure(command)[1] for _ in range(4))
    ours, theirs = min(ours), min(theirs)
    print("the example's letter as PDF: foi %.3f s, LibreOffice from ODT %.3f s" % (ours, theirs))
    bound("  times faster than LibreOffice", theirs / ours, "times", 20, at_least=True)


with tempfile.TemporaryDirectory() as work:
    count_many_days(work)
    check_large_cases(work)
    compare_letter(work)
if broken:
    sys.exit("bench: broken: " + "; ".join(name.strip() for name in broken))
