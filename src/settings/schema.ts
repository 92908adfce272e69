import { z } from 'zod';
import { isDay } from '../findings/day.js';
import { peersHonoured } from '../findings/peer-suppressions.js';
import { severities } from '../findings/severity.js';
import { isFrugal } from '../model/glob.js';
import { initial } from './initial.js';
import type { Settings } from './settings.js';

const date = z.string().refine(isDay, 'is no day of the calendar; write YYYY-MM-DD').meta({ format: 'date' });
/** A name or a glob pattern. */
const pattern = z
  .string()
  .min(1)
  .max(500)
  .refine(isFrugal, 'has too many wildcards; write a shorter pattern, or several');
const severity = z.enum(severities);

const policySetting = z
  .union([
    z.literal('off'),
    z.literal(false).transform(() => 'off' as const),
    severity.transform((level) => ({ severity: level })),
    z.strictObject({ severity: severity.optional().describe('The severity of this policy, in place of its own.') }),
  ])
  .describe('`off`, or how severe this policy is.');

const suppression = z.strictObject({
  policy: z.string().describe('The policy that is silenced.'),
  resource: pattern
    .optional()
    .describe(
      'Only for what is called so: a function, a request (`GET /orders`), an API, an id; `*` is any characters.',
    ),
  path: pattern.optional().describe('Only for these files; `**` crosses folders.'),
  reason: z.string().trim().min(1).describe('Why that is right. Mandatory.'),
  until: date.optional().describe('The last day on which it counts.'),
});

const positive = z.number().int().positive();

/** The settings file: the schema is its documentation, its defaults and its published JSON Schema. */
export const settingsSchema = z.strictObject({
  profile: z
    .enum(['advisory', 'standard', 'strict'])
    .default(initial.profile)
    .describe('What fails the check: nothing; new critical and high problems; medium ones too.'),
  policies: z.record(z.string(), policySetting).default({}).describe('Policies by id.'),
  defaults: z
    .strictObject({
      logRetentionDays: positive.default(initial.logRetentionDays).describe('Days that fixes write as log retention.'),
      minLogRetentionDays: positive
        .default(initial.minLogRetentionDays)
        .describe('Fewer days than this are a problem in production.'),
      reservedConcurrency: positive.optional().describe('The bound that fixes write for parallel executions.'),
      throttle: z
        .strictObject({ rate: z.number().positive(), burst: positive })
        .optional()
        .describe('Requests a second and burst that fixes write for APIs.'),
      maxReceiveCount: positive
        .default(initial.maxReceiveCount)
        .describe('Receives before a message goes to the dead-letter queue.'),
      streamRetryAttempts: positive
        .default(initial.streamRetryAttempts)
        .describe('Retries before a batch of stream records is given up.'),
      workflowTimeout: positive.optional().describe('Seconds that fixes write as the timeout of a workflow.'),
      maxRoutesPerFunction: positive
        .default(initial.maxRoutesPerFunction)
        .describe('From this many routes on, one function serves too much.'),
      maxDependencies: positive
        .default(initial.maxDependencies)
        .describe('More direct dependencies than this are too many for one function.'),
      maxFunctionsPerChange: positive
        .default(initial.maxFunctionsPerChange)
        .describe('From this many functions on, one change deploys many at once.'),
      minReleaseAgeDays: positive
        .default(initial.minReleaseAgeDays)
        .describe('Days that a version has to be out before a change may take it in unremarked.'),
    })
    .prefault({})
    .describe('Numbers that fixes may use.'),
  trust: z
    .strictObject({
      layerPublishers: z.array(z.string()).default([]).describe('AWS accounts whose layers are trusted.'),
      ownPackages: z.array(z.string()).default([]).describe('Scopes and name prefixes of your own packages.'),
    })
    .prefault({})
    .describe('Publishers beyond the known ones.'),
  monitoring: z
    .strictObject({ external: z.string().optional().describe('A monitor outside of the repository, by name.') })
    .prefault({})
    .describe('Monitoring that the repository does not show.'),
  completeness: z
    .enum(['stack', 'repository', 'account'])
    .default(initial.completeness)
    .describe('How much of the infrastructure is in this repository.'),
  suppressions: z.array(suppression).default([]).describe('Findings that are right as they are.'),
  honourSuppressionsOf: z
    .array(z.enum(peersHonoured))
    .default([])
    .describe('Other tools whose inline suppressions count here too, by the policies that know the same problem.'),
  review: z
    .strictObject({
      comments: z
        .number()
        .int()
        .min(0)
        .max(25)
        .default(initial.comments)
        .describe('Review comments a push may cause, worst first.'),
      drafts: z.boolean().default(initial.drafts).describe('Review draft pull requests too.'),
    })
    .prefault({})
    .describe('How reviews are posted.'),
  codeScanning: z
    .boolean()
    .default(initial.codeScanning)
    .describe(
      'Show the findings of pull requests and of the default branch in code scanning too, where the repository has it.',
    ),
  exclude: z.array(pattern).default([]).describe('Files that are not judged; `**` crosses folders.'),
  acceptNewSuppressions: z
    .array(severity)
    .default([...initial.acceptNewSuppressions])
    .describe(
      'Severities that a suppression added by the same change may silence. Such suppressions are listed in any case.',
    ),
}) satisfies z.ZodType<Settings>;
