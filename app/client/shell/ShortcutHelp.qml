import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Shell
import Guanwu.Theme

// Which keys do what: everywhere, in every table, and on the page that is open.
ConfirmDialog {
    id: root

    required property string page // key of the destination
    readonly property var everywhere: [["Ctrl+1 … Ctrl+9", qsTr("Go to a page, in the order of the list")], ["Ctrl+Tab, Ctrl+Shift+Tab", qsTr("Next page, page before")], ["Ctrl+0", qsTr("Settings")], ["Ctrl+L", qsTr("Lock")], ["Tab, Shift+Tab", qsTr("Next control, control before")], ["Esc", qsTr("Close what is open")], ["F1", qsTr("These keys")]]
    readonly property var tables: [[qsTr("Up, Down, PgUp, PgDn, Home, End"), qsTr("Move in the table")], [qsTr("Enter"), qsTr("Open the row")], [qsTr("Space, Shift+arrows, Ctrl+A"), qsTr("Pick rows, where rows can be picked")]]
    readonly property var ofPage: ({
            "counting": [["1 … 6", qsTr("Condition of what was scanned last")], ["Ctrl+Z", qsTr("Undo the last scan")], ["F2", qsTr("Type a number")], ["F3", qsTr("A thing without a tag")], ["F4", qsTr("Leave the room")], ["F5", qsTr("Send what is on this device")], ["F6", qsTr("Photo")], ["F7", qsTr("Note")]],
            "review": [["J, K", qsTr("Next finding, finding before")], ["D", qsTr("Decide")], ["X", qsTr("Set a surplus thing aside")], [qsTr("Space, A"), qsTr("Pick one, pick all alike")], [qsTr("Alt+Left"), qsTr("Back to the units")], ["F5", qsTr("Load again")]],
            "wall": [["F11", qsTr("For a meeting room")], ["Ctrl+F", qsTr("Search")], ["F5", qsTr("Load again")]],
            "registry": [["Ctrl+F", qsTr("Search")], ["Ctrl+N", qsTr("New card")], ["Ctrl+E", qsTr("Change the card")], ["Ctrl+S", qsTr("Save")]],
            "documents": [["Ctrl+N", qsTr("New document")], ["Ctrl+S", qsTr("Save the draft")]]
        })
    readonly property var groups: Array.from([
        {
            title: qsTr("Everywhere"),
            keys: everywhere
        },
        {
            title: qsTr("In tables"),
            keys: tables
        }
    ]).concat(ofPage[page] ? [
        {
            title: qsTr("On this page"),
            keys: ofPage[page]
        }
    ] : [])

    objectName: "shortcutHelp"
    title: qsTr("Keys")
    confirmText: qsTr("Close")
    canCancel: false
    wanted: 620
    onConfirmed: close()

    // No layouts inside: one that is not shown keeps what a repeater has taken away from it.
    Column {
        id: list
        spacing: Theme.gapLarge
        Layout.fillWidth: true

        Repeater {
            model: root.groups

            Column {
                id: group

                required property var modelData

                width: list.width // qmllint disable unqualified
                spacing: Theme.gapSmall

                PlainText {
                    width: parent.width
                    text: group.modelData.title
                    font.weight: Font.DemiBold
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                }
                Repeater {
                    model: group.modelData.keys

                    Row {
                        id: line

                        required property var modelData
                        readonly property int keysWidth: Math.min(220 * Theme.typeScale, 0.4 * group.width) // qmllint disable unqualified

                        spacing: Theme.gapLarge

                        PlainText {
                            width: line.keysWidth
                            text: line.modelData[0]
                            muted: true
                            wrapMode: Text.Wrap
                        }
                        PlainText {
                            width: group.width - line.keysWidth - line.spacing // qmllint disable unqualified
                            text: line.modelData[1]
                            wrapMode: Text.Wrap
                        }
                    }
                }
            }
        }
    }
}
