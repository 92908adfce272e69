import type { Stack } from '../../../facts/stack.js';
import { inBranch, when } from '../../../model/setting.js';
import { type Problem, proposeFix } from '../../definition.js';

/** Gateways whose own answers say what went wrong behind them. */
export function* talkativeGateways({ apis }: Stack): Generator<Problem> {
  for (const api of apis) {
    const match = api.revealsErrors && when(api.revealsErrors, (on) => on);
    if (!match) continue;
    yield {
      about: api,
      at: match.at,
      discriminator: 'gateway',
      message: `${api.id} tells its callers what failed behind it${inBranch(match)}.`,
      confidence: match.confidence,
      fix: proposeFix(
        'exact',
        match.remove?.() ?? match.write(false),
        'After this edit callers see a plain error message.',
      ),
    };
  }
}
