"""The durability rules: what a clause says, the control that gives, and why."""

from __future__ import annotations

from typing import NamedTuple

from facilitator.domain.words import Durability

D = Durability


class Rule(NamedTuple):
    """If a clause says ``when`` and not ``unless``, it is ``label``, for the reason ``because``.

    A pattern is a row of concepts (see ``lexicon``, with ``_`` for a blank) or of ``GROUPS``.
    ``^`` begins the clause, ``a|b`` is either, ``x?`` may be absent, ``.`` is any word, ``..`` are
    any words, ``~`` are words up to a preposition; what follows ``=`` are words as they stand.
    ``{}`` in ``because`` is filled with the words found for the item marked ``*``. ``open_ended``
    says that nobody else could tell when it is done.
    """

    label: Durability
    when: str
    because: str
    unless: str = ""
    open_ended: bool = False


GROUPS: dict[str, str] = {
    "contain": "limit|staged|spare|apart|privilege|pin",
    "tell": "alert|watch|probe",
    "machine": "refuse|limit|staged|spare|apart|privilege|pin|test|by_machine",
}
"""Names for several concepts at once."""

LEARNS = "No change yet: what will exist when it is done?"
ASKS = "A question: what will exist once it is answered?"
PLANS = "A plan, not yet a change: what will exist?"
OPEN = "“{}” leaves open what will change"
RESTORES = "Puts this one right; the next would fail again"
READ = "Helps only those who read it"
RULED = "Holds as long as people follow the rule"
BY_HAND = "A person has to do it, every time"
CARE = "Asks for care, and care runs out on a busy day"
TOLD = "Helps those who were told, as long as they remember"
TRAINED = "Skills fade, and people move on"
WAKES = "A person still has to wake up and act"
SHOWS = "“{}” shows it; a person must look and act"
GATHERED = "Shows it; a person must look and act"
STEP = "Takes a step off people; nothing is blocked"
CHECKS = "A machine checks before it takes effect"
TESTS = "A machine tests every change before it ships"
RECOVERS = "The system recovers by itself"
LIMITS = "“{}” keeps it small, whoever is awake"
FEW = "A bad change reaches a few, not all"
APART = "One part can fail without the others"
FEWER = "Fewer hands can reach it"
GONE = "What failed will no longer be there"
REPLACED = "What failed is replaced by something else"
FIXED = "The defect itself goes"
DESIGNED = "“{}”: the failing state cannot be reached"
OUTCOME = "Names the outcome, not what will bring it about"
CHANGES = "Changes the system, so that less can go wrong"

