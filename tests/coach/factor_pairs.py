"""Invented pairs of factors from two reviews: the same weakness in other words, or another one.

``TRIED`` was looked at while the measure was made; ``KEPT_BACK`` was written before and only ever
counted.
"""

from __future__ import annotations

Pairs = tuple[tuple[str, str], ...]

TRIED_SAME: Pairs = (
    ("The config push had no canary stage", "No canary stage before a config push"),
    ("Nobody owned the runbook for failover", "The failover runbook had no owner"),
    ("Retries had no upper limit", "There was no upper limit on retries"),
    ("The alert on queue depth paged nobody", "Queue depth alert did not page anyone"),
    ("Certificates were renewed by hand", "Certificate renewal was a manual step"),
    ("The rollback was never tested", "Nobody had tested the rollback"),
    ("A single region held all session data", "All session data lived in one region"),
    ("The schema migration locked the orders table", "Orders table was locked by a migration"),
    (
        "Health check reported healthy while the disk was full",
        "Health checks stayed green with a full disk",
    ),
    ("The deploy went to all regions at once", "Deploys reach every region at the same time"),
    (
        "Timeouts of the client were longer than those of the server",
        "Client timeout was longer than the server timeout",
    ),
    ("Nobody knew who owns the batch job", "The batch job had no known owner"),
    ("The feature flag defaulted to on", "Feature flags default to being switched on"),
    (
        "Dashboards did not show the error rate by region",
        "No dashboard showed error rates per region",
    ),
    (
        "Connection pool was sized for half the traffic",
        "The connection pool was too small for the traffic",
    ),
    ("The backup had never been restored", "Backups were never restored in a test"),
    ("Two teams changed the same settings file", "The settings file is changed by two teams"),
    (
        "Freeze before the holiday piled up changes",
        "Changes piled up because of the holiday freeze",
    ),
    (
        "We assumed the cache would be warm after a restart",
        "Assumed that the cache is warm after restarting",
    ),
    ("No rate limit on the import endpoint", "The import endpoint had no rate limiting"),
    (
        "The staging data is far smaller than production data",
        "Staging holds much less data than production",
    ),
    ("Logs were sampled, so the errors were dropped", "Sampling of logs dropped the errors"),
    (
        "The on-call engineer had no access to the database console",
        "On-call lacked access to the database console",
    ),
    ("Secrets are rotated manually", "Manual rotation of secrets"),
    ("The deadline left no time for a load test", "No load test, as the deadline left no time"),
    ("DNS time to live was one day", "The DNS records had a time to live of a day"),
    ("Validation of the config happens only at start-up", "Config is only validated at startup"),
    ("Replica lag was not monitored", "There is no monitoring of replica lag"),
    ("Disk usage has no alert", "No alert on disk usage"),
    (
        "Circuit breaker missing on calls to the tax provider",
        "Calls to the tax provider had no circuit breaker",
    ),
    (
        "The review of the change was skipped under time pressure",
        "Time pressure led to skipping the change review",
    ),
    ("The dead letter queue was never looked at", "Nobody looks at the dead letter queue"),
)

TRIED_OTHER: Pairs = (
    ("No alert on queue depth", "No alert on disk usage"),
    ("The rollback was never tested", "The backup was never tested"),
    ("Nobody owned the runbook for failover", "Nobody owned the certificate for the gateway"),
    ("Retries had no upper limit", "Uploads had no upper limit"),
    ("The deploy went to all regions at once", "The alert went to all teams at once"),
    ("The config push had a canary stage", "The config push had no canary stage"),
    ("Reads wait for the primary", "Writes wait for the primary"),
    (
        "Client timeout was longer than the server timeout",
        "Client timeout was shorter than the server timeout",
    ),
    ("The check runs before the deploy", "The check runs after the deploy"),
    ("Staging holds less data than production", "Staging holds other secrets than production"),
    ("Certificates were renewed by hand", "Certificates were checked by hand"),
    ("The connection pool was too small", "The disk pool was too small"),
    ("Nobody looks at the dead letter queue", "The dead letter queue was full"),
    (
        "The schema migration locked the orders table",
        "The schema migration lost the orders table index",
    ),
    ("Health checks stayed green with a full disk", "Health checks turned red with a full disk"),
    ("Replica lag was not monitored", "Replica count was not monitored"),
    ("The alert fired too late", "The alert fired too often"),
    ("The alert had no runbook", "The alert had no owner"),
    ("The import endpoint had no rate limit", "The import endpoint had no authentication"),
    ("Logs were sampled, so errors were dropped", "Logs were kept for a day, so errors were gone"),
    ("The feature flag defaulted to on", "The feature flag was never removed"),
    ("Two teams changed the same settings file", "Two teams were paged for the same alert"),
    ("The deadline left no time for a load test", "The load test left no time for the deadline"),
    ("On-call lacked access to the database console", "On-call lacked a runbook for the database"),
    ("The cache was warm after a restart", "The cache was cold after a restart"),
    ("Validation happens only at startup", "Monitoring happens only at startup"),
    ("The batch job had no known owner", "The batch job had no timeout"),
    ("Traffic doubled within a minute", "Errors doubled within a minute"),
    ("DNS records had a time to live of a day", "Session tokens had a time to live of a day"),
    ("Old clients keep the connection open", "New clients keep the connection open"),
    ("The dashboard showed averages", "The dashboard showed nothing"),
    ("Disk", "Disk"),
    ("Time pressure", "Time zone"),
    ("The queue", "The queue was full of poison messages"),
)

