"""The English words of reporting, as tables; each line of verbs gives all forms that news uses."""

from __future__ import annotations

from .lexicon import Lexicon, words

# "She said the bridge was closed": a clause may follow at once.
SAY = words("""
    said says say stated states claimed claims claim insisted insists insist argued argues argue
    added adds add admitted admits admit acknowledged acknowledges acknowledge alleged alleges allege
    warned warns warn estimated estimates estimate recalled recalls recall conceded concedes
    suggested suggests declared declares predicted predicts maintained maintains quipped joked
    remarked remarks explained explains explain complained complains complain stressed stresses
    emphasized emphasised emphasizes emphasises noted notes note reported reports report
    testified testifies testify confirmed confirms confirm announced announces announce
    tweeted tweets tweet wrote writes write posted posts concluded concludes contended contends
    asserted asserts assert cautioned cautions reiterated reiterates pointed observed
    revealed reveals disclosed discloses promised promises promise vowed vows vow pledged pledges pledge
    swore mused lamented boasted countered counters replied replies reply responded responds
    answered answers shouted yelled whispered exclaimed snapped cried commented comments told tells tell
    continued continues asked asks ask wondered urged urges urge demanded demands demand
    denied denies deny accused agreed repeated speculated ruled recommended recommends proposed proposes
    protested protests hinted hints implied read reads recounted related signalled signaled
    texted blogged retorted rejoined interjected offered began chimed opined described
    summed joking elaborated clarified assured assures briefed informed informs notified reminded
    threatened threatens tweeting theorized chanted screamed bellowed sneered gushed fumed raged moaned
    sighed pleaded
""")
# Only with "that" or a quotation, never with a bare clause: too many other uses.
REPORT = words("""
    pointed agreed continued asked asks ask wondered replied replies reply responded responds answered
    answers urged urges urge demanded demands demand recommended recommends repeated ruled speculated
    protested protests read reads recounted related began offered described commented comments
    countered counters shouted yelled whispered exclaimed snapped cried quipped joked boasted lamented mused
    accused tweeted tweets tweet posted posts wrote writes write texted blogged signalled signaled
    observed remarked remarks chimed opined retorted rejoined interjected told tells tell summed elaborated
    clarified assured assures briefed informed informs notified reminded proposed proposes hinted hints
    implied declared declares concluded concludes revealed reveals disclosed discloses confirmed confirms
    confirm announced announces announce stressed stresses emphasized emphasised emphasizes emphasises
    reported reports report denied denies deny threatened threatens theorized promised promises promise
    vowed vows vow pledged pledges pledge explained explains explain complained complains complain
    reiterated reiterates recalled recalls recall testified testifies testify noted notes note states
    chanted screamed bellowed sneered gushed fumed raged moaned sighed pleaded
""")
# Speech told by its object: "called for an inquiry", "denied the report". The words that must follow;
# () means any object.
ACT = {
    "called": ("for", "on", "upon"),
    "calls": ("for", "on", "upon"),
    "urged": (),
    "urges": (),
    "denied": (),
    "denies": (),
    "confirmed": (),
    "confirms": (),
    "announced": (),
    "announces": (),
    "demanded": (),
    "demands": (),
    "promised": (),
    "promises": (),
    "vowed": (),
    "vows": (),
    "pledged": (),
    "pledges": (),
    "threatened": (),
    "threatens": (),
    "warned": ("of", "against", "about"),
    "warns": ("of", "against", "about"),
    "accused": (),
    "accuses": (),
    "blamed": (),
    "blames": (),
    "condemned": (),
    "condemns": (),
    "criticized": (),
    "criticised": (),
    "praised": (),
    "welcomed": (),
    "denounced": (),
    "echoed": (),
    "apologized": ("for",),
    "apologised": ("for",),
    "complained": ("of", "about"),
    "dismissed": ("claims", "reports", "allegations", "suggestions", "the", "as"),
    "reiterated": (),
    "stressed": (),
    "emphasized": (),
    "emphasised": (),
    "described": (),
    "hailed": (),
    "rejected": ("claims", "reports", "allegations", "suggestions", "accusations", "the"),
    "acknowledged": (),
    "admitted": (),
}
TELL = words("told tells tell informed informs assured assures reminded notified warned urged briefed")
PARTICIPLE = words("""
    adding saying warning claiming noting stating arguing insisting stressing explaining alleging telling
    acknowledging admitting announcing confirming denying asserting emphasizing emphasising citing writing
    declaring suggesting promising vowing pledging tweeting posting maintaining
""") - {"citing"}
DOUBTFUL = words("""
    claims claim reports report notes note states comments tweets tweet posts demands demand promises promise
    estimates estimate answers reply replies counters reads read asks protests vows pledge pledges hints
    began offered related continued describes ruled observed recommends charge charges asserts remarks
    repeated recalled maintained pointed concluded signaled signalled agreed revealed
""")
QUOTING = words("""
    began offered continued related described asked asks ask wondered snapped shouted cried chimed countered read
    reads accused threatened urged urges chanted screamed bellowed sneered gushed fumed raged moaned
    sighed pleaded
""")
DENY = words("denied denies deny denying")
POST = words("""
    wrote writes write posted posts post tweeted announced said says confirmed claimed shared published stated
    declared added commented writing posting
""")
PLATFORMS = words("""
    telegram x twitter facebook instagram youtube whatsapp tiktok mastodon bluesky threads linkedin weibo wechat
    reddit snapchat vkontakte vk viber substack medium
""") | {"truth social"}
THAT = words("that how why whether if")
PRONOUNS = {
    "he": "he",
    "she": "she",
    "they": "they",
    "it": "it",
    "i": "i",
    "we": "we",
}
HELPERS = words("""
    has have had was were is are be been being also later then again repeatedly already recently earlier
    first once still reportedly allegedly publicly privately openly quickly angrily quietly simply further
    previously subsequently immediately separately however meanwhile never always often even only just
    nevertheless nonetheless to did does do will would could may might must can should not n't didn't
    initially finally formally officially bluntly succinctly flatly tearfully sarcastically jokingly
    together explicitly specifically consistently strongly vehemently categorically strenuously all both
    yesterday today monday tuesday wednesday thursday friday saturday sunday
""")
DETERMINERS = words("""
    the a an this that these those his her its their my our your one another some several many few most two three
    four five six seven eight nine ten both no any every each all other unnamed unidentified
""")
RELATIVES = words("who which whom that")
CONJUNCTIONS = words("""
    while although though but and because since as after before when if whereas so yet or nor once until unless
    where whereby that which who
""")
PREPOSITIONS = words("""
    of in on at to from with by for during after before about under over into through via near within without
    against between among amid despite following since until as upon outside inside across behind beyond around
    late early earlier later ahead along alongside throughout per onto towards toward
""")
TIMES = words("""
    monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow earlier later
    recently afterward afterwards mon. tue. wed. thu. fri. sat. sun. last this next then
""")
TITLES = words("""
    president vice prime minister deputy foreign defense defence interior finance economy health education
    justice energy environment trade labor labour agriculture transport secretary state treasury special envoy
    chancellor premier king queen prince princess emperor pope cardinal archbishop bishop father sister rabbi
    imam sheikh ayatollah sultan emir duke duchess lord lady sir dame baroness senator sen. sens. congressman
    congresswoman representative rep. reps. governor gov. mayor councilman councilwoman councillor councilor
    alderman commissioner ambassador consul judge justice magistrate attorney general solicitor prosecutor
    sheriff police chief superintendent supt. inspector insp. detective det. officer constable sergeant sgt.
    lieutenant lt. captain capt. major maj. colonel col. general gen. admiral adm. commander cmdr. corporal
    cpl. private marshal brigadier mr. mrs. ms. mr mrs ms miss dr. dr doctor professor prof. prof rev. rev
    reverend coach manager director chairman chairwoman chairperson chair ceo cfo coo executive speaker leader
    spokesman spokeswoman spokesperson analyst economist lawyer lawmaker mp treasurer undersecretary
    under-secretary-general secretary-general director-general high representative chief-of-staff first national
    security adviser advisor hon. republican democrat democratic conservative former ex-president outgoing
    incoming acting then-president astronaut actor actress singer author founder co-founder former-president
    head principal dean chancellor fire district county city state assistant associate senior junior
    lt staff home shadow opposition party majority minority whip house senate
    pastor deacon amb. amb negotiator supreme court district fm pm
    coroner trooper ranger nurse activist historian archbishop chaplain warden sub-lieutenant airman seaman
    det insp supt ch sgt capt col gen cpl maj adm pc dc dci dcs ds boss captain substitute striker midfielder defender goalkeeper winger skipper quarterback pitcher umpire referee
    marshall controller comptroller registrar provost rector curator conductor director-general
""")
# After a title, "of" leads on to what it governs before the name comes: Secretary of State Jane Roe.
GOVERNED = words("""
    state defense defence staff homeland security foreign affairs justice interior finance police education
    health labor labour energy commerce agriculture transportation transport treasury veterans the operations
    detectives war navy army air force internal information culture tourism trade economy parliament commons
    representatives communications
""")
ROLES = words("""
    spokesman spokeswoman spokesperson spokespeople spokesmen official officials source sources diplomat
    diplomats minister president premier chancellor leader leaders police prosecutor prosecutors lawyer lawyers
    attorney attorneys judge witness witnesses resident residents analyst analysts expert experts economist
    economists scientist scientists researcher researchers doctor doctors authorities government ministry
    agency company court group party union office department team critics activists activist campaigners
    investigators officer officers chief chairman chairwoman director executive executives manager coach
    player survivor survivors victim mother father brother sister son daughter wife husband neighbor neighbour
    neighbors neighbours friend friends aide aides adviser advisers lawmaker lawmakers senator governor mayor
    secretary ambassador envoy commander general soldier soldiers militants rebels farmer farmers worker
    workers teacher teachers student students professor author authors report study survey statement document
    documents letter poll filing indictment complaint lawsuit newspaper magazine website agency channel
    broadcaster army military navy hospital university bank firm regulator watchdog commission committee
    council parliament organization organisation charity institute people person man woman insiders insider
    negotiator negotiators rescuers rescuer firefighters paramedics meteorologists forecasters seismologists
    employee employees trader traders investor investors historian historians opponents supporters
    opposition delegation airline club carmaker retailer maker manufacturer operator board church school consulate
    embassy captain pilot driver passenger passengers owner owners tenant tenants nurse nurses student students
    builder builders butcher grocer plumber electrician carpenter mechanic gardener cook waiter waitress barber
    hairdresser cleaner clerk janitor commuter cyclist pedestrian motorist swimmer climber hiker sailor veteran
    novelist poet painter musician filmmaker producer campaigners housewife pensioner retiree
    media press cops family families insurers carriers drivers pilots
    engineer engineers agencies protester protesters demonstrator demonstrators campaigner steward stewards
    organiser organisers organizer organizers guard guards inspector inspectors auditor auditors accountant
    accountants creditor creditors shareholder shareholders customer customers voter voters migrant migrants
    refugee refugees prisoner prisoners suspect suspects inmate inmates priest bishop imam rabbi villager villagers
    townspeople locals tourist tourists shopkeeper shopkeepers trader baker fisherman fishermen miner miners
    astronomer astronomers physicist physicists biologist biologists epidemiologist epidemiologists
    journalist journalists reporter reporters blogger columnist editor editors publisher publishers artist
    singer actor director actress designer architect architects
    colleague colleagues relative relatives widow uncle aunt cousin forecasters coroner envoys
    forecaster boss bosses striker strikers goalkeeper midfielder winger skipper chef star pensioner shopper shoppers
    mum dad mom grandmother grandfather grandma grandad geologist geologists chemist chemists geneticist geneticists
    virologist virologists paleontologist paleontologists palaeontologist palaeontologists archaeologist archaeologists
    climatologist climatologists sociologist sociologists psychologist psychologists ecologist ecologists
    statistician statisticians mathematician mathematicians midwife paramedic firefighter staffer staffers local
    whistleblower whistleblowers veterinarian pharmacist pharmacists dentist surgeon surgeons detective detectives
    lobbyist lobbyists donor donors fan supporter councillor councillors councilor ministers presidents mayors
""")
BODIES_THAT_SPEAK = words("""
    authorities government ministry agency company court group party union office department team report study
    survey statement document documents letter poll filing indictment complaint lawsuit newspaper magazine website
    channel broadcaster army military navy hospital university bank firm regulator watchdog commission committee
    council parliament organization organisation charity institute opposition delegation airline club police
    carmaker retailer maker manufacturer operator board church school consulate embassy
""")
# Common words that open a speaker's description with a sentence's capital: "Relief agencies said".
COMMON_LEADS = (
    words("""
    senior junior local former current company military relief aid government security hospital court city state
    federal party union industry opposition human rights legal medical health school university regional national
    provincial municipal foreign defence defense official nearby angry friends neighbours neighbors people sources
    court-appointed top low-level high-level lower-level unnamed unidentified anonymous independent international
    environmental consumer business trade bank airline airport railway fire rescue emergency weather
    intelligence law diplomatic western eastern northern southern central prison border coast army navy
""")
    | ROLES
)
# Those of them that may speak alone; any other single capitalised word is a name: "Labour said".
LONE_LEADS = ROLES | words("friends neighbours neighbors people sources")
ANONYMOUS = words("""
    source sources official officials person people diplomat diplomats insider insiders aide aides witness
    witnesses adviser advisers executive executives employee employees staffer staffers individual individuals
    analyst analysts negotiator negotiators
""")
MASCULINE = words("""
    mr. mr spokesman chairman king prince duke lord sir pope father brother son husband man congressman
    councilman emperor actor cardinal bishop archbishop rabbi imam sheikh sultan emir boy businessman
    policeman fireman uncle grandfather gentleman sheriff's dad grandad widower waiter
""") - {"sheriff's"}
FEMININE = words("""
    mrs. ms. mrs ms miss spokeswoman chairwoman queen princess duchess lady dame mother sister daughter wife
    woman congresswoman councilwoman actress baroness girl businesswoman policewoman aunt grandmother
    headmistress mum mom gran grandma widow midwife waitress
""")
STOP = words("""
    the a an this that these those he she it they we i you his her its their our my your in on at to from with by
    for during after before about under over into through via near within without against between among amid
    despite following since until as upon outside inside while although though but and because when if whereas
    so yet or nor once unless where who what which how why there here then now also however meanwhile moreover
    instead still later earlier soon recently today yesterday tomorrow tonight last next one two three four five
    six seven eight nine ten many most some several few all both each every no not any another other such
    according asked speaking responding citing officials police authorities monday tuesday wednesday thursday
    friday saturday sunday january february march april may june july august september october november december
    jan. feb. mar. apr. aug. sept. sep. oct. nov. dec. thousands hundreds dozens people local more less than
    yes well nobody everyone someone nothing everything let just only even never always perhaps maybe
    do does did is are was were has have had will would can could should may might must
    having being based additionally furthermore nevertheless nonetheless therefore thus hence overall
    critics experts witnesses residents analysts sources read editor's photo image
""")

