import { intakeRoutes } from "@varde/contract/intake";
import { useState } from "react";
import { usePages } from "../../../platform/api/read.ts";
import type { QueueSearch } from "../queue/queue-search.ts";

interface Neighbours {
  readonly previous: number | undefined;
  readonly next: number | undefined;
}

/**
 * The messages before and after one in the queue it was opened from. The order is that of when the queue was
 * last seen with this message in it, so that handling it does not lose the way on.
 */
export function useNeighbours(id: number, search: QueueSearch): Neighbours {
  const { rows } = usePages(intakeRoutes.listMessages, { ...search });
  const ids = rows.map((row) => row.id);
  const [seen, setSeen] = useState<readonly number[]>([]);
  if (ids.includes(id) && ids.join() !== seen.join()) setSeen(ids);
  const place = seen.indexOf(id);
  if (place !== -1) return { previous: seen[place - 1], next: seen[place + 1] };
  return { previous: undefined, next: ids.find((other) => other !== id) };
}
