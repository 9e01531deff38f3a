import { isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument } from "yaml";
import { type ProfileProblem, profileProblem } from "./profile-problem.ts";
import { type SourceProfile, sourceProfileSchema } from "./source-profile.ts";

/** A problem and its 1-based place in the YAML text. */
export interface ProfileError extends ProfileProblem {
  line: number;
  column: number;
}

export type ProfileCheck =
  | { profile: SourceProfile; errors?: undefined }
  | { profile?: undefined; errors: ProfileError[] };

/** Checks the YAML text of a source profile. Every error has the place of the line that must be mended. */
export function checkProfile(yamlText: string): ProfileCheck {
  const lines = new LineCounter();
  const document = parseDocument(yamlText, {
    lineCounter: lines,
    maxAliasCount: 0,
    prettyErrors: false,
  } as object);
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  if (document.errors.length > 0) {
    return {
      errors: document.errors.map(({ pos, code, message }) => ({
        ...at(pos[0]),
        code: "yaml.broken",
        params: { cause: code },
        message: `This is not YAML: ${message}`,
      })),
    };
  }
  const result = parseSafely(() =>
    sourceProfileSchema.safeParse(document.toJS({ maxAliasCount: 0 }), { reportInput: true }),
  );
  if (!result)
    return {
      errors: [
        { line: 1, column: 1, code: "yaml.alias", params: {}, message: "Aliases (*name) are not allowed." },
      ],
    };
  if (result.success) return fitErrors(result.data);
  const errors = result.error.issues.map((issue) => {
    const extra = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
    const node = nodeAt(document.contents, [...issue.path, ...extra]);
    return { ...at(node?.range?.[0] ?? 0), ...profileProblem(issue) };
  });
  return { errors };
}

function parseSafely<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

function fitErrors(profile: SourceProfile): ProfileCheck {
  const criteria = Object.values(profile.fits).filter((patterns) => patterns && patterns.length > 0);
  if (criteria.length > 0 || profile.fallback) return { profile };
  const message =
    'fits: give at least one pattern under senders, subjects, bodyMarkers or attachments, or set "fallback: true".';
  return { errors: [{ line: 1, column: 1, code: "profile.fitsNothing", params: {}, message }] };
}

/** The YAML node of a path, or the deepest one above it that exists. */
function nodeAt(root: ParsedNode | null, path: readonly PropertyKey[]): ParsedNode | null {
  let node = root;
  for (const key of path) {
    let next: unknown;
    if (isMap(node)) next = node.items.find((item) => isScalar(item.key) && item.key.value === key)?.value;
    else if (isSeq(node)) next = node.items[Number(key)];
    if (!next) break;
    node = next as ParsedNode;
  }
  return node;
}
