// Rebuilds the tagger and the lexicon from ../shared/corpora/open. The same bytes on every run.
// With --phrasing: the phrasing model instead, in Python (scripts/phrasing/pipeline.py; what follows --phrasing goes on to it).
// With --put-phrasing FILE: puts what that has made in its place.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createLexicon, type Lexicon } from '../server/src/language/lexicon.ts';
import { unpackLexicon, unpackTagger } from '../server/src/language/packed.ts';
import { sentencesOf } from '../server/src/language/sentences.ts';
import { createTagger, type Tagger } from '../server/src/language/tagger.ts';
import { TAG, type Tag } from '../server/src/language/tags.ts';
import { hashTokens, tokenise } from '../server/src/language/tokens.ts';
import { type ModelName, sealed } from '../server/src/models.ts';
import { readModel } from '../server/src/models-on-disk.ts';
import { type Article, heldOut, readCorpus, type Treebank } from './train/corpora.ts';
import { inMemory, packTagger, type Tagged, trainTagger } from './train/perceptron.ts';
import { buildLexicon, type Counts, count, packLexicon } from './train/words.ts';

const RAW = [
  'wikinews',
  'wikinews-2007',
  'masc-written',
  'congress-press',
  'senate-press-2005-07',
  'gsa-18f-blog',
  'gsa-digitalgov-news',
  'openstax-textbooks',
  'us-presidential-addresses',
  'fed-beige-book',
];
const MODELS = fileURLToPath(new URL('../server/models/', import.meta.url));
const started = Date.now();
const say = (line: string): void => console.log(`${((Date.now() - started) / 1000).toFixed(1)} s  ${line}`);

interface Plain {
  readonly raw: readonly string[];
  readonly words: readonly string[];
  readonly tags: Uint8Array;
}

const treebank = (name: string): Plain[] =>
  readCorpus<Treebank>(`open/${name}`).map(({ toks }) => plain(toks.map(([form, , xpos]) => [form, xpos])));

function plain(pairs: readonly (readonly [string, string])[]): Plain {
  const raw = pairs.map(([form]) => form);
  return {
    raw,
    words: raw.map((form) => form.toLowerCase().replaceAll('’', "'")),
    tags: Uint8Array.from(pairs, ([, xpos]) => TAG[xpos as Tag] ?? TAG.XX),
  };
}

/** Hyphenated words as one token, as our tokeniser takes them; undefined where a sentence has none. */
function joined(sentence: Treebank): Plain | undefined {
  const pairs: [string, string][] = [];
  let changed = false;
  for (let i = 0; i < sentence.toks.length; i += 1) {
    const [form, , xpos, offset] = sentence.toks[i] as Treebank['toks'][number];
    let word = form;
    let end = offset + form.length;
    let tag: string = xpos;
    let j = i;
    for (;;) {
      const hyphen = sentence.toks[j + 1];
      const next = sentence.toks[j + 2];
      if (hyphen?.[2] !== 'HYPH' || next === undefined || hyphen[3] !== end || next[3] !== end + 1) break;
      word += `-${next[0]}`;
      end = next[3] + next[0].length;
      tag = next[2];
      j += 2;
    }
    if (j > i) {
      changed = true;
      const after = sentence.toks[j + 1]?.[2] ?? '';
      if (/^VB[NGD]$/u.test(tag) || (/^(NN|RP|IN|VB|CD)$/u.test(tag) && /^(NN|NNS|JJ)$/u.test(after)))
        tag = 'JJ';
      i = j;
    }
    pairs.push([word, tag]);
  }
  return changed ? plain(pairs) : undefined;
}

const ready = (sentence: Plain, lexicon: Lexicon | undefined): Tagged => {
  const size = sentence.words.length;
  const hashes = hashTokens(sentence);
  const may = new Int32Array(size);
  const sure = new Uint8Array(size).fill(255);
  lexicon?.lookUp(hashes, size, may, sure);
  return { hashes, may, sure, tags: sentence.tags };
};

function accuracy(
  tagger: Tagger,
  sentences: readonly Tagged[],
): { all: number; verbs: number; perSecond: number } {
  let right = 0;
  let all = 0;
  let verbs = 0;
  let verbsRight = 0;
  const from = performance.now();
  for (const { hashes, may, sure, tags } of sentences) {
    const tagged = tagger(hashes, may, sure, tags.length);
    for (let i = 0; i < tags.length; i += 1) {
      const ok = tagged[i] === tags[i];
      all += 1;
      if (ok) right += 1;
      if ((tags[i] as number) >= TAG.VB && (tags[i] as number) <= TAG.MD) {
        verbs += 1;
        if (ok) verbsRight += 1;
      }
    }
  }
  return {
    all: (100 * right) / all,
    verbs: (100 * verbsRight) / verbs,
    perSecond: (all / (performance.now() - from)) * 1000,
  };
}

