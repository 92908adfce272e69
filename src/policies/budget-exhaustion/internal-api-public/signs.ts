import type { Stack } from '../../../facts/stack.js';
import { isComparable } from '../../../facts/surfaces/surface.js';
import type { Api } from '../../../model/api.js';
import { known } from '../../../model/setting.js';

/** What shows that an API is meant for services or for the team, as the end of a sentence. */
export interface Signs {
  /** One is enough: its author says so. */
  readonly strong: readonly string[];
  /** Two are needed. */
  readonly weak: readonly string[];
}

export function signsOf(api: Api, stack: Stack): Signs {
  return { strong: [...namedInternal(api), ...pathsInternal(api, stack)], weak: weakSigns(api, stack) };
}

const words: ReadonlySet<string> = new Set(['internal', 'private', 'backoffice', 'admin']);

/** The words of a name: `OrdersInternalApi`, `orders-internal`, `module.back_office`. */
function wordsOf(name: string): readonly string[] {
  const parts = name.slice(0, 200).match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? [];
  return parts.map((part) => part.toLowerCase());
}

function internalWord(name: string): string | undefined {
  const parts = wordsOf(name);
  const isOffice = parts.some((part, index) => part === 'back' && parts[index + 1] === 'office');
  return parts.find((part) => words.has(part)) ?? (isOffice ? 'back office' : undefined);
}

/** Sentences about an API say many things; only these are about who it is for. */
const description = /\b(?:internal(?: use)?|back-?office)\b(?! server error)/i;

function namedInternal({ id, called = [] }: Api): readonly string[] {
  const names = [id.slice(id.lastIndexOf('.') + 1), ...called.filter((one) => !/\s/.test(one.trim()))];
  const word = names.map(internalWord).find((one) => one !== undefined);
  if (word !== undefined) return [`its name says “${word}”`];
  const said = called.find((one) => /\s/.test(one.trim()) && description.test(one));
  return said === undefined ? [] : ['its description says that it is internal'];
}

const step = /^\/(?:internal|private|admin|back-?office)(?:\/|$)/i;

function pathsInternal(api: Api, { routes }: Stack): readonly string[] {
  const own = routes.filter((route) => route.api === api.id && isComparable(route));
  const [first] = own;
  if (first === undefined || !own.every(({ path }) => step.test(path))) return [];
  return [`all its paths begin like \`${first.path.split('/').slice(0, 2).join('/')}\``];
}

/** Who calls it: functions of the stack that are told its address, signing their requests or inside a network. */
function weakSigns(api: Api, { functions, routes }: Stack): readonly string[] {
  const callers = functions.filter(({ environment }) => environment.some(({ to }) => to === api.id));
  if (callers.length === 0) return [];
  const own = routes.filter((route) => route.api === api.id);
  const isSigned = own.length > 0 && own.every(({ auth }) => known(auth)?.kind === 'iam');
  const isInside = callers.every(({ insideVpc }) => known(insideVpc) === true);
  return [
    `${callers
      .map(({ id }) => id)
      .slice(0, 3)
      .join(', ')} of this stack call${callers.length === 1 ? 's' : ''} it`,
    ...(isSigned ? ['all its routes ask for signed requests'] : []),
    ...(isInside ? ['its callers run inside a VPC'] : []),
  ];
}
