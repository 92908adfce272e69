/** Who can start a function, most exposed first. */
export type Exposure = 'open' | 'keyed' | 'authenticated' | 'internal' | 'unknown';
