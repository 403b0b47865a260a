import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { DraftSourcing, SheetResult } from '../../server/src/lsp/protocol.ts';
import { FULL, folderWith, startServer, type TestClient, uriOf } from './harness.ts';

const DRAFT = [
  'Storm cuts off the northern harbours',
  'The ferries will sail again on Monday, harbour master Ann Lee said.',
  'The storm and the strike have claimed 40 lives.',
  'Critics say the council waited too long.',
  'The harbour lies to the north of the old town.',
].join('\n\n');

const ask = (client: TestClient, uri: string): Promise<DraftSourcing> =>
  client.connection.sendRequest('bluePencil/sourcing', { uri });

/** How the claims of a document stand, as “standing: the first words”. */
const standings = async (client: TestClient, uri: string): Promise<readonly string[]> =>
  (await ask(client, uri)).claims.map(
    ({ standing, range }) => `${standing}: ${client.wordsOf(uri, range).split(' ').slice(0, 3).join(' ')}`,
  );

const changed = (client: TestClient): Promise<void> =>
  new Promise((resolve) => {
    client.connection.onNotification('bluePencil/sourcingChanged', () => resolve());
  });

describe('the sourcing of an open draft', () => {
  it('tells how each claim stands, who says it and by which word, of the version it is about', async () => {
    const client = await startServer();
    const uri = 'untitled:Untitled-1';
    client.open(uri, DRAFT);
    const { version, claims } = await ask(client, uri);
    expect(version).toBe(1);
    expect(claims.map(({ range, ...claim }) => [client.wordsOf(uri, range), claim])).toEqual([
      [
        'The ferries will sail again on Monday, harbour master Ann Lee said.',
        { standing: 'attributed', source: { text: 'harbour master Ann Lee', kind: 'named' }, cue: 'said' },
      ],
      [
        'The storm and the strike have claimed 40 lives.',
        { standing: 'bare', asked: 'Who counted? “40 lives” needs a source.' },
      ],
      [
        'Critics say the council waited too long.',
        {
          standing: 'vague',
          source: { text: 'Critics', kind: 'anonymous' },
          cue: 'say',
          asked: expect.stringContaining('which ones?'),
        },
      ],
    ]);
  });

  it('follows an edit', async () => {
    const client = await startServer();
    client.open('untitled:a', DRAFT);
    await ask(client, 'untitled:a');
    const at = DRAFT.indexOf(' lives.') + ' lives'.length;
    client.change('untitled:a', { start: at, end: at, text: ', according to the coroner' });
    expect((await ask(client, 'untitled:a')).version).toBe(2);
    expect((await standings(client, 'untitled:a'))[1]).toBe('attributed: The storm and');
  });

  it('says that it has changed when a claim is checked; the claim is open again once its figure changes', async () => {
    const folder = folderWith({ 'storm.txt': DRAFT });
    const client = await startServer({ folders: [folder] });
    const uri = uriOf(folder, 'storm.txt');
    client.open(uri, DRAFT);
    expect((await standings(client, uri))[1]).toBe('bare: The storm and');
    const actions = await client.actionsAt(uri, '40 lives');
    const { command } = actions.find(({ title }) => title === 'Mark as checked: public record') ?? {};
    const told = changed(client);
    await client.connection.sendRequest('workspace/executeCommand', command);
    await told;
    const { claims } = await ask(client, uri);
    expect(claims[1]).toMatchObject({ standing: 'checked', checked: { reason: 'public record' } });
    expect(claims[1]?.asked).toBeUndefined();
    client.change(uri, { start: DRAFT.indexOf('40'), end: DRAFT.indexOf('40') + 2, text: '41' });
    expect((await standings(client, uri))[1]).toBe('bare: The storm and');
    expect(readFileSync(join(folder, 'storm.txt'), 'utf8')).toBe(DRAFT);
  });

  it('tells nothing of a draft that is not checked, or not open', async () => {
    const client = await startServer({ settings: () => ({ enable: false }) });
    client.open('untitled:a', DRAFT);
    expect((await ask(client, 'untitled:a')).claims).toEqual([]);
    expect((await ask(client, 'untitled:gone')).claims).toEqual([]);
  });
});

