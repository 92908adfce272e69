/** What a repository may have in any of its stacks, or elsewhere. */
export type Holding = 'alarms' | 'firewalls' | 'budgets';
