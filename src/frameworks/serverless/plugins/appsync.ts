import type { Declared } from '../../../clouds/aws/template.js';
import { madeMap, madeReference, madeText } from '../../../clouds/values/made.js';
import { itemsOf, type MapEntry, textOf, type Value, valueAt } from '../../../model/value.js';
import type { Service } from '../service/service.js';

const api = 'GraphQlApi';

/** The API that the plugin for AppSync makes, and its data sources that are functions. */
export function graphqlResources(service: Service): readonly Declared[] {
  const present = valueAt(service.root, 'appSync');
  const former = itemsOf(valueAt(service.custom, 'appSync'))[0];
  const section = present ?? former;
  if (section?.kind !== 'map') return [];
  const at = section.anchor ?? section.at;
  const made = { service, at, section };
  const resource = declared(made, api, 'AWS::AppSync::GraphQLApi', {
    AuthenticationType: valueAt(section, 'authentication', 'type') ?? valueAt(section, 'authenticationType'),
    LogConfig: logConfig(made),
    XrayEnabled: valueAt(section, 'xrayEnabled'),
    Visibility: valueAt(section, 'visibility'),
    IntrospectionConfig: introspection(valueAt(section, 'introspection')),
  });
  return [resource, ...sourcesOf(section).flatMap((source) => sourceOf(made, source))];
}

/** The plugin says it with a boolean. */
function introspection(written: Value | undefined): Value | undefined {
  const word = { true: 'ENABLED', false: 'DISABLED' }[textOf(written) ?? ''];
  return word === undefined || written === undefined ? written : { ...written, kind: 'scalar', value: word };
}

interface Making {
  readonly service: Service;
  readonly at: Declared['at'];
  readonly section: Value;
}

function declared(
  { service, at, section }: Making,
  id: string,
  type: string,
  properties: Readonly<Record<string, Value | undefined>>,
): Declared {
  const open = section.kind === 'map' && section.open;
  return {
    id,
    type,
    at,
    whole: at,
    properties: { map: madeMap(at, properties, open), at, reading: service.reading },
    metadata: undefined,
    condition: undefined,
    generated: true,
  };
}

/** With a log level the plugin makes the role that writes the log, too. */
function logConfig({ section, at }: Making): Value | undefined {
  const written = valueAt(section, 'logging') ?? valueAt(section, 'logConfig');
  if (written === undefined || textOf(valueAt(written, 'enabled')) === 'false') return undefined;
  if (textOf(valueAt(written, 'level')) === 'NONE') return undefined;
  if (written.kind !== 'map') return written;
  return madeMap(
    at,
    {
      CloudWatchLogsRoleArn:
        valueAt(written, 'roleArn') ?? valueAt(written, 'loggingRoleArn') ?? madeText(at, 'made by the plugin'),
      FieldLogLevel: valueAt(written, 'level'),
      ExcludeVerboseContent: valueAt(written, 'excludeVerboseContent'),
    },
    written.open,
  );
}

/** A map by name, a list of such maps, or a list of sources with names. */
function sourcesOf(section: Value): readonly MapEntry[] {
  return itemsOf(valueAt(section, 'dataSources')).flatMap((item): readonly MapEntry[] => {
    if (item.kind !== 'map') return [];
    const name = textOf(valueAt(item, 'name'));
    return name === undefined ? item.entries : [{ key: name, keyAt: item.at, value: item }];
  });
}

function sourceOf(making: Making, { key, value }: MapEntry): readonly Declared[] {
  const { service, at } = making;
  const config = valueAt(value, 'config');
  const name = textOf(valueAt(config, 'functionName'));
  const known = service.functions.find((fn) => fn.key === name)?.id;
  const target =
    known === undefined
      ? (valueAt(config, 'lambdaFunctionArn') ?? valueAt(config, 'functionArn'))
      : madeReference(at, known, 'Arn');
  if (target === undefined) return [];
  const lambda = madeMap(at, { LambdaFunctionArn: target });
  const id = `${api}DataSource${key.replace(/[^A-Za-z0-9]/g, '')}`;
  return [
    declared(making, id, 'AWS::AppSync::DataSource', { ApiId: madeReference(at, api, 'ApiId'), LambdaConfig: lambda }),
  ];
}
