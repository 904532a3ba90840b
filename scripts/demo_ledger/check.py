# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the workbooks back and computes every figure anew. Shares nothing with the code that planned them: the
expected values are written here a second time."""
import json
import re
from collections import Counter, defaultdict
from datetime import date, datetime, timedelta
from fractions import Fraction
from types import SimpleNamespace

from openpyxl import load_workbook

AS_OF = date(2024, 7, 31)
ZONES = "吕梁经开区 孝义经开区 文水经开区 交城经开区 杏花村经开区 交口经开区 兴县经开区 柳林经开区".split()
BATCHES = {"签约一批": "sign", "开工一批": "start", "投产一批": "produce"}
DATES = {"签约时间": "signed", "计划开工时间": "planned_start", "开工时间": "started", "计划投产时间": "planned_produce",
         "投产时间": "produced", "计划达效时间": "planned_attain", "达效时间": "attained", "入库纳统时间": "in_statistics",
         "终止时间": "terminated"}


def day(cell):
    if cell is None:
        return None
    if isinstance(cell, datetime):
        return cell.date()
    return date(*(int(n) for n in re.findall(r"\d+", cell)))


def table(ws):
    """Header words by column and the rows under the header; of a two-level header the lower word counts."""
    rows = list(ws.iter_rows(values_only=True))
    top = next(i for i, row in enumerate(rows) if "项目名称" in row)
    head = list(rows[top])
    body = top + 1
    if rows[body][0] is None:  # lower header level
        head = [below or above for above, below in zip(rows[top], rows[body])]
        body += 1
    words = [re.sub(r"\s|（万元）", "", word or "") for word in head]
    return [dict(zip(words, row)) for row in rows[body:]]


def read(folder):
    books = json.loads((folder / "dictionaries.json").read_text(encoding="utf-8"))
    held = {(c["year"], c["sequence"]): date.fromisoformat(c["held_on"]) for c in books["campaigns"]}
    short = {z["name"]: z["short_name"] for z in books["zones"]} | {z["short_name"]: z["short_name"] for z in books["zones"]}
    ledger = SimpleNamespace(projects={}, entries=[], progress=[], held=held, clashes=[], zones=list(dict.fromkeys(short.values())))
    for path in sorted(folder.glob("*次三个一批项目.xlsx")):
        campaign = tuple(int(n) for n in re.match(r"(\d+)年第(\d+)次", path.name).groups())
        for ws in load_workbook(path):
            read_list(ledger, ws, campaign, BATCHES[ws.title], short)
    for path in sorted(folder.glob("月度进展*.xlsx")):
        for ws in load_workbook(path):
            year, month = (int(n) for n in re.match(r"(\d+)年(\d+)月", ws.title).groups())
            for row in table(ws):
                if isinstance(row["序号"], int):
                    ledger.progress.append(SimpleNamespace(month=(year, month), code=row["编号"], name=row["项目名称"],
                                                           spent=row["本月完成投资"], cumulative=row["累计完成投资"],
                                                           output=row["本月产值"], annual=row["实际年产值"]))
    return ledger


def read_list(ledger, ws, campaign, batch, short):
    section, wanted, seen, total = None, 0, 0, [0, 0]
    for row in table(ws):
        number = row["序号"]
        if isinstance(number, str) and number.startswith("（"):
            compare_count(ledger, (campaign, batch, section), seen, wanted)
            name, announced = re.match(r"（.+?）(.+?)(\d+)个$", number).groups()
            section, wanted, seen = short[name], int(announced), 0
        if number == "合计":
            compare_count(ledger, (campaign, batch, section), seen, wanted)
            if (row["总投资"], row["预计年产值"]) != tuple(total):
                ledger.clashes.append(f"{campaign} {batch}: 合计 {row['总投资']}, {row['预计年产值']}, rows give {total}")
        if not isinstance(number, int):
            continue
        seen += 1
        zone = next((row[w] for w in ("开发区", "所属开发区") if row.get(w)), None)
        facts = dict(code=row["编号"], zone=short[zone] if zone else section, name=row["项目名称"].lstrip("★"),
                     investor=row["建设单位"], investment=row["总投资"], expected=row["预计年产值"] or 0,
                     industrial=row["是否产业项目"] == "是", strategic=row["是否战新"] != "否",
                     commitment=row["承诺制"] == "是", standard_land=row["标准地"] == "是",
                     land=round((row["用地（亩）"] or 0) * 10), chain=row["产业链"], content=row["建设内容及规模"])
        facts |= {key: day(row[word]) for word, key in DATES.items() if word in row}
        known = ledger.projects.setdefault(facts["code"], {})
        ledger.clashes += [f"{facts['code']} {k}: {known[k]} ≠ {v} in {campaign} {batch}"
                           for k, v in facts.items() if k in known and known[k] != v]
        known.update(facts)
        total[0] += facts["investment"]
        total[1] += facts["expected"]
        ledger.entries.append(SimpleNamespace(campaign=campaign, batch=batch, code=facts["code"],
                                              investment=facts["investment"], output=facts["expected"]))


def compare_count(ledger, where, seen, wanted):
    """A section row says how many rows follow it."""
    if where[2] and seen != wanted:
        ledger.clashes.append(f"{where}: {seen} rows, announced {wanted}")


def months_later(start, months):
    """The day `months` months after `start`; the 28th at the latest, which no campaign here is beyond."""
    i = start.year * 12 + start.month - 1 + months
    return date(i // 12, i % 12 + 1, min(start.day, 28))


def happened(project, event, at):
    return project.get(event) is not None and project[event] <= at


def latest_output(ledger, code, at):
    reported = [(r.month, r.annual) for r in ledger.progress
                if r.code == code and r.annual is not None and r.month <= (at.year, at.month)]
    return max(reported)[1] if reported else 0


def entries(ledger, batch, at, matured=0):
    return [(e, ledger.projects[e.code]) for e in ledger.entries
            if e.batch == batch and months_later(ledger.held[e.campaign], matured) <= at]


def rates(ledger, at, zone=None):
    """The three rates of rule set lvliang-2024 as (numerator, denominator); output in 万元."""
    mine = lambda pairs: [(e, p) for e, p in pairs if zone in (None, p["zone"])]
    sign = mine(entries(ledger, "sign", at, 6))
    start = mine(entries(ledger, "start", at))
    produce = [(e, p) for e, p in mine(entries(ledger, "produce", at)) if p["industrial"]]
    return dict(
        start=(sum(happened(p, "started", at) for _, p in sign), len(sign)),
        produce=(sum(happened(p, "produced", at) for _, p in start), len(start)),
        attain=(sum(latest_output(ledger, e.code, at) for e, _ in produce), sum(e.output for e, _ in produce)))


def percent(n, d):
    """Two decimals, half up."""
    hundredths = (Fraction(n, d) * 10000 + Fraction(1, 2)).__floor__()
    return f"{hundredths // 100}.{hundredths % 100:02}"


def total(ledger, batch, campaigns):
    chosen = [e for e in ledger.entries if e.batch == batch and e.campaign in campaigns]
    return dict(count=len(chosen), investment_wan=sum(e.investment for e in chosen), output_wan=sum(e.output for e in chosen))


def overdue(ledger, at=AS_OF):
    """三未: (kind, code, days) — 签约未开工 of the matured campaigns, the other two only when due."""
    found = [("not_started", e.code, (at - p["planned_start"]).days) for e, p in entries(ledger, "sign", at, 6)
             if not happened(p, "started", at)]
    found += [("not_produced", e.code, (at - p["planned_produce"]).days) for e, p in entries(ledger, "start", at)
              if not happened(p, "produced", at) and p["planned_produce"] <= at]
    found += [("not_attained", e.code, (at - p["planned_attain"]).days) for e, p in entries(ledger, "produce", at)
              if p["industrial"] and p["planned_attain"] <= at and latest_output(ledger, e.code, at) < e.output]
    return found


def light(days):
    return "red" if days > 90 else "yellow" if days >= 1 else "green"


def figures(ledger):
    six = sorted(ledger.held)[:6]
    now = [(2024, 3)]
    late = overdue(ledger)
    of_zone = lambda z: [(k, d) for k, code, d in late if ledger.projects[code]["zone"] == z]
    zones = []
    for z in ledger.zones:
        codes = {c for c, p in ledger.projects.items() if p["zone"] == z}
        part = SimpleNamespace(entries=[e for e in ledger.entries if e.code in codes])
        kinds, lights = Counter(k for k, _ in of_zone(z)), Counter(light(d) for _, d in of_zone(z))
        produced = [e for e in part.entries if e.batch == "produce" and e.campaign in six and ledger.projects[e.code]["industrial"]]
        zones.append(dict(zone=z, sign=total(part, "sign", six), start=total(part, "start", six), produce=total(part, "produce", six),
                          produce_industrial=len(produced), rates=shown(rates(ledger, AS_OF, z)),
                          overdue={k: kinds[k] for k in ("not_started", "not_produced", "not_attained")},
                          lights={k: lights[k] for k in ("red", "yellow", "green")}))
    trend = [dict(month=f"{m.year}-{m.month:02}", **shown(rates(ledger, m))) for m in month_ends(date(2023, 8, 31), AS_OF)]
    current = [e for e in ledger.entries if e.campaign in now]
    xingxian = [e for e in ledger.entries if e.batch == "sign" and e.campaign in six and
                ledger.projects[e.code]["zone"] == "兴县经开区" and date(2024, 1, 1) <= ledger.projects[e.code]["signed"] <= date(2024, 6, 30)]
    plots = [p for p in ledger.projects.values() if p["standard_land"]]
    kinds, lights = Counter(k for k, *_ in late), Counter(light(d) for *_, d in late)
    return dict(
        as_of="2024-07", rules="lvliang-2024", money_unit="万元",
        counts=dict(projects=len(ledger.projects), entries=len(ledger.entries), progress=len(ledger.progress),
                    campaigns=len(ledger.held), zones=len(ledger.zones)),
        lists={b: total(ledger, b, six) for b in ("sign", "start", "produce")},
        produce_industrial=sum(z["produce_industrial"] for z in zones),
        rates=shown(rates(ledger, AS_OF)),
        current=dict(campaign="2024-3", sign=total(ledger, "sign", now), start=total(ledger, "start", now),
                     produce=total(ledger, "produce", now), projects=len({e.code for e in current}),
                     over_100m=sum(e.investment >= 10000 for e in current),
                     strategic=sum(ledger.projects[e.code]["strategic"] for e in current)),
        commitment=sum(p["commitment"] for p in ledger.projects.values()),
        standard_land=dict(plots=len(plots), tenths_of_mu=sum(p["land"] for p in plots), zones=sorted({p["zone"] for p in plots})),
        xingxian_first_half_2024=dict(count=len(xingxian), investment_wan=sum(e.investment for e in xingxian)),
        overdue=dict(total=len(late), **{k: kinds[k] for k in ("not_started", "not_produced", "not_attained")}),
        lights={k: lights[k] for k in ("red", "yellow", "green")},
        by_zone=zones, trend=trend)


def shown(found):
    return {k: dict(num=n, den=d, percent=percent(n, d)) for k, (n, d) in found.items()}


def month_ends(first, last):
    while first <= last:
        yield first
        following = (first + timedelta(1)).replace(day=28) + timedelta(4)
        first = following.replace(day=1) - timedelta(1)


def complaints(ledger):
    """What differs from the seed's figures and from our own split, and what contradicts itself."""
    wrong = list(ledger.clashes)

    def same(what, found, wanted):
        if found != wanted:
            wrong.append(f"{what}: {found}, wanted {wanted}")

    f = figures(ledger)
    same("签约", (f["lists"]["sign"]["count"], f["lists"]["sign"]["investment_wan"]), (111, 2621600))
    same("开工一批", f["lists"]["start"]["count"], 109)
    same("投产一批", (f["lists"]["produce"]["count"], f["produce_industrial"]), (75, 42))
    for rate, n, d, text in (("start", 56, 71, "78.87"), ("produce", 27, 109, "24.77"), ("attain", 587400, 602400, "97.51")):
        same(rate, tuple(f["rates"][rate].values()), (n, d, text))
    c = f["current"]
    same("2024-3 签约", tuple(c["sign"].values()), (11, 534200, 375000))
    same("2024-3 开工", tuple(c["start"].values()), (17, 226900, 192800))
    same("2024-3 投产", tuple(c["produce"].values()), (15, 166400, 136000))
    same("2024-3", (c["projects"], c["over_100m"], c["strategic"]), (43, 14, 22))
    same("承诺制", f["commitment"], 54)
    same("标准地", (f["standard_land"]["plots"], f["standard_land"]["tenths_of_mu"], len(f["standard_land"]["zones"])), (9, 15787, 4))
    same("兴县", tuple(f["xingxian_first_half_2024"].values()), (8, 487700))
    same("三未", tuple(f["overdue"].values()), (48, 15, 22, 11))
    same("lights", tuple(f["lights"].values()), (14, 21, 13))
    same("zones", [z["zone"] for z in f["by_zone"]], ZONES)
    per_zone = [  # 开工 k/n, 投产 k/n, 产业项目, expected, actual, 三未, lights
        (11, 12, 6, 18, 8, 126000, 130500, (1, 2, 1), (0, 2, 2)), (11, 13, 6, 19, 9, 148000, 146200, (2, 4, 2), (2, 4, 2)),
        (8, 9, 4, 14, 6, 82000, 83100, (1, 2, 1), (1, 2, 1)), (8, 10, 4, 15, 6, 89000, 85200, (2, 3, 2), (2, 3, 2)),
        (6, 8, 3, 12, 5, 64000, 63300, (2, 3, 1), (1, 3, 2)), (4, 6, 1, 10, 3, 32400, 29500, (2, 3, 1), (3, 2, 1)),
        (5, 8, 2, 12, 3, 36000, 30200, (3, 3, 2), (3, 3, 2)), (3, 5, 1, 9, 2, 25000, 19400, (2, 2, 1), (2, 2, 1))]
    for z, wanted in zip(f["by_zone"], per_zone):
        r = z["rates"]
        found = (r["start"]["num"], r["start"]["den"], r["produce"]["num"], r["produce"]["den"], z["produce_industrial"],
                 r["attain"]["den"], r["attain"]["num"], tuple(z["overdue"].values()), tuple(z["lights"].values()))
        same(z["zone"], found, wanted)
    return wrong + contradictions(ledger)


