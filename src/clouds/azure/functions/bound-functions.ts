import { itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import type { Declared } from '../deployment.js';
import { type Mapping, property } from '../mapping.js';
import { appTypes, functionApps } from './function-apps.js';

/** The trigger of a function that is declared with its bindings, with the app that it is part of. */
export interface BoundFunction {
  readonly site: Declared;
  readonly fn: Declared;
  readonly binding: Value;
  /** In lower case: `httptrigger`. */
  readonly type: string;
  /** Where the function puts what it makes. */
  readonly outputs: readonly Value[];
}

/** The triggers of functions whose bindings are declared with the app: `Microsoft.Web/sites/functions`. */
export function boundFunctions(mapping: Mapping): readonly BoundFunction[] {
  return functionApps(mapping).flatMap((site) =>
    appTypes
      .flatMap((type) => mapping.partsOf(site.id, `${type}/functions`))
      .filter((fn) => textOf(property(fn, 'properties', 'isDisabled')) !== 'true')
      .flatMap((fn) => triggersOf(site, fn)),
  );
}

function triggersOf(site: Declared, fn: Declared): readonly BoundFunction[] {
  const bindings = itemsOf(property(fn, 'properties', 'config', 'bindings'));
  const outputs = bindings.filter((binding) => textOf(valueAt(binding, 'direction'))?.toLowerCase() === 'out');
  return bindings.flatMap((binding): readonly BoundFunction[] => {
    const type = textOf(valueAt(binding, 'type'))?.toLowerCase();
    return type?.endsWith('trigger') === true ? [{ site, fn, binding, type, outputs }] : [];
  });
}
