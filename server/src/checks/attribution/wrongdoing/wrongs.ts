import { once } from '../../../draft/memoize.ts';
import { wordList, wordSet } from '../../../language/closed-class.ts';
import type { VerbForm } from '../../../language/verbs.ts';
import { FRAMES } from './frames/index.ts';
import { actForms } from './words.ts';
import type { Wrong } from './wrong.ts';

const RECORDS = `notebook notebooks pages page photograph photographs drawings x-rays warrants testimony journal journals ballot record records document documents file files log logs logbook logbooks minutes ledger ledgers invoice invoices receipt
 receipts certificate certificates email emails e-mail e-mails message messages texts memo memos paperwork papers correspondence
 transcript transcripts recording recordings footage tape tapes data database databases results readings figures statistics
 accounts books timesheet timesheets register registers spreadsheet spreadsheets chart charts notes diary diaries
 drive drives disk disks archive archives contract contracts signature signatures permit permits licence licences license licenses
 visa visas passport passports ballots tally tallies diploma diplomas prescription prescriptions scans samples sample
 dates date odometer odometers tachograph tachographs meter meters grades marks scores forms form sheets slips
 reports report survey surveys inspections inspection audit audits returns entries entry claims expenses quotes references
 checks cv résumé bill bills lading cheque cheques credentials identity identities tests test history histories`;
const TRACES = `scan scans statement statements x-ray recipe ballots ballot notebook notebooks logbook pages page photograph photographs drawings x-rays warrants wills journal journals testimony transcripts grades marks grade mark certificate certificates deed deeds tickets phone computer computers server servers passport passports tape record records document documents file files log logs logbook logbooks minutes ledger ledgers invoice invoices receipt
 receipts email emails e-mail e-mails message messages memo memos paperwork correspondence transcript transcripts recording recordings
 footage tape tapes data database results readings accounts timesheet timesheets registers spreadsheet spreadsheets drives drive archives
 evidence samples copies phones laptops laptop diaries notes cctv tissue swabs clothing clothes casings cartridges papers report reports proof
 chart charts notes entries entry minutes names lists list register`;
const WITNESSES = `witness witnesses juror jurors jury victim victims complainant complainants whistleblower whistleblowers informant
 informants accuser accusers inspector inspectors auditor auditors official officials judge judges referee referees policeman policemen
 councillor councillors mayor minister voters doctor doctors expert experts`;
const WATCHERS = `auditor auditors inspector inspectors regulator regulators investigator investigators police public parliament congress
 customers customer shareholders investors families parents patients voters prosecutors taxpayers lawmakers residents authorities board
 council ministers government insurers insurer creditors lenders officials watchdog commission committee staff workers relatives
 doctors buyers trustees members passengers`;
const PEOPLE = `academics activist applicants athlete athletes baby babies colleague colleagues customers donors evacuees farmer father fathers firefighters girl guests homeowners immigrants infants infant juveniles kids lawyer lawyers mother mothers nurse officer officers parents participants pensioner players relatives reporter reporters researchers sailors shareholders sister son soldier soldiers student supporters taxpayers teacher teachers tenants tourists veterans victims victim visitors volunteers voters voter whistleblower witnesses worker writers prisoner prisoners detainee detainees inmate inmates captive captives patient patients resident residents child children
 pupil pupils student students boy boys girl girls worker workers labourer labourers laborers migrant migrants refugee refugees
 seekers civilian civilians villager villagers protester protesters demonstrator demonstrators recruit recruits suspect suspects hostages
 woman women men man people dog dogs horses animals cattle journalist journalists activist activists servant servants maid maids
 farmers fishermen trainees cadets conscripts apprentices passengers pensioners orphans teenagers teenager youths youth captives
 crew crews crewmen families family monks nuns novices residents employees staff nurses guards them him her he she they`;
const HELD = `baby babies infant infants girl boy mother mothers father fathers man woman men women teacher nurse nurses worker cleaners drivers tenants students student teenager immigrants farmer farmers reporter reporters activist activists sailors soldier kids orphan trainee trainees cadets novice demonstrator protester evacuees prisoner prisoners detainee detainees inmate inmates captive captives patient patients resident residents child children
 pupil pupils boy boys girl girls workers labourers laborers migrant migrants refugee refugees seekers civilian civilians villagers villager
 protester protesters demonstrators recruit recruits suspect suspects hostages conscripts apprentices pensioners orphans teenagers maids maid
 journalists journalist activists dogs horses novices`;
const DANGERS = `leak leaks defect defects fault faults flaw flaws crack cracks contamination losses loss deaths death risk risks danger dangers
 debts debt outbreak outbreaks payments payment complaints complaint failures failure warnings findings test tests results
 report reports truth accident accidents spill spills injuries abuse error errors extent evidence documents scale cause link
 infections infection conflict ownership origin earnings assets income shortfall deficit breach malfunction problem problems`;
const RULES = `rule rules law laws regulation regulations order orders sanctions embargo ban curfew limit limits code guidelines safeguards
 protocol protocols injunction terms treaty treaties convention conventions agreement moratorium quarantine quota quotas licence
 conditions rights confidentiality privacy procedure procedures standards restrictions export ceasefire truce lockdown constitution undertaking
 regulations safety hygiene warnings warning boundary airspace`;
const TRUCE = 'ceasefire cease-fire truce armistice ceasefires truces peace lull';
const WEAPONS = `cluster phosphorus chlorine sarin nerve mustard chemical landmines landmine mines booby barrel thermobaric anti-personnel
 antipersonnel poison gas incendiary napalm novichok bioweapons flechette live`;
