// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/milestone_steps.h"

#include "services/locations.h"

#include <QFile>

namespace yipi::services {
namespace {

enum StepCell { CodeCell, NameCell, DaysCell, AfterCell, CellCount };

Failure badStep(const QString &fileName, int row, const QString &found) {
    Error error;
    error.code = ErrorCode::InvalidValue;
    error.message = QStringLiteral("节点字典里有读不懂的内容“%1”").arg(found);
    error.place.file = fileName;
    error.place.row = row;
    error.value = found;
    return Failure(std::move(error));
}

} // namespace

Result<std::vector<MilestoneStep>> readMilestoneSteps(const QByteArray &csv, const QString &fileName) {
    std::vector<MilestoneStep> steps;
    const QStringList lines = QString::fromUtf8(csv).split(u'\n');
    for (int row = 1; row < lines.size(); ++row) { // the first line is the header
        const QString line = lines[row].trimmed();
        if (line.isEmpty())
            continue;
        const QStringList cells = line.split(u',');
        if (cells.size() != CellCount)
            return badStep(fileName, row + 1, line);
        const auto kind = choiceFrom<MilestoneKind>(cells[CodeCell]);
        bool isNumber = false;
        MilestoneStep step{kind.value_or(MilestoneKind::Filing), cells[DaysCell].toInt(&isNumber), {}};
        if (!kind || !isNumber || step.usualWorkdays < 0)
            return badStep(fileName, row + 1, kind ? cells[DaysCell] : cells[CodeCell]);
        for (const QString &code : cells[AfterCell].split(u';', Qt::SkipEmptyParts)) {
            const auto before = choiceFrom<MilestoneKind>(code);
            if (!before)
                return badStep(fileName, row + 1, code);
            step.after.push_back(*before);
        }
        steps.push_back(std::move(step));
    }
    return steps;
}

Result<std::vector<MilestoneStep>> milestoneSteps() {
    const QString name = QStringLiteral("milestones.csv");
    QFile file(dataFolder() + QStringLiteral("/reference/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileMissing, QStringLiteral("读不了节点字典 %1").arg(file.fileName()));
    return readMilestoneSteps(file.readAll(), name);
}

} // namespace yipi::services
