import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Entries
import Guanwu.Forms
import Guanwu.Records
import Guanwu.Session
import Guanwu.Theme

// What hangs on an entry: hazards of a building, who lived in a dwelling, movements, costs.
SectionPanel {
    id: root

    required property ClientSession session
    required property RegisterTypes types
    required property string kind
    required property string type
    required property string parentNo

    signal opened(string number)
    signal enterRequested(string type)

    function reload() {
        parts.reload();
    }

    title: parts.count > 0 ? qsTr("%1: %2").arg(types.typeName(type)).arg(parts.countText) : types.typeName(type)

    PagedRecords {
        id: parts
        calls: root.session.calls
        path: "/registers/" + root.kind
        rowsKey: "entries"
        idKey: "entry_no"
        query: ({
                type: root.type,
                parent: root.parentNo
            })
    }
    RecordColumns {
        id: columns
        all: root.types.columns(root.type)
    }
    ProblemBanner {
        width: parent.width
        problem: parts.problem
        actionText: qsTr("Try again")
        onActionRequested: parts.retry()
    }
    PlainText {
        visible: parts.isAnswered && parts.count === 0 && parts.problem === ""
        text: qsTr("None yet")
        muted: true
    }
    Column {
        id: list
        width: parent.width

        Repeater {
            model: Math.min(parts.count, 50)

            ListRow {
                required property int index
                readonly property int revision: parts.revision // qmllint disable unqualified

                width: list.width // qmllint disable unqualified
                leftPadding: Theme.gap
                title: revision >= 0 ? columns.joined(parts, index, [root.types.titleKey(root.type), "state"]) : "" // qmllint disable unqualified
                subtitle: revision >= 0 ? columns.joined(parts, index, [root.types.dueKey(root.type), "findings", "entry_no"]) : "" // qmllint disable unqualified
                iconName: "list"
                onClicked: root.opened(parts.idOf(index)) // qmllint disable unqualified
            }
        }
    }
    ActionButton {
        objectName: "enter-" + root.type
        visible: root.session.mayFileDocuments()
        text: qsTr("Enter…")
        iconName: "plus"
        onClicked: root.enterRequested(root.type)
    }
}
