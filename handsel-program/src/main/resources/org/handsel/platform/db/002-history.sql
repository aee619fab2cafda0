-- Every change that a person or the program made, with the state before and after. Rows are only ever added. Contacts of
-- institutions are named by their id only, so that a person's data can be erased without touching this log.
create table change (
  id text not null primary key,
  at bigint not null,
  who text not null,
  who_name text not null,
  kind text not null,
  subject text not null,
  action text not null,
  before_state text,
  after_state text
);
create index change_subject on change (kind, subject, id);
create index change_who on change (who, id);
