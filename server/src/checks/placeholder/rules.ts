import type { Prose } from '../../draft/prose.ts';
import { inQuote } from '../../draft/quotes.ts';
import type { Span } from '../../draft/span.ts';
import { bracketIsCopy, isAcronym, isRecipe, isShout, isUnsettled, tkInName, xInName } from './exceptions.ts';

/** A shape of words that stands for something to come. */
export interface Rule {
  /** What a text must hold one of for the pattern to be worth trying, in small letters where the pattern goes by either case. */
  readonly needs: readonly string[];
  readonly pattern: RegExp;
  readonly note?: boolean;
  /** Whether a match is right copy after all. */
  readonly except?: (text: string, match: Span, prose: Prose) => boolean;
}

const THINGS =
  'names?|first names?|last names?|surnames?|full names?|quotes?|details?|captions?|photos?|pics?|pictures?|images?|graphics?|maps?|videos?|figures?|numbers?|reax|reactions?|comments?|responses?|statements?|age|ages|links?|headlines?|heds?|deks?|ledes?|bylines?|copy|text|par|pars|paras?|titles?|job titles?|dates?|times?|venues?|locations?|places?|sources?|background|amounts?|totals?|prices?|spelling|credit|standfirst|intro|ends?|rest|attribution|stats?|score|scores|results?|more|address(?:es)?|streets?|towns?|phone|e-?mail|crosshead|sub-?head(?:ing)?';
const FIELDS =
  "names?|first ?name|last ?name|surname|full name|(?:your|candidate|company|product|business|speaker|spokesperson|person|client|event|team|school|club|victim|street|city|reporter|author|organi[sz]ation|contact|brand)(?:[’']s)? ?(?:name|title|here)|job title|title|age|date|day|month|year|time|place|location|city|town|state|city, ?state|country|county|address|venue|company|organi[sz]ation|number|amount|figure|phone|phone number|telephone|e-?mail|url|website|link|quote|caption|headline|byline|photo credit|credit|source|author|reporter|position|role|pronoun|he/she|x|xx|text|percent|percentage|price|dollar amount|hashtag";

