import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Theme

// The whole city in one line: how far, who has signed, who is stuck, what was found.
Rectangle {
    id: root

    required property var total // WallModel.total
    required property bool isCompact
    required property bool isExpanded

    implicitHeight: grid.implicitHeight + 2 * Theme.gap
    color: Theme.surface

    component Figure: ColumnLayout {
        id: figure

        required property string label
        required property string value
        property color tone: Theme.text
        property string iconName

        spacing: 0
        Accessible.role: Accessible.StaticText
        Accessible.name: label + " " + value

        RowLayout {
            spacing: Theme.gapSmall

            Icon {
                visible: figure.iconName !== ""
                name: figure.iconName
                color: figure.tone
                Layout.preferredWidth: 20
                Layout.preferredHeight: 20
            }
            PlainText {
                text: figure.value
                color: figure.tone
                font.pixelSize: root.isCompact ? Theme.titleSize : Theme.headlineSize // qmllint disable unqualified
                font.weight: Font.DemiBold
            }
        }
        PlainText {
            text: figure.label
            muted: true
            font.pixelSize: Theme.captionSize
        }
    }

    Flow {
        id: grid
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.gapLarge
        anchors.rightMargin: Theme.gapLarge
        spacing: root.isCompact ? Theme.gapLarge : Theme.gapHuge

        Figure {
            label: qsTr("seen: %1 lines").arg(root.total.figures)
            value: root.total.percent
        }
        Figure {
            label: qsTr("units signed")
            value: qsTr("%1 of %2").arg(root.total.signedUnits).arg(root.total.units)
        }
        Figure {
            label: qsTr("units stuck")
            value: root.total.stuckUnits
            tone: root.total.stuckUnits > 0 ? Theme.bad : Theme.text
            iconName: root.total.stuckUnits > 0 ? "alert" : ""
        }
        Figure {
            visible: !root.isCompact
            label: qsTr("units through today at this pace")
            value: root.total.throughToday
        }
        Figure {
            label: qsTr("surplus / shortage")
            value: root.total.surplus + " / " + root.total.shortage
        }
        Figure {
            label: qsTr("match, of what was seen")
            value: root.total.match
        }
        Figure {
            visible: root.isExpanded
            label: qsTr("events")
            value: root.total.pace
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.outlineWidth
        color: Theme.outline
    }
}
