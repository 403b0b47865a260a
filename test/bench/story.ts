import { type Chance, chanceFrom } from '../corpus/chance.ts';

const list = (words: string): readonly string[] => words.trim().split(/\s+/u);

const STOCK = {
  role: list(`minister mayor spokesman judge surgeon captain teacher farmer inspector pilot baker engineer councillor
    economist prosecutor lawyer coach gardener conductor librarian midwife architect chemist curator driver editor
    fisherman geologist historian lecturer mechanic nurse painter plumber producer ranger sculptor surveyor tailor warden`),
  given:
    list(`Mara Tom Ines Oskar Petra Yusuf Lena Dario Agnes Milo Nadia Felix Rosa Ivan Clara Hugo Greta Omar Ada Paul
    Vera Leon Irma Noel Edith Karl Tessa Bruno Olive Rupert`),
  family:
    list(`Quill Harrow Vance Okafor Lindgren Moreau Petrenko Sato Albright Dunmore Castellan Fairley Grimsby Holt
    Ibarra Jansen Kowal Lockhart Marsh Novak Orlov Pryce Quayle Rourke Sandoval Thorne Underhill Varga Whitlow Yates`),
  place:
    list(`Ellmouth Carrowby Dunhaven Stavely Northwick Bramford Kilmorra Saltmere Pendrick Ashcombe Thornby Wexley
    Harlow Redmoor Coldwater Larkfield Oakhampton Rivenhall Tidewell Marlowe`),
  thing:
    list(`harbour bridge budget school reservoir tunnel market hospital railway museum factory orchard library theatre
    quarry ferry warehouse airport stadium court prison dam archive bakery cinema clinic college depot embassy estate
    forest gallery garden greenhouse hostel laboratory lighthouse mill monument nursery observatory parade pier pipeline
    plant port powerhouse precinct quay refinery road sanctuary shelter shipyard square station studio surgery terminal
    tower town tram vineyard viaduct village ward waterworks workshop yard`),
  kind: list(`new old northern southern public private damaged temporary coastal disused crowded costly narrow ancient
    modern empty flooded planned popular rural urban vacant wooden remote quiet busy rebuilt closed hidden ruined`),
  matter:
    list(`rota levy contract wage pension permit licence tariff merger survey audit inquiry appeal election strike flood
    storm drought outbreak recall ruling curfew census charter deadline dispute drill fee fine fund grant harvest
    inspection lease loan petition pledge quota rebate referendum repair report rescue reform review sale scheme search
    subsidy summit talks tax tender treaty trial vote warning`),
  act: list(`approved opposed delayed praised rejected reviewed closed opened defended questioned postponed welcomed
    scrapped launched backed blocked expanded halted inspected repaired replaced restored sold studied suspended
    toured visited abandoned extended funded`),
  say: list('said said said said told reporters added warned explained announced'),
  time: list(
    'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January March April June August October',
  ),
  how: list(`quietly again largely openly briefly formally partly sharply slowly swiftly together twice widely firmly
    narrowly reluctantly suddenly eventually`),
  link: list('after before while because although since until'),
  people:
    list(`residents voters workers pupils patients drivers tenants shoppers farmers visitors traders sailors
    volunteers commuters campaigners officers parents doctors students soldiers neighbours owners investors critics`),
} as const;

type Slot = keyof typeof STOCK;

const SENTENCES = [
  '{given} {family}, a {role} from {place}, {act} the {kind} {thing} on {time}, {link} {people} {act} a {matter} over the {thing}.',
  'The {role} {say} the {matter} would cost {n} million pounds, and that {people} in {place} had {how} {act} it.',
  '“We {act} the {thing} {how},” {family} {say}, “and {people} in {place} {act} the {matter} {link} the {thing} was {kind}.”',
  '{people} near the {kind} {thing} in {place} {how} {act} the {matter}, which a {role} had {act} in {time}.',
  'In {place}, {n} {people} {act} a {matter} {link} the {thing} and the {kind} {thing} were {act}.',
  'A {matter} of the {thing} {act} by {given} {family} found that {n} per cent of {people} had {act} the {kind} {thing}.',
  'But {people} {say} the {role} had {how} {act} their {matter}, {link} the {kind} {thing} in {place} was {act}.',
  '{family}, who {act} the {thing} in {time}, {say} no {matter} had {act} {people} so {how}.',
  'The {kind} {thing} and its {matter} were {act} {how} {link} {given} {family} {act} the {role} of {place}.',
  '"The {matter} was {act} {how}," a {role} {say}. "{people} in {place} will see the {thing} {act} by {time}."',
  'By {time} the {thing} had {act} {n} {people}, {say} {given} {family}, whose {matter} {place} {act} last year.',
  'Neither the {role} nor {people} at the {kind} {thing} {act} the {matter} {link} {time}.',
];

/** A draft as news is written, made of our own words by chance, of about this many words; the same seed gives the same. */
export function newsLike(words: number, seed: number): readonly string[] {
  const chance = chanceFrom(seed);
  const paragraphs = [
    `${capital(chance.pick(STOCK.people))} in ${chance.pick(STOCK.place)} await ${chance.pick(STOCK.matter)}`,
  ];
  for (let count = 0; count < words; ) {
    const sentences = Array.from({ length: chance.between(1, 3) }, () =>
      fill(chance.pick(SENTENCES), chance),
    );
    const paragraph = sentences.join(' ');
    paragraphs.push(paragraph);
    count += paragraph.split(' ').length;
  }
  return paragraphs;
}

/** The same with three of its paragraphs pasted in again further down, so that there is something to find. */
export function newsWithCopy(words: number, seed: number): string {
  const paragraphs = newsLike(words, seed);
  const third = Math.floor(paragraphs.length / 3);
  return [
    ...paragraphs.slice(0, 2 * third),
    ...paragraphs.slice(third, third + 3),
    ...paragraphs.slice(2 * third),
  ].join('\n\n');
}

/** Short paragraphs, each of one sentence, as many as are asked for. */
export function shortParagraphs(count: number, seed: number): string {
  const chance = chanceFrom(seed);
  return Array.from({ length: count }, () => fill(chance.pick(SENTENCES), chance)).join('\n');
}

const fill = (sentence: string, chance: Chance): string =>
  capital(
    withArticles(
      sentence.replace(/\{(\w+)\}/gu, (_, slot: string) =>
        slot === 'n' ? String(chance.between(3, 9_999)) : chance.pick(STOCK[slot as Slot]),
      ),
    ),
  );

const withArticles = (text: string): string => text.replace(/\b([Aa]) (?=[aeio])/gu, '$1n ');

const capital = (text: string): string =>
  text.replace(
    /(^[“"]?|[.]\s["“]?)(\p{Ll})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
