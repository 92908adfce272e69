import type { Stack } from '../../../facts/stack.js';
import { inBranch, when } from '../../../model/setting.js';
import { type Problem, proposeFix } from '../../definition.js';

/** What the deployment or the cluster itself connects to without checking certificates. */
export function* ownConnections({ connections = [] }: Stack): Iterable<Problem> {
  for (const connection of connections) {
    const match = when(connection.verified, (on) => !on);
    if (match === undefined) continue;
    yield {
      about: connection,
      at: match.at,
      confidence: match.confidence,
      message: `${connection.id} does not verify the certificate of the server that it connects to${inBranch(match)}.`,
      severity: 'medium',
      fix: proposeFix(
        'breaking',
        match.write(true),
        'After this edit connections to servers with untrusted certificates fail.',
      ),
      ...(match.origin && { origin: match.origin }),
    };
  }
}
