#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The mails of `foi ask`, as Python's own reader of mail and CSV sees them."""

import csv
import datetime
import email
import email.policy
import io
import json
import re
import resource
import shutil
import signal
import sys

from cli import EXAMPLE, equal, expect, foi, refusal, run_tests

NAME, STREET, TOWN = "Ms Zora Quill-Ønsted", "14 Heron Mews", "AB1 2CD"
ADDRESS, OTHER = "zora.quill@post.example", "my.private@post.example"
FIRM = "Quillworks Limited"
PLANTED = ("Zora", "Quill", "Heron", "AB1 2CD", "post.example", "Quillworks")

TABLE = {"name": "calls", "type": "table", "title": "Calls",
         "schema": {"fields": [
             {"name": "year", "title": "Year", "type": "string", "foi:role": "period",
              "foi:period": "financial-year"},
             {"name": "calls", "title": "=Calls to Ms Quill-Ønsted", "type": "integer"},
             {"name": "cost", "title": "Cost", "type": "number", "foi:unit": "GBP",
              "foi:decimals": 2},
         ], "primaryKey": ["year"], "missingValues": ["", "[c]"]},
         "data": [["year", "calls", "cost"], ["2022/23", 41, "77.00"], ["2023/24", "[c]", "9.50"]]}


def make_case(folder, **members):
    """A case in which the requester is named wherever a service could come to read it."""
    questions = [
        {"id": "q1", "number": "1", "text":
         f"How many calls?\nI am {NAME}, and write for\n{FIRM}\nto {ADDRESS} or {OTHER}.",
         "tables": ["calls"], "answer": "The secret answer."},
        {"id": "q2", "number": "2", "text": "What did Ms\nQuill-Ønsted of 14 Heron Mews pay?",
         "period": {"from": "2021", "to": "2023"}},
        {"id": "q3", "number": "3", "text": "Only for others: parking.",
         "parts": [{"id": "q3a", "number": "3a", "text": "By street?"}]},
    ]
    case = {"foi:notice": "Internal working file. Do not release.", "id": "FOI7",
            "title": f"Calls of {NAME}",
            "foi:case": {
                "format": "uk-foi-case", "version": 1, "_rev": "a", "regime": "foia",
                "request": {"text": f"Dear Sir, {NAME}", "received": "2024-10-30",
                            "requester": {"name": NAME, "salutation": "Ms Quill-Ønsted",
                                          "organisation": FIRM, "email": ADDRESS,
                                          "address": [STREET, TOWN]}},
                "questions": questions,
                "withheld": [{"table": "calls", "row": {"year": "2023/24"}, "field": "calls", "value": 3,
                              "by": "primary"}],
                "authority": {"name": "Brent Vale Council", "email": "foi@brentvale.example"},
                **members},
            "resources": [TABLE]}
    path = folder / "case.foi.json"
    path.write_text(json.dumps(case, ensure_ascii=False), encoding="utf-8")
    return path


def ask(path, *words, date="2024-11-01"):
    return foi("ask", path, "--date", date, "--force", *words)


def read_mail(raw):
    """The mail, and complaints about its form: ASCII, CRLF, short lines, no defect in any part."""
    complaints = []
    mail = email.message_from_bytes(raw, policy=email.policy.default)
    if re.search(rb"[^\r]\n|\r[^\n]", raw) or not raw.endswith(b"\r\n"):
        complaints.append("a line does not end in CRLF")
    if re.search(rb"[^\r\n\x20-\x7e]", raw):
        complaints.append("there is a byte that is not printable ASCII")
    longest = max(len(line) for line in raw.split(b"\r\n"))
    if longest > 78:
        complaints.append(f"a line has {longest} columns")
    for part in mail.walk():
        complaints += [f"{part.get_content_type()}: {defect!r}" for defect in part.defects]
    for name, header in mail.items():
        complaints += [f"{name}: {defect!r}" for defect in header.defects]
    return mail, complaints


def read_parts(mail):
    """The text, and the rows of each table by the name of its file."""
    tables = {}
    for part in mail.iter_attachments():
        text = part.get_payload(decode=True).decode("utf-8-sig")
        tables[part.get_filename()] = list(csv.reader(io.StringIO(text)))
    return mail.get_body().get_content().replace("\r\n", "\n"), tables


