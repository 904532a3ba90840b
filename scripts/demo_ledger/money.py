# SPDX-License-Identifier: GPL-3.0-or-later
"""Amounts in whole 万元 that add up to the figures to the last digit."""
from datetime import date

from . import figures as F
from .plan import PRODUCE, SIGN, START, ZONE_COUNT, add_months, month_end


def share(total, weights, step=100, least=0):
    """Parts of `total` in proportion to the weights, multiples of `step` but for the largest, each at least `least`."""
    whole = sum(weights)
    parts = [max(least, int(total * w / whole) // step * step) for w in weights]
    parts[parts.index(max(parts))] += total - sum(parts)
    assert min(parts) >= least and sum(parts) == total, (total, parts)
    return parts


def give(projects, attribute, total, weight, step=100, least=0):
    for p, part in zip(projects, share(total, [weight(p) for p in projects], step, least)):
        setattr(p, attribute, part)


def big_and_small(rng, projects, total, big):
    """`big` of them get 1 亿元 and more, the others less; outside 产业项目 stay small where possible."""
    order = sorted(projects, key=lambda p: (not p.industrial, rng.random()))
    small = order[big:]
    for p in small:
        p.investment = rng.randrange(2500, 9000, 100)
    give(order[:big], "investment", total - sum(p.investment for p in small), lambda p: rng.uniform(0.7, 2.2), 100, 10000)


def invest(rng, plan):
    """Total investment: the lists of 2024-3 first, then what is left of each zone's signed sum."""
    now = [F.CURRENT]
    big_and_small(rng, plan.on(SIGN, now), F.CURRENT_SIGN[1], F.CURRENT_SIGN[3])
    big_and_small(rng, plan.on(START, now), F.CURRENT_START[1], F.CURRENT_START[3])
    big_and_small(rng, plan.on(PRODUCE, now), F.CURRENT_PRODUCE[1], F.CURRENT_PRODUCE[3])
    for z in range(ZONE_COUNT):
        signed = [p for p in plan.on(SIGN) if p.zone == z]
        if z == F.XINGXIAN:
            late = [p for p in signed if p.campaign_of(SIGN) >= 4]
            fill(rng, late, F.XINGXIAN_2024_MONEY)
            fill(rng, [p for p in signed if p not in late], F.SIGNED_MONEY[z] - F.XINGXIAN_2024_MONEY)
        else:
            fill(rng, signed, F.SIGNED_MONEY[z])
    for p in plan.projects:
        if p.investment is None:
            p.investment = int(min(90000, max(1800, rng.lognormvariate(9.3, 0.7)))) // 50 * 50


def fill(rng, projects, total):
    free = [p for p in projects if p.investment is None]
    give(free, "investment", total - sum(p.investment for p in projects if p.investment is not None),
         lambda p: min(6.0, rng.lognormvariate(0, 0.7)), 100, 1200)


def outputs(rng, plan):
    """Expected annual output, and what the producing ones reached by the as-of month."""
    now = [F.CURRENT]
    for batch, total in ((SIGN, F.CURRENT_SIGN[2]), (START, F.CURRENT_START[2]), (PRODUCE, F.CURRENT_PRODUCE[2])):
        industrial = [p for p in plan.on(batch, now) if p.industrial]
        give(industrial, "expected", total, lambda p: p.investment * rng.uniform(0.6, 1.2), 50, 800)
    for z in range(ZONE_COUNT):
        group = sorted((p for p in plan.on(PRODUCE) if p.zone == z and p.industrial), key=lambda p: p.produced)
        give(group, "expected", F.EXPECTED[z], lambda p: p.investment ** 0.5 * rng.uniform(0.7, 1.2), 50, 1500)
        for p in group:
            if p.campaign_of(SIGN) is None:  # free to fit the output
                p.investment = int(p.expected * rng.uniform(0.65, 1.3)) // 50 * 50
        attain(rng, group, z)
    for p in plan.projects:
        if p.industrial and p.expected is None:
            p.expected = int(p.investment * rng.uniform(0.55, 1.3)) // 100 * 100
        if p.produced and p.produced <= F.AS_OF and p.industrial and p.actual is None:
            p.actual = int(p.expected * rng.uniform(0.55, 0.8)) // 10 * 10  # on the 2024-3 list, in no rate of July


def attain(rng, group, z):
    """Splits the zone's actual output: below the promise those of 投产未达效 and some new plants, the rest at or above."""
    due, fresh = group[:F.NOT_ATTAINED_DUE[z]], group[len(group) - F.BELOW_NOT_DUE[z]:]
    reached = [p for p in group if p not in due and p not in fresh]
    gap = F.ACTUAL[z] - F.EXPECTED[z]
    surplus = round(0.02 * sum(p.expected for p in reached))
    missing = surplus - gap
    if missing < 0.12 * sum(p.expected for p in due):
        missing = round(0.12 * sum(p.expected for p in due))
        surplus = missing + gap
    short = due + fresh
    for p, part in zip(short, share(missing, [p.expected * (1 if p in due else 0.35) for p in short], 10, 50)):
        p.actual = p.expected - part
    for p, part in zip(reached, share(surplus, [p.expected * rng.uniform(0.4, 1.6) for p in reached], 10)):
        p.actual = p.expected + part
    for p, light in zip(due, sorted(F.LIGHTS[z][2], key="ryg".index)):
        p.concern = "attain"
        p.planned_attain = {"r": date(2024, 3, 31), "y": date(2024, 6, 30), "g": F.AS_OF}[light]
        if light == "r":
            p.planned_attain = max(p.planned_attain, month_end(add_months(p.produced, 8)))
    for p in fresh:
        p.planned_attain = max(date(2024, 10, 31), month_end(add_months(p.produced, rng.randint(9, 12))))
    for p in reached:
        p.planned_attain = month_end(add_months(p.produced, rng.randint(8, 12)))


def late_attainment(rng, plan):
    for p in plan.projects:
        if p.industrial and p.produced and not p.planned_attain:
            p.planned_attain = month_end(add_months(p.produced, rng.randint(10, 13)))
