import { type Document, type ParsedNode, parseAllDocuments } from 'yaml';
import type { Value } from '../../model/value.js';
import { type ReadText, refusalOf, type Source, unread, unreadable } from './source.js';
import { failuresOf, newWalk, readNode, type TagReader } from './yaml-nodes.js';

const options = { uniqueKeys: false, prettyErrors: false, logLevel: 'silent', schema: 'failsafe' } as const;

/** How often a flow collection that stands too far left is mended before giving up. */
const maximumMends = 20;

/**
 * Reads plain YAML: every document, anchors, aliases and merge keys resolved. `tag` gives custom tags a meaning; without
 * it they are ignored.
 */
export function readYaml(source: Source, tag?: TagReader): ReadText {
  const refusal = refusalOf(source);
  if (refusal !== undefined) return unreadable(source, refusal);
  const documents = parseLeniently(source.text);
  const error = documents.flatMap((document) => document.errors)[0];
  if (error !== undefined) {
    const deep = error.code === 'RESOURCE_EXHAUSTION';
    const problem = deep ? 'is nested too deeply' : `is not valid YAML: ${oneLine(error.message)}`;
    return unreadable(source, unread(source, error.pos[0], `${problem}, and was not judged`));
  }
  const walk = newWalk(source, tag);
  const values: Value[] = [];
  for (const document of documents) {
    walk.anchors.clear();
    values.push(readNode(walk, document.contents ?? undefined));
  }
  const { failures, notices } = failuresOf(walk);
  if (failures.length > 0) return { ...unreadable(source, failures[0] ?? unread(source, 0, 'was not read')) };
  return { source, documents: values, notices, shared: walk.shared, flows: walk.flows };
}

function oneLine(message: string): string {
  return message.replace(/\s+/g, ' ').replace(/[`<>]/g, '').slice(0, 160).replace(/[.:]$/, '');
}

/** The parser wants flow collections indented; loaders in use do not care, so such line breaks are read as spaces. */
function parseLeniently(text: string): readonly Document.Parsed<ParsedNode>[] {
  let documents = parse(text);
  let mended = text;
  for (let mends = 0; mends < maximumMends; mends += 1) {
    const next = mendFlow(mended, documents);
    if (next === undefined) return documents;
    mended = next;
    documents = parse(mended);
  }
  return documents;
}

function parse(text: string): readonly Document.Parsed<ParsedNode>[] {
  const parsed = parseAllDocuments(text, options);
  return Array.isArray(parsed) ? parsed : [];
}

function mendFlow(text: string, documents: readonly Document.Parsed<ParsedNode>[]): string | undefined {
  const error = documents.flatMap((document) => document.errors)[0];
  if (error?.code !== 'BAD_INDENT' || !error.message.startsWith('Flow ')) return undefined;
  const before = text.slice(0, error.pos[0]);
  const lineBreak = /\r?\n[ \t]*$/.exec(before.slice(-200));
  if (lineBreak === null) return undefined;
  return `${before.slice(0, -lineBreak[0].length)}${' '.repeat(lineBreak[0].length)}${text.slice(error.pos[0])}`;
}
