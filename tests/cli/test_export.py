#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""`foi export`: what it makes, what it refuses, and what never leaves."""

import copy
import csv
import io
import json
import subprocess
import sys
from xml.etree import ElementTree

from cli import EXAMPLE, equal, expect, foi, refusal, run_tests

CASE = json.loads(EXAMPLE.read_text(encoding="utf-8"))
FIGURES = ["20,049", "1,415,349"]


def write_case(path, case):
    path.write_text(json.dumps(case), encoding="utf-8")
    return path


def pdf_text(path):
    return subprocess.run(["pdftotext", "-layout", str(path), "-"], stdout=subprocess.PIPE,
                          check=True, timeout=60).stdout.decode("utf-8")


def pdf_source(path):
    """All that is in a PDF, its streams unpacked."""
    return subprocess.run(["qpdf", "--qdf", "--object-streams=disable", str(path), "-"],
                          stdout=subprocess.PIPE, check=True, timeout=60).stdout


def make(folder, case, kind, *more):
    """What export makes of a case, as text."""
    output = folder / f"made.{kind}"
    outcome = foi("export", write_case(folder / "case.foi.json", case), "--to", kind, "--force",
                  "-o", output, *more)
    if outcome.status != 0:
        raise RuntimeError(f"{outcome.what}: {outcome.err}")
    return pdf_text(output) if kind == "pdf" else output.read_text(encoding="utf-8-sig")


# ---- what it makes ----

def test_kinds(folder):
    """Text, HTML and PDF of the example hold its figures, and the same comes twice"""
    for kind in ("text", "html", "pdf"):
        first, second = folder / f"1.{kind}", folder / f"2.{kind}"
        for output in (first, second):
            yield from expect(foi("export", EXAMPLE, "--to", kind, "-o", output), 0, out="",
                              err="")
        yield from equal(f"the second {kind}", second.read_bytes() == first.read_bytes(), True)
        text = pdf_text(first) if kind == "pdf" else first.read_text(encoding="utf-8")
        for figure in FIGURES:
            if figure not in text:
                yield f"{figure} is not in the {kind}"


def test_pages(folder):
    """The example takes three pages, as the council's own letter did, and parts no table"""
    pages = make(folder, CASE, "pdf").rstrip("\f").split("\f")
    yield from equal("pages", len(pages), 3)
    for table in CASE["resources"]:
        name, first = table["title"], str(table["data"][1][0])
        begins = [number for number, page in enumerate(pages) if name in page]
        yield from equal(f"pages with the caption of {name}", len(begins), 1)
        for row in table["data"][1:]:
            figure = f"{int(row[1]):,}"
            if begins and figure not in pages[begins[0]]:
                yield f"{figure} is not on the page where the table of {first} begins"


def test_csv(folder):
    """CSV is read alike by Python, is plain on a pipe, and says to spreadsheets that it is UTF-8"""
    words = ["export", EXAMPLE, "--to", "csv", "--table", "cse-budget"]
    piped = foi(*words, "-o", "-")
    yield from expect(piped, 0, err="")
    rows = list(csv.reader(io.StringIO(piped.out, newline="")))
    wanted = [[str(cell) for cell in row] for row in CASE["resources"][1]["data"][1:]]
    yield from equal("the rows", rows[1:], wanted)
    yield from equal("the heading", rows[0], ["Financial year", "Budget (£)"])
    yield from expect(foi(*words, "-o", folder / "t.csv"), 0, out="", err="")
    yield from equal("the file", (folder / "t.csv").read_bytes(), b"\xef\xbb\xbf" + piped.raw)


