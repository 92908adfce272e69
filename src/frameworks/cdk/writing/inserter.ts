import type { Literal } from '../../../model/literal.js';
import { programAt } from '../constructs/construct.js';
import type { Call } from '../program/expression.js';
import { snake } from '../program/spelling.js';
import type { Draft } from '../synthesis/draft.js';
import type { Row } from '../synthesis/rows.js';
import type { Synthesis } from '../synthesis/synthesis.js';
import { bringingIn } from './imported-names.js';
import { insertProperty } from './property-edits.js';

interface Found {
  readonly row: Row;
  readonly literal: Literal;
}

/** Writes absent properties of a construct by the rows that have them. */
export function inserter(
  synthesis: Synthesis,
  call: Call,
  rows: readonly Row[],
  position = 2,
): NonNullable<Draft['insert']> {
  const program = programAt(synthesis.construction, call.at);
  return (path, literal) => {
    const found = rowsFor(rows, path, literal);
    const [first] = found ?? [];
    if (found === undefined || first === undefined) return undefined;
    const above = first.row.property.split('.').slice(0, -1).join('.');
    const texts = found.map(({ row, literal: own }, index) => {
      const text = row.kind.print(program, own);
      const [key = '', ...rest] = row.property.split('.').reverse();
      if (text === undefined || rest.reverse().join('.') !== above) return undefined;
      if (index === 0) return text;
      return program.language === 'python' ? `${snake(key)}=${text}` : `${key}: ${text}`;
    });
    if (texts.includes(undefined)) return undefined;
    const edits = insertProperty(program, { call, position }, first.row.property, texts.join(', '));
    return edits && [...edits, ...found.flatMap(({ row }) => bringingIn(program, row.kind.uses))];
  };
}

/** The rows that a literal at a path is written by: one for each of its own properties. */
function rowsFor(rows: readonly Row[], path: readonly string[], literal: Literal): readonly Found[] | undefined {
  const waiting: { readonly at: readonly string[]; readonly literal: Literal }[] = [{ at: path, literal }];
  const found: Found[] = [];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { at, literal: own } = next;
    const row = rows.find((each) => each.path.join('/') === at.join('/'));
    if (row !== undefined) found.push({ row, literal: own });
    else if (at.length > 6 || typeof own !== 'object' || own === null || Array.isArray(own)) return undefined;
    else waiting.push(...Object.entries(own).map(([key, inner]) => ({ at: [...at, key], literal: inner as Literal })));
  }
  return found;
}
