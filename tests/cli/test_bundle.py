#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""`foi bundle`: what goes to the regulator, read again by poppler."""

import datetime
import hashlib
import json
import subprocess
import sys

import register
from cli import EXAMPLE, equal, expect, foi, refusal, run_tests

SECRET = "4711"


def read_pdf(path):
    done = subprocess.run(["pdftotext", "-raw", path, "-"], check=True, capture_output=True)
    return " ".join(done.stdout.decode("utf-8").split())


def write(folder):
    """A case that has something of everything."""
    case = register.make_case("FOI9", datetime.date(2024, 10, 30), subject="Potholes",
                              text="Dear Sirs,\n\nHow many potholes?\n\nYours, Sam Reed",
                              requester={"name": "Sam Reed", "email": "sam@reed.example"})
    question = case["foi:case"]["questions"][0]
    question["outcome"] = "disclosed"
    question["answer"] = "Three."
    question["approved"] = {"by": "Ann Lee", "date": "2024-11-20"}
    question["asked"] = [{"service": "Highways", "asked": "2024-11-04", "wanted_by": "2024-11-18",
                          "chased": ["2024-11-19", "2024-11-21"], "answered": "2024-11-22"}]
    question["estimate"] = {"rows": [{"activity": "locate", "system": "Road log", "unit": "file",
                                      "count": 30, "minutes": "4"}]}
    case["foi:case"]["internal"] = {"notes": [{"question": "q1", "text": f"Nobody knows {SECRET}."}]}
    case["foi:case"]["withheld"] = [{"table": "t", "row": {"road": "A"}, "field": "n",
                                     "value": int(SECRET), "by": "primary"}]
    case["resources"] = [{
        "name": "t", "title": "Holes", "schema": {
            "fields": [{"name": "road", "type": "string"}, {"name": "n", "type": "integer"}],
            "primaryKey": ["road"], "missingValues": ["[c]"]},
        "data": [["road", "n"], ["A", "[c]"]]}]
    case["foi:case"]["events"] = [
        {"type": "issued", "date": "2024-11-25", "note": f"Not {SECRET}."},
        {"type": "review-asked", "date": "2024-12-09"}]
    return register.write(folder, case)


def write_issued(folder, answer):
    """A case whose answer was sent with "Three.", and says @answer now."""
    case = json.loads(write(folder).read_text(encoding="utf-8"))
    case["foi:case"]["questions"][0]["answer"] = answer
    case["foi:case"]["letters"].append({"id": "late", "type": "late"})
    for name, day, words, more in (
            ("late", "2024-11-22", "We are sorry.", {"withdrawn": {
                "date": "2024-11-22", "by": "Eve Ray", "reason": f"Not {SECRET}."}}),
            ("response", "2024-11-25", "Three.", {"approver": "Ann Lee", "approvals": [
                {"question": "q1", "number": "1", "by": "Joe Low", "date": "2024-11-18",
                 "hash": "a" * 64, "sent": "a" * 64},
                {"question": "q2", "number": "2", "by": "Joe Low", "date": "2024-11-18",
                 "hash": "a" * 64, "sent": "b" * 64}]})):
        case["foi:case"]["issued"].append({
            "letter": name, "date": day, "how": "email", "by": "Eve Ray", **more,
            "tree": {"format": "uk-foi-letter", "version": 1, "id": name, "title": "Response",
                     "language": "en-GB", "date": day,
                     "blocks": [{"kind": "paragraph", "id": "q1/answer/1",
                                 "spans": [{"text": words}]}]},
            "files": [{"name": "letter.pdf", "format": "application/pdf", "size": 3,
                       "sha256": hashlib.sha256(name.encode()).hexdigest()}]})
    return register.write(folder, case)


