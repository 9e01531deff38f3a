export { LinkInputError } from "./cli/link-input-error.ts";
export { registerLinkCommands } from "./cli/register-link-commands.ts";
export { type EstimateOptions, estimateModel } from "./estimate/estimate-model.ts";
export { type Judged, type Measurement, measure } from "./evaluate/measure.ts";
export { explain, type Language } from "./explain/explain.ts";
export {
  IndexFileError,
  readIndexFile,
  type StoredIndex,
  UNFINISHED,
  writeIndexFile,
} from "./index/index-file.ts";
export {
  createIndex,
  type IndexOptions,
  openIndex,
  type PersonIndex,
  type SavedIndex,
} from "./index/person-index.ts";
export type {
  Candidate,
  DateLevel,
  EvidenceField,
  EvidenceLevel,
  FieldEvidence,
  LinkResult,
  NameLevel,
  Outcome,
} from "./link-result.ts";
export type { LinkageModel } from "./model/model.ts";
export { SHIPPED_MODEL } from "./model/shipped-model.ts";
export type { NationalId, PersonRecord, Sex } from "./person-record.ts";
export { compareFullNames, SAME_NAME } from "./scoring/compare-full-names.ts";
export { SqlSweep, type SweepConnection } from "./sql/sql-sweep.ts";
export { ENGINE_VERSION } from "./version.ts";
