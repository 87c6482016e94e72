#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""`foi export --to pack`: what is in a pack, what stops one, and what is left when it is stopped."""

import copy
import csv
import datetime
import hashlib
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

import jsonschema

import books
import documents
import pdfs
from cli import EXAMPLE, equal, expect, foi, refusal, run_tests
from test_audit_case import make_table

CASE = json.loads(EXAMPLE.read_text(encoding="utf-8"))
LIST = "what-leaves-the-building.txt"
OUR_LIST = "what-is-in-this-folder.txt"
REQUESTER = {"name": "Jane Quill", "salutation": "Ms Quill", "organisation": "Quill and Daughters",
             "email": "jq@post.example", "address": ["7 Mill Row", "Coventry", "CV9 9ZZ"]}


def write_case(folder, case):
    path = folder / "case.foi.json"
    path.write_text(json.dumps(case), encoding="utf-8")
    return path


def pack(folder, case, whom, *more, name="pack"):
    return foi("export", write_case(folder, case), "--to", "pack", "--for", whom, "-o",
               folder / name, *more)


def text_of(path):
    """What is in a file, as outside programs read it."""
    if path.suffix == ".pdf":
        done = subprocess.run(["pdftotext", "-layout", str(path), "-"], stdout=subprocess.PIPE,
                              check=True, timeout=60)
        return done.stdout.decode("utf-8")
    return path.read_text(encoding="utf-8-sig")


def requested(case=CASE):
    case = copy.deepcopy(case)
    case["foi:case"]["request"]["requester"] = copy.deepcopy(REQUESTER)
    return case


# ---- what is in them ----

def test_publish(folder):
    """To publish: letter as PDF and text, tables as CSV, their description, the list"""
    yield from expect(pack(folder, requested(), "publish"), 0, out="")
    names = sorted(path.name for path in (folder / "pack").iterdir())
    yield from equal("the files", names, sorted([
        "FOI651119421.pdf", "FOI651119421.txt", "mash-calls.csv", "cse-budget.csv",
        "datapackage.json", LIST]))
    for path in (folder / "pack").iterdir():
        text = text_of(path)
        for detail in ("Quill", "jq@post", "Mill Row", "CV9 9ZZ"):
            if detail in text:
                yield f"{detail} is in {path.name}"
    for name in ("FOI651119421.pdf", "FOI651119421.txt"):
        for figure in ("20,049", "1,415,349", "Dear requester", "FOI651119421"):
            if figure not in text_of(folder / "pack" / name):
                yield f"{figure} is not in {name}"


def test_send(folder):
    """To send: the letter with its addressee, tables for people, attachments, the list"""
    case = requested()
    case["foi:case"]["attachments"] = [{"name": "minutes.txt", "format": "text/plain"},
                                       {"name": "photo.jpg", "format": "image/jpeg"}]
    (folder / "case.files").mkdir()
    (folder / "case.files/minutes.txt").write_text("Nothing was decided.\n", encoding="utf-8")
    (folder / "case.files/photo.jpg").write_bytes(b"\xff\xd8\xff")
    outcome = pack(folder, case, "send")
    yield from expect(outcome, 0, out="", err="photo.jpg: ")
    if "minutes.txt" in outcome.err:
        yield "a file that was looked through is warned of"
    names = sorted(path.name for path in (folder / "pack").iterdir())
    yield from equal("the files", names, sorted([
        "FOI651119421.pdf", "mash-calls.csv", "cse-budget.csv", "minutes.txt", "photo.jpg", LIST]))
    yield from equal("the mark of UTF-8", (folder / "pack/mash-calls.csv").read_bytes()[:3],
                     b"\xef\xbb\xbf")
    if "Jane Quill" not in text_of(folder / "pack/FOI651119421.pdf"):
        yield "the addressee is not in the letter"
    listed = " ".join((folder / "pack" / LIST).read_text(encoding="utf-8").split())
    yield from equal("the warnings in what the requester gets",
                     listed.count("cannot look through this file"), 0)


def test_file(folder):
    """For our file: the case as it is, its history, everything"""
    case = requested()
    case["foi:case"]["events"] = [{"type": "chased", "date": "2024-11-12", "note": "By telephone"}]
    case["foi:case"]["attachments"] = [{"name": "gone.pdf"}]
    yield from expect(pack(folder, case, "file"), 0, out="")
    made = folder / "pack"
    names = {path.name for path in made.iterdir()}
    yield from equal("the files", names, {
        "FOI651119421.pdf", "FOI651119421.txt", "mash-calls.csv", "cse-budget.csv",
        "FOI651119421.foi.json", "history.txt", OUR_LIST})
    ours = json.loads((made / "FOI651119421.foi.json").read_text(encoding="utf-8"))
    yield from equal("the requester", ours["foi:case"]["request"]["requester"], REQUESTER)
    if "By telephone" not in text_of(made / "history.txt"):
        yield "the event is not in the history"
    listed = text_of(made / OUR_LIST)
    for words in ("never to be released", "gone.pdf"):
        if words not in " ".join(listed.split()):
            yield f"{words} is not in the list"


def test_hashes(folder):
    """The list has the SHA-256 of each file, as outside programs count it"""
    for whom, listing in (("publish", LIST), ("send", LIST), ("file", OUR_LIST)):
        outcome = pack(folder, CASE, whom, "--format", "json", name=whom)
        yield from expect(outcome, 0)
        said = {file["name"]: file for file in outcome.json()["files"]}
        listed = (folder / whom / listing).read_text(encoding="utf-8")
        for path in (folder / whom).iterdir():
            sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
            yield from equal(f"{path.name} in JSON", (said[path.name]["sha256"],
                                                      said[path.name]["size"]),
                             (sha256, path.stat().st_size))
            if path.name != listing and f"\n{path.name}\n" not in listed:
                yield f"{path.name} is not listed"
            if path.name != listing and sha256 not in listed:
                yield f"the hash of {path.name} is not listed"


def test_same(folder):
    """The same case gives the same bytes"""
    for name in ("one", "two"):
        yield from expect(pack(folder, requested(), "publish", name=name), 0)
    for path in (folder / "one").iterdir():
        if path.read_bytes() != (folder / "two" / path.name).read_bytes():
            yield f"{path.name} is another"


# ---- the Data Package ----

# The rules of datapackage.org, version 2, for what we write, in words of ours.
SLUG = {"type": "string", "pattern": r"^[a-z0-9._-]+$"}
PLACE = {"type": "string", "pattern": r"^(?!/)(?!.*\.\.)(?!.*://).+$"}
FIELD = {"type": "object", "required": ["name"], "properties": {
    "name": {"type": "string", "minLength": 1},
    "type": {"enum": ["string", "number", "integer", "boolean", "object", "array", "list",
                      "datetime", "date", "time", "year", "yearmonth", "duration", "geopoint",
                      "geojson", "any"]},
    "title": {"type": "string"}, "description": {"type": "string"}}}
SCHEMA = {"type": "object", "required": ["fields"], "properties": {
    "$schema": {"const": "https://datapackage.org/profiles/2.0/tableschema.json"},
    "fields": {"type": "array", "minItems": 1, "items": FIELD},
    "primaryKey": {"type": "array", "minItems": 1, "uniqueItems": True,
                   "items": {"type": "string"}},
    "missingValues": {"type": "array", "uniqueItems": True, "items": {"type": "string"}}}}
RESOURCE = {"type": "object", "required": ["name", "path"], "properties": {
    "name": SLUG, "path": PLACE, "type": {"const": "table"},
    "$schema": {"const": "https://datapackage.org/profiles/2.0/dataresource.json"},
    "title": {"type": "string"}, "description": {"type": "string"},
    "format": {"type": "string"}, "mediatype": {"type": "string", "pattern": r"^[^/]+/[^/]+$"},
    "encoding": {"type": "string"}, "bytes": {"type": "integer", "minimum": 0},
    "hash": {"type": "string", "pattern": r"^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32})$"},
    "dialect": {"type": "object", "properties": {
        "$schema": {"const": "https://datapackage.org/profiles/2.0/tabledialect.json"},
        "header": {"type": "boolean"}, "delimiter": {"type": "string"},
        "lineTerminator": {"type": "string"}, "quoteChar": {"type": "string", "maxLength": 1},
        "doubleQuote": {"type": "boolean"}}},
    "schema": SCHEMA}, "not": {"required": ["data"]}}
