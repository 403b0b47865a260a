/** What the user of the live suites has set: tests put one draft into several files, and are not about that. */
export const USUAL_SEVERITY = { 'duplicate/across-files': 'off' } as const;
