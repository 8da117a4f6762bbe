import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Documents
import Guanwu.Forms
import Guanwu.Session
import Guanwu.Theme

// What the verified count of a unit leads to: first which drafts it would be, then their numbers.
ConfirmDialog {
    id: root

    required property ClientSession session
    required property DocumentKinds kinds

    property var made: null // what was answered; null = nothing was drafted yet
    readonly property string task: asked.revision >= 0 ? asked.value("task") : ""
    readonly property string unit: session.unit !== "" ? session.unit : asked.revision >= 0 ? asked.value("unit") : ""
    readonly property var counts: tasks.value
    readonly property var shown: made ?? (plan.isThere ? plan.value : ({}))
    readonly property var drafts: shown.documents ?? []
    readonly property var skipped: shown.skipped ?? []

    signal drafted

    objectName: "findingsDialog"
    title: qsTr("From a count")
    message: qsTr("What the verified count of a unit found becomes handovers, change slips, losses, scrapping, corrections and surplus. Done again, only what is new is drafted.")
    wanted: 640
    canCancel: made === null
    confirmText: made !== null ? qsTr("Close") : qsTr("Draft the documents")
    canConfirm: made !== null || (drafts.length > 0 && !plan.busy && !sending.busy)
    problem: sending.problem !== "" ? sending.problem : plan.problem !== "" ? plan.problem : tasks.problem
    onAboutToShow: {
        made = null;
        sending.forget();
        tasks.reload();
    }
    onConfirmed: {
        if (made !== null)
            close();
        else
            sending.send("POST", ["tasks", task, "sheets", unit, "documents"]);
    }

    OneRecord {
        id: tasks
        calls: root.session.calls
        parts: root.opened ? ["tasks"] : []
    }
    OneRecord {
        id: plan
        calls: root.session.calls
        parts: root.opened && root.task !== "" && root.unit !== "" ? ["tasks", root.task, "sheets", root.unit, "documents"] : []
    }
    ChangeCall {
        id: sending
        calls: root.session.calls
        onDone: answer => {
            root.made = answer;
            root.drafted();
        }
    }
    AskedForm {
        visible: root.made === null
        calls: root.session.calls
        fields: AskedFields {
            id: asked
            spec: [
                {
                    token: "task",
                    label: qsTr("Count"),
                    editing: "choice",
                    choices: (root.counts.tasks ?? []).map(one => ({
                                value: one.task,
                                text: one.name + " " + one.base_date
                            })),
                    isRequired: true
                }
            ].concat(root.session.unit === "" ? [
                {
                    token: "unit",
                    label: qsTr("Unit"),
                    editing: "unit",
                    isRequired: true
                }
            ] : [])
        }
        Layout.fillWidth: true
    }
    PlainText {
        objectName: "findingsOutcome"
        visible: root.made !== null || (plan.isThere && root.problem === "")
        text: root.drafts.length === 0 ? qsTr("No document is to be made.") : root.made !== null ? qsTr("Drafted: %1. They are to be filed with their papers.").arg(root.drafts.length) : qsTr("To be drafted: %1").arg(root.drafts.length)
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
    Column {
        id: list
        visible: root.drafts.length > 0
        Layout.fillWidth: true

        Repeater {
            model: root.drafts

            ListRow {
                required property var modelData
                required property int index

                objectName: "finding-" + index
                width: list.width // qmllint disable unqualified
                title: DocumentNames.findingName(modelData.result)
                subtitle: [modelData.no ?? "", DocumentNames.kindName(modelData.kind) + " " + (root.kinds.methodNames[modelData.method] ?? ""), qsTr("%1 lines").arg(modelData.lines), modelData.original_yuan].filter(text => text !== "").join(" · ") // qmllint disable unqualified
                iconName: DocumentNames.kindIcon(modelData.kind)
                enabled: false
            }
        }
    }
    PlainText {
        visible: root.skipped.length > 0
        text: root.skipped.map(one => one.finding + " " + DocumentNames.skipName(one.why) + (one.document ? " " + one.document : "")).join("\n")
        muted: true
        font.pixelSize: Theme.captionSize
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
}
