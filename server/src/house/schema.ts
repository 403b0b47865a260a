import * as v from 'valibot';
import {
  type Check,
  DIALECTS,
  type HouseWords,
  type Options,
  QUOTE_MARKS,
  SEVERITIES,
  WORDING_LISTS,
} from '../checks/check.ts';

/** What a severity can be set to: `off` silences the code. */
export const SEVERITY_OVERRIDES = [...SEVERITIES, 'off'] as const;

const optionSchema = (value: Options[string], choices: readonly string[] | undefined) => {
  if (choices !== undefined) return v.picklist(choices);
  if (typeof value === 'number') return v.pipe(v.number(), v.minValue(0));
  if (typeof value === 'boolean') return v.boolean();
  if (typeof value === 'string') return v.string();
  return v.array(v.string());
};

const described = <S extends v.GenericSchema>(schema: S, text: string) => v.pipe(schema, v.description(text));

/** What may be said of one check: on, off, or its options. */
export function checkSchema(check: Check) {
  const options = Object.entries(check.defaults).map(([name, value]) => [
    name,
    v.optional(described(optionSchema(value, check.choices?.[name]), check.optionDocs[name] ?? name)),
  ]);
  return v.union([
    v.boolean(),
    v.strictObject({
      enabled: v.optional(described(v.boolean(), 'Whether this check runs.')),
      ...Object.fromEntries(options),
    }),
  ]);
}

/** What may be said of the checks, by their ids. */
export const checksSchema = (checks: readonly Check[]) =>
  v.strictObject(
    Object.fromEntries(
      checks.map((check) => [check.id, v.optional(described(checkSchema(check), sentence(check.summary)))]),
    ),
  );

/** What may be said of the codes: how grave each is. */
export const severitySchema = (checks: readonly Check[]) =>
  v.strictObject(
    Object.fromEntries(
      codesOf(checks).map(({ code, summary }) => [
        code,
        v.optional(described(v.picklist(SEVERITY_OVERRIDES), sentence(summary))),
      ]),
    ),
  );

/** What may be said once, whatever checks go by it. */
export const houseWords = {
  dialect: v.optional(
    described(
      v.picklist(DIALECTS),
      'The spelling of the house: british or american; either asks only that a draft keeps to one.',
    ),
  ),
  quoteMarks: v.optional(
    described(
      v.picklist(QUOTE_MARKS),
      'The quote marks that pasted copy gets: curly or straight; either goes by the draft, and in an empty one by what is pasted.',
    ),
  ),
  names: v.optional(
    described(
      v.array(v.string()),
      'How the house spells names: “Kyiv = Kiev, Kiyv” for listed spellings, “Zelenskyy” for any spelling close to it.',
    ),
  ),
  reportingVerbs: v.optional(
    described(
      v.array(v.string()),
      'Further verbs that name a source, as in “she intimated”, each as “to …” has it (intimate).',
    ),
  ),
  wording: v.optional(
    described(
      v.array(
        v.union([
          v.string(),
          v.strictObject({
            say: described(v.string(), 'What the house writes.'),
            not: described(
              v.array(v.string()),
              'What it writes it in place of; other forms of the words are found as well.',
            ),
            why: v.optional(described(v.string(), 'Why, in a few words.')),
          }),
        ]),
      ),
      'What the house writes in place of other words: entries, or the names of files beside the house file (CSV with say, not and why; a Vale substitution in YAML).',
    ),
  ),
  extends: v.optional(
    described(
      v.array(v.picklist(WORDING_LISTS)),
      'Lists of wording to start from: british-news or american-news. The house’s own entries have more weight.',
    ),
  ),
} satisfies Record<keyof HouseWords, v.GenericSchema>;

/** What each of them is when nobody says it. */
export const HOUSE_WORD_DEFAULTS: Required<HouseWords> = {
  dialect: 'either',
  quoteMarks: 'either',
  names: [],
  reportingVerbs: [],
  wording: [],
  extends: [],
};

export const HOUSE_WORDS = Object.keys(houseWords) as readonly (keyof HouseWords)[];

/** The largest draft that is checked unless more is asked for, in kilobytes: some 700,000 words. */
export const LARGEST_DRAFT = 4096;

/** The shape of a house file. */
export const houseFileSchema = (checks: readonly Check[]) =>
  v.strictObject({
    $schema: v.optional(described(v.string(), 'Where the schema of this file stands, for editors.')),
    checks: v.optional(
      described(checksSchema(checks), 'Checks by their names: true, false, or an object with their options.'),
    ),
    severity: v.optional(
      described(
        severitySchema(checks),
        'How grave each kind of finding is: error, warning, information, hint or off.',
      ),
    ),
    ...houseWords,
    maxFileSize: v.optional(
      described(v.pipe(v.number(), v.minValue(1)), 'Drafts larger than this many kilobytes are not checked.'),
    ),
    ignore: v.optional(
      described(
        v.array(v.string()),
        'Files and folders that are not checked, written as in a .gitignore file, from the folder of this file.',
      ),
    ),
    archive: v.optional(
      described(
        v.array(v.string()),
        'Archives that drafts are compared with: folders made by “blue-pencil archive add”, from the folder of this file.',
      ),
    ),
  });

/** What stands in a house file that keeps to its schema. */
export type HouseFile = v.InferOutput<ReturnType<typeof houseFileSchema>>;

/** Every code, in the order of the checks. */
export const codesOf = (checks: readonly Check[]) =>
  checks.flatMap((check) =>
    Object.entries(check.codes).map(([code, { severity, summary }]) => ({
      code,
      check: check.id,
      severity,
      summary,
    })),
  );

/** A summary as a sentence of its own, with its full stop. */
export const sentence = (text: string): string => (/[.!?]$/u.test(text) ? text : `${text}.`);
