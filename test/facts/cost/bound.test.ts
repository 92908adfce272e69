import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type CostLimits,
  costAnHour,
  dollars,
  instancesCostAnHour,
  queueCostAnHour,
  workflowCostAnHour,
} from '../../../src/facts/cost/bound.js';
import { azurePrices, fronts, googlePrice, type InstancePrice } from '../../../src/facts/cost/prices.data.js';

// Worked by hand from the prices and quotas of prices.data.ts, which names their sources: requests of the front, invocations,
// and GB-seconds of one hour.
test.each<[string, CostLimits, number]>([
  // 10000*3600*0.2e-6 + 1000*3600*1*0.0000166667
  ['a URL, 1 GB, no limit of its own, slow', { front: fronts.url, memory: 1024, timeout: 30 }, 67.2001],
  // 1000*3600*0.2e-6 + 100*3600*1*0.0000166667
  ['the same with 100 reserved', { front: fronts.url, memory: 1024, timeout: 30, concurrency: 100 }, 6.72],
  // 100*3600*0.2e-6 + 10*3600*1*0.0000166667
  ['the same with 10 reserved', { front: fronts.url, memory: 1024, timeout: 30, concurrency: 10 }, 0.672],
  // 0*1
  ['nothing runs', { front: fronts.url, memory: 1024, timeout: 30, concurrency: 0 }, 0.0],
  // 10000*3600*0.2e-6 + 1000*3600*0.125*0.0000166667
  ["a URL with Lambda's defaults", { front: fronts.url, memory: 128, timeout: 3 }, 14.7],
  // 10000*3600*0.2e-6 + 1000*3600*10*0.0000166667
  ['the largest function there is', { front: fronts.url, memory: 10240, timeout: 900 }, 607.2012],
  // 10000*3600*0.2e-6 + 1000*3600*0.5*0.0000166667
  ['half a gigabyte', { front: fronts.url, memory: 512, timeout: 10 }, 37.2001],
  // 10*3600*0.2e-6 + 1*3600*0.125*0.0000166667
  ['one instance', { front: fronts.url, memory: 128, timeout: 900, concurrency: 1 }, 0.0147],
  // 36005000*3.5e-6 + 10000*3600*0.2e-6 + 1000*3600*1*0.0000166667
  [
    "a REST API with the account's 10,000 a second and its burst of 5,000",
    { front: fronts.rest, memory: 1024, timeout: 30 },
    193.2176,
  ],
  // 100*3600*3.5e-6 + 100*3600*0.2e-6 + 300*3600*1*0.0000166667
  [
    'a REST API with 100 a second',
    { front: fronts.rest, memory: 1024, timeout: 3, throttle: { rate: 100, burst: 0 } },
    19.332,
  ],
  // 360200*3.5e-6 + 360200*0.2e-6 + 360200*3*1*0.0000166667
  [
    'a REST API with 100 a second and a burst of 200',
    { front: fronts.rest, memory: 1024, timeout: 3, throttle: { rate: 100, burst: 200 } },
    19.3428,
  ],
  // 3600*3.5e-6 + 3600*0.2e-6 + 3600*3*0.125*0.0000166667
  [
    'a REST API with 1 a second',
    { front: fronts.rest, memory: 128, timeout: 3, throttle: { rate: 1, burst: 0 } },
    0.0358,
  ],
  // 100*3600*3.5e-6 + 100*3600*0.2e-6 + 1000*3600*1*0.0000166667
  [
    'a slow function behind 100 a second',
    { front: fronts.rest, memory: 1024, timeout: 29, throttle: { rate: 100, burst: 0 } },
    61.3321,
  ],
  // 36005000*3.5e-6 + 500*3600*0.2e-6 + 50*3600*1*0.0000166667
  [
    'a REST API with 50 reserved: requests are charged that no instance takes',
    { front: fronts.rest, memory: 1024, timeout: 30, concurrency: 50 },
    129.3775,
  ],
  // 10000*3600*3.5e-6 + 10000*3600*0.2e-6 + 1000*3600*0.125*0.0000166667
  [
    "a REST API with a limit above the account's",
    { front: fronts.rest, memory: 128, timeout: 3, throttle: { rate: 50000, burst: 0 } },
    140.7,
  ],
  // 36005000*20*1e-6 + 10000*3600*0.2e-6 + 1000*3600*1*0.0000166667
  ['an HTTP API: ten megabytes are twenty requests', { front: fronts.http, memory: 1024, timeout: 30 }, 787.3001],
  // 100*3600*20*1e-6 + 100*3600*0.2e-6 + 600*3600*0.5*0.0000166667
  [
    'an HTTP API with 100 a second',
    { front: fronts.http, memory: 512, timeout: 6, throttle: { rate: 100, burst: 0 } },
    25.272,
  ],
  // 10*3600*20*1e-6 + 10*3600*0.2e-6 + 5*3600*0.25*0.0000166667
  [
    'an HTTP API with 10 a second and 5 reserved',
    { front: fronts.http, memory: 256, timeout: 10, concurrency: 5, throttle: { rate: 10, burst: 0 } },
    0.8022,
  ],
  // 36005000*4*1e-6 + 10000*3600*0.2e-6 + 1000*3600*0.125*0.0000166667
  ['a WebSocket API: 128 KB are four messages', { front: fronts.websocket, memory: 128, timeout: 3 }, 158.72],
  // 20*3600*4*1e-6 + 20*3600*0.2e-6 + 100*3600*0.25*0.0000166667
  [
    'a WebSocket API with 20 a second',
    { front: fronts.websocket, memory: 256, timeout: 5, throttle: { rate: 20, burst: 0 } },
    1.8024,
  ],
])('%s', (_, limits, expected) => expect(costAnHour(limits)).toBeCloseTo(expected, 3));

