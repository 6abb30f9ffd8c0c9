"""Words that are names and something else too."""

_WORDS = """
abbey ace alpine amber angel april archer art ash aspen august austin autumn bailey baker
ball banks barker bay beck bell best bill bird bishop black bliss bloom blue bolt bond
booker boot booth bow brand brandy brave bray breeze brook brooks brown buck bud bullock
burn burns bush butcher butler cache canon carpenter carter case cash chain chance charge
charity chase chef chip christian christmas church clay clear cliff cloud coal cobb cole
colt conway cook coral cotton couch cove cox crane cross crow cruise crystal dale daisy dash
dawn day dean delta destiny dick diamond dip dock dodge dollar dot drew drum duke dusty duty
earl early ease east eden ember eve ever faith fallon farmer fay fern field fields finch fir
fish fisher fix flag fleet flint flood flower forest fork forge forrest foster fountain fox
frank fraser free freed freeman french frost fuller gale garden gates gay gene gentry ginger
glen glory gold golden good goodman grace grant graves gray green grey guy hall ham hand
hardy harmony harry hart haven hazel head heart heath heather hide hill hills holly holmes
honey hood hook hope house hunt hunter iris iron ivory ivy jack jade jasmine jasper java jay
jet jewel job jordan joy judge june justice key keys kind king kite knight lake lamb lance
land lane lark law leaf leaves light lily link little load lock long loop lot love lucky
luna mace major man maple march mark marks marsh marshall mason master max may mead meadow
melody mercy mike miles mill miller mills mint misty mole moon moody moose moss nation
newton nick nightingale noble nor norm north oak ocean olive opal page paige paris park
parker parks parrot parsons pat path patience peace pearl peg penny pepper perch perry piper
pike pine pitt plant pole pond poole pope porter post potter power powers pray price prince
prior quick rain raven ray read reed rein rex rice rich rider ring rip rise river rivers rob
robin rock rod roman root rose rowan royal ruby rush rusty sage sale salt sandy savage scout
sea season shade shark sharp shell shepherd short silver singer skip sky slack slater small
smart smith snow son south spark sparrow spear speed spring stack stage star stark steel
stern still stone storm story stout street strong style sue sugar summer summers sun sunny
swan swift sydney tab tanner taylor temple terry thatcher thorn tiger tin tower town trip
true tucker turner vale valentine van vaughn velvet venus victor victory violet virginia
wade walker wall walls ward warden water waters watt watts weaver webb weeks well wells west
wheeler white wild will willow wills win wind window winter winters wise wolf wolfe wood
woods word worth wren wright yard york young zen an do so he no she we me my us at as in on
or of to by go up is it am be argo ada jenkins kafka grafana kibana travis hudson maven
consul vault nomad puppet ansible pascal haskell delphi jaeger envoy linkerd cilium athena
apollo atlas cassandra tesla nova titan phoenix denver madison lincoln chelsea dallas
houston london florence georgia savannah carolina charlotte victoria jackson washington
hamilton berlin sofia milan
"""

ORDINARY = frozenset(_WORDS.split())
"""In lower case: whether a name is meant, only capital and sentence can tell."""

_EVERYDAY = """
zero one two three four five six seven eight nine ten eleven twelve twenty hundred thousand million
first second third fourth fifth last next once twice both each every other another any all none null
some many most more less few several half single double triple monday tuesday wednesday thursday
friday saturday sunday january february september october november december today tomorrow
yesterday now then here there when where while since until before after again also even just only
still very what which who why how this that these those yes not but for from with into over under up
down off out back front left right above below between inside outside
test tests tester testing user users guest person people role admin root nobody somebody anybody
everybody someone anyone everyone unknown alert alerts batch block branch bridge bring build button
cable call calls camp chapter check checks chief class close code come comes core cost count cover
cut data date deep demand draft drop drops drive end event events fail fails fall fast file files
fill find fine fire five flow fly get give go goes green group help high host hosts idle image item
keep kill late lead line lines list live log logs look low main make manual max mean merge min mode
model month move name names need needs network new node nodes note notes old open order page pages
part parts pass paste patch pause pay plan plane play pod pods point pool post pull push put queue
quick race range rate real region replica report request reset response rest restart result retry
review rolled round row rows rule run runs safe say scale see send server service session set shift
show shut side sign signs site size slow sort source split stand start state status stay step steps
stop table tables take task tasks team teams tell thread time times token tool top total trace
track traffic tree try turn type unit use view wait wake walk warm watch way week weeks work worker
write zone tables timer timeout trigger
"""

NO_PROOF = ORDINARY | frozenset(_EVERYDAY.split())
"""These, and words that hardly ever are names, but may stand in one: ``Person Two``."""
