import type { Check } from '../checks/check.ts';
import { type Overrides, optionsFromHouse, planChecks } from '../engine/plan.ts';

/** A layer of what was said of the checks, with a name for where it was said. */
export interface Layer {
  readonly name: string;
  readonly overrides: Overrides;
}

/** A value in force and the name of the layer it comes from; undefined where it is the default. */
export interface Origin {
  readonly key: string;
  readonly value: string;
  readonly from: string | undefined;
}

/** What is in force of one check. */
export interface CheckOrigins {
  readonly id: string;
  readonly summary: string;
  readonly on: Origin;
  readonly severities: readonly Origin[];
  readonly options: readonly Origin[];
}

/** Says of every value in force where it comes from. The later layers win over the earlier ones, as in `planChecks`. */
export function originsOf(checks: readonly Check[], layers: readonly Layer[]): readonly CheckOrigins[] {
  const plan = planChecks(checks, ...layers.map(({ overrides }) => overrides));
  return checks.map((check) => {
    const said = layers.flatMap(({ name, overrides }) => {
      const override = overrides.checks?.[check.id];
      return override === undefined ? [] : [{ name, override }];
    });
    const last = said.at(-1);
    const on = said.reduce(
      (_, { override }) => (typeof override === 'boolean' ? override : override.enabled !== false),
      true,
    );
    return {
      id: check.id,
      summary: check.summary,
      on: { key: check.id, value: on ? 'on' : 'off', from: last?.name },
      severities: Object.keys(check.codes).map((code) => ({
        key: code,
        value: plan.severities.get(code) ?? 'off',
        from: layers.filter(({ overrides }) => overrides.severity?.[code] !== undefined).at(-1)?.name,
      })),
      options: Object.entries(check.defaults).map(([key, fallback]) => {
        const from = layers.flatMap(({ name, overrides }) => {
          const override = overrides.checks?.[check.id];
          const own = typeof override === 'object' ? override[key] : undefined;
          const value = own ?? optionsFromHouse(check, overrides)[key];
          return value === undefined ? [] : [{ name, value }];
        });
        const last = from.at(-1);
        return { key, value: JSON.stringify(last?.value ?? fallback), from: last?.name };
      }),
    };
  });
}

/** The house style in force, as a page in Markdown. What `say` has no translation of stands as it is. */
export function housePage(
  about: string,
  origins: readonly CheckOrigins[],
  more: readonly Origin[],
  notes: readonly string[],
  say: (text: string) => string = (text) => text,
): string {
  const row = ({ key, value, from }: Origin): string => `| ${key} | ${value} | ${say(from ?? 'default')} |`;
  const table = (heading: string, rows: readonly Origin[]): string[] =>
    rows.length === 0
      ? []
      : [say(`| ${heading} | in force | where it is set |`), '|---|---|---|', ...rows.map(row), ''];
  return [
    `# ${say(`House style for ${about}`)}`,
    '',
    say(
      'What holds for this draft, and where each value comes from. A house file wins over the settings, and the folder’s settings win over your own. This page is made anew each time and can’t be edited.',
    ),
    '',
    ...notes.flatMap((note) => [say(note), '']),
    ...table('setting', more),
    ...origins.flatMap(({ id, summary, on, severities, options }) => [
      `## ${say(summary)}`,
      '',
      ...table('check', [{ ...on, key: `\`${id}\`` }]),
      ...table(
        'finding',
        severities.map((one) => ({ ...one, key: `\`${one.key}\`` })),
      ),
      ...table(
        'option',
        options.map((one) => ({ ...one, key: `\`${one.key}\``, value: `\`${one.value}\`` })),
      ),
    ]),
  ].join('\n');
}
