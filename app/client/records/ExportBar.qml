import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Records
import Guanwu.Theme

// How far an export is, and where its file lies.
Rectangle {
    id: root

    required property RecordExport run

    visible: run.isRunning || run.problem !== "" || run.writtenPath !== ""
    implicitHeight: visible ? Math.max(Theme.touchTarget, row.implicitHeight) + Theme.gap : 0
    color: Theme.ground(run.problem !== "" ? Theme.bad : Theme.info)

    RowLayout {
        id: row
        anchors.fill: parent
        anchors.leftMargin: Theme.gapLarge
        anchors.rightMargin: Theme.gap
        spacing: Theme.gap

        Icon {
            name: root.run.problem !== "" ? "alert" : root.run.isRunning ? "export" : "check"
            color: root.run.problem !== "" ? Theme.bad : Theme.info
        }
        PlainText {
            text: root.run.problem !== "" ? root.run.problem : root.run.isRunning ? qsTr("%1 rows written…").arg(root.run.rows) : qsTr("%1 rows stand in %2").arg(root.run.rows).arg(root.run.writtenPath)
            wrapMode: Text.WrapAnywhere
            maximumLineCount: 2
            elide: Text.ElideRight
            Layout.fillWidth: true
        }
        ActionButton {
            visible: root.run.isRunning
            text: qsTr("Cancel")
            onClicked: root.run.cancel()
        }
        ActionButton {
            visible: root.run.writtenPath !== ""
            text: qsTr("Open")
            onClicked: Qt.openUrlExternally(root.run.written)
        }
        IconButton {
            visible: !root.run.isRunning
            iconName: "cross"
            text: qsTr("Dismiss")
            onClicked: root.run.forget()
        }
    }
}
