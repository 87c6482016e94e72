#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""`foi import` takes values from a spreadsheet: what is seen, as it is, and nothing else."""

import csv
import hashlib
import json
import os
import resource
import shutil
import subprocess
import sys

import books
from books import ODS_PLAIN, number_cell, ods, sheet, text_cell, xlsx
from cli import COMMAND, EXAMPLE, ROOT, equal, expect, foi, refusal, run_tests

REAL = ROOT / "tests/data/osic_foisa_statistics_2020.csv"


def new_case(folder):
    path = folder / "case.foi.json"
    shutil.copyfile(EXAMPLE, path)
    path.chmod(0o644)
    return path


def table_of(case, name="t"):
    """A table of a case as (titles, rows), without a key that was made for it."""
    for resource in json.loads(case.read_text(encoding="utf-8"))["resources"]:
        if resource["name"] == name:
            fields = resource["schema"]["fields"]
            data = resource["data"]
            names = [field["name"] for field in fields]
            keep = [n for n, field in enumerate(names) if field != "foi:row"]
            rows = data[1:] if data and data[0] == names else data
            return ([fields[n].get("title", names[n]) for n in keep],
                    [[row[n] if isinstance(row, list) else row.get(names[n]) for n in keep]
                     for row in rows])
    return None


def read(folder, content, *arguments):
    """What a file becomes: titles and rows, or what was said instead."""
    case = new_case(folder)
    path = folder / "book"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    outcome = foi("import", path, "--into", case, "--name", "t", *arguments)
    return table_of(case) if outcome.status < 2 else outcome.err


TEXTS = {
    "comma": (b"Year,Calls\r\n2023,5\r\n2024,6\r\n", (["Year", "Calls"], [[2023, 5], [2024, 6]])),
    "CR": (b"Year,Calls\r2023,5\r2024,6\r", (["Year", "Calls"], [[2023, 5], [2024, 6]])),
    "tabs": (b"Year\tCalls\n2023\t5\n2024\t6\n", (["Year", "Calls"], [[2023, 5], [2024, 6]])),
    "semicolon": (b"Year;Calls, in all\n2023;5\n2024;6\n",
                  (["Year", "Calls, in all"], [[2023, 5], [2024, 6]])),
    "bar": (b"Year|Calls\n2023|5\n2024|6\n", (["Year", "Calls"], [[2023, 5], [2024, 6]])),
    "commas in quotation marks": (b'Name;Calls\n"a,b,c";5\n"d,e,f";6\n',
                                  (["Name", "Calls"], [["a,b,c", 5], ["d,e,f", 6]])),
    "quoted line ends": (b'Name,Calls\r\n"a\r\nb",5\r\nc,6\r\n',
                         (["Name", "Calls"], [["a\nb", 5], ["c", 6]])),
    "quoted quotation marks": (b'Name,Calls\n"say ""no""",5\nc,6\n',
                               (["Name", "Calls"], [['say "no"', 5], ["c", 6]])),
    "UTF-8": ("Name,Calls\nÉire,5\nb,6\n".encode(), (["Name", "Calls"], [["Éire", 5], ["b", 6]])),
    "UTF-8 mark": ("\ufeffName,Calls\nÉire,5\nb,6\n".encode(),
                   (["Name", "Calls"], [["Éire", 5], ["b", 6]])),
    "UTF-16": ("Name\tCalls\nÉire\t5\nb\t6\n".encode("utf-16"),
               (["Name", "Calls"], [["Éire", 5], ["b", 6]])),
    "UTF-16 big": (b"\xfe\xff" + "Name\tCalls\nÉire\t5\nb\t6\n".encode("utf-16-be"),
                   (["Name", "Calls"], [["Éire", 5], ["b", 6]])),
    "Windows-1252": ("Name,Calls\nÉire – “a”,5\nb,6\n".encode("cp1252"),
                     (["Name", "Calls"], [["Éire – “a”", 5], ["b", 6]])),
    "codes": (b"Ref,Calls\n007,5\n010,6\n", (["Ref", "Calls"], [["007", 5], ["010", 6]])),
    "postcodes": (b"Post,Calls\nCV1 2AB,5\nE1 6AN,6\n",
                  (["Post", "Calls"], [["CV1 2AB", 5], ["E1 6AN", 6]])),
    "days": (b"Day,Calls\n25/12/2024,5\n26/12/2024,6\n",
             (["Day", "Calls"], [["2024-12-25", 5], ["2024-12-26", 6]])),
    "a title and units": (b"Calls in all,,\n,,\nYear,Calls,Cost\n,No.,\xa3\n2023,5,7\n2024,6,8\n",
                          (["Year", "Calls", "Cost"], [[2023, 5, "7"], [2024, 6, "8"]])),
}


def test_texts(folder):
    """Text files of every encoding, delimiter and line end give the same cells"""
    for name, (content, wanted) in TEXTS.items():
        found = read(folder, content)
        if name == "a title and units" and isinstance(found, tuple):
            found = (found[0], [[year, calls, str(cost)] for year, calls, cost in found[1]])
        yield from equal(name, found, wanted)


def test_encoding(folder):
    """The encoding can be said, and text that was encoded twice is pointed out and put right"""
    twice = "Name,Calls\nÂ£5 – cafÃ© â€“,5\nb,6\n".encode()
    case = new_case(folder)
    path = folder / "book.csv"
    path.write_bytes(twice)
    outcome = foi("import", path, "--into", case, "--name", "t", "--dry-run", "--format", "json")
    yield from expect(outcome, 1)
    yield from equal("mojibake", outcome.json().get("mojibake"), True)
    yield from equal("repaired", read(folder, twice, "--encoding", "mojibake"),
                     (["Name", "Calls"], [["£5 – café –", 5], ["b", 6]]))
    latin = "Name,Calls\n\xa45,5\nb,6\n".encode("latin-1")
    yield from equal("ISO 8859-15", read(folder, latin, "--encoding", "ISO-8859-15"),
                     (["Name", "Calls"], [["€5", 5], ["b", 6]]))
    yield from equal("nonsense", "UTF-9" in str(read(folder, latin, "--encoding", "UTF-9")), True)


def cell(place, value, style=0, kind=None, formula=None):
    return '<c r="%s" s="%d"%s>%s<v>%s</v></c>' % (
        place, style, ' t="%s"' % kind if kind else "",
        "<f>%s</f>" % formula if formula else "", value)


def inline(place, text):
    return '<c r="%s" t="inlineStr"><is><t>%s</t></is></c>' % (place, text)


