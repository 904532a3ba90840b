// SPDX-License-Identifier: GPL-3.0-or-later
// search_bench N: how long a query over N project names and codes takes, and to put them into the index.
// search_bench LEDGER: the same for a whole search of a ledger with its answers in words.
#include "services/ledger_service.h"
#include "services/search_service.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <random>

namespace yipi {
namespace {

constexpr int kRounds = 9;
constexpr double kNanosecondsPerMillisecond = 1e6;

const QStringList kQueries{QStringLiteral("吕梁"),    QStringLiteral("lvliang"),
                           QStringLiteral("ll"),      QStringLiteral("lv梁"),
                           QStringLiteral("chqi"),    QStringLiteral("兴xian"),
                           QStringLiteral("2303-xy"), QStringLiteral("l"),
                           QStringLiteral("zzzz"),    QStringLiteral("nianchan500wandun")};

double milliseconds(const std::function<void()> &run) {
    QElapsedTimer timer;
    timer.start();
    run();
    return double(timer.nsecsElapsed()) / kNanosecondsPerMillisecond;
}

/// The median of several rounds.
double typical(const std::function<void()> &run) {
    std::vector<double> times;
    for (int round = 0; round < kRounds; ++round)
        times.push_back(milliseconds(run));
    std::nth_element(times.begin(), times.begin() + kRounds / 2, times.end());
    return times[kRounds / 2];
}

void print(const QString &what, double ms, std::size_t answers) {
    std::printf("%-22s %9.2f ms %8zu answers\n", qPrintable(what), ms, answers);
}

/// 山西吕梁某某新材料有限公司年产 500 万吨铝镁合金项目（二期）
QString name(std::mt19937 &random) {
    static const QStringList kPlaces{QStringLiteral("吕梁"), QStringLiteral("兴县"), QStringLiteral("孝义"),
                                     QStringLiteral("重庆"), QStringLiteral("长治"), QStringLiteral("交城"),
                                     QStringLiteral("柳林"), QStringLiteral("汾阳"), QStringLiteral("文水")};
    static const QStringList kGoods{QStringLiteral("铝镁合金"),       QStringLiteral("煤层气"),
                                    QStringLiteral("焦炉煤气制 LNG"), QStringLiteral("钕铁硼永磁材料"),
                                    QStringLiteral("白酒酿造"),       QStringLiteral("光伏组件"),
                                    QStringLiteral("耐火材料"),       QStringLiteral("智慧物流园")};
    static const QString kCharacters = QStringLiteral("华晟鑫源瑞通达泰和信恒盛隆博远景天宏光新科力");
    const auto draw = [&random](const auto &list) {
        return list[qsizetype(random() % quint32(list.size()))];
    };
    return draw(kPlaces) + draw(kCharacters) + draw(kCharacters) +
           QStringLiteral("年产%1万吨").arg(random() % 1000) + draw(kGoods) + QStringLiteral("项目");
}

void measureTexts(int count) {
    std::mt19937 random(1);
    QStringList names, codes;
    for (int i = 0; i < count; ++i) {
        names << name(random);
        codes << QStringLiteral("%1-XY-%2").arg(2300 + random() % 12).arg(i % 100);
    }
    services::SearchIndex index;
    const double built = milliseconds([&] {
        for (int i = 0; i < count; ++i) {
            index.projectNames.append(i + 1, names[i]);
            index.projectCodes.append(i + 1, codes[i]);
        }
    });
    std::printf("%d names and codes, built in %.0f ms\n", count, built);
    print(QStringLiteral("one name changed"), typical([&] {
              index.projectNames.update({{count / 2, QStringLiteral("改名")}});
          }),
          1);
    for (const QString &typed : kQueries) {
        std::size_t answers = 0;
        const double ms = typical([&] {
            const pinyin::TextQuery query(typed);
            answers = index.projectNames.find(query).list.size() + index.projectCodes.find(query).list.size();
        });
        print(typed, ms, answers);
    }
}

int measureLedger(const QString &path) {
    auto ledger = services::LedgerService::open(path, services::Access::ReadOnly, {});
    if (!ledger) {
        std::fprintf(stderr, "%s\n", qPrintable(ledger.error().text()));
        return 1;
    }
    services::SearchService search(**ledger);
    Result<services::SearchIndex> index;
    std::printf("index read in %.0f ms\n", milliseconds([&] { index = services::loadSearchIndex(path); }));
    if (!index) {
        std::fprintf(stderr, "%s\n", qPrintable(index.error().text()));
        return 1;
    }
    search.setIndex(std::move(*index));
    for (const QString &typed : kQueries) {
        std::size_t answers = 0;
        const double ms = typical([&] {
            answers = 0;
            const auto groups = search.search(typed, QDate(2024, 7, 31), 6);
            for (const auto &group : *groups)
                answers += group.total;
        });
        print(typed, ms, answers);
    }
    return 0;
}

} // namespace
} // namespace yipi

int main(int argc, char **argv) {
    if (argc != 2) {
        std::fprintf(stderr, "search_bench N | LEDGER\n");
        return 2;
    }
    const QString argument = QString::fromLocal8Bit(argv[1]);
    bool isNumber = false;
    const int count = argument.toInt(&isNumber);
    if (!isNumber)
        return yipi::measureLedger(argument);
    yipi::measureTexts(count);
    return 0;
}
