const LONGEST = 150;

/** A file name as an officer may see it: without folders, control and direction characters; never used as a path. */
export function safeFileName(name: string | null | undefined): string | undefined {
  const last = (name ?? "").split(/[/\\]/).findLast((piece) => piece.trim() !== "" && piece !== "..");
  const clean = (last ?? "")
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, "")
    .replace(/^\.+|[. ]+$/g, "")
    .trim();
  return clean === "" ? undefined : clean.slice(0, LONGEST);
}

/** The ending of a file name in lower case, without the dot; empty where there is none. */
export function extensionOf(name: string | undefined): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name ?? "")?.[1]?.toLowerCase() ?? "";
}
