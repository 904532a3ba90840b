# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures the demonstration ledger has to show: the seed's (吕梁, 2024-07) and the per-zone split that is ours.
Money in 万元. Zones in the order of words.ZONES."""
from datetime import date

AS_OF = date(2024, 7, 31)
CAMPAIGNS = [  # year, sequence, held on; the first, the fourth and the last date are published
    (2023, 1, date(2023, 2, 22)), (2023, 2, date(2023, 5, 23)), (2023, 3, date(2023, 8, 22)),
    (2023, 4, date(2023, 12, 1)), (2024, 1, date(2024, 3, 20)), (2024, 2, date(2024, 5, 28)),
    (2024, 3, date(2024, 8, 19)),
]
CURRENT = 6  # index of the campaign at hand

# 签约: 71 in the four campaigns of 2023, 40 in the two of 2024
SIGNED_2023 = [12, 13, 9, 10, 8, 6, 8, 5]
SIGNED_2024 = [5, 5, 4, 5, 4, 4, 8, 5]
SIGNED_BY_CAMPAIGN = [20, 18, 17, 16, 22, 18]
STARTED_2023 = [11, 11, 8, 8, 6, 4, 5, 3]
NOT_STARTED_BY_CAMPAIGN = [2, 3, 4, 6]
SIGNED_MONEY = [485000, 453000, 254500, 294200, 195500, 175600, 581200, 182600]  # Σ 2,621,600
XINGXIAN = 6
XINGXIAN_2024_MONEY = 487700  # 兴县, first half of 2024

# 开工一批
START_LIST = [18, 19, 14, 15, 12, 10, 12, 9]
PRODUCED_OF_START_LIST = [6, 6, 4, 4, 3, 1, 2, 1]
NOT_PRODUCED_DUE = [2, 4, 2, 3, 3, 3, 3, 2]
OLD_STARTS_BY_CAMPAIGN = [22, 13, 6, 4, 4, 2]  # signed before 2023, so on no 签约 list

# 投产一批
PRODUCE_LIST = [13, 15, 10, 10, 9, 6, 7, 5]
PRODUCE_BY_CAMPAIGN = [14, 12, 13, 12, 12, 12]
INDUSTRIAL_PRODUCE = [8, 9, 6, 6, 5, 3, 3, 2]
EXPECTED = [126000, 148000, 82000, 89000, 64000, 32400, 36000, 25000]  # Σ 602,400
ACTUAL = [130500, 146200, 83100, 85200, 63300, 29500, 30200, 19400]    # Σ 587,400
NOT_ATTAINED_DUE = [1, 2, 1, 2, 1, 1, 2, 1]
BELOW_NOT_DUE = [1, 1, 1, 1, 1, 0, 0, 0]  # new plants still below their promise, not due yet

# months in which the started ones of the four campaigns of 2023 (and of 2024-1, 2024-2) began; shapes the trend
START_MONTHS = [
    "2303 2303 2304 2304 2305 2305 2306 2306 2306 2307 2307 2308 2308 2309 2310 2312 2402 2404",
    "2306 2306 2307 2307 2308 2308 2309 2309 2309 2310 2310 2311 2401 2403 2405",
    "2309 2310 2310 2311 2311 2312 2312 2401 2402 2402 2404 2405 2406",
    "2401 2402 2403 2403 2404 2404 2405 2405 2406 2407",
    "2404 2404 2405 2405 2405 2406 2406 2407",
    "2407 2407",
]
# months in which the producing ones of each 开工一批 went into production
PRODUCE_MONTHS = [
    "2306 2307 2309 2310 2311 2312 2401 2402 2403 2404 2406",
    "2310 2311 2401 2403 2404 2405 2406 2407",
    "2403 2404 2405 2406 2407",
    "2405 2407",
    "2407",
]

# 三未 by zone: lights of 签约未开工 / 开工未投产 / 投产未达效 (r red, y yellow, g green)
LIGHTS = [
    ("g", "yg", "y"), ("ry", "ryyg", "yg"), ("y", "ry", "g"), ("rg", "ryy", "yg"),
    ("yg", "ryg", "y"), ("ry", "ryg", "r"), ("ryg", "ryg", "ry"), ("ry", "rg", "y"),
]

# 2024-3: count, Σ investment, Σ expected output, entries of 1 亿元 and more
CURRENT_SIGN = (11, 534200, 375000, 6)
CURRENT_START = (17, 226900, 192800, 5)
CURRENT_PRODUCE = (15, 166400, 136000, 3)
CURRENT_SIGN_ZONES = [2, 2, 1, 1, 1, 1, 2, 1]
CURRENT_STRATEGIC = 22

COMMITMENT = 54
STANDARD_LAND_ZONES = [3, 3, 2, 0, 0, 1, 0, 0]  # 9 plots in 吕梁, 孝义, 文水, 交口
STANDARD_LAND_TENTHS = 15787                    # 1578.7 亩
