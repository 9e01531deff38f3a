import { DownloadIcon, ExclamationmarkTriangleIcon } from "@navikt/aksel-icons";
import { Tabs } from "@navikt/ds-react/Tabs";
import { fillPath } from "@varde/contract/client";
import { intakeRoutes, type MessageView, type PartView } from "@varde/contract/intake";
import { useState } from "react";
import { useFormats } from "../../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../../platform/i18n/language.tsx";
import { ButtonAnchor } from "../../../../ui/controls/button.tsx";
import { Empty } from "../../../../ui/feedback/empty.tsx";
import { Panel } from "../../../../ui/layout/panel.tsx";
import { intakeMessages } from "../../intake-messages.ts";
import { usePlaces } from "../places.tsx";
import { faultOf } from "./fault.ts";
import { FaultNotice } from "./fault-notice.tsx";
import { Lines } from "./lines.tsx";
import styles from "./original.module.css";

/** The message as it came: every part as text with line numbers. HTML is never drawn, only read. */
export function Original({ view: { message, parts, numbersOpenUntil } }: { view: MessageView }) {
  const t = useMessages(intakeMessages);
  const { pointed } = usePlaces();
  const fault = faultOf(message);
  const faulty = parts.find((part) => part.path === fault?.part);
  const first = faulty ?? richest(parts);
  const notice = fault && (
    <div className={styles.fault}>
      <FaultNotice fault={fault} reason={message.reason} />
    </div>
  );
  const [chosen, choose] = useState({ path: first?.path ?? "", shown: 0 });
  const asked = pointed && pointed.shown > chosen.shown ? pointed : null;
  const path = asked && parts.some((part) => part.path === asked.part) ? asked.part : chosen.path;

  if (parts.length === 0)
    return <Panel title={t("original")}>{notice ?? <Empty title={t("noParts")} />}</Panel>;
  return (
    <Panel flush title={t("original")} className={styles.panel}>
      {!faulty && notice}
      <Tabs size="small" value={path} onChange={(next) => choose({ path: next, shown: pointed?.shown ?? 0 })}>
        {parts.length > 1 && (
          <Tabs.List>
            {parts.map((part) => (
              <Tabs.Tab
                key={part.path}
                value={part.path}
                label={part.fileName ?? t(`part.${part.kind}`)}
                icon={part === faulty && <ExclamationmarkTriangleIcon title={t("faultHere")} />}
              />
            ))}
          </Tabs.List>
        )}
        {parts.map((part) => (
          <Tabs.Panel key={part.path} value={part.path}>
            <PartHead messageId={message.id} part={part} mayDownload={numbersOpenUntil !== null} />
            {part === faulty && notice}
            {part.lines.length > 0 ? (
              <Lines part={part} />
            ) : (
              part !== faulty && <Empty title={t("noLines")} />
            )}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Panel>
  );
}

function PartHead({
  messageId,
  part,
  mayDownload,
}: {
  messageId: number;
  part: PartView;
  mayDownload: boolean;
}) {
  const t = useMessages(intakeMessages);
  const formats = useFormats();
  return (
    <div className={styles.head}>
      <span>
        {t(`part.${part.kind}`)} · <span className="mono">{part.mediaType}</span> · {formats.size(part.size)}
      </span>
      {part.fileName && mayDownload && (
        <ButtonAnchor
          kind="quiet"
          href={fillPath(intakeRoutes.downloadPart.path, { id: messageId, path: part.path })}
          icon={<DownloadIcon aria-hidden="true" />}
          download
        >
          {t("downloadPart")}
        </ButtonAnchor>
      )}
    </div>
  );
}

/** An attachment says more than its cover text: where nothing is at fault, the richest part is opened first. */
function richest(parts: readonly PartView[]): PartView | undefined {
  return parts.toSorted((a, b) => b.lines.length - a.lines.length)[0];
}
