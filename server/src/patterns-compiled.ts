// V8 first interprets a pattern and compiles it when it is used again. We have thousands, nearly all of which are used again: to compile
// them at once halves what the first drafts cost (docs/performance.md). Imported first, before any pattern is made.
import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--no-regexp-tier-up');
