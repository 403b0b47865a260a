import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { startServer } from './harness.ts';

const ARTICLE = fileURLToPath(new URL('../../../shared/seed-article.txt', import.meta.url));
const present = existsSync(ARTICLE);
if (!present)
  console.warn('*** NOT TESTED: the seed article, since ../shared/seed-article.txt is not there ***');

test.skipIf(!present)(
  'the seed article: eleven paragraphs stand twice, and one fix takes them out',
  async () => {
    const uri = 'untitled:seed';
    const article = readFileSync(ARTICLE, 'utf8');
    const lines = article.split('\n');
    const opening = 'Russian foreign minister Sergei Lavrov informed';
    const first = lines.findIndex((line) => line.startsWith(opening));
    const again = lines.findLastIndex((line) => line.startsWith(opening));
    const repeated = lines.slice(first, first + 11);
    expect(again).toBe(first + 11);
    expect(lines.slice(again, again + 11)).toEqual(repeated);

    const client = await startServer();
    client.open(uri, article);
    const findings = (await client.pull(uri)).filter(({ code }) =>
      /^(?:duplicate|repeated)\//.test(String(code)),
    );
    expect(findings.map(({ code }) => code)).toEqual(['duplicate/block']);
    expect(findings[0]?.range.start).toEqual({ line: again, character: 0 });
    expect(findings[0] && client.wordsOf(uri, findings[0].range)).toBe(repeated.join('\n'));
    expect(findings[0]?.relatedInformation?.map(({ location }) => location.range.start)).toEqual([
      { line: first, character: 0 },
    ]);

    const inCopy = { line: again + 5, character: 10 };
    const actions = await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: inCopy, end: inCopy },
      context: { diagnostics: [] },
    });
    const [fix] = actions as Parameters<typeof client.apply>[1][];
    expect(client.apply(uri, fix)).toBe([...lines.slice(0, again), ...lines.slice(again + 11)].join('\n'));
  },
);
