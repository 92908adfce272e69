import type { Literal } from '../../../model/literal.js';
import type { Value } from '../../../model/value.js';
import { jsonWriter } from '../../../notation/json/writer.js';
import { type Express, isVerbatim } from '../../../notation/printable.js';
import type { Writer } from '../../../notation/writer.js';
import type { EvaluatedStack } from '../evaluate/stack.js';
import type { Places } from '../resources/places.js';

interface Documents {
  readonly stack: EvaluatedStack;
  readonly places: Places;
  readonly express: (path: string) => Express;
}

/** The writer of a stack that also writes into JSON texts in heredocs. */
export function withDocuments(own: Writer, documents: Documents): Writer {
  const writerAt = (value: Value, ...literals: readonly Literal[]): Writer | undefined => {
    if (!documents.places.isInHeredoc(value.at)) return own;
    return isWritten(documents, value) && !literals.some(holdsMarkers) ? inHeredoc(documents, value) : undefined;
  };
  return {
    replace: (value, literal) => writerAt(value, literal)?.replace(value, literal),
    insert: (map, path, literal) => writerAt(map, literal, [...path])?.insert(map, path, literal),
    remove: (map, key) => writerAt(map)?.remove(map, key),
    append: (list, literal) => writerAt(list, literal)?.append(list, literal),
  };
}

function inHeredoc({ stack, express }: Documents, { at }: Value): Writer {
  const source = { path: at.path, text: stack.session.textOf(at.path) };
  return jsonWriter({ source, shared: [], flows: [] }, inText(express(at.path)));
}

/** References stand between signs in a text. */
function inText(express: Express): Express {
  return (expression) => {
    const printable = express(expression);
    if (printable === undefined || !isVerbatim(printable) || printable.verbatim.startsWith('"')) return printable;
    return { verbatim: `"\${${printable.verbatim}}"` };
  };
}

/** Signs of templates in a text would have to be doubled. */
function holdsMarkers(literal: Literal): boolean {
  return /[$%]\{/.test(JSON.stringify(literal));
}

/** Whether the file says at this place what the value is: places of texts that were put together are not exact. */
function isWritten({ stack }: Documents, value: Value): boolean {
  const { path, start, end } = value.at;
  const written = stack.session.textOf(path).slice(start, end);
  if (value.kind === 'map') return written.startsWith('{') && written.endsWith('}');
  if (value.kind === 'list') return written.startsWith('[') && written.endsWith(']');
  return /^"[^"\n]*"$/.test(written) || written === String(value.kind === 'scalar' ? value.value : '');
}
