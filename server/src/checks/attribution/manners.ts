import type { WrongKind } from './wrongs.ts';

/** How or when something was done, where that tells of a wrong. */
export interface Manner {
  readonly weight: number;
  readonly pattern: RegExp;
  readonly kind?: WrongKind;
}

const WATCHER =
  '(?:inspect(?:ors?|ions?|orate)|audit(?:ors?|s)?|hearings?|inquir(?:y|ies)|enquiry|investigators?|raids?|search(?:es)?|detectives|regulators?|trial|prosecutors?|watchdog|officials|examiners?|forensic|police|insurers?|loss adjusters?|ombudsman|coroner|squad|officers|visits?|tax (?:man|office)|subpoenas?|warrant|court order)';
const PARTY =
  '(?:bidders?|contractors?|suppliers?|developers?|defendants?|accused|gangs?|cartel|lobbyists?|brewers?|smugglers?|dealers?|firms?|makers?|owners?|landlords?|party|candidates?|applicants?)';
const TRUCE =
  '(?:truce|cease-?fire|armistice|(?:peace )accord|peace deal|pause in (?:the )?fighting|(?:day|hour|week)s? pause|lull in (?:the )?fighting)';

/** Each with the words one of which must stand in the sentence for it to be worth trying. */
const MANNERS: readonly (Manner & { readonly cues: string })[] = [
  // ---- ahead of somebody who looks
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
  // ---- so that somebody would not see
  {
    cues: 'so to',
    weight: 3,
    kind: 'hidden',
    pattern:
      /\bso (?:that|as) (?:not to|(?:the |its |their |no |an? )?(?:[\p{L}’'-]+ ){0,3}(?:would|could|might|did) (?:not|never)|nobody|no one|none|nothing|neither)\b|\bso (?:that )?(?:the )?(?:books|figures|numbers|accounts|sums) would\b/u,
  },
  {
    cues: 'to',
    weight: 2,
    kind: 'hidden',
    pattern:
      /\bto (?:hide|conceal|force (?:the |a |out |him|her|them)[^.;]{0,20}|cover up|disguise|mask|mislead|deceive|silence|scare|frighten|punish|intimidate|evade|dodge|escape|get (?:a)?round|fool|make (?:it|them|the \p{L}+) look|keep (?:it|them|him|her|the [\p{L}’'-]+(?: \p{L}+)?) (?:from|quiet|out of|off)|bring [^.;]{0,30} (?:under|below|within)|pass (?:the|its|an?) (?:test|inspection|audit))\b/u,
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
  // ---- silence
  {
    cues: 'nothing nobody telling tell told one anyone quiet informing silent never',
    weight: 2.5,
    kind: 'hidden',
    pattern:
      /\b(?:nobody|no one|none of them) (?:told|warned|informed|alerted|asked)\b|\bsa(?:id|ying) nothing\b(?! (?:about|on|of|new|more))|\b(?:told|telling|tell) (?:nobody|no one|none of)\b|\bwithout (?:telling|informing|asking|warning|consulting)\b|\b(?:did not|didn[’']t|never|nor did [\p{L} ]{0,20}|neglected to|failed to) (?:tell|told|inform(?:ed)?|warn(?:ed)?|disclos(?:e|ed)|alert(?:ed)?|notif(?:y|ied)|report(?:ed)?|declar(?:e|ed)|mention(?:ed)?)\b|\b(?:keep|stay|kept|stayed) (?:quiet|silent|it quiet)\b|\b(?:was|were) never (?:told|informed|warned|shown|disclosed|reported)\b/u,
  },
  {
    cues: 'secret secretly quietly covertly discreetly night dark books backs back table sly',
    weight: 1.5,
    pattern:
      /\bin secret\b|\b(?:secretly|covertly|quietly|discreetly)\b|\b(?:at|by|in the|every) night\b|\bafter dark\b|\bbehind [\p{L}’' ]{2,25} backs?\b|\bon the sly\b/u,
  },
  {
    cues: 'books table',
    weight: 2.5,
    kind: 'theft',
    pattern: /\boff the books\b|\bunder the (?:table|counter)\b/u,
  },
  // ---- knowing it
  {
    cues: 'knew knowing known aware knowingly',
    weight: 2.5,
    kind: 'knowledge',
    pattern:
      /\b(?:knew|knowing) (?:that |it |them |him |her |of |about |to |the |perfectly |full |well |all |were |was )*(?:[\p{L}’'-]+ ){0,4}(?:was|were|had|would|could|to be|not|unsafe|faulty|fault|danger|risk|defect|shortfall|crack|leak|broken|bust|bankrupt|damaged|false|fake|illegal|banned|sick|contaminated|over)\b|\baware (?:that|of) (?:[\p{L}’'-]+ ){0,4}(?:unsafe|faulty|fault|danger|risk|risks|defects?|shortfall|cracks?|leaks?|false|fake|illegal)\b|\b(?:and|which|as) (?:the |its |their )?[\p{L}’'-]+ knew (?:it|this|as much|that)\b|\bknowingly\b/u,
  },
  {
    cues: 'purpose deliberately intentionally wilfully willfully',
    weight: 2.5,
    pattern: /\bon purpose\b|\b(?:deliberately|intentionally|wilfully|willfully)\b/u,
  },
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
  // ---- what was not so
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
      /\b(?:unvetted|unlicensed|untrained|unqualified|unsafe|unfit|untested|unapproved|expired|contaminated|rotten|faulty|sick|substandard|illegal|banned|outlawed|prohibited|stolen|uninsured|unregistered|underage|under-age|toxic|condemned|spoiled|out-of-date|counterfeit|tainted|insolvent) (?!(?:man|woman|leave|pay|note|day|the|a|an|his|her|its|their|it|them|this|that|by|from|in|on|at|to|of|and|or|with|after|for|when|as|him|us|all|two|what|alarms?|start|news|snow|dawn|hopes?|sense|ceiling|teeth)\b)\p{L}+/u,
  },
  // ---- against a rule
  {
    cues: 'forbids forbade bans banned forbidden prohibits outlawed illegal against allowed permitted allows quota limit licence without rules law',
    weight: 2.5,
    kind: 'rules',
    pattern:
      /\b(?:which|that|what) (?:the |its |their |international )?(?:[\p{L}’'-]+ ){0,3}(?:forbids?|forbade|bans?|banned|prohibits?|outlaws?|rules? out)\b|\b(?:was|were|are|is|been) (?:then |already |long )?(?:outlawed|banned|forbidden|prohibited|illegal)\b|\bagainst (?:its|their|the|his|her) (?:own )?(?:rules?|law|code|orders?|advice|terms|regulations?|will|constitution)\b|\b(?:twice|three times|double|four times|well over|far above|more than) (?:its|their|the|what (?:its|their|the)) (?:[\p{L}-]+ )?(?:quota|limit|licence|permit|rules?|law|allowance)\b|\bwithout (?:an? |any |the )?(?:[\p{L}-]+ )?(?:licence|license|permit|tender|warrant|permission|consent|authori[sz]ation|prescription|anaesthetic|insurance|vote|bids?)\b|\bin breach of\b|\bin violation of\b/u,
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
      /\bwith (?:the |its |their |his |her )?(?:[\p{L}-]+ ){0,2}(?:filters?|lights|transponders?|alarms?|cameras?|brakes?|sensors?|scrubbers?|sprinklers?|guards?|tracker|trackers|safety \p{L}+) (?:switched |turned |disabled|taken )?(?:off|out|disabled|disconnected)\b/u,
  },
  {
    cues: 'boys girls children aged',
    weight: 2.5,
    kind: 'rules',
    pattern:
      /\b(?:boys|girls|children|pupils) (?:of|as young as|aged) (?:seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|[7-9]|1[0-4])\b[^.;]{0,30}\b(?:worked|toiled|picked|dug|carried|fought|laboured|cleaned|served|were (?:made|sold|sent|employed|armed))\b/u,
  },
  // ---- for something
  {
    cues: 'return exchange way lose win secure for let throw',
    weight: 2.5,
    kind: 'bribe',
    pattern:
      /\bin (?:return|exchange) for (?:[\p{L}’'-]+ ){0,3}(?:contracts?|permits?|licen[cs]es?|votes?|silence|favours?|favors?|jobs?|leniency|verdict|permission|approval|visas?|tips?|planning|support|protection|names?|seats?|posts?|places?)\b|\bto look the other way\b|\bto (?:lose|throw|let in|drop|win|secure|land|get|clinch|keep|swing|smooth|buy) (?:the |a |an |his |her |their |its |three |two |four |in )?(?:[\p{L}-]+ ){0,2}(?:deal|contract|contracts|match|fight|race|goals?|case|charges?|vote|votes|permit|licence|tender|verdict|bid|silence|order)\b|\bfor (?:every|each) (?:patient|prisoner|vote|voter|child|recruit|body|client|referral|lorry)\b|\b(?:a|an?|each) (?:lorry|head|truck|vote|visa|permit) to\b|\bfor (?:his|her|their) (?:vote|votes|silence|trouble|help|signature|support)\b/u,
  },
  {
    cues: 'envelope envelopes briefcase suitcase bundles wads cash bag bags',
    weight: 2.5,
    kind: 'bribe',
    pattern:
      /\b(?:envelopes?|briefcases?|suitcases?|bundles?|wads?|bags?|shoeboxe?s?|bricks?|rolls?) (?:of|full of|stuffed with|filled with|with) (?:the )?(?:cash|money|notes|banknotes|dollars|euros|[£$€])/u,
  },
  {
    cues: 'by from with to',
    weight: 2,
    kind: 'bribe',
    pattern: new RegExp(
      String.raw`\b(?:given|paid|lent|offered|bought|promised|sent|handed|treated)\b[^.;]{0,50}\bby (?:the |a |an )?(?:[\p{L}-]+ ){0,2}${PARTY}\b|\bwith money from\b|\bpaid for (?:the |a |an )?(?:[\p{L}-]+ )*(?:minister|senator|judge|mayor|councillor|official|governor|mp|chief|inspector|officer|president|general|secretary)[’']s\b|\bthrough (?:a |an |two |three |its |their )?(?:shell|front|offshore|paper|dummy) (?:firms?|compan(?:y|ies)|trusts?|accounts?)\b|\b(?:greased|oiled|lined) (?:the |their |his |its )?(?:palms?|wheels|pockets?)\b|\bwined and dined\b|\ba little something\b`,
      'u',
    ),
  },
  {
    cues: 'run owned daughter son wife brother husband cousin nephew his her own themselves himself herself itself',
    weight: 2.5,
    kind: 'rules',
    pattern:
      /\b(?:run|owned|controlled|held|founded|chaired) by (?:his|her|their|the (?:minister|mayor|governor|president|chairman|director|general)[’']s) (?:own )?\p{L}+|\bto (?:his|her|their|its) own \p{L}+|\b(?:his|her|their|its) own (?:[\p{L}-]+ )?(?:firms?|compan(?:y|ies)|pockets?|accounts?|bank account|house|villa)\b|\bhelped (?:himself|herself|themselves|itself) to\b|\bto (?:his|her) (?:daughter|son|wife|brother|husband|cousin|nephew|mistress|lover|brother-in-law|sister|father|friend)[’']s? (?:firm|company)\b|\bto (?:his|her) brother-in-law, who bought\b/u,
  },
  {
    cues: 'punishment marks trace signed lapsed expired revoked fee cut share account accounts company firm tyre',
    weight: 2.5,
    pattern:
      /\bas (?:a )?punishment\b|\bleave no (?:marks?|trace|record)\b|\b(?:permit|licence|license|certificate|insurance|warrant|visa|contract|registration) had (?:lapsed|expired|run out|been (?:revoked|withdrawn|suspended))\b|\bfor (?:a|his|her|their) (?:cut|share|fee)\b|\bin a (?:spare tyre|spare wheel|false \p{L}+|hidden \p{L}+|plastic bag)\b|\b(?:minutes|hours?|days?) (?:after|into|before) [^.]{0,40}\b(?:signed|shaken hands|agreed to stop)\b/u,
  },
  {
    cues: 'until please lose as for went kept fed',
    weight: 2,
    pattern:
      /\buntil (?:after )?the [^.]{0,30}\b(?:election|vote|sale|deal|deadline|year had ended|story)\b|\bto please the inspectors\b|\bwould lose (?:the|her|his|their)\b|\bas (?:fit|safe|clean|sound|new|pneumonia|passed|complete|genuine|organic|local|fresh|accidents?|suicides?|natural)\b|\b(?:went on|kept(?: on)?) (?:selling|taking|using|charging|pumping|dumping|spraying|serving|flying|operating|working|paying|collecting|claiming)\b|\binto (?:a|the) (?:furnace|shredder|incinerator|skip|bonfire)\b/u,
  },
  // ---- cruelty
  {
    cues: 'without until naked under gunpoint ground floor cellar dogs head chains blindfolded handcuffed sun filmed',
    weight: 2,
    kind: 'mistreatment',
    pattern:
      /\bwithout (?:food|water|shoes|sleep|light|heating|medicine|blankets|a (?:doctor|lawyer|toilet|blanket|coat))\b|\buntil (?:he|she|they|one of them) (?:\p{L}+ed|bled|gave|lost|fell|could)\b|\bunder ?water\b|\b(?:naked|blindfolded|handcuffed|shackled|hooded|in chains|at gunpoint|at knifepoint)\b|\b(?:as|while|when) (?:he|she|they|the [\p{L}’'-]+) (?:lay|knelt|slept|begged|screamed|cried|wept|pleaded)\b|\bin the (?:coal )?(?:cellar|dark|freezing|sun|cold|cupboard|shed)\b|\bset (?:[\p{L}-]+ )?dogs on\b|\b(?:and|then) filmed (?:it|him|her|them)\b|\b(?:broken|crushed) glass\b|\b(?:tied|chained|strapped|handcuffed) to (?:the |a |their |his |her )?(?:beds?|chairs?|radiators?|trees?|poles?|cots?)\b|\bwith (?:a |an |their |his )?(?:belts?|batons?|sticks?|cables?|rifle butts?|hoses?|pipes?|whips?|canes?|fists)\b|\bnot (?:been )?seen since\b|\b(?:with|and) the (?:wounded|patients|children|families|people|villagers|nurses) (?:still )?inside\b/u,
  },
  {
    cues: 'dementia disabled wheelchair blind deaf frail elderly',
    weight: 1,
    kind: 'mistreatment',
    pattern: /\b(?:dementia|disabled|wheelchairs?|frail|bedridden|autis(?:m|tic)|learning difficulties)\b/u,
  },
  // ---- war
  {
    cues: 'truce ceasefire cease-fire armistice accord pause lull silent agreement peace',
    weight: 2.5,
    kind: 'truce',
    pattern: new RegExp(
      String.raw`\b(?:during|into|after|of|in|despite|in spite of|since|inside|as|in breach of|before|used|through|under|hours of|days of) (?:the |a |an |its |that )?(?:[\p{L}\d-]+ ){0,4}${TRUCE}\b|\b${TRUCE} (?:[\p{L}’'-]+ ){0,3}(?:lasted|was (?:\p{L}+ )?(?:hours|minutes|days) old|took effect|came into force|began|required|required|had held|demanded)\b|\bguns (?:were|was|fell|had) (?:to fall |to go |due to fall |fallen |gone )?silent\b`,
      'u',
    ),
  },
  {
    cues: 'rubber tear gas explosives bullets bombs bomblets shells barrel toys expanding phosphorus cluster nerve',
    weight: 2.5,
    kind: 'weapons',
    pattern:
      /\b(?:tear gas|rubber bullets|live rounds|live ammunition|water cannon|gas grenades) (?:and [\p{L} ]{2,20} )?(?:on|at|into|against) (?:the |a )?(?:[\p{L}-]+ )?(?:children|pupils|students|mourners|worshippers|crowds?|women|prisoners|protesters|marchers|patients|pensioners)\b|\b(?:barrel|cluster|vacuum|phosphorus|chlorine|fragmentation) (?:bombs?|shells?|munitions|rockets?|rounds)\b|\bwhite phosphorus\b|\b(?:nerve|mustard|poison) (?:gas|agents?)\b|\b(?:expanding|dum-dum|explosive|hollow-point) bullets\b|\b(?:toys|dolls|books|doors|bodies|corpses|fridges|pens) with (?:explosives|grenades|mines|bombs|wires?)\b|\b(?:landmines?|booby[- ]traps?|bomblets|anti-personnel mines)\b/u,
  },
  {
    cues: 'footpaths wells fields paths school playground',
    weight: 1,
    kind: 'weapons',
    pattern:
      /\b(?:footpaths?|paths?|fields?|orchards?|schoolyards?|playgrounds?) (?:to|of|around|near|beside|used)\b/u,
  },
  // ---- on whose word
  {
    cues: 'orders order instructions behest',
    weight: 2,
    kind: 'orders',
    pattern:
      /\bon (?:the )?(?:[\p{L}’']+ )?(?:orders|instructions|say-so)(?: of| from|\b)|\bat (?:the|his|her|their) behest\b|\bby order of\b/u,
  },
  {
    cues: 'years decade months',
    weight: 1,
    pattern:
      /\bfor (?:more than |nearly |almost |at least )?(?:\p{L}+|\d+) (?:years|decades|months)\b|\bfor (?:a decade|years|months|decades)\b/u,
  },
  {
    cues: 'same afternoon shares',
    weight: 2,
    kind: 'tip-off',
    pattern:
      /\bbought (?:the )?shares\b[^.;]{0,40}\b(?:same|next|before|that) (?:day|afternoon|morning|hour|announcement|news)\b|\bword of (?:the|a|its) (?:takeover|merger|bid|deal|sale|result|profit)/u,
  },
  {
    cues: 'sealed confidential medical personal secret marked private',
    weight: 1.5,
    kind: 'tip-off',
    pattern:
      /\b(?:sealed|confidential|medical|personal|secret|classified|private|unpublished) (?:\p{L}+ )?(?:offers?|bids?|files?|records?|papers?|details|data|documents?|address(?:es)?|notes?|reports?)\b|\b(?:report|reports|tests?|results|findings) (?:confidential|secret)\b/u,
  },
  {
    cues: 'who had who ran whistleblower',
    weight: 1,
    pattern:
      /\bwho (?:had )?(?:ran away|complained|refused|spoke out|objected|blew the whistle|had filmed|filmed|reported|asked questions|escaped)\b/u,
  },
];

/** The manners to try where a word stands in a sentence. */
export const MANNERS_BY_CUE: ReadonlyMap<string, readonly Manner[]> = mannersByCue();

function mannersByCue(): ReadonlyMap<string, readonly Manner[]> {
  const found = new Map<string, Manner[]>();
  for (const manner of MANNERS)
    for (const cue of new Set(manner.cues.split(' '))) found.set(cue, [...(found.get(cue) ?? []), manner]);
  return found;
}
