#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes calls.xlsx and calls.ods with LibreOffice, from a flat document that it is handed.

They are kept in the repository, for tests run where there is no LibreOffice:

    python3 tests/data/workbooks/make.py
"""

import pathlib
import subprocess
import tempfile

HERE = pathlib.Path(__file__).parent
NAMES = " ".join('xmlns:%s="urn:oasis:names:tc:opendocument:xmlns:%s:1.0"' % (prefix, name)
                 for prefix, name in (("office", "office"), ("table", "table"), ("text", "text"),
                                      ("style", "style"), ("fo", "xsl-fo-compatible"),
                                      ("dc", "dc"), ("meta", "meta")))


def text(value, attributes=""):
    return ('<table:table-cell office:value-type="string" %s><text:p>%s</text:p></table:table-cell>'
            % (attributes, value))


def number(value):
    return '<table:table-cell office:value-type="float" office:value="%s"/>' % value


def row(*cells, attributes=""):
    return "<table:table-row %s>%s</table:table-row>" % (attributes, "".join(cells))


CALLS = "".join((
    row(text("Calls to the switchboard", 'table:number-columns-spanned="4"'),
        '<table:covered-table-cell table:number-columns-repeated="3"/>'),
    row(text("Team"), text("Calls"), text("Opened"), text("Reference")),
    row(text(""), text("No."), text(""), text("")),
    row(text("North"), text("20,049"), text("03/04/2024"), text("007")),
    row(text("South"), number(41), text("25/12/2024"), text("010")),
    row(text("Secret team"), number(3), text("26/12/2024"), text("011"),
        attributes='table:visibility="collapse"'),
    row(text("East"), text("&lt;5"), text("05/06/2024"), text("012")),
    row(text("West"), text("-"), text("27/12/2024"), text("013")),
    row(text("Dock"), text("many"), text("28/12/2024"), text("014")),
))
STAFF = row(text("Name"), text("Number")) + row(text("A Hidden Person"), number(4711))

DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document %s office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>
<style:style style:name="seen" style:family="table"><style:table-properties table:display="true"/>
</style:style>
<style:style style:name="unseen" style:family="table"><style:table-properties table:display="false"/>
</style:style>
</office:automatic-styles>
<office:body><office:spreadsheet>
<table:table table:name="Calls" table:style-name="seen">%s</table:table>
<table:table table:name="Staff" table:style-name="unseen">%s</table:table>
</office:spreadsheet></office:body></office:document>
""" % (NAMES, CALLS, STAFF)


def main():
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, "calls.fods")
        source.write_text(DOCUMENT, encoding="utf-8")
        for kind in ("xlsx", "ods"):
            subprocess.run(["soffice", "-env:UserInstallation=file://%s/profile" % folder,
                            "--headless", "--convert-to", kind, "--outdir", str(HERE),
                            str(source)], check=True)


if __name__ == "__main__":
    main()