const MONEY = `money funds fund cash aid donations pension pensions savings deposits payments wages fees contributions grants grant subsidies
 budget profits proceeds millions million thousands fuel medicines medicine drugs food supplies relief rations artefacts artifacts
 difference takings tips cash dollars pounds euros taxes premiums rent rents contracts contract`;
const BRIBES = `bribe bribes kickback kickbacks backhander backhanders payoff payoffs envelope envelopes hush-money
 hush bung bungs`;
const WASTE = `waste sewage chemicals slurry effluent sludge asbestos toxic acid oil rubble tailings mercury cyanide ammonia solvents manure`;

/** The acts, one line a frame. */
export const WRONGS: readonly Wrong[] = [
  {
    kind: 'records',
    acts: 'falsify doctor backdate forge counterfeit fabricate fake misreport',
    objects: RECORDS,
    passive: true,
    reach: 9,
    unless: 'clothes dog',
  },
  {
    kind: 'records',
    acts: 'forge',
    objects: `${RECORDS} handwriting stamps stamp wills will cheque cheques`,
    passive: true,
    reach: 8,
  },
  { kind: 'records', acts: 'shred wipe delete erase', objects: TRACES, passive: true, reach: 9 },
  {
    kind: 'records',
    acts: 'burn destroy alter rewrite bin dump discard tear',
    objects: TRACES,
    reach: 7,
    passive: true,
    unless: 'fire fires flood floods bomb bombs bombing blaze explosion earthquake enough world',
  },
  {
    kind: 'records',
    acts: 'invent massage inflate understate overstate pad cook exaggerate',
    objects: `${RECORDS} expenses bills bill losses profits earnings costs sales revenue revenues stocks attendance turnout numbers mileage hours income`,
    reach: 6,
    passive: true,
    unless: 'prices price balloon egos',
  },
  {
    kind: 'records',
    acts: 'change swap switch remove replace amend edit',
    objects:
      'samples sample readings results minutes labels label dates ballots votes signatures certificates logs footage records tapes odometer plates',
    also: 'before after so hide night secretly quietly ahead without',
    reach: 10,
    passive: true,
  },
  { kind: 'records', acts: 'stuff', objects: 'ballot ballots', reach: 4, passive: true },
  {
    kind: 'records',
    acts: 'rig',
    objects:
      'vote votes election elections tender tenders auction auctions ballot contest bid bids bidding count poll results market markets draw competition',
    reach: 5,
    passive: true,
  },
  { kind: 'records', acts: 'sign', objects: 'blank false fake forged fictitious', reach: 5 },
  { kind: 'evidence', acts: 'tamper', passive: true, unless: 'proof' },
  { kind: 'evidence', acts: 'plant', objects: 'evidence drugs gun weapon weapons', reach: 4, passive: true },
  {
    kind: 'evidence',
    acts: 'destroy burn hide conceal suppress remove lose bury contaminate clean',
    objects: 'evidence',
    reach: 4,
    passive: true,
    unless: 'no',
  },
  {
    kind: 'evidence',
    acts: 'threaten intimidate coach pressure pressurise bribe coerce silence menace nobble',
    objects: WITNESSES,
    reach: 6,
    passive: true,
  },
  {
    kind: 'evidence',
    acts: 'pay offer press persuade lean',
    objects: 'witness witnesses juror jurors complainant complainants accuser accusers victim victims',
    also: 'money cash flat car £ $ € job acquit acquittal silence change drop withdraw testify lie retract stay quiet statement',
    reach: 14,
    passive: true,
  },
  {
    kind: 'evidence',
    acts: 'obstruct stonewall',
    objects:
      'inquiry inquiries enquiry investigation investigators investigation justice inspectors auditors probe police',
    reach: 5,
    passive: true,
  },
  { kind: 'bribe', acts: 'bribe suborn', passive: true },
  {
    kind: 'bribe',
    acts: 'pay slip hand give offer accept take receive pocket demand solicit extract collect pass deliver seek',
    objects: BRIBES,
    reach: 8,
    passive: true,
    unless: 'address pay-packet wage nomination',
  },
  {
    kind: 'bribe',
    acts: 'accept take receive pocket pay slip hand',
    objects: 'cash money gifts gift holiday holidays payment payments watch watches loans favours favors',
    also: 'exchange return contract contracts permit permits licence favour favours vote votes silence planning quiet',
    reach: 14,
    passive: true,
  },
  { kind: 'bribe', acts: 'buy', objects: 'votes silence', reach: 3, passive: true },
  {
    kind: 'bribe',
    acts: 'buy_off pay_off',
    passive: true,
    objects: `${WITNESSES} police guards guard officer officers`,
    reach: 5,
  },
  {
    kind: 'tip-off',
    acts: 'tip_off',
    objects:
      'gang gangs suspect suspects smugglers smuggler dealers dealer traffickers poachers owner owners target targets manager managers crew fugitive boss bosses him them brothel firm company farm factory club syndicate cartel ringleader ringleaders bookmakers bookmaker family brothers driver drivers about before ahead hours traders',
    reach: 9,
    passive: true,
    unless: 'journalists reporters newspaper reporter neighbour neighbours by fbi service agents authorities',
  },
  {
    kind: 'tip-off',
    acts: 'warn alert tell phone call text ring',
    objects:
      'raid raids search inspection inspections arrest arrests warrant swoop checks check coming visit',
    also: 'gang gangs suspect suspects smugglers smuggler dealers dealer traffickers owner owners target targets manager managers farm factory club brothel poachers crew syndicate fugitive firm company boss bosses him them',
    reach: 14,
    passive: true,
  },
  {
    kind: 'tip-off',
    acts: 'leak sell pass slip feed',
    objects:
      'questions exam papers secrets names addresses bids bid identity identities tender prices details',
    also: 'to',
    reach: 10,
    unless: 'ball bill law test',
  },
  {
    kind: 'hidden',
    acts: 'hide conceal withhold keep suppress bury',
    also: 'from',
    objects: WATCHERS,
    reach: 16,
    passive: true,
    unless: 'safe warm distance away apart going getting being at',
  },
  {
    kind: 'hidden',
    acts: 'hide conceal suppress cover_up hush_up bury gloss_over',
    objects: `${DANGERS} cracked broken faulty damaged defective corroded`,
    reach: 8,
    passive: true,
    unless: 'disappointment feelings avalanche snow rubble',
  },
  { kind: 'hidden', acts: 'cover_up hush_up', passive: true, unless: 'with using tattoo blanket' },
  {
    kind: 'hidden',
    acts: 'keep',
    objects: 'secret quiet',
    also: 'leak leaks defect defects fault deaths death results losses payments outbreak test tests report reports contamination risk risks problem problems finding findings abuse complaints it',
    reach: 9,
    passive: true,
    unless: 'ballot service',
  },
  {
    kind: 'hidden',
    acts: 'fail neglect omit',
    also: 'tell inform report disclose warn notify declare record alert',
    objects: `${WATCHERS} ${DANGERS} interest interests`,
    reach: 12,
    unless: 'score win',
  },
  {
    kind: 'hidden',
    acts: 'never_tell never_inform never_warn never_report never_disclose',
    objects: `${WATCHERS} ${DANGERS}`,
    reach: 8,
  },
  {
    kind: 'rules',
    acts: 'flout contravene breach infringe circumvent evade dodge skirt bypass disregard defy violate',
    objects: `${RULES} tax taxes checks controls duty customs safety minimum planning court`,
    reach: 8,
    passive: true,
    unless: 'gravity odds expectations critics',
  },
  {
    kind: 'rules',
    acts: 'break',
    objects:
      'rule rules law laws regulation regulations sanctions embargo curfew ceasefire cease-fire truce code oath moratorium quarantine lockdown injunction undertaking',
    reach: 5,
    passive: true,
    unless: 'news record',
  },
  {
    kind: 'rules',
    acts: 'ignore override',
    objects:
      'warnings warning orders alarms alarm rules rule complaints regulations limit limits safety injunction ban evidence',
    reach: 7,
    passive: true,
    unless: 'sign signs',
  },
  {
    kind: 'rules',
    acts: 'switch turn disable disconnect unplug bypass silence',
    objects:
      'alarm alarms camera cameras transponder transponders tracker trackers sensor sensors cctv recorder recorders tachograph detectors detector interlock interlocks bodycam siren',
    reach: 6,
    passive: true,
  },
  { kind: 'rules', acts: 'turn', objects: 'blind', reach: 3 },
  { kind: 'rules', acts: 'look', objects: 'other', also: 'way', reach: 3 },
  {
    kind: 'rules',
    acts: 'sell ship supply serve',
    objects:
      'expired contaminated counterfeit faulty defective tainted horsemeat untested adulterated out-of-date fake rotten mislabelled',
    reach: 6,
    passive: true,
  },
  {
    kind: 'rules',
    acts: 'employ use hire',
    objects: 'children forced under-age underage unlicensed uncertified slave',
    reach: 4,
    passive: true,
    unless: 'words',
  },
  {
    kind: 'rules',
    acts: 'steer award hand funnel channel',
    objects: 'contract contracts',
    also: 'brother brother-in-law wife husband son friend friends cousin sister nephew relatives donor cronies himself',
    reach: 14,
    passive: true,
  },
  {
    kind: 'mistreatment',
    acts: 'torture waterboard molest rape sodomise flog maltreat mistreat ill-treat shackle electrocute grope brutalise brutalize',
    passive: true,
    objects: PEOPLE,
    reach: 7,
  },
  {
    kind: 'mistreatment',
    acts: 'beat kick punch slap whip starve chain hood humiliate drug sedate strip drag burn lash cane abuse choke taser club gag',
    objects: HELD,
    reach: 5,
    passive: true,
    unless:
      'drum drums team league match final band prize award awards vote votes contest winner winners title titles chess seed champion lost',
  },
  {
    kind: 'mistreatment',
    acts: 'execute massacre behead gun_down machine-gun lynch',
    objects: `${PEOPLE} soldiers prisoners`,
    reach: 6,
    passive: true,
  },
  {
    kind: 'mistreatment',
    acts: 'force make compel order',
    objects: HELD,
    also: 'kneel strip crawl drink eat dig march stand sleep work beg sign urinate',
    reach: 9,
    passive: true,
  },
  {
    kind: 'mistreatment',
    acts: 'hold keep lock leave confine cram',
    objects: HELD,
    also: 'cages cage chains cellar darkness blindfolded handcuffed naked shackled food water heating sheets solitary basement container containers cupboard storeroom cell cells shed attic closet die soiled unfed unwashed storeroom cell cells shed attic closet cupboard bathroom die soiled',
    reach: 14,
    passive: true,
    unless: 'hospital care busy safe entertained meeting meetings talks',
  },
  {
    kind: 'mistreatment',
    acts: 'deny refuse',
    objects: HELD,
    also: 'food water sleep medicine medication lawyers lawyer treatment blankets toilet doctor doctors insulin',
    reach: 7,
    passive: true,
  },
  {
    kind: 'mistreatment',
    acts: 'withhold confiscate seize take',
    objects: 'wages passports passport',
    also: 'workers worker migrants maids labourers crew cleaners pickers staff them',
    reach: 10,
    passive: true,
  },
  {
    kind: 'mistreatment',
    acts: 'shoot',
    objects:
      'protesters demonstrators civilians villagers marchers crowd crowds mourners refugees prisoners children worshippers',
    reach: 8,
    passive: true,
    unless: 'film',
  },
  {
    kind: 'weapons',
    acts: 'use fire drop deploy launch plant lay scatter release lob spray',
    objects: WEAPONS,
    also: 'munitions munition bombs bomb phosphorus chlorine sarin gas agent weapons landmines mines traps napalm novichok shields ammunition rounds rockets mustard nerve',
    reach: 7,
    passive: true,
    unless: 'gold coal copper natural coordinated tear pepper cs',
  },
  { kind: 'truce', acts: 'break breach violate shatter ignore', objects: TRUCE, reach: 7, passive: true },
  {
    kind: 'truce',
    acts: 'shell bomb attack fire open strike resume launch cross advance shoot mortar storm',
    objects: TRUCE,
    also: 'despite hours minutes during defiance breach violation day days into after',
    reach: 22,
    passive: true,
    unless: 'call calls talks urging',
  },
  {
    kind: 'deceit',
    acts: 'mislead deceive hoodwink dupe defraud swindle con cheat',
    objects: `${WATCHERS} ${PEOPLE} banks bank savers depositors clients widows tourists country nation taxman`,
    reach: 7,
    passive: true,
    unless: 'death',
  },
  { kind: 'deceit', acts: 'lie', also: 'to about', reach: 2, unless: 'ahead close next rest' },
  { kind: 'deceit', acts: 'overcharge short-change underpay double-bill', reach: 1, passive: true },
  { kind: 'deceit', acts: 'collude connive conspire', reach: 1 },
  { kind: 'deceit', acts: 'plagiarise plagiarize', passive: true },
  {
    kind: 'deceit',
    acts: 'pose masquerade',
    objects: 'as',
    reach: 1,
    unless: 'photograph photographs picture pictures question threat risk',
  },
  { kind: 'theft', acts: 'embezzle misappropriate', passive: true },
  {
    kind: 'theft',
    acts: 'siphon skim divert funnel pocket steal pilfer loot plunder launder channel',
    objects: MONEY,
    reach: 7,
    passive: true,
    unless: 'scene show points lead base game flights traffic flight attention river',
  },
  {
    kind: 'theft',
    acts: 'smuggle traffic',
    objects: `${PEOPLE} weapons arms drugs ivory cigarettes gold oil timber fuel cocaine heroin guns components parts technology`,
    reach: 6,
    passive: true,
  },
  { kind: 'theft', acts: 'blackmail extort', reach: 1, passive: true },
  {
    kind: 'pollution',
    acts: 'dump pump pour discharge tip flush bury spill pipe empty release',
    objects: WASTE,
    reach: 6,
    passive: true,
    unless: 'treatment production tanker',
  },
  {
    kind: 'spying',
    acts: 'wiretap bug hack spy snoop eavesdrop',
    also: 'phones phone on into journalists computers emails calls email messages office offices accounts room rooms flat home house car hotel',
    reach: 5,
    passive: true,
    unless: 'hackers',
  },
  { kind: 'spying', acts: 'tap', objects: 'phones phone telephones calls', reach: 4, passive: true },
  {
    kind: 'orders',
    acts: 'tell order instruct force ask pressure pay direct advise pressurise coach urge',
    also: 'lie delete destroy shred falsify forge hide conceal alter backdate quiet silent nothing ignore doctor fabricate wipe burn erase',
    objects: `staff workers employees guards officers them nurses drivers him her clerks soldiers engineers technicians colleagues managers men troops subordinates secretary assistant aides doctors inspectors crew residents patients families teachers pupils students recruits foremen accountants witness witnesses`,
    reach: 8,
    passive: true,
  },
  {
    kind: 'knowledge',
    acts: 'know',
    also: 'unsafe faulty defective dangerous contaminated toxic cracked leaking illegal false fake stolen cancer defect defects fault faults cracks leak carcinogenic unfit flawed corroded asbestos poisonous rotten forged unlicensed failing overloaded infected wrong rusted corroded broken damaged loose spoiled insolvent bankrupt fraudulent underage sick',
    reach: 14,
    unless: 'who what how nothing little',
  },
  {
    kind: 'hidden',
    acts: 'hide conceal stash bury',
    objects: 'inspectors inspector auditors auditor police inspection audit visit investigators officials',
    also: 'before ahead while',
    reach: 12,
    passive: true,
  },
  { kind: 'hidden', acts: 'hide stash park', objects: 'offshore abroad', reach: 8, passive: true },
  {
    kind: 'hidden',
    acts: 'sit',
    objects: 'on',
    also: 'report reports findings warning warnings letter letters evidence complaint complaints results',
    reach: 6,
    unless: 'committee panel board',
  },
  {
    kind: 'evidence',
    acts: 'hide burn bury dump move dismember',
    objects: 'body bodies remains corpse corpses',
    reach: 4,
    passive: true,
    unless: 'coffin grave funeral ashes',
  },
  {
    kind: 'orders',
    acts: 'warn tell order instruct',
    objects: 'not never nothing quiet silent',
    also: 'speak talk complain report mention record log say tell keep stay',
    reach: 9,
    passive: true,
    unless: 'weather swim travel traffic',
  },
  {
    kind: 'records',
    acts: 'use create submit file invent invoice produce present make book enter register supply print',
    objects: 'bogus fictitious phantom ghost sham fake false forged non-existent falsified doctored',
    also: `workers employees companies company invoices invoice patients pupils suppliers voters accounts names claims receipts documents papers certificates certificate statements statement alibi evidence identity identities passport passports plates reviews followers figures records signatures details information addresses qualifications returns readings`,
    reach: 8,
    passive: true,
    unless: 'eyelashes teeth snow alarm start dawn economy',
  },
  {
    kind: 'rules',
    acts: 'use sell fire spray import deploy add feed administer install export',
    objects: 'banned illegal prohibited outlawed unlicensed unapproved',
    reach: 5,
    passive: true,
  },
  {
    kind: 'rules',
    acts: 'build sell operate run enter search fell cut release open start use test treat export dump arrest film record store drill dig publish',
    objects: 'licence license permit warrant permission consent authorisation authorization',
    also: 'without',
    reach: 14,
    passive: true,
  },
  {
    kind: 'rules',
    acts: 'award hand give',
    objects: 'tender tenders competition bidding bids',
    also: 'without',
    reach: 12,
    passive: true,
  },
  {
    kind: 'mistreatment',
    acts: 'shoot kill execute stab bayonet',
    objects: 'captured unarmed surrendered surrendering handcuffed bound fleeing blindfolded wounded',
    reach: 4,
    passive: true,
    unless: 'film',
  },
  {
    kind: 'mistreatment',
    acts: 'burn torch raze shell bomb strafe bulldoze',
    objects:
      'homes houses village villages hospital hospitals clinic clinics church mosque crops camp shelter ambulance ambulances convoy',
    reach: 6,
    unless: 'scene charity',
    passive: false,
  },
  {
    kind: 'mistreatment',
    acts: 'groom stalk strip-search spit taunt',
    objects: `${HELD} at women him her`,
    reach: 4,
    passive: true,
    unless: 'dog poodle horse',
  },
  {
    kind: 'mistreatment',
    acts: 'experiment',
    objects: 'on',
    also: 'patients children prisoners inmates soldiers animals dogs orphans',
    reach: 5,
    passive: true,
  },
  {
    kind: 'spying',
    acts: 'plant hide install place',
    objects: 'listening bug bugs spyware tracker trackers microphone microphones hidden',
    reach: 6,
    passive: true,
  },
  {
    kind: 'spying',
    acts: 'intercept tail shadow',
    objects:
      'journalists journalist reporters emails letters calls activists critics lawyers councillors mail messages',
    reach: 5,
    passive: true,
  },
  {
    kind: 'theft',
    acts: 'loot plunder steal pilfer ransack',
    objects:
      'dig tomb tombs graves grave museum warehouse stores aid hospital church churches temple temples clinic depot relief charity safe',
    reach: 9,
    passive: true,
    unless: 'show scene',
  },
  {
    kind: 'theft',
    acts: 'spend use',
    objects: 'money funds fund donations cash card budget grant grants',
    also: 'himself herself themselves villa yacht holiday holidays jewellery racehorses personal gambling debts mistress kitchen casino casinos',
    reach: 16,
  },
  { kind: 'records', acts: 'backdate falsify', passive: true },
  {
    kind: 'records',
    acts: 'relabel relabelled',
    objects: 'expired old rotten meat drugs medicines stock batches food fish',
    reach: 5,
    passive: true,
  },
  {
    kind: 'records',
    acts: 'sign_off',
    also: 'as without despite never',
    reach: 8,
    passive: true,
    unless: 'on letter email broadcast show',
  },
  {
    kind: 'rules',
    acts: 'skip',
    objects: 'inspections inspection checks tests maintenance servicing audits',
    reach: 6,
    passive: true,
  },
  {
    kind: 'evidence',
    acts: 'change retract withdraw',
    objects: 'accounts account testimony statement statements story evidence',
    also: 'pressure paid visited threatened threats visit bribe bribed',
    reach: 14,
  },
  {
    kind: 'bribe',
    acts: 'hand give pay slip pass leave send',
    objects: '£ $ € cash notes banknotes dollars euros pounds',
    also: 'shoebox envelope envelopes suitcase briefcase banknotes parcel holdall notes',
    reach: 11,
    passive: true,
  },
  {
    kind: 'bribe',
    acts: 'accept take receive enjoy',
    objects: 'holiday holidays hospitality gifts gift trips trip tickets flights',
    also: 'inspect regulate supervise oversee contractor contractors supplier suppliers bidder bidders developer developers lobbyist lobbyists oversaw inspected regulated',
    reach: 14,
    passive: true,
  },
  {
    kind: 'bribe',
    acts: 'wave let',
    objects: 'trucks lorries cars cargo containers shipments boats',
    also: 'share cut cash money fee',
    reach: 10,
  },
  {
    kind: 'bribe',
    acts: 'give offer promise',
    objects: 'cut share percentage',
    also: 'vet judge referee officer official inspector clerk guard guards police councillor mayor',
    reach: 6,
    passive: true,
  },
  {
    kind: 'tip-off',
    acts: 'get receive',
    objects: 'call word text message warning tip tip-off',
    also: 'search raid raids arrest arrests swoop',
    reach: 14,
  },
  {
    kind: 'tip-off',
    acts: 'let',
    objects: 'know',
    also: 'patrol patrols raid search inspection inspectors police warrant',
    reach: 11,
  },
  {
    kind: 'hidden',
    acts: 'keep lock',
    objects: 'results result report findings letter letters documents file study',
    also: 'drawer drawers vault locked safe',
    reach: 12,
    passive: true,
  },
  {
    kind: 'deceit',
    acts: 'pay',
    objects: 'scientists doctors experts researchers academics influencers journalists reviewers actors',
    also: 'play deny hide downplay praise say write lie pose pretend',
    reach: 9,
    passive: true,
  },
  {
    kind: 'rules',
    acts: 'order send keep put',
    objects: 'although despite though',
    also: 'alarm alarms warning warnings unsafe warned',
    reach: 16,
    passive: true,
  },
  {
    kind: 'rules',
    acts: 'sell',
    objects:
      'brother brother-in-law wife husband son friend friends cousin nephew treasurer himself itself herself donor cronies',
    also: 'half fraction below value',
    reach: 14,
    passive: true,
  },
  {
    kind: 'rules',
    acts: 'give grant hand',
    objects: 'contract contracts licence licences permit permits job jobs post land',
    also: 'brother brother-in-law wife husband son cousin nephew relatives donor cronies himself mistress',
    reach: 12,
    passive: true,
  },
  { kind: 'rules', acts: 'bus', objects: 'voters', also: 'border paid dead', reach: 10 },
  { kind: 'deceit', acts: 'charge bill invoice', objects: 'dead deceased', reach: 3, passive: true },
  {
    kind: 'mistreatment',
    acts: 'remove cut',
    objects: 'healthy',
    also: 'organs organ breasts wombs kidneys kidney limbs teeth',
    reach: 4,
    passive: true,
  },
  {
    kind: 'deceit',
    acts: 'give inject sell',
    objects: 'saline placebo placebos water sugar',
    also: 'charged charge vaccine vaccines medicine cure',
    reach: 12,
    passive: true,
    unless: 'trial study half group',
  },
  {
    kind: 'mistreatment',
    acts: 'tie strap handcuff rope tape',
    objects: HELD,
    also: 'chair chairs bed beds radiator radiators pole poles cots',
    reach: 8,
    passive: true,
    unless: 'party balloons balloon ribbons',
  },
  {
    kind: 'mistreatment',
    acts: 'shave',
    objects: 'heads',
    reach: 4,
    passive: true,
    unless: 'charity their own',
  },
  {
    kind: 'mistreatment',
    acts: 'leave',
    objects: `${PEOPLE}`,
    also: 'floor blood faeces urine soiled unattended unfed',
    reach: 9,
    passive: true,
    unless: 'explosion blast crash bomb attack',
  },
  {
    kind: 'mistreatment',
    acts: 'keep hold',
    objects: HELD,
    also: 'van sun heat fainted collapsed blindfold hooded',
    reach: 12,
    passive: true,
  },
  {
    kind: 'mistreatment',
    acts: 'make force',
    objects: 'drivers cleaners crew pickers nurses staff employees labourers workers',
    also: '16-hour 18-hour 20-hour shifts unpaid sign',
    reach: 9,
    passive: true,
  },
  {
    kind: 'mistreatment',
    acts: 'round_up',
    objects: 'men boys villagers families women people civilians',
    also: 'shot killed executed burned',
    reach: 12,
    passive: true,
  },
  {
    kind: 'mistreatment',
    acts: 'shoot',
    objects: 'them him her',
    also: 'behind head kneeling backs wall neck',
    reach: 6,
  },
  {
    kind: 'weapons',
    acts: 'use',
    objects:
      'schoolchildren children civilians prisoners patients villagers women hostages families detainees residents',
    also: 'shields shield bait decoys',
    reach: 6,
    passive: true,
    unless: 'umbrellas water',
  },
  {
    kind: 'truce',
    acts: 'use exploit',
    objects: 'ceasefire cease-fire truce pause lull',
    also: 'dig rearm regroup resupply move bring trenches reinforce smuggle',
    reach: 10,
  },
  {
    kind: 'truce',
    acts: 'dig move enter send push cross build deploy station',
    objects: 'demilitarised demilitarized buffer exclusion',
    also: 'zone',
    reach: 14,
    unless: 'peacekeepers un observers patrol patrols humanitarian convoy',
  },
  {
    kind: 'theft',
    acts: 'buy build pay spend',
    objects: 'money funds donations aid',
    also: 'raised meant intended donated earmarked collected destined',
    reach: 12,
    passive: true,
  },
  { kind: 'spying', acts: 'plant conceal', objects: 'camera cameras', reach: 4, passive: true },
  {
    kind: 'deceit',
    acts: 'dope',
    objects:
      'horses horse athletes athlete riders rider runners runner swimmers swimmer dogs greyhounds greyhound cyclists mare filly colt gelding favourite winner player players',
    reach: 3,
    passive: true,
  },
  {
    kind: 'hidden',
    acts: 'move transfer reassign',
    objects: 'priest priests teacher teachers officer officers doctor coach monk',
    also: 'complained complaint complaints accused abuse',
    reach: 16,
    passive: true,
  },
  {
    kind: 'evidence',
    acts: 'withhold suppress',
    objects:
      'evidence video videos footage tape tapes file files documents document statement statements recording recordings photograph photographs report',
    reach: 5,
    passive: true,
  },
  {
    kind: 'deceit',
    acts: 'make_up',
    objects:
      'interviews interview sources source quotes quote figures results data names stories numbers half witnesses letters evidence alibi statistics patients',
    reach: 7,
    passive: true,
    unless: 'mind minds for ground',
  },
  { kind: 'records', acts: 'forge', objects: 'ballot will vote papers', reach: 3, passive: true },
  {
    kind: 'mistreatment',
    acts: 'reuse',
    objects: 'needles needle syringes syringe',
    reach: 3,
    passive: true,
  },
  {
    kind: 'mistreatment',
    acts: 'push tow force',
    objects: 'dinghy dinghies boat boats migrants raft rafts',
    also: 'back',
    reach: 6,
    passive: true,
    unless: 'sales race',
  },
  {
    kind: 'rules',
    acts: 'use',
    objects: 'cheaper inferior substandard sub-standard',
    also: 'cement steel concrete parts materials ingredients cladding cable wood',
    reach: 4,
    passive: true,
  },
  {
    kind: 'hidden',
    acts: 'sit',
    objects: 'on',
    also: 'figures results numbers data study file letter finding',
    reach: 6,
    unless: 'panel board committee shelf desk',
  },
  {
    kind: 'tip-off',
    acts: 'telephone phone call ring text',
    objects: 'suspect suspects gang smugglers dealer dealers',
    also: 'empty gone fled morning before raid',
    reach: 14,
  },
  {
    kind: 'mistreatment',
    acts: 'fire open',
    objects:
      'protesters demonstrators civilians villagers marchers crowd crowds mourners refugees prisoners children worshippers',
    also: 'at on into',
    reach: 8,
    passive: true,
    unless: 'film questions',
  },
  {
    kind: 'records',
    acts: 'shred',
    objects: 'ballots ballot papers letters thousands contracts invoices',
    reach: 6,
    passive: true,
  },
  {
    kind: 'records',
    acts: 'keep run',
    objects: 'second double parallel',
    also: 'books ledger ledgers accounts register',
    reach: 6,
    passive: true,
  },
  {
    kind: 'records',
    acts: 'tear_out cut_out rip_out',
    objects: 'log logs page pages entry entries minutes',
    reach: 10,
    passive: true,
  },
  {
    kind: 'evidence',
    acts: 'swap switch',
    objects: 'samples sample bottles vials swabs phones bullets plates',
    also: 'clean for',
    reach: 8,
    passive: true,
  },
  {
    kind: 'evidence',
    acts: 'coach',
    objects: 'boy girl child children woman man victim witness witnesses',
    reach: 4,
    passive: true,
    unless: 'team football tennis swimming basketball',
  },
  {
    kind: 'evidence',
    acts: 'slip send hand pass',
    objects: 'juror jurors witness witnesses',
    also: 'note threat threats photograph name address bullet money cash letter',
    reach: 14,
    passive: true,
  },
  {
    kind: 'bribe',
    acts: 'pay',
    objects: 'lose throw let drop',
    also: 'referees referee players goalkeeper jockey jockeys win match race team fight umpire umpires',
    reach: 9,
    passive: true,
  },
  {
    kind: 'bribe',
    acts: 'take receive skim keep demand',
    objects: 'tenth fifth cut share percentage quarter',
    also: 'every each contract contracts shipment tender deal load',
    reach: 7,
    passive: true,
  },
  {
    kind: 'bribe',
    acts: 'leave hand pass slip',
    objects: 'envelope envelopes',
    also: 'master officer official inspector clerk mayor guard guards minister judge chief councillor policeman police',
    reach: 8,
    passive: true,
  },
  {
    kind: 'tip-off',
    acts: 'warn alert tell',
    objects: 'auditors auditor inspectors inspector police raid inspection',
    also: 'owner owners manager managers call visit come coming arrive',
    reach: 14,
  },
  {
    kind: 'tip-off',
    acts: 'give pass send sell',
    objects: 'gang gangs cartel smugglers traffickers dealers mafia poachers',
    also: 'plates names addresses details list number numbers routes rota times keys photographs',
    reach: 12,
    passive: true,
  },
  {
    kind: 'tip-off',
    acts: 'leak',
    objects: 'bids bid tender prices plans files names questions',
    reach: 5,
    passive: true,
  },
  {
    kind: 'orders',
    acts: 'tell order instruct warn ask',
    objects: 'not',
    also: 'write record log note down report',
    reach: 9,
    passive: true,
  },
  {
    kind: 'rules',
    acts: 'ignore',
    objects: 'letter letters report reports complaint complaints email emails',
    also: 'unfit unsafe dangerous danger faulty warned warning risk cracks defect',
    reach: 14,
  },
  {
    kind: 'mistreatment',
    acts: 'make force',
    objects: HELD,
    also: 'vomited fainted collapsed seawater urine naked crawl kneel',
    reach: 10,
    passive: true,
  },
  {
    kind: 'mistreatment',
    acts: 'hold keep leave',
    objects: HELD,
    also: 'food water',
    reach: 10,
    passive: true,
    unless: 'with prices talks meeting meetings party',
  },
  { kind: 'mistreatment', acts: 'slap punch kick', objects: `${HELD}`, reach: 4, passive: true },
  {
    kind: 'mistreatment',
    acts: 'fire throw lob',
    objects: 'gas grenades grenade',
    also: 'ward hospital school nursery church mosque maternity clinic classroom funeral',
    reach: 7,
    passive: true,
  },
  { kind: 'weapons', acts: 'bury', objects: 'landmines landmine mines mine', reach: 4, passive: true },
  {
    kind: 'rules',
    acts: 'serve sell',
    objects: 'spoiled rancid condemned rotten mouldy tainted',
    reach: 8,
    passive: true,
  },
  { kind: 'records', acts: 'throw_away throw_out', objects: TRACES, reach: 8, passive: true },
  {
    kind: 'evidence',
    acts: 'plant',
    objects: 'pistol knife phone cocaine heroin bullets cartridges money documents',
    reach: 3,
    passive: true,
    unless: 'trees seeds',
  },
  {
    kind: 'rules',
    acts: 'switch turn disable',
    objects: 'signal tracking beacon',
    also: 'off ship vessel boat plane aircraft trawler tanker',
    reach: 8,
    passive: true,
    unless: 'phone radio television',
  },
  {
    kind: 'bribe',
    acts: 'accept take receive',
    objects: 'car flat watch horse villa loan',
    also: 'checking inspecting regulating supervising judging auditing investigating',
    reach: 14,
    passive: true,
  },
  {
    kind: 'bribe',
    acts: 'sell',
    objects: 'passports visas permits jobs licences diplomas posts verdicts',
    also: 'gang gangs smugglers candidates applicants buyers migrants cash',
    reach: 9,
    passive: true,
  },
  {
    kind: 'evidence',
    acts: 'press pressure pressurise persuade order',
    objects:
      'coroner judge judges prosecutor prosecutors pathologist inspector inspectors auditor auditors doctors doctor',
    also: 'change alter drop sign verdict cause report shelve lose',
    reach: 9,
    passive: true,
  },
  {
    kind: 'rules',
    acts: 'lock chain block bolt',
    objects: 'doors exits exit',
    also: 'stop keep fire emergency workers',
    reach: 8,
    passive: true,
  },
  {
    kind: 'mistreatment',
    acts: 'hold keep',
    objects: HELD,
    also: 'silo barn stable warehouse stadium hangar pit',
    reach: 8,
    passive: true,
    unless: 'storm shelter safe',
  },
  {
    kind: 'theft',
    acts: 'pay buy build',
    objects: 'wedding holiday villa yacht honeymoon jewellery gambling debts mansion',
    also: 'fund funds donations account',
    reach: 14,
    passive: true,
  },
  {
    kind: 'spying',
    acts: 'have',
    objects: `${HELD} phone flat house office editor rival rivals critic critics`,
    also: 'tapped followed bugged beaten watched shadowed',
    reach: 7,
  },
  { kind: 'spying', acts: 'listen_in', also: 'on', reach: 4 },
  {
    kind: 'deceit',
    acts: 'dilute water_down adulterate',
    objects: 'vaccine vaccines milk fuel petrol medicine medicines drugs oil wine concrete formula',
    reach: 4,
    passive: true,
  },
  {
    kind: 'evidence',
    acts: 'tell give pass sell leak',
    objects: 'witness witnesses informant informants',
    also: 'name names address addresses identity identities',
    reach: 12,
    unless: 'court jury evidence',
  },
  {
    kind: 'mistreatment',
    acts: 'assault rape molest',
    objects: `${HELD} clerk aide assistant intern colleague nurse barmaid waitress officer guest guests`,
    reach: 4,
    unless: 'film novel play position positions hill',
  },
  {
    kind: 'mistreatment',
    acts: 'murder',
    objects: `${HELD} shopkeeper wife husband officer clerk neighbour lodger tourist farmer dealer rival`,
    reach: 4,
    unless: 'film novel play song',
  },
  {
    kind: 'deceit',
    acts: 'dodge evade avoid',
    objects: 'tax taxes duty duties vat',
    reach: 4,
    passive: true,
    unless: 'double legally lawfully to',
  },
  {
    kind: 'deceit',
    acts: 'fiddle',
    objects: 'expenses figures accounts books overtime timesheets',
    reach: 3,
    passive: true,
  },
  {
    kind: 'mistreatment',
    acts: 'exploit',
    objects: 'workers labourers migrants migrant pickers cleaners maids apprentices',
    reach: 3,
    passive: true,
  },
  {
    kind: 'spying',
    acts: 'hack',
    objects: 'phones phone emails email voicemail voicemails computers accounts',
    reach: 3,
    passive: true,
  },
  {
    kind: 'evidence',
    acts: 'frame',
    also: 'for',
    objects: 'him her them man men woman suspect suspects',
    reach: 4,
  },
  {
    kind: 'theft',
    acts: 'use',
    objects: 'charity campaign pension parish taxpayers public',
    also: 'wedding holiday villa yacht kitchen mansion honeymoon gambling himself herself',
    reach: 12,
    passive: true,
  },
];

