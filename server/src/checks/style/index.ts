import { isUnbroken, type Paragraph, toSource } from '../../draft/draft.ts';
import type { Prose } from '../../draft/prose.ts';
import { type Code, DIALECTS, type DraftCheck } from '../check.ts';
import { keepMarked } from '../summaries.ts';
import { DIALECT_CODE, dialectFindings, dialectOf } from './dialect.ts';
import { RULES, wordingOf } from './write-good.ts';

interface StyleOptions extends Record<string, string | readonly string[]> {
  readonly allowed: readonly string[];
  readonly dialect: string;
}

/** The codes of write-good that a hundred alarms on news showed to be wanted: nearly all clichés are clichés, hardly any of the rest is a fault. */
const WANTED = new Set(['style/cliche']);

export const style: DraftCheck<StyleOptions> = {
  id: 'style',
  yieldsTo: ['wording'],
  scope: 'draft',
  summary: 'Habits of wording, and spellings from the other side of the Atlantic',
  codes: {
    ...Object.fromEntries(
      RULES.map(({ code, summary, examples }): [string, Code] => [
        code,
        { severity: WANTED.has(code) ? 'hint' : 'off', summary, examples },
      ]),
    ),
    [DIALECT_CODE]: {
      severity: 'hint',
      summary: 'A spelling from the other side of the Atlantic',
      examples: {
        wrong: 'The harbour will get a new colour, and its neighbor a roof.',
        right: 'The harbour will get a new colour, and its neighbour a roof.',
      },
    },
  },
  defaults: { allowed: [], dialect: 'either' },
  optionDocs: {
    allowed: 'Words and phrases that may stand ("so far", "many").',
    dialect:
      'The spelling of the house: "british" or "american"; "either" asks only that a draft keeps to one.',
  },
  choices: { dialect: DIALECTS },
  fromHouse: { dialect: 'dialect' },
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
    if (isOn(DIALECT_CODE)) yield* dialectFindings(draft, kept.dialect(draft), options.dialect);
  },
};

const isRead = ({ kind }: Prose): boolean => kind === 'body' || kind === 'list-item';

const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list);
