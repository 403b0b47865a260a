import type { Wrong } from '../wrong.ts';
import { FAVOURS } from './favours.ts';
import { HARM } from './harm.ts';
import { SECRETS } from './secrets.ts';

/**
 * Pairs of classes that accuse wherever they meet. Wider than the frames of `wrongs.ts`, so most of them also say who must have
 * done it.
 */
export const FRAMES: readonly Wrong[] = [...FAVOURS, ...SECRETS, ...HARM];
