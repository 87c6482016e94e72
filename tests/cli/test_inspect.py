#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""`foi inspect` names everything hidden in a workbook, and nothing where nothing is hidden."""

import io
import os
import resource
import subprocess
import sys
import zipfile

import books
import cli
from books import MAIN, ODS_NAMES, ODS_PLAIN, number_cell, ods, sheet, text_cell, xlsx
from cli import EXAMPLE, equal, expect, foi, refusal, run_tests

ROW = '<row r="%d" %s><c r="A%d"><v>%d</v></c></row>'


def rows(*attributes):
    return "".join(ROW % (n, more, n, n) for n, more in enumerate(attributes, 1))


def one(xml, **more):
    return xlsx([("Calls", None, xml)], **more)


def part(name, content="<x/>"):
    return xlsx(parts={name: content})


def core(element, text):
    return part("docProps/core.xml",
                f"<cp:coreProperties><dc:{element}>{text}</dc:{element}></cp:coreProperties>")


def styled(fonts="", fills="", cells="", conditions="", rows="", after="", **parts):
    """A sheet whose cells have styles: the numbers behind those that every such file begins with."""
    styles = (f"<styleSheet {MAIN}><fonts><font/>{fonts}</fonts>"
              '<fills><fill><patternFill patternType="none"/></fill>'
              f'<fill><patternFill patternType="gray125"/></fill>{fills}</fills>'
              f"<cellXfs><xf/>{cells}</cellXfs><dxfs>{conditions}</dxfs></styleSheet>")
    rows = rows or '<row r="1"><c r="A1" s="1"><v>4</v></c></row>'
    return one(sheet(rows, after=after), parts={"xl/styles.xml": styles, **parts})


def coloured(font, fill):
    """A cell with text of one colour on another, both as attributes."""
    return styled(f"<font><color {font}/></font>",
                  f'<fill><patternFill patternType="solid"><fgColor {fill}/></patternFill></fill>',
                  '<xf fontId="1" fillId="2"/>')


def condition(font, fill="", more="", rule='type="cellIs" dxfId="0"', inside=""):
    """Cells A1 to B3 under a condition that may change their colours."""
    background = f'<fill><patternFill><bgColor {fill}/></patternFill></fill>' if fill else ""
    return styled(conditions=f"<dxf><font><color {font}/></font>{more}{background}"
                             '<border><left><color rgb="FFFFFFFF"/></left></border></dxf>',
                  after='<conditionalFormatting sqref="A1:B3"><cfRule %s>%s</cfRule>'
                        "</conditionalFormatting>" % (rule, inside))


def newer(change, inside=""):
    """A condition of the newer kind for A1 to B3, with what it changes."""
    change = f"<x14:dxf>{change}</x14:dxf>" if change else ""
    return styled(after='<extLst><ext uri="{78C0D931-6437-407D-A8EE-F0AAD7539E65}"><x14:conditionalFormattings><x14:conditionalFormatting>'
                        f'<x14:cfRule type="cellIs"><xm:f>1</xm:f>{inside}{change}</x14:cfRule>'
                        "<xm:sqref>A1:B3</xm:sqref></x14:conditionalFormatting>"
                        "</x14:conditionalFormattings></ext></extLst>")


def palette(number, colour, font):
    """A cell with text of a colour by number, which means another one in this workbook."""
    book = zipfile.ZipFile(io.BytesIO(coloured(font, 'indexed="65"')))
    content = {name: book.read(name).decode() for name in book.namelist()}
    colours = "".join('<rgbColor rgb="%s"/>' % (colour if n == number else "00808080")
                      for n in range(56))
    content["xl/styles.xml"] = content["xl/styles.xml"].replace(
        "</styleSheet>", f"<colors><indexedColors>{colours}</indexedColors></colors></styleSheet>")
    return books.pack(content)


def ods_one(cells, styles="", **more):
    return ods(f"<table:table-row>{cells}</table:table-row>", styles=styles, **more)


def related(kind, target="odd.bin", owner="xl/_rels/workbook.xml.rels", mode="", **parts):
    """A workbook one part of which leads to another for some reason."""
    entry = ('<Relationship Id="q" Type="http://example.org/relationships/%s" Target="%s" %s/>'
             % (kind, target, mode))
    archive = zipfile.ZipFile(io.BytesIO(xlsx()))
    content = {name: archive.read(name).decode() for name in archive.namelist()}
    there = content.get(owner, f"<Relationships {books.RELATIONS}></Relationships>")
    content[owner] = there.replace("</Relationships>", entry + "</Relationships>")
    return books.pack({**content, **parts})


def page(text, which="oddHeader"):
    return one(sheet(rows(""), after=f"<headerFooter><{which}>{text}</{which}></headerFooter>"))


def ods_page(text, more=""):
    return ods(parts={"styles.xml": f"<office:document-styles {ODS_NAMES}><office:master-styles>"
                      f"<style:master-page><style:header {more}>{text}</style:header>"
                      "</style:master-page></office:master-styles></office:document-styles>"})


def strings(*texts, sheet=books.PLAIN):
    """A workbook whose cells share these texts; of the usual sheet they have the first."""
    return xlsx([("Calls", None, sheet)], parts={
        "xl/sharedStrings.xml": f"<sst {MAIN}>{''.join(f'<si>{text}</si>' for text in texts)}</sst>"})


def formatted(code, *cells):
    """Numbers, and texts, in a row of cells of one format."""
    row = "".join('<c r="%s1" s="1" %s>%s</c>' % (
        "ABCDEFGH"[n], "" if isinstance(cell, (int, float)) else 't="inlineStr"',
        f"<v>{cell}</v>" if isinstance(cell, (int, float)) else f"<is><t>{cell}</t></is>")
        for n, cell in enumerate(cells))
    styles = (f'<styleSheet {MAIN}><numFmts><numFmt numFmtId="164" formatCode="{escape(code)}"/>'
              '</numFmts><cellXfs><xf/><xf numFmtId="164"/></cellXfs></styleSheet>')
    return one(sheet(f'<row r="1">{row}</row>'), parts={"xl/styles.xml": styles})


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def ods_zoom(zoom):
    return ods(parts={"settings.xml": f"<config:config-item-set {ODS_NAMES}>"
                      '<config:config-item-map-entry config:name="Calls"><config:config-item '
                      f'config:name="ZoomValue">{zoom}</config:config-item>'
                      "</config:config-item-map-entry></config:config-item-set>"})


def far_cell(place):
    return '<row r="%s"><c r="%s"><v>4</v></c></row>' % (place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
                                                         place)


def anchored(what, first=(0, 0), last=(3, 4), offset=0, kind="twoCellAnchor"):
    """The usual sheet, with something that is anchored in cells drawn over it."""
    corner = ("<xdr:%s><xdr:col>%d</xdr:col><xdr:colOff>%d</xdr:colOff><xdr:row>%d</xdr:row>"
              "<xdr:rowOff>0</xdr:rowOff></xdr:%s>")
    end = (corner % ("to", last[0], 5, last[1], "to") if kind == "twoCellAnchor"
           else '<xdr:ext cx="%d" cy="%d"/>' % last)
    begin = corner % ("from", first[0], offset, first[1], "from")
    return related("drawing", "../drawings/drawing1.xml", SHEET_RELATIONS, **{
        "xl/drawings/drawing1.xml": f"<xdr:wsDr><xdr:{kind}>{begin}{end}{what}</xdr:{kind}></xdr:wsDr>"})


def shape(properties, more=""):
    return (f'<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2"/></xdr:nvSpPr><xdr:spPr>{properties}</xdr:spPr>'
            f"{more}</xdr:sp>")


def ods_drawn(what, more='table:end-cell-address="Calls.C3"'):
    """Cells under something that is anchored in the first of them."""
    cell = text_cell("a").replace("<text:p>", what % more + "<text:p>")
    return ods(f"<table:table-row>{cell}{text_cell('b')}{text_cell('c')}</table:table-row>"
               f"<table:table-row>{text_cell('d')}</table:table-row>",
               styles='<style:style style:name="n" style:family="graphic">'
                      '<style:graphic-properties draw:fill="none"/></style:style>')


UNDER = [("invisible-text", "Calls!A1:B2", 4, "under a picture or shape")]
OTHER = [("invisible-format", "Calls!A1", 1, "something else is shown")]
TINY = [("invisible-text", "Calls!A1", 1, "too small to be read")]
THEME = ('<a:theme><a:clrScheme><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
         '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="112233"/>'
         "</a:dk2></a:clrScheme></a:theme>")
SHEET_RELATIONS = "xl/worksheets/_rels/sheet0.xml.rels"
ITS_COMMENTS = {"xl/comments1.xml": "<c><comment/></c>"}
STYLE = '<style:style style:name="%s">%s</style:style>'
FILTER = '<autoFilter ref="A1:A9">%s</autoFilter>'

# Each file, and all that is found in it: (kind, place, count, what the detail holds).
WORDS = [("formula", "Calls!B1", 1, "words that no cell shows")]
ODS_LIST = [("data-validation", "content.xml", 1, "")]


def text(words):
    return f'<c r="C1" t="inlineStr"><is><t>{words}</t></is></c>'


