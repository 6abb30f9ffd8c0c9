"""How members of the word lists read, on the screen and in print."""

from facilitator.domain.words import EventKind, LessonSide, Marker

KIND_WORDS = {
    EventKind.CHANGE: "Change",
    EventKind.ALERT: "Alert",
    EventKind.OBSERVATION: "Observation",
    EventKind.DECISION: "Decision",
    EventKind.ACTION: "Action",
    EventKind.COMMUNICATION: "Message",
}
MARKER_WORDS = {
    Marker.IMPACT_START: "Impact start",
    Marker.DETECTED: "Detected",
    Marker.ACKNOWLEDGED: "Acknowledged",
    Marker.MITIGATED: "Mitigated",
    Marker.RESOLVED: "Resolved",
}
SIDE_WORDS = {
    LessonSide.WELL: "Went well",
    LessonSide.BADLY: "Went badly",
    LessonSide.LUCKY: "Got lucky",
}