/** Adverbs of intent: with a person's or a company's act in the past, an accusation in themselves. */
export const INTENT: ReadonlySet<string> = new Set(
  'deliberately knowingly illegally unlawfully fraudulently corruptly intentionally wilfully willfully secretly covertly'.split(
    ' ',
  ),
);

export interface Frame extends Omit<Wrong, 'acts' | 'objects' | 'also' | 'unless' | 'doers'> {
  readonly doers: ReadonlySet<string> | undefined;
  readonly form: VerbForm;
  readonly particle: string | undefined;
  readonly objects: ReadonlySet<string> | undefined;
  readonly also: ReadonlySet<string> | undefined;
  readonly unless: ReadonlySet<string> | undefined;
  /** The verb must have "never" before it. */
  readonly negated: boolean;
}

/** The frames by the form a word stands in ("shredded", "shredding"), made when they are first asked for: a run that remembers all needs none. */
export const framesOf: () => ReadonlyMap<string, readonly Frame[]> = once(framesByForm);

function framesByForm(): ReadonlyMap<string, readonly Frame[]> {
  const frames = new Map<string, Frame[]>();
  const setOf = (list: string | undefined): ReadonlySet<string> | undefined =>
    list === undefined ? undefined : wordSet(list);
  for (const { acts, objects, also, unless, doers, ...rest } of [...WRONGS, ...FRAMES]) {
    const shared = {
      ...rest,
      objects: setOf(objects),
      also: setOf(also),
      unless: setOf(unless),
      doers: setOf(doers),
    };
    for (const act of wordList(acts)) {
      const negated = act.startsWith('never_');
      const [lemma = act, particle] = act.replace('never_', '').split('_');
      for (const [word, form] of actForms(lemma)) {
        if (form === 's') continue;
        frames.set(word, [...(frames.get(word) ?? []), { ...shared, form, particle, negated }]);
      }
    }
  }
  return frames;
}
