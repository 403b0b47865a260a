import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { clicheStretches } from '../../server/src/checks/style/cliche-words.ts';
import { style } from '../../server/src/checks/style/index.ts';
import { judge } from '../judge.ts';

test('no cliché of the installed library is passed over before it is asked', () => {
  const source = readFileSync(createRequire(import.meta.url).resolve('no-cliches'), 'utf8');
  const cliches = [...source.matchAll(/^\s+'((?:[^'\\]|\\.)*)'/gmu)].map(([, cliche = '']) =>
    cliche.replaceAll("\\'", "'"),
  );
  expect(cliches.length).toBeGreaterThan(600);
  const isPassedOver = (cliche: string) => {
    const text = `${'The ferry left before nine. '.repeat(9)}Then ${cliche}, he said. ${'It came late. '.repeat(9)}`;
    return !clicheStretches(text).some(({ start, end }) => text.slice(start, end).includes(` ${cliche},`));
  };
  expect(cliches.filter(isPassedOver)).toEqual([]);
});

test('a word that may stand may also open a paragraph', () => {
  const codes = judge(style, 'Many came.', 'plain').map(({ code }) => code);
  expect(codes).toContain('style/weasel');
});

test('a paragraph of sixty thousand letters and no full stop does not hold the editor up', () => {
  const long = 'the ferry was built by many hands and '.repeat(1_600);
  const start = performance.now();
  judge(style, long, 'plain');
  expect(performance.now() - start).toBeLessThan(1_000);
});
