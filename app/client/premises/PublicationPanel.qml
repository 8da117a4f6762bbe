import QtQuick
import Guanwu.Controls
import Guanwu.Forms
import Guanwu.Premises
import Guanwu.Session
import Guanwu.Theme

// The yearly publication: what units hold by use certificates, and what of it was made public this year.
SectionPanel {
    id: root

    required property ClientSession session
    property bool isWanted: false

    function reload() {
        held.reload();
    }

    title: qsTr("5. Yearly publication")
    note: qsTr("Once a year the use of office space is made public; the lists to hang out are the reports of allocations and of people.")

    OneRecord {
        id: held
        calls: root.isWanted ? root.session.calls : null
        parts: ["space", "publication"]
    }
    ChangeCall {
        id: sending
        calls: root.session.calls
        onDone: root.reload()
    }
    ProblemBanner {
        width: parent.width
        problem: held.problem
        actionText: qsTr("Try again")
        onActionRequested: held.reload()
    }
    ValueRows {
        width: parent.width
        rows: held.isThere ? SpaceNames.publicationRows(held.value) : []
    }
    Repeater {
        model: held.isThere ? SpaceNames.unpublishedRows(held.value) : []

        StoryLine {
            required property var modelData

            width: root.width - 2 * Theme.gapLarge // qmllint disable unqualified
            row: modelData
        }
    }
    ActionButton {
        objectName: "publish"
        visible: root.session.mayFileDocuments() && root.session.unit === "" && held.isThere && SpaceNames.unpublishedRooms(held.value) > 0
        text: qsTr("Note the publication…")
        iconName: "flag"
        onClicked: {
            day.clear();
            dialog.open();
        }
    }
    FormDialog {
        id: dialog
        objectName: "publishDialog"
        title: qsTr("The yearly publication")
        message: held.isThere ? qsTr("%1 rooms that were not made public this year are noted.").arg(SpaceNames.unpublishedRooms(held.value)) : ""
        confirmText: qsTr("Note it")
        calls: root.session.calls
        call: sending
        fields: AskedFields {
            id: day
            spec: [
                {
                    token: "on",
                    label: qsTr("Made public on"),
                    editing: "date",
                    value: Qt.formatDate(new Date(), "yyyy-MM-dd"),
                    isRequired: true
                }
            ]
        }
        onFilled: sending.send("POST", ["space", "publication"], day.filled())
    }
}
