import { quiet } from '../../../clouds/aws/mapping.js';
import { textsOf } from '../../../clouds/aws/operations/texts.js';
import type { ServerlessFunction } from '../../../model/function.js';
import type { NamedText } from '../../../model/model.js';
import type { Setting } from '../../../model/setting.js';
import type { Span } from '../../../model/span.js';
import type { Service } from '../service/service.js';

/** Texts of the `custom` section that are written there and that no function has in its variables: those are judged there. */
export function customTexts(
  { custom, reading }: Service,
  functions: readonly ServerlessFunction[],
): readonly NamedText[] {
  const used = new Set(functions.flatMap(({ environment }) => environment.map(({ value }) => originOf(value))));
  const texts = textsOf(custom, { owner: 'custom', reading: quiet(reading) });
  return texts.filter(({ value }) => originOf(value) === undefined && !used.has(placeOf(value.at)));
}

function originOf(setting: Setting<string>): string | undefined {
  return setting.kind === 'known' && setting.origin !== undefined ? placeOf(setting.origin) : undefined;
}

function placeOf({ path, start }: Span): string {
  return `${path}:${start}`;
}
