"""Training rows: hand-written pairs and slips that people mended, right sentences, tagged open text and the garbles made of it."""
import glob
import json
import os
import random
import re
import sys
from collections import Counter, defaultdict

from garble import Garbler, forms_table
from text import IGNORED, RIGHT, label, shared_ends

BRACES = re.compile(r'\{([^{}]*)=>([^{}]*)\}')
SPACES = re.compile(r' {2,}')
HELD_OUT = 10
# how much is taken of corpora that are large for what they teach
SHARES = {'fed-beige-book': .12, 'openstax-textbooks': .25, 'congress-press': .4, 'senate-press-2005-07': .3, 'us-presidential-addresses': .4}
# by a row's `weak`: a fault that the model holds for right with more than this probability is not taught, it may well be right
BY_HAND, PUT, MADE, CERTAIN = range(4)
TRUST = (1., .93, .8, .985)
# differences in log-odds of a garble and its right form: of 45 read below the first all were broken, of 45 below the second 42
BROKEN = (-9, -6.5)


def tidy(s):
    return re.sub(r' ([,.;:?!])(?=\s|$)', r'\1', SPACES.sub(' ', s)).strip()


def read_marked(path):
    """Lines `kind<TAB>sentence with {wrong=>right}` as (kind, wrong, right); malformed lines are told and skipped."""
    bad = 0
    for n, line in enumerate(open(path, encoding='utf-8', errors='replace')):
        if not line.endswith('\n') or '\ufffd' in line:  # someone is writing it
            bad += 1; continue
        c = line.rstrip('\n').replace(' ||| ', '\t').split('\t')
        if not line.strip():
            continue
        if len(c) < 2 or len(c[1].split()) < 3:
            bad += 1; continue
        kind, s = c[0].strip(), c[1].strip()
        plain = BRACES.sub('', s)
        if '{' in plain or '}' in plain or '=>' in plain or (kind == 'right') != (not BRACES.search(s)):
            bad += 1; continue
        wrong, right = tidy(BRACES.sub(r'\1', s)), tidy(BRACES.sub(r'\2', s))
        if kind != 'right' and wrong == right:
            bad += 1; continue
        yield n, kind, wrong, right
    if bad:
        print(f'{os.path.basename(path)}: {bad} malformed lines skipped', file=sys.stderr, flush=True)


def read_pairs(folder, held=False, only='*'):
    """(pairs, rights) of a folder of hand-written files; one line in ten of each file is held out, and given instead if `held`."""
    pairs, rights = [], []
    for path in sorted(glob.glob(f'{folder}/{only}.tsv')):
        for n, kind, wrong, right in read_marked(path):
            if (n % HELD_OUT == HELD_OUT - 1) == held:
                rights.append(right) if kind == 'right' else pairs.append((kind, wrong, right))
    return pairs, rights


def read_first(pairs, rights):
    """The first 4,780 pairs, written out in full, and their right sentences."""
    p = [tuple(x.rstrip('\n').split('\t')[:3]) for x in open(pairs, encoding='utf-8')]
    return [x for x in p if len(x) == 3], [x.strip() for x in open(rights, encoding='utf-8') if x.strip()]


def read_tagged(folder, shares, seed):
    """Tagged sentences (text, starts, ends, tags); `shares` says how much of a file is taken."""
    r, out = random.Random(seed), []
    for path in sorted(glob.glob(f'{folder}/*.jsonl')):
        share = shares.get(os.path.basename(path)[:-6], 1)
        for line in open(path, encoding='utf-8'):
            if share >= 1 or r.random() < share:
                x = json.loads(line)
                out.append((x['s'], x['b'], x['e'], x['t']))
    return out


def read_tagged_file(path):
    return [(x['s'], x['b'], x['e'], x['t']) for x in map(json.loads, open(path, encoding='utf-8'))]


def read_pool(path):
    """Garbles that a language model holds for so much less likely than what they were made of that they are broken: (wrong, right, how far to trust that). Files are named by a pattern."""
    rows = (json.loads(x) for f in sorted(glob.glob(path)) for x in open(f, encoding='utf-8')) if path else ()
    return [(wrong, right, BY_HAND if d < BROKEN[0] else CERTAIN) for _, d, wrong, right in rows if d < BROKEN[1]]


def tokens_of(row):
    s, b, e, _ = row
    return [s[i:j] for i, j in zip(b, e)], [False] + [b[k] == e[k - 1] for k in range(1, len(b))]


