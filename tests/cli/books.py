# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Spreadsheets made by hand, part by part, as programs that we do not have would make them."""

import io
import re
import zipfile

REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'

STYLES = """<styleSheet %s>
<numFmts count="5"><numFmt numFmtId="164" formatCode=";;;"/>
<numFmt numFmtId="165" formatCode="00000"/><numFmt numFmtId="166" formatCode="&quot;£&quot;#,##0.00"/>
<numFmt numFmtId="167" formatCode="0.0"/><numFmt numFmtId="168" formatCode="[$-809]dd mmmm yyyy"/></numFmts>
<fonts count="2"><font><sz val="11"/></font><font><color rgb="FFFFFFFF"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border/></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0"/></cellStyleXfs>
<cellXfs count="10"><xf numFmtId="0" fontId="0" fillId="0"/><xf numFmtId="14" fontId="0" fillId="0"/>
<xf numFmtId="164" fontId="0" fillId="0"/><xf numFmtId="0" fontId="1" fillId="0"/>
<xf numFmtId="165" fontId="0" fillId="0"/><xf numFmtId="166" fontId="0" fillId="0"/>
<xf numFmtId="10" fontId="0" fillId="0"/><xf numFmtId="17" fontId="0" fillId="0"/>
<xf numFmtId="167" fontId="0" fillId="0"/><xf numFmtId="168" fontId="0" fillId="0"/></cellXfs>
</styleSheet>""" % MAIN


def pack(parts):
    """A ZIP archive of texts and bytes by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def relations(entries):
    return "<Relationships %s>%s</Relationships>" % (RELATIONS, "".join(
        '<Relationship Id="%s" Type="%s/%s" Target="%s"/>' % (key, REL, kind, target)
        for key, kind, target in entries))


def sheet(rows="", before="", after=""):
    """A worksheet of rows as XML, with what stands around them."""
    return '<?xml version="1.0"?><worksheet %s>%s<sheetData>%s</sheetData>%s</worksheet>' % (
        MAIN, before, rows, after)


PLAIN = sheet('<row r="1" hidden="false"><c r="A1" t="inlineStr"><is><t>Year</t></is></c>'
              '<c r="B1" t="s"><v>0</v></c></row>'
              '<row r="2"><c r="A2"><v>2023</v></c><c r="B2"><f>1+1</f><v>2</v></c></row>')


def shared_strings(sheets):
    """The texts that cells of the sheets have by their numbers, as programs write them: no others."""
    texts = ("<t>Calls</t>", '<r><t>In </t></r><r><t>all</t></r><rPh sb="0" eb="1"><t>x</t></rPh>')
    n_used = max((n + 1 for n in range(len(texts)) for _, _, xml in sheets
                  if re.search('t="s"[^>]*>(<f.*?</f>)?<v>%d</v>' % n, xml)), default=0)
    return "<sst %s>%s</sst>" % (MAIN, "".join("<si>%s</si>" % text for text in texts[:n_used]))


def xlsx(sheets=None, parts=None, names="", properties=""):
    """A workbook. Sheets are (name, state, XML); parts are added to the archive as they are."""
    sheets = sheets if sheets is not None else [("Calls", None, PLAIN)]
    content = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations([("rId1", "officeDocument", "xl/workbook.xml")]),
        "xl/_rels/workbook.xml.rels": relations(
            [("s%d" % n, "worksheet", "worksheets/sheet%d.xml" % n) for n in range(len(sheets))]
            + [("x1", "sharedStrings", "sharedStrings.xml"), ("x2", "styles", "styles.xml")]),
        "xl/workbook.xml": '<workbook %s xmlns:r="%s"><workbookPr %s/><sheets>%s</sheets>'
                           "<definedNames>%s</definedNames></workbook>" % (
                               MAIN, REL, properties, "".join(
                                   '<sheet name="%s" sheetId="%d" %s r:id="s%d"/>' % (
                                       name, n + 1, 'state="%s"' % state if state else "", n)
                                   for n, (name, state, _) in enumerate(sheets)), names),
        "xl/sharedStrings.xml": shared_strings(sheets),
        "xl/styles.xml": STYLES,
    }
    for number, (_, _, xml) in enumerate(sheets):
        content["xl/worksheets/sheet%d.xml" % number] = xml
    content.update(parts or {})
    return pack(content)


ODS_NAMES = " ".join('xmlns:%s="urn:oasis:names:tc:opendocument:xmlns:%s:1.0"' % (prefix, name)
                     for prefix, name in (("office", "office"), ("table", "table"),
                                          ("text", "text"), ("style", "style"))) + (
    ' xmlns:fo="urn:fo" xmlns:xlink="urn:xlink" xmlns:dc="urn:dc" xmlns:draw="urn:draw"'
    ' xmlns:chart="urn:chart" xmlns:calcext="urn:calcext" xmlns:meta="urn:meta"'
    ' xmlns:config="urn:config"')


def text_cell(text, more=""):
    return ('<table:table-cell office:value-type="string" %s><text:p>%s</text:p>'
            "</table:table-cell>" % (more, text))


def number_cell(value, more="", shown=None):
    return ('<table:table-cell office:value-type="float" office:value="%s" %s>'
            "<text:p>%s</text:p></table:table-cell>" % (value, more,
                                                       value if shown is None else shown))


ODS_PLAIN = ("<table:table-row>%s%s</table:table-row><table:table-row>%s%s</table:table-row>" % (
    text_cell("Year"), text_cell("Calls"), number_cell("2023"), number_cell("2")))


def ods(rows=ODS_PLAIN, sheets="", before="", after="", styles="", parts=None, table=""):
    """An OpenDocument workbook with a sheet "Calls" of rows, and more sheets behind it."""
    content = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": '<?xml version="1.0"?><office:document-content %s><office:automatic-styles>%s'
                       "</office:automatic-styles><office:body><office:spreadsheet>"
                       '%s<table:table table:name="Calls" %s>%s</table:table>%s%s'
                       "</office:spreadsheet></office:body></office:document-content>" % (
                           ODS_NAMES, styles, before, table, rows, sheets, after),
    }
    content.update(parts or {})
    return pack(content)
