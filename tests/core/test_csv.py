#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test_csv.py WRITER — what we write as CSV is what Python's csv module reads.

The reader is strict, and the tables have what tables of strangers have: quotes, commas, line ends,
formulas, other scripts.
"""

import csv
import io
import json
import random
import subprocess
import sys
import unicodedata

PIECES = ["", " ", ",", '"', '""', "\n", "\r", "\r\n", "\t", "'", "=1+1", "@SUM(A1)", "+44 24 7697",
          "-", "a", "£", "ä́", "مكالمات", "\u3000", "\uff1d1", "[c]", "[d]", ";", "\ufeff", "\\", "\x0b",
          "\x01", "\x7f", "\x9b"]
FORMULA = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")


def clean(text):
    """Without what prints nothing; line ends and tabs stay."""
    return "".join(sign for sign in text if sign in "\t\r\n" or unicodedata.category(sign) != "Cc")


def disarmed(text):
    text = clean(text)
    return "'" + text if text.startswith(FORMULA) else text


def number(chance, decimals):
    value = chance.randrange(-10**9, 10**9)
    if not decimals:
        return value
    sign, digits = "-" if value < 0 else "", str(abs(value)).zfill(decimals + 1)
    return f"{sign}{digits[:-decimals]}.{digits[-decimals:]}"


def make_table(chance):
    """A resource, and the rows that a reader of its CSV must find."""
    fields, columns = [], []
    for place in range(chance.randrange(1, 6)):
        kind = chance.choice(["string", "integer", "number"])
        field = {"name": f"f{place}", "title": "".join(chance.choices(PIECES, k=3)) + "t",
                 "type": kind}
        if kind == "number":
            field["foi:decimals"] = chance.randrange(1, 7)
        fields.append(field)
        columns.append(field.get("foi:decimals", 0))
    data, expected = [[field["name"] for field in fields]], []
    expected.append([disarmed(field["title"]) for field in fields])
    for _ in range(chance.randrange(0, 8)):
        row, shown = [], []
        for field, decimals in zip(fields, columns):
            if chance.random() < 0.2:
                cell = chance.choice(["", "[c]", "[x]", "[z]", "[low]"])
                shown.append(cell)
            elif field["type"] == "string":
                cell = "".join(chance.choices(PIECES, k=chance.randrange(0, 5)))
                shown.append(cell if cell == "[c]" else disarmed(cell))
            else:
                cell = number(chance, decimals)
                shown.append(str(cell))
            row.append(cell)
        data.append(row)
        expected.append(shown)
    return {"name": "t", "schema": {"fields": fields}, "data": data}, expected


def check(writer, table, expected):
    """What is wrong with the CSV of a table, if anything."""
    outcome = subprocess.run([writer], input=json.dumps(table).encode(), capture_output=True,
                             timeout=60, check=False)
    if outcome.returncode:
        return outcome.stderr.decode()
    text = outcome.stdout.decode("utf-8")
    if not text.endswith("\r\n"):
        return "the last line has no end"
    found = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    return None if found == expected else f"{expected!r} became {found!r}"


def main():
    chance = random.Random(651119421)
    print("TAP version 13\n1..4")
    failed = False
    for part in range(4):
        complaint = None
        for _ in range(60):
            complaint = complaint or check(sys.argv[1], *make_table(chance))
        failed |= complaint is not None
        print(f"{'not ok' if complaint else 'ok'} {part + 1} - sixty random tables")
        if complaint:
            print(f"# {complaint}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
