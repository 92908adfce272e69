import { type Literal, partOf } from '../../../model/literal.js';
import type { Edits } from '../synthesis/draft.js';
import type { Synthesis } from '../synthesis/synthesis.js';
import { writeFirewall } from './apis/new-firewalls.js';
import { writeAlarm } from './monitoring/new-alarms.js';
import { enforceTls } from './stores/tls-policies.js';

/** What a template would have as a resource of its own, in the words of a program. */
export function declareBeside(synthesis: Synthesis, id: string, body: Literal, owner: string | undefined): Edits {
  if (owner === undefined) return undefined;
  switch (partOf(body, 'Type')) {
    case 'AWS::CloudWatch::Alarm':
      return writeAlarm(synthesis, id, body, owner);
    case 'AWS::WAFv2::WebACLAssociation':
      return writeFirewall(synthesis, id, body, owner);
    case 'AWS::SQS::Queue':
      // It is made where it is named; one for a FIFO queue has to be told so.
      return partOf(body, 'Properties', 'FifoQueue') === undefined ? [] : undefined;
    default:
      return enforceTls(synthesis, body, owner);
  }
}