# What someone holds or finds, told like what they say: "Analysts believe that …", "The study found that …".
HOLD = words("""
    believe believes believed think thinks thought hope hopes hoped fear fears feared suspect suspects suspected
    argued contend worry worries worried doubt doubts expect
""")
FIND = words(
    "found finds show shows showed indicate indicates indicated demonstrate demonstrates demonstrated prove"
)

# "estimated losses", "acknowledged mistakes": without the joining word a clause must show a verb of its own.
OBJECTS = (SAY - REPORT - DOUBTFUL) - words("said says say")

ENGLISH = Lexicon(
    say=SAY | HOLD | FIND,
    report=REPORT | HOLD | FIND,
    objects=OBJECTS,
    act=ACT,
    tell=TELL,
    participle=PARTICIPLE,
    quoting=QUOTING,
    joined=FIND | words("suspect hope hopes fear fears doubt doubts worry worries"),
    doubtful=DOUBTFUL,
    deny=DENY,
    post=POST,
    that=THAT,
    according=(("according", "to"), ("in", "the", "words", "of")),
    pronouns=PRONOUNS,  # type: ignore[arg-type]
    helpers=HELPERS,
    determiners=DETERMINERS,
    relatives=RELATIVES,
    conjunctions=CONJUNCTIONS,
    prepositions=PREPOSITIONS,
    times=TIMES,
    titles=TITLES,
    roles=ROLES,
    anonymous=ANONYMOUS,
    masculine=MASCULINE,
    feminine=FEMININE,
    stop=STOP,
    bodies=BODIES_THAT_SPEAK,
    strict_that=False,
)
