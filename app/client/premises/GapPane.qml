import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Forms
import Guanwu.Premises
import Guanwu.Session
import Guanwu.Theme

// What does not fit at one building or certificate, and what can be done about it.
Rectangle {
    id: root

    required property ClientSession session
    required property var gap
    required property var found // all of the same subject: { kind, title, text, due, icon, tone, hint }
    required property string subject
    readonly property bool isBuilding: gap.kind === "no_papers"

    signal backRequested
    signal certificateRequested(string no)
    signal buildingRequested(string code)
    signal writeRequested(var from)
    signal changed

    color: Theme.page

    PageHeader {
        id: header
        width: parent.width
        z: 1
        title: root.gap.name || root.subject
        subtitle: root.subject
        canGoBack: true
        onBackRequested: root.backRequested()
    }
    Flickable {
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        contentHeight: column.height + 2 * Theme.gapLarge
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ThinScrollBar {}

        Column {
            id: column
            x: Theme.gapLarge
            y: Theme.gapLarge
            width: Math.min(860, parent.width - 2 * Theme.gapLarge)
            spacing: Theme.gapLarge

            Repeater {
                model: root.found

                SectionPanel {
                    id: panel

                    required property var modelData

                    width: column.width // qmllint disable unqualified
                    title: ""

                    StateChip {
                        text: panel.modelData.title
                        iconName: panel.modelData.icon
                        tone: Theme.named(panel.modelData.tone)
                        width: Math.min(implicitWidth, parent ? parent.width : implicitWidth)
                    }
                    PlainText {
                        width: parent.width
                        text: panel.modelData.text
                        wrapMode: Text.Wrap
                    }
                    PlainText {
                        visible: text !== ""
                        width: parent.width
                        text: panel.modelData.due
                        color: Theme.named(panel.modelData.tone)
                        wrapMode: Text.Wrap
                    }
                    PlainText {
                        width: parent.width
                        text: panel.modelData.hint
                        muted: true
                        font.pixelSize: Theme.captionSize
                        wrapMode: Text.Wrap
                    }
                }
            }
            Flow {
                width: parent.width
                spacing: Theme.gap

                ActionButton {
                    visible: !root.isBuilding
                    text: qsTr("Open the certificate")
                    iconName: "sign"
                    kind: ActionButton.Primary
                    onClicked: root.certificateRequested(root.subject)
                }
                ActionButton {
                    visible: root.isBuilding
                    text: qsTr("Open the building")
                    iconName: "building"
                    onClicked: root.buildingRequested(root.subject)
                }
                ActionButton {
                    visible: root.isBuilding && root.session.mayFileDocuments()
                    text: qsTr("Register it…")
                    iconName: "plus"
                    kind: ActionButton.Primary
                    onClicked: root.writeRequested({
                        kind: "title",
                        method: "first",
                        values: {
                            "buildings": root.subject,
                            "buildings.shown": root.gap.name || root.subject
                        }
                    })
                }
                ActionButton {
                    objectName: "fileOnly"
                    visible: root.isBuilding && root.session.mayFileDocuments() && root.session.unit === ""
                    text: qsTr("It can only be filed…")
                    iconName: "archive"
                    onClicked: filing.ask({
                        building: root.subject,
                        name: root.gap.name || root.subject
                    })
                }
                ActionButton {
                    objectName: "cancelCertificate"
                    visible: root.gap.kind === "not_cancelled" && root.session.mayFileDocuments()
                    text: qsTr("Cancel it…")
                    iconName: "cross"
                    onClicked: root.writeRequested({
                        kind: "title",
                        method: "cancel",
                        values: {
                            "former_nos": root.subject
                        }
                    })
                }
                ActionButton {
                    objectName: "changeTitle"
                    visible: (root.gap.kind === "area_differs" || root.gap.kind === "no_building") && root.session.mayFileDocuments()
                    text: qsTr("Have it changed…")
                    iconName: "edit"
                    onClicked: root.writeRequested({
                        kind: "title",
                        method: "change",
                        values: {
                            "former_nos": root.subject
                        }
                    })
                }
                ActionButton {
                    visible: root.gap.kind === "holder_not_changed" && root.session.mayFileDocuments()
                    text: qsTr("Transfer to the bureau…")
                    iconName: "swap"
                    onClicked: root.writeRequested({
                        kind: "title",
                        method: "transfer",
                        values: {
                            "former_nos": root.subject
                        }
                    })
                }
            }
        }
    }
    ChangeCall {
        id: sending
        calls: root.session.calls
        onDone: root.changed()
    }
    PapersDialog {
        id: filing
        session: root.session
        call: sending
    }
}
