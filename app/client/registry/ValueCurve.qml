import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Theme

// The net value of a card over its life, as a line with its first, present and last figures.
Panel {
    id: root

    required property var points // { label, net, isToday }
    property string reason
    readonly property real most: points.reduce((top, point) => Math.max(top, point.net), 0)

    Column {
        width: parent.width
        spacing: Theme.gap

        PlainText {
            text: qsTr("Net value over time")
            font.weight: Font.DemiBold
        }
        Canvas {
            id: canvas

            readonly property color ink: Theme.accent
            readonly property color ground: Theme.ground(Theme.accent)
            readonly property color line: Theme.outline

            width: parent.width
            height: 140
            Accessible.role: Accessible.Chart
            Accessible.name: root.points.length > 0 ? qsTr("From %1 in %2 to %3 in %4").arg(root.points[0].net).arg(root.points[0].label).arg(root.points[root.points.length - 1].net).arg(root.points[root.points.length - 1].label) : ""
            onInkChanged: requestPaint()
            onWidthChanged: requestPaint()
            onPaint: {
                const draw = getContext("2d");
                const all = root.points;
                const x = i => 1 + i * (width - 2) / Math.max(1, all.length - 1);
                const y = net => height - 2 - (root.most > 0 ? net / root.most : 0) * (height - 12);
                draw.reset();
                draw.strokeStyle = line;
                draw.lineWidth = 1;
                draw.beginPath();
                draw.moveTo(0, height - 1);
                draw.lineTo(width, height - 1);
                draw.stroke();
                if (all.length === 0)
                    return;
                draw.beginPath();
                all.forEach((point, i) => i === 0 ? draw.moveTo(x(i), y(point.net)) : draw.lineTo(x(i), y(point.net)));
                draw.strokeStyle = ink;
                draw.lineWidth = 2;
                draw.stroke();
                draw.lineTo(x(all.length - 1), height - 1);
                draw.lineTo(x(0), height - 1);
                draw.closePath();
                draw.fillStyle = ground;
                draw.globalAlpha = 0.6;
                draw.fill();
                const today = all.findIndex(point => point.isToday);
                if (today < 0)
                    return;
                draw.globalAlpha = 1;
                draw.beginPath();
                draw.arc(x(today), y(all[today].net), 5, 0, 2 * Math.PI);
                draw.fillStyle = ink;
                draw.fill();
            }
            Connections {
                target: root
                function onPointsChanged() {
                    canvas.requestPaint();
                }
            }
        }
        PlainText {
            width: parent.width
            visible: root.reason !== ""
            text: root.reason
            muted: true
            wrapMode: Text.Wrap
            font.pixelSize: Theme.captionSize
        }
        RowLayout {
            width: parent.width
            visible: root.points.length > 0

            PlainText {
                text: visible && root.points.length > 0 ? root.points[0].label : ""
                muted: true
                font.pixelSize: Theme.captionSize
                Layout.fillWidth: true
            }
            PlainText {
                text: visible && root.points.length > 0 ? root.points[root.points.length - 1].label : ""
                muted: true
                font.pixelSize: Theme.captionSize
            }
        }
    }
}
