#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks letters as PDF with programs from outside: test_pdf.py WRITE-LETTERS."""

import base64
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(os.environ["FOI_SOURCE_ROOT"]) / "tests/data"))
import tap  # noqa: E402

# Operators of a content stream that paint, for what is outside of every mark.
PAINTING = {"f", "f*", "F", "S", "s", "B", "B*", "b", "b*", "Tj", "TJ", "'", '"', "Do", "sh"}
TOKEN = re.compile(
    rb"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)|<<|>>|<[0-9A-Fa-f\s]*>|/[^\s/<>\[\](){}%]*"
    rb"|[\[\]]|[^\s/<>\[\](){}%]+", re.DOTALL)
FONTS = re.compile(r"^[A-Z]{6}\+(LiberationSans|DejaVuSans|NotoSans|NotoNaskhArabic)")


def run(*command):
    return subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, check=True,
                          timeout=60).stdout


class Pdf:
    """A PDF as qpdf describes it."""

    def __init__(self, path):
        self.path = path
        document = json.loads(run("qpdf", "--json=2", "--json-stream-data=inline",
                                  "--decode-level=generalized", path))
        self.header, self.objects = document["qpdf"]
        self.trailer = self.objects["trailer"]["value"]
        self.root = self.get(self.trailer["/Root"])
        self.pages = list(self.walk_pages(self.get(self.root["/Pages"])))

    def get(self, value):
        """What a reference leads to; anything else is itself."""
        if isinstance(value, str) and re.fullmatch(r"\d+ \d+ R", value):
            found = self.objects["obj:" + value]
            return found["value"] if "value" in found else found["stream"]["dict"]
        return value

    def data(self, reference):
        return base64.b64decode(self.objects["obj:" + reference]["stream"]["data"])

    def walk_pages(self, node):
        for kid in node["/Kids"]:
            page = self.get(kid)
            if page["/Type"] == "/Pages":
                yield from self.walk_pages(page)
            else:
                yield kid, page

    def elements(self, node=None, parents=()):
        """Every structure element with its ancestors' types, in reading order."""
        node = node or self.get(self.root["/StructTreeRoot"])
        for kid in self.kids(node):
            if isinstance(kid, dict) and "/S" in kid:
                yield kid, parents
                yield from self.elements(kid, parents + (kid["/S"],))

    def kids(self, node):
        kids = self.get(node.get("/K", []))
        return [self.get(kid) for kid in (kids if isinstance(kids, list) else [kids])]

    def annotations(self):
        for reference, page in self.pages:
            for annotation in self.get(page.get("/Annots", [])):
                yield reference, annotation, self.get(annotation)


def operations(content):
    """Each operator with the tokens before it."""
    operands = []
    for token in TOKEN.findall(content):
        word = token.decode("latin-1")
        if re.match(r"^[A-Za-z'\"]", word) and word not in ("true", "false", "null"):
            yield word, operands
            operands = []
        else:
            operands.append(word)


def check_catalog(pdf):
    root = pdf.root
    if root.get("/Lang") != "u:en-GB":
        yield f"/Lang is {root.get('/Lang')}"
    if not pdf.get(root.get("/MarkInfo", {})).get("/Marked"):
        yield "not marked as tagged"
    if not pdf.get(root.get("/ViewerPreferences", {})).get("/DisplayDocTitle"):
        yield "the title is not shown"
    xmp = pdf.data(root["/Metadata"]).decode("utf-8")
    for wanted in ("<pdfuaid:part>1</pdfuaid:part>", "Response to FOI1", "en-GB"):
        if wanted not in xmp:
            yield f"the metadata lack {wanted}"
    if pdf.header["pdfversion"] < "1.7":
        yield f"PDF {pdf.header['pdfversion']}"


def check_info(pdf):
    info = pdf.get(pdf.trailer["/Info"])
    expected = {"/Title": "u:Response to FOI1", "/Author": "u:Example Council",
                "/Creator": "u:FOI Desk", "/Producer": "u:FOI Desk"}
    if pdf.path.name != "undated.pdf":
        expected["/CreationDate"] = expected["/ModDate"] = "u:D:20241127000000Z"
    if info != expected:
        yield f"the information is {info}"
    if "/ID" not in pdf.trailer:
        yield "no /ID"
    whole = pdf.path.read_bytes() + json.dumps(pdf.objects).encode() + b"".join(
        pdf.data("%s" % name[4:]) for name, value in pdf.objects.items() if "stream" in value)
    for word in (b"cairo", b"pango", b"qpdf", b"/home/", b"/tmp/"):
        if word in whole.lower():
            yield f"the file says {word.decode()}"