/** What is left when a story is not finished; the widest match counts where several overlap. */
export const RULES: readonly Rule[] = [
  // "to come", as desks write it in every language of the trade
  {
    needs: ['TK'],
    pattern:
      /(?:\b(?:NAMES?|AGE|DATE|QUOTES?|FIGURE|NUMBER|CAPTION|HED|HEADLINE|DEK|LINK|PHOTO|PIC|ART|TITLE|SOURCE|STAT|PLACE|CITY|COMMENT|REAX)\s+)?(?<![\p{L}\p{N}.&/@#-])(?:TK)+s?(?![\p{L}\p{N}&/@-])/gu,
    except: tkInName,
  },
  { needs: ['tktk'], pattern: /\btk(?:tk)+\b/gu },
  {
    needs: ['XX'],
    pattern:
      /(?<![\p{L}\p{N}.&/@#_-])[£$€]?(?:(?:19|20)XX|X{2,}(?:[.,:/-][X\d]+)*)(?:m|bn|k|pc|st|nd|rd|th|%|am|pm)?(?![\p{L}\p{N}&/@_])/gu,
    except: xInName,
  },
  {
    needs: ['xx'],
    pattern:
      /(?<![\p{L}\p{N}.&/@#_-])[£$€]?x{2,}(?:[.,]x+)*(?:m|bn|k|pc|%)?(?=\s+\p{Ll}|[%,.])(?![\p{L}\p{N}&/@_])/gu,
    except: (text, span, prose) =>
      inQuote(prose.quotes, span) ||
      xInName(text, span) ||
      // two crosses that end a line are kisses
      (/^x+$/u.test(text.slice(span.start, span.end)) && /^[.,]?$/u.test(text.slice(span.end))),
  },
  // marks that were to be seen, set tight around what they mark
  { needs: ['XXX'], pattern: /(?<![\p{L}\p{N}])X{3,}(?!X)\p{L}[^\n]{0,60}?X{3,}(?![\p{L}\p{N}])/gu },
  { needs: ['Xday', 'Xmonth'], pattern: /\bX{1,3}(?:day|month)\b/gu },
  {
    needs: ['£X', '£x', '$X', '$x', '€X', '€x'],
    pattern: /[£$€][Xx](?:\.[Xx])?(?:m|bn|k)?(?![\p{L}\p{N}])/gu,
    // a second unknown, or the mark of a formula: $x$
    except: (text, span) => /[£$€][Yy]\b|\bknown only as X\b/u.test(text) || text.charAt(span.end) === '$',
  },
  // notes to the desk
  {
    needs: ['[', '('],
    pattern:
      /[[(]\s*(?:(?:PLEASE |PLS |pls |please |to |TO |needs? |NEEDS? |must |MUST )?(?:CHECK|DOUBLE[ -]CHECK|RECHECK|CONFIRM|VERIFY|FACT[ -]?CHECK|TKTK|TK|TBC|TBD|TODO|FIXME|CITE|SOURCE\?|QUERY|LEGAL|REWRITE|EXPAND|UPDATE THIS|FILL IN)\b[^\])]{0,60}|(?:please |pls |to |needs? |must |desk:? |sub(?:s|ed)?:? |ed:? |editors?:? )?(?:check|double[ -]check|confirm|verify|fact[ -]?check|fill in)(?: (?:this|that|the|with|spelling|name|names|fact|facts|figures?|date|age|title|quote|source|sp|again|him|her|them|if|whether|number|legal|details?|before|against|online|by|me|pls|please|on)\b[^\])]{0,60})?|(?:sp|spelling|sp\.|(?:first |last |full |sur)?name|job|town|age|date|title|right|correct|source|is this right|ok|who|when|where|which|clarification needed|citation needed|(?:needs?|NEEDS?) (?:source|quote|cite|citation|figures?|detail|link)|cite)\s*\?+|citation needed|clarification needed|needs? (?:a )?(?:source|quote|cite|citation|figures?|detail|link)|\?+)\s*[\])]/gu,
    note: true,
    except: bracketIsCopy,
  },
  {
    needs: ['[', '('],
    pattern: new RegExp(
      String.raw`[[(]\s*(?:\p{L}+ ){0,2}(?:${THINGS})(?: (?:and|or|&) (?:${THINGS}))?(?: here)?:? (?:(?:to come|to follow|tk|tb[acd]|to be (?:added|confirmed|inserted|supplied))(?:\s*[-–—,:;.?][^\])]{0,60})?|needed|here)\s*[\])]`,
      'giu',
    ),
    note: true,
    except: (text, span, prose) =>
      isUnsettled(text, span) ||
      /\b(?:more|rest)\s+here\W$/i.test(text.slice(span.start, span.end)) ||
      (/(?:here|needed)\W$/i.test(text.slice(span.start, span.end)) && inQuote(prose.quotes, span)),
  },
  { needs: ['to come', 'TO COME'], pattern: /[[(](?:to come|TO COME)[\])]/gu, note: true },
  {
    needs: ['[', '('],
    pattern: /[[(]\s*(?:NB|N\.B\.|DESK|SUBS?|Subs?|Desk)\s*[:–—-]\s*[^\])]{1,80}[\])]/gu,
    note: true,
    except: (_, span, prose) => inQuote(prose.quotes, span),
  },
  // what it is, and who is to see to it: “[age – check w desk]”, “(when? ask Jo)”
  {
    needs: ['[', '('],
    pattern: new RegExp(
      String.raw`[[(]\s*(?:(?:\p{L}+ ){0,2}(?:${THINGS}|who|when|where|which|what)\s*(?:[-–—:;,?]+\s*|\s))(?:(?:please|pls|to|must|needs? to)\s+)?(?:check(?:ing)?|ask|confirm|verify|chase|query)(?: (?:with|w/?|this|it|him|her|them|\p{Lu}\p{L}*)\b[^\])]{0,60})?\s*[\])]`,
      'gu',
    ),
    note: true,
    except: (_, span, prose) => inQuote(prose.quotes, span),
  },
  {
    needs: ['TBC', 'TBD', 'TBA', 'TK'],
    pattern: /[[(]\s*(?:\p{L}+ ){0,4}(?:TBC|TBD|TBA|TK)\b[^\])]{0,60}[\])]/gu,
    note: true,
    except: isAcronym,
  },
  { needs: ['TBC', 'TBD', 'TBA'], pattern: /\b(?:TBC|TBD|TBA)\b/gu, except: isAcronym },
  { needs: ['[sp]', '(sp)'], pattern: /\[sp\]|(?<=\p{Lu}[\p{L}’'-]+ )\(sp\)/gu, note: true },
  { needs: ['CQ', 'cq'], pattern: /[[(](?:CQ|cq)[\])]/gu, note: true, except: isAcronym },
  { needs: ['?)'], pattern: /\((?<=(?:\.{3}|…)\s*\()(?:who|what|when|where|which)\?\)/gu, note: true },
  {
    needs: [':', '–', '—', '-'],
    pattern:
      /^(?:NB|N\.B\.|Note|Memo|Desk|Subs?|Legal|Ed|Query)\s*[:–—-]\s*(?:please |pls )?(?:check|ask|confirm|clear|run (?:this )?(?:past|by))\b.*\b(?:lawyers?|legal|desk|subs?|newsdesk|reporter|before (?:use|publi\p{L}+|print\p{L}*|running|we (?:run|use|print)|it (?:runs|goes)))\b.*$/gu,
    note: true,
  },
  // the marks that say where copy ends, or that there is more of it
  {
    needs: ['END', 'End', 'end', 'MF', 'mf', '30', 'more', 'More', 'MORE'],
    pattern:
      /^(?:\p{P}{0,4}\s?(?:ENDS?|Ends|ends|MF|mf|mfl|endit)\s?\p{P}{0,4}|[-–—*/(#]{1,3}\s?(?:end|End|30|more|More|MORE)\s?[-–—*/)#]{0,3}|MORE (?:TO FOLLOW|FOLLOWS|TO COME)\W*)$/gu,
    note: true,
    except: (text) => /[?!"”’)]$/u.test(text) && !/[(]/u.test(text),
  },
  {
    needs: ['TO COME', 'TO FOLLOW', 'HERE', 'NEEDED', 'TBC', 'TBD'],
    pattern:
      /\b(?:NAME|QUOTE|QUOTES|DETAILS|CAPTION|PHOTO|PIC|PICTURE|FIGURE|REACTION|REAX|COMMENT|LINK|HEADLINE|COPY|TEXT|BYLINE|AGE|DATE|TITLE|STATS?|SOURCE|RESPONSE|STATEMENT|STANDFIRST|INTRO)S? (?:TO COME|TO FOLLOW|GOES HERE|GO HERE|HERE|NEEDED|TBC|TBD)\b/gu,
  },
  {
    needs: [' here'],
    pattern:
      /\b(?:[Hh]eadline|[Ss]tandfirst|[Cc]aption|[Qq]uote|[Bb]yline|[Ii]ntro|[Yy]our text|[Tt]ext|[Nn]ame|[Cc]opy|[Tt]itle|[Ss]ubhead(?:ing)?) goes here\b|\bYour (?:text|headline|name|title|caption|content) here\b/gu,
  },
  {
    needs: ['INSERT', 'ADD', 'NEED'],
    pattern:
      /\b(?:INSERT|ADD|NEED) (?:A |THE |MORE |ANOTHER |HIS |HER |SECOND |PULL ?)?(?:QUOTES?|NAMES?|LINKS?|PHOTOS?|PICS?|PICTURES?|IMAGES?|CAPTIONS?|DETAILS?|FIGURES?|NUMBERS?|DATES?|SOURCES?|COMMENTS?|REAX|REACTION|RESPONSE|STATS?|HEADLINE|TITLE|AGE|TEXT|MAP|GRAPHIC|VIDEO|EMBED|TWEET|CHART|BOX|COPY|LOCATION|BYLINE|CREDIT|BACKGROUND|INTRO|PAR|HERE|CITY|PLACE)(?: HERE)?\b/gu,
  },
  {
    needs: ['insert', 'add'],
    pattern: /[[({<]\s*(?:insert|add)\s(?:[^\])}>]{1,60})[\])}>]/giu,
    note: true,
    except: (text, span, prose) =>
      (inQuote(prose.quotes, span) && text.charAt(span.start) === '(') || isRecipe(text, span),
  },
  // empty fields of a template
  {
    needs: ['{', '<', '%', '*|', '['],
    pattern:
      /\{\{\s*[\p{L}_][\p{L}\d_ -]{0,40}\}\}|\$\{\s*[\p{L}_][\p{L}\d_.]{0,40}\}|\{(?:first_?name|last_?name|name|date|title|city|company|headline|author|age|amount|number|place|quote)\}|<<\s*[\p{L}_][\p{L}\d_ ]{0,40}>>|%%?[A-Z][A-Z_]{2,30}%%?|\*\|[A-Z_]{2,30}\|\*|<%=?[^%]{1,60}%>|\[object Object\]/giu,
  },
  // a link between pages of a wiki is written so as well
  { needs: ['[['], pattern: /\[\[\s*(?:[\p{Lu}_]{3,}[\p{Lu}\d_ ]*|(?:first|last|your)[_ ]?name)\s*\]\]/gu },
  {
    needs: ['[', '<'],
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
    needs: ['FIRST', 'Firstname', 'NAME', 'Name Surname'],
    pattern:
      /\b(?:FIRST ?NAME|Firstname) (?:LAST ?NAME|SURNAME|Lastname|Surname)\b|\bNAME (?:NAME|SURNAME)\b|\bName Surname\b/gu,
  },
  { needs: ['___'], pattern: /(?<=\p{L},?\s)_{3,}(?=[\s,.;:)]|$)/gu },
  {
    needs: ['lorem', 'dolor'],
    pattern: /\blorem ipsum(?: dolor(?: sit(?: amet)?)?)?\b|\bdolor sit amet\b/gi,
  },
  { needs: ['asdf', 'qwerty'], pattern: /\basdf(?:ghj?k?l?|asdf)*\b|\bqwertyuiop\b/gi },
  { needs: ['TODO', 'FIXME'], pattern: /\b(?:TODO|FIXME)\b(?=\s*:)|\bFIXME\b|(?<=^|[[({*])TODO\b/gu },
  {
    needs: ['**'],
    pattern: /(?<!\*)\*{2,}\s*(?:CHECK|TK|TKTK|QUERY|TODO|CONFIRM|VERIFY)\b[^*]{0,60}\*{2,}/gu,
    note: true,
  },
  {
    needs: ['00'],
    pattern:
      /(?<![\p{N}.,:/-])[£$€]?(?:0{2,4}(?:(?:m|bn|%)(?!\p{L})|(?= (?:people|per ?cent|years|days|million|billion|votes|jobs)\b))|0{2}\/0{2}\/0{2,4})(?![\p{N}.,:])/gu,
  },
  { needs: ['aged 00'], pattern: /(?<=\baged )00\b/gu },
  // a telephone number of noughts
  { needs: ['000'], pattern: /(?<![\d.,])\+?0{3,}(?:[ -]0{3,})+(?![\d.,])/gu },
  {
    needs: ['ummy', 'laceholder', 'ample', 'iller', 'DUMMY', 'PLACEHOLDER', 'SAMPLE'],
    pattern:
      /^(?:Dummy|Placeholder|Sample|Filler|DUMMY|PLACEHOLDER|SAMPLE) (?:text|copy|headline|caption|image|content|quote|TEXT|COPY|HEADLINE)\b[^.!?]{0,30}[.!?]?$/gu,
  },
  // the word of a form where the thing itself belongs
  {
    needs: [
      'DATE',
      'PLACE',
      'VENUE',
      'NAME',
      'AGE',
      'AMOUNT',
      'FIGURE',
      'NUMBER',
      'TOWN',
      'CITY',
      'PRICE',
      'DAY',
      'MONTH',
      'YEAR',
    ],
    pattern:
      /(?<=\b(?:on|at|in|by|from|until|of|for|aged|costs?|than)\s)(?:DATE|PLACE|VENUE|NAME|AGE|AMOUNT|FIGURE|NUMBER|TOWN|CITY|PRICE|DAY|MONTH|YEAR)(?=[,.;:)]|\s+(?:and|in|at|on|to|for|from|said|by|the|of|when|after|with)\b|$)/gu,
    except: (text) => !/\p{Ll}{3}/u.test(text),
  },
  // the words of a form, in capitals among ordinary copy
  {
    needs: ['NAME', '('],
    pattern:
      /\b(?:NAME|SURNAME|FIRSTNAME|LASTNAME)(?:, (?:AGE|TOWN|TITLE|PLACE|ROLE|JOB))*(?=[,.]? )(?! [A-Z]{2})|\((?:NAME|AGE|DATE|QUOTE|TITLE|TOWN|PLACE|SOURCE|CAPTION|LINK|FIGURE)\)/gu,
    except: (text) => !/\p{Ll}{3}/u.test(text),
  },
  {
    needs: ['['],
    pattern:
      /\[(?:QUOTE|NAME|INSERT|ADD|CAPTION|HEADLINE|LINK|FIGURE|STATS?|CHECK|NB|LEGAL|EDITOR|DESK|SUBS?)\b[^\]\p{Ll}]{0,60}\]/gu,
    note: true,
  },
  {
    needs: ['['],
    pattern: /\[(?:editor|editors|desk|subs?|ed|legal|nb|note|todo|query)(?::| check| to )[^\]]{0,80}\]/giu,
    note: true,
  },
  { needs: ['NOTE TO'], pattern: /^NOTE TO (?:EDITOR|SUBS?|DESK|SELF)\b.*/gu, note: true },
  { needs: ['tk'], pattern: /[[(]tk[\])]/gu },
  { needs: ['Xxx'], pattern: /\bXx{2,}(?: Xx{2,})*\b/gu },
  {
    needs: ['to come', 'TK'],
    pattern:
      /^(?:Quotes?|Captions?|Headlines?|Names?|Comments?|Reaction|Bylines?|Intro|Copy|Photos?|Pictures?|Standfirst)\b[^.!?]{0,40}\b(?:to come|TK)\.?$/gu,
  },
  {
    needs: ['nsert'],
    pattern:
      /\b[Ii]nsert (?:a )?(?:quotes?|names?|links?|photos?|pictures?|captions?|dates?|text|headlines?|details?|figures?|image) here\b|^Insert (?:quotes?|names?|links?|photos?|pictures?|captions?|headlines?|details?|figures?|image)\b.{0,30}$/gu,
  },
  { needs: [' here'], pattern: /^(?:Headline|Caption|Standfirst|Byline|Intro|Text|Name|Quote) here\.?$/gu },
  {
    needs: ['TBC', 'TBD', 'TBA'],
    pattern:
      /\b(?:[Dd]etails?|[Dd]ates?|[Tt]imes?|[Vv]enue|[Nn]ame|[Aa]ge|[Pp]rice|[Ll]ocation|[Tt]itle|[Qq]uote|[Ff]igures?|[Cc]ost) (?:TBC|TBD|TBA)\b/gu,
  },
  { needs: ['___'], pattern: /(?<=^|\s)_{3,}(?=\s+\p{Ll})/gu },
  { needs: ['##'], pattern: /(?<!#)#{2,}[A-Z_]{3,30}#{2,}/gu },
  // a query left standing
  {
    needs: ['??'],
    pattern: /[£$€]?\?{2,}(?:m|bn|k|%|st|nd|rd|th|am|pm|pc)?(?![\p{L}\p{N}])/gu,
    except: isShout,
  },
];
