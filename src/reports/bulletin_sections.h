// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/bulletin.h"
#include "reports/phrase.h"

namespace yipi::reports {

/// The parts of the bulletin's text, each a pure function of the input.

/// "截至7月底，2023年以来六次“三个一批”活动，全市共签约项目111个…"
Phrase leadSentence(const BulletinInput &input);
/// "（一）开工率78.87%" and "应开工71个，已开工56个，较上月提高3.16个百分点。" for each rate.
std::vector<Paragraph> rateParagraphs(const BulletinInput &input);
/// "签约项目11个，签约投资额53.42亿元，预计年产值37.5亿元；…"
std::vector<Paragraph> campaignParagraphs(const BulletinInput &input);
/// Ranking sentences.
std::vector<Paragraph> zoneParagraphs(const BulletinInput &input);
/// "“三未”项目48个，其中…"
std::vector<Paragraph> overdueParagraphs(const BulletinInput &input);
/// Rules, as-of date and source, below the first table.
std::vector<Paragraph> noteParagraphs(const BulletinInput &input);

/// The rates a bulletin is about, each with a heading, ranked and in the table; the other rates of the rule
/// set are told in one sentence.
std::vector<indicators::RateResult> headlineRates(const BulletinInput &input);

/// 三率 or 四率 by the number of rates, the rate's own name when it is the only one.
QString ratesTitle(const BulletinInput &input);

/// Annex 1 and 2.
Table zoneTable(const BulletinInput &input);
Table overdueTable(const BulletinInput &input);

} // namespace yipi::reports
