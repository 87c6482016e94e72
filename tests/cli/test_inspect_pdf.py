#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""`foi inspect` names what a PDF hides: text under boxes first of all, as poppler paints them."""

import math
import os
import random
import re
import resource
import subprocess
import sys
import time
import zlib

import cli
from cli import EXAMPLE, equal, expect, foi, refusal, run_tests
from pdfs import box, pdf, words, write

SEEN = words("Seen")
NAME = words("A. Smith", 50, 300)
OVER = box(48, 296, 60, 14)
PICTURE = ("<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
           "/BitsPerComponent 8 >>", b"\0")
STENCIL = ("<< /Type /XObject /Subtype /Image /Width 8 /Height 1 /ImageMask true "
           "/BitsPerComponent 1 >>", b"\0")
HOLES = (STENCIL[0], b"\x55")


def masked(mask, kind="SMask", depth=8):
    """A picture, and what says where it is seen."""
    return (PICTURE[0].replace(">>", f"/{kind} 11 0 R >>"), PICTURE[1]), (
        "<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray "
        f"{'/ImageMask true ' if kind == 'Mask' else ''}/BitsPerComponent {depth} >>", mask)


def shaded(description, content=""):
    return dict(objects=(f"<< {description} /ColorSpace /DeviceGray /Function << /FunctionType 2 "
                         "/Domain [0 1] /N 1 /C0 [0] /C1 [0.2] >> >>",),
                resources="/Shading << /S 10 0 R >> /Pattern << >>" + content)


def disc(x, y, radius, paint="f", colour="0 g"):
    """A circle of four curves, with no straight line in it."""
    k = radius * 0.5523
    return (f"q {colour} {x + radius} {y} m {x + radius} {y + k} {x + k} {y + radius} {x} {y + radius} c "
            f"{x - k} {y + radius} {x - radius} {y + k} {x - radius} {y} c "
            f"{x - radius} {y - k} {x - k} {y - radius} {x} {y - radius} c "
            f"{x + k} {y - radius} {x + radius} {y - k} {x + radius} {y} c {paint} Q\n")


def turned(content, degrees=30, x=150, y=200):
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return f"q {c:.5f} {s:.5f} {-s:.5f} {c:.5f} {x} {y} cm {content} Q\n"


def form(content, more="", matrix="1 0 0 1 0 0"):
    return (f"<< /Type /XObject /Subtype /Form /BBox [0 0 300 400] /Matrix [{matrix}] {more} /Resources "
            "<< /Font << /F 3 0 R >> >> >>", content)


def drawn(*objects):
    return dict(objects=objects, resources="/XObject << " + " ".join(
        f"/X{n} {10 + n} 0 R" for n in range(len(objects))) + " >>")


def note(kind, more="", place="48 296 108 310"):
    return f"<< /Type /Annot /Subtype /{kind} /Rect [{place}] {more} >>"


LAYERS = dict(objects=("<< /Type /OCG /Name (Names) >>", "<< /Type /OCG /Name (Map) >>"),
              resources="/Properties << /L0 10 0 R /L1 11 0 R >>")


def layers(state):
    return f"/OCProperties << /OCGs [10 0 R 11 0 R] /D << {state} >> >>"


XMP = ("<< /Type /Metadata /Subtype /XML >>",
       '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="urn:rdf" xmlns:dc="urn:dc">'
       "<rdf:Description><dc:creator><rdf:Seq><rdf:li>A. Officer</rdf:li></rdf:Seq></dc:creator>"
       "</rdf:Description></rdf:RDF></x:xmpmeta>")
FILE = ("<< /Type /EmbeddedFile >>", "x")
COVERED = [("covered-text", "page 1", 1, "")]

