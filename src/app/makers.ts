import { CLUSTER_MAKER } from '#cluster'
import { DEDUPE_MAKER } from '#dedupe'
import { CLAIMS_MAKER, MENTIONS_MAKER } from '#extract'
import type { Judgments } from '#ports'

/** Who makes the judgments that the house keeps. */
export const MAKERS: Judgments['makers'] = {
  understanding: `${MENTIONS_MAKER} ${CLAIMS_MAKER}`,
  placement: `${DEDUPE_MAKER} ${CLUSTER_MAKER}`,
}
