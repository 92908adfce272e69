import type { Level } from '../../../../clouds/azure/apis/auth-levels.js';
import { number } from '../../../../clouds/values/codec.js';
import { settingOf } from '../../../../clouds/values/section.js';
import type { Notice } from '../../../../findings/notice.js';
import { type PythonModule, parsePython } from '../../../../languages/python/parse.js';
import { lastNameOf } from '../../../../languages/python/scopes/qualified-names.js';
import type { Call } from '../../../../languages/python/syntax/expression.js';
import { absent, fixed, type Setting } from '../../../../model/setting.js';
import type { Span } from '../../../../model/span.js';
import { refusalOf, type Source, unread } from '../../../../notation/source.js';
import type { Reading } from '../../../../notation/writer.js';
import type { Binding, DeclaredFunction } from '../binding.js';
import { checksCallers } from '../own-checks.js';
import { type Decorated, declaredIn } from './decorated.js';
import { pythonLevels, pythonMap, pythonWriter } from './values.js';

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
  const module = refusal === undefined ? parsePython(source) : undefined;
  if (module === undefined) {
    return { functions: [], level: undefined, notices: [refusal ?? unread(source, 0, 'could not be read as Python')] };
  }
  const reading: Reading = { writer: pythonWriter(source), unresolved };
  const { apps, decorated } = declaredIn(module);
  const [app] = apps.filter(({ callee }) => lastNameOf(callee) !== 'Blueprint');
  const context: Context = { source, folder, reading };
  const hosted = apps.filter(({ callee }) => /^(?:Asgi|Wsgi)FunctionApp$/.test(lastNameOf(callee)));
  return {
    functions: [
      ...decorated.flatMap((one) => functionOf(one, context)),
      ...hosted.map((call) => hostedApp(call, context)),
    ],
    level: app && levelOf(app, context),
    notices: brokenIn(module),
  };
}

function brokenIn({ source, brokenAt }: PythonModule): readonly Notice[] {
  const problem = 'has a part that is not valid Python, which was not reviewed';
  return brokenAt === undefined ? [] : [unread(source, brokenAt, problem)];
}

interface Context {
  readonly source: Source;
  readonly folder: string;
  readonly reading: Reading;
}

/** Without `http_auth_level` the app asks for a key. */
function levelOf(call: Call, { source, reading }: Context): Setting<Level> {
  const map = pythonMap(source, call);
  const { at } = call.callee;
  const level = settingOf({ map, at, reading }, ['httpAuthLevel'], pythonLevels);
  return level.kind === 'absent' ? fixed('function-key', at) : level;
}

function functionOf({ calls, definition }: Decorated, context: Context): readonly DeclaredFunction[] {
  const { source, folder, reading } = context;
  const bindings = calls.flatMap((call): readonly Binding[] => {
    const found = decorators.get(lastNameOf(call.callee));
    if (found === undefined) return [];
    const [type, direction] = found;
    const { at } = call.callee;
    return [{ type, direction, at, section: { map: pythonMap(source, call), at, reading } }];
  });
  const trigger = bindings.find(({ direction }) => direction === 'trigger');
  if (trigger === undefined) return [];
  const { path, text } = source;
  const at = trigger.at;
  return [
    {
      name: givenName(calls) ?? definition.name,
      at,
      whole: definition.at,
      bindings,
      open: false,
      disabled: absent(at),
      retries: retriesOf(calls, at, context),
      handler: fixed(path, at),
      codeRoot: folder,
      checksCallers: checksCallers(text.slice(definition.at.start, definition.at.end)),
      otherwise: absent(at),
    },
  ];
}

/** `@app.function_name(name="x")`. */
function givenName(calls: readonly Call[]): string | undefined {
  const call = calls.find(({ callee }) => lastNameOf(callee) === 'function_name');
  const given = call?.args.find((argument) => argument.kind === 'keyword' && argument.name === 'name')?.value;
  return given?.kind === 'literal' && typeof given.value === 'string' ? given.value : undefined;
}

function retriesOf(calls: readonly Call[], at: Span, { source, reading }: Context): Setting<number> {
  const call = calls.find(({ callee }) => lastNameOf(callee) === 'retry');
  const map = call && pythonMap(source, call);
  return settingOf({ map, at: call?.callee.at ?? at, reading }, ['maxRetryCount'], number);
}

/** A whole web application behind one function, which answers every path. */
function hostedApp(call: Call, { source, folder, reading }: Context): DeclaredFunction {
  const { at } = call.callee;
  const route = { key: 'route', keyAt: at, value: { kind: 'scalar', value: '{*route}', at, origin: at } } as const;
  const map = { kind: 'map', entries: [route], open: false, at, origin: at } as const;
  return {
    name: 'http_app_func',
    at,
    whole: call.at,
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
