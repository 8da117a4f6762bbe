#include "app/client/counting/counting.h"

#include "app/client/counting/counting_words.h"
#include "app/text/explain.h"

#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace guanwu {

Counting::Counting(QObject* parent)
    : QObject(parent)
{
}

Counting::~Counting() { m_missing.clear(); }

void Counting::setSession(ClientSession* session)
{
    m_session = session;
    Q_EMIT detailsChanged();
    Q_EMIT changed();
}

void Counting::setCamera(LiveCamera* camera)
{
    if (camera == m_camera)
        return;
    if (m_camera)
        m_camera->disconnect(this);
    m_camera = camera;
    if (camera)
        connect(camera, &LiveCamera::aimed, this, [this](const QString& code) { scan(code, Aim::Camera); });
    Q_EMIT changed();
}

QString Counting::taskName() const { return m_sheet ? text(m_sheet->handheld->held().taskName) : QString(); }

QString Counting::unitName() const { return m_sheet ? text(m_sheet->handheld->held().unitName) : QString(); }

int Counting::lines() const { return m_sheet ? static_cast<int>(sheet().book().size()) : 0; }

int Counting::seenLines() const
{
    return m_sheet ? lines() - static_cast<int>(sheet().linesWith(LineResult::NotChecked)) : 0;
}

void Counting::open(const QString& task, const QString& unit)
{
    close();
    m_state = State::Opening;
    const quint64 opening = ++m_opening;
    Q_EMIT changed();
    QtConcurrent::run([file = m_session->storeFile().toStdString(), task = task.toStdString(),
                          unit = unit.toStdString()] { return openSheet(file, task, unit); })
        .then(this,
            [this, opening](const Result<std::shared_ptr<OpenedSheet>>& sheet) {
                if (opening != m_opening)
                    return;
                m_state = sheet ? State::Open : State::Closed;
                if (sheet)
                    takeUp(*sheet);
                else
                    m_problem = explained(sheet.error());
                Q_EMIT changed();
                if (sheet)
                    Q_EMIT opened();
            })
        .onFailed(this, [this, opening](const std::exception&) {
            if (opening != m_opening)
                return;
            m_state = State::Closed;
            m_problem = tr("What is kept on this device cannot be read.");
            Q_EMIT changed();
        });
}

void Counting::close()
{
    ++m_opening;
    m_state = State::Closed;
    m_missing.clear();
    m_scans.clear();
    m_acts.clear();
    m_strangersSeen.clear();
    m_inRoom = m_leaving = false;
    m_room.clear();
    m_resumeRoom.clear();
    m_problem.clear();
    m_told = {};
    m_sheet.reset();
    Q_EMIT toldChanged();
    Q_EMIT changed();
}

void Counting::takeUp(std::shared_ptr<OpenedSheet> opened)
{
    m_sheet = std::move(opened);
    m_rooms.load(sheet());
    for (const ScanEvent& event : m_sheet->recent)
        recall(event);
}

void Counting::refresh()
{
    if (!m_sheet)
        return;
    try {
        m_sheet->handheld->refresh();
    } catch (const std::exception&) {
        m_problem = tr("What is kept on this device cannot be read.");
    }
    m_rooms.refreshAll(sheet());
    countRoom();
    Q_EMIT changed();
}

void Counting::forgetProblem()
{
    m_problem.clear();
    Q_EMIT changed();
}

std::optional<ScanEvent> Counting::save(const Save& save)
{
    QString problem;
    try {
        auto event = save();
        if (event) {
            m_problem.clear();
            Q_EMIT saved();
            return std::move(*event);
        }
        problem = explained(event.error());
    } catch (const std::exception&) {
        problem = tr("NOT saved: the storage of this device is full or damaged.");
    }
    m_problem = problem;
    refuse(problem);
    return std::nullopt;
}

void Counting::refuse(const QString& problem, const QString& code)
{
    Told told;
    told.key = u"refused"_s;
    told.word = tr("Not counted");
    told.icon = u"cross"_s;
    told.tone = u"bad"_s;
    told.name = code;
    told.detail = problem;
    tell(told);
    say(code, told.word, told.icon, told.tone);
    Q_EMIT sounded(told.key);
    Q_EMIT changed();
}

void Counting::tell(Told told)
{
    told.serial = m_told.serial + 1;
    m_told = std::move(told);
    Q_EMIT toldChanged();
    if (m_told.key == "room"_L1)
        Q_EMIT sounded(m_told.key);
}

void Counting::say(const QString& code, const QString& word, const QString& icon, const QString& tone)
{
    if (m_camera)
        m_camera->tags()->say(code, {word, icon, tone});
}

std::optional<std::string> Counting::place() const
{
    return m_room.isEmpty() ? std::optional<std::string>() : m_room.toStdString();
}

QString Counting::explained(const Error& error) const
{
    return text(explain(error, m_session ? m_session->language() : Language::ZhCn));
}

} // namespace guanwu

#include "moc_counting.cpp"
