import type { Literal } from '../../../model/literal.js';
import { enumMember } from '../constructs/enumerations.js';
import type { Program } from '../program/expression.js';
import { nameFor } from './imported-names.js';

/** How a literal of a template is written in a program, at a place; undefined if it cannot be. */
export type Print = (program: Program, literal: Literal, place?: Place) => string | undefined;

/** Where something is written: what has been made before, and the scope that constructs are made in. */
export interface Place {
  readonly madeBefore: (id: string) => { readonly name: string; readonly type: string } | undefined;
  readonly within: string;
}

/** Texts, numbers, booleans and lists of them. */
export function printPlain(program: Program, literal: Literal): string | undefined {
  if (typeof literal === 'string') return quoted(program, literal);
  if (typeof literal === 'number') return String(literal);
  if (typeof literal === 'boolean')
    return program.language === 'python' ? (literal ? 'True' : 'False') : String(literal);
  if (!Array.isArray(literal)) return undefined;
  const items = literal.map((item: Literal) => printPlain(program, item));
  return items.every((item) => item !== undefined) ? `[${items.join(', ')}]` : undefined;
}

function quoted(program: Program, text: string): string {
  const double = (program.text.match(/"/g) ?? []).length > (program.text.match(/'/g) ?? []).length;
  const quote = double ? '"' : "'";
  const escaped = text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`).replaceAll('\n', '\\n');
  return `${quote}${escaped}${quote}`;
}

/** A member of one of the CDK's enumerations: `lambda.Tracing.ACTIVE`. */
export function printEnum(module: string, group: string): Print {
  return (program, literal) => {
    const member = enumMember(group, String(literal));
    const name = nameFor(program, `${module}.${group}`);
    return member === undefined || name === undefined ? undefined : `${name}.${member}`;
  };
}

/** `Duration.seconds(30)`. */
export function printSeconds(program: Program, literal: Literal): string | undefined {
  const name = nameFor(program, 'core.Duration');
  return name === undefined || typeof literal !== 'number' ? undefined : `${name}.seconds(${literal})`;
}
