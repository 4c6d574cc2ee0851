/** An http(s) address as it stands; anything else a source may have put there leads nowhere. */
export function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\/[^\s"'<>\\]+$/i.test(url) ? url : null
}
