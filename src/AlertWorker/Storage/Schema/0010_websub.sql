-- Subscriptions of feeds at WebSub hubs: one row for each feed that offers a hub.
create table websub (
    feed text not null primary key,
    token text not null,                -- the secret part of the callback address
    json text not null
);
create unique index websub_token on websub (token);
