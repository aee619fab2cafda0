-- Institutions that hold or may hold images, and what is known of each. identity: what makes a row of a list the same row when the
-- list is imported again; row_hash: the row as it was imported last; edited: names of the fields that a person changed since, which
-- an import then leaves alone; origin: columns of the list that the register has no field for, as JSON; revision: the number of the
-- last change to the register that touched the row.
create table institution (
  id text not null primary key,
  source text not null,
  source_id text,
  identity text unique,
  row_hash text,
  name text not null,
  name_key text not null,
  country text,
  type text not null,
  subtype text,
  city text,
  region text,
  address text,
  latitude double precision,
  longitude double precision,
  website text,
  altname text,
  income_band text,
  funder_type text,
  classification text,
  stock_size text,
  phone_key text,
  note text,
  origin text,
  edited text not null default '',
  import_run text,
  merged_into text references institution (id),
  version bigint not null default 1,
  revision bigint not null default 0,
  created_at bigint not null,
  changed_at bigint not null
);
create index institution_name_key on institution (name_key);
create index institution_country on institution (country, type);
create index institution_revision on institution (revision);
create index institution_source_id on institution (source, source_id);
create index institution_import_run on institution (import_run);

-- Identifiers, one a row, recognised by pattern and check digit; what was not recognised has the scheme unknown.
create table institution_identifier (
  institution text not null references institution (id) on delete cascade,
  scheme text not null,
  value text not null,
  primary key (institution, scheme, value)
);
create index institution_identifier_value on institution_identifier (scheme, value);

-- One row that counts the changes to the register: whoever holds a copy in memory sees by it that the copy is old.
create table register_revision (
  name text not null primary key,
  value bigint not null
);
insert into register_revision (name, value) values ('institution', 0);

-- An import, and the state before it of every row that it changed.
create table import_run (
  id text not null primary key,
  file text not null,
  started_at bigint not null,
  finished_at bigint
);
create table import_change (
  import_run text not null references import_run (id),
  institution text not null references institution (id) on delete cascade,
  before_state text not null,
  primary key (import_run, institution)
);

-- That one institution belongs to another: part-of, foundation-of, friends-of, member-of, other.
create table affiliation (
  id text not null primary key,
  from_institution text not null references institution (id) on delete cascade,
  to_institution text not null references institution (id) on delete cascade,
  kind text not null,
  evidence text,
  who text not null,
  who_name text not null,
  decided_at bigint not null,
  unique (from_institution, to_institution, kind)
);
create index affiliation_to on affiliation (to_institution);

-- What a person decided about a pair of rows; a is the smaller id. Decided pairs are not proposed again.
create table duplicate_decision (
  a text not null references institution (id) on delete cascade,
  b text not null references institution (id) on delete cascade,
  outcome text not null check (outcome in ('same', 'affiliated', 'different')),
  reason text,
  who text not null,
  who_name text not null,
  decided_at bigint not null,
  primary key (a, b),
  check (a < b)
);

-- Answers to the questions of a profile, each with its evidence; the newest (ids rise) counts, the older ones stay.
create table profile_statement (
  id text not null primary key,
  institution text not null references institution (id) on delete cascade,
  question text not null,
  answer text not null,
  evidence text,
  as_of text not null,
  who text not null,
  who_name text not null
);
create index profile_statement_question on profile_statement (institution, question, id);