const ARTICLES = new Set('the a an this these his her their its our any some'.split(' '));
const AFTER_THESE_A_NOUN = new Set(
  'the a an this these his her their its our my no any some of in for with without by from against about on between into no more such'.split(
    ' ',
  ),
);
const BEFORE_THESE_A_NOUN = new Set(
  'of in on at by for with from to and or but is are was were has have had will would that which who , . ; : ) said as than'.split(
    ' ',
  ),
);

/** Tags all the raw text, and counts what tags its words get. */
function countRaw(
  tagger: Tagger,
  lexicon: Lexicon | undefined,
): { counts: Counts; asNoun: Map<string, number>; afterArticle: Map<string, number> } {
  const counts: Counts = new Map();
  const asNoun = new Map<string, number>();
  const afterArticle = new Map<string, number>();
  let tokens = 0;
  for (const name of RAW) {
    for (const article of readCorpus<Article>(`open/${name}`)) {
      if (heldOut(name, article.id)) continue;
      for (const line of article.text.split('\n')) {
        for (const span of sentencesOf(line)) {
          const sentence = tokenise(line, span.start, span.end);
          if (sentence.size < 4 || sentence.size > 80) continue;
          const hashes = hashTokens(sentence);
          const may = new Int32Array(sentence.size);
          const sure = new Uint8Array(sentence.size).fill(255);
          lexicon?.lookUp(hashes, sentence.size, may, sure);
          const tags = tagger(hashes, may, sure, sentence.size);
          tokens += sentence.size;
          for (let i = 0; i < sentence.size; i += 1) {
            const raw = sentence.raw[i] as string;
            const tag = tags[i] as number;
            const capital = raw.charAt(0) !== (sentence.words[i] as string).charAt(0);
            // a capital inside a sentence says only that the word can be a name
            if (capital && i > 0 && tag !== TAG.NNP && tag !== TAG.NNPS) continue;
            if (capital && i === 0) continue;
            count(counts, sentence.words[i] as string, tag);
            if (
              AFTER_THESE_A_NOUN.has(sentence.words[i - 1] ?? '') &&
              BEFORE_THESE_A_NOUN.has(sentence.words[i + 1] ?? '.')
            ) {
              asNoun.set(sentence.words[i] as string, (asNoun.get(sentence.words[i] as string) ?? 0) + 1);
              if (ARTICLES.has(sentence.words[i - 1] ?? ''))
                afterArticle.set(
                  sentence.words[i] as string,
                  (afterArticle.get(sentence.words[i] as string) ?? 0) + 1,
                );
            }
          }
        }
      }
    }
  }
  say(`${tokens} tokens of raw text tagged`);
  return { counts, asNoun, afterArticle };
}

const sizeOf = (name: ModelName): number => readModel(name).length;

const write = (name: ModelName, bytes: Uint8Array): void =>
  writeFileSync(`${MODELS}${name}.bin`, sealed(bytes));

interface Words {
  /** How well the tagger does. */
  readonly lines: readonly string[];
  readonly bytes: { readonly tagger: number; readonly lexicon: number };
}

