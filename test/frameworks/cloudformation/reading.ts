import type { Template } from '../../../src/clouds/aws/template.js';
import { openDocuments } from '../../../src/frameworks/cloudformation/documents.js';
import { lowerTemplate } from '../../../src/frameworks/cloudformation/lowering.js';
import type { Files } from '../../../src/model/files.js';
import type { Span } from '../../../src/model/span.js';
import { patternText, type Value } from '../../../src/model/value.js';

/** Files held in memory. */
export function filesOf(texts: Readonly<Record<string, string>>): Files {
  return {
    list: () => Object.keys(texts).sort(),
    read: (path) => (Object.hasOwn(texts, path) ? texts[path] : undefined),
  };
}

/** The template in a text, resolved. */
export function templateOf(
  text: string,
  path = 'template.yaml',
  others: Readonly<Record<string, string>> = {},
): Template {
  const documents = openDocuments(path, filesOf({ ...others, [path]: text }));
  const root = documents.read(path)?.documents?.[0];
  if (root === undefined) throw new Error(documents.notices.map(({ message }) => message).join('\n'));
  return lowerTemplate(path, root, documents);
}

/** A value in few characters: `'text'`, `(unknown: why)`, `ref(Queue.Arn)`, `pattern(...)`, `choice(...)`; `~` is medium confidence. */
export function show(value: Value | undefined): unknown {
  if (value === undefined) return undefined;
  const mark = value.confidence === 'medium' ? '~' : '';
  switch (value.kind) {
    case 'scalar':
      return mark === '' ? value.value : `${mark}${String(value.value)}`;
    case 'reference':
      return `ref(${value.to}${value.attribute === undefined ? '' : `.${value.attribute}`})`;
    case 'pattern':
      return `${mark}pattern(${patternText(value.parts)})`;
    case 'unknown':
      return `(unknown: ${value.because})`;
    case 'choice': {
      const cases = value.cases.map(
        ({ label, value: inner }) => `${label}: ${JSON.stringify(show(inner)) ?? 'nothing'}`,
      );
      return `${value.among}(${cases.join(', ')})`;
    }
    case 'list':
      return [...value.items.map(show), ...(value.open ? ['...'] : [])];
    case 'map':
      return Object.fromEntries([
        ...value.entries.map(({ key, value: inner }) => [key, show(inner)]),
        ...(value.open ? [['...', true]] : []),
      ]);
  }
}

/** The text that a span covers. */
export function slice(text: string, span: Span | undefined): string | undefined {
  return span && text.slice(span.start, span.end);
}
