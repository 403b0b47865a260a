/** Attribution's remarks on wording: there is nothing in them to check with anybody. */
const WORDING: readonly string[] = ['attribution/loaded-verb', 'attribution/editorialising'];

/** Whether a finding asks for a source, so that it is settled by a reason and not by leaving it be. */
export const isClaim = ({ check, code }: { readonly check: string; readonly code: string }): boolean =>
  check === 'attribution' && isClaimCode(code);

/** The same by the code alone, as a ledger has it. */
export const isClaimCode = (code: string): boolean =>
  code.startsWith('attribution/') && !WORDING.includes(code);
