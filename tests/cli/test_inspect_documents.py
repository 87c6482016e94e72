#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""`foi inspect` names everything hidden in a text, and nothing where nothing is hidden."""

import os
import subprocess
import sys
import time

import cli
from books import pack
from cli import equal, expect, foi, refusal, run_tests
from documents import TEXT, WORD, docx, odt, paragraph, run

PLAIN = paragraph(run("Words"))
AUTHOR = 'w:author="A. Officer" w:date="2024-11-01T09:00:00Z"'
STYLE = '<w:style w:type="%s" w:styleId="%s"><w:basedOn w:val="%s"/>%s</w:style>'
ODT_STYLE = '<style:style style:name="%s" style:family="text"><style:%s-properties %s/></style:style>'
SPAN = '<text:p>Seen <text:span text:style-name="%s">Words</text:span></text:p>'


def comments(*authors):
    return {"word/comments.xml": f"<w:comments {WORD}>" + "".join(
        f'<w:comment w:id="{n}" w:author="{author}">{paragraph(run("no"))}</w:comment>'
        for n, author in enumerate(authors)) + "</w:comments>"}


def shape(front, colour, line="000000", where="anchor"):
    behind = "" if where == "inline" else f' behindDoc="{0 if front else 1}"'
    return paragraph(f'<w:r><w:drawing><wp:{where}{behind}><wps:wsp><wps:spPr><a:solidFill>'
                     f'<a:srgbClr val="{colour}"/></a:solidFill><a:ln><a:solidFill><a:srgbClr '
                     f'val="{line}"/></a:solidFill></a:ln></wps:spPr></wps:wsp></wp:{where}>'
                     "</w:drawing></w:r>")


def cropped(edges):
    return paragraph(f"<w:r><w:drawing><wp:inline><a:srcRect {edges}/></wp:inline></w:drawing></w:r>")


def table(cell, words, style=""):
    return (f'<w:tbl><w:tblPr>{style}</w:tblPr><w:tr><w:tc><w:tcPr>{cell}</w:tcPr>'
            f'{paragraph(words)}</w:tc></w:tr></w:tbl>')


WHITE = '<w:color w:val="FFFFFF"/>'
DARK = '<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="1F3864"/></w:tcPr>'


def part(kind, *said):
    return f'<w:tblStylePr w:type="{kind}">{"".join(said)}</w:tblStylePr>'


def table_style(*said, name="T", parent=""):
    based = f'<w:basedOn w:val="{parent}"/>' if parent else ""
    return f'<w:style w:type="table" w:styleId="{name}">{based}{"".join(said)}</w:style>'


