"""Finds planted copies by passim 2 (https://github.com/dasmiq/passim): python3 passim.py FOLDER. Prints a line of JSON as peers.py does.

What PyPI calls "passim" is another program, for passwords; this one is installed from its source, with the pyspark, graphframes-py and
intervaltree that its setup.py names. It is run with its own settings up to the passages that two texts share (`--all-pairs --to-extents`):
the clusters that it makes of them need a part of graphframes that is in no Python package. Time is the processor's, of Spark and of its
Python workers together.
"""
import contextlib
import glob
import json
import os
import re
import shutil
import sys

folder = sys.argv[1]
# this file must not be found in the package's place
sys.path = [path for path in sys.path if os.path.abspath(path or ".") != os.path.dirname(os.path.abspath(__file__))]
os.environ["PYSPARK_PYTHON"] = sys.executable
os.environ["PYSPARK_SUBMIT_ARGS"] = "--master local[2] --driver-memory 4g --conf spark.ui.enabled=false --conf spark.ui.showConsoleProgress=false pyspark-shell"
from passim import seriatim
from pyspark.sql import SparkSession

archive = [json.loads(line) for line in open(f"{folder}/archive.ndjson")]
drafts = [json.loads(line) for line in open(f"{folder}/drafts.ndjson")]
texts = ["\n\n".join(p for p, _ in draft["paragraphs"]) for draft in drafts]
with open(f"{folder}/passim.json", "w") as file:
    for story in archive:
        file.write(json.dumps({"id": story["id"], "series": "archive", "text": story["text"]}) + "\n")
    for i, text in enumerate(texts):
        file.write(json.dumps({"id": f"d{i}", "series": "drafts", "text": text}) + "\n")


def tree():
    """This process and all below it: seconds of the processor, and megabytes at the most."""
    parents, spent, most = {}, {}, {}
    tick = os.sysconf("SC_CLK_TCK")
    for path in glob.glob("/proc/[0-9]*"):
        with contextlib.suppress(OSError):
            pid = int(path[6:])
            fields = open(f"{path}/stat").read().rsplit(")", 1)[1].split()
            parents[pid] = int(fields[1])
            spent[pid] = sum(map(int, fields[11:15])) / tick
            found = re.search(r"VmHWM:\s+(\d+)", open(f"{path}/status").read())
            most[pid] = int(found[1]) / 1024 if found else 0
    ours, more = {os.getpid()}, True
    while more:
        below = {pid for pid, parent in parents.items() if parent in ours} - ours
        ours, more = ours | below, bool(below)
    return sum(spent.get(pid, 0) for pid in ours), sum(most.get(pid, 0) for pid in ours)


took = {}
stop = SparkSession.stop


def measured(self):
    took["cpu"], took["mb"] = tree()
    stop(self)


SparkSession.stop = measured
out = f"{folder}/passim"
shutil.rmtree(out, ignore_errors=True)
before = tree()[0]
with contextlib.redirect_stdout(sys.stderr):
    seriatim.main(["--all-pairs", "--fields", "xxhash64(series) as gid", "--filterpairs", "gid < gid2", "--to-extents", f"{folder}/passim.json", out])

# uid is Spark's hash of the id, which only Spark tells
spark = SparkSession.builder.master("local[2]").getOrCreate()
spark.sparkContext.setLogLevel("ERROR")
ids = {row[0]: row[1] for row in spark.read.json(f"{folder}/passim.json").selectExpr("xxhash64(id)", "id").collect()}
extents = spark.read.parquet(f"{out}/tmp/extents.parquet").select("uid", "uid2", "begin", "end", "begin2", "end2").collect()
stop(spark)
covered = [dict() for _ in drafts]
for row in extents:
    one, two = (ids[row["uid"]], row["begin"], row["end"]), (ids[row["uid2"]], row["begin2"], row["end2"])
    (story, _, _), (draft, begin, end) = (one, two) if two[0][0] == "d" else (two, one)
    covered[int(draft[1:])].setdefault(story, []).append((begin, end))

found, total, right, wrong = {}, {}, 0, 0
for draft, text, passages in zip(drafts, texts, covered):
    at = planted = hit = 0
    for paragraph, is_planted in draft["paragraphs"]:
        for word in re.finditer(r"[^\W_]+", paragraph):
            inside = {story for story, spans in passages.items() if any(begin <= at + word.start() < end for begin, end in spans)}
            planted += is_planted
            hit += is_planted and draft["source"] in inside
            if inside:
                right, wrong = right + is_planted, wrong + (not is_planted)
        at += len(paragraph) + 2
    kind = draft["kind"]
    total[kind] = total.get(kind, 0) + 1
    found[kind] = found.get(kind, 0) + (hit * 2 >= planted)
spent = took["cpu"] - before
print(json.dumps({"name": "passim 2", "recall": {k: round(100 * found[k] / total[k], 1) for k in total},
    "precision": round(100 * right / max(1, right + wrong), 2), "storiesPerCpuSecond": round((len(archive) + len(drafts)) / spent, 1),
    "msPerDraft": None, "peakMB": round(took["mb"])}))
