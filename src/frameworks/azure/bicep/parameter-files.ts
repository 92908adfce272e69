import type { Files } from '../../../model/files.js';
import { localPath } from '../../../model/local-path.js';
import { folderOf } from '../../../model/path.js';
import type { Span } from '../../../model/span.js';
import { entryOf, type Value } from '../../../model/value.js';
import { readJson } from '../../../notation/json/json.js';
import { evaluate } from '../expressions/evaluate.js';
import { unknownValue } from '../expressions/expression-values.js';
import { openAllowance, type Scope } from '../expressions/scope.js';
import { parseBicep } from './file.js';

/** The values that one parameter file gives. */
export interface Given {
  readonly path: string;
  readonly values: ReadonlyMap<string, Value>;
}

/** So many parameter files of one template are compared. */
const mostFiles = 12;

/** The parameter files that belong to a template: those that name it, and JSON beside it that is called like it. */
export function parameterFiles(template: string, files: Files): readonly Given[] {
  const folder = folderOf(template);
  const beside = files.list().filter((path) => folderOf(path) === folder && path !== template);
  const stem = template.slice(0, template.lastIndexOf('.'));
  const bicep = beside
    .filter((path) => path.endsWith('.bicepparam'))
    .flatMap((path) => bicepValues(path, template, files));
  const json = beside.filter(
    (path) => path.startsWith(`${stem}.`) && /\.param(?:eter)?s(?:[.-][\w.-]+)?\.json$/.test(path),
  );
  return [...bicep, ...json.flatMap((path) => jsonValues(path, files))].slice(0, mostFiles);
}

const using = /^[ \t]*using[ \t]+'([^'\n]{1,300})'/m;

function bicepValues(path: string, template: string, files: Files): readonly Given[] {
  const text = files.read(path);
  const named = text === undefined ? undefined : using.exec(text)?.[1];
  const meant = named === undefined ? undefined : localPath(folderOf(path), named);
  if (text === undefined || typeof meant !== 'object' || meant.path !== template) return [];
  const scope: Scope = { name: () => undefined, call: () => undefined, allowance: openAllowance() };
  const file = parseBicep({ path, text: asDeclarations(text) });
  const values = new Map<string, Value>();
  for (const { kind, name, value } of file.declarations) {
    if (kind === 'var' && value !== undefined) values.set(name, evaluate(value, scope));
  }
  return [{ path, values }];
}

/** `param x = …` is `var x = …` in all but its keyword; the texts have the same length. */
function asDeclarations(text: string): string {
  return text
    .replace(/^([ \t]*)param(?=[ \t]+\w+[ \t]*=)/gm, '$1var  ')
    .replace(using, (line) => ' '.repeat(line.length));
}

function jsonValues(path: string, files: Files): readonly Given[] {
  const text = files.read(path);
  const root = text === undefined ? undefined : readJson({ path, text }).documents?.[0];
  const parameters = entryOf(root, 'parameters')?.value;
  if (parameters?.kind !== 'map') return [];
  const values = new Map(parameters.entries.map(({ key, keyAt, value }) => [key, givenIn(value, keyAt)]));
  return [{ path, values }];
}

/** References to vaults are good values, and `${NAME}` is filled in by the developer CLI. */
function givenIn(parameter: Value, at: Span): Value {
  const value = entryOf(parameter, 'value')?.value;
  if (value === undefined) return unknownValue('vault reference', at);
  const isFilledIn = value.kind === 'scalar' && /\$\{\w+/.test(String(value.value));
  return isFilledIn ? unknownValue('filled in by the deployment', value.at) : value;
}
