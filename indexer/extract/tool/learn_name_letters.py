#!/usr/bin/env python3
"""Learns which letters of surnames lose their diacritics: makes ../data/person_letters.tsv.

usage: learn_name_letters.py [--jar morfologik-polish.jar]

Reads the surnames of PoliMorf 2.1 (Debian: libmorfologik-stemming2-java), damages them as optical recognition
without Polish does, and counts, for each letter between up to three on either side, what it was. A row stands for
a letter that was more likely another than itself, or than shorter surroundings say; the longest that is there is asked.
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
SURROUNDINGS = ((1, 1), (2, 1), (1, 2), (2, 2), (3, 2), (2, 3), (3, 3))
PRIOR = 4  # how many sightings what shorter surroundings tell is worth
LEAST_SHARE = 0.66

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
    """The letter between ever longer surroundings, as the table's rows have it."""
    framed = "^^^" + name + "$$$"
    for left, right in SURROUNDINGS:
        yield framed[at + 3 - left:at + 3], name[at], framed[at + 4:at + 4 + right]


def learn(names):
    counts = collections.defaultdict(collections.Counter)
    for name in names:
        damaged = "".join(DAMAGE.get(c, c) for c in name)
        for at, letter in enumerate(damaged):
            if letter in DAMAGE.values():
                for key in surroundings(damaged, at):
                    counts[key][name[at]] += 1
    return counts


def shorter(key):
    """The surroundings that lie within those of the key, the longest first."""
    left, letter, right = key
    for l, r in reversed(SURROUNDINGS):
        if l <= len(left) and r <= len(right) and (l, r) != (len(left), len(right)):
            yield left[len(left) - l:], letter, right[:r]


def rows(counts):
    """What each letter was, where the rows of shorter surroundings do not tell it as well."""
    told = {}
    for size in SURROUNDINGS:
        for key in [key for key in counts if (len(key[0]), len(key[2])) == size]:
            letter, shares = key[1], None
            for known in [*reversed(list(shorter(key))), key]:  # what was seen oftener weighs more
                seen = counts.get(known)
                if not seen:
                    continue
                total = sum(seen.values())
                if shares is None:
                    shares = {meant: times / total for meant, times in seen.items()}
                else:
                    shares = {meant: (seen[meant] + PRIOR * shares.get(meant, 0)) / (total + PRIOR)
                              for meant in {*shares, *seen}}
            likeliest = max(sorted(shares), key=shares.get)
            meant = likeliest if likeliest == letter or shares[likeliest] >= LEAST_SHARE else letter
            if meant != next((told[known] for known in shorter(key) if known in told), letter):
                told[key] = meant
    return told


def restored(table, name):
    result = []
    for at, letter in enumerate(name):
        keys = reversed(list(surroundings(name, at)))
        result.append(next((table[key] for key in keys if key in table), letter))
    return "".join(result)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jar", default="/usr/share/java/morfologik-polish.jar")
    names = surnames(parser.parse_args().jar)
    table = rows(learn([n for i, n in enumerate(names) if i % 10]))
    kept_back = names[::10]
    damaged = ["".join(DAMAGE.get(c, c) for c in n) for n in kept_back]
    hurt = [(d, n) for d, n in zip(damaged, kept_back) if d != n]
    right = sum(restored(table, d) == n for d, n in hurt)
    harmed = sum(restored(table, n) != n for n in kept_back if n in damaged)
    print(f"{len(names)} surnames, {len(table)} rows; of {len(hurt)} damaged {right} restored; "
          f"of {len(kept_back) - len(hurt)} whole {harmed} harmed", file=sys.stderr)
    table = rows(learn(names))
    with open(HERE.parent / "data" / "person_letters.tsv", "w", encoding="utf-8") as out:
        out.write(HEAD)
        for (left, letter, right), meant in sorted(table.items()):
            out.write(f"{left}\t{letter}\t{right}\t{meant}\n")


if __name__ == "__main__":
    main()
