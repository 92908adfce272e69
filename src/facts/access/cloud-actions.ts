import type { IndexedAction } from './actions/action-index.js';
import { spelledAction } from './cloud-roles.js';

/** True for actions of other clouds, which have no service before a colon. */
export function isCloudAction({ name }: Pick<IndexedAction, 'name'>): boolean {
  return name === '';
}

/** As its cloud spells it, where that is known. */
export function cloudSpelling(text: string): string {
  return spelledAction(text) ?? text;
}

const grave =
  /(?:setiampolicy|actas|getaccesstoken|getopenidtoken|sign\w+|implicitdelegation|authorization\/\S+\/(?:write|action))$/i;
const reading = /(?:^|[./])(?:get\w*|list\w*|read\w*|view\w*|validate)$/i;
const about =
  /^(?:resourcemanager|orgpolicy|serviceusage|appengine|microsoft\.(?:resources|support|insights\/alertrules))\b/i;

/** How much an action of another cloud is worth naming, the gravest first. */
export function gravityOf({ service }: Pick<IndexedAction, 'service'>): number {
  if (grave.test(service)) return 3;
  if (about.test(service)) return 0;
  return reading.test(service) ? 1 : 2;
}
