#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""`foi attach`: a file goes with the letter, is looked through, and stays what it was."""

import email
import email.policy
import hashlib
import json
import pathlib
import resource
import signal
import sys

import cli
from books import sheet, text_cell, xlsx  # noqa: F401, pylint: disable=unused-import
import books
from cli import EXAMPLE, equal, expect, foi, refusal, run_tests
from documents import docx, odt, paragraph, run
from pdfs import box, pdf, words

REDACTED = pdf(words("A. Smith", 50, 300) + box(48, 296, 60, 14))
PLAIN = pdf(words("Minutes"))


def make(folder, *attached):
    """A case that is sound but for its attachments: (case, folder of its files)."""
    path = folder / "case.foi.json"
    case = json.loads(pathlib.Path(EXAMPLE).read_text(encoding="utf-8"))
    case["foi:case"].pop("attachments", None)
    path.write_text(json.dumps(case), encoding="utf-8")
    for name, content in attached:
        source = folder / name
        source.write_bytes(content)
        yield_from = foi("attach", path, source)
        assert yield_from.status in (0, 1), yield_from.err
    return path, folder / "case.files"


def attachments(path):
    return json.loads(path.read_text(encoding="utf-8"))["foi:case"].get("attachments", [])


def edit(path, change):
    case = json.loads(path.read_text(encoding="utf-8"))
    change(case["foi:case"])
    path.write_text(json.dumps(case), encoding="utf-8")


def findings(path):
    outcome = foi("check", path, "--format", "json", "--date", "2024-11-20")
    return [(f["id"], f["severity"]) for f in outcome.json()["files"][0]["findings"]
            if f["id"].startswith(("attachment", "redaction"))]


def test_added(folder):
    """The file is copied beside the case; name, kind, size and hash are in the case"""
    path, files = make(folder)
    source = folder / "Minutes.pdf"
    source.write_bytes(PLAIN)
    outcome = foi("attach", path, source, "--question", "2", "--format", "json")
    yield from expect(outcome, 0, err="")
    yield from equal("copy", (files / "Minutes.pdf").read_bytes(), PLAIN)
    wanted = {"name": "Minutes.pdf", "format": "application/pdf", "size": len(PLAIN),
              "sha256": hashlib.sha256(PLAIN).hexdigest(), "question": "q2"}
    yield from equal("entry", attachments(path), [wanted])
    yield from equal("said", {key: outcome.json()[key] for key in ("name", "size", "sha256")},
                     {key: wanted[key] for key in ("name", "size", "sha256")})
    yield from equal("still there", source.read_bytes(), PLAIN)


def test_names(folder):
    """A second file of the same name gets a number; a name of its own keeps its kind"""
    path, files = make(folder, ("a.txt", b"one"))
    (folder / "a.txt").write_bytes(b"two")
    yield from expect(foi("attach", path, folder / "a.txt"), 0, err="")
    yield from expect(foi("attach", path, folder / "a.txt", "--name", "Notes of May"), 0, err="")
    yield from equal("names", [(a["name"], a.get("file")) for a in attachments(path)],
                     [("a.txt", None), ("a (2).txt", None), ("Notes of May.txt", "a (2).txt")])
    yield from equal("files", {p.name: p.read_bytes() for p in files.iterdir()},
                     {"a.txt": b"one", "a (2).txt": b"two"})
    before = path.read_bytes()
    yield from refusal(foi("attach", path, folder / "a.txt", "--name", "A"), str(folder / "a.txt"),
                       "already")
    yield from equal("case", path.read_bytes(), before)


def test_refused(folder):
    """A workbook with hidden content is refused with the way out, and nothing is changed"""
    path, files = make(folder)
    before = path.read_bytes()
    book = folder / "pay.xlsx"
    book.write_bytes(xlsx([("Calls", None, books.PLAIN), ("Staff", "hidden", books.PLAIN)]))
    yield from refusal(foi("attach", path, book), str(book), "Import the cells that are seen")
    (folder / "empty.pdf").write_bytes(b"")
    yield from refusal(foi("attach", path, folder / "empty.pdf"), str(folder / "empty.pdf"), "empty")
    yield from refusal(foi("attach", path, folder / "none"), str(folder / "none"), "")
    yield from refusal(foi("attach", path, book, "--question", "99"), str(path), "99")
    yield from refusal(foi("attach", path), "attach", "name a case and a file")
    yield from equal("case", path.read_bytes(), before)
    yield from equal("folder", files.exists(), False)


