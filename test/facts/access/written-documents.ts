import { requirementsOf } from '../../../src/facts/access/conditions.js';
import { type Documents, noDocuments, statementFrom } from '../../../src/facts/access/statement.js';

/** A statement as a test writes it. */
export interface Written {
  readonly effect?: 'allow' | 'deny';
  readonly action?: string | readonly string[];
  readonly notAction?: string | readonly string[];
  readonly resource?: string | readonly string[];
  readonly notResource?: string | readonly string[];
  readonly condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

const at = { path: 'template.yaml', start: 0, end: 0 };

/** Statements as documents. */
export function documents(written: readonly Written[], bounded?: readonly Written[]): Documents {
  const boundary = bounded?.map(statement);
  return { ...noDocuments, statements: written.map(statement), boundary };
}

function statement({ effect = 'allow', action, notAction, resource, notResource, condition = {} }: Written) {
  const conditions = Object.entries(condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => ({
      operator,
      key,
      values: [values].flat().map((text) => ({ text, at })),
      open: false,
    })),
  );
  return statementFrom({
    effect,
    actions: { texts: [action ?? notAction ?? []].flat(), except: action === undefined },
    resources: { texts: [resource ?? notResource ?? []].flat(), except: resource === undefined },
    when: requirementsOf({ conditions, conditionsOpen: false }),
    name: '',
  });
}
