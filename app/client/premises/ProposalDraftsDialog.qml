import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Forms
import Guanwu.Premises
import Guanwu.Session

// A proposal is taken over into documents: first which drafts it would be, then their numbers.
ConfirmDialog {
    id: root

    required property ClientSession session
    property string unit // code
    property var others: [] // further units of a reform: { code, name }
    property bool everybody: false
    property var made: null // what was answered; null = nothing was drafted yet
    readonly property string codes: unit + others.map(one => "," + one.code).join("")
    readonly property var shown: made ?? (plan.isThere ? plan.value : ({}))
    readonly property int count: (shown.documents ?? []).length

    signal drafted

    objectName: "draftsDialog"
    title: qsTr("Documents of the proposal")
    message: qsTr("One draft a unit for what it gets from the pool, from another unit, and for what comes back. Nothing is filed yet; done again, nothing is drafted twice.")
    wanted: 640
    canCancel: made === null
    confirmText: made !== null ? qsTr("Close") : qsTr("Draft the documents")
    canConfirm: made !== null || (count > 0 && !plan.busy && !sending.busy)
    problem: sending.problem !== "" ? sending.problem : plan.problem
    onAboutToShow: {
        made = null;
        sending.forget();
        asked.clear();
    }
    onConfirmed: {
        if (made !== null)
            close();
        else
            sending.send("POST", ["space", "proposal", "documents"], Object.assign({
                units: root.codes.split(","),
                everybody: root.everybody
            }, asked.filled()));
    }

    OneRecord {
        id: plan
        calls: root.session.calls
        parts: root.opened && root.unit !== "" ? ["space", "proposal", "documents"] : []
        query: ({
                units: root.codes,
                everybody: root.everybody ? "true" : ""
            })
    }
    ChangeCall {
        id: sending
        calls: root.session.calls
        onDone: answer => {
            root.made = answer;
            root.drafted();
        }
    }
    PlainText {
        objectName: "draftsOutcome"
        visible: root.made !== null || plan.isThere
        text: root.count === 0 ? qsTr("No document is to be made.") : root.made !== null ? qsTr("Drafted: %1. They are to be filled in and filed.").arg(root.count) : qsTr("To be drafted: %1").arg(root.count)
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
    Repeater {
        model: SpaceNames.draftRows(root.shown)

        StoryLine {
            required property var modelData

            row: modelData
            Layout.fillWidth: true
        }
    }
    AskedForm {
        visible: root.made === null && root.count > 0
        calls: root.session.calls
        fields: AskedFields {
            id: asked
            spec: [
                {
                    token: "basis",
                    label: qsTr("Basis: establishment paper or minutes"),
                    editing: "text"
                }
            ]
        }
        Layout.fillWidth: true
    }
}
