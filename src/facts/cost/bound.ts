import { type FrontPrice, type InstancePrice, lambdaLimits, prices, queuePrice, workflowPrice } from './prices.data.js';

/** What limits the cost of one way in. */
export interface CostLimits {
  readonly front: FrontPrice;
  /** Requests a second, and what may come at once above it; undefined where only the account's default holds. */
  readonly throttle?: { readonly rate: number; readonly burst: number } | undefined;
  /** Instances at once; undefined where only the account's default holds. */
  readonly concurrency?: number | undefined;
  /** MB. */
  readonly memory: number;
  /** Seconds. */
  readonly timeout: number;
}

const secondsAnHour = 3_600;

/**
 * The most that callers can make an hour cost, in dollars: every request that the throttle lets through, each as large as the
 * front meters; as many invocations as so many instances take; and every instance busy as long as requests and time-out keep
 * it so. What answers send out is not the callers' to say and not in it.
 */
export function costAnHour({ front, throttle, concurrency, memory, timeout }: CostLimits): number {
  const instances = concurrency ?? lambdaLimits.concurrency;
  const most = lambdaLimits.requestsPerInstance * instances;
  const requests = Number.isFinite(front.defaultRate) ? requestsAnHour(front, throttle) : most * secondsAnHour;
  const invocations = Math.min(requests, most * secondsAnHour);
  const busySeconds = Math.min(instances * secondsAnHour, invocations * timeout);
  return (
    (front.perRequest === 0 ? 0 : requests * front.perRequest * front.mostUnits) +
    invocations * prices.perInvocation +
    busySeconds * (memory / 1_024) * prices.perGigabyteSecond
  );
}

/** Requests that a front lets through in an hour, by its own throttle and the account's. */
function requestsAnHour(front: FrontPrice, throttle: CostLimits['throttle']): number {
  const rate = Math.min(throttle?.rate ?? front.defaultRate, front.defaultRate);
  return rate * secondsAnHour + Math.min(throttle?.burst ?? front.defaultBurst, front.defaultBurst);
}

/** The most that requests of a route to a queue cost an hour: each is paid to the API and, in the largest message, to the queue. */
export function queueCostAnHour({ front, throttle }: Pick<CostLimits, 'front' | 'throttle'>): number {
  const each = front.perRequest * front.mostUnits + queuePrice.perRequest * queuePrice.mostUnits;
  return requestsAnHour(front, throttle) * each;
}

/**
 * The most that requests of a route to a workflow cost an hour. `transitions`: of one execution at most; undefined where nothing says
 * how many, so that only the account's default holds. What the workflow calls is paid for besides.
 */
export function workflowCostAnHour({ front, throttle, transitions }: WorkflowLimits): number {
  const { perTransition, transitionRate, transitionBurst, startRate, startBurst } = workflowPrice;
  const requests = requestsAnHour(front, throttle);
  const starts = Math.min(requests, startRate * secondsAnHour + startBurst);
  const most = transitionRate * secondsAnHour + transitionBurst;
  return requests * front.perRequest * front.mostUnits + Math.min(most, starts * (transitions ?? most)) * perTransition;
}

interface WorkflowLimits extends Pick<CostLimits, 'front' | 'throttle'> {
  readonly transitions: number | undefined;
}

/** What instances cost that work all hour. `memory` in MB. */
export function instancesCostAnHour(price: InstancePrice, instances: number, memory: number): number {
  const each = (memory / 1_024) * price.perGigabyteSecond + price.mostCpus * price.perCpuSecond;
  return instances * secondsAnHour * each;
}

/** `$60`, `$0.35`: two figures below ten dollars, whole dollars above, always rounded up. */
export function dollars(amount: number): string {
  if (amount >= 10) return `$${Math.ceil(amount).toLocaleString('en-US')}`;
  return `$${(Math.ceil(amount * 100) / 100).toFixed(2)}`;
}