def limit_files():
    """A full disk, for all that is longer than a note."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))


def test_not_saved(folder):
    """Where the case cannot be saved no copy of the file is left beside it, and what was there stays"""
    path, files = make(folder)
    before = path.read_bytes()
    note = folder / "note.txt"
    note.write_bytes(b"A note.")
    yield from refusal(foi("attach", path, note, preexec_fn=limit_files), path, "as it was")
    yield from equal("folder", files.exists(), False)
    files.mkdir()
    (files / "note.txt").write_bytes(b"A note.")
    (files / "other.txt").write_bytes(b"Another.")
    yield from refusal(foi("attach", path, note, preexec_fn=limit_files), path, "as it was")
    yield from equal("case", path.read_bytes(), before)
    yield from equal("files", {p.name: p.read_bytes() for p in files.iterdir()},
                     {"note.txt": b"A note.", "other.txt": b"Another."})


def test_findings(folder):
    """What is in the files is told by the checks, as what it is"""
    path, files = make(folder, ("plain.pdf", PLAIN), ("black.pdf", REDACTED),
                       ("author.docx", docx(parts={
                           "docProps/core.xml": "<p><dc:creator>A. Officer</dc:creator></p>"})),
                       ("note.odt", odt("<text:p>a<office:annotation><dc:creator>A</dc:creator>"
                                        "</office:annotation></text:p>")),
                       ("map.png", b"\x89PNG\r\n\x1a\n"))
    yield from equal("found", findings(path), [
        ("attachment-hides-content", "error"), ("attachment-hides-content", "error"),
        ("attachment-says-of-itself", "warning"), ("attachment-not-looked-through", "warning")])
    (files / "plain.pdf").write_bytes(PLAIN + b"\n")
    (files / "map.png").unlink()
    yield from equal("found then", findings(path), [
        ("attachment-missing", "error"), ("attachment-changed", "error"),
        ("attachment-hides-content", "error"), ("attachment-hides-content", "error"),
        ("attachment-says-of-itself", "warning")])


def test_redactions(folder):
    """A redaction that was made elsewhere has a ground that there is"""
    path, _ = make(folder, ("plain.pdf", PLAIN))
    edit(path, lambda case: case["questions"][0].update(grounds=[{
        "act": "foia", "section": "40(2)", "kind": "personal-data"}]))
    for ground, wanted in (("40(2)", []), ("", [("redaction-without-ground", "error")]),
                           ("99", [("redaction-without-ground", "error")]),
                           ("31", [("redaction-without-ground", "error")])):
        edit(path, lambda case, ground=ground: case["attachments"][0].update(
            redactions=[{"place": "Page 1", "tool": "Acrobat", "ground": ground}]))
        yield from equal(repr(ground), findings(path), wanted)


def pack(folder, path, kind="send"):
    return foi("export", path, "--to", "pack", "--for", kind, "-o", folder / "out", "--force",
               "--format", "json")


def test_pack(folder):
    """A file goes into the pack under the name that the letter says; what it hides stops it, until an
    officer says why it may be known"""
    path, files = make(folder, ("plain.pdf", PLAIN))

    def sound(case):
        case["questions"] = []
        case["attachments"][0].update(name="Minutes of May.pdf", file="plain.pdf")

    case = json.loads(path.read_text(encoding="utf-8"))
    sound(case["foi:case"])
    case["resources"] = []
    path.write_text(json.dumps(case), encoding="utf-8")
    outcome = pack(folder, path)
    yield from expect(outcome, 0)
    letter = foi("export", path, "--to", "text", "-o", "-")
    if "Minutes of May.pdf" not in " ".join(letter.out.split()):
        yield f"the letter does not list it: {letter.out}"
    listing = (folder / "out" / "what-leaves-the-building.txt").read_text(encoding="utf-8")
    if hashlib.sha256(PLAIN).hexdigest() not in listing:
        yield "its hash is not in the list"
    (folder / "black.pdf").write_bytes(REDACTED)
    yield from expect(foi("attach", path, folder / "black.pdf"), 1)
    outcome = pack(folder, path)
    yield from expect(outcome, 2, err="text under something drawn over it: page 1")
    sha256 = hashlib.sha256(REDACTED).hexdigest()
    edit(path, lambda case: case.update(accepted=[{
        "finding": "attachment-hides-content", "reason": "The name is on our website.",
        "path": f"$.foi:case.attachments[1].{sha256[:16]}"}]))
    yield from expect(pack(folder, path), 0)
    (files / "plain.pdf").write_bytes(b"else")
    yield from expect(pack(folder, path), 2, err="changed since")


def test_mail(folder):
    """The draft of a mail to the requester has the letter and the attachments, and no list of ours"""
    path, _ = make(folder, ("plain.pdf", PLAIN))
    edit(path, lambda case: case.update(
        questions=[], request={**case["request"], "requester": {"email": "r.quester@mail.example"}}))
    edit(path, lambda case: case["attachments"][0].update(format="text/x\r\nBcc: all@mail.example"))
    case = json.loads(path.read_text(encoding="utf-8"))
    case["resources"] = []
    path.write_text(json.dumps(case), encoding="utf-8")
    mail = folder / "a.eml"
    yield from expect(foi("export", path, "--to", "eml", "--date", "2024-11-20", "-o", mail), 0)
    read = email.message_from_bytes(mail.read_bytes(), policy=email.policy.default)
    yield from equal("to", read["To"], "r.quester@mail.example")
    yield from equal("copies", read["Bcc"], None)
    yield from equal("draft", read["X-Unsent"], "1")
    files = {part.get_filename(): part.get_content() for part in read.iter_attachments()}
    yield from equal("files", sorted(files), ["FOI651119421.pdf", "plain.pdf"])
    yield from equal("attachment", files["plain.pdf"], PLAIN)
    (folder / "black.pdf").write_bytes(REDACTED)
    yield from expect(foi("attach", path, folder / "black.pdf"), 1)
    before = mail.read_bytes()
    yield from expect(foi("export", path, "--to", "eml", "--force", "-o", mail), 2,
                      err="text under something drawn over it")
    yield from equal("mail", mail.read_bytes(), before)
    yield from refusal(foi("export", path, "--to", "eml", "--table", "t", "-o", mail), "export",
                       "--table does not go with it")


def test_cases_stay(folder):
    """A case file is never sent, under whatever name; a device is no file"""
    path, files = make(folder)
    before = path.read_bytes()
    for name in ("other.foi.json", "data.json", "notes.txt", "minutes.docx"):
        (folder / name).write_bytes(pathlib.Path(EXAMPLE).read_bytes())
        yield from refusal(foi("attach", path, folder / name), str(folder / name),
                           "this is a case file")
    yield from refusal(foi("attach", path, "/dev/zero"), "/dev/zero", "no file")
    yield from equal("case", path.read_bytes(), before)
    yield from equal("files", files.exists(), False)
    # Who has attached one before, or edited the file by hand.
    files.mkdir()
    content = pathlib.Path(EXAMPLE).read_bytes()
    (files / "a.txt").write_bytes(content)
    edit(path, lambda case: case.update(attachments=[
        {"name": "a.txt", "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}]))
    yield from equal("finding", findings(path), [("attachment-hides-content", "error")])
    case = json.loads(path.read_text(encoding="utf-8"))
    case["resources"] = []
    case["foi:case"].update(questions=[], accepted=[{
        "finding": "attachment-hides-content", "reason": "It may be known.",
        "path": "$.foi:case.attachments[0]"}])
    path.write_text(json.dumps(case), encoding="utf-8")
    yield from expect(pack(folder, path), 2, err="this is a case file")
    yield from expect(foi("export", path, "--to", "eml", "-o", folder / "a.eml"), 2,
                      err="this is a case file")
    yield from equal("left", [(folder / name).exists() for name in ("out", "a.eml")],
                     [False, False])


def test_recorded_changes(folder):
    """Recorded changes of a text stop a pack as well"""
    changed = docx(paragraph('<w:ins w:author="A">' + run("new") + "</w:ins>"))
    path, _ = make(folder, ("a.docx", changed))
    outcome = foi("attach", path, folder / "a.docx", "--name", "b")
    yield from expect(outcome, 1, out="recorded changes: paragraph 1: 1 (A)")


if __name__ == "__main__":
    run_tests(sys.modules[__name__])
