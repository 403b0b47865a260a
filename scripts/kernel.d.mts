export const BUILDS: readonly ('plain' | 'relaxed')[];
export function compileKernel(build: 'plain' | 'relaxed'): Promise<Uint8Array>;
export function sealed(bytes: Uint8Array): Buffer;
