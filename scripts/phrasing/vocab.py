"""Prunes MiniLM's vocabulary to the pieces that open text uses: python vocab.py --base DIR --size N --out FILE TEXT… (lines of JSON with `s`, or tab-separated)"""
import argparse
import json
from collections import Counter

from text import tokenizer_of

ap = argparse.ArgumentParser()
ap.add_argument('--base'); ap.add_argument('--size', type=int); ap.add_argument('--out'); ap.add_argument('texts', nargs='+')
a = ap.parse_args()
vocabulary = [x.rstrip('\n') for x in open(f'{a.base}/vocab.txt')]
tokenizer = tokenizer_of(vocabulary)
counts, total = Counter(), 0
for path in a.texts:
    hand = not path.endswith('.jsonl')
    lines = [json.loads(x)['s'] if not hand else x.rstrip('\n').replace('\t', ' ') for x in open(path)]
    for e in tokenizer.encode_batch(lines, add_special_tokens=False):
        counts.update(dict.fromkeys(e.ids, 12) if hand else e.ids)
def single(p): return len(p.removeprefix('##')) == 1
must = [i for i, p in enumerate(vocabulary) if p in ('[PAD]', '[UNK]', '[CLS]', '[SEP]') or (single(p) and (ord(p[-1]) < 0x250 or p[-1] in '–—‘’“”…•€£′″→−×−™€•‐‑'))]
rest = sorted(set(range(len(vocabulary))) - set(must), key=lambda i: (-counts[i], i))
rows = sorted(must + [i for i in rest if not vocabulary[i].startswith('[')][:a.size - len(must)])
kept, total = sum(counts[i] for i in rows), sum(counts.values())
with open(a.out, 'w') as o:
    for i in rows:
        o.write(f'{vocabulary[i]}\t{i}\n')
print(len(rows), 'pieces,', len(must), 'single characters;', f'{kept / total:.4%} of pieces kept; rarest count', counts[rest[a.size - len(must) - 1]])
