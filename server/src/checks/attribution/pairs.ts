import { GROWN } from './grown.ts';
import type { Wrong } from './wrongs.ts';

/**
 * Pairs of classes that accuse wherever they meet: what was given to whom by whom, what was passed on to whom, what was got rid
 * of by whom. Wider than the frames of `wrongs.ts`, so most of them also say who must have done it.
 */

const plural = (list: string): string =>
  list
    .split(/\s+/u)
    .filter((word) => word !== '')
    .flatMap((word) => [
      word,
      /(?:s|x|ch|sh)$/u.test(word)
        ? `${word}es`
        : /[^aeiou]y$/u.test(word)
          ? `${word.slice(0, -1)}ies`
          : `${word}s`,
    ])
    .join(' ');

/** Those who must not be bought. */
const OFFICIALS = `${plural(
  `linesman referee umpire judge juror minister mayor councillor councilman commissioner inspector examiner official officer policeman
   constable guard warden warder clerk buyer regulator governor senator deputy mp lawmaker prosecutor auditor secretary general colonel
   planner assessor scientist consul magistrate director chief coroner sheriff surveyor steward prefect ombudsman regulator legislator delegate`,
)} police customs linesmen policemen panel`;
/** Those who buy them. */
const PAYERS = `${plural(
  `company firm developer contractor owner maker manufacturer bank club boss lobbyist supplier bidder tycoon businessman oligarch brewer
   producer builder landlord airline syndicate cartel gang smuggler dealer trafficker casino bookmaker trawler miner refinery exporter importer
   financier billionaire magnate promoter agent subsidiary chain retailer brewery utility defendant school`,
)} businessmen mafia`;
const GIFTS = `${plural(
  `watch car mercedes bmw rolex villa flat mortgage holiday cruise yacht diamond necklace handbag envelope loan honeymoon trip flight
   racehorse job house debt phone laptop payment gift kickback apartment chalet motorbike scholarship ticket`,
)} cash money dollars euros pounds jewellery tuition fees school £ $ €`;
const INSIDE = `${plural(
  `answer question route list name address plan file map password code price bid photograph location itinerary schedule paper secret
   blueprint decision draft key rota record offer plate timetable dossier drawing shortlist ranking score ruling`,
)} budget details data questions`;
const OUTSIDERS = `${plural(
  `kidnapper gang rival bidder speculator trader brother brother-in-law cousin friend magazine smuggler trafficker poacher rebel enemy embassy
   agent cartel tabloid bookmaker developer lobbyist dealer fugitive suspect hitman militia competitor supplier blackmailer fund burglar hunter plaintiff
   spy handler extremist hacker`,
)} mafia militiamen`;
const POLICE = plural(
  'police officer constable detective sergeant inspector guard warder soldier superintendent commander policeman sheriff deputy',
);
const MANAGERS = `${plural(
  `company firm manager executive director staff lawyer aide adviser chief official owner secretary hospital ministry board bank trustee
   club council clerk editor chairman headteacher principal foreman supervisor bishop`,
)} staff`;
const EXHIBITS = plural(
  'boot shoe shirt jacket trouser dress knife gun pistol phone drive tape notebook laptop swab bullet casing cartridge swab diary camera recorder x-ray scan blood weapon baton',
);
const HURT = `${plural(
  `prisoner detainee inmate patient resident child pupil boy girl migrant refugee villager farmer protester recruit teenager orphan servant
   stowaway deckhand sailor crewman pensioner cadet novice hostage captive student woman apprentice widow trainee cleaner maid`,
)} women men children autistic disabled deaf blind`;

