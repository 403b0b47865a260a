/** Whether the name of a language, as HTML, ninjs and NITF write it (BCP 47), is that of English. */
export const isEnglishTag = (language: string): boolean => /^en\b/i.test(language);
