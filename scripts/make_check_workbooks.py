#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes two workbooks that tests import, each with a JSON file of the figures that have to come out:

tests/data/jinzhong.xlsx            rates printed by 晋中 for 2021-08 (前四期 of 5), docs in tests/data/jinzhong.json
tests/data/messy_three_sheets.xlsx  a workbook as untidy as offices write them, tests/data/messy_three_sheets.json

Projects, companies and zones are invented; only the rates of 晋中 are real.
"""
import json
import random
from datetime import date, timedelta
from pathlib import Path

from openpyxl.styles import Alignment

from demo_ledger.money import share
from demo_ledger.office_book import BOLD, BODY, CENTRE, HEAD, LEFT, TITLE, OfficeSheet, new_book, save

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "data"
RIGHT = Alignment(horizontal="right", vertical="center")
BATCHES = ("签约", "开工", "投产")
BATCH_KEYS = ("sign", "start", "produce")
ZONES = ["甲示范区（演示）", "乙示范区（演示）", "丙示范区（演示）", "丁示范区（演示）", "戊示范区（演示）"]
GOODS = "玻璃器皿 液压元件 纺织机械 生物饲料 陈醋 铸造砂处理 光伏支架 药用玻璃 轨道扣件 预拌砂浆 碳素制品 智能仪表".split()

# 晋中: campaigns, entries on the three lists, of these started / producing by the end of 2021-07
CAMPAIGNS = [(2020, 1, date(2020, 9, 10)), (2020, 2, date(2020, 12, 4)), (2021, 1, date(2021, 2, 26)),
             (2021, 2, date(2021, 5, 21)), (2021, 3, date(2021, 7, 16))]
AS_OF = date(2021, 7, 31)
SIGNED, STARTED = [26, 24, 23, 21, 14], [25, 22, 20, 15, 3]
BEGUN, PRODUCING = [30, 27, 26, 24, 12], [25, 19, 14, 9, 1]
PRODUCED = [16, 14, 13, 12, 9]
EXPECTED, ACTUAL = 2350400, 2166500  # 万元, first four campaigns


def day_in(rng, first, last):
    return first + timedelta(rng.randrange((last - first).days + 1))


def jinzhong_rows(rng):
    """(campaign, batch) -> rows; one project a row, named once."""
    rows, names = {}, 0
    outputs = share(EXPECTED, [rng.uniform(0.5, 2.0) for _ in range(sum(PRODUCED[:4]))], 10)
    reached = share(ACTUAL, [part * rng.uniform(0.75, 1.1) for part in outputs], 10)
    for c, (_, _, held) in enumerate(CAMPAIGNS):
        for batch, n, done in ((0, SIGNED[c], STARTED[c]), (1, BEGUN[c], PRODUCING[c]), (2, PRODUCED[c], 0)):
            part = []
            for i in range(n):
                names += 1
                row = dict(code=f"{held:%y%m}-{names:03}", zone=ZONES[names % len(ZONES)],
                           name=f"{GOODS[names % len(GOODS)]}示例项目{names:03}", investor=f"样例企业{names:03}（演示）有限公司",
                           investment=rng.randrange(2000, 60000, 10), output=rng.randrange(2000, 60000, 10), annual=None,
                           signed=day_in(rng, held - timedelta(60), held), started=None, produced=None)
                if batch == 0 and i < done:
                    row["started"] = day_in(rng, held + timedelta(1), AS_OF)
                if batch:
                    row["signed"] = day_in(rng, date(2019, 1, 1), date(2019, 12, 31))
                    row["started"] = day_in(rng, held - timedelta(60), held)
                if batch == 1 and i < done:
                    row["produced"] = day_in(rng, held + timedelta(1), AS_OF)
                if batch == 2:
                    row["started"] = day_in(rng, date(2020, 1, 5), date(2020, 5, 30))
                    row["produced"] = day_in(rng, held - timedelta(60), held)
                    if c < 4:
                        row["output"], row["annual"] = outputs.pop(), reached.pop()
                    else:  # the campaign at hand reports too, but counts in no rate
                        row["annual"] = row["output"] // 2
                part.append(row)
            rows[c, batch] = part
    return rows


def write_jinzhong():
    rng = random.Random(20210806)
    rows = jinzhong_rows(rng)
    book = new_book()
    for c, (year, sequence, held) in enumerate(CAMPAIGNS):
        for batch, word in enumerate(BATCHES):
            heads = ["序号", "编号", "开发区", "项目名称", "建设单位", "总投资（万元）", "预计年产值（万元）", "签约时间", "开工时间"]
            keys = ["code", "zone", "name", "investor", "investment", "output", "signed", "started"]
            if batch:
                heads, keys = heads + ["投产时间"], keys + ["produced"]
            title = f"晋中市{year}年第{sequence}次“三个一批”活动（{held.year}年{held.month}月{held.day}日）{word}项目清单"
            if batch == 2:
                heads, keys = heads + ["实际年产值（万元）"], keys + ["annual"]
                title += f"（截至{AS_OF.year}年{AS_OF.month}月底）"
            sheet = OfficeSheet(book, f"{year}-{sequence}{word}一批", len(heads))
            sheet.merged(title, TITLE, CENTRE, 30)
            sheet.merged("单位：万元", BODY, RIGHT)
            sheet.header(heads)
            for n, row in enumerate(rows[c, batch], 1):
                sheet.data([n] + [row[k] for k in keys])
            sheet.merged("注：项目、企业、开发区均为虚构，仅比率取自公开通报。", BODY, LEFT, box=True)
            sheet.widths([6, 12, 20, 28, 28] + [14] * (len(heads) - 5))
    save(book, FOLDER / "jinzhong.xlsx")
    four = [rows[c, b] for c in range(4) for b in range(3)]
    by_batch = lambda b: [r for c in range(4) for r in rows[c, b]]
    expected = dict(
        rules="shanxi-batch", as_of="2021-07", create_zones=True, sheets=len(CAMPAIGNS) * 3,
        campaigns=[dict(campaign=f"{y}-{s}", held_on=d.isoformat()) for y, s, d in CAMPAIGNS],
        entries=sum(len(r) for r in rows.values()), projects=sum(len(r) for r in rows.values()), counted_entries=sum(map(len, four)),
        money_unit="万元",
        rates=dict(
            start=dict(num=sum(r["started"] is not None and r["started"] <= AS_OF for r in by_batch(0)), den=len(by_batch(0)), percent="87.23"),
            produce=dict(num=sum(r["produced"] is not None for r in by_batch(1)), den=len(by_batch(1)), percent="62.62"),
            attain=dict(num=sum(r["annual"] for r in by_batch(2)), den=sum(r["output"] for r in by_batch(2)), percent="92.18")),
        note="The fifth campaign (2021-3, held 2021-07-16) is the current one as of 2021-07 and counts in no rate; the same holds as of 2021-08.")
    found = {k: (v["num"], v["den"]) for k, v in expected["rates"].items()}
    assert found == dict(start=(82, 94), produce=(67, 107), attain=(ACTUAL, EXPECTED)), found
    write_json("jinzhong", expected)


# The untidy workbook: cells exactly as typed. Money of 签约 in 亿元, of 开工 in 万元, of 投产 by header words.
SIGN_ROWS = [
    ("（一）工业项目5个",),
    (1, "★碳素制品示例项目（一期）", "甲示范区（演示）", "样例碳素（演示）有限公司", "2.5", "3.1亿", "2024.3", "2024年底", None),
    (2, "液压元件示例项目", "甲示范区（演示）", "样例液压（演示）有限公司", 1.2, "约3000万", "2024年3月", "2024.9", "2024.8.15"),
    (3, "生物饲料\n示例项目", "乙示范区（演示）", "样例饲料（演示）有限公司", "5200万", 0.4, "24.3.15", "2024-06-30", date(2024, 6, 20)),
    (4, "光伏支架示例项目", "乙示范区（演示）", "样例支架（演示）有限公司", "０．８", "0.9", date(2024, 3, 18), "2024/5/31", "2024年5月28日"),
    (5, "智能仪表示例项目", "丙示范区（演示）", "样例仪表（演示）有限公司", "约1.6", 1.1, 45371, "2024年10月", None),
    ("小计", None, None, None, 6.62, 5.8),
    ("（二）服务业项目1个",),
    (6, "冷链物流示例项目", "丙示范区（演示）", "样例冷链（演示）有限公司", "0.35亿元", None, "2024年3月20日", "2024年上半年", "2024.7.1"),
    ("小计", None, None, None, 0.35, None),
    ("合计", None, None, None, 6.97, 5.8),
]
START_ROWS = [
    ("一、甲示范区（2项）",),
    (1, "药用玻璃示例项目", "甲示范区（演示）", "样例药玻（演示）有限公司", "1,250.5", 2000, "2023.11", "2024.7", "2024年6月"),
    (2, "陈醋示例项目", "甲示范区（演示）", "样例食品（演示）有限公司", "2000万", "约3000", "2023年12月5日", "2024年底", None),
    (None,),
    ("二、乙示范区（2项）",),
    (3, "轨道扣件示例项目", "乙示范区（演示）", "样例扣件（演示）有限公司", "1.2亿", "15000", "24.1.8", "2025.6", None),
    (4, "纺织机械示例项目", "乙示范区（演示）", "样例纺机（演示）有限公司", 4800, 5200.25, date(2024, 2, 26), "2024.6.30", "2024.8.2"),
    ("合计", None, None, None, 20050.5, 25200.25),
    ("其中：亿元以上项目", None, None, None, 12000, 15000),
]
PRODUCE_ROWS = [
    (1, "玻璃器皿示例项目", "丙示范区（演示）", "样例玻璃（演示）有限公司", 0.95, 8600, 8800, "2023年底"),
    (2, "预拌砂浆示例项目", "丙示范区（演示）", "样例砂浆（演示）有限公司", "4300万", "5000", "4600", "2024.1.20"),
    (3, "铸造砂处理示例项目", "甲示范区（演示）", "样例环保（演示）有限公司", "0.62", "约7000", "7100万元", "2024年2月"),
    ("总计", None, None, None, 2.0, 20600, 20500),
]


def write_messy():
    book = new_book()
    common = ["序\n号", "项 目 名 称", "承载地", "项目业主"]
    sheet = OfficeSheet(book, "签约（二〇二四年一季度）", 9)
    sheet.merged("2024年第1次“三个一批”活动签约项目推进情况表", TITLE, CENTRE, 30)
    sheet.merged("单位：亿元", BODY, RIGHT)
    sheet.header(common + ["计划\n总投资", "预期　产值", "签约\n日期", "拟开工\n时间", "实际开工"], [(5, 6, "投资效益"), (7, 9, "时间")])
    fill(sheet, SIGN_ROWS)
    sheet.merged("注：★为重点项目；本表为测试数据。", BODY, LEFT)
    sheet.ws.row_dimensions[8].hidden = True
    sheet = OfficeSheet(book, "开工", 9)
    sheet.merged("2024年第1次“三个一批”活动开工项目推进情况表", TITLE, CENTRE, 30)
    sheet.header(common + ["总投资（万元）", "年产值（万元）", "开工时间", "计划竣工时间", "实际投产时间"])
    fill(sheet, START_ROWS)
    sheet.merged("填表人：郝示范　　联系电话：略", BODY, LEFT)
    sheet = OfficeSheet(book, "投产", 8)
    sheet.merged("2024年第1次“三个一批”活动投产项目达效情况表（截至2024年7月底）", TITLE, CENTRE, 30)
    sheet.merged(None)
    sheet.header(common + ["总投资（亿元）", "预计年产值", "实际\n年产值", "投产时间"], [(6, 7, "产值情况（万元）")])
    fill(sheet, PRODUCE_ROWS)
    save(book, FOLDER / "messy_three_sheets.xlsx")
    y = 10000  # 元 in a 万元
    write_json("messy_three_sheets", dict(
        campaign="2024-1", create_zones=True, as_of="2024-07", money_unit="元",
        sheets=[
            dict(sheet="签约（二〇二四年一季度）", batch="sign", data_rows=6, header_row=3, header_rows=2, unit="亿元",
                 investment=sum((25000, 12000, 5200, 8000, 16000, 3500)) * y, output=sum((31000, 3000, 4000, 9000, 11000)) * y,
                 ignored=dict(section=2, subtotal=3, note=1)),
            dict(sheet="开工", batch="start", data_rows=4, header_row=2, header_rows=1, unit="万元",
                 investment=(12505000 + (2000 + 12000 + 4800) * y), output=(2000 + 3000 + 15000) * y + 52002500,
                 ignored=dict(section=2, subtotal=2, blank=1, note=1)),
            dict(sheet="投产", batch="produce", data_rows=3, header_row=3, header_rows=2, unit="亿元 (总投资), 万元 (年产值)",
                 investment=(9500 + 4300 + 6200) * y, output=(8600 + 5000 + 7000) * y, annual_output=(8800 + 4600 + 7100) * y,
                 ignored=dict(subtotal=1)),
        ],
        rates=dict(rules="shanxi-batch without before_current (all campaigns)", start=dict(num=3, den=6), produce=dict(num=1, den=4),
                   attain=dict(num=20500 * y, den=20600 * y)),
        dates={"碳素制品示例项目（一期）": dict(actual_sign="2024-03-31", planned_start="2024-12-31", key_project=True),
               "生物饲料示例项目": dict(actual_sign="2024-03-15", planned_start="2024-06-30", actual_start="2024-06-20"),
               "智能仪表示例项目": dict(actual_sign="2024-03-20", planned_start="2024-10-31"),
               "冷链物流示例项目": dict(planned_start="2024-06-30", actual_start="2024-07-01"),
               "药用玻璃示例项目": dict(actual_start="2023-11-30", actual_produce="2024-06-30")},
        note="Started by the end of 2024-07: 生物饲料, 光伏支架, 冷链物流. 液压元件 began on 2024-08-15, after it. Producing: 药用玻璃; "
             "纺织机械 only on 2024-08-02. A hidden row of the first sheet counts like any other; a line break inside a name is not part of it."))


def fill(sheet, rows):
    for row in rows:
        first = row[0]
        if len(row) == 1 and isinstance(first, str):
            sheet.merged(first, HEAD, LEFT)
        else:
            bold = isinstance(first, str)
            sheet.data(list(row) + [None] * (sheet.width - len(row)), BOLD if bold else BODY)


def write_json(name, content):
    (FOLDER / f"{name}.json").write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    write_jinzhong()
    write_messy()
