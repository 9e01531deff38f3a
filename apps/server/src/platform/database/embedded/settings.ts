/** Settings of PostgreSQL by name. */
export type ServerSettings = Readonly<Record<string, string>>;

/** For one machine of 2 cores and some gigabytes that also runs Varde itself. Durability is never traded away. */
export const SERVER_SETTINGS: ServerSettings = {
  listen_addresses: "",
  max_connections: "100",
  shared_buffers: "256MB",
  effective_cache_size: "2GB",
  work_mem: "16MB",
  maintenance_work_mem: "128MB",
  max_wal_size: "2GB",
  checkpoint_timeout: "15min",
  wal_compression: "on",
  synchronous_commit: "on",
  random_page_cost: "1.1",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  log_checkpoints: "off",
};

/** For clusters that hold nothing worth keeping: tests. */
export const THROWAWAY_SETTINGS: ServerSettings = {
  shared_buffers: "128MB",
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  autovacuum_naptime: "10min",
};
