import type { Circumstance } from './circumstance.ts';

const WATCHER =
  '(?:inspect(?:ors?|ions?|orate)|audit(?:ors?|s)?|hearings?|inquir(?:y|ies)|enquiry|investigators?|raids?|search(?:es)?|detectives|regulators?|trial|prosecutors?|watchdog|officials|examiners?|forensic|police|insurers?|loss adjusters?|ombudsman|coroner|squad|officers|visits?|tax (?:man|office)|subpoenas?|warrant|court order)';

/** What was done so that nobody would see, knowing it, or for somebody who should not be told. */
export const HIDING: readonly Circumstance[] = [
  {
    cues: 'before ahead day days hours hour week weeks night eve minutes once when whenever until by as while',
    weight: 2,
    kind: 'hidden',
    pattern: new RegExp(
      String.raw`\b(?:before|ahead of|once|as soon as|when|whenever|until|while|(?:the )?(?:day|days|hour|hours|night|week|weeks|eve|morning|minutes) (?:after|before|of)) (?:the |each |every |any |a |an |its |their |his |her |that )?(?:[\p{L}’'-]+ ){0,3}?${WATCHER}\b(?:[^.;]{0,30}\b(?:called|came|come|arrived|arrive|visited|was on|were on|were due|was due|could|would|began|asked|started|went|got|opened|knocked|landed|reached|sat|looked)\b)?`,
      'u',
    ),
  },
  {
    cues: 'due testify evidence',
    weight: 3,
    kind: 'evidence',
    pattern:
      /\b(?:before|until|ahead) [^.;]{0,50}\b(?:(?:due|was|were) to (?:give evidence|testify|see|inspect|visit|examine|collect|appear)|testified|gave evidence|giving evidence)\b/u,
  },
  {
    cues: 'surprise unannounced',
    weight: 2,
    kind: 'tip-off',
    pattern: /\b(?:surprise|unannounced|secret) (?:\p{L}+ )?(?:visits?|inspections?|raids?|checks?)\b/u,
  },
  {
    cues: 'when of about',
    weight: 2.5,
    kind: 'tip-off',
    pattern:
      /\b(?:told|rang|phoned|texted|called|warned|alerted|tipped)\b[^.;]{0,60}\b(?:when|of|about|that) (?:the |a |an )?(?:[\p{L}-]+ ){0,2}(?:squad|police|inspectors?|raids?|search|warrant|auditors|patrols?)\b/u,
  },
  {
    cues: 'so to',
    weight: 3,
    kind: 'hidden',
    pattern:
      /\bso (?:that|as) (?:not to|(?:the |its |their |no |an? )?(?:[\p{L}’'-]+ ){0,3}(?:would|could|might|did) (?:not|never)|nobody|no one|none|nothing|neither)\b|\bso (?:that )?(?:the )?(?:books|figures|numbers|accounts|sums) would\b/u,
  },
  {
    cues: 'to',
    weight: 2.5,
    kind: 'hidden',
    pattern:
      /\bto (?:hide|conceal|force (?:the |a |out |him|her|them)[^.;]{0,20}|cover up|disguise|mask|mislead|deceive|silence|scare|frighten|intimidate|evade|dodge|escape|get (?:a)?round|fool|make (?:it|them|the \p{L}+) look|keep (?:it|them|him|her|the [\p{L}’'-]+(?: \p{L}+)?) (?:quiet|silent|out of sight|off the (?:books|record)|from (?:the )?(?:auditors|inspectors|regulators?|public|police|press|parliament|voters|shareholders|families|board|court|investigators))|bring [^.;]{0,30} (?:under|below|within)|pass (?:the|its|an?) (?:test|inspection|audit))\b/u,
  },
  {
    cues: 'sight view away notice hidden locked under another',
    weight: 2,
    kind: 'hidden',
    pattern:
      /\bout of (?:[\p{L}’']+ ){0,3}(?:sight|view|reach)\b|\b(?:locked|hid|filed|tucked|stashed|put|shut|stowed) (?:it|them|him|her|the \p{L}+(?: \p{L}+)?) away\b|\b(?:nobody|no one|none) would (?:notice|see|know|find|look|hear)\b|\bunder (?:another|a different|a false) (?:heading|name|title|code)\b/u,
  },
  {
    cues: 'out',
    weight: 2,
    kind: 'hidden',
    pattern:
      /\b(?:kept|left|leaving|keeping|cut|edited|struck|written|took|taken) (?:[^.;]{0,40}? )?out (?:of|from) (?:the |its |their |his |her |a )?(?:\p{L}+ ){0,2}(?:file|report|reports|record|records|accounts|minutes|log|register|bundle|dossier|statement|evidence|books|return|prospectus|statistics|figures|count)\b/u,
  },
  {
    cues: 'nothing nobody telling tell told one anyone quiet informing silent never',
    weight: 2.5,
    kind: 'hidden',
    pattern:
      /\b(?:nobody|no one|none of them) (?:told|warned|informed|alerted|asked)\b|\bsa(?:id|ying) nothing\b(?! (?:about|on|of|new|more))|\b(?:told|telling|tell) (?:the |its |his |their )?(?:[\p{L}’']+ )?(?:nothing|nobody|no one|none of)\b|\bwithout (?:telling|informing|asking|warning|consulting)\b|\b(?:did not|didn[’']t|never|nor did [\p{L} ]{0,20}|neglected to|failed to) (?:tell|told|inform(?:ed)?|warn(?:ed)?|disclos(?:e|ed)|alert(?:ed)?|notif(?:y|ied)|report(?:ed)?|declar(?:e|ed)|mention(?:ed)?)\b|\b(?:keep|stay|kept|stayed) (?:quiet|silent|it quiet)\b|\b(?:was|were) never (?:told|informed|warned|shown|disclosed|reported)\b/u,
  },
  {
    cues: 'knew knowing known aware knowingly',
    weight: 2.5,
    kind: 'knowledge',
    pattern:
      /\b(?:knew|knowing) (?:that |it |them |him |her |of |about |to |the |perfectly |full |well |all |were |was )*(?:[\p{L}’'-]+ ){0,4}(?:unsafe|faulty|fault|danger|risk|defect|shortfall|crack|leak|broken|bust|bankrupt|damaged|false|fake|illegal|banned|sick|contaminated|over|overloaded|leaking|cracked|poisonous|toxic|dying|dead|stolen|forged|insolvent|rotten|untested|expired|breaking|looted|corrupt|failing|unlicensed|unstable|condemned)\b|\baware (?:that|of) (?:[\p{L}’'-]+ ){0,4}(?:unsafe|faulty|fault|danger|risk|risks|defects?|shortfall|cracks?|leaks?|false|fake|illegal)\b|\b(?:and|which|as) (?:the |its |their )?[\p{L}’'-]+ knew (?:it|this|as much|that)\b|\bknowingly\b/u,
  },
  {
    cues: 'punishment marks trace signed lapsed expired revoked fee cut share account accounts company firm tyre',
    weight: 2.5,
    pattern:
      /\bas (?:a )?punishment\b|\bleave no (?:marks?|trace|record)\b|\b(?:permit|licence|license|certificate|insurance|warrant|visa|contract|registration) had (?:lapsed|expired|run out|been (?:revoked|withdrawn|suspended))\b|\bfor (?:a|his|her|their) (?:cut|share|fee)\b|\bin a (?:spare tyre|spare wheel|false \p{L}+|hidden \p{L}+|plastic bag)\b|\b(?:minutes|hours?|days?) (?:after|into|before) [^.]{0,40}\b(?:signed|shaken hands|agreed to stop)\b/u,
  },
  {
    cues: 'until please lose as for went kept fed',
    weight: 2.5,
    pattern:
      /\buntil (?:after )?the [^.]{0,30}\b(?:election|vote|sale|deal|deadline|year had ended|story)\b|\bto please the inspectors\b|\bwould lose (?:the|her|his|their)\b|\bas (?:an? )?(?:fit|safe|clean|sound|new|pneumonia|passed|complete|genuine|organic|local|fresh|accident(?:s|al)?|suicides?|natural|fall|mistake)\b|\b(?:went on|kept(?: on)?) (?:selling|taking|using|charging|pumping|dumping|spraying|serving|flying|operating|working|paying|collecting|claiming)\b|\binto (?:a|the) (?:furnace|shredder|incinerator|skip|bonfire)\b/u,
  },
  {
    cues: 'years decade months',
    weight: 1,
    pattern:
      /\bfor (?:more than |nearly |almost |at least )?(?:\p{L}+|\d+) (?:years|decades|months)\b|\bfor (?:a decade|years|months|decades)\b/u,
  },
  {
    cues: 'sealed confidential medical personal secret marked private',
    weight: 2,
    kind: 'tip-off',
    pattern:
      /\b(?:sealed|confidential|medical|personal|secret|classified|private|unpublished) (?:\p{L}+ )?(?:offers?|bids?|files?|records?|details|data|documents?|address(?:es)?|reports?)\b|\b(?:report|reports|tests?|results|findings) (?:confidential|secret)\b/u,
  },
  {
    cues: 'who had who ran whistleblower',
    weight: 1,
    pattern:
      /\bwho (?:had )?(?:ran away|complained|refused|spoke out|objected|blew the whistle|had filmed|filmed|reported|asked questions|escaped)\b/u,
  },
  {
    cues: 'before months weeks days hours',
    weight: 2.5,
    kind: 'tip-off',
    pattern:
      /\b(?:days|weeks|months|hours|minutes|day|week|month|hour) before (?:it|they|the [\p{L}’'-]+(?: [\p{L}’'-]+)?|any [\p{L}’'-]+) (?:was|were|went|became|had been|closed|opened|began) (?:published|announced|public|released|opened|known|official|printed|issued|sent|signed)\b|\bbefore (?:the |any |a )?(?:polls?|vote|voting|count|tender|auction|council|board|committee|judge|court|public|vets?) (?:had |could |were |was )?(?:closed|opened|began|met|meet|sat|started|rule|act|stop|look|see|vote|decide)\b/u,
  },
  {
    cues: 'waited took sat held until before',
    weight: 3,
    kind: 'hidden',
    pattern:
      /\b(?:waited|took|delayed|let) (?:[\p{L}\d-]+ ){1,4}(?:before|until) (?:it|they|he|she|the [\p{L}’'-]+|telling|reporting|warning|informing|calling) ?(?:reported|told|disclosed|warned|called|informed|admitted|alerted|published|recalled|stopped|shut|closed)?\b(?=[^.;]{0,60}\b(?:leak|spill|deaths?|fault|fire|breach|outbreak|accident|crash|brakes?|families|police|authority|regulator|parents|residents|customers|patients|passengers|public|defect|case|infections?))/u,
  },
  {
    cues: 'ahead empty warning notice somebody someone',
    weight: 2,
    kind: 'tip-off',
    pattern:
      /\b(?:called|phoned|rung|rang|texted|warned|tipped) (?:[\p{L}-]+ )?ahead\b|\bempty (?:flat|house|safe|warehouse|room|yard|office|barn|container)s?\b[^.;]{0,30}\b(?:because|:|after|thanks)\b|\b(?:hour|day|minute|week|days|hours)[’']s?[’']? (?:warning|notice)\b|\b(?:[Ss]omebody|[Ss]omeone) (?:in|at|inside|from) the (?:ministry|station|office|department|bank|court|force|police|team|council|control)\b/u,
  },
  {
    cues: 'copy copies trace',
    weight: 2,
    kind: 'evidence',
    pattern:
      /\b(?:every|all|each|the only|the last) (?:remaining |known )?(?:copy|copies|trace|traces|backups?|negatives?)\b/u,
  },
  {
    cues: 'while boot car pocket coat bag bed locker jacket flat',
    weight: 2.5,
    kind: 'evidence',
    pattern:
      /\b(?:dropped|slipped|put|placed|left|hid|tucked|threw|planted)\b[^.;]{2,40}\b(?:cocaine|heroin|drugs?|gun|pistol|knife|bullets?|cartridges|cash|pills|cannabis|powder|explosives|passport|evidence)\b[^.;]{0,10} (?:in|into|under|on|behind) (?:his|her|the|a|their) (?:[\p{L}’'-]+ )?(?:boot|car|pocket|coat|bag|bed|locker|jacket|house|flat|glove|van|mattress|suitcase|luggage|room)\b/u,
  },
  {
    cues: 'home followed into',
    weight: 2.5,
    kind: 'spying',
    pattern:
      /\bfollowed (?:[^.;]{2,50} )?home\b|\b(?:broke|breaking|broken|got|hacked|let themselves) into (?:the |a |his |her |their )?(?:[\p{L}’'-]+ ){1,3}(?:offices?|flat|home|house|email|emails|account|accounts|phone|phones|files|car|headquarters|hotel room|archive)\b/u,
  },
  {
    cues: 'after',
    weight: 2.5,
    kind: 'evidence',
    pattern:
      /\bafter (?:the |an? |its |their )?(?:[\p{L}’'-]+ ){1,4}(?:asked (?:to see|for)|demanded|requested|wanted to see|subpoenaed|called for|came looking)\b/u,
  },
  {
    cues: 'request behest insistence',
    weight: 2,
    kind: 'orders',
    pattern:
      /\bat (?:the |a |an |his |her |their |its )?(?:[\p{L}’'-]+ ){0,3}(?:request|behest|insistence)\b(?! of (?:the )?(?:police|court|judge|prosecutors?))/u,
  },
  {
    cues: 'photographs pictures photos',
    weight: 2.5,
    kind: 'evidence',
    pattern:
      /\b(?:photographs|pictures|photos) of (?:her|his|their) (?:sons?|children|daughters?|house|home|family|wife|husband|mother|car)\b/u,
  },
  {
    cues: 'knew known',
    weight: 2.5,
    kind: 'knowledge',
    pattern:
      /\b(?:knew|known) for (?:[\p{L}\d-]+ ){1,3}(?:years|months|weeks)\b|\b(?:knew|known) that [^.;]{3,50}\b(?:ill|sick|died|dying|killed?|harmed|cancer|unsafe|burn)\b/u,
  },
  {
    cues: 'suppressed buried shelved binned',
    weight: 2,
    kind: 'hidden',
    pattern: /\b(?:then|and) (?:suppressed|buried|shelved|binned|hid|destroyed) (?:it|them)\b/u,
  },
  {
    cues: 'only',
    weight: 2.5,
    kind: 'hidden',
    pattern:
      /\b(?:reported|declared|recorded|disclosed|counted|listed|registered|showed) only (?:half|a (?:third|fraction|quarter|tenth|few)|some|part|\d+) of\b/u,
  },
  {
    cues: 'off',
    weight: 2.5,
    kind: 'hidden',
    pattern: /\boff the (?:balance sheet|payroll|register|record)\b/u,
  },
  {
    cues: 'when while',
    weight: 2.5,
    kind: 'hidden',
    pattern:
      /\b(?:when|while) (?:the |its |their )?(?:[\p{L}-]+ )?(?:monitors?|cameras?|alarms?|inspectors?|sensors?|meters?|guards?|watchdog) (?:was|were) (?:off|away|asleep|out|on leave|broken|down)\b/u,
  },
];
