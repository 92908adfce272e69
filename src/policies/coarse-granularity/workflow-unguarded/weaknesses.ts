import { isUnsaid, known, type Setting, when } from '../../../model/setting.js';
import type { Span } from '../../../model/span.js';
import type { WorkflowDefinition, WorkflowStep } from '../../../model/workflow.js';
import { type ProposedFix, proposeFix } from '../../definition.js';
import { loopIn } from './loops.js';

interface Weakness {
  readonly says: string;
  readonly at: Span;
  readonly discriminator: string;
  readonly fix?: ProposedFix | undefined;
}

const mostAttempts = 10;
/** With one step nothing is left half done. */
const severalSteps = 2;

/** What may go on without end, or ends half done. */
export function* weaknessesOf(definition: WorkflowDefinition, seconds: number | undefined): Iterable<Weakness> {
  const { steps, timeout, at } = definition;
  const hasNoEnd = timeout.kind === 'absent';
  const [waiting] = steps.filter((step) => step.waits && step.timeout.kind === 'absent');
  const fix = proposeFix(
    'parameter',
    seconds === undefined ? undefined : written(timeout, seconds),
    'After this edit it is stopped after that time.',
  );
  if (hasNoEnd && waiting !== undefined)
    yield { says: `waits at ${waiting.name} without a timeout`, at: waiting.at, discriminator: 'timeout', fix };
  const loop = hasNoEnd && waiting === undefined ? loopIn(steps) : undefined;
  if (loop !== undefined)
    yield {
      says: `can loop through ${loop.name} without a timeout or a counter`,
      at: loop.at,
      discriminator: 'loop',
      fix,
    };
  const acting = steps.filter(({ does }) => does === 'task');
  if (acting.length >= severalSteps && !steps.some(({ catches }) => catches))
    yield { says: `catches no errors of its ${acting.length} tasks`, at, discriminator: 'catch' };
  for (const step of steps) yield* boundless(step);
}

function written(timeout: Setting<number>, seconds: number) {
  return timeout.kind === 'absent' ? timeout.write(seconds) : undefined;
}

function isEndless(attempts: Setting<number>): boolean {
  return known(attempts) === Number.POSITIVE_INFINITY;
}

function* boundless({ name, attempts, atOnce }: WorkflowStep): Iterable<Weakness> {
  for (const setting of attempts) {
    const match = when(setting, (count) => count > mostAttempts);
    if (match)
      yield {
        says: isEndless(setting)
          ? `retries ${name} without a bound`
          : `retries ${name} more than ${mostAttempts} times`,
        at: match.at,
        discriminator: `retry ${name}`,
      };
  }
  const match = when(atOnce, (count) => count === 0, { absent: true });
  if (!match) return;
  const how = isUnsaid(atOnce) ? 'without a concurrency limit' : 'all at once';
  yield { says: `processes the items of ${name} ${how}`, at: match.at, discriminator: `map ${name}` };
}
