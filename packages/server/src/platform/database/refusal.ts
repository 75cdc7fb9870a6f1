/** Why there is no database to work on, in words for whoever started the server; nothing is wrong with the code. */
export class DatabaseRefusal extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}
