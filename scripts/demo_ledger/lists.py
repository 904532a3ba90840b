# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the plan as the workbooks an office would keep: one a campaign, one a year of monthly progress."""
from . import figures as F
from . import words as W
from .office_book import BOLD, BODY, CENTRE, HEAD, LEFT, TITLE, OfficeSheet, new_book, save
from .plan import PRODUCE, SIGN, START, ZONE_COUNT
from .progress import FIRST, LAST
from openpyxl.styles import Alignment

CHINESE = "一二三四五六七八九十"
BATCHES = [(SIGN, "签约"), (START, "开工"), (PRODUCE, "投产")]

# How each campaign's office wrote: zone as a section row, or short/full name in a column; grouped header; dates; heads
STYLES = [
    dict(zone="short", groups=True, dates="cell", money="{}", zone_word="开发区"),
    dict(zone="section", groups=False, dates="cell", money="{}（万元）", zone_word=""),
    dict(zone="full", groups=True, dates="%Y-%m-%d", money="{}", zone_word="开发区"),
    dict(zone="short", groups=False, dates="dotted", money="{}\n（万元）", zone_word="所属开发区"),
    dict(zone="section", groups=True, dates="chinese", money="{}", zone_word=""),
    dict(zone="short", groups=False, dates="cell", money="{}", zone_word="开 发 区"),
    dict(zone="short", groups=True, dates="cell", money="{}（万元）", zone_word="开发区"),
]


def when(day, style):
    if day is None or style == "cell":
        return day
    if style == "dotted":
        return f"{day.year}.{day.month}.{day.day}"
    if style == "chinese":
        return f"{day.year}年{day.month}月{day.day}日"
    return day.strftime(style)


def yes(flag):
    return "是" if flag else "否"


def columns(batch, style):
    """(header word, group, width, value of a project)"""
    d = style["dates"]
    money = style["money"].format
    out = [("序号", "", 6, None), ("编号", "", 14, lambda p: p.code)]
    if style["zone"] != "section":
        name = 2 if style["zone"] == "short" else 3
        out.append((style["zone_word"], "", 16, lambda p: W.ZONES[p.zone][name]))
    out += [
        ("项目名称", "", 34, lambda p: ("★" if p.key else "") + p.name),
        ("建设单位", "", 30, lambda p: p.investor),
        ("建设内容及规模", "", 48, lambda p: p.content),
        ("用地（亩）", "", 9, lambda p: p.land_tenths / 10 or None),
        (money("总投资"), "投资与效益", 11, lambda p: p.investment),
        (money("预计年产值"), "投资与效益", 11, lambda p: p.expected),
        ("产业链", "产业属性", 12, lambda p: p.chain),
        ("行业", "产业属性", 18, lambda p: p.industry),
        ("是否产业项目", "产业属性", 9, lambda p: yes(p.industrial)),
        ("是否战新", "产业属性", 14, lambda p: p.strategic or "否"),
        ("承诺制", "改革事项", 8, lambda p: yes(p.commitment)),
        ("标准地", "改革事项", 8, lambda p: yes(p.standard_land)),
        ("签约时间", "时间节点", 12, lambda p: when(p.signed, d)),
    ]
    if batch == SIGN:
        out.append(("计划开工时间", "时间节点", 12, lambda p: when(p.planned_start, d)))
    out.append(("开工时间", "时间节点", 12, lambda p: when(p.started, d)))
    if batch != PRODUCE:
        out.append(("计划投产时间", "时间节点", 12, lambda p: when(p.planned_produce, d)))
    if batch != SIGN:
        out.append(("投产时间", "时间节点", 12, lambda p: when(p.produced, d)))
        out.append(("入库纳统时间", "时间节点", 12, lambda p: when(p.in_statistics, d)))
    if batch == PRODUCE:
        out.append(("计划达效时间", "时间节点", 12, lambda p: when(p.planned_attain, d)))
        out.append(("达效时间", "时间节点", 12, lambda p: when(p.attained, d)))
    out += [
        ("包联领导", "责任落实", 10, lambda p: p.patron),
        ("服务专员", "责任落实", 10, lambda p: p.officer),
        ("责任单位", "责任落实", 22, lambda p: p.unit),
    ]
    return out


def write_list(book, plan, c, batch, word):
    style = STYLES[c]
    year, sequence, _ = F.CAMPAIGNS[c]
    projects = sorted((p for p in plan.projects if p.lists.get(c) == batch), key=lambda p: (p.zone, p.code))
    cols = columns(batch, style)
    if any(p.terminated for p in projects):
        cols += [("终止时间", "", 12, lambda p: when(p.terminated, style["dates"])),
                 ("终止原因", "", 22, lambda p: p.termination_reason)]
    cols.append(("备注", "", 22, lambda p: p.remarks))
    sheet = OfficeSheet(book, f"{word}一批", len(cols))
    sheet.merged(f"吕梁市{year}年第{sequence}次“三个一批”活动{word}项目清单", TITLE, CENTRE, 36)
    sheet.merged("单位：万元", BODY, Alignment(horizontal="right", vertical="center"))
    sheet.header([word_ for word_, *_ in cols], group_ranges(cols) if style["groups"] else ())
    shown = 0
    sections = 0
    for z in range(ZONE_COUNT):
        mine = [p for p in projects if p.zone == z]
        if mine and style["zone"] == "section":
            sheet.merged(f"（{CHINESE[sections]}）{W.ZONES[z][3]}{len(mine)}个", HEAD, LEFT, 24, box=True)
            sections += 1
        for p in mine:
            shown += 1
            sheet.data([shown] + [value(p) or None for _, _, _, value in cols[1:]])
    total = ["合计"] + [None] * (len(cols) - 1)
    for i, (head, *_, value) in enumerate(cols):
        if head.startswith(("总投资", "预计年产值")):
            total[i] = sum(value(p) or 0 for p in projects)
    sheet.data(total, BOLD)
    sheet.merged("注：1.★为总投资5亿元以上的重点项目；2.非产业项目不填预计年产值；3.本表为演示数据，项目、企业、人员均为虚构。", BODY, LEFT, 24)
    sheet.widths([width for _, _, width, _ in cols])


