// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/rule_library.h"

#include "services/light_presets.h"
#include "services/locations.h"
#include "storage/atomic_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace yipi::services {

using indicators::RuleSet;

namespace {

const QString kSuffix = QStringLiteral(".json");

Failure failAt(const QString &path, ErrorCode code, const QString &message, const QString &advice) {
    Failure failure = fail(code, message, advice);
    failure.value().place.file = path;
    return failure;
}

Result<QByteArray> contentOf(const QString &path) {
    QFile file(path);
    if (!file.exists())
        return failAt(path, ErrorCode::FileMissing, QStringLiteral("口径文件不存在"),
                      QStringLiteral("请检查路径。"));
    if (!file.open(QIODevice::ReadOnly))
        return failAt(path, ErrorCode::FileUnreadable,
                      QStringLiteral("读不了口径文件（%1）").arg(file.errorString()),
                      QStringLiteral("请检查文件的权限。"));
    return file.readAll();
}

Failure unknownSet(const QString &id) {
    return fail(ErrorCode::NotFound, QStringLiteral("没有口径“%1”").arg(id),
                QStringLiteral("用 rules list 或口径管理页查看现有口径。"));
}

} // namespace

QString nextVersion(const QString &version) {
    static const QRegularExpression kLastNumber(QStringLiteral("(\\d{1,9})(\\D*)$"));
    const auto match = kLastNumber.match(version);
    if (!match.hasMatch())
        return version + QStringLiteral(" 2");
    return version.left(match.capturedStart()) + QString::number(match.captured(1).toLongLong() + 1) +
           match.captured(2);
}

