import type { Circumstance } from './circumstance.ts';

const TRUCE =
  '(?:truce|cease-?fire|armistice|(?:peace )accord|peace deal|pause in (?:the )?fighting|(?:day|hour|week)s? pause|lull in (?:the )?fighting)';

/** How force was used: on the weak, with what is banned, during a truce. */
export const FORCE: readonly Circumstance[] = [
  {
    cues: 'without until naked under gunpoint knifepoint in as hose hoses belt belts baton batons stick sticks cable cables with inside beds glass ground floor cellar dogs head chains blindfolded handcuffed sun filmed',
    weight: 2,
    kind: 'mistreatment',
    pattern:
      /\bwithout (?:food|water|shoes|sleep|light|heating|medicine|blankets|a (?:doctor|lawyer|toilet|blanket|coat))\b|\buntil (?:he|she|they|one of them) (?:\p{L}+ed|bled|gave|lost|fell|could)\b|\bunder ?water\b|\b(?:naked|blindfolded|handcuffed|shackled|hooded|in chains|at gunpoint|at knifepoint)\b|\b(?:as|while|when) (?:he|she|they|the [\p{L}’'-]+) (?:lay|knelt|slept|begged|screamed|cried|wept|pleaded)\b|\bin (?:the|a|an) (?:[\p{L}-]+ )?(?:cellar|dark|freezing \p{L}+|sun|cupboard|shed|cage|container|attic|kennel|coal \p{L}+|hole|freezer)\b|\bset (?:[\p{L}-]+ )?dogs on\b|\b(?:and|then) filmed (?:it|him|her|them)\b|\b(?:broken|crushed) glass\b|\b(?:tied|chained|strapped|handcuffed) to (?:the |a |their |his |her )?(?:beds?|chairs?|radiators?|trees?|poles?|cots?)\b|\bwith (?:a |an |their |his )?(?:rubber |wooden |metal |iron |steel |leather |electric )?(?:belts?|batons?|sticks?|cables?|rifle butts?|hoses?|pipes?|whips?|canes?|fists)\b|\bnot (?:been )?seen since\b|\b(?:with|and) the (?:wounded|patients|children|families|people|villagers|nurses) (?:still )?inside\b/u,
  },
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
      /\b(?:tear gas|rubber (?:bullets|rounds)|live rounds|live ammunition|water cannon|gas grenades) (?:and [\p{L} ]{2,20} )?(?:on|at|into|against) (?:the |a )?(?:heads? of |faces? of )?(?:[\p{L}-]+ )?(?:children|pupils|students|mourners|worshippers|crowds?|women|prisoners|protesters|marchers|patients|pensioners)\b|\b(?:barrel|cluster|vacuum|phosphorus|chlorine|fragmentation) (?:bombs?|shells?|munitions|rockets?|rounds)\b|\bwhite phosphorus\b|\b(?:nerve|mustard|poison) (?:gas|agents?)\b|\b(?:expanding|dum-dum|explosive|hollow-point) bullets\b|\b(?:toys|dolls|books|doors|bodies|corpses|fridges|pens) with (?:explosives|grenades|mines|bombs|wires?)\b|\b(?:landmines?|booby[- ]traps?|bomblets|anti-personnel mines)\b/u,
  },
  {
    cues: 'third every one',
    weight: 2,
    kind: 'mistreatment',
    pattern:
      /\bshot (?:every|each|all|one by one|the (?:men|boys|prisoners|wounded|rest))\b|\blined up [^.;]{2,50}\b(?:and|then) (?:shot|killed|beat|fired|took)\b/u,
  },
  {
    cues: 'sworn promised agreed pledged',
    weight: 2.5,
    kind: 'truce',
    pattern:
      /\b(?:guns?|tanks?|howitzers?|rockets?|troops|missiles|launchers?|armou?r|artillery|fighters|forces|soldiers)\b[^.;]{0,40}\b(?:sworn|promised|agreed|pledged|undertaken|supposed|meant|due|required) to (?:withdraw|pull|remove|leave|hand|dismantle|destroy|be withdrawn|be gone|have left)\b/u,
  },
  {
    cues: 'flag',
    weight: 2.5,
    kind: 'truce',
    pattern: /\bunder (?:a )?(?:flag of truce|white flags?|a red cross)\b|\bwhite flags?\b/u,
  },
  {
    cues: 'papers passports documents phones pay wages',
    weight: 2,
    kind: 'mistreatment',
    pattern:
      /\b(?:held|kept|took|locked up|withheld|confiscated)\b (?:back )?(?:their|the workers[’']|the women[’']s|the men[’']s|her|his) (?:papers|passports?|documents|phones|pay|wages|identity)\b/u,
  },
  {
    cues: 'boys girls children pupils minors',
    weight: 2,
    kind: 'mistreatment',
    pattern:
      /\b(?:recruited|hired|employed|enlisted|armed|sold|bought|married off|drugged|filmed|photographed|caned|whipped|touched|groped|slapped|starved|locked|beat|shaved) (?:the |young |small |some |\d+ |two |three )?(?:boys|girls|children|pupils|minors|orphans)\b/u,
  },
  {
    cues: 'minimum wage half below',
    weight: 2.5,
    kind: 'mistreatment',
    pattern:
      /\b(?:half|below|under|less than|a third of|a fraction of) the (?:legal )?minimum(?: wage)?\b|\bon (?:tourist|student) visas\b/u,
  },
  {
    cues: 'butterfly anti-tank banned sea land',
    weight: 2.5,
    kind: 'weapons',
    pattern: /\b(?:butterfly|anti-tank|anti-personnel|banned|land) (?:[\p{L}-]+ )?mines?\b/u,
  },
  {
    cues: 'who',
    weight: 1.5,
    kind: 'mistreatment',
    pattern:
      /\b(?:those|anyone|people|women|men|workers|prisoners|inmates|detainees|residents) who (?:had )?(?:complained|refused|objected|protested|spoke|asked|resisted|cried|tried to leave|talked)\b/u,
  },
  {
    cues: 'explosives grenades mines bombs bearings nails',
    weight: 2.5,
    kind: 'weapons',
    pattern:
      /\b(?:packed|rigged|loaded|filled|stuffed|laced|wired) [^.;]{3,40}\bwith (?:explosives|grenades|mines|bombs|ball bearings|nails)\b/u,
  },
  {
    cues: 'both',
    weight: 2.5,
    kind: 'truce',
    pattern: /\bboth (?:sides|armies|parties) had (?:promised|agreed|sworn|pledged|undertaken|declared)\b/u,
  },
];
