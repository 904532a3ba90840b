// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/campaign.h"
#include "domain/campaign_entry.h"
#include "domain/change_set.h"
#include "domain/custom_field.h"
#include "domain/entity.h"
#include "domain/error.h"
#include "domain/industry_chain.h"
#include "domain/monthly_progress.h"
#include "domain/project.h"
#include "domain/target.h"
#include "domain/zone.h"

#include <QHash>
#include <QList>

#include <array>
#include <optional>
#include <vector>

namespace yipi::exchange {

/// What a sheet holds.
enum class SheetKind { Unknown, Sign, Start, Produce, Progress, Campaigns, Target };
QString key(SheetKind kind);   ///< auto, sign, start, produce, progress, campaigns, target
QString title(SheetKind kind); ///< 签约一批 …

/// What the user (or the command line) says before reading; what is not said is recognised from the sheets.
struct ImportOptions {
    std::optional<CampaignKey> campaign;
    std::optional<SheetKind> kind;
    QString zone;                  ///< for rows without a zone of their own
    std::optional<MoneyUnit> unit; ///< for money columns without a unit of their own
    QString sheet;                 ///< only this sheet
    QDate asOf;                    ///< events dated later are doubtful; invalid = not checked
    std::optional<Month> month;    ///< of progress columns without a month of their own
    QByteArray mapping; ///< JSON: {"sheet or label": {"F": "total_investment", "K": "remarks+", …}}
    /// Columns that a person assigned for a layout before: fingerprint → header or letters → field, as in
    /// `mapping`, which wins.
    QHash<QString, QHash<QString, QString>> remembered;
    bool createZones = false;
    /// What becomes of hidden (also filtered out) rows and columns. Ask: read, with a warning.
    enum class HiddenCells { Ask, Read, Skip } hidden = HiddenCells::Ask;
    enum class OnConflict { Update, Skip, Stop } onConflict = OnConflict::Update;
    bool acceptValid = false; ///< write the rows without errors although others have some
};

/// What a person has decided about one row: which project it is, and what becomes of values that the ledger
/// has already. Update leaves the name of a project that the row names otherwise, Rename takes the row's.
struct RowChoice {
    enum class Kind { New, Update, Rename, FillGaps };
    Kind kind = Kind::Update;
    qint64 project = 0; ///< of the ledger; not of New
    friend bool operator==(const RowChoice &, const RowChoice &) = default;
};
/// By sheet and row (the first of a merged project).
using RowChoices = QHash<std::pair<QString, int>, RowChoice>;

/// How one column was understood.
struct ColumnMapping {
    int column = 0; ///< from 1
    QString header; ///< as found, levels joined by "/"
    QString entity; ///< project, campaign_entry, monthly_progress, target, custom_value; empty = not imported
    QString field; ///< field key; "campaign", "zone" and "batch" texts included; “custom:” and the name of a
                   ///< custom field; empty = not imported
    std::optional<MoneyUnit> unit;
    double confidence = 0;     ///< 0–1
    bool isRemembered = false; ///< from ImportOptions::remembered
    QStringList samples;       ///< first values
};

/// The key that a mapping file names the column's field by; empty = left out.
QString mappingKey(const ColumnMapping &column);

struct IgnoredRow {
    int row = 0;
    QString reason; ///< title, unit, header, section, subtotal, note, blank, repeated_header, hidden
    QString text;
};

/// A doubt or a failure at one cell; a failure (isError) keeps its row from being written.
struct Finding {
    bool isError = false;
    int table = 0; ///< SheetPlan::table
    QString code;  ///< bad_date, bad_number, unknown_zone, missing_name, lossy_number, guess, duplicate …
    Place place;
    QString value;      ///< the text found
    QString message;    ///< what was expected or done
    QString suggestion; ///< what may be meant; empty = no idea
};

enum class RowVerdict { Added, Updated, Unchanged, Skipped, Rejected };

/// A value of the ledger that a row changes or would change.
struct RowConflict {
    QString field;       ///< its title
    QString before, now; ///< as shown, in the field's usual unit
};

/// What one data row became.
struct PlannedRow {
    int row = 0;
    RowVerdict verdict = RowVerdict::Added;
    QString name;         ///< of the project; of a target its zone, year and indicator
    qint64 projectId = 0; ///< of an update
    int changedFields = 0;
    std::optional<RowConflict> conflict; ///< the first of the row
    std::vector<qint64> candidates;      ///< projects of the ledger that it may be as well
    std::vector<RowConflict> changes; ///< all of an update, of the first `kRowsDetailed`; before may be empty
};

/// Updates of a plan whose changes are kept one by one: more is for no eyes.
constexpr int kRowsDetailed = 200;

/// What became of the money of one column, in 元: read = stored + skipped + rejected.
struct ColumnTotal {
    int column = 0; ///< from 1
    QString entity; ///< as ColumnMapping
    QString field;
    qint64 read = 0;
    qint64 stored = 0;   ///< what the records hold after the plan, found unchanged or written
    qint64 skipped = 0;  ///< of skipped rows, and where the record keeps its own figure (declared ones)
    qint64 rejected = 0; ///< of rows with an error
    bool isBalanced() const { return read == stored + skipped + rejected; }
};

/// "签约 表2"; the sheet's name alone for its only table (0).
QString tableLabel(const QString &sheet, int table);

/// One table of a sheet; most sheets have a single one.
struct SheetPlan {
    QString file;
    QString sheet;
    int table = 0;                 ///< from 1 when the sheet has several below each other, else 0
    int firstRow = 1, lastRow = 0; ///< of the table with its title, from 1
    SheetKind kind = SheetKind::Unknown;
    std::optional<CampaignKey> campaign;
    int headerRow = 0;  ///< first row of the header, from 1; 0 = none found, nothing imported from the sheet
    int headerRows = 0; ///< 1–3
    std::optional<MoneyUnit> unit;
    std::vector<ColumnMapping> columns;
    QString fingerprint; ///< of the headers and the kind: the same layout next month has the same
    std::vector<PlannedRow> rows;
    std::vector<IgnoredRow> ignored;
    int added = 0, updated = 0, unchanged = 0, skipped = 0, rejected = 0;
    qint64 investmentRead = 0; ///< Σ total investment of the data rows as read, 元
    qint64 investmentStored =
        0; ///< Σ of what the plan writes or finds unchanged; equal unless rows were rejected
    std::vector<ColumnTotal> totals; ///< of each money column, in the order of columns

