#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the rule files: their form, that no letter lacks a paragraph, and how the words read."""

import datetime
import json
import re

import canonical
import formats
import tap

# As many words as a sentence of a letter may have.
MAX_WORDS = 25
# What a letter of response must find whatever the case, in every regime.
ALWAYS = """question-heading questions-heading see-question table-label figure-label page-label
    draft-label email-label phone-label harm-would harm-would-be-likely withheld-all
    withheld-part subject-act
    subject-reference salutation opening request-intro accessible quote-reference review
    valediction""".split()
SOMETIMES = "held not-held neither by-reference regulator re-use table-file mark-c mark-x".split()
# Gaps, locked spans, links, escaped brackets: what is left of a text has no bracket.
WELL_FORMED = r"\{[a-z_]+\}|\\[\[\]]|\[\[|\]\]|\[[^\[\]]*\]\([^()]*\)"
# Grounds whose paragraph goes by the outcome and not by the kind.
BY_OUTCOME = {"not-held": "not-held"}


def gaps_of(text):
    return re.findall(r"\{([^{}]*)\}", text)


def merged(files, regime):
    """The paragraphs of a regime with those that it inherits, as the program puts them together."""
    own = files[regime]["paragraphs"]
    base = files[files[regime]["inherits"]]["paragraphs"] if "inherits" in files[regime] else []
    own_ids = list(dict.fromkeys(item["id"] for item in own))
    order = list(dict.fromkeys(item["id"] for item in base))
    for number, name in enumerate(own_ids):
        if name not in order:
            order.insert(order.index(own_ids[number - 1]) + 1 if number else 0, name)
    return [item for name in order for item in (own if name in own_ids else base)
            if item["id"] == name
            and item.get("regime", regime) == regime]


def sentences(text):
    plain = re.sub(r"\[\[|\]\]|\]\([^)]*\)|\[(?=[^\[])", "", text)
    return [part for part in re.split(r"(?<=[.:?!])\s+", plain) if part]


def paragraph_complaints(name, paragraphs, gaps):
    seen = []
    for item in paragraphs:
        where, text = f"{name}: {item['id']}", item["text"]
        if item["id"] in seen and seen[-1] != item["id"]:
            yield f"{where}: its variants do not stand together"
        seen.append(item["id"])
        yield from (f"{where}: unknown gap {{{gap}}}" for gap in gaps_of(text) if gap not in gaps)
        if re.search(r"[\[\]{}]", re.sub(WELL_FORMED, "", text)):
            yield f"{where}: a bracket has no partner"
        if re.findall(r"\[\[|\]\]", text) != ["[[", "]]"] * text.count("[["):
            yield f"{where}: a locked span has one end"
        yield from (f"{where}: {len(part.split())} words: {part}" for part in sentences(text)
                    if len(part.split()) > MAX_WORDS)
        if text.startswith("#"):
            if not re.fullmatch(r"## [A-Z][a-z ]+[a-z]", text):
                yield f"{where}: is not a heading as the others are"
        elif item["place"] != "label" and not re.search(r"[.}?]\]{0,2}$", text) and item[
                "place"] not in ("subject", "salutation", "sign-off"):
            yield f"{where}: does not end as a sentence ends"


def kinds(ground):
    """The kinds that a ground of the rules can be: a limb may differ."""
    return {part.get("kind", ground["kind"]) for part in [ground] + ground.get("limbs", [])}


def lacking(files, regime, paragraphs):
    """What a letter of this regime might look for in vain."""
    ids = {item["id"] for item in paragraphs}
    sure = {item["id"] for item in paragraphs if not item["when"]}
    yield from (f"{regime}: no {name}" for name in ALWAYS + SOMETIMES if name not in ids)
    yield from (f"{regime}: {name} has no variant without conditions"
                for name in ALWAYS if name in ids and name not in sure)
    for ground in files[regime]["grounds"]:
        for kind in kinds(ground):
            name = BY_OUTCOME.get(kind, f"ground-{kind}")
            if name not in ids:
                yield f"{regime}: {ground['section']}: no paragraph {name}"
        if ground["kind"] in ("class", "prejudice", "qualified-person") and not ground["plain"]:
            yield f"{regime}: {ground['section']}: no plain words"


