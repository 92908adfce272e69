import type { StackCode, ToldFlow } from '../../../code/stack-code.js';
import { cleartextAddress, withTls } from '../../../facts/addresses/cleartext.js';
import { type Problem, proposeFix } from '../../definition.js';
import { flowProblems } from '../../flow-problems.js';

/** Addresses without TLS that handlers call. One that is written as a whole, of a host that is known to answer by HTTPS, has its fix. */
export function* calledInCode(code: StackCode, others: ReadonlySet<string>): Generator<Problem> {
  for (const fn of code.functions) {
    for (const flow of fn.flows) {
      if (flow.danger !== 'cleartext') continue;
      const [problem] = flowProblems({ ...code, functions: [{ ...fn, flows: [flow] }] }, telling);
      if (problem) yield { ...problem, discriminator: hostOf(flow), fix: fixOf(flow, others) };
    }
  }
}

const telling = {
  dangers: ['cleartext'],
  severity: ({ detail }: ToldFlow) => (detail.split(' ')[2] === '' ? 'medium' : 'high'),
  message: (flow: ToldFlow, name: string) => `${name} calls ${hostOf(flow)} by ${schemeOf(flow).toUpperCase()}`,
} as const;

function schemeOf({ detail }: ToldFlow): string {
  return detail.split(' ')[0] ?? '';
}

function hostOf({ detail }: ToldFlow): string {
  return detail.split(' ')[1] ?? '';
}

function fixOf({ detail, argument }: ToldFlow, others: ReadonlySet<string>): Problem['fix'] {
  const written = detail.split(' ').slice(3).join(' ');
  const address = cleartextAddress(written);
  const better = address && withTls(written, address, others);
  if (better === undefined) return undefined;
  // After the quotation mark.
  const start = argument.start + 1;
  const edit = { path: argument.path, start, end: start + 'http'.length, text: 'https' };
  return proposeFix('breaking', [edit], 'After this edit the certificate of the address is checked.');
}
