import { describe, expect, test } from 'vitest';
import {
  type CodeAction,
  CodeActionKind,
  ExecuteCommandRequest,
  type Hover,
  HoverRequest,
  MarkupContent,
} from 'vscode-languageserver-protocol';
import { BARE, FULL, startServer } from './harness.ts';
import { CLEAN, LATER_KEPT, PASTED_TWICE, STORY } from './story.ts';

const URI = 'untitled:ferry';
const COMPARE = { commands: ['bluePencil.compareCopies'] };
const titles = (actions: readonly CodeAction[]) => actions.map(({ title }) => title);
const titled = (actions: readonly CodeAction[], title: string) =>
  actions.find((action) => action.title === title);

/** The story with the later copy marked, so that a test can put the cursor there. */
async function openedAtCopy(options: Parameters<typeof startServer>[0] = {}) {
  const client = await startServer({ initializationOptions: COMPARE, ...options });
  client.open(URI, PASTED_TWICE);
  const [finding] = await client.pull(URI);
  const position = finding?.range.start ?? { line: 0, character: 0 };
  const actions = async (only?: readonly string[]) =>
    (await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: URI },
      range: {
        start: { line: position.line + 2, character: 7 },
        end: { line: position.line + 2, character: 7 },
      },
      context: { diagnostics: [], ...(only && { only }) },
    })) as CodeAction[];
  return { client, finding, actions };
}

describe('a repeated run', () => {
  test('is offered five ways out, wherever in it the cursor stands', async () => {
    const { actions, finding } = await openedAtCopy();
    const offered = await actions();
    expect(titles(offered)).toEqual([
      'Delete the 3 repeated paragraphs',
      'Keep this copy and delete the first',
      'Go to the other copy',
      'Compare the two copies',
      'Ignore this',
    ]);
    expect(offered.map(({ isPreferred }) => isPreferred === true)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    for (const action of offered) {
      expect(action.kind).toBe(CodeActionKind.QuickFix);
      expect(action.diagnostics).toEqual([finding]);
    }
  });

  test('deleted, leaves the text as if it had never been pasted', async () => {
    const { client, actions } = await openedAtCopy();
    const text = client.apply(URI, titled(await actions(), 'Delete the 3 repeated paragraphs'));
    expect(text).toBe(CLEAN);
    expect(await client.pull(URI)).toEqual([]);
  });

  test('kept, takes the first copy away instead', async () => {
    const { client, actions } = await openedAtCopy();
    const text = client.apply(URI, titled(await actions(), 'Keep this copy and delete the first'));
    expect(text).toBe(LATER_KEPT);
    expect(await client.pull(URI)).toEqual([]);
  });

  test.each(['\r\n', '\r'])('goes without a trace where lines end in %j', async (end) => {
    const client = await startServer();
    client.open(URI, PASTED_TWICE.replaceAll('\n', end));
    const offered = await client.actionsAt(URI, STORY[0]);
    expect(offered).toEqual([]);
    const [finding] = await client.pull(URI);
    const actions = (await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: URI },
      range: finding?.range,
      context: { diagnostics: [finding] },
    })) as CodeAction[];
    expect(client.apply(URI, titled(actions, 'Delete the 3 repeated paragraphs'))).toBe(
      CLEAN.replaceAll('\n', end),
    );
  });

  test('leads to the other copy, through the client', async () => {
    const { client, actions, finding } = await openedAtCopy();
    const command = titled(await actions(), 'Go to the other copy')?.command;
    await client.connection.sendRequest(ExecuteCommandRequest.type, {
      command: command?.command ?? '',
      arguments: command?.arguments ?? [],
    });
    const first = finding?.relatedInformation?.[0]?.location;
    expect(client.shown).toEqual([{ uri: URI, selection: first?.range, takeFocus: true }]);
  });

  test('is compared by the client, which is told both places', async () => {
    const { actions, finding } = await openedAtCopy();
    expect(titled(await actions(), 'Compare the two copies')?.command).toEqual({
      title: 'Compare the two copies',
      command: 'bluePencil.compareCopies',
      arguments: [
        {
          uri: URI,
          first: finding?.relatedInformation?.[0]?.location.range,
          firstUri: URI,
          second: finding?.range,
        },
      ],
    });
  });

  test('is offered only what the client can do', async () => {
    const { window: _, ...rest } = FULL;
    const { actions } = await openedAtCopy({ initializationOptions: {}, capabilities: rest });
    expect(titles(await actions())).toEqual([
      'Delete the 3 repeated paragraphs',
      'Keep this copy and delete the first',
      'Ignore this',
    ]);
  });

  test('is mended in a client that takes no versions', async () => {
    const client = await startServer({ capabilities: BARE });
    client.open(URI, PASTED_TWICE);
    const { diagnostics } = await client.publishedWhere(URI, () => true);
    const actions = (await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: URI },
      range: diagnostics[0]?.range,
      context: { diagnostics },
    })) as CodeAction[];
    expect(actions[0]?.edit?.documentChanges).toBeUndefined();
    expect(client.apply(URI, actions[0])).toBe(CLEAN);
  });

  test('is left out when another kind of action is asked for', async () => {
    const { actions } = await openedAtCopy();
    expect(await actions([CodeActionKind.Refactor])).toEqual([]);
    expect(await actions([CodeActionKind.Source])).toEqual([]);
    expect(await actions([CodeActionKind.QuickFix])).toHaveLength(5);
  });
});

