// What the bench measures in process; bundled as the product is, so that both are the same code.
export { CHECKS } from '../../server/src/checks/index.ts';
export { createReader, readDraft } from '../../server/src/draft/read.ts';
export { planChecks } from '../../server/src/engine/plan.ts';
export { checkDraft, createSession } from '../../server/src/engine/session.ts';
export { judgeSentence } from '../../server/src/phrasing/index.ts';
