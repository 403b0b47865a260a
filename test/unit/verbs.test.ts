import { describe, expect, test } from 'vitest';
import { formsOf, looksPast, possibleBases, type VerbForm } from '../../server/src/language/verbs.ts';

const formed = (verb: string, ...kinds: readonly VerbForm[]): readonly string[] =>
  formsOf(verb).flatMap(([form, kind]) => (kinds.includes(kind) ? [form] : []));

describe('a verb has its irregular forms wherever it is asked for', () => {
  test.each(
    `arise arose arisen|awake awoke awoken|bear bore borne|become became become|begin began begun|bend bent bent|bet bet bet
     |blow blew blown|breed bred bred|burst burst burst|cling clung clung|cost cost cost|creep crept crept|do did done
     |flee fled fled|fling flung flung|forgo forwent forgone|grind ground ground|grow grew grown|hang hung hung|hang hanged hanged
     |hear heard heard|hurt hurt hurt|lie lay lain|lie lied lied|light lit lit|mistake mistook mistaken|outdo outdid outdone
     |overcome overcame overcome|oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown
     |quit quit quit|redo redid redone|rid rid rid|rise rose risen|shake shook shaken|shed shed shed|shine shone shone
     |shrink shrank shrunk|sing sang sung|slide slid slid|spring sprang sprung|stick stuck stuck|sting stung stung
     |strive strove striven|swell swelled swollen|swim swam swum|swing swung swung|thrust thrust thrust|tread trod trodden
     |undergo underwent undergone|understand understood understood|undertake undertook undertaken|undo undid undone
     |uphold upheld upheld|upset upset upset|wake woke woken|weave wove woven|weep wept wept|withstand withstood withstood
     |rebuild rebuilt rebuilt|misunderstand misunderstood misunderstood|outgrow outgrew outgrown`
      .split('|')
      .map((row) => row.trim().split(' ') as [string, string, string]),
  )('%s, %s, %s', (base, past, participle) => {
    expect(formed(base, 'past')).toContain(past);
    expect(formed(base, 'past', 'participle')).toContain(participle);
  });
});

describe('a verb takes -s, -ed and -ing', () => {
  test.each([
    ['plan', 'plans', 'planned', 'planning'],
    ['quiz', 'quizzes', 'quizzed', 'quizzing'],
    ['quip', 'quips', 'quipped', 'quipping'],
    ['flag', 'flags', 'flagged', 'flagging'],
    ['cook', 'cooks', 'cooked', 'cooking'],
    ['admit', 'admits', 'admitted', 'admitting'],
    ['limit', 'limits', 'limited', 'limiting'],
    ['deny', 'denies', 'denied', 'denying'],
    ['relay', 'relays', 'relayed', 'relaying'],
    ['make', 'makes', 'made', 'making'],
    ['agree', 'agrees', 'agreed', 'agreeing'],
    ['die', 'dies', 'died', 'dying'],
    ['mimic', 'mimics', 'mimicked', 'mimicking'],
    ['echo', 'echoes', 'echoed', 'echoing'],
    ['cover up', 'covers up', 'covered up', 'covering up'],
  ])('%s: %s, %s, %s', (verb, ...expected) => {
    expect((['s', 'past', 'ing'] as const).map((kind) => formed(verb, kind)[0])).toEqual(expected);
  });

  test('in British and in American spelling', () => {
    expect(formed('relabel', 'past')).toEqual(['relabeled', 'relabelled']);
    expect(formed('funnel', 'ing')).toEqual(['funneling', 'funnelling']);
  });

  test.each([
    ['planned', 'ed', 'plan'],
    ['denied', 'ed', 'deny'],
    ['making', 'ing', 'make'],
    ['lying', 'ing', 'lie'],
    ['trafficking', 'ing', 'traffic'],
  ] as const)('%s is of %s', (form, ending, base) => {
    expect(possibleBases(form, ending)).toContain(base);
  });

  test.each(['understood', 'began', 'was', 'planned', 'fled'])('%s is a past', (word) => {
    expect(looksPast(word)).toBe(true);
  });

  test.each(['cost', 'bid', 'hundred', 'feed', 'bridge'])('%s need not be one', (word) => {
    expect(looksPast(word)).toBe(false);
  });
});
