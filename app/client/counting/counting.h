#pragma once

#include "app/client/camera/live_camera.h"
#include "app/client/counting/line_list.h"
#include "app/client/counting/opened_sheet.h"
#include "app/client/counting/room_list.h"
#include "app/client/counting/scan_list.h"
#include "app/client/counting/told.h"
#include "app/client/session/client_session.h"

#include <QPointer>
#include <unordered_set>

namespace guanwu {

/// A clerk counting a sheet, room by room. Everything that is told has been saved before, on this device; no
/// call goes to a server. The room comes first; then each aim of a camera or scanner is one thing.
class Counting : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::ClientSession* session READ session WRITE setSession NOTIFY changed)
    /// Whose aims are scans; may be null.
    Q_PROPERTY(guanwu::LiveCamera* camera READ camera WRITE setCamera NOTIFY changed)
    Q_PROPERTY(State state READ state NOTIFY changed)
    /// What did not work, for people; empty = all is well.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString taskName READ taskName NOTIFY changed)
    Q_PROPERTY(QString unitName READ unitName NOTIFY changed)
    Q_PROPERTY(int lines READ lines NOTIFY changed)
    Q_PROPERTY(int seenLines READ seenLines NOTIFY changed)
    Q_PROPERTY(guanwu::RoomList* rooms READ rooms CONSTANT)
    Q_PROPERTY(guanwu::ScanList* scans READ scans CONSTANT)
    Q_PROPERTY(guanwu::LineList* missing READ missing CONSTANT)

    Q_PROPERTY(bool inRoom READ isInRoom NOTIFY changed)
    Q_PROPERTY(QString room READ room NOTIFY changed)
    Q_PROPERTY(QString roomName READ roomName NOTIFY changed)
    Q_PROPERTY(int expected READ expected NOTIFY changed)
    Q_PROPERTY(int seen READ seen NOTIFY changed)
    Q_PROPERTY(int strays READ strays NOTIFY changed)
    Q_PROPERTY(bool roomClosed READ isRoomClosed NOTIFY changed)
    /// Where the clerk was when the program ended; empty = nowhere, or that room is closed.
    Q_PROPERTY(QString resumeRoom READ resumeRoom NOTIFY changed)
    /// The clerk wants to go, and something was not seen here.
    Q_PROPERTY(bool leaving READ isLeaving NOTIFY changed)
    /// Whose label asked for it; empty = the clerk did.
    Q_PROPERTY(QString nextRoom READ nextRoom NOTIFY changed)

    /// What was told last, or the scan that was chosen in the list: what condition, user, photo and note
    /// mean.
    Q_PROPERTY(guanwu::Told told READ told NOTIFY toldChanged)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY changed)
    /// What one key says of a scan: { value, text, digit, isUser }. The conditions by token, then who uses
    /// most of what is in the room, then "another" without a value and a key.
    Q_PROPERTY(QVariantList details READ details NOTIFY detailsChanged)
    /// Why a number is typed: { value, text }
    Q_PROPERTY(QVariantList reasons READ reasons CONSTANT)