def formulas(formula, shown="", more="", beside=""):
    """A sheet with 4 in A1, a formula in B1 that shows so much, and another cell."""
    return one(sheet(f'<row r="1"><c r="A1"><v>4</v></c><c r="B1" t="str"><f {more}>{formula}</f>'
                     f"<v>{shown}</v></c>{beside}</row>"))


def ods_formula(formula, shown="", beside=""):
    return ods("<table:table-row>" + text_cell(shown, f'table:formula="{formula}"') + beside
               + "</table:table-row>")


def ods_messages(messages):
    return ods(before='<table:content-validations><table:content-validation table:name="v">'
                      f"{messages}</table:content-validation></table:content-validations>")


FOUND = {
    "sheet": (xlsx([("Calls", None, books.PLAIN), ("Staff", "hidden", books.PLAIN)]),
              [("hidden-sheet", "Staff", 1, "")]),
    "very hidden": (xlsx([("Calls", None, books.PLAIN), ("Staff", "veryHidden", books.PLAIN)]),
                    [("very-hidden-sheet", "Staff", 1, "")]),
    "rows": (one(sheet(rows("", 'hidden="1"', 'hidden="true"', 'hidden="0"'))),
             [("hidden-row", "Calls!2:3", 2, "")]),
    "columns": (one(sheet(rows(""), '<cols><col min="2" max="3" hidden="1" width="9"/></cols>')),
                [("hidden-column", "Calls!B:C", 2, "")]),
    "filter": (one(sheet(rows("", 'hidden="1"'), after=FILTER % '<filterColumn colId="0"/>')),
               [("filtered-row", "Calls!2:2", 1, "")]),
    "filter that hides nothing": (one(sheet(rows("", ""), after=FILTER % "")), []),
    "hidden beside a filter": (one(sheet(rows("", 'hidden="1"'), after=FILTER % "")),
                               [("hidden-row", "Calls!2:2", 1, "")]),
    "height": (one(sheet(rows("", 'ht="0" customHeight="1"', 'ht="15"'))),
               [("zero-size", "Calls!2:2", 1, "")]),
    "width": (one(sheet(rows(""), '<cols><col min="4" max="4" width="0" customWidth="1"/></cols>')),
              [("zero-size", "Calls!D:D", 1, "")]),
    "group": (one(sheet(rows("", 'outlineLevel="1" hidden="1"', 'collapsed="1"'))),
              [("collapsed-group", "Calls!2:2", 1, "")]),
    "open group": (one(sheet(rows("", 'outlineLevel="1"'))), []),
    "pivot": (part("xl/pivotCache/pivotCacheRecords1.xml",
                   "<pivotCacheRecords><r><x v=\"0\"/></r><r/><r/></pivotCacheRecords>"),
              [("pivot-cache", "xl/pivotCache/pivotCacheRecords1.xml", 3, "")]),
    "link": (part("xl/externalLinks/externalLink1.xml",
                  '<externalLink><externalBook><sheetNames><sheetName val="Pay"/></sheetNames>'
                  "<sheetDataSet><sheetData><row><cell><v>1</v></cell><cell><v>2</v></cell></row>"
                  "</sheetData></sheetDataSet></externalBook></externalLink>"),
             [("external-link", "xl/externalLinks/externalLink1.xml", 2, "Pay")]),
    "name": (xlsx(names='<definedName name="Rates">Calls!$Z$90:$Z$99</definedName>'
                        '<definedName name="Seen">Calls!$A$1:$B$2</definedName>'
                        '<definedName name="_xlnm.Print_Area">Calls!$A$1:$Z$9</definedName>'),
             [("defined-name", "Rates", 1, "")]),
    "hidden name": (xlsx(names='<definedName name="K" hidden="1">Calls!$A$1</definedName>'),
                    [("defined-name", "K", 1, "")]),
    "comment": (part("xl/comments1.xml", "<comments><authors><author>A. Officer</author></authors>"
                     '<commentList><comment ref="A1"/><comment ref="A2"/></commentList></comments>'),
                [("comment", "xl/comments1.xml", 2, "A. Officer")]),
    "thread": (part("xl/threadedComments/threadedComment1.xml",
                    "<ThreadedComments><threadedComment/></ThreadedComments>"),
               [("comment", "xl/threadedComments/threadedComment1.xml", 1, "")]),
    "author": (core("creator", "A. Officer"), [("document-property", "creator", 1, "A. Officer")]),
    "no author": (core("creator", ""), []),
    "company": (part("docProps/app.xml", "<Properties><Company>A Council</Company></Properties>"),
                [("document-property", "Company", 1, "A Council")]),
    "custom property": (part("docProps/custom.xml",
                             '<Properties><property name="Case"/></Properties>'),
                        [("document-property", "docProps/custom.xml", 1, "Case")]),
    "object": (part("xl/embeddings/oleObject1.bin"),
               [("embedded-object", "xl/embeddings/oleObject1.bin", 1, "")]),
    "picture": (part("xl/media/image1.png"),
                [("embedded-object", "xl/media/image1.png", 1, "")]),
    "chart": (part("xl/charts/chart1.xml", "<c:chartSpace><c:numCache><c:pt/><c:pt/></c:numCache>"
                   "</c:chartSpace>"), [("chart-cache", "xl/charts/chart1.xml", 2, "")]),
    "chart without": (part("xl/charts/chart1.xml", "<c:chartSpace/>"), []),
    "macro": (part("xl/vbaProject.bin"), [("macro", "xl/vbaProject.bin", 1, "")]),
    "connection": (part("xl/connections.xml",
                        '<connections><connection id="1" name="HR"/></connections>'),
                   [("connection", "xl/connections.xml", 1, "HR")]),
    "model": (part("xl/model/item.data"), [("data-model", "xl/model/item.data", 1, "")]),
    "query": (part("customXml/item1.xml", "<DataMashup>AAAA</DataMashup>"),
              [("data-model", "customXml/item1.xml", 1, "DataMashup")]),
    "custom XML": (part("customXml/item1.xml", "<ct:schema/>"),
                   [("custom-xml", "customXml/item1.xml", 1, "schema")]),
    "custom XML properties": (part("customXml/itemProps1.xml"), []),
    "formula": (one(sheet('<row r="1"><c r="A1"><f>Staff!A1*2</f><v>4</v></c>'
                          '<c r="B1" t="str"><f>"a!"&amp;A1</f><v>a!4</v></c>'
                          '<c r="C1"><f>[1]Pay!B2</f><v>5</v></c></row>')),
                [("formula", "Calls!A1:C1", 2, "")]),
    "shared formula": (one(sheet('<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:A2">S!A1</f>'
                                 '<v>4</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/>'
                                 "<v>4</v></c></row>")), [("formula", "Calls!A1:A2", 2, "")]),
    # Words that stand in a formula and in no cell, and messages that come up when a cell is chosen.
    "words in a formula": (formulas('IF(A1&gt;3,"John Smith","")'), WORDS),
    "words in a shared formula": (formulas('IF(A1&gt;3,"John Smith","")', "",
                                           't="shared" si="0" ref="B1:B2"'), WORDS),
    "words of two ends": (formulas('"J. "&amp;"Bloggs ""Joe"""&amp;A1', "J. 4"), WORDS),
    "words after a sheet's name": (formulas("""IF('It''s "x"'!A1&gt;3,"John",0)"""), [
        ("formula", "Calls!B1", 1, ""), *WORDS]),
    "words in a sheet's name": (formulas("""'The "Annex"'!A1*2""", "8"), [
        ("formula", "Calls!B1", 1, "")]),
    "words that its cell shows": (formulas('A1&amp;" calls"', "4 calls"), []),
    "words that another cell shows": (formulas('IF(A1&gt;3,"late","on time")', "late", "",
                                               text("on time")), []),
    "words that a text of the sheet shows": (formulas('COUNTIF(A:A,"calls")', "1", "",
                                                      '<c r="C1" t="s"><v>0</v></c>'), []),
    "words of another formula": (formulas('IF(A1&gt;3,"late","")', "", "", '<c r="C1" t="str"><f>A1'
                                          "</f><v>Late </v></c>"), []),
    "no words": (formulas('IF(A1="","n/a",COUNTIF(A:A,"&gt;=3")&amp;", "&amp;"Total")'), []),
    "how numbers are shown": (formulas('TEXT(A1,"[Red]dd mmmm yyyy")&amp;TEXT(A1,"#,##0.0%")'), []),
    "words as a number's format": (formulas('TEXT("Smith","0")'), WORDS),
    "units": (formulas('CONVERT(A1,"mi","km")+DATEDIF(A1,A2,"md")'), []),
    "a number in quotes": (formulas('IF(A1&gt;9,"*","37")'), WORDS),
    "words in a condition": (one(sheet(rows(""), after=(
        '<conditionalFormatting sqref="A1:A9 C1"><cfRule type="expression"><formula>A1="John Smith"'
        "</formula></cfRule></conditionalFormatting>"))),
        [("formula", "Calls!A1:A9", 1, "words that no cell shows")]),
    "condition without words": (one(sheet(rows(""), after=(
        '<conditionalFormatting sqref="A1:A9"><cfRule type="expression"><formula>A1=""</formula>'
        "</cfRule></conditionalFormatting>"))), []),
    "words in what may be typed": (one(sheet(rows(""), after=(
        '<dataValidations><dataValidation type="custom" sqref="A2"><formula1>A2&lt;&gt;"J. Bloggs"'
        "</formula1></dataValidation></dataValidations>"))),
        [("formula", "Calls!A2", 1, "words that no cell shows")]),
    "message": (one(sheet(rows(""), after=(
        '<dataValidations><dataValidation type="whole" sqref="A1:A9 C3" prompt="Ask J. Bloggs"/>'
        '<dataValidation type="whole" sqref="B1" errorTitle=" "/></dataValidations>'))),
        [("data-validation", "Calls!A1:C9", 2, "messages of cells")]),
    "message of a list": (one(sheet(rows(""), after=(
        '<dataValidations><dataValidation type="list" sqref="A1" error="Not J. Bloggs">'
        '<formula1>"Bloggs,Smith"</formula1></dataValidation></dataValidations>'))),
        [("data-validation", "Calls!A1", 1, ""),
         ("data-validation", "Calls!A1", 1, "messages of cells")]),
    "newer message": (one(sheet(rows(""), after=(
        '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations>'
        '<x14:dataValidation type="custom" promptTitle="J. Bloggs"><x14:formula1><xm:f>B2="Smith"'
        "</xm:f></x14:formula1><xm:sqref>B2:B7</xm:sqref></x14:dataValidation>"
        "</x14:dataValidations></ext></extLst>"))),
        [("data-validation", "Calls!B2:B7", 1, "messages of cells"),
         ("formula", "Calls!B2:B7", 1, "words that no cell shows")]),
    "ods words in a formula": (ods_formula("of:=IF([.A1]&gt;3;&quot;John Smith&quot;;&quot;&quot;)"),
                               [("formula", "Calls!A1", 1, "words that no cell shows")]),
    "ods words that its cell shows": (ods_formula("of:=[.A2]&amp;&quot; calls&quot;", "4 calls"), []),
    "ods words that another cell shows": (ods_formula("of:=IF([.A2]=1;&quot;Late&quot;;0)", "0",
                                                      text_cell("late")), []),
    "ods message": (ods_messages("<table:help-message table:display='true'><text:p>Ask J. Bloggs"
                                 "</text:p></table:help-message>"),
                    [*ODS_LIST, ("data-validation", "content.xml", 1, "messages of cells")]),
    "ods title of a message": (ods_messages("<table:error-message table:title='J. Bloggs'/>"),
                               [*ODS_LIST, ("data-validation", "content.xml", 1,
                                            "messages of cells")]),
    "ods no message": (ods_messages("<table:error-message table:display='true'/>"), ODS_LIST),
    "white on white": (one(sheet('<row r="1"><c r="A1" s="3"><v>4</v></c><c r="B1" s="3"/></row>')),
                       [("invisible-text", "Calls!A1", 1, "")]),
    "format": (one(sheet('<row r="1"><c r="A1" s="2"><v>4</v></c></row>')),
               [("invisible-format", "Calls!A1", 1, "")]),
    "list": (one(sheet(rows(""), after='<dataValidations><dataValidation type="list" sqref="A1:A9"/>'
                       '<dataValidation type="whole" sqref="B1"/></dataValidations>')),
             [("data-validation", "Calls!A1:A9", 1, "")]),
    "printer": (part("xl/printerSettings/printerSettings1.bin"),
                [("printer-settings", "xl/printerSettings/printerSettings1.bin", 1, "")]),
    "changes": (part("xl/revisions/revisionHeaders.xml", '<headers><header userName="A"/></headers>'),
                [("tracked-change", "xl/revisions/revisionHeaders.xml", 1, "A")]),
    # A part is what it is under any name, in any case; what nobody knows is named.
    "other case": (part("xl/PivotCache/PivotCacheRecords1.XML", "<p><r/></p>"),
                   [("pivot-cache", "xl/PivotCache/PivotCacheRecords1.XML", 1, "")]),
    "other name": (xlsx(parts={
        "[Content_Types].xml": '<Types><Override PartName="/XL/data/records.xml" ContentType='
                               '"application/vnd.openxmlformats-officedocument.spreadsheetml.'
                               'pivotCacheRecords+xml"/></Types>', "xl/data/records.xml": "<p/>"}),
                   [("pivot-cache", "xl/data/records.xml", 1, "")]),
    "slicer": (part("xl/slicerCaches/slicerCache1.xml"),
               [("pivot-cache", "xl/slicerCaches/slicerCache1.xml", 1, "")]),
    "timeline": (part("xl/timelineCaches/timelineCache1.xml"),
                 [("pivot-cache", "xl/timelineCaches/timelineCache1.xml", 1, "")]),
    "text box": (part("xl/drawings/drawing1.xml", "<d><a:t>a</a:t><a:t>b</a:t></d>"),
                 [("embedded-object", "xl/drawings/drawing1.xml", 2, "")]),
    "drawing without text": (part("xl/drawings/drawing1.xml", "<d/>"), []),
    "unknown": (part("xl/odd/thing.dat"), [("embedded-object", "xl/odd/thing.dat", 1, "")]),
    "sheet that no list has": (part("xl/worksheets/sheet9.xml", books.PLAIN),
                               [("embedded-object", "xl/worksheets/sheet9.xml", 1, "")]),
    "parts of every file": (xlsx(parts={"xl/theme/theme1.xml": "<x/>", "xl/calcChain.xml": "<x/>",
                                        "xl/tables/table1.xml": "<x/>"}), []),
    "ods unknown": (ods(parts={"notes.bin": "x"}), [("embedded-object", "notes.bin", 1, "")]),
    "ods parts of every file": (ods(parts={"styles.xml": "<x/>", "manifest.rdf": "<x/>",
                                           "Thumbnails/thumbnail.png": "x",
                                           "META-INF/manifest.xml": "<x/>"}), []),
    # What is reached in a way that nobody knows, under whatever name, and links out of the file.
    "unknown relation": (related("oddity", **{"xl/odd.bin": "x"}),
                         [("embedded-object", "xl/odd.bin", 1, "oddity")]),
    "unknown relation to a usual name": (
        related("oddity", "theme/theme1.xml", **{"xl/theme/theme1.xml": "<x/>"}),
        [("embedded-object", "xl/theme/theme1.xml", 1, "oddity")]),
    "unknown relation to nothing": (related("oddity"), []),
    "template": (related("attachedTemplate", "file:///h/staff.xltx", mode='TargetMode="External"'),
                 [("external-link", "xl/workbook.xml", 1, "file:///h/staff.xltx")]),
    "linked file": (related("hyperlink", "mailto:a@example.org", SHEET_RELATIONS,
                            'TargetMode="External"'),
                    [("external-link", "Calls", 1, "mailto:a@example.org")]),
    "linked page": (related("hyperlink", "https://example.org/", SHEET_RELATIONS,
                            'TargetMode="External"'), []),
    "linked page with a question": (
        related("hyperlink", "https://example.org/find?name=Bloggs", SHEET_RELATIONS,
                'TargetMode="External"'),
        [("external-link", "Calls", 1, "https://example.org/find?…")]),
    "linked page that is told": (
        related("hyperlink", "https://example.org/find?n=1", SHEET_RELATIONS,
                'TargetMode="External"', **{"xl/sharedStrings.xml": f"<sst {MAIN}><si><t>https://"
                                            "example.org/find?n=1</t></si></sst>"}), []),
    "linked mailbox that is told": (
        related("hyperlink", "mailto:a@example.org", SHEET_RELATIONS, 'TargetMode="External"',
                **{"xl/sharedStrings.xml": f"<sst {MAIN}><si><t>a@example.org</t></si></sst>"}), []),
    "comments of a sheet": (related("comments", "../comments1.xml", SHEET_RELATIONS, **ITS_COMMENTS),
                            [("comment", "Calls: xl/comments1.xml", 1, "")]),
    "frames of comments": (part("xl/drawings/vmlDrawing1.vml",
                                '<x><x:ClientData ObjectType="Note"/></x>'), []),
    "frames of buttons": (part("xl/drawings/vmlDrawing1.vml",
                               '<x><x:ClientData ObjectType="Button"/></x>'),
                          [("embedded-object", "xl/drawings/vmlDrawing1.vml", 1, "")]),
    "frames that are no XML": (part("xl/drawings/vmlDrawing1.vml", "<x><br></x>"),
                               [("embedded-object", "xl/drawings/vmlDrawing1.vml", 1, "")]),
    "properties in other letters": (part("DOCPROPS/Core.xml", "<p><dc:creator>A</dc:creator></p>"),
                                    [("document-property", "creator", 1, "A")]),
    "macro sheet": (related("xlMacrosheet", "macrosheets/sheet1.xml",
                            **{"xl/macrosheets/sheet1.xml": "<x/>"}),
                    [("macro", "xl/macrosheets/sheet1.xml", 1, "")]),
    # What is printed above and below, but not what programs put there by themselves.
    "header": (page("&amp;C&amp;\"Arial,Bold\"&amp;12For J. Bloggs only"),
               [("embedded-object", "Calls", 1, "header or footer")]),
    "footer": (page("&amp;LCase 7", "evenFooter"),
               [("embedded-object", "Calls", 1, "header or footer")]),
    "numbered pages": (page("&amp;C&amp;\"Times New Roman,Regular\"&amp;12&amp;K01+000Page &amp;P of "
                            "&amp;N&amp;R&amp;A &amp;D"), []),
    # Colours: of themes with their tints, near to each other, in words, under conditions.
    "theme": (coloured('theme="0"', 'theme="0"'), [("invisible-text", "Calls!A1", 1, "")]),
    "theme with tint": (coloured('theme="4"', 'theme="4" tint="0.7999"'), []),
    "the same tint": (coloured('theme="4" tint="0.4"', 'theme="4" tint="0.4"'),
                      [("invisible-text", "Calls!A1", 1, "")]),
    # 4F81BD, two fifths lighter, is 95B3D7 in Excel.
    "tint as a colour": (coloured('theme="4" tint="0.3999"', 'rgb="FF95B3D7"'),
                         [("invisible-text", "Calls!A1", 1, "")]),
    # and a quarter darker 366092
    "shade as a colour": (coloured('theme="4" tint="-0.2499"', 'rgb="FF366092"'),
                          [("invisible-text", "Calls!A1", 1, "")]),
    "own theme": (related("theme", "theme/theme1.xml", **{
        "xl/theme/theme1.xml": THEME, "xl/styles.xml":
        f'<styleSheet {MAIN}><fonts><font><color theme="3"/></font></fonts><fills><fill><patternFill '
        'patternType="solid"><fgColor rgb="FF112233"/></patternFill></fill></fills><cellXfs>'
        '<xf fontId="0" fillId="0"/></cellXfs></styleSheet>'}),
                  [("invisible-text", "Calls!A1:B2", 4, "")]),
    "nearly white": (coloured('rgb="FFFEFEFE"', 'theme="0"'),
                     [("invisible-text", "Calls!A1", 1, "")]),
    "grey on white": (coloured('rgb="FFBBBBBB"', 'theme="0"'), []),
    "black on black": (coloured('theme="1"', 'indexed="8"'),
                       [("invisible-text", "Calls!A1", 1, "")]),
    "white on a colour": (coloured('theme="0"', 'theme="4"'), []),
    "white words": (xlsx(parts={"xl/sharedStrings.xml":
                                f'<sst {MAIN}><si><r><t>Calls</t></r><r><rPr><color rgb="FFFFFFFF"/>'
                                "</rPr><t>secret</t></r></si></sst>"}),
                    [("invisible-text", "Calls!B1", 1, "")]),
    "red words": (xlsx(parts={"xl/sharedStrings.xml":
                              f'<sst {MAIN}><si><r><rPr><color rgb="FFFF0000"/></rPr><t>Calls</t></r>'
                              "</si></sst>"}), []),
    "white words in a cell": (one(sheet(
        '<row r="1"><c r="A1" t="inlineStr"><is><r><t>a</t></r><r><rPr><color rgb="FFFFFFFF"/></rPr>'
        '<t>b</t></r></is></c><c r="B1" t="inlineStr"><is><t>c</t></is></c></row>')),
                              [("invisible-text", "Calls!A1", 1, "")]),
    "white under a condition": (condition('rgb="FFFFFFFF"'),
                                [("invisible-text", "Calls!A1:B3", 1, "")]),
    "the colour of a condition": (condition('rgb="FF00B050"', 'rgb="FF00B050"'),
                                  [("invisible-text", "Calls!A1:B3", 1, "")]),
    "white on green under a condition": (condition('rgb="FFFFFFFF"', 'rgb="FF00B050"'), []),
    "nothing under a condition": (condition('rgb="FF000000"', more='<numFmt numFmtId="164" '
                                            'formatCode=";;;"/>'),
                                  [("invisible-format", "Calls!A1:B3", 1, "")]),
    "bars for numbers": (condition('rgb="FF000000"', rule='type="dataBar"',
                                   inside='<dataBar showValue="0"/>'),
                         [("invisible-format", "Calls!A1:B3", 1, "")]),
    "bars and numbers": (condition('rgb="FF000000"', rule='type="dataBar"', inside="<dataBar/>"), []),
    # Rows and columns that are nearly nothing
    "a row of one point": (one(sheet(rows('ht="1" customHeight="1"'))), [("zero-size", "Calls!1:1", 1, "")]),
    "a low row": (one(sheet(rows('ht="6" customHeight="1"'))), []),
    "a column of a tenth": (one(sheet(rows(""), '<cols><col min="2" max="2" width="0.1" '
                                      'customWidth="1"/></cols>')),
                            [("zero-size", "Calls!B:B", 1, "")]),
    "a row of a tenth of a millimetre": (ods(
        '<table:table-row table:style-name="r">' + text_cell("x") + "</table:table-row>",
        styles=STYLE.replace(">", ' style:family="table-row">', 1) % (
            "r", '<style:table-row-properties style:row-height="0.01cm"/>')),
                                         [("zero-size", "Calls!1:1", 1, "")]),
    "a row of five millimetres": (ods(
        '<table:table-row table:style-name="r">' + text_cell("x") + "</table:table-row>",
        styles=STYLE.replace(">", ' style:family="table-row">', 1) % (
            "r", '<style:table-row-properties style:row-height="5mm"/>')), []),
    # Conditions of the newer kind, whose cells stand behind them, and colours of the workbook's own.
    "white under a newer condition": (newer('<font><color rgb="FFFFFFFF"/></font>'),
                                      [("invisible-text", "Calls!A1:B3", 1, "")]),
    "the colour of a newer condition": (newer(
        '<font><color theme="4"/></font><fill><patternFill><bgColor rgb="FF4F81BD"/></patternFill>'
        '</fill>'), [("invisible-text", "Calls!A1:B3", 1, "")]),
    "white on blue under a newer condition": (newer(
        '<font><color rgb="FFFFFFFF"/></font><fill><patternFill><bgColor theme="4"/></patternFill>'
        "</fill>"), []),
    "a newer condition that shows nothing": (newer('<numFmt numFmtId="164" formatCode=";;;"/>'),
                                             [("invisible-format", "Calls!A1:B3", 1, "")]),
    "newer bars for numbers": (newer(None, '<x14:dataBar showValue="0"/>'),
                               [("invisible-format", "Calls!A1:B3", 1, "")]),
    "newer bars and numbers": (newer(None, '<x14:dataBar minLength="0"/>'), []),
    "own palette": (palette(10, "00FFFFFF", 'indexed="10"'),
                    [("invisible-text", "Calls!A1", 1, "")]),
    "own palette that is seen": (palette(9, "00123456", 'indexed="9"'), []),
    # Under merged cells, in scenarios, in lists of the newer kind, in rows without a height
    "merged": (one(sheet('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="D1"><v>3</v>'
                         '</c></row><row r="2"><c r="A2" s="3"/><c r="B2"><v>5</v></c></row>',
                         after='<mergeCells><mergeCell ref="A1:B2"/></mergeCells>')),
               [("invisible-text", "Calls!B1:B2", 2, "under merged cells")]),
    "merged with nothing under it": (one(sheet(
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"/><c r="C1"><v>3</v></c></row>',
        after='<mergeCells><mergeCell ref="A1:B2"/></mergeCells>')), []),
    "scenario": (one(sheet(rows(""), after='<scenarios><scenario name="Worst"><inputCells r="A1" '
                           'val="3"/></scenario></scenarios>')), [("data-model", "Calls", 1, "Worst")]),
    "newer list": (one(sheet(rows(""), after='<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations><x14:dataValidation '
                             'type="list"><x14:formula1><xm:f>Staff!A1:A9</xm:f></x14:formula1>'
                             "<xm:sqref>B2:B7</xm:sqref></x14:dataValidation></x14:dataValidations>"
                             "</ext></extLst>")), [("data-validation", "Calls!B2:B7", 1, "")]),
    "rows without a height": (one(sheet(rows("", 'ht="15"'),
                                        before='<sheetFormatPr defaultRowHeight="0"/>')),
                              [("zero-size", "Calls!1:1", 1, "")]),
    "sheet in another folder": (xlsx(parts={
        "xl/_rels/workbook.xml.rels": books.relations([
            ("s0", "worksheet", "data/calls.xml"), ("x1", "sharedStrings", "sharedStrings.xml"),
            ("x2", "styles", "styles.xml")]),
        "xl/data/calls.xml": sheet(rows("", 'hidden="1"'))}),
                                [("hidden-row", "Calls!2:2", 1, ""),
                                 ("invisible-text", "xl/sharedStrings.xml", 1, "in no cell"),
                                 ("embedded-object", "xl/worksheets/sheet0.xml", 1, "")]),
    # Texts that no cell has, how words are spoken, letters that nobody can read
    "texts left behind": (strings("<t>Calls</t>", "<t>J. Bloggs</t>", "<r><t>a</t></r>", "<t></t>"),
                          [("invisible-text", "xl/sharedStrings.xml", 2, "in no cell")]),
    "all texts in cells": (strings("<t>Calls</t>", "<t></t>"), []),
    "texts of macros": (xlsx(parts={
        "xl/sharedStrings.xml": f"<sst {MAIN}><si><t>Calls</t></si><si><t>a</t></si></sst>",
        "xl/_rels/workbook.xml.rels": books.relations([
            ("s0", "dialogsheet", "worksheets/sheet0.xml"),
            ("x1", "sharedStrings", "sharedStrings.xml"), ("x2", "styles", "styles.xml")])}), []),
    "spoken": (strings('<t>Calls</t><rPh sb="0" eb="1"><t>J. Bloggs</t></rPh>'),
               [("invisible-text", "Calls!B1", 1, "how words are spoken")]),
    "spoken as nothing": (strings('<t>Calls</t><rPh sb="0" eb="1"><t></t></rPh><phoneticPr/>'), []),
    "one point": (styled('<font><sz val="1"/></font>', cells='<xf fontId="1"/>'), TINY),
    "six points": (styled('<font><sz val="6"/></font>', cells='<xf fontId="1"/>'), []),
    "words of one point": (strings('<r><t>Ca</t></r><r><rPr><sz val="1"/></rPr><t>lls</t></r>'),
                           [("invisible-text", "Calls!B1", 1, "too small to be read")]),
    "words of many sizes": (strings('<r><rPr><sz val="8"/></rPr><t>Ca</t></r><r><t>lls</t></r>'), []),
    "words of one point in a cell": (one(sheet(
        '<row r="1"><c r="A1" t="inlineStr"><is><r><rPr><sz val="1"/></rPr><t>a</t></r><r><t>b</t></r>'
        '</is></c><c r="B1" t="inlineStr"><is><r><t>c</t></r></is></c></row>')), TINY),
    # Formats that show something else than what the cell has, and the usual ones
    "a word for a number": (formatted('"Oakfield"', 5), OTHER),
    "another number": (formatted('"12"', 1), OTHER),
    "another number for nought": (formatted('0;-0;"5"', 0), OTHER),
    "a figure more": (formatted('0"9"', 3), OTHER),
    "a figure before": (formatted("\\2\\0\\20", 4), OTHER),
    "small numbers by a condition": (formatted('[<6]"fewer than 6";0', 3, 7, "a"), OTHER),
    "a star by a condition": (formatted('[>=10]0;"*"', 3, 12), OTHER),
    "a star for most": (formatted('[=0]0;"*"', 3, 0), OTHER),
    "a word for words": (formatted('0;-0;0;"Text"', "J. Bloggs", 3), OTHER),
    "nothing by a condition": (formatted("[<6];0", 3, 7), [("invisible-format", "Calls!A1", 1, "")]),
    "a dash for nought": (formatted('#,##0;-#,##0;"-"', 0, 5, -5, "a"), []),
    "yes and no": (formatted('"Yes";"Yes";"No"', 1, 0, -1), []),
    "one by a condition": (formatted("[=1]0;[=2]0;0", 1, 2, 3), []),
    "a word by its number": (formatted('[=7]"Sunday";0', 7, 2), []),
    "accounts": (formatted('_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-', 0, 5, -5, "a"), []),
    "of ten": (formatted('0" of 10"', 3), []),
    "a year before": (formatted('"Q"0" 2024"', 3), []),
    "square metres": (formatted('0.0" m2"', 3), []),
    "a fraction": (formatted("# ?/100", 0.5), []),
    "thousands": (formatted('"£"#,##0,"k"', 12345), []),
    "a date in words": (formatted('[$-809]d" of "mmmm yyyy', 45000), []),
    "in red": (formatted("0;[Red]-0", 5, -5), []),
    # Extensions that nobody knows
    "an extension": (one(sheet(rows(""), after='<extLst><ext uri="{12345678-AAAA}"><x/></ext></extLst>')),
                     [("custom-xml", "Calls", 1, "{12345678-AAAA}")]),
    "an extension of the workbook": (xlsx(names='</definedNames><extLst><ext uri="urn:a"/></extLst>'
                                          "<definedNames>"),
                                     [("custom-xml", "xl/workbook.xml", 1, "urn:a")]),
    "an extension of styles": (styled(cells="<xf/></cellXfs><extLst><ext/></extLst><cellXfs>"),
                               [("custom-xml", "xl/styles.xml", 1, "")]),
    "extensions of Excel": (xlsx(names='</definedNames><extLst><ext uri="{140A7094-0E35-4892-8432-'
                                 'C4D2E57EDEB5}"/><ext uri="{B58B0392-4F1F-4190-BB64-5DF3571DCE5F}"/>'
                                 '<ext uri="{7626C862-2A13-11E5-B345-FEFF819CDC9F}"/></extLst>'
                                 "<definedNames>"), []),
    # Far from all others
    "far corner": (one(sheet(rows("", "") + far_cell("XFD1048576"))),
                   [("invisible-text", "Calls!XFD1048576", 1, "far from all other cells")]),
    "far down": (one(sheet(rows("", "") + far_cell("A1500") + far_cell("A1502"))),
                 [("invisible-text", "Calls!A1500:A1502", 2, "far from all other cells")]),
    "far right": (one(sheet('<row r="1"><c r="A1"><v>4</v></c><c r="GA1"><v>4</v></c></row>')),
                  [("invisible-text", "Calls!GA1", 1, "far from all other cells")]),
    "a note below": (one(sheet(rows("", "") + far_cell("A90"))), []),
    "a key beside": (one(sheet('<row r="1"><c r="A1"><v>4</v></c><c r="AZ1"><v>4</v></c></row>')), []),
    # What holds for all rows or columns, how large it is shown, filters without a button
    "no height by default": (one(sheet(rows(""), '<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/>')),
                             [("zero-size", "Calls", 1, "all rows that are not listed")]),
    "no width by default": (one(sheet(
        '<row r="1"><c r="A1"><v>4</v></c><c r="C1"><v>4</v></c></row>',
        '<sheetFormatPr defaultColWidth="0"/><cols><col min="1" max="2" width="9"/></cols>')),
                            [("zero-size", "Calls!C:XFD", 16382, "")]),
    "a width by default": (one(sheet(rows(""), '<sheetFormatPr defaultColWidth="9.1"/>')), []),
    "a tenth of its size": (one(sheet(rows(""), '<sheetViews><sheetView zoomScale="10"/></sheetViews>')),
                            [("invisible-text", "Calls", 1, "shown at 10% of its size")]),
    "half its size": (one(sheet(rows(""), '<sheetViews><sheetView zoomScale="50" '
                                'zoomScaleNormal="10"/></sheetViews>')), []),
    "filter without a button": (one(sheet(rows("", 'hidden="1"'), after=FILTER % (
        '<filterColumn colId="0" hiddenButton="1"><filters><filter val="1"/></filters></filterColumn>'))),
                                [("filtered-row", "Calls!2:2", 1, ""),
                                 ("filtered-row", "Calls!A1:A9", 1, "filter without a button")]),
    "no button and no filter": (one(sheet(rows("", ""), after=FILTER % (
        '<filterColumn colId="0" hiddenButton="1"/>'))), []),
    # Cells without a style look in some programs as their row or column does.
    "white row": (one(sheet('<row r="1" s="3" customFormat="1"><c r="A1"><v>4</v></c><c r="B1" s="0">'
                            "<v>4</v></c></row>")), [("invisible-text", "Calls!A1", 1, "")]),
    "row without a style": (one(sheet('<row r="1" s="3"><c r="A1"><v>4</v></c></row>')), []),
    "white column": (one(sheet('<row r="1"><c r="A1"><v>4</v></c><c r="B1"><v>4</v></c></row>',
                               '<cols><col min="2" max="2" width="9" style="3"/></cols>')),
                     [("invisible-text", "Calls!B1", 1, "")]),
    # Links
    "tip": (one(sheet(rows(""), after='<hyperlinks><hyperlink ref="A1" location="Calls!A2" '
                      'tooltip="Ask J. Bloggs"/></hyperlinks>')),
            [("comment", "Calls!A1", 1, "tips of links")]),
    "link without a tip": (one(sheet(rows(""), after='<hyperlinks><hyperlink ref="A1" '
                                     'location="Calls!A2" display="a" tooltip="a"/></hyperlinks>')), []),
    # Under what is drawn
    "under a picture": (anchored("<xdr:pic/>"), UNDER),
    "under a chart": (anchored("<xdr:graphicFrame/>"), UNDER),
    "under a part of a picture": (anchored("<xdr:pic/>", offset=200000),
                                  [("invisible-text", "Calls!B1:B2", 2, "under a picture or shape")]),
    "beside a picture": (anchored("<xdr:pic/>", first=(2, 0), last=(5, 9)), []),
    "at the edge of a picture": (anchored("<xdr:pic/>", last=(0, 5)), []),
    "under a shape": (anchored(shape("<a:solidFill/>")), UNDER),
    "under a shape in the colours of a theme": (anchored(shape("", '<xdr:style><a:fillRef idx="1"/>'
                                                               "</xdr:style>")), UNDER),
    "under an outline": (anchored(shape("<a:noFill/><a:ln><a:solidFill/></a:ln>")), []),
    "under a bare outline": (anchored(shape("<a:ln><a:solidFill/></a:ln>")), []),
    "under a marker": (anchored(shape('<a:solidFill><a:alpha val="40000"/></a:solidFill>')), []),
    "under a line": (anchored("<xdr:cxnSp/>"), []),
    "under a picture of a size": (anchored("<xdr:pic/>", last=(1900000, 500000), kind="oneCellAnchor"),
                                  UNDER),
    "under a small picture": (anchored("<xdr:pic/>", last=(300000, 100000), kind="oneCellAnchor"), []),
    "ods under a picture": (ods_drawn("<draw:frame %s><draw:image/></draw:frame>"),
                            [("invisible-text", "Calls!A1:B2", 3, "under a picture or shape")]),
    "ods under a shape": (ods_drawn("<draw:custom-shape %s/>"),
                          [("invisible-text", "Calls!A1:B2", 3, "under a picture or shape")]),
    "ods under an outline": (ods_drawn('<draw:custom-shape draw:style-name="n" %s/>'), []),
    "ods beside a picture": (ods_drawn("<draw:frame %s><draw:image/></draw:frame>",
                                       'table:end-cell-address="Calls.A1"'), []),
    # OpenDocument
    "ods one point": (ods_one(number_cell(1, 'table:style-name="t"'), STYLE % (
        "t", '<style:text-properties fo:font-size="1pt"/>')), TINY),
    "ods six points": (ods_one(number_cell(1, 'table:style-name="t"'), STYLE % (
        "t", '<style:text-properties fo:font-size="6pt"/>')), []),
    "ods words of one point": (ods_one(text_cell('a<text:span text:style-name="t">b</text:span>'),
                                       STYLE % ("t", '<style:text-properties fo:font-size="1pt"/>')),
                               TINY),
    "ods a word for a number": (ods_one(number_cell(5, shown="Oakfield")), OTHER),
    "ods another number": (ods_one(number_cell(5, shown="12")), OTHER),
    "ods usual numbers": (ods_one("".join(number_cell(value, shown=shown) for value, shown in (
        (0, "-"), (1, "Yes"), (12345.6, "12,346"), (12345, "£12k"), (0.25, "25%"), (0.5, "1/2"),
        (9.6, "10"), (2.7, "3"), (5, "00005"), (1234.5, "1.234,50 €"), (0.001, "0.00")))), []),
    "ods far": (ods(ODS_PLAIN + '<table:table-row table:number-rows-repeated="3000">'
                    f"<table:table-cell/></table:table-row><table:table-row>{number_cell(1)}"
                    "</table:table-row>"),
                [("invisible-text", "Calls!A3003", 1, "far from all other cells")]),
    "ods long": (ods(f'<table:table-row table:number-rows-repeated="3000">{number_cell(1)}'
                     f"</table:table-row><table:table-row>{number_cell(1)}</table:table-row>"), []),
    "ods tip": (ods_one(text_cell('<text:a xlink:href="#Calls.A2" office:title="Ask J. Bloggs">a'
                                  "</text:a>")), [("comment", "Calls!A1", 1, "tips of links")]),
    "ods a tenth of its size": (ods_zoom(10),
                                [("invisible-text", "Calls", 1, "shown at 10% of its size")]),
    "ods half its size": (ods_zoom(50), []),
    "ods white row": (ods(f'<table:table-row table:default-cell-style-name="w">{number_cell(1)}'
                          "</table:table-row>",
                          styles=STYLE % ("w", '<style:text-properties fo:color="#ffffff"/>')),
                      [("invisible-text", "Calls!A1", 1, "")]),
    "ods style from another": (ods_one(
        number_cell(1, 'table:style-name="v"') + number_cell(2, 'table:style-name="y"'),
        '<style:style style:name="w" style:family="table-cell"><style:text-properties '
        'fo:color="#ffffff"/></style:style><style:style style:name="v" style:family="table-cell" '
        'style:parent-style-name="w"/><style:style style:name="y" style:family="table-cell" '
        'style:parent-style-name="w"><style:table-cell-properties fo:background-color="#005500"/>'
        "</style:style>"), [("invisible-text", "Calls!A1", 1, "")]),
    "ods styles of other things": (ods_one(
        number_cell(1, 'table:style-name="w"'), '<style:style style:name="w" style:family="text">'
        '<style:text-properties fo:color="#ffffff"/></style:style><style:style style:name="w" '
        'style:family="table-cell"/>'), []),
    "ods automatic colour": (ods_one(
        number_cell(1, 'table:style-name="w"'), '<style:style style:name="w" style:family='
        '"table-cell"><style:text-properties fo:color="#ffffff" style:use-window-font-color="true"/>'
        "</style:style>"), []),
    "ods white column": (ods(
        '<table:table-column/><table:table-column table:default-cell-style-name="w"/>' + ODS_PLAIN,
        styles=STYLE % ("w", '<style:text-properties fo:color="#ffffff"/>')),
                         [("invisible-text", "Calls!B1:B2", 2, "")]),
    "ods white words": (ods_one(text_cell('a<text:span text:style-name="w">b</text:span>'),
                                STYLE % ("w", '<style:text-properties fo:color="#ffffff"/>')),
                        [("invisible-text", "Calls!A1", 1, "")]),
    "ods condition": (ods(ODS_PLAIN + (
        '<calcext:conditional-formats><calcext:conditional-format calcext:target-range-address='
        '"Calls.A1:Calls.A9"><calcext:condition calcext:apply-style-name="w"/>'
        "</calcext:conditional-format></calcext:conditional-formats>"),
        styles=STYLE % ("w", '<style:text-properties fo:color="#ffffff"/>')),
                      [("invisible-text", "Calls!A1:A9", 1, "")]),
    "ods bars": (ods(ODS_PLAIN + (
        '<calcext:conditional-formats><calcext:conditional-format calcext:target-range-address='
        '"Calls.A1:Calls.A9"><calcext:data-bar calcext:show-value="false"/>'
        "</calcext:conditional-format></calcext:conditional-formats>")),
                 [("invisible-format", "Calls!A1:A9", 1, "")]),
    "ods protected": (ods_one(
        number_cell(1, 'table:style-name="h"'),
        STYLE % ("h", '<style:table-cell-properties style:cell-protect="hidden-and-protected"/>'),
        table='table:protected="true"'), [("invisible-format", "Calls!A1", 1, "")]),
    "ods unprotected": (ods_one(
        number_cell(1, 'table:style-name="h"'),
        STYLE % ("h", '<style:table-cell-properties style:cell-protect="hidden-and-protected"/>')),
                        []),
    "ods merged": (ods_one(text_cell("a", 'table:number-columns-spanned="2"') + text_cell("b").replace(
        "table-cell", "covered-table-cell")),
                   [("invisible-text", "Calls!B1", 1, "under merged cells")]),
    "ods list of cells": (ods(
        ODS_PLAIN + "<table:table-row>" + text_cell("a", 'table:content-validation-name="v"')
        + "</table:table-row>",
        before='<table:content-validations><table:content-validation table:name="v"/>'
               "</table:content-validations>"), [("data-validation", "Calls!A3", 1, "")]),
    "ods names": (ods(after='<table:named-expressions>'
                      '<table:named-range table:name="Seen" table:cell-range-address="$Calls.$A$1:.$B$2"/>'
                      '<table:named-range table:name="Far" table:cell-range-address="$Calls.$Z$9:.$Z$10"/>'
                      "</table:named-expressions>"), [("defined-name", "content.xml", 1, "Far")]),
    "ods header": (ods_page("<text:p>For J. Bloggs <text:page-number>1</text:page-number></text:p>"),
                   [("embedded-object", "styles.xml", 1, "header or footer")]),
    "ods header that is off": (ods_page("<text:p>For J. Bloggs</text:p>", 'style:display="false"'), []),
    "ods usual header": (ods_page(
        "<style:region-left><text:p><text:sheet-name>Calls</text:sheet-name> (<text:title>Staff"
        "</text:title>)</text:p></style:region-left><text:p>Page <text:page-number>1"
        "</text:page-number></text:p>"), []),
    "ods text box": (ods(after="<draw:frame><draw:text-box><text:p>a</text:p></draw:text-box>"
                         "</draw:frame>"), [("embedded-object", "content.xml", 1, "")]),
    "ods scenario": (ods('<table:scenario table:is-active="false"/>' + ODS_PLAIN),
                     [("data-model", "Calls", 1, "scenario")]),
    "ods template": (ods(parts={"meta.xml": f'<office:meta {ODS_NAMES}><meta:template xlink:href='
                                '"file:///h/staff.ots"/></office:meta>'}),
                     [("external-link", "meta.xml", 1, "file:///h/staff.ots")]),
    "ods dates and programs": (ods(parts={
        "meta.xml": f"<office:meta {ODS_NAMES}><meta:generator>G</meta:generator><dc:date>2024"
                    "</dc:date></office:meta>"}), []),
    "dates and programs": (xlsx(parts={
        "docProps/core.xml": "<p><dcterms:created>2024</dcterms:created></p>",
        "docProps/app.xml": "<p><Application>Excel</Application></p>"}), []),
    "ods sheet": (ods(styles=STYLE % ("t", '<style:table-properties table:display="false"/>'),
                      sheets=f'<table:table table:name="Staff" table:style-name="t">{ODS_PLAIN}'
                             "</table:table>"), [("hidden-sheet", "Staff", 1, "")]),
    "ods row": (ods(ODS_PLAIN + '<table:table-row table:visibility="collapse">'
                    f"{number_cell(1)}</table:table-row>"), [("hidden-row", "Calls!3:3", 1, "")]),
    "ods filter": (ods(ODS_PLAIN + '<table:table-row table:visibility="filter">'
                       f"{number_cell(1)}</table:table-row>"),
                   [("filtered-row", "Calls!3:3", 1, "")]),
    "ods column": (ods('<table:table-column/><table:table-column table:visibility="collapse"'
                       ' table:number-columns-repeated="2"/>' + ODS_PLAIN),
                   [("hidden-column", "Calls!B:C", 2, "")]),
    "ods group": (ods(ODS_PLAIN + '<table:table-row-group table:display="false"><table:table-row '
                      f'table:visibility="collapse">{number_cell(1)}</table:table-row>'
                      "</table:table-row-group>"), [("collapsed-group", "Calls!3:3", 1, "")]),
    "ods height": (ods(ODS_PLAIN + '<table:table-row table:style-name="r">'
                       f"{number_cell(1)}</table:table-row>",
                       styles=STYLE % ("r", '<style:table-row-properties style:row-height="0cm"/>')),
                   [("zero-size", "Calls!3:3", 1, "")]),
    "ods formula": (ods("<table:table-row>" + number_cell(1, 'table:formula="of:=[$S.A1]"')
                        + number_cell(1, 'table:formula="of:=[.A1]"') + "</table:table-row>"),
                    [("formula", "Calls!A1", 1, "")]),
    "ods format": (ods("<table:table-row>" + number_cell(1, shown="") + "</table:table-row>"),
                   [("invisible-format", "Calls!A1", 1, "")]),
    "ods white": (ods("<table:table-row>" + number_cell(1, 'table:style-name="w"')
                      + "</table:table-row>",
                      styles=STYLE % ("w", '<style:text-properties fo:color="#ffffff"/>')),
                  [("invisible-text", "Calls!A1", 1, "")]),
    "ods comment": (ods("<table:table-row>" + text_cell("a").replace(
        "<text:p>", "<office:annotation><dc:creator>A</dc:creator><text:p>no</text:p>"
        "</office:annotation><text:p>", 1) + "</table:table-row>"),
                    [("comment", "Calls!A1", 1, "A")]),
    "ods list": (ods(before='<table:content-validations><table:content-validation table:name="v"/>'
                     "</table:content-validations>"), [("data-validation", "content.xml", 1, "")]),
    "ods pivot": (ods(after='<table:data-pilot-tables><table:data-pilot-table table:name="P"/>'
                      "</table:data-pilot-tables>"), [("pivot-cache", "content.xml", 1, "P")]),
    "ods name": (ods(after='<table:named-expressions><table:named-range table:name="N"/>'
                     "</table:named-expressions>"), [("defined-name", "content.xml", 1, "N")]),
    "ods changes": (ods(before="<table:tracked-changes><table:insertion><office:change-info>"
                        "<dc:creator>A</dc:creator></office:change-info></table:insertion>"
                        "</table:tracked-changes>"), [("tracked-change", "content.xml", 1, "A")]),
    "ods author": (ods(parts={"meta.xml": f"<office:meta {ODS_NAMES}><dc:creator>A</dc:creator>"
                              "</office:meta>"}), [("document-property", "creator", 1, "A")]),
    "ods printer": (ods(parts={"settings.xml": f"<config:config-item-set {ODS_NAMES}>"
                               '<config:config-item config:name="PrinterName">HP</config:config-item>'
                               "</config:config-item-set>"}),
                    [("printer-settings", "settings.xml", 1, "")]),
    "ods no printer": (ods(parts={"settings.xml": f"<config:config-item-set {ODS_NAMES}>"
                                  '<config:config-item config:name="PrinterName"/>'
                                  "</config:config-item-set>"}), []),
    "ods chart": (ods(parts={"Object 1/content.xml": f"<chart:chart {ODS_NAMES}><chart:plot-area/>"
                             f"{number_cell(1)}{number_cell(2)}</chart:chart>"}),
                  [("chart-cache", "Object 1/content.xml", 2, "")]),
    "ods picture": (ods(parts={"Pictures/1.png": "x"}),
                    [("embedded-object", "Pictures/1.png", 1, "")]),
    "ods macro": (ods(parts={"Basic/Standard/Module1.xml": "<x/>"}),
                  [("macro", "Basic/Standard/Module1.xml", 1, "")]),
    "ods connection": (ods(after='<table:database-ranges><table:database-range>'
                           '<table:database-source-table table:database-name="HR"/>'
                           "</table:database-range></table:database-ranges>"),
                       [("connection", "content.xml", 1, "HR")]),
    "ods link": (ods(
        f'<table:table-source xlink:href="pay.ods"/>{ODS_PLAIN}'),
                 [("external-link", "content.xml", 1, "pay.ods")]),
    # nothing
    "xlsx": (xlsx(), []),
    "ods": (ods(), []),
    "csv": (b"Year,Calls\r\n2023,5\r\n", []),
}
KINDS = ("hidden-sheet very-hidden-sheet hidden-row hidden-column filtered-row zero-size "
         "collapsed-group pivot-cache external-link defined-name comment document-property "
         "embedded-object chart-cache macro connection data-model formula invisible-text "
         "invisible-format data-validation custom-xml printer-settings tracked-change").split()


