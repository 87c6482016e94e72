#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sentences that give a withheld figure away, each beside a near twin that does not."""

import json
import sys

from cli import equal, expect, foi, run_tests
from test_audit_case import make_case, make_table

TOTALS = [{"row": {"area": "Total"}, "of": [{"area": "Abbey"}, {"area": "Brook"},
                                            {"area": "Castle"}]},
          {"field": "total", "of": ["boys", "girls"]}]
RULE = {"threshold": 4, "zero": "keep", "method": "suppress", "reason": "small wards"}
#            boys girls
# Abbey         3    20    23     the first two rows are withheld: 3 is small, the others go with
# Brook        14    18    32     it, and nobody can work one out
# Castle        9    30    39
# Total        26    68    94
WARDS = make_table("refs", ["boys", "girls", "total"],
                   [["Abbey", "[c]", "[c]", 23], ["Brook", "[c]", "[c]", 32],
                    ["Castle", 9, 30, 39], ["Total", 26, 68, 94]], TOTALS, title="Exclusions",
                   **{"foi:rule": RULE})
HIDDEN = [("refs", "Abbey", "boys", 3, "primary"), ("refs", "Abbey", "girls", 20, "secondary"),
          ("refs", "Brook", "boys", 14, "secondary"), ("refs", "Brook", "girls", 18, "secondary")]
# One column whose total is said nowhere: 3 + 3 + 0 + 18 = 24.
ALONE = make_table("refs", ["boys"], [["Abbey", "[c]"], ["Brook", "[c]"], ["Castle", "[c]"],
                                      ["Dale", 18]], title="Exclusions",
                   **{"foi:rule": {**RULE, "zero": "suppress"}})
ALONE_HIDDEN = [("refs", "Abbey", "boys", 3, "primary"), ("refs", "Brook", "boys", 3, "primary"),
                ("refs", "Castle", "boys", 0, "primary")]


def audit(folder, answer, status, table=WARDS, hidden=None):
    file = make_case(folder, [table], HIDDEN if hidden is None else hidden, answer)
    outcome = foi("audit", file)
    return [f"{answer!r}: {complaint}: {outcome.out}"
            for complaint in expect(outcome, status, err="")]


def pairs(folder, facts, table=WARDS, hidden=None):
    complaints = []
    for tells, tells_not in facts:
        complaints += audit(folder, tells, 1, table, hidden)
        complaints += audit(folder, tells_not, 0, table, hidden)
    return complaints


def test_differences(folder):
    """By how many one figure is more than another, with the word for it or without."""
    return pairs(folder, (
        ("In Abbey there were 17 more girls than boys.",
         "In Abbey there were more girls than boys."),
        ("In Abbey there were seventeen more girls than boys.",
         "In Abbey there were many more girls than boys."),
        ("The girls in Abbey outnumbered the boys by 17.",
         "The girls in Abbey outnumbered the boys by 170."),
        ("In Abbey the difference between boys and girls was 17.",
         "In Abbey the difference between boys and girls was small."),
        ("Brook had 11 more boys than Abbey.", "Brook had more boys than Abbey."),
        ("In Abbey there were six fewer boys than in Castle.",
         "In Abbey there were sixty fewer boys than in Castle."),
        ("Brook had four more girls than boys.", "Castle had twenty-one more girls than boys."),
    ))


def test_sums(folder):
    """What some or all others have together."""
    return pairs(folder, (
        ("Brook and Castle together had 23 boys.", "Brook and Castle together had 71 children."),
        ("Boys outside Abbey: 23.", "Boys outside Castle: 17."),
        ("Abbey aside, the wards had 23 boys.", "Castle aside, the wards had 17 boys."),
        ("All but three of those excluded in Abbey were girls.",
         "All but three of those excluded in Dale were girls."),
        ("Apart from Abbey, there were 48 girls.", "Apart from Castle, there were 38 girls."),
    ))


def test_shares(folder):
    """Percentages, parts, one in so many."""
    return pairs(folder, (
        ("In Abbey 13% of those excluded were boys.", "In Castle 23% of those excluded were boys."),
        ("In Abbey girls made up 87% of exclusions.", "In Castle girls made up 77% of exclusions."),
        ("In Abbey girls made up 87 per cent of exclusions.",
         "In all, girls made up 72 per cent of exclusions."),
        ("In Abbey about one in eight excluded children was a boy.",
         "In Abbey one in eight households answered our letter."),
        ("In Abbey 1 in 8 of those excluded was a boy.",
         "In Abbey 1 in 2 of those we asked wrote."),
        ("Abbey accounts for 12% of all boys.", "Castle accounts for 35% of all boys."),
        ("Abbey accounts for about 10% of all boys.", "Abbey accounts for some of all boys."),
        ("In Brook 56.3% were girls.", "In Castle 76.9% were girls."),
        ("In Abbey 130 in every 1,000 excluded children were boys.",
         "In Abbey 130 in every 1,000 people moved."),
        ("Boys are 0.13 of Abbey's exclusions.", "Boys are 0.23 of Castle's exclusions."),
        ("Abbey had an eighth of its exclusions as boys.",
         "Castle had about a quarter of its exclusions as boys."),
        ("In Abbey 3/23 of those excluded were boys.",
         "In Castle 9/39 of those excluded were boys."),
        ("3 out of the 23 excluded in Abbey were boys.",
         "9 out of the 39 excluded in Castle were boys."),
        ("Under 15% and over 10% of the children in Abbey were boys.",
         "Under 60% of the children in Abbey were boys."),
    ))