def test_draft(folder):
    """A draft is a mail that its reader has nothing against, with the day, the table and a copy"""
    path = make_case(folder)
    outcome = ask(path, "--question", "q1", "--service", "Children’s Services", "--contact",
                  "Jo <jo@brentvale.example>; team@brentvale.example", "-o", "-")
    yield from expect(outcome, 0, err="")
    mail, complaints = read_mail(outcome.raw)
    yield from complaints
    yield from equal("To", mail["To"], "jo@brentvale.example, team@brentvale.example")
    yield from equal("From", mail["From"], "foi@brentvale.example")
    yield from equal("Subject", mail["Subject"], "FOI7: information wanted by 13 November 2024")
    yield from equal("X-Unsent", mail["X-Unsent"], "1")
    yield from equal("day", mail["Date"].datetime.date().isoformat(), "2024-11-01")
    text, tables = read_parts(mail)
    for words in ("Children’s Services", "Wednesday 13 November 2024",
                  "Wednesday 27 November 2024", "How many calls?", "question-1.csv",
                  "pivot", "hidden", "Freedom of Information Act 2000"):
        if words not in text:
            yield f"the text lacks {words!r}"
    for words in ("parking", "secret", "pay?", "41"):
        if words in text:
            yield f"the text has {words!r}"
    yield from equal("files", list(tables), ["question-1.csv"])
    yield from equal("table", tables["question-1.csv"],
                     [["Year", "'=Calls to [name removed]", "Cost (£)"], ["2022/23", "", ""],
                      ["2023/24", "", ""]])


def test_nobody_is_named(folder):
    """No word of a draft, nor of a reminder, tells who asked"""
    path = make_case(folder)
    everything = ("--question", "1", "--question", "2", "--question", "3")
    drafts = [ask(path, *everything, "--service", "Housing", "--contact", "h@x.example", "-o",
                  "-"),
              ask(path, "--chase", "--service", "HOUSING", "-o", "-", date="2024-11-20")]
    for outcome in drafts:
        yield from expect(outcome, 0, err="")
        mail, complaints = read_mail(outcome.raw)
        yield from complaints
        text, tables = read_parts(mail)
        said = f"{mail.items()} {text} {tables}"
        for words in PLANTED:
            if words.casefold() in said.casefold():
                yield f"{mail['Subject']}: it says {words!r}"
        for words in ("How many calls?", "What did [name removed]", "By street?", "removed]"):
            if words not in " ".join(text.replace("\n>", "\n").split()):
                yield f"{mail['Subject']}: the text lacks {words!r}"
        yield from equal("files", sorted(tables),
                         ["question-1.csv", "question-2.csv", "question-3.csv"])
        yield from equal("years", [row[0] for row in tables["question-2.csv"]],
                         ["Year", "2021", "2022", "2023"])


def test_reminder_quotes(folder):
    """A reminder quotes the mail as it was written, whatever the case says now; else it quotes none"""
    path = make_case(folder)
    first = ask(path, "--question", "1", "--question", "2", "--service", "Housing", "--contact",
                "h@x.example", "-o", "-")
    yield from expect(first, 0, err="")
    written = read_parts(read_mail(first.raw)[0])[0].strip()
    case = json.loads(path.read_text(encoding="utf-8"))
    for question in case["foi:case"]["questions"][:2]:
        yield from equal("kept", question["asked"][0].get("text"), written)
    yield from expect(ask(path, "--answered", "--question", "2", "--service", "Housing",
                          date="2024-11-04"), 0)
    case = json.loads(path.read_text(encoding="utf-8"))
    case["foi:case"]["questions"][0]["text"] = "How many horses?"
    case["foi:case"]["questions"][0]["asked"][0]["wanted_by"] = "2024-11-30"
    path.write_text(json.dumps(case, ensure_ascii=False), encoding="utf-8")
    chase = ("--chase", "--service", "Housing", "-o", "-")
    text = read_parts(read_mail(ask(path, *chase, date="2024-11-18").raw)[0])[0]
    before, lead, after = text.partition("On Friday 1 November 2024 we wrote:\n")
    yield from equal("lead", bool(lead), True)
    yield from equal("quoted", "\n".join(line[2:] if line.startswith("> ") else line[1:]
                                         for line in after.strip().split("\n")), written)
    yield from equal("not mine", "horses" in text or "\n>" in before, False)
    case = json.loads(path.read_text(encoding="utf-8"))
    case["foi:case"]["questions"][0]["asked"][0]["text"] = "Jane wrote to\nzoe@else.example."
    path.write_text(json.dumps(case, ensure_ascii=False), encoding="utf-8")
    text = read_parts(read_mail(ask(path, *chase, date="2024-11-19").raw)[0])[0]
    yield from equal("masked", ("> " in text, "zoe@else.example" in text), (True, False))
    del case["foi:case"]["questions"][0]["asked"][0]["text"]
    path.write_text(json.dumps(case, ensure_ascii=False), encoding="utf-8")
    text = read_parts(read_mail(ask(path, *chase, date="2024-11-20").raw)[0])[0]
    yield from equal("none kept", ("On Friday 1 November 2024 we asked you for this:" in text,
                                   "How many horses?" in text, "we wrote" in text, "> " in text),
                     (True, True, False, False))
    yield from equal("not kept of a reminder",
                     "text" in json.loads(path.read_text(encoding="utf-8"))["foi:case"][
                         "questions"][0]["asked"][0], False)


