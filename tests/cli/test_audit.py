#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be worked out from figures with gaps: `foi audit --problem`, against published facts
and against counting out every table that fits."""

import json
import os
import random
import subprocess
import sys

from cli import COMMAND, ROOT, equal, expect, foi, refusal, run_tests

# What a sanitizer makes larger.
SLOWNESS = int(os.environ.get("FOI_TEST_SLOWNESS", "1"))
ORACLE = ROOT / "tests/data/disclosure-oracle.json"


def audit(folder, problems):
    """What is said of problems, and how the command ended."""
    file = folder / "problems.json"
    file.write_text(json.dumps(problems))
    outcome = foi("audit", "--problem", file, "--format", "json")
    if outcome.status == 2:
        raise AssertionError(outcome.err)
    return outcome.json(), outcome.status


def test_oracle(_folder):
    """Every case of the published facts is reproduced exactly."""
    complaints = []
    outcome = foi("audit", "--problem", ORACLE, "--format", "json")
    complaints += expect(outcome, 1, err="")
    for wanted, found in zip(json.loads(ORACLE.read_text()), outcome.json(), strict=True):
        for theirs, ours in (("id", "id"), ("feasibility_intervals", "intervals"),
                             ("exactly_disclosed", "exactly_disclosed")):
            complaints += equal(f"{wanted['id']}: {ours}", found[ours], wanted[theirs])
        complaints += equal(f"{wanted['id']}: not proven", found["not_proven"], [])
    return complaints


class Count:
    """Counts out all tables that fit."""

    def __init__(self, problem):
        cells = problem["cells"]
        self.names = [cell["cell"] for cell in cells if cell["suppressed"]]
        self.cells = {cell["cell"]: cell for cell in cells}
        self.lines = []
        for equation in problem["equations"]:
            line, rest = {}, 0
            for name, factor in [(equation["total"], 1)] + [(n, -1) for n in equation["parts"]]:
                if self.cells[name]["suppressed"]:
                    line[name] = line.get(name, 0) + factor
                else:
                    rest -= factor * self.cells[name]["value"]
            if line:
                self.lines.append((line, rest))
        self.limit = 40

    def tables(self, ends):
        """All of them; an unknown goes from its ends' first to the last that any line lets it."""
        ends = {name: [ends[name][0], min(ends[name][1], self.limit)] for name in self.names}
        found = []
        self.fill(ends, found)
        return found

    def narrow(self, ends):
        """Takes away what a single line rules out; says whether anything is left."""
        changed = True
        while changed:
            changed = False
            for line, rest in self.lines:
                for name, factor in line.items():
                    least = sum(min(f * ends[n][0], f * ends[n][1])
                                for n, f in line.items() if n != name)
                    most = sum(max(f * ends[n][0], f * ends[n][1])
                               for n, f in line.items() if n != name)
                    low, high = sorted(((rest - least) / factor, (rest - most) / factor)) \
                        if factor else (-1, self.limit)
                    low, high = -int(-low // 1), int(high // 1)
                    if low > ends[name][0] or high < ends[name][1]:
                        ends[name] = [max(low, ends[name][0]), min(high, ends[name][1])]
                        changed = True
                    if ends[name][0] > ends[name][1]:
                        return False
        return True

    def fill(self, ends, found):
        ends = {name: list(pair) for name, pair in ends.items()}
        if not self.narrow(ends):
            return
        open_names = [name for name in self.names if ends[name][0] < ends[name][1]]
        if not open_names:
            found.append({name: ends[name][0] for name in self.names})
            return
        name = min(open_names, key=lambda n: ends[n][1] - ends[n][0])
        for value in range(ends[name][0], ends[name][1] + 1):
            ends_here = dict(ends)
            ends_here[name] = [value, value]
            self.fill(ends_here, found)

    def is_safe(self, threshold):
        """By the issue's definition, from all tables that each reader has to reckon with."""
        primary = [n for n in self.names if 1 <= self.cells[n]["value"] <= threshold]
        free = {name: [0, self.limit] for name in self.names}
        told = {**free, **{name: [1, threshold] for name in primary}}
        readers = [(None, free), (None, told)]
        readers += [(name, {**told, name: [1, 1]}) for name in self.names
                    if self.cells[name]["value"] == 1]
        for knower, ends in readers:
            tables = self.tables(ends)
            for name in primary:
                values = {table[name] for table in tables}
                if name != knower and (min(values) > 1 or max(values) < threshold):
                    return False
        return True


def make_problem(chance, number):
    """A small table with margins, in which something is suppressed; now and then a line more."""
    rows, columns = chance.choice([(2, 2), (2, 3), (3, 3), (3, 2), (2, 4), (1, 4)])
    inner = {f"{r}|{c}": chance.choice([0, 1, 1, 2, 2, 3, 4, 6])
             for r in range(rows) for c in range(columns)}
    values, equations = dict(inner), []
    for r in range(rows):
        parts = [f"{r}|{c}" for c in range(columns)]
        values[f"{r}|T"] = sum(values[p] for p in parts)
        equations.append({"total": f"{r}|T", "parts": parts})
    for c in range(columns):
        parts = [f"{r}|{c}" for r in range(rows)]
        values[f"T|{c}"] = sum(values[p] for p in parts)
        equations.append({"total": f"T|{c}", "parts": parts})
    values["T|T"] = sum(inner.values())
    equations.append({"total": "T|T", "parts": [f"{r}|T" for r in range(rows)]})
    equations.append({"total": "T|T", "parts": [f"T|{c}" for c in range(columns)]})
    if chance.random() < 0.4:
        parts = chance.sample(sorted(inner), 2) * chance.choice([1, 2])
        parts += chance.sample(sorted(inner), 1)
        values["X"] = sum(values[p] for p in parts)
        equations.append({"total": "X", "parts": parts})
    threshold = chance.choice([2, 3, 5])
    hidden = {n for n, v in inner.items() if 1 <= v <= threshold} if chance.random() < 0.7 else set()
    hidden |= set(chance.sample(sorted(inner), chance.randint(1, min(4, len(inner)))))
    if chance.random() < 0.3:
        hidden.add(chance.choice([n for n in values if n not in inner and n not in ("T|T", "X")]))
    hidden = set(sorted(hidden)[:8])
    cells = [{"cell": n, "value": v, "suppressed": n in hidden} for n, v in values.items()]
    return {"id": str(number), "threshold": threshold, "cells": cells, "equations": equations}


def test_counting(folder):
    """In thousands of small tables the bounds are those of every table counted out."""
    chance = random.Random(20240101)
    problems = [make_problem(chance, number) for number in range(3000)]
    complaints, n_safe = [], 0
    for problem, found in zip(problems, audit(folder, problems)[0], strict=True):
        count = Count(problem)
        tables = count.tables({name: [0, count.limit] for name in count.names})
        for name in count.names:
            values = [table[name] for table in tables]
            complaints += equal(f"{problem['id']}: {name}", found["integer_intervals"][name],
                                [str(min(values)), str(max(values))])
        safe = count.is_safe(problem["threshold"])
        n_safe += safe
        complaints += equal(f"{problem['id']}: safe", found["safe"], safe)
    if not 100 < n_safe < 2900:
        complaints.append(f"{n_safe} tables are safe: this tests nothing")
    return complaints[:20]


def test_whole_numbers(folder):
    """Whole numbers are not rounded fractions."""
    problem = {"cells": [{"cell": n, "value": v, "suppressed": n in "abcd"} for n, v in
                         (("a", 1), ("b", 2), ("c", 2), ("d", 3), ("3", 3), ("4", 4), ("6", 6))],
               "equations": [{"total": "3", "parts": ["a", "b"]},
                             {"total": "4", "parts": ["b", "c"]},
                             {"total": "6", "parts": ["a", "c", "d"]}]}
    found = audit(folder, problem)[0][0]
    return (equal("linear", found["intervals"]["d"], ["0", "5"])
            + equal("whole", found["integer_intervals"]["d"], ["1", "5"]))


def test_fractions_only(folder):
    """What only fractions could make true is called a contradiction."""
    file = folder / "odd.json"
    file.write_text(json.dumps({
        "id": "odd", "cells": [{"cell": "a", "suppressed": True},
                               {"cell": "t", "value": 3, "suppressed": False}],
        "equations": [{"total": "t", "parts": ["a", "a"]}]}))
    return refusal(foi("audit", "--problem", file), file, "contradict each other")


TOO_MUCH = {
    "decimals": ({"cells": [{"cell": "a", "value": 1.5, "suppressed": True}], "equations": []},
                 "1.5 is not a whole number: others are not reckoned with"),
    "decimals as text": ({"cells": [{"cell": "a", "value": "1.5", "suppressed": True}],
                          "equations": []}, "whole number, and not in quotation marks"),
    "a name": ({"id": "x" * 8_000_000, "cells": [], "equations": []}, "larger than 8.0"),
    "many": ([{"id": str(n), "cells": [{"cell": "a", "value": 1}], "equations": []}
              for n in range(400_000)], "larger than 8.0"),
    "long": ({"cells": [{"cell": "a", "value": 1}],
              "equations": [{"total": "a", "parts": ["a"] * 10_000}] * 500}, "larger than 8.0"),
}


def test_too_much(folder):
    """What is not reckoned with is refused, and at once where it is too much."""
    file = folder / "refused.json"
    script = ("import resource,subprocess,sys;done=subprocess.run(sys.argv[1:]);"
              "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss);"
              "sys.exit(done.returncode)")
    for name, (problem, reason) in TOO_MUCH.items():
        file.write_text(json.dumps(problem))
        yield from refusal(foi("audit", "--problem", file), file, reason)
        yield from refusal(foi("audit", "--problem", "-", stdin=file.read_bytes()), "-", reason)
        done = subprocess.run(["/usr/bin/python3", "-c", script, COMMAND, "audit", "--problem",
                               file], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        peak = int(done.stdout.split()[-1]) // 1024
        if SLOWNESS == 1 and peak > 60:
            yield f"{name}: {peak} MB to refuse it"


def test_known_bounds(folder):
    """A count that came as fewer than 5 is bounded by that, and by its total."""
    problem = {"cells": [{"cell": "a", "suppressed": True, "from": 1, "to": 4},
                         {"cell": "b", "suppressed": True, "from": 1, "to": 4},
                         {"cell": "t", "value": 7, "suppressed": False}],
               "equations": [{"total": "t", "parts": ["a", "b"]}]}
    found = audit(folder, [problem])[0][0]
    return equal("bounds", found["integer_intervals"], {"a": ["3", "4"], "b": ["3", "4"]})


REFUSED = (
    ("[]x", "something follows"),
    ("3", "not one JSON object"),
    ("[3]", "$[0]: a problem must be an object"),
    ('{"cells": []}', "arrays of “cells” and “equations”"),
    ('{"cells": [{}], "equations": []}', "$.cells[0]: a cell needs a name"),
    ('{"cells": [{"cell": "a"}], "equations": []}', "needs a value"),
    ('{"cells": [{"cell": "a", "value": "3"}], "equations": []}', "must be a whole number"),
    ('{"cells": [{"cell": "a", "value": 1.5}], "equations": []}', "1:35"),
    ('{"cells": [{"cell": "a", "value": 9000000000000}], "equations": []}', "too large"),
    ('{"cells": [{"cell": "a", "value": 1, "suppressed": 1}], "equations": []}', "true or false"),
    ('{"cells": [{"cell": "a", "value": -1, "suppressed": true}], "equations": []}', "negative"),
    ('{"cells": [{"cell": "a", "value": 9, "suppressed": true, "to": 4}], "equations": []}',
     "not between"),
    ('{"cells": [{"cell": "a", "value": 1}, {"cell": "a", "value": 1}], "equations": []}',
     "two cells of that name"),
    ('{"cells": [{"cell": "a", "value": 1}], "equations": [{"total": "a"}]}', "“total” and “parts”"),
    ('{"cells": [{"cell": "a", "value": 1}], "equations": [{"total": "b", "parts": []}]}',
     "$.equations[0].total: there is no cell"),
    ('{"cells": [{"cell": "a", "value": 1}], "equations": [{"total": "a", "parts": []}]}',
     "contradict each other"),
)


def test_refusals(folder):
    """Files that make no sense are refused with the place and the reason."""
    complaints = []
    file = folder / "bad.json"
    for text, reason in REFUSED:
        file.write_text(text)
        complaints += refusal(foi("audit", "--problem", file), file, reason)
    complaints += refusal(foi("audit", "--problem", folder / "none.json"), folder / "none.json", "")
    return complaints


def test_stream(_folder):
    """A problem may come from standard input; without a gap there is nothing to see."""
    text = b'{"cells": [{"cell": "a", "value": 1}], "equations": []}'
    return expect(foi("audit", "--problem", "-", stdin=text), 0, out="", err="")


if __name__ == "__main__":
    run_tests(sys.modules[__name__])
