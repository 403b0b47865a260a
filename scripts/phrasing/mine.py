"""Judges clean training text, for the next round: what the model doubts and is right is taught more often (`--alarms`), what it is sure of may well be a slip and is left out of the clean text (`--slips`).

python mine.py --model FILE --vocabulary FILE --tagged DIR [--pairs DIR] --sentences N --alarms FILE --slips FILE
"""
import argparse
import glob
import random

import torch

from score import Judge, load_model
from text import Encoder
from data import SHARES, read_tagged

# from what odds of its worst word a sentence is an alarm, and from what it is left out: of those above a third to a half were true slips
DOUBTED, SURE = -.5, 2.2


def main():
    ap = argparse.ArgumentParser(); A = ap.add_argument
    A('--model'); A('--vocabulary'); A('--tagged'); A('--pairs', default=''); A('--sentences', type=int, default=30000); A('--alarms'); A('--slips'); A('--seed', type=int, default=1); A('--device', default='cpu')
    a = ap.parse_args(); torch.set_num_threads(1)
    vocabulary = [x.rstrip('\n').split('\t')[0] for x in open(a.vocabulary, encoding='utf-8')]
    texts = [x[0] for x in read_tagged(a.tagged, SHARES, a.seed)]
    texts += [x.strip() for f in sorted(glob.glob(f'{a.pairs}/clean-*.txt')) for x in open(f, encoding='utf-8')]
    texts = random.Random(a.seed).sample(texts, min(a.sentences, len(texts)))
    judged = zip(texts, Judge(load_model(a.model, len(vocabulary), device=a.device), Encoder(vocabulary))(texts))
    tops = [(max(m), t) for t, (_, m, *_rest) in judged if m]
    for path, kept in ((a.alarms, [t for m, t in tops if DOUBTED < m <= SURE]), (a.slips, [t for m, t in tops if m > SURE])):
        with open(path, 'w', encoding='utf-8') as o: o.writelines(t + '\n' for t in dict.fromkeys(kept))
        print(path, len(kept), 'of', len(tops), 'sentences')


if __name__ == '__main__':
    main()
