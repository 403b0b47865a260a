// Times the peers on the texts of a JSON file: node run.mjs TEXTS.json ROUNDS
// Prints {"harper.js": milliseconds, "write-good": milliseconds}, the middle one of several rounds.
import { readFileSync } from 'node:fs';
import { Dialect, LocalLinter } from 'harper.js';
import { binaryInlined } from 'harper.js/binaryInlined';
import writeGood from 'write-good';

const [file, count] = process.argv.slice(2);
const texts = JSON.parse(readFileSync(file, 'utf8'));
const rounds = Number(count);

const linter = new LocalLinter({ binary: binaryInlined, dialect: Dialect.British });
await linter.setup();

const middle = async (work) => {
  const took = [];
  for (let i = 0; i < rounds + 1; i += 1) {
    const start = performance.now();
    for (const text of texts) await work(text);
    if (i > 0) took.push(performance.now() - start);
  }
  return took.sort((a, b) => a - b)[Math.floor(took.length / 2)];
};

console.log(
  JSON.stringify({
    'harper.js': await middle((text) => linter.lint(text, { language: 'plaintext' })),
    'write-good': await middle((text) => writeGood(text)),
  }),
);