def test_found(folder):
    """Each kind is found where it is, with its place, and nothing where there is nothing"""
    complaints = []
    for name, (content, wanted) in FOUND.items():
        path = folder / "book"
        path.write_bytes(content)
        outcome = foi("inspect", path, "--format", "json")
        complaints += expect(outcome, 1 if wanted else 0, err="")
        if outcome.status > 1:
            continue
        found = [(f["kind"], f["place"], f["count"], f["detail"])
                 for f in outcome.json()["findings"]]
        if found != wanted:
            complaints.append(f"{name}: {found}, not {wanted}")
    return complaints


def test_kinds(_):
    """Every kind of the contract has a sample that has it"""
    has = {found[0] for _, wanted in FOUND.values() for found in wanted}
    return [f"no sample has {kind}" for kind in KINDS if kind not in has] + [
        f"{kind} is not in the contract" for kind in has if kind not in KINDS]


def test_text(folder):
    """The text names what is hidden and says no value of it"""
    path = folder / "book.xlsx"
    path.write_bytes(xlsx([("Calls", None, books.PLAIN), ("Staff", "hidden", sheet(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Secret Name</t></is></c></row>'))],
        parts={"docProps/core.xml": "<p><dc:creator>Some Body</dc:creator></p>"}))
    outcome = foi("inspect", path)
    complaints = expect(outcome, 1, out="hidden sheet: Staff: 1\n", err="")
    return complaints + [f"{word} is told" for word in ("Secret", "Some Body")
                         if word in outcome.out]


def test_many(folder):
    """Thousands of one kind are counted, and keep nothing of another kind from being named"""
    path = folder / "book.xlsx"
    for many in (10, 1000, 1001, 20001):
        path.write_bytes(xlsx(
            names="".join(f'<definedName name="N{n}">#REF!</definedName>' for n in range(many)),
            parts={"xl/vbaProject.bin": "x", "xl/comments1.xml": "<c><comment/></c>",
                   "xl/pivotCache/pivotCacheRecords1.xml": "<p><r/></p>"}))
        found = foi("inspect", path, "--format", "json").json()["findings"]
        yield from equal("names", sum(f["count"] for f in found if f["kind"] == "defined-name"), many)
        yield from equal("said that there are more", [f["count"] for f in found if "…" in f["place"]],
                         [many - 1000] if many > 1000 else [])
        yield from equal("others", {f["kind"] for f in found} - {"defined-name"},
                         {"macro", "comment", "pivot-cache"})


# A sanitizer reserves terabytes of addresses for itself, and takes its time.
SLOWNESS = int(os.environ.get("FOI_TEST_SLOWNESS", "1"))


def limit_memory():
    if SLOWNESS > 1:
        return
    resource.setrlimit(resource.RLIMIT_AS, (400 << 20, 400 << 20))


def test_many_rows(folder):
    """Of rows that are hidden one by one none is left out of the count"""
    path = folder / "book.xlsx"
    every = "".join('<row r="%d"%s><c r="A%d"><v>1</v></c></row>' % (
        n, ' hidden="1"' if n % 2 else "", n) for n in range(1, 204001))
    path.write_bytes(one(sheet(every)))
    found = foi("inspect", path, "--format", "json").json()["findings"]
    yield from equal("hidden rows", sum(f["count"] for f in found), 102000)


def children_time():
    """The seconds of processor that programs took so far: it waits for nothing but that."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def processor_time(*command):
    before = children_time()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return children_time() - before


def backwards(archive):
    """The same parts, the last one first: each that is read in turn stands before the last."""
    with zipfile.ZipFile(io.BytesIO(archive)) as parts:
        return books.pack({name: parts.read(name) for name in reversed(parts.namelist())})


def bombs():
    """Files that would fill a memory, or that are no spreadsheets, and what is said of them."""
    blank = b" " * (1 << 20)
    head, tail = sheet().encode().split(b"</sheetData>")
    yield "spaces", xlsx([("a", None, (head + blank * 200 + b"</sheetData>" + tail).decode())]), "fill"
    yield "rows", xlsx([("a", None, sheet("<row/>" * (10 << 20)))]), "fill"
    yield "strings", xlsx(parts={"xl/sharedStrings.xml":
                                 f"<sst {MAIN}>" + "<si><t>aaaa</t></si>" * (4 << 20) + "</sst>"}), "fill"
    yield "deep", xlsx([("a", None, sheet("<a>" * 5000 + "</a>" * 5000))]), "nested"
    yield "entities", xlsx([("a", None, '<!DOCTYPE x [<!ENTITY a "b">]>' + books.PLAIN)]), "document type"
    cell = number_cell(1, 'table:number-columns-repeated="16384"')
    # What is inspected is not spread out: a declared count takes no memory.
    yield "repeats", ods(f'<table:table-row table:number-rows-repeated="1048576">{cell}'
                         "</table:table-row>"), None
    item = "customXml/item%d.xml"
    yield "parts", xlsx(parts={item % n: "<a/>" for n in range(5000)}), "more than 3000 parts"
    # Records of parts that are not there, and more of them than the end of the file says.
    record = b"PK\1\2" + bytes(24) + b"\1\0" + bytes(16) + b"a"
    yield "records", b"PK\3\4" + bytes(26) + record * (1 << 20) + books.pack({}), "3000 parts"
    yield "many", xlsx(parts={item % n: "<a/>" for n in range(2900)}), None
    yield "disorder", backwards(xlsx([("S%d" % n, None, sheet()) for n in range(2900)])), None
    yield "sheets", ods(sheets="".join(f'<table:table table:name="S{n}"/>' for n in range(4000))), None
    yield "too many sheets", ods(sheets='<table:table table:name="S"/>' * 5000), "more than 4096 sheets"
    merged = '<mergeCells>%s</mergeCells>' % ('<mergeCell ref="A1:XFD1048576"/>' * 100000)
    filled = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c><c r="C{n}"><v>1</v></c></row>'
                     for n in range(1, 20000))
    yield "merged", xlsx([("a", None, sheet(filled, after=merged))]), None
    yield "old", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "97 to 2003"
    yield "password", (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
                       + "EncryptedPackage".encode("utf-16-le") + bytes(9)), "password"
    yield "ods password", ods(parts={"META-INF/manifest.xml": "<m:file-entry><m:encryption-data/>"
                                     "</m:file-entry>"}), "password"
    yield "cut", xlsx()[:-40], "damaged"
    yield "broken XML", xlsx([("a", None, "<worksheet><sheetData>")]), "damaged"
    yield "other archive", books.pack({"a.txt": "b"}), "no spreadsheet"
    yield "pdf", b"%PDF-1.7\n", "PDF"
    yield "noise", bytes(range(256)), "neither"


def test_bombs(folder):
    """Bombs, and what is no spreadsheet, are refused at once and with a reason"""
    complaints = []
    for name, content, said in bombs():
        path = folder / "book"
        path.write_bytes(content)
        start = children_time()
        done = subprocess.run([cli.COMMAND, "inspect", path], capture_output=True, timeout=60,
                              check=False, preexec_fn=limit_memory)
        took = children_time() - start
        error = done.stderr.decode()
        if said is None:
            if done.returncode > 1:
                complaints.append(f"{name}: {error}")
        elif done.returncode != 2 or said not in error or done.stdout:
            complaints.append(f"{name}: exit {done.returncode}: {error!r}")
        if took > SLOWNESS:
            complaints.append(f"{name}: {took:.2f} s")
    return complaints


def test_parts(folder):
    """Thousands of parts are gone through once: it takes no longer than Python twice"""
    path = folder / "book"
    path.write_bytes(xlsx(parts={"customXml/item%d.xml" % n: "<a/>" for n in range(2900)}))
    read = ("import sys,zipfile\nwith zipfile.ZipFile(sys.argv[1]) as z:\n"
            "    for name in z.namelist(): z.read(name)")
    ours = min(processor_time(cli.COMMAND, "inspect", path) for _ in range(3))
    theirs = min(processor_time("/usr/bin/python3", "-c", read, path) for _ in range(3))
    return [f"{ours:.2f} s, and Python {theirs:.2f} s"] if ours > 2 * SLOWNESS * theirs else []


def test_memory(folder):
    """A bomb takes less than 200 MB"""
    path = folder / "book"
    path.write_bytes(xlsx([("a", None, sheet("<row/>" * (10 << 20)))]))
    script = ("import os,resource,subprocess,sys;subprocess.run(sys.argv[1:],stderr=-3);"
              "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")
    done = subprocess.run(["/usr/bin/python3", "-c", script, cli.COMMAND, "inspect", path],
                          capture_output=True, check=True)
    peak = int(done.stdout) // 1024
    return [f"{peak} MB"] if peak > 200 else []


def test_usage(folder):
    """Files that are not there or empty, and standard input"""
    complaints = refusal(foi("inspect"), "inspect", "name one file")
    complaints += refusal(foi("inspect", folder / "none"), str(folder / "none"), "")
    for name in "empty.csv", "empty.xlsx":
        path = folder / name
        path.write_bytes(b"")
        complaints += refusal(foi("inspect", path), str(path), "The file is empty")
    outcome = foi("inspect", "-", stdin=xlsx())
    return complaints + expect(outcome, 0, out="nothing is hidden", err="")


def test_html(folder):
    """Of a web page rows, columns and words that are not seen are named, and not imported"""
    page = ('<table><colgroup><col><col width=0 style="display : none"><col></colgroup>'
            "<tr><th>Name<th>Secret<th>Calls</tr><tr><td>a<td>s1<td>5</tr>"
            "<tr style='mso-x:1;display:none'><td>ghost<td>s2<td>6</tr>"
            '<tr><td>b<span hidden>whisper<b>er</b></span>c<td>s3<td>7</tr>'
            '<tr><td data-hidden="1" title="display:none">d<td>s4<td>8</tr></table>')
    path = folder / "page.html"
    path.write_text(page, encoding="utf-8")
    outcome = foi("inspect", path, "--format", "json")
    yield from expect(outcome, 1)
    yield from equal("found", [(f["kind"], f["place"], f["count"]) for f in
                               outcome.json()["findings"]],
                     [("hidden-row", "Table 1", 1), ("hidden-column", "Table 1", 1),
                      ("invisible-text", "Table 1", 2)])
    case = folder / "case.foi.json"
    case.write_bytes(EXAMPLE.read_bytes())
    yield from expect(foi("import", path, "--into", case, "--name", "t"), 1)
    text = case.read_text("utf-8")
    for word in ("Secret", "s1", "s3", "ghost", "whisper", '"er"'):
        yield from ([word + " is in the case"] if word in text else [])
    yield from equal("what is seen", all(word in text for word in ('"bc"', '"d"')), True)


def test_not_looked_through(folder):
    """Of what only looks like a list of cells it is never said that nothing is hidden in it"""
    mail = "From: a@b.example\nTo: c@d.example\nSubject: s\n\nsecret\n"
    for name, content in (
            ("a.rtf", rb"{\rtf1 {\v secret} hello}"),
            ("a.html", b"<!-- secret --><html><p>Hello.</html>"),
            ("table.html", b"<html><!-- secret --><table><tr><td>1</td></tr></table></html>"),
            ("a.eml", mail.encode()), ("crlf.eml", mail.replace("\n", "\r\n").encode()),
            ("a.mbox", b"From a@b.example Mon\n" + mail.encode()),
            ("a.svg", b"<?xml version='1.0'?><svg><!-- secret --></svg>"),
            ("a.ps", b"%!PS-Adobe\n"), ("a.vcf", b"BEGIN:VCARD\nNOTE:secret\nEND:VCARD\n"),
            ("a.gif", b"GIF89a\x01\x02abc"), ("a.bin", b"abc\x01,def\n"),
            ("a.csv", rb"{\rtf1 {\v secret} hello}")):
        path = folder / name
        path.write_bytes(content)
        outcome = foi("inspect", path)
        yield from equal(name, (outcome.status, outcome.out), (2, ""))
    for content in ("from,to\n1,2\n", "Date: 3 May\n1\n", "a < b,1\n", "To,From\n", "Notes.\n"):
        path = folder / "a.txt"
        path.write_text(content, encoding="utf-8")
        yield from expect(foi("inspect", path), 0, out="nothing is hidden")
    path.write_bytes("a,b\n1,2\n".encode("utf-16"))
    yield from expect(foi("inspect", path), 0, out="nothing is hidden")


def test_json(folder):
    """A case, or any JSON, is no text file of cells in which nothing is hidden"""
    yield from refusal(foi("inspect", EXAMPLE), str(EXAMPLE), "case of FOI Desk")
    for text in ('{"a": 1}', '[\n {"a": 1}]', "{}", '["a","b"]'):
        path = folder / "a.json"
        path.write_text(text, encoding="utf-8")
        yield from refusal(foi("inspect", path), str(path), "JSON")
    for text in ("[c],5\n6,7\n", '"{""a"":1}",5\n', "{a},b\n1,2\n"):
        path.write_text(text, encoding="utf-8")
        yield from expect(foi("inspect", path), 0)


if __name__ == "__main__":
    run_tests(sys.modules[__name__])
