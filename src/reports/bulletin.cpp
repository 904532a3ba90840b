// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/bulletin.h"
#include "reports/bulletin_sections.h"

namespace yipi::reports {

namespace {

Paragraph plain(Style style, const QString &text) {
    return {style, {{text, std::nullopt}}};
}

void append(std::vector<Block> &blocks, const std::vector<Paragraph> &paragraphs) {
    blocks.insert(blocks.end(), paragraphs.begin(), paragraphs.end());
}

void appendHead(std::vector<Block> &blocks, const BulletinInput &input, const QString &title) {
    blocks.push_back(plain(Style::Issuer, input.issuer));
    // The office assigns the number; the year is the one of writing, which the figures do not tell.
    blocks.push_back(plain(Style::Number, QStringLiteral("〔　　〕　　号")));
    blocks.push_back(plain(Style::Title, title));
    blocks.push_back(plain(Style::Addressee, QStringLiteral("各开发区管委会：")));
}

void appendText(std::vector<Block> &blocks, const BulletinInput &input) {
    Phrase lead = leadSentence(input);
    lead << QStringLiteral("现将有关情况通报如下。");
    blocks.push_back(lead.paragraph(Style::Body));
    blocks.push_back(plain(Style::Heading1, QStringLiteral("一、%1情况").arg(ratesTitle(input))));
    append(blocks, rateParagraphs(input));
    blocks.push_back(plain(Style::Heading1, QStringLiteral("二、本次活动")));
    append(blocks, campaignParagraphs(input));
    blocks.push_back(plain(Style::Heading1, QStringLiteral("三、开发区情况")));
    append(blocks, zoneParagraphs(input));
    blocks.push_back(plain(Style::Heading1, QStringLiteral("四、“三未”项目情况")));
    append(blocks, overdueParagraphs(input));
    blocks.push_back(plain(Style::Body, QStringLiteral("特此通报。")));
}

struct AnnexPart {
    QString title;
    Table table;
    std::vector<Paragraph> notes;
};

std::vector<AnnexPart> annexes(const BulletinInput &input) {
    std::vector<AnnexPart> parts;
    parts.push_back({QStringLiteral("%1开发区“%2”情况表").arg(input.city, ratesTitle(input)),
                     zoneTable(input), noteParagraphs(input)});
    if (!input.overdue.empty())
        parts.push_back({QStringLiteral("%1“三未”项目清单").arg(input.city), overdueTable(input), {}});
    return parts;
}

/// "附件：1.…" below the text, one line each, the second under the first's number.
void appendListOfAnnexes(std::vector<Block> &blocks, const std::vector<AnnexPart> &parts) {
    blocks.push_back(Paragraph{Style::Body, {}});
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const QString lead = i == 0 ? QStringLiteral("附件：") : QStringLiteral("　　　");
        blocks.push_back(
            plain(Style::Body, QStringLiteral("%1%2.%3").arg(lead).arg(i + 1).arg(parts[i].title)));
    }
}

void appendSignature(std::vector<Block> &blocks, const BulletinInput &input) {
    blocks.push_back(Paragraph{Style::Body, {}});
    blocks.push_back(plain(Style::Signature, input.issuer));
    blocks.push_back(plain(Style::Signature, QStringLiteral("　　年　　月　　日")));
}

} // namespace

Document bulletin(const BulletinInput &input) {
    Document document;
    // A title of two lines breaks between words.
    const QString title =
        QStringLiteral("关于%1%2“三个一批”项目\n调度情况的通报").arg(input.asOf.chineseText(), input.place);
    document.title = QString(title).remove(u'\n');
    document.issuer = input.issuer;
    document.asOf = input.asOf.text();
    document.rulesName = input.byZone.rulesName;
    document.isDemo = input.isDemo;

    const std::vector<AnnexPart> parts = annexes(input);
    appendHead(document.blocks, input, title);
    appendText(document.blocks, input);
    appendListOfAnnexes(document.blocks, parts);
    appendSignature(document.blocks, input);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        document.blocks.push_back(PageBreak{});
        document.blocks.push_back(plain(Style::Annex, QStringLiteral("附件%1").arg(i + 1)));
        document.blocks.push_back(plain(Style::TableTitle, parts[i].title));
        document.blocks.push_back(parts[i].table);
        append(document.blocks, parts[i].notes);
    }
    return document;
}

} // namespace yipi::reports
