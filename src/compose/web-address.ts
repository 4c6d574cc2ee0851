/** An address that may be printed as a link, or null. */
export function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\/[^\s<>"]+$/i.test(url) ? url : null
}
