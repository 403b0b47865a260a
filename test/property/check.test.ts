import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Edit } from '../../server/src/checks/check.ts';
import { CHECKS } from '../../server/src/checks/index.ts';
import { type Format, toSource } from '../../server/src/draft/draft.ts';
import type { Change } from '../../server/src/draft/plain.ts';
import { createReader, readDraft } from '../../server/src/draft/read.ts';
import { overlaps, type Span } from '../../server/src/draft/span.ts';
import type { Finding } from '../../server/src/engine/finding.ts';
import { applyEdits } from '../../server/src/engine/fix.ts';
import { planChecks } from '../../server/src/engine/plan.ts';
import { createSession } from '../../server/src/engine/session.ts';
import {
  anyEdit,
  DRAFTS,
  lineEnd,
  makeEdit,
  ownParagraphs,
  PATIENCE,
  type Shape,
  setIn,
  shape,
  tried,
} from './drafts.ts';

const PLAN = planChecks(CHECKS);
const FORMATS = Object.keys(DRAFTS) as Format[];

const session = () =>
  createSession((_, error) => {
    throw error;
  });

const findingsIn = (source: string, format: Format): readonly Finding[] =>
  session().check(readDraft(source, format), PLAN);

/** A draft in which passages were pasted, so that there is something to find. */
const faulty = (format: Format) =>
  fc
    .tuple(DRAFTS[format], fc.array(anyEdit, { maxLength: 3 }))
    .map(([source, edits]) => edits.reduce((text, edit) => makeEdit(text, edit).text, doubled(source)));

// sets the second half of the draft below itself and doubles a word
const doubled = (source: string): string => {
  const half = source.slice(source.indexOf(' ', source.length / 2));
  return `${source}\n\n${half}\n\n${half.replace(/(\p{L}+) /u, '$1 $1 ')}`;
};

// No two of these paragraphs are alike: what is found in them was pasted.
const pasted = (format: Format) =>
  fc
    .record({
      paragraphs: ownParagraphs,
      from: fc.nat(),
      length: fc.integer({ min: 1, max: 12 }),
      below: fc.nat(),
      // without blank lines Markdown reads one paragraph
      shape: format === 'plain' ? shape : fc.constantFrom<Shape>('blank lines', 'wrapped'),
      eol: lineEnd,
      width: fc.integer({ min: 48, max: 90 }),
      end: fc.boolean(),
      bom: fc.constantFrom('', '\ufeff'),
    })
    .map(({ paragraphs, from, length, below, shape, eol, width, end, bom }) => {
      const first = from % paragraphs.length;
      const run = paragraphs.slice(first, first + length);
      const place = first + run.length + (below % (paragraphs.length - first - run.length + 1));
      const asWritten = (text: string) => (format === 'html' ? `<p>${text}</p>` : text);
      const set = (all: readonly string[]) =>
        bom + setIn(all.map(asWritten), shape, eol, width) + (end ? eol : '');
      return {
        original: set(paragraphs),
        text: set([...paragraphs.slice(0, place), ...run, ...paragraphs.slice(place)]),
      };
    });

/** The same with a word doubled and with a few characters changed, here and there. */
const ownFaulty = (format: Format) =>
  fc
    .tuple(pasted(format), fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 4 }))
    .map(([{ text }, faults]) =>
      faults.reduce((now, [place, doubled]) => {
        const from = now.indexOf(' ', place % now.length) + 1;
        const word = /^\p{L}+/u.exec(now.slice(from))?.[0];
        if (word === undefined) return now;
        const put = doubled ? `${word} ${word}` : `un${word}`;
        return now.slice(0, from) + put + now.slice(from + word.length);
      }, text),
    );

test.each(FORMATS)(
  'checking a changed draft of %s again, and again as the changes are undone, gives what checking it afresh gives',
  (format) => {
    const draft = fc.oneof(faulty(format), { weight: 3, arbitrary: ownFaulty(format) });
    fc.assert(
      fc.property(draft, fc.array(anyEdit, { minLength: 1, maxLength: 4 }), (source, edits) => {
        const read = createReader(format);
        const { check } = session();
        check(read(source), PLAN);
        let text = source;
        const undo: { readonly to: string; readonly change: Change }[] = [];
        for (const edit of edits) {
          const { text: edited, change } = makeEdit(text, edit);
          undo.unshift({
            to: text,
            change: { start: change.start, end: change.newEnd, newEnd: change.end },
          });
          text = edited;
          expect(check(read(text, change), PLAN)).toEqual(findingsIn(text, format));
        }
        for (const { to, change } of undo)
          expect(check(read(to, change), PLAN)).toEqual(findingsIn(to, format));
      }),
      tried(format === 'plain' ? 200 : 30),
    );
  },
  PATIENCE,
);

