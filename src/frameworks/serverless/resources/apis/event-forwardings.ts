import { quiet } from '../../../../clouds/aws/mapping.js';
import { text } from '../../../../clouds/values/codec.js';
import { settingOf } from '../../../../clouds/values/section.js';
import type { Forwarding } from '../../../../model/forwarding.js';
import { textOf, valueAt } from '../../../../model/value.js';
import type { Service } from '../../service/service.js';
import { eventsOf } from '../events/configured-events.js';

/** `integration: http` and `http-proxy` with `request.uri`: the API calls an address in the place of the function. */
export function eventForwardings(service: Service): readonly Forwarding[] {
  return service.functions.flatMap((fn) =>
    eventsOf(service, fn).flatMap(({ type, section, at, whole }): readonly Forwarding[] => {
      const integration = textOf(valueAt(section.map, 'integration'))?.toLowerCase().replaceAll('_', '-');
      const isHttp = type === 'http' && (integration === 'http' || integration === 'http-proxy');
      if (!isHttp || valueAt(section.map, 'request', 'uri') === undefined) return [];
      const address = settingOf({ ...section, reading: quiet(section.reading) }, ['request', 'uri'], text);
      return [{ id: fn.id, type: 'http', at, whole, kind: 'forwarding', what: 'integration', address }];
    }),
  );
}
