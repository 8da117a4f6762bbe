import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Forms
import Guanwu.Reports
import Guanwu.Session
import Guanwu.Theme

// Under the yearly report: the classes that moved by more than the limit, each with its reason or as an open point.
SectionPanel {
    id: root

    required property ClientSession session
    required property string year
    required property string unit // code; empty = the city

    readonly property bool mayExplain: session.mayKeepBooks()
    readonly property var told: record.value
    readonly property bool isListed: record.isThere && moves.length > 0
    readonly property var moves: (told.moves || []).filter(move => move.asks_reason || move.reason)

    signal explained

    function ask(move: var) {
        dialog.move = move;
        asked.clear();
        dialog.open();
    }

    title: qsTr("Reasons of moves over %1 %").arg(told.limit_percent || 0)
    note: told.open > 0 ? qsTr("%1 still without a reason").arg(told.open) : qsTr("Each has its reason.")

    OneRecord {
        id: record
        calls: root.session.calls
        parts: root.year !== "" ? ["yearly-moves", root.year] : []
        query: ({
                unit: root.unit
            })
    }
    ChangeCall {
        id: sending
        calls: root.session.calls
        onDone: {
            record.reload();
            root.explained();
        }
    }
    Repeater {
        model: root.moves

        ListRow {
            id: line

            required property var modelData

            objectName: "move-" + modelData["class"]
            width: parent ? parent.width : 0
            wraps: true
            enabled: root.mayExplain // qmllint disable unqualified
            title: modelData.name + "　" + (modelData.change_percent_x100 === null ? qsTr("new this year") : (modelData.change_percent_x100 / 100).toFixed(2) + " %")
            subtitle: modelData.reason ? modelData.reason + "（" + modelData.entered_by + "）" : qsTr("No reason yet")
            iconName: modelData.open ? "alert" : "note"
            tone: modelData.open ? Theme.bad : Theme.mutedText
            onClicked: root.ask(modelData) // qmllint disable unqualified

            StateChip {
                visible: line.modelData.open
                text: qsTr("Open")
                iconName: "alert"
                tone: Theme.bad
            }
            Icon {
                visible: root.mayExplain // qmllint disable unqualified
                name: "edit"
                color: Theme.mutedText
                Layout.preferredWidth: 20
                Layout.preferredHeight: 20
            }
        }
    }
    FormDialog {
        id: dialog

        property var move: ({})

        objectName: "moveDialog"
        title: qsTr("Reason of the move")
        message: qsTr("%1: from %2 to %3 yuan").arg(move.name || "").arg(move.opening_yuan || "").arg(move.closing_yuan || "")
        confirmText: qsTr("Enter")
        calls: root.session.calls
        call: sending
        fields: AskedFields {
            id: asked
            spec: [
                {
                    token: "reason",
                    label: qsTr("Reason"),
                    editing: "long",
                    value: dialog.move.reason || "",
                    isRequired: true
                }
            ]
        }
        onFilled: sending.send("PUT", ["yearly-moves", root.year], {
            unit: root.unit,
            "class": move["class"] || "",
            reason: asked.filled().reason
        })
    }
}
