import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Theme

// A count sheet, or a task that can be downloaded.
Panel {
    id: root

    required property string task
    required property string taskName
    required property string unit
    required property string unitName
    required property string sheetState
    required property bool here
    required property bool complete
    required property int lines
    required property int counted
    required property string fetching
    required property int fetchedLines
    required property int wantedLines
    required property bool opening
    readonly property bool isFetching: fetching === task

    signal chosen(string task, string unit)
    signal fetchRequested(string task)

    Accessible.role: Accessible.ListItem
    Accessible.name: (unitName || taskName) + ", " + sheetState

    ColumnLayout {
        width: parent.width
        spacing: Theme.gap

        RowLayout {
            spacing: Theme.gap
            Layout.fillWidth: true

            ColumnLayout {
                spacing: 2
                Layout.fillWidth: true

                PlainText {
                    text: root.unitName || root.taskName
                    font.pixelSize: Theme.titleSize
                    font.weight: Font.DemiBold
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                    elide: Text.ElideRight
                    Layout.fillWidth: true
                }
                PlainText {
                    text: root.unitName ? qsTr("%1 (%2)").arg(root.taskName).arg(root.task) : root.task
                    muted: true
                    font.pixelSize: Theme.captionSize
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                    elide: Text.ElideRight
                    Layout.fillWidth: true
                }
            }
            StateChip {
                text: root.sheetState
                iconName: "flag"
                tone: Theme.info
                Layout.maximumWidth: 160
            }
        }
        Meter {
            visible: root.complete
            value: root.lines > 0 && root.counted > 0 ? root.counted / root.lines : 0
            label: qsTr("Counted")
            figures: root.counted < 0 ? qsTr("%1 things").arg(root.lines) : qsTr("%1 of %2").arg(root.counted).arg(root.lines)
            Layout.fillWidth: true
        }
        Meter {
            visible: root.isFetching
            value: root.wantedLines > 0 ? root.fetchedLines / root.wantedLines : 0
            label: qsTr("Downloading")
            figures: root.wantedLines > 0 ? qsTr("%1 of %2").arg(root.fetchedLines).arg(root.wantedLines) : qsTr("%1 lines").arg(root.fetchedLines)
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: Theme.gap
            Layout.fillWidth: true

            Icon {
                name: root.complete ? "check" : root.here ? "alert" : "cloud"
                color: root.complete ? Theme.good : root.here ? Theme.warning : Theme.mutedText
                Layout.preferredWidth: 20
                Layout.preferredHeight: 20
            }
            PlainText {
                text: root.complete ? qsTr("On this device, works offline") : root.here ? qsTr("The download was broken off") : qsTr("On the server")
                muted: true
                font.pixelSize: Theme.captionSize
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
            ActionButton {
                objectName: root.complete ? "count" : "fetch"
                text: root.complete ? (root.opening ? qsTr("Opening…") : qsTr("Count")) : root.here ? qsTr("Go on") : qsTr("Download")
                iconName: root.complete ? "play" : "import"
                kind: ActionButton.Primary
                enabled: root.complete ? !root.opening : root.fetching === ""
                onClicked: root.complete ? root.chosen(root.task, root.unit) : root.fetchRequested(root.task)
            }
        }
    }
}