    void add(const PlannedRow &row); ///< counts it as well
    QString label() const { return tableLabel(sheet, table); }
    /// The rows in the order of RowVerdict.
    std::array<int, 5> counts() const { return {added, updated, unchanged, skipped, rejected}; }
};

/// Everything an import would do. Nothing is written before it is handed to the ledger.
struct ImportPlan {
    QStringList files; ///< at least one
    std::vector<SheetPlan> sheets;
    QList<Finding> findings; ///< in file order; may be long: show the first 200 and the count
    int errorCount = 0, warningCount = 0;
    ChangeSet changes;         ///< of the rows without errors
    QString filesText() const; ///< "兴县.xlsx 等 8 个文件"; of one its path as given
    bool canWrite(const ImportOptions &options) const {
        return (errorCount == 0 || options.acceptValid) && !changes.changes.empty();
    }
};

/// What is in the ledger already, as the importer needs it to tell new from known.
struct LedgerSnapshot {
    std::vector<Zone> zones;
    std::vector<IndustryChain> chains;
    std::vector<Campaign> campaigns;
    QHash<QString, qint64> enterprises; ///< folded name → id
    std::vector<Project> projects;
    std::vector<CampaignEntry> entries;
    std::vector<MonthlyProgress> progress; ///< only of months that the file mentions may be given
    std::vector<Target> targets;
    std::vector<CustomField> customFields;
    std::vector<CustomValue> customValues;
};

} // namespace yipi::exchange