def test_multiples(folder):
    """Ratios, and so many times as many."""
    return pairs(folder, (
        ("In Brook, boys and girls were in the ratio 7:9.",
         "In Castle, boys and girls were in the ratio 3:10."),
        ("In Brook the ratio of boys to girls was 7 to 9.",
         "In Brook the ratio of boys to girls is not known."),
        ("In Brook there were seven boys for every nine girls.",
         "In Castle there were three boys for every ten girls."),
        ("In Abbey girls outnumbered boys by nearly seven to one.",
         "In Castle girls outnumbered boys by more than three to one."),
        ("Abbey had one boy for about every seven girls.",
         "Castle had three boys for every ten girls."),
        ("In Abbey nearly seven times as many girls as boys were excluded.",
         "In Abbey as a rule more girls than boys were excluded."),
        ("Castle had three times as many boys as Abbey.", "Castle had more boys than Abbey."),
        ("Castle had 50% more girls than Abbey.", "Castle had more girls than Abbey."),
        ("The boys in Abbey were a third of those in Castle.",
         "The boys in Castle were about a third of all boys."),
    ))


def test_bounds(folder):
    """Bounds that leave too little open, and those that leave enough."""
    return pairs(folder, (
        ("Abbey had between 2 and 4 boys.", "Abbey had between 0 and 17 boys."),
        ("Abbey had 2 to 4 boys.", "Abbey had 0 to 17 boys."),
        ("Abbey had no more than three boys.", "Abbey had no more than twelve boys."),
        ("Abbey had fewer than four boys.", "Abbey had fewer than five boys."),
        ("Abbey had at least three boys.", "Abbey had at least one boy."),
        ("Abbey had more than two boys.", "Abbey had a handful of boys."),
        ("Abbey had three or more boys.", "Castle had nine or more boys."),
    ))


def test_words(folder):
    """Numbers that are written in other ways."""
    return pairs(folder, (
        ("In Abbey three boys were excluded.", "In Abbey boys were excluded three years running."),
        ("In Abbey ３ boys were excluded.", "In Abbey ３０ boys were seen."),
        ("Abbey had a quarter of a dozen boys.", "Abbey had a dozen schools."),
        ("Abbey had a trio of boys excluded.", "Abbey had a trio of schools."),
        ("In Abbey III boys were excluded.", "In Abbey part III of the plan was followed."),
        ("Abbey's 3 boys were the youngest.", "Abbey's 3rd team saw boys."),
        ("Of the boys in Abbey 3 may appeal.", "Boys in Abbey may appeal by 3 May."),
        ("In Abbey there were **3** boys.", "In Abbey there were **30** boys before."),
        ("In Brook there were fourteen boys.", "In Castle there were nine boys."),
        ("In Brook there were one and a half dozen girls, 18.", "In Brook there were many girls."),
    ))


def test_neighbours(folder):
    """Which ward is meant may stand in the sentence before, or after, or in what was asked."""
    return pairs(folder, (
        ("Abbey was the lowest. There were only three boys there.",
         "Abbey was the lowest. We asked three schools there."),
        ("Abbey:\n- 3 boys\n- more girls", "Abbey:\n- 30 boys saw the film\n- more girls"),
        ("There were three boys. That was in Abbey.", "There were three boards. One is in Abbey."),
        ("Boys are fewest in Abbey. There were 3.",
         "Boys are fewest in Abbey. There are 3 schools."),
        ("Abbey is our smallest ward. It has one school. In all 3 boys were excluded.",
         "Castle is our largest ward. It has one school. In all 9 boys were excluded."),
        ("In Abbey the figure was 3.", "In Abbey the figure was small."),
    ))


