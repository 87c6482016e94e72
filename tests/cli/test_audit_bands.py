#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bands, parts of a year and other groups that are known by their names alone: `foi audit`.

Each is made of the true figures, and tells a withheld 3; and once more of others, and tells nothing."""

import sys

from cli import equal, foi, run_tests
from test_audit_beside import whole
from test_audit_case import RULE, make_case, make_table
from test_audit_lists import make_list, text

MONTHS = ("April", "May", "June", "July", "August", "September", "October", "November", "December",
          "January", "February", "March")


def make_refs(figures, hidden):
    refs = make_table("refs", [whole("Cases", "n")], [
        [name, "[c]" if name in hidden else n] for name, n in figures.items()],
        title="Cases", **{"foi:rule": RULE})
    del refs["schema"]["fields"][0]["constraints"]
    return refs


def find(folder, figures, hidden, bands):
    """What is worked out of the first of those that are hidden."""
    table = make_list([text("k", **{"foi:role": "category"}), whole("Cases", "n")],
                      list(bands.items()), "Cases")
    file = make_case(folder, [make_refs(figures, hidden), table], [
        ("refs", name, "n", figures[name], "secondary" if i else "primary")
        for i, name in enumerate(hidden)], "{{table:more}}")
    cell = [c for c in foi("audit", file, "--format", "json").json()["cells"]
            if c["row"] == hidden[0]][0]
    return cell["lower"] if cell["lower"] == cell["upper"] else ""


def both(folder, figures, hidden, bands):
    """@bands: of each name what it has together. Their true figures tell, others do not."""
    sums = {name: sum(figures[part] for part in parts) for name, parts in bands.items()}
    others = {name: n + 4 + 3 * i for i, (name, n) in enumerate(sums.items())}
    return (equal(f"{sums}", find(folder, figures, hidden, sums), "3")
            + equal(f"{others}", find(folder, figures, hidden, others), ""))


def test_bands_of_numbers(folder):
    """Ages by what they are under, from, over or between; year groups by key stage."""
    ages = {"0 to 4": 3, "5 to 9": 14, "10 to 14": 9, "15 to 17": 22}
    halves = (("0 to 4", "5 to 9"), ("10 to 14", "15 to 17"))
    complaints = []
    for names in (("Under 10", "10 and over"), ("0\u20139", "10\u201317"), ("Up to 9", "10+"),
                  ("9 and under", "Over 9"), ("Younger than 10", "10 or older"),
                  ("0 to under 10", "10 to under 18")):
        complaints += both(folder, ages, ("0 to 4", "10 to 14"), dict(zip(names, halves)))
    single = {"Aged 8": 3, "Aged 9": 14, "Aged 10": 9, "Aged 11": 22}
    complaints += both(folder, single, ("Aged 8", "Aged 11"), {
        "Under 10": ("Aged 8", "Aged 9"), "10 or over": ("Aged 10", "Aged 11")})
    groups = {f"Year {7 + i}": n for i, n in enumerate((3, 14, 9, 22, 18))}
    names = list(groups)
    for stage in ("Key stage {}", "KS{}"):
        complaints += both(folder, groups, ("Year 7", "Year 10"), {
            stage.format(3): names[:3], stage.format(4): names[3:]})
    return complaints


def test_parts_of_a_year(folder):
    """Months by quarter, half and term; days of a week by what sort of day they are."""
    months = dict(zip(MONTHS, (3, 14, 9, 22, 17, 12, 8, 19, 11, 13, 16, 21)))
    complaints = []
    for name in ("Quarter {}", "Q{}", "Q{} 2023/24"):
        complaints += both(folder, months, ("April", "March"), {
            name.format(i + 1): MONTHS[3 * i:3 * i + 3] for i in range(4)})
    complaints += both(folder, months, ("April", "March"), {
        "First half": MONTHS[:6], "Second half": MONTHS[6:]})
    complaints += both(folder, months, ("April", "July"), {
        "Apr-Jun": MONTHS[:3], "Jul-Sep": MONTHS[3:6]})
    complaints += both(folder, dict(zip(MONTHS[5:], (3, 14, 9, 22, 17, 12, 8))),
                       ("September", "March"), {
        "Autumn term": MONTHS[5:9], "Spring term": MONTHS[9:]})
    days = dict(zip(("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"), (14, 9, 22, 10, 12, 3, 9)))
    return complaints + both(folder, days, ("Sat", "Mon"), {
        "Weekdays": list(days)[:5], "Weekend": list(days)[5:]})


def test_groups_by_name(folder):
    """What has the group's name in its own, or begins as it does; and a minority of all."""
    schools = {"Abbey Primary": 3, "Castle High": 9, "Brook Primary": 14, "Denton High": 22}
    complaints = both(folder, schools, ("Abbey Primary", "Castle High"), {
        "Primary schools": ("Abbey Primary", "Brook Primary"),
        "High schools": ("Castle High", "Denton High")})
    results = {"Not upheld": 31, "Upheld in full": 14, "Withdrawn": 16, "Upheld in part": 3}
    complaints += both(folder, results, ("Upheld in part", "Withdrawn"), {
        "Not upheld or withdrawn": ("Not upheld", "Withdrawn"),
        "Upheld in whole or part": ("Upheld in full", "Upheld in part")})
    groups = {"White British": 40, "Asian": 14, "Black": 9, "Mixed": 3}
    return complaints + both(folder, groups, ("Mixed",), {
        "White British": ("White British",), "Ethnic minority": ("Asian", "Black", "Mixed")})


if __name__ == "__main__":
    run_tests(sys.modules[__name__])
