#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: tests/tally.py LOG.json… — counts what meson's test logs hold, subtest by subtest.

The last line is "N passed, N failed". A program that crashed, ran out of time or broke its plan
counts as one failure, also when each of its subtests passed. Exits 1 on a failure, and when no
test ran at all.
"""

import json
import re
import sys

POINT = re.compile(r"^(?P<indent> *)(?P<not>not )?ok\b(?P<rest>.*)$")


def points(output):
    """The leaves of a TAP stream, as (passed, skipped, description).

    A line directly after a deeper one sums up that subtest, and is not counted again.
    """
    depth = 0
    for line in output.splitlines():
        match = POINT.match(line)
        if not match:
            continue
        indent = len(match["indent"])
        if indent >= depth:
            rest = match["rest"]
            yield not match["not"], bool(re.search(r"# *skip", rest, re.IGNORECASE)), rest.strip()
        depth = indent


def tally_program(entry):
    """What one test program did: (passed, failed, skipped descriptions)."""
    passed = failed = 0
    skipped = []
    if entry["result"] == "SKIP":
        skipped.append("the whole program")
    for is_ok, is_skip, description in points(entry.get("stdout", "")):
        if is_ok and is_skip:
            skipped.append(description)
        elif is_ok:
            passed += 1
        else:
            failed += 1
    if entry["result"] == "OK" and passed + failed + len(skipped) == 0:
        passed = 1
    if entry["result"] not in ("OK", "SKIP", "EXPECTEDFAIL") and failed == 0:
        failed = 1
    return passed, failed, skipped


def report_failure(entry, say):
    """Everything a failing program said, so that the console's log is enough to start from."""
    say(f"\n===== {entry['name']}: {entry['result']}, exit {entry['returncode']}")
    for stream in ("stdout", "stderr"):
        lines = entry.get(stream, "").splitlines()
        if len(lines) > 200:
            lines = [f"({len(lines) - 200} lines before these are in the log)"] + lines[-200:]
        say("\n".join(lines))


def tally(paths, say=print):
    """Says what the logs hold, line by line; the exit status."""
    passed = failed = 0
    for path in paths:
        with open(path, encoding="utf-8") as log:
            entries = [json.loads(line) for line in log if line.strip()]
        for entry in entries:
            program_passed, program_failed, skipped = tally_program(entry)
            passed += program_passed
            failed += program_failed
            for description in skipped:
                say(f"skipped: {entry['name']}: {description}")
            if program_failed:
                report_failure(entry, say)
    say(f"{passed} passed, {failed} failed")
    return 0 if passed > 0 and failed == 0 else 1


if __name__ == "__main__":
    sys.exit(tally(sys.argv[1:]))
