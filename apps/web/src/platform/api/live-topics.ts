/** Everything the pages read that can change under them; who is logged in does not. */
export const QUERY_PATHS = /^\/api\/(?!me$)/;

/** Which reads a change concerns. A topic not named here concerns all of them. */
const READS_OF_TOPIC: Readonly<Record<string, RegExp>> = {
  messages: /^\/api\/(intake\/messages|portfolio|operations)/,
  outcomes: /^\/api\/intake\/messages/,
  alerts: /^\/api\/(alerts|people|intake\/messages|portfolio)/,
  cases: /^\/api\/(cases|case-tasks|case-mentions|search|portfolio)/,
  registers: /^\/api\/(registers|alerts|people|portfolio)/,
  balance: /^\/api\/(intake\/balance|portfolio|operations)/,
  sweeps: /^\/api\/sweeps/,
  profiles: /^\/api\/intake\/profiles/,
  standIns: /^\/api\/(stand-ins|colleagues|cases)/,
  exclusions: /^\/api\/(exclusions|cases)/,
  openings: /^\/api\/(openings|cases|me\/standing)/,
};

/** The pattern of paths to read again when a change on a topic is told. */
export const readsOfTopic = (topic: string): RegExp => READS_OF_TOPIC[topic] ?? QUERY_PATHS;
