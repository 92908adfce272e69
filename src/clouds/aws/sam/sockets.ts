import type { Auth, Route } from '../../../model/api.js';
import { fixed, type Setting } from '../../../model/setting.js';
import { valueAt } from '../../../model/value.js';
import { plainRoute } from '../../plain/route.js';
import { type Codec, text } from '../../values/codec.js';
import { withWrite } from '../../values/writes.js';
import { routeId } from '../apis/route-id.js';
import { stageThrottle } from '../apis/stage-throttle.js';
import { functionNamed } from '../functions/reference.js';
import { entriesOf, type Mapping, property, setting } from '../mapping.js';
import type { Declared } from '../template.js';

export const socketType = 'AWS::Serverless::WebSocketApi';

/** The routes of SAM's WebSocket APIs, each with the function that it names. */
export function samSocketRoutes(mapping: Mapping): readonly Route[] {
  return mapping.ofType(socketType).flatMap((declared) =>
    entriesOf(property(declared, 'Routes')).map(({ key, keyAt, value }): Route => {
      const place = { method: 'WS', path: key };
      const behind = functionNamed(mapping, valueAt(value, 'FunctionArn'));
      return plainRoute({
        id: routeId(declared.id, place),
        type: 'Route',
        at: keyAt,
        whole: { ...keyAt, end: Math.max(keyAt.end, value.at.end) },
        api: declared.id,
        ...place,
        auth: key === '$connect' ? connectAuth(declared, keyAt) : fixed({ kind: 'none' }, keyAt),
        function: behind,
        throttle: stageThrottle({ kind: 'websocket', stages: [declared.properties] }, place, keyAt),
        integration: 'function',
      });
    }),
  );
}

const asked: Codec<Auth> = {
  read: (value) => {
    const word = text.read(value)?.toUpperCase();
    if (word === 'NONE') return { kind: 'none' };
    if (word === 'AWS_IAM') return { kind: 'iam' };
    return word === 'CUSTOM' ? { kind: 'lambda' } : undefined;
  },
  write: ({ kind }) => (kind === 'iam' ? 'AWS_IAM' : undefined),
};

/** Callers are asked when they connect; what the API says nothing of stands on the route's own line. */
function connectAuth(declared: Declared, at: Route['at']): Setting<Auth> {
  const read = setting(declared, ['Auth', 'AuthType'], asked);
  if (read.kind !== 'absent') return read;
  const open: Setting<Auth> = fixed({ kind: 'none' }, at);
  return withWrite<Auth, Auth, Auth>(open, () => read.write);
}
