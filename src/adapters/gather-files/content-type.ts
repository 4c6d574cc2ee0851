const TYPES: Readonly<Record<string, string>> = {
  '.xml': 'application/xml',
  '.rss': 'application/rss+xml',
  '.atom': 'application/atom+xml',
  '.rdf': 'application/rdf+xml',
  '.opml': 'text/x-opml',
  '.json': 'application/json',
  '.jsonl': 'application/x-ndjson',
  '.ndjson': 'application/x-ndjson',
  '.js': 'text/javascript',
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'application/xhtml+xml',
  '.md': 'text/markdown',
  '.markdown': 'text/markdown',
  '.txt': 'text/plain',
  '.eml': 'message/rfc822',
  '.mbox': 'application/mbox',
  '.vtt': 'text/vtt',
  '.srt': 'application/x-subrip',
}

// What lies beside texts in a folder and is none itself.
const MEDIA =
  /^\.(?:avif|bmp|gif|heic|ico|jpe?g|png|svg|tiff?|webp|aac|flac|m4a|mp3|ogg|opus|wav|avi|mkv|mov|mp4|webm|eot|otf|ttf|woff2?|css|db|db-shm|db-wal|sqlite)$/

/** The type that a file's ending promises; null when it promises nothing. `ending` is lower-case, with its dot. */
export const contentTypeOf = (ending: string): string | null =>
  Object.hasOwn(TYPES, ending) ? (TYPES[ending] ?? null) : null

/** Pictures, sound, film, fonts and databases: passed over in a folder, read when named. */
export const isMedia = (ending: string): boolean => MEDIA.test(ending)
