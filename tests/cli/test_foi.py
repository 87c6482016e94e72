#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The contract of `foi`: exit statuses, JSON shapes, messages, and what it never does."""

import json
import os
import pathlib
import re
import subprocess
import sys

from cli import CASES, COMMAND, EXAMPLE, ROOT, equal, expect, foi, refusal, run_tests

import canonical  # cli.py has put its folder on the path

BROKEN = CASES / "n_many.foi.json"
CUT = CASES / "n_cut_short.foi.json"


def new_arguments(output, *more):
    return ["new", "--reference", "FOI1", "--subject", "Road repairs", *more, "-o", output]


# ---- the program ----

def test_help(_folder):
    """Help goes to standard output, for the program and for each command"""
    for words in (["help"], ["--help"], ["-h"]):
        yield from expect(foi(*words), 0, out="check", err="")
    for command in ("check", "show", "new"):
        for words in (["help", command], [command, "--help"], [command, "-h"]):
            yield from expect(foi(*words), 0, out=f"foi {command}", err="")


def test_manual(_folder):
    """The manual has every command and every option, and no option that there is not"""
    page = (ROOT / "data/foi.1").read_text(encoding="utf-8").replace("\\-", "-")
    commands = re.findall(r"(?m)^  (\w+)  ", foi("help").out)
    if len(commands) < 5:
        yield f"too few commands are found: {commands}"
    known = {"--help", "--version"}
    for command in commands:
        if not re.search(rf"(?m)^\.B {command}$", page):
            yield f"the manual lacks the command {command}"
        if command != "help":
            known |= set(re.findall(r"--[a-z-]+", foi("help", command).out))
    yield from equal("options of the manual", set(re.findall(r"--[a-z-]+", page)), known)


def test_version(_folder):
    """The version is the project's"""
    yield from expect(foi("--version"), 0, out="foi ", err="")
    if not re.fullmatch(r"foi \d+\.\d+\.\d+\n", foi("--version").out):
        yield "foi --version is not foi and a version"


def test_folder_as_case(folder):
    """A folder is no case, and there is a way to open it"""
    yield from expect(foi("check", folder), 2, out="", err="Choose a file in it")


def test_bad_usage(_folder):
    """What is not understood is refused in one line"""
    yield from refusal(foi(), "usage", "foi help")
    yield from refusal(foi("frobnicate"), "frobnicate", "not a command")
    yield from refusal(foi("--frobnicate"), "--frobnicate", "not a command")
    yield from refusal(foi("help", "frobnicate"), "help", "frobnicate")
    yield from refusal(foi("help", "check", "show"), "help", "show")
    yield from refusal(foi(""), "", "not a command")
    for command in ("check", "show", "new"):
        yield from refusal(foi(command), command, "foi help")
        yield from refusal(foi(command, "--frobnicate"), command, "--frobnicate")
        yield from refusal(foi(command, "--format", "xml", EXAMPLE), command, "xml")
        yield from refusal(foi(command, "--format"), command, "--format")
    yield from refusal(foi("show", EXAMPLE, EXAMPLE), "show", "one case")
    for command in ("check", "show"):
        for day in ("2024-02-30", "yesterday", "", "27/11/2024"):
            yield from refusal(foi(command, "--date", day, EXAMPLE), command, "not a day")


def test_messages_are_one_line(folder):
    """A message stays one line, whatever is in the name of the file"""
    name = "a\nb: \x1b[31m.foi.json"
    outcome = foi("show", folder / name)
    yield from equal("lines of the message", outcome.err.count("\n"), 1)
    yield from equal("control characters", "\x1b" in outcome.err, False)
    yield from expect(outcome, 2, out="")


