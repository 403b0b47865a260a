// Installs what is missing, then runs every stage of the tests, or only those named: `npm test`, `npm test -- unit grammar`.
import { bin, counted, runStages, vitest, whole } from './stages.mjs';

runStages(
  {
    lint: whole(bin('biome'), ['check', '.']),
    types: whole(bin('tsc'), ['-p', '.']),
    build: whole(process.execPath, ['scripts/build.mjs']),
    unit: vitest('unit'),
    property: vitest('property'),
    protocol: vitest('protocol'),
    adversarial: vitest('adversarial'),
    grammar: whole('npm', ['run', '--silent', 'test:grammar']),
    vscode: counted('npm', ['run', '--silent', 'test:vscode']),
  },
  process.argv.slice(2),
  // the protocol tests drive the built server
  { protocol: ['build'] },
);
