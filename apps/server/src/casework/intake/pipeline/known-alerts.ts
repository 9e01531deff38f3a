import type { KnownAlert, KnownAlerts, KnownVersion } from "./registration.rules.ts";

/** A known alert that versions can be added to. */
interface GrowingAlert extends KnownAlert {
  readonly versions: KnownVersion[];
}

/** What has been registered, held in memory for one batch and grown as the batch is decided. */
export interface AlertCollection extends KnownAlerts {
  addAlert(alert: { id: number; sendingCountry: string | null }): void;
  /** The version's alert must have been added before. */
  addVersion(version: KnownVersion): void;
}

/** Starts an empty collection. Additions must come in the order of registration. */
export function collectAlerts(): AlertCollection {
  const alerts = new Map<number, GrowingAlert>();
  const byNumber = new Map<string, GrowingAlert[]>();
  const byContent = new Map<string, KnownVersion[]>();
  return {
    withContent: (hash) => byContent.get(hash) ?? [],
    numbered: (key) => byNumber.get(key) ?? [],
    addAlert(alert) {
      if (alerts.has(alert.id)) return;
      alerts.set(alert.id, { ...alert, versions: [] });
    },
    addVersion(version) {
      const alert = alerts.get(version.alertId);
      if (!alert) throw new Error(`version ${version.id} belongs to an alert that was not added`);
      alert.versions.push(version);
      const { numberKey } = version;
      if (numberKey !== null && !byNumber.get(numberKey)?.includes(alert)) append(byNumber, numberKey, alert);
      append(byContent, version.contentHash, version);
    },
  };
}

function append<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