PACKAGE = {"type": "object", "required": ["resources"], "properties": {
    "$schema": {"const": "https://datapackage.org/profiles/2.0/datapackage.json"},
    "name": SLUG, "title": {"type": "string"},
    "licenses": {"type": "array", "minItems": 1, "items": {
        "type": "object", "anyOf": [{"required": ["name"]}, {"required": ["path"]}]}},
    "contributors": {"type": "array", "minItems": 1, "items": {
        "type": "object", "minProperties": 1, "properties": {
            "title": {"type": "string"},
            "roles": {"type": "array", "minItems": 1, "items": {"type": "string"}}}}},
    "resources": {"type": "array", "minItems": 1, "items": RESOURCE}}}

READERS = {
    "string": str,
    "integer": lambda text: re.fullmatch(r"-?\d+", text) and int(text),
    "number": lambda text: re.fullmatch(r"-?\d+(\.\d+)?", text) and float(text),
    "date": datetime.date.fromisoformat,
    "year": lambda text: re.fullmatch(r"\d{4}", text),
    "yearmonth": lambda text: re.fullmatch(r"\d{4}-\d\d", text),
}


def package_complaints(made):
    package = json.loads((made / "datapackage.json").read_text(encoding="utf-8"))
    for error in jsonschema.Draft202012Validator(PACKAGE).iter_errors(package):
        yield f"{list(error.absolute_path)}: {error.message}"
    names = [resource["name"] for resource in package["resources"]]
    yield from equal("names used twice", len(names), len(set(names)))
    for resource in package["resources"]:
        raw = (made / resource["path"]).read_bytes()
        yield from equal("bytes", resource["bytes"], len(raw))
        yield from equal("hash", resource["hash"], "sha256:" + hashlib.sha256(raw).hexdigest())
        yield from equal("a mark of UTF-8", raw.startswith(b"\xef\xbb\xbf"), False)
        yield from equal("lines not ended by CRLF", raw.replace(b"\r\n", b"").count(b"\r"), 0)
        yield from rows_complaints(resource, raw.decode("utf-8"))


def rows_complaints(resource, text):
    header, *rows = list(csv.reader(text.splitlines(keepends=True), strict=True))
    schema = resource["schema"]
    yield from equal("the header", header, [field["name"] for field in schema["fields"]])
    yield from equal("names of fields used twice", len(header), len(set(header)))
    keys = [header.index(name) for name in schema.get("primaryKey", [])]
    seen = [tuple(row[key] for key in keys) for row in rows]
    if keys:
        yield from equal("keys used twice", len(seen), len(set(seen)))
    for row in rows:
        yield from equal("cells", len(row), len(header))
        for field, cell in zip(schema["fields"], row):
            if cell in schema["missingValues"]:
                continue
            if READERS[field["type"]](cell) is None:
                yield f"{cell!r} is no {field['type']} in {field['name']}"


def test_package(folder):
    """datapackage.json keeps the rules of Data Package 2, and the CSV files keep to it"""
    yield from expect(pack(folder, requested(), "publish"), 0)
    yield from package_complaints(folder / "pack")
    package = json.loads(text_of(folder / "pack/datapackage.json"))
    yield from equal("the publisher", package["contributors"][0]["title"], "Coventry City Council")


def test_hard_tables(folder):
    """Types, marks, totals without a name, headings that are missing, repeated or formulas"""
    case = copy.deepcopy(CASE)
    fields = [{"name": "y", "type": "year", "foi:role": "period", "title": "Year"},
              {"name": "m", "type": "yearmonth", "title": "=1+1"},
              {"name": "d", "type": "date", "title": ""},
              {"name": "n", "type": "integer", "title": "Count"},
              {"name": "n2", "type": "integer", "title": "Count"},
              {"name": "p", "type": "number", "foi:decimals": 1, "foi:unit": "%", "title": "Share"},
              {"name": "w", "type": "string", "title": "Words"}]
    case["resources"] = [{
        "name": "Hard One", "title": "Hard", "schema": {"fields": fields, "primaryKey": ["y"]},
        "foi:totals": [{"row": {"foi:row": 3}, "of": [{"y": 2020}, {"y": 2021}]}],
        "data": [[field["name"] for field in fields],
                 [2020, "2020-01", "2020-01-02", -5, "[c]", "-12.5", "=cmd|' /C calc'!A0"],
                 [2021, "", "[x]", "[low]", 7, "[z]", 'a "b", c\nd'],
                 ["", "2020-01", "2020-01-02", 1, "[x]", "1.0", "-"]]}]
    case["resources"][0]["name"] = "hard-one"
    for question in case["foi:case"]["questions"]:
        question["tables"] = []
        question["answer"] = "Words."
    case["foi:case"]["questions"][0].update(
        {"tables": ["hard-one"], "answer": "See the table.", "outcome": "disclosed",
         "held": "yes", "grounds": []})
    outcome = pack(folder, case, "publish")
    yield from expect(outcome, 0)
    yield from package_complaints(folder / "pack")
    rows = list(csv.reader(open(folder / "pack/hard-one.csv", encoding="utf-8", newline="")))
    yield from equal("the headings", rows[0], ["Year", "'=1+1", "Column 3", "Count", "Count (2)",
                                               "Share (%)", "Words"])
    yield from equal("a negative number", rows[1][3], "-5")
    yield from equal("a negative percentage", rows[1][5], "-12.5")
    yield from equal("a formula", rows[1][6], "'=cmd|' /C calc'!A0")
    yield from equal("the total", rows[3][0], "Total")
    listed = " ".join(text_of(folder / "pack" / LIST).split())
    for words in ("3 cells begin like formulas", "the heading of column 2", "row 1, “Words”",
                  "row 3, “Words”", "1 figure withheld"):
        if words not in listed:
            yield f"{words} is not in the list"


def test_without_tables(folder):
    """Without tables there is no Data Package, for one has at least one table"""
    case = copy.deepcopy(CASE)
    del case["resources"]
    for question in case["foi:case"]["questions"]:
        question.pop("tables", None)
        question["answer"] = "Words."
    yield from expect(pack(folder, case, "publish"), 0)
    yield from equal("the files", sorted(path.name for path in (folder / "pack").iterdir()),
                     ["FOI651119421.pdf", "FOI651119421.txt", LIST])


# ---- the last look ----

def calls(case):
    return next(table for table in case["resources"] if table["name"] == "mash-calls")


def find_question(case):
    return next(question for question in case["foi:case"]["questions"]
                if "mash-calls" in question.get("tables", []))


def withhold(case, value=3, shown="[c]"):
    """In 2017/18 the calls are withheld."""
    table = calls(case)
    place = [row[0] for row in table["data"]].index("2017/18")
    table["data"][place][1] = shown
    case["foi:case"]["withheld"] = [{
        "table": "mash-calls", "row": {table["data"][0][0]: "2017/18"},
        "field": table["data"][0][1], "value": value, "by": "primary", "ground": "40(2)"}]


def show_elsewhere(case):
    """Another table has the same figure of the same year under the same heading."""
    withhold(case, 37626)
    other = copy.deepcopy(calls(case))
    other["name"], other["title"] = "again", "Calls once more"
    other["data"][2][1] = 37626
    for member in ("foi:chart", "foi:totals", "foi:notes", "foi:same"):
        other.pop(member, None)
    case["resources"].append(other)
    find_question(case)["tables"].append("again")


