#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that go with a letter and may hold figures, while figures of the case are withheld."""

import copy
import shutil
import sys

import books
import documents
import pdfs
from cli import equal, expect, foi, run_tests
from test_pack import (CASE, archive, cells, entry_of, guarded, issued_with, pack, step_of, vouch,
                       withhold, write_case)


def drawn(words):
    """A text with a picture in it, and what makes the parts of one that count nothing."""
    return documents.docx(documents.paragraph(documents.run(words)),
                          parts={"word/media/image1.png": "\x89PNG"})


# A file beside a table that withholds, and what is said of it; None: it goes.
UNAUDITED = (
    ("a.csv", b"Quarter,MASH calls answered\r\nQ1,5000\r\nQ2,5023\r\n", "it is a list of values"),
    ("a.tsv", b"Quarter\tShare\nQ1\t49.9\n", "it is a list of values"),
    ("a.json", b'{"share": 0.14}', "it is a file of data"),
    ("a.xml", b"<share>14</share>", "it is a file of data"),
    ("a.html", b"<table><tr><td>14</td></tr></table>", "it is a web page"),
    ("a.eml", b"Subject: Figures\r\n\r\nA table\r\n", "it is an e-mail"),
    ("a.xlsx", books.xlsx(), "it is a spreadsheet"),
    ("b.bin", books.xlsx(), "it is a spreadsheet"),
    ("a.ods", books.ods(), "it is a spreadsheet"),
    ("a.zip", archive(b_zip=archive(a_csv="Q,Share\r\nQ1,14\r\n")), "it is an archive"),
    ("a.csv.gz", b"\x1f\x8b\x08\0", "it is an archive"),
    ("a.tar", b"a.csv" + bytes(507), "it is an archive"),
    ("a.pdf", pdfs.pdf(pdfs.words("Minutes", size=6)), "it is a PDF"),
    ("a.docx", documents.docx(cells(("Quarter", "Share"), ("First", "14"))), "it has a table in it"),
    ("b.docx", documents.docx(documents.paragraph(documents.run("Of these 14 were late."))),
     "it has numbers in it"),
    ("c.docx", drawn("Nothing is counted here."), "it has pictures or objects in it"),
    ("a.odt", documents.odt("<text:p>Some 14 were late.</text:p>"), "it has numbers in it"),
    ("a.txt", b"In all 14 per cent were late.\n", "it has numbers in it"),
    ("a.png", b"\x89PNG\r\n\x1a\n", "the program cannot read what is in it"),
    ("d.docx", documents.docx(documents.paragraph(documents.run("The panel met on 4 May 2024."))),
     None),
    ("b.odt", documents.odt("<text:p>Nothing is counted here.</text:p>"), None),
    ("b.txt", b"1. The panel met.\n\n2. It agreed section 12(2) applies.\n", None),
)


def test_unaudited(folder):
    """While figures are withheld, what may hold figures goes only when an officer said why it may"""
    (folder / "case.files").mkdir()
    for name, data, words in UNAUDITED:
        (folder / "case.files" / name).write_bytes(data)
        case = guarded()
        case["foi:case"]["attachments"] = [{"name": name}]
        outcome = pack(folder, case, "send")
        if words is None:
            yield from expect(outcome, 0, out="")
            shutil.rmtree(folder / "pack", ignore_errors=True)
            continue
        yield from expect(outcome, 2, out="", err=f"The attachment “{name}”: {words}")
        yield from expect(outcome, 2, err="was not held against the figures that are withheld")
        yield from equal(f"{name}: a pack", (folder / "pack").exists(), False)
        vouch(case, data)
        yield from expect(pack(folder, case, "send"), 0, out="")
        shutil.rmtree(folder / "pack", ignore_errors=True)


