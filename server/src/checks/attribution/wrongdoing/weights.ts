import { wordList } from '../../../language/closed-class.ts';
import { pluralOf } from '../../../language/plurals.ts';
import type { VerbForm } from '../../../language/verbs.ts';
import { GROWN } from './grown.ts';
import { actForms } from './words.ts';
import type { WrongKind } from './wrong.ts';

/**
 * How much each word of a sentence weighs towards a wrong told as fact: the act, what it was done to, and who did it. The
 * classes are grown from WordNet (`grown.ts`) and added to by hand. The weights were set on our own statements and on clean news.
 */
export interface ActWeight {
  readonly weight: number;
  readonly kind: WrongKind;
  readonly form: VerbForm;
}

/** How much a verb accuses: 3 is a wrong by itself, 2 likely one, 1 a wrong only by its object and its circumstances. */
export const ACTS: readonly (readonly [lemmas: string, weight: number, kind: WrongKind])[] = [
  [GROWN.FALSIFY, 3, 'records'],
  [GROWN.DECEIVE, 2.5, 'deceit'],
  [GROWN.STEAL, 2, 'theft'],
  ['bribe suborn corrupt', 3, 'bribe'],
  [GROWN.HIDE, 2, 'hidden'],
  [GROWN.DESTROY, 2, 'records'],
  [GROWN.VIOLATE, 2, 'rules'],
  [GROWN.MISTREAT, 2, 'mistreatment'],
  [GROWN.CONFINE, 1.5, 'mistreatment'],
  [GROWN.THREATEN, 2, 'evidence'],
  [GROWN.SPY, 2, 'spying'],
  [GROWN.BETRAY, 2, 'tip-off'],
  [GROWN.SLAY, 1.5, 'mistreatment'],
  [GROWN.ASSAIL, 1, 'truce'],
  [GROWN.POLLUTE, 2, 'pollution'],
  [
    'burn discard amend cut bin crush clean wash tear rip remove replace swap switch lose drop reset pick hose throw toss sink pulp dispose',
    1,
    'evidence',
  ],
  [
    `write rewrite type tick downgrade regrade enter add correct record report file list count put change sign seal mark label relabel stamp copy edit
     register move transfer reclassify omit pad pretend renumber adjust revise`,
    1,
    'records',
  ],
  [
    'pay give hand slip take accept receive charge demand buy sell settle lend offer promise treat fund reward wine grease',
    1,
    'bribe',
  ],
  [
    'ring phone telephone call text warn alert tell pass show let send email forward whisper brief read',
    1,
    'tip-off',
  ],
  ['keep cover paint know withdraw refuse', 1, 'hidden'],
  [
    `use run fly sail serve build fit install place employ hire spray recruit enlist empty land open approve award grant wave license certify
     clear ship supply admit trade operate dig fell disable unplug steer leave pass borrow lease drive feed
     allow export import fish farm rent dispense prescribe inject administer`,
    1,
    'rules',
  ],
  [
    `hold force make push throw drag march break hit shoot film photograph follow weigh order deprive abandon pull expel
     evict separate carry hang twist pin stamp spit hose isolate blindfold
     crowd pack punish dismiss sack`,
    1,
    'mistreatment',
  ],
  ['mine booby-trap', 2, 'weapons'],
  ['invent', 2.5, 'records'],
  ['skip', 2, 'rules'],
  ['alter overwrite tamper purge', 2, 'records'],
  ['lay plant scatter', 1.5, 'weapons'],
  ['cross seize advance storm attack resume shell capture occupy', 1, 'truce'],
  ['instruct order lean press persuade direct coach rehearse visit arrange', 1, 'orders'],
];

/** Forms of acts by their weight; the heaviest wins where a word is in several lists. */
export const ACT_WEIGHTS: ReadonlyMap<string, ActWeight> = actWeights();

function actWeights(): ReadonlyMap<string, ActWeight> {
  const found = new Map<string, ActWeight>();
  for (const [lemmas, weight, kind] of ACTS) {
    for (const lemma of wordList(lemmas)) {
      for (const [word, form] of actForms(lemma)) {
        // "put", "let": read as the past
        if (form === 's') continue;
        const known = found.get(word);
        if (
          known !== undefined &&
          (known.weight > weight || (known.weight === weight && known.form !== 'base'))
        )
          continue;
        found.set(word, { weight, kind, form });
      }
    }
  }
  return found;
}

/** Any other act, told in the past. */
export const OTHER_ACT = 0.5;

/** Acts of the police, of rescuers and of offices that are their work. */
export const HONEST_ACTS: ReadonlySet<string> = new Set(
  `found discovered arrested rescued freed helped saved recalled published apologised apologized thanked praised launched
   announced won scored searched raided questioned sentenced convicted investigated cleared donated raised returned repaired
   treated evacuated recovered confiscated suspended banned closed cancelled fined reopened resigned retired died fell met
   was were had did became began started stopped rose led played lost finished came felt saw seemed
   wanted needed set posed turned continued co-sponsored sponsored hoped tried decided planned agreed refused appeared happened quit arrived sustained fled attended assessed escaped earned shared stayed`.split(
    /\s+/u,
  ),
);

interface ThingClass {
  readonly name: string;
  readonly words: string;
  readonly weight: number;
}

