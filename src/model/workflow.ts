import type { Setting } from './setting.js';
import type { Span } from './span.js';

/** What a workflow does, as far as it is written down here. */
export interface WorkflowDefinition {
  readonly at: Span;
  /** Seconds after which the whole of it is stopped. */
  readonly timeout: Setting<number>;
  readonly steps: readonly WorkflowStep[];
}

/** One state or task. */
export interface WorkflowStep {
  readonly name: string;
  readonly at: Span;
  /** `task` does something outside of the workflow. */
  readonly does: 'task' | 'choice' | 'each' | 'other';
  /** It goes on only when somebody answers or a job ends. */
  readonly waits: boolean;
  /** Seconds, or a beat that has to be heard. */
  readonly timeout: Setting<number>;
  readonly catches: boolean;
  /** How often it is tried again, at most, by each of its rules that say so. */
  readonly attempts: readonly Setting<number>[];
  /** How many run at once, of steps that run once for each item. */
  readonly atOnce: Setting<number>;
  /** Names of the steps that may follow. */
  readonly next: readonly string[];
  /** A choice that compares a number, as a counter. */
  readonly counts: boolean;
}
