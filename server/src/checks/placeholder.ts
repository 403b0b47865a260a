import { type Draft, isUnbroken, type Paragraph, toSource } from '../draft/draft.ts';
import type { Prose } from '../draft/prose.ts';
import { inQuote } from '../draft/quotes.ts';
import { overlaps, type Span } from '../draft/span.ts';
import type { DraftCheck, Raised } from './check.ts';
import { keepMarked } from './summaries.ts';

const CODE = 'placeholder/leftover';

interface PlaceholderOptions extends Record<string, readonly string[]> {
  readonly words: readonly string[];
  readonly allow: readonly string[];
}

export const placeholder: DraftCheck<PlaceholderOptions> = {
  id: 'placeholder',
  scope: 'draft',
  summary: 'What was to be filled in later: TK, XXX, [CHECK], “name to come”',
  codes: {
    [CODE]: {
      severity: 'error',
      summary: 'A placeholder that was never filled in',
      examples: {
        wrong: 'The bridge will cost £TK, the council said.',
        right: 'The bridge will cost £2.4m, the council said.',
      },
    },
  },
  defaults: { words: [], allow: [] },
  optionDocs: {
    words: 'Further words that stand for something to come in your copy ("QQ", "PIX TK").',
    allow: 'Words that look like placeholders and are none here ("XX" for a band of that name).',
  },
  *run(draft, { options, remember }) {
    const full = remember(() => keepMarked((prose) => placeholdersIn(prose, options)))(draft);
    if (full.length === 0) return;
    const marks = full.some(({ value }) => value.clash) ? conflictMarks(draft.source.toString()) : [];
    for (const mark of marks) yield markFinding(draft, mark);
    // a name told from a placeholder once is a name in the whole draft: a film called XXX
    const names = new Set(full.flatMap(({ value }) => value.names));
    for (const { at, value } of full) {
      const paragraph = draft.paragraphs[at] as Paragraph;
      for (const found of value.found) {
        if (names.has(paragraph.prose.text.slice(found.span.start, found.span.end))) continue;
        const raised = placeholderFinding(paragraph, found);
        if (!marks.some((mark) => overlaps(mark, raised.span))) yield raised;
      }
    }
  },
};

/** A placeholder in a paragraph; the span is in UTF-16 offsets of its text. */
interface Found {
  readonly span: Span;
  /** A note to the desk in brackets can be deleted and leaves a whole sentence; a gap for a word cannot. */
  readonly note: boolean;
}

interface Rule {
  readonly pattern: RegExp;
  readonly note?: boolean;
  /** Whether a match is right copy after all. */
  readonly except?: (text: string, match: Span, prose: Prose) => boolean;
}

const THINGS =
  'names?|first names?|last names?|surnames?|full names?|quotes?|details?|captions?|photos?|pics?|pictures?|images?|graphics?|maps?|videos?|figures?|numbers?|reax|reactions?|comments?|responses?|statements?|age|ages|links?|headlines?|heds?|deks?|ledes?|bylines?|copy|text|par|pars|paras?|titles?|job titles?|dates?|times?|venues?|locations?|places?|sources?|background|amounts?|totals?|prices?|spelling|credit|standfirst|intro|ends?|rest|attribution|stats?|score|scores|results?|more';
const FIELDS =
  "names?|first ?name|last ?name|surname|full name|(?:your|candidate|company|product|business|speaker|spokesperson|person|client|event|team|school|club|victim|street|city|reporter|author|organi[sz]ation|contact|brand)(?:[’']s)? ?(?:name|title|here)|job title|title|age|date|day|month|year|time|place|location|city|town|state|city, ?state|country|county|address|venue|company|organi[sz]ation|number|amount|figure|phone|phone number|telephone|e-?mail|url|website|link|quote|caption|headline|byline|photo credit|credit|source|author|reporter|position|role|pronoun|he/she|x|xx|text|percent|percentage|price|dollar amount|hashtag";

