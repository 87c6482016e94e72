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


def by_school(columns, *figures, names=SCHOOLS, **more_of_it):
    return more(columns, [list(row) for row in zip(names, *figures)], **more_of_it)


def test_multiples(folder):
    """Costs at one price each, in pounds or pence, by names that are cut short, in the same table,
    of three rows, or turned round."""
    complaints = []
    for each, column in ((400, money("Cost")), (37.5, money("Paid")), (12, whole("Hours"))):
        for names in (SCHOOLS, OTHERWISE[2]):
            complaints += both(folder, lambda s, e=each, c=column, n=names: by_school(
                [c], [f"{e * k:.2f}" if c["type"] == "number" else e * k for k in s], names=n),
                "is shown for it, the same")
    complaints += both(folder, lambda s: more([whole("Cost (£)")], [
        [name, 400 * k] for name, k in list(zip(SCHOOLS, s))[:3]]),
        "1,200 is shown for it, the same 400 for each as in other rows, in “More”")
    complaints += both(folder, lambda s: by_school([whole("Points")], [3 * k for k in s]))
    complaints += both(folder, lambda s: more([whole(name, f"c{i}") for i, name in
                                               enumerate(SCHOOLS)],
                                              [["Cost", *[250 * k for k in s]]]))
    for source, wanted in ((TRUE, "3"), (FALSE, "")):
        refs = make_refs()
        refs["schema"]["fields"].append(whole("Cost", "cost"))
        refs["data"] = [[*row, "cost" if i == 0 else 90 * source[i - 1]]
                        for i, row in enumerate(refs["data"])]
        complaints += equal("the same table", audit(folder, refs, [])[0], wanted)
    return complaints


def test_costs_with_a_charge_for_all(folder):
    """So much for each, and a fee that all pay; two open rows give both away."""
    complaints = both(folder, lambda s: by_school([money("Cost")], [
        f"{250 + 37.5 * k:.2f}" for k in s]), "362.50 is shown for it, so much for each")
    complaints += both(folder, lambda s: more([whole("Cost (£)")], [
        [name, 900 + 40 * k] for name, k in list(zip(SCHOOLS, s))[:4]]))
    return complaints + both(folder, lambda s: by_school([whole("Points")], [7 + 3 * k for k in s]))


def test_no_multiples(folder):
    """That one row is as many times as much as another says nothing."""
    rows = [[name, n] for name, n in zip(SCHOOLS, (1200, 5600, 4100, 9900, 7250))]
    same = [[name, n] for name, n in zip(SCHOOLS, (3, 25, 19, 11, 30))]
    few = [[SCHOOLS[0], 300], [SCHOOLS[2], 900]]
    return [line for table in (rows, same, few) for line in equal(
        f"{table}", audit(folder, make_refs(), [more([whole("Pupils")], table)])[0], "")]


def test_averages(folder):
    """A year, a month, a week."""
    complaints = []
    for over, title, decimals in ((5, "Mean a year", 1), (12, "Average per month", 2),
                                  (38, "Each week", 2), (12, "Average", 2)):
        complaints += both(folder, lambda s, o=over, t=title, d=decimals: by_school(
            [number(t, d)], [f"{k / o:.{d}f}" for k in s]), "in “More”")
    return complaints


YEARS = ["2019/20", "2020/21", "2021/22", "2022/23", "2023/24"]


def so_far(figures):
    return [sum(figures[:i + 1]) for i in range(len(figures))]


def test_running_totals(folder):
    """From the first on or the last, with something of before, by names that say up to where."""
    by_year = make_refs(YEARS, "Suspensions by year")
    complaints = both(folder, lambda s: by_school([whole("Suspensions to date")], so_far(s)))
    complaints += both(folder, lambda s: by_school([whole("N")], so_far(s[::-1])[::-1]),
                       "this is 3: the total 71 less the other figure (71 − 68 = 3), in “More”")
    for names in (YEARS, ["To end of " + year for year in YEARS],
                  ["2019-20", *["2019-20 to " + year for year in YEARS[1:]]]):
        complaints += both(folder, lambda s, n=names: by_school(
            [whole("Suspensions")], so_far(s), names=n), "", by_year)
    later = make_refs([*YEARS[1:], "2018/19"], "Suspensions by year")
    complaints += both(folder, lambda s: by_school(
        [whole("Cumulative")], [k + 100 for k in so_far([21, *s])],
        names=["2019/20", *YEARS[1:], "2024/25"]), "", later)
    for source, wanted in ((TRUE, "3"), (FALSE, "")):
        refs = make_refs()
        refs["schema"]["fields"].append(whole("Up to here", "sum"))
        refs["data"] = [[*row, "sum" if i == 0 else so_far(source)[i - 1]]
                        for i, row in enumerate(refs["data"])]
        complaints += equal("the same table", audit(folder, refs, [])[0], wanted)
    return complaints


def test_differences(folder):
    """Last year and by how much it changed since, or two columns that differ by it."""
    last = [12, 20, 31, 16, 22]
    complaints = []
    for names in (SCHOOLS, OTHERWISE[2]):
        complaints += both(folder, lambda s, n=names: by_school(
            [whole("Last year", "last"), whole("Change")], last,
            [k - m for k, m in zip(s, last)], names=n), "it is 12 − 9, in “More”")
        complaints += both(folder, lambda s, n=names: by_school(
            [whole("Pupils", "p"), whole("Not suspended")], [200 + k for k in s], [200] * 5,
            names=n))
    return complaints