def column(heading, *cells):
    """A sheet with a column of names and one of cells as XML with {place}."""
    rows = ['<row r="1">%s%s</row>' % (inline("A1", "Name"), inline("B1", heading))]
    for number, xml in enumerate(cells, 2):
        rows.append('<row r="%d">%s%s</row>' % (number, inline("A%d" % number, "n%d" % number),
                                                xml.format(place="B%d" % number)))
    return sheet("".join(rows))


# What a cell of XLSX becomes: the heading over it, its XML, the value.
CELLS = [
    ("Calls", cell("{place}", 20049), 20049),
    ("Calls", cell("{place}", "2.0049E4"), 20049),
    ("Calls", cell("{place}", 7, formula="3+4"), 7),
    ("Rate", cell("{place}", "0.30000000000000004"), "0.3"),
    ("Rate", cell("{place}", "0.333333333333333", 8), "0.3"),
    ("Day", cell("{place}", 45623, 1), "2024-11-27"),
    ("Day", cell("{place}", 45623, 9), "2024-11-27"),
    ("Day", cell("{place}", 59, 1), "1900-02-28"),
    ("Day", cell("{place}", 61, 1), "1900-03-01"),
    ("Month", cell("{place}", 45597, 7), "2024-11"),
    ("Ref", cell("{place}", 42, 4), "00042"),
    ("Cost", cell("{place}", 1234.5, 5), "1234.50"),
    ("Share", cell("{place}", 0.125, 6), "12.5"),
    ("Name 2", cell("{place}", 0, kind="s"), "Calls"),
    ("Name 2", cell("{place}", 1, kind="s"), "In all"),
    ("Name 2", cell("{place}", "xyz", kind="str", formula="A1"), "xyz"),
    ("Right", cell("{place}", 1, kind="b"), "TRUE"),
    ("Name 2", inline("{place}", "a &amp; b"), "a & b"),
    ("Name 2", inline("{place}", "a_x000D_\nb_x00A3_c _x_ _x12_"), "a\nb£c _x_ _x12_"),
]


def test_cells(folder):
    """Cells of XLSX are what they show: dates by style, codes with zeros, no formula"""
    for heading, xml, wanted in CELLS:
        found = read(folder, xlsx([("Calls", None, column(heading, xml, xml))]))
        value = found[1][0][1] if isinstance(found, tuple) else found
        yield from equal(f"{heading} {xml}", str(value), str(wanted))
    found = read(folder, xlsx([("Calls", None, column("Day", cell("{place}", 44161, 1),
                                                      cell("{place}", 44162, 1)))],
                              properties='date1904="1"'))
    yield from equal("1904", found[1][0][1], "2024-11-27")


def test_ods(folder):
    """Cells of ODS are what they show, and a declared count takes no room"""
    rows = ("<table:table-row>%s%s%s</table:table-row>" % (text_cell("Name"), text_cell("Calls"),
                                                          text_cell("Day"))
            + "".join("<table:table-row>%s%s%s</table:table-row>" % (
                text_cell(name), number_cell(n),
                '<table:table-cell office:value-type="date" office:date-value="2024-11-%02d">'
                "<text:p>27/11/24</text:p></table:table-cell>" % n)
                for name, n in (("a<text:s text:c=\"2\"/>b", 7), ("c", 8)))
            + '<table:table-row table:number-rows-repeated="1048000"><table:table-cell '
              'table:number-columns-repeated="16384"/></table:table-row>')
    yield from equal("ods", read(folder, ods(rows)),
                     (["Name", "Calls", "Day"],
                      [["a  b", 7, "2024-11-07"], ["c", 8, "2024-11-08"]]))
    repeated = ods(ODS_PLAIN + '<table:table-row table:number-rows-repeated="2">'
                   + text_cell("x", 'table:number-columns-repeated="2"') + "</table:table-row>")
    found = read(folder, repeated)
    yield from equal("repeated rows", len(found[1]) if isinstance(found, tuple) else found, 3)
    full = ods('<table:table-row table:number-rows-repeated="1048576">'
               + number_cell(1, 'table:number-columns-repeated="16384"') + "</table:table-row>")
    yield from equal("a full sheet", "too large" in str(read(folder, full)), True)


def test_html(folder):
    """Tables of HTML come in however they are written, with cells over several rows"""
    html = ("<HTML><style>td{}</style><body><p>x<TABLE border=1><tr><th>Name<th>Calls&nbsp;in all"
            "<th>Cost<tr><td rowspan='2'>a &amp; b<br>c<td>5<td>&pound;7<tr><td>6<td>&#163;8"
            "</TABLE>")
    found = read(folder, html)
    yield from equal("titles", found[0], ["Name", "Calls in all", "Cost"])
    yield from equal("rows", [row[:2] for row in found[1]], [["a & b\nc", 5], ["", 6]])


def test_hidden(folder):
    """What is hidden stays behind; a hidden sheet comes only when it is named"""
    rows = "".join('<row r="%d"%s>%s%s%s</row>' % (
        n, ' hidden="1"' if n == 3 else "", inline(f"A{n}", f"n{n}" if n > 1 else "Name"),
        inline(f"B{n}", "secret"), cell(f"C{n}", n) if n > 1 else inline("C1", "Calls"))
        for n in range(1, 5))
    hidden = sheet(rows, '<cols><col min="2" max="2" hidden="1"/></cols>')
    book = xlsx([("Staff", "hidden", books.PLAIN), ("Seen", None, hidden)])
    yield from equal("seen", read(folder, book), (["Name", "Calls"], [["n2", 2], ["n4", 4]]))
    yield from equal("named", read(folder, book, "--sheet", "Staff"), (["Year", "Calls"], [[2023, 2]]))
    yield from equal("range", read(folder, book, "--range", "A1:C2"), (["Name", "Calls"], [["n2", 2]]))
    case = new_case(folder)
    outcome = foi("import", folder / "book", "--into", case, "--name", "t")
    yield from expect(outcome, 1, out="hidden cells left out: 6")
    for line in ("left behind: hidden sheet: Staff: 1\n", "left behind: hidden columns: Seen!B:B: 1\n",
                 "left behind: hidden rows: Seen!3:3: 1\n"):
        yield from expect(outcome, 1, out=line)
    outcome = foi("import", folder / "book", "--into", case, "--name", "u", "--sheet", "Staff",
                  "--dry-run", "--format", "json")
    yield from equal("left behind by a sheet that is named",
                     sorted((x["kind"], x["place"]) for x in outcome.json()["left_behind"]),
                     [("hidden-column", "Seen!B:B"), ("hidden-row", "Seen!3:3")])
    yield from (["a hidden cell is in the case"] if "secret" in case.read_text("utf-8") else [])


