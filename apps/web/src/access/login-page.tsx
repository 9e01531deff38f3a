import { queryOptions, useQuery } from "@tanstack/react-query";
import { LANGUAGES } from "@varde/contract/access";
import { useEffect } from "react";
import { useLanguage, useMessages } from "../platform/i18n/language.tsx";
import { Button, ButtonAnchor } from "../ui/controls/button.tsx";
import { Notice } from "../ui/feedback/notice.tsx";
import { Logo } from "../ui/theme/logo.tsx";
import { accessMessages } from "./access-messages.ts";
import styles from "./login-page.module.css";

interface LoginPageProps {
  /** Where to go on after login: a path of this application. */
  returnTo: string;
  /** Why the reader is here, where there is a reason. */
  cause?: "ended" | "expired" | undefined;
}

/** Whether people are let in by the demonstration provider; nobody is logged in yet who could be asked. */
const demoOptions = queryOptions({
  queryKey: ["demo-login"],
  queryFn: async () => (await fetch("/demo-login/.well-known/openid-configuration")).ok,
  retry: false,
});

/** The door: who you are is confirmed elsewhere, so there is one thing to do. */
export function LoginPage({ returnTo, cause }: LoginPageProps) {
  const t = useMessages(accessMessages);
  const { language, speak } = useLanguage();
  const demo = useQuery(demoOptions).data === true;
  useEffect(() => {
    document.title = `${t("loginTitle")} – Varde`;
  }, [t]);
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <div className={styles.brand}>
          <Logo size={44} />
          <h1>Varde</h1>
        </div>
        <p className={styles.lead}>{t("loginLead")}</p>
        {cause && (
          <Notice tone={cause === "expired" ? "warning" : "info"} live>
            {t(cause)}
          </Notice>
        )}
        <ButtonAnchor
          kind="primary"
          href={`/auth/login?${new URLSearchParams({ returnTo, language }).toString()}`}
        >
          {t("login")}
        </ButtonAnchor>
        {demo && <p className="quiet">{t("demoNote")}</p>}
        <fieldset className={styles.languages}>
          <legend className="sr-only">{t("language")}</legend>
          {LANGUAGES.map((one) => (
            <Button
              key={one}
              kind="quiet"
              tone="neutral"
              lang={one}
              aria-pressed={one === language}
              onClick={() => speak(one)}
            >
              {t(`language.${one}`)}
            </Button>
          ))}
        </fieldset>
      </div>
    </main>
  );
}