def spaced(words, tight, other):
    """The text of a garbled list of words, with the spacing of the words it was made from."""
    text, j = '', 0
    for x in other:
        n = next((m for m in range(j, min(j + 4, len(words))) if words[m] == x), None)
        glued = n is not None and tight[n]
        if n is not None:
            j = n + 1
        text += x if glued or not text else ' ' + x
    return text


def garbler_of(tagged, seed):
    """A garbler that knows the verbs, nouns and common words of tagged text."""
    from lemminflect import getInflection
    sample = [{'w': tokens_of(r)[0], 't': r[3]} for r in random.Random(seed).sample(tagged, min(len(tagged), 60000))]
    table, common = forms_table(sample)
    seen = Counter((w, t) for s in sample for w, t in zip(s['w'], s['t']) if w.isalpha() and w.islower())
    nouns, words = {}, {}
    for (w, t), n in seen.most_common(20000):
        if t == 'NN' and n > 8:
            p = getInflection(w, 'NNS')
            if p and p[0] != w and seen[(p[0], 'NNS')] > 2:
                nouns[w] = p[0]; nouns[p[0]] = w
        if n > 25:
            words.setdefault(t, []).append(w)
    return Garbler(table, common, nouns, words, seed)


class Transplants:
    """Puts the faults of hand-written pairs into clean sentences: where the same words stand between the same neighbours, or words of the same tags."""

    def __init__(self, tagged_pairs, seed):
        self.r, self.swaps, self.extras = random.Random(seed), defaultdict(list), defaultdict(list)
        for wrong, row in tagged_pairs:
            w, d, _ = label(wrong, row[0])
            words, _ = tokens_of(row)
            a, b = [x[0] for x in w], words
            h, t = shared_ends(a, b)
            old, new, tags = b[h:len(b) - t], a[h:len(a) - t], ['^'] + row[3] + ['$']
            if len(old) > 2 or len(new) > 2 or h == 0 or t == 0: continue
            left, right = b[h - 1].lower(), b[len(b) - t].lower()
            lt, rt = tags[h], tags[len(b) - t + 1]
            if old:
                o = ' '.join(old)
                for key in ((o, 'l', left, rt), (o, 'r', lt, right)) + (((o, 't', lt, rt),) if len(old) == 1 and len(new) == 1 else ()): self.swaps[key].append(new)
            elif len(new) == 1:
                for key in ((left, rt), (lt, right)): self.extras[key].append(new)

    def __call__(self, words, tags):
        """A garbled list of words, or None."""
        found = []
        for i in range(1, len(words) - 1):
            left, right, lt, rt = words[i - 1].lower(), words[i + 1].lower(), tags[i - 1], tags[i + 1]
            for key, n in (((words[i], 'l', left, rt), 1), ((words[i], 'r', lt, right), 1), ((words[i], 't', lt, rt), 0)):
                if key in self.swaps: found.append((i, 1, self.swaps[key], n))
            for key in ((words[i - 1].lower(), tags[i]), (tags[i - 1], words[i].lower())):
                if key in self.extras: found.append((i, 0, self.extras[key], .3))
        if not found: return None
        i, n, news, _ = self.r.choices(found, [x[3] + .1 for x in found])[0]
        return words[:i] + self.r.choice(news) + words[i + n:]


def made(row, garbler):
    """(wrong, right, how far to trust that it is wrong: see `TRUST`) made of a tagged sentence, or None."""
    words, tight = tokens_of(row)
    g = garbler(words, row[3])
    if not g:
        return None
    garbled, trust = (g[0], CERTAIN if g[2] else MADE) if isinstance(g, tuple) else (g, PUT)
    wrong = spaced(words, tight, garbled)
    return (wrong, row[0], trust) if wrong != row[0] else None


def row_of(encoder, wrong, right, weak):
    """A training row (ids, cases, places, detection, edits, whole, weak); `right` None: the sentence is right."""
    ids, cases, places = encoder(wrong)
    if right is None:
        n = len(places)
        return ids, cases, [p[0] for p in places], [RIGHT] * n, [0] * n, 0., weak
    words, detect, edit = label(wrong, right)
    at = {b: k for k, (_, b, _) in enumerate(words)}
    d = [detect[at[b]] if b in at else IGNORED for _, _, b, _ in places]
    e = [edit[at[b]] if b in at else IGNORED for _, _, b, _ in places]
    return ids, cases, [p[0] for p in places], d, e, 1., weak