const RULES: readonly Rule[] = [
  // "to come", as desks write it in every language of the trade
  {
    pattern:
      /(?:\b(?:NAMES?|AGE|DATE|QUOTES?|FIGURE|NUMBER|CAPTION|HED|HEADLINE|DEK|LINK|PHOTO|PIC|ART|TITLE|SOURCE|STAT|PLACE|CITY|COMMENT|REAX)\s+)?(?<![\p{L}\p{N}.&/@#-])(?:TK)+s?(?![\p{L}\p{N}&/@-])/gu,
    except: tkInName,
  },
  { pattern: /\btk(?:tk)+\b/gu },
  {
    pattern:
      /(?<![\p{L}\p{N}.&/@#_-])[£$€]?(?:(?:19|20)XX|X{2,}(?:[.,:/-][X\d]+)*)(?:m|bn|k|pc|st|nd|rd|th|%|am|pm)?(?![\p{L}\p{N}&/@_])/gu,
    except: xInName,
  },
  {
    pattern:
      /(?<![\p{L}\p{N}.&/@#_-])[£$€]?x{2,}(?:[.,]x+)*(?:m|bn|k|pc|%)?(?=\s+\p{Ll}|[%,.])(?![\p{L}\p{N}&/@_])/gu,
    except: (text, span, prose) =>
      inQuote(prose.quotes, span) || xInName(text, span) || /^[.,]?$/u.test(text.slice(span.end)),
  },
  // notes to the desk
  {
    pattern:
      /[[(]\s*(?:(?:PLEASE |PLS |pls |please |to |TO |needs? |NEEDS? |must |MUST )?(?:CHECK|DOUBLE[ -]CHECK|RECHECK|CONFIRM|VERIFY|FACT[ -]?CHECK|TKTK|TK|TBC|TBD|TODO|FIXME|CITE|SOURCE\?|QUERY|LEGAL|REWRITE|EXPAND|UPDATE THIS|FILL IN)\b[^\])]{0,60}|(?:please |pls |to |needs? |must |desk:? |sub(?:s|ed)?:? |ed:? |editors?:? )?(?:check|double[ -]check|confirm|verify|fact[ -]?check|fill in)(?: (?:this|that|the|with|spelling|name|names|fact|facts|figures?|date|age|title|quote|source|sp|again|him|her|them|if|whether|number|legal|details?|before|against|online|by|me|pls|please|on)\b[^\])]{0,60})?|(?:sp|spelling|sp\.|(?:first |last |full |sur)?name|job|town|age|date|title|right|correct|source|is this right|ok|who|when|where|which|clarification needed|citation needed|(?:needs?|NEEDS?) (?:source|quote|cite|citation|figures?|detail|link)|cite)\s*\?+|citation needed|clarification needed|needs? (?:a )?(?:source|quote|cite|citation|figures?|detail|link)|\?+)\s*[\])]/gu,
    note: true,
    except: bracketIsCopy,
  },
  {
    pattern: new RegExp(
      String.raw`[[(]\s*(?:\p{L}+ ){0,2}(?:${THINGS})(?: (?:and|or|&) (?:${THINGS}))?(?: here)?:? (?:to come|to follow|TO COME|TO FOLLOW|tk|TK|tbc|TBC|tbd|TBD|tba|TBA|needed|NEEDED|here|HERE|to be (?:added|confirmed|inserted|supplied))\s*[\])]`,
      'giu',
    ),
    note: true,
    except: (text, span, prose) =>
      /\b(?:more|rest)\s+here\W$/iu.test(text.slice(span.start, span.end)) ||
      (/(?:here|needed)\W$/iu.test(text.slice(span.start, span.end)) && inQuote(prose.quotes, span)),
  },
  { pattern: /[[(](?:to come|TO COME)[\])]/gu, note: true },
  {
    pattern:
      /\b(?:NAME|QUOTE|QUOTES|DETAILS|CAPTION|PHOTO|PIC|PICTURE|FIGURE|REACTION|REAX|COMMENT|LINK|HEADLINE|COPY|TEXT|BYLINE|AGE|DATE|TITLE|STATS?|SOURCE|RESPONSE|STATEMENT|STANDFIRST|INTRO)S? (?:TO COME|TO FOLLOW|GOES HERE|GO HERE|HERE|NEEDED|TBC|TBD)\b/gu,
  },
  {
    pattern:
      /\b(?:[Hh]eadline|[Ss]tandfirst|[Cc]aption|[Qq]uote|[Bb]yline|[Ii]ntro|[Yy]our text|[Tt]ext|[Nn]ame|[Cc]opy|[Tt]itle|[Ss]ubhead(?:ing)?) goes here\b|\bYour (?:text|headline|name|title|caption|content) here\b/gu,
  },
  {
    pattern:
      /\b(?:INSERT|ADD|NEED) (?:A |THE |MORE |ANOTHER |HIS |HER |SECOND |PULL ?)?(?:QUOTES?|NAMES?|LINKS?|PHOTOS?|PICS?|PICTURES?|IMAGES?|CAPTIONS?|DETAILS?|FIGURES?|NUMBERS?|DATES?|SOURCES?|COMMENTS?|REAX|REACTION|RESPONSE|STATS?|HEADLINE|TITLE|AGE|TEXT|MAP|GRAPHIC|VIDEO|EMBED|TWEET|CHART|BOX|COPY|LOCATION|BYLINE|CREDIT|BACKGROUND|INTRO|PAR|HERE|CITY|PLACE)(?: HERE)?\b/gu,
  },
  {
    pattern: /[[({<]\s*(?:insert|add)\s(?:[^\])}>]{1,60})[\])}>]/giu,
    note: true,
    except: (text, span, prose) => inQuote(prose.quotes, span) && text.charAt(span.start) === '(',
  },
  // empty fields of a template
  {
    pattern:
      /\{\{\s*[\p{L}_][\p{L}\d_ -]{0,40}\}\}|\$\{\s*[\p{L}_][\p{L}\d_.]{0,40}\}|\{(?:first_?name|last_?name|name|date|title|city|company|headline|author|age|amount|number|place|quote)\}|<<\s*[\p{L}_][\p{L}\d_ ]{0,40}>>|%%?[A-Z][A-Z_]{2,30}%%?|\*\|[A-Z_]{2,30}\|\*|<%=?[^%]{1,60}%>|\[\[\s*[\p{L}_][\p{L}\d_ ]{0,40}\]\]|\[object Object\]/giu,
  },
  {
    pattern: new RegExp(String.raw`[[<](?:${FIELDS})(?: here)?[\]>]`, 'giu'),
    except: (text, span, prose) => {
      const inner = text.slice(span.start + 1, span.end - 1);
      // speakers' words are cut short with such brackets: “he told [name] to go”
      if (inner === inner.toUpperCase()) return false;
      return (
        inQuote(prose.quotes, span) ||
        !/^(?:\p{Lu}|.* |names?$|dates?$|amounts?$|figures?$|link$|quote$|caption$|headline$|source$|url$|surname$)/u.test(
          inner,
        )
      );
    },
  },
  {
    pattern:
      /\b(?:FIRST ?NAME|Firstname) (?:LAST ?NAME|SURNAME|Lastname|Surname)\b|\bNAME (?:NAME|SURNAME)\b/gu,
  },
  { pattern: /(?<=\p{L}[^\n]*\s)_{3,}(?=[\s,.;:])(?=[^\n]*\p{L})/gu },
  { pattern: /\blorem ipsum(?: dolor(?: sit(?: amet)?)?)?\b|\bdolor sit amet\b/giu },
  { pattern: /\basdf(?:ghj?k?l?|asdf)*\b|\bqwertyuiop\b/giu },
  { pattern: /\b(?:TODO|FIXME)\b(?=\s*:)|\bFIXME\b|(?<=^|[[({*])TODO\b/gu },
  { pattern: /\*{2,}\s*(?:CHECK|TK|TKTK|QUERY|TODO|CONFIRM|VERIFY)\b[^*]{0,60}\*{2,}/gu, note: true },
  {
    pattern:
      /(?<![\p{N}.,:/-])[£$€]?(?:0{2,4}(?:(?:m|bn|%)(?!\p{L})|(?= (?:people|per ?cent|years|days|million|billion|votes|jobs)\b))|0{2}\/0{2}\/0{2,4})(?![\p{N}.,:])/gu,
  },
  { pattern: /(?<=\baged )00\b/gu },
  // the words of a form, in capitals among ordinary copy
  {
    pattern:
      /\b(?:NAME|SURNAME|FIRSTNAME|LASTNAME)(?:, (?:AGE|TOWN|TITLE|PLACE|ROLE|JOB))*(?=[,.]? )(?! [A-Z]{2})|\((?:NAME|AGE|DATE|QUOTE|TITLE|TOWN|PLACE|SOURCE|CAPTION|LINK|FIGURE)\)/gu,
    except: (text) => !/\p{Ll}{3}/u.test(text),
  },
  {
    pattern:
      /\[(?:QUOTE|NAME|INSERT|ADD|CAPTION|HEADLINE|LINK|FIGURE|STATS?|CHECK|NB|LEGAL|EDITOR|DESK|SUBS?)\b[^\]\p{Ll}]{0,60}\]/gu,
    note: true,
  },
  {
    pattern: /\[(?:editor|editors|desk|subs?|ed|legal|nb|note|todo|query)(?::| check| to )[^\]]{0,80}\]/giu,
    note: true,
  },
  { pattern: /^NOTE TO (?:EDITOR|SUBS?|DESK|SELF)\b.*/gu, note: true },
  { pattern: /[[(]tk[\])]/gu },
  { pattern: /\bXx{2,}(?: Xx{2,})*\b/gu },
  {
    pattern:
      /^(?:Quotes?|Captions?|Headlines?|Names?|Comments?|Reaction|Bylines?|Intro|Copy|Photos?|Pictures?|Standfirst)\b[^.!?]{0,40}\b(?:to come|TK)\.?$/gu,
  },
  {
    pattern:
      /\b[Ii]nsert (?:a )?(?:quotes?|names?|links?|photos?|pictures?|captions?|dates?|text|headlines?|details?|figures?|image) here\b|^Insert (?:quotes?|names?|links?|photos?|pictures?|captions?|headlines?|details?|figures?|image)\b.{0,30}$/gu,
  },
  { pattern: /^(?:Headline|Caption|Standfirst|Byline|Intro|Text|Name|Quote) here\.?$/gu },
  {
    pattern:
      /\b(?:[Dd]etails?|[Dd]ates?|[Tt]imes?|[Vv]enue|[Nn]ame|[Aa]ge|[Pp]rice|[Ll]ocation|[Tt]itle|[Qq]uote|[Ff]igures?|[Cc]ost) (?:TBC|TBD|TBA)\b/gu,
  },
  { pattern: /(?<=^|\s)_{3,}(?=\s+\p{Ll})/gu },
  { pattern: /#{2,}[A-Z_]{3,30}#{2,}/gu },
  // a query left standing
  { pattern: /[£$€]?\?{2,}(?:m|bn|k|%|st|nd|rd|th|am|pm|pc)?(?![\p{L}\p{N}])/gu, except: isShout },
];

const HINT =
  /TK|Xxx|NAME|NOTE TO|\btk\b|nsert |TB[ACD]|##|to come|here$|here\.$|XX|xx|\?\?|[[{<]|\((?:[^)]{0,70})(?:\?|check|confirm|verify|come|follow|tk|tb[acd]|here|needed|insert|add|fill|todo|fixme|to be|lega|query|cite)|lorem|dolor|asdf|qwerty|TODO|FIXME|HERE|COME|FOLLOW|INSERT|ADD|NEED|GOES|goes here|text here|Your |___|(?:^|\D)00|aged 0|%[A-Z]|\*\*|\*\||Firstname|FIRST|NAME NAME|NAME SUR/iu;

interface Summary {
  readonly found: readonly Found[];
  /** What looks like a placeholder and is a name. */
  readonly names: readonly string[];
  /** Has a mark of a clash of two versions, or what a reader leaves of one. */
  readonly clash: boolean;
}

const CLASH = /(?:^|\n)\s*(?:<{7}|>{6})/u;

function placeholdersIn(prose: Prose, { words, allow }: PlaceholderOptions): Summary | undefined {
  const { text } = prose;
  const found: Found[] = [];
  const names: string[] = [];
  const add = (span: Span, note: boolean) => {
    const allowed = allow.some((one) => one !== '' && coveredBy(text, span, one));
    if (!allowed && !found.some((other) => overlaps(other.span, span))) found.push({ span, note });
  };
  if (HINT.test(text)) {
    const matches = RULES.flatMap((rule) =>
      [...text.matchAll(rule.pattern)].map((match) => ({
        span: { start: match.index, end: match.index + match[0].length },
        rule,
      })),
    ).filter(({ span, rule }) => {
      if (rule.except?.(text, span, prose) !== true) return true;
      const word = text.slice(span.start, span.end);
      if (/^[A-Z]{3}$/u.test(word)) names.push(word);
      return false;
    });
    // the widest of several that overlap: “(name TK)” and not “TK”
    matches.sort((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start));
    for (const { span, rule } of matches) add(span, rule.note === true);
  }
  for (const word of words) {
    for (let at = word === '' ? -1 : text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      const open = /[\p{L}\p{N}]/u;
      if (open.test(text.charAt(at - 1)) || open.test(text.charAt(at + word.length))) continue;
      add({ start: at, end: at + word.length }, false);
    }
  }
  const clash = CLASH.test(text);
  if (found.length === 0 && names.length === 0 && !clash) return undefined;
  return { found: found.sort((a, b) => a.span.start - b.span.start), names, clash };
}

function coveredBy(text: string, span: Span, allowed: string): boolean {
  for (let at = text.indexOf(allowed); at >= 0; at = text.indexOf(allowed, at + 1)) {
    if (at <= span.start && span.end <= at + allowed.length) return true;
  }
  return false;
}

/** Whether the word is all that stands between quote marks: it is talked about, not left behind. */
function isMentioned(text: string, span: Span): boolean {
  return /[“‘"'«]$/u.test(text.slice(0, span.start)) && /^[”’"'»]/u.test(text.slice(span.end));
}

// TK Maxx, the initials of a name (TK Carter), a flight of Turkish Airlines, an acronym in brackets after its name
function tkInName(text: string, span: Span): boolean {
  const word = text.slice(span.start, span.end);
  if (word !== 'TK') return false;
  const after = text.slice(span.end, span.end + 30);
  const before = text.slice(Math.max(0, span.start - 40), span.start);
  if (/^[ -]?(?:Maxx?|MAXX?)\b/iu.test(after)) return true;
  if (
    /^\s+\p{Lu}\p{Ll}+/u.test(after) &&
    !/^\s+(?:County|Street|Road|Avenue|January|February|March|April|May|June|July|August|September|October|November|December)\b/u.test(
      after,
    )
  )
    return true;
  if (/^\s?\d{2,4}\b/u.test(after) && /flight/iu.test(before)) return true;
  if (/\bT\p{L}+[ -]?(?:\p{L}+ )?K\p{L}+ \($/iu.test(before) && after.startsWith(')')) return true;
  return isMentioned(text, span);
}

const NUMERAL_AFTER =
  /^(?:-?\s?(?:rated|certificate|chromosomes?)\b|\s*(?:Olympi\p{L}*|Winter|Summer|Games|Corps|Army|Congress|century|films?|movies?|porn\p{L}*|pictures?|Club|Tour|Legion|Cage|Amendment|Reunion|Edition|Gala|Mas|Anniversary)\b|:\s*\p{Lu}|\s*,?\s*XY)/u;
const NUMERAL_BEFORE =
  /(?:\b(?:Super Bowl|Bowl|Pope|King|Queen|Louis|Chapter|Part|Volume|Vol\.|Act|Article|Title|Schedule|Type|Section|Legion|Book|Class|Mark|UFC|WrestleMania|Dos Equis|The|Rocky|Roman numeral|album|film|movie|sequel|band|franchise|group|song|single|thriller|size|sizes|labelled|labeled|rated|marked)\s+(?:[“‘"'])?)$/u;
const BEFORE_GAP =
  /(?:^|[.!?:]["”’]?\s+)\p{Lu}\p{L}*\s+$|\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Prof|Professor|Sgt|Det|Cllr|Councillor|Sen|Rep|Gov|Insp|Captain|Minister|President|PC|Pc|January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|US|UK)\.?\s+$/u;

// A numeral (Super Bowl XX, Louis XX), a film or band of that name, chromosomes, clothes sizes
function xInName(text: string, span: Span): boolean {
  const word = text.slice(span.start, span.end);
  const before = text.slice(Math.max(0, span.start - 40), span.start);
  const after = text.slice(span.end, span.end + 30);
  if (!/^X{2,3}$/iu.test(word)) return false;
  if (
    NUMERAL_AFTER.test(after) ||
    (NUMERAL_BEFORE.test(before) && !/\bThe\s+$/u.test(before)) ||
    isMentioned(text, span)
  )
    return true;
  if (/\bThe\s+$/iu.test(before) && word === 'xx') return true;
  if (/chromosome|Vin Diesel|Xander Cage|\bXY\b/u.test(text)) return true;
  if (
    word.length === 3 &&
    /\b(?:films?|movies?|sequels?)\b/iu.test(text.slice(Math.max(0, span.start - 150), span.start))
  )
    return true;
  return (
    /\p{Lu}\p{L}+\s+$/u.test(before) &&
    !BEFORE_GAP.test(before) &&
    !/^\s*(?:years?|people|per ?cent)\b/u.test(after)
  );
}

// “(check with your doctor)” and the like in running copy; a lower-case note is only a note when it stands alone
function bracketIsCopy(text: string, span: Span, prose: Prose): boolean {
  const inner = text.slice(span.start + 1, span.end - 1).trim();
  const round = text.charAt(span.start) === '(';
  if (/^\?+$/u.test(inner)) return inner.length === 1;
  if (inner === 'TK' && round) return tkInName(text, { start: span.start + 1, end: span.end - 1 });
  if (/^(?:TBC|TBD|FACT CHECK|QUERY|LEGAL|SOURCE)\b/u.test(inner) && round && !/^TB[CD]$|\?$/u.test(inner))
    return true;
  if (round && inner !== inner.toUpperCase() && inner !== 'sp?' && inQuote(prose.quotes, span)) return true;
  if (!round) return false;
  // aside in round brackets: an order to the reader goes on to say what for
  return (
    /^(?:check|confirm|verify|to check|to confirm|to verify|fill in)\b.{28,}/u.test(inner) ||
    /^(?:ok|right|correct|who|when|where|which)\s*\?$/u.test(inner)
  );
}

// “Really??” is a cry, and a quoted tweet may cry as it likes
function isShout(text: string, span: Span, prose: Prose): boolean {
  if (isMentioned(text, span)) return true;
  const before = text.charAt(span.start - 1);
  const after = text.charAt(span.end);
  const bare = text.slice(span.start, span.end).replace(/[^?]/gu, '') === text.slice(span.start, span.end);
  if (!bare) return false;
  if (/[([{]/u.test(before) && /[)\]}]/u.test(after)) return false;
  if (inQuote(prose.quotes, span)) return true;
  if (before === '' || /\s/u.test(before)) return false;
  if (/[!?]/u.test(before) || after === '!') return true;
  // a word with a query after it, and the sentence goes on
  if (/^\s+\p{Ll}/u.test(text.slice(span.end))) return false;
  const sentence = prose.sentences.find((one) => one.start <= span.start && span.end <= one.end);
  const opening = text.slice(sentence?.start ?? 0, span.start);
  return (
    !/\p{N}$/u.test(opening) ||
    /^\W*(?:who|what|when|where|why|how|is|are|was|were|do|does|did|can|could|will|would|should|has|have|really|so|and|but)\b/iu.test(
      opening,
    )
  );
}

const MARK = /^(?:<{7}|={7}|>{7}|\|{7})(?:[ \t][^\r\n]*)?$/gmu;

/** The marks that a merge leaves when two versions of a text clash. */
const conflictMarks = (source: string): readonly Span[] =>
  [...source.matchAll(MARK)].map((match) => ({
    start: match.index,
    end: match.index + match[0].trimEnd().length,
  }));

const markFinding = (draft: Draft, span: Span): Raised => ({
  code: CODE,
  span,
  message: `“${shortened(draft.source.slice(span.start, span.end))}” was left by a clash of two versions of this text. Keep the version you want and delete the marks.`,
});

function placeholderFinding(paragraph: Paragraph, { span, note }: Found): Raised {
  const text = paragraph.prose.text.slice(span.start, span.end);
  const cut = withSpace(paragraph.prose.text, span);
  return {
    code: CODE,
    span: toSource(paragraph, span),
    message: note
      ? `“${shortened(text)}” is a note to the desk. Settle it and delete it before the story goes out.`
      : `“${shortened(text)}” holds a place for something still to come. Fill it in, or readers will see the gap.`,
    ...(note && isUnbroken(paragraph, cut)
      ? {
          fixes: [
            {
              title: `Delete “${shortened(text)}”`,
              edits: [{ span: toSource(paragraph, cut), text: '' }],
              safe: false,
            },
          ],
        }
      : {}),
  };
}

// one of the two spaces around it goes with it
function withSpace(text: string, span: Span): Span {
  if (/\s/u.test(text.charAt(span.start - 1))) return { start: span.start - 1, end: span.end };
  if (/\s/u.test(text.charAt(span.end))) return { start: span.start, end: span.end + 1 };
  return span;
}

const shortened = (text: string): string => (text.length <= 50 ? text : `${text.slice(0, 47).trimEnd()}…`);