def test_marks(folder):
    """Marks become states of cells, what is unclear is asked, and what is said is done"""
    text = ("Name,Calls\na,\"20,049\"\nb,5\nc,6\nd,7\ne,8\nf,9\ng,<5\nh,*\ni,..\nj,n/a\n"
            "k,-\nl,c\nm,abc\n")
    case = new_case(folder)
    path = folder / "marks.csv"
    path.write_text(text, encoding="utf-8")
    outcome = foi("import", path, "--into", case, "--name", "t", "--format", "json")
    yield from expect(outcome, 1)
    columns = {column["name"]: column for column in outcome.json()["columns"]}
    changed = {c["typed"]: c["value"] for c in columns["calls"]["changed"]}
    yield from equal("changed", changed, {"20,049": "20049", "<5": "[c]", "*": "[c]", "..": "[x]",
                                          "n/a": "[z]"})
    unread = {c["typed"]: (c["place"], c.get("choices")) for c in columns["calls"]["unparsed"]}
    yield from equal("unparsed", sorted(unread), ["-", "abc", "c"])
    yield from equal("place of abc", unread["abc"], ("B14", None))
    yield from equal("choices of -", len(unread["-"][1] or []), 3)
    internal = json.loads(case.read_text("utf-8"))["foi:case"]["internal"]
    notes = [note for note in internal["notes"] if note.get("table") == "t"]
    yield from equal("noted", [note["row"] for note in notes], ["k", "l", "m"]) if all(
        isinstance(note["row"], str) for note in notes) else equal(
            "noted", [list(note["row"].values()) for note in notes], [["k"], ["l"], ["m"]])
    yield from equal("kept", "abc" in notes[2]["text"], True)
    entry = internal["imports"][-1]
    yield from equal("history", (entry["file"], entry["table"], entry["range"], entry["sha256"]),
                     ("marks.csv", "t", "A1:B14", hashlib.sha256(text.encode()).hexdigest()))
    yield from equal("history's changes", "B2: 20,049 → 20049 (1)" in entry["changes"], True)
    told = read(folder, text.replace("m,abc\n", ""), "--mark", "-=0", "--mark", "c=[c]")
    yield from equal("told", told[1][-2:], [["k", 0], ["l", "[c]"]])


# What stands under "Calls", and what of it makes text of the column.
WORDS = (("20 TBC TBD", ["TBC", "TBD"]), ("20 TBC", []), ("1 maybe lots 3 4", ["lots", "maybe"]),
         ("£20 TBC TBD", ["TBC", "TBD"]), ("007 A12 B3", []), ("North South", []),
         ("1 a b c d e", []), ("5% none yet", ["none", "yet"]))


def test_words_among_numbers(folder):
    """Where words make text of a column with numbers in it, that is told, noted and can be mended"""
    path = folder / "a.csv"
    for number, (values, words) in enumerate(WORDS):
        case = new_case(folder)
        path.write_text("Team,Calls\n" + "".join(
            f"t{n},{value}\n" for n, value in enumerate(values.split())), encoding="utf-8")
        outcome = foi("import", path, "--into", case, "--name", f"t{number}", "--format", "json")
        column = outcome.json()["columns"][1]
        if column["type"] != "text":
            yield from equal(values, words, [])
            continue
        yield from equal(values, sorted(c["typed"] for c in column["unparsed"]), words)
        yield from expect(outcome, 1 if words else 0)
        entry = json.loads(case.read_text("utf-8"))["foi:case"]["internal"]["imports"][-1]
        yield from equal(f"{values}: kept", [word for word in words if not any(
            f"“{word}” kept as text" in line for line in entry.get("changes", []))], [])
    path.write_text("Team,Calls\na,20\nb,TBC\nc,TBD\n", encoding="utf-8")
    outcome = foi("import", path, "--into", new_case(folder), "--name", "m", "--mark", "TBC=[x]",
                  "--mark", "TBD=[x]", "--format", "json")
    yield from equal("told what they mean", outcome.json()["columns"][1]["type"], "integer")


def test_types(folder):
    """A column is of the type that somebody says, found by its name or heading"""
    text = "Ref,Calls made\n12,5\n13,6\n"
    yield from equal("as text", read(folder, text, "--type", "ref=text", "--type",
                                     "Calls made=decimal")[1],
                     [["12", "5.0"], ["13", "6.0"]])
    yield from equal("as it is proposed", read(folder, text)[1], [[12, 5], [13, 6]])
    yield from equal("no such column", "“none”" in read(folder, text, "--type", "none=text"), True)
    yield from equal("no such type", "financial-year" in read(folder, text, "--type", "ref=word"),
                     True)
    yield from equal("unread", read(folder, "Ref,Calls\nab,5\ncd,6\n", "--type", "ref=integer")[1],
                     [["", 5], ["", 6]])


def test_dates(folder):
    """Of dates that could be either day one answer holds for all; those with one meaning keep it"""
    text = "Day,Calls\n03/04/2024,5\n25/12/2024,6\n04/04/2024,7\n1.2.24,8\n"
    case = new_case(folder)
    path = folder / "days.csv"
    path.write_text(text, encoding="utf-8")
    outcome = foi("import", path, "--into", case, "--name", "t", "--format", "json", "--dry-run")
    unread = [c["typed"] for c in outcome.json()["columns"][0]["unparsed"]]
    yield from equal("asked", unread, ["03/04/2024", "1.2.24"])
    yield from equal("day first", read(folder, text, "--dates", "day-first")[1],
                     [["2024-04-03", 5], ["2024-12-25", 6], ["2024-04-04", 7], ["2024-02-01", 8]])
    yield from equal("month first", read(folder, text, "--dates", "month-first")[1],
                     [["2024-03-04", 5], ["2024-12-25", 6], ["2024-04-04", 7], ["2024-01-02", 8]])
    american = "Day,Calls\n12/25/2024,5\n03/04/2024,6\n"
    yield from equal("month first alone", read(folder, american, "--dates", "month-first")[1],
                     [["2024-12-25", 5], ["2024-03-04", 6]])
    outcome = foi("import", path, "--into", case, "--name", "u", "--format", "json", "--dates",
                  "day-first")
    changed = {c["typed"]: c["value"] for c in outcome.json()["columns"][0]["changed"]}
    yield from equal("told as it stood", changed.get("03/04/2024"), "2024-04-03")
    yield from refusal(foi("import", path, "--into", case, "--name", "v", "--dates", "either"),
                       "import", "--dates")