def hide(case, name="case_worker", title="Who answered", value="Robin Frayne"):
    table = calls(case)
    key = table["data"][0][0]
    case["foi:case"].setdefault("internal", {})["fields"] = [{
        "table": "mash-calls", "field": {"name": name, "title": title, "type": "string"},
        "data": [[key, name], ["2017/18", value]]}]


def say(words):
    def change(case):
        find_question(case)["answer"] += "\n\n" + words
    return change


def ask(words, then):
    def change(case):
        find_question(case)["text"] += " " + words
        then(case)
    return change


def title(words):
    def change(case):
        calls(case)["title"] += words
    return change


def comment(words):
    def change(case):
        calls(case)["data"][2][3] = words
    return change


def describe(words):
    def change(case):
        calls(case)["description"] = words
    return change


PDF, TXT, CSV, JSON = "FOI651119421.pdf", "FOI651119421.txt", "mash-calls.csv", "datapackage.json"

# What is planted, and the files in which it must be seen when they are published.
PLANTS = [
    ("a withheld figure in a cell of another table", show_elsewhere, [PDF, TXT, "again.csv"]),
    ("a withheld figure in a sentence", say("In 2017/18 there were 3 calls."), [PDF, TXT]),
    ("a withheld figure in letters", say("There were three calls in 2017/18."), [PDF, TXT]),
    ("a withheld figure in bold", say("Calls fell to **3** in 2017/18."), [PDF, TXT]),
    ("a withheld figure in full width", say("In 2017/18 there were ３ calls."), [PDF, TXT]),
    ("a withheld figure in a fraction", say("Of the calls in 2017/18, 3/60 were answered."),
     [PDF, TXT]),
    ("a withheld figure in a percentage", say("In 2017/18, 20% of 15 calls were answered."),
     [PDF, TXT]),
    ("a withheld figure in a difference",
     say("In 2017/18 calls were 20,046 fewer than the 20,049 of 2016/17."), [PDF, TXT]),
    ("a withheld figure in bounds", say("In 2017/18 there were more than two but fewer than four calls."),
     [PDF, TXT]),
    ("a withheld figure in a comment", comment("only 3 calls"), [PDF, TXT, CSV]),
    ("a withheld figure in a description", describe("In 2017/18 only 3 calls came."), [JSON]),
    ("a withheld figure in a title", title(": 3 calls in 2017/18"), [PDF, TXT, JSON, LIST]),
    ("the requester's name in a comment", comment("Jane Quill asked"), [PDF, TXT, CSV]),
    ("the requester's name in a description", describe("Asked by JANE  QUILL."), [JSON]),
    ("the requester's name in a title", title(" for Mrs Quill"), [JSON, LIST]),
    ("the requester's e-mail in a comment", comment("jq@post.example"), [PDF, TXT, CSV]),
    ("the requester's house in a description", describe("Sent to 7 Mill Row."), [JSON]),
    ("the requester's postcode in a title", title(" (CV9 9ZZ)"), [JSON, LIST]),
    ("the name of a column left out in an answer", say("See the column case_worker."), [PDF, TXT]),
    ("the name of a column left out in a description", describe("case_worker"), [JSON]),
    ("the name of a column left out, which a question cannot know",
     ask("Give case_worker.", say("See the column case_worker.")), [PDF, TXT]),
    ("what stands in a column left out that was asked for",
     ask("Who answered them?", say("Robin Frayne answered in 2017/18.")), [PDF, TXT]),
    ("a column left out in a sentence on the table",
     say("The MASH calls answered are by Who answered."), [PDF, TXT]),
    ("the name of a column left out in a comment", comment("case_worker: none"), [PDF, TXT, CSV]),
    ("what stands in a column left out", comment("Robin Frayne"), [PDF, TXT, CSV]),
    ("what stands in a column left out, in a sentence", say("Robin Frayne answered in 2017/18."),
     [PDF, TXT]),
    ("the name of a column left out in a title", title(" by case_worker"), [PDF, TXT, JSON, LIST]),
    ("a note of officers", say("Nobody may know that we lost a box."), [PDF, TXT]),
    ("a note of officers in a comment", comment("nobody may know that we lost a box"),
     [PDF, TXT, CSV]),
    ("whoever owns a question", say("Ask Sam Otterburn about it."), [PDF, TXT]),
    ("whoever was asked", comment("from pat@intern.example"), [PDF, TXT, CSV]),
]


def guarded():
    case = requested()
    withhold(case)
    hide(case)
    case["foi:case"]["internal"]["notes"] = [{"text": "Nobody may know that we lost a box"}]
    find_question(case)["owner"] = "Sam Otterburn"
    find_question(case)["asked"] = [{"service": "MASH", "contact": "pat@intern.example"}]
    return case


def test_guarded(folder):
    """A case with much to hide is packed as long as nothing of it is said"""
    for whom in ("publish", "send", "file"):
        yield from expect(pack(folder, guarded(), whom, name=whom), 0)
    for path in list((folder / "publish").iterdir()) + list((folder / "send").iterdir()):
        for words in ("case_worker", "Who answered", "Frayne", "lost a box", "Otterburn", "intern"):
            if words in text_of(path):
                yield f"{words} is in {path.name}"


def test_masked(folder):
    """A figure that is withheld and stands in its cell all the same is in no file"""
    case = guarded()
    withhold(case, 37626, 37626)
    for whom in ("publish", "send"):
        yield from expect(pack(folder, case, whom, name=whom), 0)
        for path in (folder / whom).iterdir():
            text = text_of(path)
            if "37626" in text or "37,626" in text:
                yield f"the figure is in {whom}/{path.name}"
    table = text_of(folder / "publish" / CSV)
    yield from equal("its mark", "2017/18,[c]," in table, True)
    outcome = foi("check", folder / "case.foi.json")
    yield from equal("it is to be mended", "withheld-value-in-text" in outcome.out, True)


def test_near_misses(folder):
    """What only looks like a leak stops nothing"""
    case = guarded()
    for change in (say("In 2018/19 there were 3 calls more than we thought."),
                   say("In 2017/18 the team moved under section 3 of its plan on 3 May 2017."),
                   say("In 2017/18 there were 52 weeks with figures."),
                   say("Three teams took part."),
                   say("In 2017/18 the team took 10% more calls than it had planned."),
                   say("In 2017/18 calls were a quarter of an hour long, at least 2 minutes."),
                   say("Who answered is not recorded here."),
                   ask("Who answered them?", say("The MASH calls answered are by Who answered.")),
                   comment("52 weeks"), describe("Calls from 2016/17 to 2024/25, in 3 columns")):
        changed = copy.deepcopy(case)
        change(changed)
        yield from expect(pack(folder, changed, "publish", "--force"), 0)


BANDS = [f"Band {number}" for number in range(1, 13)]
IN_BANDS = [9, 3, *range(21, 28), 9, 30, 31]


def banded(in_columns):
    """Bands as rows or as columns: 9 of the first and 3 of the second are withheld."""
    case = copy.deepcopy(CASE)
    shown = ["[c]", "[c]", *IN_BANDS[2:]]
    names = [f"b{place}" for place in range(len(BANDS))]
    fields = [{"name": name, "title": band, "type": "integer", "foi:role": "measure"}
              for name, band in zip(names, BANDS)]
    table = (make_table("refs", fields, [["All", *shown]]) if in_columns else
             make_table("refs", ["n"], [list(row) for row in zip(BANDS, shown)]))
    case["resources"].append(dict(table, title="Referrals", **{"foi:rule": {"threshold": 5}}))
    find_question(case)["tables"].append("refs")
    case["foi:case"]["withheld"] = [
        {"table": "refs", "row": {"area": "All" if in_columns else BANDS[place]},
         "field": names[place] if in_columns else "n", "value": IN_BANDS[place], "by": by}
        for place, by in enumerate(("secondary", "primary"))]
    return case


