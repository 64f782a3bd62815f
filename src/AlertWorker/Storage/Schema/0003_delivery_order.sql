-- In the order rows are taken, so that taking a hundred of a hundred thousand reads a hundred.
drop index delivery_waiting;
create index delivery_waiting on delivery (scheme, urgent desc, due, sequence) where state = 'waiting';
