#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every type of letter under every law: what it must hold, what it must not, and how it reads."""

import json
import re
import sys

from cli import ROOT, expect, foi, refusal, run_tests

FOLDER = ROOT / "tests/data/letters"
REGIMES = ("foia", "eir", "foisa", "eisr")
RULES = {name: json.loads((ROOT / f"resources/rules/{name}.json").read_text(encoding="utf-8"))
         for name in REGIMES}
# Nine sentences in ten have no more words than this.
MAX_WORDS = 25
# What an acknowledgement says of the law that a part may fall under.
SISTER = {"foia": "eir", "foisa": "eisr"}


def load(regime):
    return json.loads((FOLDER / f"{regime}.foi.json").read_text(encoding="utf-8"))


def letter_types(case):
    return [letter["type"] for letter in case["foi:case"]["letters"]]


def all_letters(folder):
    """Each letter of each law: regime, type and text."""
    for regime in REGIMES:
        case = load(regime)
        for letter in letter_types(case):
            if letter == "business-as-usual":  # which is for what is answered, and nothing else
                del case["foi:case"]["questions"][1:]
            yield regime, letter, text_of(write_case(folder, case), letter)


def write_case(folder, case):
    path = folder / "case.foi.json"
    path.write_text(json.dumps(case), encoding="utf-8")
    return path


def text_of(path, letter):
    """The letter from its greeting on, each paragraph on one line."""
    outcome = foi("export", path, "--letter", letter, "--to", "text", "-o", "-")
    assert outcome.status == 0, outcome.err
    text = outcome.out[outcome.out.index("\nDear "):]
    blocks = [re.sub(r"\s*\n\s*(?!\s*(?:-|\d\d?\.) )", " ", block)
              for block in re.split(r"\n\n+", text)]
    return "\n".join(block.strip() for block in blocks)


