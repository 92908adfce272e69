import type { Stack } from '../../../facts/stack.js';
import { stepDown } from '../../../model/confidence.js';
import { inBranch, isUnsaid, known, type Match, when } from '../../../model/setting.js';
import type { Trigger, TriggerKind } from '../../../model/trigger.js';
import { definePolicy, type ProposedFix, proposeFix } from '../../definition.js';

export default definePolicy({
  id: 'stream-retry-unbounded',
  several: ['streams', 'are retried without a limit'],
  threat: 'budget-exhaustion',
  title: 'Bad record is retried until it expires',
  severity: 'medium',
  fails: 'never',
  why: 'One record that the function cannot process, sent by mistake or on purpose, is retried at your cost for days, and blocks the records behind it.',
  remedy: 'Limit the retries or the age of records, split failing batches, and send what fails to a queue or topic.',
  acceptable: 'Records must be processed strictly in order, and someone is alerted when the stream falls behind.',
  references: {
    csa: ['SAS-8'],
    cwe: ['CWE-770', 'CWE-755'],
    peers: ['ES1001'],
    links: {
      aws: [
        'https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-parameters.html',
        'https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-params.html',
        'https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html',
      ],
      azure: ['https://learn.microsoft.com/azure/azure-functions/functions-bindings-error-pages'],
    },
  },

  // Left out: mappings that are switched off, and functions and platforms that drop or keep what fails by themselves.
  *check(stack, { defaults }) {
    for (const trigger of stack.triggers.filter(readsStream)) {
      const match = endless(trigger, stack);
      if (match === undefined || !isUnsaid(trigger.onFailure)) continue;
      yield {
        about: trigger,
        at: match.at,
        message: `${trigger.function ?? trigger.id} retries a failing batch from ${sourceOf(trigger)} until its records expire${inBranch(match)}; the records behind it wait.`,
        severity: trigger.trigger === 'kafka' ? 'low' : 'medium',
        confidence: match.confidence,
        fix: limitRetries(trigger, match, defaults.streamRetryAttempts),
        advice: `Limit the retries to a few, for example ${defaults.streamRetryAttempts}, and name a queue or topic for what still fails.`,
        related: [trigger.at],
      };
    }
  },
});

const streams: ReadonlySet<TriggerKind> = new Set<TriggerKind>(['stream', 'kafka']);

function readsStream({ trigger, enabled }: Trigger): boolean {
  return streams.has(trigger) && known(enabled) !== false;
}

/** Where it says that retries never end: by a number, or by saying nothing where the platform retries without end. */
function endless({ maximumRetries, maximumAge, function: id }: Trigger, stack: Stack): Match<number> | undefined {
  const usual = stack.functions.find((fn) => fn.id === id)?.platform.endlessRetries ?? 'default';
  const retries = when(maximumRetries, (count) => count < 0, { absent: usual === 'default' });
  if (retries === undefined || usual !== 'default') return retries;
  const age = when(maximumAge, (seconds) => seconds < 0, { absent: true });
  if (age === undefined) return undefined;
  return age.branch === undefined ? retries : { ...retries, branch: age.branch, confidence: stepDown('high') };
}

function sourceOf({ source, sourceName }: Trigger): string {
  return source ?? sourceName ?? 'its stream';
}

/** Kafka takes these settings only from pollers of its own, so nothing is offered there. */
function limitRetries(
  { trigger, splitBatch }: Trigger,
  { write }: Match<number>,
  most: number,
): ProposedFix | undefined {
  const retries = write(most);
  if (trigger === 'kafka' || retries === undefined) return undefined;
  const split = when(splitBatch, (splits) => !splits, { absent: true })?.write(true) ?? [];
  return proposeFix(
    'exact',
    [...retries, ...split],
    `After this edit records that still fail after ${most} retries are dropped, unless a failure destination is set.`,
  );
}
