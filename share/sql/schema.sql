-- A book of thidua, schema 1: one SQLite database with every kind of record of release 1.
--
-- Each table of records has the columns of its kind in include/model/fields.h under the codes of the fields (a test holds the
-- two together), `id`, which is never reused, and `rev`, the change that last wrote the row.  What is optional there may be
-- NULL here: NULL is "not known", never 0 and never an empty text.  The numbers of choices are those of
-- include/model/choices.h; a set is a mask of 1 << number; yes and no are 1 and 0.  Dates are the text of text/date.h
-- ([<>~]YYYY[-MM[-DD]][?]), periods the integers of model/period.h.
--
-- Derived columns, made by the program and rebuilt when meta's versions of keys and folded text change:
--   first_day, last_day   whole days YYYY-MM-DD, inclusive; 0001-01-01 and 9999-12-31 when open
--   *_key                 sorts in Vietnamese order as bytes
--   *_bare                folded text, without marks, for searching; NULL when a text has no letter and no digit
--
-- The settings of a connection (foreign keys, journal, secure deletion) are the store's.  For each table of records the store
-- adds guards made from the list of kinds (src/store/guards.c): a row can only be written or deleted by the newest change, as
-- long as that change has no row in change_record.  A change gets those when it is complete.

PRAGMA application_id = 0x74686475;
PRAGMA user_version = 1;

-- The uid of the book, the versions of keys and folded text.
CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- ---- history: who changed what; rows are only ever added ----------------------------------------------------------------

-- Never deleted: history points here.
CREATE TABLE account (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  login TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  person INTEGER REFERENCES person(id),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  note TEXT,
  rev INTEGER NOT NULL REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- One transaction that a person can name.  Ids give the order of events: the clock may go back.
CREATE TABLE change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,                             -- UTC, 2026-11-21T20:11:35.123Z
  account INTEGER NOT NULL REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  action TEXT NOT NULL,                         -- name of the action, in no language
  about TEXT NOT NULL,                          -- what its sentence speaks of: JSON
  reason TEXT,
  undoes INTEGER UNIQUE REFERENCES change(id),
  hash BLOB                                     -- room for a chain over the rows of change_record
) STRICT;
CREATE INDEX change_account ON change(account, id);

