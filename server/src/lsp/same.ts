/**
 * Whether two plain values (what JSON can hold) are the same. A list of diagnostics is compared with the one before at every
 * keystroke; printing both would cost more than finding them.
 */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    for (let i = 0; i < a.length; i += 1) if (!isSame(a[i], b[i])) return false;
    return true;
  }
  for (const key in a) if (!isSame(a[key as keyof typeof a], b[key as keyof typeof b])) return false;
  for (const key in b) if (!(key in a)) return false;
  return true;
}
