# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a command took, and whether that is within its bound."""

import os
import shutil
import subprocess
import sys
import time

FOI = os.environ["FOI_COMMAND"]
ROOT = os.environ["FOI_SOURCE_ROOT"]
EXAMPLE = os.path.join(ROOT, "data/examples/FOI651119421.foi.json")

BROKEN = []


def measure(arguments):
    """CPU seconds, wall seconds and the peak of memory in MB of a command and its children.

    A shell of its own waits for it, so that what a script starts is counted as well.
    """
    script = ("import os,resource,subprocess,sys\n"
              "done=subprocess.run(sys.argv[1:],stdout=-3,stderr=-3)\n"
              "used=resource.getrusage(resource.RUSAGE_CHILDREN)\n"
              "print(used.ru_utime+used.ru_stime,used.ru_maxrss/1024,done.returncode)\n")
    start = time.monotonic()
    done = subprocess.run([sys.executable, "-c", script, *arguments], check=True,
                          capture_output=True, text=True)
    cpu, memory, status = done.stdout.split()
    # With 1 there is something to see; only above that it is not done.
    if int(status) > 1:
        sys.exit("bench: %s exited with %s" % (arguments[0], status))
    return float(cpu), time.monotonic() - start, float(memory)


def bound(name, value, unit, limit):
    good = value <= limit
    print("%-58s %9.2f %-6s at most %g  %s" % (name, value, unit, limit,
                                              "" if good else "BROKEN"), flush=True)
    if not good:
        BROKEN.append(name)


def find_office():
    return shutil.which("soffice") or shutil.which("libreoffice")


def finish():
    if BROKEN:
        sys.exit("bench: broken: " + "; ".join(name.strip() for name in BROKEN))
