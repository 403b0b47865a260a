import type { Prose } from '../../draft/prose.ts';
import { inQuote } from '../../draft/quotes.ts';
import type { Span } from '../../draft/span.ts';

// Every rule below needs one of these words, and most paragraphs have none.
const HINTS = [
  ...['getty', 'reuters', 'afp', 'shutterstock', 'alamy', 'istock', 'ap photo', '/ap', 'photo', 'image '],
  ...['advertisement', 'continues below', 'sign up', 'subscribe', 'newsletter', 'click here', 'follow us'],
  ...[
    'read more',
    'read also',
    'also read',
    'see also',
    'related:',
    'download our',
    'share this',
    'like us on',
  ],
];

const AGENCY = String.raw`(?:Getty(?: Images)?|Reuters|REUTERS|AFP|Shutterstock|Alamy|iStock(?:photo)?|AP(?: Photo)?|EPA|PA(?: Wire| Media)?|Associated Press|Bloomberg|Xinhua|Anadolu)`;
const CREDIT = new RegExp(
  [
    String.raw`[([](?:(?:File )?(?:Photo(?:graph)?|Picture|Image|Pic)s?(?: credit| courtesy(?: of)?| by|:)+[^()[\]]{2,80}|AP Photo[^()[\]]{0,60}|[^()[\]]{2,60}\/${AGENCY}[^()[\]]{0,40}|[^()[\]]{2,60} via (?:Getty Images|AP|Reuters)|${AGENCY} Images?)[)\]]`,
    String.raw`(?:^|(?<=[.!?”"]\s))(?:(?:Photo(?:graph)?|Picture|Image)s?(?: credit)?: ?(?:\p{Lu}[\p{L}.’'-]+ ?){1,4}\/ ?(?:[\p{L}.’'-]+ ?){1,4}|Image (?:source|copyright),? [^.]{2,40}?(?= Image caption)(?: Image caption,?)?)`,
    String.raw`[([](?:READ (?:MORE|ALSO)|ALSO READ|SEE ALSO|RELATED|Read more|Read also|Also read|See also|Related)\s*:[^()[\]]{2,160}[)\]]`,
  ].join('|'),
  'gu',
);
const AD =
  /(?:[[(]\s*)?(?:\bADVERTISEMENT\b|\b(?:Story|Article) continues (?:below|after)(?: (?:this|the))? (?:advertisement|ad)\b)\.?(?:\s*[\])])?/gu;
const SENTENCE =
  /^[([]?(?:Sign[ -]?up (?:to|for|here)\b.*\b(?:newsletters?|inbox|briefing|e-?mails?|alerts?|updates|here)\b|Subscribe (?:to (?:our|the|this)|here|now|today)\b|Click here (?:to|for)\b|Follow (?:us|@\w+)\b.*|(?:Like|Find|Join) us on\b|Download (?:our|the .{2,30}) app\b|Share this (?:article|story|post|page)\b|(?:READ MORE|READ ALSO|ALSO READ|SEE ALSO|RELATED|Read more|Read also|Also read|See also|Related)(?: here)?\s*(?::|\s[–—-]\s|\.?$)|Read more (?:here|about this|on this|from)\b|To (?:read|hear) more\b.*\b(?:click|subscribe)\b|You may also like\b|(?:Get|Receive)\b.*\b(?:in(?:to)?|to|straight to) your inbox\b)/u;

/** Finds furniture stuck to a real paragraph: picture credits, prompts as its last sentences, "Advertisement" in the middle. */
export function stuckIn(prose: Prose): readonly Span[] {
  const { text, lower } = prose;
  if (!HINTS.some((words) => lower.includes(words))) return [];
  const spans: Span[] = [];
  for (const match of text.matchAll(CREDIT)) spans.push(spanOf(match));
  // a paragraph in capitals shouts; it need not be an advertisement's mark
  if (/\p{Ll}{3}/u.test(text)) for (const match of text.matchAll(AD)) spans.push(spanOf(match));
  const last = prose.sentences.length - 1;
  let tail = text.length;
  for (let i = last; i > 0; i -= 1) {
    const sentence = prose.sentences[i] as Span;
    if (!SENTENCE.test(text.slice(sentence.start, sentence.end))) break;
    tail = sentence.start;
  }
  if (tail < text.length) spans.push({ start: tail, end: text.trimEnd().length });
  return spans
    .filter((span) => !inQuote(prose.quotes, span))
    .sort((a, b) => a.start - b.start)
    .filter((span, i, all) => i === 0 || span.start >= (all[i - 1]?.end ?? 0));
}

function spanOf(match: RegExpMatchArray): Span {
  const start = match.index ?? 0;
  return { start, end: start + match[0].trimEnd().length };
}
