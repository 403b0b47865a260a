import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { parse } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../server/src/checks/index.ts';
import { type Plan, planChecks } from '../../server/src/engine/plan.ts';
import { overridesFromSettings, parseHouse } from '../../server/src/house/house.ts';
import { houseSchema } from '../../server/src/house/json-schema.ts';
import { houseTemplate } from '../../server/src/house/template.ts';
import { slip, twice } from './fake-checks.ts';

const checks = [slip, twice];

/** What is said of a house file, each with the words it is said of. */
function complaints(text: string): [string, string][] {
  const { house, problems } = parseHouse(text, checks);
  expect(house).toBeUndefined();
  return problems.map(({ message, span }) => [text.slice(span.start, span.end), message]);
}

describe('a good house file', () => {
  it('says what is checked, how grave it is and what is left alone, comments and trailing commas allowed', () => {
    const { house, problems } = parseHouse(
      `// ours
      {
        "$schema": "./house.schema.json",
        "checks": { "slip": { "minimum": 2, "words": ["teh", "adn"], }, "twice": false, },
        /* later */
        "severity": { "slip/teh": "off" },
        "ignore": ["archive/"],
      }`,
      checks,
    );
    expect(problems).toEqual([]);
    expect(house).toEqual({
      overrides: {
        checks: { slip: { minimum: 2, words: ['teh', 'adn'] }, twice: false },
        severity: { 'slip/teh': 'off' },
      },
      ignore: ['archive/'],
    });
  });

  it('says once how the house spells, what names it has and which verbs name a source, and how large a draft may be', () => {
    const { house, problems } = parseHouse(
      `{
        "dialect": "british",
        "names": ["Kyiv = Kiev"],
        "reportingVerbs": ["intimate"],
        "maxFileSize": 512,
      }`,
      checks,
    );
    expect(problems).toEqual([]);
    expect(house).toEqual({
      overrides: { dialect: 'british', names: ['Kyiv = Kiev'], reportingVerbs: ['intimate'] },
      ignore: [],
      maxFileSize: 512,
    });
  });

  it('may say nothing at all', () => {
    expect(parseHouse('{}', checks)).toEqual({ house: { overrides: {}, ignore: [] }, problems: [] });
  });

  it('may start with a byte order mark', () => {
    expect(parseHouse('\ufeff{"ignore": ["a"]}', checks).house?.ignore).toEqual(['a']);
  });

  it('switches a check off among its options', () => {
    const { house } = parseHouse('{"checks": {"slip": {"enabled": false, "minimum": 3}}}', checks);
    const plan = planChecks(checks, house?.overrides ?? {});
    expect(plan.checks.map(({ check }) => check.id)).toEqual(['twice']);
  });
});