describe('a word that stands twice', () => {
  const DRAFT =
    'Ferry stays\n\nThe boat will sail at a a discount, the the council’s office said in a statement.\n';
  const MENDED =
    'Ferry stays\n\nThe boat will sail at a discount, the council’s office said in a statement.\n';

  test('is taken out by its quick fix, and nothing else is touched', async () => {
    const client = await startServer();
    client.open(URI, DRAFT);
    const [fix] = await client.actionsAt(URI, 'the the');
    expect(fix?.isPreferred).toBe(true);
    expect(client.apply(URI, fix)).toBe(DRAFT.replace('the the', 'the'));
  });

  test('goes with every other safe fix on “fix all”, also when that is asked for more broadly', async () => {
    for (const only of ['source.fixAll.bluePencil', 'source.fixAll', 'source']) {
      const client = await startServer();
      client.open(URI, DRAFT);
      const [all, ...others] = await client.actionsAt(URI, 'Ferry', [only]);
      expect(others).toEqual([]);
      expect(all?.kind).toBe('source.fixAll.bluePencil');
      expect(client.apply(URI, all)).toBe(MENDED);
      expect(await client.pull(URI)).toEqual([]);
    }
  });

  test('three times and more is one word after “fix all”', async () => {
    const client = await startServer();
    client.open(URI, 'Ferry stays\r\n\r\n⛴ The boat will sail on on on on weekdays, the office said.\r\n');
    const [all] = await client.actionsAt(URI, 'Ferry', ['source.fixAll']);
    expect(client.apply(URI, all)).toBe(
      'Ferry stays\r\n\r\n⛴ The boat will sail on weekdays, the office said.\r\n',
    );
  });

  test('is offered no “fix all” unasked, nor where no fix is safe', async () => {
    const client = await startServer();
    client.open(URI, DRAFT);
    expect((await client.actionsAt(URI, 'the the')).map(({ kind }) => kind)).not.toContain(
      'source.fixAll.bluePencil',
    );
    client.open('untitled:copies', PASTED_TWICE);
    expect(await client.actionsAt('untitled:copies', 'Council', ['source.fixAll'])).toEqual([]);
  });
});

describe('hover', () => {
  const shownIn = (hover: Hover | null): string =>
    hover !== null && MarkupContent.is(hover.contents) ? hover.contents.value : '';
  const at = (line: number, character: number) => ({
    textDocument: { uri: URI },
    position: { line, character },
  });

  test('tells the message, what it is about, and where to read more', async () => {
    const { client, finding } = await openedAtCopy();
    const { line } = finding?.range.start ?? { line: 0 };
    const hover = await client.connection.sendRequest(HoverRequest.type, at(line + 2, 3));
    expect(hover?.range).toEqual(finding?.range);
    const value = shownIn(hover);
    expect(value.replaceAll('\\', '')).toContain(finding?.message);
    expect(value).toContain(
      '[duplicate/block](https://github.com/blue-pencil/blue-pencil/blob/main/docs/checks/duplicate.md)',
    );
    expect(await client.connection.sendRequest(HoverRequest.type, at(0, 0))).toBeNull();
  });

  test('shows wrong copy, right copy and what handbooks ask', async () => {
    const client = await startServer();
    client.open(
      URI,
      'Bidders circle bicycle maker\n\nTwo funds have reportedly offered £9m for the company.\n',
    );
    await client.pull(URI);
    const value = shownIn(await client.connection.sendRequest(HoverRequest.type, at(2, 18)));
    expect(value.replaceAll('\\', '')).toMatch(
      /Wrong: Two funds have reportedly offered .*Right: Two funds have offered .*, its chairman said\..*To handbooks a hedge is no source/su,
    );
  });

  test('leaves out the message where the editor shows it already', async () => {
    const { client, finding } = await openedAtCopy({ initializationOptions: { messageInHover: true } });
    const hover = await client.connection.sendRequest(
      HoverRequest.type,
      at(finding?.range.start.line ?? 0, 3),
    );
    const value = shownIn(hover);
    expect(value).toContain('Two or more paragraphs in a row appear twice');
    expect(value.replaceAll('\\', '')).not.toContain(finding?.message);
  });

  test('is plain text for a client that shows no Markdown', async () => {
    const client = await startServer({ capabilities: BARE });
    client.open(URI, PASTED_TWICE);
    const { diagnostics } = await client.publishedWhere(URI, () => true);
    const hover = await client.connection.sendRequest(
      HoverRequest.type,
      at(diagnostics[0]?.range.start.line ?? 0, 3),
    );
    expect(hover?.contents).toMatchObject({ kind: 'plaintext' });
    expect(shownIn(hover)).toContain(diagnostics[0]?.message);
  });
});
