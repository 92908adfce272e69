import type { Files } from '../../model/files.js';
import { noSign } from '../files/not-ours.js';
import { unreadStack } from '../files/unread-stack.js';
import type { Answer, Framework } from '../framework.js';
import { openapiFiles } from './recognition.js';
import { documentModel, readDocument } from './stack.js';

/** OpenAPI documents that nothing in the repository is known to deploy: they tell routes, not how those are served. */
export const openapi: Framework = {
  ...openapiFiles,
  unreadAs: 'openapi',
  parse: parseStack,
};

function parseStack(entry: string, files: Files): Answer {
  const stack = readDocument(entry, files);
  if (stack === undefined) return noSign;
  if (!('root' in stack)) return unreadStack('openapi', entry, stack);
  const model = documentModel(stack, 'openapi', undefined);
  return { kind: 'stack', model, files: [entry], codeRoots: [], notices: stack.texts.notices, suppressions: [] };
}
