import { type Codec, number } from '../../../../clouds/values/codec.js';
import { firstSaid } from '../../../../clouds/values/writes.js';
import { fixed, type Setting, unknown } from '../../../../model/setting.js';
import { itemsOf, textOf, valueAt } from '../../../../model/value.js';
import { type Declared, declaredOf, type Mapping, property, referent, same, setting } from '../cloud.js';
import { block, type Fields } from '../field.js';

/** Plans that apps run on. */
export const planFields: Readonly<Record<string, Fields>> = {
  azurerm_service_plan: same('sku_name', 'maximum_elastic_worker_count', 'worker_count'),
  azurerm_app_service_plan: {
    ...same('kind', 'maximum_elastic_worker_count'),
    sku: block('sku', same('tier', 'size')),
  },
};

/** Zero means no limit. */
const limit: Codec<number> = {
  read: (value) => {
    const count = number.read(value);
    return count === 0 ? -1 : count;
  },
  write: (count) => count,
};

/** The plans of a stack, by id. */
export type Plans = ReadonlyMap<string, Declared>;

export function plansOf(mapping: Mapping): Plans {
  return new Map(declaredOf(mapping, planFields).map((plan) => [plan.id, plan]));
}

/** How many instances of an app may run: its own limit, the day's quota, or what its plan has. */
export function boundOf(declared: Declared, plans: Plans): Setting<number> {
  const isFlex = declared.type === 'azurerm_function_app_flex_consumption';
  const own = setting(declared, isFlex ? ['maximum_instance_count'] : ['site_config', 'app_scale_limit'], limit);
  if (isFlex || own.kind !== 'absent') return own;
  return firstSaid(own, setting(declared, ['daily_memory_time_quota'], limit), planBound(declared, plans, own));
}

function planBound(declared: Declared, plans: Plans, otherwise: Setting<number>): Setting<number> {
  const link = property(declared, 'service_plan_id') ?? property(declared, 'app_service_plan_id');
  const plan = plans.get(referent(link) ?? '');
  if (plan === undefined) return unknown(declared.at, 'plan elsewhere');
  const elastic = setting(plan, ['maximum_elastic_worker_count'], limit);
  if (elastic.kind !== 'absent') return elastic;
  const sku =
    textOf(property(plan, 'sku_name')) ??
    textOf(itemsOf(property(plan, 'sku')).flatMap((one) => valueAt(one, 'size') ?? [])[0]);
  if (sku === undefined) return unknown(declared.at, 'plan not known');
  return scales.test(sku) ? otherwise : fixed(1, plan.at);
}

/** Plans that add instances by themselves: consumption and elastic premium. */
const scales = /^(?:Y1|FC1|EP\d|Dynamic)/i;
