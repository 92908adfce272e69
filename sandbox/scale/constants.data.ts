import type { Constants } from './constants.js';

/** Written by `npm run scale -- --measure`, on two cores. */
export const measuredConstants: Constants = {
  measuredOn: '2026-11-26',
  heads: {
    other: {
      calls: 5,
      writes: 2,
      milliseconds: 91,
      findings: 0,
    },
    quiet: {
      calls: 7,
      writes: 2,
      milliseconds: 124,
      findings: 2,
    },
    telling: {
      calls: 7,
      writes: 3,
      milliseconds: 287,
      findings: 7,
    },
  },
  webhooksPerHead: 4,
  webhookMilliseconds: 3,
  bytes: {
    delivery: 224,
    review: 311,
    finding: 259,
  },
};
