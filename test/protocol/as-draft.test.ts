import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { AsDraftResult } from '../../server/src/lsp/protocol.ts';
import { folderWith, startServer, uriOf } from './harness.ts';

test('opens what a document, a page or an item holds as a draft in Markdown', async () => {
  const folder = folderWith({
    'a.docx': readFileSync(new URL('../documents/story.docx', import.meta.url)),
    'b.html': '<nav>News</nav><h1>Ferry stays</h1><p>It costs *three* pounds.</p><ul><li>One<li>Two</ul>',
    'c.json': '{"headline": "Ferry stays", "body_text": "The ferry stays."}',
    'package.json': '{}',
    'd.docx': 'no zip',
    'e.txt': 'The ferry stays.',
    'empty.html': '<nav>News</nav>',
  });
  const client = await startServer({ folders: [folder] });
  const asDraft = (name: string) =>
    client.connection.sendRequest<AsDraftResult>('bluePencil/asDraft', { uri: uriOf(folder, name) });
  expect(await asDraft('a.docx')).toEqual({
    text: readFileSync(new URL('../documents/story.md', import.meta.url), 'utf8'),
  });
  expect(await asDraft('b.html')).toEqual({
    text: '# Ferry stays\n\nIt costs \\*three\\* pounds.\n\n- One\n\n- Two\n',
  });
  expect(await asDraft('c.json')).toEqual({ text: '# Ferry stays\n\nThe ferry stays.\n' });
  for (const [name, problem] of [
    ['package.json', 'package.json holds no story'],
    ['d.docx', 'd.docx is broken'],
    ['e.txt', 'e.txt is no document or page.'],
    ['empty.html', 'There is no copy in empty.html.'],
    ['gone.docx', 'There is no file gone.docx.'],
  ] as const)
    expect(await asDraft(name)).toMatchObject({ problem: expect.stringContaining(problem) });
});