export const PAIRS: readonly Wrong[] = [
  {
    kind: 'bribe',
    acts: 'give hand buy lend pay slip send offer promise pay_off book fly',
    objects: GIFTS,
    also: OFFICIALS,
    doers: PAYERS,
    reach: 12,
  },
  {
    kind: 'bribe',
    acts: 'get accept take receive enjoy drive',
    objects: GIFTS,
    also: PAYERS,
    doers: OFFICIALS,
    reach: 12,
    unless: 'stole seized confiscated returned arrested robbery',
  },
  {
    kind: 'bribe',
    acts: 'let admit release wave free',
    objects: 'dollars euros pounds cash cigarettes £ $ € money fee bribe note notes',
    also: 'for',
    doers: OFFICIALS,
    reach: 10,
    unless: 'bail',
  },
  {
    kind: 'bribe',
    acts: 'eat drink dine stay holiday',
    objects: 'account expense boat yacht bill',
    also: PAYERS,
    doers: OFFICIALS,
    reach: 10,
  },
  {
    kind: 'tip-off',
    acts: 'hand pass sell give show send leak slip email forward read feed fax copy share disclose reveal',
    objects: INSIDE,
    also: OUTSIDERS,
    reach: 12,
    passive: true,
    unless: 'ball court police jury evidence parcel relief hostage',
  },
  {
    kind: 'tip-off',
    acts: 'ring phone call text telephone warn message',
    objects: OUTSIDERS,
    also: 'search raid raids arrest arrests warrant inspection swoop',
    reach: 14,
  },
  {
    kind: 'tip-off',
    acts: 'pass circulate hand sell share',
    objects: 'answers questions papers script scripts',
    also: 'exam exams school test candidates pupils memory stick tutor cash',
    reach: 10,
    passive: true,
  },
  {
    kind: 'records',
    acts: 'change alter rewrite amend swap soften remove strike',
    objects: 'cause diagnosis findings marks grades minutes statement statements ratings verdict',
    doers: `${POLICE} ${MANAGERS} pathologist coroner teacher teachers examiner examiners doctor doctors minister ministers laboratory`,
    reach: 8,
    unless: 'appeal review',
  },
  {
    kind: 'records',
    acts: 'keep put leave carry',
    objects: 'books payroll roll rolls register',
    also: 'retired dead died left gone ghost cousins relatives',
    reach: 14,
    passive: true,
  },
  {
    kind: 'hidden',
    acts: 'move shift transfer book park shunt push',
    objects: 'debt debts losses loss liabilities costs loans',
    also: 'off offshore night before subsidiary next following trust year',
    doers: MANAGERS,
    reach: 14,
  },
  {
    kind: 'hidden',
    acts: 'bury hide tuck lose leave',
    objects:
      'survey study figures finding findings warning warnings result results letter report complaint complaints',
    also: 'footnote footnotes appendix annex drawer small out page',
    reach: 12,
    passive: true,
  },
  {
    kind: 'hidden',
    acts: 'keep withhold hold',
    objects: 'x-rays scans results letters file files report findings diagnosis figures',
    also: `from back`,
    doers: `${MANAGERS} doctors doctor company`,
    reach: 8,
    unless: 'hackers thieves',
  },
  {
    kind: 'evidence',
    acts: 'burn destroy crush smash dump bin wash launder sink bury throw sell melt drill soak scrub',
    objects: EXHIBITS,
    doers: `${POLICE} ${MANAGERS}`,
    reach: 6,
  },
  {
    kind: 'evidence',
    acts: 'drill smash wipe shred burn melt degauss crush',
    objects: 'drives drive servers phones laptops tapes notebooks cameras',
    reach: 4,
    passive: true,
    unless: 'fire thieves fans vandals rioters',
  },
  {
    kind: 'evidence',
    acts: 'send pay give offer',
    objects: 'silence',
    reach: 14,
    passive: true,
    unless: 'minute moment',
  },
  {
    kind: 'evidence',
    acts: 'tell warn',
    objects: 'forget forgot forgetting',
    also: 'saw seen heard better happened',
    reach: 18,
    doers: `${POLICE} ${MANAGERS} ${OFFICIALS}`,
  },
  {
    kind: 'rules',
    acts: 'use reuse share',
    objects: 'same old dirty used unsterilised',
    also: 'needle needles syringe syringes swab scalpel catheter gloves',
    reach: 6,
    passive: true,
  },
  {
    kind: 'rules',
    acts: 'turn switch shut cut',
    objects: 'pumps pump chlorine ventilation sprinklers scrubbers filters monitors extractor',
    also: 'off save money cheaper down',
    doers: `${MANAGERS} ${PAYERS} operators operator engineers plant works mine ferry`,
    reach: 10,
  },
  {
    kind: 'rules',
    acts: 'take accept bank receive',
    objects: 'cash money donation donations cheque cheques gift loan',
    also: 'casino oligarch foreign lobby arms tobacco mafia cartel tycoon embassy gunrunner regime sheikh',
    doers: plural(
      'campaign party candidate senator mp minister mayor president lawmaker councillor governor committee',
    ),
    reach: 12,
  },
  {
    kind: 'mistreatment',
    acts: 'slap cane beat kick whip throttle strike punch stamp thrash spank choke scald hose douse',
    objects: HURT,
    reach: 6,
    passive: true,
    unless: 'league match final cup game record election vote votes',
  },
  {
    kind: 'mistreatment',
    acts: 'cut_off chop hack slice',
    objects: plural('hand finger ear tongue thumb nose foot head breast'),
    reach: 6,
    passive: true,
    unless: 'surgeon surgeons doctors cancer',
  },
  {
    kind: 'mistreatment',
    acts: 'make force compel order',
    objects: HURT,
    also: 'jump swim undress strip kneel crawl eat drink dig lick clean stand bark dance confess swallow carry',
    reach: 8,
    passive: true,
  },
  {
    kind: 'mistreatment',
    acts: 'lock shut bolt chain padlock',
    objects: `${HURT} shift workers crew staff pickers`,
    also: 'in inside',
    reach: 7,
    passive: true,
    unless: 'out themselves lockdown virus vault',
  },
  {
    kind: 'mistreatment',
    acts: 'throw push shove drop',
    objects: `${HURT} bodies`,
    also: 'sea overboard river window well stairs roof helicopter train',
    reach: 9,
    passive: true,
    unless: 'wave explosion',
  },
  {
    kind: 'theft',
    acts: 'empty drain raid clear_out strip bleed',
    objects: 'fund funds account accounts savings pension pensions till coffers estate',
    reach: 6,
    passive: true,
    unless: 'her his their my our',
  },
  {
    kind: 'theft',
    acts: 'take move send wire transfer carry smuggle fly',
    objects: 'money millions funds fund gold cash fortune',
    also: 'abroad offshore overseas switzerland panama cyprus caymans luggage suitcase suitcases',
    reach: 10,
    passive: true,
  },
  {
    kind: 'theft',
    acts: 'carry_off cart_off haul_off make_off load strip',
    objects:
      'gold treasure treasures artefacts paintings statues icons archive grain copper wheat machinery bronzes',
    reach: 8,
    passive: true,
    unless: 'prize medal medals flood river',
  },
  {
    kind: 'spying',
    acts: 'hire pay send use recruit',
    objects: 'detectives detective investigators investigator agents spies hackers students cleaner',
    also: 'follow watch bins rubbish dig spy trail tail befriend infiltrate hack photograph seduce bug',
    reach: 10,
    passive: true,
  },
  {
    kind: 'spying',
    acts: 'open read steam photograph copy',
    objects: 'letters mail post parcels diary messages emails',
    doers: `${POLICE} ${MANAGERS} agents ministry`,
    reach: 5,
    unless: 'fans readers exhibition loud aloud',
  },
  {
    kind: 'orders',
    acts: 'tell order instruct ask direct',
    objects: 'delete destroy shred falsify forge hide conceal backdate wipe burn erase fake',
    reach: 6,
    passive: true,
    unless: 'not never what whether why how if',
  },
  {
    kind: 'orders',
    acts: 'tell order instruct ask',
    objects: 'lose drop forget ignore',
    also: 'forms form files file complaints complaint letters letter case tape tapes results records claim claims alarms warnings calls',
    reach: 10,
    passive: true,
    unless: 'not never',
  },
  {
    kind: 'deceit',
    acts: 'fill stuff pad cut bulk_out mix',
    objects: 'sawdust sand chalk water brick horse offal palm filler',
    also: 'cement flour milk sold meat medicine bags cocoa honey grain',
    reach: 10,
    passive: true,
    unless: 'recipe beach',
  },
  {
    kind: 'deceit',
    acts: 'sell pass_off market label',
    objects: `${GROWN.FALSIFY} as`,
    also: 'organic genuine antique pure new local free-range gold silk original halal medieval',
    reach: 9,
    passive: true,
    unless: 'known',
  },
  {
    kind: 'evidence',
    acts: 'wait park sit visit follow watch stand',
    objects: 'witness witnesses juror jurors complainant accuser whistleblower',
    reach: 8,
    unless: 'police protection detectives guard',
  },
  {
    kind: 'evidence',
    acts: 'sit',
    objects: 'on',
    also: 'result dna file video tape statement match',
    doers: `${POLICE} ${MANAGERS} prosecutor prosecutors`,
    reach: 6,
  },
  {
    kind: 'evidence',
    acts: 'pick_up collect sweep_up scoop',
    objects: 'cartridges casings shells bullets cases',
    doers: POLICE,
    reach: 6,
  },
  {
    kind: 'evidence',
    acts: 'urge press persuade ask tell pressure bully talk',
    objects: 'change drop withdraw alter retract changing dropping withdrawing retracting',
    also: 'story statement statements account complaint complaints testimony evidence charges',
    reach: 16,
    passive: true,
    unless: 'prosecutors judge',
  },
  {
    kind: 'tip-off',
    acts: 'warn tell alert',
    objects: 'searched raided inspected arrested watched bugged followed tapped surveillance',
    doers: `${POLICE} ${OFFICIALS}`,
    reach: 16,
    unless: 'residents public villagers motorists passengers reporters court jury inquiry',
  },
  {
    kind: 'orders',
    acts: 'tell order instruct ask direct pressure',
    objects: 'remove alter change cut rewrite omit amend redact replace inflate lower',
    also: 'pages page file files figures numbers names words paragraph paragraphs record records report results dates passages section sections minutes readings log logs',
    reach: 12,
    passive: true,
    unless: 'court judge regulator not',
  },
  {
    kind: 'spying',
    acts: 'follow trail shadow photograph film watch tail',
    objects:
      'organiser organisers organizer campaigner campaigners activist activists journalist journalists reporter critic critics lawyer lawyers editor rival rivals councillor nurse whistleblower',
    also: 'months weeks days children home car school secretly hired',
    reach: 10,
    passive: true,
    unless: 'documentary film series',
  },
  {
    kind: 'theft',
    acts: 'spend use',
    objects: 'donations aid relief donation appeal grant grants',
    also: 'salaries headquarters offices bonuses cars wages hotels flights limousine limousines',
    reach: 12,
    passive: true,
    unless: 'plans',
  },
  {
    kind: 'hidden',
    acts: 'bury hide conceal suppress shelve spike withhold hold_back',
    objects: 'study studies trial trials data survey research finding findings figures toll audit',
    reach: 6,
    passive: true,
    unless: 'funeral inheritance court',
  },
  {
    kind: 'hidden',
    acts: 'delay stall postpone hold hold_back shelve',
    objects: 'report figures results publication findings data study audit release',
    also: 'election vote poll sale deal budget referendum',
    reach: 12,
    passive: true,
    unless: 'recount',
  },
  {
    kind: 'hidden',
    acts: 'keep stay',
    objects: 'quiet silent',
    also: `leak leaks deaths fault faults defect defects crack cracks abuse loss losses outbreak spill error cancer asbestos hack breach`,
    reach: 8,
  },
  {
    kind: 'rules',
    acts: 'substitute swap replace use',
    objects: 'cheap cheaper inferior uncertified ordinary recycled reject scrap untested second-hand thinner',
    also: 'for instead certified approved specified original proper span bridge brakes concrete steel cable parts',
    reach: 12,
    passive: true,
  },
  {
    kind: 'bribe',
    acts: 'sell',
    objects: 'visas passports verdicts grades diplomas degrees promotions places licences permits',
    also: 'for apiece each dollars euros pounds cash £ $ €',
    reach: 10,
    passive: true,
    unless: 'fishing parking broadcast',
  },
  {
    kind: 'bribe',
    acts: 'wire transfer deposit route channel pay send',
    objects: 'money cash dollars euros pounds million millions thousands £ $ €',
    also: `${OFFICIALS} wife brother`,
    doers: PAYERS,
    reach: 14,
    unless: 'tax fine fines damages compensation salary court',
  },
  {
    kind: 'bribe',
    acts: 'shower ply',
    objects: 'gifts cash champagne presents favours',
    reach: 8,
    passive: true,
  },
  {
    kind: 'rules',
    acts: 'overload',
    objects: 'ferry ferries boat boats truck trucks bus buses bridge lorry lorries plane crane',
    reach: 5,
    passive: true,
  },
  {
    kind: 'rules',
    acts: 'ship sell export supply send deliver',
    objects: 'embargo sanctions',
    also: 'despite breach defiance around against under banned evading',
    reach: 14,
    passive: true,
  },
  {
    kind: 'rules',
    acts: 'ignore',
    objects: 'recall advice evacuation engineers doctors inspectors complaint complaints alarms',
    reach: 6,
    passive: true,
    unless: 'referee fans music weather',
  },
  {
    kind: 'mistreatment',
    acts: 'force make order compel',
    objects: `${HURT} pickers workers drivers labourers migrants sailors seamen`,
    also: 'shifts breaks hours unpaid sign',
    reach: 10,
    passive: true,
  },
  {
    kind: 'records',
    acts: 'write fill_in complete sign date',
    objects:
      'form forms report reports certificate certificates statement statements log logs notes chart charts',
    also: 'later afterwards invented advance blank never false days',
    doers: `${POLICE} ${MANAGERS} nurses nurse doctors engineers`,
    reach: 10,
    unless: 'book',
  },
  {
    kind: 'records',
    acts: 'alter overwrite falsify doctor manipulate tweak purge scrub',
    objects: plural(
      'chart score rating log record entry minute reading figure sheet date number label result grade file email account invoice database document roster register',
    ),
    reach: 8,
    passive: true,
  },
  {
    kind: 'evidence',
    acts: 'scare frighten bully threaten blackmail',
    objects:
      'nurses nurse staff workers residents tenants parents students patients drivers sources families employees worker',
    also: 'into withdrawing signing silence dropping quiet lying resigning fire spoke talked complained sack',
    reach: 10,
    passive: true,
  },
  {
    kind: 'mistreatment',
    acts: 'bully scare force pressure',
    objects: 'into',
    also: 'withdrawing signing dropping lying retracting confessing resigning',
    reach: 8,
    passive: true,
  },
  {
    kind: 'theft',
    acts: 'sell trade pocket resell',
    objects: 'rations aid medicines blankets uniforms diesel fuel vaccines organs tents rifles ammunition',
    doers: `${POLICE} ${OFFICIALS} soldiers nurses nurse doctors staff colonels storekeeper quartermaster workers`,
    reach: 6,
  },
  {
    kind: 'tip-off',
    acts: 'tell warn alert text phone',
    objects: 'searched raided inspected arrested',
    also: OUTSIDERS,
    reach: 14,
    passive: true,
  },
  {
    kind: 'bribe',
    acts: 'get receive take accept collect',
    objects: 'crate case bottles ham beef fish wine whisky oysters hamper turkey steaks meat',
    also: 'every each week month christmas',
    doers: OFFICIALS,
    reach: 10,
  },
  {
    kind: 'bribe',
    acts: 'cancel quash tear_up waive wipe drop',
    objects: 'tickets ticket fines fine charges points debts bills penalties penalty',
    also: 'friend friends relatives colleagues family mayor donors cronies cousin',
    reach: 10,
    passive: true,
  },
  {
    kind: 'theft',
    acts: 'swap replace switch',
    objects: 'copies copy fakes fake replicas replica forgeries',
    reach: 8,
    passive: true,
    unless: 'damaged software display',
  },
  {
    kind: 'mistreatment',
    acts: 'drag haul pull',
    objects: HURT,
    also: 'off from hair out bus bed cell street ground',
    reach: 6,
    passive: true,
    unless: 'river sea wreckage rubble fire water burning collapsed',
  },
  {
    kind: 'mistreatment',
    acts: 'hire_out rent_out lend_out sell',
    objects: 'boys girls children orphans inmates prisoners patients',
    reach: 5,
    passive: true,
  },
  {
    kind: 'evidence',
    acts: 'wash scrub clean mop hose wipe',
    objects: 'blood bloodstains fingerprints',
    also: 'from off floor wall walls car boot street',
    reach: 8,
    passive: true,
    unless: 'nurses nurse hospital donors',
  },
  {
    kind: 'evidence',
    acts: 'keep withhold hide',
    objects: 'statement statements evidence file document documents video recording report',
    also: 'lawyers lawyer defence defense court jury judge',
    reach: 12,
    passive: true,
    unless: 'safe',
  },
  {
    kind: 'bribe',
    acts: 'demand take extract collect extort want',
    objects: 'cash money dollars euros pounds fee fees bribe payment payments',
    also: 'every each driver drivers migrants villagers prisoners patients applicants families traders vendors',
    doers: `${OFFICIALS} guards guard soldiers doctors nurses`,
    reach: 10,
    unless: 'tax toll',
  },
  {
    kind: 'rules',
    acts: 'ignore defy flout disregard',
    objects: 'order notice injunction instruction instructions summons subpoena',
    reach: 6,
    passive: true,
  },
  {
    kind: 'mistreatment',
    acts: 'touch fondle kiss',
    objects: HURT,
    reach: 5,
    passive: true,
    unless: 'hearts lives nerve cheek',
  },
];
