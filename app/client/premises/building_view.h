#pragma once

#include "app/client/calls/calls.h"
#include "core/premises/building_picture.h"
#include "reports/plans/floor_layout.h"

#include <QHash>
#include <QImage>
#include <QPolygonF>
#include <QVariantList>
#include <qqmlregistration.h>
#include <vector>

namespace guanwu {

/// Where a floor is drawn on its plan: the sheet at the top, and what is not marked on it below.
struct FloorSheet {
    QSizeF size; ///< empty = the floor is drawn to area
    qreal below = 0; ///< where what is not marked begins; 0 = all is marked
    std::vector<QPolygonF> outlines; ///< a room each; empty = it is not marked
};

/// A building as floors of rooms, on their plans where rooms are marked on one, else drawn to area for the
/// width there is: what the picture shows, what its colours mean, and which room is chosen.
class BuildingView : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::Calls* calls READ calls WRITE setCalls NOTIFY asked)
    /// Its code; a change asks the server.
    Q_PROPERTY(QString building READ building WRITE setBuilding NOTIFY asked)
    /// What the colours say: a token of kPictureColours.
    Q_PROPERTY(QString colour READ colour WRITE setColour NOTIFY laidOut)
    Q_PROPERTY(qreal width READ width WRITE setWidth NOTIFY laidOut)
    Q_PROPERTY(qreal scale READ scale WRITE setScale NOTIFY laidOut) ///< 1 = an office can be tapped
    Q_PROPERTY(bool onPlan READ isOnPlan WRITE setOnPlan NOTIFY laidOut) ///< else all is drawn to area
    Q_PROPERTY(bool hasPlans READ hasPlans NOTIFY changed) ///< a floor has rooms marked on a plan
    Q_PROPERTY(QString selected READ selected WRITE setSelected NOTIFY selectedChanged) ///< code of a room
    Q_PROPERTY(int selectedFloor READ selectedFloor NOTIFY selectedChanged) ///< -1 = none
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(bool isThere READ isThere NOTIFY changed)
    Q_PROPERTY(bool isEmpty READ isEmpty NOTIFY changed) ///< it is there and has no rooms
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(int floorCount READ floorCount NOTIFY changed)
    Q_PROPERTY(int revision READ revision NOTIFY laidOut) ///< counts what changes a floor or the legend
    Q_PROPERTY(QVariantList legend READ legend NOTIFY laidOut) ///< { name, mark, tint, pattern, figures }
    Q_PROPERTY(QVariantList colours READ colours CONSTANT) ///< { value, text }

public:
    static constexpr qreal kPixelsPerSquareMetre = 260; ///< an office of 18 m2 is as wide as a finger and a half
    static constexpr qreal kCorridor = 14;
    static constexpr qreal kBelowSheet
        = 30; ///< between a plan and what is not marked on it, with a line of words
    static constexpr qreal kWidestSheet = 4096; ///< what a graphics card takes

    using QObject::QObject;

    [[nodiscard]] Calls* calls() const { return m_calls; }
    void setCalls(Calls* calls);
    [[nodiscard]] const QString& building() const { return m_building; }
    void setBuilding(const QString& building);
    [[nodiscard]] QString colour() const;
    void setColour(const QString& colour);
    [[nodiscard]] qreal width() const { return m_width; }
    void setWidth(qreal width);
    [[nodiscard]] qreal scale() const { return m_scale; }
    void setScale(qreal scale);
    [[nodiscard]] bool isOnPlan() const { return m_onPlan; }
    void setOnPlan(bool onPlan);
    [[nodiscard]] bool hasPlans() const;
    [[nodiscard]] const QString& selected() const { return m_selected; }
    void setSelected(const QString& room);
    [[nodiscard]] int selectedFloor() const;
    [[nodiscard]] QString name() const { return QString::fromStdString(m_picture.building.name); }
    [[nodiscard]] QString summary() const;
    [[nodiscard]] bool isThere() const { return m_isThere; }
    [[nodiscard]] bool isEmpty() const { return m_isThere && m_picture.floors.empty(); }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] const QString& problem() const { return m_problem; }
    [[nodiscard]] int floorCount() const { return static_cast<int>(m_picture.floors.size()); }
    [[nodiscard]] int revision() const { return m_revision; }
    [[nodiscard]] QVariantList legend() const;
    [[nodiscard]] QVariantList colours() const;

    Q_INVOKABLE void reload();
    /// { floor, label, figures, width, height, onPlan, hasPlan, unmarked } of a floor.
    Q_INVOKABLE [[nodiscard]] QVariantMap floorAt(int floor) const;
    /// Code of the room at a place of a floor, empty = none.
    Q_INVOKABLE [[nodiscard]] QString roomAt(int floor, qreal x, qreal y) const;
    /// As setting `selected`, without ending what is bound to it.
    Q_INVOKABLE void choose(const QString& room) { setSelected(room); }
    /// Chooses the room to the left (-1, 0), above (0, -1) and so on; the first where none is chosen.
    Q_INVOKABLE void step(int right, int down);
    /// What a room is called, how large it is and what its colour says, in a sentence.
    Q_INVOKABLE [[nodiscard]] QString spoken(const QString& room) const;
    /// Middle of the chosen room on its floor.
    Q_INVOKABLE [[nodiscard]] qreal selectedY() const;

    [[nodiscard]] const BuildingPicture& picture() const { return m_picture; }
    [[nodiscard]] const FloorSheet& sheetOf(std::size_t floor) const { return m_sheets[floor]; }
    /// The drawing, grey; null while it has not come.
    [[nodiscard]] QImage drawingOf(std::size_t floor) const;
    [[nodiscard]] const FloorLayout& layoutOf(std::size_t floor) const { return m_layouts[floor]; }
    [[nodiscard]] const LegendEntry& entryOf(std::size_t floor, std::size_t room) const
    {
        return m_legend.entries[m_legend.of[floor][room]];
    }
    /// The third line of a room: what goes with the colour.
    [[nodiscard]] QString noteOf(std::size_t floor, std::size_t room) const;

Q_SIGNALS:
    void asked();
    void changed();
    void laidOut();
    void selectedChanged();

private:
    struct Spot {
        std::size_t floor = 0;
        std::size_t room = 0;
    };
    /// Without a width nothing has a place yet.
    [[nodiscard]] bool isDrawn(std::size_t floor) const { return !m_layouts[floor].rooms.empty(); }
    [[nodiscard]] std::optional<Spot> spotOf(const QString& room) const;
    [[nodiscard]] std::optional<Spot> nextOf(const Spot& from, int by) const;
    [[nodiscard]] std::optional<Spot> below(const Spot& from, int down) const;
    [[nodiscard]] QString nameOf(const LegendEntry& entry) const;
    void take(const CallAnswer& answer);
    void layOut();
    void layOutOnPlan(std::size_t floor);
    void askForDrawings();

    Calls* m_calls = nullptr;
    QString m_building;
    QString m_selected;
    QString m_problem;
    PictureColour m_colour = PictureColour::Unit;
    BuildingPicture m_picture;
    PictureLegend m_legend;
    std::vector<FloorLayout> m_layouts;
    std::vector<FloorSheet> m_sheets;
    QHash<QString, QImage> m_drawings; ///< by their hash
    bool m_onPlan = true;
    qreal m_width = 0;
    qreal m_scale = 1;
    int m_generation = 0;
    int m_revision = 0;
    bool m_isThere = false;
    bool m_busy = false;
};

} // namespace guanwu