SHAPES: tuple[Rule, ...] = (
    # Only until something else happens.
    Rule(D.REPAIR, "*until_fixed", "Holds “{}”: what lasts after that?"),
    Rule(D.REPAIR, "*for_now", "Holds “{}”: what lasts after that?", "automate|doc|tell|machine"),
    # Knowledge, a decision, a plan.
    Rule(D.INVESTIGATE, "^ *hedge", OPEN),
    Rule(D.INVESTIGATE, "^ =we|it|there|this|they|i *hedge", OPEN),
    Rule(D.INVESTIGATE, "*open", OPEN),
    Rule(D.INVESTIGATE, "^ decide|define|make|write ~ plan", PLANS, "machine|tell"),
    Rule(D.INVESTIGATE, "^ plan", PLANS, "machine|tell"),
    Rule(D.INVESTIGATE, "^ plan =for|to|of|on|about", PLANS),
    Rule(D.DOCUMENT, "^ decide|define .. doc|process|each|often", RULED, "study"),
    Rule(D.REMIND, "^ decide|define .. training", TRAINED, "study"),
    Rule(D.INVESTIGATE, "^ people? study", LEARNS),
    Rule(D.INVESTIGATE, "^ =a|an|the|further|more|deeper|full|do study", LEARNS),
    Rule(D.INVESTIGATE, "^ =how|what|why|is|are|does|did|who|can|could|do .", ASKS),
    Rule(D.INVESTIGATE, "^ ask .. study|=if|about|how|why|what|when|who|for", LEARNS),
    Rule(D.INVESTIGATE, "^ test|try|watch .. =once", LEARNS),
    Rule(D.INVESTIGATE, "^ review", LEARNS, "often|each|training"),
    Rule(D.INVESTIGATE, "^ make ~ study", LEARNS),
    Rule(
        D.INVESTIGATE,
        "^ make ~ =meeting|discussion|call|session|talk|conversation =to|about|on|with",
        "Talk is not a change yet: what will exist?",
    ),
    Rule(D.INVESTIGATE, "^ =follow|track|await|chase|waiting|wait .. case|vendor", LEARNS),
    Rule(D.INVESTIGATE, "^ make|=raise|open|file ~ case", LEARNS),
    Rule(D.INVESTIGATE, "^ decide", "A decision, not yet a change: what will exist?"),
    # Care and attention.
    Rule(D.DETECT, "^ teach .. by_machine|=when|whenever", WAKES, "training"),
    Rule(D.REMIND, "^ mail .. ask|=about|to", TOLD, "by_machine"),
    Rule(D.REMIND, "^ make ~ mail .. people", TOLD, "by_machine|=when|if|whenever"),
    Rule(D.REMIND, "^ ensure .. people =know|knows|understand|understands|follow", TOLD),
    Rule(D.DOCUMENT, "^ teach .. =in|on =the|our|a ~ doc", READ),
    Rule(D.REMIND, "^ people? teach", TOLD),
    Rule(D.REMIND, "^ =be care", CARE, open_ended=True),
    Rule(D.REMIND, "^ care", CARE, "refuse|test"),
    Rule(D.REMIND, "^ people .? .? care", CARE),
    Rule(D.REMIND, "^ make|improve|define|ensure .. care", CARE, "machine|tell|automate"),
    Rule(D.REMIND, "^ make|improve ~ training", TRAINED),
    Rule(D.REMIND, "^ training", TRAINED),
    Rule(D.REMIND, "^ ask", "A request: it lasts as long as people remember"),
    # Written down.
    Rule(D.DOCUMENT, "^ write", READ),
    Rule(D.DOCUMENT, "=been|is|are|be|was|were|get|gets write", READ),
    Rule(D.AUTOMATE, "doc .. by_machine", STEP),
    Rule(D.AUTOMATE, "by_machine .. doc", STEP),
    Rule(
        D.DOCUMENT,
        "^ make|upgrade|improve .. =to|in|into|within|on =the|our|a|an|its|each? .? doc",
        READ,
    ),
    Rule(D.DOCUMENT, "^ automate|move .. =to|in|into =the|our|a|an? .? doc", READ),
    Rule(D.DOCUMENT, "^ make|improve ~ process", RULED, "by_machine|automate"),
    Rule(D.DOCUMENT, "^ make .. often", RULED, "tell|automate|machine"),
    Rule(D.DOCUMENT, "^ each", RULED, "refuse"),
    Rule(D.DOCUMENT, "^ =no|only", RULED, "tell|machine"),
    Rule(D.DOCUMENT, "^ duty", RULED, "refuse|by_machine"),
    Rule(D.DOCUMENT, "duty .. review|approval|write|check|try|doc", RULED, "refuse|by_machine"),
    Rule(D.DOCUMENT, "=manual|manually .. test|check|approval|review|try", BY_HAND),
    Rule(D.GUARDRAIL, "^ check|try .. refuse|test|by_machine|automate", CHECKS),
    Rule(D.DOCUMENT, "^ check|try .. each|often|=before|after|prior|when", BY_HAND),
    Rule(
        D.DOCUMENT,
        "^ often .. review|check|try|process|mend|recover|chore",
        RULED,
        "automate|tell",
    ),
    Rule(
        D.DOCUMENT,
        "^ review|check|try|mend|recover|chore|remove .. often",
        RULED,
        "automate|by_machine",
    ),
    Rule(D.INVESTIGATE, "^ check|try", LEARNS),
    # The machine puts it right by itself; or people do, this once.
    Rule(D.GUARDRAIL, "recover|revert|contain|refuse|remove .. by_machine", RECOVERS),
    Rule(D.GUARDRAIL, "by_machine .. recover|revert|contain|refuse|remove", RECOVERS),
    Rule(D.GUARDRAIL, "^ automate =the|our|a|an|all? revert|contain|refuse|test", CHECKS),
    Rule(D.GUARDRAIL, "recover|revert .. =when|whenever|if|upon", RECOVERS),
    Rule(D.AUTOMATE, "^ chore .. by_machine|automate", STEP),
    Rule(D.AUTOMATE, "^ chore ~ =module|modules|codebase|structure|repository|scripts", STEP),
    Rule(D.REPAIR, "^ =manually mend|recover|revert|chore|fix|remove|replace", RESTORES),
    Rule(D.REPAIR, "^ mend|recover|revert|chore", RESTORES, "refuse|by_design|automate"),
    Rule(
        D.REPAIR,
        "^ fix|remove|replace|make =the|all|any|those|these? harm",
        RESTORES,
        "by_design|defect|automate|tell|test|refuse|doc",
    ),
    Rule(D.REPAIR, "^ harm .. mend|recover|fix|replace|remove", RESTORES),
    # Engineered out, or kept apart.
    Rule(D.GUARDRAIL, "^ remove .. access", FEWER),
    Rule(D.GUARDRAIL, "^ remove .. =by =default", "Off unless somebody asks for it"),
    Rule(D.AUTOMATE, "^ remove .. =step|steps|toil", STEP),
    Rule(D.DETECT, "^ remove|fix|upgrade ~ alert|watch", WAKES),
    Rule(D.DOCUMENT, "^ remove|fix|upgrade ~ doc", READ),
    Rule(D.GUARDRAIL, "^ fix ~ test|refuse|contain", CHECKS),
    Rule(D.AUTOMATE, "^ move .. =to|into|in|with .. automate", STEP),
    Rule(D.GUARDRAIL, "^ move", APART),
    Rule(D.GUARDRAIL, "^ make .. =to|of|for? remove", "A switch that contains it"),
    Rule(D.AUTOMATE, "^ make|improve .. ease", STEP),
    Rule(D.ELIMINATE, "^ prevent make|ask|recover", GONE),
    Rule(D.ELIMINATE, "^ remove", GONE),
    Rule(D.ELIMINATE, "^ replace", REPLACED),
    Rule(D.ELIMINATE, "^ fix .. defect", FIXED),
    Rule(D.ELIMINATE, "defect .. fix", FIXED),
    Rule(D.ELIMINATE, "fix .. defect", FIXED),
    Rule(D.ELIMINATE, "*by_design", DESIGNED, "doc|training|alert"),
    Rule(D.GUARDRAIL, "staged", FEW, "tell|doc|training|automate"),
    # Watched by a machine that only tells.
    Rule(D.DETECT, "^ gather", GATHERED, "doc"),
    Rule(D.DETECT, "test .. =and .. alert", WAKES),
    Rule(D.DETECT, "^ make? ~ automate =that|which|to .? alert|watch|mail|probe", WAKES),
)
"""Tried in this order; the first that fits wins."""

