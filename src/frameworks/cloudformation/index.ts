import { distinctNotices, type Notice } from '../../findings/notice.js';
import type { Model } from '../../model/model.js';
import type { Files, Framework, ParsedStack } from '../framework.js';
import { emptyModel } from '../reading/empty-model.js';
import { type Documents, openDocuments } from './documents.js';
import { filesOf } from './files.js';
import { lowerTemplate } from './lowering.js';
import { canHoldTemplate, isTemplate, looksLikeTemplate } from './recognition.js';
import { mapTemplate } from './resources/model.js';
import { isPartOfService } from './service-parts.js';
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
  if (read?.documents === undefined) return unreadStack(entry, text, documents);
  if (!isTemplate(root) || isPartOfService(entry, text, files)) return undefined;
  const template = lowerTemplate(entry, root, documents);
  const model = mapTemplate(template);
  const { codeRoots, paths } = filesOf(template, documents);
  const suppressed = suppressionsOf(template, text);
  const notices: readonly Notice[] = [...distinctNotices(documents.notices), ...suppressed.notices];
  return { model, files: paths, codeRoots, notices, suppressions: suppressed.suppressions };
}

/** A template that could not be read: nothing in it is known, so nothing is absent. */
function unreadStack(entry: string, text: string, { notices }: Documents): ParsedStack {
  const framework = text.includes('AWS::Serverless') ? 'sam' : 'cloudformation';
  const model: Model = { ...emptyModel(framework, entry), open: true };
  return { model, files: [entry], codeRoots: [], notices, suppressions: [] };
}
