import { openReceive, type Receive } from './serving/lambda/receive.js';
import { openWork, type Work } from './serving/lambda/work.js';

/** Handlers of AWS Lambda: `deploy/lambda/template.yaml` names them. What they need is opened at the first call. */
export const receive: Receive = opened(() => openReceive(process.env));
export const work: Work = opened(() => openWork(process.env));

/** A start that failed is tried again at the next call. */
function opened<A extends readonly unknown[], R>(
  open: () => Promise<(...args: A) => Promise<R>>,
): (...args: A) => Promise<R> {
  let handler: Promise<(...args: A) => Promise<R>> | undefined;
  return async (...args) => {
    handler ??= open();
    try {
      return await (await handler)(...args);
    } catch (error) {
      handler = undefined;
      throw error;
    }
  };
}