def test_names_that_begin_alike(folder):
    """Band 1 is withheld and is 9; that Band 10 is 9 as well may be seen, in rows and in columns"""
    (folder / "case.files").mkdir()
    for in_columns, data, status in (
            (False, b"Area,N\r\nBand 10,9\r\n", 0), (False, b"Area,N\r\nBand 1 [note 2],9\r\n", 2),
            (True, b"Area,Band 10\r\nAll,9\r\n", 0), (True, b"Area,Band 1\r\nAll,9\r\n", 2)):
        case = banded(in_columns)
        yield from expect(pack(folder, case, "publish", "--force"), 0)
        case["foi:case"]["attachments"] = [{"name": "a.csv"}]
        (folder / "case.files" / "a.csv").write_bytes(data)
        vouch(case, data)
        yield from expect(pack(folder, case, "send", "--force"), status,
                          err="withheld in “Referrals”" if status else None)


def test_leaks(folder):
    """Each leak that is planted is found in each file that has it, and nothing is left"""
    for what, plant, files in PLANTS:
        case = guarded()
        plant(case)
        for whom in ("publish", "send"):
            there = [name for name in files if whom == "publish"
                     or (name in (PDF, CSV, LIST, "again.csv") and "requester" not in what)]
            outcome = pack(folder, case, whom)
            if not there:
                yield from expect(outcome, 0)
                shutil.rmtree(folder / "pack", ignore_errors=True)
                continue
            yield from expect(outcome, 2, out="", err="Nothing was handed over")
            for place in re.findall("“datapackage.json”, ([^:]*): ", outcome.err):
                yield from equal("the place", bool(re.match(r"\$\.resources\[\d\]", place)), True)
            for name in there:
                if f"“{name}”, " not in outcome.err:
                    yield f"{what}, to {whom}: {name} is not named: {outcome.err!r}"
            left = sorted(path.name for path in folder.iterdir())
            yield from equal(f"{what}: what is left", left, ["case.foi.json"])
            for secret in ("Quill", "Frayne", "Otterburn", "37626"):
                if secret in outcome.err.replace(str(folder), ""):
                    yield f"{what}: {secret} is said again: {outcome.err!r}"
            shutil.rmtree(folder / "pack", ignore_errors=True)


def accept(case, path, reason="It counts the teams."):
    case["foi:case"].setdefault("accepted", []).append(
        {"finding": "withheld-figure-in-file", "path": path, "reason": reason})


def test_accepted(folder):
    """A number that an officer looked at stops nothing; in another sentence it does"""
    path = "“%s”, 2017/18, mashcallsanswered: in201718callswentto3teams" % calls(CASE)["title"]
    for sentence, reason, status in (("In 2017/18 calls went to 3 teams.", "They are counted.", 0),
                                     ("In 2017/18 calls\nwent to 3 teams.", "They are counted.", 0),
                                     ("In 2017/18 calls went to 3 teams.", "", 2),
                                     ("In 2017/18 calls went to 3.", "They are counted.", 2)):
        case = guarded()
        say(sentence)(case)
        accept(case, path, reason)
        yield from expect(pack(folder, case, "publish", "--force"), status)


def derivable():
    """A table whose total gives a withheld figure away."""
    table = make_table("refs", ["n"], [["Avon", "[c]"], ["Devon", 18], ["Total", 21]],
                       [{"row": {"area": "Total"}, "of": [{"area": "Avon"}, {"area": "Devon"}]}],
                       **{"title": "Referrals", "foi:rule": {"threshold": 5}})
    case = copy.deepcopy(CASE)
    case["resources"].append(table)
    find_question(case)["tables"].append("refs")
    case["foi:case"]["withheld"] = [{"table": "refs", "row": {"area": "Avon"}, "field": "n",
                                     "value": 3, "by": "primary"}]
    return case, len(case["resources"]) - 1


def test_derivable(folder):
    """What can be worked out stops a pack; accepted, it is in the list of what leaves"""
    case, place = derivable()
    for whom in ("publish", "send"):
        yield from expect(pack(folder, case, whom), 2, out="",
                          err="“Referrals”: somebody could work out a figure that is withheld")
        yield from equal("what is left", [path.name for path in folder.iterdir()],
                         ["case.foi.json"])
    yield from expect(pack(folder, case, "file", name="ours"), 0)
    both = copy.deepcopy(case)
    find_question(both)["answer"] += "\n\nIn Avon there were 3."
    outcome = pack(folder, both, "publish")
    for words in ("“Referrals”: somebody could work out a figure that is withheld",
                  "“FOI651119421.pdf”, ", "“FOI651119421.txt”, "):
        yield from expect(outcome, 2, out="", err=words)
    for found, reason, status in (("avonn33", "They agreed.", 0), ("avonn33", "", 2),
                                  ("avonn22", "They agreed.", 2)):
        accepted = copy.deepcopy(case)
        accepted["foi:case"]["accepted"] = [
            {"finding": "suppression-derivable", "path": f"$.resources[{place}].{found}",
             "reason": reason, "date": "2024-11-27"}]
        for whom in ("publish", "send"):
            name = f"{whom}-{found}-{len(reason)}"
            yield from expect(pack(folder, accepted, whom, name=name), status)
            if status == 0:
                listed = " ".join((folder / name / LIST).read_text(encoding="utf-8").split())
                yield from equal("it is listed", "“Referrals”: figures that are withheld in it can "
                                 "be worked out. That was accepted" in listed, True)
                yield from equal("the reason is not", "They agreed" in listed, False)


def test_total_that_does_not_hold(folder):
    """Of a total that is not what its parts come to nothing is proven, whoever is asked"""
    parts = [["Avon", 3], ["Devon", 12], ["Kent", 40]]
    totals = [{"row": {"area": "Total"}, "of": [{"area": row[0]} for row in parts]}]
    words = "is 56, and its parts come to 55"
    for total, status in ((55, 0), (56, 1)):
        for marked in (True, False):
            shown = [[row[0], "[c]" if marked and row[1] < 40 else row[1]] for row in parts]
            table = make_table("refs", ["n"], shown + [["Total", total]], totals,
                               **{"title": "Referrals"})
            case = copy.deepcopy(CASE)
            case["resources"].append(table)
            find_question(case)["tables"].append("refs")
            if marked:
                table["foi:rule"] = {"threshold": 5}
                case["foi:case"]["withheld"] = [
                    {"table": "refs", "row": {"area": area}, "field": "n", "value": value, "by": by}
                    for (area, value), by in zip(parts, ("primary", "secondary"))]
            path = folder / "case.foi.json"
            path.write_text(json.dumps(case), encoding="utf-8")
            protected = foi("protect", path, "--table", "refs", "--threshold", "5", "--dry-run")
            yield from expect(protected, status, out=words if status else None)
            if not marked:
                continue
            yield from expect(foi("audit", path), status, out=words if status else None)
            checked = foi("check", path).out
            yield from equal(f"checked {total}", "suppression-derivable" in checked, status == 1)
            yield from expect(pack(folder, case, "publish", name=f"total-{total}"), 2 * status,
                              err=words if status else None)


def test_open(folder):
    """Small figures that came into a table after its rule was done stop a pack; accepted, they are
    in the list of what leaves"""
    case, place = derivable()
    table = case["resources"][place]
    table["data"][3][1] = "[c]"
    case["foi:case"]["withheld"].append({"table": "refs", "row": {"area": "Total"}, "field": "n",
                                         "value": 21, "by": "secondary"})
    yield from expect(pack(folder, case, "publish", name="before"), 0)
    table["data"].append(["Kent", 2])
    for whom in ("publish", "send"):
        yield from expect(pack(folder, case, whom), 2, out="", err="“Referrals”: figures that are "
                          "small by the rule of this table are shown in it. “Referrals”: the "
                          "letter shows Kent, N, which is 2")
    yield from expect(pack(folder, case, "file", name="ours"), 0)
    for found, status in (("kentn2", 0), ("kentn3", 2), ("", 2)):
        accepted = copy.deepcopy(case)
        accepted["foi:case"]["accepted"] = [
            {"finding": "small-figures-open", "path": f"$.resources[{place}].{found}",
             "reason": "They agreed.", "date": "2024-11-27"}]
        yield from expect(pack(folder, accepted, "publish", name=f"open-{found}"), status)
        if status == 0:
            listed = " ".join((folder / f"open-{found}" / LIST).read_text("utf-8").split())
            yield from equal("it is listed", "“Referrals”: figures that are small by the rule of "
                             "this table are shown. That was accepted" in listed, True)
            yield from equal("the reason is not", "They agreed" in listed, False)


