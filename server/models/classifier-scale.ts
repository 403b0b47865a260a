// Written by npm run train; see README.md.
export const UNIT = 0.05;
export const BIAS = 0.5007;
