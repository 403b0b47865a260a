import {
  type Connection,
  ErrorCodes,
  Message,
  type MessageStrategy,
  ResponseError,
} from 'vscode-languageserver';

const TOO_EARLY = 'bluePencil/tooEarly';
const TOO_LATE = 'bluePencil/tooLate';

/**
 * Keeps the order of a conversation as the protocol has it (Server lifecycle): before `initialize` requests are answered with an
 * error (-32002) and notifications are dropped; after `shutdown` likewise (-32600), but for `exit`. To be given to the connection when
 * it is made; `answerOutOfOrder` gives the answers.
 */
export function createOrder(): MessageStrategy {
  let state: 'new' | 'running' | 'over' = 'new';
  return {
    handleMessage(message, next) {
      if (Message.isRequest(message)) {
        if (state === 'new' && message.method !== 'initialize')
          return next({ ...message, method: TOO_EARLY } as Message);
        if (state === 'over') return next({ ...message, method: TOO_LATE } as Message);
        state = message.method === 'shutdown' ? 'over' : 'running';
      } else if (Message.isNotification(message) && state !== 'running' && message.method !== 'exit') return;
      return next(message);
    },
  };
}

/** Answers what comes too early or too late. */
export function answerOutOfOrder(connection: Connection): void {
  connection.onRequest(
    TOO_EARLY,
    () => new ResponseError(ErrorCodes.ServerNotInitialized, 'The server has not been initialized yet.'),
  );
  connection.onRequest(
    TOO_LATE,
    () => new ResponseError(ErrorCodes.InvalidRequest, 'The server has been shut down.'),
  );
}
