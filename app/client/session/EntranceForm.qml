import QtQuick
import QtQuick.Layouts
import Guanwu.Theme

// What one fills in before anything else: a column in the middle of the window, a little above its centre, that is
// scrolled where it is higher than the window.
Flickable {
    id: root

    property int wanted: 400
    default property alias content: column.data

    anchors.fill: parent
    contentHeight: column.y + column.implicitHeight + Theme.gapHuge
    boundsBehavior: Flickable.StopAtBounds

    ColumnLayout {
        id: column
        x: (parent.width - width) / 2
        y: Math.max(Theme.gapHuge, (root.height - implicitHeight) * 0.35)
        width: Math.min(root.wanted, root.width - 2 * Theme.gapLarge)
        spacing: Theme.gapLarge
    }
}
