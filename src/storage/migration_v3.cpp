// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/migrations.h"

#include <SQLiteCpp/Database.h>

namespace yipi::storage {

void migrateToVersion3(SQLite::Database &database) {
    database.exec(R"sql(CREATE TABLE "problem" (
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
CREATE INDEX "custom_value_by_field" ON "custom_value" ("field");)sql");
}

} // namespace yipi::storage
