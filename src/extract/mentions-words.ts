import type { EntityType } from '#domain'

const words = (list: string) => new Set(list.trim().split(/\s+/))

/** Words that stand near a name of this type and make an everyday word that name. */
export const CUES: Partial<Record<EntityType, ReadonlySet<string>>> = {
  company:
    words(`launches launched launch launching releases released release releasing announces announced announce announcing unveils
    unveiled introduces introduced introducing raises raised raising ships shipped shipping acquires acquired buys bought invests invested
    partners partnered published hires hired opens opened plans sells sold ceo cto cfo founder founders cofounder co-founder startup company companies firm maker ai labs inc corp llm llms model
    models api chip chips gpu gpus cloud researchers engineers employees valuation funding revenue investors open-sources open-sourced
    said spokesperson chief platform openai google anthropic nvidia microsoft users customers agent agents team teams robot robots`),
  lab: words(
    `lab labs researchers professor university team institute paper papers study scientists model models benchmark released university's ai`,
  ),
  model:
    words(`model models llm llms api weights checkpoint benchmark benchmarks tokens token parameters prompt prompts inference released release
    releases reasoning coding context version preview open-weight outperforms beats scores scored score generation video image voice language
    chatbot ai fine-tuned finetuned quantized quants local vs variants users 7b 13b 70b 34b 8b open-source`),
  product:
    words(`app tool tools agent agents cli ide editor sdk library framework api plugin browser assistant users version open-source code coding
    software developers released launches launched built language kernel kernels programming written platform feature extension install`),
  person: words(
    `ceo founder professor researcher said argued wrote tweeted posted dr prof mr ms president chief interview`,
  ),
  hardware: words(
    `gpu gpus chip chips accelerator rack server servers memory training inference hbm robot robots cluster supercomputer tpu tpus`,
  ),
  publication: words(
    `published newspaper magazine reported reports journal article paper newsletter podcast blog interview story editor post `,
  ),
  benchmark: words(
    `benchmark benchmarks score scores scored scoring eval evals evaluation leaderboard points test accuracy sota results outperforms beats dataset %`,
  ),
  dataset: words(`dataset datasets corpus trained training data benchmark samples examples tokens`),
  event: words(
    `conference workshop accepted paper papers proceedings keynote talk summit presented annual meeting `,
  ),
  government: words(
    `government minister country officials law regulators president congress agency u.s. bill committee commission court regulator ministry`,
  ),
  method: words(`training attention algorithm loss model models method optimizer learning`),
}

/** Kinds of organisation by the word that closes the name, or opens it ("University of X"). */
export const ORGANISATION_WORDS: ReadonlyMap<string, EntityType> = new Map(
  (
    [
      [
        'lab',
        `University Institute College Center Centre Office Laboratory Laboratories Lab Labs Academy School Universities Polytechnic Faculty Hospital Museum Observatory Observatories Clinic Institution Università Université Universität Universidad Hochschule École Ecole`,
      ],
      [
        'company',
        `Inc Corp Corporation Company Ltd LLC GmbH Technologies Systems Software Robotics Ventures Capital Partners Bank Studios Studio Motors
        Industries Electronics Semiconductor Foundry Photonics Therapeutics Biosciences Genomics Dynamics Aerospace Holdings Pharmaceuticals Airlines Records Pictures Entertainment Press Publishing Group AI Energy Networks Association Society
        Foundation Organization Organisation Federation Consortium Alliance Movement Museum Guild Trust Networks Theatre Club`,
      ],
      [
        'government',
        `Ministry Department Agency Commission Parliament Senate Bureau Court Administration Directorate Council Committee Army Navy Force Police Treasury Act Township County Province Prefecture`,
      ],
      [
        'event',
        `Conference Conferences Symposium Workshop Workshops Summit Congress Proceedings Olympiad Award Awards Prize Medal Challenge Cup Festival Championship Forum Competition Hackathon Fair Expo`,
      ],
      [
        'publication',
        `Journal Magazine Times Post News Weekly Review Newsletter Podcast Tribune Gazette Chronicle Herald Daily Transactions Letters`,
      ],
      ['benchmark', `Bench Benchmark Leaderboard Exam Eval Arena Index`],
      ['dataset', `Dataset Corpus Treebank Database Ontology Archive`],
      [
        'method',
        `Attention Training Optimization Optimizer Distillation Decoding Algorithm Transformer Network Networks Model Learning Regression Classifier
        Function Filter Transform Sampling Principle Loss Embedding Framework Search Policy Analysis Machine Descent Layer Pruning Routing Prefill Quantization Tuning`,
      ],
      [
        'product',
        `Studio Platform App Assistant Agent Code Cloud Chat Desktop SDK API CLI Browser Toolkit Robot Robots Engine Editor Suite Translate`,
      ],
    ] as const
  ).flatMap(([type, list]) => [...words(list)].map((word) => [word, type] as const)),
)

