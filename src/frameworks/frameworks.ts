import { cloudformation } from './cloudformation/index.js';
import type { Framework } from './framework.js';
import { terraform } from './terraform/index.js';

/** Every framework that is read. The first that recognises an entry reads it. */
export const frameworks: readonly Framework[] = [cloudformation, terraform];
