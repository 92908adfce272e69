import type { Literal } from '../../../model/literal.js';
import { type Setting, unknown } from '../../../model/setting.js';
import type { Edit } from '../../../model/span.js';
import { flag, target } from '../../values/codec.js';
import { withWrite } from '../../values/writes.js';
import { type Mapping, property, referent, setting } from '../mapping.js';
import type { Declared } from '../template.js';

/** Whether a REST method's validator checks anything. Writing names the API's own validator of bodies, if it has one. */
export function validatorSetting(mapping: Mapping, declared: Declared, api: string | undefined): Setting<boolean> {
  const named = setting(declared, ['RequestValidatorId'], target);
  const write = withWrite<string, Literal, boolean>(named, (writeId) => (word) => {
    if (word && mapping.template.isSelfContained === true) return ownValidator(declared);
    const validator = word ? bodyValidator(mapping, api) : undefined;
    return validator && writeId({ refersTo: validator.id, attribute: 'id' });
  });
  if (write.kind === 'absent') return write;
  const validator = named.kind === 'known' ? mapping.byId.get(named.value) : undefined;
  if (validator?.type !== 'AWS::ApiGateway::RequestValidator') return unknown(named.at, 'validator elsewhere');
  const checks = ['ValidateRequestBody', 'ValidateRequestParameters'].some((key) => isOn(validator, key));
  return { kind: 'known', value: checks, at: named.at, confidence: 'high', write: () => undefined };
}

/** A method of a construct makes a validator by itself. */
function ownValidator({ properties: { map, reading } }: Declared): readonly Edit[] | undefined {
  return map?.kind === 'map'
    ? reading.writer.insert(map, ['OwnValidator'], { Body: true, Parameters: true })
    : undefined;
}

function bodyValidator(mapping: Mapping, api: string | undefined): Declared | undefined {
  return mapping
    .ofType('AWS::ApiGateway::RequestValidator')
    .find((found) => isOn(found, 'ValidateRequestBody') && referent(mapping, property(found, 'RestApiId')) === api);
}

function isOn(validator: Declared, key: string): boolean {
  const value = property(validator, key);
  return value !== undefined && flag.read(value) === true;
}
