// Written by npm run train; see README.md.
export const UNIT = 0.03;
export const BIAS = -1.0917;
