-- What only one node of a cluster may do, and who does it.
create table lease (
    name text not null primary key,
    node text not null,
    until bigint not null,              -- by the clock of the database
    fence bigint not null               -- one more with every change of hands
);
delete from bot_state where key like 'lease:%';

-- The nodes at work, and a mark of each part of the configuration they run on.
create table node (
    name text not null primary key,
    seen bigint not null,               -- by the clock of the database
    configuration text not null
);

-- Raised with every write, so that a node that read an older one cannot write over a newer one.
alter table feed_state add column version bigint not null default 0;