# Each file, and all that is found in it: (kind, place, count, detail).
FOUND = {
    "nothing": (pdf(SEEN), []),
    # the redaction that is none
    "box": (pdf(SEEN + NAME + OVER), COVERED),
    "box beneath": (pdf(box(40, 290, 90, 30, "0.9 g") + NAME), []),
    "box beside": (pdf(NAME + box(48, 310, 60, 14)), []),
    "box over a part": (pdf(words("Mr A. Smith", 50, 300) + box(66, 296, 60, 14)), COVERED),
    "white box": (pdf(NAME + box(48, 296, 60, 14, "1 g")), COVERED),
    "two boxes": (pdf(NAME + OVER + words("Seen", 50, 250) + words("Bob", 50, 200) + box(48, 196, 40, 14)),
                  [("covered-text", "page 1", 2, "")]),
    "second page": (pdf(SEEN, NAME + OVER), [("covered-text", "page 2", 1, "")]),
    "box of lines": (pdf(NAME + "0 g 48 296 m 108 296 l 108 310 l 48 310 l h f\n"), COVERED),
    "thick line": (pdf(NAME + "14 w 48 303 m 108 303 l S\n"), COVERED),
    "underlined": (pdf(NAME + "1 w 48 298 m 108 298 l S\n"), []),
    "framed": (pdf(NAME + box(48, 296, 60, 14, "1 w", "S")), []),
    "frame by two boxes": (pdf(NAME + "40 290 80 30 re 45 293 70 24 re f*\n"), []),
    "frame one way round": (pdf(NAME + "40 290 80 30 re 45 293 70 24 re f\n"), COVERED),
    "frame the other way round": (pdf(NAME + "40 290 80 30 re 45 317 70 -24 re f\n"), []),
    "triangle": (pdf(NAME + "0 g 48 296 m 108 296 l 48 310 l h f\n"), COVERED),
    "triangle below": (pdf(NAME + "0 g 48 290 m 108 290 l 48 301 l h f\n"), []),
    "transparent": (pdf(NAME + "/G gs " + OVER, objects=("<< /ca 0.3 >>",),
                        resources="/ExtGState << /G 10 0 R >>"), []),
    "yellow pen": (pdf(NAME + "/G gs " + box(48, 296, 60, 14, "1 1 0 rg"),
                       objects=("<< /BM /Multiply >>",), resources="/ExtGState << /G 10 0 R >>"), []),
    "black pen": (pdf(NAME + "/G gs " + OVER, objects=("<< /BM /Multiply >>",),
                      resources="/ExtGState << /G 10 0 R >>"), COVERED),
    "scaled": (pdf("q 2 0 0 2 0 0 cm " + words("A. Smith", 25, 150, 6) + "Q " + OVER), COVERED),
    "upright": (pdf("q 0 1 -1 0 300 0 cm " + words("A. Smith", 50, 100) + box(48, 96, 60, 14) + "Q"),
                COVERED),
    "in a form": (pdf(NAME + "/X0 Do", **drawn(form(OVER))), COVERED),
    "moved form": (pdf(NAME + "/X0 Do", **drawn(form(box(0, 0, 60, 14),
                                                    matrix="1 0 0 1 48 296"))), COVERED),
    "form beneath": (pdf("/X0 Do " + SEEN + OVER, **drawn(form(NAME))), COVERED),
    "clipped away": (pdf(NAME + "q 0 0 20 20 re W n " + OVER + "Q"), []),
    "clipped box": (pdf(NAME + "q 48 296 60 14 re W n " + box(0, 0, 300, 400) + "Q"), COVERED),
    "picture": (pdf(NAME + "q 60 0 0 14 48 296 cm /X0 Do Q", **drawn(PICTURE)), COVERED),
    "stencil": (pdf(NAME + "q 60 0 0 14 48 296 cm /X0 Do Q", **drawn(STENCIL)), COVERED),
    "stencil with holes": (pdf(NAME + "q 60 0 0 14 48 296 cm /X0 Do Q", **drawn(HOLES)), []),
    "picture in the stream": (pdf(NAME + "q 60 0 0 14 48 296 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \0 EI Q"),
                              COVERED),
    "black on black": (pdf(box(48, 296, 60, 14) + words("A. Smith", before="0 g")), COVERED),
    "white on black": (pdf(box(48, 296, 60, 14) + words("A. Smith", before="1 g")), []),
    "white on white": (pdf(words("A. Smith", before="1 g")), [("invisible-text", "page 1", 1, "")]),
    "white over a shade": (pdf("/Sh sh " + words("A. Smith", before="1 g"),
                               objects=("<< /ShadingType 2 >>",),
                               resources="/Shading << /Sh 10 0 R >>"), []),
    "tiny": (pdf(words("A. Smith", size=0.5)), [("invisible-text", "page 1", 1, "")]),
    "size in the matrix": (pdf("BT /F 1 Tf 12 0 0 12 50 300 Tm (A. Smith) Tj ET"), []),
    "without ink": (pdf(words("A. Smith", mode=3)), [("invisible-text", "page 1", 1, "")]),
    "scan": (pdf("q 300 0 0 400 0 0 cm /X0 Do Q " + words("A. Smith", mode=3), **drawn(PICTURE)),
             [("scanned-text", "page 1", 1, "")]),
    "scan over its text": (pdf(NAME + "q 300 0 0 400 0 0 cm /X0 Do Q", **drawn(PICTURE)),
                           [("scanned-text", "page 1", 1, "")]),
    "box on a scan": (pdf("q 300 0 0 400 0 0 cm /X0 Do Q " + words("A. Smith", mode=3) + OVER,
                          **drawn(PICTURE)), COVERED),
    "beside the page": (pdf(words("A. Smith", 50, 500)), [("outside-page", "page 1", 1, "")]),
    "cut off": (pdf(words("A. Smith", 50, 20) + SEEN, page="/CropBox [0 100 300 400]"),
                [("outside-page", "page 1", 1, "")]),
    "spaces": (pdf(SEEN + words("   ") + OVER.replace("48", "200")), []),
    "places by lines": (pdf("BT /F 12 Tf 14 TL 50 314 Td (Seen) Tj T* (A. Smith) Tj ET " + OVER),
                        COVERED),
    "places by steps": (pdf("BT /F 12 Tf 50 300 Td [(Seen) -5000 (A. Smith)] TJ ET "
                            + box(134, 296, 60, 14)), COVERED),
    # shapes of any kind
    "disc": (pdf(NAME + disc(75, 303, 40)), COVERED),
    "disc beneath": (pdf(disc(75, 303, 40, colour="0.9 g") + NAME), []),
    "disc beside": (pdf(NAME + disc(180, 303, 40)), []),
    "ring": (pdf(NAME + disc(75, 303, 40, "S")), []),
    "filled ring": (pdf(NAME + disc(75, 303, 46, "")[:-3] + disc(75, 303, 40, "f*")[2:]), []),
    "black on a black disc": (pdf(disc(75, 303, 40) + NAME), COVERED),
    "white on a black disc": (pdf(disc(75, 303, 40) + words("A. Smith", before="1 g")), []),
    "white beside a disc": (pdf(disc(75, 340, 34) + words("A. Smith", before="1 g")),
                            [("invisible-text", "page 1", 1, "")]),
    "in the corner of a disc": (pdf(words("Mm", 20, 372) + disc(60, 340, 42)), []),
    "rounded box": (pdf(NAME + "0 g 52 296 m 104 296 l 108 296 108 300 108 303 c 108 306 108 310 104 310 c "
                        "52 310 l 48 310 48 306 48 303 c 48 300 48 296 52 296 c f\n"), COVERED),
    "curves v and y": (pdf(NAME + "0 g 30 303 m 60 340 120 303 v 60 260 30 303 y f\n"), COVERED),
    "box at an angle": (pdf(turned(words("A. Smith", 0, 0) + box(-2, -4, 60, 14))), COVERED),
    "box at an angle beside": (pdf(turned(words("A. Smith", 0, 0) + box(-2, 12, 60, 14))), []),
    "box at an angle beneath": (pdf(turned(box(-2, -4, 60, 14, "0.8 g") + words("A. Smith", 0, 0))), []),
    "level text in its corner": (pdf(words("Mm", 97, 320) + turned(box(0, 0, 120, 80), 45)), []),
    "level text in a box at an angle": (pdf(NAME + turned(box(-60, -60, 120, 120), 30, 75, 303)), COVERED),
    "thick line at an angle": (pdf(turned(words("A. Smith", 0, 0) + "14 w -2 3 m 60 3 l S")), COVERED),
    "thin line at an angle": (pdf(turned(words("A. Smith", 0, 0) + "1 w -2 3 m 60 3 l S")), []),
    "two boxes for one word": (pdf(NAME + box(48, 296, 31, 14) + box(79, 296, 30, 14)), COVERED),
    "halves of each letter": (pdf(NAME + box(48, 290, 60, 13) + box(48, 303, 60, 14)), COVERED),
    "stripes": (pdf(NAME + "".join(box(48 + 6 * n, 296, 3, 14) for n in range(10))), []),
    "stripes without gaps": (pdf(NAME + "".join(box(48 + 6 * n, 296, 6, 14) for n in range(10))), COVERED),
    "boxes in one path": (pdf(NAME + "0 g 48 296 30 14 re 78 296 30 14 re f\n"), COVERED),
    "boxes in one path, one twice": (pdf(NAME + "0 g 48 296 60 14 re 48 296 60 14 re f*\n"), []),
    "clipped by a disc": (pdf(NAME + disc(75, 303, 40, "W n")[:-2] + box(0, 0, 300, 400) + "Q"), COVERED),
    "clipped by a disc elsewhere": (pdf(NAME + disc(200, 303, 40, "W n")[:-2] + box(0, 0, 300, 400) + "Q"), []),
    "clipped by a box at an angle": (pdf(turned(words("A. Smith", 0, 0) + "-2 -4 60 14 re W n "
                                                + "0 g -300 -300 600 600 re f ")), COVERED),
    "picture at an angle": (pdf(turned(words("A. Smith", 0, 0) + "60 0 0 14 -2 -4 cm /X0 Do"),
                                **drawn(PICTURE)), COVERED),
    "picture at an angle beside": (pdf(words("Mm", 97, 320) + turned("120 0 0 80 0 0 cm /X0 Do", 45),
                                       **drawn(PICTURE)), []),
    "picture with a full mask": (pdf(NAME + "q 60 0 0 14 48 296 cm /X0 Do Q",
                                     **drawn(*masked(b"\xff" * 4))), COVERED),
    "picture with holes": (pdf(NAME + "q 60 0 0 14 48 296 cm /X0 Do Q",
                               **drawn(*masked(b"\xff\x00\xff\xff"))), []),
    "picture with a full stencil": (pdf(NAME + "q 60 0 0 14 48 296 cm /X0 Do Q",
                                        **drawn(*masked(b"\0\0", "Mask", 1))), COVERED),
    "logo beneath": (pdf("q 60 0 0 14 48 296 cm /X0 Do Q " + NAME, **drawn(PICTURE)), []),
    "form at an angle": (pdf(turned(words("A. Smith", 0, 0) + "/X0 Do"),
                             **drawn(form(box(0, 12, 60, 14)))), []),
    "form at an angle over it": (pdf(turned(words("A. Smith", 2, 4) + "/X0 Do"),
                                     **drawn(form(box(0, 0, 60, 14)))), COVERED),
    "shading": (pdf(NAME + "q 48 296 60 14 re W n /S sh Q",
                    **shaded("/ShadingType 2 /Coords [0 0 300 0]")), COVERED),
    "shading that ends before": (pdf(NAME + "q 48 296 60 14 re W n /S sh Q",
                                     **shaded("/ShadingType 2 /Coords [150 0 300 0]")), []),
    "shading that goes on": (pdf(NAME + "q 48 296 60 14 re W n /S sh Q",
                                 **shaded("/ShadingType 2 /Coords [150 0 300 0] /Extend [true false]")),
                             COVERED),
    "shading beneath": (pdf("q 48 296 60 14 re W n /S sh Q " + NAME,
                            **shaded("/ShadingType 2 /Coords [0 0 300 0]")), []),
    "shading elsewhere": (pdf(NAME + "q 148 296 60 14 re W n /S sh Q",
                              **shaded("/ShadingType 2 /Coords [0 0 300 0]")), []),
    "shading in a box of its own": (pdf(NAME + "/S sh", **shaded(
        "/ShadingType 2 /Coords [0 0 300 0] /BBox [200 0 300 400]")), []),
    "round shading": (pdf(NAME + "/S sh", **shaded("/ShadingType 3 /Coords [75 303 0 75 303 40]")), COVERED),
    "round shading beside": (pdf(NAME + "/S sh", **shaded("/ShadingType 3 /Coords [180 303 0 180 303 40]")),
                             []),
    "round shading with a hole": (pdf(NAME + "/S sh", **shaded(
        "/ShadingType 3 /Coords [75 303 35 75 303 80]")), []),
    "seen through a mask": (pdf(NAME + "/G gs " + OVER, objects=("<< /SMask << /S /Alpha >> >>",),
                                resources="/ExtGState << /G 10 0 R >>"), []),
    # what is honest
    "shaded rows beneath": (pdf("".join(box(40, 290 - 20 * n, 200, 20, f"{0.85 + 0.05 * (n % 2)} g")
                                        + words(f"Row {n}", 50, 295 - 20 * n) for n in range(6))), []),
    "heading on a rounded tab": (pdf(disc(60, 305, 30, colour="0.1 0.2 0.5 rg") + box(60, 275, 120, 60,
                                     "0.1 0.2 0.5 rg") + words("Heading", 60, 300, before="1 g")), []),
    # annotations
    "redaction not made": (pdf(NAME, annotations=[note("Redact")]),
                           [("unmade-redaction", "page 1", 1, "")]),
    "sticky note": (pdf(SEEN, annotations=[note("Text", "/T (A. Officer) /Contents (no)")]),
                    [("annotation", "page 1", 1, "A. Officer")]),
    "link": (pdf(SEEN, annotations=[note("Link")]), []),
    "field": (pdf(SEEN, annotations=[note("Widget", "/T (n) /V (secret)")]),
              [("form-field", "page 1", 1, "")]),
    "box as an annotation": (pdf(NAME, objects=[(
        "<< /Type /XObject /Subtype /Form /BBox [0 0 10 10] >>", "0 g 0 0 10 10 re f")],
        annotations=[note("Square", "/AP << /N 10 0 R >>")]),
                             [("annotation", "page 1", 1, "")] + COVERED),
    "box that is turned off": (pdf(NAME, objects=[(
        "<< /Type /XObject /Subtype /Form /BBox [0 0 10 10] >>", "0 g 0 0 10 10 re f")],
        annotations=[note("Square", "/F 2 /AP << /N 10 0 R >>")]), [("annotation", "page 1", 1, "")]),
    # layers
    "layers": (pdf("/OC /L0 BDC " + NAME + "EMC", catalog=layers(""), **LAYERS),
               [("layer", "layers", 2, "Names, Map")]),
    "layer turned off": (pdf("/OC /L0 BDC " + NAME + "EMC", catalog=layers("/OFF [10 0 R]"), **LAYERS),
                         [("layer", "layers", 1, "Map"), ("unseen-layer", "layers", 1, "Names")]),
    "box in a layer turned off": (pdf(NAME + "/OC /L0 BDC " + OVER + "EMC",
                                      catalog=layers("/BaseState /OFF /ON [11 0 R]"), **LAYERS),
                                  [("layer", "layers", 1, "Map"),
                                   ("unseen-layer", "layers", 1, "Names")]),
    "box in a layer": (pdf(NAME + "/OC /L0 BDC " + OVER + "EMC", catalog=layers(""), **LAYERS),
                       [("layer", "layers", 2, "Names, Map")] + COVERED),
    # the file
    "author": (pdf(SEEN, objects=("<< /Author (A. Officer) /Title () /Producer (x) /Case (12) >>",),
                   trailer="/Info 10 0 R"),
               [("document-property", "Author", 1, "A. Officer"), ("document-property", "Case", 1, "12")]),
    "metadata": (pdf(SEEN, objects=(XMP,), catalog="/Metadata 10 0 R"),
                 [("document-property", "dc:creator", 1, "A. Officer")]),
    "the same said twice": (pdf(SEEN, objects=(XMP, "<< /Author (A. Officer) >>"),
                                catalog="/Metadata 10 0 R", trailer="/Info 11 0 R"),
                            [("document-property", "Author", 1, "A. Officer")]),
    "file inside": (pdf(SEEN, objects=(FILE, "<< /Type /Filespec /UF (pay.xlsx) /EF << /F 10 0 R >> >>"),
                        catalog="/Names << /EmbeddedFiles << /Names [(a) 11 0 R] >> >>"),
                    [("embedded-object", "file", 1, "pay.xlsx")]),
    "script": (pdf(SEEN, catalog="/OpenAction << /S /JavaScript /JS (x) >>"),
               [("macro", "JavaScript", 1, "")]),
    "data of a program": (pdf(SEEN, page="/PieceInfo << >>"), [("custom-xml", "PieceInfo", 1, "")]),
    "page in no order": (pdf(SEEN, objects=("<< /Type /Page /Parent 2 0 R >>",)),
                         [("earlier-version", "pages", 1, "")]),
    "form of another kind": (pdf(SEEN, catalog="/AcroForm << /XFA (x) >>"),
                             [("form-field", "XFA", 1, "")]),
}


