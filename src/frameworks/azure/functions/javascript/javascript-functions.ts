import { type ParserPlugin, parse } from '@babel/parser';
import type { CallExpression, File, Node } from '@babel/types';
import { number } from '../../../../clouds/values/codec.js';
import { type Section, settingOf } from '../../../../clouds/values/section.js';
import type { Notice } from '../../../../findings/notice.js';
import { absent, fixed, type Setting } from '../../../../model/setting.js';
import type { Span } from '../../../../model/span.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../../model/value.js';
import { refusalOf, type Source, unread } from '../../../../notation/source.js';
import type { Reading } from '../../../../notation/writer.js';
import type { Binding, DeclaredFunction } from '../binding.js';
import { checksCallers } from '../own-checks.js';
import { codeOf } from './code.js';
import { namesOfApp } from './imports.js';
import { methods, optionsOf } from './options.js';
import { type Constants, javascriptValue } from './values.js';
import { javascriptWriter } from './writing.js';

export interface ReadCode {
  readonly functions: readonly DeclaredFunction[];
  readonly notices: readonly Notice[];
}

/** The functions that a file declares by `app.http(…)` and the like; none if it uses another library. */
export function javascriptFunctions(source: Source, folder: string, unresolved: Reading['unresolved']): ReadCode {
  if (!source.text.includes('@azure/functions') || !/\bapp\b/.test(source.text)) return { functions: [], notices: [] };
  const refusal = refusalOf(source);
  const file = refusal === undefined ? parseFile(source) : undefined;
  if (file === undefined)
    return { functions: [], notices: [refusal ?? unread(source, 0, 'could not be read as JavaScript')] };
  const reading: Reading = { writer: javascriptWriter(source), unresolved };
  const { calls, constants } = survey(file);
  const context: Context = { source, folder, reading, constants };
  return { functions: calls.flatMap((call) => functionOf(call, context)), notices: [] };
}

/** Best effort: what cannot be parsed is undefined, however it fails. */
function parseFile({ path, text }: Source): File | undefined {
  const typed: ParserPlugin[] = /\.[mc]?ts$/.test(path)
    ? ['typescript']
    : /\.tsx$/.test(path)
      ? ['typescript', 'jsx']
      : ['jsx'];
  try {
    return parse(text, {
      sourceType: 'unambiguous',
      errorRecovery: true,
      attachComment: false,
      plugins: [...typed, 'decorators'],
    });
  } catch {
    return undefined;
  }
}

interface Survey {
  readonly calls: readonly CallExpression[];
  readonly constants: Constants;
}

/** All calls of `app` and all constants at the top, found without recursion. */
function survey(file: File): Survey {
  const calls: CallExpression[] = [];
  const constants = new Map<string, Node>();
  for (const statement of file.program.body) {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declared?.type === 'FunctionDeclaration' && declared.id) constants.set(declared.id.name, declared);
    for (const one of declared?.type === 'VariableDeclaration' && declared.kind === 'const'
      ? declared.declarations
      : []) {
      if (one.id.type === 'Identifier' && one.init) constants.set(one.id.name, one.init);
    }
  }
  const waiting: Node[] = [file.program];
  const names = namesOfApp(file);
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'CallExpression' && isOfApp(node, names)) calls.push(node);
    for (const child of Object.values(node).flat()) if (isNode(child)) waiting.push(child);
  }
  return { calls: calls.sort((a, b) => (a.start ?? 0) - (b.start ?? 0)), constants };
}

function isNode(child: unknown): child is Node {
  return typeof child === 'object' && child !== null && 'type' in child && 'start' in child;
}

function isOfApp({ callee }: CallExpression, names: ReadonlySet<string>): boolean {
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier' || !methods.has(callee.property.name))
    return false;
  const { object } = callee;
  if (object.type === 'Identifier') return names.has(object.name);
  return object.type === 'MemberExpression' && object.property.type === 'Identifier' && object.property.name === 'app';
}

interface Context {
  readonly source: Source;
  readonly folder: string;
  readonly reading: Reading;
  readonly constants: Constants;
}

function functionOf(
  call: CallExpression,
  { source, folder, reading, constants }: Context,
): readonly DeclaredFunction[] {
  const { callee, arguments: args } = call;
  const { path } = source;
  const name = textOf(javascriptValue(args[0], path, constants));
  const method =
    callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : '';
  if (name === undefined) return [];
  const span = (node: Node | undefined): Span => ({ path, start: node?.start ?? 0, end: node?.end ?? 0 });
  const at = span(args[0]);
  const written = javascriptValue(args[1], path, constants);
  const options = optionsOf(written, method, at);
  const section: Section = { map: options, at, reading };
  const trigger: Binding = { type: methods.get(method) ?? 'other', direction: 'trigger', at, section };
  return [
    {
      name,
      at,
      whole: span(call),
      bindings: [trigger, ...outputsOf(options, section)],
      open: options.kind === 'map' && options.open,
      disabled: absent(at),
      retries: settingOf(section, ['retry', 'maxRetryCount'], number),
      handler: fixed(path, at) as Setting<string>,
      codeRoot: folder,
      checksCallers: checksCallers(codeOf(call, source, constants)),
      otherwise: fixed('none', at),
    },
  ];
}

function outputsOf(options: Value, { at, reading }: Section): readonly Binding[] {
  const values = [...itemsOf(valueAt(options, 'return')), ...itemsOf(valueAt(options, 'extraOutputs'))];
  return values.flatMap((map): readonly Binding[] => {
    const type = methods.get(textOf(valueAt(map, 'type')) ?? '');
    return type === undefined ? [] : [{ type, direction: 'out', at: map.at, section: { map, at, reading } }];
  });
}
