"""The names of the forms that can be read, for those who need no reader."""

FORMS = (
    "alertmanager",
    "slack",
    "mattermost",
    "teams",
    "discord",
    "telegram",
    "pagerduty",
    "opsgenie",
    "grafana",
    "github",
    "kubernetes",
    "journald",
    "slack-paste",
    "chat",
    "syslog",
    "table",
    "postmortem",
)
"""In the order in which the readers look; a test holds them to the readers there are."""
