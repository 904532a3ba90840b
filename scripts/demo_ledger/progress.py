# SPDX-License-Identifier: GPL-3.0-or-later
"""Monthly progress: money spent, output, words; cumulative = last cumulative + this month, never above the total."""
from dataclasses import dataclass
from datetime import date

from . import figures as F
from . import words as W
from .plan import SIGN, month_end

FIRST = 2023 * 12  # index of 2023-01
LAST = F.AS_OF.year * 12 + F.AS_OF.month - 1


def index(day):
    return day.year * 12 + day.month - 1


def month_of(i):
    return month_end(date(i // 12, i % 12 + 1, 1))


@dataclass
class Report:
    project: object
    month: int
    spent: int
    cumulative: int
    output: int = None  # hundredths of 万元
    annual: int = None  # 万元
    plan: int = None  # of the year, 万元
    year: int = None  # spent since January, 万元
    funds: int = None  # in place since the start, 万元
    text: str = ""
    problem: str = ""
    step: str = ""


def half_up(n, d):
    return (2 * n + d) // (2 * d)


def reports(rng, plan):
    """All reports, in order of month, zone and number. Sets 实际达效 where the promise is reached."""
    found = []
    for p in plan.projects:
        if p.started and p.started <= F.AS_OF:
            built = building(rng, p)
            if p.produced and p.produced <= F.AS_OF and p.industrial:
                built = joined(built, producing(rng, p, built[-1].cumulative))
            found += [r for r in built if r.month >= FIRST]
        elif p.campaign_of(SIGN) is not None and p.campaign_of(SIGN) < F.CURRENT:
            found += preparing(rng, p)
    return sorted(found, key=lambda r: (r.month, r.project.zone, r.project.code))


def share_done(x, done):
    """Share of the money spent when the share x of the building time is over."""
    if done:
        return 0.55 * x + 0.45 * (3 * x * x - 2 * x ** 3)
    return min(0.96, 0.88 * x if x <= 1 else 0.88 + 0.04 * (x - 1))


def building(rng, p):
    begun = index(p.started)
    produced = p.produced and p.produced <= F.AS_OF
    end = index(p.produced) if produced else LAST
    length = max(2, (end if produced else index(p.planned_produce)) - begun + 1)
    final = rng.uniform(0.95, 1.0) if produced else 1.0
    pace = 1.0 if produced else rng.uniform(0.85, 1.0)
    problems = rng.sample(W.PROBLEMS_PRODUCE, 2)
    out, last = [], 0
    for i in range(begun, end + 1):
        share = share_done((i - begun + 1) / length * pace, produced) * final
        cumulative = max(last, int(p.investment * share) // 5 * 5)
        if produced and i == end:
            cumulative = max(cumulative, int(p.investment * final))
        r = Report(p, i, cumulative - last, cumulative)
        r.text = phase(int(100 * share)) if not (produced and i == end) else "建成投产"
        if p.concern == "produce" and i >= index(p.planned_produce) - 3:
            r.problem, r.step = problems[i % 2]
        out.append(r)
        last = cumulative
    return out


def joined(built, produced):
    """The month of production has one report with both the last money and the first output."""
    if built[-1].month == produced[0].month:
        produced[0].spent = built[-1].spent
        built = built[:-1]
    return built + produced


def phase(percent):
    return [text for least, text in W.PHASES if percent >= least][-1].format(p=percent)


def producing(rng, p, cumulative):
    begun = max(index(p.produced), FIRST)
    months = LAST - begun + 1
    load = [min(1.0, 0.74 + 0.05 * k) * rng.uniform(0.94, 1.06) for k in range(months)]
    if months > 12:  # output still grows a little in the second year
        load = [w * (0.94 + 0.06 * k / (months - 1)) for k, w in enumerate(load)]
    counted = min(12, months)
    target = half_up(p.actual * 100 * counted, 12)
    scale = target / sum(load[-counted:])
    output = [round(w * scale) for w in load]
    output[-1] += target - sum(output[-counted:])
    problems = rng.sample(W.PROBLEMS_ATTAIN, 2)
    out = []
    for k in range(months):
        tail = output[max(0, k - 11):k + 1]
        annual = half_up(sum(tail) * 12, len(tail) * 100)
        r = Report(p, begun + k, 0, cumulative, output[k], annual)
        r.text = f"已投产，本月产值{output[k] / 100:g}万元，折年产值为预计年产值的{100 * annual // p.expected}%"
        if p.concern == "attain" and k >= 3:
            r.problem, r.step = problems[k % 2]
        out.append(r)
        if p.actual >= p.expected and annual >= p.expected and k >= 2 and not p.attained:
            p.attained = month_of(begun + k)
    assert out[-1].annual == p.actual, (p.code, out[-1].annual, p.actual)
    return out


def preparing(rng, p):
    out = []
    words = rng.sample(W.PERMIT_WORK, len(W.PERMIT_WORK))
    problem = rng.choice(W.PROBLEMS_START)
    last = LAST if not p.terminated else index(p.terminated) - 1
    for n, i in enumerate(range(max(index(p.signed) + 2, FIRST), last + 1)):
        r = Report(p, i, 0, 0, text=words[n % len(words)])
        if i >= index(p.planned_start):
            r.problem, r.step = problem
        out.append(r)
    return out
