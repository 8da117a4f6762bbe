#include "app/client/gallery/page_check.h"

#include <QAccessible>
#include <QQuickItem>
#include <QQuickWindow>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    constexpr qreal kFingertip = 48; // Theme.touchTarget

    QString nameOf(const QQuickItem& item)
    {
        QString type = QString::fromLatin1(item.metaObject()->className());
        type.truncate(type.indexOf(u"_QML"_s) > 0 ? type.indexOf(u"_QML"_s) : type.size());
        const QString text = item.property("text").toString().left(30);
        return type + u' ' + item.objectName() + (text.isEmpty() ? QString() : u" \""_s + text + u'"');
    }

    bool isReachedByKeys(const QQuickItem& item)
    {
        return item.activeFocusOnTab() || item.property("focusPolicy").toInt() & Qt::TabFocus;
    }

    bool isTouched(const QQuickItem& item)
    {
        const QObjectList& parts = item.children();
        return item.inherits("QQuickAbstractButton")
            || std::any_of(parts.begin(), parts.end(), [](const QObject* part) {
                   return part->inherits("QQuickTapHandler") && part->property("enabled").toBool();
               });
    }

    void look(QQuickItem& item, QStringList& faults)
    {
        if (!item.isVisible() || item.opacity() == 0)
            return;
        // Not what is still being made, or waits outside of the window.
        const QRectF window(QPointF(), item.window()->size());
        const bool isInUse = item.isEnabled() && !item.size().isEmpty()
            && item.mapRectToScene(item.boundingRect()).intersects(window);
        if (isInUse && isReachedByKeys(item)) {
            const QAccessibleInterface* told = QAccessible::queryAccessibleInterface(&item);
            if (!told || !told->isValid() || told->role() == QAccessible::NoRole)
                faults << u"no role: "_s + nameOf(item);
            else if (told->text(QAccessible::Name).trimmed().isEmpty())
                faults << u"no name: "_s + nameOf(item);
        }
        if (item.inherits("QQuickText") && item.property("textFormat").toInt() != Qt::PlainText)
            faults << u"not plain: "_s + nameOf(item);
        if (isInUse && isTouched(item) && (item.width() < kFingertip || item.height() < kFingertip))
            faults << u"small (%1 by %2): "_s.arg(item.width()).arg(item.height()) + nameOf(item);
        const QList<QQuickItem*> inside = item.childItems();
        for (QQuickItem* child : inside)
            look(*child, faults);
    }

} // namespace

QStringList pageFaults(QQuickItem& root)
{
    QStringList out;
    look(root, out);
    out.removeDuplicates();
    return out;
}

} // namespace guanwu