def elements():
    for line in (FOLDER / "elements.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


def test_letters_hold_their_elements(folder):
    """Each letter holds what elements.tsv says, and nothing is missing."""
    rows, used = list(elements()), set()
    for regime, letter, text in all_letters(folder):
        for number, (law, kind, element, words) in enumerate(rows):
            if law not in ("*", regime) or kind != letter:
                continue
            used.add(number)
            if (words.lstrip("!") in text) == words.startswith("!"):
                yield f"{regime}: {letter}: {element}: {words!r} in {text}"
        if "[missing" in text:
            yield f"{regime}: {letter}: {re.findall(r'.missing[^]]*.', text)}"
    yield from (f"no letter is like row {rows[number]}" for number in range(len(rows))
                if number not in used)


def test_the_right_law_is_named(folder):
    """No letter names the law of another regime, but for the sister law of an acknowledgement."""
    for regime, letter, text in all_letters(folder):
        if RULES[regime]["act"] not in text:
            yield f"{regime}: {letter} does not name its law"
        yield from (f"{regime}: {letter} names the {RULES[other]['act']}" for other in REGIMES
                    if other != regime and RULES[other]["act"] in text
                    and not (letter == "acknowledgement" and SISTER.get(regime) == other))


def sentences(text):
    for line in text.splitlines()[1:]:
        yield from (part for part in re.split(r"(?<=[.:?!])\s+", re.sub(r"<[^>]*>", "", line))
                    if part)


def test_sentences_are_short(folder):
    """Nine sentences in ten of each letter as it is composed are short."""
    for regime, letter, text in all_letters(folder):
        all_of_it = list(sentences(text))
        long = [part for part in all_of_it if len(part.split()) > MAX_WORDS]
        if len(all_of_it) < 10 or len(long) * 10 > len(all_of_it):
            yield f"{regime}: {letter}: {len(long)} of {len(all_of_it)} are long: {long}"


def with_questions(regime, *questions):
    case = load(regime)
    case["foi:case"]["questions"] = [
        {"id": f"q{number}", "number": str(number), "text": "What of it?", **question}
        for number, question in enumerate(questions, 1)]
    return case


def outcome_of_review(decision, answered):
    case = load("foia")
    letter = next(one for one in case["foi:case"]["letters"] if one["type"] == "review")
    letter["particulars"].pop("decision")
    if decision:
        letter["particulars"]["decision"] = decision
    for event in case["foi:case"]["events"]:
        if event["type"] == "issued":
            event["date"] = answered
    return case


def with_events(*events):
    case = load("foia")
    case["foi:case"]["events"] = [dict(zip(("type", "date"), event)) for event in events]
    return case


def extended(told, until):
    case = load("eir")
    case["foi:case"]["events"].append({"type": "extended", "date": told, "until": until})
    return case


def particulars_of(kind, **members):
    case = load("foia")
    letter = next(one for one in case["foi:case"]["letters"] if one["type"] == kind)
    letter["particulars"].update(members)
    return case


def test_letters_follow_the_case(folder):
    """What a letter says follows the questions, the events and its particulars."""
    clear, unclear = {"outcome": "disclosed"}, {"outcome": "clarification", "text": "Which?"}
    facts = [
        (with_questions("foia", clear, unclear), "clarification",
         ["the part of your request that we need to ask you about", "2. Which?",
          "already working on the rest", "!1. What of it?"]),
        (with_questions("foia", clear), "clarification",
         ["This is what you asked for.", "What of it?", "!the rest"]),
        (with_questions("foia", clear), "pit-extension",
         ["We cannot answer it yet.", "[missing: a question that this letter is about]"]),
        (outcome_of_review("upheld", "2024-11-27"), "review",
         ["We have come to the same decision as before.", "so it was in time", "!late"]),
        (outcome_of_review("overturned", "2024-11-28"), "review",
         ["We have changed our decision.", "It was late, and we are sorry."]),
        (outcome_of_review(None, "2024-11-27"), "review", ["[missing: decision]"]),
        # Received 30 October; a fees notice on 6 November, the fee on the 20th.
        (with_events(("fees-notice", "2024-11-06"), ("fee-received", "2024-11-20")),
         "acknowledgement", ["by 13 December 2024 at the latest"]),
        (with_events(("fees-notice", "2024-11-06")), "acknowledgement",
         ["Under section 10(1) of the Freedom of Information Act 2000 we have 20 working days."]),
        # The clock starts afresh on 11 November; 2 December is St Andrew's Day.
        (with_events(("clarification-asked", "2024-11-01"),
                     ("clarification-received", "2024-11-11")), "late",
         ["you should have had our answer by 10 December 2024"]),
        # What nobody had asked for starts nothing, in the letter as in the window.
        (with_events(("clarification-received", "2024-11-11")), "late",
         ["you should have had our answer by 27 November 2024"]),
        # Events noted in another order than they happened are read by their days.
        (with_events(("clarification-received", "2024-11-11"),
                     ("clarification-asked", "2024-11-01")), "late",
         ["you should have had our answer by 10 December 2024"]),
        # An extension that ends before it begins gives no earlier day.
        (extended("2024-11-20", "2024-11-22"), "late", ["our answer by 30 December 2024"]),
        # Told in time, the new date is the one that counts; at most 40 working days after receipt.
        (extended("2024-11-27", "2024-12-20"), "late", ["our answer by 20 December 2024"]),
        (extended("2024-11-27", "2025-01-20"), "late", ["our answer by 30 December 2024"]),
        (extended("2024-11-28", "2024-12-20"), "late", ["our answer by 27 November 2024"]),
        (extended("2024-11-27", "2024-12-20"), "review", ["so it was in time"]),
        (particulars_of("fees-notice", fee="7"), "fees-notice", ["The fee is £7."]),
        (particulars_of("fees-notice", fee="£7.5 or so"), "fees-notice", ["is £7.5 or so."]),
        (particulars_of("clarification", close_by="2024-12-20"), "clarification",
         ["If we have not heard from you by 20 December 2024"]),
        (particulars_of("clarification", unclear=" "), "clarification", ["[missing: unclear]"]),
    ]
    for case, letter, wanted in facts:
        text = text_of(write_case(folder, case), letter)
        yield from (f"{letter}: {words!r} in {text}" for words in wanted
                    if (words.lstrip("!") in text) == words.startswith("!"))


def test_not_held_is_said_once(folder):
    """Where an answer begins by saying that nothing is held, the letter does not say it before."""
    standard = "We do not hold this information."
    notices = {"foia": "", "eir": "regulation 12(4)(a) of the Environmental Information",
               "foisa": "section 17 of the Freedom of Information (Scotland) Act 2002",
               "eisr": "regulation 10(4)(a) of the Environmental Information (Scotland)"}
    for regime in REGIMES:
        for answer, twice in [("We do not hold dates before 2019.", False),
                              ("  we don\u2019t hold\nthese dates.", False),
                              ("The Council does not hold dates.", False),
                              ("**No information is held** on dates.", False),
                              ("We do not holdall dates.", True),
                              ("Others keep these dates. We do not hold them.", True)]:
            case = with_questions(regime, {"held": "no", "outcome": "not-held", "answer": answer,
                                           "searched": "Both registers."})
            text = text_of(write_case(folder, case), "response")
            what = f"{regime}: {answer!r}: {text}"
            if (standard in text) != twice:
                yield f"said {'once' if twice else 'twice'}: {what}"
            if notices[regime] not in text:
                yield f"no notice of the law: {what}"
            if text.index("Both registers.") < text.index("dates"):
                yield f"where we looked comes first: {what}"


def test_numbers_of_the_law_are_the_rules(folder):
    """How long somebody may appeal is said as the rules say it, also where they are others."""
    rules = folder / "foi-desk/rules"
    rules.mkdir(parents=True)
    for regime in ("foisa", "eisr"):
        text = text_of(write_case(folder, load(regime)), "response")
        if "within 6 months of its outcome" not in text:
            yield f"{regime}: {text}"
        changed = json.loads(json.dumps(RULES[regime]))
        for limit in changed["time_limits"]:
            if limit["id"] == "complaint":
                limit.update(n=5, unit="week")
        for regulator in changed["regulators"]:
            del regulator["address"]
        (rules / f"{regime}.json").write_text(json.dumps(changed), encoding="utf-8")
        outcome = foi("export", write_case(folder, load(regime)), "--letter", "response", "--to",
                      "text", "-o", "-", XDG_DATA_HOME=str(folder))
        text = re.sub(r"\s+", " ", outcome.out)
        for words in ("within 5 weeks of its outcome", "appeal online", "write to enquiries@foi"):
            if words not in text:
                yield f"{regime}: no {words!r} in {text} {outcome.err}"


def test_time_for_a_review_is_the_rules(folder):
    """How long somebody may ask for a review is said in the rules' own unit."""
    rules = folder / "foi-desk/rules"
    rules.mkdir(parents=True)
    case = load("foia")
    case["foi:case"]["authority"]["review"].pop("window", None)
    letter = next(letter for letter in case["foi:case"]["letters"] if letter["type"] == "response")
    for n, unit, period, day in ((6, "week", "within 6 weeks of", "by 8 January 2025"),
                                 (2, "month", "within 2 months of", "by 27 January 2025"),
                                 (30, "day", "within 30 calendar days of", "by 27 December 2024"),
                                 (1, "working-day", "within 1 working day of",
                                  "by 28 November 2024")):
        changed = json.loads(json.dumps(RULES["foia"]))
        for limit in changed["time_limits"]:
            if limit["id"] == "review-request":
                limit.update(n=n, unit=unit)
        (rules / "foia.json").write_text(json.dumps(changed), encoding="utf-8")
        for date, words in ((None, period), ("2024-11-27", day)):
            letter.pop("date", None)
            if date is not None:
                letter["date"] = date
            outcome = foi("export", write_case(folder, case), "--letter", "response", "--to",
                          "text", "-o", "-", XDG_DATA_HOME=str(folder))
            text = re.sub(r"\s+", " ", outcome.out)
            if words not in text:
                yield f"{n} {unit}: no {words!r} in {text} {outcome.err}"


def refused(act, section, kind, **more):
    ground = {"act": act, "section": section, "kind": kind, **more}
    return {"held": "yes", "outcome": "refused", "grounds": [ground]}


PUBLIC_INTEREST = {"for": "One side.", "against": "Other side.", "balance": "The other wins."}
SOURCE = {"publisher": "Town Archive", "title": "Bridges in figures", "table": "table 3",
          "url": "https://archive.example.uk/bridges", "from": "2018", "to": "2024"}
ADVICE = {"estimate": {"advice": "We could search the files of one year."}}
RIGHTS = ["ask us to review it", "Section 50 of the Freedom of Information Act 2000 gives you"]
RESPONSES = (
    # What the answer is, under which law, and what the response then holds or (!) must not.
    ("foia", {"held": "yes", "outcome": "disclosed", "answer": "There are 12."},
     ["There are 12.", "You may use the information in this letter", "!exempt", *RIGHTS]),
    ("foia", {**refused("foia", "43(2)", "prejudice", harm="would", reason="They would lose.",
                        applies_to="the prices", public_interest=PUBLIC_INTEREST),
              "outcome": "part", "answer": "The rest is this."},
     ["can give you part of it", "The rest is this.", "This applies to the prices.",
      "releasing it would harm", "They would lose.", "One side.", "The other wins.", *RIGHTS]),
    ("foia", {**refused("foia", "12(1)", "cost"), **ADVICE},
     ["We hold this information.", "would cost more than the limit of £450", "18 hours",
      "(Appropriate Limit and Fees) Regulations 2004", "section 12(1)",
      "We could search the files of one year.", "!or more", "!12(2)", *RIGHTS]),
    ("foia", {**refused("foia", "12(2)", "cost-to-confirm"), **ADVICE,
              "held": "cannot-confirm-within-limit"},
     ["Finding out whether we hold this information", "section 12(2)", "£450",
      "We could search the files of one year.", "!We hold", "!We do not hold", *RIGHTS]),
    ("foia", refused("foia", "14(1)", "vexatious"),
     ["section 14(1)", "said of the request, and not of the person", *RIGHTS]),
    ("foia", refused("foia", "14(2)", "repeated", reason="We answered on 3 May 2024."),
     ["section 14(2)", "We answered on 3 May 2024.", *RIGHTS]),
    ("foia", refused("foia", "21", "elsewhere", source=SOURCE),
     ["published here: Town Archive, Bridges in figures", "https://archive.example.uk/bridges",
      "2018 to 2024", "table 3", "exempt under section 21", *RIGHTS]),
    ("foia", refused("foia", "22", "future-publication", reason="It comes out on 1 March 2025.",
                     public_interest=PUBLIC_INTEREST),
     ["We are going to publish this", "It comes out on 1 March 2025.", "section 22", *RIGHTS]),
    ("foia", refused("foia", "40(2)", "personal-data", reason="Three people live there."),
     ["people who could be identified", "Three people live there.", "section 40(2)", *RIGHTS]),
    ("foia", refused("foia", "40(1)", "own-data"),
     ["information about you yourself", "subject access request", *RIGHTS]),
    ("foia", {"held": "no", "outcome": "not-held", "answer": "We searched the deed room."},
     ["We do not hold this information.", "We searched the deed room.", "!exempt", *RIGHTS]),
    ("foia", {**refused("foia", "31", "prejudice"), "held": "neither-confirm-nor-deny",
              "outcome": "neither-confirmed-nor-denied"},
     ["We will not say whether we hold this", "neither confirm nor deny",
      "do not take this to mean that we hold it, or that we do not", "!We hold this", *RIGHTS]),
    ("foia", {"held": "no", "outcome": "transferred"}, ["With your agreement, we have passed"]),
    ("eir", {"held": "no", "outcome": "not-held"}, ["exception in regulation 12(4)(a)"]),
    ("eisr", {"held": "no", "outcome": "not-held"}, ["exception in regulation 10(4)(a)"]),
    ("foisa", refused("foisa", "25(1)", "elsewhere", source=SOURCE),
     ["refusal notice under section 16", "section 25(1)", "Section 47"]),
    ("foisa", {"held": "no", "outcome": "not-held"}, ["notice of that under section 17",
                                                      "!refusal notice"]),
)


def test_responses_of_every_kind(folder):
    """A response holds what its outcome asks for."""
    for regime, question, wanted in RESPONSES:
        case = with_questions(regime, {"answer": "", **question})
        case["foi:case"]["authority"]["type"] = "local"
        text = text_of(write_case(folder, case), "response")
        yield from (f"{question}: {words!r} in {text}" for words in wanted
                    if (words.lstrip("!") in text) == words.startswith("!"))
        if "[missing" in text:
            yield f"{question}: {re.findall(r'.missing[^]]*.', text)}"


def test_no_letter_for_another_law(folder):
    """A letter that the case does not have is refused, and nothing is made."""
    yield from refusal(foi("export", FOLDER / "foisa.foi.json", "--to", "text", "--letter",
                           "pit-extension", "-o", "-"), FOLDER / "foisa.foi.json", "pit-extension")
    for letter in letter_types(load("foia")):
        made = folder / f"{letter}.pdf"
        yield from expect(foi("export", FOLDER / "foia.foi.json", "--to", "pdf", "--letter",
                              letter, "-o", made), 0)
        if not made.read_bytes().startswith(b"%PDF"):
            yield f"{made} is no PDF"


if __name__ == "__main__":
    run_tests(sys.modules[__name__])
