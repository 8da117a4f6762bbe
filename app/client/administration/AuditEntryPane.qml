import QtQuick
import Guanwu.Administration
import Guanwu.Controls
import Guanwu.Forms
import Guanwu.Theme

// One entry of the audit trail with all that it holds, and the ways from it to its neighbours.
Rectangle {
    id: root

    required property var entry

    signal backRequested
    signal objectWanted(string object)
    signal actorWanted(string actor)

    color: Theme.page

    PageHeader {
        id: header
        width: parent.width
        title: AdministrationNames.auditAction(root.entry.action || "")
        subtitle: root.entry.object || ""
        canGoBack: true
        onBackRequested: root.backRequested()
    }
    Column {
        anchors.top: header.bottom
        anchors.topMargin: Theme.gapLarge
        x: Theme.gapLarge
        width: parent.width - 2 * Theme.gapLarge
        spacing: Theme.gapLarge

        Panel {
            width: parent.width

            ValueRows {
                width: parent.width
                rows: AdministrationNames.auditRows(root.entry)
            }
        }
        Flow {
            width: parent.width
            spacing: Theme.gap

            ActionButton {
                objectName: "sameObject"
                visible: !!root.entry.object
                text: qsTr("Everything done to it")
                iconName: "search"
                onClicked: root.objectWanted(root.entry.object)
            }
            ActionButton {
                objectName: "sameActor"
                visible: !!root.entry.actor
                text: qsTr("Everything by this account")
                iconName: "user"
                onClicked: root.actorWanted(root.entry.actor)
            }
        }
        PlainText {
            width: parent.width
            text: qsTr("Nobody changes an entry. Whether somebody did it behind the program's back, “guanwu audit verify” proves with the anchors.")
            muted: true
            font.pixelSize: Theme.captionSize
            wrapMode: Text.Wrap
        }
    }
}
