-- What is agreed with an institution: the rung of the ladder, the dates, and whether everything or a small part comes first.
create table agreement (
  partnership text not null primary key references partnership (id),
  rung text check (rung in ('none-needed', 'one-sided-release', 'letter', 'memorandum', 'agreement')),
  reason text not null default '',
  evidence text not null default '',
  scale text check (scale in ('mass', 'small')),
  scale_advice text,
  scale_reason text not null default '',
  renegotiate_on text,
  ends_on text,
  signed_on text,
  signed_evidence text not null default '',
  version bigint not null default 1,
  changed_at bigint not null
);

-- Answers to the checklist; what has no row is open.
create table agreement_item (
  partnership text not null references agreement (partnership),
  item text not null,
  state text not null check (state in ('met', 'waived')),
  statement text not null,
  by_name text,
  day text not null,
  who text not null,
  who_name text not null,
  primary key (partnership, item)
);

-- Hours a month that somebody or something of a team has to give.
create table capacity (
  team text not null default '',
  name text not null,
  hours_a_month bigint not null check (hours_a_month >= 0),
  from_on text not null,
  until_on text,
  note text not null,
  version bigint not null default 1,
  primary key (team, name)
);

-- A call for volunteers, and who answered it.
create table volunteer_call (
  id text not null primary key,
  partnership text not null references partnership (id),
  task text not null,
  hours bigint not null check (hours > 0),
  until_on text not null,
  called_on text not null,
  who text not null,
  who_name text not null
);
create index volunteer_call_partnership on volunteer_call (partnership, id);

-- Names stand here only, so that they can be erased; the log names the row.
create table volunteer_sign_up (
  id text not null primary key,
  call text not null references volunteer_call (id),
  name text not null,
  hours bigint not null check (hours > 0),
  day text not null,
  withdrawn boolean not null default false
);
create index volunteer_sign_up_call on volunteer_sign_up (call, id);

-- Who promised what by when, and on which capacity it draws.
create table commitment (
  id text not null primary key,
  partnership text not null references partnership (id),
  side text not null check (side in ('community', 'institution')),
  kind text not null,
  text text not null,
  keeper text not null,
  due_on text not null,
  hours bigint not null check (hours >= 0),
  capacity text not null default '',
  call text references volunteer_call (id),
  every_months bigint,
  state text not null check (state in ('wished', 'agreed', 'kept', 'dropped')),
  reason text not null default '',
  version bigint not null default 1,
  made_on text not null,
  who text not null,
  who_name text not null
);
create index commitment_partnership on commitment (partnership, due_on);
create index commitment_state on commitment (state, due_on);

-- Minutes that people gave to a partnership, by stage.
create table time_spent (
  id text not null primary key,
  partnership text not null references partnership (id),
  stage bigint not null check (stage between 0 and 5),
  minutes bigint not null check (minutes > 0),
  day text not null,
  note text not null,
  who text not null,
  who_name text not null
);
create index time_spent_partnership on time_spent (partnership, stage);

-- What reaches the institution because of the partnership: inquiries a month, and who is there to answer.
create table partner_load (
  id text not null primary key,
  partnership text not null references partnership (id),
  day text not null,
  inquiries bigint not null check (inquiries >= 0),
  staff double precision not null,
  note text not null,
  who text not null,
  who_name text not null
);
create index partner_load_day on partner_load (partnership, day);

-- Drafts that a person edited; what has no row is written from the clauses.
create table agreement_draft (
  partnership text not null references partnership (id),
  kind text not null,
  language text not null,
  text text not null,
  version bigint not null default 1,
  changed_at bigint not null,
  who text not null,
  who_name text not null,
  primary key (partnership, kind, language)
);
