#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A letter of every type, under every law that has it, made as a person makes it: as a PDF."""

import json
import re
import subprocess
import sys

from cli import equal, expect, foi, run_tests
from test_letters import REGIMES, RULES, load, refused, PUBLIC_INTEREST, SISTER, SOURCE

EVERYWHERE = {"acknowledgement", "clarification", "fees-notice", "response", "late", "review",
              "business-as-usual"}
# Time to weigh the public interest is FOIA's alone; time for what is complex and voluminous is
# that of both sets of environmental regulations.
TYPES = {"foia": EVERYWHERE | {"pit-extension"}, "eir": EVERYWHERE | {"eir-extension"},
         "foisa": EVERYWHERE, "eisr": EVERYWHERE | {"eir-extension"}}
# Where each law says: harm to commerce, found elsewhere, neither confirmed nor denied, personal
# data, and how the answer then cites it.
HARM = {"foia": "43(2)", "eir": "12(5)(e)", "foisa": "33(1)(b)", "eisr": "10(5)(e)"}
ELSEWHERE = {"foia": "21", "eir": "6(1)(b)", "foisa": "25", "eisr": "6(1)(b)"}
NEITHER = {"foia": ("31", "31(3)"), "eir": ("12(5)(a)", "12(6)"), "foisa": ("35", "18"),
           "eisr": ("10(5)(a)", "10(8)")}
WORD = {"foia": "section", "eir": "regulation", "foisa": "section", "eisr": "regulation"}
# What links are called that the letters have of the rules.
LINKED = ["complain online", "appeal online", "disclosure log"]
# A page that holds less than this is not worth its paper.
LEAST_LINES = 3
# Nor should a letter end on one where its closing is all but alone, below the running header.
LEAST_LAST_LINES = 7


def new_case(folder, regime, name):
    """A case that `foi new` began, with what an officer then fills in."""
    path = folder / f"{regime}-{name}.foi.json"
    outcome = foi("new", "--reference", "REQ-7", "--subject", "bridge closures", "--received",
                  "2024-10-30", "--regime", regime, "-o", path)
    assert outcome.status == 0, outcome.err
    case, sample = json.loads(path.read_text(encoding="utf-8")), load(regime)["foi:case"]
    for member in ("questions", "events", "letters", "authority"):
        case["foi:case"][member] = sample[member]
    case["foi:case"].setdefault("request", {})["requester"] = sample["request"]["requester"]
    return path, case


def make_pdf(path, case, letter):
    path.write_text(json.dumps(case), encoding="utf-8")
    made = path.with_suffix(f".{letter}.pdf")
    outcome = foi("export", path, "--to", "pdf", "--letter", letter, "-o", made)
    return outcome, made


def run(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, check=True, timeout=60).stdout.decode()


def pages_of(made):
    return run("pdftotext", "-layout", made, "-").split("\f")[:-1]


def faults(what, made, regime, letter):
    """What a requester, or a person who listens to the letter, would be right to complain of."""
    info, structure = run("pdfinfo", made), run("pdfinfo", "-struct-text", made)
    pages = pages_of(made)
    text = re.sub(r"\s+", " ", " ".join(pages))
    if not re.search(r"^Tagged: +yes$", info, re.M) or "REQ-7" not in info:
        yield f"{what}: it is not tagged, or has no title: {info}"
    if not re.search(r"^\s*H1", structure, re.M):
        yield f"{what}: it has no heading"
    for number, page in enumerate(pages, 1):
        lines = [line for line in page.splitlines() if line.strip()]
        if len(lines) < LEAST_LINES + (number > 1):
            yield f"{what}: page {number} of {len(pages)} is next to empty: {lines}"
        if 1 < number == len(pages) and len(lines) < LEAST_LAST_LINES:
            yield f"{what}: the closing is all but alone on page {number}: {lines}"
        if lines and lines[-1].strip().startswith(("Question ", "What you can do next")):
            yield f"{what}: page {number} ends with a heading"
    if RULES[regime]["act"] not in text:
        yield f"{what}: it does not name its law"
    yield from (f"{what}: it names the {RULES[other]['act']}" for other in REGIMES
                if other != regime and RULES[other]["act"] in text
                and not (letter == "acknowledgement" and SISTER.get(regime) == other))
    yield from (f"{what}: no reader of paper can {words}" for words in LINKED
                if words in text and not re.search(words + r" \([a-z.]+/[^ )]", text))
    yield from (f"{what}: {found!r}" for found in re.findall(r"\[missing[^]]*\]|[{}]|\[\[", text))
    yield from (f"{what}: said twice: {found[0]!r}"
                for found in re.findall(r"([A-Z][^.?!]{20,}[.?!])\s+\1", text))
    yield from (f"{what}: {found!r}" for found in re.findall(r"\s[,.;:]\s|\.\.|,,", text))


