import { groupBy } from '../../../model/grouping.js';
import type { Grant } from '../../../model/identity.js';
import type { Span } from '../../../model/span.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import { grantFrom } from '../identity/derived-grants.js';
import { noPermissions, type Permissions } from '../identity/role-permissions.js';
import { entriesOf, type Mapping, property, referent } from '../mapping.js';
import type { Declared } from '../template.js';
import { type ConnectorGrants, connectorGrants } from './connectors.data.js';

/** A SAM connector: from one resource to another. */
interface Connector {
  readonly at: Span;
  readonly source: string | undefined;
  readonly destination: Value;
  readonly permissions: readonly string[];
}

/** What connectors grant to some functions. */
export type ConnectorPermissions = (functions: readonly Declared[]) => Permissions;

/** The grants of all connectors, by the functions that they start from. */
export function connectorPermissions(mapping: Mapping): ConnectorPermissions {
  const bySource = groupBy(connectorsOf(mapping), ({ source }) => (source === undefined ? [] : [source]));
  return (functions) => {
    const connectors = functions.flatMap(({ id }) => bySource.get(id) ?? []);
    return { ...noPermissions, grants: connectors.flatMap((connector) => grantsOf(mapping, connector)) };
  };
}

function connectorsOf(mapping: Mapping): readonly Connector[] {
  const standing = mapping.ofType('AWS::Serverless::Connector').flatMap((declared) => {
    const source = valueAt(property(declared, 'Source'), 'Id');
    return connectorsTo(declared.properties.map, {
      at: declared.at,
      source: textOf(source) ?? referent(mapping, source),
    });
  });
  const embedded = mapping.template.resources.flatMap((declared) =>
    entriesOf(declared.connectors).flatMap(({ keyAt, value }) =>
      connectorsTo(valueAt(value, 'Properties'), { at: keyAt, source: declared.id }),
    ),
  );
  return [...standing, ...embedded];
}

function connectorsTo(properties: Value | undefined, from: Pick<Connector, 'at' | 'source'>): readonly Connector[] {
  const permissions = itemsOf(valueAt(properties, 'Permissions')).flatMap((value) => textOf(value) ?? []);
  return itemsOf(valueAt(properties, 'Destination')).map((destination) => ({ ...from, destination, permissions }));
}

const plainType = new Map([
  ['AWS::Serverless::Function', 'AWS::Lambda::Function'],
  ['AWS::Serverless::SimpleTable', 'AWS::DynamoDB::Table'],
  ['AWS::Serverless::StateMachine', 'AWS::StepFunctions::StateMachine'],
]);

function grantsOf(mapping: Mapping, connector: Connector): readonly Grant[] {
  const id = textOf(valueAt(connector.destination, 'Id'));
  const type =
    (id === undefined ? undefined : mapping.byId.get(id)?.type) ?? textOf(valueAt(connector.destination, 'Type'));
  const granted: ConnectorGrants = connectorGrants.get(plainType.get(type ?? '') ?? type ?? '') ?? {};
  const { at } = connector;
  const parameters = new Map([
    ['Destination.Arn', { text: `\${${id ?? '?'}.Arn}`, at, ...(id !== undefined && { to: id }) }],
    ['Destination.Name', { text: `\${${id ?? '?'}.Name}`, at, ...(id !== undefined && { to: id }) }],
  ]);
  return (['Read', 'Write'] as const)
    .filter((access) => connector.permissions.includes(access))
    .flatMap((access) => granted[access] ?? [])
    .map((statement) => grantFrom(mapping, statement, { origin: 'connector', name: 'Connector', at, parameters }));
}
