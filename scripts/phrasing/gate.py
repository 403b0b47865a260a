"""Trains the gate, a small encoder over the model's own embeddings: by the words' labels, and by what the model said of each sentence while it was taught (`--out`.judged*).

python gate.py (the arguments of train.py, `--minutes` for the gate) → `--out`.gate
"""
import glob
import os
import pickle
import random
import time

import torch
import torch.nn.functional as F

import train as T
from model import Gate, fake_rows
from score import load_model
from text import Encoder

PASSED = .10  # of clean sentences


def rows_of(sources, each):
    kinds = ['hand'] * 5 + ['transplant'] * 4 + ['clean'] * 3 + ['right', 'mined']
    return [x for i in range(each) if (x := sources.one(kinds[i % len(kinds)])) and x[2] and len(x[0]) <= 80]


def main():
    a = T.a; torch.manual_seed(a.seed); random.seed(a.seed); torch.set_num_threads(2)
    vocabulary = [x.rstrip('\n').split('\t')[0] for x in open(a.vocabulary, encoding='utf-8')]
    model = load_model(a.out, len(vocabulary)); gate = Gate()
    sources = T.Sources(Encoder(vocabulary), True)
    judged = [x for f in sorted(glob.glob(f'{a.out}.judged*')) for x in pickle.load(open(f, 'rb')) if x[2] and len(x[0]) <= 80]
    random.shuffle(judged)
    held, judged = judged[:4000], judged[4000:]
    print(len(judged), 'judged sentences', flush=True)
    if os.path.exists(a.out + '.gate'): gate.load_state_dict(torch.load(a.out + '.gate')['model'])  # goes on from there
    opt = torch.optim.AdamW(gate.parameters(), lr=2e-3, weight_decay=.01)
    begun, step, rows = time.time(), 0, []
    part = lambda: (time.time() - begun) / (a.minutes * 60)
    def inputs(ids, case):
        with torch.no_grad(): return model.ln(model.embed(ids, case))
    def run(rows):
        n = max(len(x[0]) for x in rows)
        ids, case, mask = (torch.tensor([f(x) + [0] * (n - len(x[0])) for x in rows]) for f in (lambda x: x[0], lambda x: x[1], lambda x: [1] * len(x[0])))
        words = torch.zeros(len(rows), n, dtype=torch.bool)
        for i, x in enumerate(rows): words[i, x[2]] = True
        return gate(inputs(ids, case), mask).float(), words
    best = lambda g, words: g.masked_fill(~words, -99).amax(-1)
    soft = lambda g, words: g.masked_fill(~words, -99).logsumexp(-1)
    loss_mean = None
    while part() < 1:
        rows = rows_of(sources, 3000); rows.sort(key=lambda x: len(x[0]) + random.random())
        more = sorted(random.sample(judged, min(len(judged), 3000)), key=lambda x: len(x[0]) + random.random())
        order = [(k, i) for k, m in ((0, len(rows)), (1, len(more))) for i in range(0, m - 31, 64)]; random.shuffle(order)
        for k, i in order:
            if part() >= 1: break
            for g in opt.param_groups: g['lr'] = 2e-3 * min(1, (step + 1) / 100) * max(.02, 1 - part())
            if k == 0:
                b = rows[i:i + 64]; g, words = run(b)
                at = torch.tensor([[j, p] for j, x in enumerate(b) for p in x[2]]); lab = torch.tensor([y for x in b for y in x[3]])
                ok = lab != -100; z = g[at[:, 0], at[:, 1]][ok]; y = (lab[ok] > 0).float()
                loss = F.binary_cross_entropy_with_logits(z, y, pos_weight=torch.tensor(2.))
            else:
                b = more[i:i + 64]; g, words = run(b)
                loss = .3 * F.binary_cross_entropy_with_logits(soft(g, words), torch.sigmoid(torch.tensor([x[3] for x in b])))
            opt.zero_grad(); loss.backward(); torch.nn.utils.clip_grad_norm_(gate.parameters(), 1.); opt.step(); step += 1
            if k == 0: loss_mean = loss.item() if loss_mean is None else .98 * loss_mean + .02 * loss.item()
            if step % 200 == 0: print(f'{part():.0%} step {step} loss {loss_mean:.4f}', flush=True)
    gate.eval(); scores = []
    with torch.no_grad():
        held.sort(key=lambda x: len(x[0]))
        for i in range(0, len(held), 64): scores += best(*run(held[i:i + 64])).tolist()
    clean = sorted((s for s, x in zip(scores, held) if x[3] < -2), reverse=True); bad = [s for s, x in zip(scores, held) if x[3] >= 3.5]
    t = clean[int(PASSED * len(clean))]
    for share in (.05, .1, .2, .3, .4):
        u = clean[int(share * len(clean))]; print(f'passes {share:.0%}: threshold {u:.3f}, {sum(s >= u for s in bad) / len(bad):.1%} of what the model finds', flush=True)
    print(f'threshold {t:.3f}: passes 10 % of what the model finds right, {sum(s >= t for s in bad)} of {len(bad)} of what it finds wrong')
    torch.save({'model': gate.state_dict(), 'threshold': t}, a.out + '.gate')


if __name__ == '__main__':
    main()
