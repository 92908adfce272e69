import type { Forwarding } from '../../../model/forwarding.js';
import { text } from '../../values/codec.js';
import { declarationOf, type GoogleStack, ofAsset, property, setting } from '../google-stack.js';

/** What scheduled jobs and subscriptions call. */
export function googleForwardings(stack: GoogleStack): readonly Forwarding[] {
  const jobs = ofAsset(stack, 'cloudscheduler.googleapis.com/Job').filter((job) => property(job, 'httpTarget', 'uri'));
  return jobs.map((job) => ({
    ...declarationOf(job),
    kind: 'forwarding',
    what: 'job',
    address: setting(job, ['httpTarget', 'uri'], text),
  }));
}
