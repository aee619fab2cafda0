-- The relation with one institution; an institution may have several, told apart by their title.
-- last_contact_on and revisit_on repeat what timeline and revisit say, so that a board of thousands needs no scan.
create table partnership (
  id text not null primary key,
  institution text not null references institution (id),
  title text not null,
  stage bigint not null check (stage between 0 and 5),
  state text not null check (state in ('open', 'not-yet', 'paused', 'done')),
  team text not null default '',
  revisit_on text,
  stage_since text not null default '',
  last_contact_on text,
  version bigint not null default 1,
  created_at bigint not null,
  changed_at bigint not null
);
create index partnership_institution on partnership (institution);
create index partnership_stage on partnership (stage, state);
create index partnership_revisit on partnership (revisit_on);
create index partnership_last_contact on partnership (last_contact_on);

-- How a team works: limits and days that differ from the program's standard, with the team's reason.
create table habit (
  team text not null,
  name text not null,
  value bigint not null check (value >= 0),
  reason text not null,
  primary key (team, name)
);

-- One row for each thing that only one may decide on at a time; whoever wrote the row last has the turn until commit.
create table turn (
  name text not null primary key,
  taken bigint not null
);

-- Who speaks with an institution now; one row an institution.
create table claim (
  institution text not null primary key references institution (id),
  owner text not null,
  owner_name text not null,
  since text not null,
  expires_on text not null
);
create index claim_owner on claim (owner, expires_on);

-- What a person has to be told: somebody wrote to an institution on which another has the claim.
create table notice (
  id text not null primary key,
  recipient text not null,
  kind text not null,
  institution text not null references institution (id),
  actor text not null,
  actor_name text not null,
  reason text not null,
  at bigint not null,
  seen_at bigint
);
create index notice_recipient on notice (recipient, id);

-- People at institutions. Personal data stands here and in texts that people write, nowhere else; an erased row keeps
-- its id, so that the timeline stays whole.
create table contact (
  id text not null primary key,
  institution text not null references institution (id),
  name text not null,
  role text not null,
  mail text,
  phone text,
  address text,
  legal_basis text not null,
  source text not null,
  recorded_on text not null,
  recorded_by text not null,
  last_contact_on text,
  retain_until text,
  erased boolean not null default false,
  version bigint not null default 1
);
create index contact_institution on contact (institution);
create index contact_retention on contact (retain_until);

create table consent (
  id text not null primary key,
  contact text not null references contact (id) on delete cascade,
  purpose text not null,
  given boolean not null,
  day text not null,
  evidence text not null,
  who text not null,
  who_name text not null
);
create index consent_contact on consent (contact, id);

-- What passed between a group and an institution.
create table timeline_entry (
  id text not null primary key,
  partnership text not null references partnership (id),
  day text not null,
  kind text not null,
  direction text not null,
  text text not null,
  answer text,
  step text,
  step_on text,
  step_by text,
  step_by_name text,
  step_done_on text,
  who text not null,
  who_name text not null,
  logged_at bigint not null,
  withdrawn boolean not null default false,
  version bigint not null default 1
);
create index timeline_entry_day on timeline_entry (partnership, day, id);
create index timeline_entry_step on timeline_entry (step_on, step_by)
  where step is not null and step_done_on is null and not withdrawn;
create index timeline_entry_step_of on timeline_entry (partnership, step_on)
  where step is not null and step_done_on is null and not withdrawn;

-- Texts of entries before they were edited: apart from the log, because texts may have to be erased.
create table timeline_former (
  entry text not null references timeline_entry (id) on delete cascade,
  version bigint not null,
  text text not null,
  step text,
  primary key (entry, version)
);

create table timeline_person (
  entry text not null references timeline_entry (id) on delete cascade,
  contact text not null references contact (id),
  primary key (entry, contact)
);
create index timeline_person_contact on timeline_person (contact);

create table timeline_file (
  entry text not null references timeline_entry (id) on delete cascade,
  place bigint not null,
  path text not null,
  sha1 text not null,
  primary key (entry, place)
);

-- Conditions that were found in the letter of a "no, but".
create table timeline_condition (
  entry text not null references timeline_entry (id) on delete cascade,
  condition text not null,
  quote text not null,
  verdict text not null,
  primary key (entry, condition, quote)
);

-- When to come back, and why then.
create table revisit (
  partnership text not null primary key references partnership (id),
  cause text not null,
  months bigint,
  since text not null,
  due_on text not null,
  snoozed_until text,
  reason text not null,
  entry text references timeline_entry (id),
  who text not null,
  who_name text not null
);
create index revisit_who on revisit (who);

-- Exhibitions, congresses and the like, who goes there and whom they meet.
create table occasion (
  id text not null primary key,
  title text not null,
  kind text not null,
  place text not null,
  begins_on text not null,
  ends_on text not null,
  website text,
  result text not null default '',
  version bigint not null default 1,
  changed_at bigint not null
);
create index occasion_begins on occasion (begins_on);
create table occasion_goer (
  occasion text not null references occasion (id) on delete cascade,
  who text not null,
  who_name text not null,
  primary key (occasion, who)
);
create table occasion_institution (
  occasion text not null references occasion (id) on delete cascade,
  institution text not null references institution (id),
  primary key (occasion, institution)
);

-- Which institution told which other.
create table referral (
  institution text not null references institution (id),
  told_by text not null references institution (id),
  day text not null,
  note text not null,
  who text not null,
  who_name text not null,
  primary key (institution, told_by),
  check (institution <> told_by)
);
create index referral_told_by on referral (told_by);
