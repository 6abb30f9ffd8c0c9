"""Sentences of incident reviews in which nothing should be masked."""

INNOCENT = tuple(
    line.strip()
    for line in """
    We rolled back from 2.14.1 to 2.14.0 at 14:03 UTC.
    The fix went out in v1.27.3-rc.2 on Tuesday.
    Version 10.4 of the database changed the default isolation level.
    Upgrade from Java 17 to Java 21 was done the week before.
    Kernel 5.15.0 was already on half of the fleet.
    The release train 2026.03 left without the patch.
    Python 3.12 and Node 20 were both affected.
    TLS 1.2 was switched off and old clients could not connect.
    The client library was pinned to ^4.17.21.
    The schema version went from 41 to 42.
    It began at 09:41 and ended at 10:26.
    From 14:03:22 to 14:05:10 nothing was written.
    At 2026-03-04T14:03:00Z the first alert fired.
    The outage lasted 2 h 17 min.
    Time to detect was 4 minutes, time to mitigate 38 minutes.
    Between 03:00 and 04:30 on Sunday the batch did not run.
    The certificate was valid until 2026-03-01.
    The job runs at 0 3 * * * and takes an hour.
    The timeout was 30 s, the retry interval 500 ms.
    It took 1h30m until every region was healthy.
    The monthly SLO is 99.95 % and we used 62 % of the budget.
    Error rate rose from 0.02 % to 17.4 %.
    p99 went from 180ms to 4.2s and p50 stayed at 35ms.
    Availability was 99.2% in March.
    About 41,300 payments were late and 2,180 were lost.
    1.2 million rows had to be read again.
    The queue grew to 1_000_000 messages.
    Throughput fell from 12k to 3k requests per second.
    Memory stood at 7.8 GiB of 8 GiB for twenty minutes.
    CPU was at 100 % on all 16 cores.
    Disk usage went from 71% to 98% within an hour.
    The burn rate was 14.4x over one hour.
    Clients saw HTTP 503 and later 504.
    Half of all calls ended in 429 Too Many Requests.
    The gateway answered 502 Bad Gateway to every third request.
    A 404 was cached for ten minutes.
    We counted 5xx only, so the 401 responses did not page.
    The exit code was 137, so it was killed for memory.
    errno 110 means that the connection timed out.
    SIGTERM was ignored, and SIGKILL came 30 seconds later.
    ORA-01555 appeared in the log of the report.
    getUserById() returned null and nobody checked.
    The call to fetch_orders_since() had no limit.
    handleRetry was called from two places.
    PaymentService.charge() is not idempotent.
    A NullPointerException was thrown in OrderMapper.
    The variable max_connections was left at 100.
    We set retry_count=3 and timeout=30s.
    The flag enable_new_checkout was on for everybody.
    use_cache=false made it slower but correct.
    SELECT count(*) FROM orders WHERE state = 'open' took a minute.
    The index on created_at was missing.
    The feature flag new-checkout-flow was at 50 %.
    We ran kubectl get pods and saw three restarts.
    terraform plan showed no change.
    git revert HEAD~1 was enough.
    systemctl restart was run twice.
    The file config.yaml was read only once, at the start.
    values.yaml and Chart.yaml disagreed.
    The runbook README.md was two years old.
    package.json and the lock file had drifted apart.
    main.go and utils.py were both changed.
    The content type was application/json.
    The endpoint /v2/orders returned an empty list.
    POST /api/payments/{id}/refund was slow.
    The header Content-Type was missing.
    The metric http_requests_total went flat.
    The rate limit is 100 requests/second per client.
    The ratio was 3:1 before and 1:1 after.
    We went through steps 1-4 of the runbook.
    Steps 3, 4 and 5 were skipped.
    Phase 2 of the migration was on hold.
    Table 3 and figure 2 show the drop.
    In Q3-2026 we had four such incidents.
    This was a SEV-2 and became a SEV-1.
    A P1 was declared after ten minutes.
    SHA-256 sums did not match.
    UTF-8 was read as ISO-8859-1.
    RFC 7231 says that such a call may be repeated.
    CVE fixes were held back by the freeze.
    Log4j was not in use here.
    The OAuth 2.0 flow was not affected.
    HTTP/2 connections were kept open for hours.
    IPv6 was not switched on in that region.
    The k8s control plane was fine.
    The p95 of the read path is 40 ms.
    x86-64 and arm64 images were built from different bases.
    The S3 lifecycle rule was wrong.
    An EC2 instance was replaced by the group.
    We use Postgres 15 with two replicas.
    Kafka lag rose to 300,000 and fell again.
    Redis evicted keys because maxmemory was reached.
    Grafana showed nothing as Prometheus was down too.
    Jenkins retried the build three times.
    The load balancer kept sending traffic to a dead node.
    The health check looks at the port only.
    A well-known, two-phase, end-to-end roll-out was planned.
    The read-only replica was promoted by hand.
    Blue-green deploys would have helped.
    We had a single point of failure in the write path.
    The on-call engineer was paged at once.
    The incident commander asked for a rollback.
    The database team was told after the fact.
    Customer support had 140 calls within an hour.
    The user interface showed a spinner.
    Users were logged out and had to log in again.
    The login page was slow for users in Europe.
    The user service depends on the session store.
    The account page could not be opened.
    Account creation was off for an hour.
    The token expired and was not renewed.
    The password policy was not the cause.
    A secret was rotated without a restart.
    The API key of the vendor had expired.
    Keys were evicted at random.
    The certificate chain was incomplete.
    The client secret had been rotated the night before.
    Phone calls were not needed.
    The order service retried without a pause.
    Order 3 of the steps was wrong.
    The host header was rewritten by the proxy.
    All hosts of one rack lost power.
    The switch at the top of the rack failed.
    Will the alert fire next time?
    Will need a restart after the change.
    We will mark the node as bad.
    Mark the item as read before you go on.
    Mark failed pods as lost.
    A mark of 300 was reached.
    Grace period expired before the drain was done.
    The grace period of 30 seconds was too short.
    May take five minutes to warm up.
    In May we saw the same pattern.
    The page was slow, so we had to page somebody.
    Page 3 of the runbook is out of date.
    Front page errors were seen first.
    Two pods failed and two restarted.
    Two of three replicas were gone.
    Then Two Phase Commit blocked all writers.
    One node was lost; One more followed.
    Hope is not a strategy.
    We hunt for the cause in the wrong place.
    Frank words were spoken in the review.
    The joy was short.
    The bill of the vendor was unpaid.
    Art and science of tuning were both needed.
    The rose in latency was mild.
    Dawn was near when traffic came back.
    Summer load is twice that of winter.
    Max connections was reached.
    Max heap was 4 GB.
    The penny dropped late.
    Faith in the dashboard was lost.
    Chase the lag down to zero first.
    We drew the line at 80 %.
    The stack was deep and the trace long.
    An Amber alert on the board stayed for a day.
    Ruby workers were stuck while Rust workers went on.
    Jasmine tests were green.
    Young objects filled the heap.
    Stone by stone the tree was built.
    Wood was not what the dashboard saw.
    Stage traffic was sent to production.
    The 300 MS budget was spent on one call.
    MS SQL was not part of it.
    There is no single owner of the shared config.
    Nobody was told about the freeze.
    24/7 cover begins only next quarter.
    We measured 2/3 of all calls and/or their retries.
    The change was 1,204 lines in 37 files.
    Cost was about $12,400 for the day.
    The credit of 15 EUR went to every customer.
    The backlog of 50+ items stayed.
    A retry after 2, 4, 8 and 16 seconds would do.
    The buffer of 64 KiB was too small.
    Port 5432 was blocked by the new rule.
    The MTU was 1500 on one side and 9000 on the other.
    The window of 10.5 minutes is too long.
    Node 4 left the cluster at 11:20.
    Region 2 took over after 90 seconds.
    The cron expression */5 * * * * was wrong.
    The regex ^[a-z]+$ matched too much.
    x = y + 1 was never reached.
    List<String> was empty.
    O(n^2) in the number of carts was the reason.
    The checksum and the count differed by 1.
    The lock was held for 12:30 minutes.
    We lost quorum when 2 of 5 voters were away.
    The A/B test ended early.
    The email template was broken for German readers.
    A 10-minute dashboard delay hid the peak.
    The 3-node cluster had no spare.
    The 95th percentile tells little about the tail.
    A T-shaped team would have known.
    """.splitlines()
    if line.strip()
)
"""One sentence each; words that are names as well stand in them as what they are."""
