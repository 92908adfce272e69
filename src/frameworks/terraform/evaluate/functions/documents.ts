import { textOf, type Value } from '../../../../model/value.js';
import { jsonValue } from '../../../../notation/json/text.js';
import { readYaml } from '../../../../notation/yaml/yaml.js';
import { unknownValue } from '../values.js';
import type { FileCall, FileFunction } from './function.js';

/** So many characters are as much work as one expression. */
const charactersAStep = 100;
const charactersAFirstStep = 10;

type Read = (text: string, at: Value['at']) => Value | undefined;

/** A text as the value that it stands for. What is a value already stays one; the same text is read once. */
function decoded(kind: string, { values, at, scope }: FileCall, read: Read): Value {
  const [value] = values;
  if (value?.kind === 'map' || value?.kind === 'list') return value;
  const text = textOf(value);
  if (value === undefined || text === undefined) {
    return unknownValue(at, value?.kind === 'unknown' ? value.because : `${kind} text`);
  }
  const { documents, spend } = scope.session;
  if (!spend(text.length / charactersAStep)) return unknownValue(at, 'too much to evaluate');
  const origin = value.origin ?? at;
  const key = `${kind} ${origin.start} ${origin.end} ${origin.path} ${text}`;
  if (!documents.has(key))
    documents.set(key, spend(text.length / charactersAFirstStep) ? read(text, origin) : undefined);
  const document = documents.get(key);
  if (document === undefined) return unknownValue(at, `${kind} text`);
  return document.at === origin ? document : { ...document, at, origin };
}

export const documentFunctions: readonly (readonly [string, FileFunction])[] = [
  ['jsondecode', (call) => decoded('json', call, jsonValue)],
  ['yamldecode', (call) => decoded('yaml', call, (text, { path }) => readYaml({ path, text }).documents?.[0])],
];
