import type { Refusal, RefusalParams } from "../../platform/rules/refusal.ts";

const ADVICE: Readonly<Record<string, (params: RefusalParams) => string>> = {
  loginNotConfigured: () =>
    "No login provider is set. Set VARDE_LOGIN_FILE, or VARDE_OIDC_ISSUER, VARDE_OIDC_CLIENT_ID and VARDE_OIDC_CLIENT_SECRET_FILE, or try Varde with invented people (npm start, or varde serve --demo-login).",
  loginIssuerNotHttps: ({ setting, value }) => `${setting} must be an https address; "${value}" is not.`,
  loginSettingMissing: ({ setting }) =>
    `${setting} is missing (or ${setting}_FILE with the name of a file that holds it).`,
  loginRoleUnknown: ({ setting, value }) => `${setting} names a role that does not exist: "${value}".`,
  loginFileUnreadable: ({ setting, value }) => `${setting}: there is no file ${value} that can be read.`,
  loginFileWrong: ({ setting, value, where }) => `${setting}: ${value} cannot be used. ${where}.`,
  loginKeyUnreadable: ({ setting, value }) =>
    `The file of ${setting} (${value}) holds nothing that can be used.`,
  loginCredentialMissing: ({ setting, value }) =>
    `${setting}: the provider "${value}" needs clientSecretFile or privateKeyFile; HelseID takes a private key only.`,
  sessionSecretTooShort: ({ setting, shortest }) =>
    `Every secret in ${setting} needs ${shortest} characters or more.`,
  sessionLimitOutOfRange: ({ setting, value, least, most }) =>
    `${setting} is "${value}"; write whole minutes from ${least} to ${most}.`,
};

/** What is wrong with the settings of login, and what to do, in English. */
export function adviceOnLogin({ code, params = {} }: Refusal): string {
  return ADVICE[code]?.(params) ?? "The login cannot be set up.";
}
