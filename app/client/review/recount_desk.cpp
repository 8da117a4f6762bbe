#include "app/client/review/recount_desk.h"

#include "app/client/campaign/campaign_words.h"

#include <QJsonArray>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    Sign outcomeSign(const QString& outcome)
    {
        if (outcome == "agrees"_L1)
            return {RecountDesk::tr("Agrees"), u"check"_s, u"good"_s};
        if (outcome == "wrong_result"_L1)
            return {RecountDesk::tr("Result is wrong"), u"swap"_s, u"warning"_s};
        if (outcome == "not_found"_L1)
            return {RecountDesk::tr("Not found"), u"cross"_s, u"bad"_s};
        return {RecountDesk::tr("Not looked at"), u"clock"_s, u"neutral"_s};
    }

    /// "95.0" and "3.20" as people write them: "95", "3.2".
    QString plainPercent(const QString& text)
    {
        QString out = text;
        while (out.contains(u'.') && (out.endsWith(u'0') || out.endsWith(u'.'))) {
            const bool wasPoint = out.endsWith(u'.');
            out.chop(1);
            if (wasPoint)
                break;
        }
        return out;
    }

} // namespace

QString boundSentence(const QJsonObject& recount)
{
    const QString confidence = plainPercent(recount["confidence_percent"_L1].toString());
    const QString most = plainPercent(recount["most_wrong"_L1]["percent"_L1].toString());
    const qint64 answered = recount["answered"_L1].toInteger();
    if (answered == 0)
        return RecountDesk::tr("Nothing has been looked at yet: the sample proves nothing.");
    return RecountDesk::tr("With %1 % confidence at most %2 % of the lines are wrong.").arg(confidence, most);
}

int RecountDesk::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant RecountDesk::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line& line = m_lines[static_cast<std::size_t>(index.row())];
    switch (role) {
    case AssetRole:
        return line.asset;
    case NameRole:
        return line.name;
    case PlaceRole:
        return line.place;
    case ResultRole:
        return resultSign(line.result).word;
    case OutcomeRole:
        return line.outcome;
    case OutcomeWordRole:
        return outcomeSign(line.outcome).word;
    case OutcomeIconRole:
        return outcomeSign(line.outcome).icon;
    case OutcomeToneRole:
        return outcomeSign(line.outcome).tone;
    case NoteRole:
        return line.note;
    default:
        return {};
    }
}

QHash<int, QByteArray> RecountDesk::roleNames() const
{
    return {{AssetRole, "asset"}, {NameRole, "name"}, {PlaceRole, "place"}, {ResultRole, "result"},
        {OutcomeRole, "outcome"}, {OutcomeWordRole, "outcomeWord"}, {OutcomeIconRole, "outcomeIcon"},
        {OutcomeToneRole, "outcomeTone"}, {NoteRole, "note"}};
}

QVariantList RecountDesk::outcomes()
{
    QVariantList out;
    int key = 1;
    for (const auto& outcome : {u"agrees"_s, u"wrong_result"_s, u"not_found"_s}) {
        const Sign sign = outcomeSign(outcome);
        out.push_back(QVariantMap {{u"value"_s, outcome}, {u"text"_s, sign.word}, {u"icon"_s, sign.icon},
            {u"key"_s, QString::number(key++)}});
    }
    return out;
}

void RecountDesk::setSheet(SheetView* sheet)
{
    if (sheet == m_sheet)
        return;
    m_sheet = sheet;
    if (sheet)
        connect(sheet, &SheetView::inputChanged, this, &RecountDesk::reload);
    Q_EMIT changed();
    reload();
}

void RecountDesk::setCurrent(int row)
{
    row = std::clamp(row, 0, std::max(0, rowCount() - 1));
    if (row == m_current)
        return;
    m_current = row;
    Q_EMIT currentChanged();
}

void RecountDesk::reload()
{
    if (!m_sheet || !m_sheet->calls() || m_sheet->task().isEmpty() || m_sheet->unit().isEmpty())
        return;
    m_sheet->calls()->get(m_sheet->path({u"recounts"_s})).then(this, [this](const CallAnswer& answer) {
        m_problem = answer.problem;
        m_loaded = answer.isOk();
        // The latest is the one that counts; at most one is open.
        const QJsonArray all = answer.json()["recounts"_L1].toArray();
        if (!all.isEmpty()) {
            QJsonObject latest = all.first().toObject();
            for (const QJsonValue& one : all)
                if (one["created_at"_L1].toString() > latest["created_at"_L1].toString())
                    latest = one.toObject();
            take(latest);
            loadLines();
        }
        Q_EMIT changed();
    });
}

