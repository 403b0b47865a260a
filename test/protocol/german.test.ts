// What a German desk is told beside findings; that every text has its German is held by test/unit/german.test.ts.
import { expect, test } from 'vitest';
import { ExecuteCommandRequest } from 'vscode-languageserver-protocol';
import type {
  AsDraftResult,
  DraftSourcing,
  ReportResult,
  ToSignOff,
  WorkspaceSummary,
} from '../../server/src/lsp/protocol.ts';
import { ALONE, folderWith, startServer, uriOf } from './harness.ts';

const HOUSE = '.blue-pencil.json';
const CREW =
  'Ferry stays\n\nAt least 40 people were killed in the raid. It will sail on on 12 weekdays, the office “said”.\n';

async function desk(files: Record<string, string>, options: Record<string, unknown> = {}) {
  const folder = folderWith({ 'crew.txt': CREW, ...files });
  const client = await startServer({
    folders: [folder],
    locale: 'de',
    settings: () => ({ ...ALONE, maxFileSize: 1 }),
    initializationOptions: { commands: ['bluePencil.signOff'], ...options },
  });
  const uri = uriOf(folder, 'crew.txt');
  client.open(uri, CREW);
  const execute = <R>(command: string, ...given: unknown[]): Promise<R> =>
    client.connection.sendRequest(ExecuteCommandRequest.type, { command, arguments: given });
  return { folder, client, uri, execute };
}

test('faults of the house file, whether it is open or not', async () => {
  const { folder, client } = await desk({ [HOUSE]: '{\n "dialect":\n "ignore": []\n}' });
  const house = uriOf(folder, HOUSE);
  const { diagnostics } = await client.publishedWhere(house, (params) => params.diagnostics.length > 0);
  expect(diagnostics.map(({ message }) => message)).toEqual([
    'Ein Wert fehlt nach „dialect“. Setzen Sie es ans Ende von Zeile 2.',
  ]);
  client.open(house, '{"checks": {"repaeted": false}, "dialect": "brittish", "maxFileSize": "2 MB"}', 'json');
  const open = await client.publishedWhere(house, (params) => params.diagnostics.length > 1);
  expect(open.diagnostics.map(({ message }) => message).sort()).toEqual([
    'Eine Prüfung „repaeted“ gibt es nicht. Meinen Sie „repeated“?',
    '„dialect“ kann nicht „brittish“ sein. Schreiben Sie eins von diesen: either, british, american. Meinen Sie „british“?',
    '„maxFileSize“ muss eine Zahl von Kilobyte sein, nicht Text in Anführungszeichen.',
  ]);
});

test('what is not written in Restricted Mode, and why nothing can be noted of a draft in no folder', async () => {
  const { folder, client, uri, execute } = await desk({}, { restricted: true });
  const why = 'Dieser Ordner ist im eingeschränkten Modus geöffnet, in dem Blue Pencil nichts schreibt.';
  const noting = (await client.actionsAt(uri, 'on on')).find(({ title }) => title.startsWith('Übergehen'));
  const target = noting?.command?.arguments?.[0] as ToSignOff;
  expect(target.hindrance).toContain(why);
  await expect(execute('bluePencil.signOffAs', { target, reason: 'ignored' })).rejects.toThrow(why);
  await expect(execute('bluePencil.dontReport', { uri, code: 'repeated/word' })).rejects.toThrow(why);
  const archived = { archive: '/archive', folder: uriOf(folder), kind: 'ours' };
  await expect(execute('bluePencil.addStories', archived)).rejects.toThrow(why);
});

test('why files were left out or cannot be opened, and that a draft is too large', async () => {
  const { folder, client, execute } = await desk({
    'old.rtf': '{\\rtf1}',
    'long.txt': 'The ferry sailed. '.repeat(80),
  });
  const { skipped } = await execute<WorkspaceSummary>('bluePencil.checkWorkspace');
  expect(skipped.map(({ reason }) => reason)).toEqual([
    'old.rtf ist Rich Text, der nicht gelesen wird. Speichern Sie die Datei als .docx, .odt oder Text, um sie prüfen zu lassen.',
    'long.txt hat 2 KB; die Grenze ist 1 KB. Nichts darin wurde geprüft.',
  ]);
  client.open(uriOf(folder, 'long.txt'), 'The ferry sailed. '.repeat(80));
  expect((await client.pull(uriOf(folder, 'long.txt'))).map(({ message }) => message)).toEqual([
    expect.stringMatching(/^Dieser Entwurf wurde nicht geprüft: Er hat 2 KB, geprüft wird bis 1 KB\./u),
  ]);
  expect(
    await client.connection.sendRequest<AsDraftResult>('bluePencil/asDraft', { uri: uriOf(folder, 'a.txt') }),
  ).toEqual({ problem: 'a.txt ist kein Dokument und keine Seite.' });
});

test('what is to be asked of a claim, and why it counts as checked', async () => {
  const { client, uri, execute } = await desk({});
  const claims = async () =>
    (await client.connection.sendRequest<DraftSourcing>('bluePencil/sourcing', { uri })).claims;
  expect((await claims())[0]?.asked).toMatch(/^Wer hat gezählt\?/u);
  const noting = (await client.actionsAt(uri, '40 people were killed')).find(({ title }) =>
    title.startsWith('Als geprüft vermerken'),
  );
  const target = noting?.command?.arguments?.[0] as ToSignOff;
  await execute('bluePencil.signOffAs', { target, reason: 'public record', who: 'Ann' });
  expect((await claims())[0]?.checked?.reason).toBe('amtlich belegt');
  expect(await execute('bluePencil.checkedClaims')).toMatchObject([{ reason: 'amtlich belegt' }]);
});

test('damage in the ledger', async () => {
  const { folder, client } = await desk({ '.blue-pencil/checked.jsonl': 'no entry\n' });
  const { diagnostics } = await client.publishedWhere(
    uriOf(folder, '.blue-pencil/checked.jsonl'),
    (params) => params.diagnostics.length > 0,
  );
  expect(diagnostics[0]?.message).toMatch(/^Diese Zeile ist beschädigt und wird übergangen:/u);
});

test('a report, in each of its formats', async () => {
  const { client, uri } = await desk({});
  const report = async (format: 'html' | 'markdown' | 'csv') =>
    (await client.connection.sendRequest<ReportResult>('bluePencil/report', { uri, format })).text;
  const page = await report('html');
  expect(page).toContain('<html lang="de">');
  expect(page).toContain('2 Fundstellen in 1 Entwurf: 2 zu beheben.');
  expect(page).toContain('<th scope="row">Dasselbe Wort zweimal hintereinander</th>');
  expect(page).toContain('<p class="message">„on“ ist doppelt. Behalten Sie eins.</p>');
  expect(page).toContain('<li>Das zweite „on“ löschen</li>');
  expect(page.replace(/<style>.*<\/style>|<[^>]*>/gsu, '')).not.toMatch(
    /\b(?:findings?|warning|Line|to fix|done)\b/u,
  );
  expect(await report('markdown')).toContain('**Zeile 3, Warnung:** „on“ ist doppelt');
  expect((await report('csv')).split('\r\n')[0]).toBe(
    '\ufeffEntwurf,Zeile,Spalte,Schwere,Art,Code,Meldung,Wörter,Korrektur',
  );
});
