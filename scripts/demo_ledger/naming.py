# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers, names, companies, persons and yes/no marks of the invented projects."""
from datetime import date

from . import figures as F
from . import words as W
from .plan import PRODUCE, SIGN, START, ZONE_COUNT

SUFFIXES = ("项目", "生产线建设项目", "产业化项目", "技改扩能项目", "项目（二期）")
INSTALLED = ("MW", "MWh", "座", "机柜")
LIGHT = ("医药健康", "农产品加工")


def number(plan):
    """2301-XY-02: the campaign that listed the project first, its zone, a running number."""
    order = {SIGN: 0, START: 1, PRODUCE: 2}
    plan.projects.sort(key=lambda p: (p.first_campaign, p.zone, order[p.lists[p.first_campaign]], p.signed))
    running = {}
    for p in plan.projects:
        year, sequence, _ = F.CAMPAIGNS[p.first_campaign]
        key = (p.first_campaign, p.zone)
        running[key] = running.get(key, 0) + 1
        p.code = f"{year % 100:02}{sequence:02}-{W.ZONES[p.zone][0]}-{running[key]:02}"


class Names:
    def __init__(self, rng, plan):
        self.rng = rng
        self.used, self.companies = set(), set()
        self.times = [{} for _ in range(ZONE_COUNT)]
        self.products = [rng.sample(pool, len(pool)) for pool in
                         ([x for x in W.PRODUCTS if not x[6] or z[0] in x[6].split()] for z in W.ZONES)]
        self.plain = [rng.sample(W.INFRASTRUCTURE, len(W.INFRASTRUCTURE)) for _ in W.ZONES]
        self.long_left = dict(W.LONG_NAMES)
        for p in plan.projects:
            (self.product if p.industrial else self.infrastructure)(p)
            self.people(p)
            p.key = p.investment >= 50000

    def product(self, p):
        rng = self.rng
        used = self.times[p.zone]
        # the campaign at hand is rich in 战新, as the bulletin says; light industries don't get the biggest sums
        order = sorted(self.products[p.zone], key=lambda x: (
            F.CURRENT in p.lists and not x[5], p.investment > 40000 and x[3] in LIGHT, used.get(x[0], 0)))
        for word, unit, usual, chain, industry, strategic, _ in order:
            scale = 0.5 + p.investment / 20000 if p.investment < 30000 else 2 + p.investment / 60000
            quantity = f"{tidy(usual * scale)}{unit}"
            name = self.name(word, unit, quantity, used.get(word, 0))
            if name not in self.used:
                break
        else:
            raise AssertionError("no name left")
        used[word] = used.get(word, 0) + 1
        self.used.add(name)
        p.name, p.chain, p.industry, p.strategic = name, chain, industry, strategic
        p.land_tenths = int(p.investment / rng.uniform(280, 420)) * 10 + rng.randrange(10)
        p.content = (f"占地{p.land_tenths / 10:g}亩，新建生产车间及仓储{max(3, p.investment // 900 * 1000) // 1000 * 1000}平方米，"
                     f"购置主要设备{rng.randint(18, 160)}台（套），形成年产{quantity}{word}的生产能力。")
        if unit in INSTALLED:
            p.content = f"占地{p.land_tenths / 10:g}亩，建设规模{quantity}，配套建设电气、控制、消防及道路管网等设施。"
        self.company(p)

    def name(self, word, unit, quantity, times):
        if word in self.long_left and not times:
            return self.long_left.pop(word).format(q=quantity)
        if unit in INSTALLED:  # a plant that is built, not a product that is made
            return (f"{quantity}{word}项目", f"{word}建设项目", f"{word}二期建设项目")[min(times, 2)]
        if word.endswith(("基地", "改造")):
            return word + ("项目", "建设项目", "二期项目")[min(times, 2)]
        kind = (self.rng.randrange(3) + times) % len(SUFFIXES)
        return f"年产{quantity}{word}项目" if kind == 0 else word + SUFFIXES[kind]

    def infrastructure(self, p):
        pool, place = self.plain[p.zone], W.ZONES[p.zone][2]
        for lap in range(3):
            for subject, chain, industry in pool:
                name = f"{place}{subject}{('建设项目', '扩建项目', '二期建设项目')[lap]}"
                if name not in self.used and not (lap and "（" in subject):
                    self.used.add(name)
                    p.name, p.chain, p.industry = name, chain, industry
                    p.land_tenths = int(p.investment / 500) * 10
                    p.content = f"建设{subject}，总占地{p.land_tenths // 10}亩，配套道路、给排水、供电、绿化及智能化设施。"
                    self.company(p)
                    return
        raise AssertionError("no name left")

    def company(self, p):
        place = W.ZONES[p.zone][7]
        while True:
            company = f"{place}{self.rng.choice(W.COMPANY_WORDS)}{W.COMPANY_LINES[p.chain]}（演示）有限公司"
            if company not in self.companies:
                self.companies.add(company)
                p.investor = company
                return

    def people(self, p):
        rng = self.rng
        z = p.zone
        leaders = [W.SURNAMES[(z * 3 + i) % len(W.SURNAMES)] + W.GIVEN[(z + i * 3) % len(W.GIVEN)] for i in range(4)]
        officers = [W.SURNAMES[(z * 5 + i + 7) % len(W.SURNAMES)] + W.GIVEN[(z + i * 5 + 1) % len(W.GIVEN)] for i in range(7)]
        p.patron, p.officer = rng.choice(leaders), rng.choice(officers)
        p.unit = W.ZONES[z][2] + rng.choice(W.UNITS)


def tidy(x):
    """Two leading digits, whole: amounts as offices write them."""
    if x < 10:
        return max(1, round(x))
    step = 10 ** (len(str(int(x))) - 1)
    return round(x / step * 2) * step // 2 if step > 1 else int(x)


def marks(rng, plan):
    """承诺制 54, 战新 22 in 2024-3, nine plots of 标准地 with 1578.7 亩, one project given up."""
    current = [p for p in plan.projects if F.CURRENT in p.lists]
    strategic = [p for p in current if p.strategic]
    assert len(strategic) >= F.CURRENT_STRATEGIC, len(strategic)
    for p in rng.sample(strategic, len(strategic) - F.CURRENT_STRATEGIC):
        p.strategic = ""
    for p in plan.projects:
        if p.strategic and p.zone == ZONE_COUNT - 1:
            p.strategic = "是"  # 柳林 only ticks the column, as some offices do
    recent = [p for p in plan.projects if p.industrial and p.signed.year >= 2023]
    for p in rng.sample(recent, F.COMMITMENT):
        p.commitment = True
    plots = []
    for z, n in enumerate(F.STANDARD_LAND_ZONES):
        plots += rng.sample([p for p in recent if p.zone == z and p.started and p.started <= F.AS_OF], n)
    total = sum(p.investment for p in plots)
    for p in plots:
        p.standard_land = True
        old = f"占地{p.land_tenths / 10:g}亩"
        p.land_tenths = F.STANDARD_LAND_TENTHS * p.investment // total
        if p is plots[-1]:
            p.land_tenths = F.STANDARD_LAND_TENTHS - sum(q.land_tenths for q in plots[:-1])
        p.content = p.content.replace(old, f"占地{p.land_tenths / 10:g}亩")
    # one of the 40 signed in 2024 (in no rate of July) is given up
    given_up = next(p for p in plan.projects if p.campaign_of(SIGN) == 4 and not p.started and p.zone == 3)
    given_up.terminated = date(2024, 7, 12)
    given_up.termination_reason = "企业调整投资计划，双方协商终止"
