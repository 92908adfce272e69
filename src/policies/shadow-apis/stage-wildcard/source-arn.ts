import type { Literal, LiteralJoined } from '../../../model/literal.js';
import type { Term } from '../../../model/resource.js';

const pseudo = new Map([
  ['AWS::AccountId', 'account'],
  ['AWS::Region', 'region'],
  ['AWS::Partition', 'partition'],
] as const);

/** What the ARNs of an API's routes begin with, in full. */
const executionArn = /^arn:\$\{AWS::Partition\}:execute-api:\$\{AWS::Region\}:\$\{AWS::AccountId\}:\$\{([^}]*)\}/;

type Part = LiteralJoined['joined'][number];

/** The source of a permission with a stage in the place of its first star; undefined if a part of it cannot be written again. */
export function withStage({ text, to }: Term, stage: string): Literal | undefined {
  const written = text.replace('/*', `/${stage}`);
  const [head = '', api] = executionArn.exec(written) ?? [];
  const isOfApi = to !== undefined && api === to;
  const rest = isOfApi ? written.slice(head.length) : written;
  const parts = rest.split(/(\$\{[^}]{0,200}\})/).filter(Boolean);
  const before: readonly Part[] = isOfApi ? [{ refersTo: to, attribute: 'executionArn' }] : [];
  const joined = [...before, ...parts.map((part) => partOf(part, to))];
  return joined.some((part) => part === undefined)
    ? undefined
    : { joined: joined.filter((part) => part !== undefined) };
}

function partOf(part: string, to: string | undefined): Part | undefined {
  if (!part.startsWith('${')) return part;
  const name = part.slice(2, -1);
  const known = [...pseudo].find(([written]) => written === name)?.[1];
  if (known !== undefined) return { pseudo: known };
  if (name === to) return { refersTo: name, attribute: 'id' };
  return to !== undefined && name.startsWith(`${to}.`)
    ? { refersTo: to, attribute: name.slice(to.length + 1) }
    : undefined;
}