def test_not_accepted(folder):
    """Of requesters, hidden names and cells nothing can be accepted"""
    for what, plant, _files in PLANTS:
        if "sentence" in what or "withheld figure in" in what and "cell" not in what:
            continue
        case = guarded()
        plant(case)
        for path in ("", "$", "$.foi:case", "“%s”, 2017/18" % calls(case)["title"]):
            accept(case, path)
        yield from expect(pack(folder, case, "publish"), 2, out="", err="Nothing was handed over")


def step_of(data):
    """How the path goes on for a file with these bytes."""
    digest = hashlib.sha256(data).hexdigest()[:16]
    return f'["{digest}"]' if digest[0].isdigit() else f".{digest}"


def vouch(case, data, place=0):
    """An officer said of the attachment with these bytes that it gives nothing away."""
    case["foi:case"].setdefault("accepted", []).append({
        "finding": "attachment-not-audited", "reason": "It has the published figures alone.",
        "path": f"$.foi:case.attachments[{place}]{step_of(data)}"})


def test_leaks_in_attachments(folder):
    """Attachments are looked through before they are sent, whatever was said of them"""
    (folder / "case.files").mkdir()
    for name, data in (("a.txt", b"In 2017/18 we had 3 calls.\n"),
                       ("a.csv", b"Reporting year,MASH calls answered\r\n2017/18,3\r\n"),
                       ("a.json", b'{"a": ["In 2017/18 three calls came."]}')):
        case = guarded()
        case["foi:case"]["attachments"] = [{"name": name}]
        (folder / "case.files" / name).write_bytes(data)
        yield from expect(pack(folder, case, "send"), 2, err=f"“{name}”, ")
        vouch(case, data)
        yield from expect(pack(folder, case, "send"), 2, err=f"“{name}”, ")


