/** Nesting beyond this is not followed. */
export const deepest = 200;
