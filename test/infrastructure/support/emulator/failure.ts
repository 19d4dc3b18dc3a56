/** What a service answers instead of a result; the SDK makes an error of this name from it. */
export class ServiceError extends Error {
  constructor(code: string, message: string) {
    super(message);
    this.name = code;
  }
}
