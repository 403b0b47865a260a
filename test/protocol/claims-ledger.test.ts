import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ExecuteCommandRequest } from 'vscode-languageserver-protocol';
import { folderWith, startServer, uriOf } from './harness.ts';

const DRAFT = `Rebels take Elmstead

Rebels seized the town of Elmstead on Monday, killing 61 people.

“We will hold it,” said Bo Lind, the rebels’ commander.
`;

test('a claim that is marked as checked is settled until its figure changes, in every draft of the folder', async () => {
  const folder = folderWith({});
  const client = await startServer({ folders: [folder] });
  const [uri, other] = [uriOf(folder, 'war.txt'), uriOf(folder, 'later.md')];
  client.open(uri, DRAFT);
  client.open(
    other,
    `# War\n\nIt rained. ${DRAFT.split('\n\n')[1]?.replace('Monday, killing', 'Monday — killing')}\n`,
  );
  const [found] = await client.pull(uri);
  expect(found?.code).toBe('attribution/unattributed-claim');
  expect(await client.pull(other)).toHaveLength(1);

  const actions = await client.actionsAt(
    uri,
    client.wordsOf(uri, found?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }),
  );
  const titles = actions.map(({ title }) => title);
  expect(titles.slice(-4)).toEqual([
    'Mark as checked: public record',
    'Mark as checked: witnessed',
    'Mark as checked: common knowledge',
    'Mark as checked: checked with a source',
  ]);
  const witnessed = actions.find(({ title }) => title.endsWith('witnessed'))?.command;
  await client.connection.sendRequest(ExecuteCommandRequest.type, {
    command: witnessed?.command ?? '',
    arguments: witnessed?.arguments ?? [],
  });
  expect(await client.pull(uri)).toEqual([]);
  expect(await client.pull(other)).toEqual([]);
  expect(JSON.parse(readFileSync(join(folder, '.blue-pencil/checked.jsonl'), 'utf8'))).toMatchObject({
    code: 'attribution/unattributed-claim',
    excerpt: 'Rebels seized the town of Elmstead on Monday, killing 61 people.',
    reason: 'witnessed',
  });

  client.replaceAll(uri, DRAFT.replace('61', '71'));
  expect((await client.pull(uri)).map(({ code }) => code)).toEqual(['attribution/unattributed-claim']);
  expect(await client.pull(other)).toEqual([]);
});
