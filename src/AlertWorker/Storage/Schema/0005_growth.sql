-- What a year of ten million entries is searched by.
create index entry_link on entry (link);
create index entry_forgettable on entry (last_seen) where json is null;
