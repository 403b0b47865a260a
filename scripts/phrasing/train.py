"""Trains the phrasing model, seeded and resumable; hand-written pairs are read again as they grow.

Two processes of one thread each (`--workers`) learn side by side and are averaged every few steps: on a machine that is shared,
threads that wait for one another at each product are slower by half.

python train.py --base DIR --trial FILE --vocabulary FILE --tagged DIR --first PAIRS --first-right FILE --pairs DIR --out FILE --minutes N [--begin FILE] [--resume] [--quantised-from .8]
"""
import argparse
import copy
import pickle
import glob
import math
import os
import random
import socket
import time

import torch
import torch.nn as nn
import torch.distributed as dist
import torch.multiprocessing as mp
import torch.nn.functional as F

import data as D
from model import fake_rows, from_trial, number_of
from text import EDITS, IGNORED, Encoder

ap = argparse.ArgumentParser()
A = ap.add_argument
A('--trial'); A('--vocabulary'); A('--tagged'); A('--first'); A('--first-right'); A('--pairs'); A('--tagged-pairs', default=''); A('--out'); A('--alarms', default='')
A('--minutes', type=float); A('--resume', action='store_true'); A('--lr', type=float, default=1.2e-4); A('--tokens', type=int, default=2500); A('--seed', type=int, default=1)
A('--begin', default=''); A('--slips', default='', help='sentences of the clean text that a reader found at fault'); A('--mended', default='', help='folder of slips that people mended, read one by one'); A('--fresh', default='w11*', help='files of pairs that are younger than the weights'); A('--quantised-from', type=float, default=2.); A('--mix', default='hand=.50,right=.14,mended=.0,transplant=.0,made=.14,clean=.22'); A('--end-mix', default=''); A('--pool', default='', help='garbles that a language model has judged (drop.py)'); A('--only', type=int, default=0); A('--workers', type=int, default=2); A('--freeze', type=int, default=2); A('--device', default='cpu', help='cuda: the processes share the device')
a = ap.parse_args()
RELOAD, SAVE, EMA, AVERAGE, HARD = 480, 150, .98, 8, 10
# of a garble and its right form, how often the first is taken
BROKEN_ONES = .62
# kinds of garbles that are made: those of which hand-written pairs are missed most
MADE = {'missing': 14, 'missing_content': 3, 'leftover': 3, 'verbs': 2, 'nearsyn': 3, 'form': 10, 'to_wrong': 2, 'slip': 3, 'extra_aux': 2, 'paste': 2, 'collide': 3, 'resumptive': 2, 'swap': 2, 'agree': 4, 'relative': 2, 'stray': 3, 'echo': 3, 'two_tenses': 2}


def mix_of(text): return {k: float(v) for k, v in (x.split('=') for x in text.split(','))}


