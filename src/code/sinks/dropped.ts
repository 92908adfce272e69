import { sentCommand } from '../cloud/calls.js';
import type { Site } from '../flow/calls.js';
import { cloudSdks } from '../tables/resources.data.js';
import { reportSettingAt } from './report.js';

/** Work that an asynchronous function starts and does not wait for: nothing promises that it ends once the handler is done. */
export function checkDropped(site: Site): void {
  const { frame, expression, text } = site;
  if (expression.isDropped !== true || frame.run.forms.at(-1)?.isAsync !== true) return;
  const detail = droppedBy(site);
  if (detail === undefined) return;
  const { at } = expression;
  reportSettingAt(frame, { danger: 'dropped', text, at, argument: at, detail });
}

function droppedBy(site: Site): 'each' | 'call' | undefined {
  const { name, symbol = '', callee, arguments: given } = site;
  const isAsync = ({ form }: { readonly form: { readonly isAsync?: true } }) => form.isAsync === true;
  if (name === 'forEach') return given.some(({ value }) => value.closures?.some(isAsync)) ? 'each' : undefined;
  if (name === 'promise' && cloudSdks.test(symbol)) return 'call';
  if (given.length === 1 && sentCommand(site) !== undefined) return 'call';
  const { closures = [] } = callee;
  return closures.length > 0 && closures.every(isAsync) ? 'call' : undefined;
}
