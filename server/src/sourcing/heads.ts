import { wordSet } from '../language/closed-class.ts';

/** Nouns that stand for what somebody said or wrote. */
export const STATEMENT_NOUNS = wordSet(
  `statement statements remark remarks comment comments interview interviews speech speeches letter letters memo report reports
   testimony announcement announcements claim claims assertion assertions argument arguments allegation allegations
   accusation accusations assessment assessments estimate estimates prediction predictions warning warnings promise promises
   pledge pledges proposal proposals suggestion suggestions contention insistence belief beliefs view views opinion opinions
   analysis account accounts description criticism criticisms complaint complaints tweet tweets post posts
   declaration declarations conclusion conclusions ruling verdict findings finding question questions answer answers call calls
   demand demands request requests vow apology denial response advice recommendation recommendations
   hope hopes fear fears concern concerns doubts desire wish plan plans decision support opposition endorsement praise attack attacks`,
);

/** Documents, counts and inquiries that speak for those who made them ("the report found"). */
export const DOCUMENT_HEADS = wordSet(
  `report reports study studies survey surveys poll polls data figures figure statistics records record documents document
   research review inquiry enquiry investigation audit analysis analyses papers paper filing filings email emails memo memos
   transcript transcripts letter letters statement statements census results numbers estimates article story book account
   tally indictment complaint affidavit lawsuit ruling judgment judgement verdict opinion footage video photos photographs
   images logs minutes files findings evidence average averages projections projection tweet tweets post website site
   release ad ads headline column editorial message messages note text book chart graphic table testimony inspection inspectors`,
);

/** Words for a person's part in the story; with "the", "a", a possessive or a name they point to somebody. */
export const ROLE_HEADS = wordSet(
  `spokesman spokeswoman spokesperson spokesmen spokespeople minister president chancellor secretary senator congressman
   congresswoman governor mayor judge lawyer attorney prosecutor prosecutors police officer chief commander general director
   chairman chairwoman chair head leader leaders manager executive ambassador envoy king queen prince pope bishop doctor professor
   author candidate nominee founder owner boss coach captain mother father wife husband son daughter brother sister
   neighbour neighbor friend colleague witness victim teacher student driver farmer resident worker aide adviser advisor
   strategist consultant economist analyst historian scientist researcher inspector coroner detective investigator reporter
   journalist editor host anchor columnist blogger campaign company firm government ministry department agency office commission
   committee council court party union group organisation organization bank army military navy force forces administration
   authority authorities board body charity club association federation institute university hospital school team staff
   network newspaper magazine website outlet paper defence defense prosecution jury panel watchdog regulator embassy state
   parliament senate house congress cabinet kremlin delegation operator airline carrier supplier contractor developer
   operative deputy premier monarch lawmaker councillor councilor mp democrat republican senators ministers`,
);

/** Sources nobody can ask: no name, no number, no body. */
export const VAGUE_HEADS = wordSet(
  `sources source insiders insider observers observer critics critic analysts experts pundits commentators skeptics sceptics
   detractors people others many some most everyone rumours rumors opponents supporters proponents advocates media
   commentator watchers circles quarters`,
);

/** Plural classes of people: a desk lets them stand once, but they name nobody. */
export const GENERIC_HEADS = wordSet(
  `officials officers residents locals witnesses eyewitnesses activists campaigners economists scientists researchers
   investigators diplomats lawmakers politicians democrats republicans conservatives liberals voters aides allies friends
   relatives neighbours neighbors doctors lawyers historians scholars academics strategists advisers advisors executives
   workers students parents teachers farmers protesters demonstrators survivors victims families americans britons
   russians ukrainians members fans users customers traders investors businesses companies firms governments parties
   groups unions organisations organizations agencies reporters journalists men women villagers migrants refugees
   soldiers troops militants rebels supporters opponents studies reports polls surveys leaders`,
);
