import type { Advise } from '../judgement/judge.js';
import type { Settings } from '../settings/settings.js';

export interface AnalysisRequest {
  readonly settings: Settings;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly advise: Advise;
}

/** The analysis itself failed, not GitHub: the check is concluded with this sentence. */
export class AnalysisFailed extends Error {}