def test_nothing_drives_a_terminal(folder):
    """What stands in a case, or in a file's name, moves no cursor and begins no line"""
    odd = "a\x1b[31m\x9b2J\u202eb\nReceived    1999-01-01"
    case = {"id": odd, "title": odd,
            "foi:case": {"format": "uk-foi-case", "version": 1, "questions": [
                {"id": "q1", "number": odd, "label": odd,
                 "grounds": [{"act": odd, "section": odd}]}]},
            "resources": [{"name": odd, "title": odd, "schema": {"fields": [
                {"name": "a", "type": "string"}]}, "data": [["a"]]}]}
    path = folder / "a\n\x1b\x9b\u202e.foi.json"
    path.write_text(json.dumps(case), encoding="utf-8")
    shown, checked = foi("show", path), foi("check", path)
    found = foi("check", "--format", "json", path)
    case["foi:case"]["regime"] = 5
    case["foi:case"]["questions"][0]["held"] = odd
    path.write_text(json.dumps(case), encoding="utf-8")
    refused, unread = foi("check", path), foi("show", path)
    for outcome, exit_status in ((shown, 0), (checked, 1), (refused, 2), (unread, 2)):
        yield from expect(outcome, exit_status)
        said = outcome.out + outcome.err
        yield from equal("controls", re.findall("[^\n -\x7e\xa0-\u2027\u2030-\ufffd]", said), [])
    yield from equal("lines that begin with Received",
                     len(re.findall("(?m)^Received", shown.out)), 1)
    findings = json.loads(found.out)["files"][0]["findings"]
    yield from equal("lines of foi check", (checked.out.count("\n"), refused.out.count("\n")),
                     (len(findings), 2))
    yield from equal("what is found", "question-without-outcome" in checked.out, True)


# ---- check ----

def test_check_text(_folder):
    """foi check prints a line for each finding, and each fault with file, line, column and path"""
    outcome = foi("check", EXAMPLE)
    yield from expect(outcome, 1, err="")
    for line in outcome.out.splitlines():
        yield from equal(line, re.fullmatch(
            re.escape(str(EXAMPLE)) + r": (unfinished|error|warning|advice): [a-z0-9-]+: "
            r"\$\.[^ ]+: .+ \(.+\)", line) is not None, True)
    yield from equal("one of them", f"{EXAMPLE}: error: s12-2-but-held: "
                     "$.foi:case.questions[1].answer: Question 2 " in outcome.out, True)
    outcome = foi("check", BROKEN)
    expected = [line.split("\t")[1] for line in
                (CASES / "messages.tsv").read_text(encoding="utf-8").splitlines()
                if line.startswith(BROKEN.name + "\t")]
    yield from expect(outcome, 2, err="")
    yield from equal("faults", outcome.out.splitlines(), [f"{BROKEN}:{line}" for line in expected])
    if len(expected) < 3:
        yield "too few faults are expected"


def test_check_json(_folder):
    """foi check --format json has the shape of the contract"""
    outcome = foi("check", "--format", "json", EXAMPLE, BROKEN, CUT, "/nowhere/at/all")
    yield from expect(outcome, 2, err="")
    good, many, cut, none = outcome.json()["files"]
    yield from equal("a file that can be read", (good["file"], good["readable"], good["accepted"]),
                     (str(EXAMPLE), True, []))
    for finding in good["findings"]:
        yield from equal("a finding", sorted(finding),
                         ["fix", "id", "law", "message", "path", "severity"])
        yield from equal("its texts", [key for key, text in finding.items()
                                       if not isinstance(text, str) or text == ""], [])
        yield from equal("its severity", finding["severity"] in (
            "unfinished", "error", "warning", "advice"), True)
        yield from equal("its path", finding["path"].startswith("$."), True)
    for found, path in ((many, BROKEN), (cut, CUT), (none, "/nowhere/at/all")):
        yield from equal("file", found["file"], str(path))
        yield from equal(f"readable of {path}", found["readable"], False)
        for error in found["errors"]:
            kinds = {key: type(value) for key, value in error.items()}
            yield from equal("an error", kinds,
                             {"line": int, "column": int, "path": str, "message": str})
    yield from equal("faults of syntax", len(cut["errors"]), 1)
    first = many["errors"][0]
    yield from equal("a place", (first["line"], first["column"], first["path"]),
                     (14, 19, "$.foi:case.request.received"))


