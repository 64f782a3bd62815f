-- What a year of ten million entries is searched by.
create index entry_link on entry (link);
create index entry_forgettable on entry (last_seen) where json is null;
drop index delivery_state;
create index delivery_state on delivery (state, sequence);
create index delivery_done on delivery (done) where state <> 'waiting';