def test_links(folder):
    """What links, pictures and files are called is read as well."""
    return pairs(folder, (
        ("See https://council.example/abbey-boys-3.", "See https://council.example/abbey-boys."),
        ("See [the page](https://council.example/Abbey%20Boys3).",
         "See [the page](https://council.example/Abbey%20Boys)."),
        ("See ![A chart](abbey_boys_3.png).", "See ![A chart](abbey_boys_chart.png)."),
        ("See abbeyBoys3.csv, attached to-day.", "See abbeyBoys.csv, attached to-day."),
    ))


def test_alone(folder):
    """Where no total is shown, a sentence may give it, or compare figures."""
    return pairs(folder, (
        ("Dale had six times as many boys as Abbey.", "Dale had more boys than Abbey."),
        ("Abbey and Brook had six boys between them. They had the same number of boys.",
         "Abbey and Brook were much alike."),
        ("Abbey and Brook had the same number of boys, and three in Abbey.",
         "Abbey and Brook had the same number of boys."),
        ("Dale had fifteen more boys than Brook.", "Dale had fifteen streets more than Brook."),
        ("A sixth of the boys of Dale would be those of Abbey.", "Dale had most of the boys."),
        ("There were 24 boys in all, six of them in Abbey and Brook. In Brook 3 boys.",
         "There were boys in all wards."),
        ("There were no boys in Castle.", "There were no schools in Castle."),
        ("Abbey, Brook and Dale had boys, and none of the others.",
         "Abbey, Brook and Dale had boys, and some of the others."),
    ), ALONE, ALONE_HIDDEN)


def test_nothing_said(folder):
    """Dates, laws, hours, money, telephones and references are no figures, nor what is shown."""
    complaints = []
    for answer in ("Boys aged 14 to 18 in Brook are no longer counted.",
                   "Abbey is in Zone 4, Brook in Zone 14.", "Boys in Abbey can come twice a week.",
                   "Exclusions in Brook were 39% more than in Abbey.",
                   "Abbey had the fewest boys and Brook the most.",
                   "Most of those excluded in Abbey were girls.",
                   "The governors of Abbey meet 3 times a year.",
                   "In Abbey boys can appeal within 15 school days.",
                   "Under section 3 boys and girls in Abbey have the same rights.",
                   "On 3 May 2024 we asked Abbey for boys and girls.",
                   "Boys in Abbey were counted at 3 pm.", "Abbey counts its boys in 2024/25.",
                   "It would take 18 hours at £25, or £450, to count the girls of Brook again.",
                   "Ask 024 7697 3003 about girls in Abbey.", "Our reference for boys is ABC-14/3.",
                   "In Castle there were 9 boys and 30 girls, 39 in all.",
                   "There were 26 boys and 68 girls, 94 in all.",
                   "In Abbey 23 children were excluded, and in Brook 32.",
                   "28% of those excluded were boys.", "Abbey had 24% of all exclusions.",
                   "Figures below 5 are not shown.", "Castle had 16 more exclusions than Abbey."):
        complaints += audit(folder, answer, 0)
    return complaints


def plant(folder, change):
    file = make_case(folder, [WARDS], HIDDEN)
    case = json.loads(file.read_text())
    change(case, case["foi:case"]["questions"][0])
    file.write_text(json.dumps(case))
    return file


def test_places(folder):
    """It is the same wherever words go out, but not in what officers keep or was asked."""
    says = "In Abbey there were 17 more girls than boys."
    complaints = []
    for status, change in (
            (1, lambda case, question: case.update(title=says)),
            (1, lambda case, question: question.update(label=says)),
            (1, lambda case, question: question.update(period_answered={"gap": says})),
            (1, lambda case, question: case["foi:case"]["letters"][0].update(
                paragraphs={"closing": says})),
            (1, lambda case, question: case["foi:case"].update(attachments=[
                {"name": "abbey-boys-3.txt", "format": "text/plain", "size": 1,
                 "sha256": "0" * 64}])),
            (1, lambda case, question: case["resources"][0].update(
                {"foi:notes": [{"id": "1", "text": says}]})),
            (1, lambda case, question: case["resources"][0].update(
                {"foi:chart": {"kind": "bar", "x": "area", "y": ["boys"], "alt": says}})),
            (1, lambda case, question: case["resources"][0].update(title=says)),
            (1, lambda case, question: question.update(
                text="How many boys were excluded in Abbey?", answer="Three.\n\n{{table:refs}}\n")),
            (0, lambda case, question: question.update(text=says)),
            (0, lambda case, question: question.update(owner=says)),
            (0, lambda case, question: case["foi:case"].update(
                internal={"notes": [{"text": says}]}))):
        complaints += expect(foi("audit", plant(folder, change)), status, err="")
    return complaints


def add_question(text, answer, label=""):
    """Another question, which does not show the table."""
    return lambda case, question: case["foi:case"]["questions"].append(
        {"id": "q2", "number": "2", "text": text, "label": label, "held": "yes",
         "outcome": "disclosed", "answer": answer})


