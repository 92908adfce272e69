import type { Api } from '../../../model/api.js';
import { entryOf, textOf, type Value, valueAt } from '../../../model/value.js';
import { readOpenApi } from '../../openapi/document.js';
import { text } from '../../values/codec.js';
import { type Section, sectionAt, settingOf } from '../../values/section.js';
import type { ApiSource } from '../apis/api-source.js';
import { pathFrom } from '../functions/code.js';
import { declarationOf, type Mapping, referent } from '../mapping.js';
import type { Declared } from '../template.js';
import { apiEvents, type SamEvent } from './events.js';
import { socketType } from './sockets.js';

type Kind = 'rest' | 'http';

/** The APIs that SAM declares, and those it makes for events that name none. */
export function samApis(mapping: Mapping): readonly ApiSource[] {
  const explicit = mapping
    .ofType('AWS::Serverless::Api', 'AWS::Serverless::HttpApi', socketType)
    .map((declared) => explicitApi(mapping, declared));
  return [...explicit, ...implicitApi(mapping, 'rest'), ...implicitApi(mapping, 'http')];
}

const kinds = new Map<string, ApiSource['kind']>([
  ['AWS::Serverless::Api', 'rest'],
  ['AWS::Serverless::HttpApi', 'http'],
  [socketType, 'websocket'],
]);

function explicitApi(mapping: Mapping, declared: Declared): ApiSource {
  const { properties } = declared;
  return {
    resource: declarationOf(declared),
    kind: kinds.get(declared.type) ?? 'http',
    own: properties,
    stages: [properties],
    stageNames: stageNames(properties, declared.at),
    sam: 'explicit',
    ...documentOf(mapping, properties),
  };
}

function stageNames(properties: Section, at: Section['at']): Api['stages'] {
  const name = settingOf(properties, ['StageName'], text);
  return name.kind === 'absent' ? [] : [{ name, at: name.at ?? at }];
}

type Documented = Pick<ApiSource, 'document' | 'openapi' | 'documentPath' | 'documentOpen'>;
const undocumented: Documented = {
  document: undefined,
  openapi: undefined,
  documentPath: undefined,
  documentOpen: false,
};

/** The document an API is made from: written in place, or in another file. */
export function documentOf({ template, reading }: Mapping, { map }: Section): Documented {
  const body = valueAt(map, 'DefinitionBody') ?? valueAt(map, 'Body');
  if (body !== undefined) return { ...undocumented, document: body, openapi: readOpenApi(body, reading) };
  const uri = valueAt(map, 'DefinitionUri') ?? valueAt(map, 'BodyS3Location');
  const location = textOf(uri);
  const path = location === undefined ? undefined : pathFrom(template.path, location);
  const document = location === undefined ? undefined : template.include(location);
  if (document === undefined) return { ...undocumented, documentOpen: uri !== undefined };
  return { document, openapi: readOpenApi(document, reading), documentPath: path, documentOpen: false };
}

const implicit = {
  rest: { id: 'ServerlessRestApi', type: 'AWS::Serverless::Api', key: 'Api', event: 'Api' },
  http: { id: 'ServerlessHttpApi', type: 'AWS::Serverless::HttpApi', key: 'HttpApi', event: 'HttpApi' },
} as const;

/** Its place is `Globals.Api` if that is written, otherwise the first event that makes it. */
function implicitApi(mapping: Mapping, kind: Kind): readonly ApiSource[] {
  const { id, type, key, event } = implicit[kind];
  const [first] = apiEvents(mapping).filter((found) => found.type === event && apiReference(found) === undefined);
  if (first === undefined || mapping.byId.has(id)) return [];
  const { globals } = mapping.template;
  const at = entryOf(globals.map, key)?.keyAt ?? first.at;
  const own: Section = { ...sectionAt(globals, key), at };
  return [
    {
      resource: { id, type, at, whole: at },
      kind,
      own,
      stages: [own],
      stageNames: [],
      sam: 'implicit',
      ...undocumented,
    },
  ];
}

/** What an event says about the API it belongs to. */
function apiReference({ type, properties }: SamEvent): Value | undefined {
  return valueAt(properties.map, type === 'HttpApi' ? 'ApiId' : 'RestApiId');
}

/** The id of the API that an event belongs to, by reference or by its plain id; undefined when it is elsewhere. */
export function apiOfEvent(mapping: Mapping, event: SamEvent): string | undefined {
  const reference = apiReference(event);
  const id = textOf(reference) ?? '';
  if (reference !== undefined) return mapping.byId.has(id) ? id : referent(mapping, reference);
  return event.type === 'HttpApi' ? implicit.http.id : implicit.rest.id;
}