function trainWords(): Words {
  const train = ['ud-ewt-train', 'ud-gum-train'].flatMap((name) =>
    readCorpus<Treebank>(`open/${name}`).flatMap((sentence) => {
      const as = plain(sentence.toks.map(([form, , xpos]) => [form, xpos] as const));
      const also = joined(sentence);
      return also === undefined ? [as] : [as, also];
    }),
  );
  const gold: Counts = new Map();
  for (const { raw, words, tags } of train) {
    words.forEach((word, i) => {
      const tag = tags[i] as number;
      if (tag === TAG.GW || tag === TAG.XX || tag === TAG.FW || tag === TAG.AFX) return;
      count(gold, word, tag);
      void raw;
    });
  }
  say(`${train.length} sentences of treebanks`);
  const tests = ['ud-ewt-test', 'ud-gum-test', 'ud-ewt-dev', 'ud-gum-dev'].map((name) => ({
    name,
    sentences: treebank(name),
  }));
  const report = (label: string, tagger: Tagger, lexicon: Lexicon | undefined): string[] =>
    tests.map(({ name, sentences }) => {
      const score = accuracy(
        tagger,
        sentences.map((sentence) => ready(sentence, lexicon)),
      );
      const line = `${name}: ${score.all.toFixed(2)} % of tags right, ${score.verbs.toFixed(2)} % of verbs’`;
      say(`${label}, ${line} (${Math.round(score.perSecond / 1000)}k tokens a second)`);
      return line;
    });

  const first = trainTagger(
    train.map((sentence) => ready(sentence, undefined)),
    4,
    1,
  );
  const firstTagger = createTagger(inMemory(first, 0.1));
  report('first stage', firstTagger, undefined);

  const { counts: raw, asNoun, afterArticle } = countRaw(firstTagger, undefined);
  const entries = buildLexicon(gold, raw, asNoun, afterArticle, 4);
  const lexiconBytes = packLexicon(entries);
  const lexicon = createLexicon(unpackLexicon(lexiconBytes));
  say(`${entries.length} words in the lexicon, ${lexiconBytes.length} bytes`);
  const second = trainTagger(
    train.map((sentence) => ready(sentence, lexicon)),
    6,
    2,
  );
  report('unpruned', createTagger(inMemory(second, 0.1)), lexicon);
  // weights below this change few tags, and make up most of the bytes
  const taggerBytes = packTagger(second, 0.9, 0.2);
  say(`tagger: ${taggerBytes.length} bytes`);
  const tagger = createTagger(unpackTagger(taggerBytes));
  const lines = report('as shipped', tagger, lexicon);
  write('tagger', taggerBytes);
  write('lexicon', lexiconBytes);
  return { lines, bytes: { tagger: taggerBytes.length, lexicon: lexiconBytes.length } };
}

/** What the models were made from and how well they do, for whoever ships them. Times are left out: the bytes must not change. */
function writeReadme({ lines, bytes }: Words): void {
  writeFileSync(
    `${MODELS}README.md`,
    `# Models

Tagger and lexicon are written by \`npm run train\`, the same bytes on every run. Each file is read as it stands by sources and bundles, in Node and in a
browser alike (\`server/src/models.ts\`, which also says how it begins: its length and a sum).

| File            | What it is                                                          | Bytes |
| --------------- | ------------------------------------------------------------------- | -------------- |
| tagger.bin      | weights of the tagger (averaged perceptron)                         | ${bytes.tagger} |
| lexicon.bin     | the tags each word can have, and how common it is                   | ${bytes.lexicon} |
| phrasing.bin    | the phrasing model: an encoder of six layers, its pieces of words and thresholds (\`scripts/phrasing\`) | ${sizeOf('phrasing')} |
| kernel-*.bin    | its arithmetic in WebAssembly, from \`server/kernel/kernel.ts\` by \`npm run kernel\` | ${sizeOf('kernel-plain')} |

## What they were trained on

- Tagger and lexicon: the training parts of the English Web Treebank (Universal Dependencies, CC BY-SA 4.0) and of GUM (CC BY and
  CC BY-SA 4.0, by document; without its news, how-to and fiction). The tagger and the lexicon are derived from them, and so under
  CC BY-SA 4.0.
- Lexicon, from raw text: Wikinews (CC BY 2.5; one article in five is kept out to measure on), the written part of
  MASC (free for any use), press releases of the US Congress and Senate, presidential addresses and the Federal Reserve's Beige Book
  (public domain), blogs of the GSA (CC0), and OpenStax textbooks (CC BY 4.0; with thanks to OpenStax, Rice University).
- The phrasing model: \`phrasing.md\` beside it says.

No other text was used. Of what the check is measured on (\`npm run corpus -- garbled\`) only the articles of Wikinews are among it,
but for the one in five.

## How well the tagger does

${lines.map((line) => `- ${line}`).join('\n')}
`,
  );
}

const phrasing = process.argv.indexOf('--phrasing');
const made = process.argv.indexOf('--put-phrasing');
if (made >= 0) write('phrasing', readFileSync(process.argv[made + 1] as string));
else if (phrasing < 0) writeReadme(trainWords());
else {
  const pipeline = fileURLToPath(new URL('phrasing/pipeline.py', import.meta.url));
  const ran = spawnSync('python3', [pipeline, ...process.argv.slice(phrasing + 1)], { stdio: 'inherit' });
  if (ran.error) throw ran.error;
  process.exitCode = ran.status ?? 1;
}
