import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Documents
import Guanwu.Forms
import Guanwu.Theme

// The document as it is about to be filed: what it says, what is missing, what stands in its way.
ConfirmDialog {
    id: root

    required property DocumentView view
    required property DocumentMoveForm form
    readonly property var obstacles: view.open
    readonly property var papers: view.checkList
    readonly property var missing: papers.filter(paper => !paper.isThere && !paper.isMust && paper.stage !== "")

    function begin() {
        form.begin("file");
        open();
    }

    objectName: "filingDialog"
    title: qsTr("File this document?")
    message: qsTr("It goes to whoever signs first. Until then it can be withdrawn.")
    confirmText: qsTr("File")
    canConfirm: obstacles.length === 0 && !form.call.busy
    problem: form.call.problem
    wanted: 760
    onConfirmed: form.send()

    Connections {
        target: root.form
        function onMoved() {
            root.close();
        }
    }
    SectionPanel {
        title: root.view.title
        note: root.view.subtitle
        Layout.fillWidth: true

        ValueRows {
            width: parent.width
            rows: root.view.facts
        }
        DocumentLines {
            width: parent.width
            view: root.view
            most: 5
        }
    }
    SectionPanel {
        visible: root.obstacles.length > 0
        title: qsTr("Stands in the way")
        Layout.fillWidth: true

        OpenProblems {
            width: parent.width
            sentences: root.obstacles
            tone: Theme.bad
        }
    }
    SectionPanel {
        visible: root.missing.length > 0
        title: qsTr("Not there yet")
        note: qsTr("These papers are wanted, but nothing is refused without them.")
        Layout.fillWidth: true

        OpenProblems {
            width: parent.width
            sentences: root.missing.map(paper => paper.name)
            iconName: "info"
            tone: Theme.mutedText
        }
    }
}
