# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says the outcome of rules in the Test Anything Protocol."""

import os
import pathlib
import subprocess
import sys

SOURCE_ROOT = pathlib.Path(
    os.environ.get("FOI_SOURCE_ROOT", pathlib.Path(__file__).resolve().parents[2]))
BUILD_ROOT = pathlib.Path(os.environ.get("FOI_BUILD_ROOT", SOURCE_ROOT / "build"))


def report(rules):
    """Prints a plan, and a line for each (rule, offenders), naming the offenders. Exits."""
    rules = list(rules)
    print("TAP version 13")
    print(f"1..{len(rules)}")
    for number, (rule, offenders) in enumerate(rules, 1):
        print(f"{'not ok' if offenders else 'ok'} {number} - {rule}")
        for offender in offenders:
            print(f"# {offender}", file=sys.stderr)
    sys.exit(1 if any(offenders for _, offenders in rules) else 0)


def complaints(*command):
    """Runs a checking program: nothing if it is content, else what it says, line by line."""
    try:
        outcome = subprocess.run([str(word) for word in command], text=True, timeout=120,
                                 stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    except FileNotFoundError:
        return [f"the program {command[0]} is not installed (./dev setup installs it)"]
    if outcome.returncode == 0:
        return []
    return outcome.stdout.splitlines() or [f"{command[0]}: exit {outcome.returncode}"]
