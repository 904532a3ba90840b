// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/rate.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

namespace yipi::reports {

/// Where a printed figure comes from: enough to ask the engine again and to show its rows.
struct FigureRef {
    QString id;       ///< stable within the document: "rate.start", "campaign.sign.count"
    QString meaning;  ///< 开工率
    QString formula;  ///< "56 ÷ 71"
    QString rateId{}; ///< for rates: the rule's id; empty otherwise
    QString zone{};   ///< scope, empty = whole city
    QString value{};  ///< exact: "56/71" or 元
};

/// A run of text; a figure when `figure` is set. '\n' is a line break.
struct Span {
    QString text;
    std::optional<FigureRef> figure;
};

enum class Style {
    Issuer,     ///< 发文机关标志, red
    Number,     ///< 发文字号
    Title,      ///< 2 号小标宋, centred
    Addressee,  ///< 主送机关
    Heading1,   ///< 一、 黑体
    Heading2,   ///< （一）楷体
    Body,       ///< 3 号仿宋, first line indented by two characters
    Signature,  ///< right, 落款 and date
    Annex,      ///< “附件1”, flush left at the top of its page
    TableTitle, ///< centred, above a table
    Note,       ///< small, below a table: rule, as-of date
};

struct Paragraph {
    Style style = Style::Body;
    std::vector<Span> spans;
    QString text() const;
};

struct TableCell {
    std::vector<Span> spans;
    Qt::Alignment alignment = Qt::AlignCenter;
    int columnSpan = 1, rowSpan = 1;
    QString text() const;
};

struct Table {
    std::vector<double> widths;               ///< relative
    int headerRows = 1;                       ///< repeated on each page
    std::vector<std::vector<TableCell>> rows; ///< covered cells are left out, as in HTML
    bool lastRowIsTotal = false;
};

struct PageBreak {};

using Block = std::variant<Paragraph, Table, PageBreak>;

/// A report as data. Renderers only draw it, so that Word, PDF, Excel and the preview can't disagree.
struct Document {
    QString title;
    QString issuer;      ///< 吕梁市商务局
    QString asOf;        ///< 2024-07
    QString rulesName;   ///< printed in the notes
    bool isDemo = false; ///< every page says 演示数据
    std::vector<Block> blocks;

    /// All figures in reading order.
    std::vector<const Span *> figures() const;
};

} // namespace yipi::reports