Result<void> checkRuleSetId(const QString &id) {
    static const QRegularExpression kId(QStringLiteral("\\A[\\p{L}\\p{N}_][\\p{L}\\p{N}_. -]{0,59}\\z"),
                                        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression kDevice(QStringLiteral("\\A(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?\\z"),
                                            QRegularExpression::CaseInsensitiveOption);
    if (kId.match(id).hasMatch() && !kDevice.match(id).hasMatch() && !id.endsWith(u' ') && !id.endsWith(u'.'))
        return {};
    Failure failure =
        fail(ErrorCode::InvalidValue, QStringLiteral("口径编号“%1”不能作文件名").arg(id),
             QStringLiteral("请用汉字、字母、数字、“-”“_”“.”，最多 60 个字，以汉字、字母或数字开头和结尾。"));
    failure.value().place.field = QStringLiteral("id");
    failure.value().value = id;
    return failure;
}

void RuleLibrary::reload() {
    m_sets.clear();
    m_files.clear();
    m_problems.clear();
    m_lights = lightPresets(m_problems);
    load(dataFolder() + QStringLiteral("/rules"), false);
    load(userRulesFolder(), true);
}

void RuleLibrary::load(const QString &folder, bool isOwn) {
    for (const QString &name :
         QDir(folder).entryList({QLatin1Char('*') + kSuffix}, QDir::Files, QDir::Name)) {
        StoredRules stored{folder + u'/' + name, {}, isOwn, false};
        auto content = contentOf(stored.path);
        if (!content) {
            m_problems << content.error().text();
            continue;
        }
        stored.content = std::move(*content);
        auto set = indicators::parseRuleSet(stored.content, name, m_lights);
        if (!set) {
            m_problems << set.error().text();
            continue;
        }
        // The office's own file of the same name wins over the shipped one.
        const auto known = std::find_if(m_sets.begin(), m_sets.end(),
                                        [&](const RuleSet &other) { return other.id == set->id; });
        if (known != m_sets.end()) {
            stored.hidesPreset = isOwn;
            m_files[std::size_t(known - m_sets.begin())] = std::move(stored);
            *known = std::move(*set);
        } else {
            m_files.push_back(std::move(stored));
            m_sets.push_back(std::move(*set));
        }
    }
}

const RuleSet *RuleLibrary::set(const QString &id) const {
    const auto found =
        std::find_if(m_sets.begin(), m_sets.end(), [&](const RuleSet &set) { return set.id == id; });
    return found == m_sets.end() ? nullptr : &*found;
}

const StoredRules *RuleLibrary::file(const QString &id) const {
    const RuleSet *found = set(id);
    return found ? &m_files[std::size_t(found - m_sets.data())] : nullptr;
}

QString RuleLibrary::ownPath(const QString &id) const {
    return userRulesFolder() + u'/' + id + kSuffix;
}

Result<const StoredRules *> RuleLibrary::ownFile(const QString &id) const {
    const StoredRules *stored = file(id);
    if (!stored)
        return unknownSet(id);
    if (!stored->isOwn)
        return fail(ErrorCode::Refused, QStringLiteral("“%1”是程序自带的口径，不能改动").arg(set(id)->name),
                    QStringLiteral("请另存为自己的口径后再改。"));
    auto content = contentOf(stored->path);
    if (!content)
        return Failure(std::move(content).error());
    if (*content != stored->content)
        return failAt(stored->path, ErrorCode::Conflict, QStringLiteral("口径文件已被其他程序改过，没有动它"),
                      QStringLiteral("请重新载入口径，核对后再保存；或另存为新的口径。"));
    return stored;
}

Result<void> RuleLibrary::requireFree(const QString &id) const {
    if (auto named = checkRuleSetId(id); !named)
        return named;
    // Not all file systems tell capitals from small letters.
    const auto taken = std::find_if(m_sets.begin(), m_sets.end(), [&](const RuleSet &set) {
        return set.id.compare(id, Qt::CaseInsensitive) == 0;
    });
    const bool isPreset = taken != m_sets.end() && !file(taken->id)->isOwn;
    if (taken == m_sets.end() && !QFileInfo::exists(ownPath(id)))
        return {};
    Failure failure = fail(ErrorCode::Refused,
                           isPreset ? QStringLiteral("编号“%1”是程序自带的口径“%2”的").arg(id, taken->name)
                           : taken == m_sets.end()
                               ? QStringLiteral("自有口径文件夹里已有“%1.json”（内容有误，没有载入）").arg(id)
                               : QStringLiteral("编号“%1”已被自有口径“%2”使用").arg(id, taken->name),
                           QStringLiteral("请换一个编号。"));
    failure.value().place.field = QStringLiteral("id");
    return failure;
}

Result<void> RuleLibrary::write(const RuleSet &set) {
    const QByteArray content = indicators::toJson(set, m_lights);
    // Nothing that could not be read again is written.
    if (auto checked = indicators::parseRuleSet(content, set.id + kSuffix, m_lights); !checked)
        return Failure(std::move(checked).error());
    QDir().mkpath(userRulesFolder()); // if not, writing says why
    auto written = storage::writeFileAtomically(ownPath(set.id), content);
    reload();
    return written;
}

Result<QString> RuleLibrary::save(RuleSet set) {
    if (auto own = ownFile(set.id); !own)
        return Failure(std::move(own).error());
    const RuleSet &saved = *this->set(set.id);
    if (set == saved)
        return saved.version;
    if (set.version == saved.version)
        set.version = nextVersion(set.version);
    if (auto written = write(set); !written)
        return Failure(std::move(written).error());
    return set.version;
}

Result<void> RuleLibrary::saveAs(RuleSet set, const QString &id) {
    if (auto isFree = requireFree(id); !isFree)
        return isFree;
    set.id = id;
    return write(set);
}

Result<QString> RuleLibrary::take(const QString &path, const QString &id, bool replace) {
    auto content = contentOf(path);
    if (!content)
        return Failure(std::move(content).error());
    auto set = indicators::parseRuleSet(*content, QFileInfo(path).fileName(), m_lights);
    if (!set)
        return Failure(std::move(set).error());
    if (!id.isEmpty())
        set->id = id;
    const StoredRules *known = file(set->id);
    if (!replace || !known || !known->isOwn) {
        if (auto taken = saveAs(*set, set->id); !taken)
            return Failure(std::move(taken).error());
    } else if (auto own = ownFile(set->id); !own) {
        return Failure(std::move(own).error());
    } else if (auto written = write(*set); !written) {
        return Failure(std::move(written).error());
    }
    return set->id;
}

Result<void> RuleLibrary::rename(const QString &id, const QString &newId) {
    auto own = ownFile(id);
    if (!own)
        return Failure(std::move(own).error());
    if (auto isFree = requireFree(newId); !isFree)
        return isFree;
    QFile file((*own)->path);
    if (!file.rename(ownPath(newId)))
        return failAt(file.fileName(), ErrorCode::Io,
                      QStringLiteral("口径文件改不了名（%1）").arg(file.errorString()),
                      QStringLiteral("请检查文件夹的权限。"));
    reload();
    return {};
}

Result<void> RuleLibrary::remove(const QString &id) {
    auto own = ownFile(id);
    if (!own)
        return Failure(std::move(own).error());
    QFile file((*own)->path);
    if (!file.remove())
        return failAt(file.fileName(), ErrorCode::Io,
                      QStringLiteral("口径文件删不掉（%1）").arg(file.errorString()),
                      QStringLiteral("请检查文件夹的权限。"));
    reload();
    return {};
}

} // namespace yipi::services
