#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test_pdf_reading.py WRITER READER — we read in a PDF what poppler reads in it.

The last look at what leaves the building relies on that: what our reader does not see, it cannot
find.
"""

import collections
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

ROOT = pathlib.Path(os.environ.get("FOI_SOURCE_ROOT", pathlib.Path(__file__).parents[2]))
sys.path.insert(0, str(ROOT / "tests/data"))

sys.path.insert(0, str(ROOT / "tests/cli"))

import pdfs  # noqa: E402, pylint: disable=wrong-import-position
import tap  # noqa: E402, pylint: disable=wrong-import-position

PAGE, ROW, ABOUT = "1", "2", "4"


def run(*words):
    return subprocess.run([str(word) for word in words], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, check=False, timeout=60)


def words(text):
    """Its words, however they stand: what letters and digits are in it, in runs."""
    text = unicodedata.normalize("NFKC", text)
    return collections.Counter(re.findall(r"[0-9][0-9,.]*[0-9]|[^\W_]+", text))


def read(reader, pdf):
    """The pieces that we read: (kind, number, cells)."""
    done = run(reader, pdf)
    lines = done.stdout.decode("utf-8").split("\n")[:-1]
    return done.returncode, [line.split("\t") for line in lines]


def same_words(reader, pdf):
    status, pieces = read(reader, pdf)
    ours = collections.Counter()
    for kind, _number, *cells in pieces:
        if kind in (PAGE, ROW):
            ours += words(" ".join(cells))
    theirs = words(run("pdftotext", "-raw", pdf, "-").stdout.decode("utf-8"))
    if status != 0:
        yield f"{pdf.name}: exit {status}"
    for word, times in theirs.items():
        if ours[word] < times and not broken(word, ours):
            yield f"{pdf.name}: {word!r} is {times} times there, we see it {ours[word]} times"


def broken(word, ours):
    """Whether a word that poppler joins, or parts, is there in pieces or as a piece."""
    return any(word in other or other in word for other in ours if len(other) > 1) \
        and not word.isdigit()


def facts(reader, pdf):
    """The council's letter by hand: its table is read by rows and columns."""
    _status, pieces = read(reader, pdf)
    rows = [cells for kind, _number, *cells in pieces if kind == ROW]
    headings = [cells for kind, number, *cells in pieces if kind == ROW and number == "0"]
    if not headings:
        yield "no headings are seen"
    for row in (["Year 2", "409", ""], ["Reporting year", "Calls answered", "Comment"]):
        if row not in rows:
            yield f"{row} is not among the rows {rows[:5]}"
    for title in ("Response to FOI1", "FOI Desk"):
        if not any(kind == ABOUT and title in " ".join(cells) for kind, _number, *cells in pieces):
            yield f"{title!r} is not among what the file says of itself"


def refusals(reader, folder):
    """What is no PDF is said to be none."""
    for name, data in (("empty", b""), ("text", b"Dear all"), ("cut", b"%PDF-1.7\n1 0 obj\n<<")):
        path = folder / name
        path.write_bytes(data)
        done = run(reader, path)
        if done.returncode != 2 or not done.stderr:
            yield f"{name}: exit {done.returncode}"


def nested(depth):
    """A page with words in a form in a form…, so many deep."""
    forms = [(f"<< /Type /XObject /Subtype /Form /BBox [0 0 300 400] /Resources << /Font << "
              f"/F 3 0 R >> /XObject << /A {11 + n} 0 R >> >> >>", "/A Do") for n in range(depth)]
    last = ("<< /Type /XObject /Subtype /Form /BBox [0 0 300 400] /Resources << /Font << /F 3 0 R >>"
            " >> >>", pdfs.words("Quarry Lane"))
    return pdfs.pdf("/A Do", objects=[*forms, last], resources="/XObject << /A 10 0 R >>")


def incomplete(reader, folder):
    """Whoever asks is told where not all could be read, and that soon."""
    lists = [(f"<< /Type /Pages /Kids [{n} 0 R {n} 0 R] /Count 1 >>", None) for n in range(3, 43)]
    lattice = pdfs.write([("<< /Type /Catalog /Pages 2 0 R >>", None), *lists,
                          ("<< /Type /Pages /Kids [] /Count 0 >>", None)])
    for name, data, status in (("nested", nested(5), 0), ("deep", nested(40), 1),
                               ("lattice", lattice, 1)):
        path = folder / name
        path.write_bytes(data)
        done = run(reader, path)
        if done.returncode != status or (status == 0) != (b"Quarry Lane" in done.stdout):
            yield f"{name}: exit {done.returncode}: {done.stdout!r}"


def main():
    writer, reader = sys.argv[1:]
    results = []
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        run(writer, folder)
        for pdf in sorted(folder.glob("*.pdf")):
            results.append((f"the words of {pdf.name} are all seen", list(same_words(reader, pdf))))
        results.append(("the council's table is seen by rows", list(facts(reader,
                                                                          folder / "council.pdf"))))
        results.append(("what is not read is told", list(incomplete(reader, folder))))
        results.append(("what is no PDF is refused", list(refusals(reader, folder))))
    tap.report(results)


main()