def with_more(content):
    """The same file, with an object added behind its end."""
    start = re.findall(rb"startxref\n(\d+)", content)[-1]
    place = len(content)
    return (content + b"4 0 obj\nnull\nendobj\nxref\n4 1\n%010d 00000 n \ntrailer\n<< /Size 99 "
            b"/Root 1 0 R /Prev %s >>\nstartxref\n%d\n%%%%EOF\n" % (place, start, place + 22))


FOUND["saved again behind its end"] = (with_more(pdf(SEEN)), [("earlier-version", "file", 1, "")])


def test_found(folder):
    """Each kind is found where it is, with its place, and nothing where there is nothing"""
    path = folder / "a.pdf"
    for name, (content, wanted) in FOUND.items():
        path.write_bytes(content)
        outcome = foi("inspect", path, "--format", "json")
        yield from (f"{name}: {line}" for line in expect(outcome, 1 if wanted else 0, err=""))
        if outcome.status > 1:
            continue
        result = outcome.json()
        yield from equal(name, sorted((f["kind"], f["place"], f["count"], f["detail"])
                                      for f in result["findings"]), sorted(wanted))
        yield from equal(f"{name}: format", result["format"], "pdf")


def test_letters(folder):
    """Of our own letters nothing but what they say of themselves is found"""
    path = folder / "letter.pdf"
    yield from expect(foi("export", EXAMPLE, "--to", "pdf", "-o", path), 0)
    found = foi("inspect", path, "--format", "json").json()["findings"]
    yield from equal("kinds", {f["kind"] for f in found}, {"document-property"})


