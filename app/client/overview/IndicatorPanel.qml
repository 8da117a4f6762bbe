import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Theme

// One of the five goals as a share, how it is computed and of what; it opens what it counts.
Panel {
    id: root

    required property var told // { name, rate, part, whole, is_value, rule, report, cell }

    readonly property bool isKnown: told.rate !== null && told.rate !== undefined

    signal opened(string report, string cell)

    function open() {
        root.opened(root.told.report, root.told.cell || "");
    }
    // Things, or an amount in fen.
    function amount(value: real): string {
        return told.is_value ? qsTr("%1 × 10,000 yuan").arg((value / 1000000).toLocaleString(Qt.locale(), "f", 2)) : value.toLocaleString(Qt.locale(), "f", 0);
    }

    implicitHeight: lines.implicitHeight + 2 * padding
    activeFocusOnTab: true
    Accessible.role: Accessible.Button
    Accessible.name: told.name + " " + share.text + ", " + told.rule
    Accessible.onPressAction: open()
    Keys.onReturnPressed: open()

    TapHandler {
        onTapped: root.open()
    }
    HoverHandler {
        cursorShape: Qt.PointingHandCursor
    }

    content: [
        ColumnLayout {
            id: lines
            anchors.fill: parent
            spacing: Theme.gap

            PlainText {
                text: root.told.name
                font.weight: Font.DemiBold
                font.underline: root.activeFocus
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
                objectName: "parts"
                visible: root.isKnown
                text: qsTr("%1 of %2").arg(root.amount(root.told.part)).arg(root.amount(root.told.whole))
                font.pixelSize: Theme.captionSize
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
            PlainText {
                objectName: "rule"
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
