import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { attribution } from '../../server/src/checks/attribution/index.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { planChecks } from '../../server/src/engine/plan.ts';
import { checkDraft } from '../../server/src/engine/session.ts';

/**
 * Counts how many statements that need a source are warned of, and how many that need none are warned of too, in lists of our
 * own: `+` needs a source, `-` needs none, then the kind. `dev` may be read while the lexicon grows; `held` and `varied` are only measured.
 *
 *     npx tsx test/corpus/attribution-claims.ts [dev|held|varied|FILE.jsonl…] [--errors]
 *
 * A file has a statement a line, as those of `scripts/phrasing/statements` do.
 */
function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { errors: { type: 'boolean', default: false } },
  });
  for (const name of positionals.length > 0 ? positionals : ['dev', 'held', 'varied']) {
    const claims = claimsIn(name);
    const wrong = claims.filter((claim) => isWarned(claim) !== claim.needsSource);
    if (values.errors)
      for (const claim of wrong) console.log(`${claim.needsSource ? '+' : '-'} ${claim.text}`);
    console.log(`${name}: ${rate(claims, wrong, true)} found of those that need a source`);
    for (const kind of new Set(claims.filter((claim) => claim.needsSource).map((claim) => claim.kind))) {
      const of = (list: readonly Claim[]) => list.filter((claim) => claim.kind === kind);
      console.log(`   ${kind.padEnd(14)} ${rate(of(claims), of(wrong), true)}`);
    }
    console.log(`${name}: ${rate(claims, wrong, false)} left alone of those that need none`);
  }
}

interface Claim {
  readonly needsSource: boolean;
  readonly kind: string;
  readonly text: string;
}

const claimsIn = (name: string): readonly Claim[] =>
  name.endsWith('.jsonl') ? statementsIn(name) : listed(name);

const statementsIn = (path: string): readonly Claim[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { t, y, k } = JSON.parse(line) as { readonly t: string; readonly y: number; readonly k: string };
      return { needsSource: y === 1, kind: k, text: t };
    });

const listed = (name: string): readonly Claim[] =>
  readFileSync(new URL(`./attribution-claims/${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => /^[+-] /u.test(line))
    .map((line) => {
      const [, kind = '', text = ''] = /^. (\S+): (.*)$/u.exec(line) ?? [];
      return { needsSource: line.startsWith('+'), kind, text };
    });

const rate = (all: readonly Claim[], wrong: readonly Claim[], needsSource: boolean): string => {
  const total = all.filter((claim) => claim.needsSource === needsSource).length;
  const missed = wrong.filter((claim) => claim.needsSource === needsSource).length;
  return `${((100 * (total - missed)) / Math.max(1, total)).toFixed(0)} % (${total - missed}/${total})`;
};

const PLAN = planChecks([attribution]);
const WAR = /^(?:control|casualties|truce|weapons)$/u;

/** A claim stands as a draft of its own, under a headline and a sourced paragraph. */
function isWarned({ kind, text }: Claim): boolean {
  const lead = WAR.test(kind)
    ? 'The army and the rebels will send envoys to peace talks next week, the foreign ministry said on Friday.'
    : 'The council will discuss the matter in May, its chair said on Friday.';
  return checkDraft(readDraft(`In brief\n\n${lead}\n\n${text}\n`, 'plain'), PLAN, thrown).some(
    (finding) => finding.severity === 'warning',
  );
}

function thrown(_: unknown, error: unknown): never {
  throw error;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