def test_attachments(folder):
    """The files that went with a letter are in it as they were sent; of others it says why not"""
    path = write_issued(folder, "Three.")
    case = json.loads(path.read_text(encoding="utf-8"))
    (folder / "FOI9.files").mkdir()
    contents = {"map.pdf": b"%PDF-1.4 sent", "off.txt": b"off", "gone.txt": b"gone",
                "new.txt": b"not sent", "changed.txt": b"sent"}
    entries = {name: {"name": name, "format": "text/plain", "size": len(content),
                      "sha256": hashlib.sha256(content).hexdigest()}
               for name, content in contents.items()}
    # One was taken off since, one is lost, one was added since, and one is not what was sent.
    case["foi:case"]["issued"][1]["files"] += [entries[n] for n in ("map.pdf", "off.txt",
                                                                   "gone.txt", "changed.txt")]
    case["foi:case"]["attachments"] = [entries[n] for n in ("map.pdf", "new.txt", "changed.txt")]
    register.write(folder, case)
    for name, content in contents.items():
        (folder / "FOI9.files" / name).write_bytes(content)
    (folder / "FOI9.files" / "changed.txt").write_bytes(b"changed")
    (folder / "FOI9.files" / "gone.txt").unlink()
    out = folder / "out"
    yield from expect(foi("bundle", path, "--out", out), 0, "", "")
    for name in ("map.pdf", "off.txt"):
        yield from equal(f"sent {name}", (out / name).read_bytes(), contents[name])
    for name in ("gone.txt", "new.txt", "changed.txt"):
        yield from equal(name, (out / name).exists(), False)
    listed = "\n".join(p.read_text(encoding="utf-8") for p in out.glob("*.txt"))
    for words in ("“gone.txt” was sent with a letter, and is not here",
                  "“changed.txt” was sent with a letter, and is not here"):
        if words not in " ".join(listed.split()):
            yield f"the list lacks {words!r}"
    text = read_pdf(out / "FOI9-complaint-bundle.pdf")
    for name in ("off.txt", "gone.txt"):
        yield from equal("change", f"The file “{name}” was sent, and does not go" in text, True)
    yield from equal("no change", "“map.pdf” was sent, and" in text, False)
    yield from equal("hash", entries["map.pdf"]["sha256"][:20] in text, True)


def test_paper(folder):
    """The paper has the request, each day of both clocks, who was asked, estimates, approvals"""
    path, out = write(folder), folder / "out"
    yield from expect(foi("bundle", path, "--out", out, "--date", "2025-01-20"), 0, "", "")
    text = read_pdf(out / "FOI9-complaint-bundle.pdf")
    for words in (
            "Complaint bundle: FOI9", "Made on 20 January 2025", "Requester: Sam Reed",
            "E-mail: sam@reed.example", "How many potholes?", "25 November 2024: Letter issued",
            # Twenty working days by hand: the weekends of November; Christmas and New Year.
            "Wednesday 30 October 2024 Receipt: not counted", "Thursday 31 October 2024 Working day 1",
            "Saturday 2 November 2024 Weekend", "Wednesday 27 November 2024 Working day 20",
            "Due by 27 November 2024. Answered on 25 November 2024, in time.",
            "Wednesday 25 December 2024 Christmas Day", "Friday 10 January 2025 Working day 20",
            "Due by 10 January 2025. Not answered yet.",
            "Highways 4 November 2024 18 November 2024", "22 November 2024",
            "Locating it Road log 30 file 2 hours", "In all: 2 hours.", "Approvals",
            "What changed since",
            "does not contain what was withheld"):
        if words not in text:
            yield f"the paper lacks {words!r}"
    for word in (SECRET, "Nobody knows"):
        for file in out.iterdir():
            said = read_pdf(file) if file.suffix == ".pdf" else file.read_text(encoding="utf-8")
            yield from equal(f"{word} in {file.name}", word in said, False)
    info = subprocess.run(["pdfinfo", out / "FOI9-complaint-bundle.pdf"], check=True,
                          capture_output=True, text=True).stdout
    for line in ("Title:           Complaint bundle: FOI9", "Tagged:          yes"):
        yield from equal(line, line in info, True)
    yield from equal("request", (out / "request.txt").read_text(encoding="utf-8").splitlines()[2],
                     "How many potholes?")


