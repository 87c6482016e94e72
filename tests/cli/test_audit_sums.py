#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What rows of a table come to that another one shows, each beside a near twin that does not:
`foi audit`.

Each is made of the true figures, and tells that 3 boys of Abbey are withheld; and once more of
figures that are not so, and tells nothing."""

import json
import sys

from cli import equal, foi, run_tests
from test_audit_beside import NOTHING, audit, both, make_refs, whole
from test_audit_case import make_case
from test_audit_lists import make_list, text

AREAS = ("Abbey", "Brook", "Castle", "Denton")
TRUE = (3, 14, 9, 22)
HIDDEN = [("refs", "Abbey", "boys", 3, "primary"), ("refs", "Castle", "boys", 9, "secondary")]
PHASES = {"Abbey": "Primary", "Brook": "Primary", "Castle": "Secondary", "Denton": "Secondary"}
ORDER = ("Abbey", "Castle", "Brook", "Denton")


def category(name, **more):
    return text(name, **{"foi:role": "category", **more})


def make_schools(with_phase=True, phases=None):
    """The boys of four schools, of which two are withheld."""
    refs = make_refs(("boys",), False, ())
    refs["title"] = "Boys suspended by school"
    refs["data"] = [["area", "boys"]] + [
        [a, "[c]" if a in ("Abbey", "Castle") else TRUE[AREAS.index(a)]] for a in ORDER]
    refs["foi:totals"] = []
    if with_phase:
        refs["schema"]["fields"].insert(1, category("phase"))
        for row, phase in zip(refs["data"], ["phase"] + [(phases or PHASES)[a] for a in ORDER]):
            row.insert(1, phase)
    return refs


def by(name, figures, title="Boys suspended", key="k"):
    """A table with a row for each group."""
    table = make_list([category(key), whole("Boys", "n")], list(figures.items()), title)
    table["name"] = name
    table["schema"]["primaryKey"] = [key]
    return table


def sums(source, groups=PHASES):
    figures = {}
    for area, n in zip(AREAS, source):
        figures[groups[area]] = figures.get(groups[area], 0) + n
    return figures


def tell(folder, make, refs=None, hidden=HIDDEN, issued=False):
    return both(folder, make, refs or make_schools(), hidden, issued, (TRUE, FALSE))


FALSE = (5, 11, 17, 21)


def test_groups(folder):
    """By what stands beside each row, in any order, as rows or columns, now or in a letter before."""
    complaints = tell(folder, lambda s: [by("more", sums(s))])
    complaints += tell(folder, lambda s: [by("more", {
        f"{phase} schools": n for phase, n in reversed(sums(s).items())}, "By phase")])
    complaints += tell(folder, lambda s: [make_list(
        [category("k"), *(whole(phase, phase) for phase in sums(s))],
        [["Boys", *sums(s).values()]])])
    return complaints + tell(folder, lambda s: [by("old", sums(s))], issued=True)


def test_groups_of_another_table(folder):
    """By what a third table has of each school, written otherwise and in another order."""
    areas = {"Abbey": "North", "Brook": "North", "Castle": "South", "Denton": "South"}
    roll = make_list([category("school"), category("area"), whole("On roll", "roll")], [
        [f"{school} School", area, 400 + 17 * i]
        for i, (school, area) in enumerate(areas.items())], "Our schools")
    roll["name"] = "schools"
    return tell(folder, lambda s: [roll, by("more", sums(s, areas))], make_schools(False))


def test_records_with_counts(folder):
    """Several incidents at a school, with how many boys; by school, by year, and those of one kind."""
    split = {3: (1, 2), 14: (6, 8), 9: (9,), 22: (12, 10), 5: (4, 1), 11: (5, 6), 17: (17,),
             21: (9, 12)}
    columns = [text("date", "date"), text("school"), whole("Boys suspended", "n")]
    hidden = HIDDEN[:1]
    refs = make_schools(False)
    refs["data"][2][1] = 9
    complaints = tell(folder, lambda s: [make_list(columns, sorted(
        [f"2024-0{1 + i + 2 * j}-1{i}", area, n]
        for i, area in enumerate(AREAS) for j, n in enumerate(split[s[i]])), "Incidents")],
        refs, hidden)
    kinds = [text("school"), text("sex"), whole("Pupils", "n")]
    return complaints + tell(folder, lambda s: [make_list(kinds, sorted(
        [area, sex, n + 3 * (sex == "Girl")] for sex in ("Boy", "Girl")
        for i, area in enumerate(AREAS) for n in split[s[i]]), "Incidents")],
        refs, hidden)


def test_groups_by_chance(folder):
    """As many in one group alone tell nothing where another has not as many."""
    complaints = []
    for figures in ({"Primary": 17, "Secondary": 30}, {"Primary": 18, "Secondary": 31}):
        found = audit(folder, make_schools(), [by("more", figures)], HIDDEN)
        complaints += equal(f"{figures}", found, NOTHING)
    return complaints


YEARS = {"2020/21": (10, 12, 8, 19), "2021/22": (11, 12, 8, 20), "2022/23": (6, 15, 7, 25)}


def make_alone(title="Boys suspended by school, 2023/24"):
    """The same boys, of which those of Abbey alone are withheld."""
    refs = make_schools(False)
    refs["data"][2][1] = 9
    refs["title"] = title
    return refs


def years(n, title="Boys suspended by school, {}"):
    return [by(f"y{i}", dict(zip(AREAS, figures)), title.format(year))
            for i, (year, figures) in enumerate(list(YEARS.items())[-n:])]


def over(source, n):
    """What each school has in those years and in the one of @source."""
    return {area: boys + sum(figures[i] for figures in list(YEARS.values())[-n:])
            for i, (area, boys) in enumerate(zip(AREAS, source))}


def test_a_table_for_each_year(folder):
    """Of three years or four, with one of all together, whatever they are called."""
    complaints = []
    for n, title, all_years in ((2, "Boys suspended by school, {}", "2021/22 to 2023/24"),
                                (3, "Boys suspended by school, {}", "All four years"),
                                (2, "In {}", "Of late")):
        complaints += tell(folder, lambda s, n=n, t=title, a=all_years: [
            *years(n, t), by("more", over(s, n), t.format(a))], make_alone(), HIDDEN[:1])
    return complaints


def mean(name, figures, title, decimals=1):
    table = by(name, {k: f"{n:.{decimals}f}" for k, n in figures.items()}, title)
    table["schema"]["fields"][1].update({"type": "number", "foi:decimals": decimals,
                                         "title": "Average a year"})
    return table


def test_means_of_years(folder):
    """Of a table for each year, and of columns, with as many decimals as show it."""
    complaints = []
    for n, decimals in ((2, 1), (3, 2)):
        complaints += tell(folder, lambda s, n=n, d=decimals: [*years(n), mean(
            "more", {a: f / (n + 1) for a, f in over(s, n).items()}, "Boys suspended", d)],
            make_alone(), HIDDEN[:1])
    wide = make_alone("Boys suspended by school")
    for year in range(2):
        wide["schema"]["fields"].append(whole(list(YEARS)[1 + year], f"y{year}"))
        wide["data"][0].append(f"y{year}")
        for row in wide["data"][1:]:
            row.append(list(YEARS.values())[1 + year][AREAS.index(row[0])])
    return complaints + tell(folder, lambda s: [mean(
        "more", {a: f / 3 for a, f in over(s, 2).items()}, "Boys suspended")], wide, HIDDEN[:1])


def test_all_but_one(folder):
    """All schools beside all except one, in rows or by reason in columns."""
    complaints = []
    for words in ("All schools except Abbey", "All schools, excluding Abbey",
                  "Schools other than Abbey"):
        complaints += tell(folder, lambda s, w=words: [
            by("more", {"All schools": sum(s), w: sum(s) - s[0]}, "Boys")], make_schools(False))
        complaints += tell(folder, lambda s, w=words: [make_list(
            [category("reason"), whole("All schools", "a"), whole(w, "o")],
            [["Assault", 20, 19], ["Drugs", sum(s) - 20, sum(s) - s[0] - 19]],
            "Reasons for suspending boys")], make_schools(False))
    return complaints


def test_a_column_of_one(folder):
    """By reason, with a column for one school: all of it is what that school has."""
    return tell(folder, lambda s: [make_list(
        [category("reason"), whole("Abbey", "a"), whole("Other schools", "o")],
        [["Assault", 2, 20], ["Drugs", s[0] - 2, 25]], "Boys suspended by reason")],
        make_alone(), HIDDEN[:1])


def test_a_part_of_what_became_one(folder):
    """Abbey and Castle are one row; what another table has of Castle leaves Abbey's."""
    complaints = []
    for castle, wanted in ((9, 1), (12, 0)):
        refs = make_schools(False)
        refs["data"] = [["area", "boys"], ["Abbey and Castle", 12], ["Brook", 14], ["Denton", 22]]
        more = by("more", {"Assault": 6, "Damage": castle - 6},
                  "Castle: boys suspended by reason", "reason")
        file = make_case(folder, [refs, more], (), "{{table:more}}")
        case = json.loads(file.read_text())
        case["foi:case"]["internal"] = {"combined": [
            {"table": "refs", "row": {"area": "Abbey and Castle"}, "field": "boys",
             "was_row": {"area": area}, "value": n} for area, n in (("Abbey", 3), ("Castle", 9))]}
        file.write_text(json.dumps(case))
        complaints += equal(f"{castle}", foi("audit", file).status, wanted)
    return complaints


