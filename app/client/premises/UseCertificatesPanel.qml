import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Forms
import Guanwu.Premises
import Guanwu.Session
import Guanwu.Theme

// The use certificates of a unit: those that stand, to be printed; those whose rooms changed, to be reissued; and which
// one replaced which.
SectionPanel {
    id: root

    required property ClientSession session
    property string unit
    property string unitName
    property bool isWanted: false

    signal writeRequested(var from)
    signal printRequested(string no)

    function reload() {
        held.reload();
    }

    title: qsTr("4. Use certificates of the unit")
    note: qsTr("A certificate is never changed: when its rooms did, one with a new number replaces it, and the old one is void.")

    OneRecord {
        id: held
        calls: root.isWanted && root.unit !== "" ? root.session.calls : null
        parts: ["space", "units", root.unit, "use-certificates"]
    }
    ProblemBanner {
        width: parent.width
        problem: held.problem
        actionText: qsTr("Try again")
        onActionRequested: held.reload()
    }
    PlainText {
        visible: held.isThere && rows.count === 0
        width: parent.width
        text: qsTr("The unit holds nothing by a use certificate.")
        muted: true
    }
    Repeater {
        id: rows
        model: held.isThere ? SpaceNames.certificateRows(held.value) : []

        RowLayout {
            id: certificate

            required property int index
            required property var modelData

            width: root.width - 2 * Theme.gapLarge // qmllint disable unqualified
            spacing: Theme.gap

            StoryLine {
                row: certificate.modelData
                Layout.fillWidth: true
            }
            IconButton {
                objectName: "reissue-" + certificate.index
                visible: certificate.modelData.isCurrent && root.session.mayFileDocuments() // qmllint disable unqualified
                iconName: "redo"
                text: qsTr("Reissue…")
                onClicked: root.writeRequested({ // qmllint disable unqualified
                    kind: "space",
                    method: "reissue",
                    values: {
                        "unit": root.unit, // qmllint disable unqualified
                        "unit.shown": root.unitName, // qmllint disable unqualified
                        "certificates": certificate.modelData.no,
                        "ground": certificate.modelData.isChanged ? "rooms_changed" : ""
                    }
                })
            }
            IconButton {
                objectName: "printHeld-" + certificate.index
                visible: certificate.modelData.isCurrent
                iconName: "print"
                text: qsTr("Use certificate as PDF…")
                onClicked: root.printRequested(certificate.modelData.no) // qmllint disable unqualified
            }
        }
    }
}