/** Lower-case nouns that close a technical term ("gradient clipping method"), with what such a term is. */
export const TERM_HEADS: ReadonlyMap<string, EntityType> = new Map(
  (
    [
      [
        'method',
        `algorithm algorithms network networks classifier classifiers regression classifier transform filter filtering decoding quantization attention optimizer distillation
        autoencoder encoder estimator estimation sampling clustering descent perceptron embedding embeddings heuristic factorization decomposition interpolation
        kernel kernels transformer transformers prefill backpropagation pooling regularization theorem inference convolution machine machines automaton automata grammar
        grammars function functions model models search method methods technique
        operator pruning divergence boosting bagging hashing annealing dropout forests bandits tokenization normalization`,
      ],
      [
        'topic',
        `recognition detection segmentation classification translation recommendation synthesis retrieval processing analysis mining learning vision generation
        reconstruction tracking prediction forecasting summarization understanding parsing tagging answering planning extraction reasoning navigation identification diarization
        theory engineering science sciences compression verification disambiguation resolution matching modeling modelling alignment linguistics interaction statistics graphics captioning inpainting localization`,
      ],
      [
        'benchmark',
        `error entropy precision recall accuracy divergence likelihood score rate distance metric metrics coefficient loss variance similarity`,
      ],
      [
        'product',
        `robot robots software toolkit engine chatbot assistant library database language programming`,
      ],
      ['dataset', `dataset datasets corpus treebank`],
    ] as const
  ).flatMap(([type, list]) => [...words(list)].map((word) => [word, type] as const)),
)

/** Heads that an inventor's or a maker's name before them makes a name of: "Kuwahara filter", "EuroStatutes corpus". */
export const EPONYM_HEADS: ReadonlyMap<string, EntityType> = new Map(
  (
    [
      [
        'method',
        `filter operator map algorithm theorem transform test kernel process machine classifier estimator distribution inequality network networks
        equation rule method criterion framework lemma decomposition prior`,
      ],
      ['benchmark', `distance divergence coefficient score metric index entropy`],
      ['dataset', `corpus treebank dataset`],
      ['hardware', `supercomputer`],
      ['event', `prize medal award lecture`],
    ] as const
  ).flatMap(([type, list]) => [...words(list)].map((word) => [word, type] as const)),
)

/** Words that do not make a head noun a term: "new algorithm", "many models". */
export const PLAIN_MODIFIERS: ReadonlySet<string> =
  words(`new novel large larger largest small smaller smallest big bigger many several various different other such first second third last next
  same simple complex general specific particular certain common popular typical standard basic main major minor good better best great high higher highest low lower
  lowest fast faster fastest slow efficient effective powerful strong weak full whole entire own early earlier late later recent current previous former modern
  existing available possible proposed given following above another every single individual separate additional further real true false actual original
  important significant useful successful old older young open free public private human natural key core top leading well fully highly extremely less least
  two three four five six seven eight nine ten hundred thousand million billion including include includes based using used use uses called known named e.g i.e
  example examples part parts number set kind type form way case result results work works time times year years day days people
  proprietary internal external final overall total average local global state art state-of-the-art one's research researchers company companies
  popularized underlying related relevant corresponding respective resulting appropriate suitable optimal better-known well-known so-called
  train trained training run running runs build building built make making makes made get getting give gives giving show shows showing improve improves
  improving allow allows require requires provide provides enable enables achieve achieves apply applies applying perform performs performing
  performed develop develops developing developed create creates creating created find finds finding found take takes taking help helps helping
  let lets learn learns see sees think want try put keep keeps become becomes define defined defines describe described compute computes computing
  measure measured minimize maximize implement implements implemented compare compared combine combines evaluate evaluates solve solves solving
  support supports release releases released launch launched say says said call calls calling been being had did does doing done
  without within via per versus vs than then thus hence therefore however although though because since unless until whereas whether
  among amongst across along around before after during despite beyond besides between toward towards throughout upon onto off out up down over under again
  also even still yet already just only ever never always often sometimes usually generally typically especially particularly mainly mostly largely nearly almost about
  quite rather very too much more most some any all each both either neither no none few little enough lot lots`)