-- One row for each record that a change touched.  Numbers of kinds are those of enum entity_id.
CREATE TABLE change_record (
  entity INTEGER NOT NULL,
  record INTEGER NOT NULL,
  change INTEGER NOT NULL REFERENCES change(id),
  ordinal INTEGER NOT NULL,                     -- order of writing within the change, from 1
  op INTEGER NOT NULL CHECK (op IN (1, 2, 3)),  -- insert, update, delete
  fields TEXT NOT NULL,                         -- {"value":["98.5","99"]}: old and new by field code; no derived columns
  PRIMARY KEY (entity, record, change)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_record_change ON change_record(change, ordinal);

-- One row.
CREATE TABLE book (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  title TEXT NOT NULL,
  keeper INTEGER REFERENCES unit(id),
  current_year INTEGER NOT NULL,
  cutoff_half TEXT,                             -- 31/5
  cutoff_year TEXT,
  note TEXT,
  rev INTEGER NOT NULL REFERENCES change(id)
) STRICT;

-- Not part of the history: what each account likes to see.
CREATE TABLE setting (
  account INTEGER NOT NULL REFERENCES account(id),
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (account, name)
) STRICT, WITHOUT ROWID;

-- ---- subjects: units and clusters share one id space, so that a figure or a name belongs to either -----------------------

CREATE TABLE subject (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind INTEGER NOT NULL CHECK (kind IN (1, 2)), -- unit, cluster
  UNIQUE (id, kind)
) STRICT;

CREATE TABLE unit (
  id INTEGER PRIMARY KEY,
  subject_kind INTEGER NOT NULL DEFAULT 1 CHECK (subject_kind = 1),
  uid TEXT NOT NULL UNIQUE,
  family INTEGER NOT NULL,
  sector INTEGER,
  "from" TEXT,
  "to" TEXT,
  identified INTEGER NOT NULL DEFAULT 1 CHECK (identified IN (0, 1)),
  phone TEXT,
  email TEXT,
  address TEXT,
  note TEXT,
  rev INTEGER NOT NULL REFERENCES change(id),
  FOREIGN KEY (id, subject_kind) REFERENCES subject(id, kind)
) STRICT;

CREATE TABLE cluster (
  id INTEGER PRIMARY KEY,
  subject_kind INTEGER NOT NULL DEFAULT 2 CHECK (subject_kind = 2),
  uid TEXT NOT NULL UNIQUE,
  owner INTEGER NOT NULL REFERENCES unit(id),
  kind INTEGER NOT NULL,
  number INTEGER,
  rotation INTEGER NOT NULL,
  deputy_succeeds INTEGER NOT NULL DEFAULT 1 CHECK (deputy_succeeds IN (0, 1)),
  "from" TEXT,
  "to" TEXT,
  founded_by INTEGER REFERENCES document(id),
  ended_by INTEGER REFERENCES document(id),
  note TEXT,
  rev INTEGER NOT NULL REFERENCES change(id),
  FOREIGN KEY (id, subject_kind) REFERENCES subject(id, kind)
) STRICT;
CREATE INDEX cluster_owner ON cluster(owner);

-- The name that a unit or a cluster bears for a time; phases of one subject never overlap.  A cluster's phase has no parent
-- and no level.
CREATE TABLE phase (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  subject INTEGER NOT NULL REFERENCES subject(id),
  "from" TEXT,
  "to" TEXT,
  name TEXT NOT NULL,
  short TEXT NOT NULL,
  parent INTEGER REFERENCES unit(id),
  level INTEGER,
  note TEXT,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  name_key BLOB NOT NULL,
  name_bare TEXT,
  short_key BLOB NOT NULL,
  short_bare TEXT,
  rev INTEGER NOT NULL REFERENCES change(id),
  UNIQUE (subject, first_day),
  CHECK (first_day <= last_day)
) STRICT;
-- A page of the names valid on a day, in order, without a sort.
CREATE INDEX phase_key ON phase(name_key, subject, first_day, last_day);
CREATE INDEX phase_short_key ON phase(short_key, subject, first_day, last_day);
CREATE INDEX phase_parent ON phase(parent, name_key);

-- Another spelling of a record's name.
CREATE TABLE alias (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  entity INTEGER NOT NULL,
  record INTEGER NOT NULL,
  text TEXT NOT NULL,
  note TEXT,
  text_bare TEXT NOT NULL,
  rev INTEGER NOT NULL REFERENCES change(id),
  UNIQUE (entity, record, text_bare)
) STRICT;

-- From predecessor to successor, units and clusters alike; no successor: it ended.
CREATE TABLE succession (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  predecessor INTEGER NOT NULL REFERENCES subject(id),
  successor INTEGER REFERENCES subject(id),
  kind INTEGER NOT NULL,
  date TEXT NOT NULL,
  document INTEGER REFERENCES document(id),
  note TEXT,
  rev INTEGER NOT NULL REFERENCES change(id),
  CHECK ((kind = 6) = (successor IS NULL)),     -- kết thúc
  CHECK (successor IS NULL OR successor <> predecessor)
) STRICT;
CREATE UNIQUE INDEX succession_edge ON succession(predecessor, coalesce(successor, 0), kind, date);
CREATE INDEX succession_successor ON succession(successor);

-- How much of a metric goes to the successor: an amount or permille.
CREATE TABLE succession_share (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  succession INTEGER NOT NULL REFERENCES succession(id),
  metric INTEGER NOT NULL REFERENCES metric(id),
  value INTEGER CHECK (abs(value) <= 1000000000000000),
  permille INTEGER CHECK (permille BETWEEN 0 AND 1000),
  note TEXT,
  rev INTEGER NOT NULL REFERENCES change(id),
  UNIQUE (succession, metric),
  CHECK ((value IS NULL) <> (permille IS NULL))
) STRICT;

-- ---- a cluster through the years --------------------------------------------------------------------------------------------

CREATE TABLE cluster_year (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  cluster INTEGER NOT NULL REFERENCES cluster(id),
  work_year INTEGER NOT NULL CHECK (work_year BETWEEN 1900 AND 2999),
  member_count INTEGER,
  deputy_count INTEGER,
  theme TEXT,
  state INTEGER NOT NULL,
  note TEXT,
  rev INTEGER NOT NULL REFERENCES change(id),
  UNIQUE (cluster, work_year)
) STRICT;

-- Memberships of one unit in one cluster never overlap.
CREATE TABLE membership (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  cluster INTEGER NOT NULL REFERENCES cluster(id),
  unit INTEGER NOT NULL REFERENCES unit(id),
  "from" TEXT,
  "to" TEXT,
  position INTEGER,
  note TEXT,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  rev INTEGER NOT NULL REFERENCES change(id),
  UNIQUE (cluster, unit, first_day),
  CHECK (first_day <= last_day)
) STRICT;
CREATE INDEX membership_cluster ON membership(cluster, first_day, last_day, unit);
CREATE INDEX membership_unit ON membership(unit, first_day);

CREATE TABLE role (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL,
  label_block TEXT NOT NULL,
  label_en TEXT,
  single INTEGER NOT NULL CHECK (single IN (0, 1)),
  members_only INTEGER NOT NULL CHECK (members_only IN (0, 1)),
  counts INTEGER NOT NULL CHECK (counts IN (0, 1)),
  succeeds_to INTEGER REFERENCES role(id),
  note TEXT,
  rev INTEGER NOT NULL REFERENCES change(id)
) STRICT;

-- Who holds a role in a year; from and to only when not the whole year.
CREATE TABLE term (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  cluster INTEGER NOT NULL REFERENCES cluster(id),
  work_year INTEGER CHECK (work_year BETWEEN 1900 AND 2999),
  year_basis INTEGER NOT NULL,
  role INTEGER NOT NULL REFERENCES role(id),
  unit INTEGER REFERENCES unit(id),
  person INTEGER REFERENCES person(id),
  how INTEGER,
  meeting INTEGER REFERENCES meeting(id),
  document INTEGER REFERENCES document(id),
  "from" TEXT,
  "to" TEXT,
  note TEXT,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  rev INTEGER NOT NULL REFERENCES change(id),
  CHECK (unit IS NOT NULL OR person IS NOT NULL),
  CHECK ((work_year IS NULL) = (year_basis = 2)),       -- không rõ
  CHECK (first_day <= last_day)
) STRICT;
CREATE UNIQUE INDEX term_key ON term(cluster, work_year, role, coalesce(unit, 0), coalesce(person, 0), first_day)
  WHERE work_year IS NOT NULL;
CREATE INDEX term_cluster ON term(cluster, work_year, role);
CREATE INDEX term_unit ON term(unit, work_year);

-- ---- metrics and figures ----------------------------------------------------------------------------------------------------

CREATE TABLE class_set (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_en TEXT,
  note TEXT,
  rev INTEGER NOT NULL REFERENCES change(id)
) STRICT;

CREATE TABLE class (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  class_set INTEGER NOT NULL REFERENCES class_set(id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  short TEXT NOT NULL,
  name_en TEXT,
  note TEXT,
  rev INTEGER NOT NULL REFERENCES change(id),
  UNIQUE (class_set, name)
) STRICT;

CREATE TABLE metric (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_en TEXT,
  short TEXT NOT NULL,
  "group" TEXT,
  position INTEGER NOT NULL,
  measure TEXT NOT NULL,
  kind INTEGER NOT NULL,
  class INTEGER REFERENCES class(id),
  class_of INTEGER,
  decimals INTEGER NOT NULL DEFAULT 0 CHECK (decimals BETWEEN 0 AND 4),
  numerator INTEGER REFERENCES metric(id),
  denominator INTEGER REFERENCES metric(id),
  weight INTEGER REFERENCES metric(id),
  part_of INTEGER REFERENCES metric(id),
  part_rule INTEGER,
  slash INTEGER NOT NULL DEFAULT 0,
  better INTEGER NOT NULL,
  definition TEXT,
  from_year INTEGER,
  to_year INTEGER,
  note TEXT,
  name_key BLOB NOT NULL,
  name_bare TEXT,
  rev INTEGER NOT NULL REFERENCES change(id),
  CHECK ((kind = 4) = (class IS NOT NULL)),     -- xếp loại
  CHECK ((kind = 4) = (class_of IS NOT NULL)),
  CHECK ((numerator IS NULL) = (denominator IS NULL)),
  CHECK ((part_of IS NULL) = (part_rule IS NULL))
) STRICT;

-- Which metrics a cluster collects, from year to year.
CREATE TABLE cluster_metric (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  cluster INTEGER NOT NULL REFERENCES cluster(id),
  metric INTEGER NOT NULL REFERENCES metric(id),
  from_year INTEGER NOT NULL,
  to_year INTEGER CHECK (to_year >= from_year),
  position INTEGER,
  main INTEGER NOT NULL DEFAULT 0 CHECK (main IN (0, 1)),
  note TEXT,
  rev INTEGER NOT NULL REFERENCES change(id),
  UNIQUE (cluster, metric, from_year)
) STRICT;

-- A period that arithmetic cannot name, from day to day or cumulative to a day.  Its id is the period:
-- year·100000 + 99000 + n.
CREATE TABLE span (
  id INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,
  first_day TEXT,
  last_day TEXT NOT NULL,
  note TEXT,
  rev INTEGER NOT NULL REFERENCES change(id)
) STRICT;

-- What a unit or a cluster reached, or planned, in a period.  Without a uid: known by its key.
CREATE TABLE figure (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  subject INTEGER NOT NULL REFERENCES subject(id),
  metric INTEGER NOT NULL REFERENCES metric(id),
  period INTEGER NOT NULL,
  kind INTEGER NOT NULL DEFAULT 0,
  status INTEGER NOT NULL CHECK (status BETWEEN 1 AND 4),
  value INTEGER CHECK (abs(value) <= 1000000000000000), -- in 10^-decimals of the metric
  qualifier INTEGER CHECK (qualifier BETWEEN 0 AND 3),  -- = > < ~
  words TEXT,
  stage INTEGER NOT NULL DEFAULT 1,
  as_of TEXT,
  origin INTEGER NOT NULL DEFAULT 0,
  coverage INTEGER NOT NULL DEFAULT 0,
  coverage_note TEXT,
  with_predecessors INTEGER,
  out_of INTEGER,
  pct_text TEXT,
  pct_of INTEGER,
  set_by INTEGER REFERENCES unit(id),
  covenant_item INTEGER REFERENCES covenant_item(id),
  note TEXT,
  rev INTEGER NOT NULL REFERENCES change(id),
  UNIQUE (subject, metric, period, kind),
  CHECK ((status = 1) = (value IS NOT NULL)),           -- có số
  CHECK ((value IS NULL) = (qualifier IS NULL)),
  CHECK (status <> 2 OR words IS NOT NULL),             -- có lời
  CHECK (coverage = 0 OR coverage_note IS NOT NULL),
  CHECK ((pct_text IS NULL) = (pct_of IS NULL)),
  CHECK (kind > 0 OR (set_by IS NULL AND covenant_item IS NULL))
) STRICT;

-- From this day a series does not continue; no subject: the whole book.
CREATE TABLE break (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  subject INTEGER REFERENCES subject(id),
  with_children INTEGER NOT NULL DEFAULT 0 CHECK (with_children IN (0, 1)),
  all_stock INTEGER NOT NULL DEFAULT 0 CHECK (all_stock IN (0, 1)),
  date TEXT NOT NULL,
  reason TEXT NOT NULL,
  document INTEGER REFERENCES document(id),
  succession INTEGER REFERENCES succession(id),
  note TEXT,
  rev INTEGER NOT NULL REFERENCES change(id)
) STRICT;
CREATE INDEX break_subject ON break(subject, date);

CREATE TABLE break_metric (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  break INTEGER NOT NULL REFERENCES break(id),
  metric INTEGER NOT NULL REFERENCES metric(id),
  note TEXT,
  rev INTEGER NOT NULL REFERENCES change(id),
  UNIQUE (break, metric)
) STRICT;

-- Which period is asked of the members, by when.
CREATE TABLE round (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  cluster INTEGER NOT NULL REFERENCES cluster(id),
  period INTEGER NOT NULL,
  ordinal INTEGER NOT NULL DEFAULT 1,
  title TEXT,
  due TEXT NOT NULL,
  requested_by INTEGER REFERENCES document(id),
  note TEXT,
  rev INTEGER NOT NULL REFERENCES change(id),
  UNIQUE (cluster, period, ordinal)
) STRICT;

CREATE TABLE submission (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  round INTEGER NOT NULL REFERENCES round(id),
  unit INTEGER NOT NULL REFERENCES unit(id),
  state INTEGER NOT NULL DEFAULT 0,
  received TEXT,
  document INTEGER REFERENCES document(id),
  reminded TEXT,
  reason TEXT,
  note TEXT,
  rev INTEGER NOT NULL REFERENCES change(id),
  UNIQUE (round, unit)
) STRICT;
CREATE INDEX submission_unit ON submission(unit);

-- ---- people and papers ------------------------------------------------------------------------------------------------------

CREATE TABLE person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  has_marks INTEGER NOT NULL DEFAULT 1 CHECK (has_marks IN (0, 1)),
  phone TEXT,
  email TEXT,
  note TEXT,
  name_key BLOB NOT NULL,
  name_bare TEXT,
  rev INTEGER NOT NULL REFERENCES change(id)
) STRICT;
CREATE INDEX person_key ON person(name_key, id);

-- A title in a unit; one person may hold several at once.
CREATE TABLE post (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  person INTEGER NOT NULL REFERENCES person(id),
  unit INTEGER NOT NULL REFERENCES unit(id),
  title TEXT NOT NULL,
  "from" TEXT,
  "to" TEXT,
  is_contact INTEGER NOT NULL DEFAULT 0 CHECK (is_contact IN (0, 1)),
  note TEXT,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  rev INTEGER NOT NULL REFERENCES change(id),
  UNIQUE (person, unit, title, first_day),
  CHECK (first_day <= last_day)
) STRICT;
CREATE INDEX post_unit ON post(unit, first_day);

CREATE TABLE document (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  kind INTEGER NOT NULL,
  title TEXT NOT NULL,
  number TEXT,
  issuer INTEGER REFERENCES unit(id),
  issuer_text TEXT,
  date TEXT,
  published TEXT,
  direction INTEGER,
  received TEXT,
  stage INTEGER NOT NULL,
  cluster INTEGER REFERENCES cluster(id),
  work_year INTEGER,
  custodian INTEGER REFERENCES unit(id),
  kept_at TEXT,
  path TEXT,
  language TEXT NOT NULL DEFAULT 'vi',
  is_translation INTEGER NOT NULL DEFAULT 0 CHECK (is_translation IN (0, 1)),
  is_complete INTEGER NOT NULL DEFAULT 1 CHECK (is_complete IN (0, 1)),
  replaces INTEGER REFERENCES document(id),
  note TEXT,
  title_key BLOB NOT NULL,
  title_bare TEXT,
  rev INTEGER NOT NULL REFERENCES change(id)
) STRICT;
CREATE INDEX document_cluster ON document(cluster, work_year);

-- Which document says what about which record; no field: about the whole record.
CREATE TABLE citation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  document INTEGER NOT NULL REFERENCES document(id),
  entity INTEGER NOT NULL,
  record INTEGER NOT NULL,
  field TEXT,
  quote TEXT,
  basis INTEGER NOT NULL,
  agrees INTEGER NOT NULL,
  note TEXT,
  rev INTEGER NOT NULL REFERENCES change(id),
  CHECK (basis <> 1 OR note IS NOT NULL)        -- suy ra
) STRICT;
CREATE UNIQUE INDEX citation_key ON citation(entity, record, coalesce(field, ''), document);
CREATE INDEX citation_document ON citation(document);

