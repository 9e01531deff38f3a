import { useParams } from "@tanstack/react-router";
import { type AuditEntryView, auditRoutes } from "@varde/contract/audit";
import { useRead } from "../platform/api/read.ts";
import { useFormats } from "../platform/formats/use-formats.ts";
import { useMessages } from "../platform/i18n/language.tsx";
import { useShortcut } from "../platform/keyboard/keyboard.tsx";
import { ButtonLink } from "../ui/controls/button.tsx";
import { Mark } from "../ui/figures/mark.tsx";
import { Instant } from "../ui/figures/time.tsx";
import { Facts } from "../ui/layout/facts.tsx";
import { LoadedPage } from "../ui/layout/loaded-page.tsx";
import { Page } from "../ui/layout/page.tsx";
import { Panel } from "../ui/layout/panel.tsx";
import { Row, Stack } from "../ui/layout/stack.tsx";
import { Table } from "../ui/table/plain-table.tsx";
import { auditMessages } from "./audit-messages.ts";
import { comparedParts, writtenValue } from "./words/compared-parts.ts";
import { LOOKED_AT } from "./words/object-types.ts";
import { useAuditWords } from "./words/use-audit-words.ts";

/** One entry of the log whole: who, what, why, what was before and after, and its place in the chain. */
export function AuditEntryPage() {
  const t = useMessages(auditMessages);
  const words = useAuditWords();
  const { id } = useParams({ from: "/shell/audit/entries/$id" });
  const read = useRead(auditRoutes.getAuditEntry, { params: { id: Number(id) } });
  useShortcut("u", t("back"), () => history.back());
  return (
    <LoadedPage read={read}>
      {(entry) => (
        <Page
          title={words.act(entry.act)}
          marks={entry.refused && <Mark tone="bad">{t("refused")}</Mark>}
          lead={<Instant at={entry.at} />}
          actions={<OnFrom entry={entry} />}
        >
          <Stack>
            <Panel title={t("what")}>
              <EntryFacts entry={entry} />
            </Panel>
            {(entry.before !== null || entry.after !== null) && <Compared entry={entry} />}
            {Object.keys(entry.details).length > 0 && (
              <Panel title={t("details")}>
                <Facts
                  facts={Object.entries(entry.details).map(([name, value]) => [
                    name,
                    <code key={name}>{writtenValue(value)}</code>,
                  ])}
                />
              </Panel>
            )}
          </Stack>
        </Page>
      )}
    </LoadedPage>
  );
}

function EntryFacts({ entry }: { entry: AuditEntryView }) {
  const t = useMessages(auditMessages);
  const words = useAuditWords();
  const formats = useFormats();
  return (
    <Facts
      facts={[
        [t("who"), words.actor(entry.actor)],
        [t("actorId"), entry.actor.id && <code key="id">{entry.actor.id}</code>],
        [t("onBehalfOf"), entry.onBehalfOf && words.actor(entry.onBehalfOf)],
        [t("purpose"), entry.purpose],
        [t("object.column"), entry.object && `${words.type(entry.object.type)} ${entry.object.id}`],
        [t("actCode"), <code key="act">{entry.act}</code>],
        [t("entryNumber"), formats.number(entry.id)],
        [t("seq"), entry.seq === null ? t("unsealed") : formats.number(entry.seq)],
        [t("sealedAt"), entry.sealedAt && <Instant key="sealed" at={entry.sealedAt} />],
        [t("hash"), entry.hash && <code key="hash">{entry.hash}</code>],
      ]}
    />
  );
}

function Compared({ entry: { before, after } }: { entry: AuditEntryView }) {
  const t = useMessages(auditMessages);
  return (
    <Panel flush title={t("compared")}>
      <Table
        caption={t("compared")}
        head={[t("part"), t("before"), t("after")]}
        rows={comparedParts(before, after).map(({ name, before: was, after: is, differs }) => ({
          key: name,
          ...(differs && { mark: "warn" as const }),
          cells: [
            name,
            <code key="before">{was}</code>,
            <span key="after">
              <code>{is}</code> {differs && <span className="sr-only">({t("changed")})</span>}
            </span>,
          ],
        }))}
      />
    </Panel>
  );
}

/** Where one goes on from an entry: what else the same person did, and who has looked at the same thing. */
function OnFrom({ entry: { actor, object } }: { entry: AuditEntryView }) {
  const t = useMessages(auditMessages);
  const type = LOOKED_AT.find((one) => one === object?.type);
  return (
    <Row>
      <ButtonLink to="/audit" search={{ actor: actor.id ?? actor.name }}>
        {t("allBy", { name: actor.name || (actor.id ?? "") })}
      </ButtonLink>
      {type && object && (
        <ButtonLink kind="primary" to="/audit/lookers" search={{ type, id: object.id }}>
          {t("whoLooked")}
        </ButtonLink>
      )}
    </Row>
  );
}
