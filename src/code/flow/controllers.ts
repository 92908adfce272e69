import type { Expression, FunctionForm, Parameter } from '../form.js';
import { answering, type ControllerRow, controllers, strictPipes } from '../tables/controllers.data.js';
import { shapeDangers } from '../tables/danger.js';
import { argumentsFor, originValue } from '../tables/registrars.js';
import { instance } from './closures.js';
import { evaluate } from './evaluate.js';
import type { Frame } from './machine.js';
import { memberOf } from './members.js';
import { mapTaints } from './taints.js';
import { type ClassValue, nothing, type Value } from './value.js';

/** Notes the methods of a class that requests start, as their decorators say. */
export function noteController(frame: Frame, made: ClassValue): void {
  const { decorators = [], methods } = made.form;
  for (const decorator of decorators) evaluate(frame, decorator);
  const started = methods.flatMap(({ function: form }) => {
    const row = rowOf(frame, form);
    return row ? [{ form, row }] : [];
  });
  if (started.length === 0) return;
  const self = instance(frame, made, { values: [], named: new Map() });
  for (const { form, row } of started)
    frame.machine.entries.push({
      closures: [{ form, captured: made.captured, self }],
      arguments: argumentsOf(frame, form, row),
      name: `${made.form.name}.${form.name}`,
      answers: false,
    });
}

function rowOf(frame: Frame, { decorators }: FunctionForm): ControllerRow | undefined {
  const symbols = decorators.map((one) => evaluate(frame, one).symbol ?? '');
  return controllers.find(({ starts }) => symbols.some((symbol) => starts.test(symbol)));
}

function argumentsOf(frame: Frame, { parameters, at }: FunctionForm, row: ControllerRow): readonly Value[] {
  const isPlain = parameters.every(({ decorators = [] }) => decorators.length === 0);
  if (isPlain && row.isMessage !== true)
    return argumentsFor(
      'express',
      parameters.map(({ variable }) => variable.name),
      at,
    );
  return parameters.map((parameter) => given(frame, parameter, { row, at }));
}

interface Method {
  readonly row: ControllerRow;
  readonly at: Expression['at'];
}

/** What the decorators of a parameter say that it is given. */
function given(frame: Frame, parameter: Parameter, { row, at }: Method): Value {
  const { decorators = [], type, variable } = parameter;
  for (const decorator of decorators) {
    const { symbol = '' } = evaluate(frame, decorator);
    if (answering.test(symbol)) return { taints: [], symbol: 'express.res' };
    const way = row.gives[symbol.slice(symbol.lastIndexOf('.') + 1).replace('()', '')];
    if (way === undefined) continue;
    const [first, ...pipes] = decorator.kind === 'call' ? decorator.arguments.map(({ value }) => value) : [];
    const isStrict = [first, ...pipes].some((one) => one && strictPipes.test(evaluate(frame, one).symbol ?? ''));
    if (isStrict) return nothing;
    const key = first?.kind === 'constant' ? [String(first.value)] : [];
    const origin = originValue({ kind: row.isMessage ? 'message' : 'express', name: variable.name || 'req' }, at);
    const value = [...way, ...key].reduce((whole, name) => memberOf(whole, name, at), origin);
    return isValidated(frame, type) ? mapTaints(value, (taint) => ({ ...taint, harmless: [...shapeDangers] })) : value;
  }
  return nothing;
}

/** A class of the project says what its fields are, and pipes hold senders to it. */
function isValidated(frame: Frame, type: Expression | undefined): boolean {
  return type !== undefined && evaluate(frame, type).classes !== undefined;
}
