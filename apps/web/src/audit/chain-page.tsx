import { type AuditChain, auditRoutes } from "@varde/contract/audit";
import { useRead } from "../platform/api/read.ts";
import { useFormats } from "../platform/formats/use-formats.ts";
import { useMessages } from "../platform/i18n/language.tsx";
import { ButtonAnchor } from "../ui/controls/button.tsx";
import { Loaded } from "../ui/feedback/loaded.tsx";
import { Notice } from "../ui/feedback/notice.tsx";
import { Instant } from "../ui/figures/time.tsx";
import { Facts } from "../ui/layout/facts.tsx";
import { Page } from "../ui/layout/page.tsx";
import { Panel } from "../ui/layout/panel.tsx";
import { Stack } from "../ui/layout/stack.tsx";
import { Table } from "../ui/table/plain-table.tsx";
import { auditMessages } from "./audit-messages.ts";
import { AuditTabs } from "./audit-tabs.tsx";

/** How the chain stands: whether it is whole, when that was last verified, its head, and where it is anchored. */
export function ChainPage() {
  const t = useMessages(auditMessages);
  const read = useRead(auditRoutes.getAuditChain);
  return (
    <Page
      title={t("chainTitle")}
      lead={t("chainLead")}
      actions={
        <ButtonAnchor kind="primary" href={auditRoutes.exportAudit.path} download>
          {t("export")}
        </ButtonAnchor>
      }
    >
      <AuditTabs />
      <Loaded read={read}>
        {(chain) => (
          <Stack>
            <Verdict verified={chain.verified} />
            <Panel title={t("head")}>
              <HeadFacts chain={chain} />
            </Panel>
            <Anchors anchors={chain.anchors} />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

function Verdict({ verified }: Pick<AuditChain, "verified">) {
  const t = useMessages(auditMessages);
  const formats = useFormats();
  if (!verified) return <Notice title={t("neverVerified")}>{t("neverVerifiedText")}</Notice>;
  const { at, verdict } = verified;
  if (verdict.whole)
    return (
      <Notice tone="success" title={t("whole")}>
        {t("wholeText", { at: formats.dateTime(at), count: verdict.entries })}{" "}
        {verdict.anchors === null ? t("noAnchorsCompared") : t("anchorsCompared", { count: verdict.anchors })}
      </Notice>
    );
  const { fault } = verdict;
  return (
    <Notice tone="danger" title={t("broken")}>
      {fault && t(`fault.${fault.how}`, { seq: formats.number(fault.seq) })}{" "}
      {t("brokenText", { at: formats.dateTime(at) })}
    </Notice>
  );
}

function HeadFacts({ chain: { head, unsealed } }: { chain: AuditChain }) {
  const t = useMessages(auditMessages);
  const formats = useFormats();
  return (
    <Facts
      facts={[
        [t("seq"), head ? formats.number(head.seq) : t("emptyChain")],
        [t("hash"), head && <code key="hash">{head.hash}</code>],
        [t("unsealedEntries"), formats.number(unsealed)],
      ]}
    />
  );
}

function Anchors({ anchors }: Pick<AuditChain, "anchors">) {
  const t = useMessages(auditMessages);
  const formats = useFormats();
  return (
    <Panel title={t("anchors")} flush={anchors.length > 0}>
      {anchors.length === 0 ? (
        <p className="quiet">{t("noAnchors")}</p>
      ) : (
        <Table
          caption={t("anchors")}
          head={[t("anchorPlace"), t("at"), t("seq")]}
          numeric={[2]}
          rows={anchors.map(({ place, at, seq }) => ({
            key: `${place} ${seq}`,
            cells: [<code key="place">{place}</code>, <Instant key="at" at={at} />, formats.number(seq)],
          }))}
        />
      )}
    </Panel>
  );
}