def gaps_in_time(files):
    """Days from 2005 on for which a regime has no regulator, or two."""
    for regime, rules in files.items():
        day = datetime.date(2005, 1, 1)
        for regulator in rules["regulators"]:
            if regulator["from"] != str(day):
                yield f"{regime}: from {regulator['from']}, not {day}"
            day = datetime.date.fromisoformat(regulator.get("to", "9998-12-31"))
            day += datetime.timedelta(days=1)
        if day.year != 9999:
            yield f"{regime}: nobody from {day} on"


def strangers(files, document, name):
    """What a case names that its rules do not know."""
    case = document["foi:case"]
    paragraphs = {item["id"] for item in merged(files, case["regime"])}
    reworded = list(case.get("authority", {}).get("wording", {}))
    for letter in case.get("letters", []):
        reworded += letter.get("paragraphs", {})
    yield from (f"{name}: no paragraph {item}" for item in reworded if item not in paragraphs)
    for question in case.get("questions", []):
        for ground in question.get("grounds", []):
            known = {item["section"]: item for item in files[ground["act"]]["grounds"]}
            found = known.get(ground["section"])
            if not found:
                yield f"{name}: {ground['act']} has no {ground['section']}"
            elif ground["kind"] not in kinds(found):
                yield f"{name}: {ground['section']} is {found['kind']}, not {ground['kind']}"
            elif "limb" in ground and ground["limb"] not in {
                    part["limb"] for part in found.get("limbs", [])}:
                yield f"{name}: no limb {ground['limb']}"


def lines_of(name):
    """The rows of a table of tests/data/rules."""
    text = (formats.RULE_SAMPLES / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if not line.startswith("#")]


def facts_of(ground):
    """What grounds.tsv says of a ground, read from the rules."""
    balances = {ground["balance"]} | {item["balance"] for item in ground.get("balance_for", [])}
    return (ground["balance"] if len(balances) == 1 else "mixed", ground["test"],
            ground.get("ncnd", {}).get("section", "-"))


def strange_grounds(files):
    """Where the rules and what is known of the statutes differ."""
    # "Required to safeguard", "to avoid an infringement": neither a class nor a prejudice.
    tests = {"adverse effect": "adverse-effect", "class-like": "harm", "condition": "class"}
    told = set()
    for regime, section, balance, basis, neither, twin in lines_of("grounds.tsv"):
        told.add((regime, section))
        ground = {item["section"]: item for item in files[regime]["grounds"]}.get(section)
        if ground is None:
            yield f"{regime}: no {section}"
            continue
        known = (balance, tests.get(basis, basis), neither)
        if facts_of(ground) != known:
            yield f"{regime}: {section}: {facts_of(ground)}, not {known}"
        twins = ground.get("twin", {})
        scottish = {"foia": "foisa", "eir": "eisr"}.get(regime)
        if scottish and twins.get(scottish, "-").removesuffix("(2)") != twin.removesuffix("(2)"):
            yield f"{regime}: {section}: {scottish} {twins.get(scottish)}, not {twin}"
    for regime in ("foia", "foisa", "eir"):
        named = {section for name, section in told if name == regime}
        yield from (f"{regime}: {ground['section']} is in no table of facts"
                    for ground in files[regime]["grounds"]
                    if ground["section"] not in named and ground["test"] not in (
                        "estimate", "judgement", "fact") and "seen" not in ground)


def dead_twins(files):
    """Twins that are not there, or that are of another kind."""
    for regime, rules in files.items():
        for ground in rules["grounds"]:
            for other, section in ground.get("twin", {}).items():
                found = {item["section"]: item for item in files[other]["grounds"]}.get(section)
                if found is None:
                    yield f"{regime}: {ground['section']}: {other} has no {section}"


def mutated(document, path, value):
    """A rule file with a member changed or taken away."""
    sample = json.loads(json.dumps(document))
    *steps, last = [int(step) if step.isdigit() else step for step in path.split("/")]
    node = sample
    for step in steps:
        node = node[step]
    if value == "-":
        del node[last]
    else:
        node[last] = json.loads(value)
    return sample


