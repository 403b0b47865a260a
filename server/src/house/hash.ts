/**
 * A number that stands for a text, in sixteen hexadecimal digits. FNV-1a twice, from two starts: enough to tell a desk's texts
 * apart, and it runs in a browser. Files that are kept hold such numbers, so it must stay as it is.
 */
export function hash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x01000193) ^ (b >>> 13);
  }
  return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0');
}
