import type { Declared } from '../../../../clouds/aws/template.js';
import { madeList, madeMap, madeText } from '../../../../clouds/values/made.js';
import type { Span } from '../../../../model/span.js';
import { entryOf, itemsOf, textOf, type Value, valueAt } from '../../../../model/value.js';
import type { ConfiguredFunction, Service } from '../../service/service.js';
import { withOverride } from '../overrides.js';
import { impliedStatements } from './implied-statements.js';

/** What a role is made from. */
export interface RoleMakings {
  readonly id: string;
  readonly at: Span;
  readonly statements: readonly (Value | undefined)[];
  readonly managed: readonly (Value | undefined)[];
  readonly boundary: Value | undefined;
  readonly users: readonly ConfiguredFunction[];
}

/** A role as the framework makes it: with what functions need to log and trace, and what it adds by itself. */
export function madeRole(service: Service, { id, at, statements, managed, boundary, users }: RoleMakings): Declared {
  const names = [...new Set(users.flatMap((fn) => baselineOf(service, fn)))];
  const baseline = names.map((name) => madeText(at, `arn:aws:iam::aws:policy/${name}`));
  const written = statements.filter((value) => value !== undefined);
  const policy = madeMap(at, { PolicyDocument: madeMap(at, { Statement: madeList(at, written) }) });
  const properties = madeMap(at, {
    Policies: madeList(at, written.length > 0 ? [policy] : []),
    ManagedPolicyArns: madeList(at, [...managed.flatMap((value) => value ?? []), ...baseline].flatMap(flat)),
    PermissionsBoundary: boundary,
    AssumeRolePolicyDocument: users.length > 0 ? trust(at) : undefined,
  });
  return {
    id,
    type: 'AWS::IAM::Role',
    at,
    whole: at,
    properties: { map: withOverride(service, id, properties), at, reading: service.reading },
    metadata: undefined,
    condition: undefined,
    generated: true,
    implied: madeList(at, impliedStatements(service, users)),
  };
}

function flat(value: Value): readonly Value[] {
  return value.kind === 'list' && !value.open ? value.items : [value];
}

function trust(at: Span): Value {
  const statement = madeMap(at, {
    Effect: madeText(at, 'Allow'),
    Principal: madeMap(at, { Service: madeText(at, 'lambda.amazonaws.com') }),
    Action: madeText(at, 'sts:AssumeRole'),
  });
  return madeMap(at, { Statement: madeList(at, [statement]) });
}

function baselineOf(service: Service, fn: ConfiguredFunction): readonly string[] {
  const { map } = fn.section;
  const traced = valueAt(map, 'tracing') ?? valueAt(service.provider.map, 'tracing', 'lambda');
  const inside = valueAt(map, 'vpc') ?? valueAt(service.provider.map, 'vpc');
  return [
    'service-role/AWSLambdaBasicExecutionRole',
    ...(traced !== undefined && textOf(traced) !== 'false' ? ['AWSXRayDaemonWriteAccess'] : []),
    ...(inside === undefined ? [] : ['service-role/AWSLambdaVPCAccessExecutionRole']),
  ];
}

/** Statements of the provider, under their present and their former names, and the key that holds them. */
export function sharedStatements({ provider }: Service): { readonly values: readonly Value[]; readonly at: Span } {
  const present = entryOf(valueAt(provider.map, 'iam', 'role'), 'statements');
  const former = entryOf(provider.map, 'iamRoleStatements');
  const entries = [present, former].flatMap((entry) => (entry && itemsOf(entry.value).length > 0 ? [entry] : []));
  return { values: entries.map(({ value }) => value), at: entries[0]?.keyAt ?? provider.at };
}