def test_check_exit(_folder):
    """foi check of several files says 2 if one cannot be read, wherever it stands"""
    yield from expect(foi("check", EXAMPLE, EXAMPLE), 1, err="")
    yield from expect(foi("check", BROKEN, EXAMPLE), 2, out=f"{EXAMPLE}: ")
    yield from expect(foi("check", EXAMPLE, BROKEN), 2, out=f"{EXAMPLE}: ")


def test_check_day(folder):
    """foi check judges on the letter's day, on --date, or today; what is accepted is told apart"""
    def ids(path, *words):
        outcome = foi("check", "--format", "json", path, *words)
        found, = outcome.json()["files"]
        return outcome.status, {finding["id"] for finding in found["findings"]}, found["accepted"]

    late = {"due-date-passed"}
    yield from equal("the letter's day", late & ids(EXAMPLE)[1], set())
    yield from equal("--date", late & ids(EXAMPLE, "--date", "2024-11-27")[1], set())
    yield from equal("a day later", late & ids(EXAMPLE, "--date", "2024-11-28")[1], late)
    path = folder / "a.foi.json"
    yield from expect(foi("new", "--reference", "R", "--subject", "S", "--received", "2024-10-30",
                          "-o", path), 0)
    status, found, _accepted = ids(path)
    yield from equal("today", (status, late & found), (1, late))
    case = json.loads(path.read_text(encoding="utf-8"))
    finding, = [finding for finding in foi("check", "--format", "json", path).json()["files"][0]
                ["findings"] if finding["severity"] != "advice"]
    case["foi:case"]["accepted"] = [{"finding": finding["id"], "path": finding["path"],
                                     "reason": "Agreed with the requester"}]
    path.write_text(json.dumps(case), encoding="utf-8")
    status, found, accepted = ids(path)
    yield from equal("accepted", (status, late & found, [one["id"] for one in accepted]),
                     (0, set(), ["due-date-passed"]))
    yield from equal("its reason", accepted[0]["reason"], "Agreed with the requester")
    yield from expect(foi("check", path), 0, out="(accepted: Agreed with the requester)", err="")


def test_check_no_case(folder):
    """A missing file, a folder and an empty file are refused; so is one that may not be read"""
    empty = folder / "empty.foi.json"
    empty.touch()
    for path in (folder / "none", folder):
        yield from expect(foi("check", path), 2, out="", err=f"foi: {path}: ")
        yield from expect(foi("show", path), 2, out="", err=f"foi: {path}: ")
    yield from expect(foi("check", empty), 2, out=f"{empty}:1:1: $: the file is empty", err="")
    yield from expect(foi("show", empty), 2, out="", err=f"foi: {empty}:1:1: $: ")


def test_check_endless(_folder):
    """A device that never ends is refused, not read until memory does"""
    outcome = subprocess.run(
        ["sh", "-c", 'ulimit -t 20; exec "$0" check /dev/zero', COMMAND],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60, check=False)
    yield from equal("exit", outcome.returncode, 2)


def test_pipes(folder):
    """Nobody waits for what a pipe may say one day: it is refused, wherever a file is read"""
    pipe, case = folder / "pipe.foi.json", folder / "case.foi.json"
    os.mkfifo(pipe)
    case.write_bytes(EXAMPLE.read_bytes())
    for words in (("check", pipe), ("show", pipe), ("inspect", pipe), ("attach", case, pipe),
                  ("import", pipe, "--into", case, "--name", "t"),
                  ("import", EXAMPLE, "--into", pipe, "--name", "t"), ("compare", case, pipe),
                  ("calendar", "import", pipe),
                  ("export", "--to", "text", "-o", folder / "x.txt", pipe)):
        found = foi(*words)
        yield from equal(f"{words[0]}: exit", found.status, 2)
        yield from equal(f"{words[0]}: {found.err}", "pipe or a device" in found.err, True)
    yield from equal("what is there", sorted(path.name for path in folder.iterdir()),
                     ["case.foi.json", "pipe.foi.json"])