def hang_note(text, **place):
    return lambda case, question: case["resources"][0].update(
        {"foi:notes": [{"id": "1", "text": text, **place}]})


def remark(area, text):
    """A column of remarks, with one in it."""
    def change(case, question):
        table = case["resources"][0]
        table["schema"]["fields"].append({"name": "remark", "title": "Remark", "type": "string",
                                          "foi:role": "note"})
        table["data"][0].append("remark")
        for row in table["data"][1:]:
            row.append(text if row[0] == area else "")
    return change


def test_where_it_stands(folder):
    """What is asked, and what a note or a remark stands at, names the figure that it tells."""
    asked = "How many boys were excluded in Abbey?"
    abbey = {"row": {"area": "Abbey"}}
    complaints = []
    for tells, tells_not in (
            (add_question(asked, "3"), add_question(asked, "We do not count them.")),
            (add_question(asked, "There were three of them."),
             add_question(asked, "There were few of them.")),
            (add_question("How many?", "3", label="Boys in Abbey"),
             add_question("How many?", "3", label="Boys in Dale")),
            (hang_note("3", field="boys", **abbey), hang_note("2024", field="boys", **abbey)),
            (hang_note("All three were in May", field="boys", **abbey),
             hang_note("All were in May", field="boys", **abbey)),
            (hang_note("Of these 3 were boys", **abbey), hang_note("Of these 30 were new", **abbey)),
            (remark("Abbey", "3 boys"), remark("Castle", "9 boys")),
            (remark("Abbey", "3/20"), remark("Abbey", "as last year")),
            (remark("Brook", "14 lads"), remark("Brook", "140 pages"))):
        complaints += expect(foi("audit", plant(folder, tells)), 1, err="")
        complaints += expect(foi("audit", plant(folder, tells_not)), 0, err="")
    return complaints


def test_one_mind(folder):
    """Audit, checks and the pack's door say the same, name the sentence and what can be done."""
    complaints = []
    for answer in ("In Abbey there were 17 more girls than boys.",
                   "Brook and Castle together had 23 boys.",
                   "See https://council.example/abbey-boys-3.",
                   "In Abbey 13% of those excluded were boys."):
        file = make_case(folder, [WARDS], HIDDEN, answer)
        quoted = f"question 1: “{answer}”"
        for outcome, status, where in (
                (foi("audit", file), 1, "out"), (foi("check", file), 1, "out"),
                (foi("export", file, "--to", "pack", "--for", "send", "-o", folder / "p"), 2,
                 "err")):
            found = outcome.out if where == "out" else outcome.err
            complaints += equal(f"{outcome.what}: status", outcome.status, status)
            if answer not in found:
                complaints.append(f"{outcome.what}: {found!r} does not quote {answer!r}")
            if "audit" not in outcome.what and f"Take the figure out of the sentence in {quoted}" \
                    not in found.replace(", or say it without numbers and shares; if it counts "
                                         "something else, accept it with that as the reason", ""):
                complaints.append(f"{outcome.what}: {found!r} does not say what can be done")
        complaints += equal("what is left", (folder / "p").exists(), False)
    return complaints


def test_made_all_the_same(folder):
    """A letter that tells is made, and that is said; one that does not is made without a word"""
    complaints = []
    for answer, status, err in (
            ("In Abbey there were 17 more girls than boys.", 1,
             "This letter may tell a figure that is withheld"),
            ("One ward had just 3 of them.", 1, "“One ward had just 3 of them.”"),
            ("In Abbey there were more girls than boys.", 0, "")):
        file = make_case(folder, [WARDS], HIDDEN, answer)
        for kind in ("pdf", "text", "html", "csv"):
            wanted = status if kind != "csv" else 0
            outcome = foi("export", file, "--to", kind, "--force", "-o", folder / f"made.{kind}")
            complaints += expect(outcome, wanted, out="", err=err if wanted else "")
            complaints += equal("it is made", (folder / f"made.{kind}").exists(), True)
        is_doubt = "One ward" in answer
        outcome = foi("bundle", file, "--force", "-o", folder / "bundle")
        complaints += expect(outcome, 0 if is_doubt else status, err="" if is_doubt else err)
        case = json.loads(file.read_text())
        case["foi:case"]["accepted"] = [
            {"finding": "withheld-figure-in-file", "date": "2024-11-27", "reason": "Teams.",
             "path": "numbers: onewardhadjust3ofthem"}]
        file.write_text(json.dumps(case))
        outcome = foi("export", file, "--to", "text", "--force", "-o", folder / "made.text")
        complaints += expect(outcome, 0 if is_doubt else status, out="")
    return complaints


if __name__ == "__main__":
    run_tests(sys.modules[__name__])
