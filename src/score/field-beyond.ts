import type { Concept } from './field.ts'

/** Subjects of readers beside the lab: investors, chip makers, biologists, statisticians, lawyers. */
export const BEYOND: readonly Concept[] = [
  // Money
  {
    id: 'fundraising',
    names: 'funding|fundraising|funding rounds|venture rounds|valuations|venture capital|deals',
    means:
      'funding round|seed round|Series A|Series B|Series C|Series D|Series E|raises|raised|fundraising|valuation|valued at|venture capital|led the round|co-led|in talks to raise|growth round|tender offer',
    shows: 'investors|investor|stake|backed by|billion|million',
    within: ['business'],
  },
  {
    id: 'mergers',
    names: 'acquisitions|mergers|mergers and acquisitions|M&A|takeovers|buyouts',
    means:
      'acquisition|acquire|acquires|acquired|agrees to buy|agreed to buy|to buy|buys|bought|takeover|merger|merge|buyout|acqui-hire|all-stock deal|spin-off|divest',
    shows: 'deal|closes in|approval',
    within: ['business'],
  },
  {
    id: 'listings',
    names: 'IPOs|IPO|listings|public markets|going public',
    means:
      'IPO|initial public offering|go public|going public|stock listing|Hong Kong listing|public listing|prospectus|S-1|debut on|stock exchange|picks banks|underwriters|direct listing|SPAC',
    shows: 'shares|debut',
    within: ['business'],
  },
  {
    id: 'earnings',
    names: 'revenue|unit economics|earnings|profits|margins|business models',
    means:
      'revenue|annualised revenue|annualized revenue|run rate|ARR|gross margin|operating margin|profit|net loss|net income|quarterly results|earnings|unit economics|break even|bookings|churn|cash burn',
    shows: 'margin|sales|costs|finance chief|CFO',
    within: ['business'],
  },
  {
    id: 'adoption',
    names:
      'enterprise adoption|adoption|AI at work|AI applications in business|enterprise AI|AI in companies',
    means:
      'enterprise adoption|adoption|enterprise customers|rolls out|rolled out|call centre|call center|customer service|pay for assistants|workplace|employees use|office workers|pilot project|shopping assistant|survey of companies',
    shows: 'enterprise|companies|customers|workers|assistant|retailer|bank',
  },
  {
    id: 'antitrust',
    names: 'antitrust|competition law|competition policy',
    means: 'antitrust|competition authority|monopoly|bundling|market dominance|merger review|cartel',
    shows: 'rivals|regulator|Commission',
  },
  {
    id: 'trade-controls',
    names: 'export controls|chip bans|trade policy|sanctions|tariffs',
    means:
      'export control|export controls|export licence|export license|export licences|export rule|entity list|chip ban|Commerce Department|sanctions|tariff|tariffs|smuggled chips|licence requirement',
    shows: 'licence|license|Washington|restricted',
  },
  // Making chips
  {
    id: 'chip-making',
    names:
      'chip manufacturing|semiconductor manufacturing|packaging|advanced packaging|lithography|foundries|fabs|process technology',
    means:
      'foundry|foundries|fab|fabs|wafer|wafers|yields|EUV|lithography|CoWoS|advanced packaging|process node|nanometre process|nanometer process|chiplet|chiplets|backside power|tape-out|interposer',
    shows: 'TSMC|nanometre|nanometer|packaging|capacity',
  },
  {
    id: 'accelerator-design',
    names: 'AI accelerators|accelerators|ASIC design|chip design|processor design|computer architecture',
    means:
      'systolic array|dataflow architecture|photonic|tape-out|taped out|in-memory computing|compute-in-memory|neural processing unit|NPU|tensor core|matrix unit|analog computing|neuromorphic|TOPS/W|chip designer|RISC-V',
    shows: 'ASIC|SRAM|multiplier|silicon|bandwidth',
    within: ['gpu-hardware'],
  },
  {
    id: 'data-centres',
    names:
      'data centre power|data centre cooling|data center power|data center cooling|cooling|data centres|data centers|AI power',
    means:
      'liquid cooling|immersion cooling|immersion tanks|two-phase cooling|cooling power|cooling water|kW a rack|kW per rack|rack density|power usage effectiveness|PUE|data centre|data center|substation|grid connection',
    shows: 'cooling|megawatts|gigawatts|racks|rack|electricity',
  },
  {
    id: 'low-precision-hardware',
    names: 'low-precision arithmetic|number formats|quantization hardware|arithmetic units',
    means:
      'FP8|FP4|FP6|NVFP4|MXFP4|MXFP8|stochastic rounding|rounding modes|eight-bit|four-bit|8-bit|4-bit|accumulator|block floating point|posit|microscaling',
    shows: 'rounding|mantissa|integer|precision',
  },
  {
    id: 'large-runs',
    names: 'training at scale|large training runs|training infrastructure|cluster operations',
    means:
      'training run|training runs|stragglers|silent data corruption|checkpointing|checkpoint stalls|training cluster|distributed training|pipeline parallelism|expert parallelism|fault tolerance',
    shows: 'cluster|cards|GPUs|nodes|parallelism',
  },
  // Releases
  {
    id: 'model-releases',
    names: 'new model releases|model releases|model launches|new models|releases and prices',
    means:
      'new model|releases model|model release|open-sources|open-sourced|MIT licence|MIT license|Apache licence|Apache license|open weights|mixture-of-experts model|per million tokens|per million input tokens|system card',
    shows: 'releases|released|launches|unveils|weights|parameters|priced',
  },
  // Life
  {
    id: 'proteins',
    names: 'protein structure|protein design|protein models|structural biology|proteins',
    means:
      'protein|proteins|antibody|antibodies|enzyme|enzymes|binder|binders|binding site|binding sites|AlphaFold|protein folding|peptide|ligand|residue|amino acid|cryo-EM|affinity maturation',
    shows: 'mutations|affinity|folding',
    within: ['science'],
  },
  {
    id: 'genomics',
    names:
      'genomics|genomics models|single-cell|single cell models|transcriptomics|sequencing|computational biology|bioinformatics',
    means:
      'genome|genomes|genomic|genomics|DNA|RNA|cell atlas|brain cells|nuclei|gene editing|gene expression|chromatin|transcription factor|single-cell|single cell|transcriptome|transcriptomics|CRISPR|knock-out|regulatory DNA|variant calling|epigenetic',
    shows: 'gene|genes|sequencing|motifs',
    within: ['science'],
  },
  {
    id: 'drug-design',
    names: 'drug discovery|drug design|drug development|molecule design|pharma',
    means:
      'drug discovery|drug candidate|drug design|antibiotic|antibiotics|antiviral|inhibitor|inhibitors|molecule|molecules|docking|ADMET|scaffold hopping|lead optimisation|lead optimization|small molecule|toxicity',
    shows: 'compound|compounds|synthesised|synthesized|scaffold|tumours|mice',
    within: ['science'],
  },
  {
    id: 'laboratory',
    names: 'AI for science|AI scientists|lab automation|self-driving labs',
    means:
      'co-scientist|AI scientist|self-driving lab|lab automation|laboratory protocol|laboratory protocols|chemistry lab|chemistry labs|reads spectra|plan syntheses|retrosynthesis',
    shows: 'laboratory|wet lab|reactions',
    within: ['science'],
  },
  // Methods
  {
    id: 'geometric',
    names: 'graph neural networks|GNNs|geometric deep learning|equivariant networks|graph learning',
    means:
      'graph neural network|graph neural networks|GNN|GNNs|equivariant|equivariance|message passing|graph transformer|geometric deep learning|spherical harmonics|rotation symmetry|SE(3)|E(3)|molecular forces|interatomic potential',
    shows: 'graph|graphs|symmetry|geometric',
  },
  {
    id: 'uncertainty',
    names: 'uncertainty|calibration|uncertainty quantification|conformal prediction',
    means:
      'conformal|calibrated|calibration|prediction sets|uncertainty|Bayesian|epistemic|aleatoric|miscalibration|coverage guarantee|confidence intervals|credible intervals',
    shows: 'coverage|confidence|ensembles|posterior',
  },
  {
    id: 'science-diffusion',
    names: 'diffusion models for science|generative models for science|scientific generative models',
    means:
      'weather ensembles|weather forecast|weather forecasts|ensemble forecast|score-based model|molecular generation|diffusion for molecules|climate downscaling',
    shows: 'forecasts|diffusion model|diffusion models|sampling',
  },
  {
    id: 'theory',
    names: 'theory|theory papers|learning theory|optimization theory|statistics',
    means:
      'generalisation bound|generalization bound|margin bound|regret bound|lower bound|upper bound|convergence rate|convergence rates|we prove|theorem|minimax|sample complexity|heavy-tailed|PAC-Bayes|non-convex',
    shows: 'bound|bounds|prove|convergence|provably|asymptotic',
  },
  {
    id: 'vision-papers',
    names: 'computer vision papers|computer vision|image segmentation|object detection',
    means:
      'segmentation|segmenting|object detection|mean IoU|mIoU|pose estimation|depth estimation|optical flow|image classification|visual recognition|vision model',
    shows: 'images|image|camera|pixels',
    within: ['vision'],
  },
  {
    id: 'ethics',
    names: 'AI ethics|ethics|philosophy of AI|AI and society',
    means: 'ethics|ethical|moral|consent|dignity|essay on|attribution of authorship|human rights|philosophy',
    shows: 'fairness|society|values|responsibility',
  },
  // Machines that move
  {
    id: 'humanoids',
    names: 'humanoids|humanoid robots|mobile manipulation|mobile manipulators|legged robots|household robots',
    means:
      'humanoid|humanoids|mobile manipulator|mobile manipulation|two-armed robot|bimanual|whole-body control|whole-body controller|legged robot|biped|quadruped|climbs stairs|folds laundry|household robot',
    shows: 'robot|robots|balance|arm|arms',
    within: ['robotics'],
  },
  {
    id: 'touch',
    names: 'tactile sensing|touch sensing|grippers|grasping|dexterous hands|end effectors',
    means:
      'tactile|gripper|grippers|fingertip|fingertips|grasp|grasping|dexterous hand|force sensing|slip detection|touch sensor',
    shows: 'fingers|pressure|skin',
    within: ['robotics'],
  },
  {
    id: 'simulation',
    names: 'simulation|simulators|sim-to-real|physics engines|digital twins',
    means:
      'simulator|simulators|sim-to-real|sim2real|physics engine|domain randomization|domain randomisation|digital twin|soft-body simulation|differentiable simulation|simulated environment',
    shows: 'simulation|simulated|physics',
  },
  {
    id: 'edge-inference',
    names: 'edge inference|edge inference hardware|edge AI|on-device AI|embedded AI|local inference hardware',
    means:
      'edge module|edge device|edge devices|on-device|embedded board|Jetson|single-board|battery-powered|microcontroller|phone chip|laptop NPU|runs on a laptop',
    shows: 'battery|board|watts|laptop|phone',
  },
  {
    id: 'imitation',
    names:
      'imitation learning|learning from demonstration|learning from video|behaviour cloning|behavior cloning',
    means:
      'imitation learning|behaviour cloning|behavior cloning|demonstrations|teleoperated demonstrations|learning from demonstration|learn from video|internet video|human videos',
    shows: 'demonstration|imitate|imitation|teleoperation',
  },
  // People
  {
    id: 'education',
    names:
      'AI in education|education|schools|teaching|teacher tools|tutors|homework|exams|learning at school|edtech',
    means:
      'pupils|pupil|classroom|curriculum|homework|exam board|school|schools|tutor|tutoring|lesson plan|lesson planner|lesson plans|edtech|essays|university students|worksheets|coursework|AI tutor',
    shows: 'teacher|teachers|students|education|learning gains',
  },
  {
    id: 'child-safety',
    names: "children's safety|child safety|children|minors|teen safety|kids online",
    means:
      'children|child safety|minors|teens|teenagers|parental controls|age verification|age check|age checks|grooming|under-18|under 16|kids',
    shows: 'parents|families|young people',
  },
  {
    id: 'labour',
    names: 'AI and jobs|jobs|labour market|labor market|future of work|employment',
    means:
      'labour market|labor market|occupations|wages|layoffs|job losses|employment|unemployment|office tasks|automation of jobs|displaced workers|reskilling|unions',
    shows: 'jobs|workers|economists|hiring|productivity',
  },
  {
    id: 'fakes',
    names: 'misinformation|deepfakes|disinformation|synthetic media|content provenance',
    means:
      'deepfake|deepfakes|misinformation|disinformation|fake video|cloned voice|voice cloning|watermark|watermarking|content credentials|provenance|fabricated|propaganda',
    shows: 'fake|hoax|detector|spread',
  },
  {
    id: 'speech',
    names: 'speech models|speech recognition|speech|voice models|text to speech|ASR|reading models',
    means:
      'speech recognition|speech model|speech models|text-to-speech|text to speech|ASR|TTS|dialects|transcription|Whisper|voice model|spoken language|word error rate|reading aloud|early readers',
    shows: 'speech|voice|spoken|audio|accents',
    within: ['audio'],
  },
  {
    id: 'machine-rules',
    names: 'AI safety rules|machine safety|product safety|AI liability|standards for AI',
    means:
      'machinery rules|machinery regulation|third-party audit|conformity assessment|product safety|liability|safety-critical|safety standard|certification|ISO standard|notified body',
    shows: 'Brussels|rules|audit|regulator|AI Act',
  },
]
