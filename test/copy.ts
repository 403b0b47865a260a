import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatOfPath } from '../server/src/draft/formats.ts';
import { readMarked } from './marked.ts';

const DRAFTS = fileURLToPath(new URL('drafts', import.meta.url));

/** The drafts of every check, right and wrong, without their marks, so that each check has something to find. */
export const COPY = readdirSync(DRAFTS, { recursive: true, encoding: 'utf8' })
  .filter((name) => /(?:valid|known)-[^/]*$/u.test(name) && !['.fixed', '.json'].includes(extname(name)))
  .sort()
  .flatMap((name) => {
    const format = formatOfPath(name);
    return format === undefined ? [] : [{ format, text: readMarked(join(DRAFTS, name)).text }];
  })
  .filter(({ text }) => text.length > 0 && text.length < 6000);
