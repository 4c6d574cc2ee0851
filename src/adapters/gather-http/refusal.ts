/** Why an address will not be read, in words for the reader. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
}