describe('a bad house file is told in plain words, on the very words', () => {
  it.each<[string, string, string]>([
    // [the file, the words at fault, the message]
    ['{"chekcs": {}}', '"chekcs"', 'There is no setting “chekcs”. Did you mean “checks”?'],
    [
      '{"rules": {}}',
      '"rules"',
      'There is no setting “rules”. The settings are: checks, severity, dialect, quoteMarks, names, reportingVerbs, wording, extends, maxFileSize, ignore, archive.',
    ],
    ['{"checks": {"slpi": true}}', '"slpi"', 'There is no check “slpi”. Did you mean “slip”?'],
    ['{"checks": {"commas": true}}', '"commas"', 'There is no check “commas”. The checks are: slip, twice.'],
    ['{"checks": true}', 'true', '“checks” must be an object in braces, with checks by name, not true.'],
    [
      '{"checks": {"slip": "on"}}',
      '"on"',
      '“slip” must be true, false, or an object with its options, not text in quotes.',
    ],
    [
      '{"checks": {"slip": null}}',
      'null',
      '“slip” must be true, false, or an object with its options, not null.',
    ],
    [
      '{"checks": {"slip": {"minimun": 2}}}',
      '"minimun"',
      'The check “slip” has no option “minimun”. Did you mean “minimum”?',
    ],
    ['{"checks": {"slip": {"minimum": "2"}}}', '"2"', '“minimum” must be a number, not text in quotes.'],
    ['{"checks": {"slip": {"minimum": -1}}}', '-1', '“minimum” must be 0 or more.'],
    [
      '{"checks": {"slip": {"words": "teh"}}}',
      '"teh"',
      '“words” must be a list in square brackets, not text in quotes.',
    ],
    [
      '{"checks": {"slip": {"words": ["a", 7]}}}',
      '7',
      'What “words” lists must be text in quotes, not a number.',
    ],
    [
      '{"checks": {"slip": {"enabled": "no"}}}',
      '"no"',
      '“enabled” must be true or false, not text in quotes.',
    ],
    [
      '{"severity": {"slip/teh": "waring"}}',
      '"waring"',
      '“slip/teh” can’t be “waring”. Write one of these: error, warning, information, hint, off. Did you mean “warning”?',
    ],
    [
      '{"severity": {"slip/teh": 2}}',
      '2',
      '“slip/teh” can’t be a number. Write one of these in quotes: error, warning, information, hint, off.',
    ],
    [
      '{"severity": {"slip/hte": "off"}}',
      '"slip/hte"',
      'No check finds “slip/hte”. Did you mean “slip/teh”?',
    ],
    ['{"severity": []}', '[]', '“severity” must be an object in braces, with codes by name, not a list.'],
    [
      '{"ignore": "archive/"}',
      '"archive/"',
      '“ignore” must be a list of file names or patterns in square brackets, not text in quotes.',
    ],
    ['{"ignore": ["a", 3]}', '3', 'What “ignore” lists must be text in quotes, not a number.'],
    [
      '{"dialect": "britsh"}',
      '"britsh"',
      '“dialect” can’t be “britsh”. Write one of these: either, british, american. Did you mean “british”?',
    ],
    [
      '{"dialect": true}',
      'true',
      '“dialect” can’t be true. Write one of these in quotes: either, british, american.',
    ],
    ['{"names": "Kyiv"}', '"Kyiv"', '“names” must be a list in square brackets, not text in quotes.'],
    ['{"reportingVerbs": [1]}', '1', 'What “reportingVerbs” lists must be text in quotes, not a number.'],
    ['{"maxFileSize": 0}', '0', '“maxFileSize” must be 1 or more: it counts kilobytes.'],
    ['{"maxFileSize": "2 MB"}', '"2 MB"', '“maxFileSize” must be a number of kilobytes, not text in quotes.'],
    ['{"$schema": 1}', '1', '“$schema” must be text in quotes, not a number.'],
    ['{"slip": false}', '"slip"', '“slip” is a check: write it within “checks”.'],
    ['{"slip/teh": "off"}', '"slip/teh"', '“slip/teh” is a kind of finding: write it within “severity”.'],
    [
      '{"checks": {"slip/teh": "off"}}',
      '"slip/teh"',
      '“slip/teh” is a kind of finding, not a check: write it within “severity”, as in "slip/teh": "off".',
    ],
    [
      '{"severity": {"twice": "off"}}',
      '"twice"',
      '“twice” is a check. Severities are set for its kinds of finding: twice/paragraph, twice/quietly.',
    ],
    [
      '{"checks": {"slip": []}}',
      '[]',
      '“slip” must be true, false, or an object with its options, not a list.',
    ],
    ['[]', '[]', 'The house file must be an object in braces, not a list.'],
    ['{"ignore": [], "ignore": []}', '"ignore"', '“ignore” appears twice here. Keep one of the two.'],
    [
      '{"checks": {"__proto__": true}}',
      '"__proto__"',
      'There is no check “__proto__”. The checks are: slip, twice.',
    ],
    ['', '', 'The house file is empty. Write {} in it to keep every default.'],
    ['{"checks": {}', '}', 'A closing brace } was expected here, but the file ends here.'],
    ['{"ignore": ["a" "b"]}', '"b"', 'A comma was expected here, not “"b"”.'],
    [
      '{"ignore": [],\n "checks" {}}',
      '{',
      'A colon between the name and its value was expected here, not “{”.',
    ],
    ['{"checks": {}\n "ignore": []}', '}', 'A comma is missing after “}”. Put it at the end of line 1.'],
    [
      '{"checks": {}\n // what is left alone\n /* here */ "ignore": []}',
      '}',
      'A comma is missing after “}”. Put it at the end of line 1.',
    ],
    [
      '{\n "dialect":\n // british\n}',
      '"dialect"',
      'A value is missing after “dialect”. Put it at the end of line 2.',
    ],
    [
      '{\n "dialect":\n "ignore": []}',
      '"dialect"',
      'A value is missing after “dialect”. Put it at the end of line 2.',
    ],
    ['{"dialect": "ignore": []}', '"dialect"', 'A value is missing after “dialect”.'],
    [
      '{\n "dialect"\n // british\n "ignore": []}',
      '"dialect"',
      'A colon is missing after “dialect”. Put it at the end of line 2.',
    ],
    [
      "{'checks': {}}",
      "'checks'",
      "A name or text in double quotes, true, false or a number was expected here, not “'checks'”.",
    ],
  ])('%s', (text, words, message) => {
    expect(complaints(text)).toContainEqual([words, message]);
  });

  it('tells every fault of a file that can be read', () => {
    expect(complaints('{"checks": {"slip": 1, "twice": 2}, "ignore": 3}')).toHaveLength(3);
  });

  it('counts the byte order mark in its spans', () => {
    expect(complaints('\ufeff{"chekcs": {}}')[0]?.[0]).toBe('"chekcs"');
  });
});

