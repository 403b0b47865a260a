"""Writes the weights as the runtime reads them (FORMAT.md), and reference sentences: python export.py --model FILE --vocabulary FILE --out FILE [--gate FILE] [--scores JSON] [--sentences FILE --reference FILE]"""
import argparse
import json

import numpy as np
import torch

from model import GROUP, group_scales, made_ready
from score import load_gate, load_model, logits_of
from text import EDITS, Encoder

SCORES = {'whole': 0, 'kinds': {'extra': 0, 'wrong': 0, 'missing': 0}, 'beside': [0, 0], 'edge': -8, 'span': 0, 'hint': 4.5, 'information': 5.5, 'warning': 6.5, 'fix': .9}


def int8(name, w, bias, put):
    s = (w.abs().amax(1).clamp_min(1e-8) / 127)
    put(name, 'i8', (w / s[:, None]).round().clamp(-127, 127).to(torch.int8).numpy(), w.shape)
    put(name + '.scale', 'f32', s.float().numpy(), s.shape)
    if bias is not None:
        put(name + '.bias', 'f32', bias.float().numpy(), bias.shape)


def layer(prefix, state, put):
    for part in ('qkv', 'out', 'up', 'down'):
        int8(f'{prefix}{part}', state[f'{prefix}{part}.weight'], state[f'{prefix}{part}.bias'], put)
    for part in ('ln1.weight', 'ln1.bias', 'ln2.weight', 'ln2.bias'):
        put(prefix + part, 'f32', state[prefix + part].float().numpy(), state[prefix + part].shape)


def write(path, vocabulary, state, gate, scores):
    """Writes the file. Returns its size in bytes."""
    tensors, data = [], bytearray()
    def put(name, kind, array, shape):
        data.extend(b'\0' * (-len(data) % 64))
        raw = array if isinstance(array, bytes) else np.ascontiguousarray(array).tobytes()
        tensors.append({'name': name, 'type': kind, 'shape': list(shape), 'offset': len(data), 'length': len(raw)})
        data.extend(raw)
    text = '\n'.join(vocabulary).encode()
    put('vocabulary', 'text', text, [len(text)])
    w = state['words.weight'].float(); d = w.view(w.shape[0], -1, GROUP)
    s = group_scales(d); row = s.amax(1, keepdim=True)
    q = ((d / s).round().clamp(-7, 7).view_as(w) + 8).to(torch.uint8).numpy()
    put('words', 'i4', q[:, 0::2] | (q[:, 1::2] << 4), w.shape)
    put('words.row', 'f32', row.flatten().numpy(), [w.shape[0]])
    put('words.step', 'u8', (s / row * 255).round().squeeze(-1).to(torch.uint8).numpy(), d.shape[:2])
    p = state['position.weight'].float(); ps = p.abs().amax(1) / 127
    put('position', 'i8', (p / ps[:, None]).round().to(torch.int8).numpy(), p.shape); put('position.scale', 'f32', ps.numpy(), ps.shape)
    for name in ('case.weight', 'ln.weight', 'ln.bias'):
        put(name.replace('case.weight', 'case'), 'f32', state[name].float().numpy(), state[name].shape)
    n = 0
    while f'layers.{n}.qkv.weight' in state:
        layer(f'layers.{n}.', state, put); n += 1
    for name in ('detect', 'edit', 'whole'):
        int8(name, state[name + '.weight'], state[name + '.bias'], put)
    about = None
    if gate:
        g = {'gate.' + k: v for k, v in gate['model'].items()}
        int8('gate.project', g['gate.project.weight'], g['gate.project.bias'], put)
        m = 0
        while f'gate.layers.{m}.qkv.weight' in g:
            layer(f'gate.layers.{m}.', g, put); m += 1
        int8('gate.detect', g['gate.detect.weight'], g['gate.detect.bias'], put)
        about = {'width': 128, 'heads': 4, 'inner': 256, 'layers': m, 'after': gate['after'], 'threshold': gate['threshold']}
    head = json.dumps({'width': 384, 'heads': 12, 'inner': 1536, 'layers': n, 'positions': 128, 'pieces': len(vocabulary), 'edits': EDITS, 'gate': about, 'scores': scores, 'tensors': tensors}, ensure_ascii=False).encode()
    head += b' ' * (-(len(head) + 12) % 64)
    with open(path, 'wb') as o:
        o.write(b'BPPM' + (1).to_bytes(4, 'little') + len(head).to_bytes(4, 'little') + head + data)
    return 12 + len(head) + len(data)


def main():
    ap = argparse.ArgumentParser(); A = ap.add_argument
    A('--model'); A('--vocabulary'); A('--out'); A('--gate', default=''); A('--scores', default=''); A('--sentences', default=''); A('--reference', default='')
    a = ap.parse_args(); torch.set_num_threads(2)
    vocabulary = [x.rstrip('\n').split('\t')[0] for x in open(a.vocabulary, encoding='utf-8')]
    model = load_model(a.model, len(vocabulary)); gate = torch.load(a.gate) if a.gate else None
    scores = {**SCORES, **(json.load(open(a.scores)) if a.scores else {})}
    print(a.out, write(a.out, vocabulary, model.state_dict(), gate, scores), 'bytes')
    if a.reference:
        made_ready(model)
        encoder, g = Encoder(vocabulary), load_gate(gate, True) if gate else None
        with open(a.reference, 'w', encoding='utf-8') as o:
            for text in [x.rstrip('\n') for x in open(a.sentences, encoding='utf-8')][:200]:
                ids, cases, places = encoder(text)
                z, e, w, gates = logits_of(model, [(ids, cases, [x[0] for x in places])], g)[0]  # alone: nothing is padded
                e = e.softmax(-1); best = e.max(-1)
                o.write(json.dumps({'text': text, 'ids': ids, 'cases': cases, 'places': [x[0] for x in places], 'words': [[x[2], x[3]] for x in places], 'p': [[round(y, 6) for y in x] for x in z.softmax(-1).tolist()],
                                    'edit': [[i, round(y, 6)] for i, y in zip(best.indices.tolist(), best.values.tolist())], 'whole': round(w, 5), 'gate': None if gates is None else round(gates, 5)}, ensure_ascii=False) + '\n')


if __name__ == '__main__':
    main()
