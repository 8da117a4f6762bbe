import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Forms
import Guanwu.Premises
import Guanwu.Session
import Guanwu.Theme

// Buildings by where they stand with the registry office: registered, filed only, or open.
SpaceTable {
    id: root

    signal writeRequested(var from)
    signal certificateRequested(string no)
    signal buildingRequested(string code)
    signal changed

    name: "title-buildings"
    title: qsTr("Buildings and their papers")
    path: "/title-buildings"
    rowsKey: "buildings"
    idKey: "building"
    all: SpaceNames.papersColumns
    titleKey: "name"
    noteKey: "standing"
    subtitleKeys: ["situation", "floor_m2", "filing_no"]
    emptyTitle: qsTr("No building within your reach")
    emptyHint: qsTr("Buildings and rooms come by import.")
    detail: Rectangle {
        color: Theme.page

        ChangeCall {
            id: sending
            calls: root.session.calls // qmllint disable unqualified
            onDone: {
                root.reload(); // qmllint disable unqualified
                root.changed(); // qmllint disable unqualified
            }
        }
        PageHeader {
            id: header
            width: parent.width
            z: 1
            title: root.row.name || root.current // qmllint disable unqualified
            subtitle: root.current // qmllint disable unqualified
            canGoBack: true
            onBackRequested: root.close() // qmllint disable unqualified
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

                SectionPanel {
                    width: parent.width
                    title: qsTr("Papers")

                    ValueRows {
                        width: parent.width
                        rows: SpaceNames.papersRows(root.row) // qmllint disable unqualified
                    }
                    Repeater {
                        model: root.row.certificates || [] // qmllint disable unqualified

                        StoryLine {
                            required property var modelData

                            width: column.width - 2 * Theme.gapLarge // qmllint disable unqualified
                            row: ({
                                    title: modelData,
                                    subtitle: qsTr("In force"),
                                    icon: "sign"
                                })
                            canOpen: true
                            onOpened: root.certificateRequested(modelData) // qmllint disable unqualified
                        }
                    }
                }
                Flow {
                    width: parent.width
                    spacing: Theme.gap

                    ActionButton {
                        objectName: "notePapers"
                        visible: root.session.mayFileDocuments() && root.session.unit === "" // qmllint disable unqualified
                        text: qsTr("Situation and filing…")
                        iconName: "archive"
                        onClicked: noting.ask(root.row) // qmllint disable unqualified
                    }
                    ActionButton {
                        visible: root.session.mayFileDocuments() && root.row.standing !== "registered" && root.row.standing !== "gone" // qmllint disable unqualified
                        text: qsTr("Register it…")
                        iconName: "plus"
                        kind: ActionButton.Primary
                        onClicked: root.writeRequested({ // qmllint disable unqualified
                            kind: "title",
                            method: "first",
                            values: {
                                "buildings": root.current, // qmllint disable unqualified
                                "buildings.shown": root.row.name || root.current // qmllint disable unqualified
                            }
                        })
                    }
                    ActionButton {
                        text: qsTr("Open the building")
                        iconName: "building"
                        onClicked: root.buildingRequested(root.current) // qmllint disable unqualified
                    }
                }
            }
        }
        PapersDialog {
            id: noting
            session: root.session // qmllint disable unqualified
            call: sending
        }
    }
}
