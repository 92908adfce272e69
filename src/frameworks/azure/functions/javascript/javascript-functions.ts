import { number } from '../../../../clouds/values/codec.js';
import { type Section, settingOf } from '../../../../clouds/values/section.js';
import type { Notice } from '../../../../findings/notice.js';
import { type Evaluation, openEvaluation } from '../../../../languages/javascript/evaluation.js';
import { expressionValue } from '../../../../languages/javascript/expression-value.js';
import { spanIn } from '../../../../languages/javascript/nodes.js';
import { parseScript } from '../../../../languages/javascript/parse-script.js';
import { absent, fixed, type Setting } from '../../../../model/setting.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../../model/value.js';
import { type Source, unread } from '../../../../notation/source.js';
import type { Reading } from '../../../../notation/writer.js';
import type { Binding, DeclaredFunction } from '../binding.js';
import { checksCallers } from '../own-checks.js';
import { type AppCall, appCalls, outputValue } from './app-calls.js';
import { codeOf } from './code.js';
import { methods, optionsOf } from './options.js';
import { javascriptWriter } from './writing.js';

export interface ReadCode {
  readonly functions: readonly DeclaredFunction[];
  readonly notices: readonly Notice[];
}

/** The functions that a file declares by `app.http(…)` and the like; none if it uses another library. */
export function javascriptFunctions(source: Source, folder: string, unresolved: Reading['unresolved']): ReadCode {
  if (!source.text.includes('@azure/functions') || !/\bapp\b/.test(source.text)) return { functions: [], notices: [] };
  const script = parseScript(source);
  if ('because' in script) {
    const notice = script.because === 'refused' ? script.notice : unread(source, 0, 'could not be read as JavaScript');
    return { functions: [], notices: [notice] };
  }
  const reading: Reading = { writer: javascriptWriter(source), unresolved };
  const evaluation = openEvaluation(script, { particular: outputValue, named: 'not edited' });
  const context: Context = { folder, reading, evaluation };
  return { functions: appCalls(evaluation).flatMap((call) => functionOf(call, context)), notices: [] };
}

interface Context {
  readonly folder: string;
  readonly reading: Reading;
  readonly evaluation: Evaluation;
}

function functionOf(
  { node: call, method }: AppCall,
  { folder, reading, evaluation }: Context,
): readonly DeclaredFunction[] {
  const { script, survey } = evaluation;
  const { path } = script;
  const [first, second] = call.arguments;
  const name = textOf(expressionValue(evaluation, first));
  if (name === undefined) return [];
  const at = spanIn(path, first ?? call);
  const written = expressionValue(evaluation, second);
  const options = optionsOf(written, method, at);
  const section: Section = { map: options, at, reading };
  const trigger: Binding = { type: methods.get(method) ?? 'other', direction: 'trigger', at, section };
  return [
    {
      name,
      at,
      whole: spanIn(path, call),
      bindings: [trigger, ...outputsOf(options, section)],
      open: options.kind === 'map' && options.open,
      disabled: absent(at),
      retries: settingOf(section, ['retry', 'maxRetryCount'], number),
      handler: fixed(path, at) as Setting<string>,
      codeRoot: folder,
      checksCallers: checksCallers(codeOf(call, script, survey())),
      otherwise: fixed('none', at),
    },
  ];
}

function outputsOf(options: Value, { at, reading }: Section): readonly Binding[] {
  const values = [...itemsOf(valueAt(options, 'return')), ...itemsOf(valueAt(options, 'extraOutputs'))];
  return values.flatMap((map): readonly Binding[] => {
    const type = methods.get(textOf(valueAt(map, 'type')) ?? '');
    return type === undefined ? [] : [{ type, direction: 'out', at: map.at, section: { map, at, reading } }];
  });
}
