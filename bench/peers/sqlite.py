#!/usr/bin/env python3
"""The bench's corpus and queries with SQLite's FTS5: words as they are, in lower case; facets by GROUP BY.

usage: sqlite.py index FOLDER         FOLDER/sqlite/corpus.db of FOLDER/corpus.tsv
       sqlite.py run FOLDER ROUNDS    asks FOLDER/queries.tsv; prints what szukajst_bench_query run prints
"""
import pathlib, sqlite3, statistics, sys, time

FACETS = ("kind", "place", "year", "official", "partner", "programme")
WARM_ROUNDS = 1


def opened(folder):
    path = pathlib.Path(folder) / "sqlite/corpus.db"
    path.parent.mkdir(exist_ok=True)
    database = sqlite3.connect(path)
    database.execute("PRAGMA mmap_size = 4000000000")
    database.execute("PRAGMA cache_size = -200000")
    return database


def index(folder):
    database = opened(folder)
    database.executescript("""
        PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
        CREATE TABLE documents (number INTEGER PRIMARY KEY, id TEXT);
        CREATE VIRTUAL TABLE texts USING fts5(text, tokenize = "unicode61 remove_diacritics 0");
        CREATE TABLE 'values' (number INTEGER PRIMARY KEY, facet INTEGER, value TEXT, UNIQUE (facet, value));
        CREATE TABLE facets (document INTEGER, value INTEGER, PRIMARY KEY (document, value)) WITHOUT ROWID;""")
    numbers = {}
    with open(f"{folder}/corpus.tsv", encoding="utf-8") as corpus:
        for number, line in enumerate(corpus, 1):
            columns = line.rstrip("\n").split("\t")
            database.execute("INSERT INTO documents VALUES (?, ?)", (number, columns[0]))
            database.execute("INSERT INTO texts (rowid, text) VALUES (?, ?)", (number, columns[8]))
            found = [(facet, value) for facet in range(len(FACETS)) for value in columns[2 + facet].split("|") if value]
            database.executemany("INSERT INTO facets VALUES (?, ?)",
                                 [(number, numbers.setdefault(pair, len(numbers) + 1)) for pair in found])
    database.executemany("INSERT INTO 'values' VALUES (?, ?, ?)", [(n, *pair) for pair, n in numbers.items()])
    database.execute("INSERT INTO texts (texts) VALUES ('optimize')")
    database.commit()
    database.execute("ANALYZE")
    database.close()


def ask(database, match, filters):
    """The total; the ids of the best ten and the counts of all values are fetched."""
    inside = "".join(" AND EXISTS (SELECT 1 FROM facets AS chosen WHERE chosen.document = texts.rowid AND chosen.value = ?)" for _ in filters)
    database.execute(f"SELECT id FROM texts JOIN documents ON number = texts.rowid WHERE texts MATCH ?{inside} "
                     "ORDER BY rank LIMIT 10", (match, *filters)).fetchall()
    counts = database.execute("SELECT facets.value, count(*) FROM texts JOIN facets ON document = texts.rowid "
                              f"WHERE texts MATCH ?{inside} GROUP BY facets.value", (match, *filters)).fetchall()
    names = database.execute("SELECT number FROM 'values' WHERE facet = 0").fetchall()
    kinds = {number for number, in names}
    return sum(count for value, count in counts if value in kinds)  # every document has one kind


def run(folder, rounds):
    database = opened(folder)
    asked = []
    for line in open(f"{folder}/queries.tsv", encoding="utf-8"):
        columns = line.rstrip("\n").split("\t")
        words = [f'"{word}"' for word in columns[3].split()]
        match = {"any": " OR ".join(words), "phrase": " + ".join(words)}.get(columns[2], " AND ".join(words))
        filters = []
        for text in columns[4].split("|") if columns[4] else ():
            facet, value = text.split("=", 1)
            filters.append(database.execute("SELECT number FROM 'values' WHERE facet = ? AND value = ?",
                                            (FACETS.index(facet), value)).fetchone()[0])
        asked.append((match, filters))
    times = [([], []) for _ in asked]
    totals = [0] * len(asked)
    for turn in range(-WARM_ROUNDS, rounds):
        for i, (match, filters) in enumerate(asked):
            begin, busy = time.perf_counter(), time.thread_time()
            totals[i] = ask(database, match, filters)
            if turn < 0: continue
            times[i][1].append(time.thread_time() - busy)
            times[i][0].append(time.perf_counter() - begin)
    for i, (wall, cpu) in enumerate(times):
        print(f"{i}\t{totals[i]}\t{statistics.median(wall) * 1e6:.1f}\t{statistics.median(cpu) * 1e6:.1f}")


if len(sys.argv) == 3 and sys.argv[1] == "index": index(sys.argv[2])
elif len(sys.argv) == 4 and sys.argv[1] == "run": run(sys.argv[2], int(sys.argv[3]))
else: sys.exit(__doc__)
