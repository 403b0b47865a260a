import { expect, test } from 'vitest';
import { reportingVerb } from '../../server/src/sourcing/reporting-verbs.ts';
import { SENSE_VERBS } from '../../server/src/sourcing/senses.ts';

test.each(SENSE_VERBS)('the senses of “%s” are those of a reporting verb', (verb) => {
  expect(reportingVerb(verb)?.lemma).toBe(verb);
});
