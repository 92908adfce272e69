import { matchesWildcard } from '../../permissions/wildcard.js';
import type { Selection } from '../statement.js';

/** `dynamodb:Get*` as its two halves, lower case. */
interface ActionPattern {
  readonly service: string;
  readonly name: string;
  /** The name as it is written. */
  readonly spelled: string;
}

/** Which actions a statement is about. Action names know no case. */
export interface ActionSelection {
  readonly has: (service: string, name: string) => boolean;
  /** Whether every action of a service is treated alike; undefined if they are not. */
  readonly whole: (service: string) => boolean | undefined;
  /** Services that are named; undefined if any could be meant. */
  readonly services: readonly string[] | undefined;
  /** Actions that are written in full, and patterns. */
  readonly written: readonly ActionPattern[];
}

const known = new WeakMap<Selection, ActionSelection>();

export function actionSelection(selection: Selection): ActionSelection {
  const before = known.get(selection);
  if (before !== undefined) return before;
  const { texts, except } = selection;
  const patterns = texts.map(patternOf);
  const byService = new Map<string, readonly ActionPattern[]>();
  const about = (service: string) => {
    const own = byService.get(service) ?? patterns.filter((one) => isAbout(one, service));
    byService.set(service, own);
    return own;
  };
  const wholeService = (service: string) => {
    const own = about(service);
    if (own.some(({ name }) => /^\*+$/.test(name))) return !except;
    return own.length === 0 ? except : undefined;
  };
  const made: ActionSelection = {
    has: (service, name) => about(service).some((one) => matchesWildcard(one.name, name)) !== except,
    whole: wholeService,
    services:
      except || patterns.some(({ service }) => isWild(service)) ? undefined : patterns.map((one) => one.service),
    written: patterns,
  };
  known.set(selection, made);
  return made;
}

function isAbout(pattern: ActionPattern, service: string): boolean {
  return pattern.service === service || (isWild(pattern.service) && matchesWildcard(pattern.service, service));
}

/** `*` alone is every action of every service. */
function patternOf(text: string): ActionPattern {
  const colon = text.indexOf(':');
  if (colon === -1)
    return /^\*+$/.test(text)
      ? { service: '*', name: '*', spelled: '*' }
      : { service: text.toLowerCase(), name: '', spelled: '' };
  const spelled = text.slice(colon + 1);
  return { service: text.slice(0, colon).toLowerCase(), name: spelled.toLowerCase(), spelled };
}

export function isWild(text: string): boolean {
  return text.includes('*') || text.includes('?');
}
