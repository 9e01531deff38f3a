import { useMessages } from "../../platform/i18n/language.tsx";
import { Button } from "../../ui/controls/button.tsx";
import { Notice } from "../../ui/feedback/notice.tsx";
import { serviceMessages } from "./service-messages.ts";

/** What making an account or a secret answered; without a secret where the account has a key of its own. */
export interface NewSecret {
  readonly clientId: string;
  readonly secret?: string | undefined;
}

/** A secret, shown once: whoever leaves it without keeping it must make another. */
export function SecretNotice({ given, onKept }: { given: NewSecret; onKept: () => void }) {
  const t = useMessages(serviceMessages);
  const { clientId, secret } = given;
  if (secret === undefined)
    return (
      <Notice tone="success" live actions={<Button onClick={onKept}>{t("close")}</Button>}>
        {t("addedWithKey", { clientId })}
      </Notice>
    );
  return (
    <Notice
      tone="warning"
      live
      title={t("secretTitle", { clientId })}
      actions={
        <>
          <Button onClick={() => void navigator.clipboard.writeText(secret)}>{t("copy")}</Button>
          <Button kind="quiet" onClick={onKept}>
            {t("kept")}
          </Button>
        </>
      }
    >
      <p>{t("secretText")}</p>
      <code>{secret}</code>
    </Notice>
  );
}
