#pragma once

#include "app/client/premises/building_view.h"
#include "reports/plans/mark_geometry.h"

#include <QColor>
#include <QImage>
#include <QPointer>
#include <QQuickPaintedItem>

namespace guanwu {

/// The grey drawing of a floor as large as that, its paper and its lines in these colours: in a dark room a
/// white sheet would blind. Null where it has no size.
[[nodiscard]] QImage inkedPlan(
    const QImage& drawing, const QSize& size, const QColor& paper, const QColor& lines);

/// One floor of a building as it is drawn: a whole floor is one item, so that a house of a thousand rooms costs
/// what a picture does. With `entry` it is a swatch of the legend instead.
class FloorPicture : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::BuildingView* view READ view WRITE setView NOTIFY changed)
    Q_PROPERTY(int floor MEMBER m_floor NOTIFY changed)
    Q_PROPERTY(QVariantMap entry MEMBER m_entry NOTIFY changed)
    Q_PROPERTY(QVariantList inks MEMBER m_inks NOTIFY changed) ///< a colour a tint
    Q_PROPERTY(qreal strength MEMBER m_strength NOTIFY changed) ///< how much of the ink the ground of a room has
    Q_PROPERTY(QColor surface MEMBER m_surface NOTIFY changed)
    Q_PROPERTY(QColor text MEMBER m_text NOTIFY changed)
    Q_PROPERTY(QColor outline MEMBER m_outline NOTIFY changed)
    Q_PROPERTY(QColor ring MEMBER m_ring NOTIFY changed) ///< round the room that is chosen
    Q_PROPERTY(QString family MEMBER m_family NOTIFY changed)
    Q_PROPERTY(int pixelSize MEMBER m_pixelSize NOTIFY changed)

public:
    explicit FloorPicture(QQuickItem* parent = nullptr);
    [[nodiscard]] BuildingView* view() const { return m_view; }
    void setView(BuildingView* view);
    void paint(QPainter* painter) override;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QColor ink(int tint) const;
    void pattern(QPainter& painter, const QRectF& box, int tint, PicturePattern pattern) const;
    void fill(QPainter& painter, const QRectF& box, int tint, PicturePattern pattern) const;
    void drawRoom(QPainter& painter, const QRectF& box, std::size_t floor, std::size_t room) const;
    void drawWords(QPainter& painter, const QRectF& box, std::size_t floor, std::size_t room) const;
    void drawSheet(QPainter& painter, std::size_t floor);

    QPointer<BuildingView> m_view;
    int m_floor = 0;
    QVariantMap m_entry;
    QVariantList m_inks;
    qreal m_strength = 0.3;
    QColor m_surface;
    QColor m_text;
    QColor m_outline;
    QColor m_ring;
    QString m_family;
    int m_pixelSize = 13;
    QImage m_ground; ///< the drawing as large as it is shown, in the colours of the page
    QString m_groundOf; ///< what it was made of
};

} // namespace guanwu
