import { isServed, quotaOf } from '../../clouds/google/addresses/gateway-extensions.js';
import type { Api } from '../../model/api.js';
import type { Files } from '../../model/files.js';
import { absent } from '../../model/setting.js';
import { entryOf } from '../../model/value.js';
import { noSign, notOurs } from '../files/not-ours.js';
import { unreadStack } from '../files/unread-stack.js';
import type { Answer, Framework } from '../framework.js';
import { documentModel, readDocument } from '../openapi/stack.js';
import { gatewayFiles } from './recognition.js';

/** API Gateway and Cloud Endpoints: OpenAPI documents with Google's extensions are what is deployed. */
export const googleGateway: Framework = {
  ...gatewayFiles,
  unreadAs: 'google-cloud',
  parse: parseStack,
};

function parseStack(entry: string, files: Files): Answer {
  if (!gatewayFiles.mayStart(entry, files)) return noSign;
  const stack = readDocument(entry, files);
  if (stack === undefined) return noSign;
  if (!('root' in stack)) return unreadStack('google-cloud', entry, stack);
  if (!isServed(stack.root)) return notOurs('no gateway serves this document', stack.texts.notices);
  const { at } = entryOf(stack.root, 'info')?.value ?? stack.root;
  const visibility: Api['visibility'] = absent(at);
  const model = documentModel(stack, 'google-cloud', { visibility, throttle: quotaOf(stack.root, entry) });
  return { kind: 'stack', model, files: [entry], codeRoots: [], notices: stack.texts.notices, suppressions: [] };
}
