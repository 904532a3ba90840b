#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the demonstration ledger data/demo (吕梁, as of the end of 2024-07); see docs/demo.md.

make_demo.py           writes the workbooks and dictionaries, then checks them
make_demo.py --check   only reads them back, compares every figure and writes tests/data/demo_expected.json
"""
import json
import random
import sys
from pathlib import Path

from demo_ledger import check, lists, money, naming, progress, year
from demo_ledger import figures as F
from demo_ledger.plan import Plan

ROOT = Path(__file__).resolve().parent.parent
DEMO = ROOT / "data" / "demo"
EXPECTED = ROOT / "tests" / "data" / "demo_expected.json"
SEED = 20240731


def make(folder):
    rng = random.Random(SEED)
    plan = Plan(rng)
    money.invest(rng, plan)
    money.outputs(rng, plan)
    money.late_attainment(rng, plan)
    naming.number(plan)
    naming.Names(rng, plan)
    naming.marks(rng, plan)
    reports = progress.reports(rng, plan)
    year.plan_years(random.Random(SEED + 1), reports)
    folder.mkdir(parents=True, exist_ok=True)
    for c in range(len(F.CAMPAIGNS)):
        lists.write_campaign(plan, c, folder)
    for number in (2023, 2024):
        lists.write_progress(reports, number, folder)
    lists.write_tasks(year.tasks(plan, reports), year.TARGET_YEAR, folder)
    text = json.dumps(lists.dictionaries(), ensure_ascii=False, indent=2) + "\n"
    (folder / "dictionaries.json").write_text(text, encoding="utf-8")


def main(arguments):
    if arguments not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 2
    if not arguments:
        make(DEMO)
    ledger = check.read(DEMO)
    wrong = check.complaints(ledger)
    for line in wrong:
        print("WRONG", line, file=sys.stderr)
    if wrong:
        return 1
    text = json.dumps(check.figures(ledger), ensure_ascii=False, indent=1) + "\n"
    EXPECTED.parent.mkdir(parents=True, exist_ok=True)
    EXPECTED.write_text(text, encoding="utf-8")
    print(f"{len(ledger.projects)} projects, {len(ledger.entries)} entries, {len(ledger.progress)} reports: all figures hold")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
