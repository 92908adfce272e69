import type { Literal, LiteralJoined } from '../../../model/literal.js';
import type { Term } from '../../../model/resource.js';

const pseudo = new Map([
  ['AWS::AccountId', 'account'],
  ['AWS::Region', 'region'],
  ['AWS::Partition', 'partition'],
] as const);

type Part = LiteralJoined['joined'][number];

/** The source of a permission with a stage in the place of its first star; undefined if a part of it cannot be written again. */
export function withStage({ text, to }: Term, stage: string): Literal | undefined {
  const parts = text.replace('/*', `/${stage}`).split(/(\$\{[^}]*\})/);
  const joined = parts.filter(Boolean).map((part) => partOf(part, to));
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
