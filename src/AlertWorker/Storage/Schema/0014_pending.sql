-- Wishes to be told by mail, until the reader of the address says that they are his.
create table pending (
    token text not null primary key,    -- 128 random bits, in the link of the mail
    address text not null,
    at bigint not null,                 -- UTC unix milliseconds
    json text not null                  -- the subscriber it will be
);
create index pending_address on pending (address, at);
create index pending_at on pending (at);