# A column and what is asked of it: the option, and what each of its values makes of an example.
QUESTIONS = (
    ("03/04/2024 05/06/2024 7/8/24", "--dates",
     {"day-first": "3 April 2024", "month-first": "4 March 2024"}),
    ("04/04/2024 05/06/2024 25/12/2024", "--dates",
     {"day-first": "5 June 2024", "month-first": "6 May 2024"}),
    ("25/12/2024 26/12/2024 04/04/2024", None, {}),
    ("12/25/2024 12/26/2024", None, {}),
    ("2024-04-03 2024-05-06", None, {}),
    ("done on 03/04/2024 see note", None, {}),
    ("1/2 3/4", None, {}),
    ("50% 0.5 25%", "--shares", {"fraction": "50%", "percentage": "0.5%"}),
    ("0.125 12.5% 40%", "--shares", {"fraction": "12.5%", "percentage": "0.125%"}),
    ("100% 1 90%", "--shares", {"fraction": "100%", "percentage": "1%"}),
    ("-0.25 −5% 10%", "--shares", {"fraction": "-25%", "percentage": "-0.25%"}),
    ("50% 45 0 25%", None, {}),
    ("0.5 0.25", None, {}),
    ("50% 25%", None, {}),
)


def test_questions(folder):
    """What could be either of two things is asked with the option that says it, and not guessed"""
    path, case = folder / "asked.csv", new_case(folder)
    for values, option, meanings in QUESTIONS:
        cells = values.split() if "done" not in values else [values, "none"]
        path.write_text("Name,Value\n" + "".join(
            f"n{n},{value}\n" for n, value in enumerate(cells)), encoding="utf-8")
        arguments = ("import", path, "--into", case, "--name", "t", "--dry-run")
        outcome = foi(*arguments, "--format", "json")
        asked = outcome.json()["questions"]
        yield from equal(values, [(q["option"], q["values"], q["column"]) for q in asked],
                         [(option, meanings, "Value")] if option else [])
        if not option:
            continue
        yield from expect(outcome, 1)
        for value, meaning in meanings.items():
            yield from expect(foi(*arguments), 1, out=f"{option} {value} ({meaning})")
            said = foi(*arguments, option, value, "--format", "json").json()
            yield from equal(f"{values} {value}: asked again", said["questions"], [])
            yield from equal(f"{values} {value}: type", said["columns"][1]["type"],
                             "date" if option == "--dates" else "percentage")


def test_shares(folder):
    """Fractions beside percentages stay text, and become percentages as it is said"""
    text = "Name,Share,Calls\na,50%,1\nb,0.5,2\nc,1,3\nd,12.5%,4\n"
    yield from equal("not said", [row[1] for row in read(folder, text)[1]],
                     ["50%", "0.5", "1", "12.5%"])
    for value, wanted in (("fraction", ["50.0", "50.0", "100.0", "12.5"]),
                          ("percentage", ["50.0", "0.5", "1.0", "12.5"])):
        found = read(folder, text, "--shares", value)
        yield from equal(value, [row[1] for row in found[1]], wanted)
        yield from equal(f"{value}: counts", [row[2] for row in found[1]], [1, 2, 3, 4])
    yield from refusal(foi("import", folder / "book", "--into", new_case(folder), "--name", "v",
                           "--shares", "half"), "import", "--shares")


# Typed in a column of amounts, and what it becomes there.
AMOUNTS = (("(£50.00)", "-50.00"), ("-£50", "-50.00"), ("£-50", "-50.00"), ("−£50", "-50.00"),
           ("(50)", "-50.00"), ('"£1,234.50"', "1234.50"), ("£1 234", "1234.00"),
           ("£１２", "12.00"), ("£50-", ""), ("-(£50)", ""), ("1e3", ""))


def test_amounts(folder):
    """Amounts in brackets are below zero, and each is told with its place"""
    path, case = folder / "amounts.csv", new_case(folder)
    path.write_text("Name,Cost\n" + "".join(
        f"n{n},{typed}\nm{n},£2.50\n" for n, (typed, _) in enumerate(AMOUNTS)), encoding="utf-8")
    outcome = foi("import", path, "--into", case, "--name", "t", "--format", "json")
    column = outcome.json()["columns"][1]
    yield from equal("type", column["type"], "money")
    changed = {c["typed"]: (c["value"], c["place"]) for c in column["changed"]}
    unread = {c["typed"]: c["place"] for c in column["unparsed"]}
    for n, (typed, wanted) in enumerate(AMOUNTS):
        place, typed = f"B{2 * n + 2}", typed.strip('"')
        yield from equal(typed, (changed.get(typed), unread.get(typed)),
                         ((wanted, place), None) if wanted else (None, place))
    for brackets in ("(£50.00),(£1.00)", "(£5),(£6),(£7)"):
        found = read(folder, "Name,Cost\n" + "".join(
            f"n{n},{typed}\n" for n, typed in enumerate(brackets.split(","))))
        yield from equal(brackets, [float(row[1]) for row in found[1]],
                         [-float(typed.strip("(£)")) for typed in brackets.split(",")])


def test_rounded(folder):
    """A number with more places than a table has is named with its place and both values"""
    path = folder / "thirds"
    for name, content in (
            ("xlsx", xlsx([("Calls", None, column("Rate", cell("{place}", "0.333333333333333"),
                                                  cell("{place}", "0.5")))])),
            ("ods", ods("".join("<table:table-row>%s%s</table:table-row>" % row for row in (
                (text_cell("Name"), text_cell("Rate")),
                (text_cell("a"), number_cell("0.333333333333333")),
                (text_cell("b"), number_cell("0.5"))))))):
        path.write_bytes(content)
        case = new_case(folder)
        arguments = ("import", path, "--into", case, "--name", "t")
        told = foi(*arguments, "--dry-run", "--format", "json").json()
        yield from equal(name, (told["rounded"], told["rounded_cells"]),
                         (1, [{"place": "B2", "stored": "0.333333333333333", "value": "0.333333"}]))
        yield from expect(foi(*arguments), 0, out="B2: 0.333333333333333 → 0.333333\n")
        entry = json.loads(case.read_text("utf-8"))["foi:case"]["internal"]["imports"][-1]
        yield from equal(f"{name}: history",
                         "B2: 0.333333333333333 → 0.333333 (rounded)" in entry["changes"], True)
    path.write_bytes(xlsx([("Calls", None, column("Share", cell("{place}", "0.333333333333333", 6),
                                                  cell("{place}", "0.5", 6)))]))
    told = foi("import", path, "--into", new_case(folder), "--name", "t", "--format", "json").json()
    yield from equal("a share", [(c["stored"][:10], c["value"][-1]) for c in told["rounded_cells"]],
                     [("33.3333333", "%")])


