import type { Site } from '../flow/calls.js';
import { allTaints, nothing } from '../flow/value.js';
import { cloudClients, resourceFields } from '../tables/resources.data.js';
import { harmful, reportFlow } from './report.js';

/** Calls of a cloud's API whose resource others choose. */
export function checkResource({ symbol = '', arguments: given, frame, text, expression }: Site): void {
  if (!cloudClients.test(symbol)) return;
  const [first] = given;
  const fields = [
    ...(first?.value.fields ?? []),
    ...given.flatMap(({ name, value }) => (name === undefined ? [] : [[name, value] as const])),
  ];
  for (const [name, value] of fields) {
    const meant = resourceFields.find((one) => one.field === name && (one.of === undefined || one.of.test(symbol)));
    if (meant === undefined) continue;
    const [taint] = harmful(frame, allTaints(value ?? nothing), 'resource');
    if (taint === undefined || taint.path.includes('s3')) continue;
    reportFlow(frame, taint, {
      danger: 'resource',
      text,
      at: expression.at,
      argument: first?.expression.at ?? expression.at,
      detail: name,
    });
    return;
  }
}