# What the requester wrote, and what a service reads of it.
SHY = [
    ("I, Quillfeather of Gazette of Warp, ask", "I, [name removed] of [organisation removed], ask"),
    ("QUILLFEATHER's file, for Persephone", "[name removed]'s file, for [name removed]"),
    ("Data for gazette of warp please", "Data for [organisation removed] please"),
    ("for Gazette of Warp Ltd.", "for [organisation removed]."),
    ("Write to Rose Cottage, Nettle Row, in Coventry",
     "Write to [contact details removed], [contact details removed], in Coventry"),
    ("See www.quillfeather.example/me, or https://gazetteofwarp.example",
     "See [contact details removed] or [contact details removed]"),
    ("call 07700 900123 or (024) 7600 0000, +44 7700 900123",
     "call [contact details removed] or [contact details removed], [contact details removed]"),
    # What is not the requester's, or may not be.
    ("Quillfeather Primary School in Quillfeather Lane",
     "Quillfeather Primary School in Quillfeather Lane"),
    ("since 01/02/2023, 0.75 of 1,200,500 and 2023-24, UPRN 100070123456",
     "since 01/02/2023, 0.75 of 1,200,500 and 2023-24, UPRN 100070123456"),
    ("calls to 01632 960000, or www.brentvale.example/foi",
     "calls to 01632 960000, or www.brentvale.example/foi"),
]


def test_requester_in_passing(folder):
    """A surname alone, an organisation anywhere, a telephone number: none tells who asked"""
    path = make_case(folder)
    complaints = []
    for written, wanted in SHY:
        made = json.loads(path.read_text(encoding="utf-8"))
        made["id"], made["title"] = "FOI7", "Calls"
        made["foi:case"]["request"]["requester"] = {
            "name": "Persephone Quillfeather", "organisation": "Gazette of Warp Ltd",
            "address": ["Rose Cottage", "3 Nettle Row", "Coventry"]}
        made["foi:case"]["authority"]["phone"] = "01632 960000"
        made["foi:case"]["questions"][0]["text"] = written
        path.write_text(json.dumps(made), encoding="utf-8")
        outcome = ask(path, "--question", "1", "--service", "Housing", "--dry-run", "-o", "-")
        complaints += expect(outcome, 0, err="")
        mail, found = read_mail(outcome.raw)
        text = " ".join(read_parts(mail)[0].split())
        complaints += found + equal(written, wanted in text, True)
        if wanted not in text:
            complaints.append(text[text.index("Question 1"):][:200])
    return complaints


