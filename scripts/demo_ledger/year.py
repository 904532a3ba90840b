# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan of the year, what was spent in it, the funds in place; and what each zone is set as its task. All invented."""
from dataclasses import dataclass, field
from itertools import groupby

from . import figures as F
from .plan import SIGN, START, PRODUCE, ZONE_COUNT
from .progress import LAST

TARGET_YEAR = 2024
CURVE = "3,8,17,26,36,48,58,68,78,87,95,100"  # building rests in winter


@dataclass
class Task:
    zone: int
    signed: int = 0
    signed_investment: int = 0  # 万元
    started: int = 0
    produced: int = 0
    spent: int = 0  # 万元
    curve: str = field(default=CURVE)


def hundreds(amount):
    return max(100, round(amount / 100) * 100)


def plan_years(rng, reports):
    """Adds plan, year and funds to the reports of projects that are being built."""
    by_project = {}
    for r in reports:
        by_project.setdefault(id(r.project), []).append(r)
    for mine in by_project.values():
        funds = 0
        ahead = rng.uniform(1.0, 1.15)
        for _, months in groupby(mine, key=lambda r: r.month // 12):
            months = list(months)
            p = months[0].project
            spent = sum(r.spent for r in months)
            if spent == 0:
                continue
            before = months[0].cumulative - months[0].spent
            is_over = months[-1].month < LAST or (p.produced and p.produced <= F.AS_OF)
            whole = spent * rng.uniform(0.92, 1.12) if is_over else spent * rng.uniform(1.5, 2.1)
            plan = min(hundreds(whole), max(p.investment - before, spent))
            year = 0
            for r in months:
                year += r.spent
                r.plan, r.year = plan, year
        for r in mine:
            funds = max(funds, min(p.investment, round(r.cumulative * ahead / 10) * 10))
            r.funds = funds or None


def tasks(plan, reports):
    """What each zone is to reach in the year: somewhat more than what it had declared and planned by then."""
    found = [Task(z) for z in range(ZONE_COUNT)]
    for p in plan.projects:
        task = found[p.zone]
        for c, batch in p.lists.items():
            if F.CAMPAIGNS[c][0] != TARGET_YEAR:
                continue
            if batch == SIGN:
                task.signed += 1
                task.signed_investment += p.investment
            task.started += batch == START
            task.produced += batch == PRODUCE
    for r in reports:
        if r.month == LAST and r.plan:
            found[r.project.zone].spent += r.plan
    for task in found:
        task.signed = task.signed * 4 // 3 + 1
        task.signed_investment = hundreds(task.signed_investment * 4 / 3)
        task.started = task.started * 4 // 3 + 1
        task.produced = task.produced * 4 // 3 + 1
        task.spent = hundreds(task.spent * 1.1)
    return found
