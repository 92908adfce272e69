import type { Stack } from '../../../facts/stack.js';
import { unverifiedOption } from '../../../model/database-address.js';
import type { EnvironmentVariable, ServerlessFunction } from '../../../model/function.js';
import { inBranch, when } from '../../../model/setting.js';
import { type Problem, proposeFix } from '../../definition.js';

/** Variables of runtimes that turn verification off for all connections: https://nodejs.org/api/cli.html, https://peps.python.org/pep-0493/. */
const switches: ReadonlySet<string> = new Set(['NODE_TLS_REJECT_UNAUTHORIZED', 'PYTHONHTTPSVERIFY']);

/** Variables with which a function checks no certificates. Addresses that hold a password are the business of another policy. */
export function* unverifiedConnections({ functions }: Stack): Iterable<Problem> {
  for (const fn of functions) for (const variable of fn.environment) yield* problemsOf(fn, variable);
}

function* problemsOf(fn: ServerlessFunction, { name, value }: EnvironmentVariable): Iterable<Problem> {
  const off = switches.has(name) ? when(value, (text) => text.trim() === '0') : undefined;
  if (off !== undefined) {
    yield {
      about: fn,
      at: off.at,
      confidence: off.confidence,
      message: `${name} turns certificate verification off for every connection of ${fn.id}${inBranch(off)}.`,
      discriminator: name,
      fix: proposeFix(
        'breaking',
        off.write('1'),
        'After this edit connections to servers with untrusted certificates fail.',
      ),
    };
  }
  const loose = when(value, (text) => !text.includes('@') && unverifiedOption(text.trim()) !== undefined);
  const found = value.kind === 'known' ? unverifiedOption(value.value.trim()) : undefined;
  if (loose === undefined || found === undefined) return;
  yield {
    about: fn,
    at: loose.at,
    severity: 'medium',
    confidence: loose.confidence,
    message: `${fn.id} connects to the server in ${name} without verifying it (\`${found.option}\`).`,
    advice: found.better,
    discriminator: name,
  };
}
