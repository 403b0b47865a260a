"""Averages the running averages of checkpoints: python average.py --out FILE FILE=SHARE…"""
import argparse

import torch


def main():
    ap = argparse.ArgumentParser(); A = ap.add_argument
    A('--out'); A('parts', nargs='+')
    a = ap.parse_args()
    states = [(torch.load(path, map_location='cpu')['ema'], float(share)) for path, share in (x.rsplit('=', 1) for x in a.parts)]
    whole = sum(share for _, share in states)
    state = {k: sum(s[k].float() * (share / whole) for s, share in states) for k in states[0][0]}
    torch.save({'model': state, 'ema': state}, a.out)


if __name__ == '__main__':
    main()
