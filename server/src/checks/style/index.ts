import { isUnbroken, type Paragraph, toSource } from '../../draft/draft.ts';
import type { Code, DraftCheck, Raised } from '../check.ts';
import { keepSummaries } from '../summaries.ts';
import { DIALECT_CODE, type DialectWord, dialectFindings, dialectOf } from './dialect.ts';
import { RULES, wordingOf } from './write-good.ts';

interface StyleOptions extends Record<string, readonly string[]> {
  readonly allowed: readonly string[];
}

interface Summary {
  readonly wording: readonly Raised[];
  readonly dialect: readonly DialectWord[];
}

/** The codes of write-good that a hundred alarms on news showed to be wanted: nearly all clichés are clichés, hardly any of the rest is a fault. */
const WANTED = new Set(['style/cliche']);

export const style: DraftCheck<StyleOptions> = {
  id: 'style',
  scope: 'draft',
  summary:
    'Habits of wording, most of them unmarked unless you ask, and British and American spellings in one draft',
  codes: {
    ...Object.fromEntries(
      RULES.map(({ code, summary }): [string, Code] => [
        code,
        { severity: WANTED.has(code) ? 'hint' : 'off', summary },
      ]),
    ),
    [DIALECT_CODE]: { severity: 'hint', summary: 'British and American spellings in one draft' },
  },
  defaults: { allowed: [] },
  optionDocs: { allowed: 'Words and phrases that may stand ("so far", "many").' },
  *run(draft, { options, remember, isOn }) {
    const summaries = remember(() =>
      keepSummaries((prose): Summary => {
        const read = prose.kind === 'body' || prose.kind === 'list-item';
        return {
          wording: read ? wordingOf(prose, isOn, options.allowed) : [],
          dialect: read || prose.kind === 'headline' ? dialectOf(prose) : [],
        };
      }),
    );
    const list = summaries(draft);
    for (let i = 0; i < list.length; i += 1) {
      const { wording } = list[i] as Summary;
      if (wording.length === 0) continue;
      const paragraph = draft.paragraphs[i] as Paragraph;
      for (const raised of wording)
        if (isUnbroken(paragraph, raised.span)) yield { ...raised, span: toSource(paragraph, raised.span) };
    }
    if (isOn(DIALECT_CODE)) yield* dialectFindings(draft, list);
  },
};