test.each(FORMATS)(
  'what was learnt of a draft of %s bit by bit, while it changed, leaves the findings as they are',
  (format) => {
    fc.assert(
      fc.property(
        fc.oneof(faulty(format), ownFaulty(format)),
        fc.array(fc.tuple(fc.nat(20), anyEdit), { maxLength: 3 }),
        fc.integer({ min: 20, max: 400 }),
        (source, edits, bit) => {
          const read = createReader(format);
          const { learn, check } = session();
          let text = source;
          let draft = read(text);
          const left = [...edits];
          for (const _ of learn(() => draft, PLAN, bit)) {
            const [first] = left;
            if (first === undefined) continue;
            const [wait, edit] = first;
            left[0] = [wait - 1, edit];
            if (wait > 0) continue;
            left.shift();
            const { text: edited, change } = makeEdit(text, edit);
            text = edited;
            draft = read(text, change);
          }
          expect(check(draft, PLAN)).toEqual(findingsIn(text, format));
        },
      ),
      tried(format === 'plain' ? 40 : 15),
    );
  },
  PATIENCE,
);

describe.each(FORMATS)('a finding in a draft of %s', (format) => {
  test(
    'stands in the draft, as do its related places and its fixes’ edits',
    () => {
      fc.assert(
        fc.property(faulty(format), (source) => {
          for (const { span, related, fixes } of findingsIn(source, format)) {
            const edits = fixes.flatMap((fix) => fix.edits);
            for (const one of [span, ...related.map((to) => to.span), ...edits.map((edit) => edit.span)]) {
              expect(one.start).toBeGreaterThanOrEqual(0);
              expect(one.end).toBeGreaterThanOrEqual(one.start);
              expect(one.end).toBeLessThanOrEqual(source.length);
            }
            expect(span.end).toBeGreaterThan(span.start);
            // no finding begins or ends within a word
            for (const at of [span.start, span.end])
              expect(source.slice(Math.max(0, at - 1), at + 1)).not.toMatch(/^[\p{L}\p{N}]{2}$/u);
          }
        }),
        tried(100),
      );
    },
    PATIENCE,
  );

  test(
    'is gone once one of its fixes is applied',
    () => {
      fc.assert(
        fc.property(ownFaulty(format), (source) => {
          for (const finding of findingsIn(source, format)) {
            for (const { edits, title } of finding.fixes) {
              if (edits.length === 0) continue;
              const mended = applyEdits(source, edits);
              const place = moved(finding.span, edits);
              const words = source.slice(finding.span.start, finding.span.end);
              const still = findingsIn(mended, format).filter(
                (one) =>
                  one.code === finding.code &&
                  overlaps(one.span, place) &&
                  mended.slice(one.span.start, one.span.end) === words,
              );
              expect({ title, still }).toEqual({ title, still: [] });
            }
          }
        }),
        tried(200),
      );
    },
    PATIENCE,
  );

  test(
    'has no fix that takes away a word outside the finding and its related places',
    () => {
      fc.assert(
        fc.property(faulty(format), (source) => {
          const words = readDraft(source, format).paragraphs.flatMap((paragraph) =>
            paragraph.prose.words.map((word) => toSource(paragraph, word)),
          );
          for (const { span, related, fixes } of findingsIn(source, format)) {
            const named = [span, ...related.map((one) => one.span)];
            for (const { edits } of fixes) {
              const taken = words.filter((word) => edits.some((edit) => overlaps(edit.span, word)));
              expect(taken.filter((word) => !named.some((one) => overlaps(one, word)))).toEqual([]);
              expect(() => applyEdits(source, edits)).not.toThrow();
            }
          }
        }),
        tried(100),
      );
    },
    PATIENCE,
  );
});

/** Where a span comes to lie once edits are made; nowhere wide if they take it away. */
function moved({ start, end }: Span, edits: readonly Edit[]): Span {
  const at = (offset: number) =>
    edits.reduce((to, { span, text }) => {
      if (span.end <= offset) return to + text.length - (span.end - span.start);
      return span.start < offset ? to - (offset - span.start) : to;
    }, offset);
  return { start: at(start), end: at(end) };
}

// what was taken out of a document is never mended
test.each(FORMATS.filter((format) => format !== 'extracted'))(
  'deleting a pasted run from a draft of %s leaves it as if it had never been pasted',
  (format) => {
    fc.assert(
      fc.property(pasted(format), ({ original, text }) => {
        expect(findingsIn(original, format)).toEqual([]);
        const findings = findingsIn(text, format);
        expect(findings.map((one) => one.code)).toEqual([
          expect.stringMatching(/^duplicate\/(?:block|paragraph)$/u),
        ]);
        const fix = findings[0]?.fixes.find((one) => one.preferred);
        expect(applyEdits(text, fix?.edits ?? [])).toBe(original);
      }),
      tried(200),
    );
  },
  PATIENCE,
);
