import { valueAt } from '../../../model/value.js';
import { text } from '../../values/codec.js';
import { type Section, sectionAt } from '../../values/section.js';
import { declarationOf, type Mapping, property, quiet, quietSetting, referent } from '../mapping.js';
import type { Declared } from '../template.js';
import type { ApiSource } from './api-source.js';

const apiTypes: ReadonlySet<string> = new Set([
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGatewayV2::Api',
  'AWS::Serverless::Api',
  'AWS::Serverless::HttpApi',
  'AWS::Serverless::WebSocketApi',
]);
const implicitIds: ReadonlySet<string> = new Set(['ServerlessRestApi', 'ServerlessHttpApi']);

/** Stages of APIs that are declared elsewhere: each stands for its API, of which only the stage's settings are known. */
export function orphanStages(mapping: Mapping): readonly ApiSource[] {
  const described = mapping.ofType('AWS::ApiGateway::Deployment').filter(describesStage);
  const rest = [...mapping.ofType('AWS::ApiGateway::Stage'), ...described].filter(isOrphan(mapping, 'RestApiId'));
  const second = mapping.ofType('AWS::ApiGatewayV2::Stage').filter(isOrphan(mapping, 'ApiId'));
  return [
    ...rest.map((declared) => standIn(declared, 'rest')),
    ...second.map((declared) => standIn(declared, isSocket(declared) ? 'websocket' : 'http')),
  ];
}

/** A deployment makes a stage of its own if it names or describes one. */
export function describesStage(deployment: Declared): boolean {
  return ['StageName', 'StageDescription'].some((key) => property(deployment, key) !== undefined);
}

function isOrphan(mapping: Mapping, key: string): (stage: Declared) => boolean {
  return (stage) => {
    const id = referent(mapping, property(stage, key)) ?? '';
    return !implicitIds.has(id) && !apiTypes.has(mapping.byId.get(id)?.type ?? '');
  };
}

/** Only WebSocket APIs have execution logs. */
function isSocket(declared: Declared): boolean {
  const settings = property(declared, 'DefaultRouteSettings');
  return ['LoggingLevel', 'DataTraceEnabled'].some((key) => valueAt(settings, key) !== undefined);
}

function standIn(declared: Declared, kind: ApiSource['kind']): ApiSource {
  const { properties, at } = declared;
  const name = quietSetting(declared, ['StageName'], text);
  const elsewhere: Section = {
    map: { kind: 'unknown', at, because: 'api elsewhere' },
    at,
    reading: quiet(properties.reading),
  };
  return {
    resource: declarationOf(declared),
    kind,
    own: elsewhere,
    stages: [declared.type === 'AWS::ApiGateway::Deployment' ? sectionAt(properties, 'StageDescription') : properties],
    stageNames: name.kind === 'absent' ? [] : [{ name, at: name.at }],
    sam: undefined,
    document: undefined,
    openapi: undefined,
    documentPath: undefined,
    documentOpen: true,
  };
}