def group_ranges(cols):
    groups = []
    for i, (_, group, *_) in enumerate(cols, 1):
        if group and groups and groups[-1][2] == group and groups[-1][1] == i - 1:
            groups[-1] = (groups[-1][0], i, group)
        elif group:
            groups.append((i, i, group))
    return groups


def write_campaign(plan, c, folder):
    year, sequence, _ = F.CAMPAIGNS[c]
    book = new_book()
    for batch, word in BATCHES:
        write_list(book, plan, c, batch, word)
    save(book, folder / f"{year}年第{sequence}次三个一批项目.xlsx")


PROGRESS = [("序号", 6), ("编号", 14), ("项目名称", 34), ("开发区", 14), ("年度计划投资", 12), ("本月完成投资", 12),
            ("今年累计完成投资", 12), ("累计完成投资", 12), ("累计到位资金", 12), ("本月产值", 12), ("实际年产值", 12), ("形象进度", 40), ("存在问题", 26), ("下一步措施", 30)]


def write_progress(reports, year, folder):
    book = new_book()
    for i in range(max(FIRST, year * 12), min(LAST, year * 12 + 11) + 1):
        month = i % 12 + 1
        sheet = OfficeSheet(book, f"{year}年{month}月", len(PROGRESS))
        sheet.merged(f"吕梁市“三个一批”项目月度进展情况表（截至{year}年{month}月底）", TITLE, CENTRE, 36)
        sheet.merged("单位：万元", BODY, Alignment(horizontal="right", vertical="center"))
        sheet.header([word for word, _ in PROGRESS])
        rows = [r for r in reports if r.month == i]
        for n, r in enumerate(rows, 1):
            p = r.project
            sheet.data([n, p.code, p.name, W.ZONES[p.zone][2], r.plan, r.spent, r.year, r.cumulative, r.funds,
                        None if r.output is None else r.output / 100, r.annual, r.text, r.problem or None, r.step or None])
        sheet.data(["合计", None, None, None, sum(r.plan or 0 for r in rows), sum(r.spent for r in rows),
                    sum(r.year or 0 for r in rows), sum(r.cumulative for r in rows), sum(r.funds or 0 for r in rows),
                    sum(r.output or 0 for r in rows) / 100, sum(r.annual or 0 for r in rows)] + [None] * 3, BOLD)
        sheet.merged("注：实际年产值为近12个月产值之和，投产不足12个月的按已投产月份折年；本表为演示数据。", BODY, LEFT, 24)
        sheet.widths([width for _, width in PROGRESS])
    save(book, folder / f"月度进展{year}.xlsx")


TASKS = [("序号", 6), ("开发区", 26), ("签约个数（个）", 12), ("签约投资额（亿元）", 14), ("开工个数（个）", 12), ("投产个数（个）", 12),
         ("年度完成投资（亿元）", 14), ("序时进度", 38)]


def write_tasks(tasks, year, folder):
    book = new_book()
    sheet = OfficeSheet(book, "任务目标", len(TASKS))
    sheet.merged(f"吕梁市开发区{year}年度“三个一批”任务目标", TITLE, CENTRE, 36)
    sheet.header([word for word, _ in TASKS])
    for n, t in enumerate(tasks, 1):
        sheet.data([n, W.ZONES[t.zone][3], t.signed, t.signed_investment / 10000, t.started, t.produced, t.spent / 10000,
                    t.curve])
    sheet.data(["合计", None, sum(t.signed for t in tasks), sum(t.signed_investment for t in tasks) / 10000,
                sum(t.started for t in tasks), sum(t.produced for t in tasks), sum(t.spent for t in tasks) / 10000, None], BOLD)
    sheet.merged("注：任务数和序时进度均为演示数据，不是任何开发区的实际任务。", BODY, LEFT, 24)
    sheet.widths([width for _, width in TASKS])
    save(book, folder / f"任务目标{year}.xlsx")


def dictionaries():
    zones = [dict(code=code, name=full, short_name=short, city=city, county=county, level="provincial",
                  category="industrial", ranking_group="工业类", lead_industries=lead, sort_order=n)
             for n, (_, code, short, full, city, county, lead, _) in enumerate(W.ZONES, 1)]
    chains = [dict(name=name, system="985（演示）", chain_group="", lead_department=department, chain_masters="")
              for name, department in W.CHAINS]
    campaigns = [dict(year=y, sequence=s, title=f"{y}年第{s}次“三个一批”活动", held_on=d.isoformat())
                 for y, s, d in F.CAMPAIGNS]
    return dict(city="吕梁市", issuer="吕梁市商务局", zones=zones, chains=chains, campaigns=campaigns)
