import { isUnbroken, type Paragraph, toSource } from '../../draft/draft.ts';
import type { Prose } from '../../draft/prose.ts';
import type { Code, DraftCheck } from '../check.ts';
import { keepMarked } from '../summaries.ts';
import { DIALECT_CODE, dialectFindings, dialectOf } from './dialect.ts';
import { RULES, wordingOf } from './write-good.ts';

interface StyleOptions extends Record<string, readonly string[]> {
  readonly allowed: readonly string[];
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
    const kept = remember(() => ({
      wordings: keepMarked((prose) => some(isRead(prose) ? wordingOf(prose, isOn, options.allowed) : [])),
      dialect: keepMarked((prose) =>
        some(isRead(prose) || prose.kind === 'headline' ? dialectOf(prose) : []),
      ),
    }));
    for (const { at, value } of kept.wordings(draft)) {
      const paragraph = draft.paragraphs[at] as Paragraph;
      for (const raised of value)
        if (isUnbroken(paragraph, raised.span)) yield { ...raised, span: toSource(paragraph, raised.span) };
    }
    if (isOn(DIALECT_CODE)) yield* dialectFindings(draft, kept.dialect(draft));
  },
};

const isRead = ({ kind }: Prose): boolean => kind === 'body' || kind === 'list-item';

const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list);
