import type { Parser } from 'web-tree-sitter';
import type { Level } from '../../../../clouds/azure/apis/auth-levels.js';
import { number } from '../../../../clouds/values/codec.js';
import { settingOf } from '../../../../clouds/values/section.js';
import type { Notice } from '../../../../findings/notice.js';
import { absent, fixed, type Setting } from '../../../../model/setting.js';
import type { Span } from '../../../../model/span.js';
import { refusalOf, type Source, unread } from '../../../../notation/source.js';
import { loadGrammar } from '../../../../notation/tree-sitter/grammar.js';
import { firstBroken, parseSyntax, type SyntaxNode } from '../../../../notation/tree-sitter/syntax-tree.js';
import type { Reading } from '../../../../notation/writer.js';
import type { Binding, DeclaredFunction } from '../binding.js';
import { checksCallers } from '../own-checks.js';
import { callsIn, type PythonCall } from './calls.js';
import { pythonLevels, pythonMap, pythonWriter } from './values.js';

let parser: Parser | undefined;

/** Loads the grammar. Once. */
export async function preparePython(): Promise<void> {
  parser ??= await loadGrammar({ file: 'tree-sitter-python.wasm', package: 'tree-sitter-python' });
}

/** The types and directions of bindings by the names of decorators, v2 model. */
const decorators: ReadonlyMap<string, readonly [type: string, direction: Binding['direction']]> = new Map([
  ['route', ['http', 'trigger']],
  ['timer_trigger', ['timer', 'trigger']],
  ['schedule', ['timer', 'trigger']],
  ['queue_trigger', ['queue', 'trigger']],
  ['queue_output', ['queue', 'out']],
  ['blob_trigger', ['blob', 'trigger']],
  ['blob_output', ['blob', 'out']],
  ['service_bus_queue_trigger', ['servicebus', 'trigger']],
  ['service_bus_topic_trigger', ['servicebus', 'trigger']],
  ['service_bus_queue_output', ['servicebus', 'out']],
  ['service_bus_topic_output', ['servicebus', 'out']],
  ['event_hub_message_trigger', ['eventhub', 'trigger']],
  ['event_hub_output', ['eventhub', 'out']],
  ['cosmos_db_trigger', ['cosmosdb', 'trigger']],
  ['cosmos_db_output', ['cosmosdb', 'out']],
  ['event_grid_trigger', ['eventgrid', 'trigger']],
  ['event_grid_output', ['eventgrid', 'out']],
  ['table_output', ['table', 'out']],
]);

/** What a file of Python declares. */
export interface PythonCode {
  readonly functions: readonly DeclaredFunction[];
  /** What the app asks of callers where routes say nothing; undefined in files without the app. */
  readonly level: Setting<Level> | undefined;
  readonly notices: readonly Notice[];
}

/** The functions that a file declares by decorators of a function app or a blueprint. */
export function pythonFunctions(source: Source, folder: string, unresolved: Reading['unresolved']): PythonCode {
  const isMeant = /\bazure\.functions\b|\bfrom\s+azure\s+import\s+functions\b/.test(source.text);
  if (!isMeant) return { functions: [], level: undefined, notices: [] };
  const refusal = refusalOf(source);
  const root = refusal === undefined && parser !== undefined ? parseSyntax(parser, source.text) : undefined;
  if (root === undefined) {
    return { functions: [], level: undefined, notices: [refusal ?? unread(source, 0, 'could not be read as Python')] };
  }
  const reading: Reading = { writer: pythonWriter(source), unresolved };
  const { apps, decorated } = callsIn(root, source);
  const [app] = apps.filter(({ name }) => name !== 'Blueprint');
  const context: Context = { source, folder, reading };
  const hosted = apps.filter(({ name }) => /^(?:Asgi|Wsgi)FunctionApp$/.test(name));
  return {
    functions: [
      ...decorated.flatMap(({ calls, definition }) => functionOf(calls, definition, context)),
      ...hosted.map((call) => hostedApp(call, context)),
    ],
    level: app && levelOf(app, context),
    notices: brokenIn(source, root),
  };
}

function brokenIn(source: Source, root: SyntaxNode): readonly Notice[] {
  const broken = firstBroken(root);
  const problem = 'has a part that is not valid Python, which was not judged';
  return broken === undefined ? [] : [unread(source, broken.start, problem)];
}

interface Context {
  readonly source: Source;
  readonly folder: string;
  readonly reading: Reading;
}

/** Without `http_auth_level` the app asks for a key. */
function levelOf(call: PythonCall, { source, reading }: Context): Setting<Level> {
  const map = pythonMap(source, call);
  const level = settingOf({ map, at: call.at, reading }, ['httpAuthLevel'], pythonLevels);
  return level.kind === 'absent' ? fixed('function-key', call.at) : level;
}

function functionOf(
  calls: readonly PythonCall[],
  definition: SyntaxNode,
  context: Context,
): readonly DeclaredFunction[] {
  const { source, folder, reading } = context;
  const bindings = calls.flatMap((call): readonly Binding[] => {
    const found = decorators.get(call.name);
    if (found === undefined) return [];
    const [type, direction] = found;
    return [{ type, direction, at: call.at, section: { map: pythonMap(source, call), at: call.at, reading } }];
  });
  const trigger = bindings.find(({ direction }) => direction === 'trigger');
  if (trigger === undefined) return [];
  const named = definition.children.find(({ type }) => type === 'identifier');
  const given = calls.find(({ name }) => name === 'function_name')?.texts.get('name');
  const { path } = source;
  const at = trigger.at;
  return [
    {
      name: given ?? (named === undefined ? 'function' : source.text.slice(named.start, named.end)),
      at,
      whole: { path, start: definition.start, end: definition.end },
      bindings,
      open: false,
      disabled: absent(at),
      retries: retriesOf(calls, at, context),
      handler: fixed(path, at),
      codeRoot: folder,
      checksCallers: checksCallers(source.text.slice(definition.start, definition.end)),
      otherwise: absent(at),
    },
  ];
}

function retriesOf(calls: readonly PythonCall[], at: Span, { source, reading }: Context): Setting<number> {
  const call = calls.find(({ name }) => name === 'retry');
  const map = call && pythonMap(source, call);
  return settingOf({ map, at: call?.at ?? at, reading }, ['maxRetryCount'], number);
}

/** A whole web application behind one function, which answers every path. */
function hostedApp(call: PythonCall, { source, folder, reading }: Context): DeclaredFunction {
  const { at, whole } = call;
  const route = { key: 'route', keyAt: at, value: { kind: 'scalar', value: '{*route}', at, origin: at } } as const;
  const map = { kind: 'map', entries: [route], open: false, at, origin: at } as const;
  return {
    name: 'http_app_func',
    at,
    whole,
    bindings: [{ type: 'http', direction: 'trigger', at, section: { map, at, reading } }],
    open: false,
    disabled: absent(at),
    retries: absent(at),
    handler: fixed(source.path, at),
    codeRoot: folder,
    checksCallers: false,
    otherwise: absent(at),
  };
}
