import { mapTemplate } from '../../clouds/aws/aws-model.js';
import { distinctNotices, type Notice } from '../../findings/notice.js';
import type { Files } from '../../model/files.js';
import { entryOf, type Value } from '../../model/value.js';
import { lineAt } from '../../notation/source.js';
import { noSign, notOurs } from '../files/not-ours.js';
import { unreadStack } from '../files/unread-stack.js';
import type { Answer, Framework } from '../framework.js';
import { openDocuments } from './documents.js';
import { filesOf } from './files.js';
import { lowerTemplate } from './lowering.js';
import { peersIn } from './peers.js';
import { cloudformationFiles, foreignMacros, isTemplate, looksLikeTemplate } from './recognition.js';
import { servicesWith } from './service-parts.js';
import { suppressionsOf } from './suppressions.js';

/** SAM and CloudFormation templates, in YAML and JSON. */
export const cloudformation: Framework = {
  ...cloudformationFiles,
  unreadAs: 'cloudformation',
  parse: parseStack,
};

function parseStack(entry: string, files: Files): Answer {
  const text = files.read(entry);
  if (text === undefined || !looksLikeTemplate(text)) return noSign;
  const documents = openDocuments(entry, files);
  const read = documents.read(entry);
  if (read?.documents === undefined) {
    return unreadStack(text.includes('AWS::Serverless') ? 'sam' : 'cloudformation', entry, documents.notices);
  }
  const [root, second] = read.documents.filter(isTemplate);
  if (root === undefined) return notOurs('it declares no resources of AWS', documents.notices);
  const services = servicesWith(entry, text, files);
  if (services.length > 0) return { kind: 'elsewhere', by: services };
  const template = lowerTemplate(entry, root, documents);
  const model = mapTemplate(template);
  const { codeRoots, paths } = filesOf(template, documents);
  const suppressed = suppressionsOf(template, text);
  const peers = peersIn(template, text);
  const left = second === undefined ? [] : [leftOver(second, text)];
  const macros = macroNotices(root, text);
  const notices: readonly Notice[] = [...distinctNotices(documents.notices), ...left, ...macros, ...suppressed.notices];
  return { kind: 'stack', model, files: paths, codeRoots, notices, suppressions: suppressed.suppressions, peers };
}

const mostNamed = 5;

/** What a macro of somebody's own makes of the template is known to its owner only; absent settings count as unknown. */
function macroNotices(root: Value, text: string): readonly Notice[] {
  const names = foreignMacros(root);
  if (names.length === 0) return [];
  const at = entryOf(root, 'Transform') ?? entryOf(root, 'Fn::Transform');
  const told = names.slice(0, mostNamed).map((name) => (name === '?' ? 'a macro' : `the macro ${name.slice(0, 80)}`));
  const message = `At deployment ${told.join(', ')} may change this template; what it adds or changes was not reviewed.`;
  const line = at === undefined ? 1 : lineAt(text, at.keyAt.start);
  return [{ path: root.at.path, line, message, kind: 'information' }];
}

/** One file is one stack: of several documents only the first template is deployed. */
function leftOver({ at }: Value, text: string): Notice {
  const message = 'This file contains a second template, which was not reviewed; keep one template per file.';
  return { path: at.path, line: lineAt(text, at.start), message, kind: 'unread' };
}