def archive(**members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, data in members.items():
            made.writestr(name.replace("_", "."), data)
    return out.getvalue()


def cells(*rows):
    return "<w:tbl>" + "".join(
        "<w:tr>" + "".join(f"<w:tc>{documents.paragraph(documents.run(cell))}</w:tc>"
                           for cell in row) + "</w:tr>" for row in rows) + "</w:tbl>"


def of_text(words):
    """The words in each kind of file that can be read."""
    para = documents.paragraph(documents.run(words))
    yield "a.txt", words.encode() + b"\n"
    yield "a.csv", f'Year,Remark\r\n2019/20,"{words}"\r\n'.encode()
    yield "a.docx", documents.docx(para)
    yield "b.docx", documents.docx(documents.paragraph(documents.run("Figures")), parts={
        "word/footnotes.xml": f"<w:footnotes {documents.WORD}>{para}</w:footnotes>"})
    yield "c.docx", documents.docx(cells(("Year", "Remark"), ("2019/20", words)))
    yield "a.odt", documents.odt(f"<text:p>{words}</text:p>")
    yield "a.pdf", pdfs.pdf(pdfs.words(words, size=6))
    yield "a.zip", archive(a_txt=words, b_csv="A,B\r\n1,2\r\n")
    yield "b.zip", archive(a_docx=documents.docx(para), b_png=b"\x89PNG")


# What is said in a file that goes with the letter, each beside a twin that stops nothing.
SAID = (
    ("In 2017/18 there were 20,046 calls fewer than in 2016/17.",
     "In 2017/18 there were fewer calls than in 2016/17."),
    ("In 2017/18 and 2019/20 there were 10,069 calls together.",
     "In 2018/19 and 2019/20 there were 31,048 calls together."),
    ("The fewest calls of any year were 3.", "The most calls of any year were 20,982."),
)


def test_said_in_attachments(folder):
    """Sums, differences and the fewest are found in each kind of file, and their twins are not"""
    (folder / "case.files").mkdir()
    for number, (tells, tells_not) in enumerate(SAID):
        for words, status in ((tells, 2), (tells_not, 0)):
            # Every kind is read once; how sentences are read is the same for all.
            for name, data in list(of_text(words))[:None if number == 0 else 1]:
                case = guarded()
                case["foi:case"]["attachments"] = [{"name": name}]
                vouch(case, data)
                (folder / "case.files" / name).write_bytes(data)
                outcome = pack(folder, case, "send")
                for complaint in expect(outcome, status, out=""):
                    yield f"{name}: {words}: {complaint}"
                if status == 2 and f"“{name}”, " not in outcome.err:
                    yield f"{name}: {words}: not named: {outcome.err}"
                shutil.rmtree(folder / "pack", ignore_errors=True)


STAFF = [("Calls", None, books.PLAIN), ("Staff", "veryHidden", books.PLAIN)]
# What an attached file is called, what is in it, and what of it stops a pack to send; None: nothing.
BOOKS = (
    ("a.xlsx", books.xlsx(STAFF), "hidden sheet that no menu shows: Staff"),
    ("a.XLSM", books.xlsx(parts={"xl/vbaProject.bin": "x"}), "macros: xl/vbaProject.bin"),
    ("a.bin", books.xlsx(STAFF), "hidden sheet that no menu shows: Staff"),
    ("a.csv", books.xlsx(STAFF), "hidden sheet that no menu shows: Staff"),
    ("a.ods", books.ods(parts={"Pictures/1.png": "x"}), "object or picture inside: Pictures/1.png"),
    ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Excel 97 to 2003"),
    ("a.xlsx", b"PK\3\4 and no more", "damaged"),
    ("a.xlsx", books.xlsx(), None),
    ("a.ods", books.ods(), None),
)


def test_attached_books(folder):
    """A spreadsheet that holds more than it shows stops a pack to send, not one for our file"""
    (folder / "case.files").mkdir()
    for number, (name, data, words) in enumerate(BOOKS):
        case = copy.deepcopy(CASE)
        case["foi:case"]["attachments"] = [{"name": name}]
        (folder / "case.files" / name).write_bytes(data)
        outcome = pack(folder, case, "send", name=f"send{number}")
        if words is None:
            yield from expect(outcome, 0, out="")
        else:
            yield from expect(outcome, 2, out="", err=f"The attachment “{name}”: ")
            yield from expect(outcome, 2, err=words)
        yield from equal("the folder", (folder / f"send{number}").exists(), words is None)
        yield from expect(pack(folder, case, "file", name=f"file{number}"), 0, out="")


# What a workbook says of itself, and whether that keeps it here: a name does, a date does not.
PROPERTIES = (
    ("docProps/core.xml", "<dcterms:created>2024-11-27</dcterms:created>", "created", 0),
    ("docProps/app.xml", "<Application>Excel</Application>", "Application", 0),
    ("docProps/core.xml", "<dc:creator>A. Officer</dc:creator>", "creator", 2),
    ("docProps/core.xml", "<cp:lastModifiedBy>B</cp:lastModifiedBy>", "lastModifiedBy", 2),
    ("docProps/app.xml", "<Company>A Council</Company>", "Company", 2),
    ("docProps/custom.xml", '<property name="Case"/>', "custom.xml", 2))


def test_properties_of_attached_books(folder):
    """A workbook that names who made it stays here; of one that says when, whoever sends it is told"""
    (folder / "case.files").mkdir()
    case = copy.deepcopy(CASE)
    case["foi:case"]["attachments"] = [{"name": "a.xlsx"}]
    for number, (part, content, words, status) in enumerate(PROPERTIES):
        (folder / "case.files/a.xlsx").write_bytes(books.xlsx(parts={part: f"<p>{content}</p>"}))
        yield from expect(pack(folder, case, "send", name=str(number)), status, out="", err=words)
        for listed in (folder / str(number)).glob("what-leaves*"):
            yield from equal("what the list says of it", words in listed.read_text("utf-8"), False)


def test_cells_of_attached_books(folder):
    """All cells of a spreadsheet are looked through: titles above, later sheets, longer numbers"""
    row = '<row r="%d"><c r="A%d" t="inlineStr"><is><t>%s</t></is></c>%s</row>'
    head = '<c r="B%d" t="inlineStr"><is><t>MASH calls answered</t></is></c>'
    bare = row % (1, 1, "Reporting year", head % 1) + row % (2, 2, "2017/18",
                                                            '<c r="B2"><v>%s</v></c>')
    titled = (row % (1, 1, "A title", "") + row % (3, 3, "Reporting year", head % 3)
              + row % (4, 4, "2017/18", '<c r="B4"><v>%s</v></c>'))
    (folder / "case.files").mkdir()
    for number, (rows, value, status) in enumerate((
            (bare, 3, 2), (titled, 3, 2), (bare, 20049, 0),
            (row % (1, 1, "In 2017/18 we had 3 calls.", ""), None, 2))):
        xml = books.sheet(rows % value if value is not None else rows)
        for sheets in ([("S", None, xml)], [("One", None, books.PLAIN), ("S", None, xml)]):
            case = guarded()
            case["foi:case"]["attachments"] = [{"name": "a.xlsx"}]
            data = books.xlsx(sheets)
            vouch(case, data)
            (folder / "case.files/a.xlsx").write_bytes(data)
            yield from expect(pack(folder, case, "send", name=f"{number}{len(sheets)}"), status,
                              out="", err="Nothing was handed over" if status else None)


def test_prose_is_made_public(folder):
    """The requester's name and address in answers and in the request have words in their place"""
    case = requested()
    case["foi:case"]["request"]["preamble"] = "I am Jane Quill of 7 Mill Row, write to jq@post.example."
    say("As Ms Quill wrote, [ask](mailto:jq@post.example).")(case)
    yield from expect(pack(folder, case, "publish"), 0)
    text = " ".join(text_of(folder / "pack" / TXT).split())
    for words in ("I am [name removed] of [contact details removed]", "As [name removed] wrote"):
        if words not in text:
            yield f"{words} is not in the letter"


# A table's title and whether it names Zebedee Quux: surely, perhaps or not.
NAMED = (("Calls for Z Quux", "name"), ("Mr Z. Quux asked", "name"), ("Quux, Zebedee", "name"),
         ("Zebedee J Quux", "name"), ("Zebedee Ann Quux", "name"), ("Calls for QUUX, Z", "name"),
         ("Ask zq (at) example.org", "contact details"), ("Calls for Quux", "surname"),
         ("Calls of the Gazette of Warp", "organisation"), ("Gazettes of Warp", None),
         ("QUUX and others", "surname"), ("Quux’s request", "surname"),
         ("Calls of quuxes", None), ("Zebedee", "first name"), ("ZEBEDEE asked", "first name"),
         ("Zebedees", None), ("zebedee", None), ("Calls for A Quuxton", None))

# Who asks, from which address, and whether a title names them. What many texts have is no name.
CALLED = (("Will Quux", "zq@example.org", "Will the calls go on?", None),
          ("May Quux", "zq@example.org", "Calls in May", None),
          ("Victoria Quux", "zq@example.org", "Victoria Road", None),
          ("Zebedee Quux", "zebedee.quux@example.org", "Ask zebedee.quux", "name"),
          ("Zebedee Quux", "zquux@example.org", "By zquux", "contact details"),
          ("Zebedee Quux", "zquux+foi@example.org", "By ZQuux", "contact details"),
          ("Zebedee Quux", "magic1985@example.org", "By magic1985", "contact details"),
          ("Zebedee Quux", "dragon_slayer@example.org", "By dragon_slayer", "contact details"),
          ("Zebedee Quux", "housing@example.org", "Calls about housing", None),
          ("Zebedee Quux", "press.office@example.org", "Calls to the press office", None),
          ("Zebedee Quux", "12345@example.org", "Calls 12345", None),
          ("Zebedee Quux", "zebedee.quux@example.org", "By zebedee.quuxton", None))


def test_names_of_requesters(folder):
    """A requester's name stops a pack to publish in each form; one name alone can be confirmed"""
    each = [("Zebedee Quux", "zq@example.org", *named) for named in NAMED] + list(CALLED)
    for number, (name, email, title, found) in enumerate(each):
        case = copy.deepcopy(CASE)
        case["foi:case"]["request"]["requester"] = {"name": name, "email": email,
                                                    "organisation": "Gazette of Warp"}
        case["resources"][0]["title"] = title
        outcome = pack(folder, case, "publish", name=str(number))
        yield from expect(outcome, 2 if found else 0, out="",
                          err=f"it has the requester’s {found}" if found else None)


def test_contacts_in_each_form(folder):
    """A telephone number and a house are known however they are written, and near misses are not"""
    for number, (said, found) in enumerate((
            ("Rang 07700 900123", True), ("Rang +44 (0)7700-900123", True), ("7, Mill Row", True),
            ("Rang 07700 900124", False), ("17 Mill Row", False), ("7 Millrow", False))):
        case = copy.deepcopy(CASE)
        case["foi:case"]["request"]["requester"] = copy.deepcopy(REQUESTER)
        case["foi:case"]["request"]["text"] += "\nJane Quill\nTel. 07700 900123\n"
        case["resources"][0]["title"] = said
        yield from expect(pack(folder, case, "publish", name=str(number)), 2 if found else 0, out="",
                          err="it has the requester’s contact details" if found else None)


def test_name_in_reference(folder):
    """A reference with the requester's name in it stands in no file of a pack to publish"""
    for reference, kept in (("QUILL-2024-01", False), ("FOI/2024/Quill", False),
                            ("FOI-2024-01", True), ("QUILLING-2024-01", True)):
        case = copy.deepcopy(CASE)
        case["id"] = reference
        case["foi:case"]["request"]["requester"] = copy.deepcopy(REQUESTER)
        name = reference.replace("/", "-")
        yield from expect(pack(folder, case, "publish", name=name), 0)
        files = sorted((folder / name).iterdir())
        yield from equal(f"files called by {reference}",
                         any(name in path.name for path in files), kept)
        texts = [path.read_text(encoding="utf-8") for path in files if path.suffix != ".pdf"]
        yield from equal(f"files with {reference}", any(reference in text for text in texts), kept)
        path = folder / "case.foi.json"
        path.write_text(json.dumps(case), encoding="utf-8")
        told = [finding for finding in foi("check", path, "--format", "json").json()["files"][0][
            "findings"] if finding["id"] == "personal-data-in-public-copy"]
        yield from equal(f"findings of {reference}", len(told), 0 if kept else 1)


# ---- where it is written ----

def test_places(folder):
    """Nothing is written over, through a link, into a file, or where there is no folder"""
    made = folder / "pack"
    made.mkdir()
    (made / "mine.txt").write_text("mine", encoding="utf-8")
    for more in ((), ("--force",)):
        outcome = pack(folder, CASE, "publish", *more)
        yield from refusal(outcome, made, "folder")
        yield from equal("what was there", (made / "mine.txt").read_text(encoding="utf-8"), "mine")
    (folder / "link").symlink_to(made)
    (folder / "dangling").symlink_to(folder / "nowhere")
    (folder / "file").write_text("mine", encoding="utf-8")
    for name, reason in (("link", "link"), ("dangling", "link"), ("file", "file"),
                         ("none/pack", "not there"), ("file/pack", "not there")):
        for more in ((), ("--force",)):
            yield from refusal(pack(folder, CASE, "publish", *more, name=name), folder / name,
                               reason)
    yield from equal("what is left", sorted(path.name for path in folder.iterdir()),
                     ["case.foi.json", "dangling", "file", "link", "pack"])


def test_force(folder):
    """--force writes over a pack and an empty folder; a stopped one leaves the old as it was"""
    (folder / "pack").mkdir()
    yield from expect(pack(folder, CASE, "publish", "--force"), 0)
    before = {path.name: path.read_bytes() for path in (folder / "pack").iterdir()}
    yield from refusal(pack(folder, CASE, "publish"), folder / "pack", "already")
    case = guarded()
    say("In 2017/18 there were 3 calls.")(case)
    yield from expect(pack(folder, case, "publish", "--force"), 2)
    yield from equal("the old pack", {path.name: path.read_bytes()
                                      for path in (folder / "pack").iterdir()}, before)
    yield from expect(pack(folder, requested(), "send", "--force"), 0)
    yield from equal("the text of the old pack", (folder / "pack" / TXT).exists(), False)
    yield from equal("what is left", sorted(path.name for path in folder.iterdir()),
                     ["case.foi.json", "pack"])


def test_names(folder):
    """Names from a case are plain names of files, each its own, on any system"""
    case = copy.deepcopy(CASE)
    for reference in ("../../etc/passwd", "a/b\\c:d", "NUL", "x" * 300, "\u202ecod.exe", "...", "é ü",
                      "datapackage", "com1.txt", "what-leaves-the-building"):
        case["id"] = reference
        outcome = pack(folder, case, "publish", "--force", "--format", "json")
        yield from expect(outcome, 0)
        names = [file["name"] for file in outcome.json()["files"]]
        yield from equal(f"names of {reference[:20]}", len({name.lower() for name in names}),
                         len(names))
        for name in names:
            stem = name.split(".")[0].lower()
            if not re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}", name) \
                    or re.fullmatch(r"con|prn|aux|nul|(com|lpt)\d", stem):
                yield f"{reference[:20]}: {name}"
        yield from equal("what is there", sorted(os.listdir(folder)), ["case.foi.json", "pack"])


