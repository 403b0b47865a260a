// Real copies: releases of Congress and of the Senate that share copy with one another, as an archive finds them, some drawn for a reader:
// npx tsx test/bench/reuse/pairs.mts [COUNT] [SEED]. What it prints is others' text: read it, and keep no file of it in the project.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openArchive } from '../../../server/src/archive/archive.ts';
import { openWriter } from '../../../server/src/archive/writer.ts';
import { standingInArchive } from '../../../server/src/checks/duplicate/archived.ts';
import { linesOf } from '../../../server/src/draft/lines.ts';
import { readDraft } from '../../../server/src/draft/read.ts';
import { NOWHERE } from '../../../server/src/reuse/elsewhere.ts';
import { storyOf } from '../../../server/src/reuse/story.ts';
import { readCorpora } from '../../corpus/corpora.ts';
import { randomOf } from '../../corpus/planting.ts';

const [count = 100, seed = 1] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'blue-pencil-pairs-'));
try {
  const releases = readCorpora(['congress-press', 'senate-press-2005-07']).map(({ corpus, id, text }) => {
    const source = text.split(/\n+/u).join('\n\n');
    const story = storyOf(readDraft(source, 'plain'));
    return { id: `${corpus} ${id}`, source, story };
  });
  const byId = new Map(releases.map((one) => [one.id, one]));
  const writer = await openWriter(folder);
  for (const { id, story } of byId.values())
    await writer.put(
      { id, title: id, kind: 'ours', words: story.words.length, hash: '', text: '' },
      story.prints,
    );
  await writer.close();
  const archive = await openArchive(folder);
  const [found, hints] = [new Map<string, string>(), new Map<string, string>()];
  for (const { id, source, story } of byId.values()) {
    const { stories, crowd } = await archive.meet(story, id);
    const archived = stories.map(({ record, places }) => {
      const { source: text, story: there } = byId.get(record.id) ?? { source: '', story };
      const { positionAt } = linesOf(text);
      return { ...record, places, original: { place: record.id, name: record.id, story: there, positionAt } };
    });
    for (const { span, message, related } of standingInArchive(story.draft, {
      ...NOWHERE,
      archived,
      habits: crowd,
    })) {
      const ours = source.slice(span.start, span.end).replace(/\s+/gu, ' ');
      const [there] = related ?? [];
      const other = there?.other?.place;
      if (other === undefined) {
        hints.set(`${id} ${span.start}`, `${id}: ${message}\n    ${ours}`);
        continue;
      }
      const theirs = byId.get(other)?.source.slice(there?.span.start, there?.span.end).replace(/\s+/gu, ' ');
      const pair = [id, other].sort().join(' and ');
      if (!found.has(pair)) found.set(pair, `${id}: ${message}\n  - ${ours}\n  + ${theirs}`);
    }
  }
  archive.close();
  const random = randomOf(seed);
  const draw = (from: ReadonlyMap<string, string>, most: number): readonly string[] => {
    const left = [...from.values()];
    return Array.from({ length: Math.min(most, left.length) }, () => {
      const [one = ''] = left.splice(Math.floor(random() * left.length), 1);
      return one;
    });
  };
  console.log(
    `${byId.size} releases, ${found.size} pairs that share copy, ${hints.size} standing paragraphs`,
  );
  draw(found, count).forEach((one, i) => {
    console.log(`\n${i + 1}. ${one}`);
  });
  draw(hints, Math.ceil(count / 5)).forEach((one, i) => {
    console.log(`\nhint ${i + 1}. ${one}`);
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
