import { posix } from "node:path";
import { COMPOSITION_ROOTS, LINKAGE_USERS, SLICE_EDGES } from "./boundaries.ts";

const SERVER = "apps/server/src/";
const WEB = "apps/web/src/";
const HALVES = new Set(["casework", "governance", "integrations"]);
const WORKSPACES: Record<string, string> = {
  "@varde/contract": "packages/contract/src",
  "@varde/linkage": "packages/linkage/src",
};

/**
 * Says whether a file may import another, by the direction of dependency in ARCHITECTURE.md.
 * `file` is a path from the root of the repository, `specifier` what stands in the import.
 * Returns the reason it may not, or undefined when it may (foreign packages always may).
 */
export function refuseImport(file: string, specifier: string): string | undefined {
  const target = resolveImport(file, specifier);
  if (target === undefined) return undefined;
  if (file.startsWith("packages/")) return refuseFromPackage(file, target);
  if (file.startsWith(WEB)) return refuseFromWeb(file, target);
  if (file.startsWith(SERVER)) return refuseFromServer(file, target);
  return undefined;
}

function resolveImport(file: string, specifier: string): string | undefined {
  if (specifier.startsWith(".")) return posix.normalize(posix.join(posix.dirname(file), specifier));
  const workspace = Object.keys(WORKSPACES).find(
    (name) => specifier === name || specifier.startsWith(`${name}/`),
  );
  return workspace && WORKSPACES[workspace] + specifier.slice(workspace.length);
}

function refuseFromPackage(file: string, target: string): string | undefined {
  const own = file.split("/").slice(0, 2).join("/");
  return target.startsWith(`${own}/`)
    ? undefined
    : `${own} stands at the bottom and uses no other part of Varde`;
}

function refuseFromWeb(file: string, target: string): string | undefined {
  if (target.startsWith("packages/contract/")) return undefined;
  if (!target.startsWith(WEB)) return "the page knows the server only through the contract";
  const [from, to] = [webZone(file), webZone(target)];
  if (from === to || from === "app" || to === "platform") return undefined;
  if (to === "app") return "only the composition in app/ knows the whole page";
  if (from === "platform") return "platform/ is below everything and knows no page";
  if (to === "ui") return undefined;
  if (from === "ui") return "ui/ is below the slices and knows none of them";
  return target.endsWith("/index.ts") ? undefined : `another slice is used only through its index.ts (${to})`;
}

function webZone(path: string): string {
  const [first = "", second = ""] = path.slice(WEB.length).split("/");
  return HALVES.has(first) ? `${first}/${second}` : first;
}

function refuseFromServer(file: string, target: string): string | undefined {
  if (COMPOSITION_ROOTS.some((root) => file.startsWith(root))) return undefined;
  const from = zoneOf(file);
  if (target.startsWith("packages/contract/")) return undefined;
  if (target.startsWith("packages/linkage/"))
    return LINKAGE_USERS.includes(from)
      ? undefined
      : `${from} asks about identity through casework/identification`;
  if (!target.startsWith(SERVER)) return `${target} is no part of the server`;
  const to = zoneOf(target);
  if (from === to || to === "platform") return undefined;
  if (from === "platform") return `platform/ knows no word of the domain (${to})`;
  const fromTest = /(\.test\.ts$|\/testing\.ts$|\/testing\/)/.test(file);
  if (fromTest && (to === "demo" || target.endsWith("/testing.ts"))) return undefined;
  if (!SLICE_EDGES[from]?.includes(to))
    return `there is no edge from ${from} to ${to} in tools/fences/boundaries.ts`;
  return target.endsWith("/index.ts") ? undefined : `${to} is used only through its index.ts`;
}

function zoneOf(path: string): string {
  const [first = "", second = ""] = path.slice(SERVER.length).split("/");
  return HALVES.has(first) ? `${first}/${second}` : first;
}

/** A cycle in the edges, as the slices along it, or undefined when there is none. */
export function findCycle(edges: Readonly<Record<string, readonly string[]>>): string[] | undefined {
  const done = new Set<string>();
  const visit = (slice: string, path: string[]): string[] | undefined => {
    if (path.includes(slice)) return [...path.slice(path.indexOf(slice)), slice];
    if (done.has(slice)) return undefined;
    for (const next of edges[slice] ?? []) {
      const cycle = visit(next, [...path, slice]);
      if (cycle) return cycle;
    }
    done.add(slice);
    return undefined;
  };
  for (const slice of Object.keys(edges)) {
    const cycle = visit(slice, []);
    if (cycle) return cycle;
  }
  return undefined;
}
