import QtQuick
import QtQuick.Layouts
import Guanwu.Theme

// Says what was just done, and offers to take it back while it stands there.
Rectangle {
    id: root

    property string message
    property bool canUndo: true
    property int stay: 8000 // ms

    signal undoRequested

    function show(text: string, undoable: bool) {
        message = text;
        canUndo = undoable;
        leaving.restart();
    }

    visible: message !== ""
    implicitHeight: Theme.touchTarget + Theme.gap
    implicitWidth: Math.min(row.implicitWidth + 2 * Theme.gapLarge, 560)
    radius: Theme.radius
    color: Theme.text
    z: 50
    Accessible.role: Accessible.AlertMessage
    Accessible.name: message

    RowLayout {
        id: row
        anchors.fill: parent
        anchors.leftMargin: Theme.gapLarge
        anchors.rightMargin: Theme.gap
        spacing: Theme.gap

        PlainText {
            text: root.message
            color: Theme.surface
            elide: Text.ElideRight
            Layout.fillWidth: true
        }
        IconButton {
            objectName: "undoLast"
            visible: root.canUndo
            iconName: "undo"
            tone: Theme.surface
            text: qsTr("Undo")
            onClicked: {
                root.message = "";
                root.undoRequested();
            }
        }
    }

    Timer {
        id: leaving
        interval: root.stay
        onTriggered: root.message = ""
    }
}
