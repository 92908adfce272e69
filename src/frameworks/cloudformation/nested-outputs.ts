import { textOf, type Value, valueAt } from '../../model/value.js';
import type { Documents } from './documents.js';
import { resolve } from './intrinsics.js';
import { hasForeignMacro, isTemplate } from './recognition.js';
import { type Scope, scopeOf } from './scope.js';

const locations = new Map([
  ['AWS::CloudFormation::Stack', 'TemplateURL'],
  ['AWS::Serverless::Application', 'Location'],
]);

/** What means the same in a nested stack as in the stack around it. */
const sameEverywhere = new Set(['AWS::AccountId', 'AWS::Partition', 'AWS::Region', 'AWS::URLSuffix']);

/** Outputs that lead to further outputs through parameters are followed this far. */
const longestChain = 10;

/** The outputs of nested stacks whose templates are files of the repository, each resolved once. */
export function nestedOutputs(documents: Documents, root: Value, scope: () => Scope): Scope['output'] {
  const known = new Map<string, Value | undefined>();
  let running = 0;
  return (stack, output) => {
    const key = `${stack}.${output}`;
    if (!known.has(key) && running < longestChain) {
      known.set(key, undefined);
      running += 1;
      known.set(key, outputOf(documents, valueAt(root, 'Resources', stack), { scope: scope(), output }));
      running -= 1;
    }
    const value = known.get(key);
    return value !== undefined && scope().spend(value) ? value : undefined;
  };
}

interface Asked {
  /** That of the template around the nested stack. */
  readonly scope: Scope;
  readonly output: string;
}

function outputOf(documents: Documents, stack: Value | undefined, { scope, output }: Asked): Value | undefined {
  const property = locations.get(textOf(valueAt(stack, 'Type')) ?? '');
  const location = property === undefined ? undefined : valueAt(stack, 'Properties', property);
  const place = location && resolve(scope, location);
  const path = place?.kind === 'scalar' && documents.locate(textOf(place) ?? '', place.at);
  const inner = path ? documents.read(path)?.documents?.find(isTemplate) : undefined;
  const written = valueAt(inner, 'Outputs', output, 'Value');
  if (inner === undefined || written === undefined || hasForeignMacro(inner)) return undefined;
  if (!scope.spend(written) || !scope.spend(valueAt(inner, 'Parameters'))) return undefined;
  return carried(inner, written, { given: given(scope, inner, valueAt(stack, 'Properties', 'Parameters')), scope });
}

interface Handed {
  readonly scope: Scope;
  /** The meaning of a parameter that the stack is given. */
  readonly given: Scope['parameter'];
}

/** The value of an output, if it means the same outside its template: resources and conditions in there do not. */
function carried(inner: Value, written: Value, { scope, given }: Handed): Value | undefined {
  let isOwn = false;
  const refer = (): void => {
    isOwn = true;
  };
  const own = scopeOf(inner, () => undefined, refer);
  const parameter: Scope['parameter'] = (name) => given(name) ?? own.parameter(name);
  const value = resolve({ ...own, parameter, spend: scope.spend }, written);
  return value === undefined || isOwn || !isPlain(value) ? undefined : { ...value, origin: value.origin ?? value.at };
}

function isPlain(value: Value): boolean {
  if (value.kind !== 'pattern') return value.kind === 'scalar' || value.kind === 'reference';
  return value.parts.every((part) => {
    if (typeof part !== 'object') return part !== undefined;
    return 'to' in part || sameEverywhere.has(part.named);
  });
}

/** Parameters of a nested stack mean what the stack around it gives; lists and names of stored parameters are not read. */
function given(scope: Scope, inner: Value, parameters: Value | undefined): Scope['parameter'] {
  return (name) => {
    const declared = valueAt(inner, 'Parameters', name);
    const written = declared && valueAt(parameters, name);
    const value = written && resolve(scope, written);
    if (value === undefined) return undefined;
    const type = textOf(valueAt(declared, 'Type')) ?? 'String';
    if (type !== 'String' && type !== 'Number')
      return { kind: 'unknown', at: value.at, because: 'nested stack output' };
    return { ...value, origin: value.origin ?? value.at };
  };
}