/** Given names common enough that a capitalised word after one is a family name. */
export const GIVEN_NAMES: ReadonlySet<string> =
  words(`Aaron Abigail Abraham Ada Adam Adrian Ahmed Aidan Ajeya Akash Alan Albert Alec Alejandro Alessandro Alex Alexander Alexandr Alexandra Alexandre
  Alexei Alfred Ali Alice Alison Allan Allen Alonzo Amanda Amar Amber Amit Amjad Amos Amy Ana Anastasia Anders Andre André Andrea Andreas Andrei Andrej Andrew Andrey Andy Angela Anil Anita
  Anka Ankit Ann Anna Anne Annie Anthony Antoine Anton Antonio Anuj Aravind Arjun Arnaud Art Arthur Arvind Arun Ashish Ashley Audrey Austin Barbara Barret Barry Bart Becky Ben Benedict Benjamin
  Bernard Bernhard Bert Beth Betty Bill Billy Bob Boris Brad Bradley Brandon Brendan Brent Brett Brian Brigitte Bruce Bruno Bryan Burt Caleb Cameron Carl Carla Carlos Carol Caroline Casey Catherine
  Cedric Charles Charlie Charlotte Chelsea Chen Chris Christian Christina Christine Christof Christoph Christophe Christopher Chuck Cindy Claire Clara Claudia Claus Clay Clement Clément Colin Connor
  Craig Cristina Curtis Cynthia Dale Damien Dan Dana Daniel Daniela Danny Dario Darren Dave David Dawn Dean Deborah Debra Demis Denis Dennis Derek Diana Diane Diego Dimitri Dirk Dmitri
  Dmitry Don Donald Donna Dorothy Doug Douglas Duncan Dustin Dylan Eddie Edgar Eduardo Edward Edwin Elaine Eli Elias Elizabeth Ellen Elliot Elon Emily Emma Emmanuel Enrique Eric Erica Erik Ernest
  Ernst Ethan Eugene Eva Evan Eve Fabian Fabrice Federico Fei-Fei Felipe Felix Fernando Florian Frances Francesco Francis Francisco Franck Frank Franz Fred Frederick Frederik Friedrich Gabriel
  Gareth Garry Gary Gavin Geoff Geoffrey Georg George Georgi Gerald Gerard Gerd Gergely Gian Giles Gilbert Giovanni Glenn Gordon Grace Graham Greg Gregory Guido Guillaume Guillermo Gunnar Gustav
  Guy Hal Hamid Hannah Hans Hao Harald Harold Harrison Harry Heather Hector Heidi Heiko Helen Helmut Henri Henrik Henry Herbert Herman Hermann Hideo Hiroshi Holger Howard Hubert Hugh Hugo Ian
  Igor Ilya Ingrid Ion Irene Isaac Isabel Isabelle Ivan Jack Jackie Jacob Jacques Jaime Jakob Jakub James Jamie Jan Jane Janet Jared Jason Javier Jay Jayant Jean Jeff Jeffrey Jennifer Jenny Jens
  Jensen Jeremy Jerome Jerry Jess Jesse Jessica Jesus Jill Jim Jimmy Jin Jing Joan Joanna Joanne Jochen Joe Joel Joelle Johan Johann Johannes John Johnny Jon Jonas Jonathan Jordan Jorge Jose José Josef
  Joseph Josh Joshua Joy Joyce Juan Judea Judith Judy Julia Julian Julie Julien Juliette June Jürgen Justin Kai Kai-Fu Karen Karim Karin Karl Karthik Kate Katherine Kathryn Kathy Katie Kazuo
  Keith Kelly Ken Kenneth Kenji Kevin Kim Kirk Klaus Koray Kristen Kristian Kurt Kyle Lance Larry Lars Laura Lauren Laurent Lawrence Lee Leo Leon Leonard Leonardo Leopold Leslie Lester Lewis Li
  Liam Lilian Lily Linda Linus Lisa Liz Logan Lorenzo Louis Louise Luc Luca Lucas Lucy Luis Luke Lydia Lynn Madeleine Manuel Marc Marcel Marcin Marco Marcus Margaret Maria Marie Mario Mark Markus
  Marlon Martha Martin Marvin Mary Masayoshi Massimo Mathieu Matt Matteo Matthew Matthias Maurice Max Maxim Maxime Megan Mehdi Mei Melanie Melissa Merve Mia Michael Michel Michele Michelle Miguel Mike
  Mikhail Milan Ming Minh Mira Miranda Mitchell Mohamed Mohammad Mohammed Molly Monica Morgan Moritz Murray Mustafa Nadia Nancy Naomi Nat Natalia Natalie Nathan Nathaniel Naveen Neal Neel Neil
  Nicholas Nick Nicola Nicolas Nicole Niels Nigel Nikita Nikolai Nikola Nina Noah Noam Noel Nora Norbert Norman Olaf Oleg Olga Oliver Olivia Olivier Omar Oren Oriol Oscar Otto Pablo Palmer Pamela Pascal Pat
  Patricia Patrick Paul Paula Paulo Pavel Pedro Peng Penny Percy Per Pete Peter Phil Philip Philipp Philippe Phillip Pierre Pieter Piotr Pranav Quentin Quoc Rachel Rafael Rahul Raj Rajesh Ralf Ralph Ramesh
  Randall Randy Raphael Rasmus Ravi Ray Raymond Rebecca Regina Reid Reinhard Rene René Ricardo Riccardo Rich Richard Rick Rita Rob Robert Roberto Robin Rod Rodney Rodrigo Roger Rohan Roland Rolf Roman
  Ron Ronald Rory Rosalind Rose Ross Roy Ruben Rudolf Rupert Russ Russell Ruth Ryan Saining Sally Salvatore Sam Samantha Samuel Sandeep Sandra Sanjay Santiago Sara Sarah Sasha Satya Sayash Scott
  Sean Sebastian Sébastien Sepp Serena Serge Sergei Sergey Seth Seymour Shane Shannon Sharon Shawn Sheila Shelly Sheryl Shlomo Simon Simone Sofia Sonia Sophia Sophie Srinivas Stacy Stan Stanislav Stanley
  Stefan Stefano Steffen Stella Stephan Stephanie Stephen Steve Steven Stewart Stuart Sue Sundar Sunil Susan Suzanne Sven Sylvain Sylvia Takeo Tanya Tara Ted Terence Teresa Terrence Terry Thea Theo
  Theodore Theresa Thibault Thomas Tiffany Tim Timothy Tina Tobias Todd Tom Tomas Tommaso Tommy Toni Tony Tracy Tri Tristan Trevor Tyler Ulrich Umberto Ursula Usama Valerie Vanessa Victor Victoria Vijay Vikram Vincent
  Vinod Virginia Vitaly Vladimir Volker Wally Walter Wanda Warren Wayne Wei Wendy Werner Will William Willie Winston Wojciech Wolfgang Xavier Xiao Yan Yang Yann Yi Ying Yoshua Yu Yuri Yves Zach Zachary Zhang Zoe Zoubin
  Aisha Akira Aleksandr Aleksei Alessandra Alexandros Alfonso Alina Alvaro Amara Amelia Amina Amira Amrita Anatoly Andrés Aneta Angus Anika Anish Annika Annette Antje Anya Aoife Ariana Arne
  Artem Asger Astrid Atsushi Ayelet Ayşe Ayumi Bartosz Beatrice Beatriz Bernadette Birgit Björn Bjarne Bogdan Branislav Camila Camille Carina Carmen Carolina Caterina Cecilia Chandra
  Chiamaka Chiara Chidi Chinedu Claudio Cormac Cornelia Cristian Dagmar Damian Daria Darko Deepa Deepak Dieter Dimitris Dina Divya Dmytro Dominik Dorota Dragan Eero Eiji Eirik Ekaterina Elif
  Eleni Elina Emeka Emil Emilia Emilie Emre Erika Esra Eszter Eugenia Ewa Fabio Fabrizio Farah Farid Fatima Fatma Federica Fernanda Femke Filip Fiona Francesca Franco Franziska Gabriela
  Gaurav Gemma Gerhard Giorgio Giulia Giuseppe Greta Gustavo Halima Hamza Hana Hannes Hassan Heike Helga Hideki Hiro Hiroko Ibrahim Ida Ifeoma Ignacio Ilaria Ines Inga Ingo Irma Isabella
  Ismail Ivana Iveta Jaana Jana Jarmo Jasmin Jasmine Jelena Jiří Joana João Joaquin Johanna Josip Juha Jukka Junichi Jure Kamala Kamil Kareem Karolina Katarina Katja Katrin Kavita Kazuki
  Keiko Kenta Khalid Kirsten Kofi Kristina Krzysztof Kwame Lakshmi Lamar Latif Leila Lena Lidia Lina Liv Ljubica Lotte Lucia Luciano Ludmila Ludwig Luigi Luisa Lukas Łukasz Maja Malik
  Manfred Manish Manuela Marek Margarita Mariana Marina Marija Marit Marko Marlene Marta Martina Masahiro Mateusz Mathilde Mats Maurizio Mehmet Meera Mette Michał Mikael Mikko Milica Miloš
  Mina Miriam Mirjam Muhammad Nadine Nanami Naoki Natasha Neha Nils Nikhil Nobuko Noor Nour Nuno Oddvar Olav Olena Olumide Oluwaseun Orhan Oskar Osman Øystein Paloma Paolo Patrizia Pavle
  Pekka Petra Philippa Pia Pilar Pooja Prakash Pratik Priya Priyanka Qing Ragnar Rahel Raimund Rajiv Ramon Rana Rania Rashid Raúl Rebekka Renata Riku Rohit Rosa Rosanna Roxana Roza Ryo Ryota
  Saanvi Sabine Sachin Saeed Salma Samir Sanja Sanne Satoshi Sergio Shinji Shreya Sigrid Sigurd Silvia Siobhan Slavko Solveig Sonja Soren Søren Stanisław Stine Sunita Susanne Svetlana
  Tadeusz Takashi Takeshi Tamar Tamara Tanja Tariq Tatiana Tatsuya Tereza Thandiwe Thiago Thorsten Tiina Timo Tomasz Tomáš Tove Trine Turid Ulla Ulrike Umar Uros Uwe Valentina Valeria Vanja
  Vera Verena Veronica Vesna Viktor Viktoria Vincenzo Violeta Vivek Wiebke Wilhelm Xenia Yael Yannick Yara Yasmin Yasuhiro Yolanda Yosef Yousef Youssef Yuki Yuko Yumi Yusuf Yvonne Zainab
  Zara Zeynep Zofia Zoltán Zsófia`)

