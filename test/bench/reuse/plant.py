"""Makes an archive and drafts with planted copies of it: python3 plant.py CORPORA OUT [SEED].

The archive is US congressional releases (open/); the drafts' own paragraphs are Wikinews and textbooks, which share nothing with them.
"""
import json
import random
import re
import sys

corpora, out, seed = sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 7
random.seed(seed)
EACH = 100


def stories(name):
    for line in open(f"{corpora}/open/{name}.jsonl"):
        yield json.loads(line)["text"]


def paragraphs(text):
    return [p.strip() for p in text.split("\n") if len(p.split()) >= 30 and p.count("“") + p.count('"') == 0]


archive = []
seen = set()
for name in ["congress-press", "senate-press-2005-07"]:
    for text in stories(name):
        parts = [p.strip() for p in text.split("\n") if p.strip()]
        if len(parts) < 4 or text[:200] in seen:
            continue
        seen.add(text[:200])
        archive.append(parts)
hosts = [p for name in ["wikinews", "openstax-textbooks"] for t in stories(name) for p in paragraphs(t)]
random.shuffle(hosts)
SPARE = [w for p in hosts[:500] for w in re.findall(r"\b[a-z]{5,9}\b", p)]


def changed(p):
    """One to three words changed in each thirty."""
    words = p.split()
    for start in range(0, len(words), 30):
        for _ in range(random.randint(1, 3)):
            words[random.randrange(start, min(start + 30, len(words)))] = random.choice(SPARE)
    return " ".join(words)


def figures(p):
    return re.sub(r"\d+", lambda m: str(int(m.group()[:9]) + random.randint(1, 90)), p)


def paraphrased(p):
    """The halves of each sentence change places, and one word in four is another."""
    made = []
    for sentence in re.split(r"(?<=[.!?]) ", p):
        words = sentence.rstrip(".!?").split()
        words = words[len(words) // 2 :] + words[: len(words) // 2]
        made.append(" ".join(random.choice(SPARE) if n % 4 == 1 else w for n, w in enumerate(words)) + ".")
    return " ".join(made)


def good(i):
    return [p for p in archive[i] if len(p.split()) >= 30 and '"' not in p and "“" not in p and len(p.split()) < 160]


usable = [i for i in range(len(archive)) if len(good(i)) >= 4]
figured = [i for i in usable if any(re.search(r"\d", p) for p in good(i))]


def plant(kind):
    i = random.choice(figured if kind == "figures updated" else usable)
    parts = good(i)
    p = random.choice([q for q in parts if re.search(r"\d", q)] if kind == "figures updated" else parts)
    at = parts.index(p)
    if kind == "verbatim":
        made = [p]
    elif kind == "1-3 words in 30":
        made = [changed(p)]
    elif kind == "figures updated":
        made = [figures(p)]
    elif kind == "merged":
        q = parts[at + 1] if at + 1 < len(parts) else parts[at - 1]
        made = [f"{p} {q}"]
    elif kind == "split":
        words = p.split()
        made = [" ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :])]
    elif kind == "reordered":
        made = random.sample(parts, len(parts))
    elif kind == "paraphrase":
        made = [paraphrased(p)]
    else:  # a release cut by half: every second sentence
        made = [" ".join(re.split(r"(?<=[.!?]) ", q)[::2]) for q in parts]
        made = [q for q in made if len(q.split()) >= 20] or [p]
    return i, made


with open(f"{out}/archive.ndjson", "w") as file:
    for i, parts in enumerate(archive):
        file.write(json.dumps({"id": f"r{i}", "title": f"Release {i}", "kind": "release", "text": f"Release {i}\n\n" + "\n\n".join(parts)}) + "\n")
kinds = ["verbatim", "1-3 words in 30", "figures updated", "merged", "split", "reordered", "cut by half", "paraphrase"]
with open(f"{out}/drafts.ndjson", "w") as file:
    for kind in kinds:
        for n in range(EACH):
            own = [hosts.pop() for _ in range(6)]
            source, made = plant(kind)
            rows = [(p, False) for p in own]
            at = random.randrange(1, len(rows))
            rows[at:at] = [(p, True) for p in made]
            file.write(json.dumps({"kind": kind, "source": f"r{source}", "paragraphs": rows}) + "\n")
print(len(archive), "stories,", len(kinds) * EACH, "drafts")
