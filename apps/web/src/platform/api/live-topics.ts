/** Everything the pages read that can change under them; who is logged in does not. */
export const QUERY_PATHS = /^\/api\/(?!me\b)/;

/** Which reads a change concerns. A topic not named here concerns all of them. */
const READS_OF_TOPIC: Readonly<Record<string, RegExp>> = {
  message: /^\/api\/(intake|portfolio|operations)/,
  alert: /^\/api\/(alerts|people|intake\/messages|portfolio)/,
  register: /^\/api\/(registers|alerts|people|portfolio)/,
  balance: /^\/api\/(intake\/balance|portfolio|operations)/,
  profile: /^\/api\/intake\/profiles/,
  operations: /^\/api\/operations/,
};

/** The pattern of paths to read again when a change on a topic is told; plural topics are the same as singular ones. */
export function readsOfTopic(topic: string): RegExp {
  return READS_OF_TOPIC[topic] ?? READS_OF_TOPIC[topic.replace(/s$/, "")] ?? QUERY_PATHS;
}
