# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts made by hand, part by part, as word processors would make them."""

from books import pack, relations

WORD = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        ' xmlns:wp="urn:wp" xmlns:a="urn:a" xmlns:wps="urn:wps" xmlns:mc="urn:mc"')
TEXT = " ".join(f'xmlns:{prefix}="urn:{prefix}"' for prefix in
                "office text style fo dc table draw xlink meta svg".split())


def run(text, properties=""):
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def paragraph(*runs, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def docx(*paragraphs, parts=None, styles="", name="word/document.xml", types=""):
    """A Word document of paragraphs; parts are added to the archive as they are."""
    content = {
        "[Content_Types].xml": f"<Types>{types}</Types>",
        "_rels/.rels": relations([("rId1", "officeDocument", name)]),
        name: f'<?xml version="1.0"?><w:document {WORD}><w:body>'
              f'{"".join(paragraphs) or paragraph(run("Words"))}</w:body></w:document>',
        "word/styles.xml": f"<w:styles {WORD}>{styles}</w:styles>",
        "word/settings.xml": f"<w:settings {WORD}/>",
    }
    content.update(parts or {})
    return pack(content)


def odt(body="<text:p>Words</text:p>", parts=None, styles="", before=""):
    """An OpenDocument text; styles are those of its content, parts are added as they are."""
    content = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f'<?xml version="1.0"?><office:document-content {TEXT}>'
                       f"<office:automatic-styles>{styles}</office:automatic-styles><office:body>"
                       f"<office:text>{before}{body}</office:text></office:body>"
                       "</office:document-content>",
        "styles.xml": f"<office:document-styles {TEXT}/>",
    }
    content.update(parts or {})
    return pack(content)
