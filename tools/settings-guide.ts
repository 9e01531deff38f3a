import {
  SETTING_GROUPS,
  SETTING_REFERENCE,
  type SettingEntry,
} from "../apps/server/src/platform/settings/setting-reference.ts";

/** The guide to all settings, as Markdown. */
export function writeSettingsGuide(): string {
  const sections = SETTING_GROUPS.map((group) => {
    const rows = SETTING_REFERENCE.filter((entry) => entry.group === group).map(rowOf);
    return `## ${group}\n\n| setting | without it | meaning |\n| --- | --- | --- |\n${rows.join("\n")}\n`;
  });
  return `# Settings

Varde is told what it needs by its environment; everything has a default that works on one machine for trying it.
A setting marked † is a secret: give it as \`NAME_FILE\` with the name of a file that only the service user can read
(or as \`NAME\`). Secrets are never logged. \`varde doctor\` says which settings are weak.

This page is written from the code by \`node tools/write-settings-guide.ts\`.

${sections.join("\n")}`;
}

function rowOf({ name, fallback = "–", meaning, secret }: SettingEntry): string {
  return `| \`${name}\`${secret ? " †" : ""} | ${fallback} | ${meaning.replaceAll("|", "\\|")} |`;
}
