-- The relation with one institution; an institution may have several, told apart by their title.
create table partnership (
  id text not null primary key,
  institution text not null references institution (id),
  title text not null,
  stage bigint not null check (stage between 0 and 5),
  state text not null check (state in ('open', 'not-yet', 'paused', 'done')),
  team text not null default '',
  revisit_on text,
  version bigint not null default 1,
  created_at bigint not null,
  changed_at bigint not null
);
create index partnership_institution on partnership (institution);
create index partnership_stage on partnership (stage, state);
