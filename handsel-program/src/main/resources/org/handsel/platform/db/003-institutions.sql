-- Institutions that hold or may hold images, and what is known of each.
create table institution (
  id text not null primary key,
  source text not null,
  source_id text,
  name text not null,
  name_key text not null,
  country text,
  type text not null,
  city text,
  region text,
  latitude double precision,
  longitude double precision,
  website text,
  merged_into text references institution (id),
  version bigint not null default 1,
  created_at bigint not null,
  changed_at bigint not null
);
create index institution_name_key on institution (name_key);
create index institution_country on institution (country, type);

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
