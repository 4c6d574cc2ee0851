/**
 * A subject of the field and the words that give it away. General vocabulary of the trade; phrases are parted by `|`
 * and matched by stem, so one inflection stands for all that the stemmer joins; with `=` in front the spelling must be
 * exactly this, since the word means something else in small letters.
 */
export type Concept = {
  readonly id: string
  /** How a person calls it in a profile. */
  readonly names: string
  /** A text with these words is about it. */
  readonly means: string
  /** Characteristic of it, though used elsewhere too. */
  readonly shows?: string
  /** Little alone; counts when several come together. */
  readonly hints?: string
  /** Broader subjects that it belongs to. */
  readonly within?: readonly string[]
}

export const CONCEPTS: readonly Concept[] = [
  // Choosing who computes what
  {
    id: 'routing',
    names: 'routing|AI routing|LLM routing|model routing|model selection|router|routers',
    means:
      'LLM routing|model routing|model router|LLM router|query routing|prompt routing|agent routing|multimodal routing|trajectory routing|routing policy|routing decision|routed to|route queries|route requests|learned router|semantic router|model cascade|LLM cascade|routing framework|routing benchmark',
    shows:
      'router|routing|route|expert routing|token routing|adaptive computation|dynamic model selection|cheaper model|small and large models|escalate',
    hints: 'cascade|orchestrator|dispatch|mixture of models',
  },
  // Memory of attention
  {
    id: 'kv-cache',
    names: 'KV cache|key-value cache|KV caching|cache compression|attention cache',
    means:
      'KV cache|KV caching|key-value cache|key value cache|cache eviction|token eviction|KV eviction|KV compression|prefix cache|prefix caching|prompt caching|PagedAttention|paged attention|cache quantization|KV quantization|cache reuse|KV reuse|KV offloading|multi-head latent attention|grouped-query attention|multi-query attention',
    shows:
      'attention sink|attention sinks|sparse attention|linear attention|subquadratic attention|sub-quadratic|compressed attention|attention compression|sliding window attention|context compression|prompt compression|prefill|associative memory|delta rule|fixed-size state|constant memory|streaming attention|retrieval heads|attention computation',
    hints:
      'context window|context extension|full attention|recurrent state|long sequence|memory footprint|attention head|cached',
  },
  {
    id: 'long-context',
    names: 'long context|long-context models|context length',
    means:
      'long context|long-context|million-token context|context length extension|context extension|length extrapolation|RoPE scaling|ultra-long context|1M context|long sequence modeling',
    shows: 'context window|needle in a haystack|RULER|BABILong|LongBench|long sequence|context length',
    within: ['kv-cache'],
  },
  // Smaller models
  {
    id: 'compression',
    names: 'compression|model compression|efficient models|small models',
    means:
      'model compression|compress model|compressed model|compressing language models|weight compression|low-bit|ternary weight|1-bit|binarization|sparsification|weight sparsity|structured sparsity|low-rank factorization|low-rank compression|compact model|expert merging|model shrinking',
    shows:
      'compression|compress|compressed|tiny model|on-device model|sub-billion|small language model|parameter-efficient|LoRA|low-rank adaptation|edge deployment|edge device|on-device|adapter',
    hints: 'lightweight|compact|low-rank|smaller model|fewer parameters',
  },
  {
    id: 'quantization',
    names: 'quantization|quantisation|low precision|low-bit',
    means:
      'quantization|quantisation|quantize|quantized|quantizing|low precision|mixed precision|FP8|FP4|NVFP4|MXFP4|INT8|INT4|4-bit|2-bit|3-bit|8-bit|1.58-bit|bitnet|GGUF|AWQ|GPTQ|post-training quantization|quantization-aware',
    shows: 'rounding error|outlier channels|activation outlier|bits per weight|perplexity loss',
    within: ['compression'],
  },
  {
    id: 'distillation',
    names: 'distillation|knowledge distillation|model distillation',
    means:
      'distillation|distill|distilled|distilling|knowledge distillation|on-policy distillation|self-distillation|teacher-student|student model|teacher model',
    shows: 'teacher logits|teacher supervision|reverse KL|teacher|student',
    within: ['compression'],
  },
  {
    id: 'pruning',
    names: 'pruning|sparsity|sparsification',
    means:
      'pruning|prune|pruned|layer dropping|depth pruning|width pruning|expert pruning|structured pruning|unstructured pruning|token pruning|lottery ticket|N:M sparsity|magnitude pruning',
    shows: 'sparsity|sparse weights|layer removal|token reduction|token merging',
    within: ['compression'],
  },
  // Making it fast
  {
    id: 'gpu-optimization',
    names:
      'GPU optimization|GPU optimisation|GPU performance|performance engineering|inference optimization|inference efficiency|efficiency|ML systems|AI infrastructure|systems for ML',
    means:
      'GPU optimization|GPU kernel|GPU kernels|CUDA kernel|CUDA kernels|kernel fusion|fused kernel|kernel generation|kernel optimization|tensor core|GPU utilization|GPU memory|memory bandwidth|memory-bound|compute-bound|roofline|out-of-memory|OOM|TFLOPs|MFU|CUDA graph|warp specialization',
    shows:
      'CUDA|cuDNN|cuBLAS|PTX|CUTLASS|TileLang|ThunderKittens|HBM bandwidth|occupancy|GPU hours|GPU cluster|multi-GPU|single GPU',
    hints: 'GPU|GPUs|efficient|efficiency|speedup|faster|latency|acceleration|accelerate|wall-clock|overhead',
  },
  {
    id: 'kernels',
    names: 'kernels|kernel|CUDA kernels|FlashAttention|Triton',
    means:
      'FlashAttention|flash attention|FlexAttention|FlashInfer|FlashMLA|Triton kernel|attention kernel|custom kernel|kernel fusion|GEMM|matmul kernel|matrix multiplication kernel|persistent kernel|megakernel',
    shows: 'OpenAI Triton|kernels|=Triton',
    within: ['gpu-optimization'],
  },
  {
    id: 'batching',
    names: 'batching|continuous batching|serving|inference serving|LLM serving',
    means:
      'continuous batching|dynamic batching|LLM serving|model serving|inference serving|inference engine|serving system|serving throughput|prefill-decode disaggregation|disaggregated prefill|disaggregated inference|disaggregated serving|vLLM|SGLang|TensorRT-LLM|TGI|llama.cpp|inference cost|inference server|token throughput|tokens per second|tok/s|multi-LoRA serving|adapter serving',
    shows:
      'batching|serving|inference time|inference speed|time to first token|TTFT|throughput|scheduler|serverless GPU|local inference|inference provider',
    within: ['gpu-optimization'],
  },
  {
    id: 'fast-decoding',
    names: 'speculative decoding|fast inference|decoding efficiency|parallel decoding|multi-token prediction',
    means:
      'speculative decoding|speculative sampling|draft model|draft tokens|multi-token prediction|parallel decoding|parallel token generation|parallel generation|Medusa|EAGLE-3|lookahead decoding|self-speculative|early exit|early exiting|inference acceleration|accelerate inference|accelerating inference|faster inference|fast inference|efficient inference|inference efficiency|efficient decoding|lossless acceleration|faster decoding|fast tokens|faster tokens|ultra-fast',
    shows:
      'acceptance rate|acceptance length|decoding speed|inference speedup|lossless speedup|latency reduction|MTP|test-time efficiency|token budget|tokens/sec|tokens/s',
    within: ['gpu-optimization'],
  },
  {
    id: 'training-efficiency',
    names: 'training efficiency|efficient training|distributed training|efficient pre-training',
    means:
      'efficient training|efficient pre-training|efficient pretraining|training efficiency|training throughput|training speedup|faster training|reduce training time|pre-training time|distributed training|pipeline parallelism|tensor parallelism|expert parallelism|data parallelism|context parallelism|sequence parallelism|memory-efficient training|low-precision training|gradient checkpointing|activation recomputation|=ZeRO|FSDP|Megatron|compute-optimal training|training cost',
    shows:
      'FLOPs|per FLOP|throughput|memory-efficient|compute-efficient|training time|compute budget|all-reduce|NCCL|training infrastructure|training system',
    within: ['gpu-optimization'],
  },
  // What it runs on
  {
    id: 'gpu-hardware',
    names:
      'GPU hardware|GPUs|AI hardware|AI chips|accelerators|AI accelerators|hardware|semiconductors|chips|memory hierarchy|Hopper|Blackwell|wafer-scale|compute',
    means:
      'GPU hardware|AI chip|AI chips|AI accelerator|AI accelerators|GPU architecture|Hopper|Blackwell|Vera Rubin|Rubin GPU|H100|H200|H800|H20|B200|B300|GB200|GB300|A100|MI300|MI300X|MI325X|MI350|MI355X|MI400|TPU|TPUs|TPUv5e|Trainium|Inferentia|Gaudi|Ascend 910|wafer-scale|WSE-3|Cerebras|Groq LPU|SambaNova|Tenstorrent|=Etched|HBM|HBM3|HBM3E|HBM4|NVLink|NVSwitch|InfiniBand|memory hierarchy|on-chip memory|SRAM|DRAM|CoWoS|advanced packaging|tape-out|systolic array|neural processing unit|NPU|in-memory computing|processing-in-memory|photonic computing|optical computing|neuromorphic|RTX 5090|RTX 4090|DGX Spark|energy per token|tokens per watt|per watt|inference hardware',
    shows:
      'GPU|GPUs|Groq|Nvidia|AMD|TSMC|foundry|wafer|accelerator|semiconductor|chip|chips|chipmaker|compute capacity|compute deal|compute partnership|gigawatt|megawatt|data center|datacenter|data centre|export controls|GPU cluster|supercomputer|energy consumption|power consumption|energy efficiency|FPGA|ASIC|interconnect|inference capacity',
    hints: 'hardware|bandwidth|silicon|compute|power',
  },
  // Models of language
  {
    id: 'language-models',
    names:
      'LLM|LLMs|language models|large language models|LLM papers|foundation models|NLP|generative AI|reasoning models',
    means:
      'LLM|LLMs|large language model|ChatGPT|GPT-4|GPT-4o|GPT-5|Claude|Gemini|Llama|Qwen|DeepSeek|Mistral|Gemma|Grok|Kimi|OLMo|Nemotron|language model|LM|pretrained language model|autoregressive language model|reasoning model|small language model|diffusion language model|dLLM|base model|instruction tuning|instruction following|RLHF|RLVR|GRPO|DPO|PPO for language models|chain-of-thought|chain of thought|CoT|in-context learning|test-time compute|test-time scaling|prompt engineering|retrieval-augmented generation|RAG|verifiable reward|LLM-as-a-judge',
    shows:
      'post-training|pre-training|pretraining|supervised fine-tuning|SFT|tokenizer|tokenization|preference optimization|foundation model|scaling law|scaling laws|GPT|GLM|=Phi|MiniMax|OpenAI|Anthropic|xAI|Cohere|Moonshot|chatbot|chatbots|frontier model|frontier lab|AI lab|AI model|AI models|open weights|open-weight|transformer|transformers|optimizer|Muon|=Adam|AdamW|reasoning|mathematical reasoning|hallucination|reinforcement learning|reward model|rubric|embedding model|text embeddings|conversational AI',
    hints:
      'fine-tuning|finetuning|encoder|prompt|policy gradient|attention|parameters|perplexity|corpus|text generation|question answering|machine learning|deep learning|neural network|generalization|benchmark',
  },
  {
    id: 'architectures',
    names:
      'architectures|architecture|model architectures|neural architectures|hybrid architectures|hybrid|state-space models|SSM',
    means:
      'new architecture|novel architecture|model architecture|transformer architecture|architecture design|hybrid architecture|hybrid model|hybrid attention|hybrid-attention|state space model|state-space model|SSM|Mamba|Mamba-2|Mamba-3|RWKV|xLSTM|RetNet|Gated DeltaNet|DeltaNet|linear transformer|looped transformer|looped architecture|recurrent transformer|universal transformer|recursive transformer|hyper-connections|hyperconnections|diffusion language model|latent reasoning|recurrent depth|alternative to transformers|=Titans|test-time training layer|=Hyena|liquid neural network',
    shows:
      'looped|recurrent model|linear attention|residual connection|normalization layer|architecture|architectures|attention mechanism|optimizer',
    hints: 'backbone|layers|recurrence|decoder',
  },
  {
    id: 'mixture-of-experts',
    names: 'MoE|mixture of experts|mixture-of-experts|sparse models',
    means:
      'MoE|mixture of experts|mixture-of-experts|sparse MoE|expert routing|load balancing loss|active parameters|expert parallel|fine-grained experts|sparse expert',
    shows: 'experts|A3B|gating network',
    within: ['architectures'],
  },
  // Models that act
  {
    id: 'agents',
    names:
      'agents|agent|agentic|agentic AI|AI agents|agentic systems|LLM agents|multi-agent systems|tool use|coding agents|deep research',
    means:
      'agentic|AI agent|AI agents|LLM agent|LLM agents|language agent|autonomous agent|web agent|GUI agent|computer use|computer-use|coding agent|coding agents|software engineering agent|multi-agent|multi-agent system|deep research|research agent|agent memory|agent harness|agent benchmark|agent evaluation|agent framework|agent skills|agent trajectory|agent safety|tool use|tool calling|tool call|tool-use|function calling|tool-integrated|MCP|Model Context Protocol|A2A|subagent|subagents|SWE-bench|WebArena|OSWorld|Terminal-Bench|BrowseComp|=GAIA|Claude Code|Codex|OpenHands|OpenClaw|computer use agent|agent swarm|agentic workflow|agentic RL|AI scientist|AI scientists',
    shows:
      '=Cursor|agent|agents|tool|tools|long-horizon|orchestration|self-improving|self-improvement|self-evolving|recursive self-improvement|trajectory|trajectories|planner|memory system|long-term memory|world model|copilot|vibe coding|code generation|sandbox|workflow automation|scientific discovery|human-in-the-loop|assistant',
    hints: 'autonomous|planning|workflow|harness|skill|environment|memory',
  },
  // Models one can trust
  {
    id: 'responsible-ai',
    names: 'responsible AI|AI safety|AI ethics|trustworthy AI|AI governance|AI policy|ethics',
    means:
      'responsible AI|AI safety|trustworthy AI|AI governance|AI regulation|AI policy|AI Act|AI ethics|AI risk|AI auditing|model card|system card|safety evaluation|frontier safety|existential risk|AI liability|algorithmic fairness|AI-generated text|AI-text detection|AI-generated images|AI detection|deepfake|watermarking|copyright|unlearning|memorization|data contamination',
    shows:
      'fairness|bias|biases|privacy|transparency|accountability|misuse|regulation|regulator|lawsuit|watermark|harm|harms|peer review|AI slop|sycophancy|security|vulnerability|supply-chain',
    hints: 'trust|ethical|robustness|risk|audit|auditing',
  },
  {
    id: 'interpretability',
    names: 'interpretability|explainability|mechanistic interpretability|XAI',
    means:
      'interpretability|interpretable|explainability|explainable|mechanistic interpretability|sparse autoencoder|sparse autoencoders|=SAE|=SAEs|transcoder|circuit tracing|attribution graph|activation steering|steering vector|linear probe|probing|activation patching|causal tracing|logit lens|superposition hypothesis|monosemantic|polysemantic|induction head|feature attribution|saliency map|chain-of-thought faithfulness|CoT faithfulness|refusal direction|concept vectors',
    shows:
      'circuit|hidden state|internal representations|residual stream|feature visualization|neuron|neurons|faithfulness',
    within: ['responsible-ai'],
  },
  {
    id: 'alignment',
    names: 'alignment|AI alignment|safety|AI control|red teaming|safety alignment',
    means:
      'AI alignment|alignment faking|misalignment|emergent misalignment|safety alignment|value alignment|human values|constitutional AI|scalable oversight|reward hacking|specification gaming|jailbreak|jailbreaks|jailbreaking|prompt injection|red teaming|red-teaming|AI control|sandbagging|scheming|deceptive alignment|model deception|sycophancy|refusal|harmful requests|unsafe behavior|sabotage|evaluation awareness|backdoor attack|adversarial attack|guardrail|guardrails|corrigibility|power-seeking|control problem|model welfare',
    shows: 'alignment|safety|oversight|adversarial|harmful|toxicity|deception|aligned|unsafe',
    within: ['responsible-ai'],
  },
  // Models that see and hear
  {
    id: 'vision',
    names:
      'vision|vision models|computer vision|image models|visual models|image understanding|multimodal|multimodal models|vision-language|vision-language models|VLM|VLMs|MLLM',
    means:
      'computer vision|vision-language|vision language model|VLM|VLMs|MLLM|MLLMs|LMM|LMMs|multimodal|multi-modal|multimodal large language model|multimodal LLM|large multimodal model|visual question answering|VQA|image classification|object detection|semantic segmentation|image segmentation|instance segmentation|visual reasoning|visual grounding|visual perception|visual representation|visual encoder|visual tokenizer|visual tokenization|vision encoder|vision transformer|=ViT|=CLIP|image understanding|image recognition|image retrieval|OCR|document understanding|chart understanding|remote sensing|medical imaging|pose estimation|ImageNet|image-text|image dataset',
    shows: 'vision|visual|image|images|pixel|pixels|photo|scene understanding|segmentation|perception|camera',
  },
  {
    id: 'image-generation',
    names: 'image generation|text-to-image|image editing|diffusion models|generative vision',
    means:
      'image generation|step distillation|few-step distillation|few-step generation|consistency distillation|diffusion distillation|flow map distillation|score distillation|distribution matching distillation|guidance distillation|image compression|video compression|spatial compression|text-to-image|image editing|image synthesis|image model|diffusion transformer|latent diffusion|Stable Diffusion|=FLUX|Midjourney|DALL-E|=Imagen|Nano Banana|pixel diffusion|flow matching|rectified flow|image restoration|super-resolution|portrait animation|character animation|style transfer|avatar|inpainting|ControlNet|autoregressive image|unified multimodal|image tokenizer|image VAE|aesthetic|virtual try-on',
    shows:
      'diffusion model|diffusion models|diffusion|denoising|generative image|classifier-free guidance|VAE|rendering',
    within: ['vision'],
  },
  {
    id: 'video-generation',
    names: 'video|video models|video generation|video understanding|text-to-video',
    means:
      'video generation|text-to-video|image-to-video|video diffusion|video model|video models|video understanding|video editing|video world model|video reasoning|video question answering|video captioning|video-language|Sora|Veo 3|Kling|Runway Gen|Wan 2|long video|talking head|camera control|motion generation|video frames|streaming video',
    shows: 'video|videos|clips|animation|frame rate',
    within: ['vision'],
  },
  {
    id: 'audio',
    names: 'audio|audio models|speech|music|voice|text-to-speech|speech recognition|audio generation|sound',
    means:
      'text-to-speech|TTS|speech recognition|ASR|speech synthesis|speech model|speech language model|spoken language|spoken dialogue|voice cloning|voice agent|voice model|voice mode|audio generation|audio model|audio language model|audio understanding|audio-visual|music generation|text-to-music|sound generation|speaker verification|speech translation|Whisper|neural codec|speech codec|full-duplex',
    shows: 'audio|speech|music|voice|voices|sound|acoustic|song',
  },
  // Models of space, bodies and play
  {
    id: '3d',
    names:
      '3D mapping|3D|spatial reconstruction|3D reconstruction|3D vision|SLAM|spatial computing|3D generation|novel view synthesis|mapping',
    means:
      '3D mapping|3D reconstruction|spatial reconstruction|Gaussian splatting|3DGS|4DGS|NeRF|neural radiance field|radiance field|SLAM|point cloud|point clouds|depth estimation|monocular depth|structure from motion|multi-view stereo|novel view synthesis|view synthesis|3D generation|mesh generation|3D scene|3D asset|3D assets|occupancy prediction|camera pose|visual odometry|LiDAR|VGGT|DUSt3R|text-to-3D|image-to-3D|4D reconstruction|scene reconstruction|HD map|spatial mapping',
    shows: '3D|4D|geometry|spatial|reconstruction|scene|mesh|point map|novel view',
  },
  {
    id: 'robotics',
    names:
      'robotics|robots|robotics hardware|robot hardware|embodied AI|humanoid robots|autonomous driving|drones|robot learning',
    means:
      'robot|robots|robotic|robotics|humanoid|humanoids|embodied AI|embodied agent|embodied|manipulation policy|dexterous manipulation|robot manipulation|robotic manipulation|vision-language-action|VLA|VLAs|locomotion|quadruped|teleoperation|sim-to-real|sim2real|gripper|robot arm|autonomous driving|self-driving|driverless|robotaxi|FSD|Waymo|drone|drones|UAV|end-to-end driving|motion planning|vision-language navigation|visual navigation|continuous control|Unitree|Boston Dynamics|imitation learning policy',
    shows:
      'actuator|vehicle|driver|navigation|physical AI|physical world|driving|end effector|proprioception',
  },
  {
    id: 'games',
    names: 'games|game benchmarks|video games|game playing|game AI|gaming',
    means:
      'game benchmark|game benchmarks|video game|video games|game playing|game-playing|game agent|board game|board games|chess|Go game|poker|Minecraft|Pokemon|Pokémon|Atari|StarCraft|Dota|Diplomacy game|Werewolf game|game environment|text adventure|NetHack|Balatro|gameplay|game engine|game world|text-based games|card game|esports',
    shows: 'game|games|player|players',
  },
  // Other subjects readers follow
  {
    id: 'reinforcement-learning',
    names: 'reinforcement learning|RL|RLHF|RLVR|deep RL',
    means:
      'reinforcement learning|RLHF|RLVR|GRPO|PPO|policy optimization|policy gradient|actor-critic|Q-learning|offline RL|reward model|reward modeling|reward shaping|verifiable rewards|value function|off-policy|on-policy|agentic RL|credit assignment|self-play',
    shows: 'reward|rewards|policy|rollout|rollouts|exploration|advantage estimation|RL',
  },
  {
    id: 'evaluation',
    names: 'evaluation|benchmarks|evals|model evaluation',
    means:
      'benchmark|benchmarks|evaluation|leaderboard|evals|LLM-as-a-judge|human evaluation|test set contamination|arena ranking|evaluation framework|evaluation suite',
    shows: 'evaluate|evaluating|metric|annotators',
  },
  {
    id: 'retrieval',
    names: 'retrieval|RAG|search|information retrieval|embeddings|vector search',
    means:
      'retrieval-augmented|retrieval augmented generation|RAG|dense retrieval|embedding model|vector search|vector database|reranking|reranker|information retrieval|semantic search|generative retrieval|hybrid search|ColBERT|BM25|late interaction',
    shows: 'retrieval|retriever|embedding|embeddings|index',
  },
  {
    id: 'science',
    names:
      'AI for science|science|scientific AI|biology|medicine|healthcare|AI in healthcare|chemistry|materials|climate',
    means:
      'AI for science|protein design|protein structure|AlphaFold|drug discovery|molecule|molecular|genomics|single-cell|materials discovery|crystal structure|weather forecasting|climate model|clinical|medical|patient|pathology|histology|biology|biomedical|health records|scientific discovery|theorem proving|formal mathematics|physics simulation|neural operator|PDE',
    shows: 'scientific|science|disease|chemistry|physics|mathematics|healthcare',
  },
  {
    id: 'medicine',
    names:
      'medical AI|AI in medicine|medicine|healthcare|AI in healthcare|health AI|clinical AI|digital health|medical imaging|radiology|diagnosis|medical devices',
    means:
      'medical AI|clinical|clinical trial|patient|patients|radiology|radiologist|pathology|histology|mammogram|mammography|diagnosis|diagnose|diagnostic|tumour|tumor|cancer|hospital|hospitals|clinician|clinicians|physician|physicians|medical imaging|health records|triage|sepsis|MRI|biopsy|medical device|medical devices|medical exam|dermatology|ophthalmology',
    shows: 'medical|health|healthcare|disease|doctors|nurses|clinic|clinics|symptoms|treatment',
  },
  {
    id: 'business',
    names: 'AI business|AI industry|industry|startups|funding|business|enterprise AI|AI economy|markets',
    means:
      'funding round|Series A|Series B|Series C|raises|raised|valuation|acquisition|acquires|acquired|IPO|revenue|annualized revenue|ARR|enterprise adoption|startup|layoffs|partnership|venture capital|capex|earnings|go-to-market|market share|stake|million round|billion round|seed round|funding|shares fall|shares rise|shares fell|shares rose|merger|takeover',
    shows:
      'billion|million|round|start-up|shares|stock|outlook|buys|bought|hires|hire|sales|chief executive|undisclosed|disclosed|investors|customers|deal|enterprise|CEO|pricing|hiring|adoption',
  },
  {
    id: 'open-source',
    names: 'open source|open models|open-weight models|open-source AI|local models|local LLMs',
    means:
      'open source|open-source|open-sourced|open weights|open-weight|open model|Apache 2.0|MIT license|model weights|GGUF|llama.cpp|Ollama|LM Studio|LocalLLaMA|self-hosted|local model|run locally|running locally',
    shows: 'GitHub|Hugging Face|release|released|community|repository',
  },
  {
    id: 'code',
    names: 'code generation|coding|AI coding|code models|programming|software engineering|developer tools',
    means:
      'code generation|code model|coding agent|coding assistant|program synthesis|software engineering|SWE-bench|code review|code completion|Claude Code|Codex|=Cursor|GitHub Copilot|vibe coding|LiveCodeBench|HumanEval|unit tests|compiler',
    shows: 'code|coding|developer|developers|programming|repository|IDE|bug|bugs',
  },
  {
    id: 'data',
    names: 'data|datasets|training data|synthetic data|data curation',
    means:
      'training data|synthetic data|data curation|data mixture|data filtering|data selection|dataset|datasets|pre-training corpus|data augmentation|deduplication|data quality|web crawl|annotation',
    shows: 'corpus|samples|tokens of data|labels',
  },
]

/** Everyday or foreign uses of the words above: they take their words and give nothing. */
export const NOT_MEANT =
  'sample efficient|sample-efficiency|data efficient|data-efficient|cost efficient|vehicle routing|packet routing|network routing|Wi-Fi router|router firmware|Linux kernel|kernel method|kernel regression|kernel density|kernel trick|kernel function|free speech|hate speech|freedom of speech|real estate agent|travel agent|user agent|docker image|container image|disk image|brand image|sequence alignment|secret agent|student loan|students|language learning|chess piece|game changer|game-changer|game-changing|game theory|game plan|big picture|social security|homeland security|national security|power of attorney|policy makers|reward points|teacher union|school teacher|music to|voice concerns|voiced|sound familiar|sounds like|video below|watch the video|image credit|image courtesy'
