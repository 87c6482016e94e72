#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the C files against the budgets of HACKING.md."""

import re

import csource
import tap

MAX_FUNCTION = 80
MAX_SOURCE = 800
MAX_HEADER = 90
MAX_COLUMNS = 100
HEADER = ("/* SPDX-FileCopyrightText: The FOI Desk developers\n"
          " * SPDX-License-Identifier: GPL-3.0-or-later */\n")


def c_files(root):
    return sorted(path for folder in ("app", "tests") for path in (root / folder).rglob("*.[ch]"))


def rules(root):
    """Every rule with its offenders, as file:line: what is wrong."""
    files = [(path.relative_to(root), path.read_text(encoding="utf-8")) for path in c_files(root)]
    functions, complaints = [], []
    for path, text in files:
        found, misread = csource.functions(text)
        functions += [(path, function) for function in found]
        complaints += [f"{path}: {what}" for what in misread]
    lines = [(path, number, line) for path, text in files
             for number, line in enumerate(text.split("\n"), 1)]

    yield "there are C files and functions to measure", (
        [] if files and functions else [f"{root}: nothing found"])
    yield "the braces of every file pair up", complaints
    yield f"functions have at most {MAX_FUNCTION} lines", [
        f"{path}:{function.first}: {function.name} has {function.lines} lines"
        for path, function in functions if function.lines > MAX_FUNCTION]
    yield "functions are laid out as GTK's: name and braces at the margin", [
        f"{path}:{function.first}: {function.name}"
        for path, function in functions if not function.in_style]
    for suffix, limit in ((".c", MAX_SOURCE), (".h", MAX_HEADER)):
        yield f"*{suffix} have at most {limit} lines", [
            f"{path}: {text.count(chr(10))} lines"
            for path, text in files if path.suffix == suffix and text.count("\n") > limit]
    yield f"lines have at most {MAX_COLUMNS} columns", [
        f"{path}:{number}: {len(line)} columns"
        for path, number, line in lines if len(line) > MAX_COLUMNS]
    yield "no line has a tab or ends in a space", [
        f"{path}:{number}" for path, number, line in lines
        if "\t" in line or line != line.rstrip()]
    yield "every file starts with the two lines of its licence", [
        str(path) for path, text in files if not text.startswith(HEADER)]
    yield "headers say #pragma once", [
        str(path) for path, text in files
        if path.suffix == ".h" and not re.search(r"^#pragma once$", text, re.MULTILINE)]
    yield "the program's files are named foi-*.[ch], but for main.c", [
        str(path) for path, _ in files if path.parts[0] == "app" and path.name != "main.c"
        and not re.fullmatch(r"foi-[a-z0-9]+(-[a-z0-9]+)*\.[ch]", path.name)]


if __name__ == "__main__":
    tap.report(rules(tap.SOURCE_ROOT))
