"""Scores the model: thresholds by raw alarms on clean news, recall on pairs, the fixes' accuracy.

python score.py --model FILE --vocabulary FILE [--quantised] --clean FILE… [--most WORDS] --pairs DIR [--tables …] [--dump FILE]
"""
import argparse
import glob
import json
import math
import os
import pickle
import random
import zlib
from collections import Counter

import torch

from data import read_marked, read_pairs
from model import Gate, Phrasing, halved, made_ready
from text import EDITS, Encoder, label, words_of


# by edit or family, the probability from which an edit was right in nine of ten held-out pairs; 2: never
FIXES = {'insert:to': .5, 'insert:the': .9, 'insert:of': .9, 'insert:a': .95, 'insert': .6, 'replace': .5, 'verb': .85, 'noun': .85, 'delete': .95, 'swap': 2}


def load_model(path, pieces, averaged=True, device='cpu'):
    """The model of a checkpoint: its running average."""
    model = Phrasing(pieces, len(EDITS)); c = torch.load(path, map_location='cpu')
    model.load_state_dict(c['ema' if averaged else 'model'])
    return model.eval().to(device)


def load_gate(gate, quantised=False):
    g = Gate(layers=1 + max(int(k.split('.')[1]) for k in gate['model'] if k.startswith('layers.')), after=gate['after']); g.load_state_dict(gate['model'])
    return (made_ready(g) if quantised else g).eval()


@torch.no_grad()
def logits_of(model, rows, gate=None, tokens=4000):
    """Per row (ids, cases, places): detection and edit logits of its words, the sentence's logit, the gate's."""
    device = model.ln.weight.device
    order, out, k = sorted(range(len(rows)), key=lambda i: len(rows[i][0])), [None] * len(rows), 0
    while k < len(order):
        n = len(rows[order[k]][0]); m = k
        while m < len(order) and len(rows[order[m]][0]) * (m + 1 - k) <= tokens or m == k: m += 1
        ix = order[k:m]; k = m
        n = max(len(rows[i][0]) for i in ix)
        ids, case, mask = (torch.tensor([f(rows[i]) + [0] * (n - len(rows[i][0])) for i in ix], device=device) for f in (lambda r: r[0], lambda r: r[1], lambda r: [1] * len(r[0])))
        g = gate(model.states(ids, mask, case, gate.after), mask).float() if gate else None
        with halved(device, not model.quantised):
            s = model.states(ids, mask, case)
            w = model.sentence(s).float().tolist()
            for r, i in enumerate(ix):
                p = torch.tensor(rows[i][2], dtype=torch.long, device=device)
                d, x = model.heads_of(s[r][p])
                out[i] = d.float().cpu(), x.float().cpu(), w[r], (g[r][p].max().item() if len(p) else -99.) if gate else None
    return out


def margins(z):
    """How much more likely a word is wrong than right, as a logit."""
    return z[:, 1:].logsumexp(-1) - z[:, 0]


EDGE = -8.


def scored(m, kinds, whole, scores):
    """The scores of a sentence's words: their odds, with the sentence's, what is added for a kind, and the odds of the neighbours."""
    w = [EDGE, *(max(x, EDGE) for x in m), EDGE]; out = []
    for i, (x, k) in enumerate(zip(m, kinds)):
        less, more = sorted((w[i], w[i + 2]))
        out.append(x + scores['whole'] * whole + scores['kinds'][k - 1] + scores['beside'][0] * more + scores['beside'][1] * less)
    return out


def findings(m, kinds, threshold):
    """Runs of words over the threshold, gaps of one bridged: [(from, to, score, kind)]."""
    out = []
    for i, x in enumerate(m):
        if x < threshold: continue
        if out and i - out[-1][1] <= 1:
            f, _, s, k = out[-1]; out[-1] = (f, i + 1, max(s, x), kinds[i] if x > s else k)
        else: out.append((i, i + 1, x, kinds[i]))
    return out


