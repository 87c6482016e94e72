#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks what the house asks of the text of its files: nothing unfinished, no luck, no skipping."""

import re

import csource
import tap

# Written apart, so that this file does not find itself.
UNFINISHED = "TO" "DO", "FIX" "ME", "XX" "X", "HA" "CK"
CLOCK_OR_CHANCE = (
    "g_get_real_time", "g_get_monotonic_time", "g_get_current_time", "g_date_time_new_now",
    "g_date_time_new_now_local", "g_date_time_new_now_utc", "g_date_set_time_t", "time",
    "clock_gettime", "gettimeofday", "g_random_int", "g_random_int_range", "g_random_boolean",
    "g_random_double", "g_random_double_range", "g_rand_new", "g_uuid_string_random", "rand",
    "random", "getrandom", "arc4random")
TEXT = {".c", ".h", ".py", ".ui", ".css", ".build", ".sh"}


def calls(path, text, names):
    """Where a C file calls one of the functions: path:line: name."""
    for match in re.finditer(rf"(?<![\w.>])({'|'.join(names)})\s*\(", csource.masked(text)):
        yield f"{path}:{text.count(chr(10), 0, match.start()) + 1}: {match[1]}"


def read_files(root):
    for folder in ("app", "tests"):
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and path.suffix in TEXT:
                yield path.relative_to(root), path.read_text(encoding="utf-8")


def rules(root):
    files = list(read_files(root))
    sources = [(path, text) for path, text in files if path.suffix in (".c", ".h")]
    core = [(path, text) for path, text in sources if path.parts[:2] == ("app", "core")]
    app = [(path, text) for path, text in sources if path.parts[0] == "app"]
    tests = [(path, text) for path, text in sources if path.parts[0] == "tests"]

    yield "there are files to read, of core and of tests", (
        [] if core and tests else [f"{root}: nothing found"])
    yield "nothing is marked as unfinished", [
        f"{path}:{number}: {line.strip()}" for path, text in files
        for number, line in enumerate(text.splitlines(), 1)
        if re.search(rf"\b({'|'.join(UNFINISHED)})\b", line)]
    yield "tests assert with g_assert_*, which says what it found, not with g_assert", [
        place for path, text in tests for place in calls(path, text, ["g_assert", "assert"])]
    yield "no test skips itself", [
        place for path, text in tests
        for place in calls(path, text, ["g_test_skip", "g_test_incomplete"])]
    yield "no goto", [
        f"{path}:{number}" for path, text in sources
        for number, line in enumerate(csource.masked(text).splitlines(), 1)
        if re.search(r"\bgoto\b", line)]
    yield "core asks no clock and throws no dice", [
        place for path, text in core for place in calls(path, text, CLOCK_OR_CHANCE)]
    yield "threads are begun with foi_task_run_in_thread(), which ends tasks where they began", [
        place for path, text in app if path.name != "foi-task.c"
        for place in calls(path, text, ["g_task_run_in_thread"])]


if __name__ == "__main__":
    tap.report(rules(tap.SOURCE_ROOT))
