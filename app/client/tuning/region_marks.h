#pragma once

#include "app/client/camera/live_camera.h"

#include <QPointer>
#include <QQuickPaintedItem>

namespace guanwu {

/// What is written on a region, and where.
struct RegionMark {
    QString letter;
    QRectF place; ///< empty where there is no room for it
};

/// The marks of outlines, what was read first: each at a corner of its outline, inside `area`, none over
/// another one.
[[nodiscard]] std::vector<RegionMark> placeMarks(const std::vector<RegionInView>& regions,
    const QList<QPolygonF>& outlines, QSizeF mark, const QRectF& area);

/// Outlines of the regions of the frame that was read last, by what became of them: the colour, the line and
/// a letter say it.
class RegionMarks : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::LiveCamera* camera READ camera WRITE setCamera NOTIFY changed)
    /// Where the picture lies in the item.
    Q_PROPERTY(QRectF area MEMBER m_area NOTIFY changed)
    Q_PROPERTY(int markSize MEMBER m_markSize NOTIFY changed)
    // Over a picture: see Theme.overPicture().
    Q_PROPERTY(QColor readInk MEMBER m_readInk NOTIFY changed)
    Q_PROPERTY(QColor trackedInk MEMBER m_trackedInk NOTIFY changed)
    Q_PROPERTY(QColor waitingInk MEMBER m_waitingInk NOTIFY changed)
    Q_PROPERTY(QColor hopelessInk MEMBER m_hopelessInk NOTIFY changed)

public:
    explicit RegionMarks(QQuickItem* parent = nullptr);

    [[nodiscard]] LiveCamera* camera() const { return m_camera; }
    void setCamera(LiveCamera* camera);
    void paint(QPainter* painter) override;

    /// What stands on a region: 1, 2, 3 for the look that read it, W for the whole frame, T, ?, ×.
    [[nodiscard]] static QString letterOf(const RegionInView& region);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QColor inkOf(RegionInView::State state) const;

    QPointer<LiveCamera> m_camera;
    std::vector<RegionInView> m_regions;
    QSize m_frame;
    QRectF m_area;
    int m_markSize = 18;
    QColor m_readInk;
    QColor m_trackedInk;
    QColor m_waitingInk;
    QColor m_hopelessInk;
};

} // namespace guanwu
