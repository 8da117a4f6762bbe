import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Theme

// One of the five goals as a share, and how it is computed.
Panel {
    id: root

    required property var told // { name, rate, part, whole, rule }

    readonly property bool isKnown: told.rate !== null && told.rate !== undefined

    implicitHeight: lines.implicitHeight + 2 * padding
    Accessible.role: Accessible.StaticText
    Accessible.name: told.name + " " + share.text

    content: [
        ColumnLayout {
            id: lines
            anchors.fill: parent
            spacing: Theme.gap

            PlainText {
                text: root.told.name
                font.weight: Font.DemiBold
                Layout.fillWidth: true
            }
            PlainText {
                id: share
                text: root.isKnown ? qsTr("%1 %").arg(root.told.rate.toFixed(2)) : qsTr("no data")
                muted: !root.isKnown
                font.pixelSize: root.isKnown ? Theme.headlineSize : Theme.bodySize
                Layout.fillWidth: true
            }
            Meter {
                value: root.isKnown ? root.told.rate / 100 : 0
                Layout.fillWidth: true
            }
            PlainText {
                text: root.told.rule
                muted: true
                font.pixelSize: Theme.captionSize
                wrapMode: Text.Wrap
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
        }
    ]
}
