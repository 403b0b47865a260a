// What is promised of every finding and fix, tried on the drafts of all checks, changed at random. `npm run test:long` tries 10,000.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { CHECKS } from '../../server/src/checks/index.ts';
import type { Format } from '../../server/src/draft/draft.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import type { Span } from '../../server/src/draft/span.ts';
import type { Finding } from '../../server/src/engine/finding.ts';
import { applyEdits, fixAll } from '../../server/src/engine/fix.ts';
import { planChecks } from '../../server/src/engine/plan.ts';
import { checkDraft } from '../../server/src/engine/session.ts';
import { clientOf } from '../../server/src/lsp/client.ts';
import { toDiagnostic } from '../../server/src/lsp/diagnostics.ts';
import { openText } from '../../server/src/lsp/open-text.ts';
import { json } from '../../server/src/reports/json.ts';
import { reportedFile, summarise } from '../../server/src/reports/report.ts';
import { sarif } from '../../server/src/reports/sarif.ts';
import { COPY } from '../copy.ts';
import { runIn } from '../unit/command.ts';
import { folderOf } from '../unit/folder.ts';
import { anyEdit, makeEdit, PATIENCE, tried } from './drafts.ts';

/** The model reads sentences one by one, some milliseconds each: what it finds is tried in `phrasing-judge.test.ts`. */
const RULES = { checks: { garbled: { model: 'off' } } };
const PLAN = planChecks(CHECKS, RULES);

interface Draft {
  readonly format: Format;
  readonly text: string;
}

/** Up to three paragraphs of a draft of some check, changed here and there. */
const draft: fc.Arbitrary<Draft> = fc
  .tuple(fc.constantFrom(...COPY), fc.nat(), fc.array(anyEdit, { maxLength: 4 }))
  .map(([{ format, text }, from, edits]) => {
    const paragraphs = text.split(/\n{2,}/u);
    const first = from % paragraphs.length;
    const some = paragraphs.slice(first, first + 3).join('\n\n');
    return { format, text: edits.reduce((now, edit) => makeEdit(now, edit).text, some).slice(0, 4000) };
  });

/** One paragraph of one, with words enough to be told of where it stands in two drafts: to judge files takes long. */
const paragraph = draft.map(({ text }) => {
  const [longest = ''] = text.split(/\n{2,}/u).sort((a, b) => b.length - a.length);
  return longest.slice(0, 300);
});

const findingsIn = ({ format, text }: Draft): readonly Finding[] =>
  checkDraft(readDraft(text, format), PLAN, (_, error) => {
    throw error;
  });

/** Whether a place lies between the two halves of one character. */
const splits = (text: string, at: number): boolean =>
  /^[\ud800-\udbff][\udc00-\udfff]$/u.test(`${text.charAt(at - 1)}${text.charAt(at)}`);

// for docs/reliability.md, where more is tried than in a plain run
const KEPT = fileURLToPath(new URL('../../.cache/properties.json', import.meta.url));
afterEach(({ task: { name, result } }) => {
  if (process.env.PROPERTY_RUNS === undefined) return;
  const before: readonly { name: string }[] = existsSync(KEPT) ? JSON.parse(readFileSync(KEPT, 'utf8')) : [];
  const { numRuns: runs, seed } = tried();
  const one = { name, runs, seed, holds: result?.state !== 'fail' };
  mkdirSync(dirname(KEPT), { recursive: true });
  writeFileSync(KEPT, JSON.stringify([...before.filter((other) => other.name !== name), one]));
});

const holds = (property: fc.IProperty<[Draft]>) => fc.assert(property, tried(150));

test(
  'every span is of whole characters, with those of related places and of fixes',
  () => {
    holds(
      fc.property(draft, (one) => {
        for (const { span, related, fixes } of findingsIn(one)) {
          const own = related.filter(({ other }) => other === undefined);
          const spans = [
            span,
            ...own.map((to) => to.span),
            ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span)),
          ];
          for (const { start, end } of spans) {
            expect(start).toBeLessThanOrEqual(end);
            expect(end).toBeLessThanOrEqual(one.text.length);
            expect([start, end].filter((at) => splits(one.text, at))).toEqual([]);
          }
        }
      }),
    );
  },
  PATIENCE,
);