test.each<[string, Parameters<typeof queueCostAnHour>[0], number]>([
  // 36005000*3.5e-6 + 36005000*16*0.5e-6
  ["a REST API to a queue, with the account's limits", { front: fronts.rest }, 414.0575],
  // 36000*3.5e-6 + 36000*16*0.5e-6
  ['with 10 a second', { front: fronts.rest, throttle: { rate: 10, burst: 0 } }, 0.414],
  // 360100*20*1e-6 + 360100*16*0.5e-6
  [
    'an HTTP API with 100 a second and a burst of 100',
    { front: fronts.http, throttle: { rate: 100, burst: 100 } },
    10.0828,
  ],
])('%s', (_, limits, expected) => expect(queueCostAnHour(limits)).toBeCloseTo(expected, 3));

const planned = (name: string) => azurePrices.get(name) ?? googlePrice;

test.each<[string, Parameters<typeof workflowCostAnHour>[0], number]>([
  // 36005000*3.5e-6 + min(18005000, 1081300*4)*0.000025
  [
    "a REST API to a workflow of four states, with the account's limits",
    { front: fronts.rest, transitions: 4 },
    234.1475,
  ],
  // 36000*3.5e-6 + 36000*4*0.000025
  ['with 10 a second', { front: fronts.rest, throttle: { rate: 10, burst: 0 }, transitions: 4 }, 3.726],
  // 36005000*20*1e-6 + 18005000*0.000025
  ['a workflow that goes round, behind an HTTP API', { front: fronts.http, transitions: undefined }, 1170.225],
])('%s', (_, limits, expected) => expect(workflowCostAnHour(limits)).toBeCloseTo(expected, 3));

