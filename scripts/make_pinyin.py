#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes data/reference/pinyin.csv from Debian's golang-github-mozillazg-go-pinyin-dev (docs/decisions/0011).

Run it after a new release of that package: apt-get install golang-github-mozillazg-go-pinyin-dev
"""

import re
import sys
import unicodedata
from pathlib import Path

SOURCE = Path("/usr/share/gocode/src/github.com/mozillazg/go-pinyin/pinyin_dict.go")
TARGET = Path(__file__).parent.parent / "data/reference/pinyin.csv"
ENTRY = re.compile(r'0x([0-9A-Fa-f]+):\s*"([^"]+)"')
BASIC_PLANE_END = 0xFFFF


def plain(reading):
    """lǚ → lv: no tone, ü as it is typed."""
    letters = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    letters = letters.replace("e\u0302", "e").replace("ɡ", "g")
    return "".join(c for c in letters if not unicodedata.combining(c))


def main():
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else SOURCE
    characters = {}
    for code, readings in ENTRY.findall(source.read_text(encoding="utf-8")):
        if int(code, 16) > BASIC_PLANE_END:
            continue
        for reading in readings.split(","):
            syllable = plain(reading)
            if re.fullmatch("[a-z]{1,6}", syllable) and re.search("[aeiouv]", syllable):
                characters.setdefault(syllable, set()).add(chr(int(code, 16)))
    lines = [f"{syllable},{''.join(sorted(group))}\n" for syllable, group in sorted(characters.items())]
    TARGET.write_text("syllable,characters\n" + "".join(lines), encoding="utf-8", newline="\n")
    print(f"{len(lines)} syllables, {len(set().union(*characters.values()))} characters")


if __name__ == "__main__":
    main()