def pixels(path):
    """The first page in grey, a point to a pixel and four: (width, rows of bytes)."""
    data = subprocess.run(["pdftoppm", "-r", "288", "-gray", "-singlefile", path], check=True,
                          stdout=subprocess.PIPE).stdout
    width, height = map(int, data.split(maxsplit=3)[1:3])
    body = data[-width * height:]
    return [body[n * width:(n + 1) * width] for n in range(height)]


def word_boxes(path):
    text = subprocess.run(["pdftotext", "-bbox", path, "-"], check=True,
                          stdout=subprocess.PIPE).stdout.decode()
    return {m[4]: tuple(map(float, m[:4])) for m in re.findall(
        r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(\w+)</word>',
        text)}


def random_cover(chance, x, y, colour):
    """Something about the words at a place, or beside them, that reaches no others."""
    kind = chance.choice("bbbdaos")
    if kind == "d":
        return f"q 1 0 0 0.32 {x + 20} {y + 4} cm {disc(0, 0, 45, 'f', colour)} Q\n"
    if kind == "a":
        return turned(box(-40, -11.5, 80, 23, colour), chance.choice((-12, 12)), x + 20, y + 4)
    if kind == "o":
        return box(x + 100, y - 4, 5, 16, colour)
    if kind == "s":
        return f"q {x - 3} {y - 4} 90 16 re W n /S sh Q\n"
    return box(x - 3, y - 4, 90, 16, colour, chance.choice("ffS"))