IMPOSSIBLE = {
    "day first": "Day\n13/02/2024\n14/03/2024\n31/02/2024\n",
    "one reading or none": "Day\n03/04/2024\n14/03/2024\n31/02/2024\n25/12/2024\n",
    "the year first": "Day\n2024-02-13\n2024-03-14\n2024-02-30\n",
    "points": "Day\n13.02.2024\n14.03.2024\n30.02.2024\n",
}


def test_impossible_dates(folder):
    """A day that there is not leaves its column one of dates, and is said with its place"""
    for name, text in IMPOSSIBLE.items():
        case, path = new_case(folder), folder / "days.csv"
        path.write_text(text, encoding="utf-8")
        outcome = foi("import", path, "--into", case, "--name", "t", "--format", "json")
        column = outcome.json()["columns"][0]
        yield from expect(outcome, 1)
        yield from equal(name, column["type"], "date")
        wrong = [(c["place"], c["reason"]) for c in column["unparsed"]
                 if "calendar does not have" in c.get("reason", "")]
        place = "A%d" % (1 + next(n for n, line in enumerate(text.split("\n")[1:], 1)
                                  if line.startswith(("31", "30")) or line.endswith("-30")))
        yield from equal(name, [found for found, _ in wrong], [place])
    yield from equal("references", read(folder, "Ref,Calls\n31/02/2024,5\n99/14/2024,6\n"
                                                "14/03/2024,7\n")[1][0], ["31/02/2024", 5])


def test_delimiter(folder):
    """What stands between cells can be said where it is found out wrongly"""
    text = "Name;Calls, in all\na;5\nb;6\n"
    yield from equal("said", read(folder, text, "--delimiter", ";"),
                     (["Name", "Calls, in all"], [["a", 5], ["b", 6]]))
    yield from equal("otherwise", read(folder, text, "--delimiter", ",")[0],
                     ["Name;Calls", "in all"])
    yield from equal("tab", read(folder, "Name\tCalls\na,1\t5\n", "--delimiter", "tab")[1],
                     [["a,1", 5]])
    yield from equal("two", "--delimiter" in read(folder, text, "--delimiter", ";;"), True)


def test_merged(folder):
    """A merged cell's value is its first cell's; what lies under it stays behind, and is counted"""
    rows = ('<row r="1">%s%s%s</row>' % (inline("A1", "Area"), inline("B1", "Team"),
                                         inline("C1", "Calls"))
            + "".join('<row r="%d">%s%s<c r="C%d"><v>%d</v></c></row>' % (
                n, inline("A%d" % n, area), inline("B%d" % n, team), n, calls)
                for n, area, team, calls in ((2, "North", "a", 5), (3, "secret", "b", 6),
                                             (4, "South", "c", 7))))
    merged = '<mergeCells count="2"><mergeCell ref="A2:A3"/><mergeCell ref="X9:Z9"/></mergeCells>'
    book = xlsx([("Calls", None, sheet(rows, after=merged))])
    yield from equal("XLSX", read(folder, book)[1],
                     [["North", "a", 5], ["", "b", 6], ["South", "c", 7]])
    case = new_case(folder)
    outcome = foi("import", folder / "book", "--into", case, "--name", "t", "--format", "json")
    yield from expect(outcome, 1)
    yield from equal("counted", (outcome.json()["merged"], outcome.json()["hidden"]), (1, 1))
    yield from (["what is under a merged cell is in the case"]
                if "secret" in case.read_text("utf-8") + outcome.out else [])
    overlapping = '<mergeCells>%s</mergeCells>' % ('<mergeCell ref="A1:XFD1048576"/>' * 50)
    yield from equal("overlapping", "overlap" in read(
        folder, xlsx([("Calls", None, sheet(rows, after=overlapping))])), True)
    page = ("<table><tr><th>Area<th>Team<th>Calls<tr><td rowspan=2>North<td>a<td>5<tr><td>b<td>6"
            "<tr><td>South<td>c<td>7</table>")
    yield from equal("HTML", read(folder, page)[1],
                     [["North", "a", 5], ["", "b", 6], ["South", "c", 7]])
    content = "".join("<table:table-row>%s</table:table-row>" % row for row in (
        text_cell("Area") + text_cell("Team") + text_cell("Calls"),
        text_cell("North").replace("<table:table-cell",
                                   '<table:table-cell table:number-rows-spanned="2"', 1)
        + text_cell("a") + number_cell(5),
        text_cell("secret").replace("table:table-cell", "table:covered-table-cell")
        + text_cell("b") + number_cell(6),
        text_cell("South") + text_cell("c") + number_cell(7)))
    yield from equal("ODS", read(folder, ods(content))[1],
                     [["North", "a", 5], ["", "b", 6], ["South", "c", 7]])


def test_without_names(folder):
    """Rows that nothing names can be added to, and not replaced"""
    case = new_case(folder)
    first, second = folder / "a.csv", folder / "b.csv"
    first.write_text("Cost,Calls\n5,5\n5,6\n", encoding="utf-8")
    second.write_text("Calls,Cost\n7,8\n7,8\n", encoding="utf-8")
    yield from expect(foi("import", first, "--into", case, "--name", "t"), 0)
    before = case.read_bytes()
    yield from refusal(foi("import", second, "--into", case, "--name", "t", "--replace"),
                       str(second), "Add the rows instead")
    yield from equal("the case", case.read_bytes(), before)
    yield from expect(foi("import", second, "--into", case, "--name", "t", "--append"), 0)
    yield from equal("added", table_of(case)[1], [[5, 5], [5, 6], [8, 7], [8, 7]])
    yield from expect(foi("import", second, "--into", case, "--name", "t", "--append"), 0)
    yield from equal("added again", len(table_of(case)[1]), 6)
    yield from expect(foi("show", case), 0)
    second.write_text("Colour,Shape,Size\nred,round,small\n", encoding="utf-8")
    yield from refusal(foi("import", second, "--into", case, "--name", "t", "--append"),
                       str(second), "columns of “t”")