void RecountDesk::take(const QJsonObject& recount)
{
    m_recount = recount;
    m_id = recount["recount"_L1].toString();
    Q_EMIT changed();
}

void RecountDesk::loadLines()
{
    m_sheet->calls()->get(m_sheet->path({u"recounts"_s, m_id})).then(this, [this](const CallAnswer& answer) {
        if (!answer.isOk()) {
            m_problem = answer.problem;
            Q_EMIT changed();
            return;
        }
        const QJsonObject json = answer.json();
        beginResetModel();
        m_lines.clear();
        for (const QJsonValue& one : json["lines"_L1].toArray()) {
            const QString place = one["place_name"_L1].toString();
            m_lines.push_back({one["asset_no"_L1].toString(), one["name"_L1].toString(),
                place.isEmpty() ? one["place"_L1].toString() : place, one["result"_L1].toString(),
                one["outcome"_L1].toString(), one["note"_L1].toString()});
        }
        // Room by room: the list is walked with.
        std::stable_sort(
            m_lines.begin(), m_lines.end(), [](const Line& a, const Line& b) { return a.place < b.place; });
        endResetModel();
        take(json);
        m_current = std::max(0, nextOpen(-1));
        Q_EMIT currentChanged();
    });
}

int RecountDesk::nextOpen(int from) const
{
    const int rows = rowCount();
    for (int step = 1; step <= rows; ++step) {
        const int row = (from + step) % rows;
        if (m_lines[static_cast<std::size_t>(row)].outcome.isEmpty())
            return row;
    }
    return -1;
}

void RecountDesk::drawSize(int lines) { draw({{u"size"_s, lines}}); }

void RecountDesk::drawBound(int wrongPercent, int confidencePercent)
{
    draw({{u"wrong_percent"_s, wrongPercent}, {u"confidence_percent"_s, confidencePercent}});
}

void RecountDesk::draw(const QJsonObject& body)
{
    if (!m_sheet || m_busy)
        return;
    m_busy = true;
    m_problem.clear();
    Q_EMIT changed();
    Call call;
    call.method = "POST";
    call.path = m_sheet->path({u"recounts"_s});
    call.json = body;
    call.requestKey = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_sheet->calls()->send(call).then(this, [this](const CallAnswer& answer) {
        m_busy = false;
        m_problem = answer.problem;
        if (answer.isOk()) {
            take(answer.json());
            loadLines();
        }
        Q_EMIT changed();
    });
}

void RecountDesk::answer(const QString& outcome, const QString& note)
{
    if (!m_sheet || m_current < 0 || m_current >= rowCount())
        return;
    const int row = m_current;
    Line& line = m_lines[static_cast<std::size_t>(row)];
    const Line before = line;
    line.outcome = outcome;
    line.note = note;
    Q_EMIT dataChanged(index(row), index(row));
    if (const int next = nextOpen(row); next >= 0)
        setCurrent(next);
    Call call;
    call.method = "PUT";
    call.path = m_sheet->path({u"recounts"_s, m_id, u"lines"_s, line.asset});
    call.json = {{u"outcome"_s, outcome}};
    if (!note.isEmpty())
        call.json[u"note"_s] = note;
    m_sheet->calls()->send(call).then(this, [this, row, before](const CallAnswer& answer) {
        if (answer.isOk()) {
            take(answer.json());
            if (isComplete())
                m_sheet->reload();
            return;
        }
        m_problem = answer.problem;
        if (row < rowCount()) {
            m_lines[static_cast<std::size_t>(row)] = before;
            Q_EMIT dataChanged(index(row), index(row));
        }
        Q_EMIT changed();
    });
}

QString RecountDesk::bound() const { return hasSample() ? boundSentence(m_recount) : QString(); }

QString RecountDesk::boundHint() const
{
    if (!hasSample() || isComplete())
        return {};
    return tr("Lines not looked at yet are taken for wrong. If all that is left agrees: at most %1 %.")
        .arg(plainPercent(m_recount["most_wrong_if_rest_agrees"_L1]["percent"_L1].toString()));
}

QString RecountDesk::origin() const
{
    if (!hasSample())
        return {};
    return tr("%1 of %2 lines, drawn by the server with seed %3, %4")
        .arg(CampaignWords::count(size()), CampaignWords::count(m_recount["sheet_lines"_L1].toInteger()),
            m_recount["seed"_L1].toString(), timeText(instantOf(m_recount["created_at"_L1].toString())));
}

void RecountDesk::forgetProblem()
{
    m_problem.clear();
    Q_EMIT changed();
}

} // namespace guanwu

#include "moc_recount_desk.cpp"
