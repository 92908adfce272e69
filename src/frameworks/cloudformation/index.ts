import { distinctNotices, type Notice } from '../../findings/notice.js';
import type { Files, Framework, ParsedStack } from '../framework.js';
import { unreadStack } from '../reading/unread-stack.js';
import { openDocuments } from './documents.js';
import { filesOf } from './files.js';
import { lowerTemplate } from './lowering.js';
import { canHoldTemplate, isTemplate, looksLikeTemplate } from './recognition.js';
import { mapTemplate } from './resources/model.js';
import { suppressionsOf } from './suppressions.js';

/** SAM and CloudFormation templates, in YAML and JSON. */
export const cloudformation: Framework = {
  name: 'cloudformation',
  entryOf: (path) => (canHoldTemplate(path) ? path : undefined),
  parse: parseStack,
};

function parseStack(entry: string, files: Files): ParsedStack | undefined {
  const text = files.read(entry);
  if (text === undefined || !looksLikeTemplate(text)) return undefined;
  const documents = openDocuments(entry, files);
  const read = documents.read(entry);
  const root = read?.documents?.[0];
  if (read?.documents === undefined) {
    return unreadStack(text.includes('AWS::Serverless') ? 'sam' : 'cloudformation', entry, documents.notices);
  }
  if (!isTemplate(root)) return undefined;
  const template = lowerTemplate(entry, root, documents);
  const model = mapTemplate(template);
  const { codeRoots, paths } = filesOf(template, documents);
  const suppressed = suppressionsOf(template, text);
  const notices: readonly Notice[] = [...distinctNotices(documents.notices), ...suppressed.notices];
  return { model, files: paths, codeRoots, notices, suppressions: suppressed.suppressions };
}