TARGETS: tuple[Rule, ...] = (
    Rule(D.DETECT, "alert", WAKES),
    Rule(D.DETECT, "*watch", SHOWS),
    Rule(D.DETECT, "probe", WAKES),
    Rule(D.GUARDRAIL, "refuse", CHECKS),
    Rule(D.GUARDRAIL, "test", TESTS),
    Rule(D.GUARDRAIL, "*limit", LIMITS),
    Rule(D.GUARDRAIL, "staged", FEW),
    Rule(D.GUARDRAIL, "spare", RECOVERS),
    Rule(D.GUARDRAIL, "apart", APART),
    Rule(D.GUARDRAIL, "privilege", FEWER),
    Rule(D.GUARDRAIL, "pin", "Nothing changes unless somebody changes it"),
    Rule(D.AUTOMATE, "automate", STEP),
    Rule(D.DOCUMENT, "doc", READ),
    Rule(D.DOCUMENT, "write", READ),
    Rule(D.DOCUMENT, "each", RULED),
    Rule(D.DOCUMENT, "approval", RULED),
    Rule(D.DOCUMENT, "by_hand", BY_HAND),
    Rule(D.REMIND, "training", TRAINED),
    Rule(D.REMIND, "teach", TOLD),
    Rule(D.REPAIR, "mend", RESTORES),
    Rule(D.REPAIR, "recover", RESTORES),
    Rule(D.ELIMINATE, "remove", GONE),
    Rule(D.ELIMINATE, "replace", REPLACED),
    Rule(D.INVESTIGATE, "study", LEARNS),
)
"""If no shape fits: what the clause names first."""

LAST: tuple[Rule, ...] = (
    Rule(D.REMIND, "care", CARE),
    Rule(D.GUARDRAIL, "^ make ~ check", CHECKS),
    Rule(D.DETECT, "mail", WAKES),
    Rule(D.ELIMINATE, "fix", FIXED),
    Rule(D.ELIMINATE, "=insteadof", REPLACED),
    Rule(D.AUTOMATE, "by_machine", STEP),
    Rule(D.AUTOMATE, "ease", STEP),
    Rule(D.GUARDRAIL, "^ =a? =second|spare|additional|extra|another", "A spare takes over"),
    Rule(D.DOCUMENT, "process", RULED),
    Rule(D.DOCUMENT, "plan", READ),
    Rule(D.DOCUMENT, "^ improve .. people", RULED, open_ended=True),
    Rule(D.DOCUMENT, "review", RULED),
    Rule(D.DETECT, "*watch_tool", SHOWS),
    Rule(D.GUARDRAIL, "prevent", OUTCOME, open_ended=True),
    Rule(D.ELIMINATE, "upgrade", "A newer version, without the old defect"),
    Rule(D.DOCUMENT, "duty", RULED),
    Rule(D.INVESTIGATE, "define", PLANS),
    Rule(D.GUARDRAIL, "improve", OUTCOME, open_ended=True),
    Rule(D.GUARDRAIL, "ensure", OUTCOME, open_ended=True),
    Rule(D.GUARDRAIL, "^ make", CHANGES),
)
"""If nothing is named: the next best sign, in this order."""

NO_CONTROL = Rule(D.INVESTIGATE, "", LEARNS, open_ended=True)
"""If there is no sign at all."""
