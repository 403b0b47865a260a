import {
  type Connection,
  type ProgressToken,
  WorkDoneProgress,
  WorkDoneProgressCancelNotification,
  WorkDoneProgressCreateRequest,
} from 'vscode-languageserver';
import type { Client } from './client.ts';
import { plainly } from './say.ts';

/** A long task as the client shows it. */
export interface Progress {
  /** @param percentage from 0 to 100. */
  report(percentage: number, message: string): void;
  done(): void;
}

/** Long tasks, and the ways to call them off. */
export interface ProgressBoard {
  /**
   * Shows a long task.
   * @param token the client's, if it sent one; else the client is asked to show a progress of the server's own.
   * @param cancel called when somebody calls it off.
   */
  begin(token: ProgressToken | undefined, title: string, cancel: () => void): Promise<Progress>;
}

/**
 * Makes the board of long tasks. The library's own reporter does not hear a client that calls off a progress it started
 * itself, as extensions do that show it in their own way.
 */
export function createProgressBoard(connection: Connection, client: Client): ProgressBoard {
  const running = new Map<ProgressToken, () => void>();
  connection.onNotification(WorkDoneProgressCancelNotification.type, ({ token }) => running.get(token)?.());

  const own = async (): Promise<ProgressToken | undefined> => {
    if (!client.progress) return undefined;
    const token = crypto.randomUUID();
    try {
      await connection.sendRequest(WorkDoneProgressCreateRequest.type, { token });
      return token;
    } catch {
      return undefined;
    }
  };

  return {
    async begin(given, title, cancel) {
      const token = given ?? (await own());
      if (token === undefined) return SILENT;
      running.set(token, cancel);
      const send = (value: object) =>
        void connection.sendProgress(WorkDoneProgress.type, token, value as never);
      send({ kind: 'begin', title: client.say(title), cancellable: true, percentage: 0 });
      let last = '';
      return {
        report(percentage, message) {
          const whole = Math.floor(percentage);
          // a folder of thousands would flood the client otherwise
          if (`${whole}` === last) return;
          last = `${whole}`;
          send({ kind: 'report', percentage: whole, message: plainly(message) });
        },
        done() {
          running.delete(token);
          send({ kind: 'end' });
        },
      };
    },
  };
}

const SILENT: Progress = { report() {}, done() {} };