test.each<[string, [InstancePrice, number, number], number]>([
  // 200*3600*1.5*0.000016
  ['Consumption, 200 instances of 1.5 GB', [planned('y1'), 200, 1_536], 17.28],
  // 20*(3.5*0.0123 + 1*0.173)
  ['Elastic Premium EP1, 20 instances', [planned('ep1'), 20, 3_584], 4.321],
  // 20*(14*0.0123 + 4*0.173)
  ['Elastic Premium EP3, 20 instances', [planned('ep3'), 20, 14_336], 17.284],
  // 100*3600*(0.5*0.0000025 + 8*0.000024)
  ['Cloud Run, 100 instances of 512 MB', [googlePrice, 100, 512], 69.57],
  // 1*3600*(32*0.0000025 + 8*0.000024)
  ['the largest instance of Cloud Run', [googlePrice, 1, 32_768], 0.9792],
  // 40*3600*2*0.000026
  ['Flex Consumption, 40 instances of 2 GB', [planned('fc1'), 40, 2_048], 7.488],
  // 0
  ['no instance', [planned('fc1'), 0, 2_048], 0],
])('%s', (_, limits, expected) => expect(instancesCostAnHour(...limits)).toBeCloseTo(expected, 3));

describe('a bound only grows with every limit', () => {
  const throttle = fc.record({ rate: fc.integer({ min: 0, max: 20_000 }), burst: fc.integer({ min: 0, max: 10_000 }) });
  const by = fc.integer({ min: 0, max: 1_000 });
  test('of a route to a queue', () => {
    fc.assert(
      fc.property(fc.constantFrom(fronts.rest, fronts.http), throttle, throttle, (front, one, more) => {
        const raised = { rate: one.rate + more.rate, burst: one.burst + more.burst };
        return queueCostAnHour({ front, throttle: raised }) >= queueCostAnHour({ front, throttle: one });
      }),
    );
  });
  test('of a route to a workflow', () => {
    const transitions = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(throttle, throttle, transitions, transitions, (one, more, some, others) => {
        const raised = { rate: one.rate + more.rate, burst: one.burst + more.burst };
        const most = workflowCostAnHour({ front: fronts.rest, throttle: raised, transitions: some + others });
        const least = workflowCostAnHour({ front: fronts.rest, throttle: one, transitions: some });
        return (
          most >= least - 1e-9 && workflowCostAnHour({ front: fronts.rest, transitions: undefined }) >= most - 1e-9
        );
      }),
    );
  });
  test('of instances', () => {
    const size = fc.record({ instances: by, memory: fc.integer({ min: 0, max: 32_768 }) });
    fc.assert(
      fc.property(fc.constantFrom(googlePrice, ...azurePrices.values()), size, size, (price, one, more) => {
        const raised = instancesCostAnHour(price, one.instances + more.instances, one.memory + more.memory);
        return raised >= instancesCostAnHour(price, one.instances, one.memory) - 1e-9;
      }),
    );
  });
  const limits = fc.record({
    front: fc.constantFrom(fronts.rest, fronts.http, fronts.websocket, fronts.url),
    throttle,
    concurrency: fc.integer({ min: 0, max: 5_000 }),
    memory: fc.integer({ min: 128, max: 10_240 }),
    timeout: fc.integer({ min: 1, max: 900 }),
  });
  test.each<[string, (limits: CostLimits, by: number) => CostLimits]>([
    ['concurrency', (one, by) => ({ ...one, concurrency: (one.concurrency ?? 0) + by })],
    ['memory', (one, by) => ({ ...one, memory: one.memory + by })],
    ['time-out', (one, by) => ({ ...one, timeout: one.timeout + by })],
    [
      'rate',
      (one, by) => ({ ...one, throttle: { rate: (one.throttle?.rate ?? 0) + by, burst: one.throttle?.burst ?? 0 } }),
    ],
    [
      'burst',
      (one, by) => ({ ...one, throttle: { rate: one.throttle?.rate ?? 0, burst: (one.throttle?.burst ?? 0) + by } }),
    ],
  ])('%s', (_, raised) => {
    fc.assert(fc.property(limits, by, (one, more) => costAnHour(raised(one, more)) >= costAnHour(one) - 1e-9));
  });
});

test.each([
  [59.001, '$60'],
  [60, '$60'],
  [1234.5, '$1,235'],
  [6, '$6.00'],
  [0.341, '$0.35'],
  [0, '$0.00'],
])('%d dollars are written %s', (amount, text) => expect(dollars(amount)).toBe(text));
