import manifest from '../../package.json' with { type: 'json' };

/** The version of Blue Pencil. */
export const version: string = manifest.version;
