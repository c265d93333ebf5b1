#!/usr/bin/env python3
"""Writes data/frequencies.tsv: how common Polish word forms are, as numbers.

usage: learn_frequencies.py UNIGRAMS.tsv SZUKAJST [--least 10] > data/frequencies.tsv

UNIGRAMS.tsv: a word and its count a line. SZUKAJST: the program, which tells what the dictionaries have.
Counts are added up over case and quantised to quarters of the natural logarithm of the share, so the table
keeps an order of magnitude and no text. Kept are forms that the dictionaries have, and spellings of old print
that a rule leads to one: those of data/old_spelling.tsv, and words that were written as one ("odrazu",
"ktoby"). All else (foreign names and words, slips, words with characters that are no Polish letters) and what
was counted less than --least times is left out.
Output: a line per level, `-4 * ln(share)` rounded, a tab, the forms in alphabetical order.
"""
import argparse
import collections
import json
import math
import pathlib
import re
import subprocess
import sys

LETTERS = re.compile(r"[a-ząćęłńóśźżé]+")
# What old print wrote as one with the word behind it, and with the word before it.
JOINED_BEFORE = "z ze na po od ode nad nade przed przede pod za w we do u nie poza naj roz bez o".split()
JOINED_BEHIND = "by bym byś byśmy m ś ż że li ć".split()
RULES = pathlib.Path(__file__).parent.parent / "data" / "old_spelling.tsv"


def read_rules():
    for line in RULES.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            old, _, new = line.partition("\t")
            yield old, new


def as_written_now(form, rules):
    """Every word that one rule, or taking joined words apart, makes of the form."""
    for old, new in rules:
        if old.endswith("$"):
            if form.endswith(old[:-1]):
                yield form[:len(form) - len(old) + 1] + new
            continue
        at = form.find(old)
        while at >= 0:
            yield form[:at] + new + form[at + len(old):]
            at = form.find(old, at + 1)
    for before in JOINED_BEFORE:
        if form.startswith(before) and len(form) >= len(before) + 2:
            yield form[len(before):]
    for behind in JOINED_BEHIND:
        if form.endswith(behind) and len(form) >= len(behind) + 2:
            yield form[:-len(behind)]


def in_dictionaries(szukajst, words):
    """Those of the words, all in small letters, that a dictionary has so or with a capital."""
    words = sorted(words)
    asked = words + [word.capitalize() for word in words]
    run = subprocess.run([szukajst, "analyze", "--json", "--lines"], input="".join(word + "\n" for word in asked),
                         capture_output=True, text=True, encoding="utf-8", check=True)
    known = set()
    for word, line in zip(asked, run.stdout.splitlines(), strict=True):
        tokens = json.loads(line)["tokens"]
        if len(tokens) == 1 and tokens[0].get("source") in ("polimorf", "hunspell"):
            known.add(word.lower())
    return known


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("unigrams")
    parser.add_argument("szukajst")
    parser.add_argument("--least", type=int, default=10)
    arguments = parser.parse_args()
    counts = collections.Counter()
    with open(arguments.unigrams, encoding="utf-8") as lines:
        for line in lines:
            word, _, count = line.rstrip("\n").partition("\t")
            word = word.lower()
            if LETTERS.fullmatch(word) and word != "null":
                counts[word] += int(count)
    total = sum(counts.values())
    often = [word for word, count in counts.items() if count >= arguments.least]
    kept = in_dictionaries(arguments.szukajst, often)
    rules = list(read_rules())
    led_to = {}
    for word in often:
        if word not in kept:
            once = set(filter(None, as_written_now(word, rules)))
            led_to[word] = once.union(*(filter(None, as_written_now(other, rules)) for other in once))
    known = in_dictionaries(arguments.szukajst, set().union(*led_to.values()))
    kept |= {word for word, modern in led_to.items() if modern & known}
    levels = collections.defaultdict(list)
    for word in kept:
        levels[round(-4 * math.log(counts[word] / total))].append(word)
    for level in sorted(levels):
        print(level, " ".join(sorted(levels[level])), sep="\t")


if __name__ == "__main__":
    sys.exit(main())
