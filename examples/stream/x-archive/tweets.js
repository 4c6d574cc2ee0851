window.YTD.tweets.part0 = [
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "2032004232891596800"
     ],
     "editableUntil": "2026-03-12T17:20:00.000Z",
     "editsRemaining": "5",
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": [
     {
      "url": "https://t.co/bw00a",
      "expanded_url": "https://arxiv.org/abs/2603.10154",
      "display_url": "arxiv.org/abs/2603.10154",
      "indices": [
       "0",
       "0"
      ]
     }
    ]
   },
   "display_text_range": [
    "0",
    "137"
   ],
   "favorite_count": "31",
   "id_str": "2032004232891596800",
   "truncated": false,
   "retweet_count": "4",
   "id": "2032004232891596800",
   "possibly_sensitive": false,
   "created_at": "Thu Mar 12 16:20:00 +0000 2026",
   "favorited": false,
   "full_text": "FlashAttention for consumer Blackwell: smaller tiles, 62% of peak in BF16 on a desktop card. FP8 only forwards so far. https://t.co/bw00a",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "2032007158418636800"
     ],
     "editableUntil": "2026-03-20T19:05:00.000Z",
     "editsRemaining": "5",
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [
     {
      "text": "hardware",
      "indices": [
       "0",
       "0"
      ]
     }
    ],
    "symbols": [],
    "user_mentions": [],
    "urls": [
     {
      "url": "https://t.co/bw01a",
      "expanded_url": "https://gradientwire.example/gw-nvidia",
      "display_url": "gradientwire.example/gw-nvidia",
      "indices": [
       "0",
       "0"
      ]
     }
    ]
   },
   "display_text_range": [
    "0",
    "143"
   ],
   "favorite_count": "88",
   "id_str": "2032007158418636800",
   "truncated": false,
   "retweet_count": "21",
   "id": "2032007158418636800",
   "possibly_sensitive": false,
   "created_at": "Fri Mar 20 18:05:00 +0000 2026",
   "favorited": false,
   "full_text": "Blackwell is sold out until 2027. Rents for Hopper are up by a fifth in four weeks. Whoever owns old cards smiles. https://t.co/bw01a #hardware",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "2032009356653363200"
     ],
     "editableUntil": "2026-03-26T20:40:00.000Z",
     "editsRemaining": "5",
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": [
     {
      "url": "https://t.co/bw02a",
      "expanded_url": "https://arxiv.org/abs/2603.25541",
      "display_url": "arxiv.org/abs/2603.25541",
      "indices": [
       "0",
       "0"
      ]
     }
    ]
   },
   "display_text_range": [
    "0",
    "128"
   ],
   "favorite_count": "140",
   "id_str": "2032009356653363200",
   "truncated": false,
   "retweet_count": "37",
   "id": "2032009356653363200",
   "possibly_sensitive": false,
   "created_at": "Thu Mar 26 19:40:00 +0000 2026",
   "favorited": false,
   "full_text": "One launch per token. 41% to 68% of the bandwidth limit on an H100 at batch one, and the kernel is generated. https://t.co/bw02a",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "2032014029946880000"
     ],
     "editableUntil": "2026-04-08T18:10:00.000Z",
     "editsRemaining": "5",
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [
     {
      "text": "agents",
      "indices": [
       "0",
       "0"
      ]
     }
    ],
    "symbols": [],
    "user_mentions": [],
    "urls": [
     {
      "url": "https://t.co/bw03a",
      "expanded_url": "https://arxiv.org/abs/2604.09871",
      "display_url": "arxiv.org/abs/2604.09871",
      "indices": [
       "0",
       "0"
      ]
     }
    ]
   },
   "display_text_range": [
    "0",
    "140"
   ],
   "favorite_count": "96",
   "id_str": "2032014029946880000",
   "truncated": false,
   "retweet_count": "25",
   "id": "2032014029946880000",
   "possibly_sensitive": false,
   "created_at": "Wed Apr 08 17:10:00 +0000 2026",
   "favorited": false,
   "full_text": "ClawBench sends agents to 144 live websites. Best score 33.3%. The intervals are wide; read them before you rank. https://t.co/bw03a #agents",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "2032016888784486400"
     ],
     "editableUntil": "2026-04-16T15:30:00.000Z",
     "editsRemaining": "5",
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": [
     {
      "url": "https://t.co/bw04a",
      "expanded_url": "https://gradientwire.example/gw-osworld",
      "display_url": "gradientwire.example/gw-osworl",
      "indices": [
       "0",
       "0"
      ]
     }
    ]
   },
   "display_text_range": [
    "0",
    "139"
   ],
   "favorite_count": "0",
   "id_str": "2032016888784486400",
   "truncated": false,
   "retweet_count": "52",
   "id": "2032016888784486400",
   "possibly_sensitive": false,
   "created_at": "Thu Apr 16 14:30:00 +0000 2026",
   "favorited": false,
   "full_text": "RT @lou_adeyemi: 74.9% against a human 72.4% on the desktop, but with three tries against one. With one try it is 69.8%. https://t.co/bw04a",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "2032018787545907200"
     ],
     "editableUntil": "2026-04-21T21:15:00.000Z",
     "editsRemaining": "5",
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [
     {
      "text": "routing",
      "indices": [
       "0",
       "0"
      ]
     }
    ],
    "symbols": [],
    "user_mentions": [],
    "urls": [
     {
      "url": "https://t.co/bw05a",
      "expanded_url": "https://arxiv.org/abs/2604.20418",
      "display_url": "arxiv.org/abs/2604.20418",
      "indices": [
       "0",
       "0"
      ]
     }
    ]
   },
   "display_text_range": [
    "0",
    "109"
   ],
   "favorite_count": "203",
   "id_str": "2032018787545907200",
   "truncated": false,
   "retweet_count": "61",
   "id": "2032018787545907200",
   "possibly_sensitive": false,
   "created_at": "Tue Apr 21 20:15:00 +0000 2026",
   "favorited": false,
   "full_text": "Prompt length beats five learned routers. I am not surprised and still a bit sad. https://t.co/bw05a #routing",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "2032019712389939200"
     ],
     "editableUntil": "2026-04-24T10:30:00.000Z",
     "editsRemaining": "5",
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": [
     {
      "url": "https://t.co/bw06a",
      "expanded_url": "https://huggingface.co/deepseek-ai/DeepSeek-V4",
      "display_url": "huggingface.co/deepseek-ai/Dee",
      "indices": [
       "0",
       "0"
      ]
     }
    ]
   },
   "display_text_range": [
    "0",
    "121"
   ],
   "favorite_count": "512",
   "id_str": "2032019712389939200",
   "truncated": false,
   "retweet_count": "144",
   "id": "2032019712389939200",
   "possibly_sensitive": false,
   "created_at": "Fri Apr 24 09:30:00 +0000 2026",
   "favorited": false,
   "full_text": "DeepSeek V4 weights are up. Cache at a million tokens: a tenth of V3.2. That is the number to look at. https://t.co/bw06a",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "2032023872300646400"
     ],
     "editableUntil": "2026-05-05T22:00:00.000Z",
     "editsRemaining": "5",
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": [
     {
      "url": "https://t.co/bw07a",
      "expanded_url": "https://modelledger.example/2026/05/ssa-launch",
      "display_url": "modelledger.example/2026/05/ss",
      "indices": [
       "0",
       "0"
      ]
     }
    ]
   },
   "display_text_range": [
    "0",
    "122"
   ],
   "favorite_count": "77",
   "id_str": "2032023872300646400",
   "truncated": false,
   "retweet_count": "18",
   "id": "2032023872300646400",
   "possibly_sensitive": false,
   "created_at": "Tue May 05 21:00:00 +0000 2026",
   "favorited": false,
   "full_text": "Subquadratic says 52x at 1M tokens, measured by Subquadratic. I would like somebody else to say it too. https://t.co/bw07a",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "2032025182181785600"
     ],
     "editableUntil": "2026-05-09T12:45:00.000Z",
     "editsRemaining": "5",
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "153"
   ],
   "favorite_count": "340",
   "id_str": "2032025182181785600",
   "truncated": false,
   "retweet_count": "122",
   "id": "2032025182181785600",
   "possibly_sensitive": false,
   "created_at": "Sat May 09 11:45:00 +0000 2026",
   "favorited": false,
   "full_text": "We are one of the groups that try to reproduce the 12M-token model. At 256K we see 9x over dense attention, not yet anything at 1M. More when we have it.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "2032026323451904000"
     ],
     "editableUntil": "2026-05-12T16:20:00.000Z",
     "editsRemaining": "5",
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [
     {
      "text": "chips",
      "indices": [
       "0",
       "0"
      ]
     }
    ],
    "symbols": [],
    "user_mentions": [],
    "urls": [
     {
      "url": "https://t.co/bw09a",
      "expanded_url": "https://modelledger.example/2026/05/cerebras-files",
      "display_url": "modelledger.example/2026/05/ce",
      "indices": [
       "0",
       "0"
      ]
     }
    ]
   },
   "display_text_range": [
    "0",
    "123"
   ],
   "favorite_count": "151",
   "id_str": "2032026323451904000",
   "truncated": false,
   "retweet_count": "40",
   "id": "2032026323451904000",
   "possibly_sensitive": false,
   "created_at": "Tue May 12 15:20:00 +0000 2026",
   "favorited": false,
   "full_text": "Cerebras S-1: OpenAI is the largest customer with 750 MW. Two customers make most of the revenue. https://t.co/bw09a #chips",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "2032026391399628800"
     ],
     "editableUntil": "2026-05-12T20:50:00.000Z",
     "editsRemaining": "5",
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": [
     {
      "url": "https://t.co/bw10a",
      "expanded_url": "https://arxiv.org/abs/2605.10588",
      "display_url": "arxiv.org/abs/2605.10588",
      "indices": [
       "0",
       "0"
      ]
     }
    ]
   },
   "display_text_range": [
    "0",
    "151"
   ],
   "favorite_count": "44",
   "id_str": "2032026391399628800",
   "truncated": false,
   "retweet_count": "9",
   "id": "2032026391399628800",
   "possibly_sensitive": false,
   "created_at": "Tue May 12 19:50:00 +0000 2026",
   "favorited": false,
   "full_text": "TwoReads: let the student read the teacher, then reward it for what changed. +2.6 points at 4B without token access during training. https://t.co/bw10a",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "2032026604050841600"
     ],
     "editableUntil": "2026-05-13T10:55:00.000Z",
     "editsRemaining": "5",
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": [
     {
      "url": "https://t.co/bw11a",
      "expanded_url": "https://modelledger.example/2026/05/anthropic-ramp",
      "display_url": "modelledger.example/2026/05/an",
      "indices": [
       "0",
       "0"
      ]
     }
    ]
   },
   "display_text_range": [
    "0",
    "158"
   ],
   "favorite_count": "260",
   "id_str": "2032026604050841600",
   "truncated": false,
   "retweet_count": "84",
   "id": "2032026604050841600",
   "possibly_sensitive": false,
   "created_at": "Wed May 13 09:55:00 +0000 2026",
   "favorited": false,
   "full_text": "Ramp AI Index for April: 34.4% of US companies pay Anthropic, 32.3% pay OpenAI. First time in this order. It counts companies, not dollars. https://t.co/bw11a",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "2032026625441792000"
     ],
     "editableUntil": "2026-05-13T12:20:00.000Z",
     "editsRemaining": "5",
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": [
     {
      "url": "https://t.co/bw12a",
      "expanded_url": "https://arxiv.org/abs/2605.06546",
      "display_url": "arxiv.org/abs/2605.06546",
      "indices": [
       "0",
       "0"
      ]
     }
    ]
   },
   "display_text_range": [
    "0",
    "168"
   ],
   "favorite_count": "0",
   "id_str": "2032026625441792000",
   "truncated": false,
   "retweet_count": "95",
   "id": "2032026625441792000",
   "possibly_sensitive": false,
   "created_at": "Wed May 13 11:20:00 +0000 2026",
   "favorited": false,
   "full_text": "RT @bagofwords: Token superposition: train on bags of tokens first, then recover. Up to 2.5x less pre-training time at equal loss on a 10B-A1B model. https://t.co/bw12a",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "2032026683323187200"
     ],
     "editableUntil": "2026-05-13T16:10:00.000Z",
     "editsRemaining": "5",
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [
     {
      "text": "security",
      "indices": [
       "0",
       "0"
      ]
     }
    ],
    "symbols": [],
    "user_mentions": [],
    "urls": [
     {
      "url": "https://t.co/bw13a",
      "expanded_url": "https://gradientwire.example/gw-worm",
      "display_url": "gradientwire.example/gw-worm",
      "indices": [
       "0",
       "0"
      ]
     }
    ]
   },
   "display_text_range": [
    "0",
    "167"
   ],
   "favorite_count": "418",
   "id_str": "2032026683323187200",
   "truncated": false,
   "retweet_count": "230",
   "id": "2032026683323187200",
   "possibly_sensitive": false,
   "created_at": "Wed May 13 15:10:00 +0000 2026",
   "favorited": false,
   "full_text": "Rotated every token this morning, then found the worm's line in the settings of my coding agent. 42 packages around TanStack. Check yours. https://t.co/bw13a #security",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "2032026704714137600"
     ],
     "editableUntil": "2026-05-13T17:35:00.000Z",
     "editsRemaining": "5",
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [
     {
      "text": "attention",
      "indices": [
       "0",
       "0"
      ]
     }
    ],
    "symbols": [],
    "user_mentions": [],
    "urls": [
     {
      "url": "https://t.co/bw14a",
      "expanded_url": "https://arxiv.org/abs/2605.08504",
      "display_url": "arxiv.org/abs/2605.08504",
      "indices": [
       "0",
       "0"
      ]
     },
     {
      "url": "https://t.co/bw14b",
      "expanded_url": "https://arxiv.org/abs/2605.09932",
      "display_url": "arxiv.org/abs/2605.09932",
      "indices": [
       "0",
       "0"
      ]
     }
    ]
   },
   "display_text_range": [
    "0",
    "176"
   ],
   "favorite_count": "120",
   "id_str": "2032026704714137600",
   "truncated": false,
   "retweet_count": "33",
   "id": "2032026704714137600",
   "possibly_sensitive": false,
   "created_at": "Wed May 13 16:35:00 +0000 2026",
   "favorited": false,
   "full_text": "Massive activations come from one layer in every family they looked at. Put next to FocuSFT this starts to look like one story. https://t.co/bw14a https://t.co/bw14b #attention",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "2032026727363379200"
     ],
     "editableUntil": "2026-05-13T19:05:00.000Z",
     "editsRemaining": "5",
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": [
     {
      "url": "https://t.co/bw15a",
      "expanded_url": "https://arxiv.org/abs/2605.06546",
      "display_url": "arxiv.org/abs/2605.06546",
      "indices": [
       "0",
       "0"
      ]
     }
    ]
   },
   "display_text_range": [
    "0",
    "173"
   ],
   "favorite_count": "65",
   "id_str": "2032026727363379200",
   "truncated": false,
   "retweet_count": "14",
   "id": "2032026727363379200",
   "possibly_sensitive": false,
   "created_at": "Wed May 13 18:05:00 +0000 2026",
   "favorited": false,
   "full_text": "My bet: a lab reports a pre-training run with token superposition above 100B parameters by 10 September 2026. Settled by a public report with the speedup. https://t.co/bw15a",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "2032026766370406400"
     ],
     "editableUntil": "2026-05-13T21:40:00.000Z",
     "editsRemaining": "5",
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [
     {
      "text": "agents",
      "indices": [
       "0",
       "0"
      ]
     }
    ],
    "symbols": [],
    "user_mentions": [],
    "urls": [
     {
      "url": "https://t.co/bw16a",
      "expanded_url": "https://arxiv.org/abs/2605.12978",
      "display_url": "arxiv.org/abs/2605.12978",
      "indices": [
       "0",
       "0"
      ]
     }
    ]
   },
   "display_text_range": [
    "0",
    "137"
   ],
   "favorite_count": "187",
   "id_str": "2032026766370406400",
   "truncated": false,
   "retweet_count": "58",
   "id": "2032026766370406400",
   "possibly_sensitive": false,
   "created_at": "Wed May 13 20:40:00 +0000 2026",
   "favorited": false,
   "full_text": "GPT-5.4 forgets 54% of the ARC-AGI problems it had solved, after tidying its own notes. Keep the raw episodes. https://t.co/bw16a #agents",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "2032026790277939200"
     ],
     "editableUntil": "2026-05-13T23:15:00.000Z",
     "editsRemaining": "5",
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": [
     {
      "url": "https://t.co/bw17a",
      "expanded_url": "https://computedesk.example/cd-shortage",
      "display_url": "computedesk.example/cd-shortag",
      "indices": [
       "0",
       "0"
      ]
     }
    ]
   },
   "display_text_range": [
    "0",
    "158"
   ],
   "favorite_count": "39",
   "id_str": "2032026790277939200",
   "truncated": false,
   "retweet_count": "8",
   "id": "2032026790277939200",
   "possibly_sensitive": false,
   "created_at": "Wed May 13 22:15:00 +0000 2026",
   "favorited": false,
   "full_text": "Tencent's numbers: AI spending up in the second half, because domestic chips arrive. Compute Desk says boards are the limit now, not chips. https://t.co/bw17a",
   "lang": "en"
  }
 }
]
