import { textOf, valueAt } from '../../../model/value.js';
import type { Service } from './service.js';

/** The framework's major version, if the service asks for exactly one. */
export function frameworkVersion({ root }: Pick<Service, 'root'>): number | undefined {
  const written = textOf(valueAt(root, 'frameworkVersion'))?.slice(0, 100) ?? '';
  const majors = [...written.matchAll(/(?:^|[\s^~=v|<>-])(\d{1,3})(?=[.\sx*|]|$)/g)].map(([, major]) => Number(major));
  const [first] = majors;
  const isOpen = written.includes('>') || written.includes('<') || majors.some((major) => major !== first);
  return isOpen ? undefined : first;
}
