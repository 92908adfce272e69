import type { FunctionUrl } from '../../../model/api.js';
import { entryOf } from '../../../model/value.js';
import { words } from '../../values/codec.js';
import { sectionAt, settingOf } from '../../values/section.js';
import { functionNamed } from '../functions/reference.js';
import { declarationOf, type Mapping, property, setting } from '../mapping.js';
import { corsOf } from './cors.js';

const authType = words({ NONE: 'none', AWS_IAM: 'iam' } as const);

/** Function URLs: SAM's `FunctionUrlConfig`, and `AWS::Lambda::Url`. */
export function mapUrls(mapping: Mapping): readonly FunctionUrl[] {
  const configured = mapping.ofType('AWS::Serverless::Function').flatMap((declared): readonly FunctionUrl[] => {
    const entry = entryOf(declared.properties.map, 'FunctionUrlConfig');
    if (entry === undefined || (entry.value.kind === 'scalar' && entry.value.value === null)) return [];
    const at = entry.keyAt;
    const section = { ...sectionAt(declared.properties, 'FunctionUrlConfig'), at };
    return [
      {
        id: `${declared.id}Url`,
        type: 'AWS::Lambda::Url',
        at,
        whole: entry.value.at,
        kind: 'url',
        function: declared.id,
        auth: settingOf(section, ['AuthType'], authType),
        cors: corsOf(section, 'Cors'),
      },
    ];
  });
  const standing = mapping.ofType('AWS::Lambda::Url').map(
    (declared): FunctionUrl => ({
      ...declarationOf(declared),
      kind: 'url',
      function: functionNamed(mapping, property(declared, 'TargetFunctionArn')),
      auth: setting(declared, ['AuthType'], authType),
      cors: corsOf(declared.properties, 'Cors'),
    }),
  );
  return [...configured, ...standing];
}