def test_for_whom(folder):
    """It is so of what is published as well, not of our own file; what is said of a file holds for
    it as it was; without withheld figures nobody is asked"""
    (folder / "case.files").mkdir()
    name, data, words = UNAUDITED[0]
    (folder / "case.files" / name).write_bytes(data)

    def packed(case, whom):
        shutil.rmtree(folder / "pack", ignore_errors=True)
        case["foi:case"]["attachments"] = [{"name": name}]
        return pack(folder, case, whom)

    case = guarded()
    for whom, status in (("publish", 2), ("send", 2), ("file", 0)):
        yield from expect(packed(case, whom), status, out="", err=words if status else None)
        yield from expect(packed(copy.deepcopy(CASE), whom), 0, out="")
    vouch(case, data)
    for whom in ("publish", "send"):
        yield from expect(packed(case, whom), 0, out="")
    (folder / "case.files" / name).write_bytes(data + b"Q3,5\r\n")
    for whom in ("publish", "send"):
        yield from expect(packed(case, whom), 2, out="", err=words)


def test_unaudited_is_no_way_out(folder):
    """An entry without a reason, or for another check, lets no file by; suppressed figures that came
    to us without their values count, and rounded ones"""
    (folder / "case.files").mkdir()
    data = b"Year,Share\r\n2019/20,14\r\n"
    (folder / "case.files/a.csv").write_bytes(data)
    path = f"$.foi:case.attachments[0]{step_of(data)}"
    for entry in ({"finding": "attachment-not-audited", "path": path, "reason": ""},
                  {"finding": "attachment-hides-content", "path": path, "reason": "It may go."},
                  {"finding": "attachment-not-audited", "path": "$.foi:case.attachments[0]",
                   "reason": "It may go."}):
        case = guarded()
        case["foi:case"]["attachments"] = [{"name": "a.csv"}]
        case["foi:case"]["accepted"] = [entry]
        yield from expect(pack(folder, case, "send"), 2, out="", err="it is a list of values")
    for shown, by in (("[c]", None), (5, "rounded")):
        case = copy.deepcopy(CASE)
        withhold(case, shown=shown)
        case["foi:case"]["attachments"] = [{"name": "a.csv"}]
        if by is None:
            del case["foi:case"]["withheld"]
        else:
            case["foi:case"]["withheld"][0]["by"] = by
        outcome = pack(folder, case, "send")
        if "it is a list of values" not in outcome.err and "worked out" not in outcome.err:
            yield f"{shown}: {outcome.err}"


def test_unaudited_as_issued(folder):
    """What was issued before and is no attachment any more stops as well, with the way out"""
    content = b"Year,Share\r\n2019/20,14\r\n"
    (folder / "case.files").mkdir()
    (folder / "case.files/a.csv").write_bytes(content)
    for now, words in (((), "is no attachment any more: add it again"),
                       ((entry_of("a.csv", content),), "say in the checks why")):
        case = issued_with({"a.csv": content})
        withhold(case)
        case["foi:case"]["attachments"] = list(now)
        for whom in ("send", "publish"):
            yield from expect(pack(folder, case, whom), 2, out="", err=words)
        vouch(case, content)
        yield from expect(pack(folder, case, "send"), 0 if now else 2, out="")


CHECKED = ("a.csv", "a.pdf", "d.docx")


def test_check_says_so(folder):
    """The checks say of each file what a pack would be stopped by, and so does who attaches one"""
    (folder / "case.files").mkdir()
    files = [entry for entry in UNAUDITED if entry[0] in CHECKED]
    case = guarded()
    path = write_case(folder, case)
    for name, data, words in files:
        (folder / name).write_bytes(data)
        outcome = foi("attach", path, folder / name, "--format", "json")
        yield from expect(outcome, 0 if words is None else 1)
        yield from equal(name, outcome.json()["not_audited"], words is not None)
    (folder / "again.csv").write_bytes(files[0][1])
    yield from expect(foi("attach", path, folder / "again.csv"), 1, out="was not held against")
    found = foi("check", path, "--format", "json", "--date", "2024-11-20").json()
    found = [f for f in found["files"][0]["findings"] if f["id"] == "attachment-not-audited"]
    yield from equal("found", [(f["severity"], f["path"]) for f in found],
                     [("error", "$.foi:case.attachments[0]"), ("error", "$.foi:case.attachments[1]"),
                      ("error", "$.foi:case.attachments[3]")])


if __name__ == "__main__":
    run_tests(sys.modules[__name__])