# Whose requests are hard to tell from other words: the name, what they wrote, what is read of it.
NAMES = [
    ("李小龙", "我是李小龙先生", "我是[name removed]先生"),
    ("李小龙", "From 李 小龙.", "From [name removed]."),
    ("李明", "我是李明", "我是[name removed]"),
    ("김철수", "김철수는 묻습니다", "[name removed]는 묻습니다"),
    ("Ng", "From Ng.", "From [name removed]."),
    ("Ng", "NG here: how many ng of lead?", "[name removed] here: how many ng of lead?"),
    ("Li Wu", "Wu and Li, L. Wu, Wu Li, LI WU",
     "[name removed] and [name removed], [name removed], [name removed], [name removed]"),
    ("Zebedee Quux", "I, Zébedee, or Zebe\u00addee, or Que\u0301ux", "I, [name removed], or [name"),
    ("José Álvarez", "by Jose Alvarez, ALVAREZ", "by [name removed], [name removed]"),
    ("Anne O'Neill", "for O’Neill, O’NEILL’s", "for [name removed], [name removed]’s"),
    # What is not the requester's, or may not be.
    ("李小龙", "我是李小明先生", "我是李小明先生"),
    ("Al", "How many al fresco licences?", "How many al fresco licences?"),
    ("Ed Smythe", "How many waited in ED, and is it so?", "How many waited in ED, and is it so?"),
    ("Minh Do", "Do you hold it? How do you?", "Do you hold it? How do you?"),
    ("Ping How", "How many?", "How many?"),
    ("Do", "Do you hold it?", "Do you hold it?"),
    ("J Q", "What does Q stand for?", "What does Q stand for?"),
]


def test_names_of_all_kinds(folder):
    """Names without spaces, of two letters or with accents are known again; other words stay"""
    path = make_case(folder)
    complaints = []
    for name, written, wanted in NAMES:
        made = json.loads(path.read_text(encoding="utf-8"))
        made["title"] = "Calls"
        made["foi:case"]["request"]["requester"] = {"name": name}
        made["foi:case"]["questions"][0]["text"] = written
        path.write_text(json.dumps(made), encoding="utf-8")
        outcome = ask(path, "--question", "1", "--service", "Housing", "--dry-run", "-o", "-")
        complaints += expect(outcome, 0, err="")
        text = " ".join(read_parts(read_mail(outcome.raw)[0])[0].split())
        if wanted not in text:
            complaints.append(f"{name}: {text[text.index('Question 1'):][:200]}")
    return complaints


def test_table_comes_back(folder):
    """What goes out so that no spreadsheet runs it comes back into its own cells"""
    path = make_case(folder)
    made = json.loads(path.read_text(encoding="utf-8"))
    made["foi:case"]["withheld"] = []
    made["resources"] = [{
        "name": "calls", "schema": {"fields": [
            {"name": "age", "title": "Age", "type": "string"},
            {"name": "n", "title": "+/- change", "type": "integer"}], "primaryKey": ["age"]},
        "data": [["age", "n"], ["+65", ""], ["-18", ""], ["18 to 64", ""]]}]
    path.write_text(json.dumps(made), encoding="utf-8")
    outcome = ask(path, "--question", "q1", "--service", "Housing", "--dry-run", "-o", "-")
    yield from expect(outcome, 0, err="")
    rows = read_parts(read_mail(outcome.raw)[0])[1]["question-1.csv"]
    yield from equal("sent", rows, [["Age", "'+/- change"], ["'+65", ""], ["'-18", ""],
                                    ["18 to 64", ""]])
    answer = folder / "answer.csv"
    with answer.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows[:1] + [[row[0], n - 4] for n, row in enumerate(rows[1:])])
    yield from expect(foi("import", answer, "--into", path, "--name", "calls", "--replace"), 0)
    table = json.loads(path.read_text(encoding="utf-8"))["resources"][0]["data"]
    yield from equal("come back", table[1:], [["+65", -4], ["-18", -3], ["18 to 64", -2]])


# A heading, a row's name and a question's number, and what the table and the mail make of them.
SHY_FORMS = [
    ("Visits to Gazette of Warp", "Calls of P. Quillfeather", "1",
     "Visits to [organisation removed]", "Calls of [name removed]"),
    ("Asked for by PERSEPHONE", "gazette of warp, all", "1",
     "Asked for by [name removed]", "[organisation removed], all"),
    ("Since www.quillfeather.example", "at 3 Nettle Row", "Quillfeather",
     "Since [contact details removed]", "at [contact details removed]"),
    ("Mails to p.q@post.example, calls to 07700 900123", "Quillfeather", "1",
     "Mails to [contact details removed], calls to [contact details removed]", "[name removed]"),
    # What is not the requester's, or may not be.
    ("Visits to Quillfeather Lane", "Quillfeather Primary School", "1",
     "Visits to Quillfeather Lane", "Quillfeather Primary School"),
    ("Mails to foi@brentvale.example", "01234567", "1", "Mails to foi@brentvale.example",
     "01234567"),
]


