/**
 * The one setting of the room: the same for every stream. Similarities are cosines, 0 to 1. First fitted on one half of
 * the labelled streams (halved by story), then adjusted on the whole of them: the dev figures are not held out.
 */
export const SETTINGS = {
  /** How long an item takes part in decisions, in whole days before the week at hand. */
  liveDays: 14,
  /** At most so many items are live, however fast they come; then the oldest tenth goes. */
  liveItemsMax: 100_000,
  /** Of each item so many different terms are read, from its title on: news says first what it is about. */
  termsMax: 48,
  charactersMax: 1500,
  /** A title word counts as so many words of the text. */
  titleWeight: 3,

  /** Of each term so many newest tellings are looked up, and so many in all for one item. */
  postingsPerTerm: 64,
  postingsMax: 300,
  /** What shares less than this part of an item's own weight is not weighed. */
  shareMin: 0.05,
  /** So many stories and events are weighed exactly. */
  candidatesMax: 12,

  story: {
    joins: 0.16,
    /** The share of the likest member, beside the middle of all. */
    nearestShare: 0.4,
    /** Stories are small: each doubling must be earned. */
    perDoubling: -0.033,
    /** What fits its neighbours nearly as well tells none of them in particular. */
    contrast: 0.6,
    rivals: 4,
    /** So much crowding is taken for granted where the stream is still young and shows less. */
    crowdMin: 0.15,
    /** Whether they name the same days of the week, or others. */
    sameWeekday: 0.03,
    otherWeekday: -0.08,
    /** After so many days of silence a likeness counts half. */
    halfLifeDays: 10,
    /** What an id or a link between two tellings adds to their likeness. */
    tie: 0.15,
    /** Two stories whose middles are as like as this are one. */
    merges: 0.55,
    /** A member less like the rest than this does not belong. */
    leaves: 0.1,
  },
  event: {
    joins: 0.14,
    /** A story whose event fits less than this share of how the best event fits is not the one told. */
    outweighs: 0.7,
    /** Affairs grow: the larger one is, the likelier that the next item is about it. A share of the likeness. */
    perDoubling: 0.07,
    doublingsMax: 10,
    halfLifeDays: 21,
  },
} as const
