import { environmentNamed, namesIn } from '../../../model/environment.js';
import type { Model } from '../../../model/model.js';
import { textOf, type Value, valueAt } from '../../../model/value.js';
import { entriesOf, type Mapping, property } from '../mapping.js';

/** Whether the stack is for production: a fixed stage says more than a parameter's default. */
export function environmentKind(mapping: Mapping): Model['environment'] {
  const { template } = mapping;
  const defaults = entriesOf(template.parameters)
    .filter(({ key }) => /^(?:env|environment|stage|stageName|environmentName|deploymentStage)$/i.test(key))
    .map(({ value }) => textOf(valueAt(value, 'Default')) ?? '');
  return environmentNamed([...stages(mapping), ...defaults, ...namesIn(template.path)]);
}

function stages(mapping: Mapping): readonly string[] {
  const types = [
    'AWS::Serverless::Api',
    'AWS::Serverless::HttpApi',
    'AWS::Serverless::WebSocketApi',
    'AWS::ApiGateway::Stage',
    'AWS::ApiGatewayV2::Stage',
  ];
  return mapping.ofType(...types).flatMap((declared) => fixedText(property(declared, 'StageName')) ?? []);
}

/** A text that stands there itself, rather than in a parameter's default. */
function fixedText(value: Value | undefined): string | undefined {
  return value?.origin === undefined ? textOf(value) : undefined;
}
