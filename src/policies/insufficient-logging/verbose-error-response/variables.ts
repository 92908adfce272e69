import type { Stack } from '../../../facts/stack.js';
import type { ServerlessFunction } from '../../../model/function.js';
import { inBranch, when } from '../../../model/setting.js';
import { type Problem, proposeFix } from '../../definition.js';

interface Mode {
  readonly isOn: (text: string) => boolean;
  readonly off: string;
  readonly does: string;
  /** The framework has to be there: without it the variable does nothing. */
  readonly isLikely: boolean;
}

/**
 * Variables by which web frameworks show stack traces to callers: Express unless `NODE_ENV` is `production`
 * (https://expressjs.com/en/guide/error-handling.html), Flask in debug mode (https://flask.palletsprojects.com/en/stable/debugging/).
 */
const modes: ReadonlyMap<string, Mode> = new Map([
  [
    'NODE_ENV',
    {
      isOn: (text) => text === 'development',
      off: 'production',
      does: 'runs in development mode (`NODE_ENV`), in which web frameworks send stack traces to callers',
      isLikely: false,
    },
  ],
  [
    'FLASK_DEBUG',
    {
      isOn: (text) => text === '1' || text.toLowerCase() === 'true',
      off: '0',
      does: 'runs Flask in debug mode (`FLASK_DEBUG`), which sends stack traces to callers',
      isLikely: true,
    },
  ],
]);

/** Functions that answer requests in a mode for developers. Stacks that are for trying things may. */
export function* developerModes(stack: Stack): Generator<Problem> {
  if (stack.environment === 'other') return;
  for (const fn of stack.functions.filter((one) => answersRequests(one, stack))) {
    for (const { name, value } of fn.environment) {
      const mode = modes.get(name);
      const match = mode && when(value, mode.isOn);
      if (mode === undefined || match === undefined) continue;
      yield {
        about: fn,
        at: match.at,
        discriminator: name,
        message: `${fn.id} ${mode.does}${inBranch(match)}.`,
        severity: mode.isLikely || stack.environment === 'production' ? 'medium' : 'low',
        confidence: match.confidence === 'high' ? 'medium' : 'low',
        fix: proposeFix('exact', match.write(mode.off), 'After this edit callers see a plain error message.'),
        ...(match.origin && { origin: match.origin }),
      };
    }
  }
}

/** Something leads requests to it; where its code says what starts it, something may. */
function answersRequests({ id, platform }: ServerlessFunction, { routes, urls }: Stack): boolean {
  return platform.triggers === 'code' || [...routes, ...urls].some((one) => one.function === id);
}
