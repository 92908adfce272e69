import { fixed } from '../../../model/setting.js';
import type { LogGroup } from '../../../model/store.js';
import { textOf } from '../../../model/value.js';
import { number } from '../../values/codec.js';
import { declarationOf, type GoogleStack, ofAsset, property, setting } from '../google-stack.js';

/** Google keeps logs for 30 days unless told otherwise. */
const usualDays = 30;

export function googleLogGroups(stack: GoogleStack): readonly LogGroup[] {
  return ofAsset(stack, 'logging.googleapis.com/LogBucket').map((declared) => {
    const retention = setting(declared, ['retentionDays'], number);
    return {
      ...declarationOf(declared),
      kind: 'log-group',
      name: textOf(property(declared, 'name')),
      functions: [],
      retention: retention.kind === 'absent' ? fixed(usualDays, declared.at) : retention,
    };
  });
}
