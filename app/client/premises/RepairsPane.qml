import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Forms
import Guanwu.Premises
import Guanwu.Session
import Guanwu.Theme

// The ledger of repairs; of those that wait, the order in which safety, age and cost would have them.
SpaceTable {
    id: root

    signal writeRequested(var from)
    signal documentRequested(string no)

    name: "repairs"
    title: qsTr("Repairs")
    path: "/repairs"
    rowsKey: "repairs"
    idKey: "application_no"
    all: SpaceNames.repairColumns
    firstKey: "suggested/rank"
    titleKey: "building_name"
    noteKey: "state"
    subtitleKeys: ["suggested/rank", "unit_name", "parts", "estimate_yuan", "application_no"]
    emptyTitle: qsTr("No repair has been applied for")
    emptyHint: qsTr("A repair begins with a request.")
    actions: [
        ActionButton {
            objectName: "newRepair"
            visible: root.session.mayFileDocuments()
            text: root.isNarrow ? qsTr("New") : qsTr("New request…")
            iconName: "plus"
            onClicked: root.writeRequested({
                kind: "repair",
                method: "repair"
            })
        }
    ]
    detail: Rectangle {
        color: Theme.page

        PageHeader {
            id: header
            width: parent.width
            z: 1
            title: root.row.building_name || "" // qmllint disable unqualified
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
                    visible: (root.row.suggested || null) !== null // qmllint disable unqualified
                    width: parent.width
                    title: qsTr("It waits for its place in a plan")
                    note: qsTr("Safety first, then what was repaired longest ago, then the smaller sum. A suggestion: whoever plans decides.")

                    ValueRows {
                        width: parent.width
                        rows: SpaceNames.rankRows(root.row) // qmllint disable unqualified
                    }
                }
                SectionPanel {
                    width: parent.width
                    title: qsTr("Repair")

                    ValueRows {
                        width: parent.width
                        rows: SpaceNames.repairRows(root.row) // qmllint disable unqualified
                    }
                    ActionButton {
                        visible: root.current.startsWith("WX-") // qmllint disable unqualified
                        text: qsTr("Open the request")
                        iconName: "sign"
                        onClicked: root.documentRequested(root.current) // qmllint disable unqualified
                    }
                }
            }
        }
    }
}