class Judge:
    """Judges sentences, and keeps what it said of each: two processes can share the work by `shard` (number, of how many), a third reads it."""

    def __init__(self, model, encoder, gate=None, cache='', shard=None):
        self.model, self.encoder, self.gate, self.cache, self.shard, self.known = model, encoder, gate, cache, shard, {}
        for f in glob.glob(f'{cache}.*') if cache else []: self.known.update(pickle.load(open(f, 'rb')))

    def __call__(self, texts):
        """Per text: (words with start and end, score of each, kind of each, likeliest edits of doubtful words, sentence's logit, gate's)."""
        new = [t for t in dict.fromkeys(texts) if t not in self.known and (not self.shard or zlib.crc32(t.encode()) % self.shard[1] == self.shard[0])]
        for k in range(0, len(new), 2000): self.judge(new[k:k + 2000])
        if self.shard: pickle.dump(self.known, open(f'{self.cache}.{self.shard[0]}', 'wb'))
        return [self.known.get(t, ([], [], [], {}, 0., 0.)) for t in texts]

    def judge(self, texts):
        rows = [self.encoder(t) for t in texts]
        out = logits_of(self.model, [(i, c, [p[0] for p in w]) for i, c, w in rows], self.gate)
        for t, r, (z, e, w, g) in zip(texts, rows, out):
            m = margins(z).tolist() if len(z) else []
            e = {i: [(int(n), p) for p, n in zip(*(x.tolist() for x in e[i].softmax(-1)[1:].topk(3)))] for i, x in enumerate(m) if x > -1}
            self.known[t] = [x[1:] for x in r[2]], m, (z[:, 1:].argmax(-1) + 1).tolist() if len(z) else [], e, w, g


def clean_scores(judge, path, most=10**9, seed=1):
    """Judged clean sentences: (words counted, [(row, result)]), quoted words told by `q`."""
    rows = [json.loads(x) for x in open(path, encoding='utf-8')]
    random.Random(seed).shuffle(rows)
    kept, words = [], 0
    for r in rows:
        if words >= most: break
        kept.append(r); words += len(r['s'].split())
    return words, list(zip(kept, judge([r['s'] for r in kept])))


def alarms_of(items, threshold, quoted=False):
    """Findings on clean sentences, those in quotes left out, and doubled words, which are the business of another check."""
    out = []
    for row, (words, m, kinds, *_rest) in items:
        if not m or max(m) < threshold: continue
        q = [(b, e) for b, e, x in zip(row['b'], row['e'], row['q']) if x]
        for f, t, s, k in findings(m, kinds, threshold):
            start, end = words[f][1], words[t - 1][2]
            if not quoted and any(b < end and start < e for b, e in q): continue
            near = [x[0].lower() for x in words[max(0, f - 1):t + 1]]
            if any(x == y for x, y in zip(near, near[1:])): continue
            out.append((s, k, ' '.join(x[0] for x in words[f:t]), row['s']))
    return sorted(out, reverse=True)


def threshold_at(items, words, rate):
    """The least score at which clean text has at most so many findings a 10,000 words."""
    tops = [x[0] for x in alarms_of(items, -2.)]
    k = int(rate * words / 1e4)
    return tops[k] + 1e-6 if k < len(tops) else -2.


def fix_of(edits, found):
    """(word, edit, probability) of a finding's likeliest edit."""
    best = max(((p, i, n + 1) for i in range(found[0], found[1]) for n, p in edits.get(i, ())[:1]), default=None)
    return best and (best[1], best[2], best[0])


def fix_right(wrong, right, words, found, fix):
    """Whether the edit is the one that mends the sentence, by the pair's own labels."""
    w, _, e = label(wrong, right); at = {b: k for k, (_, b, _) in enumerate(w)}
    word, edit, _ = fix
    if e[at[words[word][1]]] == edit: return True
    if EDITS[edit] == 'delete':
        left = [x for k, x in enumerate(words_of(wrong)) if k != at[words[word][1]]]
        return [x[0].lower() for x in left] == [x[0].lower() for x in words_of(right)]
    return False


