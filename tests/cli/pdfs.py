# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""PDFs made by hand, object by object."""


def write(objects, trailer="/Root 1 0 R"):
    """A file of (dictionary, stream or None); the first is object 1."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, (dictionary, stream) in enumerate(objects, 1):
        places.append(len(out))
        body = dictionary.encode("latin-1")
        if stream is not None:
            data = stream if isinstance(stream, bytes) else stream.encode("latin-1")
            body = (body[:-2] + b" /Length %d >>\nstream\n" % len(data) + data + b"\nendstream")
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + f"trailer\n<< /Size {len(objects) + 1} {trailer} >>\nstartxref\n{start}\n"
                 "%%EOF\n".encode())


def pdf(*contents, catalog="", page="", resources="", objects=(), trailer="", box="0 0 300 400",
        annotations=()):
    """Pages of those contents. objects are numbered from 10 on; each annotation is one, behind them,
    and all are on the first page."""
    count = len(contents)
    first = 10 + len(objects) + len(annotations)
    kids = " ".join(f"{first + 2 * n} 0 R" for n in range(count))
    noted = " ".join(f"{10 + len(objects) + n} 0 R" for n in range(len(annotations)))
    made = [(f"<< /Type /Catalog /Pages 2 0 R {catalog} >>", None),
            (f"<< /Type /Pages /Kids [{kids}] /Count {count} /MediaBox [{box}] >>", None),
            ("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
             "/Encoding /WinAnsiEncoding >>", None)]
    made += [("null", None)] * 6
    made += [entry if isinstance(entry, tuple) else (entry, None) for entry in objects]
    made += [(entry, None) for entry in annotations]
    for number, content in enumerate(contents):
        more = f"/Annots [{noted}]" if number == 0 and annotations else ""
        made += [(f"<< /Type /Page /Parent 2 0 R /Contents {first + 2 * number + 1} 0 R {page} {more}"
                  f" /Resources << /Font << /F 3 0 R >> {resources} >> >>", None),
                 ("<< >>", content)]
    return write(made, f"/Root 1 0 R {trailer}")


def words(text, x=50, y=300, size=12, before="", mode=0):
    return f"BT {before} /F {size} Tf {mode} Tr 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n"


def box(x, y, width, height, colour="0 g", paint="f"):
    return f"q {colour} {x} {y} {width} {height} re {paint} Q\n"
