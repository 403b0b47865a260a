// A window of its own: writes entries into a folder's ledger, one after another. Started with the folder, a name and how many.
import { appendToLedger } from '../../server/src/workspace/ledgers.ts';

const [folder = '', name = '', many = '0'] = process.argv.slice(2);
for (let i = 0; i < Number(many); i += 1) {
  await appendToLedger(folder, [
    {
      id: `${name}-${i}`,
      fingerprint: `1-${name}${i}`,
      code: 'slip/teh',
      // of differing length, so that a torn line would show
      excerpt: 'He saw teh sea. '.repeat(1 + (i % 40)),
      reason: 'ignored',
      who: name,
      when: new Date(0).toISOString(),
      path: 'a.txt',
    },
  ]);
}
