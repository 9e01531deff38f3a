/** A command that cannot do what it was asked: what is wrong and what to do, without a stack trace. */
export class CommandFailed extends Error {
  readonly code: string;
  readonly exitCode: number;
  constructor(code: string, message: string, exitCode = 1) {
    super(message);
    this.name = "CommandFailed";
    this.code = code;
    this.exitCode = exitCode;
  }
}
