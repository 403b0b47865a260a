// What XML 1.0 allows no document to hold, not even escaped (https://www.w3.org/TR/xml/#charsets), and what steers a terminal.
const FORBIDDEN = /[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text as it may stand in HTML or XML, in an attribute too. */
export const escapeMarkup = (text: string): string =>
  text
    .replace(FORBIDDEN, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    // a line that begins with “::”, and “##[” anywhere, are commands to GitHub Actions where a report is printed
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;')
    .replaceAll('##[', '#&#35;[');
