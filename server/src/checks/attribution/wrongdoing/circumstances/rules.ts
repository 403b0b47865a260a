import type { Circumstance } from './circumstance.ts';

/** What was not so, and what was forbidden. */
export const RULES: readonly Circumstance[] = [
  {
    cues: 'despite although though even spite defiance after warned warning warnings',
    weight: 2,
    kind: 'rules',
    pattern:
      /\b(?:despite|in spite of|in defiance of|although|though|even though|even after|after (?:being|it was|they were|he was|she was)) (?:[^.;]{0,60}\b)?(?:warn(?:ed|ings?)|alarms?|rules?|ban(?:ned)?|told|reading|knew|order(?:ed|s)?|complain(?:ed|ts?)|accord|truce|failed|forbidden|unsafe|unfit|outlawed|prohibited|condemned|danger(?:ous)?|cracks?|faults?|red)\b/u,
  },
  {
    cues: 'own opposite',
    weight: 2.5,
    kind: 'deceit',
    pattern:
      /\b(?:when|although|though|but|while) (?:its|their|his|her) own (?:[\p{L}’'-]+ ){1,3}(?:had|said|showed|found|warned|told|knew)\b|\bthe opposite\b|\bown (?:studies|study|research|tests?|scientists?|engineers?|data|figures|doctors?) (?:had )?(?:show(?:ed|n)|found|said|warned|suggested|proved)\b[^;]{0,80}\b(?:but|yet|kept|hid|buried|not)\b/u,
  },
  {
    cues: 'never nobody not exist failed condemned banned closed expired lapsed recalled outlawed which that who',
    weight: 2.5,
    kind: 'rules',
    pattern:
      /\b(?:that|which|who|it|they|he|she) had (?:already )?(?:never|not) (?:been )?\p{L}+(?:ed|en|n|de|ne|ught|t)\b|\bthat (?:nobody|no one|none of them) (?:had|could|ever)\b|\bhad not (?:been )?(?:done|made|taken|tested|checked|trained|paid|worked|happened|died|qualified|passed|given|visited|seen|met|voted|signed)\b|\b(?:did|does) not exist\b|\bnever (?:existed|happened|took place|carried out|visited|met|arrived|worked)\b|\bwhen (?:it|they|he|she|there) (?:was|were|had) (?:not|none|no|never)\b|\b(?:that|which|who) (?:had|have) (?:[\p{L}’'-]+ )?(?:failed|expired|lapsed|been (?:condemned|banned|closed|recalled|outlawed|rejected|withdrawn|struck))\b|\b(?:that|which) the (?:[\p{L}’'-]+ ){1,2}had (?:closed|banned|condemned|forbidden|outlawed|rejected|shut)\b/u,
  },
  {
    cues: 'false fake phantom ghost bogus fictitious forged dummy sham empty dead non-existent invented made-up staged',
    weight: 2.5,
    kind: 'records',
    pattern:
      /\b(?:false|fake|phantom|bogus|fictitious|forged|dummy|sham|non-existent|invented|made-up|counterfeit) (?!(?:the|a|an|his|her|its|their|it|them|this|that|by|from|in|on|at|to|of|and|or|with|after|for|when|as|him|us|all|two|what|alarms?|start|news|snow|dawn|hopes?|sense|ceiling|teeth)\b)\p{L}+|\b(?:names?|votes?|signatures?|pensions?|wages) of (?:the |several |some )?dead\b|\bdead (?:members|voters|patients|customers|people|men|souls|pensioners|workers|clients)\b|\bghost (?:workers|employees|soldiers|pupils|schools|patients)\b|\b(?:were|was|had been) (?:all )?staged\b/u,
  },
  {
    cues: 'unvetted unlicensed untrained unqualified unsafe unfit untested unapproved expired contaminated rotten faulty sick damaged substandard illegal banned outlawed prohibited stolen uninsured unregistered underage under-age toxic condemned dirty spoiled out-of-date counterfeit tainted insolvent broken',
    weight: 2,
    kind: 'rules',
    pattern:
      /\b(?:unvetted|unlicensed|untrained|unqualified|unsafe|unfit|untested|unapproved|expired|contaminated|rotten|faulty|sick (?=cows?|cattle|animals?|pigs?|sheep|chickens|birds|poultry|calves)|substandard|illegal|banned|outlawed|prohibited|stolen (?=passports|documents|data|papers|identit|art|antiquit)|uninsured|unregistered|underage|under-age|toxic|condemned|spoiled|out-of-date|counterfeit|tainted|insolvent) (?!(?:man|woman|leave|pay|note|day|the|a|an|his|her|its|their|it|them|this|that|by|from|in|on|at|to|of|and|or|with|after|for|when|as|him|us|all|two|what|alarms?|start|news|snow|dawn|hopes?|sense|ceiling|teeth)\b)\p{L}+/u,
  },
  {
    cues: 'forbids forbade bans banned forbidden prohibits outlawed illegal against allowed permitted allows quota limit licence without rules law',
    weight: 3,
    kind: 'rules',
    pattern:
      /\b(?:which|that|what) (?:the |its |their |international )?(?:[\p{L}’'-]+ ){0,3}(?:forbids?|forbade|bans?|banned|prohibits?|outlaws?|rules? out)\b|\b(?:was|were|are|is|been) (?:then |already |long )?(?:outlawed|banned|forbidden|prohibited|illegal)\b|\bagainst (?:its|their|the|his|her) (?:own )?(?:rules?|law|code|orders?|terms|regulations?|will|constitution)\b|\b(?:twice|three times|double|four times|well over|far above|more than) (?:its|their|the|what (?:its|their|the)) (?:[\p{L}-]+ )?(?:quota|limit|licence|permit|rules?|law|allowance)\b|\bwithout (?:an? |any |the )?(?:[\p{L}-]+ )?(?:licence|license|permit|tender|warrant|permission|consent|authori[sz]ation|prescription|anaesthetic|insurance|vote|bids?)\b|\bin breach of\b|\bin violation of\b/u,
  },
  {
    cues: 'called required promised allowed demanded needed',
    weight: 2,
    kind: 'rules',
    pattern:
      /\b(?:that|which|what|as|than) (?:the |its |their )?(?:[\p{L}’'-]+ ){1,3}(?:called for|required|requires|demanded|allowed|allows|permitted|specified|prescribed)\b|\b(?:had|both [\p{L} ]{2,20} had) promised (?:not )?to\b/u,
  },
  {
    cues: 'off switched disabled',
    weight: 2,
    kind: 'rules',
    pattern:
      /\bwith (?:the |its |their |his |her )?(?:[\p{L}-]+ ){0,2}(?:filters?|lights|tracking|beacons?|radios?|headlights|recorders?|pumps?|transponders?|alarms?|cameras?|brakes?|sensors?|scrubbers?|sprinklers?|guards?|tracker|trackers|safety \p{L}+) (?:switched |turned |disabled|taken )?(?:off|out|disabled|disconnected)\b/u,
  },
  {
    cues: 'run owned daughter son wife brother husband cousin nephew his her own themselves himself herself itself',
    weight: 2.5,
    kind: 'rules',
    pattern:
      /\b(?:run|owned|controlled|held|founded|chaired) by (?:his|her|their|the (?:minister|mayor|governor|president|chairman|director|general)[’']s) (?:own )?\p{L}+|\bto (?:his|her|their|its) own \p{L}+|\b(?:his|her|their|its) own (?:[\p{L}-]+ )?(?:firms?|compan(?:y|ies)|pockets?|accounts?|bank account|house|villa)\b|\bhelped (?:himself|herself|themselves|itself) to\b|\bto (?:his|her) (?:daughter|son|wife|brother|husband|cousin|nephew|mistress|lover|brother-in-law|sister|father|friend)[’']s? (?:firm|company)\b|\bto (?:his|her) brother-in-law, who bought\b/u,
  },
  {
    cues: 'flatter improve boost protect meet fit earlier different wrong older',
    weight: 2.5,
    kind: 'records',
    pattern:
      /\bto (?:flatter|improve|boost|protect|meet|fit|massage|prettify|inflate|lower|bring down) (?:the |its |their |his |her )(?:[\p{L}-]+ ){0,2}(?:figures|numbers|statistics|ratings?|scores?|targets?|ranking|image|reputation|results|bonus(?:es)?|share price)\b|\b(?:put|wrote|entered|gave|typed|stamped) (?:an? |the )(?:earlier|different|wrong|older|later|lower|higher) (?:date|name|address|age|weight|figure|time|number|price|value|cause)\b/u,
  },
  {
    cues: 'back clocks clock odometer odometers mileage',
    weight: 3,
    kind: 'deceit',
    pattern:
      /\b(?:wound|turned|rolled|clocked|set) back (?:the )?(?:clocks?|mileage|odometers?|meters?|dates?|milometers?)\b/u,
  },
  {
    cues: 'protected listed endangered rare',
    weight: 2,
    kind: 'rules',
    pattern:
      /\b(?:protected|listed|endangered|rare) (?:oaks?|trees?|woods?|woodland|forest|buildings?|species|birds?|wetlands?|reef|marsh|bats|turtles|eagles|site|sites|land|facade)\b/u,
  },
  {
    cues: 'licensed permitted legal allowed safe maximum than times',
    weight: 2.5,
    kind: 'rules',
    pattern:
      /\bthan (?:[\p{L}’'-]+ ){1,4}(?:was|were|is|are|had been) (?:licensed|allowed|permitted|insured|built|certified|approved|rated|designed)\b|\b(?:times|above|over|beyond|exceeded|twice|double) (?:the |its |their )?(?:permitted|legal|allowed|safe|maximum|lawful|licensed)\b/u,
  },
  {
    cues: 'stop counting testing recording',
    weight: 3,
    kind: 'orders',
    pattern:
      /\b(?:told|ordered|instructed|asked|urged|pressed) (?:[\p{L}’'-]+ ){1,4}to stop (?:counting|testing|recording|asking|looking|reporting|checking|writing|filming|digging|talking|treating|investigating|measuring|sampling)\b|\bwas told (?:not )?to (?:put|write|sign|change|delete|lose|say|record|report|forget|backdate|keep|drop|ignore)\b/u,
  },
  {
    cues: 'into in',
    weight: 3,
    kind: 'pollution',
    pattern:
      /\b(?:emptied|poured|pumped|flushed|discharged|released|piped|drained|leaked|tipped|spilled|spilt|bled|(?:let|letting) [^.;]{2,40} (?:run|flow|drain|seep|leak))\b[^.;]{2,60}\b(?:into|in) (?:the |a |an |its )?(?:[\p{L}’'-]+ ){0,2}(?:canal|river|lake|sea|harbour|harbor|bay|reservoir|stream|brook|estuary|drains?|sewers?|ditch|creek|lagoon|storm drain|aquifer|groundwater|fields?|marsh|wetlands?)\b/u,
  },
  {
    cues: 'allowed permitted allows permits',
    weight: 2.5,
    kind: 'rules',
    pattern:
      /\b(?:more|twice|three times|double|half)\b[^.]{0,50}\b(?:licen[cs]e|permit|limit|rules?|law|certificate|contract|plans?|insurance) (?:allow(?:s|ed)|permit(?:s|ted)|required?)\b/u,
  },
  {
    cues: 'save past date dates bread kind cowshed barn awake slept',
    weight: 2,
    kind: 'rules',
    pattern:
      /(?<!\b(?:cut|shut|closed|reduced|scrapped|axed|dropped|shortened|merged|trimmed|ended|stopped|sold|lost) )\bto save (?:money|time|costs?|fuel|wages|a few|on)\b|\bpast (?:its|their) (?:sell-by |use-by |best-before )?dates?\b|\bpaid in (?:bread|kind|food|beer|nothing|rice|vouchers|drugs)\b|\b(?:slept|sleep|lived|housed|kept) in (?:a |an |the )?(?:cowshed|barn|container|shed|stable|garage|cellar|cage|kennel|tent|boiler room)s?\b|\bwho had (?:not slept|been awake|drunk|never flown|no licence|failed)\b/u,
  },
  {
    cues: 'not never',
    weight: 2,
    kind: 'records',
    pattern:
      /\b(?:signed|reported|passed|certified|billed|logged|vouched|invoiced|claimed|charged|witnessed|recorded)\b[^.;]{3,60}\b(?:he|she|they|it|nobody|that|which|who) (?:had not|had never|was never|were never|did not|never) [\p{L}]+/u,
  },
  {
    cues: 'so avoid avoiding',
    weight: 2.5,
    kind: 'rules',
    pattern:
      /\bto avoid (?:a |an |the |any |paying |facing )?(?:[\p{L}-]+ )?(?:survey|inspections?|audits?|tax(?:es)?|fines?|checks?|tests?|bans?|limits?|rules?|law|duty|levy|levies|prosecution|investigation|scrutiny|questions|detection|sanctions|searches|customs|quarantine|planning)\b|\bso that (?:the |his |her |its |their )?(?:[\p{L}’'-]+ ){1,4}(?:would|could|might) (?:come first|win|pass|lose|get|qualify|look|appear|balance|be (?:chosen|picked|lower|higher|cleared))\b/u,
  },
  {
    cues: 'locked drawer second secret parallel shadow hidden double',
    weight: 2.5,
    kind: 'records',
    pattern:
      /\b(?:second|secret|parallel|shadow|hidden|double|off-books) (?:set of )?(?:books|ledgers?|accounts?|lists?|registers?|files?|database|payroll|fund|budget)\b|\bin a (?:locked|secret|hidden) (?:drawer|cupboard|safe|room|compartment|cabinet)\b/u,
  },
  {
    cues: 'copied unopened unread',
    weight: 2.5,
    kind: 'records',
    pattern: /\bcopied (?:last|the previous|an old|another|the same)\b|\bun(?:opened|read)\b/u,
  },
  {
    cues: 'not never',
    weight: 2.5,
    kind: 'rules',
    pattern:
      /\b(?:that|which|who) had (?:not|never) (?:bid|met|done|run|built|sent|put|told|made|come|begun|cut|read|quit|won|sat|stood|held)\b/u,
  },
  {
    cues: 'when',
    weight: 2.5,
    kind: 'deceit',
    pattern: /\btold\b[^.;]{5,90}\bwhen (?:in fact |really )?(?:he|she|it|they) (?:had|was|were)\b/u,
  },
  {
    cues: 'although though but',
    weight: 2.5,
    kind: 'rules',
    pattern:
      /\b(?:although|though|but) (?:its|the|their|his|her) (?:permit|licence|license|certificate|contract|insurance|visa) (?:covers?|allows?|permits?|covered|allowed|permitted|had) (?:only|no|run|lapsed|expired)\b/u,
  },
  {
    cues: 'newly trainee unqualified student',
    weight: 2,
    kind: 'rules',
    pattern:
      /\b(?:newly qualified|trainee|unqualified|untrained|student) (?:nurses?|doctors?|pilots?|drivers?|guards?|surgeons?|carers?)\b/u,
  },
  {
    cues: 'known',
    weight: 2.5,
    kind: 'rules',
    pattern:
      /\bwith (?:a |an )?known (?:[\p{L}-]+ )?(?:leaks?|faults?|defects?|cracks?|problems?|flaws?|contamination|risks?)\b/u,
  },
  {
    cues: 'closed season',
    weight: 2,
    kind: 'rules',
    pattern:
      /\b(?:in the closed|out of) season\b|\binside (?:the |a )(?:marine |nature |wildlife )?(?:reserve|sanctuary|park|exclusion zone|no-take zone)\b/u,
  },
];
