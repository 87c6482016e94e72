# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the command `foi` as a person or a script would, and complains of what it should not do."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(os.environ.get("FOI_SOURCE_ROOT", pathlib.Path(__file__).parents[2]))
sys.path.insert(0, str(ROOT / "tests/data"))

import tap  # noqa: E402, pylint: disable=wrong-import-position

COMMAND = os.environ["FOI_COMMAND"]
EXAMPLE = ROOT / "data/examples/FOI651119421.foi.json"
CASES = ROOT / "tests/data/cases"


class Outcome:
    """What came of one run."""

    def __init__(self, arguments, done):
        self.what = "foi " + " ".join(os.fsdecode(word) for word in arguments)
        self.status = done.returncode
        self.raw = done.stdout
        self.out = done.stdout.decode("utf-8", "replace")
        self.err = done.stderr.decode("utf-8", "replace")

    def json(self):
        return json.loads(self.raw.decode("utf-8"))


def foi(*arguments, stdin=b"", cwd=None, preexec_fn=None, **environment):
    """Runs the command; environment variables may be given, as LC_ALL="C"."""
    words = [word if isinstance(word, bytes) else str(word) for word in arguments]
    done = subprocess.run([COMMAND, *words], input=stdin, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, cwd=cwd, timeout=60, check=False,
                          preexec_fn=preexec_fn, env={**os.environ, **environment})
    return Outcome(words, done)


def expect(outcome, status, out=None, err=None):
    """Complaints where the outcome is another: texts must be in what was said; "" is nothing."""
    complaints = []
    if outcome.status != status:
        complaints.append(f"{outcome.what}: exit {outcome.status}, not {status}: {outcome.err}")
    for name, found, wanted in (("output", outcome.out, out), ("error", outcome.err, err)):
        if wanted == "" and found != "":
            complaints.append(f"{outcome.what}: standard {name} is {found!r}, not nothing")
        elif wanted is not None and wanted not in found:
            complaints.append(f"{outcome.what}: standard {name} is {found!r}, without {wanted!r}")
    return complaints


def refusal(outcome, place, reason):
    """Complaints unless nothing was done, and one line says so: PROGRAM: PLACE: REASON."""
    complaints = expect(outcome, 2, out="")
    if not outcome.err.startswith(f"foi: {place}: ") or reason not in outcome.err:
        complaints.append(f"{outcome.what}: said {outcome.err!r}, "
                          f"not 'foi: {place}: …{reason}…'")
    if outcome.err.count("\n") != 1 or not outcome.err.endswith("\n"):
        complaints.append(f"{outcome.what}: {outcome.err!r} is not one line")
    return complaints


def equal(what, found, wanted):
    return [] if found == wanted else [f"{what} is {found!r}, not {wanted!r}"]


def run_tests(module):
    """Runs every function named test_… of a module in a folder of its own, by its docstring."""
    tests = [function for name, function in vars(module).items() if name.startswith("test_")]
    results = []
    for function in tests:
        rule = function.__doc__.split("\n")[0].rstrip(".")
        with tempfile.TemporaryDirectory() as folder:
            try:
                complaints = list(function(pathlib.Path(folder)))
            except Exception as error:  # pylint: disable=broad-except
                complaints = [f"{type(error).__name__}: {error}"]
        results.append((rule, complaints))
    tap.report(results)
