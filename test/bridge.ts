// Copy for a desk with an archive: a release, a story that was printed, and today's, which is made from both.
export const SHUT =
  'The bridge to Oru will be shut from Monday until the end of April, after divers found cracks in two of its twelve piers, and a ferry will run every hour.';
export const THANKS =
  'The county council has decided to act at once, and thanks everybody for waiting so long for a decision that was not easy for anyone.';
export const ISLAND =
  'About 400 people live on Oru, most of them over 60, and they share one shop, one church and one car that passes its test.';
export const OWN =
  'Islanders have been told to stock up on flour and lamp oil, and to be kind to the ferryman.';

export const RELEASE = `County acts on the bridge to Oru\n\n${THANKS}\n\n${SHUT}\n`;
export const STORY = `No bridge until spring\n\n${OWN}\n\n${SHUT.replace('April', 'March')}\n\n${ISLAND.replace('400', '410')}\n\n${THANKS}\n`;
