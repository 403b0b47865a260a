import { wordList } from '../../../../language/closed-class.ts';
import { pluralOf } from '../../../../language/plurals.ts';

/** A list of nouns with their plurals. */
export const withPlurals = (list: string): string =>
  wordList(list)
    .flatMap((word) => [word, pluralOf(word)])
    .join(' ');

/** Those who must not be bought. */
export const OFFICIALS = `${withPlurals(
  `linesman referee umpire judge juror minister mayor councillor councilman commissioner inspector examiner official officer policeman
   constable guard warden warder clerk buyer regulator governor senator deputy mp lawmaker prosecutor auditor secretary general colonel
   planner assessor scientist consul magistrate director chief head surgeon coroner sheriff surveyor steward prefect ombudsman regulator legislator delegate`,
)} police customs linesmen policemen panel`;
/** Those who buy them. */
export const PAYERS = `${withPlurals(
  `company firm developer contractor owner maker manufacturer bank club boss lobbyist supplier bidder tycoon businessman oligarch brewer
   producer builder landlord airline syndicate cartel gang smuggler dealer trafficker casino bookmaker trawler miner refinery exporter importer
   financier billionaire magnate promoter agent subsidiary chain retailer brewery utility defendant school`,
)} businessmen mafia`;
/** What buys a favour. */
export const GIFTS = `${withPlurals(
  `watch car mercedes bmw rolex villa flat mortgage holiday cruise yacht diamond necklace handbag envelope loan honeymoon trip flight
   racehorse job house debt phone laptop payment gift kickback apartment chalet motorbike scholarship ticket home`,
)} cash money dollars euros pounds jewellery tuition fees school £ $ €`;
/** What those inside know and others must not. */
export const INSIDE = `${withPlurals(
  `answer question route list name address plan file map password code price bid photograph location itinerary schedule paper secret
   blueprint decision draft key rota record offer plate timetable dossier drawing shortlist ranking score ruling`,
)} budget details data questions`;
/** Those who must not be told it. */
export const OUTSIDERS = `${withPlurals(
  `kidnapper gang rival bidder speculator trader brother brother-in-law cousin friend magazine smuggler trafficker poacher rebel enemy embassy
   agent cartel tabloid bookmaker developer lobbyist dealer fugitive suspect hitman militia competitor supplier blackmailer fund burglar hunter plaintiff
   spy handler extremist hacker`,
)} mafia militiamen`;
/** Those who guard and search. */
export const POLICE = withPlurals(
  'police officer constable detective sergeant inspector guard warder soldier superintendent commander policeman sheriff deputy',
);
/** Those who keep the books and give the orders. */
export const MANAGERS = `${withPlurals(
  `company firm manager executive director staff lawyer aide adviser chief official owner secretary hospital ministry board bank trustee
   club council clerk editor chairman headteacher principal foreman supervisor bishop`,
)} staff`;
/** What could be shown in court. */
export const EXHIBITS = withPlurals(
  'boot shoe shirt jacket trouser dress knife gun pistol phone drive tape notebook laptop swab bullet casing cartridge swab diary camera recorder x-ray scan blood weapon baton',
);
/** Those in the care or the power of others. */
export const HURT = `${withPlurals(
  `prisoner detainee inmate patient resident child pupil boy girl migrant refugee villager farmer protester recruit teenager orphan servant
   stowaway deckhand sailor crewman pensioner cadet novice hostage captive student woman apprentice widow trainee cleaner maid pig sheep horse dog animal demonstrator`,
)} women men children autistic disabled deaf blind`;
