import type { StackCode } from '../../../code/stack-code.js';
import type { Problem } from '../../definition.js';

const again: readonly string[] = ['continueAsNew', 'continue_as_new'];
/** What lets time pass, or lets somebody else decide. */
const waits: readonly string[] = ['createTimer', 'create_timer', 'waitForExternalEvent', 'wait_for_external_event'];

/** Orchestrators that start themselves anew without a pause; told once for each file, whichever functions it has. */
export function* endlessOrchestrators({ functions }: StackCode): Iterable<Problem> {
  const told = new Set<string>();
  for (const { function: fn, paths, mentions } of functions) {
    const [path = ''] = paths;
    const { names } = mentions();
    if (told.has(path) || !again.some((name) => names.has(name)) || waits.some((name) => names.has(name))) continue;
    told.add(path);
    yield {
      about: fn,
      at: fn.at,
      confidence: 'medium',
      message: `The orchestrator in ${path} restarts itself without waiting in between.`,
      advice: 'Wait for a timer before the orchestrator restarts itself, or let a schedule start it.',
      discriminator: 'restart',
    };
  }
}
