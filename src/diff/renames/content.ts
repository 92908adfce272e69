import { folderOf } from '../../model/path.js';
import type { Span } from '../../model/span.js';
import type { Candidate } from './candidate.js';

/** How the names in a content are written, since they may have changed. */
export interface Naming {
  /** A text that is a resource's id and nothing else, or one reference inside a pattern. */
  readonly reference: (id: string) => string;
  /** Names in the middle of a text. */
  readonly mention: (text: string) => string;
  /** Fields that are left out. */
  readonly without: ReadonlySet<string>;
}

/** Fields that say where a thing stands, how it is called, or why it is not known: not what it is. */
const besides: ReadonlySet<string> = new Set(['at', 'whole', 'keyAt', 'nameAt', 'id', 'because', 'physicalName']);

const references = /\$\{([^}]+?)(\.\w+)?\}/g;

/** What a thing is, as one text: its resolved fields without places. Paths count from the folder of its stack. */
export function contentOf({ resource, stack }: Candidate, naming: Naming): string {
  const folder = folderOf(stack);
  const write = (text: string): string => {
    const own = folder !== '' && text.startsWith(`${folder}/`) ? text.slice(folder.length + 1) : text;
    const exact = naming.reference(own);
    return exact === own ? naming.mention(withReferences(own, naming)) : exact;
  };
  return JSON.stringify(resource, (key, value: unknown) => {
    if (besides.has(key) || naming.without.has(key) || isSpan(value)) return undefined;
    return typeof value === 'string' ? write(value) : value;
  });
}

function withReferences(text: string, { reference }: Naming): string {
  return text.replace(references, (whole, id: string, attribute = '') => {
    const named = reference(id);
    return named === id ? whole : `\${${named}${attribute}}`;
  });
}

function isSpan(value: unknown): value is Span {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value && 'path' in value;
}
