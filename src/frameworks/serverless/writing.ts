import { expressionsIn, yamlFormOf } from '../../clouds/aws/expressions.js';
import { isJoined, isReference, type Literal } from '../../model/literal.js';
import type { Edit } from '../../model/span.js';
import type { Value } from '../../model/value.js';
import { jsonWriter } from '../../notation/json/writer.js';
import type { ReadText } from '../../notation/source.js';
import type { Writer } from '../../notation/writer.js';
import { yamlWriter } from '../../notation/yaml/writer.js';
import { type Documents, isJson, isProgram } from './documents.js';

/** What the resources of the service are called in CloudFormation, and what they are. */
export interface Naming {
  readonly logicalId: (id: string) => string;
  readonly typeOf: (logicalId: string) => string | undefined;
}

/** Writes into whichever of the service's texts a value stands in. */
export function writerOf(documents: Documents, naming: Naming): Writer {
  const writers = new Map<string, Writer>();
  const writerAt = ({ at }: Value): Writer | undefined => {
    const read = documents.texts.get(at.path);
    const writer = writers.get(at.path) ?? (read && openWriter(read, naming));
    if (writer !== undefined) writers.set(at.path, writer);
    return writer;
  };
  const named = (literal: Literal) => inTemplate(literal, naming);
  return {
    replace: (value, literal) => writerAt(value)?.replace(value, named(literal)),
    insert: (map, path, literal) => writerAt(map)?.insert(map, path, named(literal)),
    remove: (map, key) => writerAt(map)?.remove(map, key),
    append: (list, literal) => writerAt(list)?.append(list, named(literal)),
  };
}

/** The same literal with its references under their names in CloudFormation. */
function inTemplate(literal: Literal, naming: Naming): Literal {
  if (typeof literal !== 'object' || literal === null) return literal;
  if (Array.isArray(literal)) return literal.map((item) => inTemplate(item, naming));
  if (isReference(literal)) return { ...literal, refersTo: naming.logicalId(literal.refersTo) };
  if (isJoined(literal)) {
    return {
      joined: literal.joined.map((part) =>
        isReference(part) ? { ...part, refersTo: naming.logicalId(part.refersTo) } : part,
      ),
    };
  }
  return Object.fromEntries(Object.entries(literal).map(([key, inner]) => [key, inTemplate(inner, naming)]));
}

function openWriter(read: ReadText, { typeOf }: Naming): Writer {
  const { path, text } = read.source;
  if (isProgram(path)) return programWriter(jsonWriter(read, expressionsIn('json', typeOf)), text);
  return isJson(path)
    ? jsonWriter(read, expressionsIn('json', typeOf))
    : yamlWriter(read, expressionsIn(yamlFormOf(text), typeOf));
}

/** JSON is a program's notation too: keys lose their quotes, and texts get the quotes that the program uses. */
function programWriter(json: Writer, text: string): Writer {
  const single = (text.match(/'/g)?.length ?? 0) > (text.match(/"/g)?.length ?? 0);
  const spoken = (edits: readonly Edit[] | undefined) =>
    edits?.map((edit) => ({ ...edit, text: programText(edit.text, single) }));
  return {
    replace: (value, literal) => spoken(json.replace(value, literal)),
    insert: (map, path, literal) => spoken(json.insert(map, path, literal)),
    remove: json.remove,
    append: (list, literal) => spoken(json.append(list, literal)),
  };
}

const written = /"((?:[^"\\\n]|\\.){0,2000})"(\s{0,5}:)?|\{(?=[^\s}])|(?<=[^\s{])\}/g;

function programText(text: string, single: boolean): string {
  return text.replace(written, (whole, inner: string | undefined, colon: string | undefined) => {
    if (inner === undefined) return whole === '{' ? '{ ' : ' }';
    if (colon !== undefined && /^[A-Za-z_$][\w$]*$/.test(inner)) return inner + colon;
    const plain = single && !inner.includes("'") && !inner.includes('\\');
    return plain ? `'${inner}'${colon ?? ''}` : whole;
  });
}
