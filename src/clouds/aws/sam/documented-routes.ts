import { type Route, strengthOf } from '../../../model/api.js';
import { known, unknown } from '../../../model/setting.js';
import { valueAt } from '../../../model/value.js';
import { flag } from '../../values/codec.js';
import { settingOf } from '../../values/section.js';
import type { ApiSource } from '../apis/api-source.js';
import type { SamEvent } from './events.js';

/** The route of an event, and what the API's own document says of the same method and path. */
export interface EventRoute {
  readonly event: SamEvent;
  readonly route: Route;
  readonly source: ApiSource | undefined;
  readonly documented: Route | undefined;
}

/**
 * The route that an event has in the end. SAM adds no route to a document of the author's, and no authentication to its
 * routes, unless `MergeDefinitions` or the event's `OverrideApiAuth` asks for it: such an event is a permission only.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-apifunctionauth.html
 */
export function effectiveRoute({ event, route, source, documented }: EventRoute): readonly Route[] {
  if (source === undefined || !hasDocument(source)) return [route];
  if (documented === undefined) return missingRoute(route, source);
  if (isOn(event.properties, 'Auth', 'OverrideApiAuth')) return [route];
  if (isMerged(source)) return [withStronger(route, documented)];
  const { auth, validation, hasModel } = documented;
  return [{ ...route, auth, validation, hasModel }];
}

function hasDocument({ document, documentOpen, sam }: ApiSource): boolean {
  return sam === 'explicit' && (document !== undefined || documentOpen);
}

function isMerged({ own }: ApiSource): boolean {
  return isOn(own, 'MergeDefinitions');
}

function isOn(section: ApiSource['own'], ...path: readonly string[]): boolean {
  return known(settingOf({ ...section, reading: { ...section.reading, unresolved: [] } }, path, flag)) === true;
}

/** What a document that is read whole does not declare does not exist; a document without paths takes nothing in. */
function missingRoute(route: Route, source: ApiSource): readonly Route[] {
  const { at } = route;
  const isOpen = source.documentOpen || source.openapi?.open === true;
  if (isOpen)
    return [{ ...route, auth: unknown(at, 'document elsewhere'), validation: unknown(at, 'document elsewhere') }];
  return isMerged(source) && valueAt(source.document, 'paths') !== undefined ? [route] : [];
}

function withStronger(route: Route, documented: Route): Route {
  return isStronger(route, documented) ? route : { ...route, auth: documented.auth };
}

function isStronger(a: Route, b: Route): boolean {
  const [own, other] = [known(a.auth), known(b.auth)];
  return other === undefined || (own !== undefined && strengthOf(own) >= strengthOf(other));
}