def test_charts(folder):
    """The charts of the example are SVG that is read as text and PNG, the same each time"""
    for table, words in (("mash-calls", ["37,626", "21 of 52", "40,000", "2024/25"]),
                         ("cse-budget", ["£0.5m", "£1.5m", "2015/16"])):
        for kind in ("svg", "png"):
            first, second = folder / f"1-{table}.{kind}", folder / f"2-{table}.{kind}"
            for output in (first, second):
                yield from expect(foi("export", EXAMPLE, "--to", kind, "--table", table, "-o",
                                      output), 0, out="", err="")
            yield from equal(f"the second {kind}", second.read_bytes() == first.read_bytes(), True)
        svg = ElementTree.parse(folder / f"1-{table}.svg").getroot()
        name = "{http://www.w3.org/2000/svg}"
        texts = [text.text for text in svg.iter(name + "text")]
        for word in words:
            if word not in texts:
                yield f"{word} is not in the chart of {table}"
        for part in ("title", "desc"):
            if len(svg.findtext(name + part) or "") < 20:
                yield f"the chart of {table} has no {part}"
        png = (folder / f"1-{table}.png").read_bytes()
        yield from equal("the signature", png[:8], b"\x89PNG\r\n\x1a\n")
        yield from equal("the width", int.from_bytes(png[16:20], "big"), 1440)


def test_chart_pdf(folder):
    """With --table, PDF is the table's chart on a page of its own size"""
    first, second = folder / "1.pdf", folder / "2.pdf"
    for output in (first, second):
        yield from expect(foi("export", EXAMPLE, "--to", "pdf", "--table", "mash-calls", "-o",
                              output), 0, out="", err="")
    yield from equal("the second", second.read_bytes() == first.read_bytes(), True)
    text = pdf_text(first)
    for words in ("37,626", "2016/17", "21 of 52"):
        yield from equal(f"{words} in the chart", words in text, True)


def test_json(folder):
    """With --format json, what was made is said"""
    output = folder / "x.txt"
    outcome = foi("export", EXAMPLE, "--to", "text", "-o", output, "--format", "json")
    yield from expect(outcome, 0, err="")
    yield from equal("what was made", outcome.json(),
                     {"file": str(output), "to": "text", "size": output.stat().st_size})


def test_streams(_folder):
    """A case is taken from standard input, a letter given to standard output"""
    outcome = foi("export", "-", "--to", "text", "-o", "-", stdin=EXAMPLE.read_bytes())
    yield from expect(outcome, 0, out=FIGURES[0], err="")
    yield from expect(foi("export", "-", "--to", "pdf", "-o", "-", stdin=EXAMPLE.read_bytes()), 0,
                      out="%PDF-", err="")


def test_date(folder):
    """--date is the day of the letter"""
    case = copy.deepcopy(CASE)
    del case["foi:case"]["letters"][0]["date"]
    text = make(folder, case, "text", "--date", "2024-12-03")
    yield from equal("the day", "3 December 2024" in text, True)
    yield from equal("another day", "27 November 2024" in text, False)


def test_letters(folder):
    """Another letter is found by its type or its id; one that is not there is refused"""
    case = copy.deepcopy(CASE)
    case["foi:case"]["letters"].append({"id": "ack1", "type": "acknowledgement",
                                        "date": "2024-10-31"})
    for name in ("acknowledgement", "ack1"):
        yield from equal(f"the day of {name}",
                         "31 October 2024" in make(folder, case, "text", "--letter", name), True)
    path = folder / "case.foi.json"
    yield from refusal(foi("export", path, "--to", "text", "--letter", "review", "-o", "-"), path,
                       "review")


def test_issued(folder):
    """A letter that was issued is what was sent, whatever the case says since"""
    paragraph = {"kind": "paragraph", "id": "p", "spans": [{"text": "As it was sent."}]}
    table = {"kind": "table", "id": "t", "number": 1, "table": "mash-calls",
             "spans": [{"text": "Calls"}]}
    tree = {"format": "uk-foi-letter", "version": 1, "id": "response", "title": "T", "author": "A",
            "language": "en-GB", "reference": "R", "date": "2024-11-27", "draft": False,
            "blocks": [paragraph, table]}
    case = copy.deepcopy(CASE)
    sent = copy.deepcopy(case["resources"][0])
    sent["data"][1][1] = 1234567
    case["foi:case"]["issued"] = [{"letter": "response", "date": "2024-11-27", "tree": tree,
                                   "tables": [sent]}]
    text = make(folder, case, "text")
    yield from equal("the letter begins", text[:15], "As it was sent.")
    yield from equal("the figure", ("1,234,567" in text, FIGURES[0] in text), (True, False))
    path = folder / "case.foi.json"
    yield from refusal(foi("export", path, "--to", "text", "--date", "2024-12-03", "-o", "-"),
                       path, "issued")
    case["foi:case"]["issued"][0]["withdrawn"] = {"date": "2024-11-27", "reason": "A slip"}
    yield from equal("a letter withdrawn is a draft again",
                     FIGURES[0] in make(folder, case, "text"), True)


