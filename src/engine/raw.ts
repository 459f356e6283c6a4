import type { Finding, Path, Severity } from '../model.js';

/** A finding with its rule and severity, before it has lines and a fingerprint. */
export interface Raw {
  readonly rule: string;
  readonly path: Path;
  readonly severity: Severity;
  readonly finding: Finding;
}
