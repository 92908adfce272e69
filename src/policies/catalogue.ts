import type { Policy } from './policy.js';

/** Every policy, one line each. */
export const catalogue: readonly Policy[] = [];
