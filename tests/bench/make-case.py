#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a large case: canonical, valid, and the same bytes for the same arguments.

Rows are shared out among the tables and written as they are made, so that a million take
seconds and no memory.
"""

import argparse
import datetime
import pathlib
import random
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "data"))

import canonical  # noqa: E402, pylint: disable=wrong-import-position

MARKS = ["", "[c]", "[x]", "[z]", "[low]"]
FIRST_DAY = datetime.date(2015, 1, 1)
SUBJECTS = ["potholes", "parking notices", "school places", "library loans", "care visits",
            "planning appeals", "missed collections", "calls answered"]
AREAS = ["North", "East", "South", "West", "Market", "Harbour", "Castle", "Park"]
CHUNK = 10000


def day(number):
    return str(FIRST_DAY + datetime.timedelta(days=number))


# Name, title, the rest of the field, and what makes the JSON of a cell from a random source.
COLUMNS = [
    ("day", "Day", {"type": "date", "foi:role": "period"},
     lambda rng: f'"{day(rng.randrange(3650))}"'),
    ("calls", "Calls answered", {"type": "integer", "foi:role": "measure", "foi:unit": "calls",
                                 "constraints": {"minimum": 0}},
     lambda rng: '"[x]"' if rng.random() < 0.01 else str(rng.randrange(40000))),
    ("weeks", "Weeks with figures", {"type": "integer", "foi:role": "coverage", "foi:of": 52,
                                     "foi:covers": ["calls"], "foi:unit": "weeks"},
     lambda rng: str(rng.choice([52, 52, 52, 51, 27]))),
    ("cost", "Cost", {"type": "number", "foi:role": "measure", "foi:decimals": 2,
                      "foi:unit": "GBP"},
     lambda rng: f'"{rng.randrange(10 ** 7)}.{rng.randrange(100):02d}"'),
    ("comment", "Comment", {"type": "string", "foi:role": "note"},
     lambda rng: rng.choice(['""', '""', '"Part of the year only"', '"Système changé"'])),
    ("area", "Area", {"type": "string", "foi:role": "category"},
     lambda rng: f'"{rng.choice(AREAS)}"'),
    ("share", "Share", {"type": "number", "foi:role": "measure", "foi:decimals": 1,
                        "foi:unit": "%"},
     lambda rng: f'"{rng.randrange(100)}.{rng.randrange(10)}"'),
    ("month", "Month", {"type": "yearmonth", "foi:role": "period"},
     lambda rng: f'"{rng.randrange(2015, 2025)}-{rng.randrange(1, 13):02d}"'),
    ("year", "Year", {"type": "year", "foi:role": "period"},
     lambda rng: str(rng.randrange(2015, 2025))),
    ("budget_year", "Budget year", {"type": "string", "foi:role": "period",
                                    "foi:period": "financial-year"},
     lambda rng: "\"{0}/{1:02d}\"".format(*(lambda y: (y, (y + 1) % 100))(
         rng.randrange(2015, 2025)))),
    ("ratio", "Ratio", {"type": "number", "foi:role": "measure", "foi:decimals": 3},
     lambda rng: f'"{rng.randrange(1000)}.{rng.randrange(1000):03d}"'),
]


def columns(wanted):
    """The columns after the key; beyond the eleventh they come again under another name."""
    for number in range(wanted - 1):
        name, title, rest, cell = COLUMNS[number % len(COLUMNS)]
        again = number // len(COLUMNS)
        yield (f"{name}_{again + 1}" if again else name,
               f"{title} {again + 1}" if again else title, rest, cell)


def table(number, fields):
    key = {"name": "id", "title": "Record", "type": "string", "foi:role": "category",
           "constraints": {"required": True, "unique": True}}
    subject = SUBJECTS[number % len(SUBJECTS)]
    result = {
        "name": f"table-{number + 1}", "type": "table",
        "title": f"Register {number + 1}: {subject}", "mediatype": "application/json",
        "schema": {"fields": [key] + [{"name": name, "title": title, **rest}
                                      for name, title, rest, _ in fields],
                   "primaryKey": ["id"], "missingValues": MARKS},
        "data": [f"@rows {number}@"]}
    if any(name == "calls" for name, *_ in fields):
        result["foi:chart"] = {"kind": "column", "x": "id", "y": ["calls"], "in_letter": False}
    return result


def refusal(number):
    """A refused question, by turns for cost, as published, and not held."""
    kind = number % 3
    if kind == 0:
        return {"held": "yes", "outcome": "refused",
                "grounds": [{"act": "foia", "section": "12(1)", "kind": "cost"}],
                "answer": "No report shows this, so each file would have to be read.\n",
                "estimate": {"rows": [{"activity": "extract", "system": "Case files",
                                       "unit": "file", "count": 1500 + number,
                                       "how_counted": "Report of the case system",
                                       "minutes": "2.5", "who": "A. Officer"}],
                             "advice": "One quarter could be given within the limit."}}
    if kind == 1:
        source = {"publisher": "Exampleton Council", "title": f"Annual return {number}",
                  "table": str(number), "url": f"https://www.example.gov.uk/return/{number}",
                  "from": "2015", "to": "2024"}
        return {"held": "yes", "outcome": "refused",
                "grounds": [{"act": "foia", "section": "21", "kind": "elsewhere",
                             "source": source}],
                "answer": "The return has a line for each area.\n"}
    return {"held": "no", "outcome": "not-held",
            "answer": "We searched the register and asked the service.\n"}


def question(number, tables):
    subject = SUBJECTS[number % len(SUBJECTS)]
    result = {"id": f"q{number + 1}", "number": str(number + 1),
              "label": f"{subject.capitalize()}, by year",
              "text": f"How many {subject} were recorded in each year, and where?"}
    if number < tables:
        name = f"table-{number + 1}"
        reference = f" See also {{{{question:q{number}}}}}." if number else ""
        return {**result, "held": "yes", "outcome": "disclosed",
                "answer": f"The register gives these.{reference}\n\n{{{{table:{name}}}}}\n",
                "tables": [name]}
    return {**result, **refusal(number)}


def case(arguments, fields):
    questions = [question(number, arguments.tables) for number in range(arguments.questions)]
    text = "Please tell me, for 2015 to 2024:\n\n" + "\n\n".join(
        f"{item['number']}. {item['text']}" for item in questions) + "\n"
    return {
        "foi:notice": "Internal working file. Do not release.",
        "name": f"large-{arguments.seed}", "id": f"LARGE-{arguments.seed}",
        "title": "Registers of the council", "created": "2024-10-30T09:00:00Z",
        "foi:case": {
            "format": "uk-foi-case", "version": 1, "_rev": f"{arguments.seed:016x}",
            "regime": "foia",
            "request": {"text": text, "preamble": "Please tell me, for 2015 to 2024:",
                        "received": "2024-10-30", "requester": {"name": "R. Quester"}},
            "period": {"from": "2015", "to": "2024", "basis": "calendar-year"},
            "questions": questions, "events": [],
            "letters": [{"id": "response", "type": "response", "date": "2024-11-27"}],
            "issued": [],
            "authority": {"name": "Exampleton Council", "team": "Information Requests",
                          "email": "foi@example.gov.uk", "type": "local",
                          "review": {"email": "foi@example.gov.uk",
                                     "window": {"n": 40, "unit": "working", "from": "issue"}}}},
        "resources": [table(number, fields) for number in range(arguments.tables)]}


def write_rows(out, count, fields, rng):
    """The header and COUNT rows. Cells are drawn from pools whose lengths share no factor."""
    lengths = [997, 1009, 1013, 1019, 1021, 1031, 1033, 1039, 1049, 1051, 1061]
    pools = [[cell(rng) for _ in range(lengths[number % len(lengths)])]
             for number, (*_, cell) in enumerate(fields)]
    names = ["id"] + [name for name, *_ in fields]
    out.write("        [" + ", ".join(f'"{name}"' for name in names) + "]")
    for start in range(0, count, CHUNK):
        numbers = range(start, min(start + CHUNK, count))
        cells = [[pool[number % len(pool)] for number in numbers] for pool in pools]
        keys = [f'"R{number + 1:07d}"' for number in numbers]
        out.write("".join(f",\n        [{', '.join(row)}]" for row in zip(keys, *cells)))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--questions", type=int, default=40)
    parser.add_argument("--tables", type=int, default=12)
    parser.add_argument("--rows", type=int, default=10000, help="of all tables together")
    parser.add_argument("--columns", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-o", required=True, dest="output", metavar="FILE")
    arguments = parser.parse_args()
    if not 0 < arguments.tables <= arguments.questions or arguments.columns < 2:
        parser.error("a table needs a question, and a key needs a column beside it")

    rng = random.Random(arguments.seed)
    fields = list(columns(arguments.columns))
    text = canonical.document(case(arguments, fields))
    share, rest = divmod(arguments.rows, arguments.tables)
    with open(arguments.output, "w", encoding="utf-8", newline="\n") as out:
        for number in range(arguments.tables):
            before, text = text.split(f'        "@rows {number}@"')
            out.write(before)
            write_rows(out, share + (number < rest), fields, rng)
        out.write(text)


if __name__ == "__main__":
    main()
