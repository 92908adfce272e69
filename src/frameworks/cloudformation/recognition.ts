import { built, hosting, inFolders, installed, synthesised } from '../../model/folders.js';
import { entryOf, itemsOf, textOf, type Value } from '../../model/value.js';
import { usualNames } from '../files/stack-names.js';
import type { FrameworkFiles } from '../framework.js';

const extension = /\.(ya?ml|json|template)$/i;
const otherNames =
  /^(package(-lock)?|npm-shrinkwrap|tsconfig.*|jsconfig.*|composer|serverless.*|docker-compose.*|pnpm-lock|host|local\.settings|cdk|lerna|nx|turbo|\..*)\.(ya?ml|json)$/i;
const isElsewhere = inFolders(installed, synthesised, built, hosting);

const isUsual = usualNames('ya?ml', 'json', 'template');

/** Templates are told by a word in their text; names say little. */
export const cloudformationFiles: FrameworkFiles = {
  name: 'cloudformation',
  entryOf: (path) => (canHoldTemplate(path) ? path : undefined),
  hasUsualName: (path) => isUsual(path) || /\.template\.(?:ya?ml|json)$/i.test(path),
  mayStart: (entry, files) => looksLikeTemplate(files.read(entry) ?? ''),
};

/** True if a file with this path may hold a template. */
function canHoldTemplate(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return extension.test(name) && !otherNames.test(name) && !isElsewhere(path);
}

const serverlessTransform = 'AWS::Serverless-2016-10-31';
const header = /AWSTemplateFormatVersion|AWS::Serverless-2016-10-31/;
const resourceSection = /^[\s{,]{0,200}["']?Resources["']?\s{0,20}:/m;
const typeName = /(AWS|Custom|Alexa)::/;
const startsType = /^(AWS|Custom|Alexa)::/;

/** A cheap look at the text: could it be a template? Everything else is not parsed. */
export function looksLikeTemplate(file: string): boolean {
  const text = file.includes('\u0000') ? file.slice(0, 200_000).replaceAll('\u0000', '') : file;
  return header.test(text) || (typeName.test(text) && resourceSection.test(text));
}

/** True if the root of a document is a template's. */
export function isTemplate(root: Value | undefined): root is Value {
  const resources = entryOf(root, 'Resources')?.value;
  if (entryOf(root, 'AWSTemplateFormatVersion') !== undefined || transformsOf(root).includes(serverlessTransform))
    return true;
  if (resources?.kind !== 'map') return false;
  return resources.entries.some(({ value }) => startsType.test(textOf(entryOf(value, 'Type')?.value) ?? ''));
}

/** The names under `Transform`; a macro with parameters counts by its name. */
function transformsOf(root: Value | undefined): readonly string[] {
  const written = itemsOf(entryOf(root, 'Transform')?.value);
  return written.flatMap((one) => textOf(one) ?? textOf(entryOf(one, 'Name')?.value) ?? '?');
}

const harmless = new Set([
  serverlessTransform,
  'AWS::LanguageExtensions',
  'AWS::CodeDeployBlueGreen',
  'AWS::SecretsManager-2020-07-23',
  'AWS::SecretsManager-2024-09-16',
]);

/** True if a macro may add or change resources in ways that only its owner knows. */
export function hasForeignMacro(root: Value): boolean {
  return foreignMacros(root).length > 0;
}

/** The macros whose work only their owners know, by name. */
export function foreignMacros(root: Value): readonly string[] {
  const inner = itemsOf(entryOf(root, 'Fn::Transform')?.value).map((one) => textOf(entryOf(one, 'Name')?.value) ?? '?');
  return [...new Set([...transformsOf(root).filter((name) => !harmless.has(name)), ...inner])];
}

/** SAM if the template asks for its transform or declares its types. */
export function dialectOf(root: Value): 'sam' | 'cloudformation' {
  if (transformsOf(root).includes(serverlessTransform)) return 'sam';
  const resources = entryOf(root, 'Resources')?.value;
  const types =
    resources?.kind === 'map' ? resources.entries.map(({ value }) => textOf(entryOf(value, 'Type')?.value)) : [];
  return types.some((type) => type?.startsWith('AWS::Serverless::')) ? 'sam' : 'cloudformation';
}
