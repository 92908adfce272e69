import { expressionsIn, yamlFormOf } from '../../clouds/aws/expressions.js';
import { entryOf, type MapEntry, textOf } from '../../model/value.js';
import { jsonWriter } from '../../notation/json/writer.js';
import { type Writer, writerOfFiles } from '../../notation/writer.js';
import { yamlWriter } from '../../notation/yaml/writer.js';
import { type Documents, isJson } from './documents.js';

/** Writes into whichever of the stack's texts a value stands in. */
export function writerOf(documents: Documents, resources: readonly MapEntry[]): Writer {
  const writers = new Map<string, Writer>();
  let types: ReadonlyMap<string, string | undefined> | undefined;
  const typeOf = (id: string): string | undefined => {
    types ??= new Map(resources.map(({ key, value }) => [key, textOf(entryOf(value, 'Type')?.value)]));
    return types.get(id);
  };
  return writerOfFiles((path) => {
    const writer = writers.get(path) ?? openWriter(documents, path, typeOf);
    if (writer !== undefined) writers.set(path, writer);
    return writer;
  });
}

function openWriter(
  documents: Documents,
  path: string,
  typeOf: (id: string) => string | undefined,
): Writer | undefined {
  const read = documents.texts.get(path);
  if (read === undefined) return undefined;
  const { text } = read.source;
  return isJson(path, text)
    ? jsonWriter(read, expressionsIn('json', typeOf))
    : yamlWriter(read, expressionsIn(yamlFormOf(text), typeOf));
}
