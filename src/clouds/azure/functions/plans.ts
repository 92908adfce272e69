import { fixed, type Setting, unknown } from '../../../model/setting.js';
import { textOf } from '../../../model/value.js';
import { type Codec, number } from '../../values/codec.js';
import { firstSaid } from '../../values/writes.js';
import type { Declared } from '../deployment.js';
import { type Mapping, property, setting } from '../mapping.js';

/** Zero means no limit. */
const limit: Codec<number> = {
  read: (value) => {
    const count = number.read(value);
    return count === 0 ? -1 : count;
  },
  write: (count) => count,
};

/** How many instances of an app may run: its own limit, the day's quota, or what its plan has. */
export function boundOf(mapping: Mapping, site: Declared): Setting<number> {
  const flex = setting(site, ['properties', 'functionAppConfig', 'scaleAndConcurrency', 'maximumInstanceCount'], limit);
  const scale = setting(site, ['properties', 'siteConfig', 'functionAppScaleLimit'], limit);
  const isFlex = property(site, 'properties', 'functionAppConfig') !== undefined;
  const quota = setting(site, ['properties', 'dailyMemoryTimeQuota'], limit);
  const own = isFlex ? firstSaid(flex, scale, quota) : firstSaid(scale, flex, quota);
  return own.kind === 'absent' ? planBound(mapping, site, own) : own;
}

/** Plans that add instances by themselves: consumption, flex consumption, and elastic premium. */
const consumption = /^(?:Y1|FC1|Dynamic|FlexConsumption)$/i;
const elastic = /^(?:EP\d|ElasticPremium)$/i;

function planBound(mapping: Mapping, site: Declared, otherwise: Setting<number>): Setting<number> {
  const link = property(site, 'properties', 'serverFarmId');
  if (link === undefined) return otherwise;
  const plan = mapping.byId.get(mapping.referent(link) ?? '');
  if (plan === undefined) return unknown(link.at, 'plan elsewhere');
  const sku = textOf(property(plan, 'sku', 'name')) ?? textOf(property(plan, 'sku', 'tier'));
  if (sku === undefined) return unknown(plan.at, 'plan not known');
  if (consumption.test(sku)) return otherwise;
  if (!elastic.test(sku)) return fixed(1, plan.at);
  const most = setting(plan, ['properties', 'maximumElasticWorkerCount'], limit);
  return most.kind === 'absent' ? otherwise : most;
}
