// Parameters that say who sent the reader and never what is read.
const PREFIXES =
  /^(?:utm_|mtm_|pk_|piwik_|matomo_|hsa_|_hs|mkt_|oly_|vero_|at_|wt_|ga_|guce_|ml_subscriber|sc_c|cm_mm)/
const NAMES = new Set(
  `fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid igshid igsh li_fat_id epik rb_clickid srsltid
  _ga _gl _openstat _branch_match_id __s __twitter_impression __hssc __hstc __hsfp hsctatracking mc_cid mc_eid mc_tc
  s_cid cmpid ncid icid ocid smid smtyp xtor wickedid irclickid ck_subscriber_id bbeml emci emdi ceid mbid ref_src ref_url
  guccounter trk trkcampaign _bhlid lctg vgo_ee sb_referer_host beehiiv_ads campaign_id`.split(/\s+/),
)
const SESSIONS = new Set(
  'phpsessid jsessionid aspsessionid sessionid session_id sid cfid cftoken zenid oscsid'.split(' '),
)

/** Whether a parameter follows readers about; its value does not matter. */
export const isTracker = (name: string): boolean => {
  const known = name.toLowerCase()
  return NAMES.has(known) || PREFIXES.test(known)
}

// What some hosts add to an address without changing the page.
const BY_HOST: readonly (readonly [RegExp, ReadonlySet<string>])[] = [
  [/(?:^|\.)medium\.com$/, new Set(['source', 'sk', 'gi'])],
  [
    /(?:^|\.)substack\.com$/,
    new Set('r s publication_id post_id isFreemail triedRedirect token showWelcomeOnShare'.split(' ')),
  ],
  [/(?:^|\.)bloomberg\.com$/, new Set(['srnd', 'sref', 'accessToken', 'leadSource'])],
  [/(?:^|\.)nytimes\.com$/, new Set(['unlocked_article_code', 'referringSource', 'searchResultPosition'])],
  [/(?:^|\.)(?:youtube\.com|spotify\.com)$/, new Set(['si', 'feature', 'pp', 'ab_channel'])],
  [/(?:^|\.)(?:x|twitter)\.com$/, new Set(['s', 't', 'lang'])],
]
// `ref=main` on a code host is a branch, `ref=12` may be a page: only a sender's name is dropped.
const SENDER = /^(?:ref|referrer|referer|via)$/i
const SENT_BY = /^(?:rss|e?mail|newsletter|twitter|x|linkedin|facebook|reddit|social|feed)\b/i

/** Whether a parameter can be left out when two addresses are compared: trackers, sessions, senders, print and AMP views. */
export function isIdle(name: string, value: string, host: string): boolean {
  if (isTracker(name) || SESSIONS.has(name.toLowerCase())) return true
  if (SENDER.test(name)) return !/^\d*$/.test(value) && !/(?:^|\.)git(?:hub|lab)\.com$/.test(host)
  if (/^(?:source|src|from)$/i.test(name)) return SENT_BY.test(value)
  if (/^(?:amp|outputType)$/i.test(name)) return /^(?:1|true|amp)?$/i.test(value)
  return BY_HOST.some(([hosts, names]) => names.has(name) && hosts.test(host))
}
