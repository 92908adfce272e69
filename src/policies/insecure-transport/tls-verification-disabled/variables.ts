import type { Stack } from '../../../facts/stack.js';
import type { EnvironmentVariable, ServerlessFunction } from '../../../model/function.js';
import { inBranch, when } from '../../../model/setting.js';
import { type Problem, proposeFix } from '../../definition.js';

/** Variables of runtimes that turn verification off for all connections: https://nodejs.org/api/cli.html, https://peps.python.org/pep-0493/. */
const switches: ReadonlySet<string> = new Set(['NODE_TLS_REJECT_UNAUTHORIZED', 'PYTHONHTTPSVERIFY']);

/** Parameters of addresses of databases with which whoever answers is believed. */
const unverified =
  /^(?:postgres(?:ql)?|mysql|mongodb(?:\+srv)?):\/\/(?!localhost\b|127\.)[^\s?@]{1,300}\?(?:[^\s]{0,300}&)?((?:sslmode=(?:disable|allow|prefer)|tls=false|tlsAllowInvalidCertificates=true))(?:&|$)/i;

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
  const loose = when(value, (text) => unverified.test(text));
  if (loose === undefined || value.kind !== 'known') return;
  const [, parameter = ''] = unverified.exec(value.value) ?? [];
  yield {
    about: fn,
    at: loose.at,
    severity: 'medium',
    confidence: loose.confidence,
    message: `${fn.id} connects to the server in ${name} without verifying it (\`${parameter}\`).`,
    advice: 'Use `sslmode=verify-full`, or leave the parameter out where the driver verifies by itself.',
    discriminator: name,
  };
}
