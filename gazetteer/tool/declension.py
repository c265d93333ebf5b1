"""Declines Polish place names.

A word's ending allows a few paradigms; each gives its candidates for every case, the likelier first.
The dictionaries choose among them: a paradigm scores by how many of its cases they attest, and within
the best one only attested candidates stay. Where no dictionary knows the word, the order of the
paradigms decides, and paradigms that are equally likely are both kept. tool/exceptions.tsv overrules
everything, for a whole name or for one word of any name.
"""

import itertools
import re

CASES = ("nominative", "genitive", "dative", "accusative", "instrumental", "locative")
_TAG_CASES = {"nominative": "nom", "genitive": "gen", "dative": "dat", "accusative": "acc",
              "instrumental": "inst", "locative": "loc"}
_OBLIQUE = ("genitive", "dative", "instrumental", "locative")

# What a hard consonant becomes before the -e of locative and dative; the longest that fits.
_SOFTENED = {
    "st": "ści", "zd": "ździ", "sł": "śl", "zł": "źl", "sn": "śni", "zn": "źni", "sm": "śmi", "ch": "sz",
    "t": "ci", "d": "dzi", "ł": "l", "r": "rz", "n": "ni", "m": "mi", "b": "bi", "p": "pi", "w": "wi", "f": "fi",
    "s": "si", "z": "zi", "k": "c", "g": "dz", "h": "sz",
}
# Soft consonants before a vowel.
_SOFT_SPELLING = {"dź": "dzi", "ń": "ni", "ć": "ci", "ś": "si", "ź": "zi"}
# Historically soft: endings of the soft declension, no -i-.
_HARDENED = ("cz", "sz", "rz", "dz", "dż", "ż", "c")
# Masculine nouns with these endings have -u in the genitive.
_GENITIVE_U = ("bór", "gród", "brzeg", "gard", "las", "bród", "most", "staw", "dół", "ług", "róg", "zdrój",
               "dwór", "targ", "brzeg", "port", "folwark", "młyn", "tartak", "park", "majorat", "stok")
# Words after which the rest of a name stays as it is: "Grabów nad Pilicą".
_PREPOSITIONS = ("nad", "pod", "w", "we", "na", "koło", "przy", "k.", "za", "i", "u", "św.")
_ADJECTIVE = re.compile(r".*(sk|ck|dzk)[iae]$")
# Neuters in the plural, "Pobiedziska", that only look like "Piska", "Śląska".
_PLURAL_ISKA = re.compile(r"...iska$")


def _alternate(stem):
    """The stem with its last ó → o, ą → ę, as inflection changes them: Dwór → Dwor-."""
    return [stem[:at] + new + stem[at + 1:] for old, new in (("ó", "o"), ("ą", "ę"))
            if (at := stem.rfind(old)) >= 0 and not re.search("[aeiouy]", stem[at + 1:])]


def _soften(stem):
    """Stems before the locative's -e, the likeliest first: Krosn- → Krośni-, Miast- → Mieści-."""
    found = []
    digraph = re.search("(sz|rz|cz|dz)[tdnłm]$", stem)
    for size in (2, 1):
        ending = stem[-size:]
        if ending in _SOFTENED and not (size == 2 and digraph and ending != "ch"):
            found.append(stem[:-size] + _SOFTENED[ending])
    for soft in list(found):
        at = max(soft.rfind(vowel) for vowel in "ao") if len(soft) > 2 else -1
        if at > 0 and not re.search("[eiouyąęó]", soft[at + 1:-1].rstrip("i")):
            found.append(soft[:at] + "e" + soft[at + 1:])
    return found


def _soft_end(stem):
    """Whether the stem belongs to the soft declension, and how it is spelled before a vowel."""
    for hard, soft in _SOFT_SPELLING.items():
        if stem.endswith(hard):
            return stem[:-len(hard)] + soft
    if stem.endswith(_HARDENED) or stem.endswith(("l", "j", "i")):
        return stem
    return None