def test_requester_in_a_table(folder):
    """Nor do a table to fill in, its headings, what names its rows, and the name of its file"""
    for heading, key, number, wanted, wanted_key in SHY_FORMS:
        path = make_case(folder)
        made = json.loads(path.read_text(encoding="utf-8"))
        made["title"] = "Calls"
        made["foi:case"]["request"]["requester"] = {
            "name": "Persephone Quillfeather", "organisation": "Gazette of Warp Ltd",
            "address": ["Rose Cottage", "3 Nettle Row", "Coventry"]}
        made["foi:case"]["questions"][0]["number"] = number
        made["foi:case"]["withheld"] = []
        made["resources"] = [{
            "name": "calls", "schema": {"fields": [
                {"name": "place", "title": "Place", "type": "string"},
                {"name": "n", "title": heading, "type": "integer"}], "primaryKey": ["place"]},
            "data": [["place", "n"], [key, 1]]}]
        path.write_text(json.dumps(made), encoding="utf-8")
        outcome = ask(path, "--question", "q1", "--service", "Housing", "--dry-run", "-o", "-")
        yield from expect(outcome, 0, err="")
        mail, complaints = read_mail(outcome.raw)
        yield from complaints
        text, tables = read_parts(mail)
        yield from equal(heading, list(tables.values()), [[["Place", wanted], [wanted_key, ""]]])
        if number in (f"{list(tables)} {text}" if number != "1" else ""):
            yield f"{number}: it is told in {list(tables)} or in {text[:300]!r}"


def test_requester_is_not_asked(folder):
    """The requester's own address is no service's, however it is written"""
    path = make_case(folder)
    before = path.read_bytes()
    for contact in (f"Z <{ADDRESS.upper()}>", "zora.quill+foi@post.example",
                    f"h@brentvale.example, {ADDRESS}", "zora.quill at post.example", STREET):
        outcome = ask(path, "--question", "1", "--service", "Housing", "--contact", contact, "-o",
                      folder / "a.eml")
        yield from refusal(outcome, path, "how the requester is reached")
        yield from equal("the case", path.read_bytes(), before)
        yield from equal("draft", (folder / "a.eml").exists(), False)
    # Whoever has the same mailbox elsewhere, or another mailbox there, is somebody else.
    for contact in ("zora.quill@brentvale.example", "housing@post.example"):
        outcome = ask(path, "--question", "1", "--service", "Housing", "--contact", contact,
                      "--dry-run", "-o", "-")
        yield from expect(outcome, 0, err="")


def test_headers_cannot_be_forged(folder):
    """What is typed begins no header, and what is not ASCII is read as it was written"""
    odd = "FOI/ü 7\r\nBcc: a@b.example\u2028 " + "Größe " * 30 + "=?x?"
    path = make_case(folder)
    case = json.loads(path.read_text(encoding="utf-8"))
    case["id"] = odd
    path.write_text(json.dumps(case), encoding="utf-8")
    outcome = ask(path, "--question", "1", "--service", "Housing", "-o", "-")
    mail, complaints = read_mail(outcome.raw)
    yield from complaints
    yield from equal("Bcc", mail["Bcc"], None)
    yield from equal("To", mail["To"], None)
    subject = mail["Subject"]
    if not subject.startswith("FOI/ü 7") or "Größe Größe" not in subject or "=?x?" not in subject:
        yield f"the subject is {subject!r}"


def test_text_as_written(folder):
    """Long lines, dots, From and trailing spaces come out as they went in"""
    path = make_case(folder)
    case = json.loads(path.read_text(encoding="utf-8"))
    word = "https://example.org/" + "x" * 200
    case["foi:case"]["questions"][0]["text"] = f"From here\n.\n{word}\n£5 = five…"
    path.write_text(json.dumps(case), encoding="utf-8")
    mail, complaints = read_mail(ask(path, "--question", "1", "--service", "Parks", "-o",
                                     "-").raw)
    yield from complaints
    text, _ = read_parts(mail)
    for line in ("From here", ".", word, "£5 = five…"):
        if f"\n  {line}\n" not in text:
            yield f"the text lacks the line {line[:40]!r}"


