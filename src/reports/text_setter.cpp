// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/text_setter.h"
#include "reports/official_fonts.h"

#include <cmath>

namespace yipi::reports {

namespace {

/// Spreading a line by more characters than this looks worse than a ragged edge.
constexpr int kMostSpreadCharacters = 3;

QList<QTextLayout::FormatRange> punctuationFormats(const QString &text, const QFont &font,
                                                   const QString &family) {
    QList<QTextLayout::FormatRange> formats;
    QTextCharFormat format;
    QFont borrowed = font;
    borrowed.setFamily(family);
    format.setFont(borrowed);
    for (int i = 0; i < text.size(); ++i)
        if (isCentredPunctuation(text[i]))
            formats.push_back({i, 1, format});
    return formats;
}

/// Keeps a line that an unbreakable number cut short from being spread over the full width.
void limitSpreading(QTextLine &line, int size) {
    const qreal slack = line.width() - line.naturalTextWidth();
    if (slack > kMostSpreadCharacters * size)
        line.setLineWidth(std::ceil(line.naturalTextWidth()) + 1);
}

} // namespace

TextSetter::TextSetter(const Document &document) {
    int index = 0;
    for (const Span *span : document.figures())
        m_figures.insert(span, index++);
}

std::shared_ptr<const SetText> TextSetter::set(const std::vector<Span> &spans, const TextFrame &frame) const {
    auto result = std::make_shared<SetText>();
    QString text;
    for (const Span &span : spans) {
        const QString shown = printable(span.text).replace(u'\n', QChar(QChar::LineSeparator));
        if (span.figure) {
            Q_ASSERT(m_figures.contains(&span));
            result->figures.push_back(
                {static_cast<int>(text.size()), static_cast<int>(shown.size()), m_figures.value(&span)});
        }
        text += shown;
    }
    result->linePitch = frame.linePitch;
    result->colour = QColor::fromRgba(frame.colour);

    QTextLayout &layout = result->layout;
    QFont font = fontInTwips(frame.role, frame.size);
    font.setLetterSpacing(QFont::AbsoluteSpacing, frame.letterSpacing);
    layout.setFont(font);
    layout.setText(text);
    if (const QString family = installedFont(frame.role).punctuationFamily; !family.isEmpty())
        layout.setFormats(punctuationFormats(text, font, family));
    layout.setCacheEnabled(true);
    QTextOption option(frame.alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    layout.setTextOption(option);
    layout.beginLayout();
    int indent = frame.firstLineIndent;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(frame.width - indent);
        if (frame.alignment & Qt::AlignJustify)
            limitSpreading(line, frame.size);
        line.setPosition({static_cast<qreal>(indent), 0});
        indent = 0;
    }
    layout.endLayout();
    return result;
}

std::vector<Strip> stripsOf(const Paragraph &paragraph, bool keepsNext, const TextSetter &setter) {
    const StyleLook &look = lookOf(paragraph.style);
    const int size = paragraph.style == Style::Issuer ? issuerSize(paragraph.text()) : look.size;
    TextFrame frame{.role = look.font,
                    .size = size,
                    .linePitch = look.linePitch,
                    .alignment = look.alignment,
                    .colour = look.colour};
    const int spacing = look.size == page::kBodySize ? page::kCharacterSpacing : 0;
    frame.letterSpacing = spacing;
    const int character = look.size + spacing;
    const int left = look.leftIndent * character;
    frame.firstLineIndent = look.firstLineIndent * character;
    frame.width = page::kTextWidth - left - look.rightIndent * character;

    const auto text = setter.set(paragraph.spans, frame);
    const int lines = std::max(1, text->layout.lineCount());
    std::vector<Strip> strips;
    for (int line = 0; line < lines; ++line) {
        Strip strip{.height = look.linePitch};
        strip.texts.push_back({text, line, std::min(1, text->layout.lineCount()), {left, 0}});
        const bool leavesOneLine = line == 0 || line == lines - 2;
        strip.canBreakAfter = line == lines - 1 ? !keepsNext : !leavesOneLine;
        strips.push_back(std::move(strip));
    }
    strips.front().spaceBefore = look.spaceBefore;
    strips.back().hasRedRule = paragraph.style == Style::Issuer;
    strips.back().height += look.spaceAfter;
    return strips;
}

} // namespace yipi::reports
