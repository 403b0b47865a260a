"""Takes the weights back out of `phrasing.bin`, so that training goes on from what ships: python reopen.py --file FILE --base MINILM --out FILE --vocabulary FILE

`--out` is for `train.py --begin`, `--vocabulary` the list of pieces with their rows in MiniLM's.
"""
import argparse
import json

import numpy as np
import torch

from model import GROUP, Phrasing
from text import EDITS

TYPES = {'f32': np.float32, 'i8': np.int8, 'u8': np.uint8, 'i4': np.uint8}
SEAL = 8


def tensors_of(file):
    """The tensors of the file by name, those of half bytes as whole numbers, and the list of pieces."""
    at = SEAL + 12; end = at + int.from_bytes(file[SEAL + 8:at], 'little'); head = json.loads(file[at:end])
    if head['edits'] != EDITS: raise SystemExit('The file was made for other edits.')
    out = {}
    for t in head['tensors']:
        raw = file[end + t['offset']:end + t['offset'] + t['length']]
        if t['type'] == 'text': pieces = raw.decode().split('\n'); continue
        a = np.frombuffer(raw, TYPES[t['type']]).astype(np.int16 if t['type'] == 'i4' else np.float32)
        if t['type'] == 'i4': a = np.stack([(a & 15) - 8, (a >> 4) - 8], -1).astype(np.float32)
        out[t['name']] = torch.from_numpy(a.reshape(t['shape']))
    return out, pieces


def state_of(tensors):
    """The model's state: whole numbers times their steps."""
    words = tensors['words'].view(len(tensors['words']), -1, GROUP) * (tensors['words.row'][:, None] * tensors['words.step'] / 255)[..., None]
    state = {'words.weight': words.flatten(1), 'position.weight': tensors['position'] * tensors['position.scale'][:, None], 'case.weight': tensors['case']}
    for name, x in tensors.items():
        if name.startswith('gate'): continue
        if 'ln' in name: state[name] = x
        if f'{name}.bias' in tensors: state[f'{name}.weight'] = x * tensors[f'{name}.scale'][:, None]; state[f'{name}.bias'] = tensors[f'{name}.bias']
    Phrasing(len(words), len(EDITS)).load_state_dict(state)
    return state


def main():
    ap = argparse.ArgumentParser(); A = ap.add_argument
    A('--file'); A('--base'); A('--out'); A('--vocabulary')
    a = ap.parse_args()
    tensors, pieces = tensors_of(open(a.file, 'rb').read()); state = state_of(tensors)
    torch.save({'model': state, 'ema': state}, a.out)
    rows = {p.rstrip('\n'): i for i, p in enumerate(open(f'{a.base}/vocab.txt', encoding='utf-8'))}
    with open(a.vocabulary, 'w', encoding='utf-8') as o: o.writelines(f'{p}\t{rows[p]}\n' for p in pieces)


if __name__ == '__main__':
    main()
