import { type Setting, unknown } from '../../model/setting.js';
import type { Edit, Span } from '../../model/span.js';
import { itemsOf, type MapValue, textOf, type Value, valueAt } from '../../model/value.js';
import { flag } from '../values/codec.js';
import type { OpenApiWhole } from './whole.js';

const validatorKey = 'x-amazon-apigateway-request-validator';
const validatorsKey = 'x-amazon-apigateway-request-validators';

/** Whether the gateway checks requests of an operation before they reach the function. */
export function validationOf(whole: OpenApiWhole, operation: MapValue, at: Span): Setting<boolean> {
  const named = valueAt(operation, validatorKey) ?? valueAt(whole.document, validatorKey);
  const write = (word: boolean) => (word ? useValidator(whole, operation) : undefined);
  if (named === undefined) return { kind: 'absent', at, write };
  const validator = valueAt(whole.document, validatorsKey, textOf(named) ?? '');
  if (validator?.kind !== 'map') return unknown(named.at, 'validator elsewhere');
  return { kind: 'known', value: checksSomething(validator), at: named.at, confidence: 'high', write: () => undefined };
}

function checksSomething(validator: Value): boolean {
  return ['validateRequestBody', 'validateRequestParameters'].some((key) => isOn(valueAt(validator, key)));
}

function isOn(value: Value | undefined): boolean {
  return value !== undefined && flag.read(value) === true;
}

/** The document's validator that checks bodies, if it has one. */
function useValidator({ document, reading }: OpenApiWhole, operation: MapValue): readonly Edit[] | undefined {
  const validators = valueAt(document, validatorsKey);
  const entries = validators?.kind === 'map' ? validators.entries : [];
  const found = entries.find(({ value }) => isOn(valueAt(value, 'validateRequestBody')));
  return found && reading.writer.insert(operation, [validatorKey], found.key);
}

/** A schema of the body is declared. */
export function hasModel(operation: MapValue): boolean {
  const content = valueAt(operation, 'requestBody', 'content');
  if (content?.kind === 'map') return content.entries.some(({ value }) => valueAt(value, 'schema') !== undefined);
  return itemsOf(valueAt(operation, 'parameters')).some(
    (parameter) => textOf(valueAt(parameter, 'in')) === 'body' && valueAt(parameter, 'schema') !== undefined,
  );
}
