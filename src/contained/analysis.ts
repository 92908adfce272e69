import type { Sources } from '../findings/sources.js';
import type { Advise } from '../judgement/judge.js';
import type { Scan } from '../scan.js';
import type { Settings } from '../settings/settings.js';

export interface AnalysisRequest {
  readonly settings: Settings;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly advise: Advise;
}

/** What a look at a whole commit says. Plain data: it crosses process borders. */
export interface ScannedTree extends Scan {
  /** Texts of the files that findings stand in. */
  readonly texts: Sources;
}

/** The analysis itself failed, not GitHub: the check is concluded with this sentence. */
export class AnalysisFailed extends Error {}

/** No process for it could be started: this tells of the host and nothing of the change, and may pass. */
export class AnalysisNotStarted extends AnalysisFailed {}