def test_real(folder):
    """A real file comes in whole: headings alike but for spaces, blanks, and every number"""
    case = new_case(folder)
    outcome = foi("import", REAL, "--into", case, "--name", "t", "--format", "json")
    yield from expect(outcome, 0, err="")
    with open(REAL, newline="", encoding="utf-8-sig") as file:
        wanted = list(csv.reader(file))
    titles, rows = table_of(case)
    yield from equal("columns", len(titles), 112)
    yield from equal("titles", titles, [" ".join(text.split()) for text in wanted[0]])
    yield from equal("headings that are alike", len(titles) - len(set(titles)), 2)
    yield from equal("all of it is told", len(outcome.json()["columns"]), 112)
    yield from equal("rows", len(rows), len(wanted) - 1)
    blanks = [sum(value is None or value == "" for value in values) for values in zip(*rows)]
    yield from equal("blank ids", blanks[titles.index("authority_id")], 3)
    yield from equal("blanks besides", sum(blanks) - 3, 10639)
    yield from (f"row {n}: {value!r} is {row[i]!r}" for n, (row, source) in
                enumerate(zip(rows, wanted[1:])) for i, value in enumerate(source)
                if value.strip() and str(row[i]) != value.strip())
    yield from expect(foi("import", REAL, "--into", case, "--name", "t"), 2, out="",
                      err="--append")


TOTALS = "Area,Boys,Girls,Pupils\nNorth,1,2,3\nSouth,4,5,9\nWest,7,7,14\nEngland,12,14,26\n"


def test_totals(folder):
    """What adds up is declared, and said; or not, where that is not wanted."""
    case, path = new_case(folder), folder / "totals.csv"
    path.write_text(TOTALS, encoding="utf-8")
    outcome = foi("import", path, "--into", case, "--name", "t", "--dry-run")
    yield from expect(outcome, 0, out="declared: “Pupils” is the total of Boys and Girls")
    yield from expect(outcome, 0, out="declared: “England” is the total of the other 3 rows")
    both = [{"field": "pupils", "of": ["boys", "girls"]},
            {"row": {"area": "England"},
             "of": [{"area": "North"}, {"area": "South"}, {"area": "West"}]}]
    for option, declared in ([], both), (["--no-totals"], None):
        case = new_case(folder)
        outcome = foi("import", path, "--into", case, "--name", "t", "--format", "json", *option)
        yield from equal("what is declared",
                         [total["declared"] for total in json.loads(outcome.out)["totals"]],
                         [declared is not None] * 2)
        tables = json.loads(case.read_text(encoding="utf-8"))["resources"]
        yield from equal("the case", [table.get("foi:totals") for table in tables
                                      if table["name"] == "t"], [declared])


def test_over(folder):
    """Rows are added to a table, or changed by what names them, and the preview says which"""
    case = new_case(folder)
    first, second = folder / "a.csv", folder / "b.csv"
    first.write_text("Year,Calls\n2022,5\n2023,6\n", encoding="utf-8")
    second.write_text("Year,Calls\n2023,7\n2024,8\n", encoding="utf-8")
    yield from expect(foi("import", first, "--into", case, "--name", "t"), 0)
    before = case.read_bytes()
    outcome = foi("import", second, "--into", case, "--name", "t", "--replace", "--dry-run",
                  "--format", "json")
    yield from expect(outcome, 0)
    said = outcome.json()
    yield from equal("preview", (said["added"], said["absent"], [
        (c["column"], c["before"], c["after"]) for c in said["changes"]]),
        (1, 1, [("calls", "6", "7")]))
    yield from expect(foi("import", second, "--into", case, "--name", "t", "--append"), 2, out="",
                      err="in the table already")
    yield from equal("nothing was written", case.read_bytes(), before)
    yield from expect(foi("import", second, "--into", case, "--name", "t", "--replace"), 0)
    yield from equal("replaced", table_of(case)[1], [[2022, 5], [2023, 7], [2024, 8]])
    second.write_text("Year,Calls\n2025,9\n", encoding="utf-8")
    yield from expect(foi("import", second, "--into", case, "--name", "t", "--append"), 0)
    yield from equal("appended", table_of(case)[1][-1], [2025, 9])
    yield from expect(foi("check", case), 1)


def test_column_that_is_not_there(folder):
    """A column of the file that the table has not is named, and so is one without a value in it"""
    case = new_case(folder)
    first, second = folder / "a.csv", folder / "b.csv"
    first.write_text("Year,Calls\n2022,5\n", encoding="utf-8")
    yield from expect(foi("import", first, "--into", case, "--name", "t"), 0)
    second.write_text("Year,Other,Calls,Staff\n2022,9,6,\n", encoding="utf-8")
    words = ("import", second, "--into", case, "--name", "t", "--replace")
    outcome = foi(*words, "--dry-run", "--format", "json")
    yield from expect(outcome, 1)
    yield from equal("named", outcome.json()["unmatched"], ["Other", "Staff"])
    outcome = foi(*words)
    yield from expect(outcome, 1)
    yield from equal("in words", outcome.out.count("the table has no such column"), 2)
    yield from equal("the rest", table_of(case)[1], [[2022, 6]])
    second.write_text("Calls,Year\n7,2022\n", encoding="utf-8")
    outcome = foi(*words, "--format", "json")
    yield from expect(outcome, 0)
    yield from equal("none", outcome.json()["unmatched"], [])


def kept_of(case):
    """What a case withholds of the table, and what stands in it: by ward."""
    whole = json.loads(case.read_text(encoding="utf-8"))
    return ({entry["row"]["ward"]: entry["value"]
             for entry in whole["foi:case"].get("withheld", []) if entry["table"] == "t"},
            dict(table_of(case)[1]))


# What was done to North 3, South 40, East 52; a file over that; the cells that change, those that
# are kept, and the table then. Of what is kept the true figures stay in the case.
COVERED = [
    (["--threshold", 5], "North,\nSouth,41\n", [("41", None)], [("[c]", "", "withheld")],
     {"North": "[c]", "South": 41, "East": 52}),
    (["--threshold", 5], "North,[x]\n", [], [("[c]", "[x]", "withheld")],
     {"North": "[c]", "South": 40, "East": 52}),
    (["--threshold", 5], "North,[c]\nSouth,\n", [("", None)], [],
     {"North": "[c]", "South": "", "East": 52}),
    (["--round", 5], "North,3\nSouth,40\nEast,53\n", [],
     [("5", "3", "rounded"), ("50", "53", "rounded")], {"North": 5, "South": 40, "East": 50}),
    (["--round", 5], "South,41\n", [], [("40", "41", "rounded")],
     {"North": 5, "South": 40, "East": 50}),
    (["--round", 5], "South,45\n", [("45", None)], [], {"North": 5, "South": 45, "East": 50}),
]