KEPT_SAME: Pairs = (
    (
        "The feature was switched on for all customers at once",
        "All customers got the feature at once",
    ),
    ("Nothing limits the size of an upload", "There is no limit on the size of uploads"),
    ("The disk alert threshold was set too high", "Threshold of the disk alert was too high"),
    ("Runbook steps referred to a retired tool", "The runbook named a tool that was retired"),
    (
        "Only one engineer knew the billing export",
        "Knowledge of the billing export sat with one engineer",
    ),
    (
        "The load balancer kept sending traffic to dead nodes",
        "Traffic still went to dead nodes from the load balancer",
    ),
    (
        "No integration test covers the currency rounding",
        "Currency rounding is not covered by an integration test",
    ),
    ("The message schema changed without a version", "Message schema changes are not versioned"),
    (
        "Alert noise had trained people to ignore pages",
        "Noisy alerts taught people to ignore the pages",
    ),
    ("Failover needs a person to approve it", "A person has to approve the failover"),
    ("Cron jobs all start at midnight", "All of the cron jobs start at midnight"),
    (
        "The library upgrade changed a default timeout",
        "Default timeout changed with the library upgrade",
    ),
    ("Access logs were not kept long enough", "Retention of the access logs was not long enough"),
    ("Memory limits of the container were guessed", "The container's memory limit was a guess"),
    ("No one had tried the restore in a year", "The restore was not tried for a year"),
    (
        "A shared database couples checkout and search",
        "Checkout and search are coupled by a shared database",
    ),
    ("The status page was updated by hand", "Status page updates are manual"),
    ("The test environment has no replica", "There's no replica in the test environment"),
    (
        "Thread pool exhaustion was not visible on any graph",
        "No graph showed that the thread pool was exhausted",
    ),
    (
        "Deploy tooling allows skipping the checks",
        "The checks can be skipped in the deploy tooling",
    ),
    ("Capacity was planned on last year's peak", "Capacity planning used the peak of last year"),
    (
        "The vendor's maintenance notice went to a shared mailbox",
        "Vendor maintenance notices go to a mailbox that is shared",
    ),
    ("The index was dropped in the same migration", "Same migration dropped the index"),
    ("No backoff between retries", "Retries came without any backoff"),
    ("Stale feature flags are never cleaned up", "Nobody cleans up stale feature flags"),
    (
        "The proxy buffers whole responses in memory",
        "Whole responses are buffered in memory by the proxy",
    ),
    (
        "Escalation policy pointed to a person who had left",
        "The escalation policy listed somebody who had left",
    ),
    (
        "Monitoring runs in the same cluster as the service",
        "The monitoring lives in the same cluster that it watches",
    ),
    (
        "An expired token stopped the nightly export",
        "The nightly export stopped on an expired token",
    ),
    (
        "Quarter-end pressure postponed the upgrade",
        "The upgrade was postponed by quarter end pressure",
    ),
)

KEPT_OTHER: Pairs = (
    (
        "No integration test covers the currency rounding",
        "No integration test covers the tax export",
    ),
    ("The message schema changed without a version", "The message broker changed without a notice"),
    ("The runbook named a tool that was retired", "The runbook named a service that was renamed"),
    ("Failover needs a person to approve it", "Refunds need a person to approve them"),
    ("Cron jobs all start at midnight", "Cron jobs all run as root"),
    ("Access logs were not kept long enough", "Access tokens were not kept long enough"),
    ("The status page was updated by hand", "The allow list was updated by hand"),
    ("The proxy buffers whole responses in memory", "The proxy retries whole responses in order"),
    ("An expired token stopped the nightly export", "An expired token opened the nightly export"),
    ("The disk alert threshold was set too high", "The disk alert threshold was set too low"),
    ("Thread pool exhaustion was not visible", "Thread pool exhaustion was visible"),
    ("Only one engineer knew the billing export", "Only one region ran the billing export"),
    ("The index was dropped in the same migration", "The index was added in the same migration"),
    ("Deploy tooling allows skipping the checks", "Deploy tooling enforces the checks"),
    (
        "The load balancer kept sending traffic to dead nodes",
        "The load balancer kept sending logs to a dead bucket",
    ),
    (
        "Monitoring runs in the same cluster as the service",
        "Tests run in the same cluster as the service",
    ),
    ("Memory limits of the container were guessed", "Network limits of the container were reached"),
    ("Capacity was planned on last year's peak", "The team was planned on last year's budget"),
    ("No backoff between retries", "No logging between retries"),
    ("Nobody cleans up stale feature flags", "Nobody cleans up stale user sessions"),
    (
        "The vendor's maintenance notice went to a shared mailbox",
        "The vendor's invoice went to a shared mailbox",
    ),
    (
        "The feature was switched on for all customers at once",
        "The feature was switched off for all customers at once",
    ),
    ("The library upgrade changed a default timeout", "The library upgrade changed a default port"),
    (
        "Alert noise had trained people to ignore pages",
        "Alert rules had been written for old pages",
    ),
    ("The test environment has no replica", "The test environment has no data"),
    ("Checkout and search share a database", "Checkout and search share a team"),
    ("The restore was not tried for a year", "The restore took a year of logs"),
    (
        "Escalation policy pointed to a person who had left",
        "Retention policy pointed to a bucket that was gone",
    ),
    ("The client ignores the error of the server", "The server ignores the error of the client"),
    (
        "The upgrade was postponed by quarter-end pressure",
        "The audit was postponed by quarter-end pressure",
    ),
    ("A manual step in the release", "An automatic step in the release"),
    ("The old certificate was trusted", "The new certificate was not trusted"),
    ("The job starts when the disk is full", "The job stops when the disk is full"),
    ("No limit", "No limit"),
)
