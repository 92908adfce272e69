import type { Stack } from '../../../facts/stack.js';
import type { ServerlessFunction } from '../../../model/function.js';
import type { Platform } from '../../../model/platform.js';
import { inBranch, type Match, when } from '../../../model/setting.js';
import type { Span } from '../../../model/span.js';
import { definePolicy, proposeFix } from '../../definition.js';
import { isBoundElsewhere } from './bounds.js';
import { costWords, withCost } from './cost.js';

export default definePolicy({
  id: 'concurrency-unbounded',
  several: ['exposed functions', 'scale without a limit'],
  threat: 'budget-exhaustion',
  title: 'Public function scales without limit',
  severity: 'medium',
  fails: 'never',
  why: 'A flood of requests starts as many instances as the platform allows: it runs up the bill and can exhaust the quota that other functions share.',
  remedy: 'Limit the number of concurrent instances to what the expected load needs.',
  acceptable: 'Something in front of the stack, such as a rate-limiting CDN, already limits how many requests arrive.',
  references: {
    csa: ['SAS-8'],
    cwe: ['CWE-770'],
    peers: ['CKV_AWS_115', 'W92'],
    links: {
      aws: [
        'https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html',
        'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html',
      ],
      azure: ['https://learn.microsoft.com/azure/azure-functions/event-driven-scaling'],
      google: ['https://cloud.google.com/run/docs/configuring/max-instances'],
      knative: ['https://knative.dev/docs/serving/autoscaling/scale-bounds/'],
    },
  },

  // Left out: functions that only the stack's own events start, and platforms that allow few instances by themselves.
  *check(stack, { defaults }) {
    for (const fn of stack.functions) {
      const exposure = stack.exposure(fn);
      const match = when(fn.concurrency, (limit) => limit < 0, { absent: true });
      if ((exposure !== 'open' && exposure !== 'keyed') || match === undefined) continue;
      if (fn.platform.unlimited === 'few' || isBoundElsewhere(fn, stack)) continue;
      const limit = defaults.reservedConcurrency;
      const who = exposure === 'open' ? 'unauthenticated callers' : 'any caller with a key';
      yield {
        about: fn,
        at: match.at,
        message: `${fn.id} can be invoked by ${who} and has no limit on concurrent instances${inBranch(match)}${costWords(fn, stack)}.`,
        severity: severityOf(fn),
        confidence: match.confidence,
        fix:
          limit === undefined
            ? undefined
            : proposeFix('parameter', match.write(limit), withCost(notes.get(fn.platform.limit), { fn, stack, limit })),
        related: entryPointsOf(fn, stack),
        advice: `${deeds.get(fn.platform.limit) ?? 'Limit the number of instances to what the expected load needs'}, for example ${spellingOf(match)}.`,
      };
    }
  },
});

const notes: ReadonlyMap<Platform['limit'], string> = new Map([
  [
    'reservation',
    'After this edit the reserved concurrency is no longer available to other functions of the account; AWS requires 100 to stay unreserved.',
  ],
]);

const deeds: ReadonlyMap<Platform['limit'], string> = new Map([
  ['reservation', 'Reserve the concurrency that the expected load needs'],
  ['scale', 'Set the maximum scale to what the expected load needs'],
]);

const usualLimit = 50;

/** How the framework would write a limit, if one line says it. */
function spellingOf({ write }: Match<number>): string {
  const [edit, ...others] = write(usualLimit) ?? [];
  const line = edit?.text.replace(/^[\s,]+|[\s,]+$/g, '').replace(/[ \t]{2,}/g, ' ') ?? '';
  return others.length === 0 && /^[^\n`]{0,60}[A-Za-z][^\n`]{0,60}$/.test(line) ? `\`${line}\`` : `${usualLimit}`;
}

/** The lines that let unauthenticated callers in: what made the limit due may be one of them. */
function entryPointsOf(fn: ServerlessFunction, { urls, routes }: Stack): readonly Span[] {
  return [...urls, ...routes].filter((entryPoint) => entryPoint.function === fn.id).map(({ auth }) => auth.at);
}

/** Some platforms bound instances by default, at a hundred or more. */
function severityOf(fn: ServerlessFunction): 'medium' | 'low' {
  return fn.platform.unlimited === 'hundreds' ? 'low' : 'medium';
}
