// Finds planted copies by an archive: npx tsx test/bench/reuse/ours.mts FOLDER (made by plant.py). Prints a line of JSON as peers.py does.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openArchive } from '../../../server/src/archive/archive.ts';
import { openWriter } from '../../../server/src/archive/writer.ts';
import { readDraft } from '../../../server/src/draft/read.ts';
import { passagesBySeeds } from '../../../server/src/reuse/archived.ts';
import { sharedPassages } from '../../../server/src/reuse/passages.ts';
import { partsOf, type Story, storyOf } from '../../../server/src/reuse/story.ts';

interface Planted {
  readonly kind: string;
  readonly source: string;
  readonly paragraphs: readonly (readonly [text: string, planted: boolean])[];
}

const folder = process.argv[2] ?? '.';
const linesOf = <T,>(file: string): readonly T[] =>
  readFileSync(join(folder, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

const stories = linesOf<{ readonly id: string; readonly text: string }>('archive.ndjson');
const drafts = linesOf<Planted>('drafts.ndjson');
const place = join(folder, 'archive');
rmSync(place, { recursive: true, force: true });

let began = cpu();
const writer = await openWriter(place);
for (const { id, text } of stories) {
  const story = storyOf(readDraft(text, 'plain'));
  const record = { id, title: id, kind: 'release', words: story.words.length, hash: '', text: '' } as const;
  await writer.put(record, story.prints);
}
await writer.close();
const spent = cpu() - began;

const texts = new Map(stories.map(({ id, text }) => [id, text]));
const archive = await openArchive(place);
for (const exact of [false, true]) {
  const found = new Map<string, { hit: number; all: number }>();
  let [right, wrong] = [0, 0];
  began = cpu();
  for (const { kind, source, paragraphs } of drafts) {
    const text = `A headline of its own\n\n${paragraphs.map(([one]) => one).join('\n\n')}`;
    const story = storyOf(readDraft(text, 'plain'));
    const [any, own] = [new Set<number>(), new Set<number>()];
    for (const { record, places } of (await archive.meet(story, '')).stories) {
      const passages = exact
        ? sharedPassages(story, storyOf(readDraft(texts.get(record.id) ?? '', 'plain')))
        : passagesBySeeds(story, places);
      for (const { here, words } of passages) {
        if (words < (exact ? 20 : 12)) continue;
        for (let word = here[0]; word < here[1]; word += 1) {
          any.add(word);
          if (record.id === source) own.add(word);
        }
      }
    }
    const planted = new Set(plantedWords(story, paragraphs));
    const hit = [...planted].filter((word) => own.has(word)).length;
    for (const word of any)
      if (planted.has(word)) right += 1;
      else wrong += 1;
    const count = found.get(kind) ?? { hit: 0, all: 0 };
    found.set(kind, { hit: count.hit + Number(hit * 2 >= planted.size), all: count.all + 1 });
  }
  const asked = cpu() - began;
  console.log(
    JSON.stringify({
      name: exact ? 'Blue Pencil, files there' : 'Blue Pencil, fingerprints alone',
      recall: Object.fromEntries([...found].map(([kind, { hit, all }]) => [kind, (100 * hit) / all])),
      precision: Number(((100 * right) / (right + wrong)).toFixed(2)),
      storiesPerCpuSecond: Math.round(stories.length / spent),
      msPerDraft: Number(((1000 * asked) / drafts.length).toFixed(2)),
      peakMB: Math.round(process.resourceUsage().maxRSS / 1024),
      sizeMB: Number((archive.parts.reduce((sum, { segment }) => sum + segment.size, 0) / 1e6).toFixed(1)),
    }),
  );
}
archive.close();

function* plantedWords(story: Story, paragraphs: Planted['paragraphs']): Generator<number> {
  const planted = paragraphs.filter(([, one]) => one).map(([text]) => text);
  for (const { paragraph, words } of partsOf(story, [0, story.words.length])) {
    const { text } = paragraph.prose;
    if (!planted.some((one) => one.includes(text) || text.includes(one))) continue;
    for (let word = words[0]; word < words[1]; word += 1) yield word;
  }
}
