import type { Resource } from '../../model/resource.js';

/** What is said of a declared thing: where it stands and `K` always, the rest where it is known. */
export type Said<T extends Resource, K extends keyof T> = Resource & Pick<T, K> & Partial<Omit<T, 'kind'>>;