def test_letters(folder):
    """Each letter that was issued is in it, with the hashes of what was sent, and what changed"""
    out = folder / "out"
    said = foi("bundle", write_issued(folder, "Three."), "--out", out, "--format", "json")
    yield from expect(said, 0, err="")
    yield from equal("letters", sorted(file.name for file in out.glob("2024*.pdf")),
                     ["2024-11-22-late.pdf", "2024-11-25-response.pdf"])
    yield from equal("as sent", "Three." in read_pdf(out / "2024-11-25-response.pdf"), True)
    paper = read_pdf(out / "FOI9-complaint-bundle.pdf")
    for words in ("response, 25 November 2024, by email, sent by Eve Ray", "Approved by: Ann Lee",
                  "late, issued on 22 November 2024, to go by email, by Eve Ray",
                  "Withdrawn before it left: never sent. Withdrawn on 22 November 2024 by Eve Ray; "
                  "the reason is in the case file and not here, as it may tell what is withheld",
                  "For the letter “response” of 25 November 2024: "
                  "• Question 1: Approved by Joe Low, Mon 18 Nov 2024 "
                  "• Question 2: Approved by Joe Low, Mon 18 Nov 2024; changed before it was sent "
                  "As the case is now: "
                  "• Question 1: Changed since approved by Ann Lee, Wed 20 Nov 2024"):
        if words not in paper:
            yield f"the paper lacks {words!r}"
    for name in ("late", "response"):
        yield from equal(name, hashlib.sha256(name.encode()).hexdigest()
                         in paper.replace(" ", ""), True)
    sent, withdrawn = (paper.index(words) for words in (
        "Letters as they were sent", "Letters that were withdrawn before they left"))
    for words, place in (("response, 25 November", sent), ("late, issued on", withdrawn)):
        yield from equal(words, paper.index(words) > place
                         and (place == withdrawn or paper.index(words) < withdrawn), True)
    yield from equal("secret", SECRET in paper, False)
    listed = (out / "what-is-in-this-folder.txt").read_text(encoding="utf-8")
    for file in said.json()["files"]:
        content = (out / file["name"]).read_bytes()
        yield from equal(file["name"], hashlib.sha256(content).hexdigest(), file["sha256"])
        if file["name"] != "what-is-in-this-folder.txt":
            yield from equal(f"{file['name']} is listed", file["sha256"] in listed, True)


def told_of(folder, case, name):
    """What list and paper of a bundle say, each in one line."""
    register.write(folder, case)
    out = folder / name
    done = foi("bundle", folder / "FOI9.foi.json", "--out", out, "--date", "2026-11-29")
    if done.status != 0:
        raise AssertionError(done.err)
    listed = " ".join((out / "what-is-in-this-folder.txt").read_text(encoding="utf-8").split())
    return listed, read_pdf(out / "FOI9-complaint-bundle.pdf")


def test_withdrawn(folder):
    """Of a letter that was withdrawn before it left it is said when and why, and of its files"""
    case = json.loads(write_issued(folder, "Three.").read_text(encoding="utf-8"))
    late, response = case["foi:case"]["issued"]
    (folder / "FOI9.files").mkdir()
    for name in ("late.txt", "both.txt"):
        (folder / "FOI9.files" / name).write_bytes(name.encode())
        entry = {"name": name, "format": "text/plain", "size": len(name),
                 "sha256": hashlib.sha256(name.encode()).hexdigest()}
        late["files"].append(entry)
        if name == "both.txt":
            response["files"].append(entry)
    late["withdrawn"] = {"date": "2026-11-29", "by": "Eve Ray", "reason": "The wrong year was meant"}
    listed, paper = told_of(folder, case, "plain")
    for words in ("Withdrawn on 29 November 2026 by Eve Ray; the reason: The wrong year was meant",
                  "never sent"):
        yield from equal(words, words in paper, True)
    for words, count in (("withdrawn before it left: it was not sent", 2),
                         ("“late.txt”, which was issued with a letter that was withdrawn", 1),
                         ("“both.txt”, as it was sent with the letter", 1),
                         ("“late.txt”, as it was sent", 0), ("2026-11-29", 0)):
        yield from equal(words, (listed + paper).count(words), count)
    late["withdrawn"]["reason"] = "It said 12 of them"
    yield from equal("a number while figures are withheld",
                     "12 of them" in told_of(folder, case, "number")[1], False)
    case["foi:case"]["withheld"] = []
    del case["resources"]
    yield from equal("a number while none is",
                     "the reason: It said 12 of them" in told_of(folder, case, "none")[1], True)
    case["foi:case"]["issued"] = [late]
    yield from equal("none was sent", "No letter that was issued with this program was sent"
                     in told_of(folder, case, "only")[1], True)