def test_issued_without_reference(folder):
    """A letter from elsewhere that says no reference has one in the names of its files"""
    tree = {"format": "uk-foi-letter", "version": 1, "id": "response", "title": "T", "author": "A",
            "language": "en-GB", "date": "2024-11-27", "draft": False,
            "blocks": [{"kind": "paragraph", "id": "p", "spans": [{"text": "As it was sent."}]}]}
    for number, (own, whom, name) in enumerate((
            ("FOI7", "send", "FOI7"), (None, "send", "case"), (None, "file", "case"),
            ("FOI7", "publish", "case"))):
        case = copy.deepcopy(CASE)
        case["id"] = own
        if own is None:
            del case["id"]
        case["foi:case"]["issued"] = [{"letter": "response", "date": "2024-11-27", "tree": tree,
                                       "tables": []}]
        path = folder / f"{number}.foi.json"
        path.write_text(json.dumps(case), encoding="utf-8")
        made = folder / str(number)
        yield from expect(foi("export", path, "--to", "pack", "--for", whom, "-o", made), 0)
        yield from equal(f"{own} {whom}", (made / f"{name}.pdf").exists(), True)


def issue(case, letter, figure):
    """Freezes a letter of @case that holds one table, in which @figure stands."""
    table = {"kind": "table", "id": "t", "number": 1, "table": "mash-calls",
             "spans": [{"text": "Calls"}]}
    tree = {"format": "uk-foi-letter", "version": 1, "id": letter, "title": "T", "author": "A",
            "language": "en-GB", "reference": "R", "date": "2024-11-27", "draft": False,
            "blocks": [table]}
    sent = copy.deepcopy(case["resources"][0])
    sent["data"][1][1] = figure
    case["foi:case"].setdefault("issued", []).append(
        {"letter": letter, "date": "2024-11-27", "tree": tree, "tables": [sent]})


def test_issued_tables(folder):
    """Tables and charts of a letter that was issued are as sent, those not in it as they are"""
    case = copy.deepcopy(CASE)
    issue(case, "response", 33333)
    yield from equal("the figure", "33333" in make(folder, case, "csv", "--table", "mash-calls"),
                     True)
    yield from equal("the chart",
                     "33,333" in make(folder, case, "svg", "--table", "mash-calls"), True)
    yield from equal("another table",
                     "1415349" in make(folder, case, "csv", "--table", "cse-budget"), True)
    del case["resources"][0]
    case["foi:case"]["questions"] = []
    yield from equal("a table that the case has no more",
                     "33333" in make(folder, case, "csv", "--table", "mash-calls"), True)