/** What an act was done to, with what, or for whom. Each class counts once. */
const THINGS: readonly ThingClass[] = [
  {
    name: 'record',
    weight: 1,
    words: `${GROWN.RECORD} minute history maintenance page paper vaccination visit shift attendance journey repair patrol lesson operation delivery signature petition objection application appeal complaint score mark grade rating expiry serial dose weight emission mileage roster`,
  },
  {
    name: 'evidence',
    weight: 2,
    words: `evidence confession testimony alibi witness juror whistleblower complainant fingerprint bloodstain cctv bodycam
     exhibit accuser autopsy forensics`,
  },
  { name: 'captive', weight: 1, words: `${GROWN.CAPTIVE} men women deserter prisoner` },
  { name: 'poison', weight: 1, words: GROWN.POISON },
  { name: 'crime', weight: 2, words: GROWN.CRIME },
  {
    name: 'secret',
    weight: 2,
    words: 'tip-off secret password',
  },
  {
    name: 'watcher',
    weight: 1,
    words: `inspector auditor regulator inspection audit watchdog detective investigator police examiner ombudsman coroner insurer
     shareholder parliament taxman`,
  },
  {
    name: 'money',
    weight: 1,
    words: `money cash fund pension saving donation grant fee wage euro dollar pound banknote deposit loan gift holiday watch flat villa
     yacht debt relief aid £ $ €`,
  },
  {
    name: 'exhibit',
    weight: 1,
    words:
      'laptop phone drive cartridge casing knife gun pistol weapon shirt clothes camera dna sample swab blood body car lorry computer copy bullet rifle truck van server x-ray scan',
  },
  {
    name: 'inside',
    weight: 1,
    words: 'decision rota map list plan route answer question plate address takeover merger bid offer result',
  },
  {
    name: 'favour',
    weight: 1,
    words: 'contract permit licence license tender visa planning verdict vote post clause deal',
  },
  {
    name: 'official',
    weight: 1,
    words:
      'minister judge mayor councillor commissioner arbitrator referee umpire senator governor linesman examiner magistrate prosecutor official mp',
  },
  { name: 'kin', weight: 1, words: GROWN.KIN },
  {
    name: 'party',
    weight: 1,
    words: `bidder contractor supplier defendant accused gang cartel smuggler trafficker bookmaker lobbyist developer magazine dealer
     haulier mobster militia syndicate speculator hedge rival owner landlord`,
  },
  {
    name: 'danger',
    weight: 1,
    words: `death leak crack fault defect flaw loss shortfall risk danger cancer outbreak contamination spill hole rust corrosion wiring
     cladding damage injury complaint warning alarm failure deficit fire brake valve signal gauge meter filter sensor camera valve wiring fail leaking unsafe infection
     transponder exit reactor boiler abuse`,
  },
  {
    name: 'rule',
    weight: 1.5,
    words:
      'rule law regulation sanction embargo curfew quota limit ban safeguard protocol injunction code oath safety treaty quarantine',
  },
  { name: 'truce', weight: 2, words: 'truce ceasefire cease-fire armistice' },
  {
    name: 'shielded',
    weight: 1,
    words: `hospital clinic ambulance school market mosque church convoy medic paramedic nurse civilian camp shelter orphanage ward nursery
     well playground kindergarten mourner funeral wedding`,
  },
  {
    name: 'arms',
    weight: 2,
    words:
      'phosphorus sarin chlorine novichok napalm landmine bomblet nerve mustard booby-trap cluster dum-dum flechette thermobaric',
  },
  {
    name: 'body',
    weight: 1,
    words: 'arm leg rib nose jaw skull head face wrist finger teeth tooth hair skin back mouth eye genitals',
  },
];

/** Words of things, singular and plural, by their class. */
export const THING_CLASSES: ReadonlyMap<string, readonly ThingClass[]> = thingClasses();

function thingClasses(): ReadonlyMap<string, readonly ThingClass[]> {
  const found = new Map<string, ThingClass[]>();
  for (const thing of THINGS)
    for (const word of wordList(thing.words))
      for (const form of new Set([word, pluralOf(word)]))
        found.set(form, [...(found.get(form) ?? []), thing]);
  return found;
}

/** Who has something to answer for: office, uniform, company, care of others. */
const DOERS = `police fleet team office desk room superintendent marshal investigator paramilitary mortar gun artillery gunship missile trawler tanker ship general major private vet school church captain policeman policewoman officer guard guardsman warder soldier troop army navy force brigade regiment battalion militia militiaman
 gunman gunner sniper unit tank jet drone rocket aircraft helicopter interrogator constable sergeant detective inspector captain commander colonel
 general lieutenant admiral minister ministry official clerk registrar manager executive director board company firm maker
 manufacturer bank broker trader hospital clinic laboratory lab university school academy college council councillor mayor governor agency
 department airline railway ferry mine factory plant refinery abattoir slaughterhouse landlord developer builder contractor
 foreman supervisor boss owner teacher head headteacher headmaster principal coach trainer doctor nurse surgeon midwife carer
 staff employee worker priest nun bishop diocese abbot church pastor skipper crew driver pilot trust trustee treasurer chairman chairwoman
 chair president premier senator mp lawmaker deputy judge prosecutor lawyer solicitor barrister juror usher clerk party union secretary
 embassy consul diplomat government state customs inspectorate regulator watchdog shelter charity home farm farmer grower
 researcher scientist professor examiner editor newspaper reporter aide adviser consultant accountant auditor lobbyist donor referee
 jockey goalkeeper player engineer technician mechanic operator paramedic fighter rebel insurgent separatist paramilitary
 agent spy handler recruiter trafficker smuggler gang cartel contractor subsidiary supplier wholesaler retailer shop store chain brewery utility tannery smelter mill works distillery yard shipyard depot foundation fund charity festival toymaker carmaker drugmaker supermarket warder carer picker orderly colleague cousin foster parent founder leader
 quarry orchard dealer casino insurer lender nursery orphanage monastery convent camp prison jail centre barracks station witness`;

export const DOER_HEADS: ReadonlySet<string> = new Set(
  wordList(`${DOERS} ${GROWN.DOER}`).flatMap((word) => [word, pluralOf(word), word.replace(/man$/u, 'men')]),
);
