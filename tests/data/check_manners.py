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
# Who opens a pipe waits for ever, and a device has no end: foi-regular-file.c asks first.
OPENERS = (
    "fopen", "g_fopen", "freopen", "g_file_get_contents", "g_file_read", "g_file_read_async",
    "g_file_load_contents", "g_file_load_contents_async", "g_file_load_bytes",
    "g_file_load_bytes_async", "g_file_load_partial_contents_async", "g_file_open_readwrite",
    "g_io_channel_new_file", "g_key_file_load_from_file", "g_mapped_file_new",
    "json_parser_load_from_file", "json_parser_load_from_mapped_file", "json_parser_load_from_stream",
    "gdk_pixbuf_new_from_file", "gdk_texture_new_from_file", "gdk_texture_new_from_filename",
    "archive_read_open_filename", "archive_read_open_filenames", "qpdf_read")
TEXT = {".c", ".h", ".py", ".ui", ".css", ".build", ".sh"}


def calls(path, text, names):
    """Where a C file calls one of the functions: path:line: name."""
    for match in re.finditer(rf"(?<![\w.>])({'|'.join(names)})\s*\(", csource.masked(text)):
        yield f"{path}:{text.count(chr(10), 0, match.start()) + 1}: {match[1]}"


def waiting_opens(path, text):
    """Where a C file opens for reading what may be a pipe: path:line: name."""
    masked = csource.masked(text)
    for match in re.finditer(r"(?<![\w.>])(g_open|open|openat)\s*\(([^;{]*)", masked):
        flags = match[2]
        if re.search(r"\bO_RD", flags) and not re.search(r"\bO_(NONBLOCK|DIRECTORY|PATH)\b", flags):
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
    yield "files are opened with foi_regular_file_read() or _load(), which wait for no pipe", [
        place for path, text in app if path.name != "foi-regular-file.c"
        for place in [*calls(path, text, OPENERS), *waiting_opens(path, text)]]


if __name__ == "__main__":
    tap.report(rules(tap.SOURCE_ROOT))