def test_over_withheld(folder):
    """What the case keeps to itself is replaced by a file only where that is asked for"""
    for how, rows, changed, kept, left in COVERED:
        case = new_case(folder)
        first, second = folder / "a.csv", folder / "b.csv"
        first.write_text("Ward,Calls\nNorth,3\nSouth,40\nEast,52\n", encoding="utf-8")
        second.write_text("Ward,Calls\n" + rows, encoding="utf-8")
        yield from expect(foi("import", first, "--into", case, "--name", "t"), 0)
        yield from expect(foi("protect", case, "--table", "t", *how), 0)
        before = case.read_bytes()
        true = kept_of(case)[0]
        outcome = foi("import", second, "--into", case, "--name", "t", "--replace",
                      "--format", "json")
        yield from expect(outcome, 1 if kept else 0)
        said = outcome.json()
        yield from equal(f"{rows!r} changes", [(c["after"], c.get("covered"))
                                               for c in said["changes"]], changed)
        yield from equal(f"{rows!r} kept", [(c["before"], c["after"], c["covered"])
                                            for c in said["kept"]], kept)
        yield from equal(f"{rows!r} withheld, and the table", kept_of(case), (true, left))
        if not kept:
            continue
        case.write_bytes(before)
        yield from expect(foi("import", second, "--into", case, "--name", "t", "--replace"), 1,
                          out="--forget-withheld")
        case.write_bytes(before)
        yield from expect(foi("import", second, "--into", case, "--name", "t", "--replace",
                              "--forget-withheld"), 0, out=" replaced, ")
        if len(kept_of(case)[0]) >= len(true) and kept[0][0] != "40":
            yield f"{rows!r}: {kept_of(case)} still has what was forgotten"
    yield from refusal(foi("import", second, "--into", case, "--name", "t", "--forget-withheld"),
                       "import", "--forget-withheld is for --replace")


def test_figure_over_withheld(folder):
    """A figure over a withheld one stays out, as a note, whatever is asked for"""
    for option in ([], ["--forget-withheld"]):
        case = new_case(folder)
        path = folder / "a.csv"
        path.write_text("Ward,Calls\nNorth,3\nSouth,40\nEast,52\n", encoding="utf-8")
        yield from expect(foi("import", path, "--into", case, "--name", "t"), 0)
        yield from expect(foi("protect", case, "--table", "t", "--threshold", 5), 0)
        path.write_text("Ward,Calls\nNorth,7\n", encoding="utf-8")
        yield from expect(foi("import", path, "--into", case, "--name", "t", "--replace", *option),
                          1, out="This figure is withheld")
        yield from equal("withheld, and the table", kept_of(case),
                         ({"North": 3}, {"North": "[c]", "South": 40, "East": 52}))
        notes = json.loads(case.read_text(encoding="utf-8"))["foi:case"]["internal"]["notes"]
        yield from equal("the note", notes[-1]["text"],
                         "The file has “7” here; the figure is withheld, and stays so")


def test_over_protected(folder):
    """What comes into a table after it was protected, and is small by its rule, is said"""
    case, first, more = new_case(folder), folder / "a.csv", folder / "b.csv"
    first.write_text("Area,Calls\nNorth,30\nSouth,40\nWest,3\n", encoding="utf-8")
    yield from expect(foi("import", first, "--into", case, "--name", "t"), 0)
    more.write_text("Area,Calls\nMid,2\nEast,5\nKent,60\n", encoding="utf-8")
    yield from expect(foi("import", more, "--into", case, "--name", "t", "--append", "--dry-run"), 0)
    yield from expect(foi("protect", case, "--table", "t", "--threshold", "5"), 0)
    for number, wanted in ((6, 0), (5, 1)):
        more.write_text(f"Area,Calls\nSouth,{number}\n", encoding="utf-8")
        outcome = foi("import", more, "--into", case, "--name", "t", "--replace", "--dry-run",
                      "--format", "json")
        yield from expect(outcome, wanted)
        yield from equal(f"open with {number}", outcome.json()["open"], wanted)
    more.write_text("Area,Calls\nMid,2\nEast,5\nKent,60\n", encoding="utf-8")
    words = "2 figures of “t” are small by the rule of this table, and shown as they are"
    for option in (["--dry-run"], []):
        yield from expect(foi("import", more, "--into", case, "--name", "t", "--append", *option), 1,
                          out=words)
    yield from expect(foi("check", case), 1, out="small-figures-open")
    yield from expect(foi("protect", case, "--table", "t", "--threshold", "5"), 0)
    yield from equal("once protected", "small-figures-open" in foi("check", case).out, False)


def test_brought_in(folder):
    """What cells hold that are hard to see comes in, and it is not said that it stays behind"""
    styles = (f'<styleSheet {books.MAIN}><numFmts><numFmt numFmtId="164" formatCode="[&lt;6]&quot;'
              'few&quot;;0"/></numFmts><cellXfs><xf/><xf numFmtId="164"/></cellXfs></styleSheet>')
    rows = ('<row r="1"><c r="A1" t="inlineStr"><is><t>Ward</t></is></c><c r="B1" t="inlineStr"><is>'
            '<t>Calls</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>North</t></is></c>'
            '<c r="B2" s="1"><v>3</v></c></row>')
    plain = rows.replace(' s="1"', "")
    for first, second, left, brought in ((rows, plain, [], ["Calls!B2"]),
                                         (plain, rows, ["Old!B2"], [])):
        path = folder / "book.xlsx"
        path.write_bytes(xlsx([("Calls", None, sheet(first)), ("Old", None, sheet(second))],
                              parts={"xl/styles.xml": styles}))
        case = new_case(folder)
        outcome = foi("import", path, "--into", case, "--name", "t", "--format", "json")
        said = outcome.json()
        yield from equal("left behind", [item["place"] for item in said["left_behind"]], left)
        yield from equal("brought in", [item["place"] for item in said["brought_in"]], brought)
        yield from equal("the table", table_of(case)[1], [["North", 3]])