-- ---- the year's work: covenants, meetings, awards -------------------------------------------------------------------------
-- A part has its owner and a position; the index of the two is not unique: reordering would fight it row by row.

CREATE TABLE covenant (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  cluster INTEGER NOT NULL REFERENCES cluster(id),
  period INTEGER NOT NULL,
  ordinal INTEGER NOT NULL DEFAULT 1,
  theme TEXT,
  signed TEXT,
  meeting INTEGER REFERENCES meeting(id),
  document INTEGER REFERENCES document(id),
  item_count INTEGER,
  target_count INTEGER,
  state INTEGER NOT NULL,
  note TEXT,
  rev INTEGER NOT NULL REFERENCES change(id),
  UNIQUE (cluster, period, ordinal)
) STRICT;

CREATE TABLE covenant_item (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  covenant INTEGER NOT NULL REFERENCES covenant(id),
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  metric INTEGER REFERENCES metric(id),
  note TEXT,
  rev INTEGER NOT NULL REFERENCES change(id)
) STRICT;
CREATE INDEX covenant_item_owner ON covenant_item(covenant, position, id);

CREATE TABLE covenant_party (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  covenant INTEGER NOT NULL REFERENCES covenant(id),
  position INTEGER NOT NULL,
  unit INTEGER NOT NULL REFERENCES unit(id),
  person INTEGER REFERENCES person(id),
  title TEXT,
  note TEXT,
  rev INTEGER NOT NULL REFERENCES change(id),
  UNIQUE (covenant, unit)
) STRICT;

