import { useMessages } from "../../platform/i18n/language.tsx";
import styles from "./job-name.module.css";
import { monitoringMessages } from "./monitoring-messages.ts";

/** What a job does, with the name it has in logs and commands. A job that is not known here has only that. */
export function JobName({ name }: { name: string }) {
  const t = useMessages(monitoringMessages);
  const said = t.find(`job.${name}`);
  return (
    <>
      {said && <span className={styles.said}>{said} </span>}
      <code className={said && "quiet"}>{name}</code>
    </>
  );
}
