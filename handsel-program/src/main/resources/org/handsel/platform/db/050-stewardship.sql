-- Folders of measures, and the partnership they belong to; an empty partnership for comparisons of many institutions.
create table impact_folder (
  id text not null primary key,
  partnership text not null,
  folder text not null,
  kind text not null,
  collection text not null,
  as_of text,
  measured_at text not null,
  who text not null,
  who_name text not null,
  unique (partnership, folder)
);

-- What people say came of an expectation that no number decides.
create table impact_verdict (
  expectation text not null primary key references impact_expectation (id) on delete cascade,
  outcome text not null check (outcome in ('met', 'partly', 'missed')),
  note text not null,
  day text not null,
  who text not null,
  who_name text not null
);
