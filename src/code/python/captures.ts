import type { Pattern } from '../../languages/python/syntax/pattern.js';
import type { Expression, Statement } from '../form.js';
import { expressionOf } from './expressions.js';
import type { Lowering } from './lowering.js';

/** The names that a pattern gives to parts of what it is held against. */
export function capturesOf(lowering: Lowering, pattern: Pattern, of: Expression): readonly Statement[] {
  const { at } = pattern;
  switch (pattern.kind) {
    case 'capture': {
      const inner = pattern.pattern ? capturesOf(lowering, pattern.pattern, of) : [];
      if (pattern.name === undefined) return inner;
      return [{ kind: 'assign', target: expressionOf(lowering, pattern.name), value: of }, ...inner];
    }
    case 'sequence':
      return pattern.items.flatMap((item) => capturesOf(lowering, item, itemOf(of, at)));
    case 'mapping':
      return pattern.entries.flatMap(({ key, pattern: inner }) =>
        capturesOf(lowering, inner, key ? { kind: 'index', object: of, key: expressionOf(lowering, key), at } : of),
      );
    case 'class':
      return pattern.fields.flatMap(({ name, pattern: inner }) =>
        capturesOf(lowering, inner, name === undefined ? of : { kind: 'member', object: of, name, at }),
      );
    case 'alternative':
      return pattern.options.flatMap((option) => capturesOf(lowering, option, of));
    default:
      return [];
  }
}

function itemOf(object: Expression, at: Expression['at']): Expression {
  return { kind: 'member', object, name: '[]', at };
}
