import type { EntryView, PartView } from "@varde/contract/intake";
import { createContext, type ReactNode, use, useCallback, useMemo, useState } from "react";

type Place = EntryView["problems"][number]["from"];

interface Places {
  /** The place that is pointed at now. */
  readonly pointed: Pointed | null;
  readonly point: (place: Place | null, raw?: string) => void;
  /** Points and brings it into view, opening its part. */
  readonly show: (place: Place, raw?: string) => void;
}
interface Pointed extends Place {
  readonly raw: string | undefined;
  /** Changes when the place is to be brought into view. */
  readonly shown: number;
}

const PlacesContext = createContext<Places | null>(null);

/** Ties the fields that were read to the lines of the original they came from. */
export function PlacesProvider({ children }: { children: ReactNode }) {
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const point = useCallback(
    (place: Place | null, raw?: string) =>
      setPointed((before) => place && { ...place, raw, shown: before?.shown ?? 0 }),
    [],
  );
  const show = useCallback(
    (place: Place, raw?: string) =>
      setPointed((before) => ({ ...place, raw, shown: (before?.shown ?? 0) + 1 })),
    [],
  );
  const places = useMemo(() => ({ pointed, point, show }), [pointed, point, show]);
  return <PlacesContext value={places}>{children}</PlacesContext>;
}

/** What is pointed at in the original, and the way to point. */
export function usePlaces(): Places {
  const places = use(PlacesContext);
  if (!places) throw new Error("PlacesProvider is missing");
  return places;
}

type Line = PartView["lines"][number];

/** Whether a line is the one a place names. */
export const isAt = (line: Line, part: string, place: Place | null): boolean =>
  place !== null &&
  place.part === part &&
  place.line === line.line &&
  (place.page ?? line.page) === line.page;
