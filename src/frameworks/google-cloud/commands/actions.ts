import { entryOf, type ListValue, textOf, type Value, valueAt } from '../../../model/value.js';
import type { DeployCommand, Spelling } from './deploy-command.js';
import { shellWriter } from './shell.js';

interface Action {
  readonly uses: string;
  readonly product: DeployCommand['product'];
  /** The input that names what is deployed. */
  readonly name: string;
  /** Inputs by the flag of the command line that means the same. */
  readonly inputs: Readonly<Record<string, string>>;
}

/** Google's own actions. */
const actions: readonly Action[] = [
  {
    uses: 'google-github-actions/deploy-cloudrun@',
    product: 'run',
    name: 'service',
    inputs: { '--set-env-vars': 'env_vars', '--source': 'source' },
  },
  {
    uses: 'google-github-actions/deploy-cloud-functions@',
    product: 'functions',
    name: 'name',
    inputs: {
      '--runtime': 'runtime',
      '--source': 'source_dir',
      '--set-env-vars': 'environment_variables',
      '--update-env-vars': 'env_vars',
      '--service-account': 'service_account',
      '--max-instances': 'max_instance_count',
    },
  },
];

/** A step of a workflow that leaves the deployment to one of Google's actions. `wordsIn`: the words of a text of the file. */
export function actionIn(
  step: Value,
  { reading, substitutes }: Spelling,
  wordsIn: (value: Value) => readonly ListValue[],
): readonly DeployCommand[] {
  const uses = textOf(valueAt(step, 'uses')) ?? '';
  const action = actions.find((one) => uses.startsWith(one.uses));
  const given = valueAt(step, 'with');
  const named = action && valueAt(given, action.name);
  const name = textOf(named);
  if (action === undefined || named === undefined || name === undefined) return [];
  const flags = valueAt(given, 'flags');
  const words = flags === undefined ? [] : wordsIn(flags).flatMap(({ items }) => items);
  const at =
    words.length === 0 ? named.at : { ...named.at, start: words[0]?.at.start ?? 0, end: words.at(-1)?.at.end ?? 0 };
  const list: ListValue = { kind: 'list', items: words, open: false, at };
  const writer = words.length > 0 ? shellWriter : { ...shellWriter, append: () => undefined };
  const inputs = Object.entries(action.inputs).flatMap(([flag, input]) => {
    const value = entryOf(given, input)?.value;
    return value === undefined ? [] : [[flag, value] as const];
  });
  const { product } = action;
  return [{ product, name, at: named.at, list, reading: { ...reading, writer }, substitutes, inputs: new Map(inputs) }];
}