/** Words beside which a capitalised pair of words is a person. */
export const PERSON_BEFORE: ReadonlySet<string> =
  words(`by ceo founder co-founder cofounder professor prof dr mr mrs ms president author researcher researchers scientist chairman director inventor mathematician physicist
  engineer investor journalist philosopher actor actress psychologist linguist economist pioneer colleague student minister senator secretary analyst host chief cto cfo
  starring starred pioneers authors scientists roboticist sir judge justice governor mayor general chancellor premier congressman congresswoman pope king queen`)
export const PERSON_AFTER: ReadonlySet<string> =
  words(`said says argued argues wrote writes noted notes told tweeted posted believes explained explains thinks added adds claimed
  proposed invented joined left developed introduced published founded received coined explain argue`)

/** Capitalised words that open sentences and titles without naming anything. */
export const OPENERS: ReadonlySet<string> =
  words(`The A An In On At For But And However While When As If Our Their To By With From There Here Both Each Some Such Now Then So Yet Or Not It Its
  He She They We You I This That These Those Most Many More Several Other Another All Any No None One Two Three Four Five Six Seven Eight Nine Ten First Second Third Finally Also Additionally Moreover Furthermore
  Although Though Because Since After Before During Despite Unlike Like Under Over Between Among Within Without Through Using Based Given According Recent Recently Today Yesterday Tomorrow Meanwhile Instead Indeed
  Thus Hence Therefore Still Even Just Only Often Sometimes Usually Typically Generally Perhaps Maybe What Why How Who Where Which Whether Is Are Was Were Be Been Do Does Did Can Could May Might Will
  Would Should Must Have Has Had Let New Key Highlights Notable Notably Discussion Discussions Users User Researchers Community Developers Others People Early Later Next Last Previous Current Overall Other
  Example Examples Figure Table Section See Note Consider Suppose Assume Show Shows Read More Get Add Make Use Try Build Run Why's Updates Update Introducing Announcing Launching Releases Released Launches Source Sources Link Links
  Paper Wiki Tier Research Models Model Systems Performance Training Inference Data Results Benchmarks Advances Innovations Techniques Methods Work Works Learning Applications Further Rather Once Until Up Down Out Off Yes
  January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Q1 Q2 Q3 Q4
  American European British German French Italian Spanish Dutch Swedish Swiss Russian Chinese Japanese Korean Indian Canadian Australian Israeli African Asian English Western Eastern Iranian Ukrainian Polish Turkish Arab Muslim Jewish Christian Democrats Democrat Democratic Republicans Republican
  Technical Industry Image Open Free Good Best Great Big Small Large High Low Full Same Different Various Multiple Additional Important Interesting Separately Alongside Together Together's Memory Agents Agent Tools Code Coding`)

