#!/usr/bin/env python3
"""The bench's corpus and queries with Omega: indexed by scriptindex, asked as a web server asks it, a process a
query. It has no facets; what it gives is the ids of the best ten and the total.

usage: omega.py index FOLDER         FOLDER/omega/corpus of FOLDER/corpus.tsv
       omega.py run FOLDER ROUNDS    asks FOLDER/queries.tsv; prints what szukajst_bench_query run prints
"""
import os, pathlib, resource, statistics, subprocess, sys, time, urllib.parse

FACETS = ("kind", "place", "year", "official", "partner", "programme")
PROGRAM = "/usr/lib/cgi-bin/omega/omega"
SCRIPT = "id : boolean=Q field\ntext : index field\n" + "".join(
    f"{facet} : boolean=X{facet.upper()}\n" for facet in FACETS)
TEMPLATE = "$set{stemmer,none}$set{default_op,and}$setmap{boolprefix," + ",".join(
    f"{facet},X{facet.upper()}" for facet in FACETS) + "}total $msize\n$hitlist{$field{id}\n}"


def index(folder):
    home = folder / "omega"
    home.mkdir(exist_ok=True)
    (home / "script").write_text(SCRIPT)
    (home / "templates").mkdir(exist_ok=True)
    (home / "templates/bench").write_text(TEMPLATE)
    (home / "omega.conf").write_text(f"database_dir {home}\ntemplate_dir {home}/templates\nlog_dir {home}\n"
                                     f"cdb_dir {home}\n")
    writer = subprocess.Popen(["scriptindex", "--stemmer=none", home / "corpus", home / "script"],
                              stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    with open(folder / "corpus.tsv", encoding="utf-8") as corpus:
        for line in corpus:
            columns = line.rstrip("\n").split("\t")
            lines = [f"id={columns[0]}", f"text={columns[8]}"]
            for facet, values in zip(FACETS, columns[2:8]): lines += [f"{facet}={v}" for v in values.split("|") if v]
            writer.stdin.write("\n".join(lines) + "\n\n")
    writer.stdin.close()
    if writer.wait(): sys.exit("scriptindex failed")


def ask(parameters, environment):
    environment = environment | {"REQUEST_METHOD": "GET", "QUERY_STRING": urllib.parse.urlencode(parameters)}
    answer = subprocess.run([PROGRAM], env=environment, capture_output=True, text=True, check=True).stdout
    return int(answer[answer.index("total ") + 6:].split(None, 1)[0])


def run(folder, rounds):
    environment = os.environ | {"OMEGA_CONFIG_FILE": str(folder / "omega/omega.conf")}
    for number, line in enumerate(open(folder / "queries.tsv", encoding="utf-8")):
        columns = line.rstrip("\n").split("\t")
        words = columns[3].split()
        text = {"any": " OR ".join(words), "phrase": f'"{columns[3]}"'}.get(columns[2], " AND ".join(words))
        # The least number of documents that Omega looks at decides whether its total is exact.
        parameters = [("DB", "corpus"), ("P", text), ("FMT", "bench"), ("HITSPERPAGE", "10"), ("MINHITS", "10000000")]
        for filter in columns[4].split("|") if columns[4] else ():
            facet, value = filter.split("=", 1)
            parameters.append(("B", f"X{facet.upper()}{':' if value[:1].isupper() else ''}{value}"))
        walls, cpus, total = [], [], 0
        for _ in range(rounds):
            before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
            total = ask(parameters, environment)
            walls.append(time.perf_counter() - begin)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            cpus.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        print(f"{number}\t{total}\t{statistics.median(walls) * 1e6:.1f}\t{statistics.median(cpus) * 1e6:.1f}")


if len(sys.argv) == 3 and sys.argv[1] == "index": index(pathlib.Path(sys.argv[2]).resolve())
elif len(sys.argv) == 4 and sys.argv[1] == "run": run(pathlib.Path(sys.argv[2]).resolve(), int(sys.argv[3]))
else: sys.exit(__doc__)
