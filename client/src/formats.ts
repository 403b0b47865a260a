// The client takes nothing from the server but types: test/unit/manifest.test.ts holds these lists to the tables of formats.

/** File name endings, without the dot, of the documents and pages that are opened as a draft. */
export const OPENED_AS_DRAFT = ['docx', 'docm', 'odt', 'html', 'htm', 'xhtml', 'json', 'xml', 'nitf'];

/** The editor's language ids that are checked only where their user has asked for it. */
export const ON_REQUEST: readonly string[] = ['html'];
