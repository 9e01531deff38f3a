import { useNavigate } from "@tanstack/react-router";
import { sourceProfileRoutes } from "@varde/contract/source-profiles";
import { useRef, useState } from "react";
import type { z } from "zod";
import { useMay } from "../../../access/index.ts";
import { useWrite } from "../../../platform/api/write.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Button } from "../../../ui/controls/button.tsx";
import { TextButton } from "../../../ui/controls/text-button.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { ProblemNotice } from "../../../ui/feedback/problem-notice.tsx";
import { useToast } from "../../../ui/feedback/toasts.tsx";
import { Panel } from "../../../ui/layout/panel.tsx";
import { Row, Stack } from "../../../ui/layout/stack.tsx";
import { intakeMessages } from "../intake-messages.ts";
import { TestResult } from "./test-result.tsx";
import { YamlField, type YamlFieldHandle } from "./yaml-field.tsx";

type Stored = z.infer<typeof sourceProfileRoutes.getProfile.response>;
type ProfileProblem = z.infer<typeof sourceProfileRoutes.saveProfile.response>["problems"][number];

interface ProfileEditorProps {
  /** The stored version that is shown, or null for a profile not yet saved. */
  profile: Stored["profile"] | null;
  yaml: Stored["yaml"];
  lastTest: Stored["lastTest"];
}

/** Writes, tests and puts into use: a draft changes nothing until it has been tested and switched on. */
export function ProfileEditor({ profile, yaml, lastTest }: ProfileEditorProps) {
  const t = useMessages(intakeMessages);
  const say = useToast();
  const navigate = useNavigate();
  const mayEdit = useMay("editProfiles");
  const [written, setWritten] = useState(yaml);
  const [problems, setProblems] = useState<readonly ProfileProblem[]>([]);
  const field = useRef<YamlFieldHandle>(null);
  const save = useWrite(sourceProfileRoutes.saveProfile);
  const test = useWrite(sourceProfileRoutes.testProfile);
  const activate = useWrite(sourceProfileRoutes.activateProfile);
  const changed = written !== yaml;
  const tested = test.data ?? lastTest;
  const params = profile && { name: profile.name, version: profile.version };
  const isDraft = profile?.state === "draft";
  const error = save.error ?? test.error ?? activate.error;

  const saveDraft = () =>
    save.mutate(
      { body: { yaml: written } },
      {
        onSuccess: (answer) => {
          setProblems(answer.problems);
          if (!answer.profile) return;
          const { name, version } = answer.profile;
          say(t("draftSaved", { version: String(version) }));
          void navigate({ to: "/profiles/$name/$version", params: { name, version: String(version) } });
        },
      },
    );

  return (
    <Stack>
      <Panel title={t("yaml")}>
        <Stack>
          <YamlField
            ref={field}
            label={t("yaml")}
            value={written}
            readOnly={!mayEdit}
            problemLines={problems.map(({ line }) => line)}
            onChange={setWritten}
          />
          <ProfileProblems problems={problems} onShow={(line, column) => field.current?.show(line, column)} />
          {error && <ProblemNotice error={error} />}
          {mayEdit && (
            <Row>
              <Button
                kind={changed ? "primary" : "secondary"}
                disabled={!changed}
                loading={save.isPending}
                onClick={saveDraft}
              >
                {t("saveDraft")}
              </Button>
              {params && (
                <Button disabled={changed} loading={test.isPending} onClick={() => test.mutate({ params })}>
                  {t("test")}
                </Button>
              )}
              {params && isDraft && (
                <Button
                  kind={changed ? "secondary" : "primary"}
                  disabled={changed || !tested}
                  loading={activate.isPending}
                  onClick={() => activate.mutate({ params }, { onSuccess: () => say(t("activated")) })}
                >
                  {t("activate")}
                </Button>
              )}
              {changed && profile && <span className="quiet">{t("saveFirst")}</span>}
              {!changed && isDraft && !tested && <span className="quiet">{t("testFirst")}</span>}
            </Row>
          )}
        </Stack>
      </Panel>
      {tested && <TestResult result={tested} />}
    </Stack>
  );
}

interface ProfileProblemsProps {
  problems: readonly ProfileProblem[];
  onShow: (line: number, column: number) => void;
}

/** What is wrong with a profile that was not saved, place by place. */
function ProfileProblems({ problems, onShow }: ProfileProblemsProps) {
  const t = useMessages(intakeMessages);
  if (problems.length === 0) return null;
  return (
    <Notice tone="danger" title={t("problems", { count: problems.length })} live>
      <ul>
        {problems.map(({ line, column, message }, index) => (
          // One place may have several problems of the same kind.
          <li key={index}>
            <TextButton onClick={() => onShow(line, column)}>{t("problemAt", { line, column })}</TextButton>{" "}
            {message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