def contradictions(ledger):
    wrong = []
    listed = Counter((e.campaign, e.code) for e in ledger.entries) + Counter((e.batch, e.code) for e in ledger.entries)
    wrong += [f"{what} twice" for what, n in listed.items() if n > 1]
    for word in ("name", "investor"):
        names = Counter(p[word] for p in ledger.projects.values())
        wrong += [f"{word} {name} twice" for name, n in names.items() if n > 1]
    for code, p in ledger.projects.items():
        order = [p.get(k) for k in ("signed", "started", "produced", "attained") if p.get(k)]
        if order != sorted(order) or order[-1] > date(2024, 8, 19):
            wrong.append(f"{code}: dates out of order {order}")
        if not p["investor"].endswith("（演示）有限公司"):
            wrong.append(f"{code}: {p['investor']} isn't marked as invented")
        if p["industrial"] != (p["expected"] > 0):
            wrong.append(f"{code}: expected output of a 产业项目 and only of one")
    for e in ledger.entries:
        p, event = ledger.projects[e.code], {"sign": "signed", "start": "started", "produce": "produced"}[e.batch]
        if not happened(p, event, ledger.held[e.campaign]):
            wrong.append(f"{e.campaign} {e.batch} {e.code}: {event} {p.get(event)} after the campaign")
        if e.batch == "start" and p["started"] < date(2023, 1, 1):
            wrong.append(f"{e.code}: on a 开工 list but begun in {p['started']}")
    runs = defaultdict(list)
    for r in ledger.progress:
        runs[r.code].append(r)
    for code, run in runs.items():
        p = ledger.projects[code]
        for before, r in zip([None] + run, run):
            if before and (r.cumulative != before.cumulative + r.spent or r.month <= before.month):
                wrong.append(f"{code} {r.month}: {before.cumulative} + {r.spent} ≠ {r.cumulative}")
            if r.cumulative > p["investment"] or r.spent < 0 or (r.output or 0) < 0:
                wrong.append(f"{code} {r.month}: {r.cumulative} of {p['investment']}")
            if r.name != p["name"]:
                wrong.append(f"{code}: {r.name} ≠ {p['name']}")
            end = next(month_ends(date(*r.month, 28), AS_OF))
            if r.output and not (p.get("produced") and (p["produced"].year, p["produced"].month) <= r.month):
                wrong.append(f"{code} {end}: output before production")
        if happened(p, "produced", AS_OF) and p["industrial"] and run[-1].month != (2024, 7):
            wrong.append(f"{code}: no report for July")
    return wrong
