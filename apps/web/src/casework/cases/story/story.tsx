import { useNavigate, useSearch } from "@tanstack/react-router";
import { caseRoutes } from "@varde/contract/cases";
import { useState } from "react";
import { useRead } from "../../../platform/api/read.ts";
import { dayOf } from "../../../platform/formats/formats.ts";
import { useFormats, useNow } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Button } from "../../../ui/controls/button.tsx";
import { DateField } from "../../../ui/controls/date-field.tsx";
import { Loaded } from "../../../ui/feedback/loaded.tsx";
import { Panel } from "../../../ui/layout/panel.tsx";
import { Row, Stack } from "../../../ui/layout/stack.tsx";
import { Timeline } from "../../../ui/layout/timeline.tsx";
import { FilterBar } from "../../../ui/table/filter-bar.tsx";
import { useActs } from "../acts/use-acts.ts";
import { caseMessages } from "../case-messages.ts";
import { useActorName } from "../words/use-done.ts";
import { useActEvent } from "./act-timeline.tsx";
import { AsOf } from "./as-of.tsx";
import { STORY_KINDS, type StoryEntry, storyOf } from "./story-entries.ts";

const PAGE = 25;

/** Everything that has happened in the case, and the case as it stood on a day. */
export function Story() {
  const t = useMessages(caseMessages);
  const navigate = useNavigate({ from: "/cases/$id" });
  const { asOf } = useSearch({ from: "/shell/cases/$id" });
  const { view } = useActs();
  const today = dayOf(useNow());
  const [shown, setShown] = useState(PAGE);
  const read = useRead(caseRoutes.getCaseHistory, { params: { id: view.case.id }, query: { limit: shown } });
  const goTo = (day: string) =>
    void navigate({ search: (before) => ({ ...before, asOf: day || undefined }), replace: true });
  return (
    <Panel title={t("story")}>
      <Stack>
        <DateField label={t("asOf")} value={asOf ?? ""} max={today} onChange={goTo} />
        {asOf && <AsOf day={asOf} onClose={() => goTo("")} />}
        <Loaded read={read}>
          {({ entries, next }) => (
            <>
              <Events story={storyOf(entries, view.notes, { isWhole: next === null })} />
              {next !== null && (
                <Row>
                  <Button kind="quiet" onClick={() => setShown(Math.min(shown + PAGE, 500))}>
                    {t("showOlder")}
                  </Button>
                </Row>
              )}
            </>
          )}
        </Loaded>
      </Stack>
    </Panel>
  );
}

function Events({ story }: { story: readonly StoryEntry[] }) {
  const t = useMessages(caseMessages);
  const formats = useFormats();
  const nameOf = useActorName();
  const actEvent = useActEvent();
  const { view } = useActs();
  const search = useSearch({ from: "/shell/cases/$id" });
  const chosen = search.show;
  const events = story
    .filter(({ kind }) => chosen === undefined || kind === chosen)
    .map((one) =>
      one.kind === "notes"
        ? {
            key: `note.${one.note.id}`,
            at: one.at,
            title: t("note"),
            note: one.note.text,
            by: nameOf(one.note.by),
          }
        : actEvent(one.entry),
    );
  return (
    <Stack>
      <FilterBar
        label={t("storyFilter")}
        writeNumber={formats.number}
        filters={[undefined, ...STORY_KINDS].map((kind) => ({
          key: kind ?? "all",
          label: t(`show.${kind ?? "all"}`),
          chosen: chosen === kind,
          to: {
            to: "/cases/$id" as const,
            params: { id: String(view.case.id) },
            search: { ...search, show: kind },
            resetScroll: false,
          },
        }))}
      />
      {events.length === 0 ? <p className="quiet">{t("nothingSuch")}</p> : <Timeline events={events} />}
    </Stack>
  );
}
