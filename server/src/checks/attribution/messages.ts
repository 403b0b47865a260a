import type { Trigger } from './triggers.ts';
import type { WrongKind } from './wrongdoing/wrong.ts';

const WRONG: Readonly<Record<WrongKind, string>> = {
  records: 'Who found that?',
  evidence: 'Who says so?',
  bribe: 'Who says money changed hands?',
  'tip-off': 'Who says so?',
  hidden: 'Who says it was hidden?',
  rules: 'Who found that?',
  mistreatment: 'Who saw that?',
  weapons: 'Who established that?',
  truce: 'Who says so?',
  deceit: 'Who says so?',
  theft: 'Who says so?',
  pollution: 'Who found that?',
  spying: 'Who says so?',
  orders: 'Who heard that?',
  knowledge: 'Who says they knew?',
};

/** What an editor is asked about a trigger, its words in quote marks. */
export function messageFor(trigger: Trigger, words: string): string {
  const excerpt = `“${shorten(words)}”`;
  switch (trigger.what) {
    case 'wrongdoing':
      return `${WRONG[trigger.wrong]} ${excerpt} is told as fact: name the source, or say where it was established.`;
    case 'casualties':
      return `Who counted? ${excerpt} needs a source.`;
    case 'control':
      return `Who says who holds the ground? ${excerpt} needs a source.`;
    case 'figure':
      return `Where does ${excerpt} come from? Name the count.`;
    case 'hedge':
      return `${excerpt}: by whom? A hedge is no source. Name one, or drop the claim.`;
    case 'vague-source':
      return `${excerpt}: which ones? Readers can’t weigh a source without a name.`;
    case 'pressure':
      return `${excerpt}: from whom? Name somebody who says so, or leave it out.`;
    case 'accused':
      return `${excerpt}: by whom? Name the accuser.`;
    case 'editorial':
      return `${excerpt} is a verdict of ours. Leave it out, or give it to a source.`;
    case 'loaded':
      return `${excerpt} ${trigger.note ?? 'takes a side'}. “Said” is neutral.`;
  }
}

const shorten = (words: string): string => {
  const one = words.replace(/\s+/gu, ' ');
  return one.length <= 80 ? one : `${one.slice(0, 77).trimEnd()}…`;
};
