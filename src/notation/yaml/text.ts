import type { Span } from '../../model/span.js';
import type { PatternPart, Value } from '../../model/value.js';
import { readYaml } from './yaml.js';

/** A character of the private use area: no template has it for a reason. */
const mark = '\uE001';

/** A YAML text inside a value as a tree of its own. All of it stands where the text stands; unknown parts stay unknown. */
export function yamlPattern(parts: readonly PatternPart[], at: Span): Value | undefined {
  const text = parts.map((part) => (typeof part === 'string' ? part : mark)).join('');
  const root = readYaml({ path: at.path, text }).documents?.[0];
  return root === undefined ? undefined : placed(root, at);
}

function placed(value: Value, at: Span): Value {
  switch (value.kind) {
    case 'list':
      return { kind: 'list', at, open: value.open, items: value.items.map((item) => placed(item, at)) };
    case 'map': {
      const entries = value.entries.map((entry) => ({ key: entry.key, keyAt: at, value: placed(entry.value, at) }));
      return { kind: 'map', at, open: value.open || entries.some(({ key }) => key.includes(mark)), entries };
    }
    case 'scalar':
      return isMarked(value.value) ? { kind: 'unknown', at, because: 'part of a text' } : { ...value, at };
    default:
      return { kind: 'unknown', at, because: 'part of a text' };
  }
}

function isMarked(value: string | number | boolean | null): boolean {
  return typeof value === 'string' && value.includes(mark);
}
