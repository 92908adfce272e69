import type { Repository } from '../pull-request/client.js';
import { CannotRun } from './cannot-run.js';

/** Names a pull request. */
export interface PullName extends Repository {
  readonly number: number;
}

const short = /^([\w.-]{1,100})\/([\w.-]{1,100})#(\d{1,10})$/;
const address = /^https?:\/\/[^/\s]{1,253}\/([\w.-]{1,100})\/([\w.-]{1,100})\/pull\/(\d{1,10})(?:[/?#]\S{0,1000})?$/;

/** `OWNER/REPO#N`, or the address of its page. */
export function parsePullName(written: string): PullName {
  const [, owner, repo, number] = short.exec(written) ?? address.exec(written) ?? [];
  if (owner === undefined || repo === undefined)
    throw new CannotRun(`--pull must be OWNER/REPO#NUMBER, not ${JSON.stringify(written)}.`);
  return { owner, repo, number: Number(number) };
}
