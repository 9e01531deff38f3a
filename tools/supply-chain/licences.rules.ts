/** What of a CycloneDX bill of materials is looked at. */
export interface Bom {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly components: readonly Component[];
}

interface Component {
  readonly name: string;
  readonly version?: string;
  readonly licenses?: readonly {
    readonly license?: { readonly id?: string; readonly name?: string };
    readonly expression?: string;
  }[];
}

/** Licences that may be shipped together with software under the MIT licence. */
const ALLOWED: ReadonlySet<string> = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "CC-BY-3.0",
  "CC-BY-4.0",
  "ISC",
  "MIT",
  "MIT-0",
  "MPL-2.0",
  "OFL-1.1",
  "PostgreSQL",
  "PSF-2.0",
  "Python-2.0",
  "Unlicense",
  "Zlib",
]);

/** Packages that name no licence in their description but bring its text, read by a person. */
const READ_BY_HAND: Readonly<Record<string, string>> = { "png-js": "MIT" };

/** A component whose licence nobody may rely on. */
export interface RefusedLicence {
  readonly name: string;
  readonly version: string;
  readonly licence: string | undefined;
}

/** Components with a licence that is unknown or not allowed. Our own packages are the maker's to license. */
export function refusedLicences({ components }: Bom): RefusedLicence[] {
  return components
    .filter(({ name }) => !name.startsWith("@varde/"))
    .map(({ name, version = "", licenses = [] }) => ({
      name,
      version,
      licence:
        READ_BY_HAND[name] ??
        licenses
          .map(({ license, expression }) => expression ?? license?.id ?? license?.name)
          .filter((word) => word !== undefined)
          .join(" AND "),
    }))
    .filter(({ licence }) => !isAllowed(licence))
    .map((one) => ({ ...one, licence: one.licence || undefined }));
}

/** Reads SPDX expressions of the simple kind: every part of an AND, some part of an OR. */
function isAllowed(expression: string): boolean {
  const plain = expression.replaceAll(/[()]/g, "");
  return plain
    .split(" AND ")
    .every((part) => part.split(" OR ").some((licence) => ALLOWED.has(licence.trim())));
}
