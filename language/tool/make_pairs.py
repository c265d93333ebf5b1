#!/usr/bin/env python3
"""Makes pairs of damaged and true words: prints Polish words on pages and reads them back with an
optical recognition that knows no Polish, as happened to many office scans.

usage: make_pairs.py FORMS.txt FREQUENCIES.tsv [--pages 40] [--seed 1] > pairs.tsv

FORMS.txt: Polish word forms, one a line, to draw rare words from. FREQUENCIES.tsv: data/frequencies.tsv, to
draw common words from. Needs pango-view and tesseract with its English model. Words are drawn by chance: the
pages are no text, and nothing of them goes into the product but the counts that
learn_confusions.py makes of the pairs. Output: damaged, true, count, separated by tabs.
"""
import argparse
import collections
import math
import os
import random
import subprocess
import sys
import tempfile

FONTS = ["DejaVu Serif 11", "Liberation Serif 12", "Liberation Sans 11", "DejaVu Sans 10", "Liberation Serif 11",
         "C059 11"]
BAND = 20  # words that recognition may add or lose on a page before the alignment is lost


def drawn(forms, common, shares, words):
    """Lines of words: two thirds common ones by the root of their share, one third any."""
    line, size = [], 0
    for _ in range(words):
        word = random.choice(forms) if random.random() < 0.35 else random.choices(common, cum_weights=shares)[0]
        kind = random.random()
        word = word.capitalize() if kind < 0.12 else word.upper() if kind < 0.13 else word
        if random.random() < 0.1:
            word += random.choice([",", ".", ",", ":", ";"])
        if size + len(word) > 85:
            yield line
            line, size = [], 0
        line.append(word)
        size += len(word) + 1
    yield line


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]


def aligned(true, read):
    """Pairs of words that stand for each other."""
    infinite = 1e9
    table = {(0, 0): (0.0, None)}
    for i in range(len(true) + 1):
        for j in range(max(0, i - BAND), min(len(read), i + BAND) + 1):
            best = table.get((i, j), (infinite, None))
            if i and (i - 1, j) in table:
                best = min(best, (table[i - 1, j][0] + 1, (i - 1, j)), key=lambda t: t[0])
            if j and (i, j - 1) in table:
                best = min(best, (table[i, j - 1][0] + 1, (i, j - 1)), key=lambda t: t[0])
            if i and j and (i - 1, j - 1) in table:
                a, b = true[i - 1], read[j - 1]
                cost = 0 if a == b else 2 * distance(a, b) / max(len(a), len(b))
                best = min(best, (table[i - 1, j - 1][0] + cost, (i - 1, j - 1)), key=lambda t: t[0])
            if best[0] < infinite:
                table[i, j] = best
    i, j = len(true), len(read)
    while (i, j) in table and table[i, j][1] is not None:
        a, b = table[i, j][1]
        if (a, b) == (i - 1, j - 1):
            yield true[a], read[b]
        i, j = a, b


def page(lines, folder):
    text, image = os.path.join(folder, "page.txt"), os.path.join(folder, "page.png")
    with open(text, "w", encoding="utf-8") as out:
        out.writelines(" ".join(line) + "\n" for line in lines)
    subprocess.run(["pango-view", "--no-display", f"--font={random.choice(FONTS)}",
                    f"--dpi={random.choice([150, 200, 200, 250])}", "--margin=60", f"--output={image}", text],
                   check=True, capture_output=True)
    result = subprocess.run(["tesseract", image, "-", "-l", "eng", "--psm", "6"], check=True, capture_output=True,
                            env={**os.environ, "OMP_THREAD_LIMIT": "1"})
    return result.stdout.decode("utf-8").split()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("forms")
    parser.add_argument("frequencies")
    parser.add_argument("--pages", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    random.seed(arguments.seed)
    with open(arguments.forms, encoding="utf-8") as lines:
        forms = lines.read().split()
    common, shares, total = [], [], 0.0
    with open(arguments.frequencies, encoding="utf-8") as lines:
        for line in lines:
            level, _, words = line.partition("\t")
            for word in words.split():
                total += math.exp(-float(level) / 8)
                common.append(word)
                shares.append(total)
    pairs = collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(arguments.pages):
            lines = [line for line in drawn(forms, common, shares, 420) if line]
            true = [word for line in lines for word in line]
            pairs.update((b, a) for a, b in aligned(true, page(lines, folder)))
    for (damaged, true), count in pairs.most_common():
        print(damaged, true, count, sep="\t")


if __name__ == "__main__":
    sys.exit(main())
