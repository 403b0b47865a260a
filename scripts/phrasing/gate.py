"""Trains the gate: a small encoder over what the model has made of a sentence after its first layers (which training leaves as they are), taught by what the whole model says of each word.

python gate.py (the arguments of train.py, `--minutes` for the gate, `--after` how many layers, `--sentences` how many are judged, `--hint` from what score something is told, `--whole` as in the scores) → `--out`.gate
"""
import os
import random
import sys
import time

import torch
import torch.nn.functional as F

TAKEN = {}
for name in ('--after', '--sentences', '--judged', '--hint', '--whole'):
    if name in sys.argv:
        k = sys.argv.index(name); TAKEN[name] = sys.argv[k + 1]; del sys.argv[k:k + 2]

import train as T
from model import Gate, halved
from score import load_model, margins
from text import Encoder

MIX = {'hand': .34, 'transplant': .14, 'made': .12, 'clean': .30, 'right': .08, 'mended': .02}
HELD, LEVELS = 4000, 3


@torch.no_grad()
def judged(model, sources, count):
    """What the model says of sentences: states after none, one, two layers, the starts of words, margins of words; rows of a batch are of one length."""
    rows = [x for k in random.choices(list(MIX), list(MIX.values()), k=count) if (x := sources.one(k)) and x[2] and len(x[0]) <= 80]
    rows.sort(key=lambda x: len(x[0])); out, begun = [], time.time()
    for i in range(0, len(rows), 64):
        b = rows[i:i + 64]; n = max(len(x[0]) for x in b)
        ids, case, mask = (torch.tensor([f(x) + [0] * (n - len(x[0])) for x in b]) for f in (lambda x: x[0], lambda x: x[1], lambda x: [1] * len(x[0])))
        words = torch.zeros(len(b), n, dtype=torch.bool)
        for j, x in enumerate(b): words[j, x[2]] = True
        x, levels = model.ln(model.embed(ids, case)), []
        with halved('cpu'):
            for layer in model.layers:
                if len(levels) < LEVELS: levels.append(x.bfloat16())
                x = layer(x, mask[:, None, None, :].bool(), model.lin)
            m, whole = margins(model.detect(x).float().flatten(0, 1)).view(len(b), n), model.whole(x[:, 0]).float()[:, 0]
        out.append((levels, mask, words, m.masked_fill(~words, -99), whole))
        if i % 6400 == 0: print(f'{i}/{len(rows)} judged, {time.time() - begun:.0f} s', flush=True)
    return out


def main():
    a = T.a; torch.manual_seed(a.seed); random.seed(a.seed); torch.set_num_threads(1); after = int(TAKEN.get('--after', 0)); path = TAKEN.get('--judged', a.out + '.judged'); hint, share = float(TAKEN.get('--hint', 5)), float(TAKEN.get('--whole', .3))
    vocabulary = [x.rstrip('\n').split('\t')[0] for x in open(a.vocabulary, encoding='utf-8')]
    if not os.path.exists(path):
        torch.save(judged(load_model(a.out, len(vocabulary)), T.Sources(Encoder(vocabulary), True), int(TAKEN.get('--sentences', 45000))), path)
    if not a.minutes: return
    batches = [(x[0][after], *x[1:]) for x in torch.load(path, mmap=True)]; random.shuffle(batches)
    held, batches = batches[:HELD // 64], batches[HELD // 64:]
    gate = Gate(); opt = torch.optim.AdamW(gate.parameters(), lr=2e-3, weight_decay=.01)
    begun, step, loss_mean = time.time(), 0, None
    part = lambda: (time.time() - begun) / (a.minutes * 60)
    best = lambda g, words: g.masked_fill(~words, -99)
    while part() < 1:
        random.shuffle(batches)
        for x, mask, words, m, whole in batches:
            if part() >= 1: break
            for g in opt.param_groups: g['lr'] = 2e-3 * min(1, (step + 1) / 100) * max(.02, 1 - part())
            with halved('cpu'): g = gate(x.float(), mask)
            g = g.float(); top = m.amax(-1) + share * whole
            # what the model does not find need not be passed on, and what it hardly doubts teaches something too
            loss = F.binary_cross_entropy_with_logits(g[words], torch.sigmoid(m[words] - 1.5), pos_weight=torch.tensor(3.)) + .3 * F.binary_cross_entropy_with_logits(best(g, words).logsumexp(-1), torch.sigmoid(1.5 * (top - hint + 1.5)))
            opt.zero_grad(); loss.backward(); torch.nn.utils.clip_grad_norm_(gate.parameters(), 1.); opt.step(); step += 1
            loss_mean = loss.item() if loss_mean is None else .98 * loss_mean + .02 * loss.item()
            if step % 200 == 0: print(f'{part():.0%} step {step} loss {loss_mean:.4f}', flush=True)
    gate.eval(); scores = []
    with torch.no_grad():
        for x, mask, words, m, whole in held: scores += zip(best(gate(x.float(), mask), words).amax(-1).tolist(), (m.amax(-1) + share * whole).tolist())
    clean = sorted((s for s, m in scores if m < hint - 5), reverse=True); bad = [s for s, m in scores if m >= hint]
    for share in (.05, .1, .15, .2, .3, .4):
        u = clean[int(share * len(clean))]; print(f'after {after}: passes {share:.0%}: threshold {u:.3f}, {sum(s >= u for s in bad) / len(bad):.1%} of what the model finds', flush=True)
    t = sorted(bad)[int(.04 * len(bad))]
    print(f'after {after}: threshold {t:.3f} loses 4 % of {len(bad)} found, passes {sum(s >= t for s in clean) / len(clean):.1%} of what the model finds right')
    torch.save({'model': gate.state_dict(), 'threshold': t, 'after': after}, a.out + '.gate')


if __name__ == '__main__':
    main()