def test_many_faults(folder):
    """After a thousand faults no more are listed, and this is said"""
    path = folder / "many.foi.json"
    case = {"foi:case": {"format": "uk-foi-case", "version": 1, "questions": [{}] * 1200}}
    path.write_text(json.dumps(case), encoding="utf-8")
    outcome = foi("check", path)
    yield from expect(outcome, 2, err=f"foi: {path}: only the first 1000")
    yield from equal("lines", outcome.out.count("\n"), 1000)


def test_stdin(_folder):
    """A case of - is standard input"""
    text = EXAMPLE.read_bytes()
    yield from expect(foi("check", "-", stdin=text), 1, out="-: ", err="")
    yield from expect(foi("show", "-", stdin=text), 0, out="FOI651119421", err="")
    yield from expect(foi("check", "-", stdin=b"{"), 2, out="-:1:2: $: ", err="")
    yield from expect(foi("check", "-"), 2, out="-:1:1: $: the file is empty", err="")


# ---- show ----

def test_show_json(_folder):
    """foi show --format json says what the example is"""
    outcome = foi("show", EXAMPLE, "--format", "json")
    yield from expect(outcome, 0, err="")
    summary = outcome.json()
    facts = {"reference": "FOI651119421", "subject": "CCE and CSE data", "regime": "foia",
             "state": "draft", "received": "2024-10-30"}
    yield from equal("facts", {key: summary[key] for key in facts}, facts)
    yield from equal("keys", {"questions", "tables"} - set(summary), set())
    yield from equal("due", (summary["due"], summary["due_certain"], summary["clock_problems"]),
                     ("2024-11-27", True, []))
    yield from equal("numbers", [q["number"] for q in summary["questions"]], list("123456"))
    yield from equal("outcomes", [q["outcome"] for q in summary["questions"]],
                     ["refused", "refused", "disclosed", "refused", "refused", "disclosed"])
    yield from equal("grounds", [[g["section"] for g in q["grounds"]]
                                 for q in summary["questions"]][:3], [["21"], ["12(2)"], []])
    yield from equal("held", {q["held"] for q in summary["questions"]}, {"yes", "not-considered"})
    yield from equal("tables", [(t["name"], t["rows"], t["columns"]) for t in summary["tables"]],
                     [("mash-calls", 9, 4), ("cse-budget", 10, 2)])
    yield from equal("statistics", summary["statistics"],
                     {"outcome": "partially-withheld", "timeliness": "open",
                      "withheld_for": ["cost-limit", "exemption"],
                      "grounds": ["foia 21", "foia 12(2)"]})


def test_show_date(_folder):
    """foi show --date says how many working days are left on that day"""
    for day, left, words in (("2024-10-30", 20, "Due in 20 working days, Wed 27 Nov"),
                             ("2024-11-26", 1, "Due in 1 working day, Wed 27 Nov"),
                             ("2024-11-27", 0, "Due today, Wed 27 Nov"),
                             ("2024-12-02", -2, "2 working days late, was due Wed 27 Nov"),
                             ("2025-01-03", -22,
                              "22 working days late, was due Wed 27 Nov 2024")):
        outcome = foi("show", EXAMPLE, "--format", "json", "--date", day)
        yield from expect(outcome, 0, err="")
        summary = outcome.json()
        yield from equal(day, (summary["working_days_left"], summary["due_words"]), (left, words))
        outcome = foi("show", EXAMPLE, "--date", day)
        yield from equal(day, f"Deadline    {words}" in outcome.out, True)


def test_show_text(_folder):
    """foi show prints the same for people"""
    outcome = foi("show", EXAMPLE)
    yield from expect(outcome, 0, out="FOI651119421", err="")
    for words in ("CCE and CSE data", "2024-10-30", "Draft", "mash-calls", "12(2)",
                  "Outcome     Partially withheld"):
        yield from expect(outcome, 0, out=words)


