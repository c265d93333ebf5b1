"""What the two Polish dictionaries say of a word: PoliMorf (tags) and hunspell-pl (forms)."""

import re
import zipfile

_DICT = "morfologik/stemming/polish/polish.dict"


class PoliMorf:
    """Look-ups in the dictionary of libmorfologik-stemming2-java, an automaton in the CFSA2 format."""

    _NEXT, _LAST, _FINAL, _LABEL = 0x80, 0x40, 0x20, 0x1F

    def __init__(self, jar):
        with zipfile.ZipFile(jar) as archive:
            data = archive.read(_DICT)
        if data[:5] != b"\\fsa\xc6":
            raise ValueError(f"{jar}: {_DICT} is no CFSA2 automaton")
        flags = int.from_bytes(data[5:7], "big")
        self._numbers = bool(flags & (1 << 8))
        size = data[7]
        self._labels = data[8:8 + size]
        self._arcs = data[8 + size:]
        self._root = self._target(self._first_arc(0))
        self._cache = {}

    def _vint_end(self, at):
        while self._arcs[at] & 0x80:
            at += 1
        return at + 1

    def _vint(self, at):
        value = shift = 0
        while True:
            byte = self._arcs[at]
            value |= (byte & 0x7F) << shift
            if not byte & 0x80:
                return value
            shift, at = shift + 7, at + 1

    def _first_arc(self, node):
        return self._vint_end(node) if self._numbers else node

    def _label(self, arc):
        index = self._arcs[arc] & self._LABEL
        return self._labels[index] if index else self._arcs[arc + 1]

    def _skip(self, arc):
        flags = self._arcs[arc]
        at = arc + (1 if flags & self._LABEL else 2)
        return at if flags & self._NEXT else self._vint_end(at)

    def _target(self, arc):
        flags = self._arcs[arc]
        if flags & self._NEXT:
            while not self._arcs[arc] & self._LAST:
                arc = self._skip(arc)
            return self._skip(arc)
        return self._vint(arc + (1 if flags & self._LABEL else 2))

    def _arc(self, node, label):
        arc = self._first_arc(node)
        while True:
            if self._label(arc) == label:
                return arc
            if self._arcs[arc] & self._LAST:
                return None
            arc = self._skip(arc)

    def _endings(self, node, prefix):
        arc = self._first_arc(node)
        while True:
            path = prefix + bytes([self._label(arc)])
            if self._arcs[arc] & self._FINAL:
                yield path
            target = self._target(arc)
            if target:
                yield from self._endings(target, path)
            if self._arcs[arc] & self._LAST:
                return
            arc = self._skip(arc)

    def readings(self, form):
        """(lemma, tag) pairs of exactly this spelling; tags that share an entry come one by one."""
        if form not in self._cache:
            self._cache[form] = self._read(form.encode())
        return self._cache[form]

    def _read(self, word):
        node = self._root
        for byte in word + b";":
            arc = self._arc(node, byte) if node else None
            if arc is None:
                return []
            node = self._target(arc)
        found = []
        for entry in self._endings(node, b""):
            code, _, tags = entry.partition(b";")
            cut = [(byte - ord("A")) & 0xFF for byte in code[:2]]
            stem = b"" if 255 in cut else word[cut[0]:len(word) - cut[1]]
            lemma = (stem + code[2:]).decode()
            found += [(lemma, tag) for tag in tags.decode().split("+")]
        return found

    def common_word(self, form):
        """Whether the form, in lower case, is a form of a word that is no proper name."""
        return any(lemma[:1].islower() for lemma, _ in self.readings(form.lower()))

    def headword(self, form):
        """Whether it is one as lists and headings have it: a noun's nominative, an adjective."""
        return any(lemma[:1].islower() and (tag.startswith("adj:") or re.match(r"subst:(sg|pl):nom|ger:sg:nom", tag))
                   for lemma, tag in self.readings(form.lower()))


class Hunspell:
    """The forms that hunspell-pl's affix rules make of a lemma."""

    def __init__(self, aff, dic):
        self._rules = {}
        with open(aff, encoding="iso-8859-2") as lines:
            for line in lines:
                part = line.split()
                if len(part) >= 5 and part[0] == "SFX":
                    strip = "" if part[2] == "0" else part[2]
                    rule = (strip, "" if part[3] == "0" else part[3].split("/")[0], re.compile(f"(?:{part[4]})$"))
                    self._rules.setdefault(part[1], []).append(rule)
        self._flags = {}
        with open(dic, encoding="iso-8859-2") as lines:
            next(lines)
            for line in lines:
                lemma, _, flags = line.strip().partition("/")
                self._flags.setdefault(lemma, []).append(flags)

    def paradigms(self, lemma):
        """A set of forms for each entry of the lemma; empty for an unknown lemma or one without rules."""
        found = []
        for flags in self._flags.get(lemma, []):
            forms = {lemma}
            for flag in flags:
                for strip, add, condition in self._rules.get(flag, []):
                    if lemma.endswith(strip) and condition.search(lemma):
                        forms.add(lemma[:len(lemma) - len(strip)] + add)
            if len(forms) > 1:
                found.append(forms)
        return found