def test_attachments(folder):
    """An attachment that is a link, missing, changed or elsewhere stops a pack to send"""
    (folder / "case.files").mkdir()
    (folder / "secret.txt").write_text("secret", encoding="utf-8")
    (folder / "case.files/link.txt").symlink_to(folder / "secret.txt")
    (folder / "case.files/changed.txt").write_text("changed", encoding="utf-8")
    os.mkfifo(folder / "case.files/pipe.txt")
    for attachment in ({"name": "link.txt"}, {"name": "missing.txt"}, {"name": "../secret.txt"},
                       {"name": ".."}, {"name": ""}, {"name": "pipe.txt"},
                       {"name": "changed.txt", "sha256": "0" * 64}):
        case = copy.deepcopy(CASE)
        case["foi:case"]["attachments"] = [attachment]
        yield from refusal(pack(folder, case, "send"), folder / "case.foi.json", "attachment")
        yield from equal("a pack", (folder / "pack").exists(), False)


def hash_of_letter(case):
    """The SHA-256 of the PDF of what is frozen in a case, as it was when it was issued."""
    with tempfile.TemporaryDirectory() as folder:
        done = foi("export", write_case(pathlib.Path(folder), case), "--to", "pdf", "-o",
                   pathlib.Path(folder) / "letter.pdf", "--letter", "response")
        if done.status != 0:
            raise AssertionError(done.err)
        return hashlib.sha256((pathlib.Path(folder) / "letter.pdf").read_bytes()).hexdigest()


def issued_with(contents, **more):
    """The example, issued with these files; none of them goes with it any more."""
    case = copy.deepcopy(CASE)
    files = [{"name": name, "format": "text/plain", "size": len(content),
              "sha256": hashlib.sha256(content).hexdigest()}
             for name, content in contents.items()]
    own = {"name": "letter.pdf", "format": "application/pdf", "size": 3, "sha256": "0" * 64}
    case["foi:case"]["attachments"] = []
    case["foi:case"]["issued"] = [{
        "letter": "response", "date": "2024-11-25", "how": "email", "by": "Eve Ray",
        "tree": {"format": "uk-foi-letter", "version": 1, "id": "response", "title": "Response",
                 "language": "en-GB", "date": "2024-11-25", "reference": "FOI651119421",
                 "blocks": [{"kind": "paragraph", "id": "q1/answer/1",
                             "spans": [{"text": "As asked."}]}]},
        "files": [own, *files], **more}]
    own["sha256"] = hash_of_letter(case)
    return case


def entry_of(name, content):
    return {"name": name, "format": "text/plain", "size": len(content),
            "sha256": hashlib.sha256(content).hexdigest()}


# What was issued as a.txt holding "one", what goes with the case now, what lies beside it, and
# which files go to the requester; words: why nothing goes.
ISSUED_WITH = {
    "as it was": ([("a.txt", b"one")], {"a.txt": b"one"}, {"a.txt": b"one"}),
    "taken off since": ([], {"a.txt": b"one"}, {"a.txt": b"one"}),
    "another added since": ([("a.txt", b"one"), ("b.txt", b"two")],
                            {"a.txt": b"one", "b.txt": b"two"}, {"a.txt": b"one"}),
    "another of its name": ([("a.txt", b"new")], {"a.txt": b"new", "old.txt": b"one"},
                            {"a.txt": b"one"}),
    "renamed since": ([("z.txt", b"one")], {"z.txt": b"one"}, {"a.txt": b"one"}),
    "not there": ([], {}, "is not there"),
    "its name has another": ([("a.txt", b"new")], {"a.txt": b"new"}, "not the one that was issued"),
}


def test_issued(folder):
    """With a letter that was issued goes what was issued, whatever goes with the case now"""
    for about, (now, beside, wanted) in ISSUED_WITH.items():
        shutil.rmtree(folder / "case.files", ignore_errors=True)
        shutil.rmtree(folder / "pack", ignore_errors=True)
        (folder / "case.files").mkdir()
        for name, content in beside.items():
            (folder / "case.files" / name).write_bytes(content)
        case = issued_with({"a.txt": b"one"})
        case["foi:case"]["attachments"] = [entry_of(*entry) for entry in now]
        outcome = pack(folder, case, "send")
        if isinstance(wanted, str):
            yield from expect(outcome, 2, out="", err=wanted)
            yield from equal(f"{about}: a pack", (folder / "pack").exists(), False)
            continue
        yield from expect(outcome, 0, out="")
        made = {path.name: path.read_bytes() for path in (folder / "pack").iterdir()
                if path.name != LIST and path.suffix == ".txt"}
        yield from equal(about, made, wanted)


def test_left_out(folder):
    """What is published names the files of the letter that are not in it, and how to publish them"""
    draft = requested()
    draft["foi:case"]["attachments"] = [entry_of("map.txt", b"one"),
                                        entry_of("Plan for Jane Quill.txt", b"two")]
    issued = issued_with({"a.txt": b"one"})
    issued["foi:case"]["attachments"] = [entry_of("b.txt", b"two")]
    bare = issued_with({})
    bare["foi:case"]["attachments"] = [entry_of("b.txt", b"two")]
    masked = "Plan for [name removed].txt"
    for about, case, names in (("draft", draft, ["map.txt", masked]), ("issued", issued, ["a.txt"]),
                               ("issued without", bare, []), ("none", CASE, [])):
        outcome = pack(folder, case, "publish", "--format", "json", name=about)
        listed = " ".join(text_of(folder / about / LIST).split())
        yield from expect(outcome, 0)
        yield from equal(about, outcome.json().get("left_out", []), names)
        yield from equal(f"{about}: copies", [n for n in names if (folder / about / n).exists()],
                         [])
        for text, where in ((listed, "the list"), (outcome.err, "the command")):
            yield from equal(f"{about}: {where} tells it", "Not in this pack: " in text,
                             bool(names))
            yield from equal(f"{about}: {where} says how", "To publish " in text, bool(names))
            for name in names:
                if f"“{name}”" not in text:
                    yield f"{about}: {where} does not name {name}"