def _masculine_stems(word):
    stems = []
    if word.endswith("iek"):
        stems.append(word[:-3] + "k")
    if word.endswith("ek"):
        stems.append(word[:-2] + "k")
    if word.endswith("iec"):
        base = word[:-3]
        for hard, soft in (("dz", "dź"), ("n", "ń"), ("s", "ś"), ("z", "ź"), ("c", "ć")):
            if base.endswith(hard):
                stems.append(base[:-len(hard)] + soft + "c")
                break
        stems.append(base + "c")
    elif word.endswith("rzec"):
        stems += [word[:-4] + "rc", word[:-2] + "c"]
    elif word.endswith("ec"):
        stems.append(word[:-2] + "c")
    changed = _alternate(word)
    if word.endswith("ów") or re.search("ó[jrdzgłżb]$", word):
        stems += changed
        changed = []
    stems.append(word)
    stems += changed
    match = re.search("i?e([nńłlrwtms])$", word)
    if match and len(word) > 4:
        stems.append(word[:match.start()] + match.group(1))
        if word[match.start() - 1] in "nsz" and word[match.start()] == "i":
            soft = {"n": "ń", "s": "ś", "z": "ź"}[word[match.start() - 1]]
            stems.append(word[:match.start() - 1] + soft + match.group(1))
    return list(dict.fromkeys(stems))


def _masculine(word):
    forms = {case: [] for case in CASES}
    forms["nominative"] = forms["accusative"] = [word]
    endings = ("u", "a") if word.lower().endswith(_GENITIVE_U) else ("a", "u")
    for stem in _masculine_stems(word):
        variants = []
        soft = _soft_end(stem)
        if soft:
            variants.append((soft, True))
        else:
            variants.append((stem, False))
            if stem[-1] in "pbmwf":  # soft at the end of the word only in other cases: Wrocław, Bytom
                variants.insert(0 if stem.endswith("sław") else 1, (stem + "i", True))
        for base, is_soft in variants:
            forms["genitive"] += [base + ending for ending in endings]
            forms["dative"] += [base + "owi"]
            if is_soft:
                forms["instrumental"].append(base + "em")
                forms["locative"].append(base + "u")
            elif base.endswith(("k", "g")):
                forms["instrumental"].append(base + "iem")
                forms["locative"].append(base + "u")
            else:
                forms["instrumental"].append(base + "em")
                forms["locative"] += [base + "u"] if base.endswith("h") else [s + "e" for s in _soften(base)]
    return forms


def _neuter(word):
    stem = word[:-1]
    forms = {"nominative": [word], "accusative": [word], "genitive": [stem + "a"], "dative": [stem + "u"]}
    forms["instrumental"] = [stem + ("iem" if stem.endswith(("k", "g")) else "em")]
    hard = word.endswith("o") and not _soft_end(stem) and not stem.endswith(("k", "g", "ch"))
    forms["locative"] = [s + "e" for s in _soften(stem)] if hard else [stem + "u"]
    return forms


def _zero_genitives(stem):
    """The plural's genitive without ending: Błaszk- → Błaszek, Babic- → Babic, Stajni- → Stajni, Stajen."""
    found = []
    if stem.endswith("i"):
        base = stem[:-1]
        for soft, spelled in _SOFT_SPELLING.items():
            if stem.endswith(spelled):
                base = stem[:-len(spelled)] + soft
                break
        return [base, stem]
    if re.search("[bcćdfghjklłmnńprsśtwzźż]k$", stem):
        found.append(stem[:-1] + "ek")
        hard = {"ń": "ni", "ś": "si", "ź": "zi", "ć": "ci"}.get(stem[-2])
        if hard:
            found.insert(0, stem[:-2] + hard + "ek")
    elif re.search("[bdłlmnprw]c$", stem):
        found.append(stem[:-1] + ("iec" if stem[-2] in "bmnpw" else "ec"))
    elif re.search("[bcdfghjkmprstwzż][nłlr]$", stem) and not stem.endswith(("rn", "rl")):
        found.append(stem[:-1] + ("ie" if stem[-2] in "kg" else "e") + stem[-1])
    found.append(stem)
    if stem[-2:-1] == "o":
        found.insert(-1 if stem.endswith("ow") else len(found), stem[:-2] + "ó" + stem[-1])
    return found


def _plural(word):
    stem = word[:-1]
    genitives = _zero_genitives(stem) + [stem + "ów"]
    if stem.endswith(("l", "j") + _HARDENED):
        genitives.append(stem + ("i" if stem.endswith(("l", "j")) else "y"))
    return {"nominative": [word], "accusative": [word], "genitive": genitives, "dative": [stem + "om"],
            "instrumental": [stem + "ami"], "locative": [stem + "ach"]}


def _plural_eta(word):
    stem = word[:-3]
    return {"nominative": [word], "accusative": [word], "genitive": [stem + "ąt"], "dative": [stem + "ętom"],
            "instrumental": [stem + "ętami"], "locative": [stem + "ętach"]}


