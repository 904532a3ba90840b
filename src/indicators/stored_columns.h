// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace yipi::indicators {

/// One field of all projects, in the order of Facts::projects: numbers of a field that is kept as a number,
/// texts otherwise. Dates of custom fields are Julian days.
struct StoredColumn {
    static constexpr qint64 kEmpty = std::numeric_limits<qint64>::min();

    std::vector<qint64> numbers; ///< kEmpty = 未填
    std::string texts;           ///< UTF-8, Latin letters in lower case; one behind the other, empty = 未填
    std::vector<std::size_t> ends; ///< end of each project's part in `texts`

    std::string_view text(std::size_t project) const {
        const std::size_t begin = project == 0 ? 0 : ends[project - 1];
        return std::string_view(texts).substr(begin, ends[project] - begin);
    }
};

/// Fields that the facts do not hold, read when somebody asks for one. Only on the ledger's thread.
class StoredColumns {
public:
    virtual ~StoredColumns() = default;
    /// `field`: position in the project's fields. Null when it can't be read.
    virtual std::shared_ptr<const StoredColumn> column(int field) const = 0;
};

} // namespace yipi::indicators
