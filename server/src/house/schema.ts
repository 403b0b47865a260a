import * as v from 'valibot';
import { type Check, type Options, SEVERITIES } from '../checks/check.ts';

/** What a severity can be set to: `off` silences the code. */
export const SEVERITY_WISHES = [...SEVERITIES, 'off'] as const;

const optionSchema = (value: Options[string]) => {
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
    v.optional(described(optionSchema(value), check.optionDocs[name] ?? name)),
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
        v.optional(described(v.picklist(SEVERITY_WISHES), sentence(summary))),
      ]),
    ),
  );

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
    ignore: v.optional(
      described(
        v.array(v.string()),
        'Files and folders that are not checked, written as in a .gitignore file, from the folder of this file.',
      ),
    ),
  });

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
