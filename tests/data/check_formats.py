#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Validates the example and the sample cases against the schemas, and sees what is wrong fail."""

import copy
import datetime
import pathlib
import re
import sys
import tempfile

import jsonschema

import canonical
import formats
import tap

MARKS = ("", "[c]", "[x]", "[z]", "[low]")
EXAMPLE = formats.EXAMPLES / "FOI651119421.foi.json"
# Not of version 1, and not canonical, by intent.
NEWER, LOOSE = "y_newer.foi.json", "y_loose.foi.json"
# Refused by the program for what JSON Schema can say too.
WRONG_SHAPE = """no_case other_format no_version version_text title_number case_list
    questions_object question_text answer_null see_text table_number scottish_text wording_list outcome_unknown
    held_unknown question_no_id question_empty_id part_no_id table_no_name field_no_name field_type
    field_no_decimals field_decimals_7 external_data no_schema no_data data_empty data_object
    row_object cell_null cell_boolean cell_list date_received date_event date_letter date_number
    opinion_date role_unknown period_unknown print_unknown covers_text of_text chart_list
    chart_in_letter_text
    notes_object note_row_text note_row_null note_bounds_null totals_object total_of_number
    rule_threshold_text withheld_row_number withheld_by_unknown event_unknown letter_unknown
    attachment_size_text period_null question_parts_object ground_text harm_unknown
    address_number""".split()


def is_day(text):
    try:
        return bool(datetime.date.fromisoformat(text)) and len(text) == 10
    except ValueError:
        return False


def is_financial_year(text):
    return (re.fullmatch(r"\d{4}/\d{2}", text) is not None
            and int(text[5:]) == (int(text[:4]) + 1) % 100)


def is_decimal(text, decimals):
    form = r"-?(0|[1-9]\d*)" + (rf"\.\d{{{decimals}}}" if decimals else "")
    return re.fullmatch(form, text) is not None and len(re.sub(r"\D", "", text)) <= 18


def fits(field, cell):
    """Whether a cell is of its field's type, marks included."""
    kind, whole = field["type"], isinstance(cell, int)
    if cell in MARKS:
        return True
    if kind == "integer":
        return whole and -2 ** 63 <= cell < 2 ** 63
    if kind == "year":
        return whole and 1 <= cell <= 9999
    if whole:
        return False
    if kind == "number":
        return is_decimal(cell, field["foi:decimals"])
    if kind == "date":
        return is_day(cell)
    if kind == "yearmonth":
        return re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", cell) is not None
    return field.get("foi:period") != "financial-year" or is_financial_year(cell)


def wrong_cells(name, document):
    for table in document.get("resources", []):
        fields = table["schema"]["fields"]
        header, *rows = table["data"]
        if header != [field["name"] for field in fields]:
            yield f"{name}: {table['name']}: the header is not the fields"
        for number, row in enumerate(rows, 1):
            if len(row) != len(fields):
                yield f"{name}: {table['name']}: row {number} is ragged"
            yield from (f"{name}: {table['name']}: row {number}: {cell!r}"
                        for field, cell in zip(fields, row) if not fits(field, cell))


def mutations():
    """Ways to break the example, each of which the schema must see."""
    def change(path, value):
        document = canonical.parse(EXAMPLE.read_text(encoding="utf-8"))
        node = document
        for step in path[:-1]:
            node = node[step]
        if value is None:
            del node[path[-1]]
        else:
            node[path[-1]] = copy.deepcopy(value)
        return f"{path} = {value!r}", document

    case = ("foi:case",)
    yield change(("foi:case",), None)
    yield change(case + ("format",), "uk-foi-rules")
    yield change(case + ("regime",), "FOIA 2000")
    yield change(case + ("request", "received"), "2024-02-30")
    yield change(case + ("questions", 0, "id"), None)
    yield change(case + ("questions", 0, "outcome"), "granted")
    yield change(case + ("questions", 0, "grounds", 0, "kind"), None)
    yield change(case + ("letters", 0, "type"), "reply")
    yield change(case + ("letters", 0, "paragraphs", "opening"), 1)
    yield change(case + ("authority", "wording", "review"), ["Two", "lines"])
    yield change(case + ("authority", "review", "window", "unit"), "days")
    yield change(("resources", 0, "name"), None)
    yield change(("resources", 0, "path"), "calls.csv")
    yield change(("resources", 0, "schema", "fields", 1, "type"), "float")
    yield change(("resources", 0, "schema", "fields", 1, "foi:role"), "figure")
    yield change(("resources", 0, "data", 3, 1), True)
    yield change(("resources", 0, "foi:chart", "in_letter"), "no")


