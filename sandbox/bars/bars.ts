import type { Bar } from './bar.js';
import { burst } from './burst.js';
import { chaosBar } from './chaos.js';
import { fairness } from './fairness.js';
import { faults } from './faults.js';
import { outage } from './outage.js';
import { rolling } from './rolling.js';
import { soak } from './soak.js';
import { unsigned } from './unsigned.js';

/** What operation has to hold, each as a command that says its figures and their bars. */
export const bars: Readonly<Record<string, Bar>> = {
  burst,
  chaos: chaosBar,
  fairness,
  faults,
  outage,
  rolling,
  soak,
  unsigned,
};
