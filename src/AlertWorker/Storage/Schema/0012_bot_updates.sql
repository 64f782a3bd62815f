-- Updates of the bot that came through its webhook: each is answered once, whichever node it reaches and however often.
create table bot_update (
    id bigint not null primary key,
    at bigint not null                  -- UTC unix milliseconds
);
create index bot_update_at on bot_update (at);