CREATE TABLE meeting (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  kinds INTEGER NOT NULL CHECK (kinds > 0),
  title TEXT,
  cluster INTEGER REFERENCES cluster(id),
  organiser INTEGER REFERENCES unit(id),
  host INTEGER REFERENCES unit(id),
  date TEXT,
  "to" TEXT,
  daypart INTEGER,
  place TEXT,
  closes INTEGER,
  opens INTEGER,
  state INTEGER NOT NULL,
  attendance INTEGER,
  attendance_text TEXT,
  note TEXT,
  rev INTEGER NOT NULL REFERENCES change(id),
  CHECK (cluster IS NOT NULL OR organiser IS NOT NULL)
) STRICT;
CREATE INDEX meeting_cluster ON meeting(cluster, date);
CREATE INDEX meeting_organiser ON meeting(organiser, date);

CREATE TABLE participant (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  position INTEGER NOT NULL,
  person INTEGER REFERENCES person(id),
  unit INTEGER REFERENCES unit(id),
  capacity INTEGER NOT NULL CHECK (capacity > 0),
  titles TEXT,
  note TEXT,
  rev INTEGER NOT NULL REFERENCES change(id),
  CHECK (person IS NOT NULL OR unit IS NOT NULL OR titles IS NOT NULL)
) STRICT;
CREATE INDEX participant_owner ON participant(meeting, position, id);
CREATE INDEX participant_person ON participant(person);

