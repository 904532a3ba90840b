# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is on which list, when what happened, and for how much: the invented ledger under the figures of figures.py."""
import calendar
from dataclasses import dataclass, field
from datetime import date, timedelta

from . import figures as F

ZONE_COUNT = len(F.SIGNED_2023)
SIGN, START, PRODUCE = "sign", "start", "produce"


@dataclass(eq=False)
class Project:
    zone: int
    lists: dict = field(default_factory=dict)  # campaign index -> batch; a project is on one list of a campaign
    industrial: bool = True
    signed: date = None
    started: date = None
    produced: date = None
    attained: date = None
    planned_start: date = None
    planned_produce: date = None
    planned_attain: date = None
    in_statistics: date = None
    terminated: date = None
    termination_reason: str = ""
    investment: int = None  # 万元
    expected: int = None    # 万元 a year
    actual: int = None      # 万元 a year at the as-of month
    strategic: str = ""
    commitment: bool = False
    standard_land: bool = False
    land_tenths: int = 0    # 0.1 亩
    concern: str = ""       # which of the 三未 it is: start, produce, attain
    # filled by naming.py
    code: str = ""
    name: str = ""
    investor: str = ""
    content: str = ""
    chain: str = ""
    industry: str = ""
    patron: str = ""
    officer: str = ""
    unit: str = ""
    remarks: str = ""
    key: bool = False

    def campaign_of(self, batch):
        return next((c for c, b in self.lists.items() if b == batch), None)

    @property
    def first_campaign(self):
        return min(self.lists)