describe('user settings', () => {
  it('hold where they are good, and the bad entries are told of', () => {
    const { overrides, problems } = overridesFromSettings(
      {
        checks: { slip: { minimum: 2, minimun: 3 }, twice: 'yes', slpi: true },
        severity: { 'slip/teh': 'hint', 'twice/paragraph': 'grave' },
        trace: 'verbose',
      },
      checks,
    );
    expect(overrides).toEqual({
      checks: { slip: { minimum: 2 } },
      severity: { 'slip/teh': 'hint' },
    });
    expect([...problems].sort()).toEqual([
      'checks › slip › minimun: The check “slip” has no option “minimun”. Did you mean “minimum”?',
      'checks › slpi: There is no check “slpi”. Did you mean “slip”?',
      'checks › twice: “twice” must be true, false, or an object with its options, not text in quotes.',
      'severity › twice/paragraph: “twice/paragraph” can’t be “grave”. Write one of these: error, warning, information, hint, off.',
    ]);
  });

  it('say once what the whole house goes by, and only the good part of it holds', () => {
    expect(overridesFromSettings({ dialect: 'scots', names: ['Kyiv = Kiev'] }, checks)).toEqual({
      overrides: { names: ['Kyiv = Kiev'] },
      problems: ['dialect: “dialect” can’t be “scots”. Write one of these: either, british, american.'],
    });
  });

  it.each([undefined, null, 'x', 3, [], {}, { checks: null, severity: null }])('say nothing: %j', (value) => {
    expect(overridesFromSettings(value, checks)).toEqual({ overrides: {}, problems: [] });
  });

  it.each([{ checks: 'all' }, { severity: ['error'] }])('are refused as a whole: %j', (value) => {
    const { overrides, problems } = overridesFromSettings(value, checks);
    expect(overrides).toEqual({});
    expect(problems).toHaveLength(1);
  });
});

/** A plan without what was made for it: two sourcers are never the same, their verbs are compared. */
const dataOf = ({ sourcer: _, ...data }: Plan): Omit<Plan, 'sourcer'> => data;

describe('the template that “init” writes', () => {
  it.each([
    ['with the checks there are', CHECKS],
    ['with options', checks],
  ])('reads without a problem and changes nothing, %s', (_, some) => {
    const { house, problems } = parseHouse(houseTemplate(some), some);
    expect(problems).toEqual([]);
    expect(house?.ignore).toEqual([]);
    expect(dataOf(planChecks(some, house?.overrides ?? {}))).toEqual(dataOf(planChecks(some)));
  });

  it.each([
    ['with the checks there are', CHECKS],
    ['with options', checks],
  ])('names every default: with its slashes taken away it still changes nothing, %s', (_, some) => {
    const bare = houseTemplate(some).replace(/^( *)\/\/ (?=")/gmu, '$1');
    const { house, problems } = parseHouse(bare, some);
    expect(problems).toEqual([]);
    expect(Object.keys(house?.overrides.checks ?? {})).toEqual(some.map((check) => check.id));
    expect(dataOf(planChecks(some, house?.overrides ?? {}))).toEqual(dataOf(planChecks(some)));
  });
});

describe('the JSON schema', () => {
  const validate = new Ajv({ strict: false }).compile(houseSchema(checks));

  it.each([
    '{}',
    '{"checks": {"slip": true, "twice": {"enabled": false}}}',
    '{"checks": {"slip": {"minimum": 2, "words": []}}, "severity": {"slip/teh": "off"}, "ignore": ["x"]}',
  ])('allows what the reader allows: %s', (text) => {
    expect(parseHouse(text, checks).problems).toEqual([]);
    expect(validate(parse(text))).toBe(true);
  });

  it.each([
    '[]',
    '{"chekcs": {}}',
    '{"checks": {"slip": "on"}}',
    '{"checks": {"slip": {"minimum": "2"}}}',
    '{"checks": {"slip": {"other": 2}}}',
    '{"severity": {"slip/teh": "grave"}}',
    '{"ignore": "x"}',
  ])('refuses what the reader refuses: %s', (text) => {
    expect(parseHouse(text, checks).problems).not.toEqual([]);
    expect(validate(parse(text))).toBe(false);
  });

  it('tells an editor what each entry means and its default', () => {
    const schema = houseSchema(checks) as {
      properties: { checks: { properties: Record<string, unknown> }; severity: { properties: object } };
    };
    expect(schema.properties.checks.properties.slip).toMatchObject({
      description: 'Slips of the hand.',
      default: true,
      anyOf: [
        { type: 'boolean' },
        { properties: { minimum: { default: 1, description: 'From how many on they are told.' } } },
      ],
    });
    expect(schema.properties.severity.properties).toMatchObject({
      'twice/quietly': { default: 'off', description: 'Never found.' },
    });
  });

  it('is written to schemas/house.schema.json as it is now (if not: npx tsx scripts/schema.ts)', () => {
    const written = readFileSync(new URL('../../schemas/house.schema.json', import.meta.url), 'utf8');
    expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(houseSchema(CHECKS))));
  });
});
