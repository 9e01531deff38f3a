/**
 * Who may use whom. A slice not named under another one's key is out of bounds for it; what is used is used
 * through its `index.ts` only (and `testing.ts` from tests). Everything may use `contract` and `platform`.
 */
export const SLICE_EDGES: Readonly<Record<string, readonly string[]>> = {
  "casework/intake": ["access"],
  "casework/registers": [],
  "casework/identification": ["access", "casework/intake", "casework/registers"],
  "casework/cases": ["access", "casework/intake", "casework/registers", "casework/identification"],
  "casework/archive": ["casework/cases"],
  "casework/portfolio": ["casework/intake", "casework/registers", "casework/identification"],
  "casework/monitoring": ["casework/intake", "casework/registers", "casework/identification"],
  access: [],
  auditing: [],
  privacy: [],
  demo: ["casework/intake"],
  "integrations/maskinporten": [],
  "integrations/hpr": ["integrations/maskinporten", "demo"],
  "integrations/persontjenesten": ["demo"],
  "integrations/enhetsregisteret": [],
};

/** Slices that may ask the linkage engine; everyone else goes through identification. */
export const LINKAGE_USERS: readonly string[] = ["casework/registers", "casework/identification", "demo"];

/** Files that know every slice and join them. */
export const COMPOSITION_ROOTS: readonly string[] = [
  "apps/server/src/main.ts",
  "apps/server/src/cli.ts",
  "apps/server/src/wiring/",
];