public:
    enum class State { Closed, Opening, Open };
    Q_ENUM(State)
    enum class Aim { Camera, Scanner };
    Q_ENUM(Aim)

    explicit Counting(QObject* parent = nullptr);
    ~Counting() override;

    [[nodiscard]] ClientSession* session() const { return m_session; }
    void setSession(ClientSession* session);
    [[nodiscard]] LiveCamera* camera() const { return m_camera; }
    void setCamera(LiveCamera* camera);
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString taskName() const;
    [[nodiscard]] QString unitName() const;
    [[nodiscard]] int lines() const;
    [[nodiscard]] int seenLines() const;
    [[nodiscard]] RoomList* rooms() { return &m_rooms; }
    [[nodiscard]] ScanList* scans() { return &m_scans; }
    [[nodiscard]] LineList* missing() { return &m_missing; }
    [[nodiscard]] bool isInRoom() const { return m_inRoom; }
    [[nodiscard]] QString room() const { return m_room; }
    [[nodiscard]] QString roomName() const { return m_rooms.nameOf(m_room); }
    [[nodiscard]] int expected() const { return static_cast<int>(m_progress.expected); }
    [[nodiscard]] int seen() const { return static_cast<int>(m_progress.seen); }
    [[nodiscard]] int strays() const { return static_cast<int>(m_progress.strays); }
    [[nodiscard]] bool isRoomClosed() const { return m_progress.closed; }
    [[nodiscard]] QString resumeRoom() const { return m_resumeRoom; }
    [[nodiscard]] bool isLeaving() const { return m_leaving; }
    [[nodiscard]] QString nextRoom() const { return m_nextRoom; }
    [[nodiscard]] Told told() const { return m_told; }
    [[nodiscard]] bool canUndo() const { return !m_acts.empty(); }
    [[nodiscard]] QVariantList details() const;
    [[nodiscard]] QVariantList reasons() const;
    Q_INVOKABLE [[nodiscard]] QString conditionName(const QString& condition) const;

    Q_INVOKABLE void open(const QString& task, const QString& unit);
    Q_INVOKABLE void close();
    Q_INVOKABLE void enterRoom(const QString& code);
    /// To another room or none: at once when nothing is missing, and then the room is closed; else asks.
    Q_INVOKABLE void leaveRoom(const QString& next = {});
    Q_INVOKABLE void stayInRoom();
    /// The answers to the question.
    Q_INVOKABLE void goLeavingOpen();
    Q_INVOKABLE void goClosing();

    Q_INVOKABLE void scan(const QString& text, Aim aim);
    /// Read by eye; why it could not be scanned.
    Q_INVOKABLE void type(const QString& text, const QString& reason);
    /// Makes an earlier scan the one that conditions and the like mean.
    Q_INVOKABLE void choose(const QString& event);
    /// Of what was told last; by token, or by the code of a person.
    Q_INVOKABLE void setCondition(const QString& condition);
    Q_INVOKABLE void setUser(const QString& user);
    /// Of the keys 1 to 6 (conditions) and 7 to 9 (users).
    Q_INVOKABLE void pressDigit(int digit);
    /// What a finger that was drawn so far over what was told means: { choices, at, isLeft, isRight }, the
    /// choices as in details() and the index of the one that is meant. Empty = nothing.
    Q_INVOKABLE [[nodiscard]] QVariantMap swiped(qreal x, qreal y) const;
    /// The finger is lifted there. Answers false when the choice is "another user", which has to be asked
    /// for.
    Q_INVOKABLE bool swipe(qreal x, qreal y);
    Q_INVOKABLE void addNote(const QString& text);
    /// What the camera sees now.
    Q_INVOKABLE void addPhoto();
    /// A thing that is on no book. With the code of an unknown tag that was scanned, it becomes that.
    Q_INVOKABLE void addSurplus(
        const QString& name, const QString& code, int quantity, const QString& remark, bool withPhoto);
    /// Takes back the last thing done.
    Q_INVOKABLE void undo();
    Q_INVOKABLE void forgetProblem();
    /// { value, text } of the people of the book whose name or code has the text in it.
    Q_INVOKABLE [[nodiscard]] QVariantList people(const QString& search) const;
    /// Takes in what a sync has brought from others.
    Q_INVOKABLE void refresh();

Q_SIGNALS:
    void changed();
    void toldChanged();
    void detailsChanged();
    /// A sheet is open.
    void opened();
    /// Something was told: the key of its sound.
    void sounded(const QString& key);
    /// Something was saved on this device.
    void saved();
    /// Something that can be taken back was done without being asked, for people.
    void happened(const QString& what);

private:
    /// What can be taken back.
    struct Act {
        enum class Kind : std::uint8_t { Scan, Amendment, Note, Closing };
        Kind kind = Kind::Scan;
        std::string eventId;
        std::string row; ///< event of the scan it belongs to
    };
    using Save = std::function<Result<ScanEvent>()>;

    void takeUp(std::shared_ptr<OpenedSheet> opened);
    void recall(const ScanEvent& event);
    void take(const QString& text, EntryMode entry, const QString& reason);
    void meetRoomLabel(const QString& code);
    [[nodiscard]] bool wasSeenHere(const std::string& code) const;
    void judged(const Scanned& scanned);
    void tellSeenBefore(const QString& code);
    [[nodiscard]] ScanRow rowOf(const ScanEvent& event) const;
    [[nodiscard]] QString detailOf(const Verdict& verdict, const std::string& code) const;
    void amend(const std::function<void(ScanRow&)>& change);
    [[nodiscard]] std::optional<std::string> keepPicture();
    /// Runs what saves; nothing, with the problem told, when it was not saved.
    [[nodiscard]] std::optional<ScanEvent> save(const Save& save);
    void refuse(const QString& problem, const QString& code = {});
    void tell(Told told);
    void say(const QString& code, const QString& word, const QString& icon, const QString& tone);
    void countRoom(const std::string& alsoIn = {});
    void findLikelyUsers();
    [[nodiscard]] static QVariantMap otherUser();
    void leaveNow(QString next);
    [[nodiscard]] std::optional<std::string> place() const;
    [[nodiscard]] static std::string strangerKey(
        const std::string& code, const std::optional<std::string>& place);
    [[nodiscard]] QString userNameOf(const std::string& user) const;
    [[nodiscard]] QString explained(const Error& error) const;
    [[nodiscard]] const LiveSheet& sheet() const { return m_sheet->handheld->sheet(); }

    QPointer<ClientSession> m_session;
    QPointer<LiveCamera> m_camera;
    State m_state = State::Closed;
    std::shared_ptr<OpenedSheet> m_sheet;
    quint64 m_opening = 0; ///< which open() is the last
    QString m_problem;
    RoomList m_rooms;
    ScanList m_scans;
    LineList m_missing;
    bool m_inRoom = false;
    QString m_room;
    RoomProgress m_progress;
    QString m_resumeRoom;
    bool m_leaving = false;
    QString m_nextRoom;
    Told m_told;
    std::vector<Act> m_acts;
    std::unordered_set<std::string> m_strangersSeen; ///< codes on no line, by strangerKey()
    QVariantList m_likelyUsers;
};

} // namespace guanwu
