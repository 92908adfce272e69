import type { ShownSecret } from '../../../model/model.js';
import { textOf, type Value, valueAt } from '../../../model/value.js';
import { entriesOf, type Mapping } from '../mapping.js';
import { comesFrom } from './parameters.js';

/**
 * What a resource answers that is a secret, by its type.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-appsync-apikey.html
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-accesskey.html
 */
const answers: Readonly<Record<string, readonly [string, string]>> = {
  'AWS::AppSync::ApiKey': ['ApiKey', 'the API key'],
  'AWS::IAM::AccessKey': ['SecretAccessKey', 'the secret access key'],
};

/** Outputs that show a secret to everyone who can describe the stack: `NoEcho` does not mask there. */
export function mapShownSecrets(mapping: Mapping): readonly ShownSecret[] {
  return entriesOf(mapping.template.outputs).flatMap(({ key, value: output }) => {
    const value = valueAt(output, 'Value');
    const what = value === undefined ? undefined : secretIn(mapping, value);
    return value === undefined || what === undefined ? [] : [{ output: key, what, readers, at: value.at }];
  });
}

const readers = 'anyone who can describe the stack';

function secretIn(mapping: Mapping, value: Value): string | undefined {
  if (value.kind === 'choice') {
    const found = value.cases.flatMap((one) => (one.value && secretIn(mapping, one.value)) ?? []);
    return found[0];
  }
  if (value.kind === 'reference') {
    const type = mapping.template.resources.find(({ id }) => id === value.to)?.type ?? '';
    const [attribute, name] = answers[type] ?? [];
    return attribute !== undefined && value.attribute === attribute ? `${name} ${value.to}` : undefined;
  }
  const parameters = entriesOf(mapping.template.parameters);
  const hidden = parameters.filter((parameter) => /^true$/i.test(textOf(valueAt(parameter.value, 'NoEcho')) ?? ''));
  const shown = hidden.find((parameter) => comesFrom(value, parameter.value.at));
  return shown === undefined ? undefined : `parameter ${shown.key}, which is masked elsewhere`;
}
