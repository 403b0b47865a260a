/**
 * Splits corpora into the product's sentences, a sentence a line, for `train.py` and `score.py`:
 * `tsx sentences.mts OUT [--lines] FILE…` → OUT/NAME.jsonl with {s: text, b, e: starts and ends of tokens, t: tags, q: whether each token stands in a quote}.
 * `--lines`: each line of the files is a text of its own, else they are lines of JSON with a `text`.
 */
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { isRunningText } from '../../server/src/checks/garbled/index.ts';
import { inQuote } from '../../server/src/draft/quotes.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { wordModel } from '../../server/src/language/model.ts';
import { readSentence } from '../../server/src/language/tagged.ts';
import { TAGS } from '../../server/src/language/tags.ts';
import { heldOut } from '../train/corpora.ts';

const READ = new Set(['body', 'quotation', 'list-item']);
const [out = '', ...rest] = process.argv.slice(2);
const lines = rest[0] === '--lines';
mkdirSync(out, { recursive: true });
const model = wordModel();
for (const path of lines ? rest.slice(1) : rest) {
  const name = (path.split('/').at(-1) ?? '').replace(/\.\w+$/u, '');
  const file = createWriteStream(`${out}/${name}.jsonl`);
  let sentences = 0;
  let words = 0;
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line === '') continue;
    const { id, text } = lines ? { id: undefined, text: line } : JSON.parse(line);
    if (id !== undefined && heldOut(name, id)) continue;
    for (const { prose } of readDraft(text, 'plain').paragraphs) {
      if (!READ.has(prose.kind)) continue;
      for (const span of lines ? [{ start: 0, end: prose.text.length }] : prose.sentences) {
        const sentence = readSentence(prose.text, span, model);
        const { size, starts, ends, tags } = sentence;
        if (size < 5 || size > 90 || !isRunningText(sentence)) continue;
        const from = (x: number) => x - span.start;
        const b = Array.from(starts.slice(0, size));
        const e = Array.from(ends.slice(0, size));
        const q = b.map((start, i) => (inQuote(prose.quotes, { start, end: e[i] ?? start }) ? 1 : 0));
        const s = prose.text.slice(span.start, span.end);
        const t = Array.from(tags.slice(0, size), (x) => TAGS[x]);
        file.write(`${JSON.stringify({ s, b: b.map(from), e: e.map(from), t, q, id })}\n`);
        sentences += 1;
        words += s.split(/\s+/u).length;
      }
    }
  }
  file.end();
  console.log(name, sentences, 'sentences', words, 'words');
}
