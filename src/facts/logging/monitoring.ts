import type { ServerlessFunction } from '../../model/function.js';
import type { Model } from '../../model/model.js';
import { known } from '../../model/setting.js';
import { type MonitorSigns, monitorSigns } from './monitor-signs.data.js';

/** Reads the platform's own logs and traces, so it replaces neither. */
const needsPlatformEvidence = 'dashbird';
const wrapper = 'aws_lambda_exec_wrapper';

/**
 * The monitor that records what a function does in place of the platform, if one is recognised: declared in the stack,
 * seen in the function's variables, layers or handler, or named by the settings.
 */
export function monitorOf(
  fn: ServerlessFunction,
  { monitors }: Pick<Model, 'monitors'>,
  external?: string,
): string | undefined {
  const declared = monitors.find(({ functions }) => functions === 'all' || functions.includes(fn.id))?.name;
  const found = [declared, external].find((name) => name !== undefined && replacesEvidence(name));
  if (found !== undefined) return found;
  const shown = shownBy(fn);
  return monitorSigns.find((signs) => isSeen(shown, signs) && !isSwitchedOff(fn, signs))?.name;
}

/** The monitor that covers the whole stack, for resources that are not functions. */
export function monitorOfStack({ monitors }: Pick<Model, 'monitors'>, external?: string): string | undefined {
  const declared = monitors.find(({ functions }) => functions === 'all')?.name;
  return [declared, external].find((name) => name !== undefined && replacesEvidence(name));
}

function replacesEvidence(name: string): boolean {
  return name.toLowerCase() !== needsPlatformEvidence;
}

/** Where a monitor can show: names of variables, and known texts in which it names itself. */
interface Shown {
  readonly names: readonly string[];
  readonly texts: readonly string[];
}

function shownBy(fn: ServerlessFunction): Shown {
  return { names: fn.environment.map(({ name }) => name.toLowerCase()), texts: textsOf(fn) };
}

function isSeen({ names, texts }: Shown, signs: MonitorSigns): boolean {
  return (
    names.some((name) => signs.variables.some((variable) => isCalled(name, variable))) ||
    texts.some((text) => signs.parts.some((part) => text.includes(part)))
  );
}

/** OpenTelemetry's settings may stay where it is told to do nothing. */
function isSwitchedOff({ environment }: ServerlessFunction, { name: monitor }: MonitorSigns): boolean {
  if (monitor !== 'OpenTelemetry') return false;
  return environment.some(({ name, value }) => name === 'OTEL_SDK_DISABLED' && known(value)?.toLowerCase() === 'true');
}

function isCalled(name: string, variable: string): boolean {
  return variable.endsWith('_') ? name.startsWith(variable) : name === variable;
}

function textsOf(fn: ServerlessFunction): readonly string[] {
  const layers = (known(fn.layers) ?? []).map(known);
  const wrappers = fn.environment.filter(({ name }) => name.toLowerCase() === wrapper).map(({ value }) => known(value));
  return [known(fn.handler), ...layers, ...wrappers].flatMap((text) =>
    text === undefined ? [] : [text.toLowerCase()],
  );
}
