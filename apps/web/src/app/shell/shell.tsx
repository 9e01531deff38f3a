import { MenuHamburgerIcon } from "@navikt/aksel-icons";
import { Outlet, useRouterState } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { PersonMenu, useMe } from "../../access/index.ts";
import { useLiveChanges } from "../../platform/api/live.ts";
import { useLanguage, useMessages } from "../../platform/i18n/language.tsx";
import { useShortcut } from "../../platform/keyboard/keyboard.tsx";
import { Logo } from "../../ui/theme/logo.tsx";
import { appMessages } from "../app-messages.ts";
import { CheatSheet } from "./cheat-sheet.tsx";
import { MainMenu } from "./main-menu.tsx";
import styles from "./shell.module.css";

/** The frame around every page of somebody who is logged in. */
export function Shell() {
  const t = useMessages(appMessages);
  const me = useMe();
  const connected = useLiveChanges();
  const { speak } = useLanguage();
  const [cheatSheet, showCheatSheet] = useState(false);
  const [menuOpenOn, openMenuOn] = useState<string>();
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const shownPath = useRef(path);
  const menuOpen = menuOpenOn !== undefined && menuOpenOn === path;

  useEffect(() => speak(me.person.language), [speak, me.person.language]);
  useEffect(() => {
    if (shownPath.current !== undefined && shownPath.current !== path)
      main.current?.focus({ preventScroll: true });
    shownPath.current = path;
  }, [path]);
  useShortcut("?", t("showShortcuts"), () => showCheatSheet(true));

  return (
    <div className={styles.shell}>
      <a href="#content" className={styles.skip}>
        {t("skip")}
      </a>
      <header className={styles.side} data-open={menuOpen}>
        <div className={styles.brand}>
          <Logo />
          <span className={styles.name}>Varde</span>
          <button
            type="button"
            className={styles.menuButton}
            aria-expanded={menuOpen}
            aria-controls="main-menu"
            onClick={() => openMenuOn(menuOpen ? undefined : path)}
          >
            <MenuHamburgerIcon aria-hidden="true" fontSize="1.4rem" />
            {t("openMenu")}
          </button>
        </div>
        <div id="main-menu" className={styles.menu}>
          <MainMenu />
          <div className={styles.person}>
            {me.demo && <p className={styles.demo}>{t("demo")}</p>}
            <PersonMenu onShortcuts={() => showCheatSheet(true)} />
          </div>
        </div>
      </header>
      <main id="content" ref={main} tabIndex={-1} className={styles.main}>
        {!connected && <output className={styles.offline}>{t("offline")}</output>}
        <Outlet />
      </main>
      {cheatSheet && <CheatSheet onClose={() => showCheatSheet(false)} />}
    </div>
  );
}
