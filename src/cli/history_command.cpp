// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/subject.h"

#include <QDateTime>

namespace yipi::cli {

namespace {

using services::Access;

Result<Output> showHistory(const Registry &registry, const std::string &project) {
    auto ledger = registry.open(Access::ReadOnly);
    if (!ledger)
        return Failure(std::move(ledger).error());
    auto subject = findSubject(**ledger, project);
    if (!subject)
        return Failure(std::move(subject).error());
    auto lines = (*ledger)->history(subject->kind, subject->id);
    if (!lines)
        return Failure(std::move(lines).error());
    Output output;
    Json list = Json::array();
    for (const auto &line : *lines) {
        list.push_back({{"sequence", line.sequence},
                        {"at", s(line.at)},
                        {"user", s(line.user)},
                        {"source", s(line.source)},
                        {"title", s(line.title)},
                        {"reason", s(line.reason)},
                        {"field", s(line.field)},
                        {"before", s(line.before)},
                        {"after", s(line.after)}});
        const QDateTime at = QDateTime::fromString(line.at, Qt::ISODate).toLocalTime();
        // What one person changed is told by the fields; what came with many others by its title.
        const bool isEdit = line.source == yipi::title(ChangeSource::Edit) ||
                            line.source == yipi::title(ChangeSource::CommandLine);
        const QString source = isEdit ? line.source : line.source + QStringLiteral("，") + line.title;
        output.text += QStringLiteral("%1 %2（%3）%4 %5 → %6 %7\n")
                           .arg(at.isValid() ? at.toString(QStringLiteral("yyyy-MM-dd HH:mm")) : line.at,
                                line.user, source, line.field, line.before, line.after, line.reason);
    }
    output.json = {{"history", list}};
    return output;
}

} // namespace

void addHistoryCommand(Registry &registry) {
    auto past = kept<std::string>();
    registry
        .add("history", "一个项目（或一次活动）的变更历史",
             [&registry, past] { return showHistory(registry, *past); })
        ->add_option("PROJECT", *past, "编号、名称，或活动期次（如 2024-2）")
        ->required();
}

} // namespace yipi::cli
