import { PersonCircleIcon } from "@navikt/aksel-icons";
import { ActionMenu } from "@navikt/ds-react/ActionMenu";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { accessRoutes, LANGUAGES, type Language, type Me } from "@varde/contract/access";
import { api } from "../platform/api/client.ts";
import { useLanguage, useMessages } from "../platform/i18n/language.tsx";
import { forgetDrafts } from "../platform/storage/drafts.ts";
import { THEMES, type ThemeChoice, useTheme } from "../ui/theme/theme.tsx";
import { accessMessages } from "./access-messages.ts";
import { meOptions, useMe } from "./me.ts";
import styles from "./person-menu.module.css";

/** Who is logged in, with language, appearance, shortcuts and the way out. */
export function PersonMenu({ onShortcuts }: { onShortcuts: () => void }) {
  const t = useMessages(accessMessages);
  const { person } = useMe();
  const { choice, choose } = useTheme();
  const { language } = useLanguage();
  const chooseLanguage = useChooseLanguage();
  const navigate = useNavigate();
  return (
    <ActionMenu size="small">
      <ActionMenu.Trigger>
        <button type="button" className={styles.trigger}>
          <PersonCircleIcon aria-hidden="true" fontSize="1.6rem" />
          <span className={styles.who}>
            <span className={styles.name}>{person.name}</span>
            <span className={styles.roles}>{person.roles.map((role) => t(`role.${role}`)).join(", ")}</span>
          </span>
          <span className="sr-only">, {t("personMenu")}</span>
        </button>
      </ActionMenu.Trigger>
      <ActionMenu.Content align="start">
        <ActionMenu.RadioGroup
          label={t("language")}
          value={language}
          onValueChange={(one) => void chooseLanguage(one as Language)}
        >
          {LANGUAGES.map((one) => (
            <ActionMenu.RadioItem key={one} value={one} lang={one}>
              {t(`language.${one}`)}
            </ActionMenu.RadioItem>
          ))}
        </ActionMenu.RadioGroup>
        <ActionMenu.RadioGroup
          label={t("theme")}
          value={choice}
          onValueChange={(one) => choose(one as ThemeChoice)}
        >
          {THEMES.map((one) => (
            <ActionMenu.RadioItem key={one} value={one}>
              {t(`theme.${one}`)}
            </ActionMenu.RadioItem>
          ))}
        </ActionMenu.RadioGroup>
        <ActionMenu.Divider />
        <ActionMenu.Item onSelect={() => void navigate({ to: "/account" })}>{t("account")}</ActionMenu.Item>
        <ActionMenu.Item onSelect={onShortcuts} shortcut="?">
          {t("shortcuts")}
        </ActionMenu.Item>
        <ActionMenu.Item onSelect={() => void logOut()}>{t("logout")}</ActionMenu.Item>
      </ActionMenu.Content>
    </ActionMenu>
  );
}

/** Changes the language at once and remembers it for the person, on every machine. */
function useChooseLanguage(): (language: Language) => Promise<void> {
  const { speak } = useLanguage();
  const queries = useQueryClient();
  return async (language) => {
    speak(language);
    const person = await api(accessRoutes.setLanguage, { body: { language } });
    queries.setQueryData<Me>(meOptions.queryKey, (me) => me && { ...me, person });
  };
}

async function logOut(): Promise<void> {
  forgetDrafts();
  const { goTo } = await api(accessRoutes.logout).catch(() => ({ goTo: "/" }));
  location.assign(goTo === "/" ? "/login?cause=ended" : goTo);
}
