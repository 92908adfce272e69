import { secretReference, storedParameter } from '../../../clouds/aws/dynamic-references.js';
import { textOf, type Value } from '../../../model/value.js';
import { type Inner, placeOf, type Question } from './places.js';
import { byDefault, resolveVariables, type Variables } from './resolution.js';
import { parameterOf, stageOf } from './stage.js';
import type { Option } from './syntax.js';
import { resolveText } from './text.js';

/** What a source answers: a value, nothing, or what only the deployment knows. */
export type Answer = { readonly found: Value } | { readonly open: string } | 'missing';

type Source = Extract<Option, { kind: 'source' }>;

/** What one variable means by itself. */
export function answerOf(variables: Variables, source: Source, whole: Value): Answer {
  const question = questionOf(variables, source, whole);
  if (question === undefined) return { open: 'address with an unknown part' };
  const answer = plainAnswer(variables, question, whole);
  return typeof answer === 'object' && 'found' in answer && !isSure(question)
    ? { found: byDefault(variables, answer.found) }
    : answer;
}

/** What a variable of the service or of its files leads to, as it is written there; undefined if that is not sure. */
export function sourceTarget(variables: Variables, source: Source, whole: Value): Value | undefined {
  const question = questionOf(variables, source, whole);
  const place = question && isSure(question) ? placeOf(variables, question, whole) : undefined;
  return place && 'written' in place ? place.written : undefined;
}

function questionOf(variables: Variables, { source, ...written }: Source, whole: Value): Question | undefined {
  const address = inner(variables, written.address, whole);
  const parameters = inner(variables, written.parameters, whole);
  return address === 'unknown' || parameters === 'unknown' ? undefined : { source, parameters, address };
}

function isSure({ address, parameters }: Question): boolean {
  return [address, parameters].every((one) => one?.sure !== false);
}

/** Variables inside a variable. */
function inner(variables: Variables, written: string | undefined, whole: Value): Inner | undefined | 'unknown' {
  if (written === undefined) return undefined;
  const value = resolveText(variables, written, { kind: 'scalar', value: written, at: whole.at });
  const text = value.kind === 'scalar' ? textOf(value) : undefined;
  return text === undefined ? 'unknown' : { text, sure: value.confidence === undefined || value.confidence === 'high' };
}

function plainAnswer(variables: Variables, question: Question, whole: Value): Answer {
  const { source, parameters, address } = question;
  const text = address?.text ?? '';
  switch (source) {
    case 'self':
    case 'file':
      return placedAnswer(variables, question, whole);
    case 'sls':
      return text === 'stage' ? { found: byDefault(variables, stageOf(variables, whole)) } : { open: 'sls variable' };
    case 'param':
      return parameterAnswer(variables, text, whole);
    case 'strToBool':
      return flagAnswer(parameters?.text ?? '', whole);
    case 'aws':
      return awsAnswer(text, whole);
    case 'opt':
      return { open: 'command line option' };
    case 'env':
      return { open: 'environment variable' };
    case 'ssm':
      return storedAnswer(text, parameters?.text);
    case 'secretsmanager':
      return { open: secretReference };
    default:
      return otherAnswer(source, text);
  }
}

/** A parameter of the store; what is not decrypted is no secret any more. */
function storedAnswer(name: string, options = ''): Answer {
  if (/\bnodecrypt\b/i.test(options)) return { open: 'encrypted parameter' };
  return { open: isSecret(name) ? secretReference : storedParameter };
}

/** Version 4 gives its sources names of their own: `${account:ssm:/path}`. */
function otherAnswer(source: string, address: string): Answer {
  if (address.startsWith('ssm:')) return storedAnswer(address.slice(4));
  return { open: known.has(source) ? `${source} variable` : 'unknown variable source' };
}

const known = new Set([
  'aws',
  'cf',
  's3',
  'git',
  'vault',
  'output',
  'terraform',
  'doppler',
  'http',
  'state',
  'construct',
]);

/** Parameters under the secrets manager's reference path are secrets; of others the kind is not known. */
function isSecret(address: string): boolean {
  return address.startsWith('/aws/reference/secretsmanager/') || address.endsWith('~true');
}

function placedAnswer(variables: Variables, question: Question, whole: Value): Answer {
  const place = placeOf(variables, question, whole);
  if (place === undefined || 'open' in place) return place ?? 'missing';
  return place.written === undefined ? 'missing' : answered(resolveVariables(variables, place.written));
}

function parameterAnswer(variables: Variables, name: string, whole: Value): Answer {
  const value = parameterOf(variables, name, whole);
  return value === undefined ? { open: 'parameter' } : answered(value);
}

function answered(value: Value): Answer {
  if (value.kind === 'unknown') return { open: value.because };
  return value.kind === 'scalar' && value.value === null ? 'missing' : { found: value };
}

function flagAnswer(text: string, { at }: Value): Answer {
  if (/^(?:true|1)$/i.test(text)) return { found: { kind: 'scalar', value: true, at } };
  return /^(?:false|0)$/i.test(text) ? { found: { kind: 'scalar', value: false, at } } : { open: 'computed flag' };
}

const pseudo = new Map([
  ['accountId', 'AWS::AccountId'],
  ['region', 'AWS::Region'],
]);

function awsAnswer(address: string, { at }: Value): Answer {
  const named = pseudo.get(address);
  return named === undefined ? otherAnswer('aws', address) : { found: { kind: 'pattern', parts: [{ named }], at } };
}
