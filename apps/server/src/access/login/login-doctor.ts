import { statSync } from "node:fs";
import type { DoctorCheck } from "@varde/contract";
import { ailing, fine } from "../../platform/doctor/doctor-check.ts";
import { isRefusal } from "../../platform/rules/refusal.ts";
import { SESSION_LIMITS } from "../sessions/session.rules.ts";
import { readSessionLimits } from "../sessions/session-limits.ts";
import { adviceOnLogin } from "./login-advice.ts";
import type { OpenIdSettings } from "./providers/open-id-provider.ts";
import { readProviders } from "./providers/read-providers.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Says what is weak or wrong in the settings of login and sessions. Asks nothing of any provider. */
export function loginDoctorChecks(
  env: Environment,
  { production }: { readonly production: boolean },
): DoctorCheck[] {
  const providers = readProviders(env);
  if (isRefusal(providers)) return [ailing("login", "error", providers.code, adviceOnLogin(providers))];
  if (providers.length === 0) return [noProvider(production)];
  return [...providers.flatMap(checkProvider), checkLimits(env), ...checkFile(env)];
}

function noProvider(production: boolean): DoctorCheck {
  return ailing(
    "login",
    production ? "error" : "warning",
    "loginProviderMissing",
    "Only the demonstration login can be used, which lets anyone in. Set VARDE_LOGIN_FILE or VARDE_OIDC_ISSUER before real content comes in.",
  );
}

function checkProvider({ key: provider, issuer, rules, credential }: OpenIdSettings): DoctorCheck[] {
  const found: DoctorCheck[] = [];
  const weak = (code: string, advice: string) =>
    found.push(ailing("login", "warning", code, advice, { provider }));
  if (issuer.protocol !== "https:")
    found.push(
      ailing("login", "error", "loginIssuerNotHttps", "Use the provider's https address.", { provider }),
    );
  if (issuer.hostname === "login.microsoftonline.com" && rules.tenants.length === 0)
    weak(
      "loginTenantNotPinned",
      "Use kind: entra with your tenant, so that no other tenant's people can come in.",
    );
  if (rules.login.accepted.length === 0 && rules.tenants.length === 0)
    weak("loginAssuranceNotDemanded", "Say which acr is enough, so that a weak login is refused.");
  if (rules.stepUp.accepted.length === 0)
    weak(
      "loginStepUpUndemanding",
      "Say what step-up demands (stepUpContext or stepUpAcr); now any new login is enough.",
    );
  if (credential.kind === "secret" && credential.secret.length < 24)
    weak("loginClientSecretShort", "Ask the provider for a longer client secret, or use a private key.");
  return found.length > 0 ? found : [fine("login", "loginProviderSet", { provider, issuer: issuer.href })];
}

function checkLimits(env: Environment): DoctorCheck {
  const read = readSessionLimits(env);
  if (isRefusal(read)) return ailing("sessions", "error", read.code, adviceOnLogin(read));
  const { idle, longest } = read.limits;
  const minutes = { idle, longest };
  return idle > SESSION_LIMITS.idle || longest > SESSION_LIMITS.longest
    ? ailing(
        "sessions",
        "warning",
        "sessionsLastLong",
        "Let sessions end after 60 idle minutes and 12 hours.",
        minutes,
      )
    : fine("sessions", "sessionsEnd", minutes);
}

/** The file of providers decides who comes in: nobody but its owner may change it. */
function checkFile({ VARDE_LOGIN_FILE: file }: Environment): DoctorCheck[] {
  const isOpen = file !== undefined && process.platform !== "win32" && (statSync(file).mode & 0o022) !== 0;
  return isOpen
    ? [
        ailing("login", "error", "loginFileOpen", `Others may change who comes in. Run: chmod go-w ${file}`, {
          file,
        }),
      ]
    : [];
}