def month_end(day):
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def add_months(day, months):
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def spread(rng, rows, columns, limit=None):
    """A whole-number matrix with these row and column sums, near to proportional, each cell within `limit`."""
    total = sum(rows)
    assert total == sum(columns), (rows, columns)
    cap = limit or [[total] * len(columns) for _ in rows]
    m = [[min(cap[r][c], rows[r] * columns[c] // total) for c in range(len(columns))] for r in range(len(rows))]
    left_r = [rows[r] - sum(m[r]) for r in range(len(rows))]
    left_c = [columns[c] - sum(m[r][c] for r in range(len(rows))) for c in range(len(columns))]
    while sum(left_r):
        open_cells = [(r, c) for r in range(len(rows)) for c in range(len(columns))
                      if left_r[r] and left_c[c] and m[r][c] < cap[r][c]]
        if not open_cells:  # stuck at the limits: move one unit aside
            r = next(i for i in range(len(rows)) if left_r[i])
            c = next(i for i in range(len(columns)) if left_c[i])
            r2, c2 = next((a, b) for a in range(len(rows)) for b in range(len(columns))
                          if m[a][b] and m[r][b] < cap[r][b] and m[a][c] < cap[a][c])
            m[r2][c2] -= 1
            m[r][c2] += 1
            m[r2][c] += 1
            left_r[r] -= 1
            left_c[c] -= 1
            continue
        weight = {(r, c): rows[r] * columns[c] / total - m[r][c] + rng.random() * 0.3 for r, c in open_cells}
        r, c = max(open_cells, key=weight.get)
        m[r][c] += 1
        left_r[r] -= 1
        left_c[c] -= 1
    return m


def workday(rng, text, first=4, last=20):
    """A weekday between two days of a month written 2403."""
    year, month = 2000 + int(text[:2]), int(text[2:])
    if month == 10:
        first = max(first, 9)  # after the national holiday
    days = [d for d in (date(year, month, n) for n in range(first, last + 1)) if d.weekday() < 5]
    return rng.choice(days)


def between(rng, first, last):
    days = [first + timedelta(n) for n in range((last - first).days + 1)]
    return rng.choice([d for d in days if d.weekday() < 5] or days)


def held(c):
    return F.CAMPAIGNS[c][2]


def window_of(day):
    """The first campaign held on or after the day."""
    return next(c for c in range(len(F.CAMPAIGNS)) if held(c) >= day)


class Plan:
    def __init__(self, rng):
        self.rng = rng
        self.projects = []
        self.sign_lists()
        self.start_lists()
        self.production()
        self.produce_lists()
        self.campaign_at_hand()
        self.planned_dates()

    def add(self, zone, campaign, batch, **values):
        p = Project(zone, {campaign: batch}, **values)
        self.projects.append(p)
        return p

    def on(self, batch, campaigns=range(F.CURRENT)):
        return [p for p in self.projects if p.campaign_of(batch) in campaigns]

    def sign_lists(self):
        rng = self.rng
        by_2023 = spread(rng, F.SIGNED_2023, F.SIGNED_BY_CAMPAIGN[:4])
        by_2024 = spread(rng, F.SIGNED_2024, F.SIGNED_BY_CAMPAIGN[4:])
        not_started = [a - b for a, b in zip(F.SIGNED_2023, F.STARTED_2023)]
        idle = spread(rng, not_started, F.NOT_STARTED_BY_CAMPAIGN, by_2023)
        for c in range(F.CURRENT):
            earliest = date(2023, 1, 5) if c == 0 else max(held(c - 1), held(c) - timedelta(50))
            group = []
            for z in range(ZONE_COUNT):
                n = by_2023[z][c] if c < 4 else by_2024[z][c - 4]
                members = [self.add(z, c, SIGN, signed=between(rng, earliest, held(c))) for _ in range(n)]
                if c < 4:
                    for p in members[:idle[z][c]]:
                        p.concern = "start"
                group += [p for p in members if not p.concern]
            rng.shuffle(group)
            for p, month in zip(group, F.START_MONTHS[c].split()):
                p.started = workday(rng, month)

    def start_lists(self):
        rng = self.rng
        followed = [0] * ZONE_COUNT
        for p in self.on(SIGN):
            if p.started and p.started <= held(F.CURRENT - 1):
                p.lists[window_of(p.started)] = START
                followed[p.zone] += 1
        old = spread(rng, [a - b for a, b in zip(F.START_LIST, followed)], F.OLD_STARTS_BY_CAMPAIGN)
        for z in range(ZONE_COUNT):
            for c, n in enumerate(old[z]):
                earliest = date(2023, 1, 4) if c == 0 else held(c - 1) + timedelta(3)
                for _ in range(n):
                    p = self.add(z, c, START, signed=between(rng, date(2021, 6, 1), date(2022, 11, 30)))
                    p.started = between(rng, earliest, held(c))
                    p.industrial = rng.random() > 0.2

    def production(self):
        """27 of the 109 produce by the as-of date: the earliest starts of each zone and list."""
        rng = self.rng
        cells = [[[p for p in self.on(START, [c]) if p.zone == z] for c in range(5)] for z in range(ZONE_COUNT)]
        limit = [[len(cell) for cell in row] for row in cells]
        columns = [len(months.split()) for months in F.PRODUCE_MONTHS]
        chosen = spread(rng, F.PRODUCED_OF_START_LIST, columns, limit)
        for c in range(5):
            group = []
            for z in range(ZONE_COUNT):
                group += sorted(cells[z][c], key=lambda p: p.started)[:chosen[z][c]]
            group.sort(key=lambda p: p.started)
            for p, month in zip(group, F.PRODUCE_MONTHS[c].split()):
                p.produced = workday(rng, month)

    def produce_lists(self):
        rng = self.rng
        followed = [0] * ZONE_COUNT
        per_list = [0] * F.CURRENT
        for p in self.on(START):
            if p.produced and p.produced <= held(F.CURRENT - 1):
                c = window_of(p.produced)
                p.lists[c] = PRODUCE
                p.industrial = True
                followed[p.zone] += 1
                per_list[c] += 1
        old = spread(rng, [a - b for a, b in zip(F.PRODUCE_LIST, followed)],
                     [a - b for a, b in zip(F.PRODUCE_BY_CAMPAIGN, per_list)])
        for z in range(ZONE_COUNT):
            newcomers = []
            for c, n in enumerate(old[z]):
                earliest = date(2022, 11, 21) if c == 0 else held(c - 1) + timedelta(2)
                for _ in range(n):
                    p = self.add(z, c, PRODUCE, produced=between(rng, earliest, held(c)))
                    p.started = between(rng, date(2021, 3, 1), date(2022, 9, 30))
                    p.signed = between(rng, p.started - timedelta(420), p.started - timedelta(60))
                    newcomers.append(p)
            # the missing 产业项目 come from the early lists, so that some are due for 达效 by the as-of date
            plain = F.PRODUCE_LIST[z] - F.INDUSTRIAL_PRODUCE[z]
            order = sorted(newcomers, key=lambda p: p.produced)
            keep = F.NOT_ATTAINED_DUE[z]
            spare = order[keep:]
            rng.shuffle(spare)
            spare += [p for p in self.on(PRODUCE) if p.zone == z and p not in newcomers]
            for p in spare[:plain]:
                p.industrial = False

    def campaign_at_hand(self):
        rng, c = self.rng, F.CURRENT
        for z, n in enumerate(F.CURRENT_SIGN_ZONES):
            for _ in range(n):
                self.add(z, c, SIGN, signed=between(rng, date(2024, 8, 2), held(c)))
        # 开工: nine signed earlier that begin in August, eight signed outside the campaigns
        waiting = [p for p in self.on(SIGN) if not p.started]
        idle = [p for p in waiting if p.concern]
        for p in rng.sample(idle, 2) + rng.sample([p for p in waiting if not p.concern], 7):
            p.started = between(rng, date(2024, 8, 2), date(2024, 8, 16))
            p.lists[c] = START
        for z in range(ZONE_COUNT):
            p = self.add(z, c, START, signed=between(rng, date(2022, 3, 1), date(2022, 12, 20)))
            p.started = between(rng, date(2024, 6, 3), date(2024, 8, 16))
            p.industrial = z not in (0, 5)
        # 投产: seven that produced in June and July, three in August, five begun before 2023
        for p in self.on(START):
            if p.produced and not p.campaign_of(PRODUCE):
                p.lists[c] = PRODUCE
                p.industrial = True
        late = sum(1 for p in self.projects if p.lists.get(c) == PRODUCE)
        for z in range(F.CURRENT_PRODUCE[0] - late - 3):  # three more follow in plan_production
            p = self.add(z, c, PRODUCE, produced=between(rng, date(2024, 6, 3), date(2024, 8, 15)))
            p.started = between(rng, date(2021, 9, 1), date(2022, 9, 30))
            p.signed = between(rng, p.started - timedelta(400), p.started - timedelta(60))

    def not_produced(self):
        return [p for p in self.on(START) if not p.produced]

    def planned_dates(self):
        rng = self.rng
        self.plan_starts()
        self.plan_production()
        for p in self.projects:
            if p.started and p.started >= date(2022, 6, 1) and rng.random() < 0.85:
                entered = p.started + timedelta(rng.randint(25, 75))
                p.in_statistics = entered if entered <= F.AS_OF else None

    def plan_starts(self):
        rng = self.rng
        for z in range(ZONE_COUNT):
            idle = sorted((p for p in self.on(SIGN, range(4)) if p.zone == z and p.concern == "start"),
                          key=lambda p: p.signed)
            for p, light in zip(idle, sorted(F.LIGHTS[z][0], key="ryg".index)):
                due = month_end(add_months(p.signed, rng.randint(4, 6)))
                if light == "r":
                    p.planned_start = min(due, date(2024, 4, 30))
                elif light == "y":
                    p.planned_start = rng.choice([date(2024, 5, 31), date(2024, 6, 30), date(2024, 6, 30)])
                    p.remarks = "经开区研究，调整计划开工时间"
                else:
                    p.planned_start = F.AS_OF
                    p.remarks = "经批准延期开工"
        for p in self.on(SIGN, range(len(F.CAMPAIGNS))):
            if p.planned_start:
                continue
            if p.started and p.started <= F.AS_OF:
                p.planned_start = max(p.signed + timedelta(15), month_end(p.started + timedelta(rng.randint(-40, 25))))
            elif p.started:
                p.planned_start = date(2024, 8, 31)
            else:
                p.planned_start = max(date(2024, 8, 31), month_end(add_months(p.signed, rng.randint(4, 9))))

    def plan_production(self):
        rng = self.rng
        for z in range(ZONE_COUNT):
            waiting = sorted((p for p in self.not_produced() if p.zone == z), key=lambda p: p.started)
            lights = F.LIGHTS[z][1]
            for p, light in zip(waiting, sorted(lights, key="ryg".index)):
                p.concern = "produce"
                if light == "r":
                    p.planned_produce = rng.choice([date(2023, 12, 31), date(2024, 2, 29), date(2024, 3, 31), date(2024, 4, 30)])
                    p.planned_produce = max(p.planned_produce, month_end(add_months(p.started, 8)))
                elif light == "y":
                    p.planned_produce = rng.choice([date(2024, 5, 31), date(2024, 6, 30)])
                else:
                    p.planned_produce = F.AS_OF
                    p.remarks = "经批准延期投产"
        for p in rng.sample([p for p in self.not_produced() if p.concern == "produce" and p.planned_produce == F.AS_OF], 3):
            p.produced = between(rng, date(2024, 8, 2), date(2024, 8, 15))
            p.lists[F.CURRENT] = PRODUCE
            p.industrial = True
        for p in self.projects:
            if p.planned_produce:
                continue
            if p.produced:
                p.planned_produce = month_end(p.produced + timedelta(rng.randint(-60, 30)))
            elif p.started:
                due = month_end(add_months(p.started, rng.randint(12, 22)))
                p.planned_produce = max(due, rng.choice([date(2024, 9, 30), date(2024, 10, 31), date(2024, 12, 31)]))
            else:
                p.planned_produce = month_end(add_months(p.planned_start, rng.randint(10, 20)))
