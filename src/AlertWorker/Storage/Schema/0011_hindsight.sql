-- What was known at a moment is folded again from the claims in the order in which they were seen.
create index claim_first_seen on claim (first_seen, id);