test(
  'a fix changes its edits’ spans and leaves every other character as it stands',
  () => {
    holds(
      fc.property(draft, (one) => {
        for (const { edits } of findingsIn(one).flatMap(({ fixes }) => fixes)) {
          const mended = applyEdits(one.text, edits);
          expect(outside(mended, landed(edits))).toBe(
            outside(
              one.text,
              edits.map(({ span }) => span),
            ),
          );
        }
      }),
    );
  },
  PATIENCE,
);

/** Where edits lie once they are made. */
function landed(edits: readonly { readonly span: Span; readonly text: string }[]): readonly Span[] {
  let grown = 0;
  return [...edits]
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .map(({ span, text }) => {
      const start = span.start + grown;
      grown += text.length - (span.end - span.start);
      return { start, end: start + text.length };
    });
}

const outside = (text: string, spans: readonly Span[]): string =>
  applyEdits(
    text,
    spans.map((span) => ({ span, text: '\u0000' })),
  );

test(
  'what was fixed safely once is left alone the second time',
  () => {
    holds(
      fc.property(draft, ({ format, text }) => {
        const mend = (source: string) => fixAll(source, (now) => findingsIn({ format, text: now }));
        const once = mend(text);
        expect(mend(once)).toBe(once);
      }),
    );
  },
  PATIENCE,
);

test(
  'lines and columns are the same in JSON, in SARIF and in an editor',
  () => {
    const client = clientOf({ processId: null, rootUri: null, capabilities: {} });
    holds(
      fc.property(draft, (one) => {
        const findings = findingsIn(one);
        const file = reportedFile('a.txt', { ...one, findings }, null);
        const report = {
          files: [file],
          summary: summarise([file]),
          checks: CHECKS,
          version: '1',
          failOn: 'never' as const,
          known: 0,
          settled: 0,
          fixed: { fixes: 0, files: 0 },
          fixing: false,
        };
        const style = { colour: false, quiet: false };
        // an editor takes a byte order mark off, and counts columns without it
        const bare = one.text.replace(/^\ufeff/u, '');
        const text = openText('file:///a.txt', 'plaintext', 1, bare);
        const inEditor = findingsIn({ ...one, text: bare }).map(
          (finding) => toDiagnostic(text, finding, client).range,
        );
        expect(
          JSON.parse(json(report)).files[0].findings.map(({ range }: { range: object }) => range),
        ).toEqual(inEditor);
        const { results } = JSON.parse(sarif(report, style)).runs[0];
        expect(
          results.map((result: SarifResult) => rangeOfRegion(result.locations[0].physicalLocation.region)),
        ).toEqual(inEditor);
      }),
    );
  },
  PATIENCE,
);

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}
interface SarifResult {
  readonly locations: readonly [{ readonly physicalLocation: { readonly region: Region } }];
}

const rangeOfRegion = ({ startLine, startColumn, endLine, endColumn }: Region) => ({
  start: { line: startLine - 1, character: startColumn - 1 },
  end: { line: endLine - 1, character: endColumn - 1 },
});

test(
  'what is found in files does not hang on the order they are named in',
  async () => {
    const folder = folderOf({ '.blue-pencil.json': JSON.stringify(RULES) });
    const names = ['a.txt', 'b.txt', 'c.txt'];
    const check = async (order: readonly string[]) => {
      const { out } = await runIn(folder, ['check', '--format', 'json', ...order], CHECKS);
      const files: { path: string }[] = JSON.parse(out).files;
      return files.sort((a, b) => (a.path < b.path ? -1 : 1));
    };
    await fc.assert(
      fc.asyncProperty(paragraph, paragraph, fc.boolean(), async (one, other, copied) => {
        const texts = [one, other, copied ? one : `${other}\n\n${one}`];
        for (const [i, name] of names.entries()) writeFileSync(join(folder, name), texts[i] ?? '');
        expect(await check(['c.txt', 'a.txt', 'b.txt'])).toEqual(await check(names));
      }),
      tried(40),
    );
  },
  PATIENCE,
);