def main():
    ap = argparse.ArgumentParser(); A = ap.add_argument
    A('--model'); A('--vocabulary'); A('--quantised', action='store_true'); A('--clean', nargs='+'); A('--most', type=int, default=10**9); A('--pairs', default=''); A('--bad', nargs='*', default=[]); A('--good', nargs='*', default=[])
    A('--rates', default='0.5,1,1.5,3'); A('--whole', type=float, nargs='*', default=[0.]); A('--kinds', default='0,0,0', help='what is added for extra, wrong, missing'); A('--beside', default='0,0', help='how the odds of neighbours count'); A('--dump', default=''); A('--gate', default=''); A('--thresholds', default=''); A('--current', action='store_true'); A('--scores', default='', help='where to write the thresholds'); A('--cache', default=''); A('--shard', default=''); A('--device', default='cpu')
    a = ap.parse_args(); torch.set_num_threads(1)
    vocabulary = [x.rstrip('\n').split('\t')[0] for x in open(a.vocabulary, encoding='utf-8')]
    model = load_model(a.model, len(vocabulary), not a.current, a.device); made_ready(model) if a.quantised else model
    gate = load_gate(torch.load(a.gate), a.quantised).to(a.device) if a.gate else None
    judge0 = Judge(model, Encoder(vocabulary), gate, a.cache, tuple(int(x) for x in a.shard.split('/')) if a.shard else None)
    clean = [clean_scores(judge0, p, a.most // len(a.clean)) for p in a.clean]
    items, words = [x for c in clean for x in c[1]], sum(c[0] for c in clean)
    sets = {}
    if a.pairs:
        pairs, rights = read_pairs(a.pairs, held=True)
        sets['held-out pairs'] = [(k, w, r) for k, w, r in pairs], rights + [r for _, _, r in pairs]
    for path in a.bad:
        rows = [x.rstrip('\n').split('\t') for x in open(path, encoding='utf-8')]
        if any('=>' in x[-1] for x in rows) or rows[0][0] == 'right':
            marked = list(read_marked(path)); sets[os.path.basename(path)] = [(k, w, r) for _, k, w, r in marked if k != 'right'], [r for _, _, _, r in marked]
        elif 'errors' in path: sets[os.path.basename(path)] = [('error', x[3], None) for x in rows], []
        else: sets[os.path.basename(path)] = [tuple(x[:3]) for x in rows if len(x) >= 3], [x[2] for x in rows if len(x) >= 3]
    judged = {n: (bad, judge0([x[1] for x in bad]), judge0(good)) for n, (bad, good) in sets.items()}
    if a.shard: return
    print('clean words', words, 'int8' if a.quantised else 'float')
    for whole in a.whole:
        kinds, beside = ([float(x) for x in y.split(',')] for y in (a.kinds, a.beside))
        shift = lambda r: (r[0], scored(r[1], r[2], r[4], {'whole': whole, 'kinds': kinds, 'beside': beside}), *r[2:])
        moved = [(row, shift(r)) for row, r in items]
        fixed = [float(x) for x in a.thresholds.split(',')] if a.thresholds else []
        for rate, t in [(len(alarms_of(moved, t)) / words * 1e4, t) for t in fixed] + [(r, threshold_at(moved, words, r)) for r in map(float, a.rates.split(','))]:
            print(f'whole {whole} rate {rate:.2f}: threshold {t:.3f}')
            for n, (bad, rb, rg) in judged.items():
                hit = [bool(r[1]) and max(shift(r)[1]) >= t for r in rb]; good = sum(bool(r[1]) and max(shift(r)[1]) >= t for r in rg)
                sorts = Counter(x[0] for x in bad); found = Counter(x[0] for x, h in zip(bad, hit) if h)
                extra = ' '.join(f'{k} {found[k]}/{sorts[k]}' for k in sorted(sorts)) if len(sorts) < 20 else ''
                print(f'   {n}: {sum(hit)}/{len(hit)} = {sum(hit) / max(1, len(hit)):.1%}, right ones {good}/{len(rg)} | {extra}')
    if a.gate:
        for n, scores in (('clean', [r[5] for _, r in items]), *((n, [r[5] for r in v[1]]) for n, v in judged.items())):
            th = torch.load(a.gate)['threshold']; print('gate', n, f'passes {sum(x >= th for x in scores)}/{len(scores)}')
    if a.scores:
        hint, information, warning = (round(threshold_at(moved, words, r), 3) for r in (1.2, 1, .5))  # the margin to 1.5 and 0.7 is for text that differs
        json.dump({'whole': whole, 'kinds': dict(zip(('extra', 'wrong', 'missing'), kinds)), 'beside': beside, 'edge': EDGE, 'span': hint, 'fix': .98, 'fixes': FIXES, 'hint': hint, 'information': information, 'warning': warning}, open(a.scores, 'w'))
    t = threshold_at(moved, words, 1.5); fixes = []
    for n, (bad, rb, _) in judged.items():
        for (k, wrong, right), r in zip(bad, map(shift, rb)):
            if right is None or not r[1] or max(r[1]) < t: continue
            f = max(findings(r[1], r[2], t), key=lambda x: x[2]); x = fix_of(r[3], f)
            if not x: continue
            fixes.append((x[2], EDITS[x[1]], fix_right(wrong, right, r[0], f, x)))
    for low in (0, .5, .6, .7, .8, .85, .9, .95, .98):
        got = [x for x in fixes if x[0] >= low and '?' not in x[1]]
        if got: print(f'fix p ≥ {low}: offered {len(got)}/{len(fixes)}, right {sum(x[2] for x in got) / len(got):.1%}')
    if a.dump:
        with open(a.dump, 'w') as o:
            for s, k, w, text in alarms_of(moved, threshold_at(moved, words, 6)): o.write(f'{s:.3f}\t{k}\t{w}\t{text}\n')


if __name__ == '__main__':
    main()