def test_asks_are_noted(folder):
    """An ask, a reminder and an answer are noted in the case, and seen by show and list"""
    path = folder / "a.foi.json"
    shutil.copy(EXAMPLE, path)
    draft = folder / "a.eml"

    def questions():
        return {one["number"]: one["asked"]
                for one in foi("show", path, "--date", "2024-11-20", "--format",
                               "json").json()["questions"]}

    outcome = ask(path, "--question", "1", "--question", "q3", "--service", "Housing", "--contact",
                  "h@x.example", "--format", "json", "-o", draft)
    yield from expect(outcome, 0, err="")
    said = outcome.json()
    yield from equal("questions", said["questions"], ["q1", "q3"])
    yield from equal("wanted by", said["wanted_by"], "2024-11-13")
    yield from equal("files", said["files"], ["question-1.csv", "question-3.csv"])
    noted = {"service": "Housing", "contact": "h@x.example", "asked": "2024-11-01",
             "wanted_by": "2024-11-13", "chased": None, "times_chased": 0, "answered": None,
             "state": "late"}
    yield from equal("asked of 1", questions()["1"], [noted])
    yield from equal("asked of 2", questions()["2"], [])
    outcome = ask(path, "--chase", "--service", "housing", "-o", draft, date="2024-11-18")
    yield from expect(outcome, 0, out="Housing: wanted by Wed 13 Nov 2024.\n", err="")
    noted.update(chased="2024-11-18", times_chased=1)
    yield from equal("asked of 3", questions()["3"], [noted])
    mail, _ = read_mail(draft.read_bytes())
    text, _ = read_parts(mail)
    yield from equal("quotes", "\n> Please answer by Wednesday 13 November 2024." in text, True)
    yield from equal("subject", mail["Subject"].startswith("Reminder: "), True)
    outcome = ask(path, "--answered", "--question", "1", "--service", "Housing", date="2024-11-19")
    yield from expect(outcome, 0, out="Housing answered.\n", err="")
    noted.update(answered="2024-11-19", state="answered")
    yield from equal("asked of 1", questions()["1"], [noted])
    outcome = foi("list", folder, "--date", "2024-11-20", "--format", "json")
    waits = outcome.json()["cases"][0]["waiting_on"]
    yield from equal("waits for", (waits["service"], waits["question"]), ("Housing", "3"))
    yield from expect(foi("check", path, "--date", "2024-11-20"), 1, err="")


def test_day_from_the_profile(folder):
    """The authority says by which working day services answer"""
    path = make_case(folder, authority={"name": "Brent Vale Council", "ask_days": 5})
    outcome = ask(path, "--question", "2", "--service", "Parks", "--format", "json", "--dry-run",
                  "-o", folder / "a.eml")
    yield from equal("wanted by", outcome.json()["wanted_by"], "2024-11-06")
    yield from equal("written", outcome.json()["written"], False)
    yield from equal("noted", "asked\"" in path.read_text(encoding="utf-8"), False)


def test_refusals(folder):
    """What cannot be asked changes nothing, and says why"""
    path = make_case(folder)
    output = folder / "a.eml"
    yield from expect(ask(path, "--question", "1", "--service", "Parks", "-o", output), 0)
    before = path.read_bytes(), output.read_bytes()
    to = ("--service", "Parks", "-o", output)
    for words, place, reason in (
            (("--question", "1", *to), path, "was asked already"),
            (("--question", "9", *to), path, "There is no “9”"),
            (("--chase", "--service", "Roads", "-o", output), path, "not waited for"),
            (("--chase", "--question", "2", *to), path, "not waited for"),
            (("--question", "2", "--service", "Parks"), "-o", "where the draft goes"),
            (to, "--question", "what is asked about"),
            (("--question", "2", "-o", output), "ask", "--service is missing"),
            (("--question", "2", *to, "--wanted-by", "2024-10-01"), path, "before the service"),
            (("--question", "2", *to, "--wanted-by", "2024-02-30"), "ask", "not a day"),
            (("--answered", *to), "-o", "nobody is written to"),
            (("--answered", "--chase", *to), "--answered", "not chased")):
        yield from refusal(ask(path, *words), place, reason)
        yield from equal("case and draft", (path.read_bytes(), output.read_bytes()), before)
    # What was done was done by today; an answer may be wanted by a day that is yet to come.
    ahead = (datetime.date.today() + datetime.timedelta(3)).isoformat()
    for words in (("--question", "2", *to), ("--chase", *to), ("--answered", *to[:2])):
        yield from refusal(ask(path, *words, date=ahead), "ask", "is yet to come")
        yield from equal("case and draft", (path.read_bytes(), output.read_bytes()), before)
    yield from expect(foi("ask", path, "--question", "2", "--service", "Parks", "--date",
                          "2024-11-01", "--wanted-by", ahead, "-o", "-", "--dry-run"), 0)
    outcome = foi("ask", path, "--question", "2", *to, "--date", "2024-11-01")
    yield from refusal(outcome, output, "there is a file of this name already")
    yield from equal("case and draft", (path.read_bytes(), output.read_bytes()), before)


