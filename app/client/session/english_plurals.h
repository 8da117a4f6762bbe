#pragma once

#include <QTranslator>

namespace guanwu {

/// Texts are written in English, with "(s)" where more than one makes a difference.
class EnglishPlurals : public QTranslator {
public:
    using QTranslator::QTranslator;
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char*, const char* text, const char*, int n) const override
    {
        QString out = QString::fromUtf8(text);
        if (n < 0 || !out.contains(QLatin1StringView("(s)")))
            return {};
        return out.replace(QLatin1StringView("(s)"), QLatin1StringView(n == 1 ? "" : "s"));
    }
};

} // namespace guanwu
