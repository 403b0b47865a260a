// A long day with everything in it: edits, checks, a folder that changes, servers and commands that are killed. `npm run soak -- 30`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import {
  CancellationTokenSource,
  ExecuteCommandRequest,
  FileChangeType,
  HoverRequest,
} from 'vscode-languageserver-protocol/node';
import { chanceFrom } from '../corpus/chance.ts';
import { nextEdit, TEXTS } from '../protocol/edits.ts';
import { folderWith, startServer, type TestClient, uriOf } from '../protocol/harness.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CLI = join(ROOT, 'server/dist/cli.cjs');
const HEAP = fileURLToPath(new URL('heap.cjs', import.meta.url));

const MINUTES = Number(process.env.SOAK_MINUTES ?? 1);
const SEED = Number(process.env.PROPERTY_SEED ?? 1);
const SAMPLES = 15;
/** The first samples are of a server that still warms up. */
const WARM = 5;

/** What the model reads comes when it comes, and a draft that is open here is on no disk there. */
const SETTINGS = {
  checks: { garbled: { model: 'off' } },
  severity: { 'duplicate/across-files': 'off' },
};

const LANGUAGES = ['plaintext', 'markdown', 'news-draft'] as const;
const URIS = Array.from({ length: 5 }, (_, n) => uriOf(`/soak/open-${n}`));

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

