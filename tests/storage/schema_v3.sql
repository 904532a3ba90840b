CREATE TABLE "region" (
  "id" INTEGER PRIMARY KEY,
  "version" INTEGER NOT NULL,
  "content_hash" BLOB NOT NULL,
  "code" TEXT NOT NULL,
  "name" TEXT,
  "level" TEXT,
  "parent" TEXT
) STRICT;
CREATE UNIQUE INDEX "region_key" ON "region" ("code");
CREATE TABLE "zone" (
  "id" INTEGER PRIMARY KEY,
  "version" INTEGER NOT NULL,
  "content_hash" BLOB NOT NULL,
  "code" TEXT NOT NULL,
  "name" TEXT,
  "short_name" TEXT,
  "city" TEXT,
  "county" TEXT,
  "level" TEXT,
  "category" TEXT,
  "ranking_group" TEXT,
  "lead_industries" TEXT,
  "sort_order" INTEGER
) STRICT;
CREATE UNIQUE INDEX "zone_key" ON "zone" ("code");
CREATE TABLE "industry_chain" (
  "id" INTEGER PRIMARY KEY,
  "version" INTEGER NOT NULL,
  "content_hash" BLOB NOT NULL,
  "name" TEXT NOT NULL,
  "system" TEXT,
  "chain_group" TEXT,
  "lead_department" TEXT,
  "chain_masters" TEXT
) STRICT;
CREATE UNIQUE INDEX "industry_chain_key" ON "industry_chain" ("name");
CREATE TABLE "enterprise" (
  "id" INTEGER PRIMARY KEY,
  "version" INTEGER NOT NULL,
  "content_hash" BLOB NOT NULL,
  "name" TEXT NOT NULL,
  "credit_code" TEXT,
  "home_province" TEXT
) STRICT;
CREATE UNIQUE INDEX "enterprise_key" ON "enterprise" ("name");
CREATE TABLE "campaign" (
  "id" INTEGER PRIMARY KEY,
  "version" INTEGER NOT NULL,
  "content_hash" BLOB NOT NULL,
  "year" INTEGER NOT NULL,
  "sequence" INTEGER NOT NULL,
  "title" TEXT,
  "held_on" TEXT
) STRICT;
CREATE UNIQUE INDEX "campaign_key" ON "campaign" ("year", "sequence");
CREATE TABLE "project" (
  "id" INTEGER PRIMARY KEY,
  "version" INTEGER NOT NULL,
  "content_hash" BLOB NOT NULL,
  "uid" TEXT NOT NULL,
  "code" TEXT,
  "name" TEXT,
  "zone" INTEGER,
  "investor" INTEGER,
  "content" TEXT,
  "total_investment" INTEGER,
  "fixed_asset_investment" INTEGER,
  "expected_output" INTEGER,
  "expected_tax" INTEGER,
  "jobs" INTEGER,
  "land_mu" INTEGER,
  "industry" TEXT,
  "chain" INTEGER,
  "industrial" INTEGER,
  "strategic_class" TEXT,
  "commitment" INTEGER,
  "standard_land" INTEGER,
  "standard_plant" INTEGER,
  "planned_start" TEXT,
  "planned_produce" TEXT,
  "planned_attain" TEXT,
  "reserved_on" TEXT,
  "actual_sign" TEXT,
  "fulfilled_on" TEXT,
  "actual_start" TEXT,
  "actual_produce" TEXT,
  "actual_attain" TEXT,
  "statistics_entry" TEXT,
  "suspended_on" TEXT,
  "terminated_on" TEXT,
  "termination_reason" TEXT,
  "removal_approved_on" TEXT,
  "patron" TEXT,
  "service_officer" TEXT,
  "responsible_unit" TEXT,
  "responsible_person" TEXT,
  "phone" TEXT,
  "key_project" INTEGER,
  "remarks" TEXT,
  FOREIGN KEY ("zone") REFERENCES "zone" ("id") ON DELETE RESTRICT,
  FOREIGN KEY ("investor") REFERENCES "enterprise" ("id") ON DELETE RESTRICT,
  FOREIGN KEY ("chain") REFERENCES "industry_chain" ("id") ON DELETE RESTRICT
) STRICT;
CREATE UNIQUE INDEX "project_key" ON "project" ("uid");
CREATE INDEX "project_by_zone" ON "project" ("zone");
CREATE INDEX "project_by_code" ON "project" ("code");
CREATE INDEX "project_by_investor" ON "project" ("investor");
CREATE INDEX "project_by_chain" ON "project" ("chain");
CREATE TABLE "campaign_entry" (
  "id" INTEGER PRIMARY KEY,
  "version" INTEGER NOT NULL,
  "content_hash" BLOB NOT NULL,
  "campaign" INTEGER NOT NULL,
  "batch" TEXT NOT NULL,
  "project" INTEGER NOT NULL,
  "declared_investment" INTEGER,
  "declared_output" INTEGER,
  FOREIGN KEY ("campaign") REFERENCES "campaign" ("id") ON DELETE RESTRICT,
  FOREIGN KEY ("project") REFERENCES "project" ("id") ON DELETE RESTRICT
) STRICT;
CREATE UNIQUE INDEX "campaign_entry_key" ON "campaign_entry" ("campaign", "batch", "project");
CREATE INDEX "campaign_entry_by_project" ON "campaign_entry" ("project");
CREATE TABLE "monthly_progress" (
  "id" INTEGER PRIMARY KEY,
  "version" INTEGER NOT NULL,
  "content_hash" BLOB NOT NULL,
  "project" INTEGER NOT NULL,
  "month" INTEGER NOT NULL,
  "investment" INTEGER,
  "cumulative_investment" INTEGER,
  "annual_plan" INTEGER,
  "year_investment" INTEGER,
  "funds_in_place" INTEGER,
  "output" INTEGER,
  "annual_output" INTEGER,
  "progress" TEXT,
  "percent_complete" INTEGER,
  "problems" TEXT,
  "next_step" TEXT,
  "coordination" TEXT,
  "state" TEXT,
  FOREIGN KEY ("project") REFERENCES "project" ("id") ON DELETE RESTRICT
) STRICT;
CREATE UNIQUE INDEX "monthly_progress_key" ON "monthly_progress" ("project", "month");
CREATE TABLE "milestone" (
  "id" INTEGER PRIMARY KEY,
  "version" INTEGER NOT NULL,
  "content_hash" BLOB NOT NULL,
  "project" INTEGER NOT NULL,
  "kind" TEXT NOT NULL,
  "planned" TEXT,
  "forecast" TEXT,
  "actual" TEXT,
  "document_number" TEXT,
  "responsible" TEXT,
  FOREIGN KEY ("project") REFERENCES "project" ("id") ON DELETE RESTRICT
) STRICT;
CREATE UNIQUE INDEX "milestone_key" ON "milestone" ("project", "kind");
CREATE TABLE "target" (
  "id" INTEGER PRIMARY KEY,
  "version" INTEGER NOT NULL,
  "content_hash" BLOB NOT NULL,
  "zone" INTEGER NOT NULL,
  "year" INTEGER NOT NULL,
  "indicator" TEXT NOT NULL,
  "target_count" INTEGER,
  "target_amount" INTEGER,
  "curve" TEXT,
  FOREIGN KEY ("zone") REFERENCES "zone" ("id") ON DELETE RESTRICT
) STRICT;
CREATE UNIQUE INDEX "target_key" ON "target" ("zone", "year", "indicator");
CREATE TABLE "problem" (
  "id" INTEGER PRIMARY KEY,
  "version" INTEGER NOT NULL,
  "content_hash" BLOB NOT NULL,
  "project" INTEGER,
  "category" TEXT,
  "description" TEXT,
  "raised_on" TEXT,
  "measure" TEXT,
  "responsible_unit" TEXT,
  "responsible_person" TEXT,
  "due" TEXT,
  "state" TEXT,
  "closed_on" TEXT,
  "level" TEXT,
  FOREIGN KEY ("project") REFERENCES "project" ("id") ON DELETE RESTRICT
) STRICT;
CREATE INDEX "problem_by_project" ON "problem" ("project");
CREATE TABLE "attachment" (
  "id" INTEGER PRIMARY KEY,
  "version" INTEGER NOT NULL,
  "content_hash" BLOB NOT NULL,
  "project" INTEGER,
  "file_name" TEXT,
  "sha256" TEXT,
  "size" INTEGER,
  "added_on" TEXT,
  "note" TEXT,
  FOREIGN KEY ("project") REFERENCES "project" ("id") ON DELETE RESTRICT
) STRICT;
CREATE INDEX "attachment_by_project" ON "attachment" ("project");
CREATE TABLE "service_record" (
  "id" INTEGER PRIMARY KEY,
  "version" INTEGER NOT NULL,
  "content_hash" BLOB NOT NULL,
  "project" INTEGER,
  "matter" TEXT,
  "agent" TEXT,
  "accepted_on" TEXT,
  "finished_on" TEXT,
  "remarks" TEXT,
  FOREIGN KEY ("project") REFERENCES "project" ("id") ON DELETE RESTRICT
) STRICT;
CREATE INDEX "service_record_by_project" ON "service_record" ("project");
CREATE TABLE "land_parcel" (
  "id" INTEGER PRIMARY KEY,
  "version" INTEGER NOT NULL,
  "content_hash" BLOB NOT NULL,
  "code" TEXT NOT NULL,
  "zone" INTEGER,
  "name" TEXT,
  "area_mu" INTEGER,
  "state" TEXT,
  "project" INTEGER,
  "investment_per_mu" INTEGER,
  "tax_per_mu" INTEGER,
  "floor_area_ratio" INTEGER,
  "energy_limit" TEXT,
  "environmental_limit" TEXT,
  "granted_on" TEXT,
  FOREIGN KEY ("zone") REFERENCES "zone" ("id") ON DELETE RESTRICT,
  FOREIGN KEY ("project") REFERENCES "project" ("id") ON DELETE RESTRICT
) STRICT;
CREATE UNIQUE INDEX "land_parcel_key" ON "land_parcel" ("code");
CREATE INDEX "land_parcel_by_zone" ON "land_parcel" ("zone");
CREATE INDEX "land_parcel_by_project" ON "land_parcel" ("project");
CREATE TABLE "standard_plant" (
  "id" INTEGER PRIMARY KEY,
  "version" INTEGER NOT NULL,
  "content_hash" BLOB NOT NULL,
  "code" TEXT NOT NULL,
  "zone" INTEGER,
  "name" TEXT,
  "area" INTEGER,
  "state" TEXT,
  "project" INTEGER,
  "completed_on" TEXT,
  FOREIGN KEY ("zone") REFERENCES "zone" ("id") ON DELETE RESTRICT,
  FOREIGN KEY ("project") REFERENCES "project" ("id") ON DELETE RESTRICT
) STRICT;
CREATE UNIQUE INDEX "standard_plant_key" ON "standard_plant" ("code");
CREATE INDEX "standard_plant_by_zone" ON "standard_plant" ("zone");
CREATE INDEX "standard_plant_by_project" ON "standard_plant" ("project");
CREATE TABLE "zone_indicator" (
  "id" INTEGER PRIMARY KEY,
  "version" INTEGER NOT NULL,
  "content_hash" BLOB NOT NULL,
  "zone" INTEGER NOT NULL,
  "month" INTEGER NOT NULL,
  "indicator" TEXT NOT NULL,
  "value" INTEGER,
  "unit" TEXT,
  "growth" INTEGER,
  "province_growth" INTEGER,
  "rank" INTEGER,
  FOREIGN KEY ("zone") REFERENCES "zone" ("id") ON DELETE RESTRICT
) STRICT;
CREATE UNIQUE INDEX "zone_indicator_key" ON "zone_indicator" ("zone", "month", "indicator");
CREATE TABLE "custom_field" (
  "id" INTEGER PRIMARY KEY,
  "version" INTEGER NOT NULL,
  "content_hash" BLOB NOT NULL,
  "key" TEXT NOT NULL,
  "title" TEXT,
  "type" TEXT,
  "unit" TEXT,
  "options" TEXT,
  "synonyms" TEXT,
  "help" TEXT,
  "sort_order" INTEGER
) STRICT;
CREATE UNIQUE INDEX "custom_field_key" ON "custom_field" ("key");
CREATE TABLE "custom_value" (
  "id" INTEGER PRIMARY KEY,
  "version" INTEGER NOT NULL,
  "content_hash" BLOB NOT NULL,
  "project" INTEGER NOT NULL,
  "field" INTEGER NOT NULL,
  "value" TEXT,
  FOREIGN KEY ("project") REFERENCES "project" ("id") ON DELETE RESTRICT,
  FOREIGN KEY ("field") REFERENCES "custom_field" ("id") ON DELETE RESTRICT
) STRICT;
CREATE UNIQUE INDEX "custom_value_key" ON "custom_value" ("project", "field");
CREATE INDEX "custom_value_by_field" ON "custom_value" ("field");
CREATE TABLE "setting" (
  "key" TEXT PRIMARY KEY NOT NULL,
  "value" TEXT NOT NULL,
  "content_hash" BLOB NOT NULL
) STRICT;
CREATE TABLE "change_set" (
  "id" INTEGER PRIMARY KEY,
  "at" TEXT NOT NULL,
  "user_name" TEXT NOT NULL,
  "source" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "undoes" INTEGER,
  "records" INTEGER NOT NULL,
  "first_sequence" INTEGER NOT NULL,
  "last_sequence" INTEGER NOT NULL,
  FOREIGN KEY ("undoes") REFERENCES "change_set" ("id") ON DELETE RESTRICT
) STRICT;
CREATE INDEX "change_set_by_undoes" ON "change_set" ("undoes");
CREATE TABLE "journal" (
  "sequence" INTEGER PRIMARY KEY,
  "set_id" INTEGER NOT NULL,
  "operation" TEXT NOT NULL,
  "entity" TEXT NOT NULL,
  "record_id" INTEGER NOT NULL,
  "version" INTEGER NOT NULL,
  "field" TEXT NOT NULL,
  "before_value" TEXT,
  "after_value" TEXT,
  "record_hash" BLOB,
  "hash" BLOB NOT NULL,
  FOREIGN KEY ("set_id") REFERENCES "change_set" ("id") ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "journal_by_record" ON "journal" ("entity", "record_id", "sequence");
CREATE TRIGGER "journal_no_update" BEFORE UPDATE ON "journal" BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;
CREATE TRIGGER "journal_no_delete" BEFORE DELETE ON "journal" BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;
CREATE TRIGGER "change_set_no_update" BEFORE UPDATE ON "change_set" BEGIN SELECT RAISE(ABORT, 'change_set is append-only'); END;
CREATE TRIGGER "change_set_no_delete" BEFORE DELETE ON "change_set" BEGIN SELECT RAISE(ABORT, 'change_set is append-only'); END;
