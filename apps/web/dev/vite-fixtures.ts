import type { Plugin } from "vite";

export function answerWithFixtures(): Plugin {
  return { name: "varde-fixtures" };
}
