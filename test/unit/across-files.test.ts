import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../server/src/checks/index.ts';
import { checkFiles } from '../../server/src/workspace/check.ts';
import { DISK } from '../../server/src/workspace/disk.ts';
import { createFileJudge } from '../../server/src/workspace/file-judge.ts';
import { createHouses } from '../../server/src/workspace/houses.ts';
import { folderOf } from './folder.ts';

/** What is told of each draft of a folder: how grave, the words it lies on, what is said, and where else. */
async function told(files: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string[]>>> {
  const folder = folderOf(files);
  const houses = createHouses(DISK, CHECKS);
  const nameOf = (path: string) => DISK.within(folder, path) ?? path;
  const checks = CHECKS.filter(({ id }) => id === 'duplicate');
  const judge = createFileJudge({ checks, houses, nameOf });
  const all: Record<string, string[]> = {};
  for await (const report of checkFiles([folder], { judge, houses, nameOf, cwd: folder, compared: true })) {
    all[nameOf(report.path)] = report.findings
      .filter(({ code }) => code === 'duplicate/across-files')
      .map(({ severity, span, message, related }) => {
        const places = related.map(({ other }) => `${other?.place}:${(other?.start.line ?? 0) + 1}`);
        const words = report.text.slice(span.start, span.end);
        return [severity, words, message, ...places].join(' | ');
      });
  }
  return all;
}

const SHUT =
  'The bridge to Oru will be shut from Monday until the end of March, the county said, after divers found cracks in two of its twelve piers.';
const ISLAND =
  'About 400 people live on the island, most of them over 60, and they will be taken across by a ferry that runs every hour.';
/** A paragraph that no other draft has. */
const OWN = {
  bridges: 'Engineers have looked after the span since 1961, when it took the place of a rope and a raft.',
  counties: 'Three of the nine members stayed away from the vote, and one walked out before coffee.',
  roads: 'Traffic lights on Mill Lane blinked amber for a week because no spare bulb could be had.',
  ferries: 'Skipper Ulla Brandt bought her first boat with what a good herring year had left her.',
  tides: 'High water came within a hand of the church door, as it does every other October.',
  cars: 'Few islanders own a car that would pass its test, and fewer would drive it off the pier.',
  schools: 'The oldest pupils have sums at eight, while the youngest are still looking for their shoes.',
  buses: 'A driver who knew everybody by name retired on Friday with a cake shaped as a wheel.',
  piers: 'Divers in dry suits took turns of forty minutes, since the current allows no more.',
} as const;
const own = (of: keyof typeof OWN): string => OWN[of];

describe('copy that stands in two drafts of a folder', () => {
  it('is told in both, word for word or with what differs, and each leads to the other', async () => {
    const other = SHUT.replace('March', 'April');
    const found = await told({
      'bridge.txt': `Bridge shut\n\n${own('bridges')}\n\n${SHUT}\n`,
      'wire/county.md': `# County acts\n\n${own('counties')}\n\n${other}\n\n${own('roads')}\n`,
    });
    expect(found).toEqual({
      'bridge.txt': [
        `warning | ${SHUT.slice(0, -1)} | This passage stands in wire/county.md too, 26 of 27 words (it says “March”, the other says “April”). If both are to run, keep it in one of them. | wire/county.md:5`,
      ],
      'wire/county.md': [
        `warning | ${other.slice(0, -1)} | This passage stands in bridge.txt too, 26 of 27 words (it says “April”, the other says “March”). If both are to run, keep it in one of them. | bridge.txt:5`,
      ],
    });
  });

  it('has a sum to its end, of which only the sign is the same', async () => {
    const shared = (sum: string) =>
      `The county said that the Senate of the island had passed its budget this week, by which the harbour of Oru is to be given ${sum} for a pier.`;
    const found = await told({
      'a.txt': `Harbour\n\n${own('piers')}\n\n${shared('$150,000')} ${own('tides')}\n`,
      'b.txt': `Budget\n\n${own('buses')}\n\n${shared('$13')} ${own('roads')}\n`,
    });
    expect(found['a.txt']?.join()).toContain('it says “$150,000”, the other says “$13”');
    const cut = (text: string) => text.replace(/ for a pier\./u, ' as a first payment, of several.');
    const atTheEnd = await told({
      'a.txt': `Harbour\n\n${own('piers')}\n\n${cut(shared('$150,000'))}\n`,
      'b.txt': `Budget\n\n${own('buses')}\n\n${shared('$13')} ${own('roads')}\n`,
    });
    expect(atTheEnd['a.txt']?.join()).toContain('(it says “$150,000”, the other says “$13”)');
    expect(atTheEnd['a.txt']?.join()).not.toContain('word for word');
  });

  it('in three drafts is one finding that names the other two', async () => {
    const found = await told({
      'a.txt': `Ferry\n\n${SHUT}\n\n${own('ferries')}\n\n${own('tides')}\n`,
      'b.txt': `Bridge\n\n${own('bridges')}\n\n${own('cars')}\n\n${SHUT}\n`,
      'c.txt': `School\n\n${own('schools')}\n\n${SHUT}\n\n${own('buses')}\n`,
    });
    expect(found['a.txt']).toEqual([
      `warning | ${SHUT.slice(0, -1)} | This passage stands in b.txt and c.txt too, word for word. If both are to run, keep it in one of them. | b.txt:7 | c.txt:5`,
    ]);
  });

  it('is told from as many words on as the house says, and for information while it is short', async () => {
    const files = {
      'a.txt': `Ferry\n\n${own('ferries')} The boat will sail twice on weekdays and once on Sundays until spring.\n`,
      'b.txt': `Bridge\n\n${own('bridges')} The boat will sail twice on weekdays and once on Sundays until spring.\n`,
      'c.txt':
        'School\n\nThe boat will sail twice on weekdays, and the children will walk to school and back.\n',
    };
    expect(await told(files)).toEqual({ 'a.txt': [], 'b.txt': [], 'c.txt': [] });
    const less = '{ "checks": { "duplicate": { "minimumSharedWords": 12 } } }';
    const found = await told({ ...files, '.blue-pencil.json': less });
    expect(found['a.txt']?.map((one) => one.slice(0, 60))).toEqual([
      'information | The boat will sail twice on weekdays and once ',
    ]);
    expect(found['c.txt']).toEqual([]);
  });

  it('is nothing within a short quote, which any story may bring', async () => {
    const quote =
      '“We can see the dentist in January at last, and the doctor, and we shall not have to swim,”';
    const found = await told({
      'a.txt': `Ferry\n\n${quote} said Tane Ruatoki, who keeps the shop.\n\n${own('ferries')}\n`,
      'b.txt': `Bridge\n\n${own('bridges')}\n\nTane Ruatoki, 71, was glad. ${quote} he said.\n`,
    });
    expect(found).toEqual({ 'a.txt': [], 'b.txt': [] });
  });

  it('in more than five drafts is one hint that says so, and no copy of any of them', async () => {
    const standing =
      'This newspaper is a member of the Oru Press Council and follows its rules. If you think that it has not kept them, write to the ombudsman, whose address stands at the foot of page two.';
    const files = Object.fromEntries(
      (['tides', 'schools', 'buses', 'roads', 'cars', 'ferries'] as const).map((of) => [
        `${of}.txt`,
        `On ${of}\n\n${own(of)}\n\n${standing}\n`,
      ]),
    );
    const found = await told(files);
    for (const all of Object.values(found))
      expect(all).toEqual([
        `hint | ${standing.slice(0, -1)} | This paragraph, or most of it, stands in 6 drafts of this folder. If it is a standing paragraph, leave it.`,
      ]);
  });

  it('in many drafts is counted as most of it, whatever a turn of phrase in it is in', async () => {
    const phrase = 'as the Oru Press Council said in its report for the year that has just gone by';
    const standing = `This newspaper follows the rules of the island’s editors, ${phrase}. If you think that it has not kept them, write to the ombudsman, whose address stands at the foot of page two on Tuesdays.`;
    const hosts = [
      'tides',
      'schools',
      'buses',
      'roads',
      'cars',
      'ferries',
      'piers',
      'counties',
      'bridges',
    ] as const;
    const files = Object.fromEntries(
      hosts.map((of, i) => [
        `${of}.txt`,
        `On ${of}\n\n${own(of)}\n\n${i < 6 ? standing : `Nobody swam in ${of}, ${phrase}.`}\n`,
      ]),
    );
    const found = await told(files);
    expect(found['tides.txt']?.join()).toContain('This paragraph, or most of it, stands in 6 drafts');
  });

  it('of versions of one story is said once, as that', async () => {
    const most = [SHUT, ISLAND, own('bridges'), own('roads'), own('tides')].join('\n\n');
    const story = `Bridge to Oru shut\n\n${most}\n`;
    const found = await told({ 'bridge.txt': story, 'bridge-v2.txt': `${story}\n${own('piers')}\n` });
    expect(found['bridge.txt']).toEqual([
      `information | ${SHUT.slice(0, -1)} | This and bridge-v2.txt are versions of one story: 100 % of the words here stand there too. Make sure that only one of them runs. | bridge-v2.txt:3`,
    ]);
    expect(found['bridge-v2.txt']?.length).toBe(1);
  });

  it('of short notices put alike is nothing', async () => {
    const notice = `Bridge to Oru shut\n\n${SHUT}\n`;
    expect(await told({ 'a.txt': notice, 'b.txt': notice })).toEqual({ 'a.txt': [], 'b.txt': [] });
  });

  it('is looked for as the house says', async () => {
    const files = {
      'a.txt': `Ferry\n\n${SHUT}\n\n${own('ferries')}\n\n${own('tides')}\n`,
      'b.txt': `Bridge\n\n${own('bridges')}\n\n${own('cars')}\n\n${SHUT}\n`,
    };
    const off = '{ "severity": { "duplicate/across-files": "off" } }';
    expect(await told({ ...files, '.blue-pencil.json': off })).toEqual({ 'a.txt': [], 'b.txt': [] });
    const more = '{ "checks": { "duplicate": { "minimumSharedWords": 40 } } }';
    expect(await told({ ...files, '.blue-pencil.json': more })).toEqual({ 'a.txt': [], 'b.txt': [] });
  });
});
