#include "app/client/documents/document_move.h"

#include "app/client/documents/document_names.h"
#include "core/documents/document_data.h"

#include <QDate>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    // What a field is: "fact/NAME" of the document, "line/NUMBER/NAME" of a line, "line/*/NAME" of all.
    const QString kFact = u"fact/"_s;
    const QString kLine = u"line/"_s;

    QString stageOf(const QString& action)
    {
        return action == "approve"_L1      ? u"decision"_s
            : action == "execute"_L1       ? u"execution"_s
            : action == "settle_income"_L1 ? u"income"_s
            : action == "close"_L1         ? u"closing"_s
                                           : QString();
    }

    /// What sits at the open step, in the table that comes with the program.
    const StepRule* ruleOf(const QString& step)
    {
        for (const auto& row : kStepKinds)
            if (QString::fromUtf8(row.token) == step)
                return &DocumentData::current().step(row.value);
        return nullptr;
    }

} // namespace

DocumentMoveForm::DocumentMoveForm(QObject* parent)
    : QObject(parent)
{
    connect(&m_call, &ChangeCall::done, this, [this](const QJsonObject& answer) {
        if (m_view)
            m_view->take(answer);
        Q_EMIT moved(m_action);
    });
    // Somebody else was there in between: what stands now is shown behind the refusal.
    connect(&m_call, &ChangeCall::refused, this, [this](const QString& code) {
        if (m_view && code == "document.changed"_L1)
            m_view->reload();
    });
}

void DocumentMoveForm::setView(DocumentView* view)
{
    m_view = view;
    Q_EMIT changed();
}

void DocumentMoveForm::begin(const QString& action)
{
    m_action = action;
    m_call.setCalls(m_view ? m_view->calls() : nullptr);
    m_call.forget();
    m_fields.setSpec({});
    m_fields.setSpec(asked());
    Q_EMIT changed();
}

QString DocumentMoveForm::title() const { return DocumentNames::actionName(m_action); }

QString DocumentMoveForm::message() const
{
    if (m_action == "withdraw"_L1)
        return tr("It ends here. Its things are free for another document.");
    if (m_action == "reject"_L1)
        return tr("It ends here and cannot go on. To have something mended, send it back instead.");
    if (m_action == "return"_L1)
        return tr("What was signed behind that station has to be signed again.");
    if (m_action == "close"_L1)
        return tr("The cards change with it. It cannot be undone.");
    return {};
}

void DocumentMoveForm::addStage(QVariantList& out, const QString& stage) const
{
    DocumentKinds* kinds = m_view ? m_view->kinds() : nullptr;
    if (!kinds || stage.isEmpty())
        return;
    const QJsonObject document = m_view->json();
    const auto add = [&](const QVariant& field, const QString& prefix, const QString& label,
                         const QJsonObject& said) {
        QVariantMap map = field.toMap();
        const QString name = map[u"token"_s].toString();
        map[u"token"_s] = prefix + name;
        if (!label.isEmpty())
            map[u"label"_s] = tr("%1: %2", "line, name of a field").arg(label, map[u"label"_s].toString());
        QString value = said[name].toString();
        if (value.isEmpty() && map[u"isRequired"_s].toBool() && map[u"editing"_s].toString() == "date"_L1)
            value = QDate::currentDate().toString(Qt::ISODate);
        map[u"value"_s] = value;
        out.push_back(map);
    };
    for (const QVariant& field : kinds->fields(m_view->kind(), m_view->method(), stage, false))
        add(field, kFact, {}, document["facts"_L1].toObject());
    const QVariantList ofLine = kinds->fields(m_view->kind(), m_view->method(), stage, true);
    const QJsonArray lines = document["lines"_L1].toArray();
    if (lines.size() > kMostApart) {
        for (const QVariant& field : ofLine)
            add(field, kLine + u"*/"_s, tr("All lines"), {});
        return;
    }
    for (const auto& one : lines) {
        const QJsonObject line = one.toObject();
        const QString number = QString::number(line["line"_L1].toInt());
        for (const QVariant& field : ofLine)
            add(field, kLine + number + u'/',
                lines.size() == 1 ? QString()
                                  : tr("Line %1 %2").arg(number, line["name"_L1].toString().left(12)),
                line["facts"_L1].toObject());
    }
}

