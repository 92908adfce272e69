import { localPath } from '../../../../model/local-path.js';
import { type MapEntry, textOf, type Value } from '../../../../model/value.js';
import { parseTemplateText } from '../../../../notation/hcl/template-text.js';
import { lineAt } from '../../../../notation/source.js';
import { type Scope, withNames } from '../scope.js';
import { scalar, unknownValue } from '../values.js';
import { documentFunctions } from './documents.js';
import type { FileCall, FileFunction } from './function.js';

interface Found {
  readonly path: string;
  readonly text: string;
}

/** The file that a call names, or why it cannot be had. A path that climbs out of the repository is told. */
function fileOf({ values, at, scope }: FileCall): Found | Value {
  const written = textOf(values[0]);
  if (written === undefined) return unknownValue(at, 'computed path');
  const found = foundIn(scope, written);
  if (found === 'outside') return missing(scope, at, 'leads out of the repository');
  return found ?? missing(scope, at, 'names a file that is not in the repository');
}

/** Files are looked for from the root module. */
function foundIn({ session }: Scope, written: string): Found | 'outside' | undefined {
  const place = localPath(session.root, written);
  if (typeof place !== 'object') return place;
  const text = session.readText(place.path);
  return text === undefined ? undefined : { path: place.path, text };
}

function missing({ session }: Scope, at: FileCall['at'], problem: string): Value {
  const line = lineAt(session.textOf(at.path), at.start);
  session.notices.push({
    path: at.path,
    line,
    kind: 'information',
    message: `This call ${problem}; its value is not known.`,
  });
  return unknownValue(at, 'file not in the repository');
}

function isFound(found: Found | Value): found is Found {
  return 'text' in found;
}

const file: FileFunction = (call) => {
  const found = fileOf(call);
  if (!isFound(found)) return found;
  return { ...scalar(found.text, call.at), origin: { path: found.path, start: 0, end: found.text.length } };
};

/** So many characters of a file are as much work as one expression. */
const charactersAStep = 100;

const templatefile: FileFunction = (call) => {
  const found = fileOf(call);
  if (!isFound(found)) return found;
  const { values, scope, evaluate, at } = call;
  const { templates, rendering, spend } = scope.session;
  const variables = values[1];
  if (variables?.kind !== 'map') return unknownValue(at, 'template variables');
  if (rendering.size > 0) return unknownValue(at, 'template in a template');
  if (!spend(found.text.length / charactersAStep)) return unknownValue(at, 'too much to evaluate');
  const template = templates.get(found.path) ?? parseTemplateText(found);
  templates.set(found.path, template);
  const names = Object.fromEntries(variables.entries.map(({ key, value }: MapEntry) => [key, value]));
  rendering.add(found.path);
  const value = evaluate(template, withNames(scope, names));
  rendering.delete(found.path);
  return { ...value, origin: value.at, at };
};

const fileexists: FileFunction = (call) => {
  const written = textOf(call.values[0]);
  if (written === undefined) return unknownValue(call.at, 'computed path');
  return scalar(typeof foundIn(call.scope, written) === 'object', call.at);
};

export const fileFunctions: ReadonlyMap<string, FileFunction> = new Map([
  ['file', file],
  ['templatefile', templatefile],
  ...documentFunctions,
  ['fileexists', fileexists],
]);
