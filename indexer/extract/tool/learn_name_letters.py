#!/usr/bin/env python3
"""Learns which letters of surnames lose their diacritics: makes ../data/person_letters.tsv.

usage: learn_name_letters.py [--jar morfologik-polish.jar]

Reads the surnames of PoliMorf 2.1 (Debian: libmorfologik-stemming2-java), damages them as optical recognition
without Polish does, and counts, for each letter between two on either side, what it was. A row stands for a
letter that was more likely another than itself; of longer and shorter surroundings the longer is asked first.
Prints how many of every tenth surname, kept from learning, the rows put right.
"""

import argparse
import collections
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[2] / "gazetteer" / "tool"))
from dictionaries import PoliMorf  # noqa: E402

DAMAGE = dict(zip("ąęóńśćźżłŁŚŻŹĆ", "aeonsczztLSZZC"))
SURROUNDINGS = ((2, 2), (1, 2), (2, 1), (1, 1))
LEAST_SEEN, LEAST_SHARE = 3, 0.6

HEAD = """# Which letters of surnames had diacritics, for texts that have lost them; made by
# indexer/extract/tool/learn_name_letters.py from the surnames of PoliMorf.
# Columns: the letters before it (^: the name begins), the letter, the letters behind it ($: the name ends), all as
# they stand in the damaged name; the letter as it was.
"""


LONGEST_ENTRY = 80  # bytes of a form, its lemma and its tags; the automaton's own bookkeeping lies deeper


def entries(polimorf, node, prefix):
    """All of the dictionary's entries whose form begins with a capital letter."""
    arc = polimorf._first_arc(node)
    while True:
        path = prefix + bytes([polimorf._label(arc)])
        if prefix or path.isupper() or path[0] >= 0xC3:
            if polimorf._arcs[arc] & polimorf._FINAL:
                yield path
            target = polimorf._target(arc)
            if target and len(path) < LONGEST_ENTRY:
                yield from entries(polimorf, target, path)
        if polimorf._arcs[arc] & polimorf._LAST:
            return
        arc = polimorf._skip(arc)


def surnames(jar):
    polimorf, found = PoliMorf(jar), set()
    for path in entries(polimorf, polimorf._root, b""):
        form, _, rest = path.partition(b";")
        if b"subst:sg:nom:m1" not in rest.partition(b";")[2]:
            continue
        text = form.decode(errors="replace")
        if text[:1].isupper() and text[1:].islower() and text.isalpha() and len(text) > 3:
            found.add(text)
    return sorted(found)


def surroundings(name, at):
    framed = "^^" + name + "$$"
    for left, right in SURROUNDINGS:
        yield framed[at + 2 - left:at + 2].lstrip("^").rjust(1, "^") if left == 0 else framed[at + 2 - left:at + 2], \
            name[at], framed[at + 3:at + 3 + right]


def learn(names):
    counts = collections.defaultdict(collections.Counter)
    for name in names:
        damaged = "".join(DAMAGE.get(c, c) for c in name)
        for at, letter in enumerate(damaged):
            if letter in DAMAGE.values():
                for key in surroundings(damaged, at):
                    counts[key][name[at]] += 1
    return counts


def rows(counts):
    for (left, letter, right), seen in sorted(counts.items()):
        meant, times = seen.most_common(1)[0]
        total = sum(seen.values())
        if total >= LEAST_SEEN and times / total >= LEAST_SHARE:
            yield left, letter, right, meant


def restored(table, name):
    result = []
    for at, letter in enumerate(name):
        meant = next((table[key] for key in surroundings(name, at) if key in table), letter)
        result.append(meant)
    return "".join(result)


def pruned(table):
    """Without the rows that shorter surroundings tell as well."""
    kept = {}
    for size in reversed(SURROUNDINGS):
        for (left, letter, right), meant in table.items():
            if (len(left), len(right)) != size:
                continue
            shorter = [(left[len(left) - l:], letter, right[:r]) for l, r in SURROUNDINGS
                       if l <= size[0] and r <= size[1] and (l, r) != size]
            told = next((kept[key] for key in shorter if key in kept), letter)
            if told != meant:
                kept[left, letter, right] = meant
    return kept


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jar", default="/usr/share/java/morfologik-polish.jar")
    names = surnames(parser.parse_args().jar)
    table = pruned({(a, b, c): d for a, b, c, d in rows(learn([n for i, n in enumerate(names) if i % 10]))})
    kept_back = names[::10]
    damaged = ["".join(DAMAGE.get(c, c) for c in n) for n in kept_back]
    hurt = [(d, n) for d, n in zip(damaged, kept_back) if d != n]
    right = sum(restored(table, d) == n for d, n in hurt)
    harmed = sum(restored(table, n) != n for n in kept_back if n in damaged)
    print(f"{len(names)} surnames, {len(table)} rows; of {len(hurt)} damaged {right} restored; "
          f"of {len(kept_back) - len(hurt)} whole {harmed} harmed", file=sys.stderr)
    table = pruned({(a, b, c): d for a, b, c, d in rows(learn(names))})
    with open(HERE.parent / "data" / "person_letters.tsv", "w", encoding="utf-8") as out:
        out.write(HEAD)
        for (left, letter, right), meant in sorted(table.items()):
            out.write(f"{left}\t{letter}\t{right}\t{meant}\n")


if __name__ == "__main__":
    main()
