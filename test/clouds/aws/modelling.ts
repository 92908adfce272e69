import { mapTemplate } from '../../../src/clouds/aws/aws-model.js';
import { applyEdits } from '../../../src/findings/edits.js';
import type { Terms } from '../../../src/model/identity.js';
import type { Model } from '../../../src/model/model.js';
import type { Setting } from '../../../src/model/setting.js';
import type { Edit } from '../../../src/model/span.js';
import { templateOf } from '../../frameworks/cloudformation/reading.js';

const header = 'Transform: AWS::Serverless-2016-10-31\n';

/** The model of the resources in a text that begins under `Resources:`. */
export function modelOf(resources: string, others: Readonly<Record<string, string>> = {}): Model {
  return modelOfTemplate(templateText(resources), others);
}

export function modelOfTemplate(text: string, others: Readonly<Record<string, string>> = {}): Model {
  return mapTemplate(templateOf(text, 'template.yaml', others));
}

export function templateText(resources: string): string {
  return `${header}Resources:\n${indented(resources)}`;
}

function indented(text: string): string {
  const lines = text.replace(/^\n+/, '').replace(/\s+$/, '').split('\n');
  const margin = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  return `${lines.map((line) => (line.trim() === '' ? '' : `  ${line.slice(margin)}`)).join('\n')}\n`;
}

/** A setting in few words: the value, `absent`, `unknown`, or the words of each case. */
export function said(setting: Setting<unknown, never> | undefined): unknown {
  if (setting?.kind === 'known') return setting.value;
  if (setting?.kind !== 'choice') return setting?.kind;
  return Object.fromEntries(setting.cases.map(({ label, setting: inner }) => [label, said(inner)]));
}

export function texts({ terms, open }: Terms): readonly string[] {
  return [...terms.map(({ text }) => text), ...(open ? ['...'] : [])];
}

/** The lines that edits add or change in the text of `modelOf`, without the ones that stay. */
export function changed(resources: string, edits: readonly Edit[] | undefined): readonly string[] | undefined {
  if (edits === undefined) return undefined;
  const before = templateText(resources);
  const old = new Set(before.split('\n'));
  return applyEdits(before, edits)
    .split('\n')
    .filter((line) => !old.has(line))
    .map((line) => line.trim());
}

/** Writes a word where the setting lets it be written. */
export function write<W>(setting: Setting<unknown, W> | undefined, word: W): readonly Edit[] | undefined {
  return setting?.kind === 'known' || setting?.kind === 'absent' ? setting.write(word) : undefined;
}
