#!/usr/bin/env python3
"""Writes data/frequencies.tsv: how common Polish word forms are, as numbers.

usage: learn_frequencies.py UNIGRAMS.tsv [--keep 160000] > data/frequencies.tsv

UNIGRAMS.tsv: a word and its count a line. Counts are added up over case and quantised to quarters of
the natural logarithm of the share, so the table keeps an order of magnitude and no text. Words with
characters that are no Polish letters (older print's é is one) are left out.
Output: a line per level, `-4 * ln(share)` rounded, a tab, the forms in alphabetical order.
"""
import argparse
import collections
import math
import re
import sys

LETTERS = re.compile(r"[a-ząćęłńóśźżé]+")

def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("unigrams")
    parser.add_argument("--keep", type=int, default=160000)
    arguments = parser.parse_args()
    counts = collections.Counter()
    with open(arguments.unigrams, encoding="utf-8") as lines:
        for line in lines:
            word, _, count = line.rstrip("\n").partition("\t")
            word = word.lower()
            if LETTERS.fullmatch(word) and word != "null":
                counts[word] += int(count)
    total = sum(counts.values())
    levels = collections.defaultdict(list)
    for word, count in counts.most_common(arguments.keep):
        levels[round(-4 * math.log(count / total))].append(word)
    for level in sorted(levels):
        print(level, " ".join(sorted(levels[level])), sep="\t")


if __name__ == "__main__":
    sys.exit(main())