def grid(rows, look='<w:tblLook w:val="04A0"/>', style="T"):
    """Rows of cells; a cell is its words, or what it says of itself and them."""
    made = ""
    for row in rows:
        cells = [cell if isinstance(cell, tuple) else ("", cell) for cell in row]
        made += "<w:tr>" + "".join(f"<w:tc><w:tcPr>{own}</w:tcPr>{paragraph(words)}</w:tc>"
                                   for own, words in cells) + "</w:tr>"
    return (f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>{look}</w:tblPr>{made}</w:tbl>')


def unseen(*paragraphs):
    return [("invisible-text", "paragraph " + ", ".join(map(str, paragraphs)), len(paragraphs), "")]


W, B = run("a", WHITE), run("a")
ROWS = [[W, W], [W, W], [W, W]]
ALL = (1, 2, 3, 4, 5, 6)

# What the style of a table says, the table, and which of its paragraphs nobody sees.
TABLE_FOUND = {
    "nothing is painted": (table_style(), grid(ROWS), ALL),
    "borders are painted": (table_style("<w:tblPr><w:tblBorders/></w:tblPr>"), grid(ROWS), ALL),
    "the style is not there": ("", grid(ROWS), ()),
    "the whole is dark": (table_style(DARK), grid(ROWS), ()),
    "the whole is dark by its table": (table_style(f"<w:tblPr>{DARK[8:-9]}</w:tblPr>"), grid(ROWS), ()),
    "the first row is dark": (table_style(part("firstRow", DARK)), grid(ROWS), (3, 4, 5, 6)),
    "the first row is dark and not wanted": (table_style(part("firstRow", DARK)),
                                             grid(ROWS, '<w:tblLook w:val="0480"/>'), ALL),
    "wanted by name": (table_style(part("firstRow", DARK)),
                       grid(ROWS, '<w:tblLook w:val="0000" w:firstRow="1"/>'), (3, 4, 5, 6)),
    "not said what is wanted": (table_style(part("firstRow", DARK)), grid(ROWS, ""), ()),
    "the first column is dark": (table_style(part("firstCol", DARK)), grid(ROWS), (2, 4, 6)),
    "odd rows are dark": (table_style(part("band1Horz", DARK)), grid(ROWS), (1, 2, 5, 6)),
    "even rows are dark": (table_style(part("band2Horz", DARK)), grid(ROWS), (1, 2, 3, 4)),
    "bands of two rows": (table_style("<w:tblPr><w:tblStyleRowBandSize w:val=\"2\"/></w:tblPr>",
                                      part("band1Horz", DARK)), grid(ROWS), (1, 2)),
    "bands are not wanted": (table_style(part("band1Horz", DARK)),
                             grid(ROWS, '<w:tblLook w:val="06A0"/>'), ALL),
    "columns in bands": (table_style(part("band1Vert", DARK)),
                         grid(ROWS, '<w:tblLook w:val="0000"/>'), (2, 4, 6)),
    "a cell over two columns": (table_style(part("band2Vert", DARK)), grid(
        [[('<w:gridSpan w:val="2"/>', W), W, W]], '<w:tblLook w:val="0000"/>'), (1, 2)),
    "the last row may be any": (table_style(part("lastRow", DARK)),
                                grid(ROWS, '<w:tblLook w:val="0460"/>'), (1, 2)),
    "a corner": (table_style(part("nwCell", DARK)), grid(ROWS), (2, 3, 4, 5, 6)),
    "dark, and light where it begins": (table_style(
        DARK, part("firstRow", DARK.replace("1F3864", "FFFFFF"))), grid(ROWS), (1, 2)),
    "dark, and nothing where it begins": (table_style(
        DARK, part("firstRow", DARK.replace("1F3864", "auto"))), grid(ROWS), (1, 2)),
    "based on a dark one": (table_style(DARK, name="D") + table_style(parent="D"), grid(ROWS), ()),
    "a cell says that it is dark": (table_style(), grid([[(DARK[8:-9], W), W]]), (2,)),
    "a cell says that nothing is painted": (table_style(DARK), grid(
        [[(DARK[8:-9].replace("1F3864", "auto"), W), W]]), (1,)),
    "a cell of a full pattern": (table_style(), grid(
        [[('<w:shd w:val="solid" w:color="1F3864" w:fill="FFFFFF"/>', W), W]]), (2,)),
    "white by the style": (table_style(part("firstRow", f"<w:rPr>{WHITE}</w:rPr>")),
                           grid([[B, B], [B, B]]), (1, 2)),
    "white by the style, on dark": (table_style(part("firstRow", f"<w:rPr>{WHITE}</w:rPr>", DARK)),
                                    grid([[B, B], [B, B]]), ()),
    "white by the style, black by itself": (table_style(part("firstRow", f"<w:rPr>{WHITE}</w:rPr>")),
                                            grid([[run("a", '<w:color w:val="000000"/>'), B]]), (2,)),
    "a table in a dark cell": (table_style(part("firstRow", DARK)) + table_style(name="N"), grid(
        [[W, "</w:p>" + grid([[W]], style="N") + "<w:p>"]]), ()),
    "after the table": (table_style(DARK), grid(ROWS) + paragraph(W), (7,)),
}

# Each file, and all that is found in it: (kind, place, count, detail).
WORD_FOUND = {
    "nothing": (docx(), []),
    "author": (docx(parts={"docProps/core.xml": "<p><dc:creator>A. Officer</dc:creator></p>"}),
               [("document-property", "creator", 1, "A. Officer")]),
    "comments": (docx(PLAIN, paragraph(run("a"), '<w:r><w:commentReference w:id="0"/></w:r>'),
                      parts=comments("A. Officer", "B")),
                 [("comment", "paragraph 2; word/comments.xml", 2, "A. Officer, B")]),
    "changes": (docx(PLAIN, paragraph(f"<w:ins {AUTHOR}>{run('new')}</w:ins>"),
                     paragraph(f"<w:del {AUTHOR}><w:r><w:delText>old</w:delText></w:r></w:del>"),
                     paragraph(run("b", f"<w:b/><w:rPrChange {AUTHOR}><w:rPr><w:vanish/></w:rPr>"
                                        "</w:rPrChange>"))),
                [("tracked-change", "paragraph 2, 3, 4", 3, "A. Officer")]),
    "moved": (docx(paragraph(f"<w:moveFrom {AUTHOR}>{run('a')}</w:moveFrom>"),
                   paragraph(f"<w:moveTo {AUTHOR}>{run('a')}</w:moveTo>")),
              [("tracked-change", "paragraph 1, 2", 2, "A. Officer")]),
    "changes in a header": (docx(parts={"word/header1.xml": f"<w:hdr {WORD}>" + paragraph(
        f"<w:ins {AUTHOR}>{run('new')}</w:ins>") + "</w:hdr>"}),
                            [("tracked-change", "word/header1.xml", 1, "A. Officer")]),
    "many changes": (docx(*[paragraph(f"<w:ins {AUTHOR}>{run('new')}</w:ins>")] * 20),
                     [("tracked-change", "paragraph 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12…", 20,
                       "A. Officer")]),
    "hidden words": (docx(PLAIN, paragraph(run("a"), run("secret", "<w:vanish/>"))),
                     [("hidden-text", "paragraph 2", 1, "")]),
    "not hidden": (docx(paragraph(run("a", '<w:vanish w:val="0"/>'), run(" ", "<w:vanish/>"))), []),
    "hidden mark of a paragraph": (docx(paragraph(run("a"), properties="<w:rPr><w:vanish/></w:rPr>")),
                                   []),
    "hidden by a style": (docx(paragraph(run("a", '<w:rStyle w:val="C"/>')), styles=STYLE % (
        "character", "H", "", "<w:rPr><w:vanish/></w:rPr>") + STYLE % ("character", "C", "H", "")),
                          [("hidden-text", "paragraph 1", 1, "")]),
    "style that nothing has": (docx(styles=STYLE % ("character", "H", "",
                                                    "<w:rPr><w:vanish/></w:rPr>")), []),
    "white": (docx(paragraph(run("a", WHITE))), [("invisible-text", "paragraph 1", 1, "")]),
    "white by a style": (docx(paragraph(run("a"), properties='<w:pStyle w:val="P"/>'),
                              styles=STYLE % ("paragraph", "P", "", f"<w:rPr>{WHITE}</w:rPr>")),
                         [("invisible-text", "paragraph 1", 1, "")]),
    "white on dark": (docx(paragraph(run("a", f'{WHITE}<w:shd w:fill="1F3864"/>')),
                           paragraph(run("a", WHITE), properties='<w:shd w:fill="1F3864"/>'),
                           table('<w:shd w:fill="1F3864"/>', run("a", WHITE)),
                           table("", run("a", WHITE), '<w:tblStyle w:val="Grid5Dark"/>')), []),
    "white after a dark table": (docx(table('<w:shd w:fill="1F3864"/>', run("a", WHITE)),
                                      paragraph(run("a", WHITE))),
                                 [("invisible-text", "paragraph 2", 1, "")]),
    **{f"table: {name}": (docx(made, styles=style), unseen(*places) if places else [])
       for name, (style, made, places) in TABLE_FOUND.items()},
    "tiny": (docx(paragraph(run("a", '<w:sz w:val="2"/>'))),
             [("invisible-text", "paragraph 1", 1, "")]),
    "black pen": (docx(PLAIN, paragraph(run("Name", '<w:highlight w:val="black"/>'))),
                  [("covered-text", "paragraph 2", 1, "")]),
    "black on black": (docx(paragraph(run("Name", '<w:color w:val="000000"/><w:shd w:val="clear" '
                                                  'w:fill="000000"/>'))),
                       [("covered-text", "paragraph 1", 1, "")]),
    "white on a black pen": (docx(paragraph(run("a", f'{WHITE}<w:highlight w:val="black"/>'))), []),
    "yellow pen": (docx(paragraph(run("a", '<w:highlight w:val="yellow"/>'))), []),
    "black shape": (docx(shape(True, "000000")), [("covered-text", "paragraph 1", 1, "")]),
    "other shapes": (docx(shape(False, "000000"), shape(True, "FF0000"),
                          shape(True, "000000", where="inline")), []),
    "cropped": (docx(cropped('l="10000" t="0"'), cropped(""), cropped('l="0"')),
                [("cropped-picture", "paragraph 1", 1, "")]),
    "picture": (docx(parts={"word/media/image1.png": "x"}), []),
    "object": (docx(parts={"word/embeddings/Sheet1.xlsx": "x"}),
               [("embedded-object", "word/embeddings/Sheet1.xlsx", 1, "")]),
    "chart": (docx(parts={"word/charts/chart1.xml": "<c:chart><c:pt/><c:pt/></c:chart>"}),
              [("chart-cache", "word/charts/chart1.xml", 2, "")]),
    "template": (docx(parts={"word/_rels/settings.xml.rels":
                             '<Relationships><Relationship Type="x/attachedTemplate" Target="'
                             'file:///S:/Legal/Letter.dotm" TargetMode="External"/><Relationship '
                             'Type="x/hyperlink" Target="https://example.org" TargetMode="External"/>'
                             "</Relationships>"}),
                 [("external-link", "word/_rels/settings.xml.rels", 1,
                   "file:///S:/Legal/Letter.dotm")]),
    "macros": (docx(parts={"word/vbaProject.bin": "x"}), [("macro", "word/vbaProject.bin", 1, "")]),
    "data": (docx(parts={"customXml/item1.xml": "<a/>", "customXml/itemProps1.xml": "<a/>"}),
             [("custom-xml", "customXml/item1.xml", 1, "")]),
    "variables": (docx(parts={"word/settings.xml": f'<w:settings {WORD}><w:docVars><w:docVar '
                              'w:name="Case" w:val="1"/></w:docVars></w:settings>'}),
                  [("custom-xml", "word/settings.xml", 1, "Case")]),
    "mail merge": (docx(parts={"word/settings.xml": f"<w:settings {WORD}><w:mailMerge/>"
                               "</w:settings>"}), [("connection", "word/settings.xml", 1, "")]),
    "unknown part": (docx(parts={"word/odd.dat": "x"}), [("embedded-object", "word/odd.dat", 1, "")]),
    "thumbnail": (docx(parts={"docProps/thumbnail.jpeg": "x"}),
                  [("embedded-object", "docProps/thumbnail.jpeg", 1, "")]),
    # The words may be in a part of any name.
    "other name": (docx(paragraph(run("a", "<w:vanish/>")), name="word/words2.xml"),
                   [("hidden-text", "paragraph 1", 1, "")]),
    "comments by another name": (docx(
        parts={"word/remarks.xml": comments("A")["word/comments.xml"]},
        types='<Override PartName="/word/remarks.xml" ContentType="application/vnd.openxmlformats-'
              'officedocument.wordprocessingml.comments+xml"/>'),
                                 [("comment", "word/remarks.xml", 1, "A")]),
    "the same again for old programs": (docx(paragraph(
        "<mc:AlternateContent><mc:Choice>" + run("a", "<w:vanish/>") + "</mc:Choice><mc:Fallback>"
        + run("a", "<w:vanish/>") + "</mc:Fallback></mc:AlternateContent>")),
                                        [("hidden-text", "paragraph 1", 1, "")]),
}

NOTE = ("<office:annotation><dc:creator>A. Officer</dc:creator><dc:date>2024-11-01</dc:date>"
        "<text:p>no</text:p></office:annotation>")
CHANGES = ('<text:tracked-changes><text:changed-region xml:id="c1"><text:deletion>'
           "<office:change-info><dc:creator>A. Officer</dc:creator></office:change-info>"
           "<text:p>old</text:p></text:deletion></text:changed-region></text:tracked-changes>")

OPEN_FOUND = {
    "nothing": (odt(), []),
    "author": (odt(parts={"meta.xml": f"<office:meta {TEXT}><meta:initial-creator>A. Officer"
                          "</meta:initial-creator><dc:creator>B</dc:creator></office:meta>"}),
               [("document-property", "initial-creator", 1, "A. Officer"),
                ("document-property", "creator", 1, "B")]),
    "template": (odt(parts={"meta.xml": f'<office:meta {TEXT}><meta:template xlink:href="S:/t.ott"/>'
                            "</office:meta>"}), [("external-link", "meta.xml", 1, "S:/t.ott")]),
    "comment": (odt(f"<text:p>a</text:p><text:p>b{NOTE}</text:p>"),
                [("comment", "paragraph 2", 1, "A. Officer")]),
    "changes": (odt("<text:p>a</text:p><text:p>b<text:change text:change-id=\"c1\"/></text:p>",
                    before=CHANGES), [("tracked-change", "paragraph 2", 1, "A. Officer")]),
    "hidden words": (odt(SPAN % "h", styles=ODT_STYLE % ("h", "text", 'text:display="none"')),
                     [("hidden-text", "paragraph 1", 1, "")]),
    "hidden style that nothing has": (odt(styles=ODT_STYLE % ("h", "text", 'text:display="none"')), []),
    "hidden section": (odt('<text:section text:display="none"><text:p>a</text:p></text:section>'),
                       [("hidden-text", "paragraph 1", 1, "")]),
    "section": (odt('<text:section text:name="s"><text:p>a</text:p></text:section>'), []),
    "hidden field": (odt('<text:p>a<text:hidden-text text:string-value="b"/></text:p>'),
                     [("hidden-text", "paragraph 1", 1, "")]),
    "white": (odt(SPAN % "w", styles=ODT_STYLE % ("w", "text", 'fo:color="#ffffff"')),
              [("invisible-text", "paragraph 1", 1, "")]),
    "white on dark": (odt(
        '<table:table><table:table-row><table:table-cell table:style-name="d">' + SPAN % "w"
        + "</table:table-cell></table:table-row></table:table>",
        styles=ODT_STYLE % ("w", "text", 'fo:color="#ffffff"')
        + ODT_STYLE % ("d", "table-cell", 'fo:background-color="#112233"')), []),
    "black pen": (odt(SPAN % "b", styles=ODT_STYLE % ("b", "text", 'fo:background-color="#000000"')),
                  [("covered-text", "paragraph 1", 1, "")]),
    "black on black": (odt(SPAN % "b", styles=ODT_STYLE % (
        "b", "text", 'fo:color="#000000" fo:background-color="#000000"')),
                       [("covered-text", "paragraph 1", 1, "")]),
    "white on a black pen": (odt(SPAN % "b", styles=ODT_STYLE % (
        "b", "text", 'fo:color="#ffffff" fo:background-color="#000000"')), []),
    "cropped": (odt(styles='<style:style style:name="f" style:family="graphic">'
                    '<style:graphic-properties fo:clip="rect(0cm, 1.2cm, 0cm, 0cm)"/></style:style>'),
                [("cropped-picture", "content.xml", 1, "")]),
    "whole": (odt(styles='<style:style style:name="f" style:family="graphic">'
                  '<style:graphic-properties fo:clip="rect(0cm, 0cm, 0cm, 0cm)"/></style:style>'), []),
    "picture": (odt(parts={"Pictures/1.png": "x"}), []),
    "versions": (odt(parts={"Versions/Version1": "x", "VersionList.xml": "<a/>"}),
                 [("earlier-version", "Versions/Version1", 1, "")]),
    "macros": (odt(parts={"Basic/Standard/Module1.xml": "<a/>"}),
               [("macro", "Basic/Standard/Module1.xml", 1, "")]),
    "object": (odt(parts={"Object 1/content.xml": f"<office:document-content {TEXT}/>"}),
               [("embedded-object", "Object 1/content.xml", 1, "")]),
    "linked section": (odt('<text:section><text:section-source xlink:href="S:/a.odt"/>'
                           "<text:p>a</text:p></text:section>"),
                       [("external-link", "content.xml", 1, "S:/a.odt")]),
    "unknown part": (odt(parts={"notes.bin": "x"}), [("embedded-object", "notes.bin", 1, "")]),
    "without its type": (odt(SPAN % "h", styles=ODT_STYLE % ("h", "text", 'text:display="none"'),
                             parts={"mimetype": ""}), [("hidden-text", "paragraph 1", 1, "")]),
}


def compare(folder, found, format_):
    path = folder / "text"
    for name, (content, wanted) in found.items():
        path.write_bytes(content)
        outcome = foi("inspect", path, "--format", "json")
        yield from (f"{name}: {line}" for line in expect(outcome, 1 if wanted else 0, err=""))
        if outcome.status > 1:
            continue
        result = outcome.json()
        yield from equal(name, [(f["kind"], f["place"], f["count"], f["detail"])
                                for f in result["findings"]], wanted)
        yield from equal(f"{name}: format", result["format"], format_)


def test_word(folder):
    """Of DOCX files each kind is found where it is, and nothing where there is nothing"""
    return compare(folder, WORD_FOUND, "docx")


def test_open(folder):
    """Of ODT files as well"""
    return compare(folder, OPEN_FOUND, "odt")


def test_text(folder):
    """The text names what is hidden and says no word of it"""
    path = folder / "letter.docx"
    path.write_bytes(docx(paragraph(run("Secret Name", '<w:highlight w:val="black"/>')),
                          parts={"docProps/core.xml": "<p><dc:creator>Some Body</dc:creator></p>"}))
    outcome = foi("inspect", path)
    yield from expect(outcome, 1, out="text under something drawn over it: paragraph 1: 1\n", err="")
    yield from (f"{word} is told" for word in ("Secret", "Some Body") if word in outcome.out)


SLOWNESS = int(os.environ.get("FOI_TEST_SLOWNESS", "1"))


def test_hostile(folder):
    """What would fill a memory, or is damaged, is refused at once and with a reason"""
    deep = "<w:x>" * 5000 + "</w:x>" * 5000
    for name, content, said in (
            ("spaces", docx(paragraph(run(" " * (32 << 20)))), "fill"),
            ("paragraphs", docx("<w:p/>" * (2 << 20)), "fill"),
            ("deep", docx(deep), "nested"),
            ("entities", docx(parts={"word/header1.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x/>'}),
             "document type"),
            ("broken", docx(parts={"word/header1.xml": "<w:hdr>"}), "damaged"),
            ("cut", docx()[:-40], "damaged"),
            ("odt deep", odt("<text:span>" * 5000 + "</text:span>" * 5000), "nested"),
            ("odt password", odt(parts={"META-INF/manifest.xml": "<m:f><m:encryption-data/></m:f>"}),
             "password"),
            ("slides", pack({"mimetype": "application/vnd.oasis.opendocument.presentation",
                             "content.xml": f"<office:document-content {TEXT}><office:body>"
                             "<office:presentation/></office:body></office:document-content>"}),
             "another kind"),
            ("styles in a ring", docx(styles=STYLE % ("character", "A", "B", "")
                                      + STYLE % ("character", "B", "A", "")), None)):
        path = folder / "text"
        path.write_bytes(content)
        start = time.monotonic()
        done = subprocess.run([cli.COMMAND, "inspect", path], capture_output=True, timeout=60,
                              check=False)
        took = time.monotonic() - start
        if said is None:
            yield from equal(name, done.returncode, 0)
        elif done.returncode != 2 or said not in done.stderr.decode() or done.stdout:
            yield f"{name}: exit {done.returncode}: {done.stderr.decode()!r}"
        if took > SLOWNESS:
            yield f"{name}: {took:.2f} s"


def test_usage(folder):
    """A file that is not there, and standard input"""
    yield from refusal(foi("inspect", folder / "none.odt"), str(folder / "none.odt"), "")
    yield from expect(foi("inspect", "-", stdin=odt()), 0, out="nothing is hidden", err="")


if __name__ == "__main__":
    run_tests(sys.modules[__name__])
