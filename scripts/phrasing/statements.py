"""The trial of server/models/phrasing.md, “The second use: statements”: trains MiniLM through, with a head for the sentence, on statements that need a source
(`y` 1: wrongs, casualties, ground held, told flatly) and such that need none, a line of JSON each (`t`, `y`, `k`: kind). Every tenth line of a file is held out.

python statements.py --base MINILM --out FILE [--clean FILE] [--score FILE…]: `--clean` are lines of JSON with `s`, unsourced sentences of news, as statements
that need none, so many drawn each round; `--score` are files of statements or sentences, whose odds go to FILE.NAME.json. One thread; seeded.
"""
import argparse
import json
import math
import os
import random

import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors.torch import load_file

from model import POSITIONS, WIDTH, Phrasing
from text import Encoder

HERE = os.path.dirname(os.path.abspath(__file__))
PARTS = (('out', 'attention.output.dense'), ('ln1', 'attention.output.LayerNorm'), ('up', 'intermediate.dense'), ('down', 'output.dense'), ('ln2', 'output.LayerNorm'))


def minilm(base):
    """The vocabulary of MiniLM, and its weights by the names of `Phrasing`."""
    state = {k.removeprefix('bert.'): v.float() for k, v in load_file(f'{base}/model.safetensors').items()}
    e = 'embeddings.'
    out = {'words.weight': state[e + 'word_embeddings.weight'], 'case.weight': torch.zeros(4, WIDTH),
           'position.weight': state[e + 'position_embeddings.weight'][:POSITIONS] + state[e + 'token_type_embeddings.weight'][0]}
    for x in ('weight', 'bias'):
        out['ln.' + x] = state[f'{e}LayerNorm.{x}']
        for i in range(6):
            p, q = f'layers.{i}.', f'encoder.layer.{i}.'
            out[f'{p}qkv.{x}'] = torch.cat([state[f'{q}attention.self.{n}.{x}'] for n in ('query', 'key', 'value')])
            for name, other in PARTS:
                out[f'{p}{name}.{x}'] = state[f'{q}{other}.{x}']
    return [x.rstrip('\n') for x in open(f'{base}/vocab.txt', encoding='utf-8')], out


class Statements(nn.Module):
    """Odds that a sentence needs a source, read from the mean of its pieces' states."""

    def __init__(self, vocabulary, state, dropout=.1):
        super().__init__()
        self.encoder = Phrasing(len(vocabulary), 1, dropout=dropout)
        self.encoder.load_state_dict(state, strict=False)
        self.head, self.drop = nn.Linear(WIDTH, 1), nn.Dropout(dropout)
        nn.init.normal_(self.head.weight, std=.02); nn.init.zeros_(self.head.bias)

    def forward(self, ids, mask, case):
        m = mask[..., None].float()
        return self.head(self.drop((self.encoder.states(ids, mask, case) * m).sum(1) / m.sum(1))).squeeze(-1)


def tensors(rows):
    n = max(len(x[0]) for x in rows)
    def pad(k): return torch.tensor([x[k] + [0] * (n - len(x[k])) for x in rows])
    return pad(0), torch.tensor([[1] * len(x[0]) + [0] * (n - len(x[0])) for x in rows]), pad(1)


def batches(rows, pieces=700):
    """Rows of like length together, in chance order."""
    out = []
    for i in range(0, len(rows), 400):
        cur = []
        for x in sorted(rows[i:i + 400], key=lambda x: len(x[0])):
            if cur and len(x[0]) * (len(cur) + 1) > pieces:
                out.append(cur); cur = []
            cur.append(x)
        out.append(cur)
    random.shuffle(out)
    return out


@torch.no_grad()
def odds(model, rows):
    model.eval()
    return [model(*tensors([x])).item() for x in rows]


def found_at(scores, ys, false):
    """The share found at a threshold that lets through at most so large a share of those that need no source."""
    wrong = sorted((s for s, y in zip(scores, ys) if not y), reverse=True)
    right = [s for s, y in zip(scores, ys) if y]
    return sum(s > wrong[int(false * len(wrong))] for s in right) / len(right)


def read(path): return [json.loads(x) for x in open(path, encoding='utf-8') if x.strip()]


def main():
    ap = argparse.ArgumentParser(); A = ap.add_argument
    A('--base'); A('--out'); A('--clean', default=''); A('--drawn', type=int, default=700); A('--weight', type=float, default=.5); A('--score', nargs='*', default=[])
    A('--rounds', type=int, default=7); A('--lr', type=float, default=1e-4); A('--seed', type=int, default=1); A('--files', nargs='+', default=[f'{HERE}/statements/{x}.jsonl' for x in 'ab'])
    a = ap.parse_args()
    torch.set_num_threads(1); torch.manual_seed(a.seed); random.seed(a.seed)
    vocabulary, state = minilm(a.base)
    encoder, model = Encoder(vocabulary), Statements(vocabulary, state)
    def row(x, weight=1.): return (*encoder(x.get('t') or x['s'])[:2], float(x.get('y', 0)), weight)
    train, held = [], []
    for path in a.files:
        for i, x in enumerate(read(path)):
            (held if i % 10 == 9 else train).append(row(x))
    clean = [row(x, a.weight) for x in read(a.clean)] if a.clean else []
    groups = []  # the rows of the words stay; a layer learns a tenth less than the one above it, the head twenty times as fast
    for name, p in model.named_parameters():
        if name.startswith(('encoder.words', 'encoder.detect', 'encoder.edit', 'encoder.whole')):
            p.requires_grad = False
            continue
        depth = int(name.split('.')[2]) + 1 if '.layers.' in name else 0
        groups.append({'params': [p], 'f': 20 if name.startswith('head') else .9 ** (6 - depth), 'weight_decay': .01 if p.dim() > 1 else 0})
    opt = torch.optim.AdamW(groups, lr=a.lr, betas=(.9, .98), fused=True)
    step = steps = 0
    for n in range(a.rounds):
        rows = train + random.sample(clean, min(a.drawn, len(clean)))
        random.shuffle(rows)
        todo = batches(rows); steps = steps or math.ceil(1.02 * a.rounds * len(todo))
        model.train()
        for part in todo:
            for g in opt.param_groups: g['lr'] = a.lr * g['f'] * min(1, (step + 1) / 50) * max(0, 1 - step / steps)
            y, w = torch.tensor([x[2] for x in part]), torch.tensor([x[3] for x in part])
            loss = (F.binary_cross_entropy_with_logits(model(*tensors(part)), y, reduction='none') * w).mean()
            opt.zero_grad(); loss.backward(); nn.utils.clip_grad_norm_(model.parameters(), 1.); opt.step(); step += 1
        s = odds(model, held)
        print(f'round {n + 1}: held out, found at 2, 5, 10 % false: ' + ', '.join(f'{found_at(s, [x[2] for x in held], f):.1%}' for f in (.02, .05, .1)), flush=True)
        torch.save(model.state_dict(), a.out)
    for path in a.score:
        json.dump(odds(model, [row(x) for x in read(path)]), open(f'{a.out}.{os.path.basename(path)}.json', 'w'))


if __name__ == '__main__':
    main()
