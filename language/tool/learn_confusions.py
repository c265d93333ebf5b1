#!/usr/bin/env python3
"""Learns what recognition makes of which letters: the weights of data/confusions.tsv.

usage: learn_confusions.py --polish PAIRS.tsv --unigrams UNIGRAMS.tsv --foreign PAIRS.tsv > data/confusions.tsv

--polish    damaged and true words of an engine that knows Polish, only those that differ (damaged, true, count)
--unigrams  how often each true word stands in the same texts: what was read rightly
--foreign   all words, right and wrong, of an engine that knows no Polish: what make_pairs.py gives

Each pair is aligned letter by letter (lower case); neighbouring letters that differ are one confusion, of at
most two true and three damaged letters. Output: true, damaged, weight with an engine that knows Polish, weight
with one that does not; a weight is -ln of the share of the true letters that came out so, '-' where
that was never seen. Confusions seen fewer than 4 times, or for fewer than 0.01 %
(0.04 % where the engine knows no Polish) of their letters, are left out.
"""
import argparse
import collections
import math
import re
import sys

LETTERS = "aąbcćdeéęfghijklłmnńoópqrsśtuvwxyzźż"
BARE = dict(zip("ąćęłńóśźż", "acelnoszz"))
TRUE_AT_MOST, DAMAGED_AT_MOST = 2, 3
KEEP_SHARE, KEEP_COUNT = {"polish": 0.0001, "foreign": 0.0004}, 4
WORD = re.compile(rf"^[\W\d_]*?([{LETTERS}].*?)[\W\d_]*$")


def bare(letter):
    return BARE.get(letter, letter)


def align(true, damaged):
    """Segments (true letters, damaged letters) in order, letters that are the same one by one."""
    n, m = len(true), len(damaged)
    cost = [[0.0] * (m + 1) for _ in range(n + 1)]
    for i in range(n + 1):
        for j in range(m + 1):
            if i or j:
                best = math.inf
                if i and j:
                    x, y = true[i - 1], damaged[j - 1]
                    best = cost[i - 1][j - 1] + (0 if x == y else 0.4 if bare(x) == y else 1)
                if i: best = min(best, cost[i - 1][j] + 1.01)
                if j: best = min(best, cost[i][j - 1] + 1.01)
                cost[i][j] = best
    steps, i, j = [], n, m
    while i or j:
        x, y = (true[i - 1] if i else None), (damaged[j - 1] if j else None)
        if i and j and math.isclose(cost[i][j], cost[i - 1][j - 1] + (0 if x == y else 0.4 if bare(x) == y else 1)):
            steps.append((x, y)); i -= 1; j -= 1
        elif i and math.isclose(cost[i][j], cost[i - 1][j] + 1.01):
            steps.append((x, "")); i -= 1
        else:
            steps.append(("", y)); j -= 1
    segment = ["", ""]
    for x, y in reversed(steps):
        if x == y:
            if segment != ["", ""]: yield tuple(segment)
            segment = ["", ""]
            yield x, y
        elif x and y and segment[0] and len(segment[0]) == len(segment[1]):
            yield tuple(segment)  # one letter for one: confusions of their own
            segment = [x, y]
        else:
            segment[0] += x; segment[1] += y
    if segment != ["", ""]: yield tuple(segment)


def closed(segments):
    """What was put in or left out goes to the letter before it, or behind it."""
    result = []
    for true, damaged in segments:
        if not true or not damaged:
            if result:
                result[-1] = (result[-1][0] + true, result[-1][1] + damaged)
                continue
            result.append((true, damaged))
        elif result and (not result[-1][0] or not result[-1][1]):
            result[-1] = (result[-1][0] + true, result[-1][1] + damaged)
        else:
            result.append((true, damaged))
    return [s for s in result if s[0]]


def words(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if len(fields) == 3: yield fields[0], fields[1], int(fields[2])
            elif len(fields) == 2: yield fields[0], fields[0], int(fields[1])


def count(sources):
    seen, letters = collections.Counter(), collections.Counter()
    for damaged, true, times in sources:
        true = true.lower().rstrip(".,;:!?”\"")
        damaged = damaged.lower().rstrip(".,:!?”\"" if damaged[-1:] != ";" or true[-1:] == ";" else ".,:;!?”\"")
        if not true or not set(true) <= set(LETTERS) or not damaged: continue
        if damaged == true:
            letters.update({c: true.count(c) * times for c in set(true)})
            for a, b in zip(true, true[1:]): letters[a + b] += times
            seen.update({(c, c): true.count(c) * times for c in set(true)})
            continue
        segments = closed(align(true, damaged))
        if sum(a != b for a, b in segments) > max(2, len(true) // 3): continue  # another word, not damage
        for c in true: letters[c] += times
        for a, b in zip(true, true[1:]): letters[a + b] += times
        for a, b in segments: seen[a, b] += times
    return seen, letters


def weights(sources, share):
    seen, letters = count(sources)
    result = {}
    for (true, damaged), times in seen.items():
        if len(true) > TRUE_AT_MOST or len(damaged) > DAMAGED_AT_MOST or not damaged or not letters[true]: continue
        if true != damaged and (times < KEEP_COUNT or times / letters[true] < share):
            continue
        if true == damaged and len(true) > 1: continue
        result[true, damaged] = -math.log(min(1.0, times / letters[true]))
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--polish", "--unigrams", "--foreign"):
        parser.add_argument(name, required=True)
    arguments = parser.parse_args()
    polish = weights([*words(arguments.polish), *words(arguments.unigrams)], KEEP_SHARE["polish"])
    foreign = weights(words(arguments.foreign), KEEP_SHARE["foreign"])
    print("# Written by tool/learn_confusions.py; additions by hand stand in confusions_extra.tsv.")
    print("# true, damaged, weight with an engine that knows Polish, with one that does not")
    order = {c: i for i, c in enumerate(LETTERS)}
    for key in sorted({*polish, *foreign}, key=lambda k: ([order.get(c, 99) for c in k[0]], k[0] != k[1], k[1])):
        print(*key, *(f"{w[key]:.2f}" if key in w else "-" for w in (polish, foreign)), sep="\t")


if __name__ == "__main__":
    sys.exit(main())
