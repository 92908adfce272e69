import type { Declared } from '../../../clouds/azure/deployment.js';
import { text } from '../../../clouds/values/codec.js';
import { settingOf } from '../../../clouds/values/section.js';
import type { StackParameter } from '../../../model/store.js';
import { textOf, type Value, valueAt } from '../../../model/value.js';
import type { Reading } from '../../../notation/writer.js';
import { feedsOf } from '../feeds.js';
import { isExpression } from './arm-expressions.js';

/** The template's parameters, with the settings that they feed. */
export function parametersOf(
  root: Value,
  resources: readonly Declared[],
  { writer }: Reading,
): readonly StackParameter[] {
  const declared = valueAt(root, 'parameters');
  if (declared?.kind !== 'map') return [];
  const feeds = feedsOf(resources);
  return declared.entries.map(({ key, keyAt, value }): StackParameter => {
    const section = { map: value, at: keyAt, reading: { writer, unresolved: [] } };
    const fallback = valueAt(value, 'defaultValue');
    const isText = /string$/i.test(textOf(valueAt(value, 'type')) ?? '');
    const isLiteral = !isExpression(textOf(fallback) ?? '');
    const concealed = settingOf<boolean, boolean>(section, ['type'], {
      read: (type) => (textOf(type) ?? '').toLowerCase().startsWith('secure'),
      write: (on) => (on ? 'securestring' : undefined),
    });
    return {
      id: key,
      type: 'parameter',
      at: keyAt,
      whole: value.at,
      kind: 'parameter',
      default: isLiteral
        ? settingOf<string, string>(section, ['defaultValue'], text)
        : { kind: 'unknown', at: keyAt, because: 'expression' },
      concealed,
      feeds: isText ? feeds(keyAt, fallback) : [],
    };
  });
}
