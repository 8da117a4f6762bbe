#pragma once

#include "app/client/premises/building_view.h"

#include <QPointer>
#include <QUrl>
#include <map>

namespace guanwu {

/// The rooms of one floor being marked on its plan, by finger, mouse or keys. Nothing goes to the server
/// before save(); until then every step can be taken back. Places are in pixels of the picture.
class PlanMarking : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::Calls* calls MEMBER m_calls NOTIFY asked)
    Q_PROPERTY(guanwu::BuildingView* view READ view WRITE setView NOTIFY
            asked) ///< where floor and drawing come from
    Q_PROPERTY(QString floor READ floor WRITE setFloor NOTIFY asked) ///< code
    Q_PROPERTY(QString room READ room WRITE choose NOTIFY changed) ///< that is being marked
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(QVariantList rooms READ rooms NOTIFY changed) ///< { value, text, icon }
    Q_PROPERTY(
        QString spoken READ spoken NOTIFY changed) ///< the chosen room and where it lies, in a sentence
    Q_PROPERTY(bool hasPlan READ hasPlan NOTIFY changed)
    Q_PROPERTY(bool isChosenMarked READ isChosenMarked NOTIFY changed)
    Q_PROPERTY(qreal sheetWidth READ sheetWidth NOTIFY changed)
    Q_PROPERTY(qreal sheetHeight READ sheetHeight NOTIFY changed)
    Q_PROPERTY(bool isChanged READ isChanged NOTIFY changed) ///< something is not saved
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY changed)
    Q_PROPERTY(bool canRedo READ canRedo NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    using Corners = std::vector<PlanPoint>;
    using Marks = std::map<std::string, Corners>; ///< by code of the room

    using QObject::QObject;
    [[nodiscard]] BuildingView* view() const { return m_view; }
    void setView(BuildingView* view);
    void setCalls(Calls* calls) { m_calls = calls; }
    [[nodiscard]] const QString& floor() const { return m_floor; }
    void setFloor(const QString& floor);
    [[nodiscard]] const QString& room() const { return m_room; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QVariantList rooms() const;
    [[nodiscard]] QString spoken() const;
    [[nodiscard]] bool hasPlan() const { return plan().revision > 0; }
    [[nodiscard]] bool isChosenMarked() const { return m_now.contains(m_room.toStdString()); }
    [[nodiscard]] qreal sheetWidth() const { return static_cast<qreal>(plan().width); }
    [[nodiscard]] qreal sheetHeight() const { return static_cast<qreal>(plan().height); }
    [[nodiscard]] bool isChanged() const { return m_now != m_saved; }
    [[nodiscard]] bool canUndo() const { return !m_undo.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_redo.empty(); }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] const QString& problem() const { return m_problem; }

    /// Without ending what is bound to `room`.
    Q_INVOKABLE void choose(const QString& room);
    /// The room before or behind, round and round.
    Q_INVOKABLE void step(int by);
    /// A finger or a button goes down: on a corner of the chosen mark it draws that, in the mark it moves it,
    /// elsewhere it begins a rectangle for a room that has none. `reach` is how far from a corner it is still
    /// meant.
    Q_INVOKABLE void press(qreal x, qreal y, qreal reach);
    Q_INVOKABLE void drag(qreal x, qreal y);
    /// A press without a drag chooses the mark below. A new mark leads to the next room that has none.
    Q_INVOKABLE void release();
    /// Makes a corner of a place on the edge of the chosen mark, or takes away the corner there.
    Q_INVOKABLE void bend(qreal x, qreal y, qreal reach);
    /// Moves the chosen mark, or its right and lower edges; a room without a mark gets one in the middle.
    Q_INVOKABLE void nudge(int right, int down, bool edges);
    Q_INVOKABLE void erase();
    Q_INVOKABLE void undo();
    Q_INVOKABLE void redo();
    /// Back to what the server has.
    Q_INVOKABLE void discard();
    Q_INVOKABLE void save();
    Q_INVOKABLE void sendDrawing(const QUrl& file);
    Q_INVOKABLE void removePlan();
    Q_INVOKABLE void dismiss();

    [[nodiscard]] const Marks& marks() const { return m_now; }
    [[nodiscard]] QString labelOf(const std::string& room) const;
    [[nodiscard]] QImage drawing() const;

Q_SIGNALS:
    void asked();
    void changed();
    void saved();

private:
    enum class Drag : std::uint8_t { None, New, Whole, Corner };

    [[nodiscard]] std::optional<std::size_t> floorAt() const;
    [[nodiscard]] const FloorPlan& plan() const;
    [[nodiscard]] Corners* chosen();
    [[nodiscard]] PlanPoint placed(qreal x, qreal y) const;
    [[nodiscard]] PlanPoint snapped(PlanPoint point) const;
    [[nodiscard]] QString markAt(qreal x, qreal y) const;
    void moveCorner(const PlanPoint& to);
    void moveWhole(Corners& corners, std::int64_t right, std::int64_t down) const;
    /// What was before becomes a step that can be taken back.
    void remember(Marks before);
    void takeOver();
    void write(const Call& call);

    Calls* m_calls = nullptr;
    QPointer<BuildingView> m_view;
    QString m_floor;
    QString m_room;
    QString m_problem;
    Marks m_now;
    Marks m_saved;
    std::vector<Marks> m_undo;
    std::vector<Marks> m_redo;
    QString m_nudged; ///< the room whose steps by key are one
    Drag m_drag = Drag::None;
    Marks m_before; ///< of the drag
    PlanPoint m_from;
    std::size_t m_corner = 0;
    qreal m_reach = 0;
    bool m_busy = false;
};

} // namespace guanwu
