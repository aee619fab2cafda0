-- How much each factor of the shopping list counts, where a workspace differs from the standard.
create table prospect_weight (
  factor text not null primary key,
  value double precision not null check (value >= 0)
);

-- What a wiki lacks, as the last audit of it said: words of the titles and categories of its findings. One row a wiki;
-- number rises with every change, so that a ranking in memory sees that it is old.
create table wiki_gap (
  wiki text not null primary key,
  source text not null,
  as_of text not null,
  findings bigint not null,
  audits text not null,
  number bigint not null
);
create table wiki_gap_word (
  wiki text not null references wiki_gap (wiki) on delete cascade,
  word text not null,
  findings bigint not null,
  primary key (wiki, word)
);

-- Categories of Wikimedia Commons that tell of a co-operation, with figures where somebody counted. country, type and
-- institution are what is known of the house that gave; kind says what the category seems to be.
create table precedent (
  category text not null primary key,
  name text not null,
  kind text not null,
  kind_reason text not null,
  institution text references institution (id) on delete set null,
  country text,
  type text,
  source text not null,
  imported_at bigint not null
);
create index precedent_kind on precedent (kind, type, country);
create index precedent_institution on precedent (institution);
create table precedent_figure (
  category text not null references precedent (category) on delete cascade,
  as_of text not null,
  files bigint,
  used bigint,
  pages bigint,
  languages bigint,
  usages bigint,
  depth bigint,
  source text not null,
  primary key (category, as_of)
);
