#pragma once

#include "app/client/premises/plan_marking.h"

#include <QColor>
#include <QQuickPaintedItem>

namespace guanwu {

/// The sheet on which rooms are marked: the drawing, what is marked, and the handles of the room that is
/// chosen.
class PlanCanvas : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::PlanMarking* plan READ marking WRITE setMarking NOTIFY changed)
    Q_PROPERTY(QColor paper MEMBER m_paper NOTIFY changed)
    Q_PROPERTY(QColor lines MEMBER m_lines NOTIFY changed)
    Q_PROPERTY(QColor mark MEMBER m_mark NOTIFY changed)
    Q_PROPERTY(QColor ring MEMBER m_ring NOTIFY changed)
    Q_PROPERTY(QString family MEMBER m_family NOTIFY changed)
    Q_PROPERTY(int pixelSize MEMBER m_pixelSize NOTIFY changed)

public:
    explicit PlanCanvas(QQuickItem* parent = nullptr);
    [[nodiscard]] PlanMarking* marking() const { return m_marking; }
    void setMarking(PlanMarking* marking);
    void paint(QPainter* painter) override;

Q_SIGNALS:
    void changed();

private:
    void drawMark(QPainter& painter, const std::string& room, const PlanMarking::Corners& corners) const;

    QPointer<PlanMarking> m_marking;
    QColor m_paper;
    QColor m_lines;
    QColor m_mark;
    QColor m_ring;
    QString m_family;
    int m_pixelSize = 13;
    QImage m_ground;
    QString m_groundOf;
};

} // namespace guanwu
