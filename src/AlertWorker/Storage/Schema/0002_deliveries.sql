-- What stands between deciding and telling. Times are UTC unix milliseconds, flags 0 or 1.

create table delivery (
    id text not null primary key,
    alert text,
    incident text,
    subscriber text not null,
    address text not null,
    scheme text not null,               -- channel: telegram, mailto, https, console
    language text not null,
    time_zone text not null,
    urgent bigint not null,
    note text,                          -- json of a message that is no alert
    sequence bigint not null,           -- order of coming
    created bigint not null,
    not_before bigint not null,         -- earliest time of the first try
    due bigint not null,                -- earliest time of the next try
    state text not null,                -- waiting, sent, dead, refused
    tries bigint not null default 0,
    first_try bigint,
    lease bigint not null default 0,    -- until when a node has it in hand
    node text,
    reference text,                     -- the channel's own id of the message
    problem text,                       -- last answer that was not a yes
    done bigint
);
create index delivery_waiting on delivery (scheme, urgent, due) where state = 'waiting';
create index delivery_queue on delivery (address, sequence) where state = 'waiting';
create index delivery_state on delivery (state, done);
create index delivery_alert on delivery (alert);
create index delivery_incident on delivery (incident);
create index delivery_address on delivery (address, sequence);

create table receipt (
    id $identity$,
    delivery text not null,
    at bigint not null,
    outcome text not null,              -- sent, later, refused
    detail text
);
create index receipt_delivery on receipt (delivery);

-- Messages of an incident at one address: what later ones answer to, and what a confirmation edits.
create table thread (
    incident text not null,
    address text not null,
    first text not null,
    last text not null,
    primary key (incident, address)
);

-- What is known of an address besides its subscriber.
create table address (
    address text not null primary key,
    refusals bigint not null default 0, -- in a row
    retired bigint,
    reason text,
    moved_to text,
    token text                          -- of its unsubscribe link, 128 random bits
);
create unique index address_token on address (token);

-- People who subscribed themselves.
create table subscriber (
    id text not null primary key,
    at bigint not null,
    json text not null
);

-- Small things that outlive a restart: the bot's offset and key, leases of what is single in a cluster.
create table bot_state (
    key text not null primary key,
    value text not null,
    until bigint not null default 0
);
