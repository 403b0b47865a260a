"""Finds planted copies by MinHash LSH (datasketch) and by exact hashes of paragraphs: python3 peers.py FOLDER.

Words of a paragraph count as found where it shares a bucket with a paragraph of the archive (MinHash: 5-word shingles, 128
permutations, threshold 0.5).
"""
import hashlib
import json
import re
import resource
import sys
import time

from datasketch import MinHash, MinHashLSH

folder = sys.argv[1]
words = lambda text: re.findall(r"[^\W_]+", text.lower())
archive = [json.loads(line) for line in open(f"{folder}/archive.ndjson")]
drafts = [json.loads(line) for line in open(f"{folder}/drafts.ndjson")]


def minhash(text):
    tokens = words(text)
    one = MinHash(num_perm=128)
    one.update_batch([" ".join(tokens[i : i + 5]).encode() for i in range(max(1, len(tokens) - 4))])
    return one


def exact():
    table = {}
    def add(story, n, p):
        table.setdefault(hashlib.md5(" ".join(words(p)).encode()).digest(), set()).add(story)
    return add, lambda p: table.get(hashlib.md5(" ".join(words(p)).encode()).digest(), set())


def lsh():
    table = MinHashLSH(threshold=0.5, num_perm=128)
    def add(story, n, p):
        table.insert(f"{story}#{n}", minhash(p), check_duplication=False)
    return add, lambda p: {key.split("#")[0] for key in table.query(minhash(p))}


for name, make in [("exact paragraph hash", exact), ("datasketch MinHash LSH", lsh)]:
    add, ask = make()
    began = time.process_time()
    for story in archive:
        for n, p in enumerate(story["text"].split("\n\n")[1:]):
            if len(words(p)) >= 6:
                add(story["id"], n, p)
    spent = time.process_time() - began
    found, total, right, wrong = {}, {}, 0, 0
    began = time.process_time()
    for draft in drafts:
        planted = hit = 0
        for p, is_planted in draft["paragraphs"]:
            sources, count = ask(p), len(words(p))
            if is_planted:
                planted += count
                hit += count if draft["source"] in sources else 0
            if sources:
                right, wrong = right + count * is_planted, wrong + count * (not is_planted)
        kind = draft["kind"]
        total[kind] = total.get(kind, 0) + 1
        found[kind] = found.get(kind, 0) + (hit * 2 >= planted)
    asked = time.process_time() - began
    print(json.dumps({"name": name, "recall": {k: round(100 * found[k] / total[k], 1) for k in total},
        "precision": round(100 * right / max(1, right + wrong), 2), "storiesPerCpuSecond": round(len(archive) / spent),
        "msPerDraft": round(1000 * asked / len(drafts), 2), "peakMB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)}))
