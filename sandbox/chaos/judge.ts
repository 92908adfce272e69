import type { Sandbox } from '../sandbox.js';
import type { Pull } from '../world.js';

/** What is not as it should be in the end: each last head has one concluded check, none is left open, no comment stands twice. */
export function faultsOf(sandbox: Sandbox, pulls: readonly Pull[]): readonly string[] {
  const faults: string[] = [];
  for (const pull of pulls) {
    const name = `${pull.repository.fullName}#${pull.number}`;
    const runs = sandbox.checkRuns(pull);
    const concluded = runs.filter(
      ({ status, title }) => status === 'completed' && /new problem|problems? fixed/.test(title ?? ''),
    );
    if (runs.length !== 1) faults.push(`${name}: ${runs.length} check runs at its head`);
    if (concluded.length !== 1) {
      const titles = runs.map(({ status, title }) => `${status}, "${title ?? ''}"`).join('; ');
      faults.push(`${name}: ${concluded.length} concluded check runs at its head (${titles})`);
    }
    const said = sandbox.comments(pull).map(({ path, body }) => `${path} ${body}`);
    if (new Set(said).size < said.length) faults.push(`${name}: a comment stands twice`);
  }
  const open = sandbox.world.checkRuns.filter(({ status }) => status !== 'completed');
  if (open.length > 0) faults.push(`${open.length} check runs are not concluded`);
  const breaches = sandbox.violations().filter(({ kind }) => kind !== 'webhook-unanswered');
  for (const { kind, detail, route } of breaches) faults.push(`${kind} at ${route}: ${detail}`);
  return faults;
}
