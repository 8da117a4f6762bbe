import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Forms
import Guanwu.Idle
import Guanwu.Session
import Guanwu.Theme

// One idle thing: since when, why, what is to become of it, and who asks for it.
Rectangle {
    id: root

    required property ClientSession session
    required property var thing
    required property string number
    readonly property bool isOwn: thing.unit === session.unit || session.unit === ""

    signal backRequested
    signal noteRequested
    signal writeRequested(var from)

    color: Theme.page

    PageHeader {
        id: header
        width: parent.width
        z: 1
        title: root.thing.name || root.number
        subtitle: root.number
        canGoBack: true
        onBackRequested: root.backRequested()
    }
    Flickable {
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        contentHeight: column.height + 2 * Theme.gapLarge
        clip: true
        focus: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ThinScrollBar {}

        Column {
            id: column
            x: Theme.gapLarge
            y: Theme.gapLarge
            width: Math.min(860, parent.width - 2 * Theme.gapLarge)
            spacing: Theme.gapLarge

            SectionPanel {
                width: parent.width
                title: qsTr("Idle")

                StateChip {
                    visible: root.thing.term_passed === true
                    text: qsTr("Longer than the rule allows")
                    iconName: "alert"
                    tone: Theme.warning
                }
                ValueRows {
                    width: parent.width
                    rows: IdleNames.rowsOf(root.thing)
                }
            }
            Flow {
                width: parent.width
                spacing: Theme.gap
                visible: root.session.mayFileDocuments()

                ActionButton {
                    objectName: "noteIdle"
                    visible: root.isOwn
                    text: qsTr("What is to become of it…")
                    iconName: "edit"
                    kind: ActionButton.Primary
                    onClicked: root.noteRequested()
                }
                ActionButton {
                    objectName: "disposeIdle"
                    visible: root.isOwn
                    text: qsTr("Scrap it…")
                    iconName: "trash"
                    onClicked: root.writeRequested({
                        kind: "disposal",
                        method: "scrap",
                        assets: [root.number]
                    })
                }
                ActionButton {
                    objectName: "askForIt"
                    visible: !root.isOwn
                    text: qsTr("Request for my unit…")
                    iconName: "swap"
                    kind: ActionButton.Primary
                    onClicked: root.writeRequested({
                        kind: "allocation",
                        method: "reallocate",
                        assets: [root.number],
                        values: {
                            "counterpart": root.thing.unit,
                            "counterpart.shown": root.thing.unit_name
                        }
                    })
                }
            }
        }
    }
}
