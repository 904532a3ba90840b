// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace SQLite {
class Database;
}

namespace yipi::storage {

/// Milestones, targets, and the dates and figures of projects and reports that the complete rules ask for.
void migrateToVersion2(SQLite::Database &database);
/// Problems, attachments, agency service, standard land and plants, indicators of zones, custom fields.
void migrateToVersion3(SQLite::Database &database);

} // namespace yipi::storage