def random_page(chance, names):
    """Words in places of their own, with shapes over and under them; between them words in a margin,
    which nothing touches."""
    content = ""
    for number, name in enumerate(names):
        x, y = 60 + 110 * (number % 2), 350 - 30 * (number // 2)
        grey = chance.choice(("0", "0", "1", "0.5"))
        over = random_cover(chance, x, y, f"{chance.choice(('0', '1', '0.5'))} g")
        text = words(name, x, y, chance.choice((9, 12, 14)), f"{grey} g") + words(
            "m", 5, y, 8, "0 g")
        content += chance.choice((over + text, text + over, text))
    return content


def test_poppler(folder):
    """Words that poppler finds and does not paint are those that are found, on random pages"""
    chance = random.Random(4)
    path = folder / "a.pdf"
    names = [f"name{letter}" for letter in "abcdefghijklmnop"]
    totals = [0, 0]
    shade = shaded("/ShadingType 2 /Coords [0 0 300 0]")
    shade["objects"] = (shade["objects"][0].replace("[0.2]", "[0.3]").replace("[0]", "[0.3]"),)
    for number in range(15):
        path.write_bytes(pdf(random_page(chance, names), **shade))
        rows, hidden = pixels(path), 0
        boxes = word_boxes(path)
        yield from equal("words", [name for name in names if name not in boxes], [])
        for name in names:
            left, top, right, bottom = (4 * side for side in boxes[name])
            middle = (top + bottom) / 2
            shades = {shade for row in rows[int(middle - 8):int(middle + 8)]
                      for shade in row[int(left) + 4:int(right) - 4]}
            hidden += len(shades) == 1
        found = foi("inspect", path, "--format", "json").json()["findings"]
        count = sum(f["count"] for f in found if f["kind"] in ("covered-text", "invisible-text"))
        yield from equal(f"page {number}", count, hidden)
        totals[0] += hidden
        totals[1] += len(names) - hidden
    if min(totals) < 40:
        yield f"too one-sided: {totals}"


SLOWNESS = int(os.environ.get("FOI_TEST_SLOWNESS", "1"))


def packed(size):
    """So many megabytes of nothing, as a stream packs them."""
    packer = zlib.compressobj()
    return b"".join(packer.compress(bytes(1 << 20)) for _ in range(size)) + packer.flush()


def hostile():
    many = "".join(box(n % 250, n % 350, 40, 30) for n in range(20000))
    yield "many boxes and letters", pdf(words("x" * 20000) + many), None
    yield "many discs and letters", pdf(words("x" * 20000) + "".join(
        disc(n % 250, n % 350, 30) for n in range(8000))), None
    curves = " ".join(f"{n % 300} {n % 7} {n % 200} 400 {n % 250} {n % 350} c" for n in range(3000))
    yield "one path of many curves", pdf(words("x" * 3000) + f"0 0 m {curves} f*"), None
    yield "clips in clips", pdf(words("x" * 3000) + disc(150, 200, 140, "W n")[:-2] * 300
                                + box(0, 0, 300, 400)), None
    yield "thick curves", pdf(words("x" * 3000) + f"9 w 0 0 m {curves} S"), None
    yield "more than that", pdf("BT /F 12 Tf (xxxxxxxxxxxxxxxxxxxx) Tj ET\n" * 30000), "painted"
    yield "forms in a ring", pdf("/X0 Do", **drawn(("<< /Type /XObject /Subtype /Form /BBox "
                                 "[0 0 9 9] /Resources << /XObject << /A 10 0 R /B 10 0 R >> >> >>",
                                                   "/A Do /B Do"))), "painted"
    yield "pages in a ring", write([("<< /Type /Catalog /Pages 2 0 R >>", None), (
        "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>", None)]), ""
    # Forty lists of pages, each of which has the next one twice, and no page at their end.
    lists = [(f"<< /Type /Pages /Kids [{n} 0 R {n} 0 R] /Count 1 >>", None) for n in range(3, 43)]
    yield "pages in a lattice", write([
        ("<< /Type /Catalog /Pages 2 0 R >>", None), *lists,
        ("<< /Type /Pages /Kids [] /Count 0 >>", None)]), "too large"
    yield "open states", pdf("q " * 100000 + SEEN), "painted"
    yield "no numbers", pdf("cm re f Tm Td TJ Tf gs Do sh BT ET Q Q EMC W n 1 2 3 scn"), None
    yield "widths", pdf(SEEN.replace("/F ", "/G "), objects=(
        "<< /Type /Font /Subtype /Type0 /DescendantFonts [<< /W ["
        + "0 65535 500 " * 20000 + "] >>] >>",), page="", resources="/Font << /G 10 0 R >>"), None
    yield "bomb", pdf(SEEN, objects=[("<< /Filter /FlateDecode >>",
                                      packed(600))]), "unpacked"
    yield "nothing", b"%PDF-1.7\n", "PDF"
    yield "cut", pdf(SEEN)[:200], ""


def test_hostile(folder):
    """What would take all the time or memory is refused, or looked through at once"""
    path = folder / "a.pdf"
    for name, content, said in hostile():
        path.write_bytes(content)
        start = time.monotonic()
        done = subprocess.run([cli.COMMAND, "inspect", path], capture_output=True, timeout=60,
                              check=False)
        took = time.monotonic() - start
        if done.returncode not in ((0, 1) if said is None else (2,)) or (
                said and said not in done.stderr.decode()):
            yield f"{name}: exit {done.returncode}: {done.stderr.decode()!r}"
        if took > 4 * SLOWNESS:
            yield f"{name}: {took:.2f} s"
    if SLOWNESS == 1:
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        yield from [f"{peak} MB"] if peak > 600 else []


def test_usage(folder):
    """A password, and standard input"""
    path, locked = folder / "a.pdf", folder / "b.pdf"
    path.write_bytes(pdf(SEEN))
    subprocess.run(["qpdf", "--encrypt", "u", "o", "256", "--", path, locked], check=True)
    yield from refusal(foi("inspect", locked), str(locked), "")
    yield from expect(foi("inspect", "-", stdin=pdf(SEEN)), 0, out="nothing is hidden", err="")
    subprocess.run(["qpdf", "--linearize", path, locked], check=True)
    yield from expect(foi("inspect", locked), 0, out="nothing is hidden", err="")


if __name__ == "__main__":
    run_tests(sys.modules[__name__])
