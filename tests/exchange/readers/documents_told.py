"""Short invented post-mortems in the shapes that organisations give theirs, and what they tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.exchange.readers.document import postmortem
from facilitator.exchange.readers.material import Material
from facilitator.exchange.readers.settling import settle

if TYPE_CHECKING:
    from facilitator.exchange.readers.found import Draft, Reading


def document(text: str, name: str = "report.md") -> Reading:
    """What the reader makes of a document."""
    return postmortem.READER.read(Material(name, text.encode()))


def draft(text: str, name: str = "report.md") -> Draft:
    """The rest of a document."""
    found = document(text, name).draft
    assert found is not None
    return found


def told(reading: Reading, **answers: str) -> list[tuple[str, str]]:
    """The instants of a reading, in UTC, with the first words of each entry.

    ``~`` marks what is about, ``?`` what is unknown; ``-`` stands for no instant at all.
    """
    signs = {"exact": "", "about": "~", "unknown": "?"}
    return [
        (
            f"{signs[each.precision.value]}{each.at:%Y-%m-%d %H:%M}" if each.at else "-",
            each.entry.text.split("\n")[0],
        )
        for each in settle(reading, answers).placed
    ]


def asked(reading: Reading, **answers: str) -> list[str]:
    """What is still asked about a reading."""
    return [each.id for each in settle(reading, answers).asked]


SRE = """\
# Postmortem: Orders pile up

**Date**: 2026-03-04
**Authors**: Ada Lovelace, Grace Hopper
**Status**: Complete
**Severity**: SEV-2

## Summary
Orders waited for 40 minutes because a queue was full.

## Impact
1,200 orders were late.

## Root Causes
- A consumer had been stopped by hand.
- Nobody watched the length of the queue.

## Action Items

