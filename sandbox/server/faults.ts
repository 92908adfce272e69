import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Limits } from '../limits.data.js';
import type { Call, Fault } from './call.js';
import { secondaryMessage } from './rates.js';
import { type Refusal, refusal } from './refusal.js';

const usualPause = 3000;
const usualHang = 60_000;

/** The fault that this call runs into, if any; it is used up by it. */
export function takeFault(faults: readonly Fault[], call: Call): Fault | undefined {
  const fault = faults.find(
    ({ route, owner, times }) =>
      times > 0 && (route === undefined || route === call.route) && (owner === undefined || owner === call.owner),
  );
  if (fault === undefined) return undefined;
  if (fault.skip > 0) {
    fault.skip -= 1;
    return undefined;
  }
  fault.times -= 1;
  return fault;
}

function limited(fault: Fault, limits: Limits): Error {
  const seconds = fault.retryAfterSeconds ?? 1;
  if (fault.kind === 'secondary-limit') {
    return refusal(403, secondaryMessage, { headers: { 'retry-after': String(seconds) } });
  }
  const headers: Refusal['headers'] = {
    'x-ratelimit-limit': String(limits.requestsPerHour),
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + seconds),
  };
  return refusal(403, 'API rate limit exceeded for installation.', { headers });
}

/** Makes the trouble. True when the call is over; `truncate` is left to whoever sends the answer. */
export async function makeTrouble(fault: Fault, limits: Limits, response: ServerResponse): Promise<boolean> {
  switch (fault.kind) {
    case 'slow':
      await sleep(fault.milliseconds ?? usualPause);
      return false;
    case 'truncate':
      return false;
    case 'reset':
      response.socket?.resetAndDestroy();
      return true;
    case 'hang':
      setTimeout(() => response.destroy(), fault.milliseconds ?? usualHang).unref();
      return true;
    case 'status':
      throw refusal(fault.status ?? 500, 'Server Error');
    case 'primary-limit':
    case 'secondary-limit':
      throw limited(fault, limits);
  }
}
