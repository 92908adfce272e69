import { text } from '../../../clouds/values/codec.js';
import { settingOf } from '../../../clouds/values/section.js';
import type { Setting } from '../../../model/setting.js';
import type { StackParameter } from '../../../model/store.js';
import type { Value } from '../../../model/value.js';
import { lineBreakOf } from '../../../notation/geometry.js';
import type { Reading } from '../../../notation/writer.js';
import { evaluate } from '../expressions/evaluate.js';
import type { Scope } from '../expressions/scope.js';
import type { Feeds } from '../feeds.js';
import type { BicepFile, Declaration } from './file.js';

interface Context {
  readonly file: BicepFile;
  readonly scope: Scope;
  readonly reading: Reading;
  readonly feeds: Feeds;
}

/** A parameter of the file that starts the stack. */
export function stackParameter(declaration: Declaration, context: Context): readonly StackParameter[] {
  const { kind, name, nameAt, whole, type, value } = declaration;
  if (kind !== 'param') return [];
  const { writer } = context.reading;
  const written: Value | undefined = value && evaluate(value, context.scope);
  const isLiteral = written?.kind === 'scalar';
  return [
    {
      id: name,
      type: 'param',
      at: nameAt,
      whole,
      kind: 'parameter',
      default: settingOf<string, string>(
        { map: isLiteral ? written : undefined, at: nameAt, reading: { writer, unresolved: [] } },
        [],
        text,
      ),
      concealed: concealedOf(declaration, context.file),
      feeds: type === undefined || type === 'string' ? context.feeds(nameAt, written) : [],
    },
  ];
}

/** `@secure()` on the line above. */
function concealedOf({ decorators, nameAt, start, type }: Declaration, { source }: BicepFile): Setting<boolean> {
  const write = (): undefined => undefined;
  if (decorators.has('secure')) return { kind: 'known', value: true, at: nameAt, confidence: 'high', write };
  const isText = type === 'string' || type === 'object';
  const edit = { path: source.path, start, end: start, text: `@secure()${lineBreakOf(source.text)}` };
  return { kind: 'absent', at: nameAt, write: (on) => (on && isText ? [edit] : undefined) };
}