def test_made_anew(folder):
    """A letter is said to be as it was sent only where its bytes are; else both hashes are told"""
    case = json.loads(write_issued(folder, "Three.").read_text(encoding="utf-8"))
    response = case["foi:case"]["issued"][1]
    case["foi:case"]["issued"] = [response]
    wrong = response["files"][0]["sha256"]
    listed, paper = told_of(folder, case, "other")
    made = hashlib.sha256((folder / "other/2024-11-25-response.pdf").read_bytes()).hexdigest()
    for text, where in ((listed, "the list"), (paper, "the paper")):
        for words in (f"Made anew on 29 November 2026, with SHA-256 {made}",
                      f"the file that was issued had SHA-256 {wrong}", "They differ"):
            yield from equal(f"{where}: {words}", words.replace(" ", "") in text.replace(" ", ""),
                             True)
    yield from equal("as it was sent", "A letter as it was sent" in listed, False)
    response["files"][0]["sha256"] = made
    listed, paper = told_of(folder, case, "same")
    yield from equal("the same", ("A letter as it was sent" in listed, "Made anew" in listed + paper),
                     (True, False))
    response["tree"]["blocks"][0]["spans"][0]["text"] = "Four."
    listed, paper = told_of(folder, case, "changed")
    yield from equal("changed", ("A letter as it was sent" in listed,
                                 "They differ" in listed, "They differ" in paper),
                     (False, True, True))
    response["files"] = []
    listed, paper = told_of(folder, case, "unknown")
    yield from equal("not known", ("nobody can tell" in listed, "nobody can tell" in paper,
                                   "A letter as it was sent" in listed), (True, True, False))


def test_changes(folder):
    """What changed since the answer was sent is told"""
    for answer, told in (("Three.", False), ("Something else altogether.", True)):
        out = folder / f"out{told}"
        yield from expect(foi("bundle", write_issued(folder, answer), "--out", out), 0, "", "")
        text = read_pdf(out / "FOI9-complaint-bundle.pdf")
        yield from equal(answer, ("Sent: Three." in text, f"now: {answer}" in text), (told, told))


def test_disposed(folder):
    """Of a case that was disposed of it is said so, and the program's own cuts are no changes"""
    path = write_issued(folder, "Three.")
    case = json.loads(path.read_text(encoding="utf-8"))
    del case["foi:case"]["events"][1]
    path.write_text(json.dumps(case), encoding="utf-8")
    complaints = expect(foi("dispose", folder, "--older-than", "3", "--date", "2031-01-01"), 0)
    complaints += expect(foi("bundle", path, "--out", folder / "out"), 0)
    words = read_pdf(folder / "out/FOI9-complaint-bundle.pdf")
    said = (folder / "out/what-is-in-this-folder.txt").read_text(encoding="utf-8")
    for told in ("Question 1: Approved by Joe Low, Mon 18 Nov 2024",
                 "Question 2: Approved by Joe Low, Mon 18 Nov 2024; changed before it was sent",
                 "Question 1: Approved by Ann Lee, Wed 20 Nov 2024"):
        complaints += equal(told, told in words, True)
    complaints += equal("when", "disposed of on 1 January 2031" in words, True)
    for text, where in ((words, "the paper"), (said, "the list")):
        for lie in ("requester’s name", "Sent:", "Changed since", "In the case now", "A letter as it was sent\n"):
            if lie in text:
                complaints.append(f"{where} says {lie!r}")
    return complaints + equal("the list", "disposed of" in said, True)


def test_refusals(folder):
    """A folder that is there is not touched, unless it is a bundle and that is wanted"""
    out = folder / "out"
    yield from refusal(foi("bundle", EXAMPLE), "bundle", "--out")
    yield from refusal(foi("bundle", "--out", out), "bundle", "name one case")
    yield from refusal(foi("bundle", folder / "none", "--out", out), str(folder / "none"), "")
    yield from equal("nothing is made", out.exists(), False)
    yield from expect(foi("bundle", EXAMPLE, "--out", out), 0)
    yield from refusal(foi("bundle", EXAMPLE, "--out", out), str(out), "")
    yield from expect(foi("bundle", EXAMPLE, "--out", out, "--force"), 0)
    (out / "mine.txt").write_text("mine")
    (out / "what-is-in-this-folder.txt").unlink()
    yield from refusal(foi("bundle", EXAMPLE, "--out", out, "--force"), str(out), "")
    yield from equal("it stays", (out / "mine.txt").read_text(), "mine")


run_tests(sys.modules[__name__])
