import type { Notice } from '../../findings/notice.js';
import { dataRefusalOf, type ReadText, type Source, unread, unreadable } from '../source.js';
import type { YamlError } from './composed.js';
import { readNode } from './nodes.js';
import { parseYaml } from './parse.js';
import { newWalk, type TagReader } from './walk.js';

/**
 * Reads plain YAML: every document, anchors, aliases and merge keys resolved. `tag` gives custom tags a meaning; without
 * it they are ignored.
 */
export function readYaml(source: Source, tag?: TagReader): ReadText {
  const refusal = dataRefusalOf(source);
  if (refusal !== undefined) return unreadable(source, refusal);
  const { documents, error, masked } = parseYaml(source.text);
  if (error !== undefined) return unreadable(source, noticeOf(source, error));
  const walk = newWalk(source, tag, masked);
  const values = documents.map((document) => {
    walk.anchors.clear();
    return readNode(walk, document);
  });
  const { failures, notices, shared, flows } = walk;
  if (failures[0] !== undefined) return unreadable(source, failures[0]);
  if (masked) notices.push(directivesNotice(source));
  return { source, documents: values, notices, shared, flows };
}

function noticeOf(source: Source, { code, message, pos }: YamlError): Notice {
  const problem = code === 'RESOURCE_EXHAUSTION' ? 'is nested too deeply' : `is not valid YAML (${oneLine(message)})`;
  return unread(source, pos[0], `${problem} and was not reviewed`);
}

function oneLine(message: string): string {
  return message
    .replace(/\s+/g, ' ')
    .replace(/[`<>|[\]*_@]/g, '')
    .slice(0, 160)
    .replace(/[.:]$/, '');
}

function directivesNotice({ path }: Source): Notice {
  const message =
    'This file contains directives of a template engine; what they produce is not known and was not reviewed.';
  return { path, line: 1, message, kind: 'information' };
}
