export function leave(name: string, found: unknown): void;
