import { toJsonSchema } from '@valibot/to-json-schema';
import type { Check } from '../checks/check.ts';
import { codesOf, HOUSE_WORD_DEFAULTS, houseFileSchema, LARGEST_DRAFT } from './schema.ts';

/**
 * The JSON schema of a house file (draft 7), with a description and the default of everything that can be said in it, so
 * that an editor completes and validates it.
 */
export function houseSchema(checks: readonly Check[]): object {
  const schema = toJsonSchema(houseFileSchema(checks)) as unknown as Json;
  const properties = schema.properties ?? {};
  const defaultsOf = (check: Check, said: Json): Json => ({
    ...said,
    default: true,
    anyOf: (said.anyOf ?? []).map((one) =>
      one.properties === undefined
        ? one
        : {
            ...one,
            properties: mapValues(one.properties, (option, name) =>
              name === 'enabled'
                ? { ...option, default: true }
                : { ...option, default: check.defaults[name] },
            ),
          },
    ),
  });
  const byId = new Map(checks.map((check) => [check.id, check]));
  const byCode = new Map(codesOf(checks).map((one) => [one.code, one]));
  return {
    ...schema,
    title: 'House style for Blue Pencil',
    description: 'What Blue Pencil checks in the drafts beside and below this file.',
    allowComments: true,
    allowTrailingCommas: true,
    properties: {
      ...properties,
      checks: within(properties.checks, (said, id) => {
        const check = byId.get(id);
        return check === undefined ? said : defaultsOf(check, said);
      }),
      severity: within(properties.severity, (said, code) => ({
        ...said,
        default: byCode.get(code)?.severity,
      })),
      ...mapValues(HOUSE_WORD_DEFAULTS, (value, name) => ({ ...properties[name], default: value })),
      maxFileSize: { ...properties.maxFileSize, default: LARGEST_DRAFT },
      ignore: { ...properties.ignore, default: [] },
    },
  };
}

interface Json {
  readonly [key: string]: unknown;
  readonly properties?: Readonly<Record<string, Json>>;
  readonly anyOf?: readonly Json[];
}

const within = (schema: Json | undefined, change: (value: Json, key: string) => Json): Json => ({
  ...schema,
  properties: mapValues(schema?.properties ?? {}, change),
});

const mapValues = <T>(
  record: Readonly<Record<string, T>>,
  change: (value: T, key: string) => Json,
): Record<string, Json> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
