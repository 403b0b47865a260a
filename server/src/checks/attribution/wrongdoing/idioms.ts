import type { WrongKind } from './wrong.ts';

/** Wordings that tell of a wrong with no act of anybody's for their verb: "places were on sale", "the logs were fakes". */
export const IDIOMS: readonly (readonly [cues: string, kind: WrongKind, pattern: RegExp])[] = [
  [
    'envelope envelopes cash notes money',
    'bribe',
    /\b(?:[Ee]nvelopes?|[Bb]undles|[Bb]riefcases?|[Ss]uitcases?|[Bb]ags?|[Ww]ads) (?:of|full of|stuffed with) (?:cash|money|notes|banknotes|dollars|euros)\b[^.;]{0,40}? (?:went|passed|changed|found|came|were (?:left|handed|passed|delivered|given)|was (?:left|handed|passed|delivered|given))\b/u,
  ],
  [
    'sale sold bought price',
    'bribe',
    /\b(?:[Pp]laces|[Pp]osts|[Jj]obs|[Vv]isas|[Pp]assports|[Dd]egrees|[Dd]iplomas|[Ll]icen[cs]es|[Gg]rades|[Vv]erdicts|[Ss]eats|[Hh]onours|[Vv]otes|[Pp]ermits|[Pp]romotions|[Pp]eerages|[Mm]arks)\b[^.;]{0,40} (?:were|was|went) (?:on|for|up for) sale\b|\b(?:[Pp]laces|[Pp]osts|[Vv]isas|[Dd]egrees|[Dd]iplomas|[Gg]rades|[Vv]erdicts|[Hh]onours|[Pp]eerages|[Pp]romotions) (?:[\p{L} ]{2,40} )?(?:were|was) (?:sold|bought|traded)\b/u,
  ],
  [
    'false fake fakes forgery forgeries fiction invented bogus fraud staged lie lies sham doctored rigged fixed',
    'records',
    /\b(?:records?|logs?|books?|accounts?|certificates?|invoices?|receipts?|figures|numbers|results?|signatures?|reports?|diplomas?|degrees?|letters?|statements?|readings|minutes|photographs?|pictures|video|footage|documents?|papers|tenders?|contests?|ballots?|vote|votes|election|draw|auction|trial|inspections?|tests?|checks?|charity|passports?|claims|names|witnesses|testimony)\b(?! (?:is|are)\b)[^.;,]{0,40} (?:was|were|had been) (?:all |a |an |mostly |largely |entirely |pure |simply |just )?(?:false|fakes?|forger(?:y|ies)|fiction|invented|bogus|frauds?|staged|lies?|a sham|sham|doctored|rigged|fixed|made up|made-up|a front|a hoax)\b/u,
  ],
  [
    'owner owners behind front',
    'hidden',
    /\b(?:[Tt]he|[Ii]ts) (?:real|true|secret|hidden|actual|undeclared) (?:owners?|beneficiar(?:y|ies)|buyers?|backers?|paymasters?|author) of\b[^.;]{0,60} (?:is|was|are|were)\b|\b(?:is|was|were|are) a front for\b/u,
  ],
  [
    'never',
    'hidden',
    /\b(?:reports?|results?|tests?|letters?|warnings?|findings|figures|files?|complaints?|evidence|study|memo|email|emails|money|aid|cash|funds?)\b[^.;]{0,60} never (?:reached|left|got to|made it|went to|saw the light|arrived|came before)\b/u,
  ],
  [
    'truce ceasefire cease-fire armistice guns tanks howitzers artillery',
    'truce',
    /\b(?:[Tt]ruce|[Cc]ease-?fire|[Aa]rmistice) (?:had )?(?:lasted|held for|survived|collapsed|broke down|was (?:\p{L}+ )?(?:hours|minutes|days) old)\b[^.]{0,80}\b(?:rockets?|shells?|guns?|tanks?|jets?|drones?|troops|mortars?|snipers?|fighters)\b|\b(?:guns?|tanks?|howitzers?|rockets?|missiles|artillery|mortars|launchers)\b[^.;]{0,60} (?:were|was) (?:back|still)\b[^.;]{0,40}\b(?:ridge|line|hills?|positions?|zone|border|heights|range)\b/u,
  ],
  [
    'warning notice ahead tip tip-off tipped called word',
    'tip-off',
    /\bhad (?:[\p{L}\d’']+ ){1,3}(?:warning|notice)\b\s?(?::|;|—|–|because|thanks)|\bhad (?:been )?(?:called|phoned|rung|texted|tipped|warned|sent word)(?: \p{L}+){0,2} (?:ahead|beforehand|in advance|in time)\b|\b(?:thanks to|after) a (?:tip|tip-off|call|leak|word|warning) from (?:a |an |the |inside |someone |somebody )?(?:[\p{L}-]+ )?(?:officer|constable|clerk|insider|colleague|official|friend|police|ministry|station|sergeant|policeman)\b/u,
  ],
  [
    'kept two second double books accounts ledgers',
    'records',
    /\b(?:kept|ran|maintained|had) (?:two|a second|a double|double|parallel|three) (?:sets? of )?(?:books|accounts|ledgers?|records|rolls|logs?)\b|\b(?:[Tt]wo|[Tt]hree) sets of (?:books|accounts|ledgers|records|logs) (?:were|had been) (?:kept|run)\b/u,
  ],
  [
    'order orders instructions command',
    'orders',
    /\b(?:[Tt]he (?:orders?|instructions?|command) came|(?:[Tt]he )?(?:orders?|instructions?|command) to (?:shoot|fire|destroy|delete|burn|shred|falsify|hide|kill|beat|lie|lose|bury|wipe)[^.;]{0,40} (?:came|was given|were given|went out))\b[^.;]{0,30}\bfrom (?:the )?\p{L}+/u,
  ],
  [
    'without licence license permit warrant insurance qualifications',
    'rules',
    /\b(?:has|had|have) (?:never had|no) (?:an? |any )?(?:valid |operating |building |planning |fire )?(?:licen[cs]e|permit|warrant|permission|insurance|planning permission)\b(?! to (?:drive|marry))/u,
  ],
  [
    'drunk drinking',
    'rules',
    /\b(?:while|when) (?:he was |she was |they were )?(?:drunk|under the influence)\b|\b(?:was|were|had been) (?:\p{L}+ )?drunk (?:at|behind) the wheel\b|\b(?:was|were|had been) (?:\p{L}+ )?drunk (?:on duty|in charge|at work)\b|(?<=\b(?:driver|pilot|captain|skipper|surgeon|doctor|nurse|engineer|signalman|officer|crew)\b.{0,80}|^(?:He|She|They) )had been drinking(?! (?:tea|coffee|water|cocoa|milk|squash|juice)\b)(?= (?:in|since|for|before|at|all|heavily|on|with|until|during|vodka|whisky|beer|wine)\b|[,.])/u,
  ],
  [
    'blame responsible fault',
    'rules',
    /\b(?:is|are|was|were) (?:solely |largely |entirely |partly |chiefly )?(?:to blame|responsible|at fault) for (?:the |his |her |their |its )?(?:[\p{L}\d’'-]+ ){0,3}?(?:deaths?|crash|disaster|collapse|fire|floods?|flooding|leak|spill|killings?|massacre|murders?|sinking|explosion|derailment|poisoning|famine)\b/u,
  ],
  [
    'negligence carelessness incompetence greed recklessness cost-cutting',
    'rules',
    /\b(?:[Nn]egligence|[Cc]arelessness|[Ii]ncompetence|[Gg]reed|[Rr]ecklessness|[Cc]ost-cutting)\b[^.;,]{0,40} (?:caused|led to|killed|cost|brought about)\b|\b(?:caused|killed|ruined|brought about) by [^.;,]{0,40}\b(?:negligence|carelessness|incompetence|greed|recklessness|cost-cutting)\b/u,
  ],
  [
    'nothing quiet silent away',
    'knowledge',
    /\b(?:knew|had known) (?:of|about|that)\b[^.;]{0,60} (?:and|but) (?:had )?(?:did nothing|done nothing|said nothing|kept (?:it )?(?:quiet|silent)|looked away|looked the other way)\b/u,
  ],
];
