"""The news' different words for one kind of event: "sacked", "fired" and "dismissed" are compared as one.

One class a line, its name first. Only words that can stand for one another in a headline belong
together; a word belongs to one class. Inflected forms are listed where the light stem misses them.
"""

from __future__ import annotations

_CLASSES = """
die: die dies died dying dead death deaths deadly fatal fatally fatalities killed kill kills killing slain slay lives perish perished
murder: murder murders murdered murdering homicide manslaughter
injure: injure injured injures injuries injury wound wounded wounding hurt
quake: quake earthquake temblor tremor tremblor aftershock seismic
dismiss: fire fired fires firing sack sacked sacks sacking dismiss dismissed dismissal oust ousted axe axed relieved
appoint: hire hired hires hiring appoint appointed appoints appointment named names nominate nominated nominee pick picked picks tap tapped choice
resign: resign resigned resigns resignation quit quits stepping steps
arrest: arrest arrested arrests detain detained detains custody nabbed apprehended captured capture
charge: charge charged charges indict indicted indictment accused
convict: convict convicted conviction guilty verdict
acquit: acquit acquitted acquittal cleared
sentence: sentence sentenced jail jailed prison imprisoned
rob: rob robbery robbed heist thieves thief steal stole stolen theft robbers robber loot looted burglary burglars burglar raid
buy: buy buys buying bought purchase purchased acquire acquires acquired acquisition acquiring takeover buyout
merge: merge merges merged merger
win: win wins winning won victory victorious beat beats defeat defeats defeated triumph triumphed
lose: lose loses lost losing
attack: attack attacks attacked assault assaulted strike strikes struck
bomb: bomb bombs bombed bombing bombings explosion exploded explodes blast blasts detonated airstrike shelling
crash: crash crashed crashes collide collided collision derail derailed derailment
release: release releases released launch launches launched unveil unveils unveiled rollout
burn: blaze burn burns burned burnt flames inferno wildfire
rehab: rehab rehabilitation
marry: marry marries married wed wedding weds marriage
divorce: divorce divorced divorcing
protest: protest protests protested protesters rally rallies rallied demonstration demonstrators demonstrate
shoot: shoot shoots shot shooting shootings gunned gunfire
flee: flee flees fled escape escaped escapes escaping
sue: sue sues sued lawsuit lawsuits
outage: outage outages
disrupt: disrupt disrupts disrupted disruption
host: host hosting emcee hosts
ban: ban bans banned prohibit prohibits prohibited
fall: fall falls fell fallen plunge plunges plunged
climb: climber climbers mountaineer mountaineers
elect: elect elected elects election elections
vote: vote votes voted voting
flood: flood floods flooded flooding
storm: storm hurricane typhoon cyclone
rescue: rescue rescued rescues saved
evacuate: evacuate evacuated evacuation evacuations
hostage: hostage hostages kidnap kidnapped kidnapping abducted abduction
sanction: sanction sanctions sanctioned
truce: truce ceasefire cease-fire armistice
talks: talks negotiations negotiate negotiated negotiating
treaty: treaty pact accord
invade: invade invaded invasion
withdraw: withdraw withdraws withdrew withdrawn withdrawal retreat retreated pullout
layoff: layoff layoffs redundancies
bankrupt: bankrupt bankruptcy insolvency insolvent
recall: recall recalls recalled
patch: patch patches patched fix fixes fixed
vaccine: vaccine vaccines vaccinated vaccination
physician: doctor doctors physician physicians surgeon surgeons
child: child children kid kids
police: police cops officers
jewel: jewel jewels jewelry jewellery gems
movie: movie movies film films
"""


def _read() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in _CLASSES.strip().splitlines():
        name, _, words = line.partition(":")
        for word in words.split():
            table.setdefault(word, "=" + name)
    return table


# folded word -> its event class, marked with "=" so that no plain stem can be taken for one
EVENT_OF: dict[str, str] = _read()
