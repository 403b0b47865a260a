import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { version } from '../../package.json';
import { readBetween } from '../draft/read.ts';
import type { Memory, Text } from '../engine/memory.ts';
import { modelSeals } from '../models-on-disk.ts';
import { marksOf } from '../reuse/shelf.ts';
import { storyOf } from '../reuse/story.ts';
import { openCache } from './cache.ts';
import { turn } from './turn.ts';

/** Opens what is remembered in a file, which is made once there is something to keep. */
export async function openMemory(folder: string, file: string, build: string): Promise<Memory> {
  const kept = await openCache(folder, file);
  return {
    async marks(name, draft) {
      const sum = keyOf(build, draft);
      const known = kept.get(`marks ${name}`, sum);
      if (typeof known === 'string') return { marks: unpacked(known), sum };
      const marks = await marksIn(draft);
      await kept.put(`marks ${name}`, sum, packed(marks));
      return { marks, sum };
    },
    found(name, judgedBy, draft) {
      const found = kept.get(`found ${name}`, keyOf(`${build} ${judgedBy}`, draft));
      return Array.isArray(found) ? found : undefined;
    },
    keep: (name, judgedBy, draft, found) =>
      kept.put(`found ${name}`, keyOf(`${build} ${judgedBy}`, draft), found),
    close: kept.close,
  };
}

/** A sum over a program's script and its models. Run from its sources a program is another one each time. */
export async function buildOf(script: string): Promise<string> {
  if (script.endsWith('.ts')) return `${Date.now()}`;
  const program = createHash('sha256')
    .update(await readFile(script))
    .digest('hex');
  return [version, program, ...modelSeals()].join(' ');
}

/** The marks of a draft's copy. */
export const marksIn = async ({ text, format }: Text): Promise<Uint32Array> =>
  marksOf(storyOf(await readBetween(text, format, turn)).prints);

const keyOf = (judgedBy: string, { format, text }: Text): string =>
  createHash('sha256').update(`${judgedBy}\0${format}\0`).update(text).digest('base64url');

const packed = ({ buffer, byteOffset, byteLength }: Uint32Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('base64');

/** A copy, since numbers of four bytes cannot lie anywhere. */
const unpacked = (text: string): Uint32Array =>
  new Uint32Array(Uint8Array.from(Buffer.from(text, 'base64')).buffer);
