import type { Api } from '../../../model/api.js';
import { textOf } from '../../../model/value.js';
import { text } from '../../values/codec.js';
import { type Section, sectionAt } from '../../values/section.js';
import { declarationOf, type Mapping, property, quietSetting } from '../mapping.js';
import { documentOf } from '../sam/apis.js';
import type { Declared } from '../template.js';
import type { ApiSource } from './api-source.js';
import { describesStage, orphanStages } from './orphan-stages.js';

/** REST, HTTP and WebSocket APIs written as plain CloudFormation. */
export function gatewayApis(mapping: Mapping): readonly ApiSource[] {
  return [
    ...mapping.ofType('AWS::ApiGateway::RestApi').map((declared) => restApi(mapping, declared)),
    ...mapping.ofType('AWS::ApiGatewayV2::Api').map((declared) => httpApi(mapping, declared)),
    ...orphanStages(mapping),
  ];
}

function restApi(mapping: Mapping, declared: Declared): ApiSource {
  const stages = partsOf(mapping, declared, 'AWS::ApiGateway::Stage', 'RestApiId');
  const described = partsOf(mapping, declared, 'AWS::ApiGateway::Deployment', 'RestApiId').filter(describesStage);
  return {
    resource: declarationOf(declared),
    kind: 'rest',
    own: declared.properties,
    stages: [...stages.map(({ properties }) => properties), ...described.map(descriptionOf)],
    stageNames: [...stages, ...described].flatMap(stageName),
    sam: undefined,
    ...documentOf(mapping, declared.properties),
  };
}

function descriptionOf({ properties }: Declared): Section {
  return sectionAt(properties, 'StageDescription');
}

function httpApi(mapping: Mapping, declared: Declared): ApiSource {
  const stages = partsOf(mapping, declared, 'AWS::ApiGatewayV2::Stage', 'ApiId');
  const quick = stages.length === 0 && property(declared, 'Target') !== undefined;
  const { at, reading } = declared.properties;
  return {
    resource: declarationOf(declared),
    kind: textOf(property(declared, 'ProtocolType')) === 'WEBSOCKET' ? 'websocket' : 'http',
    own: declared.properties,
    stages: quick ? [{ map: undefined, at, reading }] : stages.map(({ properties }) => properties),
    stageNames: stages.flatMap(stageName),
    sam: undefined,
    ...documentOf(mapping, declared.properties),
  };
}

function partsOf(mapping: Mapping, api: Declared, type: string, key: string): readonly Declared[] {
  return mapping.pointing(type, [key], api.id);
}

function stageName(declared: Declared): Api['stages'] {
  const name = quietSetting(declared, ['StageName'], text);
  return name.kind === 'absent' ? [] : [{ name, at: name.at }];
}