def test_both_sexes_of_one(folder):
    """One row of the girls at a school, and one of all its pupils, leave the boys."""
    def one(name, counted, n):
        table = by(name, {"Abbey": n}, f"{counted} suspended at Abbey", "school")
        table["schema"]["fields"][1]["title"] = f"{counted} suspended"
        return table

    refs = make_alone()
    refs["schema"]["fields"][1]["title"] = "Boys suspended"
    complaints = []
    for everyone in ("Pupils", "All pupils", "Children"):
        complaints += tell(folder, lambda s, e=everyone: [
            one("girls", "Girls", 20), one("all", e, 20 + s[0])], refs, HIDDEN[:1])
    # Of whom something else is counted.
    found = audit(folder, refs, [one("girls", "Girls", 20), one("all", "Teachers", 23)],
                  HIDDEN[:1])
    return complaints + equal("teachers", found, NOTHING)


def test_a_row_of_means(folder):
    """What the mean of all rows leaves of one; another number in its row is no mean of them."""
    complaints = []
    for key in ("Average", "Borough mean"):
        for mean_of_all, wanted in ((9, 1), (13, 0)):
            refs = make_schools(False)
            refs["data"] = [["area", "boys"], ["Abbey", "[c]"], ["Brook", 14], ["Castle", 10],
                            [key, mean_of_all]]
            file = make_case(folder, [refs], HIDDEN[:1])
            complaints += equal(f"{key} {mean_of_all}", foi("audit", file).status, wanted)
    return complaints


if __name__ == "__main__":
    run_tests(sys.modules[__name__])
