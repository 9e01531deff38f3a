/** Input that a command cannot work with: what is wrong and what to do, with a code; never a bug of ours. */
export class LinkInputError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = "LinkInputError";
    this.code = code;
  }
}