def _feminine(word):
    stem = word[:-1]
    forms = {"nominative": [word], "accusative": [stem + "ę"], "instrumental": [stem + "ą"]}
    if stem.endswith("i"):
        foreign = re.search("([dtrlkgc]|[aeiou]n|on)i$", stem) and not re.search("(dz|c|yn|in)i$", stem)
        genitive = [stem + "i", stem] if foreign else [stem, stem + "i"]
        other = genitive
    elif stem.endswith("j"):
        genitive = other = [stem[:-1] + "i"] if stem[-2:-1] in "aeouy" else [stem + "i"]
    elif stem.endswith("l"):
        genitive = other = [stem + "i"]
    elif stem.endswith(_HARDENED):
        genitive = other = [stem + "y"]
    else:
        genitive = [stem + ("i" if stem.endswith(("k", "g")) else "y")]
        other = [soft + "e" for soft in _soften(stem)]
    forms["genitive"], forms["dative"], forms["locative"] = genitive, other, other
    return forms


def _feminine_consonant(word):
    forms = {"nominative": [word], "accusative": [word], "genitive": [], "instrumental": []}
    for stem in _alternate(word) + [word]:
        soft = _soft_end(stem)
        if soft and soft.endswith("i"):
            forms["genitive"].append(soft)
            forms["instrumental"].append(soft + "ą")
        elif soft and soft.endswith("j"):
            forms["genitive"].append(soft[:-1] + "i")
            forms["instrumental"].append(soft + "ą")
        elif soft and soft.endswith(_HARDENED):
            forms["genitive"].append(soft + "y")
            forms["instrumental"].append(soft + "ą")
        else:
            forms["genitive"].append(stem + "i")
            forms["instrumental"].append(stem + "ią" if stem[-1] in "pbmw" else stem + "ą")
    forms["dative"] = forms["locative"] = forms["genitive"]
    return forms


def adjective(word):
    """Paradigms of an adjective by gender and number ("m", "f", "n", "pl"), from any nominative."""
    stem = word[:-1]
    narrow = stem.endswith(("k", "g"))  # Wielka, Wielkiej: an i before e and y
    if stem.endswith("i"):  # Niżnia, Tania
        stem, e, y = stem[:-1], "ie", "i"
    elif word.endswith("ie") or word.endswith("i") or narrow:
        stem = stem[:-1] if word.endswith("ie") else stem
        e, y = "ie", "i"
    else:
        e, y = "e", "y"
    a, ą = ("ia", "ią") if e == "ie" and not stem.endswith(("k", "g")) else ("a", "ą")
    nominative_m = stem + y
    return {
        "m": {"nominative": [nominative_m], "genitive": [stem + e + "go"], "dative": [stem + e + "mu"],
              "accusative": [nominative_m], "instrumental": [stem + y + "m"], "locative": [stem + y + "m"]},
        "f": {"nominative": [stem + a], "genitive": [stem + e + "j"], "dative": [stem + e + "j"],
              "accusative": [stem + ą], "instrumental": [stem + ą], "locative": [stem + e + "j"]},
        "n": {"nominative": [stem + e], "genitive": [stem + e + "go"], "dative": [stem + e + "mu"],
              "accusative": [stem + e], "instrumental": [stem + e + "m", stem + y + "m"],
              "locative": [stem + e + "m", stem + y + "m"]},
        "pl": {"nominative": [stem + e], "genitive": [stem + y + "ch"], "dative": [stem + y + "m"],
               "accusative": [stem + e], "instrumental": [stem + y + "mi"], "locative": [stem + y + "ch"]},
    }


def _paradigms(word):
    """(gender or number, whether adjectival, forms), the likelier first."""
    last = word[-1]
    if word.endswith("ęta"):
        return [("pl", False, _plural_eta(word))]
    if last == "a" and _PLURAL_ISKA.search(word):
        return [("pl", False, _plural(word))]
    if last == "a":
        found = [("f", False, _feminine(word)), ("f", True, adjective(word)["f"])]
        return found[::-1] if re.search("(sk|ck|ąc)a$", word) else found
    if last == "o":
        return [("n", False, _neuter(word))]
    if last == "e":
        plural = ("pl", False, _plural(word))
        neuter = ("n", False, _neuter(word))
        adjectival = ("n", True, adjective(word)["n"])
        if re.search("(ic|yc|[lnwbrk]c|cz|sz|ż)e$", word):
            return [plural, neuter, adjectival]
        if re.search("([wnrłtmd]|sk|ck|gi|ki)e$", word) and not word.endswith("nie"):
            return [adjectival, plural, neuter]
        return [neuter, plural, adjectival]
    if last in "yi":
        return [("pl", False, _plural(word)), ("m", True, adjective(word)["m"])]
    if last in "uę":
        return []
    found = [("m", False, _masculine(word)), ("f", False, _feminine_consonant(word))]
    feminine_first = re.search("(ość|[^e]ść|cz|óż|ódź|iedź|iel)$", word) and not word.endswith("icz")
    return found[::-1] if feminine_first else found


