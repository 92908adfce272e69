import type { Literal } from '../../../../model/literal.js';
import type { Edit } from '../../../../model/span.js';
import type { MapValue, Value } from '../../../../model/value.js';
import { flowOf, insertMember, removeMember } from '../../../../notation/flow-edits.js';
import { isEditable, ownEntries } from '../../../../notation/geometry.js';
import type { Source } from '../../../../notation/source.js';
import type { Writer } from '../../../../notation/writer.js';

/** Writes texts and switches into the objects of one file of JavaScript or TypeScript. */
export function javascriptWriter(source: Source): Writer {
  const layout = { source, shared: [], flows: [] };
  const { path, text } = source;
  const print = printing(text);
  return {
    replace: (value, literal) => {
      const printed = print(literal);
      return printed === undefined || !isEditable(layout, value) ? undefined : [{ ...value.at, text: printed }];
    },
    insert: (map, [key, ...rest], literal) => {
      const printed = print(literal);
      if (key === undefined || rest.length > 0 || printed === undefined || !isEditable(layout, map)) return undefined;
      return added({ path, text }, map, `${key}: ${printed}`);
    },
    remove: (map, key) => {
      const index = ownEntries(map).findIndex((entry) => entry.key === key);
      const change = index === -1 || !isEditable(layout, map) ? undefined : removeMember(flowOf(text, map), index);
      return change && [{ path, ...change }];
    },
    append: (_list: Value, _literal: Literal) => undefined,
  };
}

/** Texts in the quotes that the file uses most. */
function printing(text: string): (literal: Literal) => string | undefined {
  const quote = text.split('"').length > text.split("'").length ? '"' : "'";
  return (literal) => {
    if (typeof literal === 'string') return /^[\w ~|.-]*$/.test(literal) ? `${quote}${literal}${quote}` : undefined;
    return typeof literal === 'boolean' || typeof literal === 'number' ? String(literal) : undefined;
  };
}

function added({ path, text }: Source, map: MapValue, entry: string): readonly Edit[] | undefined {
  const flow = flowOf(text, map);
  if (flow.members.length === 0)
    return text.slice(map.at.start + 1, map.at.end - 1).trim() === ''
      ? [{ ...map.at, text: `{ ${entry} }` }]
      : undefined;
  const change = insertMember(flow, () => entry);
  return change && [{ path, ...change }];
}
