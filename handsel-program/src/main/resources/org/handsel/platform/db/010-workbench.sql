-- What people said to the guides of the stages: whether they helped, and what was missing.
create table guide_feedback (
  id text not null primary key,
  stage bigint not null check (stage between 0 and 5),
  helpful boolean not null,
  note text not null,
  who text not null,
  who_name text not null,
  at bigint not null
);
create index guide_feedback_stage on guide_feedback (stage, id);

-- Secret addresses of calendars; only a hash is kept, so that whoever reads the database cannot read the calendar by it.
create table calendar_address (
  who text not null primary key,
  token_hash text not null unique,
  made_at bigint not null
);

-- Pairs that a comparison of the whole register found and nobody decided yet; each comparison replaces them. a is the smaller id.
create table duplicate_proposal (
  a text not null references institution (id) on delete cascade,
  b text not null references institution (id) on delete cascade,
  outcome text not null,
  probability double precision not null,
  related double precision not null,
  evidence text not null,
  found_at bigint not null,
  primary key (a, b)
);
create index duplicate_proposal_b on duplicate_proposal (b);
create index duplicate_proposal_related on duplicate_proposal (related);