class Declension:
    def __init__(self, polimorf, hunspell, exceptions):
        self._polimorf = polimorf
        self._hunspell = hunspell
        self._exceptions = exceptions  # name or word → forms by case
        self.unknown = set()  # words that no dictionary attests

    def _attested(self, word, form, case, number):
        """3 by PoliMorf as a name, 2 by hunspell, 1 as a common word, 0 not at all."""
        best = 0
        for spelling, lemma, points in ((form, word, 3), (form.lower(), word.lower(), 1)):
            for known, tag in self._polimorf.readings(spelling):
                part = tag.split(":")
                if known == lemma and part[0] == "subst" and part[1] == number and len(part) > 3 \
                        and _TAG_CASES[case] in part[2].split(".") and part[3] != "m1":
                    best = max(best, points)
        if any(form in forms for forms in self._hunspell.paradigms(word)):
            best = max(best, 2)
        return best

    def word(self, word, gender=None):
        """Paradigms of one noun as (gender, forms); those the dictionaries know, or all likely ones."""
        if word in self._exceptions:
            return [self._exceptions[word]]
        if not re.search("[aeiouyąęó]", word.lower()):  # a letter or a number: "Kolonia B"
            return [(gender or "n", {case: [word] for case in CASES})]
        scored = []
        for kind, adjectival, forms in _paradigms(word):
            if gender and kind != gender:
                continue
            number = "pl" if kind == "pl" else "sg"
            score = 0
            chosen = dict(forms)
            for case in _OBLIQUE:
                points = [(self._attested(word, form, case, number), form) for form in forms[case]]
                best = max(points)[0]
                score += best
                if adjectival:
                    pass  # -em and -ym are both written: "w Zakopanem", "w Poświętnym"
                elif best:
                    # The likeliest of those best attested; of the plural's genitives all of them.
                    found = [form for point, form in points if point == best]
                    chosen[case] = found if kind == "pl" or best == 3 else found[:1]
                else:
                    chosen[case] = self._default(word, kind, case, forms[case])
            if adjectival and not score:
                score = self._adjective_score(word)
            scored.append((score, kind, chosen))
        if not scored:
            return [(gender or "n", {case: [word] for case in CASES})]
        best = max(score for score, _, _ in scored)
        if best == 0:
            self.unknown.add(word)
            both = 2 if re.search("(ow|aw|ew|n|[^z]e|sz)a$|[nwrłt]e$", word) else 1
            return [(kind, forms) for _, kind, forms in scored[:both]]
        found = [(kind, forms) for score, kind, forms in scored if score == best]
        # Dictionaries list the plurals of neuters too: a name in -e that may be singular is.
        return [entry for entry in found if entry[0] == "n"][:1] or found[:2] if word.endswith("e") else found[:2]

    def _adjective_score(self, word):
        known = any(tag.startswith("adj:") and ":nom" in tag for _, tag in self._polimorf.readings(word.lower()))
        return 2 if known else 0

    def _default(self, word, kind, case, candidates):
        if kind == "pl" and case == "genitive" and not re.search("(ic|yc)e$|[aeiouy](n|w|c)[ye]$", word):
            return list(dict.fromkeys([candidates[0], word[:-1] + "ów"]))
        if kind == "m" and case == "genitive" and not word.endswith(("ów", "in", "yn", "ec", "ń", "sk", "ck")):
            return candidates[:2]
        return candidates[:1]

    def _is_adjective(self, word, first):
        if word in self._exceptions or (first and _PLURAL_ISKA.search(word)):
            return False
        if _ADJECTIVE.match(word):
            return True
        return self._adjective_score(word) > 0

    def _is_noun(self, word):
        return any(self._attested(word, form, "genitive", "pl" if kind == "pl" else "sg")
                   for kind, adjectival, forms in _paradigms(word) if not adjectival for form in forms["genitive"])

    def name(self, name):
        """Forms of a whole name by case: lists, the likeliest first."""
        if name in self._exceptions:
            return self._exceptions[name][1]
        found = {case: [] for case in CASES}
        for paradigm in self._whole(name):
            for case in CASES:
                found[case] += [form for form in paradigm[case] if form not in found[case]]
        found["nominative"] = [name]
        return found

    def _whole(self, name):
        words = name.split(" ")
        if "-" in name and len(words) > 1:  # "Wrocław-Psie Pole"; a river's name stays behind its "nad"
            parts = name.split("-")
            if not any(word.lower() in _PREPOSITIONS for word in words[1:]) and " " in parts[-1]:
                return [_joined([self._merged(self._whole(part)) for part in parts], "-")]
        for at, word in enumerate(words):
            if at and word.lower() in _PREPOSITIONS:
                tail = " " + " ".join(words[at:])
                return [_suffixed(forms, tail) for forms in self._whole(" ".join(words[:at]))]
        if len(words) > 1:
            return self._phrase(words)
        if "-" in name:
            return [_joined([self._merged(self._whole(part)) for part in name.split("-")], "-")]
        return [forms for _, forms in self.word(name)]

    def _phrase(self, words):
        if words[-1].endswith("ów") and not words[0].endswith("y"):  # "Osiedle Kosmonautów": of whom it is
            return [_suffixed(forms, " " + words[-1]) for forms in self._whole(" ".join(words[:-1]))]
        adjectives = [self._is_adjective(word, at == 0) and "-" not in word for at, word in enumerate(words)]
        if all(adjectives):
            nouns = [at for at, word in enumerate(words) if not _ADJECTIVE.match(word) and self._is_noun(word)]
            if len(nouns) == 1:
                adjectives[nouns[0]] = False
        if all(adjectives):  # "Biała Rawska", "Stara Biała": one of them is the name, the rest agree
            kind = {"a": "f", "e": "n"}.get(words[0][-1], "m")
            return [_agreeing([adjective(word)[kind] for word in words])]
        heads = [at for at, is_adjective in enumerate(adjectives) if not is_adjective]
        if len(heads) == 1:
            head = words[heads[0]]
            agreements = [self._agreement(words[at]) for at in range(len(words)) if adjectives[at]]
            options = [kind for kind in agreements[0] if all(kind in others for others in agreements)]
            paradigms = self._whole(head) if "-" in head else None
            found = []
            for kind in options:
                # Beside an adjective of its own the noun's likelier paradigm is the only one.
                for noun in (paradigms or [forms for _, forms in self.word(head, kind)])[:1]:
                    parts = [_attributive(word, kind) if adjectives[at] else noun for at, word in enumerate(words)]
                    found.append(_joined(parts, " "))
            if found:
                return self._likeliest(head, options, found)
        return [_joined([self._merged(self._whole(word)) for word in words], " ")]

    def _agreement(self, adjective_word):
        return {"a": ("f",), "e": ("n", "pl"), "i": ("m",), "y": ("m",)}[adjective_word[-1]]

    def _likeliest(self, head, options, found):
        if len(options) == 1:
            return found
        return [found[options.index("pl" if self._is_plural(head) else "n")]]

    def _is_plural(self, noun):
        if noun in self._exceptions:
            return self._exceptions[noun][0] == "pl"
        if noun[-1] in "yi" or noun.endswith("ęta") or _PLURAL_ISKA.search(noun):
            return True
        return noun[-1] == "e" and self.word(noun)[0][0] == "pl"

    def _merged(self, paradigms):
        merged = {case: [] for case in CASES}
        for forms in paradigms:
            for case in CASES:
                merged[case] += [form for form in forms[case] if form not in merged[case]]
        return merged


def _attributive(word, kind):
    """An adjective beside a noun: "w Dobrym Mieście", never the -em of "w Zakopanem"."""
    return {case: forms[-1:] for case, forms in adjective(word)[kind].items()}


def _agreeing(parts):
    """Adjectives that stand together as a name, each with the same choice of ending."""
    return {case: [" ".join(choice) for choice in zip(*(part[case] for part in parts))] for case in CASES}


def _suffixed(forms, tail):
    return {case: [form + tail for form in forms[case]] for case in CASES}


def _joined(parts, joiner, most=4):
    return {case: [joiner.join(choice) for choice in itertools.product(*(part[case] for part in parts))][:most]
            for case in CASES}


def county_adjective(name):
    """All singular and all plural forms of "toruński", "kujawsko-pomorskie", "łódzki wschodni"."""
    paradigms = [adjective(word[:-1] + "i" if word.endswith("ie") else word) for word in name.split(" ")]
    singular, plural = [], []
    for kind in ("m", "f", "n", "pl"):
        joined = _joined([paradigm[kind] for paradigm in paradigms], " ", most=1)
        for case in CASES:
            (plural if kind == "pl" else singular).append(joined[case][0])
    return list(dict.fromkeys(singular)), list(dict.fromkeys(plural))