def check_marks(pdf):
    """Everything painted is content with an element, or an artifact."""
    parents = {}
    nums = pdf.get(pdf.get(pdf.get(pdf.root["/StructTreeRoot"])["/ParentTree"])["/Nums"])
    for key, value in zip(nums[::2], nums[1::2]):
        parents[key] = pdf.get(value)
    for number, (_, page) in enumerate(pdf.pages, 1):
        marks, seen = [], []
        if page.get("/Tabs") != "/S":
            yield f"page {number}: /Tabs is {page.get('/Tabs')}"
        for operator, operands in operations(pdf.data(page["/Contents"])):
            if operator in ("BDC", "BMC"):
                marks.append(operands[0])
                if "/MCID" in operands:
                    seen.append(int(operands[operands.index("/MCID") + 1]))
                    if len(marks) > 1:
                        yield f"page {number}: a mark inside {marks[-2]}"
            elif operator == "EMC":
                marks.pop()
            elif operator in PAINTING and not marks:
                yield f"page {number}: {operator} outside of all marks"
        if marks:
            yield f"page {number}: unfinished {marks}"
        if sorted(seen) != list(range(len(parents.get(page["/StructParents"], [])))):
            yield f"page {number}: {seen} and the parent tree differ"


def check_structure(pdf):
    heading, ids = 0, []
    for element, parents in pdf.elements():
        kind = element["/S"][1:]
        within = [parent[1:] for parent in parents]
        if kind == "TH" and pdf.get(element.get("/A", {})).get("/Scope") not in ("/Row", "/Column"):
            yield "a heading of a table has no scope"
        if kind == "L" and pdf.get(element.get("/A", {})).get("/ListNumbering") not in (
                "/Decimal", "/Disc"):
            yield "a list does not say how it is numbered"
        if kind == "Figure":
            layout = pdf.get(element.get("/A", {}))
            if not element.get("/Alt", "")[2:] or len(layout.get("/BBox", [])) != 4:
                yield "a figure has no description or no box"
        if kind == "Note":
            ids.append(element.get("/ID"))
        if kind == "Link" and not any(isinstance(kid, dict) and kid.get("/Type") == "/OBJR"
                                      for kid in pdf.kids(element)):
            yield "a link without an annotation"
        for child, parent in (("TR", "Table"), ("TD", "TR"), ("TH", "TR"), ("LI", "L"),
                              ("Lbl", "LI"), ("LBody", "LI")):
            if kind == child and within[-1] != parent:
                yield f"{child} in {within[-1]}"
        if kind == "Table" and any(kid["/S"] not in ("/TR", "/Caption")
                                   for kid in pdf.kids(element)):
            yield "a table holds something else than rows and a caption"
        if re.fullmatch(r"H\d", kind) and pdf.path.name in ("council.pdf", "undated.pdf"):
            if int(kind[1]) > heading + 1:
                yield f"{kind} after H{heading}"
            heading = int(kind[1])
    names = pdf.get(pdf.get(pdf.get(pdf.root["/StructTreeRoot"]).get("/IDTree", {})).get(
        "/Names", []))
    if None in ids or len(set(ids)) != len(ids) or sorted(names[::2]) != sorted(ids):
        yield f"notes {ids}, in the tree {names[::2]}"
    if names[::2] != sorted(names[::2]):
        yield "the tree of names is not in order"


def check_links(pdf):
    for _, name, annotation in pdf.annotations():
        if annotation["/Subtype"] != "/Link":
            yield f"{name} is {annotation['/Subtype']}"
        if not annotation.get("/Contents", "")[2:]:
            yield f"{name} has no description"
        if "/StructParent" not in annotation:
            yield f"{name} is not in the structure"


def check_fonts(pdf):
    lines = run("pdffonts", pdf.path).decode().splitlines()[2:]
    for line in lines:
        name, embedded, subset, unicode_map = line.split()[0], *line.split()[-5:-2]
        if (embedded, subset, unicode_map) != ("yes", "yes", "yes"):
            yield f"{name}: embedded {embedded}, subset {subset}, to Unicode {unicode_map}"
        if not FONTS.match(name):
            yield f"{name} was not expected"
    for value in pdf.objects.values():
        font = value.get("value")
        if isinstance(font, dict) and font.get("/Subtype") == "/CIDFontType2" \
                and "/CIDToGIDMap" not in font:
            yield "a font has no map from characters to glyphs"


