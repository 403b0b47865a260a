// How V8 is to run our programs; imported first, before any pattern is made. The figures are in docs/performance.md.
import { setFlagsFromString } from 'node:v8';

// V8 first interprets a pattern and compiles it when it is used again. We have thousands, nearly all of which are used again: to compile
// them at once halves what the first drafts cost.
setFlagsFromString('--no-regexp-tier-up');

// What is thrown away of a draft grows a heap to four times what is in use before it is collected; at twice it costs no time.
setFlagsFromString('--heap-growing-percent=100');