/** Short forms that name nothing the reader follows. */
export const PLAIN_ACRONYMS: ReadonlySet<string> =
  words(`CEO CTO CFO COO VP HR PR TV PC OK AM PM UTC PT ET EST PST GMT USD EUR FAQ FYI TLDR DIY ID IDs URL URLs PDF CSV QA ASAP II III IV VI VII
  VIII IX XX MB GB TB KB GHz MHz KM CM MM PhD Ph PhDs MSc BSc MBA DJ UK's AGI'S WIP RT DM DMs IMO TBD NA N/A vs X A I O S T U V W E F G H J K L M N P Q R Y Z B C D TL DR TL;DR SOTA SoTA OSS U.S U.K U.N UPDATE NEW BREAKING NOT AND THE
  MoM YoY P.S ETA MVP UX UI KPI ROI`)

/** Words that tell the members of one model family apart. */
export const MODEL_VARIANTS: ReadonlySet<string> =
  words(`pro max mini flash lite ultra turbo instruct thinking preview codex coder fast high low medium large small tiny xl vl omni nano micro
  air plus base chat reasoning reasoner vision super image audio realtime heavy spark distill distilled next edge math it fp8 gguf awq mlx deep think exp speciale
  latest opus sonnet haiku embedding embed reranker voice tts asr ocr research instant`)

