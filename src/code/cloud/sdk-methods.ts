import type { Expression, ModuleForm } from '../form.js';
import { walkForm } from '../walking.js';
import type { Found } from './found.js';
import { keyIn } from './methods.js';
import { methodNeeds, type SdkNeeds, serviceOfSymbol } from './sdk.js';
import type { SdkService } from './sdk-service.js';
import type { SymbolOf } from './symbols.js';

interface Chains {
  /** Those whose packages the unit names. */
  readonly services: readonly SdkService[];
  /** Calls that were followed and are certainly none of a client's. */
  readonly others: ReadonlySet<Expression>;
  readonly form: ModuleForm;
  readonly symbolOf: SymbolOf;
  readonly found: Found;
}

/** Names that much besides clients has: without what they are called on they only may be a call of one. */
const common =
  /^(?:add|close|commit|copy|count|create|delete|exists|fetch|get|get_?all|insert|list|merge|move|on|once|open|patch|publish|query|receive|reload|rename|save|set|stream|subscribe|update|upload|upsert|download)$/i;
/** What promises, functions and lists have. */
const ofAnything = /^(?:then|catch|finally|bind|call|apply|map|forEach|next|result|constructor|toString)$/;

/** Every use of a name that is a method of a chain of clients, unless it is certainly something else's. */
export function noteChains({ services, others, form, symbolOf, found }: Chains): void {
  if (services.length === 0) return;
  const skipped = new Set<Expression>();
  const called = new Set<Expression>();
  const expression = (one: Expression): void => {
    if (one.kind === 'call') {
      if (others.has(one)) skipped.add(one.callee);
      called.add(one.callee);
      if (isChosen(one, others)) found.unsure.add('an operation is chosen at run time');
      return;
    }
    const name = one.kind === 'member' ? one.name : keyIn(one);
    if (name === undefined || (one.kind !== 'member' && one.kind !== 'index')) return;
    const of = symbolOf(one.object);
    if (of !== undefined) noteLink(found, { of, name, at: one.at, isCalled: called.has(one) });
    else if (!skipped.has(one)) for (const service of services) noteLoose(found, service, name, one);
  };
  walkForm(form, { expression });
}

interface Link {
  readonly of: string;
  readonly name: string;
  readonly at: Expression['at'];
  readonly isCalled: boolean;
}

/** A name of which it is known what it belongs to. */
function noteLink(found: Found, { of, name, at, isCalled }: Link): void {
  const service = serviceOfSymbol(of);
  if (service === undefined || isAnswer(service, of)) return;
  const meant = methodNeeds(service, name, of);
  if (meant) note(found, meant, at, true);
  else if (isCalled && !ofAnything.test(name))
    found.unsure.add(`what \`${name}\` of \`${moduleOf(of)}\` needs is not known`);
}

function noteLoose(found: Found, service: SdkService, name: string, { at }: Expression): void {
  const meant = methodNeeds(service, name);
  if (meant) note(found, meant, at, !common.test(name));
}

function note(
  { actions, perhaps: open }: Found,
  { needs, perhaps }: SdkNeeds,
  at: Expression['at'],
  isSure: boolean,
): void {
  for (const need of needs) {
    if (!isSure) open.add(need);
    else if (!actions.has(need)) actions.set(need, at);
  }
  for (const pattern of perhaps) open.add(pattern);
}

/** What an operation gives is no client any more. */
function isAnswer(service: SdkService, of: string): boolean {
  const [, method] = /\.(\w+)\(\)$/.exec(of) ?? [];
  return method !== undefined && (methodNeeds(service, method)?.needs.length ?? 0) > 0;
}

/** `client[name]()`. */
function isChosen(one: Extract<Expression, { kind: 'call' }>, others: ReadonlySet<Expression>): boolean {
  return one.callee.kind === 'index' && one.callee.key.kind !== 'constant' && !others.has(one);
}

function moduleOf(symbol: string): string {
  const [module = symbol] = /^(?:@[\w-]+\/)?[\w-]+(?:\.[a-z_]+)*/.exec(symbol) ?? [];
  return module;
}