QVariantList DocumentMoveForm::asked() const
{
    QVariantList out;
    if (!m_view)
        return out;
    const QJsonObject document = m_view->json();
    const auto add
        = [&](const QString& token, const QString& label, bool isRequired, const QVariantMap& more = {}) {
              QVariantMap map {{u"token"_s, token}, {u"label"_s, label}, {u"isRequired"_s, isRequired}};
              map.insert(more);
              out.push_back(map);
          };
    const bool isSignature = m_action == "approve"_L1;
    // What is decided has to be said by who signs last; those before may say it.
    bool isDecided = true;
    const bool needsWhy = m_action == "reject"_L1 || m_action == "return"_L1 || m_action == "opinion"_L1;
    if (m_action == "return"_L1) {
        QVariantList choices {QVariantMap {{u"value"_s, QString()}, {u"text"_s, tr("The applicant")}}};
        for (const auto& one : document["steps"_L1].toArray())
            if (const QJsonObject step = one.toObject(); !step["signer"_L1].toString().isEmpty())
                choices.push_back(QVariantMap {{u"value"_s, step["token"_L1].toString()},
                    {u"text"_s, DocumentNames::stepName(step["token"_L1].toString())}});
        add(u"to_step"_s, tr("Back to"), false,
            {{u"editing"_s, u"choice"_s}, {u"choices"_s, choices}, {u"shown"_s, tr("The applicant")}});
    }
    if (m_action == "ask_counter_sign"_L1)
        add(u"counter_signer"_s, tr("Account of who is asked"), true);
    if (isSignature) {
        const QString step = document["step"_L1].toString();
        const QJsonArray steps = document["steps"_L1].toArray();
        const bool isLast = !steps.isEmpty() && steps.last().toObject()["token"_L1].toString() == step;
        isDecided = isLast;
        const StepRule* rule = ruleOf(step);
        if (rule && rule->needsMeeting) {
            add(u"meeting"_s, tr("Meeting that decided"), true);
            add(u"minutes_no"_s, tr("Number of the minutes"), true);
        }
        if (isLast || (rule && rule->needsPaperNo))
            add(u"paper_no"_s, tr("Number of the approval"), rule && rule->needsPaperNo);
    }
    if (stageOf(m_action).isEmpty() || isSignature)
        add(u"opinion"_s, needsWhy ? tr("Why") : tr("Opinion"), needsWhy,
            isSignature ? QVariantMap {{u"value"_s, tr("Agreed")}} : QVariantMap());
    QVariantList ofStage;
    addStage(ofStage, stageOf(m_action));
    for (QVariant& field : ofStage) {
        QVariantMap map = field.toMap();
        map[u"isRequired"_s] = isDecided && map[u"isRequired"_s].toBool();
        out.push_back(map);
    }
    return out;
}

QJsonObject DocumentMoveForm::body() const
{
    QJsonObject out;
    QJsonObject facts;
    QJsonObject lineFacts;
    const auto put = [&](const QString& line, const QString& name, const QJsonValue& value) {
        QJsonObject of = lineFacts[line].toObject();
        of[name] = value;
        lineFacts[line] = of;
    };
    const QJsonObject filled = m_fields.filled();
    for (auto one = filled.begin(); one != filled.end(); ++one) {
        if (one.key().startsWith(kFact))
            facts[one.key().sliced(kFact.size())] = one.value();
        else if (one.key().startsWith(kLine)) {
            const QString line = one.key().section(u'/', 1, 1);
            const QString name = one.key().section(u'/', 2);
            if (line != "*"_L1)
                put(line, name, one.value());
            else
                for (const auto& each : m_view->json()["lines"_L1].toArray())
                    put(QString::number(each.toObject()["line"_L1].toInt()), name, one.value());
        } else
            out[one.key()] = one.value();
    }
    if (!facts.isEmpty())
        out[u"facts"_s] = facts;
    if (!lineFacts.isEmpty())
        out[u"line_facts"_s] = lineFacts;
    return out;
}

void DocumentMoveForm::send()
{
    if (!m_view || !m_fields.check())
        return;
    struct Way {
        QLatin1StringView action;
        QLatin1StringView path;
    };
    static constexpr Way kWays[]
        = {{"file"_L1, "filing"_L1}, {"withdraw"_L1, "withdrawal"_L1}, {"opinion"_L1, "opinions"_L1},
            {"execute"_L1, "execution"_L1}, {"settle_income"_L1, "income"_L1}, {"close"_L1, "closing"_L1}};
    QString path = u"decisions"_s;
    for (const Way& way : kWays)
        if (way.action == m_action)
            path = way.path;
    QJsonObject json = m_action == "file"_L1 ? QJsonObject() : body();
    if (path == "decisions"_L1)
        json[u"decision"_s] = m_action;
    else if (json.isEmpty() && m_action != "file"_L1)
        json[u"facts"_s] = QJsonObject(); // the route takes a body, also where there is nothing to say
    m_call.send(u"POST"_s, {u"documents"_s, m_view->number(), path}, json, m_view->revision());
}

} // namespace guanwu

#include "moc_document_move.cpp"