def message_complaints():
    """messages.tsv must have a line for each file that is refused, and name no other."""
    lines = (formats.CASES / "messages.tsv").read_text(encoding="utf-8").splitlines()
    said = {}
    for line in lines:
        if line.startswith("#"):
            continue
        if not re.fullmatch(r"n_\w+\.foi\.json\t[1-9]\d*:[1-9]\d*: \$.*: .+", line):
            yield f"not FILE, LINE:COLUMN: PATH: reason: {line}"
        said.setdefault(line.split("\t")[0], []).append(line)
    files = {path.name for path in formats.CASES.glob("n_*.foi.json")}
    yield from (f"{name}: no message" for name in sorted(files - set(said)))
    yield from (f"{name}: no such file" for name in sorted(set(said) - files))


def generated(folder, *arguments):
    """A case as tests/bench makes it, twice: the path, and what is wrong."""
    paths = [pathlib.Path(folder) / f"{name}.foi.json" for name in "ab"]
    said = []
    for path in paths:
        said += tap.complaints(sys.executable, "-B", tap.SOURCE_ROOT / "tests/bench/make-case.py",
                               *arguments, "-o", path)
    if not said and paths[0].read_bytes() != paths[1].read_bytes():
        said.append("two runs differ")
    return paths[0], said


def rules():
    for name in ("authority", "case", "rules"):
        try:
            jsonschema.Draft202012Validator.check_schema(formats.schema(name))
            yield f"the schema of {name} is one of JSON Schema 2020-12", []
        except jsonschema.SchemaError as error:
            yield f"the schema of {name} is one of JSON Schema 2020-12", [str(error)]
    checker, root = formats.validator("case"), formats.schema("case")
    samples = sorted(formats.CASES.glob("y_*.foi.json"))
    yield "there are sample cases", [] if len(samples) > 10 else ["too few"]
    letters = sorted((formats.CASES.parent / "letters").glob("*.foi.json"))
    for path in sorted(formats.EXAMPLES.glob("*.foi.json")) + samples + letters:
        document = canonical.parse(path.read_bytes().decode("utf-8"))
        if path.name != NEWER:
            yield f"{path.name} is valid", formats.invalid(checker, document)
        if path.name != LOOSE:
            yield f"{path.name} is canonical", list(formats.layout(path, root))
        yield f"{path.name}: cells are of their columns' types", list(wrong_cells(path.name,
                                                                                  document))
    loose = canonical.parse((formats.CASES / LOOSE).read_bytes().decode("utf-8"))
    twin = formats.CASES / "y_loose.canonical"
    yield "y_loose says the same as its canonical twin", (
        [] if loose == canonical.parse(twin.read_text(encoding="utf-8")) else ["it differs"])
    yield "y_loose's canonical twin is canonical", list(formats.layout(twin, root))
    for arguments in ((), ("--questions", "3", "--tables", "3", "--rows", "50", "--columns", "30",
                           "--seed", "7")):
        with tempfile.TemporaryDirectory() as folder:
            path, said = generated(folder, *arguments)
            document = {} if said else canonical.parse(path.read_text(encoding="utf-8"))
            yield f"make-case.py {' '.join(arguments)} makes a valid case", (
                said or formats.invalid(checker, document) + list(formats.layout(path, root))
                + list(wrong_cells(path.name, document)))
    for what, document in mutations():
        yield f"the schema refuses {what}", (
            [] if formats.invalid(checker, document) else ["it does not"])
    for name in WRONG_SHAPE:
        text = (formats.CASES / f"n_{name}.foi.json").read_text(encoding="utf-8")
        yield f"the schema refuses n_{name}", (
            [] if formats.invalid(checker, canonical.parse(text)) else ["it does not"])
    yield "messages.tsv and the refused files belong together", list(message_complaints())


if __name__ == "__main__":
    tap.report(rules())