def state_of(path, **members):
    """The state that foi show says of a case with these members."""
    case = {"format": "uk-foi-case", "version": 1, **members}
    path.write_text(json.dumps({"foi:case": case}), encoding="utf-8")
    return foi("show", path, "--format", "json").json()["state"]


def test_large_case(folder):
    """The generator's case is that of the bench: 40 questions, 12 tables, 10,000 rows"""
    path = folder / "large.foi.json"
    subprocess.run([sys.executable, "-B", ROOT / "tests/bench/make-case.py", "-o", path],
                   check=True, timeout=60)
    yield from expect(foi("check", path), 0, err="")
    summary = foi("show", path, "--format", "json").json()
    counts = (len(summary["questions"]), len(summary["tables"]),
              sum(table["rows"] for table in summary["tables"]))
    yield from equal("questions, tables and rows", counts, (40, 12, 10000))


def test_show_states(folder):
    """The state follows the events"""
    steps = [([], "draft"), (["acknowledged"], "draft"), (["issued"], "issued"),
             (["issued", "withdrawn"], "draft"), (["issued", "review-asked"], "under-review"),
             (["issued", "review-asked", "review-answered"], "closed")]
    for types, state in steps:
        events = [{"type": name, "date": "2024-11-27"} for name in types]
        yield from equal(f"the state after {types}", state_of(folder / "case", events=events),
                         state)


def test_show_states_of_letters(folder):
    """Letters that were issued say more than events; one withdrawn says nothing"""
    types = ["acknowledgement", "response", "review"]
    letters = [{"id": name, "type": name} for name in types]
    asked = {"type": "review-asked", "date": "2024-12-01"}
    steps = [(["acknowledgement"], [], "draft"), (["response"], [], "issued"),
             (["acknowledgement", "response"], [], "issued"), (["response-"], [], "draft"),
             (["response-", "response"], [], "issued"), (["response"], [asked], "under-review"),
             (["response", "review"], [asked], "closed"), (["gone"], [], "issued")]
    for names, more, state in steps:
        issued = [{"letter": name.rstrip("-"), **({"withdrawn": {}} if name[-1] == "-" else {})}
                  for name in names]
        events = [{"type": "issued", "date": "2024-11-27"} for _ in names] + more
        found = state_of(folder / "case", letters=letters, issued=issued, events=events)
        yield from equal(f"the state after {names} and {more}", found, state)


def test_show_newer(_folder):
    """A case of a newer version is shown, and said to be one that is only read"""
    yield from equal("read_only", foi("show", CASES / "y_newer.foi.json", "--format",
                                      "json").json()["read_only"], True)


# ---- new ----

def test_new(folder):
    """foi new writes a case that can be read"""
    path = folder / "FOI1.foi.json"
    yield from expect(foi(*new_arguments(path, "--received", "2024-10-30", "--regime", "eir")), 0,
                      out="", err="")
    summary = foi("show", path, "--format", "json").json()
    facts = {"reference": "FOI1", "subject": "Road repairs", "regime": "eir", "state": "draft",
             "received": "2024-10-30", "questions": [], "tables": []}
    yield from equal("facts", {key: summary[key] for key in facts}, facts)
    yield from equal("others may read", path.stat().st_mode & 0o007, 0)
    text = path.read_text(encoding="utf-8")
    yield from equal("the layout", text, canonical.document(canonical.parse(text)))


def test_new_revisions(folder):
    """Each new case has a token of its own, and JSON says it"""
    tokens = set()
    for name in ("a", "b", "c"):
        path = folder / f"{name}.foi.json"
        outcome = foi(*new_arguments(path, "--format", "json"))
        yield from expect(outcome, 0, err="")
        token = json.loads(path.read_text(encoding="utf-8"))["foi:case"]["_rev"]
        yield from equal("what was made", outcome.json(),
                         {"file": str(path), "reference": "FOI1", "revision": token})
        tokens.add(token)
    yield from equal("different tokens", len(tokens), 3)