def self_tests(files):
    """The checks above, each shown something wrong."""
    broken = json.loads(json.dumps(files))
    broken["foia"]["paragraphs"] = [
        item for item in broken["foia"]["paragraphs"] if item["id"] != "review"]
    broken["foia"]["paragraphs"].append(
        {"id": "ground-class", "place": "closing", "letters": ["response"], "when": [],
         "text": "No end, {no_such_gap}, {half and [[one end " + "word " * MAX_WORDS})
    broken["foia"]["paragraphs"].append(
        {"id": "x-heading", "place": "closing", "letters": ["response"], "when": [],
         "text": "# Too Large."})
    broken["foia"]["grounds"][0]["kind"] = "elsewhere-still"
    broken["eir"]["regulators"][1]["from"] = "2026-08-01"
    broken["foia"]["grounds"][4]["balance"] = "qualified"
    broken["foia"]["grounds"][4]["twin"] = {"foisa": "99"}
    del broken["eir"]["grounds"][-1]
    said = list(paragraph_complaints("x", broken["foia"]["paragraphs"], {"act"}))
    for what in ("stand together", "unknown gap", "no partner", "one end", "words: ", "does not end", "is not a heading"):
        yield f"the check sees a paragraph: {what}", [] if any(
            what in line for line in said) else ["it does not"]
    said = list(strange_grounds(broken)) + list(dead_twins(broken))
    for what in ("foia: 21: (", "foia: 21: foisa 99, not 25", "eir: no 13(1)", "has no 99"):
        yield f"the check sees grounds: {what}", [] if any(
            what in line for line in said) else ["it does not"]
    said = list(lacking(broken, "foia", merged(broken, "foia"))) + list(gaps_in_time(broken))
    for what in ("no review", "ground-elsewhere-still", "eir: from 2026-08-01"):
        yield f"the check sees what lacks: {what}", [] if any(
            what in line for line in said) else ["it does not"]


def rules():
    checker, root = formats.validator("rules"), formats.schema("rules")
    paths = sorted(formats.RULES.glob("*.json"))
    files = {path.stem: canonical.parse(path.read_text(encoding="utf-8")) for path in paths}
    gaps = {gap for group in root["$defs"]["gap"]["oneOf"] for gap in group["enum"]}
    yield "there are rules of four regimes", (
        [] if list(files) == ["eir", "eisr", "foia", "foisa"] else list(files))
    for path in paths:
        yield f"{path.name} is valid", formats.invalid(checker, files[path.stem])
        yield f"{path.name} is canonical", list(formats.layout(path, root))
        yield f"{path.name} is of its regime", (
            [] if files[path.stem]["regime"] == path.stem else [files[path.stem]["regime"]])
    for regime in files:
        paragraphs = merged(files, regime)
        yield f"the paragraphs of {regime}", list(paragraph_complaints(regime, paragraphs, gaps))
        yield f"letters under {regime} find what they need", list(
            lacking(files, regime, paragraphs))
    yield "there is one regulator at any time", list(gaps_in_time(files))
    for path in sorted(formats.EXAMPLES.glob("*.foi.json")) + [
            formats.CASES / f"y_{name}.foi.json"
            for name in ("tables", "questions", "story", "eir", "foisa", "eisr")]:
        document = canonical.parse(path.read_text(encoding="utf-8"))
        yield f"{path.name} names what the rules know", list(strangers(files, document, path.name))
    broken = json.loads(json.dumps(files["foia"]))
    yield "the rules say of grounds what the statutes say", list(strange_grounds(files))
    yield "twins of grounds are there", list(dead_twins(files))
    ledger = canonical.parse((formats.RULE_SAMPLES / "ledger.json").read_text(encoding="utf-8"))
    yield "the made-up regime is valid", formats.invalid(checker, ledger)
    yield "the made-up regime is canonical", list(
        formats.layout(formats.RULE_SAMPLES / "ledger.json", root))
    for path, value, _ in lines_of("refused.tsv"):
        yield f"the schema refuses {path} {value}", (
            [] if formats.invalid(checker, mutated(ledger, path, value)) else ["it does not"])
    for path, value in ((("paragraphs", 0, "when"), ["no-such-condition"]),
                        (("paragraphs", 0, "when"), ["has:no_such_gap"]),
                        (("paragraphs", 0, "place"), "margin"), (("grounds", 0, "kind"), "odd"),
                        (("limits", 0, "pounds"), "600"), (("calendar",), "wales")):
        sample = json.loads(json.dumps(broken))
        node = sample
        for step in path[:-1]:
            node = node[step]
        node[path[-1]] = value
        yield f"the schema refuses {path} = {value!r}", (
            [] if formats.invalid(checker, sample) else ["it does not"])
    yield from self_tests(files)


if __name__ == "__main__":
    tap.report(rules())