def test_corrected(folder):
    """After a correction the letter that corrects is made; the first is found by its id"""
    case = copy.deepcopy(CASE)
    issue(case, "response", 33333)
    case["foi:case"]["letters"].append({"id": "response-2", "type": "response",
                                        "date": "2024-12-03"})
    draft = make(folder, case, "text")
    yield from equal("the draft", ("3 December 2024" in draft, "33,333" in draft), (True, False))
    issue(case, "response-2", 44444)
    for words in ([], ["--letter", "response-2"]):
        yield from equal("the second", "44,444" in make(folder, case, "text", *words), True)
    yield from equal("its table", "44444" in make(folder, case, "csv", "--table", "mash-calls"),
                     True)
    yield from equal("the first",
                     "33,333" in make(folder, case, "text", "--letter", "response"), True)
    path = str(folder / "corrected.foi.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(case, file)
    base = ("export", path, "--to", "text", "-o", "-")
    yield from expect(foi(*base, "--letter", "response"), 0,
                      err=path + ": “response” could be several letters; this is “response”")
    for words in ([], ["--letter", "response-2"]):
        yield from expect(foi(*base, *words), 0, err="")
    case["foi:case"]["letters"][0]["id"] = "r1"
    case["foi:case"]["issued"][0]["letter"] = "r1"
    with open(path, "w", encoding="utf-8") as file:
        json.dump(case, file)
    yield from expect(foi(*base, "--letter", "response"), 0, out="44,444",
                      err="this is “response-2”, and --letter gives the others by their ids: r1")


def test_no_letters(folder):
    """A case that has written down no letter has a response, which can be given a day"""
    case = copy.deepcopy(CASE)
    for letters in ([], None):
        case["foi:case"]["letters"] = letters
        if letters is None:
            del case["foi:case"]["letters"]
        yield from equal("the day",
                         "3 December 2024" in make(folder, case, "text", "--date", "2024-12-03"),
                         True)


# ---- what it refuses ----

def test_refusals(folder):
    """What cannot be made is refused, and nothing is written"""
    output = folder / "x"
    base = ["export", EXAMPLE, "-o", output]
    yield from refusal(foi(*base), "export", "--to")
    yield from refusal(foi(*base, "--to", "docx"), "export", "docx")
    yield from refusal(foi("export", EXAMPLE, "--to", "text"), "export", "-o")
    yield from refusal(foi("export", "--to", "text", "-o", output), "export", "one case")
    yield from refusal(foi(*base, "--to", "text", "--date", "2024-02-30"), "export", "2024-02-30")
    yield from refusal(foi(*base, "--to", "csv"), EXAMPLE, "--table")
    yield from refusal(foi(*base, "--to", "csv", "--table", "none"), EXAMPLE, "none")
    yield from refusal(foi(*base, "--to", "csv", "--letter", "response"), EXAMPLE, "table")
    yield from refusal(foi(*base, "--to", "text", "--table", "mash-calls"), EXAMPLE, "letter")
    yield from refusal(foi(*base, "--to", "svg"), EXAMPLE, "--table")
    yield from refusal(foi(*base, "--to", "pdf", "--table", "mash-calls", "--letter", "response"),
                       EXAMPLE, "table")
    yield from refusal(foi("export", folder / "none", "--to", "text", "-o", output),
                       folder / "none", "")
    yield from refusal(foi("export", EXAMPLE, "--to", "text", "-o", folder / "no" / "x"),
                       folder / "no" / "x", "folder")
    yield from equal("files made", list(folder.iterdir()), [])


def test_overwrites_nothing(folder):
    """Nothing is overwritten without --force, and the case itself never"""
    case = folder / "case.foi.json"
    link, hard = folder / "link", folder / "hard"
    case.write_bytes(EXAMPLE.read_bytes())
    link.symlink_to(case)
    hard.hardlink_to(case)
    other = folder / "other"
    other.write_text("mine", encoding="utf-8")
    yield from refusal(foi("export", case, "--to", "text", "-o", other), other, "--force")
    yield from equal("the other file", other.read_text(encoding="utf-8"), "mine")
    for output in (case, link, hard, folder / "." / "case.foi.json"):
        yield from refusal(foi("export", case, "--to", "text", "--force", "-o", output), output,
                           "the case itself")
    yield from equal("the case", case.read_bytes() == EXAMPLE.read_bytes(), True)
    yield from expect(foi("export", case, "--to", "text", "--force", "-o", other), 0, err="")
    yield from equal("replaced", FIGURES[0] in other.read_text(encoding="utf-8"), True)


# ---- what never leaves ----

def guarded_case():
    """The example with a word in every place that is internal, and those words."""
    case = copy.deepcopy(CASE)
    inner, table = case["foi:case"], case["resources"][0]
    words = []

    def guard(what):
        words.append(f"KEEP{len(words)}{what}")
        return words[-1]

    table["data"][2][1] = "[c]"
    year = {"year": table["data"][2][0]}
    inner["withheld"] = [{"table": "mash-calls", "row": year, "field": "calls", "value": 98765432,
                          "by": "primary", "ground": "40(2)"}]
    words += ["98765432", "98,765,432"]
    inner["internal"] = {
        "notes": [{"table": "mash-calls", "row": year, "field": "calls", "text": guard("note")}],
        "fields": [{"table": "mash-calls", "after": "calls",
                    "field": {"name": guard("name"), "title": guard("title"), "type": "string"},
                    "data": []}],
        "imports": [{"table": "mash-calls", "file": guard("file")}]}
    inner["internal"]["fields"][0]["data"] = [["year", words[-3]], [year["year"], guard("cell")]]
    inner["accepted"] = [{"finding": "9E", "reason": guard("reason"), "by": guard("by")}]
    inner["events"] = [{"type": "chased", "date": "2024-11-01", "note": guard("event")}]
    inner["attachments"] = [{"name": "scan.pdf", "redactions": [{"place": guard("redaction")}]}]
    inner["questions"][2].update(
        owner=guard("owner"), asked=[{"service": guard("service"), "contact": guard("contact")}],
        approved={"by": guard("approver"), "date": "2024-11-01", "hash": guard("hash")})
    inner["x-unknown"] = guard("unknown")
    table["x-unknown"] = guard("unknowntable")
    inner["_rev"] = guard("rev")
    return case, words


def test_nothing_internal_leaves(folder):
    """No export holds what is internal: withheld values, columns left out, notes, names"""
    case, words = guarded_case()
    path = write_case(folder / "case.foi.json", case)
    for kind, more in (("text", []), ("html", []), ("pdf", []),
                       ("csv", ["--table", "mash-calls"]), ("svg", ["--table", "mash-calls"])):
        output = folder / f"made.{kind}"
        yield from expect(foi("export", path, "--to", kind, "-o", output, *more), 0, err="")
        made = output.read_bytes()
        shown = pdf_text(output) if kind == "pdf" else made.decode("utf-8")
        if "[c]" not in shown:
            yield f"the mark is not in the {kind}: nothing is proven"
        if kind == "pdf":
            made += pdf_source(output) + pdf_text(output).encode("utf-8")
        yield from (f"{word} is in the {kind}" for word in words if word.encode("utf-8") in made)
    yield from equal("the words are in the case",
                     [word for word in words if word not in path.read_text(encoding="utf-8")],
                     ["98,765,432"])


def test_markup_stays_text(folder):
    """Markup in a case is text in HTML, and formulas in CSV do not run"""
    case = copy.deepcopy(CASE)
    case["foi:case"]["questions"][0]["answer"] = "<script>alert(1)</script>\n\n<b onclick='x'>b</b>"
    case["resources"][0]["data"][1][3] = "=HYPERLINK(\"http://x\")"
    html = make(folder, case, "html")
    yield from (f"{word} is in the HTML" for word in ("<script", "<b onclick") if word in html)
    table = make(folder, case, "csv", "--table", "mash-calls")
    rows = list(csv.reader(io.StringIO(table, newline="")))
    yield from equal("the formula", rows[1][3], "'=HYPERLINK(\"http://x\")")
    path = folder / "formulas.foi.json"
    for count, more in ((1, None), (12, "2 more cells")):
        first = case["resources"][0]["data"][0]
        case["resources"][0]["data"] = [first] + [
            [f"20{row + 10}/{row + 11}", 9, 52, "=HYPERLINK()"] for row in range(count)]
        path.write_text(json.dumps(case), encoding="utf-8")
        told = foi("export", path, "--to", "csv", "--table", "mash-calls", "-o", folder / "f.csv",
                   "--force")
        yield from expect(told, 0, out="", err=f"{path}: row 1, “")
        yield from equal("the lines", told.err.count("\n"), min(count, 10) + (more is not None))
        yield from expect(told, 0, err=more or "begins like a formula")


if __name__ == "__main__":
    run_tests(sys.modules[__name__])
