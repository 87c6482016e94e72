# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The statutory clock once more, in the plainest way: from the words of the law, day after day."""

import datetime
import json

DAY = datetime.timedelta(days=1)
NATIONS = {"foia": ["england-and-wales", "scotland", "northern-ireland"], "foisa": ["scotland"]}
NATIONS["eir"], NATIONS["eisr"] = NATIONS["foia"], NATIONS["foisa"]


def holidays(path, regime):
    """The bank holidays of the parts of the Kingdom that a law names."""
    with open(path, encoding="utf-8") as file:
        lists = json.load(file)
    return {datetime.date.fromisoformat(event["date"])
            for nation in NATIONS[regime] for event in lists[nation]["events"]}


def is_working_day(day, closed_days):
    """Not a Saturday, a Sunday, Christmas Day, Good Friday or a bank holiday."""
    return day.strftime("%a") not in ("Sat", "Sun") and day not in closed_days


def due(received, closed_days, number=20):
    """The number-th working day following the date of receipt."""
    day = received
    while number:
        day += DAY
        if is_working_day(day, closed_days):
            number -= 1
    return day


def due_with_fee(received, closed_days, notice, paid, number=20):
    """The working days from the day of the notice to that of the fee are disregarded."""
    disregarded = set()
    day = notice
    while day <= paid:
        disregarded.add(day)
        day += DAY
    return due(received, closed_days | disregarded, number)


def due_of_school(received, closed_days, sessions_from, sessions_to):
    """The earlier of the twentieth working day with a session and the sixtieth working day."""
    without = set()
    day = sessions_from
    while day <= sessions_to:
        without.add(day)
        day += DAY
    return min(due(received, closed_days | without), due(received, closed_days, 60))
