#include "app/client/documents/document_names.h"

#include "app/client/records/column_of.h"
#include "app/client/session/token_words.h"
#include "core/documents/document_data.h"
#include "core/documents/document_kind.h"
#include "core/inventory/findings.h"
#include "core/inventory/line_result.h"

#include <QDateTime>
#include <QJsonValue>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    struct Look {
        QLatin1StringView token;
        QLatin1StringView icon;
        QLatin1StringView tone;
    };
    constexpr Look kStateLooks[] = {
        {"draft"_L1, "edit"_L1, "neutral"_L1},
        {"in_review"_L1, "clock"_L1, "info"_L1},
        {"returned"_L1, "undo"_L1, "warning"_L1},
        {"rejected"_L1, "cross"_L1, "bad"_L1},
        {"withdrawn"_L1, "back"_L1, "neutral"_L1},
        {"approved"_L1, "check"_L1, "good"_L1},
        {"executing"_L1, "play"_L1, "info"_L1},
        {"income_settled"_L1, "archive"_L1, "info"_L1},
        {"closed"_L1, "lock"_L1, "good"_L1},
    };
    constexpr Look kActionLooks[] = {
        {"edit"_L1, "edit"_L1, {}},
        {"file"_L1, "forward"_L1, {}},
        {"withdraw"_L1, "back"_L1, {}},
        {"approve"_L1, "check"_L1, {}},
        {"reject"_L1, "cross"_L1, {}},
        {"return"_L1, "undo"_L1, {}},
        {"ask_counter_sign"_L1, "people"_L1, {}},
        {"counter_sign"_L1, "sign"_L1, {}},
        {"opinion"_L1, "note"_L1, {}},
        {"execute"_L1, "play"_L1, {}},
        {"settle_income"_L1, "archive"_L1, {}},
        {"close"_L1, "lock"_L1, {}},
    };
    template <std::size_t N> const Look* lookOf(const Look (&looks)[N], const QString& token)
    {
        for (const Look& one : looks)
            if (one.token == token)
                return &one;
        return nullptr;
    }

} // namespace

QString momentText(const QJsonValue& milliseconds)
{
    if (!milliseconds.isDouble())
        return {};
    return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(milliseconds.toDouble()))
        .toString(u"yyyy-MM-dd HH:mm"_s);
}

QVariantList DocumentNames::kinds() const { return tokenChoices(kDocumentKinds); }
QVariantList DocumentNames::states() const { return tokenChoices(kDocumentStates); }

QVariantList DocumentNames::columns(const QVariantMap& methodNames) const
{
    return {
        columnOf(u"no"_s, tr("Number"), 150),
        columnOf(u"kind"_s, tr("Kind"), 100, u"token"_s, tokenNames(kDocumentKinds)),
        columnOf(u"method"_s, tr("Method"), 130, u"token"_s, methodNames),
        columnOf(u"state_name"_s, tr("Where it stands"), 170),
        columnOf(u"due_on"_s, tr("Due"), 210, u"due"_s),
        columnOf(u"unit/name"_s, tr("Unit"), 200),
        columnOf(u"applicant_name"_s, tr("Applicant"), 100),
        columnOf(u"lines"_s, tr("Lines"), 70, u"number"_s),
        columnOf(u"original_yuan"_s, tr("Original value"), 130, u"money"_s),
        columnOf(u"created_at"_s, tr("Begun"), 140, u"instant"_s),
        columnOf(u"counterpart/name"_s, tr("Other side"), 180, u"text"_s, {}, false),
    };
}

QString DocumentNames::findingName(const QString& result) { return tokenWord(kLineResults, result); }

QString DocumentNames::skipName(const QString& why) { return tokenWord(kFindingSkips, why); }

QString DocumentNames::kindName(const QString& kind) { return tokenWord(kDocumentKinds, kind); }

QString DocumentNames::kindIcon(const QString& kind)
{
    return kind == "allocation"_L1 ? u"plus"_s
        : kind == "disposal"_L1    ? u"trash"_s
        : kind == "custody"_L1     ? u"swap"_s
                                   : u"edit"_s;
}

QString DocumentNames::stateName(const QString& state) { return tokenWord(kDocumentStates, state); }

QString DocumentNames::stateTone(const QString& state)
{
    const Look* look = lookOf(kStateLooks, state);
    return look ? QString(look->tone) : u"neutral"_s;
}

QString DocumentNames::stateIcon(const QString& state)
{
    const Look* look = lookOf(kStateLooks, state);
    return look ? QString(look->icon) : u"question"_s;
}

QString DocumentNames::stepName(const QString& step) { return tokenWord(kStepKinds, step); }
QString DocumentNames::actionName(const QString& action) { return tokenWord(kDocumentActions, action); }

QString DocumentNames::actionIcon(const QString& action)
{
    const Look* look = lookOf(kActionLooks, action);
    return look ? QString(look->icon) : QString();
}

QString DocumentNames::stageName(const QString& stage)
{
    // The stage of a check-list is a word; that of a document's next move may be a state.
    const QString word = tokenWord(kDocumentStages, stage);
    return word == stage ? stateName(stage) : word;
}

} // namespace guanwu

#include "moc_document_names.cpp"
