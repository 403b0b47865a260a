import { readFileSync } from 'node:fs';
import { readCorpus, readTable, seeded } from '../../scripts/train/corpora.ts';
import type { Span } from '../../server/src/draft/span.ts';
import { wordModel } from '../../server/src/language/model.ts';
import { sentencesOf } from '../../server/src/language/sentences.ts';
import { garble, joinTokens, KINDS, usable, verbsOf } from './garbles.ts';
import type { Material, Measure, Measured } from './measure.ts';

/** What the check finds of hand-made garbles, genuine copy errors, learners' sentences and garbles made by kind. */
export const garbled: Measure = {
  check: 'garbled',
  title: 'Garbled phrasing: what is found',
  run(material) {
    const parts = [
      pairs(material),
      slips(material),
      copyErrors(material),
      learners(material),
      byKind(material),
    ];
    return { lines: parts.flatMap(({ lines }) => lines), data: parts.map(({ data }) => data) };
  },
};

const pairs = (material: Material): Measured =>
  foundOf('hand-made pairs', readTable('garble-pairs'), material);

/** Slips that people mended, from the histories of documents that no part of the training has seen. */
function slips(material: Material): Measured {
  const lines = readFileSync(new URL('./mended.tsv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  return foundOf(
    'slips that people mended',
    lines.map((line) => line.split('\t')),
    material,
  );
}

/** What is found of garbles with their right forms: rows of kind, garbled, right. */
function foundOf(title: string, table: readonly string[][], { check, misses }: Material): Measured {
  const missed = table.filter(([, wrong = '']) => check(wrong).length === 0);
  const falsely = table.filter(([, , right = '']) => check(right).length > 0);
  return {
    lines: [
      `${title}: ${table.length - missed.length} of ${table.length} garbles found, ${falsely.length} alarms on the right forms`,
      ...missed.slice(0, misses * 10).map(([kind, wrong]) => `    missed (${kind}): ${wrong}`),
      ...falsely.map(([, , right]) => `    alarm: ${right}`),
    ],
    data: { pairs: table.length, missed, falsely },
  };
}

// these two corpora are set in tokens, with a space before every mark
const asPrinted = (text: string): string =>
  text
    .replace(/ (n't|'s|'re|'ve|'ll|'d|'m|[,.;:?!)”%])/gu, '$1')
    .replace(/([(“$£]) /gu, '$1')
    .replace(/^" | "(?=\s|$)/gu, '"');

function copyErrors({ check, misses }: Material): Measured {
  const table = readTable('measure/news-copy-errors-dev');
  const missed = table.filter(([, , , sentence = '']) => check(asPrinted(sentence)).length === 0);
  return {
    lines: [
      `genuine copy errors: ${table.length - missed.length} of ${table.length} found`,
      ...missed.slice(0, misses * 10).map(([, , words]) => `    missed: ${words}`),
    ],
    data: { errors: table.length, missed: missed.map(([, , words]) => words) },
  };
}

function learners({ check }: Material): Measured {
  const all = readCorpus<{ text: string; refs: string[] }>('measure/jfleg');
  const wrong = all.filter(({ text }) => check(asPrinted(text)).length > 0).length;
  const right = all.filter(({ refs }) => check(asPrinted(refs[0] ?? '')).length > 0).length;
  return {
    lines: [
      `learners' sentences: alarms in ${wrong} of ${all.length}, and in ${right} once they were corrected`,
    ],
    data: { sentences: all.length, wrong, right },
  };
}

/** Garbles made of the texts of the run, so many of each kind. */
function byKind({ check, texts, seed, size, misses }: Material): Measured {
  const model = wordModel();
  const sentences = texts.flatMap(({ text }) =>
    text.split('\n').flatMap((line) => usable(line, sentencesOf(line), model)),
  );
  const { verbs, common } = verbsOf(sentences, model);
  const random = seeded(seed);
  const lines: string[] = [];
  const data: Record<string, number> = {};
  let sum = 0;
  for (const kind of KINDS) {
    let found = 0;
    let warned = 0;
    let made = 0;
    const missed: string[] = [];
    for (let tries = 0; made < size && tries < size * 50; tries += 1) {
      const sentence = sentences[Math.floor(random() * sentences.length)];
      const one = sentence && garble(sentence, kind, verbs, common, random);
      if (one === undefined) continue;
      made += 1;
      const text = joinTokens(one.tokens);
      const place: Span = {
        start: joinTokens(one.tokens.slice(0, one.from)).length,
        end: joinTokens(one.tokens.slice(0, one.to)).length,
      };
      const hits = check(text).filter(({ span }) => span.start <= place.end && place.start <= span.end);
      if (hits.length > 0) found += 1;
      else
        missed.push(
          `${text.slice(Math.max(0, place.start - 40), place.start)}⟦${text.slice(place.start, place.end)}⟧${text.slice(place.end, place.end + 40)}`,
        );
      if (hits.some(({ severity }) => severity === 'warning')) warned += 1;
    }
    const percent = (count: number): string => `${((100 * count) / Math.max(1, made)).toFixed(1)} %`;
    sum += found / Math.max(1, made);
    data[kind] = found / Math.max(1, made);
    lines.push(`made, ${kind}: ${percent(found)} of ${made} found, ${percent(warned)} as warnings`);
    lines.push(...missed.slice(0, misses).map((text) => `    missed: ${text}`));
  }
  lines.push(`made, all kinds alike: ${((100 * sum) / KINDS.length).toFixed(1)} % found`);
  return { lines, data };
}