class Sources:
    """Where rows come from; `reload` reads again what may have grown."""

    def __init__(self, encoder, talks):
        self.encoder, self.cache, self.talks = encoder, {}, talks
        self.slips = {x.strip() for x in open(a.slips, encoding='utf-8')} if a.slips else set()
        self.tagged = [x for x in D.read_tagged(a.tagged, D.SHARES, a.seed) if x[0] not in self.slips]
        self.garbler = D.garbler_of(self.tagged, a.seed)
        self.garbler.limit(MADE)
        self.first, self.pool = D.read_first(a.first, a.first_right), D.read_pool(a.pool)
        self.transplants, self.hard = None, []
        self.reload()

    def reload(self):
        pairs, rights = D.read_pairs(a.pairs)
        self.fresh = [(w, r) for _, w, r in D.read_pairs(a.pairs, only=a.fresh)[0]]
        self.second = [(w, r) for _, w, r in pairs]
        self.pairs = [(w, r) for _, w, r in self.first[0]] + self.second
        if a.only:
            self.pairs = random.Random(a.seed).sample(self.pairs, min(a.only, len(self.pairs)))
        self.rights = self.first[1] + rights
        clean = [x.strip() for f in sorted(glob.glob(f'{a.pairs}/clean-*.txt')) for x in open(f, encoding='utf-8', errors='replace')]
        self.clean = [x for x in clean if 5 <= len(x.split()) <= 60 and x not in self.slips]
        self.mended = [(w, r) for f in sorted(glob.glob(f'{a.mended}/*.tsv')) for _, _, w, r in D.read_marked(f)] if a.mended else []
        self.alarms = [x.strip() for x in open(a.alarms, encoding='utf-8') if x.strip()] if a.alarms and os.path.exists(a.alarms) else []
        if a.tagged_pairs and os.path.exists(a.tagged_pairs):
            wrong_of = {r: w for w, r in self.pairs}
            rows = D.read_tagged_file(a.tagged_pairs)
            self.transplants = D.Transplants([(wrong_of[x[0]], x) for x in rows if x[0] in wrong_of], a.seed)
        if self.talks: print(f'{len(self.tagged)} tagged, {len(self.clean)} clean, {len(self.pairs)} pairs, {len(self.rights)} right, {len(self.mended)} mended, {len(self.alarms)} alarms, {len(self.pool)} of the pool', flush=True)

    def row(self, wrong, right):
        key = (wrong, right)
        if key not in self.cache:
            self.cache[key] = D.row_of(self.encoder, wrong, right, False)
        return self.cache[key]

    def either(self, wrong, right):
        return self.row(wrong, right) if random.random() < BROKEN_ONES else self.row(right, None)

    def clean_row(self):
        return D.row_of(self.encoder, random.choice(self.clean) if self.clean and random.random() < .4 else random.choice(self.tagged)[0], None, False)

    def one(self, kind):
        if kind == 'hand':
            # those learnt long since less often
            x = random.random(); w, r = random.choice(self.pairs if a.only or x < .3 else self.fresh if len(self.fresh) > 300 and x < .3 + min(.4, len(self.fresh) / 8000) else self.second)
            return self.either(w, r)
        if kind == 'right':
            pool = self.alarms if self.alarms and random.random() < .35 else self.rights
            return self.row(random.choice(pool), None)
        if kind == 'mended':
            return self.either(*random.choice(self.mended)) if self.mended else None
        if kind == 'pool':
            if not self.pool: return None
            wrong, right, trust = random.choice(self.pool)
            return D.row_of(self.encoder, wrong, right, trust) if random.random() < BROKEN_ONES else D.row_of(self.encoder, right, None, False)
        if kind == 'clean' and self.clean and random.random() < .5:
            return D.row_of(self.encoder, random.choice(self.clean), None, False)
        if kind == 'clean' and self.hard and random.random() < .4:
            return random.choice(self.hard)
        t = random.choice(self.tagged)
        if kind == 'clean':
            return D.row_of(self.encoder, t[0], None, False)
        pair = D.made(t, self.transplants if kind == 'transplant' and self.transplants else self.garbler)
        return pair and D.row_of(self.encoder, *pair)


def batches(sources, mix):
    """Batches of about `tokens` pieces, of sentences of like length, for ever; `mix()` says the shares of the kinds."""
    while True:
        m = mix()
        rows = [x for k in random.choices(list(m), list(m.values()), k=2500) if (x := sources.one(k)) and len(x[0]) <= 80 and x[2]]
        rows.sort(key=lambda x: len(x[0]) + random.random())
        out, cur = [], []
        for x in rows:
            if cur and len(x[0]) * (len(cur) + 1) > a.tokens: out.append(cur); cur = []
            cur.append(x)
        out.append(cur); random.shuffle(out)
        yield from out


def tensors(rows):
    n = max(len(x[0]) for x in rows)
    pad = lambda k: torch.tensor([x[k] + [0] * (n - len(x[k])) for x in rows])
    mask = torch.tensor([[1] * len(x[0]) + [0] * (n - len(x[0])) for x in rows])
    flat = torch.tensor([i * n + p for i, x in enumerate(rows) for p in x[2]])
    lab = lambda k: torch.tensor([y for x in rows for y in x[k]])
    weak = torch.tensor([int(x[6]) for x in rows for _ in x[2]])
    return pad(0), mask, pad(1), flat, lab(3), lab(4), torch.tensor([x[5] for x in rows]), weak


def margins(z): return z[:, 1:].logsumexp(-1) - z[:, 0]