def test_rows_together(folder):
    """Two or more rows that are one in another table, or the rest."""
    by_year = make_refs(YEARS, "Suspensions by year")
    return (both(folder, lambda s: more([whole("Suspensions")], [
                ["Oakfield and Brookside", s[0] + s[1]], ["Elsewhere", 60]]))
            + both(folder, lambda s: more([whole("Suspensions")], [
                ["2019/20 to 2021/22", sum(s[:3])], ["2018/19", 60]]), "", by_year)
            + both(folder, lambda s: more([whole("Suspensions")], [
                ["Denton High School", 27], ["All other schools", sum(s) - s[3]], ["Nursery", 4]])))


TERMS = ["Autumn", "Spring", "Summer"]


def by_term(total, title, column="Number", has_total=True):
    return more([whole(column)], [["Autumn", total - 2], ["Spring", 1], ["Summer", 1],
                                  ["Total", total]][:4 if has_total else 3], title=title)


def test_table_about_one_figure(folder):
    """A table whose title names the row and what is counted: its total is the figure."""
    shows = "another table shows the same figure, in “Oakfield: suspensions by term”"
    complaints = both(folder, lambda s: by_term(s[0], "Oakfield: suspensions by term"), shows)
    complaints += both(folder, lambda s: by_term(s[0], "Suspensions at Oakfield Primary School",
                                                 has_total=False), "it is 1 + 1 + 1")
    complaints += both(folder, lambda s: by_term(s[0], "Oakfield by term", "Suspensions"))
    named_by_title = make_refs(column="Number of pupils")
    complaints += both(folder, lambda s: by_term(s[0], "Pupils of Oakfield by term"), "",
                       named_by_title)
    # Of something else, of another year, or of more than one row.
    for title in ("Oakfield: exclusions by term", "Suspensions by term",
                  "Oakfield and Denton: suspensions by term"):
        complaints += equal(title, audit(folder, make_refs(), [by_term(3, title)])[0], "")
    this_year = make_refs(title="Suspensions by school, 2023/24")
    for year, wanted in ((2023, "3"), (2021, "")):
        title = f"Oakfield: suspensions by term, {year}/{year - 1999}"
        complaints += equal(title, audit(folder, this_year, [by_term(3, title)])[0], wanted)
    return complaints


def test_labels_that_name_a_figure(folder):
    """A row or a column that is called by the row and what is counted, among others."""
    complaints = both(folder, lambda s: more([whole("Number")], [
        ["Oakfield suspensions", s[0]], ["Pupils", 230], ["Teachers", 14]], title="Key facts"))
    complaints += both(folder, lambda s: more([whole("Oakfield", "a"), whole("Elsewhere", "b")], [
        ["Suspensions", s[0], 60], ["Pupils", 230, 900]], title="Key facts"))
    complaints += both(folder, lambda s: more([whole("Suspensions"), whole("Pupils", "b")], [
        ["Oakfield", s[0], 230], ["Elsewhere", 60, 900]]))
    # What is called the same in two rows and is not so is of something else.
    other = more([whole("Suspensions")], [["Oakfield", 3], ["Denton", 40]])
    exclusions = more([whole("Exclusions")], [["Oakfield", 3], ["Elsewhere", 60]])
    return complaints + [line for table in (other, exclusions) for line in equal(
        f"{table['data']}", audit(folder, make_refs(), [table])[0], "")]


def test_all_by_another_name(folder):
    """What all schools have, by term or by itself, whatever its heading is."""
    complaints = []
    for heading in ("Suspensions", "Number", "All schools", "Total pupils", "Borough"):
        for end in (0, 1):
            complaints += both(folder, lambda s, h=heading, e=end: more([whole(h)], [
                ["Autumn", sum(s) - 30], ["Spring", 20], ["Summer", 10], ["Total", sum(s)]][:3 + e],
                title="Suspensions by term"), "another table comes to the same total")
    complaints += both(folder, lambda s: more([whole("Suspensions")], [
        ["Borough", sum(s)], ["England", 90000]], title="How we compare"), "the total 71 less")
    complaints += both(folder, lambda s: more([whole("Borough"), whole("England", "e")], [
        ["Suspensions", sum(s), 90000], ["Exclusions", 4, 8000]], title="How we compare"))
    complaints += both(folder, lambda s: more([whole("Number")], [
        ["Total suspensions", sum(s)], ["Exclusions", 4]], title="Key facts"))
    # The same number of something else, or of some of them.
    for row, heading, title in (("Pupils", "Borough", "How we compare"),
                                ("In primary schools", "Number", "Suspensions by kind"),
                                ("Abroad", "Exclusions", "All schools")):
        table = more([whole(heading)], [[row, 71], ["Others", 20]], title=title)
        complaints += equal(f"{row}", audit(folder, make_refs(), [table])[0], "")
    return complaints


if __name__ == "__main__":
    run_tests(sys.modules[__name__])
