import { parseRdfFeed } from 'feedsmith'
import type { ReadFeed } from './feed-info.ts'
import { channel } from './feed-rss.ts'

/** RSS 0.90 and 1.0, which are RDF. Throws where feedsmith does. */
export function readRdf(text: string, url: string | null): ReadFeed {
  // feedsmith keeps only entries that the table of contents names; many feeds forget some there.
  const rdf = parseRdfFeed(text.replace(/<items>[\s\S]*?<\/items>/i, ''))
  return channel(rdf, 'rdf', rdf.items ?? [], url)
}
