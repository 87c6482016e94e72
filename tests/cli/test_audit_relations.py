#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Other tables of a case that give a withheld figure away, each beside an honest twin: `foi audit`.

Each is made of the true figures, and tells that 3 pupils of Oakfield were suspended; and once more
of figures that are not so, and tells nothing."""

import sys

from cli import equal, foi, run_tests
from test_audit_beside import money, number, whole
from test_audit_case import RULE, make_case, make_table

SCHOOLS = ["Oakfield Primary School", "Brookside Primary School", "Castle Hill Academy",
           "Denton High School", "St Mary's C of E School"]
TRUE = [3, 14, 9, 27, 18]
FALSE = [7, 25, 19, 11, 30]
OTHERWISE = [
    [name.upper() for name in SCHOOLS],
    ["Oakfield Primary", "Brookside Primary", "Castle Hill", "Denton High", "St Mary's"],
    ["Oakfield", "Brookside", "Castle Hill", "Denton", "St Marys"],
    ["Oakfield P.S.", "Brookside P.S.", "Castle Hill Acad.", "Denton H.S.", "St. Mary's CE Sch."],
    ["Oakfield Pri Sch", "Brookside Pri Sch", "Castle Hill Acad", "Denton High Sch", "Saint Mary's"],
]


def make_refs(names=SCHOOLS, title="Suspensions by school", column="Suspensions"):
    """The counts as the letter shows them."""
    return make_table("refs", [whole(column)], [
        [name, "[c]" if i == 0 else TRUE[i]] for i, name in enumerate(names)], title=title,
        **{"foi:rule": RULE})


def more(columns, rows, title="More", name="more"):
    return make_table(name, columns, rows, title=title)


def audit(folder, refs, tables):
    """Of the first figure what is worked out, and how that is said."""
    file = make_case(folder, [refs, *tables], [("refs", refs["data"][1][0], "n", 3, "primary")],
                     "".join("{{table:%s}}\n\n" % table["name"] for table in tables))
    cells = foi("audit", file, "--format", "json").json()["cells"]
    cell = [c for c in cells if c["table"] == "refs" and c["row"] == refs["data"][1][0]][0]
    return (cell["lower"] if cell["lower"] == cell["upper"] else "", cell["how"])


def both(folder, make, words="", refs=None):
    """What is said where @make gives tables of the true figures, and where of others."""
    complaints = []
    for source, wanted in ((TRUE, "3"), (FALSE, "")):
        made = make(source)
        tables = made if isinstance(made, list) else [made]
        found, how = audit(folder, refs or make_refs(), tables)
        complaints += equal(f"{[table['data'] for table in tables]}", found, wanted)
        if wanted and words not in how:
            complaints.append(f"{how!r} is without {words!r}")
    return complaints


def test_names_written_otherwise(folder):
    """Figures and percentages by names in capitals, without what goes without saying, or cut short;
    upside down and among others."""
    complaints = []
    for names in OTHERWISE:
        complaints += both(folder, lambda s, n=names: more([whole("Suspensions")], [
            ["Elsewhere", 50], *list(zip(n, s))[::-1]]))
        complaints += both(folder, lambda s, n=names: more([number("Suspensions (%)")], [
            [name, f"{100 * k / sum(TRUE):.1f}"] for name, k in zip(n, s)]))
        complaints += both(folder, lambda s, n=names: more(
            [whole(name, f"c{i}") for i, name in enumerate(n)], [["Suspensions", *s]]))
    return complaints


def test_names_within_names(folder):
    """Abbey ward is not Abbey where there are both, and is where there is one."""
    wards = ["Abbey", "Abbey ward", "Brook", "Castle", "Denton"]
    refs = make_refs(wards)
    complaints = both(folder, lambda s: more([whole("Suspensions")], [
        ["Elsewhere", 50], *[[name, k] for name, k in list(zip(wards, s))[::-1]]]), "", refs)
    swapped = more([whole("Suspensions")], [["Elsewhere", 50], ["Abbey ward", 3], ["Abbey", 14],
                                            ["Brook", 9], ["Castle", 27], ["Denton", 18]])
    complaints += equal("swapped", audit(folder, refs, [swapped])[0], "")
    one = [name + " ward" for name in wards if name != "Abbey ward"] + ["Elsewhere"]
    return complaints + both(folder, lambda s: more([whole("Suspensions")], [
        [name, s[i] if i < 4 else 50] for i, name in enumerate(one)]), "",
        make_refs(["Abbey", "Brook", "Castle", "Denton"]))


if __name__ == "__main__":
    run_tests(sys.modules[__name__])