def test_issued_for_our_file(folder):
    """Our own file has what was issued and what goes with the case now, and says what it lacks"""
    (folder / "case.files").mkdir()
    for name, content in {"a.txt": b"one", "b.txt": b"two"}.items():
        (folder / "case.files" / name).write_bytes(content)
    case = issued_with({"a.txt": b"one", "gone.txt": b"gone"}, approvals=[
        {"question": "q1", "number": "1", "by": "Joe Low", "date": "2024-11-11", "hash": "a" * 64,
         "sent": "a" * 64}])
    case["foi:case"]["attachments"] = [entry_of("b.txt", b"two")]
    yield from expect(pack(folder, case, "file"), 0, out="")
    if "Question 1: Approved by Joe Low, Mon 11 Nov 2024" not in text_of(
            folder / "pack/history.txt"):
        yield "who approved the letter is not in the history"
    for name, content in {"a.txt": b"one", "b.txt": b"two"}.items():
        yield from equal(name, (folder / "pack" / name).read_bytes(), content)
    if "“gone.txt” is missing" not in " ".join(text_of(folder / "pack" / OUR_LIST).split()):
        yield "what is missing is not told"


def test_issued_changed(folder):
    """What was issued is sent again only if it is that, byte for byte; else both hashes are told"""
    (folder / "case.files").mkdir()
    case = issued_with({})
    sent = case["foi:case"]["issued"][0]["files"][0]["sha256"]
    yield from expect(pack(folder, case, "send", name="same"), 0, out="", err="")
    yield from equal("sent", hashlib.sha256((folder / "same/FOI651119421.pdf").read_bytes())
                     .hexdigest(), sent)
    case["foi:case"]["issued"][0]["files"][0]["sha256"] = sent.upper()
    yield from expect(pack(folder, case, "send", name="upper"), 0, out="", err="")
    case["foi:case"]["issued"][0]["tree"]["blocks"][0]["spans"][0]["text"] = "Not as asked."
    made = hash_of_letter(case)
    case["foi:case"]["issued"][0]["files"][0]["sha256"] = sent
    outcome = pack(folder, case, "send", name="changed")
    yield from expect(outcome, 2, out="", err=sent)
    for words in (made, "not what was issued", "kept when the letter was issued"):
        yield from equal(words, words in outcome.err, True)
    yield from equal("a pack", (folder / "changed").exists(), False)
    yield from expect(foi("export", write_case(folder, case), "--to", "eml", "-o",
                          folder / "mail.eml"), 2, out="", err=sent)
    yield from equal("a mail", (folder / "mail.eml").exists(), False)
    for name, hash_told in (("changed", True), ("same", False)):
        if name == "same":
            case = issued_with({})
        yield from expect(pack(folder, case, "file", name="ours " + name), 0)
        told = " ".join(text_of(folder / ("ours " + name) / OUR_LIST).split())
        yield from equal(f"our file, {name}", "not the file that was issued" in told, hash_told)
        yield from equal(f"our file, {name}, hash", f"whose SHA-256 is {sent}" in told, hash_told)
    # Where nobody noted what was issued, nobody can compare.
    case["foi:case"]["issued"][0]["files"] = []
    yield from expect(pack(folder, case, "send", name="unknown"), 0, out="")


def test_approvers_of_letters(folder):
    """Whoever approved what was sent is named in nothing that leaves, and is told of once"""
    refusals = []
    for numbers in ("", "1", "12"):
        case = issued_with({}, approvals=[
            {"question": f"q{number}", "number": number, "by": "Dana Holloway",
             "date": "2024-11-11", "hash": "a" * 64, "sent": "a" * 64} for number in numbers])
        case["foi:case"]["issued"][0]["tree"]["blocks"][0]["spans"][0]["text"] = "Ask Dana Holloway."
        outcome = pack(folder, case, "publish", name="by " + numbers)
        yield from expect(outcome, 2 if numbers else 0, out="",
                          err="Nothing was handed over" if numbers else None)
        refusals.append(outcome.err)
    yield from equal("once", refusals[1], refusals[2])


def test_issued_table_changed(folder):
    """A table that was issued as a file is sent again only if it is that, byte for byte"""
    (folder / "case.files").mkdir()
    case = issued_with({})
    issued = case["foi:case"]["issued"][0]
    issued["tree"]["annexes"] = ["calls"]
    issued["tables"] = [{"name": "calls", "title": "Calls", "schema": {"fields": [
        {"name": "year", "title": "Year", "type": "string"},
        {"name": "calls", "title": "Calls", "type": "integer"}]},
        "data": [["year", "calls"], ["2021", 12], ["2022", 14]]}]
    record = {"name": "calls.csv", "format": "text/csv", "size": 3, "sha256": "0" * 64}
    issued["files"][0]["sha256"] = hash_of_letter(case)
    issued["files"].insert(1, record)
    refused = pack(folder, case, "send", name="changed")
    yield from expect(refused, 2, out="", err="“calls.csv” was issued with the letter with SHA-256 "
                      + "0" * 64)
    yield from equal("a pack", (folder / "changed").exists(), False)
    ours = pack(folder, case, "file", name="ours")
    yield from expect(ours, 0)
    told = " ".join(text_of(folder / "ours" / OUR_LIST).split())
    yield from equal("our file tells it", "whose SHA-256 is " + "0" * 64 in told, True)
    made = hashlib.sha256((folder / "ours/calls.csv").read_bytes()).hexdigest()
    yield from equal("the hash is told", made in refused.err, True)
    record["sha256"] = made
    yield from expect(pack(folder, case, "send", name="same"), 0, out="", err="")
    yield from equal("sent", hashlib.sha256((folder / "same/calls.csv").read_bytes()).hexdigest(),
                     made)
    issued["tables"][0]["data"][1][1] = 13
    yield from expect(pack(folder, case, "send", name="figure"), 2, out="", err=made)
    # What is published has another beginning, and nobody can compare what was not noted.
    yield from expect(pack(folder, case, "publish", name="published"), 0)
    issued["files"].remove(record)
    yield from expect(pack(folder, case, "send", name="unknown"), 0, out="")


def test_issued_hides(folder):
    """What was issued and hides something goes only where an officer says of the file that it may"""
    content = documents.odt("<text:p>Seen<office:annotation><dc:creator>A. Officer</dc:creator>"
                            "</office:annotation></text:p>")
    (folder / "case.files").mkdir()
    (folder / "case.files/a.odt").write_bytes(content)
    case = issued_with({"a.odt": content})
    yield from expect(pack(folder, case, "send"), 2, out="", err="add it again")
    case["foi:case"]["attachments"] = [entry_of("b.txt", b"two"), entry_of("a.odt", content)]
    yield from expect(pack(folder, case, "send"), 2, out="", err="holds more than it shows")
    sha256 = entry_of("a.odt", content)["sha256"][:16]
    key = f".{sha256}" if sha256[0].isalpha() else f'["{sha256}"]'
    for place, status in ((0, 2), (1, 0)):
        case["foi:case"]["accepted"] = [{
            "finding": "attachment-hides-content", "reason": "It is a draft.",
            "path": f"$.foi:case.attachments[{place}]{key}"}]
        yield from expect(pack(folder, case, "send"), status, out="")


def test_options(folder):
    """Bad usage is told"""
    words = ["export", EXAMPLE, "--to", "pack"]
    yield from refusal(foi(*words, "-o", folder / "p"), "export", "--for is missing")
    yield from refusal(foi(*words, "--for", "press", "-o", folder / "p"), "export", "press")
    yield from refusal(foi(*words, "--for", "send"), "export", "-o is missing")
    yield from refusal(foi(*words, "--for", "send", "-o", "-"), "export", "folder")
    yield from refusal(foi(*words, "--for", "send", "--table", "x", "-o", folder / "p"), "export",
                       "--table")
    yield from refusal(foi("export", EXAMPLE, "--to", "pdf", "--for", "send", "-o", folder / "p"),
                       "export", "--for")
    yield from equal("what is there", os.listdir(folder), [])


if __name__ == "__main__":
    run_tests(sys.modules[__name__])
