import QtQuick
import QtQuick.Shapes
import Guanwu.Controls
import Guanwu.Theme

// A tag in the picture: its outline, and what is said of it.
Item {
    id: root

    required property var corners // four points, fractions of the picture
    required property string word
    required property string icon
    required property string tone
    required property rect area // where the picture lies

    readonly property color ink: tone !== "" ? Theme.overPicture(tone) : "#ffffff"
    readonly property var points: corners.map(corner => Qt.point(area.x + corner.x * area.width, area.y + corner.y * area.height))
    readonly property real fromX: Math.min(...points.map(point => point.x))
    readonly property real toX: Math.max(...points.map(point => point.x))
    readonly property real fromY: Math.min(...points.map(point => point.y))
    readonly property real toY: Math.max(...points.map(point => point.y))

    anchors.fill: parent

    // Only what lies in the view: without a graphics card Qt 6.4 draws a shape that is clipped away whole.
    Shape {
        anchors.fill: parent
        visible: root.toX > 0 && root.fromX < root.width && root.toY > 0 && root.fromY < root.height

        ShapePath {
            strokeColor: "#c0000000"
            strokeWidth: 7
            fillColor: "transparent"
            joinStyle: ShapePath.RoundJoin

            PathPolyline {
                path: root.points.concat([root.points[0]])
            }
        }
        ShapePath {
            strokeColor: root.ink
            strokeWidth: 4
            fillColor: "transparent"
            joinStyle: ShapePath.RoundJoin

            PathPolyline {
                path: root.points.concat([root.points[0]])
            }
        }
    }
    Rectangle {
        visible: root.word !== ""
        x: Math.max(Theme.gapSmall, Math.min(root.width - width - Theme.gapSmall, (root.fromX + root.toX - width) / 2))
        y: Math.max(Theme.gapSmall, Math.min(root.height - height - Theme.gapSmall, root.toY + Theme.gapSmall))
        width: line.implicitWidth + 2 * Theme.gap
        height: line.implicitHeight + Theme.gap
        radius: height / 2
        color: "#d0101418"
        border.width: 2
        border.color: root.ink

        Row {
            id: line
            anchors.centerIn: parent
            spacing: Theme.gapSmall

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                width: 16
                height: 16
                name: root.icon
                color: root.ink
            }
            PlainText {
                text: root.word
                color: "#ffffff"
                font.pixelSize: Theme.captionSize
                font.weight: Font.DemiBold
            }
        }
    }
}
