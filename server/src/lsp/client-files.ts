import type { Connection } from 'vscode-languageserver';
import type { ClientRequest, ClientRequests, FileRead, FolderRead } from './protocol.ts';

/** Files that the client reads for the server, wherever they are kept. */
export interface ClientFiles {
  /** @param largest in bytes; a larger file is not read. */
  read(uri: string, largest: number): Promise<FileRead>;
  list(folder: string): Promise<FolderRead>;
}

/** Asks the client for files. */
export function filesOfClient(connection: Connection): ClientFiles {
  const ask = <R extends ClientRequest>(
    request: R,
    params: ClientRequests[R]['params'],
  ): Promise<ClientRequests[R]['result']> => connection.sendRequest(request, params);
  return {
    read: (uri, largest) => ask('bluePencil/readFile', { uri, largest }),
    list: (uri) => ask('bluePencil/readFolder', { uri }),
  };
}
