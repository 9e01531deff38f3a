const ELSEWHERE = "http://own.invalid";
/** Addresses that would lead straight back into login, or that are no page. */
const NOT_PAGES = /^\/(auth|api|demo-login|health)(\/|$)/;

/**
 * Where to go after login: a page of our own, or the first page when what was asked for is anything else.
 * Accepts only a path with query and fragment, judged as a browser reads it, so no address leads to another site.
 */
export function safeReturnTo(asked: string | undefined): string {
  if (!asked || asked.length > 2000 || !/^\/(?![/\\])/.test(asked) || /[\\\p{Cc}]/u.test(asked)) return "/";
  const read = URL.parse(asked, ELSEWHERE);
  if (!read || read.origin !== ELSEWHERE || NOT_PAGES.test(read.pathname)) return "/";
  return read.pathname.startsWith("//") ? "/" : read.pathname + read.search + read.hash;
}
