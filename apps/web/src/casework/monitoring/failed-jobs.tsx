import { type OperationsView, operationsRoutes } from "@varde/contract/operations";
import { useWrite } from "../../platform/api/write.ts";
import { useFormats } from "../../platform/formats/use-formats.ts";
import { useMessages } from "../../platform/i18n/language.tsx";
import { Button } from "../../ui/controls/button.tsx";
import { ProblemNotice } from "../../ui/feedback/problem-notice.tsx";
import { useToast } from "../../ui/feedback/toasts.tsx";
import { Mark } from "../../ui/figures/mark.tsx";
import { Age } from "../../ui/figures/time.tsx";
import { Panel } from "../../ui/layout/panel.tsx";
import { Table } from "../../ui/table/plain-table.tsx";
import { JobName } from "./job-name.tsx";
import { monitoringMessages } from "./monitoring-messages.ts";

/** Jobs that have failed for the last time, with the way to run them again. */
export function FailedJobs({ jobs }: { jobs: OperationsView["failed"] }) {
  const t = useMessages(monitoringMessages);
  const formats = useFormats();
  const say = useToast();
  const retry = useWrite(operationsRoutes.retryJob);
  return (
    <Panel flush={jobs.length > 0} title={t("failed")}>
      {retry.error && <ProblemNotice error={retry.error} />}
      {jobs.length === 0 ? (
        <p>
          <Mark tone="good">{t("noFailed")}</Mark> <span className="quiet">{t("noFailedText")}</span>
        </p>
      ) : (
        <Table
          caption={t("failed")}
          head={[t("job"), t("error"), t("attempts"), t("failedAt"), t("retry")]}
          numeric={[2]}
          acts={4}
          rows={jobs.map(({ id, queue, error, attempts, failedAt }) => ({
            key: id,
            mark: "bad",
            cells: [
              <JobName key="job" name={queue} />,
              error,
              formats.number(attempts),
              <Age key="age" at={failedAt} />,
              <Button
                key="retry"
                loading={retry.isPending && retry.variables?.params.id === id}
                onClick={() =>
                  retry.mutate({ params: { queue, id } }, { onSuccess: () => say(t("retried")) })
                }
              >
                {t("retry")}
              </Button>,
            ],
          }))}
        />
      )}
    </Panel>
  );
}
