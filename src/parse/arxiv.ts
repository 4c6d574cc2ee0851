const ANNOUNCEMENT = /^\s*arXiv:\S+\s+Announce Type:\s*\S+\s*Abstract:\s*/i

/** The abstract in an entry of arXiv's RSS, without the line that announces it; null when it is no such entry. */
export const arxivAbstract = (body: string | null): string | null =>
  body && ANNOUNCEMENT.test(body) ? body.replace(ANNOUNCEMENT, '').replace(/\s+/g, ' ').trim() : null

/** Whether an address is a paper's page at arXiv. */
export const isArxivUrl = (url: string | null): boolean =>
  url !== null && /^https?:\/\/(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf)\//i.test(url)