def test_first_sheet(folder):
    """Only an empty sheet is passed over: of one that is damaged it is said what is wrong"""
    case, path = folder / "case.foi.json", folder / "book.xlsx"
    case.write_bytes(EXAMPLE.read_bytes())
    good = ("Second", None, sheet('<row r="1"><c r="A1"><v>1</v></c></row>'
                                  '<row r="2"><c r="A2"><v>2</v></c></row>'))
    for xml, said in (('<row r="1"><c r="ZZZZZZZ1"><v>1</v></c></row>', "ZZZZZZZ1"),
                      ('<row r="1"><c r="A1" t="s"><v>-1</v></c></row>', ""),
                      ("<row><c></row>", "sheet0.xml, line 1, character ")):
        path.write_bytes(xlsx([("First", None, sheet(xml)), good]))
        outcome = foi("import", path, "--into", case, "--name", "t")
        yield from refusal(outcome, str(path), said)
        if "anything to be seen" in outcome.err:
            yield f"{xml}: not what is wrong"
    path.write_bytes(xlsx([("First", None, sheet()), good]))
    yield from expect(foi("import", path, "--into", case, "--name", "t"), 0)
    path.write_bytes(xlsx([("First", None, sheet())]))
    yield from refusal(foi("import", path, "--into", case, "--name", "u"), str(path),
                       "no sheet with anything to be seen")


LIMIT = 32767
LONG = f"more than {LIMIT} characters"

LONG_CELLS = {
    "the longest": ("A,B\n" + "x" * LIMIT + ",5\nc,6\n", None),
    "the longest, in letters of two bytes": ("A,B\n" + "é" * LIMIT + ",5\nc,6\n", None),
    "the longest, quoted": ('A,B\nc,"' + '""' * LIMIT + '"\n', None),
    "one more": ("A,B\n" + "x" * (LIMIT + 1) + ",5\nc,6\n", "Row 2, column 1: "),
    "one more letter of two bytes": ("A,B\n5," + "é" * (LIMIT + 1) + "\n", "Row 2, column 2: "),
    "one more, quoted": ('A,B\n\nc,"' + '""' * (LIMIT + 1) + '"\n', "Row 3, column 2: "),
    "not closed": ('A,B\n5,6\n7,"c' + "c,8\nd" * LIMIT, "mark that opens it is not closed"),
    "half of it in quotation marks": ('"' + "a" * LIMIT + '"b,c\n', "Row 1, column 1: "),
}


def test_long_cells(folder):
    """A cell is as long as Excel has them; a longer one is refused with its place"""
    for name, (content, place) in LONG_CELLS.items():
        said = read(folder, content)
        if place is None:
            if not isinstance(said, tuple):
                yield f"{name}: {said}"
        elif not isinstance(said, str) or place not in said or LONG not in said:
            yield f"{name}: {said!r:.300}, not {place}"


BOMBS = {
    "quotation marks": (b'"' * 50_000_000, LONG),
    "one cell": (b"School,n\n" + b"x" * 150_000_000 + b",3\n", LONG),
    "line ends": (b"\n" * 20_000_000, "no sheet with anything to be seen"),
    "a cell of line ends": (b'a,b\n"' + b"\r\n" * 20_000_000, LONG),
    "columns": (b"," * 50_000_000 + b"a\n", "too large"),
    "essays": ((b"a," + b"word " * 6000 + b"\n") * 200, None),
}

# What a sanitizer makes slower and larger.
SLOWNESS = int(os.environ.get("FOI_TEST_SLOWNESS", "1"))
MOST_MB = 200


def test_bombs(folder):
    """A text file that is a bomb is refused in a second, with less than 200 MB"""
    script = ("import resource,subprocess,sys;done=subprocess.run(sys.argv[1:]);"
              "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss);"
              "sys.exit(done.returncode)")
    path = folder / "book"
    # These two fill memory that is reserved and not used.
    plain = {name: value for name, value in os.environ.items()
             if name not in ("G_DEBUG", "MALLOC_PERTURB_")}
    for name, (content, reason) in BOMBS.items():
        path.write_bytes(content)
        for command in (("inspect", path), ("import", path, "--into", new_case(folder),
                                            "--name", "t")):
            before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
            done = subprocess.run(["/usr/bin/python3", "-c", script, COMMAND, *command],
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False,
                                  env=plain)
            took = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
            peak = int(done.stdout.split()[-1]) // 1024
            if command[0] == "import" and (reason or "") not in done.stderr.decode():
                yield f"{name}: {done.stderr.decode()!r}"
            if (done.returncode == 2) != (command[0] == "import" and reason is not None):
                yield f"{name}, {command[0]}: exit {done.returncode}"
            if took > SLOWNESS or (SLOWNESS == 1 and peak > MOST_MB):
                yield f"{name}, {command[0]}: {took:.2f} s, {peak} MB"


def test_nothing_to_see(folder):
    """Of cells that only have spaces no table is made, and a value that is none is told its place"""
    spaces = ods("<table:table-row>" + text_cell("\u00a0<text:s text:c='9'/>")
                 + "</table:table-row>")
    number = '<row r="3"><c r="B3"><v>%s</v></c></row>'
    for content, reason in ((b"  \n\t \n", "nothing to be seen"),
                            (spaces, "nothing to be seen"),
                            (xlsx([("Calls", None, sheet(number % "1e308"))]),
                             "in the sheet “Calls”, the cell B3 has “1e308”"),
                            (xlsx([("Calls", None, sheet(number % "NaN"))]),
                             "in the sheet “Calls”, the cell B3 has “NaN”")):
        said = read(folder, content)
        if reason not in str(said):
            yield f"{content[:20]!r}: {said!r}"


def test_refusals(folder):
    """What cannot be read or done is said, and the case is as it was"""
    case = new_case(folder)
    path = folder / "a.csv"
    path.write_text("Year,Calls\n2022,5\n", encoding="utf-8")
    broken = folder / "broken.csv"
    broken.write_text('Year,Calls\n2022,"5\n', encoding="utf-8")
    before = case.read_bytes()
    into = ("--into", case, "--name", "t")
    yield from refusal(foi("import", path, "--name", "t"), "import", "--into")
    yield from refusal(foi("import", path, "--into", case), "import", "--name")
    yield from refusal(foi("import", path, *into, "--range", "1A"), "import", "--range")
    yield from refusal(foi("import", path, *into, "--range", "Z9:Z99"), str(path), "nothing")
    yield from refusal(foi("import", path, *into, "--sheet", "No"), str(path), "“No”")
    yield from refusal(foi("import", path, *into, "--replace"), str(path), "“t”")
    yield from refusal(foi("import", broken, *into), str(broken), "Row 2")
    yield from refusal(foi("import", folder / "none", *into), str(folder / "none"), "")
    yield from expect(foi("import", path, *into, "--dry-run"), 0)
    yield from equal("the case", case.read_bytes(), before)


if __name__ == "__main__":
    run_tests(sys.modules[__name__])
