import type { Constants } from './constants.js';

/** Written by `npm run scale -- --measure`, on two cores. */
export const measuredConstants: Constants = {
  measuredOn: '',
  heads: {
    other: { calls: 0, writes: 0, milliseconds: 0, findings: 0 },
    quiet: { calls: 0, writes: 0, milliseconds: 0, findings: 0 },
    telling: { calls: 0, writes: 0, milliseconds: 0, findings: 0 },
  },
  webhooksPerHead: 0,
  webhookMilliseconds: 0,
  bytes: { delivery: 0, review: 0, finding: 0 },
};