# A day that somebody wants the answer by, of a letter that is due on 27 November, and what is said
# of it.
DAYS = [
    ("2024-11-26", []),
    ("2024-11-27", ["the last day for our letter"]),
    ("2024-11-28", ["after the last day"]),
    ("2024-11-23", ["a weekend"]),
    ("2024-12-01", ["a weekend", "after the last day"]),
]


def test_contact_without_address(folder):
    """A draft that is to nobody is said to be; no other is"""
    path = make_case(folder)
    for contact, told in (("Jane Bloggs", True), ("extension 204", True),
                          ("Jane <jane@x.example>", False), ("jane@x.example", False)):
        outcome = ask(path, "--question", "1", "--service", "Housing", "--contact", contact,
                      "--dry-run", "-o", "-")
        yield from equal(contact, (outcome.status, outcome.err), (
            0, f"foi: --contact: “{contact}” has no e-mail address: the draft is to nobody. Fill it "
               "in before you send it\n" if told else ""))


def test_contact_that_is_wrong(folder):
    """What was to be an address and is none is refused, before anything is written"""
    path = make_case(folder)
    before = path.read_bytes()
    output = folder / "a.eml"
    for contact, wrong in (("jane@", "jane@"), ("@x.example", "@x.example"), ("jane@x", "jane@x"),
                           ("jane@@x.example", "jane@@x.example"), ("Jane @ x.example", "@"),
                           ("jane@x.example; team@x", "team@x"), ("j..b@x.example",) * 2,
                           ("Jane <jane@x..example>", "jane@x..example"),
                           ("jane@x_y.example",) * 2, ("jane@-x.example",) * 2):
        outcome = ask(path, "--question", "1", "--service", "Housing", "--contact", contact, "-o",
                      output)
        yield from refusal(outcome, "--contact", f"“{wrong}” is not an e-mail address")
        yield from equal(contact, (path.read_bytes() == before, output.exists()), (True, False))
    for contact in ("Write to jane@x.example.", "mailto:jane@x.example", "Jane (jane@x.example)",
                    "o'brien+foi@x.example, team@x-y.gov.uk"):
        yield from expect(ask(path, "--question", "1", "--service", "Housing", "--contact", contact,
                              "--dry-run", "-o", "-"), 0, err="")


def test_day_that_is_late(folder):
    """A day on which nobody works, or that leaves none for the letter, is pointed out"""
    path = make_case(folder)
    for day, wanted in DAYS:
        outcome = ask(path, "--question", "1", "--service", "Parks", "--wanted-by", day,
                      "--dry-run", "-o", "-")
        yield from equal(day, (outcome.status, outcome.err.count("\n")), (0, len(wanted)))
        for words in wanted:
            yield from equal(f"{day}: {words}", words in outcome.err, True)
    # What is proposed needs no word.
    yield from expect(ask(path, "--question", "1", "--service", "Parks", "--dry-run", "-o", "-",
                          date="2024-11-28"), 0, err="")


def limit_files():
    """A full disk, for all that is longer than a mail."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))


def test_no_draft_without_a_note(folder):
    """Where the case cannot be saved no draft is left that somebody could send"""
    path = make_case(folder, internal={"notes": [{"question": "q1", "text": "x" * 200_000}]})
    before = path.read_bytes()
    output = folder / "a.eml"
    words = ["ask", path, "--question", "1", "--service", "Parks", "-o", output]
    outcome = foi(*words, preexec_fn=limit_files)
    yield from refusal(outcome, path, "")
    yield from equal("draft", output.exists(), False)
    yield from equal("the case", path.read_bytes(), before)
    yield from expect(foi(*words), 0, err="")
    yield from equal("draft", output.exists(), True)


if __name__ == "__main__":
    run_tests(sys.modules[__name__])
