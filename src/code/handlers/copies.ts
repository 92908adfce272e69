/** Files or folders that a build puts into a folder, or under a name, of what it makes. */
export interface Copy {
  readonly from: readonly string[];
  readonly to: string;
}

/** `cp -r src/* $(ARTIFACTS_DIR)` in the rule for a function: docs.aws.amazon.com (building custom runtimes with SAM). */
export function copiedByMake(text: string, id: string): readonly Copy[] {
  const lines = text.replace(/\\\r?\n/g, ' ').split(/\r?\n/);
  const first = lines.findIndex((line) => new RegExp(`^build-${id}\\s{0,3}:`).test(line));
  if (first === -1) return [];
  const found: Copy[] = [];
  for (const line of lines.slice(first + 1)) {
    if (!/^\s/.test(line) && line.trim() !== '') break;
    for (const command of line.split(/&&|;/)) found.push(...copyOf(command));
  }
  return found;
}

const made = /^"?\$[({]ARTIFACTS_DIR[)}]\/?/;

function copyOf(command: string): readonly Copy[] {
  const [, rest = ''] = /^\s{0,20}@?(?:cp|rsync)\s(.{1,1000})$/.exec(command) ?? [];
  const words = wordsOf(rest);
  const to = words.at(-1) ?? '';
  return made.test(to) ? [{ from: words.slice(0, -1), to: to.replace(made, '') }] : [];
}

/** `COPY src/ ${LAMBDA_TASK_ROOT}/` of the last stage; what comes from another stage is not followed. */
export function copiedByImage(text: string): readonly Copy[] {
  let found: Copy[] = [];
  let workdir = '';
  for (const line of text.replace(/\\\r?\n/g, ' ').split(/\r?\n/)) {
    const [, instruction = '', rest = ''] = /^ {0,20}(FROM|WORKDIR|COPY|ADD) (.{1,1000})$/i.exec(line) ?? [];
    if (/from/i.test(instruction)) found = [];
    if (/workdir/i.test(instruction)) workdir = rest.trim();
    if (!/copy|add/i.test(instruction) || /--from=/.test(rest)) continue;
    const words = wordsOf(rest.replace(/^\[|\]$/g, '').replaceAll('",', '" '));
    const to = (words.at(-1) ?? '').replace(/^\$\{?LAMBDA_TASK_ROOT\}?|^\/var\/task/, '');
    const inside = workdir !== '' && to.startsWith(workdir) ? to.slice(workdir.length) : to;
    found.push({ from: words.slice(0, -1), to: inside.replace(/^\.(?=\/|$)/, '') });
  }
  return found;
}

function wordsOf(written: string): readonly string[] {
  return written
    .trim()
    .split(/\s{1,20}/)
    .map((word) => word.replace(/^["']|["']$/g, ''))
    .filter((word) => word !== '' && !word.startsWith('-'));
}
