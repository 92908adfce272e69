import type { Plan } from '../../../model/function.js';
import { absent, fixed, type Setting, unknown } from '../../../model/setting.js';
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
  const own = firstSaid(limitOf(site), quotaOf(site));
  return own.kind === 'absent' ? planBound(mapping, site, own) : own;
}

/** What an app is paid by. */
export function planOf(mapping: Mapping, site: Declared): Plan {
  const own = limitOf(site);
  return {
    name: isFlex(site) ? fixed('FC1', site.at) : skuOf(mapping, site),
    instances: own.kind === 'absent' ? planBound(mapping, site, own) : own,
    dailyQuota: quotaOf(site),
  };
}

function isFlex(site: Declared): boolean {
  return property(site, 'properties', 'functionAppConfig') !== undefined;
}

function limitOf(site: Declared): Setting<number> {
  const flex = setting(site, ['properties', 'functionAppConfig', 'scaleAndConcurrency', 'maximumInstanceCount'], limit);
  const scale = setting(site, ['properties', 'siteConfig', 'functionAppScaleLimit'], limit);
  return isFlex(site) ? firstSaid(flex, scale) : firstSaid(scale, flex);
}

function quotaOf(site: Declared): Setting<number> {
  return setting(site, ['properties', 'dailyMemoryTimeQuota'], limit);
}

/** Plans that add instances by themselves: consumption, flex consumption, and elastic premium. */
const consumption = /^(?:Y1|FC1|Dynamic|FlexConsumption)$/i;
const elastic = /^(?:EP\d|ElasticPremium)$/i;

function planBound(mapping: Mapping, site: Declared, otherwise: Setting<number>): Setting<number> {
  const sku = skuOf(mapping, site);
  const plan = planIn(mapping, site);
  if (sku.kind === 'absent') return otherwise;
  if (sku.kind !== 'known' || plan === undefined) return unknown(sku.at, 'plan not known');
  if (consumption.test(sku.value)) return otherwise;
  if (!elastic.test(sku.value)) return fixed(1, plan.at);
  const most = setting(plan, ['properties', 'maximumElasticWorkerCount'], limit);
  return most.kind === 'absent' ? otherwise : most;
}

function planIn(mapping: Mapping, site: Declared): Declared | undefined {
  return mapping.byId.get(mapping.referent(property(site, 'properties', 'serverFarmId')) ?? '');
}

/** What the plan is sold as; without a plan an app is on consumption, as the platform decides. */
function skuOf(mapping: Mapping, site: Declared): Setting<string> {
  const link = property(site, 'properties', 'serverFarmId');
  if (link === undefined) return absent(site.at);
  const plan = planIn(mapping, site);
  if (plan === undefined) return unknown(link.at, 'plan elsewhere');
  const sku = textOf(property(plan, 'sku', 'name')) ?? textOf(property(plan, 'sku', 'tier'));
  return sku === undefined ? unknown(plan.at, 'plan not known') : fixed(sku, plan.at);
}
