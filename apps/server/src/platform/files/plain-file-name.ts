const LONGEST_NAME = 200;

/**
 * The name of a file as somebody gave it, without folders, without signs that are not seen or turn the text round, and
 * with "_" for those no file system takes everywhere; "file" where nothing is left.
 */
export function plainFileName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? "";
  const plain = last
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .replace(/[<>:"|?*]/g, "_")
    .trim();
  return /^\.*$/.test(plain) ? "file" : plain.slice(0, LONGEST_NAME);
}
