-- People who may use a workspace together, and their sessions. Without any account the one person of a laptop uses it.
create table account (
  id text not null primary key,
  name text not null,
  name_key text not null unique,
  password_hash text,
  -- Name on the wiki that vouches for the person, and the wiki's own id of them, noted at their first login.
  wiki_name text unique,
  wiki_id text unique,
  role text not null check (role in ('viewer', 'member', 'coordinator', 'board', 'admin')),
  language text,
  email text,
  disabled boolean not null,
  created_at bigint not null,
  version bigint not null
);

-- Only a hash of the token is kept: who reads the database cannot use a session.
create table session (
  token_hash text not null primary key,
  account text not null references account (id) on delete cascade,
  csrf text not null,
  created_at bigint not null,
  last_seen bigint not null,
  expires_at bigint not null
);
create index session_account on session (account);

-- Failed logins by account (a:…) and by address (n:…), the brake on guessing.
create table login_attempt (
  subject text not null primary key,
  failures bigint not null,
  last_at bigint not null
);