def check_council(pdf):
    """What is in the letter is in the structure, in order, whole words."""
    structure = run("pdfinfo", "-struct-text", "-enc", "UTF-8", pdf.path).decode()
    structure = structure.replace("\u00a0", " ")
    text = run("pdftotext", "-layout", "-enc", "UTF-8", pdf.path, "-").decode()
    order = ["Div", "Information Team", "Example Council", "27 November 2024", "H1",
             "Freedom of Information Act 2000 ", "Reference: FOI1", "H2", "Question 1",
             "BlockQuote", "How many calls were answered in each year?", "H3", "Question 1a", "L ",
             "LI", "Lbl", "•", "LBody", "Fluffy", "offices", "Table", "Caption",
             "Table 1: Calls answered", "TR", "TH", "Reporting year", "Year 1", "TD",
             "Reporting was not available for some weeks of the year", "Year 40", "Note",
             "[x] means that the figure is not available.", "Figure", "Caption",
             "Figure 1: Calls answered", "Question 2", "See our answer to ", "Link", "Question 1",
             "what is not there", "Write to ", "review@example.gov.uk",
             "publication scheme, whose name is so long that it goes on to a second line", "Yours faithfully",
             "Information Governance"]
    at = 0
    for wanted in order:
        found = structure.find(wanted, at)
        if found < 0:
            yield f"the structure lacks {wanted!r} after {structure[max(at - 60, 0):at]!r}"
        at = max(found + len(wanted), at)
    for unwanted in ("Page 2", "DRAFT"):
        if unwanted in structure:
            yield f"the structure says {unwanted}"
    if "Page 2 of 3" not in text or "DRAFT" in text:
        yield "the text of the pages is not what is printed"
    if "هذا جواب طلبكم" not in text:
        yield "Arabic is not read as it is written"
    read = [element["/ActualText"] for element, _ in pdf.elements() if "/ActualText" in element]
    if read != ["u:السلام عليكم، هذا جواب طلبكم."]:
        yield f"what is read is {read}"
    if not re.search(r"^ *Year 2 +409$", text, re.MULTILINE):
        yield "the table is not in columns"


def check_council_links(pdf):
    uris = sorted({annotation["/A"]["/URI"] for _, _, annotation in pdf.annotations()
                   if "/A" in annotation and "/URI" in annotation["/A"]})
    if uris != ["u:https://example.gov.uk/scheme?a=b&c='d'", "u:mailto:review@example.gov.uk"]:
        yield f"the links lead to {uris}"
    inside = [annotation["/Dest"] for _, _, annotation in pdf.annotations()
              if "/Dest" in annotation]
    if [pdf.get(destination)[0] for destination in inside] != [pdf.pages[0][0]]:
        yield f"the links inside lead to {inside}"
    long_link = [annotation for _, _, annotation in pdf.annotations()
                 if "scheme" in annotation.get("/Contents", "")]
    if [len(pdf.get(link["/QuadPoints"])) for link in long_link] != [16]:
        yield "the link over two lines is not on both"
    titles, entry = [], pdf.get(pdf.get(pdf.root["/Outlines"])["/First"])
    while entry:
        titles.append(entry["/Title"])
        titles += [">" for _ in range(1) if "/First" in entry]
        entry = pdf.get(entry.get("/Next"))
    if titles != ["u:Question 1", ">", "u:Question 2"]:
        yield f"the outline is {titles}"


def rules(write_letters, folder):
    again = folder / "again"
    again.mkdir()
    run(write_letters, folder)
    run(write_letters, again)
    pdfs = [Pdf(path) for path in sorted(folder.glob("*.pdf"))]
    council = next(pdf for pdf in pdfs if pdf.path.name == "council.pdf")

    yield "there are ten letters", [] if len(pdfs) == 10 else [f"{len(pdfs)}"]
    yield "qpdf finds nothing wrong", [
        f"{pdf.path.name}: {line}" for pdf in pdfs for line in tap.complaints(
            "qpdf", "--check", "--no-warn", pdf.path)]
    yield "a letter is the same bytes in every process", [
        pdf.path.name for pdf in pdfs
        if pdf.path.read_bytes() != (again / pdf.path.name).read_bytes()]
    for what, check in (("catalog says language, title and standard", check_catalog),
                        ("information names the authority and the program only", check_info),
                        ("strokes are content or artifacts", check_marks),
                        ("structure is sound", check_structure),
                        ("links are described", check_links),
                        ("fonts are embedded and the expected ones", check_fonts)):
        yield what, [f"{pdf.path.name}: {fault}" for pdf in pdfs for fault in check(pdf)]
    yield "a letter can be read in order, every word of it", list(check_council(council))
    yield "links and outline lead where they say", list(check_council_links(council))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        tap.report(rules(pathlib.Path(sys.argv[1]), pathlib.Path(temporary)))