def test_new_stdout(_folder):
    """-o - is standard output, and can be piped on"""
    outcome = foi(*new_arguments("-"))
    yield from expect(outcome, 0, out='"id": "FOI1"', err="")
    yield from expect(foi("check", "-", stdin=outcome.raw), 0, err="")


def test_new_overwrites_nothing(folder):
    """Nothing is overwritten without --force, not even through a link"""
    path, link, dangling = folder / "a", folder / "link", folder / "dangling"
    path.write_text("mine", encoding="utf-8")
    link.symlink_to(path)
    dangling.symlink_to(folder / "nowhere")
    for output in (path, link, dangling):
        yield from refusal(foi(*new_arguments(output)), output, "--force")
        yield from equal("the file", path.read_text(encoding="utf-8"), "mine")
    yield from refusal(foi(*new_arguments(folder, "--force")), folder, "folder")
    yield from expect(foi(*new_arguments(link, "--force")), 0, out="", err="")
    yield from equal("still a link", link.is_symlink(), True)
    yield from expect(foi("check", path), 0, err="")
    yield from equal("left behind", sorted(entry.name for entry in folder.iterdir()),
                     ["a", "dangling", "link"])


def test_new_refusals(folder):
    """foi new refuses what is missing and what cannot be"""
    path = folder / "x"
    base = ["new", "--subject", "S", "-o", path]
    yield from refusal(foi(*base), "new", "--reference")
    for reference in ("", "  ", "a\nb"):
        yield from refusal(foi(*base, "--reference", reference), "new", "--reference")
    yield from refusal(foi(*base, "--reference", "///"), "new", "reference")
    yield from refusal(foi(*base, "--reference", b"\xff"), "new", "UTF-8")
    yield from refusal(foi("new", "--reference", "R", "-o", path), "new", "--subject")
    yield from refusal(foi("new", "--reference", "R", "--subject", "S"), "new", "-o")
    yield from refusal(foi(*new_arguments(path, "--received", "2024-02-30")), "new", "2024-02-30")
    yield from refusal(foi(*new_arguments(path, "--regime", "gdpr")), "new", "gdpr")
    yield from refusal(foi(*new_arguments(path, "extra")), "new", "extra")
    yield from refusal(foi(*new_arguments(folder / "none" / "x")), folder / "none" / "x", "folder")
    yield from equal("files made", list(folder.iterdir()), [])


def test_new_names(folder):
    """Names and words beyond ASCII are kept, in the C locale too"""
    path = folder / "Straße 1.foi.json"
    words = ["new", "--reference", "FOI/1 ö", "--subject", "Größe: “x” 😀", "-o", path]
    yield from expect(foi(*words, LC_ALL="C"), 0, out="", err="")
    summary = foi("show", path, "--format", "json", LC_ALL="C").json()
    yield from equal("subject", summary["subject"], "Größe: “x” 😀")
    raw = os.fsencode(folder) + b"/\xff.foi.json"
    yield from expect(foi("new", "--reference", "R", "--subject", "S", "-o", raw), 0, err="")
    yield from expect(foi("check", "--format", "json", raw), 0, err="")


def test_full_output(_folder):
    """Output that cannot be written is not done"""
    for words in (["help"], ["check", EXAMPLE], ["show", EXAMPLE], new_arguments("-")):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([COMMAND, *map(str, words)], stdout=full,
                                  stderr=subprocess.PIPE, timeout=60, check=False)
        yield from equal(f"exit of foi {words[0]}", done.returncode, 2)
        yield from equal("lines said", done.stderr.count(b"\n"), 1)


def test_devices(_folder):
    """A device is written to, not replaced"""
    yield from expect(foi(*new_arguments("/dev/null")), 0, out="", err="")
    yield from equal("/dev/null is a device", pathlib.Path("/dev/null").is_char_device(), True)
    yield from refusal(foi(*new_arguments("/dev/full")), "/dev/full", "")


if __name__ == "__main__":
    run_tests(sys.modules[__name__])
