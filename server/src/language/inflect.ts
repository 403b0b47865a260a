/** The form a verb stands in. `past` stands for past tense and past participle where they are the same word. */
export type VerbForm = 'base' | 's' | 'past' | 'participle' | 'ing';

const IRREGULAR: Readonly<Record<string, readonly [past: string, participle: string]>> = {
  say: ['said', 'said'],
  tell: ['told', 'told'],
  retell: ['retold', 'retold'],
  write: ['wrote', 'written'],
  rewrite: ['rewrote', 'rewritten'],
  think: ['thought', 'thought'],
  know: ['knew', 'known'],
  find: ['found', 'found'],
  show: ['showed', 'shown'],
  see: ['saw', 'seen'],
  foresee: ['foresaw', 'foreseen'],
  feel: ['felt', 'felt'],
  swear: ['swore', 'sworn'],
  forecast: ['forecast', 'forecast'],
  speak: ['spoke', 'spoken'],
  read: ['read', 'read'],
  put: ['put', 'put'],
  mean: ['meant', 'meant'],
  hold: ['held', 'held'],
  go: ['went', 'gone'],
  take: ['took', 'taken'],
  give: ['gave', 'given'],
  make: ['made', 'made'],
  break: ['broke', 'broken'],
  hide: ['hid', 'hidden'],
  steal: ['stole', 'stolen'],
  beat: ['beat', 'beaten'],
  burn: ['burned', 'burnt'],
  shoot: ['shot', 'shot'],
  lie: ['lied', 'lied'],
  pay: ['paid', 'paid'],
  sell: ['sold', 'sold'],
  buy: ['bought', 'bought'],
  let: ['let', 'let'],
  keep: ['kept', 'kept'],
  leak: ['leaked', 'leaked'],
  send: ['sent', 'sent'],
  shred: ['shredded', 'shredded'],
  rig: ['rigged', 'rigged'],
  cut: ['cut', 'cut'],
  lay: ['laid', 'laid'],
  hit: ['hit', 'hit'],
  throw: ['threw', 'thrown'],
  bring: ['brought', 'brought'],
  mislead: ['misled', 'misled'],
  withhold: ['withheld', 'withheld'],
  rebut: ['rebutted', 'rebutted'],
  overrun: ['overran', 'overrun'],
  retake: ['retook', 'retaken'],
  seek: ['sought', 'sought'],
  drive: ['drove', 'driven'],
  hold_back: ['held', 'held'],
  set: ['set', 'set'],
  feed: ['fed', 'fed'],
  get: ['got', 'got'],
  have: ['had', 'had'],
  run: ['ran', 'run'],
  leave: ['left', 'left'],
  fight: ['fought', 'fought'],
  strike: ['struck', 'struck'],
  forgive: ['forgave', 'forgiven'],
  lead: ['led', 'led'],
  tear: ['tore', 'torn'],
  slip: ['slipped', 'slipped'],
  ring: ['rang', 'rung'],
  draw: ['drew', 'drawn'],
  spend: ['spent', 'spent'],
  wipe: ['wiped', 'wiped'],
  dump: ['dumped', 'dumped'],
  bury: ['buried', 'buried'],
  strip: ['stripped', 'stripped'],
  sit: ['sat', 'sat'],
  stand: ['stood', 'stood'],
  build: ['built', 'built'],
  lend: ['lent', 'lent'],
  dig: ['dug', 'dug'],
  fly: ['flew', 'flown'],
  spit: ['spat', 'spat'],
  freeze: ['froze', 'frozen'],
  catch: ['caught', 'caught'],
  forbid: ['forbade', 'forbidden'],
  withdraw: ['withdrew', 'withdrawn'],
  spin: ['spun', 'spun'],
  bid: ['bid', 'bid'],
  shut: ['shut', 'shut'],
  lose: ['lost', 'lost'],
  wind: ['wound', 'wound'],
  sink: ['sank', 'sunk'],
  drink: ['drank', 'drunk'],
  eat: ['ate', 'eaten'],
  bleed: ['bled', 'bled'],
  sweep: ['swept', 'swept'],
  hang: ['hanged', 'hung'],
  sleep: ['slept', 'slept'],
  bind: ['bound', 'bound'],
  cast: ['cast', 'cast'],
  bite: ['bit', 'bitten'],
  choose: ['chose', 'chosen'],
  teach: ['taught', 'taught'],
  wear: ['wore', 'worn'],
  forget: ['forgot', 'forgotten'],
  deal: ['dealt', 'dealt'],
  ride: ['rode', 'ridden'],
  meet: ['met', 'met'],
  split: ['split', 'split'],
  spread: ['spread', 'spread'],
  win: ['won', 'won'],
  come: ['came', 'come'],
  fall: ['fell', 'fallen'],
};

// one-syllable verbs, and longer ones stressed on the last, that double their last letter
const DOUBLING =
  /^(?:admit|submit|commit|permit|omit|rebut|quip|brag|slam|plan|beg|refer|infer|concur|pan|rap|tip|shred|rig|plot|strip|whip|rob|stab|drop|scrap|skim|bug|wiretap|tap|dam|drug|kidnap|hit|cut|let|put|set|get|fit|equip|bar|trap|tag|dub|nod|snub|jab|chat|sub|ram|pad|slip|skip|run|swap|zip|drip|hum|gun|prod|cap|trim|grab|gag|flog|con|scam|hop|club|slap|ban|defer|deter|occur|patrol|control|compel|expel|rebel|spar|fudge-)$/u;

const ONE_SYLLABLE = /^(?:qu)?[^aeiou]*[aeiou][bdgmnprt]$/u;

/** The forms of an English verb: of an irregular one, or by the rules of spelling. */
export function formsOf(lemma: string): readonly (readonly [string, VerbForm])[] {
  const [first = lemma, ...rest] = lemma.split(' ');
  const tail = rest.length > 0 ? ` ${rest.join(' ')}` : '';
  const stem =
    DOUBLING.test(first) || ONE_SYLLABLE.test(first)
      ? first + first.slice(-1)
      : first.endsWith('e')
        ? first.slice(0, -1)
        : first;
  const regular = /[^aeiou]y$/u.test(first) ? `${first.slice(0, -1)}ied` : `${stem}ed`;
  const [past, participle] = IRREGULAR[first] ?? [regular, regular];
  const third = /(?:s|sh|ch|x|z|o)$/u.test(first)
    ? `${first}es`
    : /[^aeiou]y$/u.test(first)
      ? `${first.slice(0, -1)}ies`
      : `${first}s`;
  const ing = /ie$/u.test(first)
    ? `${first.slice(0, -2)}ying`
    : /(?:ee|ye|oe)$/u.test(first)
      ? `${first}ing`
      : `${stem}ing`;
  const forms: [string, VerbForm][] = [
    [first + tail, 'base'],
    [third + tail, 's'],
    [past + tail, 'past'],
    [ing + tail, 'ing'],
  ];
  // British spelling doubles the l: "relabelled", "funnelled"
  if (/[^aeiou][aeiou]l$/u.test(first) && stem === first) {
    forms.push([`${first}led${tail}`, 'past'], [`${first}ling${tail}`, 'ing']);
  }
  if (participle !== past) forms.push([participle + tail, 'participle']);
  return forms;
}
