import type { Literal } from '../../../model/literal.js';
import { programAt } from '../constructs/construct.js';
import type { Call, Program } from '../program/expression.js';
import { snake } from '../program/spelling.js';
import type { Draft } from '../synthesis/draft.js';
import type { Row } from '../synthesis/rows.js';
import type { Synthesis } from '../synthesis/synthesis.js';
import { bringingIn } from './imported-names.js';
import type { Place } from './printing.js';
import { insertProperty } from './property-edits.js';
import { calledAt, scopeOf } from './statements.js';

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
  const place = placeOf(synthesis, program, call);
  return (path, literal) => {
    const found = rowsFor(rows, path, literal);
    const [first] = found ?? [];
    if (found === undefined || first === undefined) return undefined;
    const above = first.row.property.split('.').slice(0, -1).join('.');
    const texts = found.map(({ row, literal: own }, index) => {
      const text = row.kind.print(program, own, place);
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

function placeOf({ construction }: Synthesis, program: Program, call: Call): Place {
  const [within] = call.args;
  return {
    within: within === undefined ? '' : program.text.slice(within.at.start, within.at.end),
    madeBefore: (id) => {
      const made = construction.constructs.find((one) => one.id === id && one.certainty === 'once');
      const scope = made && scopeOf(call);
      const name = scope && calledAt(program, scope, made.call, call.at.start);
      return name === undefined || made === undefined ? undefined : { name, type: made.type };
    },
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
