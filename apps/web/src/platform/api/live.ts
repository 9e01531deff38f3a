import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { QUERY_PATHS, readsOfTopic } from "./live-topics.ts";

/** Changes come in bursts while a mailbox is read: what they concern is read again at most this often. */
const GATHER_MS = 800;

function topicOf(notice: string): string {
  try {
    const { topic } = JSON.parse(notice) as { topic?: unknown };
    return typeof topic === "string" ? topic : "";
  } catch {
    return "";
  }
}

/** Keeps what is shown true: reads again what a change concerns. Returns whether the line to the server is open. */
export function useLiveChanges(): boolean {
  const queries = useQueryClient();
  const [connected, setConnected] = useState(true);

  useEffect(() => {
    const source = new EventSource("/api/live", { withCredentials: true });
    let concerned: RegExp[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    let greeted = false;

    const readAgain = (paths: RegExp) => {
      concerned.push(paths);
      timer ??= setTimeout(() => {
        const patterns = concerned;
        concerned = [];
        timer = undefined;
        void queries.invalidateQueries({
          predicate: ({ queryKey }) => patterns.some((pattern) => pattern.test(String(queryKey[0]))),
        });
      }, GATHER_MS);
    };
    source.addEventListener("hello", () => {
      setConnected(true);
      if (greeted) readAgain(QUERY_PATHS);
      greeted = true;
    });
    source.addEventListener("change", ({ data }) => readAgain(readsOfTopic(topicOf(String(data)))));
    source.addEventListener("error", () => setConnected(false));
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [queries]);

  return connected;
}
