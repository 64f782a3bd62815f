-- Times are UTC unix milliseconds, flags 0 or 1, json is text as System.Text.Json (web defaults) writes it.

create table meta (
    key text not null primary key,
    value text not null
);

-- What must be known of a feed after a restart: validators, health, rhythm.
create table feed_state (
    feed text not null primary key,
    at bigint not null,
    json text not null
);

-- The seen-set: one row for each story a feed ever showed. A row is kept while the story may come back.
create table entry (
    key text not null primary key,      -- hash of feed and stable identity
    feed text not null,
    fingerprint text not null,          -- of title and link: the same story under a new guid
    content text not null,              -- of the whole text: changed under the same guid
    guid text not null,
    title text,
    link text,
    published bigint,
    first_seen bigint not null,
    last_seen bigint not null,
    json text                           -- the entry as read, kept where it spoke of a crossing
);
create index entry_fingerprint on entry (feed, fingerprint);
create index entry_first_seen on entry (first_seen);
create index entry_guid on entry (guid);

-- The ledger: nothing here is ever overwritten.
create table claim (
    id text not null primary key,       -- entry key, revision, place in the text
    entry text not null,
    feed text not null,
    crossing text not null,
    at bigint not null,                 -- event or publication time
    first_seen bigint not null,
    json text not null
);
create index claim_crossing on claim (crossing, at);
create index claim_entry on claim (entry);

create table fold_step (
    id $identity$,
    at bigint not null,
    crossing text not null,
    entry text,
    rule text not null,
    json text not null
);
create index fold_step_crossing on fold_step (crossing, at);
create index fold_step_entry on fold_step (entry);

create table crossing_status (
    crossing text not null primary key,
    at bigint not null,
    json text not null
);

create table alert (
    id text not null primary key,
    at bigint not null,
    crossing text not null,
    incident text not null,
    kind text not null,
    json text not null
);
create index alert_at on alert (at);
create index alert_crossing on alert (crossing, at);
create index alert_incident on alert (incident);
