-- What waits and what is over have indexes of their own: taking what waits never reads the past, and a planner without
-- statistics cannot mistake the one for the other. Queries name the condition of the index they mean.
drop index delivery_state;
create index delivery_failed on delivery (state, sequence) where state not in ('waiting', 'sent');
drop index delivery_address;
create index delivery_past on delivery (address, sequence) where state <> 'waiting';
