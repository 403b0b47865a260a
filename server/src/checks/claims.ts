import { CHECKS } from './index.ts';

const ASKING: ReadonlySet<string> = new Set(
  CHECKS.flatMap(({ codes }) =>
    Object.entries(codes).flatMap(([code, { asksForSource }]) => (asksForSource ? [code] : [])),
  ),
);

/** Whether a finding of this code asks for a source, so that it is settled by a reason and not by leaving it be. */
export const isClaim = ({ code }: { readonly code: string }): boolean => ASKING.has(code);
