"""What the headings of tables mean, in English, German, French and Spanish."""

from __future__ import annotations

import re
import unicodedata

from facilitator.domain.typed_zones import scan_zone

_WORDS = {
    "time": (
        "time, timestamp, time stamp, date time, datetime, date and time, when, event time, start,"
        "start time, started, started at, begin, from, occurred, occurred at, happened at, at, ts,"
        "clock, logged at, created, created at,"
        "zeit, uhrzeit, zeitpunkt, zeitstempel, datum uhrzeit, datum und uhrzeit, wann, beginn, ab,"
        "von, heure, horodatage, quand, date heure, date et heure, debut,"
        "hora, cuando, marca de tiempo, fecha hora, fecha y hora, inicio"
    ),
    "day": "date, day, on, event date, datum, tag, jour, fecha, dia",
    "end": (
        "end, end time, ended, ended at, until, to, finish, finished, stop, ende, bis, endzeit,"
        "fin, heure de fin, jusqu a, hasta, hora de fin"
    ),
    "zone": (
        "zone, time zone, timezone, tz, zeitzone, fuseau, fuseau horaire, zona horaria,huso horario"
    ),
    "text": (
        "what happened, event, what, description, event description, entry, message, summary, text,"
        "activity, observation, action, happening, body, content, msg, title, subject,"
        "details, detail, log, note, notes, comment,"
        "ereignis, was, was ist passiert, was geschah, beschreibung, meldung, nachricht, vorgang,"
        "eintrag, notiz, massnahme, inhalt, evenement, quoi, ce qui s est passe, texte, "
        "evento, que, que paso, suceso, descripcion, mensaje, texto, accion, nota"
    ),
    "detail": (
        "details, detail, description, comment, comments, note, notes, remark, remarks,"
        "additional information, status, state,"
        "bemerkung, bemerkungen, kommentar, anmerkung, anmerkungen,"
        "einzelheiten, beschreibung, remarque, remarques, commentaire, commentaires,"
        "detalles, comentario, comentarios, observaciones, descripcion"
    ),
    "author": (
        "who, author, person, by, user, actor, reported by, logged by, recorded by, reporter, name,"
        "owner, responder, wer, autor, autorin, verfasser, benutzer, von wem, gemeldet von,"
        "qui, auteur, personne, utilisateur, par, quien, persona, usuario, por"
    ),
    "lane": (
        "service, system, component, lane, where, application, app, team, host, area, source,"
        "dienst, komponente, bereich, anwendung, quelle, systeme, composant, equipe,"
        "servicio, sistema, componente, equipo, origen"
    ),
    "link": "link, url, links, permalink, reference, evidence, verweis, beleg, lien, enlace",
    "kind": (
        "type, kind, category, event type, phase, art, typ, kategorie, categorie, tipo, categoria"
    ),
    "severity": (
        "severity, sev, level, priority, schweregrad, schwere, prioritat, stufe, gravite, niveau,"
        "gravedad, severidad, prioridad, nivel"
    ),
}


def names_in(words: str) -> tuple[str, ...]:
    """The names in a text, parted by commas."""
    return tuple(filter(None, map(str.strip, words.split(","))))


NAMES = {role: names_in(words) for role, words in _WORDS.items()}
"""The headings of each role, the most certain first."""
TRACKER = frozenset(
    names_in(
        "issue key, issue id, issue type, work item type, external issue id, due date, due,"
        "milestone, call reason, stopgap for, story points, sprint, assignees"
    )
)
"""Headings of lists of work: nothing in them happened at a time."""
_MARKS = re.compile(r"[^a-z0-9]+")
_ZONES = re.compile(r"\b(?:utc|gmt)\b")
_WORD = re.compile(r"[A-Za-z_]+(?:/[A-Za-z_]+)*(?:[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d\d:?\d\d")
_LONGEST = 200
"""Characters of a heading that are looked at."""
_GERMAN = {"MEZ": "CET", "MESZ": "CEST"}


def heading_words(heading: str) -> str:
    """``What happened?`` as ``what happened``; accents and zones do not count."""
    zone = zone_in(heading)
    spoken = heading[:_LONGEST].replace("ß", "ss")
    if zone:
        spoken = re.sub(r"[(\[][^)\]]*[)\]]", " ", spoken)
    parts = unicodedata.normalize("NFKD", spoken).lower()
    plain = "".join(each for each in parts if not unicodedata.combining(each))
    words = _MARKS.sub(" ", plain).strip()
    return " ".join(_ZONES.sub(" ", words).split()) if zone else words


def zone_in(heading: str) -> str:
    """The zone that a heading names, e.g. ``Time (UTC)``, ``Zeit [MEZ]``; empty if none."""
    heading = heading[:_LONGEST]
    for spoken in (heading, heading.replace("_", " ")):
        for found in _WORD.finditer(spoken):
            word = _GERMAN.get(found[0], found[0])
            zone = scan_zone(f" {word}", 0) if len(word) > 1 else None
            if zone and zone[1] == len(word) + 1:
                return zone[0]
    return ""


def rank(words: str, role: str) -> int | None:
    """How certainly a heading has a role: 0 is best; None if it has not."""
    names = NAMES[role]
    if words in names:
        return names.index(words)
    parts = words.split()
    if len(parts) > 1 and role not in {"detail", "end"}:
        for spare, word in ((100, parts[-1]), (200, parts[0])):
            if word in names and len(word) > len("ab"):
                return spare + names.index(word)
    return None
