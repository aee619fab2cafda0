-- Links that people look at: a set is one result of linking, an item one of its rows with what a reviewer needs to see (JSON), so that
-- the files need not be at hand. Decisions are only ever added; opinions (what each person holds now) and the item's state follow from them.
create table review_set (
  id text not null primary key,
  name text not null,
  name_key text not null unique,
  links text not null,
  fingerprint text not null,
  accept double precision not null,
  link_rows bigint not null,
  begun_by text not null,
  begun_by_name text not null,
  begun_at bigint not null
);

create table review_item (
  review_set text not null references review_set (id) on delete cascade,
  place bigint not null,
  person text not null,
  worth double precision not null,
  body text not null,
  state text not null check (state in ('open', 'contested', 'settled')),
  verdict text check (verdict in ('accept', 'reject')),
  record text,
  primary key (review_set, place)
);
create index review_item_queue on review_item (review_set, state, worth);

create table review_decision (
  id text not null primary key,
  review_set text not null,
  place bigint not null,
  who text not null,
  who_name text not null,
  at bigint not null,
  verdict text not null check (verdict in ('accept', 'reject', 'unsure', 'undo')),
  record text,
  note text not null,
  foreign key (review_set, place) references review_item (review_set, place) on delete cascade
);
create index review_decision_item on review_decision (review_set, place, id);
create index review_decision_who on review_decision (review_set, who, id);

create table review_opinion (
  review_set text not null,
  place bigint not null,
  who text not null,
  primary key (review_set, place, who),
  foreign key (review_set, place) references review_item (review_set, place) on delete cascade
);