def averaged(tensors):
    """Averages tensors over the processes, in place."""
    flat = torch.cat([t.data.view(-1) for t in tensors]).cpu(); dist.all_reduce(flat); flat /= a.workers
    at = 0
    for t in tensors: t.data.copy_(flat[at:at + t.numel()].view_as(t)); at += t.numel()


def main(rank):
    torch.manual_seed(a.seed + rank); random.seed(a.seed + 1000 * rank); torch.set_num_threads(1)
    dist.init_process_group('gloo', rank=rank, world_size=a.workers)
    if a.device == 'cpu': os.sched_setaffinity(0, {rank % os.cpu_count()})
    vocabulary, rows = zip(*((p, int(i)) for p, i in (x.rstrip('\n').split('\t') for x in open(a.vocabulary, encoding='utf-8'))))
    sources = Sources(Encoder(list(vocabulary)), rank == 0)
    model = from_trial(torch.load(a.trial), list(rows), len(EDITS))
    with torch.no_grad(): model.words.weight.copy_(fake_rows(model.words.weight))  # the rows stay as they ship, four bits: the layers learn to live with it
    for p in [model.words.weight, model.position.weight, *((model.case.weight, model.ln.weight, model.ln.bias) if a.freeze else ()), *(p for layer in model.layers[:a.freeze] for p in layer.parameters())]: p.requires_grad = False
    model.to(a.device); ema = {k: v.clone() for k, v in model.state_dict().items()}
    worker = copy.deepcopy(model).to(number_of(a.device))  # computes; `model` holds what is learnt
    pair = [(p, q) for (n, p), q in zip(model.named_parameters(), worker.parameters()) if p.requires_grad]
    new = [p for n, p in model.named_parameters() if n.startswith(('edit', 'whole'))]
    big = [p for n, p in model.named_parameters() if p.requires_grad and p.dim() > 1 and not n.startswith(('edit', 'whole'))]
    small = [p for n, p in model.named_parameters() if p.requires_grad and p.dim() <= 1 and not n.startswith(('edit', 'whole'))]
    opt = torch.optim.AdamW([{'params': big, 'weight_decay': .01, 'f': 1}, {'params': small, 'weight_decay': 0, 'f': 1}, {'params': new, 'weight_decay': .01, 'f': 4}], lr=a.lr, betas=(.9, .98), fused=True)
    spent = step = seen = 0
    if a.begin and not (a.resume and os.path.exists(a.out)):  # goes on from weights, with a decay of its own
        c = torch.load(a.begin, map_location=a.device); model.load_state_dict(c['model']); ema = c['ema']; worker.load_state_dict(c['model'])
    if a.resume and os.path.exists(a.out):
        c = torch.load(a.out, map_location=a.device); model.load_state_dict(c['model']); ema = c['ema']; worker.load_state_dict(c['model']); spent, step, seen = c['spent'], c['step'], c['seen']
        if len(c['opt']['state']) == len(pair): opt.load_state_dict(c['opt'])
    start, last, saved, begun, seen0, loss_mean, over = time.time() - spent, time.time(), time.time(), time.time(), seen, None, torch.zeros(1, device=a.device)
    part = lambda: (time.time() - start) / (a.minutes * 60)
    first, end = mix_of(a.mix), mix_of(a.end_mix or a.mix)
    def mix():
        f = min(1, max(0, (part() - .5) * 2))
        return {k: first.get(k, 0) * (1 - f) + end.get(k, 0) * f for k in first}
    def save():
        torch.save({'model': model.state_dict(), 'ema': ema, 'opt': opt.state_dict(), 'spent': time.time() - start, 'step': step, 'seen': seen}, a.out + '.new'); os.replace(a.out + '.new', a.out)
    hard_file = f'{a.out}.hard{rank}'
    if a.resume and os.path.exists(hard_file): sources.hard = pickle.load(open(hard_file, 'rb'))
    trust, judged_rows = torch.tensor(D.TRUST, device=a.device), []  # what the model says of each sentence: the gate is taught by it
    worker.train()
    for p, q in pair: q.data.copy_(p.data)
    for rows in batches(sources, mix):
        f = part()
        if step % AVERAGE == 0:
            averaged([p for p, _ in pair] + [over])
            for p, q in pair: q.data.copy_(p.data)
            decay = min(EMA, (step + 1) / (step + 50))
            with torch.no_grad():
                for k, v in model.named_parameters():
                    if v.requires_grad: ema[k].lerp_(v.data, 1 - decay)
            if rank == 0 and time.time() - saved > SAVE: save(); saved = time.time()
            if time.time() - last > RELOAD or over.item() > 0: pickle.dump(judged_rows[-120000:], open(f'{a.out}.judged{rank}', 'wb')); pickle.dump(sources.hard, open(hard_file, 'wb')); sources.reload(); last = time.time()
            if over.item() > 0: break
        if f >= 1: over.fill_(1.)
        worker.quantised = f >= a.quantised_from
        for g in opt.param_groups: g['lr'] = a.lr * g['f'] * min(1, (step + 1) / 100) * max(.02, 1 - f)
        ids, mask, case, flat, detect, edit, whole, weak = (x.to(a.device) for x in tensors(rows))
        if step % HARD == 0 and step > 200:  # clean sentences that the model doubts are taught more often; the surest doubts are left out: they may be true slips
            some = sorted((sources.clean_row() for _ in range(64)), key=lambda x: len(x[0]))[:56]
            with torch.no_grad():
                t = [x.to(a.device) for x in tensors(some)]; z = worker.heads_of(worker.states(*t[:3]).reshape(-1, 384)[t[3]])[0].float()
            at = 0
            for x in some:
                m = margins(z[at:at + len(x[2])]).max().item() if x[2] else -9; at += len(x[2])
                if 0 < m < 4.5: sources.hard = (sources.hard + [x])[-1500:]
                judged_rows.append((x[0], x[1], x[2], m))
        s = worker.states(ids, mask, case)
        d, e = worker.heads_of(s.reshape(-1, s.shape[-1])[flat]); w = worker.sentence(s)
        d, e, w = d.float(), e.float(), w.float()
        with torch.no_grad():  # a made fault that the model reads as right may well be right: it is not taught
            doubt = (weak > 0) & (detect > 0) & (d.softmax(-1)[:, 0] > trust[weak])
            detect, edit = detect.masked_fill(doubt, IGNORED), edit.masked_fill(doubt, IGNORED)
            judged = torch.tensor([not x[6] for x in rows], device=a.device) | (w > -2) | (whole == 0)
        loss_d = F.cross_entropy(d, detect, ignore_index=IGNORED)
        loss = loss_d + .5 * F.cross_entropy(e, edit, ignore_index=IGNORED) + .5 * (F.binary_cross_entropy_with_logits(w, whole, reduction='none') * judged).mean()
        loss.backward()
        for p, q in pair: p.grad = q.grad.float(); q.grad = None
        nn.utils.clip_grad_norm_([p for p, _ in pair], 1.); opt.step()
        for p, q in pair: q.data.copy_(p.data)
        with torch.no_grad(): tops = margins(d).split([len(x[2]) for x in rows])
        judged_rows.extend((x[0], x[1], x[2], t.max().item()) for x, t in zip(rows, tops) if len(t))
        step += 1; seen += int(mask.sum())
        loss_mean = [loss.item(), loss_d.item()] if loss_mean is None else [.98 * m + .02 * x for m, x in zip(loss_mean, (loss.item(), loss_d.item()))]
        now = time.time()
        if step % 24 == 0 and rank == 0: print(f'{(now - start) / 60:.1f} min step {step} tokens {seen / 1e6:.2f}M ({(seen - seen0) * a.workers / (now - begun):.0f}/s) loss {loss_mean[0]:.4f} detection {loss_mean[1]:.4f} hard {len(sources.hard)}{" q" if worker.quantised else ""}', flush=True)
    if rank == 0: save(); open(a.out + '.done', 'w').close(); print('done', flush=True)


if __name__ == '__main__':
    with socket.create_server(('127.0.0.1', 0)) as s: os.environ.update(MASTER_ADDR='127.0.0.1', MASTER_PORT=str(s.getsockname()[1]))
    mp.spawn(main, nprocs=a.workers)
