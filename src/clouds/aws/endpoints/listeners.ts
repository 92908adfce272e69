import type { Endpoint } from '../../../model/endpoint.js';
import { textOf, valueAt } from '../../../model/value.js';
import { tls } from '../../plain/tls.js';
import { words } from '../../values/codec.js';
import { functionsBehind } from '../apis/load-balancers.js';
import { declarationOf, listed, type Mapping, property, referent, setting } from '../mapping.js';
import type { Declared } from '../template.js';

/** docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html, read 2026-11-26. */
const listenerTls = tls(
  [
    [/^ELBSecurityPolicy-(?:2016-08|2015-05|TLS-1-0-2015-04|FS-2018-06)$/, '1.0'],
    [/^ELBSecurityPolicy-TLS13-1-0-/, '1.0'],
    [/^ELBSecurityPolicy-(?:TLS-1-1-2017-01|FS-1-1-2019-08)$|^ELBSecurityPolicy-TLS13-1-1-/, '1.1'],
    [/^ELBSecurityPolicy-(?:TLS-1-2-|FS-1-2-|TLS13-1-2-)/, '1.2'],
    [/^ELBSecurityPolicy-TLS13-1-3-/, '1.3'],
  ],
  'ELBSecurityPolicy-TLS13-1-2-2021-06',
);

/** Listeners that hand requests on to functions, of load balancers that face the internet. */
export function listenerEndpoints(mapping: Mapping): readonly Endpoint[] {
  return mapping
    .ofType('AWS::ElasticLoadBalancingV2::Listener')
    .filter((listener) => functionsBehind(mapping, listener).length > 0 && isPublic(mapping, listener))
    .map((listener) => ({
      ...declarationOf(listener),
      kind: 'endpoint',
      what: 'listener',
      oldestTls: setting(listener, ['SslPolicy'], listenerTls),
      https: [
        {
          path: undefined,
          only: setting(listener, ['Protocol'], words({ HTTP: false, HTTPS: true })),
          byDefault: true,
        },
      ],
    }));
}

/** Every listener has a redirect or an authentication of its own; what a plain one forwards comes as it is. */
function isPublic(mapping: Mapping, listener: Declared): boolean {
  const balancer = mapping.byId.get(referent(mapping, property(listener, 'LoadBalancerArn')) ?? '');
  const redirects = listed(property(listener, 'DefaultActions')).some(
    (action) => textOf(valueAt(action, 'Type')) === 'redirect',
  );
  return balancer !== undefined && !redirects && textOf(property(balancer, 'Scheme')) !== 'internal';
}
