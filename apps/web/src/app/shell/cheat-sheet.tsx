import { Switch } from "@navikt/ds-react/Switch";
import { useMessages } from "../../platform/i18n/language.tsx";
import { useKeyboard } from "../../platform/keyboard/keyboard.tsx";
import { Dialog } from "../../ui/controls/dialog.tsx";
import { Kbd } from "../../ui/controls/kbd.tsx";
import { appMessages } from "../app-messages.ts";
import styles from "./cheat-sheet.module.css";

/** What the keys do on the page now shown, and the switch that turns them off. */
export function CheatSheet({ onClose }: { onClose: () => void }) {
  const t = useMessages(appMessages);
  const { shortcuts, enabled, enable } = useKeyboard();
  const unique = [...new Map(shortcuts.map((shortcut) => [shortcut.keys, shortcut])).values()];
  return (
    <Dialog title={t("shortcuts")} onClose={onClose}>
      <p className="quiet">{t("shortcutsLead")}</p>
      <dl className={styles.sheet}>
        {unique.map(({ keys, label }) => (
          <div key={keys} className={styles.line}>
            <dt>
              <Kbd keys={keys} />
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <Switch size="small" checked={enabled} onChange={(event) => enable(event.target.checked)}>
        {t("shortcutsOn")}
      </Switch>
    </Dialog>
  );
}
