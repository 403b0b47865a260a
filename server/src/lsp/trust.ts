import type { Client } from './client.ts';

/**
 * Whether the user trusts the open folders. In Restricted Mode nothing that lies in them may bring the server to write, and a house
 * file can tune the checks but not raise the size of what is read.
 */
export interface Trust {
  isRestricted(): boolean;
  /** The user has come to trust the folders. */
  grant(): void;
}

/** Why nothing is written in Restricted Mode. */
export const RESTRICTED =
  'This folder is open in Restricted Mode, in which Blue Pencil writes nothing. Trust the folder, and try again.';

/** Makes the keeper of trust: as the client said at first, until it is granted. */
export function createTrust({ options }: Client): Trust {
  let restricted = options.restricted === true;
  return {
    isRestricted: () => restricted,
    grant() {
      restricted = false;
    },
  };
}
