import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Books
import Guanwu.Controls
import Guanwu.Forms
import Guanwu.Session
import Guanwu.Theme

// Ledgers, cards, objects and certificates of a unit side by side. It passes when each difference has its reason.
Item {
    id: root

    required property ClientSession session
    required property string unit
    required property string month
    required property bool hasMonths

    property string task // the count whose objects are compared
    readonly property bool mayKeep: session.mayKeepBooks()
    readonly property bool isTable: width >= 1130 * Theme.typeScale
    readonly property var verdict: ReconcileRows.verdict(record.value)
    readonly property var lines: record.isThere ? ReconcileRows.linesOf(record.value) : []
    readonly property var counted: tasks.value
    readonly property var counts: [
        {
            value: "",
            text: qsTr("Without objects")
        }
    ].concat((counted.tasks || []).map(one => ({
                value: one.task,
                text: one.name
            })))

    function reload() {
        record.reload();
    }
    function path(): var {
        return ["units", unit, "reconciliation", month, "items"];
    }

    OneRecord {
        id: record
        calls: root.session.calls
        parts: root.month !== "" ? ["units", root.unit, "reconciliation", root.month] : []
        query: ({
                task: root.task
            })
    }
    OneRecord {
        id: tasks
        calls: root.session.mayReadCampaign() ? root.session.calls : null
        parts: ["tasks"]
    }
    ChangeCall {
        id: sending

        property string said

        calls: root.session.calls
        onDone: {
            record.reload();
            if (said !== "")
                undo.show(said, taken.side !== undefined);
            said = "";
        }

        property var taken: ({}) // the reason that was taken back
    }
    Flickable {
        id: flick
        anchors.fill: parent
        visible: root.hasMonths
        contentHeight: column.height + 2 * Theme.gapLarge
        clip: true
        focus: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ThinScrollBar {}
        Keys.onUpPressed: contentY = Math.max(0, contentY - 80)
        Keys.onDownPressed: contentY = Math.max(0, Math.min(contentHeight - height, contentY + 80))

        Column {
            id: column

            readonly property int inset: root.width < Theme.mediumWidth ? Theme.gap : Theme.gapLarge

            x: inset
            y: Theme.gapLarge
            width: parent.width - 2 * inset
            spacing: Theme.gapLarge

            ProblemBanner {
                width: parent.width
                problem: record.problem !== "" ? record.problem : dialog.opened ? "" : sending.problem
                actionText: record.problem !== "" ? qsTr("Try again") : ""
                canDismiss: record.problem === ""
                onActionRequested: record.reload()
                onDismissed: sending.forget()
            }
            StateChip {
                objectName: "verdict"
                visible: record.isThere
                width: Math.min(implicitWidth, parent.width)
                text: root.verdict.text
                iconName: root.verdict.icon
                tone: Theme.named(root.verdict.tone)
            }
            ChoiceChips {
                visible: root.counts.length > 1
                width: parent.width
                choices: root.counts
                chosen: root.task
                onPicked: value => root.task = value
            }
            Panel {
                width: parent.width
                visible: root.isTable && root.lines.length > 0
                padding: 0
                implicitHeight: table.height
                clip: true

                Column {
                    id: table
                    width: parent ? parent.width : 0

                    ReconcileLine {
                        width: parent.width
                        isTable: true
                        isHead: true
                        line: ({})
                        mayKeep: false
                    }
                    Repeater {
                        model: root.isTable ? root.lines : []

                        ReconcileLine {
                            required property int index
                            required property var modelData

                            objectName: "line-" + index
                            width: table.width // qmllint disable unqualified
                            isTable: true
                            line: modelData
                            mayKeep: root.mayKeep // qmllint disable unqualified
                            onExplainRequested: rest => dialog.begin(rest) // qmllint disable unqualified
                            onConfirmRequested: item => root.confirm(item) // qmllint disable unqualified
                            onTakeBackRequested: item => root.takeBack(item) // qmllint disable unqualified
                        }
                    }
                }
            }
            Repeater {
                model: root.isTable ? [] : root.lines

                Panel {
                    id: card

                    required property int index
                    required property var modelData

                    width: column.width // qmllint disable unqualified
                    padding: 0
                    implicitHeight: inside.height

                    ReconcileLine {
                        id: inside
                        objectName: "line-" + card.index
                        width: card.width
                        isTable: false
                        line: card.modelData
                        mayKeep: root.mayKeep // qmllint disable unqualified
                        onExplainRequested: rest => dialog.begin(rest) // qmllint disable unqualified
                        onConfirmRequested: item => root.confirm(item) // qmllint disable unqualified
                        onTakeBackRequested: item => root.takeBack(item) // qmllint disable unqualified
                    }
                }
            }
            EmptyState {
                width: parent.width
                visible: record.isThere && root.lines.length === 0
                iconName: "columns"
                title: qsTr("Nothing to compare")
                hint: qsTr("Neither ledger nor cards hold anything of this unit in this month.")
            }
        }
    }
    EmptyState {
        anchors.fill: parent
        visible: !root.hasMonths
        iconName: "columns"
        title: qsTr("No month is posted")
        hint: qsTr("A month is reconciled once it is posted.")
    }

    function enter(reason: var) {
        sending.taken = {};
        sending.said = qsTr("The reason is entered.");
        sending.send("POST", path(), reason);
    }
    function confirm(item: var) {
        enter(ReconcileRows.confirmed(item));
    }
    function takeBack(item: var) {
        sending.taken = item;
        sending.said = qsTr("The reason is taken back.");
        sending.send("DELETE", path().concat([item.id]));
    }

    ExplainDialog {
        id: dialog
        calls: root.session.calls
        call: sending
        onFilledIn: body => root.enter(body)
    }
    UndoBar {
        id: undo
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gapLarge
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(implicitWidth, parent.width - 2 * Theme.gapLarge)
        onUndoRequested: root.confirm(sending.taken)
    }
}
