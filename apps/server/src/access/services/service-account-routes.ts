import { type ServiceAccountView, serviceAccountRoutes } from "@varde/contract";
import type { Kysely } from "kysely";
import { personActor, recordAudit } from "../../platform/audit/index.ts";
import type { Clock } from "../../platform/clock/clock.ts";
import { type App, serve } from "../../platform/http/index.ts";
import { isRefusal, type Refusal } from "../../platform/rules/refusal.ts";
import {
  addServiceAccount,
  revokeService,
  rotateSecret,
  type WithSecret,
} from "./manage-service-accounts.ts";
import { listServiceAccounts, type ServiceAccount } from "./service-accounts.sql.ts";
import { SERVICE_SCOPES } from "./service-scopes.ts";

const MAY = { may: "administerPeople" } as const;
/** A secret is told only to somebody who has just proved who they are. */
const MAY_SURELY = { may: "administerPeople", stepUp: true } as const;

/** Administration of service accounts in the pages; the command line does the same. */
export function serveServiceAccounts(app: App, { db, clock }: { db: Kysely<unknown>; clock: Clock }): void {
  const acting = (person: { id: string; name: string }) => ({ db, clock, actor: personActor(person) });
  serve(app, serviceAccountRoutes.listServiceAccounts, MAY, async ({ person }) => {
    const at = clock.now();
    await recordAudit(db, { at, actor: personActor(person), act: "listServiceAccounts" });
    return { accounts: (await listServiceAccounts(db, at)).map(shown), scopes: [...SERVICE_SCOPES] };
  });
  serve(app, serviceAccountRoutes.addServiceAccount, MAY_SURELY, async ({ body, person }) =>
    told(await addServiceAccount(acting(person), { ...body, publicKey: body.publicKey })),
  );
  serve(app, serviceAccountRoutes.rotateServiceSecret, MAY_SURELY, async ({ params, body, person }) =>
    told(await rotateSecret(acting(person), { ...params, ...body })),
  );
  serve(app, serviceAccountRoutes.revokeServiceAccount, MAY, ({ params, body, person }) =>
    revokeService(acting(person), { ...params, ...body }),
  );
}

function told(outcome: WithSecret | Refusal) {
  return isRefusal(outcome) ? outcome : { ...outcome, expiresAt: outcome.expiresAt.toISOString() };
}

function shown({
  publicKey,
  createdAt,
  expiresAt,
  revokedAt,
  lastTokenAt,
  ...account
}: ServiceAccount): ServiceAccountView {
  const { clientId, name, scopes, contact, secrets } = account;
  return {
    clientId,
    name,
    scopes: [...scopes],
    proof: publicKey ? "privateKey" : "secret",
    contact,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
    secrets,
    lastTokenAt: lastTokenAt?.toISOString() ?? null,
  };
}
