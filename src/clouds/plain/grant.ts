import type { Grant } from '../../model/identity.js';

type Told = 'id' | 'at' | 'actions' | 'resources' | 'origin';

/** A statement that allows some actions on some resources, under no conditions. */
export function plainGrant(said: Pick<Grant, Told> & Partial<Grant>): Grant {
  return {
    effect: 'allow',
    notActions: undefined,
    notResources: undefined,
    conditions: [],
    conditionsOpen: false,
    ...said,
  };
}
