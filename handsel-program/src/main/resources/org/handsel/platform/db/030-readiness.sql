-- Audits of wikis that were made in this workspace; the results themselves are files in the folder of each.
create table audit_run (
  id text not null primary key,
  folder text not null unique,
  wiki text not null,
  dump text not null,
  state text not null check (state in ('running', 'done', 'partial', 'failed', 'stopped')),
  message text not null default '',
  who_name text not null,
  started_at bigint not null,
  ended_at bigint,
  summary text not null default ''
);
create index audit_run_wiki on audit_run (wiki, started_at);

-- What people did about findings. Rows are only added; the one with the highest version says how things stand. A
-- finding is known by what makes it the same one in a later audit, so that "no defect" need not be said twice.
create table finding_work (
  wiki text not null,
  audit text not null,
  finding text not null,
  version bigint not null,
  title text not null,
  state text not null check (state in ('open', 'taken', 'done', 'no-defect')),
  reason text not null default '',
  who text not null,
  who_name text not null,
  at bigint not null,
  primary key (wiki, audit, finding, version)
);
