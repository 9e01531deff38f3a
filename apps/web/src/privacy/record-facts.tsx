import type { AccessReport } from "@varde/contract/privacy";
import type { ReactNode } from "react";
import { useFormats } from "../platform/formats/use-formats.ts";
import { useMessages } from "../platform/i18n/language.tsx";
import { Facts } from "../ui/layout/facts.tsx";
import { privacyMessages } from "./privacy-messages.ts";

interface RecordFactsProps {
  record: Readonly<Record<string, unknown>>;
  titles: AccessReport["fieldTitles"];
}

/** One stored record, field by field; what says nothing is left out. */
export function RecordFacts({ record, titles }: RecordFactsProps) {
  return (
    <Facts
      facts={Object.entries(record)
        .filter(([, value]) => saysSomething(value))
        .map(([name, value]) => [titles[name] ?? name, <Value key={name} value={value} titles={titles} />])}
    />
  );
}

function Value({ value, titles }: { value: unknown; titles: AccessReport["fieldTitles"] }): ReactNode {
  const t = useMessages(privacyMessages);
  const formats = useFormats();
  if (Array.isArray(value))
    return (
      <ul>
        {value.map((item, place) => (
          <li key={place}>
            <Value value={item} titles={titles} />
          </li>
        ))}
      </ul>
    );
  if (typeof value === "object" && value !== null)
    return <RecordFacts record={value as RecordFactsProps["record"]} titles={titles} />;
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  const text = String(value);
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(text) ? formats.dateTime(text) : text;
}

function saysSomething(value: unknown): boolean {
  if (value === null || value === undefined || value === "") return false;
  return typeof value !== "object" || Object.values(value).some(saysSomething);
}