describe('the fact checker’s sheet', () => {
  const sheet = (client: TestClient, uri: string, format: string): Promise<SheetResult | null> =>
    client.connection.sendRequest('bluePencil/factCheckSheet', { uri, format });

  it('is a page, or a table, on an open draft', async () => {
    const folder = folderWith({ 'city/storm.txt': DRAFT });
    const client = await startServer({ folders: [folder] });
    const uri = uriOf(folder, 'city/storm.txt');
    client.open(uri, DRAFT);
    const page = await sheet(client, uri, 'markdown');
    expect(page).toMatchObject({ claims: 3, open: 2 });
    expect(page?.text).toContain('# Fact-check sheet: city/storm.txt');
    expect((await sheet(client, uri, 'csv'))?.text).toContain('city/storm.txt,3,5,The storm and');
    expect(await sheet(client, uriOf(folder, 'gone.txt'), 'csv')).toBeNull();
  });

  it('says where the draft lies and when it was read, under its heading', async () => {
    const client = await startServer();
    client.open('untitled:a', DRAFT);
    const about = { folder: 'desk', when: '29 November 2026, 21:05' };
    const page = await client.connection.sendRequest<SheetResult>('bluePencil/factCheckSheet', {
      uri: 'untitled:a',
      format: 'markdown',
      about,
    });
    expect(page.text).toMatch(/^# Fact-check sheet: .*\n\n<!--.*-->\n\ndesk · 29 November 2026, 21:05\n\n/u);
  });

  it('is in the language of the desk, but for the draft’s own words', async () => {
    const client = await startServer({ locale: 'de' });
    client.open('untitled:storm', DRAFT);
    const text = (await sheet(client, 'untitled:storm', 'markdown'))?.text.replace(/<!--.*-->/u, '') ?? '';
    expect(text).toContain('# Faktencheck-Bogen: ');
    expect(text).toContain('3 Behauptungen: 1 mit Quelle, 1 mit vager Quelle und 1 ohne Quelle.');
    expect(text).toContain('## Absatz 2, Zeile 3');
    expect(text).toContain('  - Quelle: harbour master Ann Lee (namentlich), „said“');
    expect(text).toContain('  - Zu fragen: „Critics say“: welche?');
    expect(text).not.toMatch(/\b(?:Source|Ask|none|line|Paragraph|by|claims?|attributed)\b/u);
    // a page that no second server takes for a draft
    client.open(
      'untitled:sheet',
      (await sheet(client, 'untitled:storm', 'markdown'))?.text ?? '',
      'markdown',
    );
    expect(await client.pull('untitled:sheet')).toEqual([]);
    const status = client.connection.sendRequest('bluePencil/draftStatus', { uri: 'untitled:sheet' });
    expect(await status).toEqual({ state: 'off', why: 'written here' });
  });

  it('is itself no draft to be checked', async () => {
    const client = await startServer();
    client.open('untitled:a', DRAFT);
    const page = await sheet(client, 'untitled:a', 'markdown');
    client.open('untitled:sheet', page?.text ?? '', 'markdown');
    expect(await client.pull('untitled:sheet')).toEqual([]);
  });
});

describe('“according to …”', () => {
  const snippets = {
    ...FULL,
    workspace: { ...FULL.workspace, workspaceEdit: { documentChanges: true, snippetEditSupport: true } },
  };

  /** The new words of the edits of an action. */
  const newWords = (edit: WorkspaceEdit | undefined): readonly string[] =>
    (edit?.documentChanges ?? []).flatMap((change) =>
      'edits' in change
        ? change.edits.map((one) => ('snippet' in one ? `snippet ${one.snippet.value}` : one.newText))
        : [],
    );

  it('leaves a place for the source in the text for an editor that can, the draft’s sources to choose from', async () => {
    const client = await startServer({ capabilities: snippets });
    client.open('untitled:a', DRAFT);
    const actions = await client.actionsAt('untitled:a', '40 lives');
    const [first] = actions;
    expect(first?.title).toBe('Add “according to …”');
    expect(newWords(first?.edit)).toEqual([`snippet , according to \${1|[SOURCE],Lee|}`]);
  });

  it('names each source for any other editor', async () => {
    const client = await startServer();
    client.open('untitled:a', DRAFT);
    const [slot, named] = await client.actionsAt('untitled:a', '40 lives');
    expect(slot?.title).toBe('Add “according to [SOURCE]”');
    expect(named?.title).toBe('Add “according to Lee”');
    expect([slot, named].some((one) => one?.isPreferred)).toBe(false);
    expect(client.apply('untitled:a', named)).toBe(DRAFT.replace('40 lives.', '40 lives, according to Lee.'));
  });
});