def test_which_types_there_are(folder):
    """Each law has the letters that it needs, and no others can be begun under it."""
    for regime in REGIMES:
        paragraphs = RULES["foia"]["paragraphs"] + RULES[regime]["paragraphs"]
        openings = {letter for item in paragraphs for letter in item["letters"]
                    if item["id"].endswith("opening") and not item["when"]
                    and item.get("regime", regime) == regime}
        yield from equal(f"{regime}: letters with an opening", openings, TYPES[regime])
        case = load(regime)["foi:case"]
        yield from equal(f"{regime}: letters of the sample",
                         {letter["type"] for letter in case["letters"]}, TYPES[regime])
        path, _ = new_case(folder, regime, "types")
        for letter in {"pit-extension", "eir-extension"} - TYPES[regime]:
            yield from expect(foi("export", path, "--to", "pdf", "--letter", letter,
                                  "-o", folder / "none.pdf"), 2, out="")


def test_letters_as_pdf(folder):
    """A letter of every type is a tagged PDF that names the right law and lacks nothing."""
    for regime in REGIMES:
        for letter in sorted(TYPES[regime]):
            path, case = new_case(folder, regime, letter)
            if letter == "business-as-usual":  # which is for what is answered, and nothing else
                del case["foi:case"]["questions"][1:]
            outcome, made = make_pdf(path, case, letter)
            yield from expect(outcome, 0)
            yield from faults(f"{regime}: {letter}", made, regime, letter)


def ground(regime, section, kind, **more):
    return refused(regime, section, kind, reason="We know this of the case.",
                   public_interest=PUBLIC_INTEREST, **more)


def outcomes(regime):
    """Each outcome of a question under one law, and what the response then says."""
    harm = ground(regime, HARM[regime], "prejudice", harm="would")
    elsewhere = refused(regime, ELSEWHERE[regime], "elsewhere", source=SOURCE)
    neither, cited = NEITHER[regime]
    cites = f"{WORD[regime]} {{}} of the {RULES[regime]['act']}".format
    disclosed = {"held": "yes", "outcome": "disclosed", "answer": "There are 12."}
    not_held = {"held": "no", "outcome": "not-held"}
    yield "disclosed", [disclosed], ["There are 12."]
    yield "held", [{**disclosed, "answer": ""}], ["We hold this information. It is set out below."]
    yield "held in part", [{**disclosed, "held": "part", "answer": ""}], [
        "We hold some of this information. It is set out below."]
    yield "part", [{**harm, "outcome": "part", "answer": "The rest is this."}], [
        "We hold this information and can give you part of it.",
        "We are not releasing part of this information,", cites(HARM[regime])]
    yield "refused", [harm], [
        "We hold this information.", "We are not releasing this information,", cites(HARM[regime]), "Other side."]
    yield "not held", [not_held], ["We do not hold this information."]
    yield "neither", [{**ground(regime, neither, "prejudice"), "held": "neither-confirm-nor-deny",
                       "outcome": "neither-confirmed-nor-denied"}], [
        "We will not say whether we hold this information.", cites(cited)]
    yield "elsewhere", [elsewhere], ["Bridges in figures", cites(ELSEWHERE[regime])]
    yield "mixed", [disclosed, harm, not_held, elsewhere], [
        "Question 4", "There are 12.", cites(HARM[regime]), "We do not hold this information."]


