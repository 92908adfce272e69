import { z } from 'zod';
import type { Job } from '../jobs/job.js';

const sha = z.string().regex(/^[0-9a-f]{40,64}$/);
const name = z.string().regex(/^[\w.-]{1,100}$/);
/** GitHub's own limit for a ref is below this. */
const ref = z.string().min(1).max(255);

const source = {
  installation: z.int().positive(),
  owner: name,
  repo: name,
  url: z.string().max(500),
  delivery: z.string().max(100),
};

/** A signed webhook may still be of another GitHub than the one we know: what is kept has been looked at. */
export const jobShape: z.ZodType<Job> = z.discriminatedUnion('kind', [
  z.object({
    ...source,
    kind: z.literal('pull'),
    number: z.int().positive(),
    head: sha,
    base: sha,
    baseRef: ref,
    reason: z.enum(['pushed', 'asked', 'rebased']),
    fork: z.literal(true).optional(),
  }),
  z.object({ ...source, kind: z.literal('group'), head: sha, base: sha, baseRef: ref }),
  z.object({
    ...source,
    kind: z.literal('commit'),
    head: sha,
    externalId: z.string().max(255).optional(),
    branch: ref.optional(),
  }),
  z.object({ ...source, kind: z.literal('branch'), head: sha, branch: ref }),
  z.object({ ...source, kind: z.literal('survey') }),
]) as z.ZodType<Job>;
