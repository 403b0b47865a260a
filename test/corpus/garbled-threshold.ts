// Where to set the second tier's threshold: its alarms on clean news by score, and the garbles each score finds.
// Run: npx tsx test/corpus/garbled-threshold.ts

import { verbsOf } from '../../scripts/train/classify.ts';
import { type Article, readCorpus, seeded } from '../../scripts/train/corpora.ts';
import { findMatches, isRunningText } from '../../server/src/checks/garbled/index.ts';
import { loadModel } from '../../server/src/checks/garbled/model.ts';
import { secondTier } from '../../server/src/checks/garbled/second-tier.ts';
import { inQuote } from '../../server/src/draft/quotes.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { sentencesOf } from '../../server/src/language/sentences.ts';
import { readSentence, tagTokens } from '../../server/src/language/tagged.ts';
import { tokenise } from '../../server/src/language/tokens.ts';
import { garble, joinTokens, KINDS, usable } from './garbles.ts';

const model = loadModel();
const LOWEST = 0.5;
let words = 0;
const alarms: { score: number; text: string; quoted: boolean }[] = [];
for (const name of ['measure/bbc-train', 'measure/polnear-train']) {
  for (const article of readCorpus<Article>(name)) {
    for (const { prose } of readDraft(article.text.replaceAll('\r', ''), 'plain').paragraphs) {
      if (!/^(?:body|quotation|list-item|caption)$/u.test(prose.kind)) continue;
      words += prose.words.length;
      for (const span of prose.sentences) {
        const sentence = readSentence(prose.text, span, model);
        if (!isRunningText(sentence)) continue;
        const hits = findMatches(sentence);
        for (const { hit, score } of secondTier(sentence, model, LOWEST)) {
          if (hits.some((other) => other.from <= hit.to && hit.from <= other.to)) continue;
          const start = sentence.starts[hit.from] ?? 0;
          const end = sentence.ends[hit.to - 1] ?? 0;
          alarms.push({
            score,
            quoted: inQuote(prose.quotes, { start, end }),
            text: `${prose.text.slice(Math.max(0, start - 60), start)}⟦${prose.text.slice(start, end)}⟧${prose.text.slice(end, end + 40)}`,
          });
        }
      }
    }
  }
}
alarms.sort((a, b) => b.score - a.score);
const random = seeded(11);
const sentences = readCorpus<Article>('open/wikipedia-current-events-2020-23').flatMap(({ text }) =>
  text.split('\n').flatMap((line) => usable(line, sentencesOf(line), model)),
);
const { verbs, common } = verbsOf(sentences, model);
const scores = new Map<string, number[]>();
for (const kind of KINDS) {
  const list: number[] = [];
  while (list.length < 250) {
    const made = garble(
      sentences[Math.floor(random() * sentences.length)] as (typeof sentences)[number],
      kind,
      verbs,
      common,
      random,
    );
    if (made === undefined) continue;
    const text = joinTokens(made.tokens);
    const sentence = tagTokens(tokenise(text, 0, text.length), model);
    const near = (hit: { from: number; to: number }): boolean => hit.from <= made.to && made.from <= hit.to;
    if (findMatches(sentence).some(near)) list.push(Number.POSITIVE_INFINITY);
    else
      list.push(
        Math.max(
          0,
          ...secondTier(sentence, model, LOWEST)
            .filter(({ hit }) => near(hit))
            .map(({ score }) => score),
        ),
      );
  }
  scores.set(kind, list);
}
const unquoted = alarms.filter(({ quoted }) => !quoted);
for (const rate of [0, 0.25, 0.5, 0.75, 1, 1.5, 2]) {
  const threshold = rate === 0 ? 1e9 : (unquoted[Math.round((rate * words) / 10_000)]?.score ?? 0);
  const share = (list: readonly number[]): string =>
    `${Math.round((100 * list.filter((score) => score >= threshold).length) / list.length)}`;
  console.log(
    `${rate} more alarms in 10,000 words: threshold ${threshold.toFixed(2)}; found in %: all ${share([...scores.values()].flat())}, ${[...scores].map(([kind, list]) => `${kind} ${share(list)}`).join(', ')}`,
  );
}
for (const { score, text, quoted } of alarms.slice(0, Number(process.argv[2] ?? 100)))
  console.log(`${score.toFixed(2)} ${quoted ? '“' : ' '} ${text.replaceAll('\n', ' ')}`);