def test_responses_as_pdf(folder):
    """A response with each outcome does, too, and says what the outcome asks for."""
    for regime in REGIMES:
        for name, questions, wanted in outcomes(regime):
            path, case = new_case(folder, regime, name.replace(" ", "-"))
            case["foi:case"]["questions"] = [
                {"id": f"q{number}", "number": str(number), "text": "How many are there?",
                 "answer": "", **question} for number, question in enumerate(questions, 1)]
            case["foi:case"]["events"] = []
            outcome, made = make_pdf(path, case, "response")
            yield from expect(outcome, 0)
            yield from faults(f"{regime}: {name}", made, regime, "response")
            text = re.sub(r"\s+", " ", " ".join(pages_of(made)))
            yield from (f"{regime}: {name}: no {words!r} in {text}" for words in wanted
                        if words not in text)


def test_the_test(folder):
    """What is complained of is seen where it is."""
    path, case = new_case(folder, "foia", "late")
    case["foi:case"]["letters"][0]["paragraphs"] = {
        "acknowledgement-opening": "Under the Freedom of Information (Scotland) Act 2002 . {fee}",
        "acknowledgement-due": "We said this to you twice now. We said this to you twice now."}
    _, made = make_pdf(path, case, "acknowledgement")
    said = list(faults("x", made, "foia", "acknowledgement"))
    for what in ("names the Freedom of Information (Scotland) Act", "missing: fee", "said twice",
                 "' . '"):
        if not any(what in line for line in said):
            yield f"{what} is not seen: {said}"


def test_acknowledged_after_an_extension(folder):
    """Who acknowledges once more time was taken names the law that gives it (EIR, 7(1))."""
    for regime, day, law in (("eir", "30 December 2024", "regulation 7(1)"),
                             ("foia", "27 November 2024", "section 10(1)"),
                             ("foisa", "27 November 2024", "section 10(1)")):
        case = load(regime)
        case["foi:case"]["events"] = [{"type": "extended", "date": "2024-11-20"}]
        path = folder / f"{regime}-extended.foi.json"
        path.write_text(json.dumps(case), encoding="utf-8")
        letter = next(letter["id"] for letter in case["foi:case"]["letters"]
                      if letter["type"] == "acknowledgement")
        text = re.sub(r"\s+", " ", foi("export", path, "--to", "text", "--letter", letter,
                                       "-o", "-").out)
        yield from (f"{regime}: no {words!r} in {text}" for words in (
            f"by {day} at the latest", f"the last day under {law} of the {RULES[regime]['act']}")
                    if words not in text)


def test_calendar_ends(folder):
    """Past the last year of known bank holidays only dates by months and weeks are given"""
    # Three months, six weeks and six months from 21 December 2028 need no bank holidays; twenty
    # working days do.
    certain = {"21 March 2029", "20 March 2029", "1 February 2029", "21 June 2029"}
    for regime in REGIMES:
        case = load(regime)
        inner = case["foi:case"]
        inner["request"]["received"], inner["events"] = "2028-12-20", []
        for letter in inner["letters"]:
            letter["date"] = "2028-12-21"
            for day in ("until", "new_date", "close_by"):
                letter.get("particulars", {}).pop(day, None)
        path = folder / f"{regime}.foi.json"
        path.write_text(json.dumps(case), encoding="utf-8")
        for letter in inner["letters"]:
            text = foi("export", path, "--to", "text", "--letter", letter["id"], "-o", "-").out
            days = set(re.findall(r"\d+ [A-Z][a-z]+ 2029", re.sub(r"\s+", " ", text)))
            yield from equal(f"{regime} {letter['type']}", days - certain, set())
            if letter["type"] == "acknowledgement":
                yield from equal("a due date", "at the latest" in text, False)


if __name__ == "__main__":
    run_tests(sys.modules[__name__])
