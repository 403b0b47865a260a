// The garbled check against clean news and against garbles. Run: npx tsx test/corpus/garbled.ts [--train] [--quiet] [--all]

import { verbsOf } from '../../scripts/train/classify.ts';
import { type Article, heldOut, readCorpus, readTable, seeded } from '../../scripts/train/corpora.ts';
import { garbled } from '../../server/src/checks/garbled/index.ts';
import { loadModel } from '../../server/src/checks/garbled/model.ts';
import { makeProse } from '../../server/src/draft/prose.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { sentencesOf } from '../../server/src/draft/sentences.ts';
import { garble, joinTokens, KINDS, usable } from './garbles.ts';

const argumentsGiven = new Set(process.argv.slice(2));
const quiet = argumentsGiven.has('--quiet');

interface Alarm {
  readonly where: string;
  readonly shown: string;
  readonly message: string;
  readonly severity: string;
}

/** Runs the check over an article as the product reads it. */
export function alarmsOf(article: Article): { alarms: Alarm[]; words: number } {
  const draft = readDraft(article.text.replaceAll('\r', ''), 'plain');
  const alarms: Alarm[] = [];
  let words = 0;
  for (const { prose } of draft.paragraphs) {
    words += prose.words.length;
    for (const found of garbled.run(prose, { options: {} })) {
      const { start, end } = found.span;
      const shown = `${prose.text.slice(Math.max(0, start - 50), start)}⟦${prose.text.slice(start, end)}⟧${prose.text.slice(end, end + 50)}`;
      alarms.push({ where: article.id, shown, message: found.message, severity: found.atMost ?? 'warning' });
    }
  }
  return { alarms, words };
}

const clean = argumentsGiven.has('--train')
  ? ['measure/bbc-train', 'measure/polnear-train']
  : ['measure/bbc-dev', 'measure/polnear-dev', 'open/wikinews', 'open/wikipedia-current-events-2020-23'];
if (!argumentsGiven.has('--garbles')) {
  for (const name of clean) {
    let words = 0;
    const all: Alarm[] = [];
    for (const article of readCorpus<Article>(name)) {
      // of Wikinews only what training did not see
      if (name === 'open/wikinews' && !heldOut('wikinews', article.id)) continue;
      const result = alarmsOf(article);
      words += result.words;
      all.push(...result.alarms);
    }
    const rate = (severity: string): string =>
      ((10000 * all.filter((alarm) => alarm.severity === severity).length) / words).toFixed(2);
    console.log(
      `${name}: ${words} words; alarms in 10,000 words: ${rate('warning')} warnings, ${rate('information')} information, ${rate('hint')} hints in quotes`,
    );
    if (!quiet)
      for (const alarm of all)
        console.log(
          `  ${alarm.severity.padEnd(8)} ${alarm.shown.replaceAll('\n', ' ')}   ← ${alarm.message.slice(0, 60)}`,
        );
  }
}

const finds = (text: string): { start: number; end: number }[] =>
  [...garbled.run(makeProse(text, 'body'), { options: {} })].map(({ span }) => span);

if (!argumentsGiven.has('--clean')) {
  const pairs = readTable('garble-pairs');
  const missed = pairs.filter(([, wrong = '']) => finds(wrong).length === 0);
  const falsely = pairs.filter(([, , right = '']) => finds(right).length > 0);
  console.log(
    `garble-pairs: ${pairs.length - missed.length} of ${pairs.length} found, ${falsely.length} alarms on right forms`,
  );
  if (!quiet) for (const pair of missed) console.log(`  missed   ${pair[0]}: ${pair[1]}`);
  for (const pair of falsely) console.log(`  false    ${pair[2]}`);
  const errors = readTable('measure/news-copy-errors-dev');
  const untok = (text: string): string =>
    text
      .replace(/ (n't|'s|'re|'ve|'ll|'d|'m|[,.;:?!)”%])/gu, '$1')
      .replace(/([(“$£]) /gu, '$1')
      .replace(/^" | "(?=\s|$)/gu, '"');
  const unseen = errors.filter(([, , , sentence = '']) => finds(untok(sentence)).length === 0);
  console.log(`news-copy-errors-dev: ${errors.length - unseen.length} of ${errors.length} found`);
  if (!quiet) for (const error of unseen) console.log(`  missed   ${error[2]}`);
  const model = loadModel();
  // --test: the other text and seed, to be looked at once, when all is done
  const test = argumentsGiven.has('--test');
  const text = test ? 'open/wikipedia-current-events' : 'open/wikipedia-current-events-2020-23';
  const sentences = readCorpus<Article>(text).flatMap((article) =>
    article.text.split('\n').flatMap((line) => usable(line, sentencesOf(line), model)),
  );
  const { verbs, common } = verbsOf(sentences, model);
  const random = seeded(test ? 77 : 11);
  let all = 0;
  let count = 0;
  for (const kind of KINDS) {
    let found = 0;
    let warned = 0;
    const unseenOfKind: string[] = [];
    const each = 300;
    for (let made = 0; made < each; ) {
      const sentence = sentences[Math.floor(random() * sentences.length)];
      const one = sentence === undefined ? undefined : garble(sentence, kind, verbs, common, random);
      if (one === undefined) continue;
      made += 1;
      const printed = joinTokens(one.tokens);
      const at = joinTokens(one.tokens.slice(0, one.from)).length;
      const to = joinTokens(one.tokens.slice(0, one.to)).length;
      const hits = [...garbled.run(makeProse(printed, 'body'), { options: {} })].filter(
        ({ span }) => span.start <= to && at <= span.end,
      );
      if (hits.length > 0) found += 1;
      else
        unseenOfKind.push(
          `${printed.slice(Math.max(0, at - 30), at)}⟦${printed.slice(at, to)}⟧${printed.slice(to, to + 30)}`,
        );
      if (hits.some(({ atMost }) => atMost === undefined)) warned += 1;
    }
    all += found;
    count += each;
    console.log(
      `garbles, ${kind}: ${((100 * found) / each).toFixed(0)} % found (${((100 * warned) / each).toFixed(0)} % as warnings)`,
    );
    if (argumentsGiven.has('--missed'))
      for (const line of unseenOfKind.slice(0, 40)) console.log(`  missed   ${line}`);
  }
  console.log(`garbles, all kinds: ${((100 * all) / count).toFixed(0)} % of ${count}, made of ${text}`);
  const jfleg = readCorpus<{ text: string; refs: string[] }>('measure/jfleg');
  let source = 0;
  let corrected = 0;
  for (const { text, refs } of jfleg) {
    if (finds(untok(text)).length > 0) source += 1;
    if (finds(untok(refs[0] ?? '')).length > 0) {
      corrected += 1;
      if (argumentsGiven.has('--all'))
        for (const { start, end } of finds(untok(refs[0] ?? '')))
          console.log(`  corrected ${untok(refs[0] ?? '').slice(Math.max(0, start - 40), end + 30)}`);
    }
  }
  console.log(
    `jfleg: alarms in ${source} of ${jfleg.length} source sentences, in ${corrected} of the corrected`,
  );
}
