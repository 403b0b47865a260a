// Times us and the peers in one process, draft by draft in turn, so that whatever else the machine does slows all alike:
//   node run.mjs ENGINE.mjs DRAFTS.json [EVERY] [READ]
// Every EVERYth draft is read by harper.js too, and every READth by us with the phrasing model: they take many times as long.
// Prints {"ours": {"words", "ms"}, …}: milliseconds of processor time, all threads, over that many words; “beside NAME” is what we took for
// the drafts that NAME read.
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { Dialect, LocalLinter } from 'harper.js';
import { binaryInlined } from 'harper.js/binaryInlined';
import writeGood from 'write-good';

const [engineFile, file, every = '20', read = '100'] = process.argv.slice(2);
const engine = await import(engineFile);
const drafts = JSON.parse(readFileSync(file, 'utf8'));

const linter = new LocalLinter({ binary: binaryInlined, dialect: Dialect.British });
await linter.setup();
const withModel = engine.planChecks(engine.CHECKS);
const without = engine.planChecks(engine.CHECKS, { checks: { garbled: { model: 'off' } } });
// nothing is kept of what was read before
const phrasing = { doubts: engine.judgeSentence, begins() {} };
const thrown = (_, error) => {
  throw error;
};
const check = (plan) => (text) => engine.checkDraft(engine.readDraft(text, 'plain'), plan, thrown, phrasing);

const parts = [
  { name: 'ours', nth: 1, work: check(without) },
  { name: 'write-good', nth: 1, work: (text) => writeGood(text) },
  { name: 'harper.js', nth: Number(every), work: (text) => linter.lint(text, { language: 'plaintext' }) },
  { name: 'ours with the model', nth: Number(read), work: check(withModel) },
];
const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const results = {};
const add = (name, words, ms) => {
  const before = results[name] ?? { words: 0, ms: 0 };
  results[name] = { words: before.words + words, ms: before.ms + ms };
};
const WARM = Math.min(40, drafts.length);
for (const [i, text] of [...drafts.slice(0, WARM), ...drafts].entries()) {
  const words = text.match(/\S+/gu)?.length ?? 0;
  let ours = 0;
  for (const { name, nth, work } of parts) {
    const warms = i < WARM;
    if (warms ? i % Math.min(nth, 10) !== 0 : (i - WARM) % nth !== 0) continue;
    // as our programs run, and the others as they come
    const isOurs = name.startsWith('ours');
    setFlagsFromString(isOurs ? '--no-regexp-tier-up' : '--regexp-tier-up');
    setFlagsFromString(`--interrupt-budget=${isOurs ? 200_000 : 67_584}`);
    const start = cpu();
    await work(text);
    const took = cpu() - start;
    if (name === 'ours') ours = took;
    if (warms) continue;
    add(name, words, took);
    if (nth > 1) add(`beside ${name}`, words, ours);
  }
  // what WeakRefs hold is let go between two drafts, as between two files
  await new Promise(setImmediate);
}
console.log(JSON.stringify(results));