CREATE TABLE meeting_item (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  position INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  text TEXT NOT NULL,
  note TEXT,
  rev INTEGER NOT NULL REFERENCES change(id)
) STRICT;
CREATE INDEX meeting_item_owner ON meeting_item(meeting, position, id);

CREATE TABLE award (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_en TEXT,
  form INTEGER NOT NULL,
  level INTEGER NOT NULL,
  scope INTEGER,
  "to" INTEGER NOT NULL CHECK ("to" > 0),
  note TEXT,
  name_key BLOB NOT NULL,
  name_bare TEXT,
  rev INTEGER NOT NULL REFERENCES change(id)
) STRICT;

-- A unit or a person by name, or a published count of unnamed ones.
CREATE TABLE nomination (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  cluster INTEGER REFERENCES cluster(id),
  proposer INTEGER REFERENCES unit(id),
  work_year INTEGER NOT NULL,
  award_year INTEGER,
  unit INTEGER REFERENCES unit(id),
  person INTEGER REFERENCES person(id),
  count INTEGER CHECK (count >= 1),
  award INTEGER REFERENCES award(id),
  authority INTEGER REFERENCES unit(id),
  state INTEGER NOT NULL,
  granted_award INTEGER REFERENCES award(id),
  decision INTEGER REFERENCES document(id),
  note TEXT,
  rev INTEGER NOT NULL REFERENCES change(id),
  CHECK (cluster IS NOT NULL OR proposer IS NOT NULL),
  CHECK (unit IS NULL OR person IS NULL),
  CHECK ((unit IS NULL AND person IS NULL) = (count IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX nomination_key ON nomination(coalesce(cluster, 0), work_year, coalesce(award, 0),
  coalesce(authority, 0), coalesce(unit, 0), coalesce(person, 0), coalesce(proposer, 0));
CREATE INDEX nomination_cluster ON nomination(cluster, work_year);
CREATE INDEX nomination_unit ON nomination(unit, work_year);

CREATE TABLE nomination_step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  nomination INTEGER NOT NULL REFERENCES nomination(id),
  position INTEGER NOT NULL,
  date TEXT,
  body INTEGER REFERENCES unit(id),
  state INTEGER NOT NULL,
  meeting INTEGER REFERENCES meeting(id),
  document INTEGER REFERENCES document(id),
  note TEXT,
  rev INTEGER NOT NULL REFERENCES change(id)
) STRICT;
CREATE INDEX nomination_step_owner ON nomination_step(nomination, position, id);

CREATE TABLE appraisal (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  cluster INTEGER NOT NULL REFERENCES cluster(id),
  work_year INTEGER NOT NULL,
  unit INTEGER NOT NULL REFERENCES unit(id),
  score INTEGER,                                -- hundredths
  max_score INTEGER,                            -- hundredths
  rank INTEGER,
  leading INTEGER CHECK (leading IN (0, 1)),
  class TEXT,
  note TEXT,
  rev INTEGER NOT NULL REFERENCES change(id),
  UNIQUE (cluster, work_year, unit)
) STRICT;

-- ---- guards of the history: INSERT OR REPLACE deletes without firing delete triggers, so inserts are watched too ---------

CREATE TRIGGER change_no_replace BEFORE INSERT ON change
WHEN EXISTS (SELECT 1 FROM change c WHERE c.id = new.id)
BEGIN SELECT raise(ABORT, 'history is append-only'); END;
CREATE TRIGGER change_no_delete BEFORE DELETE ON change
BEGIN SELECT raise(ABORT, 'history is append-only'); END;
CREATE TRIGGER change_no_update BEFORE UPDATE ON change
WHEN old.hash IS NOT NULL OR new.id <> old.id OR new.at <> old.at OR new.account <> old.account
BEGIN SELECT raise(ABORT, 'history is append-only'); END;
CREATE TRIGGER change_record_no_replace BEFORE INSERT ON change_record
WHEN EXISTS (SELECT 1 FROM change_record c
  WHERE c.entity = new.entity AND c.record = new.record AND c.change = new.change)
BEGIN SELECT raise(ABORT, 'history is append-only'); END;
CREATE TRIGGER change_record_no_update BEFORE UPDATE ON change_record
BEGIN SELECT raise(ABORT, 'history is append-only'); END;
CREATE TRIGGER change_record_no_delete BEFORE DELETE ON change_record
BEGIN SELECT raise(ABORT, 'history is append-only'); END;
