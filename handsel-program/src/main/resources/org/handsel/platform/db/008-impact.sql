-- Measurements with their numbers, so that two reports can be compared. definitions is a fingerprint of all that decides what was
-- counted; only measurements with the same one are put side by side as before and after.
create table impact_measurement (
  id text not null primary key,
  collection text not null,
  collection_key text not null,
  kind text not null,
  definitions text not null,
  parameters text not null,
  source text not null,
  source_sha1 text not null,
  as_of text,
  measured_at text not null
);
create index impact_measurement_collection on impact_measurement (collection_key, kind, as_of);
create table impact_value (
  measurement text not null references impact_measurement (id) on delete cascade,
  place bigint not null,
  measure text not null,
  value double precision,
  primary key (measurement, place)
);

-- What one side expected of a partnership.
create table impact_expectation (
  id text not null primary key,
  partnership text not null references partnership (id),
  text text not null,
  measure text,
  target double precision,
  due_on text,
  stated_on text not null,
  who text not null,
  who_name text not null
);
create index impact_expectation_partnership on impact_expectation (partnership, id);

-- Changes to an institution's records that go back to it.
create table impact_correction (
  id text not null primary key,
  partnership text not null references partnership (id),
  record text not null,
  field text not null,
  before_value text not null,
  after_value text not null,
  evidence text not null,
  state text not null check (state in ('proposed', 'sent', 'accepted', 'declined')),
  proposed_on text not null,
  sent_on text,
  settled_on text,
  who text not null,
  who_name text not null,
  unique (partnership, record, field, after_value)
);
create index impact_correction_state on impact_correction (partnership, state);

-- What somebody saw: satisfaction in a talk, inquiries a month, files up for deletion, a sample of reuses.
create table impact_observation (
  id text not null primary key,
  partnership text not null references partnership (id),
  kind text not null,
  day text not null,
  value double precision,
  whole double precision,
  note text not null,
  who text not null,
  who_name text not null
);
create index impact_observation_day on impact_observation (partnership, kind, day);

-- Drafts for newsletter, blog and list of precedents, and what the partner said to them.
create table impact_story (
  id text not null primary key,
  partnership text not null references partnership (id),
  kind text not null check (kind in ('newsletter', 'blog', 'precedents')),
  language text not null,
  text text not null,
  state text not null check (state in ('draft', 'approved', 'declined')),
  decided_by text,
  decided_on text,
  evidence text,
  version bigint not null default 1,
  who text not null,
  who_name text not null,
  changed_at text not null
);
create index impact_story_partnership on impact_story (partnership, id);

-- Reports that are prepared by the calendar; they wait as drafts.
create table impact_schedule (
  partnership text not null primary key references partnership (id),
  every_months bigint not null check (every_months between 1 and 24),
  next_on text not null,
  folder text not null,
  language text not null,
  formats text not null,
  prepared_on text,
  who text not null,
  who_name text not null
);
