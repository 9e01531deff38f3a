import { z } from "zod";
import { instant } from "./route.ts";

/** Characters a purpose for opening identity numbers has at least. */
export const SHORTEST_PURPOSE = 10;

/** Why somebody must see identity numbers in full; it stands in the audit log. */
export const openNumbers = z.object({
  purpose: z.string().trim().min(SHORTEST_PURPOSE, "purposeTooShort").max(500),
});

/** Until when the views of the thing show the one who asked its identity numbers in full. */
export const numbersOpened = z.object({ until: instant });
