import type { Check } from '../checks/check.ts';
import { HOUSE_WORD_DEFAULTS, LARGEST_DRAFT, sentence } from './schema.ts';

/**
 * A house file to start from: everything that can be said, with its default, commented out, so that the file changes nothing
 * until somebody takes the slashes away.
 */
export function houseTemplate(checks: readonly Check[]): string {
  const lines = [
    '// House style for Blue Pencil: what it checks in the drafts beside and below this file.',
    '// Nothing here changes anything yet. To change something, take away the two slashes before its line,',
    '// edit the line and save the file. To undo it, put the slashes back or delete the line.',
    '{',
    '  // Which checks run. true switches a check on, false switches it off;',
    '  // options in braces say how strict it is.',
    '  "checks": {',
    ...checks.flatMap((check) => checkLines(check)),
    '  },',
    '',
    '  // How grave each kind of finding is: "error", "warning", "information", "hint" or "off".',
    '  "severity": {',
    ...checks.flatMap((check) =>
      Object.entries(check.codes).flatMap(([code, { severity, summary }], i) => [
        ...(i === 0 ? [''] : []),
        `    // ${sentence(summary)}`,
        `    // ${JSON.stringify(code)}: ${JSON.stringify(severity)},`,
      ]),
    ),
    '  },',
    '',
    '  // The spelling of the house: "british" or "american"; "either" asks only that a draft keeps to one.',
    `  // "dialect": ${JSON.stringify(HOUSE_WORD_DEFAULTS.dialect)},`,
    '',
    '  // The quote marks that pasted copy gets: "curly" or "straight"; "either" goes by the draft.',
    `  // "quoteMarks": ${JSON.stringify(HOUSE_WORD_DEFAULTS.quoteMarks)},`,
    '',
    '  // How the house spells names: "Kyiv = Kiev, Kiyv" has the right spelling first, then those it stands',
    '  // in place of; "Zelenskyy" alone is meant for any spelling close to it.',
    `  // "names": ${JSON.stringify(HOUSE_WORD_DEFAULTS.names)},`,
    '',
    '  // Further verbs that name a source, as in “she intimated”, each as “to …” has it: "intimate".',
    `  // "reportingVerbs": ${JSON.stringify(HOUSE_WORD_DEFAULTS.reportingVerbs)},`,
    '',
    '  // What the house writes in place of other words, each with a fix. Other forms are found as well. A file beside this one can',
    '  // be named instead of an entry: a CSV with the columns say, not and why, or a Vale substitution in YAML. An entry is',
    '  // written { "say": "adviser", "not": ["advisor"], "why": "house style" }.',
    `  // "wording": ${JSON.stringify(HOUSE_WORD_DEFAULTS.wording)},`,
    '',
    '  // Lists of wording to start from: "british-news" or "american-news".',
    `  // "extends": ${JSON.stringify(HOUSE_WORD_DEFAULTS.extends)},`,
    '',
    '  // Drafts larger than this many kilobytes are not checked.',
    `  // "maxFileSize": ${LARGEST_DRAFT},`,
    '',
    '  // Drafts that are not checked, written as in a .gitignore file.',
    '  "ignore": [',
    '    // "archive/",',
    '    // "*.copy",',
    '  ],',
    '',
    '  // Archives that drafts are compared with, made by “blue-pencil archive add”.',
    '  // "archive": ["../archive"],',
    '}',
    '',
  ];
  return lines.join('\n');
}

function checkLines(check: Check): string[] {
  // what the whole house goes by is said once, further down
  const options = Object.entries(check.defaults).filter(([name]) => check.fromHouse?.[name] === undefined);
  const head = ['', `    // ${sentence(check.summary)}`];
  if (options.length === 0) return [...head, `    // ${JSON.stringify(check.id)}: true,`];
  return [
    ...head,
    ...options.map(([name]) => `    //   ${name}: ${check.optionDocs[name] ?? ''}`),
    `    // ${JSON.stringify(check.id)}: { "enabled": true, ${options
      .map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`)
      .join(', ')} },`,
  ];
}
