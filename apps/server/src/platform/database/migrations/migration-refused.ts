/** The database was not migrated, because doing so could do harm. Nothing was changed. `code` is stable. */
export class MigrationRefused extends Error {
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "MigrationRefused";
    this.code = code;
  }
}
