import { itemsOf, textOf, type Value, valueAt } from '../../../../model/value.js';
import { type Declared, declaredOf, type Mapping, property, referent, same } from '../cloud.js';
import { document, type Fields } from '../field.js';
import { appFields } from './app-fields.js';

/** A function that is declared with its bindings. */
export const boundType = 'azurerm_function_app_function';

const fields: Fields = { ...same('name', 'function_app_id', 'enabled'), config: document('config_json') };

/** The trigger of a function with the app that it is part of. */
export interface Bound {
  readonly app: Declared;
  readonly declared: Declared;
  readonly binding: Value;
  /** In lower case: `httptrigger`. */
  readonly type: string;
  /** Where the function puts what it makes. */
  readonly outputs: readonly Value[];
}

/** The triggers of functions that are declared with their bindings. */
export function boundIn(mapping: Mapping): readonly Bound[] {
  const apps = new Map(declaredOf(mapping, appFields).map((app) => [app.id, app]));
  return declaredOf(mapping, { [boundType]: fields }).flatMap((declared) => {
    const app = apps.get(referent(property(declared, 'function_app_id')) ?? '');
    if (app === undefined || textOf(property(declared, 'enabled')) === 'false') return [];
    const bindings = itemsOf(property(declared, 'config', 'bindings'));
    const outputs = bindings.filter((binding) => textOf(valueAt(binding, 'direction'))?.toLowerCase() === 'out');
    return bindings.flatMap((binding): readonly Bound[] => {
      const type = textOf(valueAt(binding, 'type'))?.toLowerCase();
      return type?.endsWith('trigger') === true ? [{ app, declared, binding, type, outputs }] : [];
    });
  });
}
