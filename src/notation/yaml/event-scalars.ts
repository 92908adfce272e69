import { getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import { skipSpace, textEnd } from './ends.js';
import { type Pass, Rare } from './event-pass.js';
import type { YamlNode } from './node.js';
import { type Properties, propertiesOf } from './properties.js';

export function scalarOf(pass: Pass, event: ScalarEvent): YamlNode {
  const { text } = pass;
  const properties = propertiesOf(text, event);
  const { start, end } = scalarSpan(pass, event, properties);
  pass.at = end;
  const { tag, anchor, tagAt } = properties;
  const value = event.valueStart === -1 ? '' : getScalarValue(text, event);
  const plain = event.style === SCALAR_STYLE.PLAIN;
  return { kind: 'scalar', value, plain, tag, anchor, start: tagAt ?? start, end };
}

function scalarSpan(pass: Pass, event: ScalarEvent, { end: after }: Properties): { start: number; end: number } {
  const { valueStart, valueEnd, style } = event;
  if (valueStart === -1) return { start: after ?? pass.at, end: after ?? pass.at };
  if (style === SCALAR_STYLE.PLAIN) return { start: valueStart, end: textEnd(pass.text, valueStart, valueEnd) };
  if (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED)
    return { start: valueStart - 1, end: valueEnd + 1 };
  const start = skipSpace(pass.text, after ?? pass.at);
  if (pass.text[start] !== '|' && pass.text[start] !== '>') throw new Rare();
  return { start, end: textEnd(pass.text, start, Math.max(valueEnd, headerEnd(pass.text, start))) };
}

/** Where the first line of a block text ends, without its comment. */
function headerEnd(text: string, start: number): number {
  return start + (/^[|>][-+\d]{0,2}/.exec(text.slice(start, start + 3))?.[0].length ?? 0);
}