test(
  `${MINUTES} minutes of edits, checks, folder changes and kills: memory stays flat, and what is found is what a fresh check finds (seed ${SEED})`,
  async () => {
    const chance = chanceFrom(SEED);
    const folder = folderWith({ 'first.txt': 'The ferry sailed.\n' });
    const tried = { edits: 0, compared: 0, folders: 0, workspaces: 0, servers: 0, commands: 0, storms: 0 };
    const heaps: number[] = [];
    let told: (heap: number) => void = () => {};
    const client = await startServer({
      folders: [folder],
      settings: () => SETTINGS,
      nodeArgs: ['--require', HEAP],
      onStderr: (text) => told(Number(/heap (\d+)/u.exec(text)?.[1])),
    });
    let other = await startServer({ settings: () => SETTINGS });
    const languages = new Map<string, string>();

    const open = (uri: string, text = chance.some(TEXTS, chance.between(1, 3)).join('\n\n')) => {
      languages.set(uri, chance.pick(LANGUAGES));
      client.open(uri, text, languages.get(uri));
    };
    const foundBy = async (server: TestClient, uri: string) =>
      JSON.stringify(await server.pull(uri)).replaceAll(uri, 'URI');
    const compare = async (uri: string) => {
      tried.compared += 1;
      const fresh = uriOf(`/soak/fresh-${tried.compared}`);
      other.open(fresh, client.text(uri), languages.get(uri));
      const expected = await foundBy(other, fresh);
      other.close(fresh);
      expect({ text: client.text(uri), found: await foundBy(client, uri) }).toEqual({
        text: client.text(uri),
        found: expected,
      });
    };
    const heap = async () => {
      const texts = URIS.map((uri) => client.text(uri));
      for (const uri of URIS) client.close(uri);
      // an answer about another document: all that was asked before is done
      open(uriOf('/soak/last'), 'One.');
      await client.pull(uriOf('/soak/last'));
      client.close(uriOf('/soak/last'));
      const measured = new Promise<number>((resolve) => {
        told = resolve;
      });
      client.process.kill('SIGUSR2');
      heaps.push(await measured);
      for (const [i, uri] of URIS.entries()) open(uri, texts[i]);
    };

    const turns: readonly (readonly [number, () => Promise<void>])[] = [
      [
        60,
        async () => {
          const uri = chance.pick(URIS);
          for (let keys = chance.between(1, 8); keys > 0; keys -= 1) {
            client.change(uri, nextEdit(client.text(uri), chance));
            tried.edits += 1;
          }
          if (client.text(uri).length > 40_000) client.replaceAll(uri, chance.pick(TEXTS));
          await client.pull(uri);
        },
      ],
      [12, () => compare(chance.pick(URIS))],
      [
        6,
        async () => {
          const uri = chance.pick(URIS);
          client.close(uri);
          open(uri);
        },
      ],
      [
        6,
        async () => {
          tried.folders += 1;
          const path = join(folder, `sub-${chance.between(1, 3)}`, `draft-${chance.between(1, 9)}.txt`);
          mkdirSync(join(path, '..'), { recursive: true });
          if (chance.next() < 0.3) rmSync(path, { force: true });
          else writeFileSync(path, chance.pick(TEXTS));
          client.filesChanged({ uri: uriOf(path), type: FileChangeType.Changed });
        },
      ],
      [
        1,
        async () => {
          tried.workspaces += 1;
          await client.connection.sendRequest(ExecuteCommandRequest.type, {
            command: 'bluePencil.checkWorkspace',
          });
        },
      ],
      [
        4,
        async () => {
          tried.storms += 1;
          const uri = chance.pick(URIS);
          const asked = Array.from({ length: 20 }, () => {
            const source = new CancellationTokenSource();
            const position = { line: chance.between(0, 20), character: chance.between(0, 80) };
            const answer = client.connection.sendRequest(
              HoverRequest.type,
              { textDocument: { uri }, position },
              source.token,
            );
            source.cancel();
            return answer.catch(() => null);
          });
          await Promise.all(asked);
        },
      ],
      [
        1,
        async () => {
          tried.servers += 1;
          const uri = uriOf('/soak/killed');
          other.open(uri, chance.pick(TEXTS));
          void other.pull(uri).catch(() => {});
          other.process.kill('SIGKILL');
          await other.exited;
          other.connection.dispose();
          other = await startServer({ settings: () => SETTINGS });
        },
      ],
      [
        1,
        async () => {
          tried.commands += 1;
          const before = Object.fromEntries(
            [1, 2, 3].map((n) => [`${n}.txt`, `The the ferry sailed on day ${n}.\n\n${chance.pick(TEXTS)}`]),
          );
          const killed = folderWith(before);
          const mend = async (ms?: number) => {
            const child = spawn(process.execPath, [CLI, 'check', '--fix', '--quiet', '.'], {
              cwd: killed,
              stdio: 'ignore',
            });
            const timer = ms === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), ms);
            await once(child, 'exit');
            clearTimeout(timer);
          };
          const texts = () => Object.keys(before).map((name) => readFileSync(join(killed, name), 'utf8'));
          await mend(chance.between(50, 2500));
          const after = texts();
          await mend();
          const mended = texts();
          for (const [i, text] of after.entries())
            expect([before[`${i + 1}.txt`], mended[i]]).toContain(text);
          expect(readdirSync(killed).sort()).toEqual(Object.keys(before));
        },
      ],
    ];
    const bag = turns.flatMap(([weight, turn]) => Array.from({ length: weight }, () => turn));

    // what is kept of words and house styles comes with the first drafts, and stays
    for (const [n, text] of TEXTS.entries()) {
      const uri = uriOf(`/soak/warm-${n}`);
      client.open(uri, text);
      await client.pull(uri);
      client.close(uri);
    }
    for (const uri of URIS) open(uri);
    const start = Date.now();
    const length = MINUTES * 60_000;
    while (heaps.length < SAMPLES) {
      while (Date.now() - start < (length * (heaps.length + 1)) / SAMPLES) await chance.pick(bag)();
      await heap();
    }
    const [early, late] = [heaps.slice(WARM, WARM + 3), heaps.slice(-3)].map(median);
    const report = { minutes: MINUTES, seed: SEED, ...tried, heaps };
    mkdirSync(join(ROOT, '.cache'), { recursive: true });
    writeFileSync(join(ROOT, '.cache/soak.json'), `${JSON.stringify(report)}\n`);
    console.log(JSON.stringify(report));
    expect((late ?? 0) / (early ?? 1)).toBeLessThan(1.1);
  },
  MINUTES * 60_000 * 2 + 300_000,
);
