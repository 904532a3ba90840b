// SPDX-License-Identifier: GPL-3.0-or-later
// The steps between schema versions. Each speaks of the tables as they were then, in its own words: the
// descriptions of the entities are those of the newest version.
#include "storage/migrations.h"

#include "storage/table_change.h"

#include <SQLiteCpp/Database.h>

#include <array>

namespace yipi::storage {

void migrateToVersion2(SQLite::Database &database) {
    const std::array ofProjects{NewColumn{"planned_attain", "reserved_on", "TEXT"},
                                NewColumn{"actual_sign", "fulfilled_on", "TEXT"},
                                NewColumn{"termination_reason", "removal_approved_on", "TEXT"}};
    addColumns(database, "project", ofProjects);
    const std::array ofReports{NewColumn{"cumulative_investment", "annual_plan", "INTEGER"},
                               NewColumn{"annual_plan", "year_investment", "INTEGER"},
                               NewColumn{"year_investment", "funds_in_place", "INTEGER"}};
    addColumns(database, "monthly_progress", ofReports);

    database.exec(R"(CREATE TABLE "milestone" (
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
) STRICT)");
    database.exec(R"(CREATE UNIQUE INDEX "milestone_key" ON "milestone" ("project", "kind"))");
    database.exec(R"(CREATE TABLE "target" (
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
) STRICT)");
    database.exec(R"(CREATE UNIQUE INDEX "target_key" ON "target" ("zone", "year", "indicator"))");
}

} // namespace yipi::storage
