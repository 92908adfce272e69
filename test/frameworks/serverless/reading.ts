import { applyEdits } from '../../../src/findings/edits.js';
import type { ParsedStack } from '../../../src/frameworks/framework.js';
import { openDocuments } from '../../../src/frameworks/serverless/documents.js';
import { serverless } from '../../../src/frameworks/serverless/serverless.js';
import { openVariables, resolveVariables } from '../../../src/frameworks/serverless/variables/resolution.js';
import type { Edit } from '../../../src/model/span.js';
import { valueAt } from '../../../src/model/value.js';
import { parsedStack } from '../../support/parsed.js';
import { filesOf, show } from '../cloudformation/reading.js';

type Texts = Readonly<Record<string, string>>;

/** A service that says nothing but what a test adds. */
export const header = 'service: orders\nprovider:\n  name: aws\n  runtime: nodejs24.x\n';

/** The stack that starts at `serverless.yml`. */
export function parse(texts: Texts | string, entry = 'serverless.yml'): ParsedStack {
  const files = typeof texts === 'string' ? { [entry]: texts } : texts;
  const parsed = parsedStack(serverless, entry, filesOf(files));
  if (parsed === undefined) throw new Error(`${entry} is no service.`);
  return parsed;
}

/** A custom value of a service with its variables resolved, in few characters, and the notices on the way. */
export function resolved(custom: string, others: Texts = {}, provider = ''): { value: unknown; notices: number } {
  const text = `service: orders\nprovider:\n  name: aws\n${provider}custom:\n  it: ${custom}\n`;
  const documents = openDocuments('app/serverless.yml', filesOf({ 'app/serverless.yml': text, ...others }));
  const [root] = documents.read('app/serverless.yml')?.documents ?? [];
  if (root === undefined) throw new Error('The text is not valid.');
  const value = valueAt(resolveVariables(openVariables(documents, root), root), 'custom', 'it');
  return { value: show(value), notices: documents.notices.length };
}

/** A text after edits; undefined if there are none. */
export function edited(text: string, edits: readonly Edit[] | undefined): string | undefined {
  return edits && applyEdits(text, edits);
}
