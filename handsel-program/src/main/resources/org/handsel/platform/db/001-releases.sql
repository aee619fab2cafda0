-- Releases that were planned in this workspace, so that a person finds them again; what happened to their files stands in each
-- release's own ledger.
create table release_folder (
  id text not null primary key,
  folder text not null unique,
  name text not null,
  name_key text not null,
  partnership text,
  planned_at text not null,
  files bigint not null check (files >= 0)
);
create index release_folder_name_key on release_folder (name_key);
