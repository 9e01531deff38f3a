import type { Adapter, AdapterPayload } from "oidc-provider";

interface Kept {
  readonly payload: AdapterPayload;
  readonly expiresAt: number;
}

/** Things of the demonstration provider kept at once; the oldest give way. */
const MOST_KEPT = 5000;

/**
 * Keeps what the demonstration provider must remember for some minutes, in memory: nothing of a
 * demonstration outlives the process.
 */
export function createDemoMemory(): (model: string) => Adapter {
  const kept = new Map<string, Kept>();
  const find = (key: string) => {
    const found = kept.get(key);
    if (found && found.expiresAt > Date.now()) return found.payload;
    kept.delete(key);
    return undefined;
  };
  const findWhere = (model: string, matches: (payload: AdapterPayload) => boolean) => {
    for (const [key, { payload }] of kept) {
      if (key.startsWith(`${model}:`) && matches(payload)) return find(key);
    }
    return undefined;
  };
  return (model) => ({
    async upsert(id, payload, expiresIn) {
      kept.delete(`${model}:${id}`);
      kept.set(`${model}:${id}`, { payload, expiresAt: Date.now() + expiresIn * 1000 });
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEPT && oldest) kept.delete(oldest);
    },
    find: async (id) => find(`${model}:${id}`),
    findByUid: async (uid) => findWhere(model, (payload) => payload.uid === uid),
    findByUserCode: async (code) => findWhere(model, (payload) => payload.userCode === code),
    async consume(id) {
      const payload = find(`${model}:${id}`);
      if (payload) payload.consumed = Math.floor(Date.now() / 1000);
    },
    async destroy(id) {
      kept.delete(`${model}:${id}`);
    },
    async revokeByGrantId(grantId) {
      for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key);
    },
  });
}