| Action Item | Type | Owner | Bug |
|---|---|---|---|
| Alert on the length of the queue | detect | ada | ORD-12 |
| Restart consumers by themselves | prevent | grace | [ORD-13](https://t.example/browse/ORD-13) |

## Lessons Learned
### What went well
- The runbook was right.
### What went wrong
- It took long to notice.
### Where we got lucky
- It was night.

## Timeline
All times are UTC.

* 23:50 **Outage begins**: the consumer stops
* 00:10 First customer calls
* 00:30 **Outage ends**
"""

LEADUP = """\
| **Event** | `20260310_labels` |
| --- | --- |
| **Systems** | `Sorter`, `Mailer` |
| **Detected** | `2026-03-10 22:41` |

## Summary
The sorter passed blank labels.

## Leadup
A new printer came.

## Timeline

### 2026-03-10
* `22:41` - The bell rings
    * The log is read
    * A label is found
* `unknown` - Somebody restarts the sorter

### 2026-03-11
* ~`01:10` - The empty label is taken off
* `03:05` - Mailer runs again

## Whys
* The mailer stopped
* ...because a label was blank

## Corrective actions
* [x] Refuse blank labels
* [ ] Draw the flow of labels
"""

PAGED = """\
# Checkout is slow

**Post-Mortem Owner:** Ada Lovelace

**Meeting Date:** 9 March 2026

## Overview
Checkout was slow for an hour.

## What Happened
A cache was emptied.

## Responders
- Ada Lovelace (incident commander)
- Grace Hopper

## Timeline

| Date | Time (UTC) | Event | Who |
|------|-----------|-------|-----|
| 2026-03-04 | 09:00 - 09:15 | The cache is emptied | cron |
| | 9:20 | Alert | PagerDuty |
| 2026-03-05 | 08:00 | All is well | Ada |

## What Didn't Go So Well
- The alert named the wrong service.

## Action Items
- JIRA-7 Warm the cache before it is used
- Name services as they are called
    - Owner: Grace Hopper
    - Due: 2026-04-01
    - Status: Done
"""

HALVES = """\
# Site down

## Issue Summary
The outage began on March 4, 2026 at 8:12 AM and lasted half an hour.

## Timeline (all times Pacific)
- 8:12 AM: A new price list is sent
- 8:15 AM – 8:40 AM: Nothing works
- 12:15 p.m.: Notice to customers
- 1:10p: Closed

## Corrective and Preventative Measures
- Send it to one shop first.
"""

CLOCKS_AS_HEADINGS = """\
# 2026-06-03: Disk full

## Timeline

*(All times US/Pacific, of 24 hours.)*

### 2026-06-03 9:00

@grace reads a complaint.

### 2026-06-03 23:58

**The disk is larger.**

It came by bicycle.

## Lessons

### What Went Well

- The alert came first.

## Action Items

- Throw old files away. **(Done that night)**

## Responders

- @grace
"""

DOTTED = """\
# Incident retro - the doors stay shut

**Incident from:** 2026-05-19

**Incident until:** 2026-05-19

**Retro held:** 2026-05-20

- [Timeline](#timeline)
- [Actions](#actions)

## Timeline

[Monday 18 May](#monday)<br>
[Tuesday 19 May](#tuesday)<br>

See https://chat.example/a/1

18 May 2026
AL oiled an old lock.

19 May 2026

9.41 Bells at
- Front door
- Back door

9.47 GH: nobody can come in
AL: I am on my way

9.58 Recovery:
All doors are open

## Analysis of causes

Two lists of keys differed in 2.50 places.

## Actions

**AL** Have a sign for:
- the front
- the back

**GH/AL**
- Keep one list of keys

**Team**
- Turn keys together
"""

PARAGRAPHS = """\
---
title: "Pictures are missing"
date: 2026-03-07
author: Ada
resources:
- title: "Image 1"
---

# Timeline

All events are noted in [UTC](https://time.example) time.

**07:12 UTC** The first picture is gone

**07:20 UTC** `@grace` finds the cupboard full

```
Mar  7 07:21:01 web-1 cupboard: full
```

**08:05 UTC** (Mar 8) Report is written

# Resulting Action

#### 1) Tidy up every night `@grace`

Old pictures go.

#### 2) TODO Bells

Nobody was told.
"""

PLAIN = """\
Outage of the shop
==================

Date: 4 March 2026

Summary
-------
The shop was closed.

Timeline:
14:03 UTC: Alert
14:10 UTC: The shop is open again
Root Cause and Resolution
A certificate had expired.

Tasks to address the issue:

Renew certificates by themselves.
Warn a month before.
Write down who renews them.
By doing all this we hope for the best.
"""

TAGGED = """\
# Mail is late

## Timeline (UTC+1)

<table>
<tr><th>When</th><th>What</th></tr>
<tr><td>2026-03-04 09:00</td><td>Mail &amp; news wait</td></tr>
<tr><td>2026-03-04 10:30</td><td>Mail is sent</td></tr>
</table>

## Next steps

<ol><li>Watch the queue.</li>
<li>Add a second server.</li></ol>
"""

DAYS_FIRST = """\
# Backups failed

## Timeline

- 04/03/2026
  - 22:15: Backup starts
  - 22:XX: It hangs
- 05/03/2026
  - 07:00: Somebody sees it

## Follow-ups
- [ ] Try restores every week @grace due 2026-04-30
- [x] Alert when a backup hangs ([#12](https://git.example/a/b/issues/12))
- [ ] Name an owner (Ada Lovelace, 2026-05-01)
- ~~Buy tapes~~
"""

FENCED = """\
# Login fails

**Incident Date:** March 4, 2026

## Timeline (CET)

```
14:00 - Release
14:10 - First complaint
14:45 - Release is taken back
```

## Action Plan

| Priority | What | Action owner | Due date | Ticket status |
|---|---|---|---|---|
| 1 | Test logins after a release | Grace Hopper | 2026-04-01 | In progress |
| 2 | Tell support | – | 2026-03-10 | Done |
"""

SEVERAL = """\
# Four bad days of the shop

## Incident Timeline

### October 6, 2026 - The cache overflows

**Duration:** 20:10 to 21:05 UTC

**Timeline:**

- **20:10 UTC** - Release
- **21:05 UTC** - All well

### October 8-9, 2026 - Slow answers

**Root causes:**

- Servers were too small

**Timeline:**

- **22:10 UTC (Oct 8)** - Complaints
- **00:20 UTC (Oct 9)** - Larger servers
- **05:15 UTC** - All well

## Remediation

### Urgent Actions (Completed)

- **Larger servers**: twice the memory

### Later Improvements

- Empty the cache slowly
"""

NUMBERS = """\
# March 25th, 2026 Outage

All clocks are in PDT (UTC-7).

## Timeline

- [12-05 11:10] A switch is bought
- [03-25 22:10] The switch gets loose
- [???] Somebody hears it
- [03-25 22:50] All well

## Action items
* Fasten switches one by one
  ([#56](https://git.example/a/b/issues/56))
"""

LIST_OF_DAYS = """\
# Letters wait

## Timeline (UTC)

- 2026-03-12 0705: wrong address
- 2026-03-12 0940: all letters are sent
- Between 10:00 and 10:30 stamps are changed
- At 10:45 all is well
- By 11:00 everybody knew
- Last report to the board at 11:42 on 16 March 2026.

# Future works

## Sale of the old stamps

They will be sold.

## Testing

More tests follow.
"""

NUMBERED = """\
Incident report

1. Summary
The shop was closed on 4 March 2026 at 14:00.

2. Timeline
14:03 Alert
14:10 The shop is open

3. Root cause
A switch was loose.

4. Actions
a) Fasten the switch
b) Look at it every month
"""

TIMES_LAST = """\
# Postmortem for the closed shop

Date: March 6, 2026

Authors:
- Ada Lovelace
- Grace Hopper

## Action Items

| Description | Type | Owner | Issue # |
|---|---|---|---|
| Fasten the switch (Owner: Ada; Due: April 5, 2026; Ticket: OPS-9) | shop | | |

## Timeline (all times ET)
_date, time, event_
- March 3: the switch is bought
- The office was told at 11:42 ET on March 4, 2026.
- Staff knew at approximately 1:20 PM ET.
- The shop was open at about 5:05 PM ET, March 4.
"""

ALL = {
    "SRE": SRE,
    "LEADUP": LEADUP,
    "PAGED": PAGED,
    "HALVES": HALVES,
    "CLOCKS_AS_HEADINGS": CLOCKS_AS_HEADINGS,
    "DOTTED": DOTTED,
    "PARAGRAPHS": PARAGRAPHS,
    "PLAIN": PLAIN,
    "TAGGED": TAGGED,
    "DAYS_FIRST": DAYS_FIRST,
    "FENCED": FENCED,
    "SEVERAL": SEVERAL,
    "NUMBERS": NUMBERS,
    "LIST_OF_DAYS": LIST_OF_DAYS,
    "NUMBERED": NUMBERED,
    "TIMES_LAST": TIMES_LAST,
}