/** Nouns that say of the name beside them what it is. */
export const TYPE_NOUNS: ReadonlyMap<string, EntityType> = new Map(
  (
    [
      [
        'company',
        `startup start-up company firm maker vendor subsidiary investor insurer bank retailer carmaker chipmaker manufacturer platform`,
      ],
      ['lab', `university institute lab laboratory college school department`],
      ['model', `model models llm checkpoint weights`],
      ['benchmark', `benchmark leaderboard eval metric metrics measure`],
      ['dataset', `dataset datasets corpus`],
      ['paper', `paper preprint book novel essay report`],
      ['method', `algorithm method technique optimizer loss architecture layer`],
      [
        'product',
        `app tool library framework package software system robot browser editor agent plugin language compiler film movie game series project`,
      ],
      ['hardware', `chip gpu accelerator processor cpu phone headset console`],
      ['publication', `newsletter magazine newspaper journal podcast blog`],
      ['government', `city province county village island capital minister ministry`],
      ['event', `conference workshop summit symposium award prize competition festival`],
      [
        'person',
        `researcher professor physicist mathematician founder author inventor actor director colleague scientist`,
      ],
    ] as const
  ).flatMap(([type, list]) => [...words(list)].map((word) => [word, type] as const)),
)

/** Small words that may stand inside a name. */
export const CONNECTORS: ReadonlySet<string> = words(
  `of for on in and to at the & de des für van von der den del della di da la le du bin al y`,
)

/** Small words inside the names of people. */
export const PARTICLES: ReadonlySet<string> = words(`van von der den de del della di da la le du bin al`)

/** Heads that make a term of what they close even where it stands once; with any other head a term must recur. */
export const STRONG_HEADS: ReadonlySet<string> =
  words(`algorithm algorithms classifier classifiers theorem estimator estimators autoencoder transformer transformers regression network networks robot robots
  recognition segmentation translation detection diarization disambiguation entropy learning processing synthesis mining loss error pruning divergence boosting
  bagging annealing factorization captioning inpainting localization tagging parsing operator`)

/** What people do and organisations hardly: it makes a person of a single capital. */
export const HUMAN_DEEDS: ReadonlySet<string> =
  words(`said says argued argues wrote writes told tweeted believed believes thinks thought explained explains recalled invented coined discovered died born
  received studied graduated taught lectured resigned began met formulated conjectured proved explain argue`)
