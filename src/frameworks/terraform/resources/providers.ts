import { invertedFlag } from '../../../clouds/values/codec.js';
import { settingOf } from '../../../clouds/values/section.js';
import type { Connection } from '../../../model/connection.js';
import type { Span } from '../../../model/span.js';
import { entryOf, itemsOf, type MapValue } from '../../../model/value.js';
import type { Reading } from '../../../notation/writer.js';
import { evaluateBody } from '../evaluate/bodies.js';
import type { Expanded } from '../evaluate/modules.js';
import type { EvaluatedStack } from '../evaluate/stack.js';

/** The configuration of a provider, with the name under which a root module has it. */
export interface Provider {
  readonly owner: string;
  readonly at: Span;
  readonly body: MapValue;
}

/** Providers of a local stand-in for the cloud have keys that open nothing. */
export function providersOf({ scope }: Expanded): readonly Provider[] {
  return scope.module.providers.flatMap((block) => {
    const body = evaluateBody(block.body, scope, block.headAt);
    const alias = entryOf(body, 'alias')?.value;
    const name = alias?.kind === 'scalar' ? `.${alias.value}` : '';
    const isLocal =
      entryOf(body, 'endpoints') !== undefined || entryOf(body, 'skip_credentials_validation') !== undefined;
    const owner = `${scope.prefix}provider.${block.labels[0] ?? ''}${name}`;
    return isLocal ? [] : [{ owner, at: block.headAt, body }];
  });
}

/**
 * How providers say that they check no certificates: `insecure` of kubernetes, helm, aws and github, `skip_tls_verify` of vault,
 * `insecure_skip_verify` of grafana, `allow_unverified_ssl` of vsphere. Their pages on registry.terraform.io, read 2026-11-27.
 */
const switches = ['insecure', 'skip_tls_verify', 'insecure_skip_verify', 'allow_unverified_ssl'];

/** What providers connect to, where they say something of certificates; helm does so in a block of its own. */
export function providerConnections({ expanded }: EvaluatedStack, writing: Reading): readonly Connection[] {
  const reading = { ...writing, unresolved: [] };
  return expanded.flatMap(providersOf).flatMap(({ owner, at, body }) => {
    const inner = itemsOf(entryOf(body, 'kubernetes')?.value).filter((item) => item.kind === 'map');
    return [body, ...inner].flatMap((map) =>
      switches
        .filter((name) => entryOf(map, name) !== undefined)
        .map((name): Connection => {
          const verified = settingOf({ map, at, reading }, [name], invertedFlag);
          return { kind: 'connection', id: owner, type: 'provider', at, whole: at, verified };
        }),
    );
  });
}
