import { inEnglish, type Say } from '../reports/report.ts';
import german from './german.json';

export type { Say };

/** Whole texts by their English, with `{0}` and so on for what comes from the draft; a gap may hold a text with a translation of its own. */
type Phrases = Readonly<Record<string, string>>;

const LANGUAGES: Readonly<Record<string, Phrases>> = { de: german };

/** Makes the speaker of a language, by its tag (`de`, `de-AT`); English for one that there are no words of. */
export function sayIn(locale: string | undefined): Say {
  const language = locale?.split(/[-_]/u)[0]?.toLowerCase() ?? '';
  const phrases = LANGUAGES[language];
  if (phrases === undefined) return inEnglish;
  const patterns = Object.entries(phrases)
    .filter(([text]) => /\{\d\}/u.test(text))
    .map(([text, said]) => ({ shape: shapeOf(text), said }));
  const say: Say = (text) => {
    if (DAY.test(text)) return new Date(`${text} UTC`).toLocaleDateString(language, DATE);
    if (Object.hasOwn(phrases, text)) return phrases[text] ?? text;
    for (const { shape, said } of patterns) {
      const found = shape.exec(text);
      if (found !== null)
        // what stands in marks are the draft's own words
        return said.replace(/(„?)\{(\d)\}/gu, (_, mark: string, at: string) => {
          const gap = found[Number(at) + 1] ?? '';
          return mark === '' ? say(gap) : mark + gap;
        });
    }
    return text;
  };
  return say;
}

const DAY = /^\d{1,2} [A-Z][a-z]+ \d{4}$/u;
const DATE = { dateStyle: 'long', timeZone: 'UTC' } as const;

// Each gap as short as the rest allows: the words that follow it in the phrase end it.
const shapeOf = (text: string): RegExp =>
  new RegExp(`^${text.replace(/[.*+?^$(){}|[\]\\]/gu, '\\$&').replace(/\\\{\d\\\}/gu, '(.+?)')}$`, 'su');

/**
 * A message for a notice: an editor may make a link of `[words](command:…)` there, which runs the command, and the words may be the name
 * of a stranger's file.
 */
export const plainly = (message: string): string => message.replaceAll('](', ']\u2060(');
