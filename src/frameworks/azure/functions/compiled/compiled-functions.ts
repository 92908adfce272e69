import { absent, fixed } from '../../../../model/setting.js';
import { textOf } from '../../../../model/value.js';
import { refusalOf, type Source } from '../../../../notation/source.js';
import type { Reading } from '../../../../notation/writer.js';
import type { Binding, DeclaredFunction } from '../binding.js';
import { checksCallers } from '../own-checks.js';
import { attributeMap, attributeWriter } from './attribute-values.js';
import { type Attribute, attributesIn } from './attributes.js';

/** Types of bindings by what attributes of C# and annotations of Java call them. */
const types: ReadonlyMap<string, string> = new Map([
  ['Http', 'http'],
  ['Queue', 'queue'],
  ['Blob', 'blob'],
  ['Table', 'table'],
  ['Timer', 'timer'],
  ['ServiceBus', 'servicebus'],
  ['ServiceBusQueue', 'servicebus'],
  ['ServiceBusTopic', 'servicebus'],
  ['EventHub', 'eventhub'],
  ['EventGrid', 'eventgrid'],
  ['CosmosDB', 'cosmosdb'],
  ['Orchestration', 'orchestration'],
  ['Activity', 'activity'],
  ['Entity', 'entity'],
  ['Kafka', 'kafka'],
  ['SignalR', 'signalr'],
]);

const named = new Set(['Function', 'FunctionName']);

const guards = /\[Authorize\b|\bClaimsPrincipal\b|\.User\.|x-ms-client/i;

const gates =
  /\.Use(?:Authentication|Authorization|FunctionsAuthorization|Middleware<\w{0,60}(?:Auth|Jwt|Token|Principal|ApiKey)\w{0,60}>)\s{0,9}\(/i;

/** True if a file puts something that looks at callers before all functions of its app. */
export function guardsAll({ text }: Source): boolean {
  return text.includes('.Use') && gates.test(text);
}

/** The functions that a file of C# or Java declares by attributes or annotations. */
export function compiledFunctions(
  source: Source,
  folder: string,
  unresolved: Reading['unresolved'],
): readonly DeclaredFunction[] {
  if (!/\b(?:Function|FunctionName)\s*\(/.test(source.text) || !source.text.includes('Trigger')) return [];
  if (refusalOf(source) !== undefined) return [];
  const attributes = attributesIn(source);
  const starts = attributes.flatMap((attribute, index) => (named.has(attribute.name) ? [index] : []));
  const reading: Reading = { writer: attributeWriter(source), unresolved };
  const isGuarded = guards.test(source.text);
  return starts.flatMap((start, order) => {
    const next = starts[order + 1] ?? attributes.length;
    const end = attributes[next]?.at.start ?? source.text.length;
    return functionOf(attributes.slice(start, next), { source, folder, reading, end, isGuarded });
  });
}

interface Context {
  readonly source: Source;
  readonly folder: string;
  readonly reading: Reading;
  /** Where the next function begins. */
  readonly end: number;
  /** Something in the file looks at who is calling. */
  readonly isGuarded: boolean;
}

function functionOf(
  [name, ...attributes]: readonly Attribute[],
  { source, folder, reading, end, isGuarded }: Context,
): readonly DeclaredFunction[] {
  const bindings = attributes.flatMap((attribute) => bindingOf(attribute, reading));
  const trigger = bindings.find(({ direction }) => direction === 'trigger');
  if (name === undefined || trigger === undefined) return [];
  const { path, text } = source;
  const whole = { path, start: name.at.start, end };
  const code = text.slice(name.at.start, end);
  return [
    {
      name: nameOf(name) ?? 'function',
      at: trigger.at,
      whole,
      bindings,
      open: false,
      disabled: absent(trigger.at),
      retries: absent(trigger.at),
      handler: fixed(path, trigger.at),
      codeRoot: folder,
      checksCallers: isGuarded || checksCallers(code),
      otherwise: fixed('function-key', trigger.at),
    },
  ];
}

/** `"Orders"`, `nameof(Orders)`, `Names.Orders`. */
function nameOf({ args: [first] }: Attribute): string | undefined {
  const written = first?.text ?? '';
  return /^@?"([^"]{1,200})"$/.exec(written)?.[1] ?? /([A-Za-z_]\w{0,100})\s*\)?$/.exec(written)?.[1];
}

function bindingOf(attribute: Attribute, reading: Reading): readonly Binding[] {
  const { name, at } = attribute;
  const [, kind = '', role = ''] = /^(\w+?)(Trigger|Input|Output)?$/.exec(name) ?? [];
  const type = types.get(kind);
  if (type === undefined) return [];
  const map = attributeMap(type, attribute);
  const isRead = role === 'Input' || map.entries.some(({ value }) => /FileAccess\.Read$/.test(textOf(value) ?? ''));
  const direction = role === 'Trigger' ? 'trigger' : isRead || isKeyless(attribute) ? 'in' : 'out';
  return [{ type, direction, at, section: { map, at, reading } }];
}

/** Attributes without arguments name no place. */
function isKeyless({ args }: Attribute): boolean {
  return args.length === 0;
}
