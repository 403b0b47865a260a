import { wordSet } from './closed-class.ts';

// Abbreviations as they are written before their full stop. Of the same words in lower case only a splitter of sentences takes account.
const TITLES = `Mr Mrs Ms Mx Dr Prof Rev Hon Sen Rep Gov Gen Col Lt Cmdr Capt Sgt Cpl Pte Pvt Maj Adm Supt Insp Det St Ste Mt Ft Messrs
  Pres Atty Sr Fr Br Gens Sens Reps Drs Profs`;
const REFERENCES = 'vs v No Nos Fig al approx ca cf viz eg ie pp Vol';
const MONTHS = 'Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec';
const DAYS = 'Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun';
const COMPANIES = 'Inc Corp Co Ltd LLC plc Jr etc Bros Est Dept Ave Blvd Rd';
const INITIALS = 'a.m p.m am pm U.S U.K U.N E.U D.C';
const STATES = `Calif Fla Va Ga Pa Mass Mich Ill Ala Ariz Ark Colo Conn Ind Kan Ky La Md Minn Miss Mo Mont Neb Nev Okla Ore Tenn Tex
  Vt Wash Wis Wyo`;

const SELDOM_LAST = wordSet(`${TITLES} ${REFERENCES} ${MONTHS} ${DAYS}`.toLowerCase());
const OFTEN_LAST = wordSet(`${COMPANIES} ${INITIALS}`.toLowerCase());
const STOPPED = wordSet(`${TITLES} vs No Nos Vol ${MONTHS} ${COMPANIES} ${STATES}`);

/** Whether a full stop after this word (in lower case) seldom ends a sentence: "Mr.", "Jan.". */
export const isSeldomLast = (word: string): boolean => SELDOM_LAST.has(word);

/** Whether a full stop after this word (in lower case) may end a sentence as well: "Inc.", "a.m.", "U.S.". What follows decides. */
export const isOftenLast = (word: string): boolean =>
  OFTEN_LAST.has(word) || /^(?:\p{L}\.)+\p{L}$/u.test(word);

/** Whether a full stop after this word, as it is written, belongs to the word: "Mr", "Inc", "Fla", an initial, "U.S". */
export const takesStop = (word: string): boolean =>
  STOPPED.has(word) || /^\p{Lu}$/u.test(word) || /^(?:\p{L}\.)+\p{L}$/u.test(word);
