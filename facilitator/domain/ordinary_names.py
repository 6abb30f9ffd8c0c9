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
